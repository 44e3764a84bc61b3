package org.muwazi.embed.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.muwazi.embed.WordEncoder;
import org.muwazi.embed.WordVectors;
import org.muwazi.embed.onnx.ModelManifest.WordOutput;
import org.muwazi.embed.onnx.WindowTokenizer.PlacedWindows;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;

/** Vectors of tokens from the second output of a sentence encoder's graph. */
final class OnnxWordEncoder implements WordEncoder {

    private final OnnxSentenceEncoder encoder;
    private final WordOutput output;

    /** Works with the model, the tokenizer and the threads of an encoder. */
    OnnxWordEncoder(OnnxSentenceEncoder encoder, WordOutput output) {
        this.encoder = encoder;
        this.output = output;
    }

    @Override
    public List<WordVectors> encodeWords(List<String> texts) {
        return encoder.whileOpen(
                () -> {
                    List<String> given = List.copyOf(texts);
                    List<WordVectors> vectors = new ArrayList<>(given.size());
                    for (Span portion : OnnxSentenceEncoder.portions(given)) {
                        vectors.addAll(
                                encodePortion(given.subList(portion.start(), portion.end())));
                    }
                    return List.copyOf(vectors);
                });
    }

    private List<WordVectors> encodePortion(List<String> texts) {
        List<Callable<PlacedWindows>> tasks = new ArrayList<>();
        texts.forEach(text -> tasks.add(() -> encoder.tokenizer().placedWindows(text)));
        List<PlacedWindows> placed = encoder.workers().runAll(tasks);
        List<TokenWindow> windows = new ArrayList<>();
        // A window of special tokens alone has no vector to give.
        placed.forEach(
                text ->
                        text.windows().stream()
                                .filter(window -> window.weight() > 0)
                                .forEach(windows::add));
        List<float[]> vectors = run(windows);
        List<WordVectors> rows = new ArrayList<>(texts.size());
        int next = 0;
        for (PlacedWindows text : placed) {
            int tokens = text.places().size();
            float[] joined = new float[tokens * output.dimension()];
            int filled = 0;
            while (filled < joined.length) {
                float[] window = vectors.get(next);
                System.arraycopy(window, 0, joined, filled, window.length);
                filled += window.length;
                next++;
            }
            rows.add(new WordVectors(text.places(), joined, output.dimension()));
        }
        return rows;
    }

    /** The vectors of each window's own tokens. */
    private List<float[]> run(List<TokenWindow> windows) {
        float[][] vectors = new float[windows.size()][];
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (List<Integer> members : TokenBatch.shares(windows, encoder.batchTokens())) {
            tasks.add(
                    () -> {
                        float[] rows =
                                encoder.model()
                                        .runWords(
                                                new TokenBatch(
                                                        members.stream()
                                                                .map(windows::get)
                                                                .toList()));
                        int from = 0;
                        for (int member : members) {
                            int to = from + windows.get(member).weight() * output.dimension();
                            vectors[member] = Arrays.copyOfRange(rows, from, to);
                            from = to;
                        }
                        return true;
                    });
        }
        encoder.workers().runAll(tasks);
        return Arrays.asList(vectors);
    }

    @Override
    public int wordDimension() {
        encoder.checkOpenNow();
        return output.dimension();
    }

    /** That of the sentence encoder with the name of the output among the settings. */
    @Override
    public Signature signature() {
        Signature sentences = encoder.signature();
        Map<String, String> settings = new TreeMap<>(sentences.settings());
        settings.put("words", output.name());
        return new Signature(sentences.name(), settings, sentences.version());
    }
}
