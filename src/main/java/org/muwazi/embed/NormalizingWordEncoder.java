package org.muwazi.embed;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;

/**
 * Normalises text before its words are encoded (see {@link TextNormalizer}) and leads the places of
 * the tokens back to the text as it was given. Text of which nothing would be left is encoded as it
 * is.
 */
public final class NormalizingWordEncoder implements WordEncoder {

    private final WordEncoder encoder;

    /** Puts the normaliser in front of an encoder. */
    public NormalizingWordEncoder(WordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public List<WordVectors> encodeWords(List<String> texts) {
        List<NormalizedText> normalized =
                texts.stream().map(NormalizingWordEncoder::normalized).toList();
        List<WordVectors> encoded =
                encoder.encodeWords(normalized.stream().map(NormalizedText::text).toList());
        List<WordVectors> given = new ArrayList<>(encoded.size());
        for (int i = 0; i < encoded.size(); i++) {
            NormalizedText text = normalized.get(i);
            List<Span> places = encoded.get(i).spans().stream().map(text::given).toList();
            given.add(encoded.get(i).at(places));
        }
        return List.copyOf(given);
    }

    private static NormalizedText normalized(String text) {
        NormalizedText normalized = TextNormalizer.trace(text);
        return normalized.text().isBlank() ? NormalizedText.unchanged(text) : normalized;
    }

    @Override
    public int wordDimension() {
        return encoder.wordDimension();
    }

    /** That of the encoder with the normaliser's version among the settings. */
    @Override
    public Signature signature() {
        return TextNormalizer.signed(encoder.signature());
    }
}
