package org.muwazi.score;

import java.util.regex.Pattern;
import org.muwazi.text.Language;

/**
 * Tells by spelling whether a word that English and French text have in common belongs to one of
 * them only. Cognates ({@code nation}, {@code important}) look like both and are not told.
 */
final class ForeignWord {

    // Letter groups that French words do not have, loans (week-end, clown) apart.
    private static final Pattern ENGLISH =
            Pattern.compile(
                    ".*(?:ght|th$|th[eio]|wh|sh|ck|wn|wl|ws|aw|ew|ow|kn|ook|oo[dtlmn]|ee[dtknpmlr]"
                            + "|ea[dtklmrnsv]|ough|tch|dge|ks?$|[^aeiou]ly$|ally$|ful$|less$|ness$|hood$"
                            + "|ward|ings?$|ied$|[bcdfghklmnprstvwz]ed$|ty$|cy$|gy$|phy$|ry$|my$|ny$|dy$"
                            + "|ish|ould|ay$|ays$|oy|ey$|uy|ike|oke|ake|ife|ll$|ff$|ld$|nk|mp$|xt$|ft$|lt$"
                            + "|wo|w|y[a-z]*ing).*");
    private static final Pattern FRENCH =
            Pattern.compile(
                    ".*(?:[\u00e0-\u00ff\u0153]|eux$|eaux?$|oire?s?$|ois$|oit$|aient$|[^wbr]ait$|ais$"
                            + "|[^q]uez$|ez$|euses?$|[^v]elles?$|oux$|aux$|[^aeo]ui$|[^aeov]illes?$"
                            + "|amment$|emment$|isme$|istes?$|i\u00e8re|ienne|ouv|jou|oeu|enir$|oyen|agn"
                            + "|uj|nn[ea]s?$|tt[ea]s?$|rr[ea]s?$|ff[ei]|mmes?$|[aeiou]nts$|eurs$|urs?$|ux$"
                            + "|[aeiou]que$|[bcdflmnprstv]res$|ls$|[^aeiou]aine|our$|oup|ent$).*");

    private ForeignWord() {}

    /**
     * True where a word copied from a text in {@code from} cannot be a word of {@code to}.
     *
     * @param word in lower case
     */
    static boolean looks(String word, Language from, Language to) {
        if (Words.has("loan", to, Folding.fold(word))) {
            return false;
        }
        String folded = Folding.fold(word);
        if (Words.has("own", from, folded) && !Words.has("own", to, folded)) {
            return true;
        }
        if (from == Language.ENGLISH && to == Language.FRENCH) {
            return ENGLISH.matcher(word).matches();
        }
        return from == Language.FRENCH && to == Language.ENGLISH && FRENCH.matcher(word).matches();
    }
}
