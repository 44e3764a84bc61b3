package org.muwazi.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.muwazi.text.TranslationUnit.Variant;

/** Words of the source left in the target. */
final class UntranslatedEdits {

    private UntranslatedEdits() {}

    static Optional<String> words(Clean clean, Random random) {
        Variant source = clean.source();
        Variant target = clean.target();
        List<String> from = WordTokens.parted(source.text());
        List<String> to = WordTokens.parted(target.text());
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

    static Optional<String> oneWord(Clean clean, Random random) {
        Variant source = clean.source();
        Variant target = clean.target();
        List<String> from = WordTokens.parted(source.text());
        List<String> to = WordTokens.parted(target.text());
        List<String> plain =
                from.stream().filter(w -> w.matches("\\p{Ll}{4,}|[\\u0621-\\u064a]{4,}")).toList();
        if (plain.isEmpty() || to.size() < 4) {
            return Optional.empty();
        }
        String word = plain.get(random.nextInt(plain.size()));
        int place = Math.min(to.size() - 1, from.indexOf(word) * to.size() / from.size());
        List<String> mixed = new ArrayList<>(to);
        mixed.set(place, word);
        return Optional.of(String.join(" ", mixed));
    }

    static Optional<String> all(Clean clean, Random random) {
        Variant source = clean.source();
        return WordTokens.parted(source.text()).size() < 4
                ? Optional.empty()
                : Optional.of(source.text());
    }

    /** The same sentence in a third language. */
    static Optional<String> thirdLanguage(Clean clean, Random random) {
        return clean.material()
                .third()
                .map(Variant::text)
                .filter(text -> WordTokens.parted(text).size() >= 4);
    }

    /** The first half as it should be, the second in a third language. */
    static Optional<String> halfInThirdLanguage(Clean clean, Random random) {
        List<String> words = WordTokens.parted(clean.target().text());
        return thirdLanguage(clean, random)
                .map(WordTokens::parted)
                .filter(third -> words.size() >= 8 && third.size() >= 8)
                .map(
                        third ->
                                String.join(" ", words.subList(0, words.size() / 2))
                                        + " "
                                        + String.join(
                                                " ",
                                                third.subList(third.size() / 2, third.size())));
    }
}
