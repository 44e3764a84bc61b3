package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import org.muwazi.text.TranslationUnit;

/*
 * Two ways that complete each other. Countries, peoples, cities and famous figures are concepts of a
 * table and are compared as such, both ways. All other names are compared by sound, word by word: a
 * name is on the other side, or a word near it in sound that answers nothing else is, which is a
 * corrupted name, or nothing is. A name that is not there at all is a weak sign within one sentence,
 * since pronouns and translated titles stand for names; over a document it is a strong one, which
 * the callers of NameMatcher judge.
 */
/** Names that the translation corrupts, drops or makes up. */
public final class NameDetector implements Detector {

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        if (!unit.source().language().isScored() || !unit.target().language().isScored()) {
            return List.of();
        }
        NameSides sides = new NameSides(unit);
        List<Finding> findings = new ArrayList<>(new SpelledNames(sides).findings());
        findings.addAll(new NamedConcepts(sides).findings());
        return Places.inReadingOrder(findings);
    }
}
