package org.muwazi.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muwazi.score.NameSides.Near;
import org.muwazi.score.NameSides.Side;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/**
 * Compares names by their spelling: each name of a side in Latin letters is sought on the other
 * side, and is there, or there in a corrupted form, or not there.
 */
final class SpelledNames {

    // Shortest name in letters for which a near miss says anything.
    private static final int SHORTEST = 4;
    private static final int SHORTEST_ACROSS = 5;

    // Chosen on news and medical text outside the benchmarks, where 97 % of the names that English
    // and French share lie above 0.96, and 88 % of those that English and Arabic share above 0.83;
    // eval/results/detectors.tsv has recall and false alarms that follow from them.
    private static final Bounds LATIN = new Bounds(0.96, 0.6);
    private static final Bounds ACROSS = new Bounds(0.83, 0.66);

    /**
     * Limits of similarity.
     *
     * @param same from here a word is the name
     * @param near from here it is the name spelled wrong
     */
    record Bounds(double same, double near) {

        static Bounds with(Language language) {
            return language == Language.ARABIC ? ACROSS : LATIN;
        }
    }

    private final NameSides sides;
    private final boolean fromSource;
    private final Side latin;
    private final Side other;
    private final Bounds bounds;
    private final List<Finding> findings = new ArrayList<>();

    SpelledNames(NameSides sides) {
        this.sides = sides;
        fromSource = sides.source().language() != Language.ARABIC;
        latin = fromSource ? sides.source() : sides.target();
        other = fromSource ? sides.target() : sides.source();
        bounds = Bounds.with(other.language());
    }

    /** Corrupted, missing and added names; empty where both sides are Arabic. */
    List<Finding> findings() {
        if (latin.language() == Language.ARABIC) {
            return List.of();
        }
        BitSet known = latin.known();
        BitSet otherKnown = other.known();
        List<Token> names = names(known);
        Set<Integer> answered = answered(names);
        for (Token name : names) {
            Near best = NameSides.nearest(name, other);
            if (best.similarity() >= bounds.same()) {
                continue;
            }
            if (best.similarity() >= bounds.near()) {
                misspelled(name, best, answered, otherKnown);
            } else if (!name.initial()
                    && !NameExtractor.looksCommon(name.folded(), latin.language())) {
                unanswered(name, answered, otherKnown);
            }
        }
        return findings;
    }

    // One source name may be spelled wrong in several ways; each place is told once.
    private void misspelled(Token name, Near best, Set<Integer> answered, BitSet otherKnown) {
        List<Near> candidates = new ArrayList<>(List.of(best));
        if (fromSource && other.language() != Language.ARABIC) {
            candidates.addAll(NameSides.near(name, other, bounds));
        }
        for (Near candidate : candidates) {
            if (!answered.contains(candidate.first())
                    && !otherKnown.get(candidate.first())
                    && isNearMiss(name, candidate)) {
                Finding finding = corrupted(name, candidate);
                if (findings.stream().noneMatch(f -> f.span().equals(finding.span()))) {
                    findings.add(finding);
                }
            }
        }
    }

    // A name that is not there tells little by itself, since titles are translated and pronouns
    // used. It tells more where its neighbour, a first name mostly, is there, or where another name
    // stands on the other side that answers nothing.
    private void unanswered(Token name, Set<Integer> answered, BitSet otherKnown) {
        Optional<Token> instead = instead(answered, otherKnown);
        if (instead.isPresent()) {
            findings.add(sides.replaced(name.text(), instead.get()));
        } else if (hasAnsweredNeighbour(name)) {
            findings.add(fromSource ? sides.missing(name) : sides.added(name));
        }
    }

    private Optional<Token> instead(Set<Integer> answered, BitSet otherKnown) {
        if (other.language() == Language.ARABIC) {
            return Optional.empty();
        }
        for (int i = 0; i < other.tokens().size(); i++) {
            if (!answered.contains(i) && NameSides.isStray(i, other, otherKnown, latin)) {
                return Optional.of(other.tokens().get(i));
            }
        }
        return Optional.empty();
    }

    private boolean hasAnsweredNeighbour(Token name) {
        int index = latin.tokens().indexOf(name);
        return isAnsweredName(index - 1, index) || isAnsweredName(index + 1, index);
    }

    private boolean isAnsweredName(int index, int beside) {
        if (index < 0 || index >= latin.tokens().size()) {
            return false;
        }
        Token token = latin.tokens().get(index);
        return FluencyDetector.follows(latin.tokens(), Math.max(index, beside), latin.text())
                && NameExtractor.isNameWord(token, latin.language())
                && !NameExtractor.looksCommon(token.folded(), latin.language())
                && NameSides.nearest(token, other).similarity() >= bounds.same();
    }

    private List<Token> names(BitSet known) {
        List<Token> names = new ArrayList<>();
        for (int i = 0; i < latin.tokens().size(); i++) {
            Token token = latin.tokens().get(i);
            if (!known.get(i) && NameExtractor.isNameWord(token, latin.language())) {
                names.add(token);
            }
        }
        return names;
    }

    // Words of the other side that are the same word or already answer a name.
    private Set<Integer> answered(List<Token> names) {
        Set<Integer> answered = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (Token token : latin.tokens()) {
            words.add(token.folded());
        }
        for (int i = 0; i < other.tokens().size(); i++) {
            if (words.contains(other.tokens().get(i).folded())) {
                answered.add(i);
            }
        }
        for (Token name : names) {
            Near best = NameSides.nearest(name, other);
            if (best.similarity() >= bounds.same()) {
                for (int i = best.first(); i < best.end(); i++) {
                    answered.add(i);
                }
            }
        }
        return answered;
    }

    // Words that resemble a name by chance begin otherwise, or carry the Arabic article; names of
    // peoples and movements are adapted rather than spelled.
    private boolean isNearMiss(Token name, Near best) {
        Token found = other.tokens().get(best.first());
        if (best.end() - best.first() != 1
                || name.folded().length() < SHORTEST
                || NameSound.isDerived(name.folded())
                || !NameSound.beginAlike(name.folded(), found.folded())) {
            return false;
        }
        if (other.language() != Language.ARABIC) {
            // At the head of both sentences any two related words are capitalised.
            return found.isCapitalised()
                    && !(found.initial() && name.initial())
                    && !NameSound.isDerived(found.folded())
                    && !Words.has("common", other.language(), found.folded());
        }
        return found.isArabic()
                && !name.initial()
                && name.folded().length() >= SHORTEST_ACROSS
                && !ArabicWord.hasArticle(found.folded())
                && !Words.has("function", Language.ARABIC, found.folded());
    }

    private Finding corrupted(Token name, Near best) {
        Token found = other.tokens().get(best.first());
        Span span = fromSource ? found.span() : name.span();
        return sides.corrupted(fromSource ? name.text() : found.text(), span);
    }
}
