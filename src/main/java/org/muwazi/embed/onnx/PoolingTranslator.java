package org.muwazi.embed.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.muwazi.text.MalformedInputException;

/**
 * A batch of token windows to unit vectors, row-major, shape (rows, dimension). DJL's own
 * text-embedding translator refuses outputs that are pooled already.
 */
final class PoolingTranslator implements NoBatchifyTranslator<TokenBatch, float[]> {

    static final String BATCH = "batch";

    private final String place;
    private final ModelManifest manifest;

    /**
     * A translator for one model.
     *
     * @param place name of the model for messages
     */
    PoolingTranslator(String place, ModelManifest manifest) {
        this.place = place;
        this.manifest = manifest;
    }

    @Override
    public NDList processInput(TranslatorContext context, TokenBatch batch) {
        context.setAttachment(BATCH, batch);
        NDManager manager = context.getNDManager();
        Shape shape = new Shape(batch.rows(), batch.width());
        NDList inputs = new NDList();
        inputs.add(named(manager.create(batch.ids(), shape), manifest.inputs().inputIds()));
        inputs.add(named(manager.create(batch.mask(), shape), manifest.inputs().attentionMask()));
        manifest.inputs()
                .tokenTypeIds()
                .ifPresent(name -> inputs.add(named(manager.create(batch.typeIds(), shape), name)));
        return inputs;
    }

    static NDArray named(NDArray array, String name) {
        array.setName(name);
        return array;
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) {
        TokenBatch batch = (TokenBatch) context.getAttachment(BATCH);
        NDArray output = outputs.get(manifest.output().name());
        if (output == null) {
            throw fault(
                    "the graph has no output \""
                            + manifest.output().name()
                            + "\", only "
                            + outputs.stream().map(NDArray::getName).toList()
                            + "; mend \"output\" in "
                            + ModelManifest.FILE_NAME);
        }
        checkShape(output, batch);
        FloatBuffer values = output.toByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
        int dimension = manifest.dimension();
        float[] rows = new float[batch.rows() * dimension];
        for (int row = 0; row < batch.rows(); row++) {
            switch (manifest.output().pooling()) {
                case NONE -> values.get(row * dimension, rows, row * dimension, dimension);
                case CLS ->
                        values.get(
                                row * batch.width() * dimension, rows, row * dimension, dimension);
                case MEAN -> mean(values, batch, row, rows);
            }
            normalise(rows, row * dimension, dimension);
        }
        return rows;
    }

    private void checkShape(NDArray output, TokenBatch batch) {
        if (output.getDataType() != DataType.FLOAT32) {
            throw fault(
                    "the graph's output is of type "
                            + output.getDataType()
                            + ", expected float32; export it with a cast at the end");
        }
        Shape expected =
                manifest.output().pooling() == Pooling.NONE
                        ? new Shape(batch.rows(), manifest.dimension())
                        : new Shape(batch.rows(), batch.width(), manifest.dimension());
        if (!output.getShape().equals(expected)) {
            throw fault(
                    "the graph's output has shape "
                            + output.getShape()
                            + ", the manifest's dimension and pooling ask for "
                            + expected
                            + "; mend \"dimension\" or \"pooling\" in "
                            + ModelManifest.FILE_NAME);
        }
    }

    // Padding is on the right, so a row's own tokens are its first ones.
    private void mean(FloatBuffer values, TokenBatch batch, int row, float[] rows) {
        int dimension = manifest.dimension();
        float[] token = new float[dimension];
        int length = batch.length(row);
        for (int position = 0; position < length; position++) {
            values.get((row * batch.width() + position) * dimension, token);
            for (int k = 0; k < dimension; k++) {
                rows[row * dimension + k] += token[k];
            }
        }
    }

    private void normalise(float[] rows, int start, int dimension) {
        double squares = 0;
        for (int k = start; k < start + dimension; k++) {
            squares += (double) rows[k] * rows[k];
        }
        double length = Math.sqrt(squares);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw fault(
                    "the graph gave a vector of length " + length + "; the model cannot be used");
        }
        for (int k = start; k < start + dimension; k++) {
            rows[k] = (float) (rows[k] / length);
        }
    }

    private MalformedInputException fault(String reason) {
        return new MalformedInputException(place, reason);
    }
}
