package org.muwazi.cli;

import org.muwazi.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The languages of a list of pairs to be judged. */
final class ScoredLanguages {

    @Option(
            names = "--from",
            paramLabel = "xx",
            required = true,
            converter = Languages.class,
            description = "Language of the sources: ar, en or fr.")
    private Language from;

    @Option(
            names = "--to",
            paramLabel = "yy",
            required = true,
            converter = Languages.class,
            description = "Language of the targets: ar, en or fr.")
    private Language to;

    Language from() {
        return from;
    }

    Language to() {
        return to;
    }

    /** Refuses languages that are not scored, and twice the same. */
    void require(CommandLine line) {
        for (Language language : new Language[] {from, to}) {
            if (!language.isScored()) {
                throw new ParameterException(
                        line,
                        language.englishName() + " is not scored; Arabic, English and French are");
            }
        }
        if (from == to) {
            throw new ParameterException(line, "--from and --to are both " + from.englishName());
        }
    }
}
