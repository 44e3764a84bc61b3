package org.muwazi.eval.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muwazi.eval.Bootstrap.Interval;
import org.muwazi.eval.quality.Figure;

/**
 * The figures of the first model as a table, and beside each of them those of its rivals: value,
 * interval, and value divided by that of the first model.
 */
final class ComparisonTable {

    private final List<Figure> base;
    private final List<Rival> rivals = new ArrayList<>();

    private record Rival(String name, List<Figure> figures) {}

    /** A table of the first model's figures. */
    ComparisonTable(List<Figure> base) {
        this.base = List.copyOf(base);
    }

    /**
     * Adds the columns of a rival.
     *
     * @throws IllegalArgumentException if its figures are not of the same things in the same order
     */
    void add(String name, List<Figure> figures) {
        if (!figures.stream()
                .map(ComparisonTable::subject)
                .toList()
                .equals(base.stream().map(ComparisonTable::subject).toList())) {
            throw new IllegalArgumentException(name + " was measured on something else");
        }
        rivals.add(new Rival(name, List.copyOf(figures)));
    }

    private static List<String> subject(Figure figure) {
        return List.of(
                figure.benchmark(), figure.part(), figure.scorer(), figure.measure(), figure.n());
    }

    /** Header and rows. */
    List<String> lines() {
        StringBuilder header = new StringBuilder(Figure.HEADER);
        for (Rival rival : rivals) {
            for (String column : List.of("", " low", " high", " ratio")) {
                header.append('\t').append(rival.name()).append(column);
            }
        }
        List<String> lines = new ArrayList<>(List.of(header.toString()));
        for (int i = 0; i < base.size(); i++) {
            StringBuilder line = new StringBuilder(base.get(i).line());
            for (Rival rival : rivals) {
                Interval interval = rival.figures().get(i).interval();
                line.append('\t').append(interval.tabbed()).append('\t');
                line.append(ratio(interval.value(), base.get(i).interval().value()));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String ratio(double value, double base) {
        double ratio = value / base;
        return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.3f", ratio) : "";
    }
}
