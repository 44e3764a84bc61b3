package org.muwazi.eval.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.muwazi.text.Language;

/** What Arabic goes through in print, on keyboards and between programs; no letter is wrong. */
enum ArabicNoise implements Noise {
    /** One of the eight marks, tanwin and shadda among them, on six letters of ten. */
    SHORT_VOWELS((text, random) -> afterLetters(text, random, 0.6, ArabicNoise::mark)),
    /** Three of them after three letters of ten. */
    TATWEEL((text, random) -> afterLetters(text, random, 0.3, r -> "\u0640\u0640\u0640")),
    /** After three letters of ten, as Persian keyboards and word processors leave it. */
    ZERO_WIDTH_NON_JOINERS((text, random) -> afterLetters(text, random, 0.3, r -> "\u200C")),
    PERSIAN_LETTERS(
            (text, random) ->
                    text.replace('\u064A', '\u06CC')
                            .replace('\u0649', '\u06CC')
                            .replace('\u0643', '\u06A9')),
    /** The shaped letters of old fonts and of PDF. */
    PRESENTATION_FORMS((text, random) -> shaped(text)),
    ARABIC_INDIC_DIGITS((text, random) -> shifted(text, 0x660)),
    PERSIAN_DIGITS((text, random) -> shifted(text, 0x6F0)),
    /** An embedding round the line. */
    DIRECTION_MARKS((text, random) -> '\u202B' + text + '\u202C'),
    NO_BREAK_SPACES((text, random) -> text.replace(' ', '\u00A0')),
    NUMERIC_ENTITIES(
            (text, random) ->
                    text.codePoints()
                            .mapToObj(c -> c < 128 ? Character.toString(c) : "&#" + c + ";")
                            .collect(Collectors.joining())),
    /** Hamza left off alef, teh marbuta as heh, alef maksura as yeh: how many people type. */
    LETTERS_FOLDED(
            (text, random) ->
                    text.replaceAll("[\u0622\u0623\u0625]", "\u0627")
                            .replace('\u0629', '\u0647')
                            .replace('\u0649', '\u064A'));

    private static final int FORMS_FROM = 0xFE80;
    private static final int FORMS_TO = 0xFEF4;
    private static final int JOINING_BOTH_SIDES = 4;

    private interface Edit {
        String of(String text, Random random);
    }

    private interface Insertion {
        String next(Random random);
    }

    // References to static methods, which have no state to change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Edit edit;

    ArabicNoise(Edit edit) {
        this.edit = edit;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public boolean concerns(Language language) {
        return language == Language.ARABIC;
    }

    @Override
    public String apply(String text, Random random) {
        return edit.of(text, random);
    }

    private static String mark(Random random) {
        return Character.toString(0x64B + random.nextInt(8));
    }

    private static boolean isLetter(char unit) {
        return (unit >= 0x621 && unit <= 0x63A) || (unit >= 0x641 && unit <= 0x64A);
    }

    private static String afterLetters(
            String text, Random random, double share, Insertion insertion) {
        StringBuilder noised = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            noised.append(text.charAt(i));
            if (isLetter(text.charAt(i)) && random.nextDouble() < share) {
                noised.append(insertion.next(random));
            }
        }
        return noised.toString();
    }

    private static String shifted(String text, int zero) {
        return text.codePoints()
                .map(c -> c >= '0' && c <= '9' ? zero + c - '0' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String shaped(String text) {
        Map<Character, List<Character>> forms = forms();
        StringBuilder shaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            List<Character> own = forms.getOrDefault(text.charAt(i), List.of());
            if (own.isEmpty()) {
                shaped.append(text.charAt(i));
                continue;
            }
            int before = i == 0 ? 0 : forms.getOrDefault(text.charAt(i - 1), List.of()).size();
            int after =
                    i + 1 == text.length()
                            ? 0
                            : forms.getOrDefault(text.charAt(i + 1), List.of()).size();
            boolean joinsBefore = before == JOINING_BOTH_SIDES && own.size() > 1;
            boolean joinsAfter = own.size() == JOINING_BOTH_SIDES && after > 1;
            shaped.append(own.get((joinsBefore ? 1 : 0) + (joinsAfter ? 2 : 0)));
        }
        return shaped.toString();
    }

    // Unicode has them in the order isolated, final, initial, medial; letters that do not join to
    // the next have the first two, hamza the first alone.
    private static Map<Character, List<Character>> forms() {
        Map<Character, List<Character>> forms = new HashMap<>();
        for (char form = FORMS_FROM; form <= FORMS_TO; form++) {
            String letter = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            if (letter.length() == 1) {
                forms.computeIfAbsent(letter.charAt(0), key -> new ArrayList<>()).add(form);
            }
        }
        return forms;
    }
}
