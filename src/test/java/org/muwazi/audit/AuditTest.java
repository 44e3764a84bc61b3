package org.muwazi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muwazi.audit.CleanPairs.Drawn;
import org.muwazi.damage.Family;
import org.muwazi.score.Explanation;
import org.muwazi.score.Finding;
import org.muwazi.score.QualityEstimate;
import org.muwazi.score.QualityEstimator;
import org.muwazi.score.Severity;
import org.muwazi.score.Verdict;
import org.muwazi.text.Language;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

class AuditTest {

    private static final List<TranslationUnit> STORIES = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        Path file = Path.of("src/test/resources/audit/stories.en-fr.tsv");
        for (String line : Files.readAllLines(file)) {
            String[] pair = line.split("\t", -1);
            STORIES.add(unit(STORIES.size(), pair[0], pair[1]));
        }
    }

    private static TranslationUnit unit(int line, String source, String target) {
        return new TranslationUnit(
                Integer.toString(line),
                new Variant(Language.ENGLISH, source),
                new Variant(Language.FRENCH, target));
    }

    /** Knows the good translations: all else is garbled, with a finding on the whole target. */
    private static final class Knowing implements QualityEstimator {

        private final Set<String> good = new HashSet<>();

        Knowing() {
            STORIES.forEach(unit -> good.add(unit.source().text() + "\t" + unit.target().text()));
        }

        @Override
        public List<QualityEstimate> estimate(List<TranslationUnit> units) {
            return units.stream().map(this::estimate).toList();
        }

        private QualityEstimate estimate(TranslationUnit unit) {
            String target = unit.target().text();
            if (good.contains(unit.source().text() + "\t" + target)) {
                return new QualityEstimate(0.9, Verdict.OK, List.of(), signature());
            }
            Finding finding =
                    new Finding(
                            Finding.Kind.NUMBER,
                            1,
                            new Span(0, target.length()),
                            Severity.CRITICAL,
                            1,
                            target,
                            Explanation.verbatim("not the good translation"));
            return new QualityEstimate(0.1, Verdict.GARBLED, List.of(finding), signature());
        }

        @Override
        public Signature signature() {
            return new Signature("knowing", Map.of(), "1");
        }
    }

    private static AuditReport audit(AuditOptions options, List<TranslationUnit> units)
            throws IOException {
        CleanPairs pairs = new CleanPairs(options);
        units.forEach(pairs::add);
        return new Audit(new Knowing(), options).of(pairs, done -> {});
    }

    @Test
    void anEstimatorThatKnowsTheGoodOnesSeesAllDamageAndRaisesNoAlarm() throws IOException {
        AuditReport report = audit(AuditOptions.standard(), STORIES);
        assertThat(report.clean().flagged().count()).isZero();
        assertThat(report.families()).hasSizeGreaterThan(13);
        for (FamilyFigures family : report.families()) {
            assertThat(family.flagged().share()).as(family.family().label()).isEqualTo(1);
            assertThat(family.alarms().count()).isZero();
            assertThat(family.fell().share()).isEqualTo(1);
            assertThat(family.drop().mean()).isBetween(0.79, 0.81);
            boolean numbers = family.family().kinds().contains(Finding.Kind.NUMBER);
            assertThat(family.rightKind().share()).isEqualTo(numbers ? 1 : 0);
            assertThat(family.words().count()).isEqualTo(family.words().of());
        }
        assertThat(report.notApplied())
                .containsOnlyKeys(Family.WRONG_LANGUAGE, Family.PIVOT_NOISE)
                .containsEntry(Family.PIVOT_NOISE, "needs a dictionary");
    }

    @Test
    void theSameSeedMakesTheSameReportAndAnotherOneAnother() throws IOException {
        AuditOptions options = new AuditOptions(20, 5, EnumSet.allOf(Family.class));
        assertThat(audit(options, STORIES)).isEqualTo(audit(options, STORIES));
        CleanPairs one = new CleanPairs(options);
        CleanPairs other = new CleanPairs(new AuditOptions(20, 6, EnumSet.allOf(Family.class)));
        STORIES.forEach(one::add);
        STORIES.forEach(other::add);
        assertThat(one.finish().pairs()).isNotEqualTo(other.finish().pairs());
    }

    @Test
    void whatIsNoCleanPairIsLeftOutWithItsReason() throws IOException {
        List<TranslationUnit> units = new ArrayList<>(STORIES);
        units.add(unit(1000, "Good day.", " !"));
        units.add(unit(1001, "Good day.", "good day."));
        units.add(unit(1002, "Good day.", "Bonjour. ".repeat(1_000)));
        units.add(unit(1003, STORIES.get(0).source().text(), STORIES.get(0).target().text()));
        AuditReport report = audit(AuditOptions.standard(), units);
        assertThat(report.leftOut().subList(0, 3))
                .containsExactly(
                        new LeftOut("1000", LeftOut.Reason.EMPTY),
                        new LeftOut("1001", LeftOut.Reason.COPIED),
                        new LeftOut("1002", LeftOut.Reason.LONG));
        assertThat(report.leftOut())
                .hasSize(4)
                .last()
                .extracting(LeftOut::reason)
                .isEqualTo(LeftOut.Reason.REPEATED);
        assertThat(report.available()).isEqualTo(STORIES.size() + 1);
    }

    @Test
    void ofManyPairsEachHasTheSameChanceAndFewAreHeld() {
        AuditOptions options = new AuditOptions(10, 3, EnumSet.allOf(Family.class));
        CleanPairs pairs = new CleanPairs(options);
        for (int i = 0; i < 50_000; i++) {
            pairs.add(unit(i, "The train number " + i + ".", "Le train " + i + "."));
        }
        Drawn drawn = pairs.finish();
        assertThat(drawn.pairs()).hasSize(100);
        assertThat(pairs.clean()).isEqualTo(50_000);
        double mean =
                drawn.pairs().stream()
                        .mapToInt(unit -> Integer.parseInt(unit.id()))
                        .average()
                        .orElseThrow();
        // Four standard errors of a mean of 100 around the middle.
        assertThat(mean).isBetween(19_200.0, 30_800.0);
    }

    @Test
    void aFamilyThatAppliesToNothingIsListed() throws IOException {
        AuditOptions options = new AuditOptions(5, 1, EnumSet.of(Family.NUMBERS, Family.NAMES));
        List<TranslationUnit> none =
                List.of(unit(0, "rain fell", "la pluie"), unit(1, "it was dark", "tout noir"));
        AuditReport report = audit(options, none);
        assertThat(report.families()).isEmpty();
        assertThat(report.notApplied())
                .containsOnlyKeys(Family.NUMBERS, Family.NAMES)
                .containsValue("none of 2 pairs lends itself to it");
    }

    @Test
    void progressAddsUpToWhatIsJudged() throws IOException {
        AuditOptions options = new AuditOptions(15, 1, EnumSet.of(Family.DEBRIS));
        CleanPairs pairs = new CleanPairs(options);
        STORIES.forEach(pairs::add);
        AtomicInteger judged = new AtomicInteger();
        Audit audit = new Audit(new Knowing(), options);
        audit.of(pairs, judged::addAndGet);
        assertThat(judged.get()).isEqualTo(30).isLessThanOrEqualTo(audit.most());
    }

    @Test
    void optionsOutOfRangeAndNoPairsAreRefused() {
        assertThatThrownBy(() -> new AuditOptions(0, 1, EnumSet.allOf(Family.class)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AuditOptions(5, 1, EnumSet.noneOf(Family.class)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> audit(AuditOptions.standard(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
