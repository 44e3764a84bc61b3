package org.muwazi.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/*
 * Idea. Encoders hardly ever saw prose in capitals; they cut it into pieces of two letters. Words in
 * capitals that stand together are a headline or a heading and are read as if written small. A series
 * of acronyms is none: it has no long word.
 *
 * Figures, forms that were tried and the limits stand in TextNormalizer.
 */
/** Headlines and headings in capitals, put into small letters. */
final class CapitalText {

    // A run inside other text needs more words: two acronyms side by side are common there, and so
    // are names of companies in capitals.
    private static final int WORDS_OF_A_TEXT = 2;
    private static final int WORDS_OF_A_RUN = 3;

    // Letters of the longest word. Hardly an acronym has six, and none that is common has nine.
    private static final int LETTERS_AMONG_OTHERS = 6;
    private static final int LETTERS_ALONE = 9;

    // So many words are prose even if all of them are short.
    private static final int WORDS_OF_ANY_LENGTH = 5;

    private static final Locale TURKISH = new Locale("tr");

    private final String text;
    private final List<Word> run = new ArrayList<>();
    private final StringBuilder lowered;
    private boolean mixed;
    private int done;

    private CapitalText(String text) {
        this.text = text;
        this.lowered = new StringBuilder(text.length());
    }

    /** Where a word stands, in units of UTF-16, and how many letters it has. */
    private record Word(int start, int end, int letters) {}

    private enum Kind {
        CAPITALS,
        SMALL,
        NO_CASE;

        // A sharp s stays as it is among capitals.
        Kind with(int next) {
            if (Character.getType(next) == Character.LOWERCASE_LETTER && next != 0xDF) {
                return SMALL;
            }
            return this == NO_CASE && Character.isUpperCase(next) ? CAPITALS : this;
        }
    }

    /**
     * The text with its runs of words in capitals put into small letters; the text itself if there
     * is none. Digits and punctuation do not end a run, words of other scripts do.
     */
    static String lowered(String text) {
        return new CapitalText(text).lowered();
    }

    private String lowered() {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (Character.isLetter(codePoint)) {
                at = takeWord(at);
            } else {
                at += Character.charCount(codePoint);
            }
        }
        endRun();
        return done == 0 ? text : lowered.append(text, done, text.length()).toString();
    }

    private int takeWord(int start) {
        int end = start;
        int letters = 0;
        Kind kind = Kind.NO_CASE;
        while (end < text.length() && isOfWord(text.codePointAt(end))) {
            int codePoint = text.codePointAt(end);
            letters += Character.isLetter(codePoint) ? 1 : 0;
            kind = kind.with(codePoint);
            end += Character.charCount(codePoint);
        }
        if (kind == Kind.CAPITALS) {
            run.add(new Word(start, end, letters));
        } else {
            mixed = true;
            endRun();
        }
        return end;
    }

    private static boolean isOfWord(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetter(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private void endRun() {
        // Single letters at either end are left: the plan is B, the pronoun I.
        int from = 0;
        int to = run.size();
        while (from < to && run.get(from).letters() == 1) {
            from++;
        }
        while (to > from && run.get(to - 1).letters() == 1) {
            to--;
        }
        if (isProse(run.subList(from, to))) {
            int start = run.get(from).start();
            int end = run.get(to - 1).end();
            lowered.append(text, done, start);
            lowered.append(text.substring(start, end).toLowerCase(locale()));
            done = end;
        }
        run.clear();
    }

    private boolean isProse(List<Word> words) {
        long several = words.stream().filter(word -> word.letters() > 1).count();
        int longest = words.stream().mapToInt(Word::letters).max().orElse(0);
        return several >= (mixed ? WORDS_OF_A_RUN : WORDS_OF_A_TEXT)
                ? longest >= LETTERS_AMONG_OTHERS || several >= WORDS_OF_ANY_LENGTH
                : !mixed && longest >= LETTERS_ALONE;
    }

    // Only Turkish and its neighbours write a capital I with a dot, or a G with a breve.
    private Locale locale() {
        return text.indexOf('\u0130') >= 0 || text.indexOf('\u011E') >= 0 ? TURKISH : Locale.ROOT;
    }
}
