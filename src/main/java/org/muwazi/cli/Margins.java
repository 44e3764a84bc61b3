package org.muwazi.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.muwazi.mine.Margin;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a margin, and lists them for help and completion. */
final class Margins implements ITypeConverter<Margin>, Iterable<String> {

    @Override
    public Margin convert(String label) {
        return Arrays.stream(Margin.values())
                .filter(margin -> label(margin).equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "unknown margin \""
                                                + label
                                                + "\"; known are distance ratio cosine"));
    }

    static String label(Margin margin) {
        return margin.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Margin.values()).map(Margins::label).iterator();
    }
}
