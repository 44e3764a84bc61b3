package org.muwazi.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.muwazi.score.Explanation;
import org.muwazi.score.Reason;
import org.muwazi.score.ScoredStory;
import org.muwazi.score.ScoredVersion;
import org.muwazi.score.Verdict;
import org.muwazi.text.Language;
import org.muwazi.text.PairRelation;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

/**
 * The verdicts of a story for people: a paragraph for each version, the relations of the versions,
 * and where the files are. Colour repeats what the words say.
 */
final class VerdictText {

    private static final int QUOTED_PLACES = 2;
    private static final int QUOTED_CHARACTERS = 60;

    private static final String RIGHT_TO_LEFT_ISOLATE = "\u2067";
    private static final String POP_ISOLATE = "\u2069";

    private static final String RESET = "\u001b[0m";
    private static final Map<Verdict, String> COLOURS =
            Map.of(
                    Verdict.OK, "\u001b[32m",
                    Verdict.REVIEW, "\u001b[33m",
                    Verdict.GARBLED, "\u001b[1;31m");

    private final ScoredStory story;
    private final Language told;
    private final boolean colour;

    VerdictText(ScoredStory story, Language told, boolean colour) {
        this.story = story;
        this.told = told;
        this.colour = colour;
    }

    /** False for the original and for languages that are not scored: they have no verdict. */
    static boolean isJudged(ScoredVersion version) {
        return !version.original() && version.source().document().language().isScored();
    }

    /**
     * Writes it all.
     *
     * @param files that were written, possibly none
     */
    void write(List<Path> files, Writer out) throws IOException {
        for (ScoredVersion version : story.versions()) {
            writeVersion(version, out);
            out.write("\n");
        }
        for (PairRelation pair : story.pairs()) {
            line(
                    out,
                    "%s and %s: %s (%.2f)",
                    id(pair.source()),
                    id(pair.target()),
                    words(pair.relation()),
                    pair.score());
        }
        if (!files.isEmpty()) {
            out.write("\n");
            for (Path file : files) {
                line(out, "wrote %s", Visible.line(file.toString()));
            }
        }
    }

    private String id(int version) {
        return Visible.line(story.versions().get(version).id());
    }

    private static String words(PairRelation.Relation relation) {
        return switch (relation) {
            case TRANSLATION -> "translations of one another";
            case PARTIAL -> "translations of one another in part";
            case SAME_EVENT -> "not translations, but about the same event";
            case UNRELATED -> "not translations, unrelated";
        };
    }

    private void writeVersion(ScoredVersion version, Writer out) throws IOException {
        Language language = version.source().document().language();
        String head = Visible.line(version.id()) + " (" + language.englishName() + "): ";
        if (version.original()) {
            line(
                    out,
                    "%sthe original, not judged; it has %.0f %% of the story",
                    head,
                    percent(version.coverage()));
        } else if (!language.isScored()) {
            line(
                    out,
                    "%snot scored: only Arabic, English and French are; aligned, it has %.0f %% of"
                            + " the story",
                    head,
                    percent(version.coverage()));
        } else {
            line(
                    out,
                    "%s%s, score %.2f, has %.0f %% of the story",
                    head,
                    coloured(version.verdict()),
                    version.score(),
                    percent(version.coverage()));
        }
        for (Reason reason : version.reasons()) {
            line(
                    out,
                    "  %3.0f %% %s: %s",
                    percent(reason.weight()),
                    reason.kind(),
                    sentence(reason.text()));
            writePlaces(version.source(), reason.spans(), out);
        }
        writeSetAside(version.source().setAside(), out);
    }

    /** The sentence within an English line, whose direction it does not take. */
    private String sentence(Explanation explanation) {
        StringBuilder sentence = new StringBuilder();
        for (Explanation.Part part : explanation.parts(told)) {
            sentence.append(part.quoted() ? Visible.line(part.text()) : part.text());
        }
        return told.isRightToLeft()
                ? RIGHT_TO_LEFT_ISOLATE + sentence + POP_ISOLATE
                : sentence.toString();
    }

    private static void writePlaces(SourceText source, List<Span> spans, Writer out)
            throws IOException {
        List<Span> places = spans.stream().filter(span -> !span.isEmpty()).toList();
        for (Span span : places.subList(0, Math.min(QUOTED_PLACES, places.size()))) {
            Span characters = source.offsets().characters(span);
            line(
                    out,
                    "         %s at %d-%d",
                    Visible.quote(span.of(source.document().text()), QUOTED_CHARACTERS),
                    characters.start(),
                    characters.end());
        }
        if (places.size() > QUOTED_PLACES) {
            line(out, "         and %d more", places.size() - QUOTED_PLACES);
        }
    }

    private static void writeSetAside(List<SetAside> stretches, Writer out) throws IOException {
        if (stretches.isEmpty()) {
            return;
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (SetAside stretch : stretches) {
            counts.merge(stretch.reason().label(), 1, Integer::sum);
        }
        StringBuilder kinds = new StringBuilder();
        counts.forEach(
                (kind, count) ->
                        kinds.append(kinds.isEmpty() ? "" : ", ")
                                .append(count)
                                .append(" ")
                                .append(kind));
        line(out, "  set aside: %s (--keep-all keeps them)", kinds);
    }

    private String coloured(Verdict verdict) {
        return colour ? COLOURS.get(verdict) + verdict.label() + RESET : verdict.label();
    }

    private static double percent(double share) {
        return 100 * share;
    }

    private static void line(Writer out, String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format, values));
        out.write("\n");
    }
}
