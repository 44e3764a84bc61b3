package org.muwazi.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muwazi.text.SetAside;
import org.muwazi.text.SetAside.Reason;
import org.muwazi.text.Span;

/*
 * Two steps. First each line by itself (ChromeLine): phrases, labels, menu words, stamps. Then the
 * page as a sequence:
 *
 *   - a line that repeats the headline, or above the story the line before it, is a duplicate;
 *   - a fragment between two menu lines above the story is a menu line, except the longest one,
 *     which may be the headline;
 *   - below the last sentence of the story, a fragment amid chrome is chrome;
 *   - after "Related articles" headlines follow, and then either the story resumes or another
 *     article begins. Which of the two is decided by counting evidence (see FOREIGN).
 *
 * Measured by characters (November 2026). Set aside of what is not the story, and of the story:
 *
 *   stories of eval/stories, 8 with their damaged versions   99 % of chrome, captions and appended
 *                                                            articles; 0 of 114,528 characters
 *   noisy and truncated pages made from TICO-19              100 % of chrome lines;
 *                                                            at most 0.03 % of any language
 *   the same documents without noise                         at most 0.01 %
 *
 * The phrases were written before measuring; nine that the pages made from TICO-19 showed to be
 * missing were added, so that its 100 % says little about other pages. Sentences of another subject
 * that no heading announces stay in the text: only alignment can tell them.
 *
 * The story has the benefit of the doubt everywhere: a foreign sentence left in costs one null bead,
 * a story sentence set aside is lost to the user.
 */
/** Finds the lines of a page that are not part of its story. Immutable and thread-safe. */
final class PageChrome {

    /** Evidence that an article after "Related articles" is another one. */
    private static final int FOREIGN = 3;

    /**
     * Share of content words in common below which two stretches have different subjects. On 124
     * documents in three languages, 8 lines of the second half share less with the first half in
     * about 5 % of the documents, 8 lines of another document in about 70 %. That is why it is
     * evidence and not the decision.
     */
    private static final double OTHER_SUBJECT = 0.1;

    /** Sentences that must stand above a heading before it can end the story. */
    private static final int STORY_BEGUN = 2;

    /** Words of a headline at most. */
    private static final int HEADLINE = 18;

    /** Headlines that a box amid the story holds at most. */
    private static final int BOX = 8;

    private final PhraseTable phrases;

    PageChrome(PhraseTable phrases) {
        this.phrases = phrases;
    }

    /**
     * The lines to set aside.
     *
     * @param text of the document
     * @param candidates lines to look at, ascending and disjoint; blank ones are skipped
     * @return ascending and disjoint, neighbours with one reason and evidence joined
     */
    List<SetAside> find(String text, List<Span> candidates) {
        List<ChromeLine> lines = new ArrayList<>();
        for (Span span : candidates) {
            String line = span.of(text);
            if (!Lines.isBlank(line)) {
                lines.add(ChromeLine.of(span, line, phrases));
            }
        }
        Page page = new Page(lines);
        page.takeLines();
        page.takeDuplicates();
        page.takeRelated();
        page.takeHead();
        page.takeTail();
        return page.setAside();
    }

    /** The verdicts on one page, filled step by step. */
    private static final class Page {

        private final List<ChromeLine> lines;
        private final Reason[] reasons;
        private final String[] evidence;

        Page(List<ChromeLine> lines) {
            this.lines = lines;
            this.reasons = new Reason[lines.size()];
            this.evidence = new String[lines.size()];
        }

        private boolean isTaken(int i) {
            return reasons[i] != null;
        }

        private void take(int i, Reason reason, String why) {
            if (!isTaken(i)) {
                reasons[i] = reason;
                evidence[i] = why;
            }
        }

        void takeLines() {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).isChrome()) {
                    take(i, lines.get(i).reason(), lines.get(i).evidence());
                }
            }
        }

        // Repeated lines of the story stay: a translation that says things twice must be seen to do
        // so.
        void takeDuplicates() {
            Optional<String> headline = Optional.empty();
            int head = nextProse(0);
            String previous = "";
            for (int i = 0; i < lines.size(); i++) {
                ChromeLine line = lines.get(i);
                if (isTaken(i) || !line.isFragment() || line.tokens().size() < 3) {
                    previous = line.text();
                    continue;
                }
                if (i < head && line.text().equals(previous)) {
                    take(i, Reason.DUPLICATE, "repeats the line before it");
                } else if (headline.isPresent() && headline.get().equals(line.text())) {
                    take(i, Reason.DUPLICATE, "repeats the headline");
                }
                if (headline.isEmpty()) {
                    headline = Optional.of(line.text());
                }
                previous = line.text();
            }
        }

        void takeRelated() {
            int before = 0;
            for (int i = 0; i < lines.size(); i++) {
                before += !isTaken(i) && lines.get(i).isProse() ? 1 : 0;
                if (!lines.get(i).isRelatedHeading() || before < STORY_BEGUN) {
                    continue;
                }
                int prose = nextProse(i + 1);
                if (prose == lines.size() || foreign(i, prose) >= FOREIGN) {
                    takeFurnitureAbove(i);
                    takeFrom(i + 1, lines.size(), i);
                    return;
                }
                takeBox(i + 1, prose, i);
            }
        }

        private int nextProse(int from) {
            int i = from;
            while (i < lines.size() && (isTaken(i) || !lines.get(i).isProse())) {
                i++;
            }
            return i;
        }

        /*
         * Evidence that the prose after a heading is another article:
         *   2  the story had ended: comments, share buttons, tags or a note on the page stand
         *      between its last sentence and the heading
         *   1  the age of an article stands between the heading and the prose
         *   1  a headline between them is repeated
         *   2  the prose opens with a dateline, as the first sentence of a report does
         *   2  the prose shares few content words with the story
         */
        private int foreign(int heading, int prose) {
            int points = storyEnded(heading) ? 2 : 0;
            boolean stamp = false;
            boolean repeated = false;
            Set<String> seen = new HashSet<>();
            for (int i = heading + 1; i < prose; i++) {
                stamp |= isTaken(i) && reasons[i] == Reason.BYLINE;
                repeated |= reasons[i] == Reason.DUPLICATE || !seen.add(lines.get(i).text());
            }
            points += stamp ? 1 : 0;
            points += repeated ? 1 : 0;
            points += lines.get(prose).hasDateline() ? 2 : 0;
            // The subject alone never decides; without other evidence it need not be compared.
            return points == 0 || points >= FOREIGN || !hasOtherSubject(heading, prose)
                    ? points
                    : points + 2;
        }

        private boolean hasOtherSubject(int heading, int prose) {
            Topic story = new Topic();
            for (int i = 0; i < heading; i++) {
                if (!isTaken(i)) {
                    story.add(lines.get(i).tokens());
                }
            }
            Topic rest = new Topic();
            for (int i = prose; i < lines.size() && !lines.get(i).isRelatedHeading(); i++) {
                if (!isTaken(i)) {
                    rest.add(lines.get(i).tokens());
                }
            }
            return rest.sharedWith(story) < OTHER_SUBJECT;
        }

        private boolean storyEnded(int heading) {
            for (int i = heading - 1; i >= 0 && !(lines.get(i).isProse() && !isTaken(i)); i--) {
                boolean ends =
                        reasons[i] == Reason.COMMENTS
                                || reasons[i] == Reason.SHARING
                                || reasons[i] == Reason.RELATED
                                || reasons[i] == Reason.LEGAL
                                || (reasons[i] == Reason.NAVIGATION
                                        && lines.get(i).evidence().startsWith("a label"));
                if (ends) {
                    return true;
                }
            }
            return false;
        }

        // Notes between the comment counter and the heading: "Be kind. Comments are read first."
        private void takeFurnitureAbove(int heading) {
            int first = heading;
            for (int i = heading - 1; i >= 0 && (isTaken(i) || !lines.get(i).isProse()); i--) {
                first = isTaken(i) ? i : first;
            }
            for (int i = first; i < heading; i++) {
                take(i, Reason.NAVIGATION, "stands among page furniture below the story");
            }
        }

        private void takeFrom(int start, int end, int heading) {
            String why = "follows the heading \"" + lines.get(heading).text() + "\"";
            boolean article = false;
            for (int i = start; i < end; i++) {
                article |= lines.get(i).isProse();
                take(i, article ? Reason.FOREIGN_ARTICLE : Reason.RELATED, why);
            }
        }

        // The last fragment before the story resumes may be its own subheading: kept where there
        // is another that can be the related headline.
        private void takeBox(int start, int end, int heading) {
            String why = "follows the heading \"" + lines.get(heading).text() + "\"";
            int count = 0;
            for (int i = start; i < end; i++) {
                count += isTaken(i) ? 0 : 1;
            }
            if (count > BOX) {
                return;
            }
            for (int i = start; i < end; i++) {
                boolean last = i == end - 1 && count > 1 && lines.get(i).tokens().size() <= 6;
                if (!last
                        && lines.get(i).isFragment()
                        && lines.get(i).tokens().size() <= HEADLINE) {
                    take(i, Reason.RELATED, why);
                }
            }
        }

        void takeHead() {
            int first = nextProse(0);
            int longest = -1;
            for (int i = 0; i < first; i++) {
                if (!isTaken(i)
                        && (longest < 0
                                || lines.get(i).tokens().size()
                                        > lines.get(longest).tokens().size())) {
                    longest = i;
                }
            }
            takeMenuWords(first, longest);
            for (int i = 1; i + 1 < first; i++) {
                boolean between = isMenu(i - 1) && isMenu(i + 1);
                if (between && i != longest && !lines.get(i).isSigned() && isShort(i)) {
                    take(i, Reason.NAVIGATION, "stands between menu lines");
                }
            }
        }

        // Section names, one a line, are menu words only beside other menu lines: "Culture" alone
        // can be a headline.
        private void takeMenuWords(int end, int headline) {
            for (int i = 1; i < end; i++) {
                if (isMenu(i - 1) && lines.get(i).isMenuWord() && i != headline) {
                    take(i, Reason.NAVIGATION, "continues a menu");
                }
            }
            for (int i = end - 2; i >= 0; i--) {
                if (isMenu(i + 1) && lines.get(i).isMenuWord() && i != headline) {
                    take(i, Reason.NAVIGATION, "continues a menu");
                }
            }
        }

        private boolean isMenu(int i) {
            return reasons[i] == Reason.NAVIGATION
                    || reasons[i] == Reason.SHARING
                    || reasons[i] == Reason.ADVERTISEMENT
                    || reasons[i] == Reason.BYLINE;
        }

        private boolean isShort(int i) {
            return lines.get(i).isFragment() && lines.get(i).tokens().size() <= 5;
        }

        // Below the last sentence: fragments after the first chrome line are chrome as well, if
        // chrome is what that part of the page mostly is. The same for one or two fragments just
        // above it (a picture's alternative text).
        void takeTail() {
            int last = lines.size() - 1;
            while (last >= 0 && (isTaken(last) || !lines.get(last).isProse())) {
                last--;
            }
            int taken = 0;
            int open = 0;
            int firstTaken = -1;
            for (int i = last + 1; i < lines.size() && last >= 0; i++) {
                if (isTaken(i)) {
                    taken++;
                    firstTaken = firstTaken < 0 ? i : firstTaken;
                } else {
                    open++;
                }
            }
            if (taken < 3 || 2 * open > taken) {
                return;
            }
            for (int i = firstTaken; i < lines.size(); i++) {
                ChromeLine line = lines.get(i);
                if (line.isFragment() && !line.isSigned() && line.tokens().size() <= HEADLINE) {
                    take(i, Reason.NAVIGATION, "stands among page furniture below the story");
                }
            }
            if (firstTaken == last + 2
                    && isShort(last + 1)
                    && lines.get(last + 1).tokens().size() <= 3) {
                take(last + 1, Reason.NAVIGATION, "stands among page furniture below the story");
            }
        }

        List<SetAside> setAside() {
            List<SetAside> found = new ArrayList<>();
            for (int i = 0; i < lines.size(); ) {
                if (!isTaken(i)) {
                    i++;
                    continue;
                }
                int end = i + 1;
                while (end < lines.size()
                        && reasons[end] == reasons[i]
                        && evidence[end].equals(evidence[i])) {
                    end++;
                }
                Span span = new Span(lines.get(i).span().start(), lines.get(end - 1).span().end());
                found.add(new SetAside(span, reasons[i], evidence[i]));
                i = end;
            }
            return found;
        }
    }
}
