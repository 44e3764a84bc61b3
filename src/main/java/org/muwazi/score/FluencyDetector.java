package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/*
 * Closed cases of grammar in which a few words suffice to be sure: whatever needs a parser is left
 * to the language model. A single slip is no verdict, since people make them too; several in one
 * text are.
 */
/** Slips of grammar in the target language alone: agreement, elision, articles, doubled words. */
public final class FluencyDetector implements Detector {

    // On clean text at most 0.2 % of the sentences have a finding (eval/results/fluency-rules.tsv);
    // the recall measured there is on damage made for these rules, hence no higher confidence.
    private static final double CONFIDENCE = 0.75;

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        String text = unit.target().text();
        Language language = unit.target().language();
        List<Finding> findings = new ArrayList<>();
        List<Token> tokens = Tokens.of(text, language);
        for (Slip slip : slips(tokens, text, language)) {
            Span span = new Span(tokens.get(slip.first()).start(), tokens.get(slip.last()).end());
            findings.add(
                    new Finding(
                            Kind.FLUENCY,
                            1,
                            span,
                            Severity.MINOR,
                            CONFIDENCE,
                            span.of(text),
                            Messages.text(slip.rule().key(), span.of(text))));
        }
        return Places.inReadingOrder(findings);
    }

    /** The slips of a text, in no particular order; empty for languages without rules. */
    static List<Slip> slips(List<Token> tokens, String text, Language language) {
        return switch (language) {
            case FRENCH -> new FrenchGrammar(tokens, text).slips();
            case ENGLISH -> new EnglishGrammar(tokens, text).slips();
            case ARABIC -> new ArabicGrammar(tokens, text).slips();
            default -> List.of();
        };
    }

    /** True where only white space stands between a token and the one before it. */
    static boolean follows(List<Token> tokens, int index, String text) {
        if (index <= 0 || index >= tokens.size()) {
            return false;
        }
        for (int i = tokens.get(index - 1).end(); i < tokens.get(index).start(); i++) {
            if (!Tokens.isSpace(text.charAt(i)) || text.charAt(i) == '\n') {
                return false;
            }
        }
        return tokens.get(index - 1).end() < tokens.get(index).start()
                || Tokens.isApostrophe(text.charAt(tokens.get(index).start() - 1));
    }

    /** True where a hyphen joins a token to the next. */
    static boolean isCompound(Token token, String text) {
        return token.end() < text.length()
                && "-\u2010\u2011".indexOf(text.charAt(token.end())) >= 0;
    }

    /** The word as it stands, in lower case, accents kept. */
    static String written(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
