package org.muwazi.score;

import java.util.List;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/** A translation without a letter or digit, where the source has some. */
public final class EmptyDetector implements Detector {

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        String target = unit.target().text();
        if (saysSomething(target) || !saysSomething(unit.source().text())) {
            return List.of();
        }
        return List.of(
                new Finding(
                        Kind.EMPTY,
                        1,
                        new Span(0, target.length()),
                        Severity.CRITICAL,
                        1,
                        target.strip(),
                        Messages.text("empty.target")));
    }

    static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
