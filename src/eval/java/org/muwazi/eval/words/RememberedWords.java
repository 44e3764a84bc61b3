package org.muwazi.eval.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muwazi.embed.WordEncoder;
import org.muwazi.embed.WordVectors;
import org.muwazi.text.Signature;

/** Encodes each text once, however many rules look at it. For one thread. */
final class RememberedWords implements WordEncoder {

    private final WordEncoder encoder;
    private final Map<String, WordVectors> remembered = new HashMap<>();

    RememberedWords(WordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public List<WordVectors> encodeWords(List<String> texts) {
        return texts.stream()
                .map(
                        text ->
                                remembered.computeIfAbsent(
                                        text, one -> encoder.encodeWords(List.of(one)).get(0)))
                .toList();
    }

    @Override
    public int wordDimension() {
        return encoder.wordDimension();
    }

    @Override
    public Signature signature() {
        return encoder.signature();
    }
}
