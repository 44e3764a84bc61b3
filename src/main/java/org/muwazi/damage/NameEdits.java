package org.muwazi.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.muwazi.score.NameExtractor;
import org.muwazi.score.NameMatcher;
import org.muwazi.score.NameMention;
import org.muwazi.text.Language;
import org.muwazi.text.TranslationUnit.Variant;

/** Names misspelt or replaced. */
final class NameEdits {

    private NameEdits() {}

    /** One letter of a name edited. */
    private interface LetterEdit {
        CharSequence of(String name, int at);
    }

    static Optional<String> letterDropped(Clean clean, Random random) {
        Variant source = clean.source();
        Variant target = clean.target();
        return atName(
                source, target, random, (name, at) -> new StringBuilder(name).deleteCharAt(at));
    }

    static Optional<String> lettersSwapped(Clean clean, Random random) {
        Variant source = clean.source();
        Variant target = clean.target();
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

    static Optional<String> letterReplaced(Clean clean, Random random) {
        Variant source = clean.source();
        Variant target = clean.target();
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

    static Optional<String> twoLetters(Clean clean, Random random) {
        Variant target = clean.target();
        return letterReplaced(clean, new Random(random.nextLong()))
                .flatMap(once -> atSameWord(target.text(), once, random));
    }

    static Optional<String> replaced(Clean clean, Random random) {
        Variant source = clean.source();
        Variant target = clean.target();
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

    // A name of the source that the target has, one letter of it edited, not the first.
    private static Optional<String> atName(
            Variant source, Variant target, Random random, LetterEdit edit) {
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
}
