package org.muwazi.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.text.TranslationUnit.Variant;

/** Broken grammar. */
final class GrammarEdits {

    private GrammarEdits() {}

    static Optional<String> broken(Clean clean, Random random) {
        Variant target = clean.target();
        List<String> broken = new ArrayList<>();
        String[][] rules =
                switch (target.language()) {
                    case FRENCH ->
                            new String[][] {
                                {"\\bl['\u2019](?=[aeio\u00e9]\\p{Ll}{3})", "le "},
                                {"\\b(des \\p{Ll}{4,})s\\b", "$1"},
                                {"\\bdu (?=\\p{Ll}{4}\\p{Ll}*[^er]\\b)", "de le "},
                                {"\\bles (?=\\p{Ll}{3})", "le les "}
                            };
                    case ENGLISH ->
                            new String[][] {
                                {"\\ban (?=[aeio]\\p{Ll}{3})", "a "},
                                {"\\ba (?=[bcdfgklmnprst]\\p{Ll}{3})", "an "},
                                {"\\bthe (?=\\p{Ll}{3})", "the an "},
                                {"\\b(?:is|was) (?=\\p{Ll}{3})", "is are "}
                            };
                    default ->
                            new String[][] {
                                {" \u0641\u064a (?=\\p{L})", " \u0641\u064a \u0639\u0644\u0649 "},
                                {
                                    " \u0625\u0644\u0649 (?=\\p{L})",
                                    " \u0625\u0644\u0649 \u0641\u064a "
                                },
                                {
                                    " (\u0641\u064a|\u0645\u0646|\u0639\u0644\u0649) \u0647\u0630\u0647 (?=\u0627\u0644\\p{L}+\u0629\\b)",
                                    " $1 \u0647\u0630\u0627 "
                                }
                            };
                };
        for (String[] rule : rules) {
            Matcher matcher = Pattern.compile(rule[0]).matcher(target.text());
            if (matcher.find()) {
                broken.add(matcher.replaceFirst(rule[1]));
            }
        }
        return broken.isEmpty()
                ? Optional.empty()
                : Optional.of(broken.get(random.nextInt(broken.size())));
    }
}
