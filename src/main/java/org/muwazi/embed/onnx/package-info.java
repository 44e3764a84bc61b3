/**
 * The one home of DJL, ONNX Runtime and the tokenizers. Entry: {@link
 * org.muwazi.embed.onnx.OnnxSentenceEncoder#open(java.nio.file.Path)}.
 *
 * <pre>{@code
 * try (SentenceEncoder encoder =
 *         new NormalizingEncoder(
 *                 new CachingEncoder(
 *                         OnnxSentenceEncoder.open(Path.of("models/encoder-1")), 50_000))) {
 *     Embeddings rows = encoder.encode(List.of("Good morning.", "Bonjour."));
 *     double similarity = rows.cosine(0, rows, 1);
 * }
 * }</pre>
 *
 * <p>Not its job: cleaning text ({@link org.muwazi.embed.TextNormalizer}) and remembering vectors
 * ({@link org.muwazi.embed.CachingEncoder}).
 *
 * <p>Traps: whoever uses ONNX Runtime or DJL without this package first is reported to their
 * makers; DJL refuses to start when ONNX Runtime's environment exists already.
 */
package org.muwazi.embed.onnx;
