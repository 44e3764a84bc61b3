package org.muwazi.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/*
 * Whole texts first: the source itself, or another language by script and by function words. Then
 * words of the source's script inside an Arabic text and the reverse. Between English and French,
 * which share a script and many words, a copied stretch counts only when it holds words that the
 * target language does not have: function words of the source, or letters and endings that are
 * foreign to the target. Names, titles in quotation marks and terms in brackets are let pass.
 */
/** Words left in the source language, in the wrong script, or a text in the wrong language. */
public final class UntranslatedDetector implements Detector {

    private static final double WHOLE = 0.99;
    private static final double STRETCH = 0.95;
    private static final double WORD = 0.85;
    private static final double CAPITALISED = 0.6;

    private static final Pattern ADDRESS =
            Pattern.compile("\\S*(?:://|www\\.|@|\\.(?:com|org|net|fr|info|gov|edu)\\b)\\S*|#\\w+");

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        Language from = unit.source().language();
        Language to = unit.target().language();
        if (from == to || !EmptyDetector.saysSomething(unit.target().text())) {
            return List.of();
        }
        List<Token> target = Tokens.of(unit.target().text(), to);
        List<Token> source = Tokens.of(unit.source().text(), from);
        if (isCopy(source, target)) {
            return whole(unit, Kind.UNTRANSLATED, "untranslated.same");
        }
        if (!to.isScored()) {
            return List.of();
        }
        Language written = language(target);
        if (written != null && written != to) {
            return List.of(
                    finding(
                            unit,
                            Kind.WRONG_LANGUAGE,
                            trimmed(unit.target().text()),
                            WHOLE,
                            Messages.text(
                                    "untranslated.whole",
                                    written.englishName(),
                                    to.englishName())));
        }
        List<Finding> findings =
                to == Language.ARABIC || from == Language.ARABIC
                        ? wrongScript(unit, source, target)
                        : new ArrayList<>(copied(unit, source, target));
        return Places.inReadingOrder(findings);
    }

    // ---- whole texts

    private static boolean isCopy(List<Token> source, List<Token> target) {
        if (source.size() < 3 || source.size() != target.size()) {
            return false;
        }
        boolean words = false;
        for (int i = 0; i < source.size(); i++) {
            if (!source.get(i).folded().equals(target.get(i).folded())) {
                return false;
            }
            words |= target.get(i).isArabic() || target.get(i).isLowerCase();
        }
        return words;
    }

    private static List<Finding> whole(TranslationUnit unit, Kind kind, String key) {
        return List.of(
                finding(unit, kind, trimmed(unit.target().text()), WHOLE, Messages.text(key)));
    }

    private static Span trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && Tokens.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Tokens.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** The language that most function words and letters are of, null where that is not clear. */
    private static Language language(List<Token> tokens) {
        int arabic = 0;
        int english = 0;
        int french = 0;
        int latin = 0;
        for (Token token : tokens) {
            if (token.isArabic()) {
                arabic++;
            } else if (token.isLatin() && token.isLowerCase()) {
                latin++;
                english += isFunction(Language.ENGLISH, token) ? 1 : 0;
                french += isFunction(Language.FRENCH, token) ? 1 : 0;
            }
        }
        if (arabic > 3 && arabic > 2 * latin) {
            return Language.ARABIC;
        }
        if (latin < 4 || latin < arabic) {
            return null;
        }
        if (english >= 3 && english > 3 * french) {
            return Language.ENGLISH;
        }
        return french >= 3 && french > 3 * english ? Language.FRENCH : null;
    }

    private static boolean isFunction(Language language, Token token) {
        return Words.has("function", language, token.folded().replace("'", ""));
    }

    // ---- scripts

    private static List<Finding> wrongScript(
            TranslationUnit unit, List<Token> source, List<Token> target) {
        boolean arabicTarget = unit.target().language() == Language.ARABIC;
        String text = unit.target().text();
        boolean[] address = addresses(text);
        Set<String> sourceWords = writtenWords(source);
        List<Finding> findings = new ArrayList<>();
        int i = 0;
        while (i < target.size()) {
            int end = i;
            while (end < target.size()
                    && (arabicTarget ? target.get(end).isLatin() : target.get(end).isArabic())
                    && (end == i || isClose(target, end, text))) {
                end++;
            }
            if (end > i) {
                List<Token> run = target.subList(i, end);
                Span span = new Span(target.get(i).start(), target.get(end - 1).end());
                if (!address[span.start()]) {
                    double confidence =
                            arabicTarget
                                    ? latinConfidence(run, span, text, sourceWords)
                                    : run.size() > 1 || !isBracketed(span, text) ? STRETCH : 0.5;
                    if (confidence > 0) {
                        findings.add(script(unit, span, confidence));
                    }
                }
            }
            i = Math.max(end, i + 1);
        }
        return findings;
    }

    // Arabic writes names and terms in Latin letters now and then, mostly in brackets.
    private static double latinConfidence(
            List<Token> run, Span span, String text, Set<String> sourceWords) {
        if (isBracketed(span, text)) {
            return 0;
        }
        int lower = 0;
        int copied = 0;
        int names = 0;
        for (Token token : run) {
            boolean word = token.isLowerCase() && token.text().length() > 2;
            lower += word ? 1 : 0;
            copied += word && sourceWords.contains(token.text().toLowerCase(Locale.ROOT)) ? 1 : 0;
            names += token.isCapitalised() && !token.isAllCapitals() ? 1 : 0;
        }
        if (lower >= 2) {
            return STRETCH;
        }
        if (lower == 1) {
            return copied == 1 && names == 0 ? WORD : names == 0 ? 0.7 : CAPITALISED;
        }
        return names >= 2 ? CAPITALISED : 0;
    }

    private static Finding script(TranslationUnit unit, Span span, double confidence) {
        Language to = unit.target().language();
        return finding(
                unit,
                Kind.UNTRANSLATED,
                span,
                confidence,
                Messages.text(
                        "untranslated.script",
                        span.of(unit.target().text()),
                        to == Language.ARABIC ? "Latin" : "Arabic",
                        to.englishName()));
    }

    // ---- English and French

    private static List<Finding> copied(
            TranslationUnit unit, List<Token> source, List<Token> target) {
        Language from = unit.source().language();
        Language to = unit.target().language();
        String text = unit.target().text();
        boolean[] address = addresses(text);
        Set<String> sourceWords = writtenWords(source);
        List<Finding> findings = new ArrayList<>();
        int i = 0;
        while (i < target.size()) {
            int end = i;
            int foreign = 0;
            while (end < target.size()
                    && isForeignOrShared(target.get(end), sourceWords, from, to)
                    && (end == i || isClose(target, end, text))) {
                foreign += isForeign(target.get(end), sourceWords, from, to) ? 1 : 0;
                end++;
            }
            if (foreign > 0) {
                int first = i;
                while (!isForeign(target.get(first), sourceWords, from, to)) {
                    first++;
                }
                int last = end - 1;
                while (!isForeign(target.get(last), sourceWords, from, to)) {
                    last--;
                }
                Span span = new Span(target.get(first).start(), target.get(last).end());
                double confidence =
                        confidence(target.subList(first, last + 1), foreign, span, text);
                if (confidence > 0 && !address[span.start()]) {
                    findings.add(
                            finding(
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

    private static double confidence(List<Token> run, int foreign, Span span, String text) {
        boolean capitals = run.stream().anyMatch(Token::isCapitalised);
        if (isQuoted(span, text) || (capitals && foreign < 4)) {
            return 0;
        }
        return foreign >= 3 ? STRETCH : WORD;
    }

    private static boolean isForeignOrShared(
            Token token, Set<String> sourceWords, Language from, Language to) {
        return isForeign(token, sourceWords, from, to)
                || (sourceWords.contains(token.text().toLowerCase(Locale.ROOT)) && token.isLatin());
    }

    private static boolean isForeign(
            Token token, Set<String> sourceWords, Language from, Language to) {
        if (!token.isLowerCase() || token.isArabic()) {
            return false;
        }
        String folded = token.folded();
        boolean inSource = sourceWords.contains(token.text());
        if (isFunction(from, token) && !isFunction(to, token)) {
            return inSource && folded.length() > 1 && !Words.has("loan", to, folded);
        }
        return inSource && folded.length() > 2 && ForeignWord.looks(token.text(), from, to);
    }

    // ---- shared

    private static Set<String> writtenWords(List<Token> tokens) {
        Set<String> words = new HashSet<>();
        for (Token token : tokens) {
            // Accents are kept: a word that gained one was translated.
            words.add(token.text().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static boolean isClose(List<Token> tokens, int index, String text) {
        for (int i = tokens.get(index - 1).end(); i < tokens.get(index).start(); i++) {
            char c = text.charAt(i);
            if (!Tokens.isSpace(c) && c != '-' && c != ',' && !Tokens.isApostrophe(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBracketed(Span span, String text) {
        return isEnclosed(span, text, "([", ")]") || isQuoted(span, text);
    }

    private static boolean isQuoted(Span span, String text) {
        return isEnclosed(span, text, "\u00ab\u201c\u201e\u2018", "\u00bb\u201d\u2019")
                || isBetweenStraightQuotes(span, text);
    }

    private static boolean isEnclosed(Span span, String text, String open, String close) {
        for (int i = span.start() - 1; i >= 0; i--) {
            if (close.indexOf(text.charAt(i)) >= 0 && !isInWord(text, i)) {
                return false;
            }
            if (open.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInWord(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetter(text.charAt(i - 1))
                && Character.isLetter(text.charAt(i + 1));
    }

    private static boolean isBetweenStraightQuotes(Span span, String text) {
        long before = text.substring(0, span.start()).chars().filter(c -> c == '"').count();
        return before % 2 == 1 && text.indexOf('"', span.end()) >= 0;
    }

    private static boolean[] addresses(String text) {
        boolean[] inside = new boolean[text.length() + 1];
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            java.util.Arrays.fill(inside, matcher.start(), matcher.end(), true);
        }
        return inside;
    }

    private static Finding finding(
            TranslationUnit unit, Kind kind, Span span, double confidence, String explanation) {
        Severity severity =
                confidence >= WHOLE
                        ? Severity.CRITICAL
                        : confidence >= WORD ? Severity.MAJOR : Severity.MINOR;
        return new Finding(
                kind, 1, span, severity, confidence, span.of(unit.target().text()), explanation);
    }
}
