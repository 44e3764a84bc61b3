package org.muwazi.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.muwazi.score.Finding.Kind;
import org.muwazi.score.NumberMention.Value;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/*
 * Both sides are read into mentions, each with every value it may mean. A mention that a translation
 * must repeat and that no mention of the other side shares a value with is a finding. Values are
 * compared as sets, not as multisets: good translations say a number once where the source says it
 * twice, and say it again where the source has a pronoun.
 */
/** Numbers, percentages, sums, dates and times that differ between source and translation. */
public final class NumberDetector implements Detector {

    // Precision at equal prior, rounded down over the directions, of the rows number_changed and
    // number_dropped of eval/results/detectors.tsv. Additions are not damaged there; good
    // translations add years and counts, so they get less.
    private static final double CHANGED = 0.98;
    private static final double DROPPED = 0.97;
    private static final double ADDED = 0.8;

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        String source = unit.source().text();
        String target = unit.target().text();
        List<NumberMention> said = NumberExtractor.extract(source, unit.source().language());
        List<NumberMention> answered = NumberExtractor.extract(target, unit.target().language());
        if (!unit.source().language().isScored() || !unit.target().language().isScored()) {
            return List.of();
        }
        List<NumberMention> missing = unanswered(said, answered, unit.target());
        List<NumberMention> extra = unanswered(answered, said, unit.source());
        List<Finding> findings = new ArrayList<>();
        for (Change change : changes(missing, extra)) {
            missing.remove(change.from());
            extra.remove(change.to());
            findings.add(changed(change));
        }
        for (NumberMention mention : missing) {
            findings.add(dropped(mention, source, target));
        }
        for (NumberMention mention : extra) {
            findings.add(added(mention));
        }
        return Places.inReadingOrder(findings);
    }

    // ---- comparison

    private static List<NumberMention> unanswered(
            List<NumberMention> mentions,
            List<NumberMention> others,
            TranslationUnit.Variant otherSide) {
        List<NumberMention> unanswered = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            NumberMention mention = mentions.get(i);
            if (mention.demanded()
                    && others.stream().noneMatch(mention::agreesWith)
                    && !isSum(mentions, i, others)
                    && !isDual(mention, otherSide)) {
                unanswered.add(mention);
            }
        }
        return unanswered;
    }

    // "three million and 500 thousand" on one side, 3,500,000 on the other.
    private static boolean isSum(
            List<NumberMention> mentions, int index, List<NumberMention> others) {
        double value = mentions.get(index).first().number();
        for (int i = 0; i + 1 < others.size(); i++) {
            if (sum(others.get(i), others.get(i + 1)) == value) {
                return true;
            }
        }
        for (int i = Math.max(0, index - 1); i <= index && i + 1 < mentions.size(); i++) {
            double sum = sum(mentions.get(i), mentions.get(i + 1));
            if (sum >= 1000 && others.stream().anyMatch(other -> other.first().number() == sum)) {
                return true;
            }
        }
        return false;
    }

    // Only round thousands are continued so; any two numbers have some sum.
    private static double sum(NumberMention a, NumberMention b) {
        double first = a.first().number();
        double second = b.first().number();
        boolean continued = first >= 1000 && first % 1000 == 0 && second > 0 && second < first;
        return continued && !a.isDate() && !b.isDate() ? first + second : Double.NaN;
    }

    // Arabic says "two" by the form of the noun.
    private static boolean isDual(NumberMention mention, TranslationUnit.Variant otherSide) {
        if (otherSide.language() != Language.ARABIC
                || mention.isDate()
                || mention.first().number() != 2) {
            return false;
        }
        return Tokens.of(otherSide.text(), Language.ARABIC).stream()
                .anyMatch(token -> token.folded().length() > 3 && hasDualEnding(token.folded()));
    }

    private static boolean hasDualEnding(String folded) {
        return folded.endsWith("\u0627\u0646")
                || folded.endsWith("\u064a\u0646")
                || folded.endsWith("\u062a\u0627")
                || folded.endsWith("\u062a\u064a")
                || folded.endsWith("\u0647\u0645\u0627");
    }

    private record Change(NumberMention from, NumberMention to, double distance) {}

    // The nearest values first, so that 60,000 is held against 6,000 and not against a year.
    private static List<Change> changes(List<NumberMention> missing, List<NumberMention> extra) {
        List<Change> candidates = new ArrayList<>();
        for (NumberMention from : missing) {
            for (NumberMention to : extra) {
                if (from.first().kind() == to.first().kind()) {
                    candidates.add(new Change(from, to, distance(from.first(), to.first())));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Change::distance));
        List<Change> chosen = new ArrayList<>();
        for (Change candidate : candidates) {
            if (chosen.stream()
                    .noneMatch(
                            c ->
                                    c.from().equals(candidate.from())
                                            || c.to().equals(candidate.to()))) {
                chosen.add(candidate);
            }
        }
        return chosen;
    }

    private static double distance(Value a, Value b) {
        return Math.abs(Math.log1p(a.number()) - Math.log1p(b.number()));
    }

    // ---- findings

    private static Finding changed(Change change) {
        Explanation.Value from = shown(change.from());
        Explanation.Value to = shown(change.to());
        double factor = change.to().first().number() / change.from().first().number();
        Explanation explanation =
                isPowerOfTen(factor) && !change.from().isDate()
                        ? Messages.text("number.factor", from, to, figure(factor))
                        : Messages.text("number.changed", from, to);
        return new Finding(
                Kind.NUMBER,
                1,
                change.to().span(),
                Severity.CRITICAL,
                CHANGED,
                change.to().text(),
                explanation);
    }

    private static boolean isPowerOfTen(double factor) {
        double exponent = Math.log10(factor);
        return exponent != 0 && Math.abs(exponent - Math.rint(exponent)) < 1e-9;
    }

    private static Finding dropped(NumberMention mention, String source, String target) {
        return new Finding(
                Kind.NUMBER,
                1,
                Places.answering(mention.span(), source, target),
                Severity.MAJOR,
                DROPPED,
                mention.text(),
                Messages.text(
                        mention.isDate() ? "date.dropped" : "number.dropped", shown(mention)));
    }

    private static Finding added(NumberMention mention) {
        Span span = mention.span();
        return new Finding(
                Kind.NUMBER,
                1,
                span,
                Severity.MAJOR,
                ADDED,
                mention.text(),
                Messages.text(mention.isDate() ? "date.added" : "number.added", shown(mention)));
    }

    // Numerals are shown by value, so that readers of either language can compare them.
    private static Explanation.Value shown(NumberMention mention) {
        boolean numeral = mention.text().codePoints().anyMatch(Character::isDigit);
        return numeral && !mention.isDate()
                ? figure(mention.first().number())
                : new Explanation.Words(mention.text());
    }

    private static Explanation.Figure figure(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return new Explanation.Figure(exact.setScale(Math.max(0, exact.scale())));
    }
}
