package org.muwazi.eval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.score.NameExtractor;
import org.muwazi.score.NameMatcher;
import org.muwazi.score.NameMention;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * Ways to damage a good translation, for measuring how much of each the detectors see. A damage
 * takes the source and the target and gives the damaged target, or nothing where the pair does not
 * lend itself to it.
 */
enum Damage {
    NUMBER_CHANGED("number") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return atNumeral(target.text(), random, numeral -> changedDigit(numeral, random));
        }
    },
    NUMBER_TIMES_TEN("number") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return atNumeral(target.text(), random, Damage::timesTen);
        }
    },
    NUMBER_DROPPED("number") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return atNumeral(target.text(), random, numeral -> "");
        }
    },
    NAME_LETTER_DROPPED("name") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return atName(
                    source, target, random, (name, at) -> new StringBuilder(name).deleteCharAt(at));
        }
    },
    NAME_LETTERS_SWAPPED("name") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return atName(
                    source,
                    target,
                    random,
                    (name, at) -> {
                        StringBuilder word = new StringBuilder(name);
                        char first = word.charAt(at);
                        word.setCharAt(at, word.charAt(at + 1));
                        word.setCharAt(at + 1, first);
                        return word;
                    });
        }
    },
    NAME_LETTER_REPLACED("name") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            String letters =
                    target.language() == Language.ARABIC
                            ? "\u0628\u062a\u062f\u0631\u0633\u0634\u0641\u0643\u0644\u0645\u0646\u0648\u064a"
                            : "abdefgiklmnoprstu";
            return atName(
                    source,
                    target,
                    random,
                    (name, at) -> {
                        StringBuilder word = new StringBuilder(name);
                        word.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                        return word;
                    });
        }
    },
    NAME_TWO_LETTERS("name") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return NAME_LETTER_REPLACED
                    .apply(source, target, new Random(random.nextLong()))
                    .flatMap(once -> atSameWord(target.text(), once, random));
        }
    },
    NAME_REPLACED("name") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            List<String> others =
                    target.language() == Language.ARABIC
                            ? List.of(
                                    "\u0642\u0631\u0636\u0627\u064a",
                                    "\u0628\u0644\u062e\u064a\u0631",
                                    "\u062f\u0648\u0633\u0643\u0648\u0641",
                                    "\u0647\u0627\u0631\u0648\u0644\u062f")
                            : List.of("Dubrovski", "Harwick", "Belkheir", "Mazouni");
            String other = others.get(random.nextInt(others.size()));
            return atName(source, target, random, (name, at) -> other);
        }
    },
    WORDS_LEFT("untranslated") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            List<String> from = words(source.text());
            List<String> to = words(target.text());
            int length = 2 + random.nextInt(4);
            if (from.size() < length + 3 || to.size() < length + 3) {
                return Optional.empty();
            }
            int at = random.nextInt(from.size() - length);
            int place = Math.min(to.size() - length, at * to.size() / from.size());
            List<String> mixed = new ArrayList<>(to.subList(0, place));
            mixed.addAll(from.subList(at, at + length));
            mixed.addAll(to.subList(place + length, to.size()));
            return Optional.of(String.join(" ", mixed));
        }
    },
    ONE_WORD_LEFT("untranslated") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            List<String> from = words(source.text());
            List<String> to = words(target.text());
            List<String> plain =
                    from.stream()
                            .filter(w -> w.matches("\\p{Ll}{4,}|[\\u0621-\\u064a]{4,}"))
                            .toList();
            if (plain.isEmpty() || to.size() < 4) {
                return Optional.empty();
            }
            String word = plain.get(random.nextInt(plain.size()));
            int place = Math.min(to.size() - 1, from.indexOf(word) * to.size() / from.size());
            List<String> mixed = new ArrayList<>(to);
            mixed.set(place, word);
            return Optional.of(String.join(" ", mixed));
        }
    },
    SOURCE_COPIED("untranslated") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return words(source.text()).size() < 4 ? Optional.empty() : Optional.of(source.text());
        }
    },
    WORD_DOUBLED("repetition") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return repeated(target.text(), random, 1, 1);
        }
    },
    PHRASE_DOUBLED("repetition") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return repeated(target.text(), random, 2 + random.nextInt(4), 1);
        }
    },
    LOOP("repetition") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return repeated(target.text(), random, 1 + random.nextInt(5), 3);
        }
    },
    SAID_TWICE("repetition") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return words(target.text()).size() < 5
                    ? Optional.empty()
                    : Optional.of(target.text() + " " + target.text());
        }
    },
    CUT_IN_HALF("length") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            List<String> words = words(target.text());
            return words.size() < 8
                    ? Optional.empty()
                    : Optional.of(String.join(" ", words.subList(0, words.size() / 2)));
        }
    },
    ENTITY("debris") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return atGap(
                    target.text(), random, List.of(" &amp; ", "&nbsp;", " &#1609; ", "&quot; "));
        }
    },
    TAG("debris") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return atGap(
                    target.text(),
                    random,
                    List.of(" <br> ", " </p> ", "<b> ", " <span class=\"x\">"));
        }
    },
    TOKENISATION("debris") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return atGap(target.text(), random, List.of(" @-@ ", " \u2581", " <unk> ", " @,@ "));
        }
    },
    MOJIBAKE("debris") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return atWord(
                    target.text(),
                    random,
                    word -> word.chars().anyMatch(c -> c > 0xbf && c < 0x700),
                    word ->
                            new String(
                                    word.getBytes(StandardCharsets.UTF_8),
                                    StandardCharsets.ISO_8859_1));
        }
    },
    LOST_CHARACTER("debris") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            return atWord(
                    target.text(),
                    random,
                    word -> word.length() > 3,
                    word -> word.charAt(0) + "\ufffd" + word.substring(2));
        }
    },
    NEGATION_DROPPED("negation") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            String text = target.text();
            String without =
                    switch (target.language()) {
                        case ENGLISH ->
                                text.replaceFirst(
                                                "\\b(?:do|does|did) not\\b |\\b(?:not|never) ", "")
                                        .replaceFirst(
                                                "(?<=is|are|was|were|has|have|would|could)n['\u2019]t",
                                                "");
                        case FRENCH ->
                                text.replaceFirst(
                                        "\\b(?:ne |n['\u2019])(\\p{L}+(?:['\u2019 -]\\p{L}+)?) (?:pas|jamais|plus)\\b",
                                        "$1");
                        default ->
                                text.replaceFirst(
                                        "(?<!\\p{L})(?:\u0648|\u0641)?(?:\u0644\u0645|\u0644\u0646|\u0644\u064a\u0633|\u0644\u0627) (?!\u064a\u0632\u0627\u0644|\u062a\u0632\u0627\u0644)",
                                        "");
                    };
            return without.equals(text) ? Optional.empty() : Optional.of(without);
        }
    },
    GRAMMAR_BROKEN("fluency") {
        @Override
        Optional<String> apply(Variant source, Variant target, Random random) {
            List<String> broken = new ArrayList<>();
            String[][] rules =
                    switch (target.language()) {
                        case FRENCH ->
                                new String[][] {
                                    {"\\bl['\u2019](?=[aeio\u00e9]\\p{Ll}{3})", "le "},
                                    {"\\b(des \\p{Ll}{4,})s\\b", "$1"},
                                    {"\\bdu (?=\\p{Ll}{4}\\p{Ll}*[^er]\\b)", "de le "},
                                    {"\\bles (?=\\p{Ll}{3})", "le les "}
                                };
                        case ENGLISH ->
                                new String[][] {
                                    {"\\ban (?=[aeio]\\p{Ll}{3})", "a "},
                                    {"\\ba (?=[bcdfgklmnprst]\\p{Ll}{3})", "an "},
                                    {"\\bthe (?=\\p{Ll}{3})", "the an "},
                                    {"\\b(?:is|was) (?=\\p{Ll}{3})", "is are "}
                                };
                        default ->
                                new String[][] {
                                    {
                                        " \u0641\u064a (?=\\p{L})",
                                        " \u0641\u064a \u0639\u0644\u0649 "
                                    },
                                    {
                                        " \u0625\u0644\u0649 (?=\\p{L})",
                                        " \u0625\u0644\u0649 \u0641\u064a "
                                    },
                                    {
                                        " (\u0641\u064a|\u0645\u0646|\u0639\u0644\u0649) \u0647\u0630\u0647 (?=\u0627\u0644\\p{L}+\u0629\\b)",
                                        " $1 \u0647\u0630\u0627 "
                                    }
                                };
                    };
            for (String[] rule : rules) {
                Matcher matcher = Pattern.compile(rule[0]).matcher(target.text());
                if (matcher.find()) {
                    broken.add(matcher.replaceFirst(rule[1]));
                }
            }
            return broken.isEmpty()
                    ? Optional.empty()
                    : Optional.of(broken.get(random.nextInt(broken.size())));
        }
    };

    private static final Pattern NUMERAL =
            Pattern.compile(
                    "(?<![\\p{L}\\d.,:/-])\\d+(?:[.,]\\d+|[ \\u00a0\\u202f]\\d{3}(?!\\d))*"
                            + "(?![\\p{L}\\d:/-])");
    private final String detector;

    Damage(String detector) {
        this.detector = detector;
    }

    /** Which detector has to see it. */
    String detector() {
        return detector;
    }

    /** The damaged target; never the target itself. */
    abstract Optional<String> apply(Variant source, Variant target, Random random);

    // ---- shared

    interface Edit {
        CharSequence of(String name, int at);
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.strip().split("\\s+"));
    }

    private static Optional<String> atNumeral(
            String text, Random random, java.util.function.UnaryOperator<String> edit) {
        Matcher matcher = NUMERAL.matcher(text);
        List<int[]> places = new ArrayList<>();
        while (matcher.find()) {
            // A bare one may be an article in the source, a number at the head or in brackets
            // counts paragraphs, and one that comes twice is still there after the damage.
            String group = matcher.group();
            boolean listed =
                    group.length() < 3
                            && (matcher.start() == 0 || text.charAt(matcher.start() - 1) == '(');
            boolean twice = text.indexOf(group) != text.lastIndexOf(group);
            if (!group.equals("1") && !listed && !twice) {
                places.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        int[] place = places.get(random.nextInt(places.size()));
        String edited = edit.apply(text.substring(place[0], place[1]));
        return Optional.of(text.substring(0, place[0]) + edited + text.substring(place[1]));
    }

    // Behind a decimal mark a nought would change nothing.
    private static String timesTen(String numeral) {
        int mark = Math.max(numeral.lastIndexOf('.'), numeral.lastIndexOf(','));
        boolean decimal = mark >= 0 && numeral.length() - mark != 4;
        return decimal ? numeral.substring(0, mark) + '0' + numeral.substring(mark) : numeral + "0";
    }

    private static String changedDigit(String numeral, Random random) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < numeral.length(); i++) {
            if (Character.isDigit(numeral.charAt(i))) {
                digits.add(i);
            }
        }
        int at = digits.get(random.nextInt(digits.size()));
        int zero = numeral.charAt(at) - Character.digit(numeral.charAt(at), 10);
        int old = Character.digit(numeral.charAt(at), 10);
        int changed = 1 + (old + random.nextInt(8)) % 9;
        if (changed == old) {
            changed = changed == 9 ? 1 : changed + 1;
        }
        return numeral.substring(0, at) + (char) (zero + changed) + numeral.substring(at + 1);
    }

    // A name of the source that the target has, one letter of it edited, not the first.
    private static Optional<String> atName(
            Variant source, Variant target, Random random, Edit edit) {
        List<int[]> places = new ArrayList<>();
        Variant latin = source.language() == Language.ARABIC ? target : source;
        for (NameMention name : NameExtractor.names(latin.text(), latin.language())) {
            if (!name.certain()) {
                continue;
            }
            for (String word : name.text().split("[ -]")) {
                place(word, latin, source, target).ifPresent(places::add);
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        int[] place = places.get(random.nextInt(places.size()));
        String text = target.text();
        String word = text.substring(place[0], place[1]);
        // The first letter stays; in Arabic a long vowel written or not is a variant, not a fault.
        List<Integer> letters = new ArrayList<>();
        int first = target.language() == Language.ARABIC ? 2 : 1;
        for (int at = first; at + 1 < word.length(); at++) {
            if ("\u0627\u0648\u064a\u0629".indexOf(word.charAt(at)) < 0) {
                letters.add(at);
            }
        }
        if (letters.isEmpty()) {
            return Optional.empty();
        }
        int at = letters.get(random.nextInt(letters.size()));
        String edited = edit.of(word, at).toString();
        return edited.equals(word)
                ? Optional.empty()
                : Optional.of(text.substring(0, place[0]) + edited + text.substring(place[1]));
    }

    private static Optional<int[]> place(
            String word, Variant latin, Variant source, Variant target) {
        if (word.length() < 5 || !Character.isUpperCase(word.charAt(0))) {
            return Optional.empty();
        }
        if (latin.equals(target)) {
            boolean sure =
                    NameMatcher.best(word, target.language(), source.text(), source.language())
                            .filter(match -> match.similarity() >= 0.85)
                            .isPresent();
            int at = target.text().indexOf(word);
            return sure && at > 0
                    ? Optional.of(new int[] {at, at + word.length()})
                    : Optional.empty();
        }
        return NameMatcher.best(word, source.language(), target.text(), target.language())
                .filter(match -> match.similarity() >= 0.85 && match.span().length() >= 4)
                .filter(match -> match.span().of(target.text()).indexOf(' ') < 0)
                .filter(
                        match ->
                                target.language() == Language.ARABIC
                                        || Character.isUpperCase(
                                                target.text().charAt(match.span().start())))
                .map(match -> new int[] {match.span().start(), match.span().end()});
    }

    private static Optional<String> atSameWord(String before, String once, Random random) {
        int at = 0;
        while (at < before.length() && at < once.length() && before.charAt(at) == once.charAt(at)) {
            at++;
        }
        int next = at + (random.nextBoolean() ? 1 : -1);
        if (next <= 0 || next >= once.length() || !Character.isLetter(once.charAt(next))) {
            next =
                    at > 0 && at + 1 < once.length() && Character.isLetter(once.charAt(at + 1))
                            ? at + 1
                            : at - 1;
        }
        if (next <= 0) {
            return Optional.empty();
        }
        boolean capital = Character.isUpperCase(once.charAt(next));
        if (capital) {
            return Optional.empty();
        }
        return Optional.of(new StringBuilder(once).deleteCharAt(next).toString());
    }

    private static Optional<String> repeated(String text, Random random, int length, int times) {
        List<String> words = words(text);
        if (words.size() < length + 3) {
            return Optional.empty();
        }
        int at = 1 + random.nextInt(words.size() - length - 1);
        List<String> phrase = words.subList(at, at + length);
        String joined = String.join(" ", phrase);
        // Marks between would make an enumeration of it.
        if (!joined.matches("[\\p{L}\\p{M} ]+") || joined.length() < 3) {
            return Optional.empty();
        }
        List<String> longer = new ArrayList<>(words.subList(0, at + length));
        for (int i = 0; i < times; i++) {
            longer.addAll(phrase);
        }
        longer.addAll(words.subList(at + length, words.size()));
        return Optional.of(String.join(" ", longer));
    }

    private static Optional<String> atGap(String text, Random random, List<String> pieces) {
        List<String> words = words(text);
        if (words.size() < 3) {
            return Optional.empty();
        }
        int at = 1 + random.nextInt(words.size() - 1);
        return Optional.of(
                String.join(" ", words.subList(0, at))
                        + pieces.get(random.nextInt(pieces.size()))
                        + String.join(" ", words.subList(at, words.size())));
    }

    private static Optional<String> atWord(
            String text,
            Random random,
            java.util.function.Predicate<String> fits,
            java.util.function.UnaryOperator<String> edit) {
        List<String> words = new ArrayList<>(words(text));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (fits.test(words.get(i))) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        int at = places.get(random.nextInt(places.size()));
        words.set(at, edit.apply(words.get(at)));
        return Optional.of(String.join(" ", words));
    }
}
