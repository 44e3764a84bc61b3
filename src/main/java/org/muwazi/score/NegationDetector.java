package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/*
 * A sign of negation on one side and none, nor anything near one, on the other. Only texts of one
 * negation and moderate length are judged: in long ones some word of the other side always answers.
 */
/** Negations that one side has and the other has not. */
public final class NegationDetector implements Detector {

    private static final int LONGEST = 70;
    private static final int SHORTEST_STEM = 3;
    private static final Map<Language, List<String>> PREFIXES =
            Map.of(
                    Language.ENGLISH,
                    List.of("in", "im", "il", "ir", "un", "non", "dis", "mis"),
                    Language.FRENCH,
                    List.of("in", "im", "il", "ir", "non", "dis", "mal", "des", "de", "me"));
    // Of what it tells, with as many texts damaged as not, .96 is right in
    // eval/results/detector-families.tsv; it finds two of three, so silence says little.
    private static final double CONFIDENCE = 0.9;

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        Language from = unit.source().language();
        Language to = unit.target().language();
        if (!from.isScored() || !to.isScored()) {
            return List.of();
        }
        List<Token> source = Tokens.of(unit.source().text(), from);
        List<Token> target = Tokens.of(unit.target().text(), to);
        if (source.size() > LONGEST || target.size() > LONGEST) {
            return List.of();
        }
        Optional<Token> said = strong(source, from);
        Optional<Token> answered = strong(target, to);
        if (said.isPresent() && !hasAny(target, to)) {
            Span place =
                    Places.answering(said.get().span(), unit.source().text(), unit.target().text());
            return List.of(finding("negation.dropped", said.get().text(), place));
        }
        if (answered.isPresent() && !hasAny(source, from)) {
            return List.of(finding("negation.added", answered.get().text(), answered.get().span()));
        }
        return List.of();
    }

    private static Finding finding(String key, String cue, Span span) {
        return new Finding(
                Kind.NEGATION, 1, span, Severity.MAJOR, CONFIDENCE, cue, Messages.text(key, cue));
    }

    // A cue that hardly ever stands for something else.
    private static Optional<Token> strong(List<Token> tokens, Language language) {
        List<Token> cues = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (isStrong(tokens, i, language)) {
                cues.add(tokens.get(i));
            }
        }
        return cues.isEmpty() ? Optional.empty() : Optional.of(cues.get(0));
    }

    private static boolean isStrong(List<Token> tokens, int index, Language language) {
        String folded = tokens.get(index).folded();
        return switch (language) {
            case ENGLISH ->
                    (folded.equals("not") && !follows(tokens, index, "only"))
                            || folded.equals("never")
                            || folded.endsWith("n't")
                            || folded.equals("cannot")
                            || folded.equals("nobody");
            case FRENCH ->
                    (folded.equals("ne") || folded.equals("n'"))
                            && (within(tokens, index, "pas")
                                    || within(tokens, index, "jamais")
                                    || within(tokens, index, "plus")
                                    || within(tokens, index, "rien")
                                    || within(tokens, index, "aucun")
                                    || within(tokens, index, "aucune"));
            default ->
                    Words.has("strong-negation", language, folded)
                            || (folded.equals("لا") && !isIdiom(tokens, index));
        };
    }

    // "Still", "must", "no doubt", "above all", "no more than" begin like a denial.
    private static boolean isIdiom(List<Token> tokens, int index) {
        return index + 1 == tokens.size()
                || Words.has("after-not", Language.ARABIC, tokens.get(index + 1).folded());
    }

    private static boolean follows(List<Token> tokens, int index, String word) {
        return index + 1 < tokens.size() && tokens.get(index + 1).folded().equals(word);
    }

    private static boolean within(List<Token> tokens, int index, String word) {
        for (int i = index + 1; i < tokens.size() && i <= index + 6; i++) {
            if (tokens.get(i).folded().equals(word)) {
                return !follows(tokens, i, "seulement");
            }
        }
        return false;
    }

    private static boolean hasAny(List<Token> tokens, Language language) {
        for (Token token : tokens) {
            if (isCue(token, language)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCue(Token token, Language language) {
        String folded = token.folded();
        if (language == Language.ARABIC) {
            return ArabicWord.forms(folded).stream()
                    .anyMatch(
                            form ->
                                    Words.has("negation", language, form)
                                            || Words.has("near-negation", language, form));
        }
        String plain = folded.replace("'", "");
        return Words.has("negation", language, plain)
                || Words.has("negation", language, folded)
                || Words.has("near-negation", language, folded)
                || folded.endsWith("n't")
                || isDenied(folded, language);
    }

    /** True for a word that a prefix of denial makes of another one: inactive, and not include. */
    private static boolean isDenied(String folded, Language language) {
        if (language == Language.ENGLISH && folded.endsWith("less")) {
            return true;
        }
        for (String prefix : PREFIXES.get(language)) {
            if (folded.startsWith(prefix)
                    && folded.length() >= prefix.length() + SHORTEST_STEM
                    && Words.has("common", language, folded.substring(prefix.length()))) {
                return true;
            }
        }
        return false;
    }
}
