package org.muwazi.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.NormalizingEncoder;
import org.muwazi.embed.SentenceEncoder;

/** What readers type, paste and scan must not lose an Arabic sentence its vector. */
@EnabledIf("isInstalled")
class ArabicNoiseTest {

    private static final int SENTENCES = 150;

    private static SentenceEncoder raw;
    private static SentenceEncoder normalizing;
    private static List<String> sentences;
    private static Embeddings clean;

    static boolean isInstalled() {
        return DefaultModelTest.isInstalled();
    }

    @BeforeAll
    static void encodeCleanSentences() throws IOException {
        raw = OnnxSentenceEncoder.open(DefaultModelTest.FOLDER);
        normalizing = new NormalizingEncoder(raw);
        sentences = arabicSentences();
        clean = normalizing.encode(sentences);
    }

    @AfterAll
    static void close() {
        normalizing.close();
    }

    private static List<String> arabicSentences() throws IOException {
        List<Path> stories;
        try (Stream<Path> folders = Files.list(Path.of("eval/stories"))) {
            stories =
                    folders.map(folder -> folder.resolve("ar.sentences.tsv"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
        }
        List<String> found = new ArrayList<>();
        for (Path story : stories) {
            for (String line : Files.readAllLines(story)) {
                String[] fields = line.split("\t", -1);
                if (fields[0].equals("sentence")) {
                    found.add(fields[1]);
                }
            }
        }
        return found.stream().distinct().limit(SENTENCES).toList();
    }

    private enum Noise {
        SHORT_VOWELS {
            @Override
            String applied(String text, Random random) {
                return after(text, random, 0.6, () -> (char) (0x64B + random.nextInt(8)));
            }
        },
        TATWEEL {
            @Override
            String applied(String text, Random random) {
                return after(text, random, 0.3, () -> (char) 0x640);
            }
        },
        ZERO_WIDTH_NON_JOINERS {
            @Override
            String applied(String text, Random random) {
                return after(text, random, 0.3, () -> (char) 0x200C);
            }
        },
        PERSIAN_KEYBOARD {
            @Override
            String applied(String text, Random random) {
                return text.replace((char) 0x64A, (char) 0x6CC).replace((char) 0x643, (char) 0x6A9);
            }
        },
        ARABIC_INDIC_DIGITS {
            @Override
            String applied(String text, Random random) {
                return text.codePoints()
                        .map(c -> c >= '0' && c <= '9' ? 0x660 + c - '0' : c)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
            }
        },
        DIRECTION_MARKS {
            @Override
            String applied(String text, Random random) {
                return (char) 0x202B + text + (char) 0x202C;
            }
        },
        HTML_ENTITIES {
            @Override
            String applied(String text, Random random) {
                return text.codePoints()
                        .mapToObj(c -> c < 128 ? Character.toString(c) : "&#" + c + ";")
                        .collect(Collectors.joining());
            }
        };

        abstract String applied(String text, Random random);

        private interface Mark {
            char next();
        }

        private static String after(String text, Random random, double share, Mark mark) {
            IntPredicate letter = c -> (c >= 0x621 && c <= 0x63A) || (c >= 0x641 && c <= 0x64A);
            StringBuilder noised = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                noised.append(text.charAt(i));
                if (letter.test(text.charAt(i)) && random.nextDouble() < share) {
                    noised.append(mark.next());
                }
            }
            return noised.toString();
        }
    }

    @ParameterizedTest
    @EnumSource(Noise.class)
    void aNoisedSentenceIsFoundAmongAll(Noise noise) {
        Random random = new Random(5);
        List<String> noised = sentences.stream().map(s -> noise.applied(s, random)).toList();
        assertThat(top1(clean, normalizing.encode(noised))).isGreaterThanOrEqualTo(0.99);
    }

    /** Without it there would be nothing to normalise for, and this test nothing to show. */
    @Test
    void shortVowelsLoseSentencesWithoutTheNormaliser() {
        Random random = new Random(5);
        List<String> noised =
                sentences.stream().map(s -> Noise.SHORT_VOWELS.applied(s, random)).toList();
        assertThat(top1(raw.encode(sentences), raw.encode(noised))).isLessThan(0.95);
    }

    private static double top1(Embeddings queries, Embeddings candidates) {
        int found = 0;
        for (int i = 0; i < queries.rows(); i++) {
            int best = 0;
            for (int j = 1; j < candidates.rows(); j++) {
                if (queries.cosine(i, candidates, j) > queries.cosine(i, candidates, best)) {
                    best = j;
                }
            }
            if (best == i) {
                found++;
            }
        }
        return found / (double) queries.rows();
    }
}
