package org.muwazi.write;

import java.util.List;

/**
 * Everything that the report shows, in words and numbers ready to print; the templates only lay it
 * out. Texts may hold anything, the templates escape them.
 *
 * @param title id of the story
 * @param headline the verdicts in one sentence
 * @param tongue what sentences about verdicts and findings are in
 * @param columns number of versions, capped for the style sheet
 * @param versions the cards on top, in the order given
 * @param pairs what each two versions are to each other
 * @param rows in reading order
 * @param findings number of findings in all rows
 * @param unmatched number of rows that not every version has
 * @param moved number of rows out of order
 * @param setAside of every version that has some
 * @param method how the numbers were made
 */
public record ReportPage(
        String title,
        String headline,
        Tongue tongue,
        int columns,
        List<Version> versions,
        List<Pair> pairs,
        List<Row> rows,
        int findings,
        int unmatched,
        int moved,
        List<SetAsideList> setAside,
        Method method) {

    /**
     * The language of the sentences about verdicts and findings.
     *
     * @param language ISO 639-1
     * @param direction {@code ltr} or {@code rtl}
     * @param nothing what to say of a version that nothing speaks against
     */
    public record Tongue(String language, String direction, String nothing) {

        /** True where it is not the language of the page, and so has to be declared. */
        public boolean isForeign() {
            return !language.equals("en");
        }
    }

    /**
     * Something to print without space around it.
     *
     * @param kind {@code text}, {@code mark}, {@code control}, {@code gap} or {@code number}
     * @param text what
     * @param style CSS classes
     * @param tip explanation for the pointer
     * @param target anchor of the explanation, for gaps and numbers
     */
    public record Piece(String kind, String text, String style, String tip, String target) {}

    /**
     * Where a text is in one language.
     *
     * @param id of the version
     * @param language ISO 639-1
     * @param direction {@code ltr} or {@code rtl}
     * @param name the language's own name
     */
    public record Label(String id, String language, String direction, String name) {}

    /**
     * A share of one as a number and a bar.
     *
     * @param text two decimals, or empty for none
     * @param width 0 to 100
     */
    public record Share(String text, int width) {}

    /**
     * The card of a version.
     *
     * @param label names it
     * @param file as the user named it
     * @param original true for the one the others were translated from
     * @param verdict {@code ok}, {@code review} or {@code garbled}
     * @param score of the whole version
     * @param coverage of the story
     * @param reasons by falling weight
     * @param strip the scores of its rows
     * @param warnings one line each
     */
    public record Version(
            Label label,
            String file,
            boolean original,
            String verdict,
            Share score,
            Share coverage,
            List<Reason> reasons,
            Strip strip,
            List<String> warnings) {}

    /**
     * Why a version has its verdict.
     *
     * @param kind label of the evidence
     * @param weight share of the evidence
     * @param percent the same as people say it
     * @param text one sentence
     * @param links to the places
     * @param more places beyond those linked
     */
    public record Reason(
            String kind, Share weight, String percent, String text, List<Link> links, int more) {}

    /** A link inside the page. */
    public record Link(String target, String text) {}

    /**
     * A picture of the scores of all rows of a version, from first to last.
     *
     * @param width of the drawing
     * @param bars one a row, or one for the worst of several rows
     * @param rowsPerBar 1, or more in long stories
     * @param lowest the lowest score; empty text where there is none
     */
    public record Strip(int width, List<Bar> bars, int rowsPerBar, Link lowest) {}

    /**
     * A bar, 40 high at score 1.
     *
     * @param target anchor of the row
     * @param x left edge
     * @param y top edge
     * @param height 0 to 40
     * @param level {@code none}, {@code minor}, {@code major}, {@code critical} or {@code absent}
     * @param title for the pointer
     */
    public record Bar(String target, int x, int y, int height, String level, String title) {}

    /**
     * What two versions are to each other.
     *
     * @param first id
     * @param second id
     * @param relation in words
     * @param score two decimals
     */
    public record Pair(String first, String second, String relation, String score) {}

    /**
     * A row of the alignment.
     *
     * @param number counted from 0
     * @param anchor to link to
     * @param rank place in the order from worst to best
     * @param unmatched what to say where not every version has it; else empty
     * @param moved what to say where it is out of order; else empty
     * @param cells one a version
     * @param notes explanations of its findings
     * @param summary of the findings in a few words
     */
    public record Row(
            int number,
            String anchor,
            int rank,
            String unmatched,
            String moved,
            List<Cell> cells,
            List<Note> notes,
            String summary) {}

    /**
     * The text of one version in a row.
     *
     * @param label of the version
     * @param pieces none where it has nothing
     * @param score empty text where there is none
     */
    public record Cell(Label label, List<Piece> pieces, Share score) {}

    /**
     * The explanation of a finding.
     *
     * @param anchor to link to
     * @param back anchor of its place in the text, or of the row where the version has none
     * @param number in its row
     * @param label version it is about
     * @param kind label of the finding
     * @param category MQM path
     * @param severity label
     * @param style CSS classes
     * @param confidence two decimals
     * @param evidence the words at fault, or missing
     * @param explanation one sentence
     */
    public record Note(
            String anchor,
            String back,
            int number,
            Label label,
            String kind,
            String category,
            String severity,
            String style,
            String confidence,
            List<Piece> evidence,
            List<Piece> explanation) {}

    /** What took no part in the alignment of one version. */
    public record SetAsideList(Label label, int characters, List<SetAside> stretches) {}

    /**
     * A stretch set aside.
     *
     * @param anchor to link to
     * @param reason what it was taken for
     * @param evidence what made it look so
     * @param place in the file
     * @param pieces its text
     */
    public record SetAside(
            String anchor, String reason, String evidence, String place, List<Piece> pieces) {}

    /**
     * How the numbers were made.
     *
     * @param signature the whole
     * @param name of the method
     * @param version of the toolkit
     * @param settings one by one
     * @param schema of the JSON
     * @param severities with their weights
     * @param files what was read
     * @param leftOut characters that the TMX could not hold; empty for none
     * @param withoutUnit rows that are not in the TMX since one version only has them
     */
    public record Method(
            String signature,
            String name,
            String version,
            List<Setting> settings,
            int schema,
            List<Setting> severities,
            List<FileRead> files,
            String leftOut,
            int withoutUnit) {}

    /** A name with its value. */
    public record Setting(String name, String value) {}

    /** A file that was read. */
    public record FileRead(Label label, String file, String charset, int segments, int length) {}
}
