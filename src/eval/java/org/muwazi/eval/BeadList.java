package org.muwazi.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.muwazi.align.Alignment;
import org.muwazi.align.Bead;
import org.muwazi.text.MalformedInputException;

/** Beads as lists of indices, as vecalign and its scorer write them. */
record BeadList(List<Link> beads) {

    private static final Pattern LINE =
            Pattern.compile("\\s*\\[([^\\]]*)]\\s*:\\s*\\[([^\\]]*)].*");

    /** One bead. */
    record Link(List<Integer> source, List<Integer> target) {

        boolean isNull() {
            return source.isEmpty() || target.isEmpty();
        }
    }

    static BeadList read(Path file) throws IOException {
        List<Link> beads = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new MalformedInputException(file.toString(), "not a bead: " + line);
            }
            beads.add(new Link(indices(matcher.group(1)), indices(matcher.group(2))));
        }
        return new BeadList(List.copyOf(beads));
    }

    static BeadList of(Alignment alignment) {
        List<Link> beads = new ArrayList<>();
        for (Bead bead : alignment.beads()) {
            beads.add(
                    new Link(
                            IntStream.range(bead.sourceStart(), bead.sourceEnd()).boxed().toList(),
                            IntStream.range(bead.targetStart(), bead.targetEnd())
                                    .boxed()
                                    .toList()));
        }
        return new BeadList(List.copyOf(beads));
    }

    /**
     * Null beads split into single segments, and segments that no bead mentions added as null
     * beads.
     */
    BeadList normalised(BeadList gold) {
        List<Link> all = new ArrayList<>();
        java.util.Set<Integer> source = new java.util.TreeSet<>();
        java.util.Set<Integer> target = new java.util.TreeSet<>();
        gold.beads.forEach(
                bead -> {
                    source.addAll(bead.source());
                    target.addAll(bead.target());
                });
        for (Link bead : beads) {
            bead.source().forEach(source::remove);
            bead.target().forEach(target::remove);
            if (bead.isNull()) {
                bead.source().forEach(i -> all.add(new Link(List.of(i), List.of())));
                bead.target().forEach(j -> all.add(new Link(List.of(), List.of(j))));
            } else {
                all.add(bead);
            }
        }
        source.forEach(i -> all.add(new Link(List.of(i), List.of())));
        target.forEach(j -> all.add(new Link(List.of(), List.of(j))));
        return new BeadList(all);
    }

    private static List<Integer> indices(String list) {
        return list.isBlank()
                ? List.of()
                : java.util.Arrays.stream(list.split(","))
                        .map(index -> Integer.parseInt(index.strip()))
                        .toList();
    }
}
