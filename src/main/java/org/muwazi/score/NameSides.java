package org.muwazi.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Language;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/** Both sides of a unit cut into words, with the concepts of the exonym table that they name. */
final class NameSides {

    // Precision at equal prior in eval/results/detectors.tsv, rounded down over directions: letter
    // damage 0.9, another name instead 0.7 (from Arabic). Concepts and names that one side lacks
    // fire on 1 to 2 % of clean pairs and have no damage of their own.
    private static final double CORRUPTED = 0.9;
    private static final double CONCEPT = 0.7;
    private static final double REPLACED = 0.7;
    private static final double MISSING = 0.4;

    /**
     * One side.
     *
     * @param language of the text
     * @param text as given
     * @param tokens its words
     * @param words the tokens, prepared for comparing
     * @param pairs each token joined to the next
     * @param mentions concepts named, in reading order
     */
    record Side(
            Language language,
            String text,
            List<Token> tokens,
            List<NameSound.Word> words,
            List<NameSound.Word> pairs,
            List<Exonyms.Mention> mentions) {

        static Side of(TranslationUnit.Variant variant) {
            List<Token> tokens = Tokens.of(variant.text(), variant.language());
            List<NameSound.Word> words = new ArrayList<>(tokens.size());
            List<NameSound.Word> pairs = new ArrayList<>(tokens.size());
            for (int i = 0; i < tokens.size(); i++) {
                String folded = tokens.get(i).folded();
                words.add(NameSound.Word.of(folded));
                if (i + 1 < tokens.size()) {
                    pairs.add(NameSound.Word.of(folded + tokens.get(i + 1).folded()));
                }
            }
            return new Side(
                    variant.language(),
                    variant.text(),
                    tokens,
                    words,
                    pairs,
                    Exonyms.mentions(tokens, variant.language()));
        }

        /** Indices of the tokens that belong to a concept. */
        BitSet known() {
            BitSet known = new BitSet();
            for (Exonyms.Mention mention : mentions) {
                known.set(mention.first(), mention.end());
            }
            return known;
        }

        /** The concepts named. */
        BitSet concepts() {
            BitSet concepts = new BitSet();
            for (Exonyms.Mention mention : mentions) {
                concepts.set(mention.concept());
            }
            return concepts;
        }
    }

    /**
     * The words of a text that are most like a name.
     *
     * @param similarity 0 to 1
     * @param first index of the first token
     * @param end index after the last token
     */
    record Near(double similarity, int first, int end) {}

    private final Side source;
    private final Side target;

    NameSides(TranslationUnit unit) {
        source = Side.of(unit.source());
        target = Side.of(unit.target());
    }

    Side source() {
        return source;
    }

    Side target() {
        return target;
    }

    /**
     * True where a word of a side, not at the head of a sentence, is a name that no word of the
     * other side sounds like.
     *
     * @param known words of the side that the exonym table explains
     */
    static boolean isStray(int index, Side side, BitSet known, Side other) {
        Token token = side.tokens().get(index);
        return !known.get(index)
                && !token.initial()
                && NameExtractor.isNameWord(token, side.language())
                && !NameExtractor.looksCommon(token.folded(), side.language())
                && nearest(token, other).similarity()
                        < SpelledNames.Bounds.with(other.language()).near();
    }

    /** The word of a side, or two words together, that sound most like a name. */
    static Near nearest(Token name, Side side) {
        NameSound.Word wanted = NameSound.Word.of(name.folded());
        boolean pairs = name.folded().length() > 5;
        Near best = new Near(0, 0, 0);
        for (int i = 0; i < side.tokens().size(); i++) {
            double one = NameSound.similarity(wanted, side.words().get(i));
            if (one > best.similarity()) {
                best = new Near(one, i, i + 1);
            }
            if (pairs && i + 1 < side.tokens().size()) {
                double both = NameSound.similarity(wanted, side.pairs().get(i));
                if (both > best.similarity()) {
                    best = new Near(both, i, i + 2);
                }
            }
        }
        return best;
    }

    /** The single words of a side that are near a name in sound without being the name. */
    static List<Near> near(Token name, Side side, SpelledNames.Bounds bounds) {
        NameSound.Word wanted = NameSound.Word.of(name.folded());
        List<Near> near = new ArrayList<>();
        for (int i = 0; i < side.tokens().size(); i++) {
            double similarity = NameSound.similarity(wanted, side.words().get(i));
            if (similarity >= bounds.near() && similarity < bounds.same()) {
                near.add(new Near(similarity, i, i + 1));
            }
        }
        return near;
    }

    // ---- findings

    Finding corrupted(String name, Span span) {
        String spelled = span.of(target.text());
        return finding(
                span,
                Severity.MAJOR,
                CORRUPTED,
                spelled,
                Messages.text("name.corrupted", name, spelled));
    }

    Finding replaced(String name, Token instead) {
        return finding(
                instead.span(),
                Severity.MAJOR,
                REPLACED,
                instead.text(),
                Messages.text("name.replaced", name, instead.text()));
    }

    Finding missing(Token name) {
        return finding(
                Places.answering(name.span(), source.text(), target.text()),
                Severity.MINOR,
                MISSING,
                name.text(),
                Messages.text("name.missing", name.text()));
    }

    Finding added(Token name) {
        return finding(
                name.span(),
                Severity.MINOR,
                MISSING,
                name.text(),
                Messages.text("name.added", name.text()));
    }

    Finding missing(Exonyms.Mention mention) {
        String name = mention.span().of(source.text());
        return finding(
                Places.answering(mention.span(), source.text(), target.text()),
                Severity.MINOR,
                CONCEPT,
                name,
                Messages.text("name.missing", name));
    }

    Finding added(Exonyms.Mention mention) {
        String name = mention.span().of(target.text());
        return finding(
                mention.span(), Severity.MAJOR, CONCEPT, name, Messages.text("name.added", name));
    }

    private static Finding finding(
            Span span,
            Severity severity,
            double confidence,
            String evidence,
            Explanation explanation) {
        return new Finding(Kind.NAME, 1, span, severity, confidence, evidence, explanation);
    }
}
