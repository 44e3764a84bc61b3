package org.muwazi.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/*
 * Three forms. A loop: the same one to eight words again at once. A phrase: the same three words or
 * more at two places, which good text does too ("the President of the Republic"), so the source must
 * not repeat as much, and the phrase must make up a good part of the unit. A sentence said twice is
 * the longest phrase of all and falls under the same rule.
 */
/** Words, phrases and sentences that come again in the translation and not in the source. */
public final class RepetitionDetector implements Detector {

    private static final int LONGEST_LOOP = 8;
    private static final int SHORTEST_PHRASE = 4;

    // Rows loop and phrase_doubled of eval/results/detectors.tsv: precision at equal prior 0.99.
    private static final double LOOP = 0.95;
    private static final double PHRASE = 0.8;

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        List<Token> target = Tokens.of(unit.target().text(), unit.target().language());
        List<Token> source = Tokens.of(unit.source().text(), unit.source().language());
        boolean[] covered = new boolean[target.size()];
        List<Finding> findings = new ArrayList<>();
        int loopsInSource = loops(source, unit.source(), new boolean[source.size()]).size();
        List<Loop> loops = loops(target, unit.target(), covered);
        if (loops.size() > loopsInSource) {
            for (Loop loop : loops) {
                findings.add(finding(loop, target, unit.target().text()));
            }
        }
        findings.addAll(phrases(target, source, covered, unit));
        return Places.inReadingOrder(findings);
    }

    // ---- loops

    private record Loop(int start, int length, int times) {}

    private static List<Loop> loops(
            List<Token> tokens, TranslationUnit.Variant side, boolean[] covered) {
        List<Loop> loops = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Loop loop = loopAt(tokens, i, side);
            if (loop == null) {
                i++;
                continue;
            }
            loops.add(loop);
            int end = i + loop.length() * loop.times();
            java.util.Arrays.fill(covered, i, end, true);
            i = end;
        }
        return loops;
    }

    private static Loop loopAt(List<Token> tokens, int start, TranslationUnit.Variant side) {
        for (int length = 1; length <= LONGEST_LOOP; length++) {
            int times = 1;
            while (same(tokens, start, start + times * length, length)) {
                times++;
            }
            boolean spoken =
                    times == 2
                            && (length == 1
                                    ? isSpoken(tokens, start, side)
                                    : length == 2 && hasMark(tokens, start, 2, side.text()));
            if (times > 1 && !spoken && hasWord(tokens, start, length)) {
                return new Loop(start, length, times);
            }
        }
        return null;
    }

    // "very very", "nous nous", numerals in a table, "Bora Bora", and words with a mark between.
    private static boolean isSpoken(List<Token> tokens, int start, TranslationUnit.Variant side) {
        Token first = tokens.get(start);
        Token second = tokens.get(start + 1);
        if (Words.has("doubled", side.language(), first.folded())
                || first.folded().length() < 2
                || second.isCapitalised()
                || isLetterName(tokens, start, side.language())) {
            return true;
        }
        return hasMark(tokens, start, 1, side.text());
    }

    // CNN and BBC are spelled out in Arabic by the names of the letters, which repeat.
    private static boolean isLetterName(List<Token> tokens, int start, Language language) {
        return Words.has("letter", language, tokens.get(start).folded())
                && ((start > 0 && Words.has("letter", language, tokens.get(start - 1).folded()))
                        || (start + 2 < tokens.size()
                                && Words.has("letter", language, tokens.get(start + 2).folded()))
                        || !Words.has("function", language, tokens.get(start).folded()));
    }

    private static boolean hasMark(List<Token> tokens, int start, int length, String text) {
        int from = tokens.get(start + length - 1).end();
        for (int i = from; i < tokens.get(start + length).start(); i++) {
            if (!Tokens.isSpace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWord(List<Token> tokens, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (!tokens.get(i).isNumeral() && tokens.get(i).folded().length() > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(List<Token> tokens, int a, int b, int length) {
        if (b + length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isSameWord(tokens.get(a + i), tokens.get(b + i))) {
                return false;
            }
        }
        return true;
    }

    // Accents tell words apart here (French a, à), so the folded form is not enough.
    private static boolean isSameWord(Token a, Token b) {
        return a.folded().equals(b.folded())
                && (a.isArabic() || a.text().equalsIgnoreCase(b.text()));
    }

    private static Finding finding(Loop loop, List<Token> tokens, String text) {
        int last = loop.start() + loop.length() * loop.times() - 1;
        Span span = new Span(tokens.get(loop.start()).start(), tokens.get(last).end());
        Span once = new Span(span.start(), tokens.get(loop.start() + loop.length() - 1).end());
        String key = loop.length() == 1 ? "repetition.word" : "repetition.loop";
        boolean grave = loop.times() > 2 || loop.length() > 2;
        return new Finding(
                Kind.REPETITION,
                1,
                span,
                grave ? Severity.MAJOR : Severity.MINOR,
                LOOP,
                span.of(text),
                Messages.text(key, once.of(text), loop.times()));
    }

    // ---- phrases

    private static List<Finding> phrases(
            List<Token> target, List<Token> source, boolean[] covered, TranslationUnit unit) {
        List<Finding> findings = new ArrayList<>();
        int longestInSource = longestRepeat(source);
        Map<String, Integer> firstAt = new HashMap<>();
        int i = 0;
        while (i + SHORTEST_PHRASE <= target.size()) {
            String key = key(target, i);
            Integer before = firstAt.putIfAbsent(key, i);
            if (before == null || covered[i] || before + SHORTEST_PHRASE > i) {
                i++;
                continue;
            }
            int length = commonLength(target, before, i);
            if (isTelling(target, i, length, longestInSource, unit.target().language())) {
                findings.add(phrase(target, i, length, unit));
            }
            i += length;
        }
        return findings;
    }

    private static boolean isTelling(
            List<Token> target, int start, int length, int longestInSource, Language language) {
        int content = 0;
        for (int i = start; i < start + length; i++) {
            Token token = target.get(i);
            if (token.folded().length() > 2
                    && !token.isNumeral()
                    && !Words.has("function", language, token.folded())) {
                content++;
            }
        }
        return content >= 3 && length >= longestInSource + SHORTEST_PHRASE - 1;
    }

    private static Finding phrase(List<Token> target, int start, int length, TranslationUnit unit) {
        String text = unit.target().text();
        Span span = new Span(target.get(start).start(), target.get(start + length - 1).end());
        int times = 0;
        for (int i = 0; i + length <= target.size(); i++) {
            if (same(target, i, start, length)) {
                times++;
                i += length - 1;
            }
        }
        boolean sentence = length >= 6 && length * 2.2 >= target.size();
        return new Finding(
                Kind.REPETITION,
                1,
                span,
                sentence || length >= 8 ? Severity.MAJOR : Severity.MINOR,
                PHRASE,
                span.of(text),
                sentence
                        ? Messages.text("repetition.sentence", span.of(text))
                        : Messages.text("repetition.phrase", span.of(text), times));
    }

    private static String key(List<Token> tokens, int start) {
        StringBuilder key = new StringBuilder();
        for (int i = start; i < start + SHORTEST_PHRASE; i++) {
            key.append(tokens.get(i).folded()).append(' ');
        }
        return key.toString();
    }

    private static int commonLength(List<Token> tokens, int a, int b) {
        int length = 0;
        while (b + length < tokens.size()
                && a + length < b
                && isSameWord(tokens.get(a + length), tokens.get(b + length))) {
            length++;
        }
        return length;
    }

    /** Words of the longest stretch of two or more that stands twice. */
    private static int longestRepeat(List<Token> tokens) {
        Map<String, List<Integer>> places = new HashMap<>();
        int longest = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            String key = tokens.get(i).folded() + ' ' + tokens.get(i + 1).folded();
            List<Integer> before = places.computeIfAbsent(key, k -> new ArrayList<>(2));
            for (int at : before.subList(0, Math.min(4, before.size()))) {
                longest = Math.max(longest, commonLength(tokens, at, i));
            }
            before.add(i);
        }
        return longest;
    }
}
