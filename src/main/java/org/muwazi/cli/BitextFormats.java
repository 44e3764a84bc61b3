package org.muwazi.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import org.muwazi.write.BitextFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a format, and lists them for help and completion. */
final class BitextFormats implements ITypeConverter<BitextFormat>, Iterable<String> {

    @Override
    public BitextFormat convert(String label) {
        return BitextFormat.of(label)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "unknown format \"" + label + "\"; known are " + labels()));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(BitextFormat.values()).map(BitextFormat::label).iterator();
    }

    private static String labels() {
        return Arrays.stream(BitextFormat.values())
                .map(BitextFormat::label)
                .collect(Collectors.joining(" "));
    }
}
