package org.muwazi.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muwazi.text.SetAside.Reason;

/** What web pages say around their stories; the table's own head explains its kinds. */
final class PhraseTable {

    /** How a phrase is looked for; the words of the table's first column. */
    enum Kind {
        WHOLE,
        LEAD,
        END,
        CREDIT,
        HEADING,
        WORD,
        DATE,
        AGENCY,
        SIGNED
    }

    /**
     * A phrase found in a line.
     *
     * @param reason what lines with it are
     * @param start first token
     * @param end one past the last token
     */
    record Match(Reason reason, int start, int end) {
        int length() {
            return end - start;
        }
    }

    private final Map<Kind, Map<String, Reason>> phrases = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> longest = new EnumMap<>(Kind.class);

    /** Loads the table that comes with this package. */
    PhraseTable() {
        for (Kind kind : Kind.values()) {
            phrases.put(kind, new HashMap<>());
            longest.put(kind, 0);
        }
        for (String[] row : ResourceTable.read("chrome-phrases.tsv", 3)) {
            Kind kind = Kind.valueOf(row[0].toUpperCase(Locale.ROOT));
            Reason reason = Reason.valueOf(row[1].toUpperCase(Locale.ROOT));
            for (String phrase : row[2].split("\\|", -1)) {
                List<String> tokens = tokens(phrase);
                if (tokens.isEmpty()) {
                    throw new IllegalStateException("empty phrase in " + row[0] + " " + row[1]);
                }
                phrases.get(kind).putIfAbsent(String.join(" ", tokens), reason);
                longest.merge(kind, tokens.size(), Math::max);
            }
        }
    }

    /**
     * Cuts a line into words, folded, each number as {@code #}; letters and digits that touch are
     * two words, since pages glue a site's name and an age together.
     */
    static List<String> tokens(String line) {
        List<String> tokens = new ArrayList<>();
        String folded = WordForms.fold(line);
        int i = 0;
        while (i < folded.length()) {
            char c = folded.charAt(i);
            int start = i;
            if (Character.isDigit(c)) {
                while (i < folded.length() && isNumberPart(folded, i)) {
                    i++;
                }
                tokens.add("#");
            } else if (isLetter(c)) {
                while (i < folded.length() && isLetter(folded.charAt(i))) {
                    i++;
                }
                tokens.add(folded.substring(start, i));
            } else {
                if (c == '\u00A9') {
                    tokens.add("\u00A9");
                } else if (c == '#') {
                    tokens.add("#");
                }
                i++;
            }
        }
        return tokens;
    }

    private static boolean isNumberPart(String text, int i) {
        char c = text.charAt(i);
        boolean separator = ".,:\u066B\u066C".indexOf(c) >= 0;
        return Character.isDigit(c)
                || (separator && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1)));
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** The phrase that the whole line is. */
    Optional<Match> whole(Kind kind, List<String> tokens) {
        return at(kind, tokens, 0, tokens.size());
    }

    /** The longest phrase that starts at a token. */
    Optional<Match> startingAt(Kind kind, List<String> tokens, int start) {
        int most = Math.min(longest.get(kind), tokens.size() - start);
        for (int length = most; length > 0; length--) {
            Optional<Match> match = at(kind, tokens, start, start + length);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    /** The longest phrase that ends with the line. */
    Optional<Match> ending(Kind kind, List<String> tokens) {
        int most = Math.min(longest.get(kind), tokens.size());
        for (int length = most; length > 0; length--) {
            Optional<Match> match = at(kind, tokens, tokens.size() - length, tokens.size());
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    private Optional<Match> at(Kind kind, List<String> tokens, int start, int end) {
        if (end - start > longest.get(kind) || start == end) {
            return Optional.empty();
        }
        Reason reason = phrases.get(kind).get(String.join(" ", tokens.subList(start, end)));
        return Optional.ofNullable(reason).map(found -> new Match(found, start, end));
    }
}
