package org.muwazi.embed.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muwazi.text.MalformedInputException;

/** One pair's tokens to the numbers of a quality graph. */
final class QualityTranslator
        implements NoBatchifyTranslator<QualityTranslator.Tokens, QualityTranslator.Numbers> {

    private static final int SEVERITIES = 3;

    private final String place;
    private final QualityManifest manifest;

    QualityTranslator(String place, QualityManifest manifest) {
        this.place = place;
        this.manifest = manifest;
    }

    /** Source and target tokens one after the other. */
    static final class Tokens {

        private final long[] ids;
        private final int target;

        /**
         * Takes the array as it is.
         *
         * @param target index of the target's first token
         */
        Tokens(long[] ids, int target) {
            this.ids = ids;
            this.target = target;
        }
    }

    /**
     * What the graph says.
     *
     * @param score as trained
     * @param effort as trained
     * @param critical probability
     * @param tokenError probability of an error, one for each token
     */
    record Numbers(double score, double effort, double critical, List<Float> tokenError) {}

    @Override
    public NDList processInput(TranslatorContext context, Tokens tokens) {
        int length = tokens.ids.length;
        long[] mask = new long[length];
        Arrays.fill(mask, 1);
        long[] types = new long[length];
        Arrays.fill(types, tokens.target, length, 1);
        NDManager manager = context.getNDManager();
        Shape shape = new Shape(1, length);
        return new NDList(
                PoolingTranslator.named(
                        manager.create(tokens.ids, shape), manifest.inputs().inputIds()),
                PoolingTranslator.named(
                        manager.create(mask, shape), manifest.inputs().attentionMask()),
                PoolingTranslator.named(
                        manager.create(types, shape), manifest.inputs().tokenTypeIds()));
    }

    @Override
    public Numbers processOutput(TranslatorContext context, NDList outputs) {
        float[] severity = values(outputs, manifest.outputs().severity());
        if (severity.length != SEVERITIES) {
            throw new MalformedInputException(
                    place,
                    "output \""
                            + manifest.outputs().severity()
                            + "\" has "
                            + severity.length
                            + " values, expected "
                            + SEVERITIES
                            + "; restore the folder from the repository");
        }
        return new Numbers(
                probability(values(outputs, manifest.outputs().score())[0]),
                probability(values(outputs, manifest.outputs().effort())[0]),
                probability(severity[SEVERITIES - 1]),
                boxed(values(outputs, manifest.outputs().tokenError())));
    }

    private float[] values(NDList outputs, String name) {
        NDArray output = outputs.get(name);
        if (output == null) {
            throw new MalformedInputException(
                    place,
                    "the graph has no output \""
                            + name
                            + "\"; restore the folder from the"
                            + " repository");
        }
        return output.toFloatArray();
    }

    private static List<Float> boxed(float[] values) {
        List<Float> boxed = new ArrayList<>(values.length);
        for (float value : values) {
            boxed.add(value);
        }
        return boxed;
    }

    private double probability(float value) {
        if (Float.isNaN(value)) {
            throw new MalformedInputException(
                    place, "the graph gave no number; the model cannot be used");
        }
        return Math.max(0, Math.min(1, value));
    }
}
