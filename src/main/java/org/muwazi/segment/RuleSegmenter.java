package org.muwazi.segment;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.Segment;
import org.muwazi.text.SegmentedDocument;
import org.muwazi.text.Span;

/**
 * Sentences by ICU's break iterator and own rules for Arabic, English and French.
 *
 * <p>A line end and an excluded stretch always end a segment. Inside what lies between them ICU
 * proposes boundaries, and {@link BoundaryRules} take proposals back (abbreviations, initials,
 * decimals, quoted questions with an attribution) or add some (ellipses, missing spaces). Other
 * languages get ICU's boundaries for their locale, with its own list of abbreviations, and the
 * rules that need no table.
 *
 * <p>Every character that is not blank and not excluded lies in exactly one segment. A line that
 * holds no letter or digit is one segment; elsewhere marks without letters stay with the sentence
 * after them, or before them at the end of the line.
 *
 * <p>Time and memory are linear in the text. Instances are immutable and safe for several threads.
 */
public final class RuleSegmenter implements Segmenter {

    private final Map<Language, SegmentationTable> tables = new EnumMap<>(Language.class);

    /** Reads the tables. */
    public RuleSegmenter() {
        for (Language language : Language.values()) {
            tables.put(language, SegmentationTable.of(language));
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the excluded stretches overlap, descend or leave the text
     */
    @Override
    public SegmentedDocument segment(Document document, List<Span> excluded) {
        String text = document.text();
        BreakIterator proposals = breakIterator(document.language());
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (Span span : excluded) {
            if (span.start() < from || span.end() > text.length()) {
                throw new IllegalArgumentException(
                        "excluded stretch [%d, %d) overlaps one before it or leaves the text of %d code units"
                                .formatted(span.start(), span.end(), text.length()));
            }
            segmentLines(document, new Span(from, span.start()), proposals, segments);
            from = span.end();
        }
        segmentLines(document, new Span(from, text.length()), proposals, segments);
        return new SegmentedDocument(document, segments);
    }

    private void segmentLines(
            Document document, Span stretch, BreakIterator proposals, List<Segment> segments) {
        String text = document.text();
        int from = stretch.start();
        while (from < stretch.end()) {
            int to = from;
            while (to < stretch.end() && !CharacterClasses.isLineEnd(text.charAt(to))) {
                to++;
            }
            Span line = trimmed(text, from, to);
            if (!line.isEmpty()) {
                for (Span span : sentences(line.of(text), document.language(), proposals)) {
                    Span place = span.shift(line.start());
                    segments.add(new Segment(place, place.of(text)));
                }
            }
            from = to + 1;
        }
    }

    /** Sentences of one line that starts and ends with a character that is not blank. */
    private List<Span> sentences(String line, Language language, BreakIterator iterator) {
        int lastContent = lastContent(line);
        if (lastContent < 0) {
            return List.of(new Span(0, line.length()));
        }
        PairedMarks marks = new PairedMarks(line);
        BoundaryRules rules = new BoundaryRules(line, language, tables.get(language), marks);
        List<Stop> stops = new StopFinder(line, marks).stops();
        // Most headlines and captions hold no stop; ICU need not look at them.
        BitSet proposals = stops.isEmpty() ? new BitSet() : proposals(line, iterator);
        List<Span> spans = new ArrayList<>();
        int start = 0;
        int firstContent = nextContent(line, 0);
        for (Stop stop : stops) {
            // Marks without a letter on one side are no sentence: "...", a bullet, a row of stars.
            if (firstContent >= stop.start() || stop.next() > lastContent) {
                continue;
            }
            int proposal = proposals.nextSetBit(stop.start() + 1);
            boolean proposed = proposal >= 0 && proposal <= stop.next();
            if (rules.isBoundary(stop, firstContent, proposed)) {
                spans.add(trimmed(line, start, stop.end()));
                start = stop.next();
                firstContent = nextContent(line, start);
            }
        }
        spans.add(trimmed(line, start, line.length()));
        return spans;
    }

    private BreakIterator breakIterator(Language language) {
        // The lists of abbreviations that ICU ships are for languages without a table of ours.
        String suppressions = tables.get(language).isEmpty() ? "@ss=standard" : "";
        // A break iterator holds its position, hence one for each call.
        return BreakIterator.getSentenceInstance(new ULocale(language.iso639_1() + suppressions));
    }

    private static BitSet proposals(String line, BreakIterator iterator) {
        BitSet proposals = new BitSet(line.length());
        iterator.setText(line);
        for (int place = iterator.first(); place != BreakIterator.DONE; place = iterator.next()) {
            proposals.set(place);
        }
        return proposals;
    }

    private static Span trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && CharacterClasses.isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && CharacterClasses.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static int nextContent(String line, int from) {
        int i = from;
        while (i < line.length() && !CharacterClasses.isContent(line.codePointAt(i))) {
            i += Character.charCount(line.codePointAt(i));
        }
        return i;
    }

    /** Place of the last letter or digit, or -1. */
    private static int lastContent(String line) {
        int i = line.length();
        while (i > 0) {
            int c = line.codePointBefore(i);
            i -= Character.charCount(c);
            if (CharacterClasses.isContent(c)) {
                return i;
            }
        }
        return -1;
    }
}
