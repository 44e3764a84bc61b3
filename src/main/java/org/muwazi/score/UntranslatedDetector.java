package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    // Precision at equal prior in eval/results/detectors.tsv: source_copied 0.99, words_left 0.98,
    // one_word_left 0.97 between English and French, 1.0 elsewhere. Capitalised Latin words within
    // Arabic are names more often than not.
    private static final double WHOLE = 0.99;
    static final double STRETCH = 0.95;
    static final double WORD = 0.85;
    private static final double CAPITALISED = 0.6;

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
                            Messages.text("untranslated.whole", written, to)));
        }
        List<Finding> findings =
                to == Language.ARABIC || from == Language.ARABIC
                        ? wrongScript(unit, source, target)
                        : new CopiedWords(unit).findings();
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

    static boolean isFunction(Language language, Token token) {
        return Words.has("function", language, token.folded().replace("'", ""));
    }

    // ---- scripts

    private static List<Finding> wrongScript(
            TranslationUnit unit, List<Token> source, List<Token> target) {
        boolean arabicTarget = unit.target().language() == Language.ARABIC;
        String text = unit.target().text();
        boolean[] address = Enclosure.addresses(text);
        Set<String> sourceWords = CopiedWords.written(source);
        List<Finding> findings = new ArrayList<>();
        int i = 0;
        while (i < target.size()) {
            int end = i;
            while (end < target.size()
                    && (arabicTarget ? target.get(end).isLatin() : target.get(end).isArabic())
                    && (end == i || Enclosure.isClose(target, end, text))) {
                end++;
            }
            if (end > i) {
                List<Token> run = target.subList(i, end);
                Span span = new Span(target.get(i).start(), target.get(end - 1).end());
                if (!address[span.start()]) {
                    double confidence =
                            arabicTarget
                                    ? latinConfidence(run, span, text, sourceWords)
                                    : run.size() > 1 || !Enclosure.isBracketed(span, text)
                                            ? STRETCH
                                            : 0.5;
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
        if (Enclosure.isBracketed(span, text)) {
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
                        to == Language.ARABIC
                                ? Explanation.Script.LATIN
                                : Explanation.Script.ARABIC,
                        to));
    }

    // ---- shared

    static Finding finding(
            TranslationUnit unit,
            Kind kind,
            Span span,
            double confidence,
            Explanation explanation) {
        Severity severity =
                confidence >= WHOLE
                        ? Severity.CRITICAL
                        : confidence >= WORD ? Severity.MAJOR : Severity.MINOR;
        return new Finding(
                kind, 1, span, severity, confidence, span.of(unit.target().text()), explanation);
    }
}
