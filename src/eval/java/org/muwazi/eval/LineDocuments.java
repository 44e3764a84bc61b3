package org.muwazi.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/** Gold documents with one sentence a line. */
final class LineDocuments {

    private LineDocuments() {}

    static SegmentedDocument read(Path file, Language language) throws IOException {
        String text = Files.readString(file);
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                segments.add(new Segment(new Span(start, start + line.length()), line));
            }
            start += line.length() + 1;
        }
        return new SegmentedDocument(new Document(file.toString(), language, text), segments);
    }

    /** The language of a side of a pair such as {@code ara-eng}. */
    static Language language(String pair, boolean source) {
        String code = source ? pair.substring(0, 3) : pair.substring(4);
        return Language.of(code)
                .orElseThrow(() -> new IllegalArgumentException("unknown language " + code));
    }
}
