package org.muwazi.cli;

import java.util.Iterator;
import java.util.List;
import org.muwazi.text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of commands that explain. */
final class ExplanationOptions {

    @Option(
            names = "--explain-in",
            paramLabel = "xx",
            defaultValue = "en",
            converter = Told.class,
            completionCandidates = Told.class,
            description = {
                "Language of reasons and explanations: one of ${COMPLETION-CANDIDATES}. Default:"
                        + " ${DEFAULT-VALUE}, whatever the language of this computer."
            })
    private Language told;

    /** The language that was asked for. */
    Language told() {
        return told;
    }

    /** Languages that sentences can be told in. */
    static final class Told implements ITypeConverter<Language>, Iterable<String> {

        private static final List<Language> TOLD =
                List.of(Language.ENGLISH, Language.FRENCH, Language.ARABIC);

        @Override
        public Language convert(String code) {
            return Language.of(code)
                    .filter(TOLD::contains)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "expected "
                                                    + String.join(", ", this)
                                                    + ", not \""
                                                    + code
                                                    + "\""));
        }

        @Override
        public Iterator<String> iterator() {
            return TOLD.stream().map(Language::iso639_1).iterator();
        }
    }
}
