package org.muwazi.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.muwazi.text.TranslationUnit.Variant;

/** Words, phrases and sentences said again. */
final class RepetitionEdits {

    private RepetitionEdits() {}

    static Optional<String> word(Clean clean, Random random) {
        Variant target = clean.target();
        return repeated(target.text(), random, 1, 1);
    }

    static Optional<String> phrase(Clean clean, Random random) {
        Variant target = clean.target();
        return repeated(target.text(), random, 2 + random.nextInt(4), 1);
    }

    static Optional<String> loop(Clean clean, Random random) {
        Variant target = clean.target();
        return repeated(target.text(), random, 1 + random.nextInt(5), 3);
    }

    static Optional<String> sentence(Clean clean, Random random) {
        Variant target = clean.target();
        return WordTokens.parted(target.text()).size() < 5
                ? Optional.empty()
                : Optional.of(target.text() + " " + target.text());
    }

    private static Optional<String> repeated(String text, Random random, int length, int times) {
        List<String> words = WordTokens.parted(text);
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
}
