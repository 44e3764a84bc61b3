package org.muwazi.cli;

import java.util.List;
import org.muwazi.align.WordAligner;
import org.muwazi.align.WordAlignment;
import org.muwazi.embed.NormalizingWordEncoder;
import org.muwazi.embed.WordEncoder;
import org.muwazi.embed.onnx.OnnxSentenceEncoder;
import org.muwazi.score.Counterparts;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;

/** What the source says at a place, by the links between the words of the two texts. */
final class LinkedWords implements Counterparts {

    private final WordEncoder words;
    private final WordAligner aligner;

    private LinkedWords(WordEncoder words) {
        this.words = words;
        this.aligner = new WordAligner(words);
    }

    /** By the word vectors of an encoder, where it has any. */
    static Counterparts of(OnnxSentenceEncoder encoder) {
        return encoder.hasWords()
                ? new LinkedWords(new NormalizingWordEncoder(encoder.words()))
                : Counterparts.none();
    }

    @Override
    public List<List<Span>> of(String source, String target, List<Span> stretches) {
        WordAlignment alignment = aligner.align(source, target);
        return stretches.stream().map(alignment::sourceOf).toList();
    }

    @Override
    public Signature signature() {
        return words.signature();
    }
}
