package org.muwazi.damage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.muwazi.text.TranslationUnit.Variant;

/** What markup, tokenisers and wrong encodings leave behind. */
final class DebrisEdits {

    private DebrisEdits() {}

    static Optional<String> entity(Clean clean, Random random) {
        Variant target = clean.target();
        return atGap(target.text(), random, List.of(" &amp; ", "&nbsp;", " &#1609; ", "&quot; "));
    }

    static Optional<String> tag(Clean clean, Random random) {
        Variant target = clean.target();
        return atGap(
                target.text(), random, List.of(" <br> ", " </p> ", "<b> ", " <span class=\"x\">"));
    }

    static Optional<String> tokenisation(Clean clean, Random random) {
        Variant target = clean.target();
        return atGap(target.text(), random, List.of(" @-@ ", " \u2581", " <unk> ", " @,@ "));
    }

    static Optional<String> mojibake(Clean clean, Random random) {
        Variant target = clean.target();
        return atWord(
                target.text(),
                random,
                word -> word.chars().anyMatch(c -> c > 0xbf && c < 0x700),
                word ->
                        new String(
                                word.getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1));
    }

    static Optional<String> lostCharacter(Clean clean, Random random) {
        Variant target = clean.target();
        return atWord(
                target.text(),
                random,
                word -> word.length() > 3,
                word -> word.charAt(0) + "\ufffd" + word.substring(2));
    }

    private static Optional<String> atGap(String text, Random random, List<String> pieces) {
        List<String> words = WordTokens.parted(text);
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
            String text, Random random, Predicate<String> fits, UnaryOperator<String> edit) {
        List<String> words = new ArrayList<>(WordTokens.parted(text));
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
