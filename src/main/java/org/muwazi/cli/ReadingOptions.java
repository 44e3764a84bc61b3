package org.muwazi.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.muwazi.read.ReadOptions;
import org.muwazi.read.ReadOptions.MalformedBytes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How documents are read. */
final class ReadingOptions {

    @Option(
            names = "--keep-all",
            description = "Set nothing aside: menus, captions and other articles stay in the text.")
    private boolean keepAll;

    @Option(
            names = "--on-malformed",
            paramLabel = "WHAT",
            defaultValue = "report",
            converter = Treatments.class,
            completionCandidates = Treatments.class,
            description =
                    "Bytes that are not text in the file's charset: report (an error, default) or"
                            + " replace (by U+FFFD, with a warning).")
    private MalformedBytes onMalformed;

    ReadOptions options() {
        return ReadOptions.standard().withKeepAll(keepAll).withOnMalformed(onMalformed);
    }

    /** Names of the treatments on the command line. */
    static final class Treatments implements ITypeConverter<MalformedBytes>, Iterable<String> {

        @Override
        public MalformedBytes convert(String name) {
            return Arrays.stream(MalformedBytes.values())
                    .filter(treatment -> label(treatment).equals(name))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "expected report or replace, not \"" + name + "\""));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(MalformedBytes.values()).map(Treatments::label).iterator();
        }

        private static String label(MalformedBytes treatment) {
            return treatment.name().toLowerCase(Locale.ROOT);
        }
    }
}
