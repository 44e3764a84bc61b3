package org.muwazi.embed.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.muwazi.embed.onnx.ModelManifest.WordOutput;
import org.muwazi.text.MalformedInputException;

/**
 * A batch of token windows to the vectors of the tokens that come from the texts themselves: row
 * after row, without special tokens, prefix and padding.
 */
final class WordTranslator implements NoBatchifyTranslator<TokenBatch, float[]> {

    private final String place;
    private final PoolingTranslator inputs;
    private final WordOutput output;

    /**
     * A translator for one model.
     *
     * @param place name of the model for messages
     * @param inputs feeds the graph
     */
    WordTranslator(String place, PoolingTranslator inputs, WordOutput output) {
        this.place = place;
        this.inputs = inputs;
        this.output = output;
    }

    @Override
    public NDList processInput(TranslatorContext context, TokenBatch batch) {
        return inputs.processInput(context, batch);
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) {
        TokenBatch batch = (TokenBatch) context.getAttachment(PoolingTranslator.BATCH);
        FloatBuffer values = checked(outputs, batch);
        int dimension = output.dimension();
        int tokens = 0;
        for (int row = 0; row < batch.rows(); row++) {
            tokens += batch.content(row);
        }
        float[] vectors = new float[tokens * dimension];
        int next = 0;
        for (int row = 0; row < batch.rows(); row++) {
            int first = row * batch.width() + batch.head(row);
            int length = batch.content(row) * dimension;
            values.get(first * dimension, vectors, next, length);
            next += length;
        }
        for (float value : vectors) {
            if (!Float.isFinite(value)) {
                throw fault("the graph gave a word vector with " + value + "; it cannot be used");
            }
        }
        return vectors;
    }

    private FloatBuffer checked(NDList outputs, TokenBatch batch) {
        NDArray vectors = outputs.get(output.name());
        if (vectors == null) {
            throw fault(
                    "the graph has no output \""
                            + output.name()
                            + "\", only "
                            + outputs.stream().map(NDArray::getName).toList()
                            + "; mend \"words\" in "
                            + ModelManifest.FILE_NAME);
        }
        Shape expected = new Shape(batch.rows(), batch.width(), output.dimension());
        if (vectors.getDataType() != DataType.FLOAT32 || !vectors.getShape().equals(expected)) {
            throw fault(
                    "the graph's output \""
                            + output.name()
                            + "\" is "
                            + vectors.getDataType()
                            + " of shape "
                            + vectors.getShape()
                            + ", the manifest asks for float32 of shape "
                            + expected
                            + "; mend \"words\" in "
                            + ModelManifest.FILE_NAME);
        }
        return vectors.toByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private MalformedInputException fault(String reason) {
        return new MalformedInputException(place, reason);
    }
}
