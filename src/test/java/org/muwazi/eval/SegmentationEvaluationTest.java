package org.muwazi.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muwazi.text.MalformedInputException;

class SegmentationEvaluationTest {

    @TempDir private Path stories;

    @Test
    void countsBoundariesInsideLinesOfBothSegmenters() throws IOException {
        write(
                "en.txt",
                "A bridge falls\nMrs. Adeyemi saw it. She ran. Nobody was hurt.\n",
                "en.sentences.tsv",
                """
                headline\tA bridge falls
                sentence\tMrs. Adeyemi saw it.
                sentence\tShe ran.
                sentence\tNobody was hurt.
                """);

        assertThat(table(false).lines())
                .containsExactly(
                        "language\tsegmenter\tdocuments\tboundaries\tprecision\trecall\tf1",
                        "ar\trules\t0\t0\t1.0000\t1.0000\t1.0000",
                        "ar\ticu\t0\t0\t1.0000\t1.0000\t1.0000",
                        "en\trules\t1\t2\t1.0000\t1.0000\t1.0000",
                        "en\ticu\t1\t2\t0.6667\t1.0000\t0.8000",
                        "fr\trules\t0\t0\t1.0000\t1.0000\t1.0000",
                        "fr\ticu\t0\t0\t1.0000\t1.0000\t1.0000");
    }

    @Test
    void listsWhatTheRulesGotWrong() throws IOException {
        write(
                "en.txt", "He waited. She ran\n",
                "en.sentences.tsv", "sentence\tHe waited. She ran\n");

        assertThat(table(true)).contains("# extra\tbridge\tHe waited. ||  She ran");
    }

    @Test
    void aGoldSentenceThatIsNotInTheTextIsNamedWithItsLine() throws IOException {
        write("fr.txt", "Le pont tombe.\n", "fr.sentences.tsv", "sentence\tLe pont tient.\n");

        assertThatThrownBy(() -> table(false))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageEndingWith("fr.sentences.tsv:1: this sentence is not in fr.txt");
    }

    private void write(String textFile, String text, String goldFile, String gold)
            throws IOException {
        Path story = Files.createDirectories(stories.resolve("bridge"));
        Files.writeString(story.resolve(textFile), text);
        Files.writeString(story.resolve(goldFile), gold);
    }

    private String table(boolean listErrors) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            SegmentationEvaluation.evaluate(stories, listErrors, out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
