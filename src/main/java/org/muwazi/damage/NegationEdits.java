package org.muwazi.damage;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.muwazi.text.TranslationUnit.Variant;

/** Negations taken away or put in. */
final class NegationEdits {

    private NegationEdits() {}

    static Optional<String> dropped(Clean clean, Random random) {
        Variant target = clean.target();
        String text = target.text();
        String without =
                switch (target.language()) {
                    case ENGLISH ->
                            text.replaceFirst("\\b(?:do|does|did) not\\b |\\b(?:not|never) ", "")
                                    .replaceFirst(
                                            "(?<=is|are|was|were|has|have|would|could)n['\u2019]t",
                                            "");
                    case FRENCH ->
                            text.replaceFirst(
                                    "\\b(?:ne |n['\u2019])(\\p{L}+(?:['\u2019 -]\\p{L}+)?) (?:pas|jamais|plus)\\b",
                                    "$1");
                    default ->
                            text.replaceFirst(
                                    "(?<!\\p{L})(?:\u0648|\u0641)?(?:\u0644\u0645|\u0644\u0646|\u0644\u064a\u0633|\u0644\u0627) (?!\u064a\u0632\u0627\u0644|\u062a\u0632\u0627\u0644)",
                                    "");
                };
        return without.equals(text) ? Optional.empty() : Optional.of(without);
    }

    /** Only where nothing is negated yet. */
    static Optional<String> added(Clean clean, Random random) {
        Variant target = clean.target();
        return NEGATED.matcher(target.text()).find()
                ? Optional.empty()
                : clean.material()
                        .tables()
                        .negations()
                        .turned(target.text(), target.language(), random);
    }

    private static final Pattern NEGATED =
            Pattern.compile(
                    "\\b(?:not|never|no|none|nor|cannot|ne|pas|sans|aucune?)\\b|n['\u2019]t\\b|\\bn['\u2019]"
                            + "|(?<!\\p{L})(?:\u0648|\u0641)?(?:\u0644\u0645|\u0644\u0646|\u0644\u064a\u0633|\u0644\u064a\u0633\u062a|\u0644\u0627|\u063a\u064a\u0631|\u062f\u0648\u0646)(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE);
}
