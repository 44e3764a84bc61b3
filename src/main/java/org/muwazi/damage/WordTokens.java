package org.muwazi.damage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.text.Span;

/**
 * The words that marks and post-edits are counted in: runs of letters, digits and their marks, and
 * every other visible character for itself. The same on both sides of a comparison, whether or not
 * one of them was tokenised before.
 */
public final class WordTokens {

    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]");

    private WordTokens() {}

    /** Places of the words, ascending and disjoint. */
    public static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            spans.add(new Span(token.start(), token.end()));
        }
        return List.copyOf(spans);
    }

    /** The words. */
    public static List<String> of(String text) {
        return spans(text).stream().map(span -> span.of(text)).toList();
    }

    /** What white space parts. */
    static List<String> parted(String text) {
        return Arrays.asList(text.strip().split("\\s+"));
    }
}
