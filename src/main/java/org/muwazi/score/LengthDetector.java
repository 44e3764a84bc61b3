package org.muwazi.score;

import java.util.List;
import java.util.Locale;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/*
 * The logarithm of the ratio of lengths (code points without white space) is nearly normal, with a
 * spread that narrows as texts grow: variance = base + slope / length of the source, as in Gale &
 * Church 1993, who let the variance grow with length for the difference. Means, bases and slopes are
 * fitted per pair on 3,426 human translations of news, encyclopedia, medical and UN text that are
 * not part of the benchmarks: en-fr mean 0.135, deviation 0.23 below 40 characters, 0.14 at 120,
 * 0.13 above 160; en-ar -0.16 and 0.29, 0.17, 0.14; fr-ar -0.295 and 0.33, 0.19, 0.16.
 */
/** Translations far shorter or longer than their source: a hint at something lost or added. */
public final class LengthDetector implements Detector {

    // Beyond 2.75 deviations lie 0.9 % of the translations above; eval/results/detectors.tsv has
    // the share on the benchmarks.
    private static final double HINT = 2.75;
    private static final double MAJOR = 3.25;
    private static final double CRITICAL = 5;

    private static final Model SAME_LANGUAGE = new Model(0, 0.03, 2);
    private static final Model ENGLISH_FRENCH = new Model(0.135, 0.012, 1.0);
    private static final Model ENGLISH_ARABIC = new Model(-0.16, 0.014, 1.7);
    private static final Model FRENCH_ARABIC = new Model(-0.295, 0.018, 2.1);

    private record Model(double mean, double base, double slope) {

        Model reversed() {
            return new Model(-mean, base, slope);
        }

        double deviation(long sourceLength) {
            return Math.sqrt(base + slope / sourceLength);
        }
    }

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        double distance = distance(unit);
        if (Math.abs(distance) < HINT) {
            return List.of();
        }
        Model model = model(unit.source().language(), unit.target().language());
        return List.of(finding(unit, model, distance));
    }

    /**
     * How many standard deviations the length of the target lies from the usual: negative where it
     * is short, 0 where a side is empty or a language is not scored.
     */
    public static double distance(TranslationUnit unit) {
        Language from = unit.source().language();
        Language to = unit.target().language();
        long source = length(unit.source().text());
        long target = length(unit.target().text());
        if (!from.isScored() || !to.isScored() || source == 0 || target == 0) {
            return 0;
        }
        Model model = model(from, to);
        return (Math.log((double) target / source) - model.mean()) / model.deviation(source);
    }

    private static Finding finding(TranslationUnit unit, Model model, double distance) {
        String text = unit.target().text();
        long source = length(unit.source().text());
        double away = Math.abs(distance);
        Severity severity =
                away >= CRITICAL
                        ? Severity.CRITICAL
                        : away >= MAJOR ? Severity.MAJOR : Severity.MINOR;
        double margin = HINT * model.deviation(source);
        return new Finding(
                Kind.LENGTH,
                1,
                new Span(0, text.length()),
                severity,
                Math.min(0.99, 0.8 + (away - HINT) / 10),
                String.format(Locale.ROOT, "%.2f", (double) length(text) / source),
                Messages.text(
                        distance < 0 ? "length.short" : "length.long",
                        length(text),
                        source,
                        Math.round(source * Math.exp(model.mean() - margin)),
                        Math.round(source * Math.exp(model.mean() + margin))));
    }

    private static Model model(Language from, Language to) {
        if (from == to) {
            return SAME_LANGUAGE;
        }
        if (from == Language.ENGLISH) {
            return to == Language.FRENCH ? ENGLISH_FRENCH : ENGLISH_ARABIC;
        }
        if (to == Language.ENGLISH) {
            return model(to, from).reversed();
        }
        return from == Language.FRENCH ? FRENCH_ARABIC : FRENCH_ARABIC.reversed();
    }

    private static long length(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .count();
    }
}
