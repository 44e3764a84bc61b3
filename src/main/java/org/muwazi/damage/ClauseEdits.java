package org.muwazi.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit.Variant;

/** Parts of the sentence missing or too many. */
final class ClauseEdits {

    private ClauseEdits() {}

    static Optional<String> cutInHalf(Clean clean, Random random) {
        Variant target = clean.target();
        List<String> words = WordTokens.parted(target.text());
        return words.size() < 8
                ? Optional.empty()
                : Optional.of(String.join(" ", words.subList(0, words.size() / 2)));
    }

    /** What stands between two marks, or after the last one. */
    static Optional<String> dropped(Clean clean, Random random) {
        String text = clean.target().text();
        List<Span> clauses = clauses(text);
        if (clauses.isEmpty()) {
            return Optional.empty();
        }
        Span clause = clauses.get(random.nextInt(clauses.size()));
        return Optional.of(text.substring(0, clause.start()) + text.substring(clause.end()));
    }

    /** A clause of another sentence put at a mark, or before the last one. */
    static Optional<String> added(Clean clean, Random random) {
        String text = clean.target().text();
        List<String> others = clean.material().others();
        for (int k = 0; k < 40 && !others.isEmpty(); k++) {
            String other = others.get(random.nextInt(others.size()));
            List<Span> clauses = clauses(other);
            if (!clauses.isEmpty() && !other.equals(text)) {
                String clause = clauses.get(random.nextInt(clauses.size())).of(other);
                List<Span> places = clauses(text);
                int at =
                        places.isEmpty()
                                ? lastMark(text)
                                : places.get(random.nextInt(places.size())).start();
                return Optional.of(text.substring(0, at) + clause + text.substring(at));
            }
        }
        return Optional.empty();
    }

    /** From a mark inside to the next mark, three words or more and at most half of the text. */
    private static List<Span> clauses(String text) {
        List<Integer> marks = new ArrayList<>();
        for (int i = 1; i + 1 < text.length(); i++) {
            if (",;:\u060c\u061b".indexOf(text.charAt(i)) >= 0
                    && Character.isWhitespace(text.charAt(i + 1))) {
                marks.add(i);
            }
        }
        marks.add(lastMark(text));
        List<Span> clauses = new ArrayList<>();
        for (int m = 0; m + 1 < marks.size(); m++) {
            Span clause = new Span(marks.get(m), Math.max(marks.get(m), marks.get(m + 1)));
            if (clause.length() > 1
                    && clause.length() <= text.length() / 2
                    && WordTokens.parted(clause.of(text).substring(1)).size() >= 3) {
                clauses.add(clause);
            }
        }
        return clauses;
    }

    private static int lastMark(String text) {
        int end = text.stripTrailing().length();
        return end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1)) ? end - 1 : end;
    }
}
