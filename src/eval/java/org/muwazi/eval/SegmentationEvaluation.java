package org.muwazi.eval;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.muwazi.segment.RuleSegmenter;
import org.muwazi.segment.Segmenter;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.Segment;

/**
 * Sentence boundaries on the stories, ours and plain ICU in the same run.
 *
 * <p>Prints one TSV row a language and segmenter. A boundary is the place after the last character
 * of a sentence that is not white space; those at the end of a line are given to every segmenter
 * and are not counted. Versions are the clean ones, {@code <language>.txt} with {@code
 * <language>.sentences.tsv} beside it.
 *
 * <p>Usage: {@code SegmentationEvaluation [STORIES-FOLDER] [--errors]}; the folder is {@code
 * eval/stories} unless given; {@code --errors} lists what the rules got wrong.
 */
public final class SegmentationEvaluation {

    private static final List<Language> LANGUAGES =
            List.of(Language.ARABIC, Language.ENGLISH, Language.FRENCH);

    private SegmentationEvaluation() {}

    /** Counts over documents; precision and recall are 1 where nothing could be wrong. */
    record Counts(int documents, int gold, int found, int correct) {

        Counts plus(Set<Integer> goldPlaces, Set<Integer> foundPlaces) {
            Set<Integer> shared = new TreeSet<>(goldPlaces);
            shared.retainAll(foundPlaces);
            return new Counts(
                    documents + 1,
                    gold + goldPlaces.size(),
                    found + foundPlaces.size(),
                    correct + shared.size());
        }

        double precision() {
            return found == 0 ? 1 : (double) correct / found;
        }

        double recall() {
            return gold == 0 ? 1 : (double) correct / gold;
        }

        double f1() {
            return gold + found == 0 ? 1 : 2.0 * correct / (gold + found);
        }
    }

    /**
     * Runs the evaluation.
     *
     * @throws IOException if a story cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        List<String> options = new ArrayList<>(List.of(arguments));
        boolean listErrors = options.remove("--errors");
        Path stories = Path.of(options.isEmpty() ? "eval/stories" : options.get(0));
        evaluate(stories, listErrors, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /** Writes the table; with {@code listErrors} each wrong boundary of ours before its row. */
    static void evaluate(Path stories, boolean listErrors, PrintStream out) throws IOException {
        out.print("language\tsegmenter\tdocuments\tboundaries\tprecision\trecall\tf1\n");
        Segmenter rules = new RuleSegmenter();
        for (Language language : LANGUAGES) {
            Counts ours = new Counts(0, 0, 0, 0);
            Counts icu = ours;
            for (Path file : versions(stories, language)) {
                String text = Files.readString(file);
                Set<Integer> gold = goldBoundaries(file, text);
                Set<Integer> found = boundaries(rules, language, text);
                ours = ours.plus(gold, found);
                icu = icu.plus(gold, plainIcu(language, text));
                if (listErrors) {
                    listErrors(out, file, text, gold, found);
                }
            }
            print(out, language, "rules", ours);
            print(out, language, "icu", icu);
        }
    }

    private static void print(PrintStream out, Language language, String name, Counts counts) {
        out.printf(
                Locale.ROOT,
                "%s\t%s\t%d\t%d\t%.4f\t%.4f\t%.4f\n",
                language.iso639_1(),
                name,
                counts.documents(),
                counts.gold(),
                counts.precision(),
                counts.recall(),
                counts.f1());
    }

    private static void listErrors(
            PrintStream out, Path file, String text, Set<Integer> gold, Set<Integer> found) {
        Set<Integer> wrong = new TreeSet<>(gold);
        wrong.addAll(found);
        wrong.removeIf(place -> gold.contains(place) && found.contains(place));
        for (int place : wrong) {
            String kind = gold.contains(place) ? "# missed\t" : "# extra\t";
            out.print(kind + file.getParent().getFileName() + "\t" + around(text, place) + "\n");
        }
    }

    private static String around(String text, int place) {
        return text.substring(Math.max(0, place - 40), place).replace('\n', ' ')
                + " || "
                + text.substring(place, Math.min(text.length(), place + 40)).replace('\n', ' ');
    }

    private static List<Path> versions(Path stories, Language language) throws IOException {
        try (Stream<Path> folders = Files.list(stories)) {
            return folders.map(folder -> folder.resolve(language.iso639_1() + ".txt"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static Set<Integer> goldBoundaries(Path file, String text) throws IOException {
        Path gold =
                file.resolveSibling(
                        file.getFileName().toString().replace(".txt", ".sentences.tsv"));
        Set<Integer> ends = new TreeSet<>();
        int from = 0;
        int line = 0;
        for (String row : Files.readAllLines(gold)) {
            line++;
            String sentence = row.substring(row.indexOf('\t') + 1);
            int start = text.indexOf(sentence, from);
            if (start < 0) {
                throw new MalformedInputException(
                        gold.toString(), line, "this sentence is not in " + file.getFileName());
            }
            from = start + sentence.length();
            ends.add(from);
        }
        return withoutLineEnds(text, ends);
    }

    private static Set<Integer> boundaries(Segmenter segmenter, Language language, String text) {
        Set<Integer> ends = new TreeSet<>();
        for (Segment segment :
                segmenter.segment(new Document("story", language, text)).segments()) {
            ends.add(segment.span().end());
        }
        return withoutLineEnds(text, ends);
    }

    private static Set<Integer> plainIcu(Language language, String text) {
        BreakIterator iterator =
                BreakIterator.getSentenceInstance(new ULocale(language.iso639_1()));
        iterator.setText(text);
        Set<Integer> ends = new TreeSet<>();
        iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            int last = end;
            while (last > 0 && isSpace(text.charAt(last - 1))) {
                last--;
            }
            ends.add(last);
        }
        return withoutLineEnds(text, ends);
    }

    private static Set<Integer> withoutLineEnds(String text, Set<Integer> ends) {
        Set<Integer> inside = new TreeSet<>();
        for (int end : ends) {
            int next = end;
            while (next < text.length()
                    && text.charAt(next) != '\n'
                    && isSpace(text.charAt(next))) {
                next++;
            }
            if (next < text.length() && text.charAt(next) != '\n') {
                inside.add(end);
            }
        }
        return inside;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
