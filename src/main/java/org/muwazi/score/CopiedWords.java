package org.muwazi.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/**
 * Words that an English translation has from its French source or the reverse. A word counts when
 * it is in the source as it stands and cannot be of the target language; a stretch of three words
 * and more that stands in the source as it is also counts when function words of the source are in
 * it.
 */
final class CopiedWords {

    private static final int SHORTEST_STRETCH = 3;

    private final TranslationUnit unit;
    private final Language from;
    private final Language to;
    private final String text;
    private final List<Token> target;
    private final Set<String> sourceWords;
    private final Set<String> sourceTriples;

    CopiedWords(TranslationUnit unit) {
        this.unit = unit;
        from = unit.source().language();
        to = unit.target().language();
        text = unit.target().text();
        // Cut as the source is, or an elided French article would hide what follows it.
        target = Tokens.of(text, from);
        List<Token> source = Tokens.of(unit.source().text(), from);
        sourceWords = written(source);
        sourceTriples = triples(source);
    }

    List<Finding> findings() {
        boolean[] address = Enclosure.addresses(text);
        List<Finding> findings = new ArrayList<>();
        int i = 0;
        while (i < target.size()) {
            int end = endOfRun(i);
            int first = i;
            int last = end - 1;
            while (first < end && !isForeign(target.get(first)) && !isInTriple(first, end)) {
                first++;
            }
            while (last > first && !isForeign(target.get(last)) && !isInTriple(last, end)) {
                last--;
            }
            if (first < end) {
                Span span = new Span(target.get(first).start(), target.get(last).end());
                double confidence = confidence(target.subList(first, last + 1), span);
                if (confidence > 0 && !address[span.start()]) {
                    findings.add(
                            UntranslatedDetector.finding(
                                    unit,
                                    Kind.UNTRANSLATED,
                                    span,
                                    confidence,
                                    Messages.text("untranslated.copied", span.of(text))));
                }
            }
            i = Math.max(end, i + 1);
        }
        return findings;
    }

    private int endOfRun(int start) {
        int end = start;
        while (end < target.size()
                && target.get(end).isLatin()
                && sourceWords.contains(lower(target.get(end)))
                && (end == start || Enclosure.isClose(target, end, text))) {
            end++;
        }
        return end;
    }

    private double confidence(List<Token> run, Span span) {
        if (Enclosure.isQuoted(span, text)) {
            return 0;
        }
        int firstCapital = run.size();
        int lastCapital = -1;
        for (int i = 0; i < run.size(); i++) {
            if (run.get(i).isCapitalised()) {
                firstCapital = Math.min(firstCapital, i);
                lastCapital = i;
            }
        }
        // What stands between capitals belongs to a name: "Bank of the West".
        long foreign = 0;
        long ordinary = 0;
        for (int i = 0; i < run.size(); i++) {
            boolean inName = i > firstCapital && i < lastCapital;
            if (!inName && isForeign(run.get(i))) {
                foreign++;
                ordinary += isFunctionOfSource(run.get(i)) ? 0 : 1;
            }
        }
        boolean capitals = lastCapital >= 0;
        if (foreign > 0 && (!capitals || ordinary > 0 || foreign > 1)) {
            return foreign >= 3 ? UntranslatedDetector.STRETCH : UntranslatedDetector.WORD;
        }
        if (capitals) {
            return 0;
        }
        long functions = run.stream().filter(token -> isFunctionOfSource(token)).count();
        return functions >= 2 ? UntranslatedDetector.WORD : 0;
    }

    private boolean isFunctionOfSource(Token token) {
        return token.isLowerCase()
                && UntranslatedDetector.isFunction(from, token)
                && !UntranslatedDetector.isFunction(to, token);
    }

    // Three words in a row that the source has in a row, one of them lower case at least.
    private boolean isInTriple(int index, int end) {
        for (int start = Math.max(0, index - SHORTEST_STRETCH + 1); start <= index; start++) {
            if (start + SHORTEST_STRETCH <= end
                    && sourceTriples.contains(triple(target, start))
                    && target.get(index).isLowerCase()) {
                return true;
            }
        }
        return false;
    }

    private boolean isForeign(Token token) {
        if (!token.isLowerCase() || token.isArabic() || !sourceWords.contains(token.text())) {
            return false;
        }
        String folded = token.folded();
        if (isFunctionOfSource(token)) {
            return folded.length() > (folded.endsWith("'") ? 2 : 1)
                    && !Words.has("loan", to, folded);
        }
        return folded.length() > 2 && ForeignWord.looks(token.text(), from, to);
    }

    /** The words in lower case, accents kept: a word that gained one was translated. */
    static Set<String> written(List<Token> tokens) {
        Set<String> words = new HashSet<>();
        for (Token token : tokens) {
            words.add(lower(token));
        }
        return words;
    }

    private static Set<String> triples(List<Token> tokens) {
        Set<String> triples = new HashSet<>();
        for (int i = 0; i + SHORTEST_STRETCH <= tokens.size(); i++) {
            triples.add(triple(tokens, i));
        }
        return triples;
    }

    private static String triple(List<Token> tokens, int start) {
        return lower(tokens.get(start))
                + ' '
                + lower(tokens.get(start + 1))
                + ' '
                + lower(tokens.get(start + 2));
    }

    private static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
