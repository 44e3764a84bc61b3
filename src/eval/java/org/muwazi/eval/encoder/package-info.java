/**
 * How good a sentence encoder is, for any model folder: translations found among others, near
 * misses told from the right sentence, noise and typing errors withstood, speed and size. {@code
 * eval/run encoder DATA [NAME=MODELDIR...]} runs {@link org.muwazi.eval.encoder.EncoderEvaluation};
 * each {@code NAME=MODELDIR} is a rival that sees the same sentences in the same run and gets
 * columns of its own, the last of them its figure divided by that of the first model.
 *
 * <h2>A folder for a rival</h2>
 *
 * <p>Any encoder with a tokenizer in Hugging Face's JSON format will do:
 *
 * <ol>
 *   <li>Export the network to ONNX with inputs of token ids and attention mask (token types where
 *       the model has them), all int64 of shape (batch, tokens), both axes dynamic, and name it
 *       {@code model.onnx}. Either the graph pools and gives (batch, dimension), or it gives
 *       (batch, tokens, dimension) and the manifest says {@code mean} or {@code cls}.
 *   <li>Put its {@code tokenizer.json} beside it. Padding in that file is ignored, truncation too:
 *       {@code maxTokens} of the manifest decides.
 *   <li>Write {@code manifest.json} with the fields of {@link org.muwazi.embed.onnx.ModelManifest};
 *       {@code models/encoder-1/manifest.json} is an example. Sizes and checksums come from {@code
 *       stat -c %s} and {@code sha256sum}.
 *   <li>Try it: {@code bin/muwazi embed --model MODELDIR FILE} names what is wrong with the folder
 *       in one line.
 * </ol>
 *
 * <p>{@code eval/rivals/e5-small/make OUT} does all that for multilingual-e5-small, which has
 * {@code "dimension": 384}, {@code "maxTokens": 512}, {@code "output": {"name":
 * "last_hidden_state", "pooling": "mean"}} and {@code "prefix": "query: "}; LaBSE has {@code
 * "dimension": 768}, {@code "maxTokens": 256}, {@code "inputs"} with {@code "tokenTypeIds":
 * "token_type_ids"}, and its dense layer belongs into the graph ({@code "pooling": "none"}). A
 * prefix that is forgotten, or the wrong pooling, costs a rival more than most differences measured
 * here, so its published figures should be reproduced first.
 */
package org.muwazi.eval.encoder;
