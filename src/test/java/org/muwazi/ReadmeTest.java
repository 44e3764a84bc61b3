package org.muwazi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows works: its Java runs, the files it names are there. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> javaCompilesAndRuns() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = JAVA.matcher(Files.readString(README));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        assertThat(blocks).isNotEmpty();
        return blocks.stream()
                .map(
                        block ->
                                dynamicTest(
                                        "block " + blocks.indexOf(block),
                                        () -> printsWhatItSays(block, blocks.indexOf(block))));
    }

    private void printsWhatItSays(String block, int number) throws Exception {
        String printed = run(block, number);
        if (block.contains("StoryReader")) {
            theDamagedVersionScoresLowest(printed);
        } else {
            theChangedNumberIsExplainedInThreeLanguages(printed);
        }
    }

    private static void theChangedNumberIsExplainedInThreeLanguages(String printed) {
        assertThat(printed.lines())
                .hasSize(3)
                .contains(
                        "The source says 60,000; the translation says 6000, which is 0.1 times as"
                                + " much.",
                        "La source indique 60\u202f000\u00a0; la traduction indique 6000, soit 0,1"
                                + " fois cette valeur.");
    }

    private static void theDamagedVersionScoresLowest(String printed) {
        assertThat(printed.lines())
                .hasSize(3)
                .allMatch(line -> line.matches("[a-z-]+ (ok|review|garbled) [01]\\.\\d+"));
        Map<String, Double> scores = new TreeMap<>();
        printed.lines()
                .map(line -> line.split(" ", -1))
                .forEach(field -> scores.put(field[0], Double.valueOf(field[2])));
        assertThat(scores).containsOnlyKeys("en", "ar", "fr-garbled");
        assertThat(Collections.min(scores.values())).isEqualTo(scores.get("fr-garbled"));
    }

    /** Compiles a block of imports and statements, runs it, and gives what it printed. */
    private String run(String block, int number) throws Exception {
        String name = "Block" + number;
        StringBuilder imports = new StringBuilder();
        StringBuilder body = new StringBuilder();
        block.lines()
                .forEach(
                        line ->
                                (line.startsWith("import ") ? imports : body)
                                        .append(line)
                                        .append('\n'));
        String source =
                imports
                        + "public class "
                        + name
                        + " implements java.util.concurrent.Callable<Void> {\n"
                        + "public Void call() throws Exception {\n"
                        + body
                        + "return null;\n}\n}\n";
        Path file = folder.resolve(name + ".java");
        Files.writeString(file, source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled =
                    compiler.getTask(
                                    messages,
                                    files,
                                    null,
                                    List.of("-proc:none", "-d", folder.toString()),
                                    null,
                                    files.getJavaFileObjects(file))
                            .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            java.util.concurrent.Callable<?> example =
                    (java.util.concurrent.Callable<?>)
                            loader.loadClass(name).getDeclaredConstructor().newInstance();
            example.call();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyFileItLinksToIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher matcher = LINK.matcher(Files.readString(README));
        while (matcher.find()) {
            if (!Files.exists(Path.of(matcher.group(1)))) {
                missing.add(matcher.group(1));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theOutputOfTheFirstCommandIsShown() throws IOException {
        assertThat(Files.readString(README))
                .containsPattern(
                        "<!-- output of command one -->\\n```\\n(?s:.*)en-page \\(English\\)(?s:.*)```\\n<!-- end of output -->");
    }
}
