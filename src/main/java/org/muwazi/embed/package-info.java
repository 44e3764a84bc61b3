/**
 * Sentences to vectors, independent of any runtime. Entry: {@link
 * org.muwazi.embed.SentenceEncoder}, which gives {@link org.muwazi.embed.Embeddings}; {@link
 * org.muwazi.embed.NormalizingEncoder} and {@link org.muwazi.embed.CachingEncoder} go around one.
 *
 * <p>{@link org.muwazi.embed.WordEncoder} gives a vector to each token with its place; {@link
 * org.muwazi.embed.NormalizingWordEncoder} goes around one.
 *
 * <p>Normalise outside, cache inside: spellings that normalise to one text then share one vector.
 * What {@link org.muwazi.embed.TextNormalizer} returns is for scoring and never for output.
 */
package org.muwazi.embed;
