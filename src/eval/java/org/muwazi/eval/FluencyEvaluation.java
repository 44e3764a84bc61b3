package org.muwazi.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.muwazi.score.FluencyModel;
import org.muwazi.score.FluencyModelDetector;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.TranslationUnit;
import org.muwazi.text.TranslationUnit.Variant;

/**
 * What the fluency model tells apart: garbled from clean story sentences, shuffled from clean
 * benchmark sentences, garbled from good documents.
 *
 * <p>Prints one TSV row a measurement: language, measurement, set, n, value, date, command. Usage:
 * {@code FluencyEvaluation MODEL STORIES DATA-FOLDER [TEXT LANGUAGE]...}; the data folder has the
 * open benchmarks as gzip TSV (en, fr, ar); each TEXT is a plain document to judge as well.
 */
public final class FluencyEvaluation {

    private static final int GROUP = 10;
    private static final List<String> READ = List.of("sentence", "headline", "heading");
    private static final Map<String, String> BENCHMARKS =
            new LinkedHashMap<>(
                    Map.of(
                            "flores200-devtest", "benchmark_flores_devtest.tsv.gz",
                            "tico19-test", "benchmark_tico19_test.tsv.gz",
                            "pud", "news_pud.tsv.gz"));
    private static final List<Language> COLUMNS =
            List.of(Language.ENGLISH, Language.FRENCH, Language.ARABIC);

    private final FluencyModel model;
    private final FluencyModelDetector detector;
    private final PrintStream out;
    private final String command;

    private FluencyEvaluation(FluencyModel model, PrintStream out, String command) {
        this.model = model;
        this.detector = new FluencyModelDetector(model);
        this.out = out;
        this.command = command;
    }

    /**
     * Runs the evaluation.
     *
     * @throws IOException if the model, a story or a benchmark cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3 || arguments.length % 2 == 0) {
            throw new IllegalArgumentException(
                    "usage: FluencyEvaluation MODEL STORIES DATA-FOLDER [TEXT LANGUAGE]...");
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        FluencyModel model = FluencyModel.load(Path.of(arguments[0]));
        double cold = (System.nanoTime() - start) / 1e6;
        FluencyEvaluation evaluation =
                new FluencyEvaluation(
                        model, out, "FluencyEvaluation models/fluency-1 eval/stories DATA");
        out.println("language\tmeasure\tset\tn\tvalue\tdate\tcommand");
        evaluation.row(
                Language.ENGLISH,
                "load-milliseconds",
                "all languages, first of a process",
                1,
                cold);
        List<GoldStory> stories = GoldStory.all(Path.of(arguments[1]));
        for (Language language : COLUMNS) {
            evaluation.stories(stories, language);
            evaluation.benchmarks(Path.of(arguments[2]), language);
        }
        for (int i = 3; i < arguments.length; i += 2) {
            evaluation.text(Path.of(arguments[i]), language(arguments[i + 1]));
        }
        evaluation.speed(stories);
        evaluation.loading(Path.of(arguments[0]));
    }

    private static Language language(String code) {
        return Language.of(code)
                .orElseThrow(() -> new IllegalArgumentException("unknown language " + code));
    }

    private void row(Language language, String measure, String set, int n, double value) {
        out.printf(
                Locale.ROOT,
                "%s\t%s\t%s\t%d\t%.3f\t%s\t%s%n",
                language.iso639_1(),
                measure,
                set,
                n,
                value,
                LocalDate.now(ZoneOffset.UTC),
                command);
    }

    // ---- stories

    private void stories(List<GoldStory> stories, Language language) {
        List<String> clean = new ArrayList<>();
        List<String> garbled = new ArrayList<>();
        Map<String, List<String>> damaged = new LinkedHashMap<>();
        for (GoldStory story : stories) {
            for (GoldStory.Version version : story.versions()) {
                if (version.language() != language || version.kind().equals("page")) {
                    continue;
                }
                List<String> sentences = running(version);
                String name = story.id() + "/" + version.id();
                row(language, "document", name, sentences.size(), document(sentences, language));
                if (version.kind().equals("clean")) {
                    clean.addAll(sentences);
                } else {
                    damaged.put(name, sentences);
                }
                if (version.verdict().equals("garbled")) {
                    garbled.addAll(sentences);
                }
            }
        }
        List<Double> good = scores(clean, language);
        damaged.forEach(
                (name, sentences) -> {
                    row(
                            language,
                            "auc-z",
                            name,
                            sentences.size(),
                            auc(good, scores(sentences, language)));
                    row(language, "flagged", name, sentences.size(), flagged(sentences, language));
                });
        row(language, "auc-z", "all garbled", garbled.size(), auc(good, scores(garbled, language)));
        double alarms = flagged(clean, language);
        double recall = flagged(garbled, language);
        row(language, "flagged", "all garbled", garbled.size(), recall);
        row(language, "false-alarms", "all clean", clean.size(), alarms);
        row(
                language,
                "precision",
                "garbled and clean, equally frequent",
                clean.size() + garbled.size(),
                recall / (recall + alarms));
    }

    private static List<String> running(GoldStory.Version version) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < version.sentences().size(); i++) {
            if (READ.contains(version.kinds().get(i))) {
                sentences.add(version.sentences().get(i));
            }
        }
        return sentences;
    }

    // ---- benchmarks

    private void benchmarks(Path data, Language language) throws IOException {
        for (String name : BENCHMARKS.keySet().stream().sorted().toList()) {
            List<String> sentences = column(data.resolve(BENCHMARKS.get(name)), language);
            row(language, "false-alarms", name, sentences.size(), flagged(sentences, language));
            documents(name, sentences, language);
            if (name.equals("flores200-devtest")) {
                shuffles(name, sentences, language);
            }
        }
    }

    private void documents(String name, List<String> sentences, Language language) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i + GROUP <= sentences.size(); i += GROUP) {
            values.add(document(sentences.subList(i, i + GROUP), language));
        }
        double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
        double variance =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElse(0);
        double limit = model.limits(language).document();
        int n = values.size();
        row(language, "document-mean", name + ", groups of 10", n, mean);
        row(language, "document-spread", name + ", groups of 10", n, Math.sqrt(variance));
        row(language, "document-highest", name + ", groups of 10", n, Collections.max(values));
        long above = values.stream().filter(v -> v > limit).count();
        row(language, "document-false-alarms", name + ", groups of 10", n, (double) above / n);
    }

    private void shuffles(String name, List<String> sentences, Language language) {
        List<Double> good = scores(sentences, language);
        for (int k : new int[] {2, 4, Integer.MAX_VALUE}) {
            Random random = new Random(1);
            List<String> mixed =
                    sentences.stream().map(sentence -> shuffled(sentence, k, random)).toList();
            String set = name + (k == Integer.MAX_VALUE ? ", all words" : ", runs of " + k);
            row(
                    language,
                    "auc-z shuffled",
                    set,
                    sentences.size(),
                    auc(good, scores(mixed, language)));
            row(language, "flagged shuffled", set, mixed.size(), flagged(mixed, language));
        }
    }

    /** Words in runs of k, each run in a random order; a rest shorter than k stays as it is. */
    static String shuffled(String sentence, int k, Random random) {
        List<String> words = Arrays.asList(sentence.split(" "));
        int run = Math.min(k, words.size());
        for (int i = 0; i + run <= words.size(); i += run) {
            Collections.shuffle(words.subList(i, i + run), random);
        }
        return String.join(" ", words);
    }

    private static List<String> column(Path file, Language language) throws IOException {
        List<String> sentences = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] fields = line.split("\t", -1);
                if (fields.length < COLUMNS.size()) {
                    throw new MalformedInputException(
                            file.toString(), number, "expected three columns: en, fr, ar");
                }
                String sentence = fields[COLUMNS.indexOf(language)];
                if (!sentence.isBlank()) {
                    sentences.add(sentence);
                }
            }
        }
        return sentences;
    }

    // ---- single documents

    private void text(Path file, Language language) throws IOException {
        List<String> sentences = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            sentences.addAll(List.of(line.split("(?<=[.!?\u061f])\\s+")));
        }
        sentences.removeIf(String::isBlank);
        String name = "text " + file.getFileName().toString().substring(0, 3);
        row(language, "document", name, sentences.size(), document(sentences, language));
        row(language, "flagged", name, sentences.size(), flagged(sentences, language));
    }

    // ---- measures

    private double document(List<String> sentences, Language language) {
        return model.documentSurprise(sentences, language);
    }

    private List<Double> scores(List<String> sentences, Language language) {
        return sentences.stream()
                .map(sentence -> model.estimate(sentence, language))
                .filter(estimate -> estimate.symbols() >= 5)
                .map(FluencyModel.Estimate::z)
                .toList();
    }

    private double flagged(List<String> sentences, Language language) {
        long found =
                sentences.stream()
                        .filter(sentence -> !detector.detect(unit(sentence, language)).isEmpty())
                        .count();
        return (double) found / sentences.size();
    }

    private static TranslationUnit unit(String sentence, Language language) {
        Language other = language == Language.ENGLISH ? Language.FRENCH : Language.ENGLISH;
        return new TranslationUnit("0", new Variant(other, ""), new Variant(language, sentence));
    }

    /** Probability that a bad sentence scores above a good one; ties count half. */
    private static double auc(List<Double> good, List<Double> bad) {
        double wins = 0;
        for (double b : bad) {
            for (double g : good) {
                wins += b > g ? 1 : b == g ? 0.5 : 0;
            }
        }
        return wins / ((double) good.size() * bad.size());
    }

    private void speed(List<GoldStory> stories) {
        for (Language language : COLUMNS) {
            List<String> sentences =
                    stories.stream()
                            .flatMap(story -> story.versions().stream())
                            .filter(version -> version.language() == language)
                            .flatMap(version -> version.sentences().stream())
                            .toList();
            long sentencesDone = 0;
            long start = System.nanoTime();
            while (System.nanoTime() - start < 1_000_000_000L) {
                scores(sentences, language);
                sentencesDone += sentences.size();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            row(
                    language,
                    "sentences-per-second",
                    "story sentences, one thread",
                    sentences.size(),
                    sentencesDone / seconds);
        }
    }

    private void loading(Path folder) throws IOException {
        int times = 9;
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            FluencyModel loaded = FluencyModel.load(folder);
            milliseconds.add((System.nanoTime() - start) / 1e6);
            if (!loaded.knows(Language.ARABIC)) {
                throw new IllegalStateException("the model lost a language on the way");
            }
        }
        Collections.sort(milliseconds);
        row(
                Language.ENGLISH,
                "load-milliseconds",
                "all languages, warm process, median",
                times,
                milliseconds.get(times / 2));
    }
}
