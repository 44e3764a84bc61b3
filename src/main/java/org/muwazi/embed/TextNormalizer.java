package org.muwazi.embed;

import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.muwazi.text.Signature;

/*
 * Idea. A sentence encoder splits text into pieces it has seen, and a vowelled, stretched or
 * Persian-typed Arabic word is none of them. What a reader would not call a difference of meaning is
 * therefore taken out before encoding, and only there: output always carries the text as it was.
 *
 * Measured with use-multilingual-v3 on 400 Arabic encyclopedia sentences of 40 to 300 characters:
 * how often the clean sentence finds its noised self among all 400 noised, by cosine, and the mean
 * cosine of the two.
 *
 *   noise                                   raw             normalised
 *   short vowels on 60 % of letters         0.638  0.34     1.000  1.00
 *   tatweel x3 after 30 % of letters        0.943  0.57     1.000  1.00
 *   ZWNJ after 20 % of letters              0.970  0.62     1.000  1.00
 *   Persian yeh and keheh                   1.000  0.83     1.000  1.00
 *   Arabic-Indic digits                     1.000  0.96     1.000  1.00
 *   RLE..PDF around the line                1.000  0.97     1.000  1.00
 *   numeric HTML entities                   0.043  0.03     1.000  1.00
 *
 * Rejected: folding alef with hamza or madda to bare alef, and also teh marbuta to heh and alef
 * maksura to yeh. Nothing more is found in noise (folded spellings are found without it: 1.000), and
 * translations are found less often, because the encoder learnt the letters as they are written.
 * Top-1 of 2,015 TICO-19 sentences, ar-en / en-ar / ar-fr / fr-ar:
 *
 *   raw                 98.3  97.8  80.4  84.9
 *   this class          98.6  97.9  80.5  85.0
 *   + alef folded       97.8  97.4  80.3  84.2
 *   + all three folded  97.3  95.9  79.1  82.6
 *
 * Capitals (CapitalText), on the 800 shortest complete rows of TICO-19 dev put into capitals: top-1
 * by margin both ways, and the mean cosine to the clean sentence.
 *
 *                                           fr-en         en-ar         ar-fr
 *   clean                                   99.9          99.2          98.4
 *   in capitals                             78.5  0.40    94.5  0.55    68.6  0.40
 *   small letters (this class)              99.9  0.95    98.9  0.96    98.1  0.95
 *   + capital at the start                  99.9  0.97    99.0  0.97    97.9  0.97
 *   + words without vowel as they were      99.9  0.96    99.2  0.96    98.3  0.96
 *   each word with a capital                99.2  0.65    99.0  0.84    94.8  0.65
 *   the same, words to four letters small   99.8  0.73    99.1  0.88    96.6  0.73
 *   only words from four letters on         99.7  0.86    98.9  0.92    97.6  0.86
 *
 * A capital at the start loses on UN texts what it gains here (fr-en 94.1 to 94.9 without it, ar-fr
 * 92.5 to 93.3), and words without a vowel gain nothing there and exist in few scripts. The limits
 * (three words inside other text, two if all is capitals, and one word of six letters or five words
 * of any length; or one word of nine) change no text of FLORES devtest and TICO-19 test (9,306
 * texts), and of 13,569 English and 25,872 French encyclopedia sentences 1 and 31, nearly all of them
 * headings in capitals. Without the long word they would change 12 texts of TICO-19 test, most of
 * them series of acronyms; with it alone, 30 of 600 short English sentences put into capitals stayed
 * in them (top-1 of en-ar 96.7, with five words 98.3, with four 98.4, clean 98.7). Looked at afterwards
 * on other text put into capitals: small again were 99.7 % of 2,000 news sentences (PUD), 99.9 % of
 * 9,046 of a handbook, 99.0 % of 1,123 of UN headings, and 57 % of 47,485 everyday sentences of up to
 * four words, which the limits leave alone on purpose. None of the first and last was changed as it
 * stands, of the handbook 0.7 %, its headings in capitals.
 *
 * TextNormalizerTest has the table of cases, ArabicNoiseTest repeats the first table on our stories.
 */
/**
 * Takes out of a text what does not change its meaning but moves its vector: Arabic short vowels,
 * tanwin, shadda and sukun, Quranic marks, tatweel, joiners inside Arabic, direction marks, BOM,
 * soft hyphen, zero width space and HTML escapes; makes one of Persian and Arabic yeh and kaf, of
 * presentation forms and letters, of the three sets of digits, and of all white space; composes
 * (NFC); puts prose in capitals into small letters, acronyms among ordinary text excepted.
 *
 * <p>For scoring only, never for output. Letters that carry meaning stay.
 */
public final class TextNormalizer {

    /** Changes whenever the result for some text changes. */
    public static final String VERSION = "2";

    private static final int REMOVED = -1;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    // "&#x10FFFF;".
    private static final int LONGEST_ENTITY = 10;

    private static final Map<String, Integer> NAMED_ENTITIES =
            Map.ofEntries(
                    Map.entry("amp", (int) '&'),
                    Map.entry("lt", (int) '<'),
                    Map.entry("gt", (int) '>'),
                    Map.entry("quot", (int) '"'),
                    Map.entry("apos", (int) '\''),
                    Map.entry("nbsp", 0xA0),
                    Map.entry("shy", 0xAD),
                    Map.entry("laquo", 0xAB),
                    Map.entry("raquo", 0xBB),
                    Map.entry("deg", 0xB0),
                    Map.entry("middot", 0xB7),
                    Map.entry("euro", 0x20AC),
                    Map.entry("ndash", 0x2013),
                    Map.entry("mdash", 0x2014),
                    Map.entry("lsquo", 0x2018),
                    Map.entry("rsquo", 0x2019),
                    Map.entry("ldquo", 0x201C),
                    Map.entry("rdquo", 0x201D),
                    Map.entry("hellip", 0x2026),
                    Map.entry("zwnj", ZERO_WIDTH_NON_JOINER),
                    Map.entry("zwj", ZERO_WIDTH_JOINER),
                    Map.entry("lrm", 0x200E),
                    Map.entry("rlm", 0x200F),
                    Map.entry("agrave", 0xE0),
                    Map.entry("Agrave", 0xC0),
                    Map.entry("acirc", 0xE2),
                    Map.entry("ccedil", 0xE7),
                    Map.entry("Ccedil", 0xC7),
                    Map.entry("egrave", 0xE8),
                    Map.entry("Egrave", 0xC8),
                    Map.entry("eacute", 0xE9),
                    Map.entry("Eacute", 0xC9),
                    Map.entry("ecirc", 0xEA),
                    Map.entry("Ecirc", 0xCA),
                    Map.entry("euml", 0xEB),
                    Map.entry("icirc", 0xEE),
                    Map.entry("iuml", 0xEF),
                    Map.entry("ocirc", 0xF4),
                    Map.entry("ugrave", 0xF9),
                    Map.entry("ucirc", 0xFB),
                    Map.entry("uuml", 0xFC),
                    Map.entry("oelig", 0x153),
                    Map.entry("OElig", 0x152));

    private TextNormalizer() {}

    /** The signature of an encoder that is given normalised text. */
    static Signature signed(Signature encoder) {
        Map<String, String> settings = new TreeMap<>(encoder.settings());
        settings.put("normalizer", VERSION);
        return new Signature(encoder.name(), settings, encoder.version());
    }

    /**
     * The form of a text that is scored in place of the text itself.
     *
     * <p>Normalising again changes nothing. Time and memory are linear in the length of the text.
     *
     * @param text any UTF-16, lone surrogates included
     * @return never null; empty if nothing of the text is left (white space, marks and controls
     *     only)
     */
    public static String normalize(String text) {
        Objects.requireNonNull(text, "text");
        return isPlain(text) ? CapitalText.lowered(text) : traced(text).toString();
    }

    /**
     * The same text as {@link #normalize}, together with the places in {@code text} that its parts
     * came from.
     *
     * @param text any UTF-16, lone surrogates included
     */
    public static NormalizedText trace(String text) {
        Objects.requireNonNull(text, "text");
        return isPlain(text) && CapitalText.lowered(text).equals(text)
                ? NormalizedText.unchanged(text)
                : traced(text).finished(text.length());
    }

    private static TracedText traced(String text) {
        TracedText composed = TracedText.composed(text);
        Output output = new Output(text.length());
        for (int i = 0; i < composed.length(); ) {
            int codePoint = composed.codePointAt(i);
            int last = i + Character.charCount(codePoint) - 1;
            output.take(codePoint, composed.start(i), composed.end(last));
            i = last + 1;
        }
        // Composed again, because what stood between a letter and its hamza may now be gone.
        return withoutArabicJoiners(output.finished()).composed().lowered().composed();
    }

    // Most sentences are plain: letters and punctuation that nothing here touches.
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean plain =
                    (unit >= '!' && unit <= '~' && unit != '&')
                            || (unit == ' ' && before != ' ')
                            || (unit >= 0xC0 && unit <= 0x24F)
                            || (unit >= 0x2010 && unit <= 0x2027)
                            || unit == 0xAB
                            || unit == 0xBB
                            || unit == 0x60C
                            || unit == 0x61B
                            || unit == 0x61F
                            || (unit >= 0x621 && unit <= 0x63A)
                            || (unit >= 0x641 && unit <= 0x64A);
            if (!plain) {
                return false;
            }
            before = unit;
        }
        return text.isEmpty() || before != ' ';
    }

    /** What one code point becomes: itself, another, a space, or {@link #REMOVED}. */
    private static int mapped(int codePoint) {
        if (isRemoved(codePoint)) {
            return REMOVED;
        }
        if (isSpace(codePoint)) {
            return ' ';
        }
        if (codePoint >= 0x660 && codePoint <= 0x669) {
            return '0' + codePoint - 0x660;
        }
        if (codePoint >= 0x6F0 && codePoint <= 0x6F9) {
            return '0' + codePoint - 0x6F0;
        }
        return switch (codePoint) {
            case 0x66A -> '%';
            case 0x66B -> '.';
            case 0x66C -> ',';
            case 0x6CC -> 0x64A; // Farsi yeh
            case 0x6A9, 0x6AA -> 0x643; // keheh, swash kaf
            case 0x6C1, 0x6BE -> 0x647; // heh goal, heh doachashmee
            case 0x6C3 -> 0x629; // teh marbuta goal
            default -> codePoint;
        };
    }

    private static boolean isRemoved(int codePoint) {
        return codePoint == 0x640 // tatweel
                || isArabicMark(codePoint)
                || isInvisible(codePoint);
    }

    // Short vowels, tanwin, shadda, sukun, superscript alef and Quranic annotation. Madda and the
    // two hamzas (653-655) stay: they tell letters apart.
    private static boolean isArabicMark(int codePoint) {
        return (codePoint >= 0x64B && codePoint <= 0x652)
                || (codePoint >= 0x656 && codePoint <= 0x65F)
                || codePoint == 0x670
                || (codePoint >= 0x610 && codePoint <= 0x61A)
                || (codePoint >= 0x6D6 && codePoint <= 0x6DC)
                || (codePoint >= 0x6DF && codePoint <= 0x6E4)
                || codePoint == 0x6E7
                || codePoint == 0x6E8
                || (codePoint >= 0x6EA && codePoint <= 0x6ED)
                || (codePoint >= 0x8D3 && codePoint <= 0x8FF && codePoint != 0x8E2)
                || isMarkPresentationForm(codePoint);
    }

    // NFKC gives these a space to stand on, which would split the word they stand in.
    private static boolean isMarkPresentationForm(int codePoint) {
        return (codePoint >= 0xFE70 && codePoint <= 0xFE7F)
                || (codePoint >= 0xFC5E && codePoint <= 0xFC63)
                || (codePoint >= 0xFCF2 && codePoint <= 0xFCF4);
    }

    // Direction marks, embeddings and isolates, soft hyphen, zero width space, word joiner, BOM.
    private static boolean isInvisible(int codePoint) {
        return codePoint == 0xAD
                || codePoint == 0x61C
                || codePoint == 0x200B
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || codePoint == 0x2060
                || (codePoint >= 0x2066 && codePoint <= 0x206F)
                || codePoint == 0xFEFF;
    }

    private static boolean isSpace(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint);
    }

    private static boolean isPresentationForm(int codePoint) {
        return (codePoint >= 0xFB50 && codePoint <= 0xFDFF)
                || (codePoint >= 0xFE70 && codePoint <= 0xFEFC);
    }

    // Elsewhere the joiners carry meaning: they build emoji and Indic letters.
    private static TracedText withoutArabicJoiners(TracedText text) {
        TracedText kept = new TracedText(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isJoiner(text.charAt(end))) {
                end++;
            }
            boolean arabic =
                    (i > 0 && isArabic(text.charAt(i - 1)))
                            || (end < text.length() && isArabic(text.charAt(end)));
            if (end > i && !arabic) {
                kept.append(text, i, end);
            }
            i = end;
            while (end < text.length() && !isJoiner(text.charAt(end))) {
                end++;
            }
            kept.append(text, i, end);
            i = end;
        }
        return kept;
    }

    private static boolean isJoiner(char unit) {
        return unit == ZERO_WIDTH_NON_JOINER || unit == ZERO_WIDTH_JOINER;
    }

    private static boolean isArabic(char unit) {
        return Character.UnicodeScript.of(unit) == Character.UnicodeScript.ARABIC
                || (unit >= 0x653 && unit <= 0x655);
    }

    private static int entity(String name) {
        if (!name.startsWith("#")) {
            return NAMED_ENTITIES.getOrDefault(name, REMOVED);
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        String digits = name.substring(hexadecimal ? 2 : 1);
        if (!digits.matches(hexadecimal ? "[0-9A-Fa-f]+" : "[0-9]+")) {
            return REMOVED;
        }
        int codePoint = Integer.parseInt(digits, hexadecimal ? 16 : 10);
        boolean scalar =
                Character.isValidCodePoint(codePoint)
                        && !(codePoint >= Character.MIN_SURROGATE
                                && codePoint <= Character.MAX_SURROGATE);
        return scalar ? codePoint : REMOVED;
    }

    /** Text under construction; what it holds is always in normal form so far. */
    private static final class Output {

        private final TracedText text;
        private boolean spaceDue;
        // Where the space that is due came from.
        private int spaceStart;
        private int spaceEnd;

        Output(int capacity) {
            text = new TracedText(capacity);
        }

        /** Takes what stood at {@code start} to {@code end} of the given text. */
        void take(int codePoint, int start, int end) {
            if (isPresentationForm(codePoint) && !isRemoved(codePoint)) {
                String letters =
                        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
                if (letters.codePointAt(0) != codePoint) {
                    letters.codePoints().forEach(letter -> take(letter, start, end));
                    return;
                }
            }
            int mapped = mapped(codePoint);
            if (mapped == ' ') {
                takeSpace(start, end);
            } else if (mapped != REMOVED) {
                if (spaceDue) {
                    text.append(' ', spaceStart, spaceEnd);
                    spaceDue = false;
                }
                text.append(mapped, start, end);
                if (mapped == ';') {
                    decodeEntity();
                }
            }
        }

        private void takeSpace(int start, int end) {
            if (text.length() > 0) {
                spaceStart = spaceDue ? spaceStart : start;
                spaceEnd = end;
                spaceDue = true;
            }
        }

        // Looking back from each ";" decodes "&amp;amp;" in one go, so that normalising again finds
        // nothing, and in linear time however deep the nesting.
        private void decodeEntity() {
            int semicolon = text.length() - 1;
            int start = semicolon - 1;
            while (start >= 0 && semicolon - start < LONGEST_ENTITY && text.charAt(start) != '&') {
                start--;
            }
            if (start < 0 || text.charAt(start) != '&') {
                return;
            }
            int codePoint = entity(text.substring(start + 1, semicolon));
            if (codePoint == REMOVED) {
                return;
            }
            int from = text.start(start);
            int to = text.end(semicolon);
            text.setLength(start);
            if (start > 0 && text.charAt(start - 1) == ' ') {
                spaceStart = text.start(start - 1);
                spaceEnd = text.end(start - 1);
                text.setLength(start - 1);
                spaceDue = text.length() > 0;
            }
            // Composed first: a Greek question mark would otherwise become a ";" afterwards.
            Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFC)
                    .codePoints()
                    .forEach(decoded -> take(decoded, from, to));
        }

        TracedText finished() {
            return text;
        }
    }
}
