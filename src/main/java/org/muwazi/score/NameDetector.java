package org.muwazi.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/*
 * Names are taken from a side in Latin letters, word by word, and sought on the other side. Three
 * answers: found (same word, same sound, or exonym), found in a corrupted form (near in sound, and
 * the word found answers nothing else), or not found. Countries, peoples and cities of the exonym
 * table are compared as concepts in both directions.
 */
/** Names that the translation corrupts, drops or makes up. */
public final class NameDetector implements Detector {

    private static final double CORRUPTED = 0.9;
    private static final double MISSING = 0.4;
    private static final double CONCEPT = 0.7;

    // Shortest name in letters for which a near miss says anything.
    private static final int SHORTEST = 4;
    private static final int SHORTEST_ACROSS = 5;

    // Similarity from which a word is the name itself, and from which it is the name spelled wrong.
    private static final Bounds LATIN = new Bounds(0.93, 0.6);
    private static final Bounds ACROSS = new Bounds(0.83, 0.68);

    private record Bounds(double same, double near) {}

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        Language from = unit.source().language();
        Language to = unit.target().language();
        if (!from.isScored() || !to.isScored()) {
            return List.of();
        }
        Sides sides = new Sides(unit);
        List<Finding> findings = new ArrayList<>();
        if (from != Language.ARABIC) {
            fromSource(sides, findings);
        } else if (to != Language.ARABIC) {
            fromTarget(sides, findings);
        }
        concepts(sides, findings);
        return Places.inReadingOrder(findings);
    }

    /** Both sides cut into words, with the concepts that they name. */
    private static final class Sides {
        final TranslationUnit unit;
        final Language from;
        final Language to;
        final List<Token> source;
        final List<Token> target;
        final List<Exonyms.Mention> sourceConcepts;
        final List<Exonyms.Mention> targetConcepts;

        Sides(TranslationUnit unit) {
            this.unit = unit;
            from = unit.source().language();
            to = unit.target().language();
            source = Tokens.of(unit.source().text(), from);
            target = Tokens.of(unit.target().text(), to);
            sourceConcepts = Exonyms.mentions(source, from);
            targetConcepts = Exonyms.mentions(target, to);
        }
    }

    // ---- from the source

    private static void fromSource(Sides sides, List<Finding> findings) {
        BitSet known = covered(sides.sourceConcepts);
        Bounds bounds = sides.to == Language.ARABIC ? ACROSS : LATIN;
        List<Token> names = nameWords(sides.source, sides.from, known);
        Set<Integer> answered = answered(names, sides.source, sides.target, bounds);
        BitSet targetKnown = covered(sides.targetConcepts);
        for (Token name : names) {
            Near best = nearest(name, sides.target);
            if (best.similarity() >= bounds.same()) {
                continue;
            }
            boolean near =
                    best.similarity() >= bounds.near()
                            && name.folded().length() >= SHORTEST
                            && !answered.contains(best.first())
                            && !targetKnown.get(best.first())
                            && isNearMiss(name, best, sides.target, sides.to);
            if (near) {
                Span span =
                        new Span(
                                sides.target.get(best.first()).start(),
                                sides.target.get(best.end() - 1).end());
                findings.add(corrupted(name.text(), span, sides));
            } else if (best.similarity() < bounds.near()
                    && !NameExtractor.looksCommon(name.folded(), sides.from)) {
                findings.add(missing(name, sides));
            }
        }
    }

    // Words that resemble a name by chance begin otherwise, or carry the Arabic article; names of
    // peoples and movements are adapted rather than spelled.
    private static boolean isNearMiss(Token name, Near best, List<Token> text, Language language) {
        Token found = text.get(best.first());
        if (NameMatcher.isDerived(name.folded())
                || !NameMatcher.beginAlike(name.folded(), found.folded())) {
            return false;
        }
        if (language != Language.ARABIC) {
            return best.end() - best.first() == 1
                    && found.isCapitalised()
                    && !NameMatcher.isDerived(found.folded())
                    && !Words.has("common", language, found.folded());
        }
        return best.end() - best.first() == 1
                && found.isArabic()
                && name.folded().length() >= SHORTEST_ACROSS
                && !ArabicWord.hasArticle(found.folded())
                && !Words.has("function", language, found.folded());
    }

    private static Set<Integer> answered(
            List<Token> names, List<Token> own, List<Token> other, Bounds bounds) {
        Set<Integer> answered = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (Token token : own) {
            words.add(token.folded());
        }
        for (int i = 0; i < other.size(); i++) {
            if (words.contains(other.get(i).folded())) {
                answered.add(i);
            }
        }
        for (Token name : names) {
            Near best = nearest(name, other);
            if (best.similarity() >= bounds.same()) {
                for (int i = best.first(); i < best.end(); i++) {
                    answered.add(i);
                }
            }
        }
        return answered;
    }

    // ---- from the target, where the source is Arabic

    private static void fromTarget(Sides sides, List<Finding> findings) {
        BitSet known = covered(sides.targetConcepts);
        BitSet sourceKnown = covered(sides.sourceConcepts);
        List<Token> names = nameWords(sides.target, sides.to, known);
        Set<Integer> answered = answered(names, sides.target, sides.source, ACROSS);
        for (Token name : names) {
            Near best = nearest(name, sides.source);
            boolean near =
                    best.similarity() >= ACROSS.near()
                            && best.similarity() < ACROSS.same()
                            && name.folded().length() >= SHORTEST
                            && !answered.contains(best.first())
                            && !sourceKnown.get(best.first())
                            && isNearMiss(name, best, sides.source, sides.from);
            if (near) {
                Span said =
                        new Span(
                                sides.source.get(best.first()).start(),
                                sides.source.get(best.end() - 1).end());
                findings.add(
                        finding(
                                name.span(),
                                Severity.MAJOR,
                                CORRUPTED,
                                name.text(),
                                Messages.text(
                                        "name.corrupted",
                                        said.of(sides.unit.source().text()),
                                        name.text())));
            } else if (best.similarity() < ACROSS.near()
                    && !NameExtractor.looksCommon(name.folded(), sides.to)) {
                findings.add(
                        finding(
                                name.span(),
                                Severity.MINOR,
                                MISSING,
                                name.text(),
                                Messages.text("name.added", name.text())));
            }
        }
    }

    // ---- concepts

    private static void concepts(Sides sides, List<Finding> findings) {
        BitSet said = bits(sides.sourceConcepts);
        BitSet answered = bits(sides.targetConcepts);
        Span last = new Span(0, 0);
        for (Exonyms.Mention mention : sides.sourceConcepts) {
            if (isDemanded(mention, sides.source, sides.from)
                    && !anyAnswered(mention, sides.sourceConcepts, answered)
                    && !mention.span().equals(last)
                    && !isSpelled(mention, sides.source, sides.target, sides.to)) {
                findings.add(missing(mention, sides));
            }
            last = mention.span();
        }
        last = new Span(0, 0);
        for (Exonyms.Mention mention : sides.targetConcepts) {
            if (isDemanded(mention, sides.target, sides.to)
                    && !anyAnswered(mention, sides.targetConcepts, said)
                    && !mention.span().equals(last)
                    && !isSpelled(mention, sides.target, sides.source, sides.from)) {
                String name = mention.span().of(sides.unit.target().text());
                findings.add(
                        finding(
                                mention.span(),
                                Severity.MAJOR,
                                CONCEPT,
                                name,
                                Messages.text("name.added", name)));
            }
            last = mention.span();
        }
    }

    // A word of the table may stand for several concepts; one that is answered is enough.
    private static boolean anyAnswered(
            Exonyms.Mention mention, List<Exonyms.Mention> mentions, BitSet answered) {
        for (Exonyms.Mention other : mentions) {
            if (other.span().overlaps(mention.span()) && answered.get(other.concept())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDemanded(
            Exonyms.Mention mention, List<Token> tokens, Language language) {
        Token first = tokens.get(mention.first());
        return language != Language.ARABIC
                && first.isCapitalised()
                && !first.isAllCapitals()
                && mention.span().length() > 3;
    }

    private static boolean isSpelled(
            Exonyms.Mention mention, List<Token> tokens, List<Token> others, Language language) {
        Bounds bounds = language == Language.ARABIC ? ACROSS : LATIN;
        for (int i = mention.first(); i < mention.end(); i++) {
            if (nearest(tokens.get(i), others).similarity() >= bounds.near()) {
                return true;
            }
        }
        return false;
    }

    // ---- shared

    private record Near(double similarity, int first, int end) {}

    private static Near nearest(Token name, List<Token> text) {
        Near best = new Near(0, 0, 0);
        for (int i = 0; i < text.size(); i++) {
            double one = NameMatcher.ofWords(name.folded(), text.get(i).folded());
            if (one > best.similarity()) {
                best = new Near(one, i, i + 1);
            }
            if (i + 1 < text.size() && name.folded().length() > 5) {
                String two = text.get(i).folded() + text.get(i + 1).folded();
                double both = NameMatcher.ofWords(name.folded(), two);
                if (both > best.similarity()) {
                    best = new Near(both, i, i + 2);
                }
            }
        }
        return best;
    }

    private static List<Token> nameWords(List<Token> tokens, Language language, BitSet known) {
        List<Token> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!known.get(i) && !token.initial() && NameExtractor.isNameWord(token, language)) {
                names.add(token);
            }
        }
        return names;
    }

    private static BitSet covered(List<Exonyms.Mention> mentions) {
        BitSet covered = new BitSet();
        for (Exonyms.Mention mention : mentions) {
            covered.set(mention.first(), mention.end());
        }
        return covered;
    }

    private static BitSet bits(List<Exonyms.Mention> mentions) {
        BitSet bits = new BitSet();
        for (Exonyms.Mention mention : mentions) {
            bits.set(mention.concept());
        }
        return bits;
    }

    private static Finding corrupted(String name, Span span, Sides sides) {
        String spelled = span.of(sides.unit.target().text());
        return finding(
                span,
                Severity.MAJOR,
                CORRUPTED,
                spelled,
                Messages.text("name.corrupted", name, spelled));
    }

    private static Finding missing(Token name, Sides sides) {
        Span place =
                Places.answering(
                        name.span(), sides.unit.source().text(), sides.unit.target().text());
        return finding(
                place,
                Severity.MINOR,
                MISSING,
                name.text(),
                Messages.text("name.missing", name.text()));
    }

    private static Finding missing(Exonyms.Mention mention, Sides sides) {
        String name = mention.span().of(sides.unit.source().text());
        Span place =
                Places.answering(
                        mention.span(), sides.unit.source().text(), sides.unit.target().text());
        return finding(place, Severity.MAJOR, CONCEPT, name, Messages.text("name.missing", name));
    }

    private static Finding finding(
            Span span, Severity severity, double confidence, String evidence, String explanation) {
        return new Finding(Kind.NAME, 1, span, severity, confidence, evidence, explanation);
    }
}
