package org.muwazi.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.muwazi.score.NameSides.Side;
import org.muwazi.score.SpelledNames.Bounds;
import org.muwazi.text.Language;
import org.muwazi.text.Span;

/**
 * Compares countries, peoples, cities and the other concepts of the exonym table. A concept that is
 * not answered is missing, unless a word of the translation is one letter or two away from a form
 * of it: then it is corrupted.
 */
final class NamedConcepts {

    /**
     * Similarity from which a Latin word is what an Arabic name sounds like; with .95 the detector
     * finds 3 of 720 damaged names fewer and gains .0003 of false alarms.
     */
    private static final double AS_IT_SOUNDS = 0.974;

    private final NameSides sides;
    private final List<Finding> findings = new ArrayList<>();

    NamedConcepts(NameSides sides) {
        this.sides = sides;
    }

    /** Missing, corrupted and added concepts, each place once. */
    List<Finding> findings() {
        fromSource();
        fromTarget();
        return findings;
    }

    private void fromSource() {
        BitSet answered = sides.target().concepts();
        Span last = new Span(0, 0);
        for (Exonyms.Mention mention : sides.source().mentions()) {
            if (mention.span().equals(last) || isAnswered(mention, sides.source(), answered)) {
                continue;
            }
            last = mention.span();
            String name = mention.span().of(sides.source().text());
            Optional<Token> corrupted = corrupted(mention);
            Optional<Token> madeUp = corrupted.isPresent() ? Optional.empty() : madeUp();
            if (corrupted.isPresent()) {
                findings.add(sides.corrupted(name, corrupted.get().span()));
            } else if (madeUp.isPresent() && !isSpelled(mention, sides.source(), sides.target())) {
                findings.add(sides.replaced(name, madeUp.get()));
            } else if (isDemanded(mention, sides.source())
                    && !isSpelled(mention, sides.source(), sides.target())) {
                findings.add(sides.missing(mention));
            }
        }
    }

    private void fromTarget() {
        BitSet said = sides.source().concepts();
        Span last = new Span(0, 0);
        for (Exonyms.Mention mention : sides.target().mentions()) {
            if (!mention.span().equals(last)
                    && isDemanded(mention, sides.target())
                    && !isAnswered(mention, sides.target(), said)
                    && !isSpelled(mention, sides.target(), sides.source())) {
                findings.add(sides.added(mention));
            }
            last = mention.span();
        }
    }

    // A word of the table may stand for several concepts; one that is answered is enough.
    private static boolean isAnswered(Exonyms.Mention mention, Side side, BitSet answered) {
        for (Exonyms.Mention other : side.mentions()) {
            if (other.span().overlaps(mention.span()) && answered.get(other.concept())) {
                return true;
            }
        }
        return false;
    }

    private Optional<Token> corrupted(Exonyms.Mention mention) {
        Side target = sides.target();
        BitSet known = target.known();
        for (int i = 0; i < target.tokens().size(); i++) {
            Token token = target.tokens().get(i);
            boolean candidate =
                    target.language() == Language.ARABIC
                            ? token.isArabic()
                            : token.isCapitalised()
                                    && !Words.has("common", target.language(), token.folded());
            if (candidate
                    && !known.get(i)
                    && Exonyms.isMisspelled(mention.concept(), token, target.language())
                    && !isWrittenAsItSounds(mention, token)
                    && !isInSource(token)) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /** True for a Latin spelling of an Arabic name that the table lacks, such as Bengale. */
    private boolean isWrittenAsItSounds(Exonyms.Mention mention, Token token) {
        Token name = sides.source().tokens().get(mention.first());
        return sides.source().language() == Language.ARABIC
                && mention.end() - mention.first() == 1
                && NameSound.similarity(name.folded(), token.folded()) >= AS_IT_SOUNDS;
    }

    /** A name of a translation in Latin letters that nothing in the source answers to. */
    private Optional<Token> madeUp() {
        Side target = sides.target();
        if (target.language() == Language.ARABIC) {
            return Optional.empty();
        }
        BitSet known = target.known();
        for (int i = 0; i < target.tokens().size(); i++) {
            Token token = target.tokens().get(i);
            boolean told = findings.stream().anyMatch(f -> f.span().equals(token.span()));
            if (!told
                    && !NameSound.isDerived(token.folded())
                    && !isInSource(token)
                    && NameSides.isStray(i, target, known, sides.source())) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    private boolean isInSource(Token token) {
        return sides.source().tokens().stream()
                .anyMatch(other -> other.folded().equals(token.folded()));
    }

    // Arabic words are in the table that are common words too, hence Latin sides only.
    private static boolean isDemanded(Exonyms.Mention mention, Side side) {
        Token first = side.tokens().get(mention.first());
        return side.language() != Language.ARABIC
                && first.isCapitalised()
                && !first.isAllCapitals()
                && mention.span().length() > 3;
    }

    // The other side may say the name as it sounds instead of by its exonym.
    private static boolean isSpelled(Exonyms.Mention mention, Side side, Side other) {
        Bounds bounds = Bounds.with(other.language());
        for (int i = mention.first(); i < mention.end(); i++) {
            Token word = side.tokens().get(i);
            if (NameSides.nearest(word, other).similarity() >= bounds.near()) {
                return true;
            }
        }
        return false;
    }
}
