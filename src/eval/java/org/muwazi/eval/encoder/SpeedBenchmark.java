package org.muwazi.eval.encoder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.muwazi.embed.onnx.ModelFile;
import org.muwazi.embed.onnx.ModelManifest;
import org.muwazi.eval.Bootstrap.Interval;
import org.muwazi.eval.quality.Figure;

/** Size, speed, start and memory of a model, each process with the heap that the launcher gives. */
final class SpeedBenchmark {

    private static final int STARTS = 5;
    private static final double BYTES_A_MEBIBYTE = 1 << 20;
    private static final int FIELDS = 4;

    private SpeedBenchmark() {}

    /**
     * Figures of one model.
     *
     * @param folder of the model
     * @param data folder of the benchmarks
     */
    static List<Figure> figures(Path folder, Path data) throws IOException, InterruptedException {
        double[] starts = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            starts[i] = measured(folder, data, "start")[0];
        }
        Arrays.sort(starts);
        double[] rate = measured(folder, data, "rate");
        long bytes = ModelManifest.read(folder).files().stream().mapToLong(ModelFile::bytes).sum();
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("sentences a second, one thread", rate[1], "best of 3 rounds", false));
        figures.add(figure("sentences a CPU second", rate[2], "best of 3 rounds", true));
        figures.add(
                new Figure(
                        "speed",
                        "FLORES",
                        OpenedModel.NORMALIZED,
                        "cold start to first vector, seconds",
                        new Interval(starts[STARTS / 2], starts[0], starts[STARTS - 1]),
                        "median of " + STARTS + ", least and most",
                        false));
        figures.add(figure("size of the files, MiB", bytes / BYTES_A_MEBIBYTE, "1 model", true));
        figures.add(figure("peak memory, MiB", rate[3], "1 process", true));
        return figures;
    }

    private static Figure figure(String measure, double value, String n, boolean headline) {
        return new Figure(
                "speed",
                "FLORES",
                OpenedModel.NORMALIZED,
                measure,
                new Interval(value, Double.NaN, Double.NaN),
                n,
                headline);
    }

    private static double[] measured(Path folder, Path data, String what)
            throws IOException, InterruptedException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms64m",
                        "-Xmx1536m",
                        "-XX:+UseSerialGC",
                        "-Dai.djl.offline=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EncoderSpeed.class.getName(),
                        folder.toString(),
                        data.toString(),
                        what);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0 || line.isEmpty()) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "the measurement of %s ended with exit code %d",
                            folder,
                            process.exitValue()));
        }
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IOException("the measurement of " + folder + " gave \"" + line + "\"");
        }
        return Arrays.stream(fields).mapToDouble(Double::parseDouble).toArray();
    }
}
