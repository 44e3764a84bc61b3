package org.muwazi.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the lower-case name of a constant, and lists all of them for help and completion.
 *
 * @param <T> the constants
 */
abstract class Choices<T extends Enum<T>> implements ITypeConverter<T>, Iterable<String> {

    private final String what;
    private final List<T> values;

    /**
     * The choices of an option.
     *
     * @param what they are, for messages
     */
    Choices(String what, Class<T> type) {
        this.what = what;
        this.values = Arrays.asList(type.getEnumConstants());
    }

    /** The name on the command line. */
    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public T convert(String label) {
        return values.stream()
                .filter(value -> label(value).equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "unknown "
                                                + what
                                                + " \""
                                                + label
                                                + "\"; known are "
                                                + String.join(" ", this)));
    }

    @Override
    public Iterator<String> iterator() {
        return values.stream().map(Choices::label).iterator();
    }
}
