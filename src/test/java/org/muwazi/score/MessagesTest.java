package org.muwazi.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muwazi.score.Explanation.Count;
import org.muwazi.score.Explanation.Examples;
import org.muwazi.score.Explanation.Figure;
import org.muwazi.score.Explanation.Part;
import org.muwazi.score.Explanation.Script;
import org.muwazi.score.Explanation.Value;
import org.muwazi.score.Explanation.Words;
import org.muwazi.text.Language;

/** The sentences of all bundles, and how they are told. */
class MessagesTest {

    private static final Map<Language, Properties> BUNDLES =
            new TreeMap<>(
                    Map.of(
                            Language.ENGLISH, bundle(""),
                            Language.FRENCH, bundle("_fr"),
                            Language.ARABIC, bundle("_ar")));

    /** Keys in the code: words with points between, or one word that is asked for by name. */
    private static final Pattern KEY =
            Pattern.compile(
                    "\"([a-z]+(?:\\.[a-z]+)+)\"|(?:Messages\\.text|new Explanation)\\(\\s*\"([a-z]+)\"");

    private static final Pattern FILE_NAME = Pattern.compile(".*\\.(?:tsv|gz|bin|properties)");

    private static final long[] COUNTS = {0, 1, 2, 3, 11, 100};

    private static Properties bundle(String suffix) {
        Properties bundle = new Properties();
        String name = "messages" + suffix + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(name);
                InputStreamReader reader = new InputStreamReader(in, UTF_8)) {
            bundle.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bundle;
    }

    private static Set<String> keys() {
        return new TreeSet<>(BUNDLES.get(Language.ENGLISH).stringPropertyNames());
    }

    // ---- bundles

    @ParameterizedTest
    @EnumSource(names = {"ARABIC", "FRENCH"})
    void everySentenceIsThereWithTheValuesOfTheEnglishOne(Language language) {
        Properties bundle = BUNDLES.get(language);
        assertThat(new TreeSet<>(bundle.stringPropertyNames())).isEqualTo(keys());
        for (String key : keys()) {
            assertThat(values(bundle.getProperty(key)))
                    .as(key)
                    .isEqualTo(values(BUNDLES.get(Language.ENGLISH).getProperty(key)));
        }
    }

    /** Indices of the values that a pattern writes or chooses by, in any of its forms. */
    private static Set<Integer> values(String pattern) {
        return arguments(pattern).stream()
                .map(name -> Integer.valueOf(name.replace("n", "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of the arguments of a pattern, of forms within forms too. */
    private static Set<String> arguments(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < parsed.countParts(); i++) {
            MessagePattern.Part.Type type = parsed.getPartType(i);
            if (type == MessagePattern.Part.Type.ARG_NAME
                    || type == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(parsed.getSubstring(parsed.getPart(i)));
            }
        }
        return names;
    }

    @Test
    void everySentenceIsUsedAndEverySentenceThatIsUsedIsThere() throws IOException {
        Set<String> families = new TreeSet<>();
        keys().forEach(key -> families.add(family(key)));
        Set<String> used = new TreeSet<>();
        for (Verdict verdict : Verdict.values()) {
            used.add("verdict." + verdict.label());
            used.add("verdict.all." + verdict.label());
        }
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/muwazi"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(match.group(1) == null ? 2 : 1))
                        .filter(key -> families.contains(family(key)))
                        .filter(key -> !FILE_NAME.matcher(key).matches())
                        .forEach(used::add);
            }
        }
        assertThat(used).isEqualTo(keys());
    }

    private static String family(String key) {
        return key.split("\\.", -1)[0];
    }

    @Test
    void noStraightApostropheCanBeTakenForOneThatQuotes() {
        BUNDLES.forEach(
                (language, bundle) ->
                        bundle.forEach(
                                (key, pattern) ->
                                        assertThat((String) pattern)
                                                .as(language + " " + key)
                                                .doesNotContain("'", "\"", "#")));
    }

    @Test
    void everySentenceIsToldWithEachNumberAndNothingOfThePatternRemains() {
        for (String key : keys()) {
            for (Language language : BUNDLES.keySet()) {
                for (long count : COUNTS) {
                    String told = sample(key, count).in(language);
                    assertThat(told)
                            .as(language + " " + key)
                            .doesNotContainPattern("[{}'\\ue000-\\uf8ff]")
                            .doesNotContain("  ", "select");
                    if (!key.startsWith("examples")) {
                        assertThat(told).isEqualTo(told.strip()).isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void eachValueOfASentenceIsToldInEveryLanguage() {
        for (String key : keys()) {
            Set<String> said = arguments(BUNDLES.get(Language.ENGLISH).getProperty(key));
            List<Value> values = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int v : values(BUNDLES.get(Language.ENGLISH).getProperty(key))) {
                String word = isCounted(key, v) ? "100" : "word" + v;
                values.add(isCounted(key, v) ? new Count(100) : new Words(word));
                if (said.contains(Integer.toString(v))) {
                    expected.add(word);
                }
            }
            for (Language language : BUNDLES.keySet()) {
                String told = new Explanation(key, values).in(language);
                assertThat(expected).as(language + " " + key).allMatch(told::contains);
            }
        }
    }

    /** True where some language chooses a form by that value. */
    private static boolean isCounted(String key, int value) {
        return BUNDLES.values().stream()
                .anyMatch(bundle -> arguments(bundle.getProperty(key)).contains("n" + value));
    }

    private static Explanation sample(String key, long count) {
        List<Value> values = new ArrayList<>();
        for (int v : values(BUNDLES.get(Language.ENGLISH).getProperty(key))) {
            values.add(isCounted(key, v) ? new Count(count) : new Words("Nouakchott"));
        }
        return new Explanation(key, values);
    }

    // ---- typography

    @Test
    void frenchMarksStandBehindNoBreakSpaces() {
        for (String key : keys()) {
            String told = sample(key, 3).in(Language.FRENCH);
            assertThat(told).as(key).doesNotContainPattern("[^\u00a0][;:!?»%]|«[^\u00a0]");
        }
    }

    @Test
    void arabicMarksAreArabic() {
        for (String key : keys()) {
            assertThat(sample(key, 3).in(Language.ARABIC))
                    .as(key)
                    .doesNotContainPattern("[,;?\u201c\u201d]");
        }
    }

    @Test
    void arabicChoosesAmongAllFormsOfANumberThatItSays() {
        BUNDLES.get(Language.ARABIC)
                .forEach(
                        (key, pattern) -> {
                            List<MatchResult> choices =
                                    Pattern.compile(
                                                    "\\{n(\\d), select, ((?:[a-z]+\\{(?:[^{}]|\\{\\d\\})*\\} ?)+)\\}")
                                            .matcher((String) pattern)
                                            .results()
                                            .toList();
                            long selects =
                                    Pattern.compile(", select,")
                                            .matcher((String) pattern)
                                            .results()
                                            .count();
                            assertThat(choices).as((String) key).hasSize((int) selects);
                            for (MatchResult choice : choices) {
                                String forms = choice.group(2);
                                assertThat(forms).as((String) key).contains("one{", "other{");
                                if (forms.contains("{" + choice.group(1) + "}")) {
                                    assertThat(forms).contains("two{", "few{", "many{");
                                }
                            }
                        });
    }

    // ---- told

    static Stream<Arguments> told() throws IOException {
        return Files.readAllLines(
                        Path.of("src/test/resources/org/muwazi/score/plural-forms.tsv"), UTF_8)
                .stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arguments.of((Object[]) line.split("\t", -1)));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("told")
    void numbersAreSaidInTheFormOfTheirLanguage(
            String language, String key, String count, String expected) {
        Explanation explanation =
                Messages.text(
                        key,
                        Integer.parseInt(count),
                        key.equals("reason.content") ? 1 : new Examples(List.of()),
                        new Examples(List.of()));
        assertThat(explanation.in(Language.of(language).orElseThrow())).isEqualTo(expected);
    }

    @Test
    void quotationsAreIsolatedInArabicOnly() {
        Explanation explanation = Messages.text("name.corrupted", "Keran", "Kiran");
        assertThat(explanation.in(Language.ARABIC))
                .contains("\u2068Keran\u2069", "\u2068Kiran\u2069");
        assertThat(explanation.in(Language.ENGLISH) + explanation.in(Language.FRENCH))
                .doesNotContainPattern("[\u2066-\u2069]");
        assertThat(explanation.parts(Language.ARABIC))
                .filteredOn(Part::quoted)
                .extracting(Part::text)
                .containsExactly("Keran", "Kiran");
    }

    @Test
    void figuresAreWrittenAsTheLanguageWritesThem() {
        Explanation explanation =
                Messages.text(
                        "number.changed", new Figure(new BigDecimal("60000")), Figure.of(1.25, 1));
        assertThat(explanation.in(Language.ENGLISH))
                .isEqualTo("The source says 60,000; the translation says 1.3.");
        assertThat(explanation.in(Language.FRENCH))
                .contains("indique 60\u202f000\u00a0;", "indique 1,3.");
        assertThat(explanation.in(Language.ARABIC)).contains("60,000", "1.3");
    }

    @Test
    void yearsAndHugeNumbersHaveNoSeparators() {
        Explanation explanation =
                Messages.text(
                        "number.changed",
                        new Figure(new BigDecimal("2024")),
                        new Figure(new BigDecimal("1000000000000000")));
        assertThat(explanation.in(Language.FRENCH)).contains("2024", "1000000000000000");
    }

    @Test
    void languagesAndScriptsAreCalledAsTheSentenceCallsThem() {
        Explanation script =
                Messages.text("untranslated.script", "word", Script.LATIN, Language.ARABIC);
        assertThat(script.in(Language.ENGLISH))
                .isEqualTo("The words “word” are in Latin letters within a text in Arabic.");
        assertThat(script.in(Language.FRENCH))
                .endsWith("en lettres latines dans un texte en arabe.");
        Explanation whole = Messages.text("untranslated.whole", Language.ENGLISH, Language.FRENCH);
        assertThat(whole.in(Language.FRENCH))
                .isEqualTo("La traduction est rédigée en anglais, et non en français.");
        assertThat(whole.in(Language.ARABIC)).doesNotContainPattern("[A-Za-z]");
    }

    @Test
    void examplesFollowAColonAndAreLeftOutWhereThereAreNone() {
        Examples two = new Examples(List.of("Sabel", "Birjan"));
        assertThat(Messages.text("reason.names", 2, two).in(Language.ENGLISH))
                .isEqualTo("2 names are not those of the other versions: “Sabel”, “Birjan”.");
        assertThat(Messages.text("reason.names", 2, two).in(Language.FRENCH))
                .endsWith("versions\u00a0: «\u00a0Sabel\u00a0», «\u00a0Birjan\u00a0».");
    }

    @Test
    void wordsOfATextAreNeverTakenForAPattern() {
        String hostile = "{0} {n0, select, other{x}} ' \ue000 #";
        for (Language language : BUNDLES.keySet()) {
            assertThat(Messages.text("debris.placeholder", hostile).in(language)).contains(hostile);
        }
    }

    @Test
    void ownSentencesAreToldAsTheyAre() {
        Explanation own = Explanation.verbatim("Ours {0}.");
        assertThat(own.in(Language.FRENCH)).isEqualTo("Ours {0}.");
        assertThat(own).hasToString("Ours {0}.").isEqualTo(Explanation.verbatim("Ours {0}."));
    }

    @Test
    void unknownKeysValuesAndLanguagesAreRefused() {
        assertThatThrownBy(() -> Messages.text("no.such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such");
        assertThatThrownBy(() -> Messages.text("number.added", 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> Messages.text("empty.target").in(Language.GERMAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("German");
    }
}
