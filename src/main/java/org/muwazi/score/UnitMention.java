package org.muwazi.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muwazi.score.UnitWords.Unit;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/**
 * A unit in a text, with the number it counts where there is one: {@code 80 km}, {@code this week}.
 *
 * @param number what is counted
 * @param span place of the unit
 * @param text the unit as it stands there
 * @param units what it may mean, at least one: a pound is a weight or money
 */
record UnitMention(Optional<NumberMention> number, Span span, String text, Set<Unit> units) {

    /** What may stand between a number and its unit, beside white space. */
    private static final String BETWEEN = "-\u2010\u2011\u00b0\u00ba";

    /** Letters of a word that may stand there: "5 million US dollars", "deux millions d'euros". */
    private static final int FARTHEST_WORD = 4;

    /** The units of a text: those with a number in reading order, then those without. */
    static List<UnitMention> of(String text, Language language) {
        List<UnitMention> found = new ArrayList<>();
        List<Token> tokens = Tokens.of(text, language);
        for (NumberMention number : NumberExtractor.extract(text, language)) {
            if (!number.isDate()) {
                new Search(number, text, language).counted(tokens).ifPresent(found::add);
            }
        }
        for (Token token : tokens) {
            Set<Unit> units = UnitWords.alone(token.text(), language);
            boolean free = found.stream().noneMatch(mention -> mention.span().equals(token.span()));
            if (!units.isEmpty() && free) {
                found.add(new UnitMention(Optional.empty(), token.span(), token.text(), units));
            }
        }
        return found;
    }

    /** True where both may mean the same unit. */
    boolean sharesUnitWith(UnitMention other) {
        return units.stream().anyMatch(other.units::contains);
    }

    /** True where both may measure the same, such as a length. */
    boolean measuresAs(UnitMention other) {
        return units.stream()
                .anyMatch(
                        unit ->
                                other.units.stream()
                                        .anyMatch(u -> u.measured().equals(unit.measured())));
    }

    /** True where both count, and may count the same. */
    boolean countsAs(UnitMention other) {
        return number.isPresent()
                && other.number.isPresent()
                && number.get().agreesWith(other.number.get());
    }

    /** Looks for what a number counts. */
    private record Search(NumberMention number, String text, Language language) {

        Optional<UnitMention> counted(List<Token> tokens) {
            int after = skipSpace(number.span().end());
            Optional<UnitMention> behind =
                    sign(after).or(() -> word(after, wordEnd(after)).map(this::withOther));
            return behind.or(() -> sign(before())).or(() -> beyondOneWord(after, tokens));
        }

        private int skipSpace(int start) {
            int at = start;
            while (at < text.length()
                    && (Character.isSpaceChar(text.charAt(at))
                            || BETWEEN.indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            return at;
        }

        private int before() {
            int at = number.span().start() - 1;
            while (at > 0 && Character.isSpaceChar(text.charAt(at))) {
                at--;
            }
            return at;
        }

        private int wordEnd(int start) {
            int end = start;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private Optional<UnitMention> sign(int at) {
            boolean possible =
                    at >= 0 && at < text.length() && !Character.isLetter(text.charAt(at));
            return possible ? word(at, at + 1) : Optional.empty();
        }

        private Optional<UnitMention> word(int start, int end) {
            if (start >= end) {
                return Optional.empty();
            }
            String word = text.substring(start, end);
            Set<Unit> units = UnitWords.counted(word, language);
            return units.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new UnitMention(
                                    Optional.of(number), new Span(start, end), word, units));
        }

        // "100 yards/metres" is both.
        private UnitMention withOther(UnitMention mention) {
            int slash = mention.span().end();
            if (slash >= text.length() || text.charAt(slash) != '/') {
                return mention;
            }
            Set<Unit> units = new LinkedHashSet<>(mention.units());
            word(slash + 1, wordEnd(slash + 1)).ifPresent(other -> units.addAll(other.units()));
            return new UnitMention(mention.number(), mention.span(), mention.text(), units);
        }

        private Optional<UnitMention> beyondOneWord(int after, List<Token> tokens) {
            for (int t = 0; t + 1 < tokens.size(); t++) {
                Token between = tokens.get(t);
                if (between.start() == after && between.text().length() <= FARTHEST_WORD) {
                    Token unit = tokens.get(t + 1);
                    boolean close = skipSpace(between.end()) == unit.start();
                    // A single letter is a unit only right behind its number.
                    return close && unit.text().length() > 1
                            ? word(unit.start(), unit.end())
                            : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }
}
