package org.muwazi.align;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.text.Span;

/**
 * The words of a text that can be linked: runs of letters, digits and their marks with at least one
 * letter or digit. Arabic prefixes and endings stay with their word.
 */
public final class WordSpans {

    private static final Pattern WORD =
            Pattern.compile("\\p{M}*+[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*+");

    private WordSpans() {}

    /** Places of the words, ascending and disjoint. */
    public static List<Span> of(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            spans.add(new Span(word.start(), word.end()));
        }
        return List.copyOf(spans);
    }
}
