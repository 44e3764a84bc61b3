/**
 * Sentences to vectors, independent of any runtime. Entry: {@link
 * org.muwazi.embed.SentenceEncoder}.
 */
package org.muwazi.embed;
