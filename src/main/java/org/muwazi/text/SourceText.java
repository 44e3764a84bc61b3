package org.muwazi.text;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;

/**
 * A document with where it came from and what was noticed on the way.
 *
 * @param document its text holds everything that was read, set-aside stretches included
 * @param file as the user named it; {@code -} for standard input
 * @param charset the bytes were decoded with
 * @param offsets from the document's text back to the file
 * @param setAside stretches that are not part of the story, ascending and disjoint
 * @param warnings one line each for people, for example that the stated language is not the one
 *     found
 */
public record SourceText(
        Document document,
        String file,
        Charset charset,
        OffsetMap offsets,
        List<SetAside> setAside,
        List<String> warnings) {

    /** Copies the lists and checks that the offsets belong to the text and the stretches ascend. */
    public SourceText {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(offsets, "offsets");
        setAside = List.copyOf(setAside);
        warnings = List.copyOf(warnings);
        if (offsets.length() != document.text().length()) {
            throw new IllegalArgumentException(
                    file
                            + ": offsets for "
                            + offsets.length()
                            + " code units, text of "
                            + document.text().length());
        }
        int previousEnd = 0;
        for (SetAside stretch : setAside) {
            if (stretch.span().start() < previousEnd
                    || stretch.span().end() > document.text().length()) {
                throw new IllegalArgumentException(
                        file + ": stretches set aside overlap or leave the text");
            }
            previousEnd = stretch.span().end();
        }
    }
}
