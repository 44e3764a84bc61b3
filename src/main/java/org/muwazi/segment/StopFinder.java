package org.muwazi.segment;

import java.util.ArrayList;
import java.util.List;

/** Finds all stops of a stretch of text, in order; time linear in the text. */
final class StopFinder {

    private final String text;
    private final PairedMarks marks;

    StopFinder(String text, PairedMarks marks) {
        this.text = text;
        this.marks = marks;
    }

    List<Stop> stops() {
        List<Stop> stops = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (CharacterClasses.isStop(c)) {
                Stop stop = stopAt(i);
                stops.add(stop);
                i = stop.end();
            } else {
                i += Character.charCount(c);
            }
        }
        return stops;
    }

    private Stop stopAt(int start) {
        int marksStart = start;
        int marksEnd = endOfMarks(start);
        int end = endOfClosingMarks(marksEnd);
        // "?»." is one stop: the full stop after the quotation closes the same sentence.
        while (end > marksEnd && end < text.length() && isStopAt(end)) {
            marksStart = end;
            marksEnd = endOfMarks(end);
            end = endOfClosingMarks(marksEnd);
        }
        return new Stop(start, marksStart, marksEnd, end, skipBlanks(end));
    }

    /** Runs over stop marks; French sets "? !" apart with spaces, which still is one run. */
    private int endOfMarks(int from) {
        int end = from;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (CharacterClasses.isStop(c) || (end > from && CharacterClasses.isAttached(c))) {
                end += Character.charCount(c);
                continue;
            }
            int next = skipBlanks(end);
            if (next > end
                    && next < text.length()
                    && CharacterClasses.isEmphatic(text.charAt(next))
                    && CharacterClasses.isEmphatic(text.charAt(lastMark(from, end)))) {
                end = next;
                continue;
            }
            break;
        }
        return end;
    }

    private int lastMark(int from, int end) {
        int i = end - 1;
        while (i > from && !isStopAt(i)) {
            i--;
        }
        return i;
    }

    private int endOfClosingMarks(int from) {
        int end = from;
        while (end < text.length()) {
            int next = skipBlanks(end);
            if (next >= text.length() || marks.role(next) != PairedMarks.Role.CLOSES) {
                break;
            }
            // A single mark or a straight one after white space belongs to what follows.
            if (next > end && "»”)]".indexOf(text.charAt(next)) < 0 && hasSpace(end, next)) {
                break;
            }
            end = next + 1;
        }
        return end;
    }

    private boolean hasSpace(int from, int to) {
        for (int i = from; i < to; i++) {
            if (CharacterClasses.isSpace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isStopAt(int i) {
        return CharacterClasses.isStop(text.codePointAt(i));
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && CharacterClasses.isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
