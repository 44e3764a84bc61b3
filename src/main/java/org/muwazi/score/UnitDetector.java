package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.TranslationUnit;

/*
 * A number that both sides say is held against its unit: 80 kilometres and 80 metres are a mistake,
 * whatever the rest says. Only units of one measure are compared, since what follows a number need not
 * be what it counts, and a unit that has its like on the other side under the same number is right.
 * Numbers that differ are NumberDetector's, so converted measures (10 miles, 16 km) are no business of
 * this class.
 *
 * Where one side has no number ("this week", an Arabic dual) a unit is at fault only where it is the one
 * of its measure that the source has not, and the source has just one that the translation has not. Years,
 * decades and centuries are not held against each other there: the nineties are any of them.
 */
/** Units and currencies that differ between source and translation. */
public final class UnitDetector implements Detector {

    // Cautious: one clean benchmark pair in 1,400 has such a finding and 63 in 100 damaged ones
    // have
    // (family units, eval/results/detector-families.tsv), but translators also convert and round.
    private static final double COUNTED = 0.95;
    private static final double ALONE = 0.9;

    private static final Set<String> LONG_TIMES = Set.of("year", "decade", "century");

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        if (!unit.source().language().isScored() || !unit.target().language().isScored()) {
            return List.of();
        }
        List<UnitMention> said = UnitMention.of(unit.source().text(), unit.source().language());
        List<UnitMention> answered = UnitMention.of(unit.target().text(), unit.target().language());
        List<Finding> findings = new ArrayList<>();
        for (UnitMention target : answered) {
            Optional<UnitMention> source =
                    otherUnitOfTheNumber(target, said, answered)
                            .or(() -> onlyOther(target, said, answered));
            source.ifPresent(from -> findings.add(changed(from, target)));
        }
        return Places.inReadingOrder(findings);
    }

    private static Optional<UnitMention> otherUnitOfTheNumber(
            UnitMention target, List<UnitMention> said, List<UnitMention> answered) {
        Predicate<UnitMention> answers =
                source ->
                        answered.stream()
                                .anyMatch(t -> t.countsAs(source) && t.sharesUnitWith(source));
        boolean right = said.stream().anyMatch(s -> s.countsAs(target) && s.sharesUnitWith(target));
        return right
                ? Optional.empty()
                : said.stream()
                        .filter(s -> s.countsAs(target) && s.measuresAs(target))
                        .filter(answers.negate())
                        .findFirst();
    }

    private static Optional<UnitMention> onlyOther(
            UnitMention target, List<UnitMention> said, List<UnitMention> answered) {
        List<UnitMention> missing = without(target, said, answered);
        List<UnitMention> extra = without(target, answered, said);
        if (missing.size() != 1 || !extra.equals(List.of(target))) {
            return Optional.empty();
        }
        UnitMention source = missing.get(0);
        boolean converted =
                (source.number().isPresent() && target.number().isPresent())
                        || isLarge(source)
                        || isLarge(target);
        boolean sameTime = isLongTime(source) && isLongTime(target);
        return converted || sameTime ? Optional.empty() : Optional.of(source);
    }

    // Seven days are a week, and two months may be a dual.
    private static boolean isLarge(UnitMention mention) {
        return mention.number().filter(number -> number.first().number() > 2).isPresent();
    }

    private static boolean isLongTime(UnitMention mention) {
        return mention.units().stream().anyMatch(unit -> LONG_TIMES.contains(unit.name()));
    }

    /** Mentions of the same measure that the other side has nowhere. */
    private static List<UnitMention> without(
            UnitMention like, List<UnitMention> mentions, List<UnitMention> others) {
        return mentions.stream()
                .filter(mention -> mention.measuresAs(like))
                .filter(mention -> others.stream().noneMatch(mention::sharesUnitWith))
                .toList();
    }

    private static Finding changed(UnitMention source, UnitMention target) {
        boolean counted = source.countsAs(target);
        return new Finding(
                Kind.NUMBER,
                1,
                target.span(),
                counted ? Severity.CRITICAL : Severity.MAJOR,
                counted ? COUNTED : ALONE,
                target.text(),
                Messages.text(
                        counted ? "unit.counted" : "unit.changed",
                        new Explanation.Words(whole(source)),
                        new Explanation.Words(whole(target))));
    }

    private static String whole(UnitMention mention) {
        if (mention.number().isEmpty()) {
            return mention.text();
        }
        NumberMention number = mention.number().get();
        return mention.span().start() < number.span().start()
                ? mention.text() + number.text()
                : number.text() + " " + mention.text();
    }
}
