package org.muwazi.eval.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.muwazi.text.Language;

/**
 * Slips of the hand and habits of typing. The slips hit one word of five, and one at least, among
 * the words of four letters and more.
 */
enum TypingNoise implements Noise {
    /** Two neighbouring letters in the wrong order. */
    LETTERS_SWAPPED((text, random) -> inWords(text, random, TypingNoise::swapped)),
    LETTER_DROPPED(
            (text, random) ->
                    inWords(
                            text,
                            random,
                            (word, at) -> word.substring(0, at) + word.substring(at + 1))),
    LETTER_DOUBLED(
            (text, random) ->
                    inWords(
                            text,
                            random,
                            (word, at) -> word.substring(0, at) + word.substring(at - 1))),
    /** One space of five missing, one at least. */
    WORDS_RUN_TOGETHER(TypingNoise::withoutSpaces),
    ACCENTS_MISSING(
            (text, random) ->
                    Normalizer.normalize(text, Normalizer.Form.NFD)
                            .replaceAll("[\u0300-\u036F]", "")) {
        @Override
        public boolean concerns(Language language) {
            return language == Language.FRENCH;
        }
    },
    LOWER_CASE((text, random) -> text.toLowerCase(Locale.ROOT)) {
        @Override
        public boolean concerns(Language language) {
            return language != Language.ARABIC;
        }
    },
    UPPER_CASE((text, random) -> text.toUpperCase(Locale.ROOT)) {
        @Override
        public boolean concerns(Language language) {
            return language != Language.ARABIC;
        }
    };

    private static final double SHARE = 0.2;
    private static final Pattern WORD = Pattern.compile("(?U)[\\p{L}\\p{M}]{4,}");
    private static final Pattern SPACE = Pattern.compile(" ");

    private interface Edit {
        String of(String text, Random random);
    }

    /** An edit at a letter, from the second to the last but one. */
    private interface Slip {
        String of(String word, int at);
    }

    // References to static methods, which have no state to change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Edit edit;

    TypingNoise(Edit edit) {
        this.edit = edit;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public boolean concerns(Language language) {
        return true;
    }

    @Override
    public String apply(String text, Random random) {
        return edit.of(text, random);
    }

    // Swapping equal letters would change nothing: the next two that differ are taken, if any.
    private static String swapped(String word, int at) {
        for (int i = at; i + 1 < word.length(); i++) {
            if (word.charAt(i) != word.charAt(i + 1)) {
                return word.substring(0, i)
                        + word.charAt(i + 1)
                        + word.charAt(i)
                        + word.substring(i + 2);
            }
        }
        return word;
    }

    private static String inWords(String text, Random random, Slip slip) {
        StringBuilder noised = new StringBuilder(text);
        for (MatchResult word : chosen(WORD, text, random)) {
            int at = 1 + random.nextInt(word.group().length() - 2);
            noised.replace(word.start(), word.end(), slip.of(word.group(), at));
        }
        return noised.toString();
    }

    private static String withoutSpaces(String text, Random random) {
        StringBuilder noised = new StringBuilder(text);
        for (MatchResult space : chosen(SPACE, text.stripTrailing(), random)) {
            noised.deleteCharAt(space.start());
        }
        return noised.toString();
    }

    // From the last to the first, so that an edit moves none of those still to come.
    private static List<MatchResult> chosen(Pattern pattern, String text, Random random) {
        List<MatchResult> all = new ArrayList<>(pattern.matcher(text).results().toList());
        Collections.shuffle(all, random);
        int count = Math.min(all.size(), Math.max(1, (int) Math.round(SHARE * all.size())));
        List<MatchResult> chosen = new ArrayList<>(all.subList(0, count));
        chosen.sort((a, b) -> Integer.compare(b.start(), a.start()));
        return chosen;
    }
}
