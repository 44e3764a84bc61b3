package org.muwazi.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The formats of {@code muwazi score} and {@code muwazi pair}. */
enum PairFormat {
    TSV,
    JSONL;

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name, and lists them for help and completion. */
    static final class Labels implements ITypeConverter<PairFormat>, Iterable<String> {

        @Override
        public PairFormat convert(String label) {
            return Arrays.stream(values())
                    .filter(format -> format.label().equals(label))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "unknown format \""
                                                    + label
                                                    + "\"; known are tsv jsonl"));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(PairFormat::label).iterator();
        }
    }
}
