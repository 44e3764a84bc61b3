package org.muwazi.embed.onnx;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.Span;

/*
 * The tokenizer counts in code points of what it was given: the prefix and a part of the text. A
 * token of the SentencePiece kind takes the space before it along; for a reader the word begins
 * after it.
 */
/** Leads the tokenizer's places back to a text. */
final class TokenPlaces {

    private final String text;
    private final int start;
    private final int prefix;

    /**
     * Places in a part of a text.
     *
     * @param start where the part begins, in UTF-16 code units
     * @param prefix what was put before the part
     */
    TokenPlaces(String text, int start, String prefix) {
        this.text = text;
        this.start = start;
        this.prefix = prefix.codePointCount(0, prefix.length());
    }

    /**
     * Places of the tokens {@code from} to {@code to}, ascending, without white space at their
     * ends; empty where a token stands for white space alone or for nothing at all.
     */
    List<Span> of(CharSpan[] tokens, int from, int to) {
        List<Span> places = new ArrayList<>(to - from);
        int codePoints = 0;
        int units = start;
        int last = start;
        for (int i = from; i < to; i++) {
            if (tokens[i] == null) {
                places.add(new Span(last, last));
                continue;
            }
            int first = Math.max(0, tokens[i].getStart() - prefix);
            // Starts ascend but for tokens of one character, which share it.
            if (first < codePoints) {
                codePoints = 0;
                units = start;
            }
            units = text.offsetByCodePoints(units, first - codePoints);
            codePoints = first;
            int length = Math.max(first, tokens[i].getEnd() - prefix) - first;
            Span place = stripped(units, text.offsetByCodePoints(units, length));
            places.add(place);
            last = place.start();
        }
        return places;
    }

    private Span stripped(int from, int to) {
        int first = from;
        int end = to;
        while (first < end && isSpace(text.charAt(first))) {
            first++;
        }
        while (end > first && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(first, end);
    }

    private static boolean isSpace(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }
}
