package org.muwazi.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.muwazi.text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a language code of the command line. */
final class Languages implements ITypeConverter<Language> {

    @Override
    public Language convert(String code) {
        return Language.of(code)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "unknown language \""
                                                + code
                                                + "\"; known are "
                                                + Arrays.stream(Language.values())
                                                        .map(Language::iso639_1)
                                                        .collect(Collectors.joining(" "))));
    }
}
