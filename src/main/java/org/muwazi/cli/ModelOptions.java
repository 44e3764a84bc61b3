package org.muwazi.cli;

import java.nio.file.Path;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.QualityModel;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.embed.onnx.OnnxQualityModel;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import picocli.CommandLine.Option;

/** Which models a command works with. */
final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = {
                "Folder of another sentence encoder (manifest.json, ONNX graph, tokenizer).",
                "Default: " + Toolkit.DEFAULT_ENCODER + " in the models folder."
            })
    private Path encoder;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Folder of the models. Default: models in the repository of the program.")
    private Path models;

    /** Opens the models that were asked for; the caller closes them. */
    Toolkit open() {
        return open(EstimatorKind.FAST);
    }

    /** The same, with the model that reads both sides of a pair where it is wanted. */
    Toolkit open(EstimatorKind estimator) {
        return Toolkit.open(modelsFolder(), encoderFolder(), estimator);
    }

    /** Opens the model that reads both sides of a pair; the caller closes it. */
    QualityModel openQuality() {
        return OnnxQualityModel.open(modelsFolder().resolve(Toolkit.QUALITY_MODEL));
    }

    /** Opens the sentence encoder alone, without the memory for sentences met before. */
    SentenceEncoder openEncoder(int threads) {
        return new NormalizingEncoder(OnnxSentenceEncoder.open(encoderFolder(), threads));
    }

    /**
     * The same for texts as they are; a vector does not depend on what else is encoded, to the last
     * bit.
     */
    OnnxSentenceEncoder openExactEncoder() {
        return OnnxSentenceEncoder.openTextByText(
                encoderFolder(), Runtime.getRuntime().availableProcessors());
    }

    private Path encoderFolder() {
        return encoder == null ? modelsFolder().resolve(Toolkit.DEFAULT_ENCODER) : encoder;
    }

    private Path modelsFolder() {
        return models == null ? ModelsFolder.find() : models;
    }
}
