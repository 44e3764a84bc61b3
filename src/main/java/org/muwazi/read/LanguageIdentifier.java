package org.muwazi.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muwazi.text.Language;

/*
 * Scripts first: Thai, Hangul, kana, Han and Cyrillic name their language among those we serve.
 * Arabic and Latin letters are shared, so there function words vote, then letters and endings that
 * few languages write. Languages outside our list vote too, so that a Persian or Catalan text is
 * refused instead of being called Arabic or French.
 *
 * No n-gram models: on whole sentences function words are as good (both above 99.5 % on news lines
 * in Arabic, English and French), and the tables stay readable.
 */
/**
 * Tells the language of a text, of a whole document or of one segment.
 *
 * <p>Immutable and thread-safe; takes time linear in the text, of which the first 20,000 characters
 * are looked at.
 */
public final class LanguageIdentifier {

    /**
     * A language and how sure it is.
     *
     * @param language one of ours
     * @param confidence in (0, 1]; the share of the evidence that speaks for it. Not a calibrated
     *     probability
     */
    public record Identified(Language language, double confidence) {}

    private static final int ENOUGH = 20_000;

    /** Share that a script needs to decide; quotes and names in another script stay below. */
    private static final double SCRIPT_SHARE = 0.5;

    /** A kana for each ten letters makes Han text Japanese; titles have fewer than prose. */
    private static final double KANA_SHARE = 0.1;

    // A function word is the unit, shared among the languages that have it. The others were set on
    // sense: a marked letter is shared by two or three languages of the table, an ending by three
    // or four, a group of letters by more. Accuracy is measured in LanguageIdentifierTest.
    private static final double WORD_VOTE = 1.0;
    private static final double LETTER_VOTE = 0.7;
    private static final double ENDING_VOTE = 0.35;
    private static final double INSIDE_VOTE = 0.15;

    /** Certainty of an Arabic text that only its script speaks for: names, headlines. */
    private static final double SCRIPT_ONLY = 0.6;

    private static final List<String> OTHER_ARABIC_SCRIPT = List.of("-fa", "-ur", "-ps", "-ckb");

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, String> letters = new TreeMap<>();
    private final Map<String, String[]> endings = new HashMap<>();
    private final Map<String, String[]> insides = new HashMap<>();
    private final Map<String, Integer> languagesOf = new HashMap<>();
    private final String simplifiedForms;
    private final String traditionalForms;

    /** Loads the tables. */
    public LanguageIdentifier() {
        for (String[] row : ResourceTable.read("language-words.tsv", 2)) {
            words.put(row[0], new HashSet<>(List.of(WordForms.fold(row[1]).split(" +", -1))));
        }
        for (String[] row : ResourceTable.read("language-letters.tsv", 4)) {
            letters.put(row[0], row[1]);
            endings.put(row[0], row[2].isEmpty() ? new String[0] : row[2].split(" ", -1));
            insides.put(row[0], row[3].isEmpty() ? new String[0] : row[3].split(" ", -1));
        }
        for (Set<String> list : words.values()) {
            for (String word : list) {
                languagesOf.merge(word, 1, Integer::sum);
            }
        }
        simplifiedForms = letters.remove("zh");
        traditionalForms = letters.remove("zh-TW");
    }

    /**
     * Tells the language of a text.
     *
     * @return empty for a text without letters, in a language outside {@link Language}, or where
     *     two languages are equally likely
     */
    public Optional<Identified> identify(String text) {
        String sample = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        Scripts scripts = Scripts.of(sample);
        if (scripts.letters == 0) {
            return Optional.empty();
        }
        Optional<Identified> byScript = byScript(scripts, sample);
        if (byScript.isPresent()) {
            return byScript;
        }
        if (scripts.share(scripts.arabic) >= SCRIPT_SHARE) {
            return arabicScript(sample, scripts.share(scripts.arabic));
        }
        if (scripts.share(scripts.latin) >= SCRIPT_SHARE) {
            return latinScript(sample, scripts.share(scripts.latin));
        }
        return Optional.empty();
    }

    private Optional<Identified> byScript(Scripts scripts, String text) {
        int han = scripts.han;
        int kana = scripts.kana;
        if (scripts.share(han + kana) >= SCRIPT_SHARE) {
            if (kana >= KANA_SHARE * (han + kana)) {
                return found(Language.JAPANESE, scripts.share(han + kana));
            }
            boolean traditional = count(text, traditionalForms) > count(text, simplifiedForms);
            return found(
                    traditional ? Language.TRADITIONAL_CHINESE : Language.CHINESE,
                    scripts.share(han));
        }
        if (scripts.share(scripts.hangul) >= SCRIPT_SHARE) {
            return found(Language.KOREAN, scripts.share(scripts.hangul));
        }
        if (scripts.share(scripts.thai) >= SCRIPT_SHARE) {
            return found(Language.THAI, scripts.share(scripts.thai));
        }
        if (scripts.share(scripts.cyrillic) >= SCRIPT_SHARE) {
            // Letters that Russian does not write: Ukrainian, Belarusian, Serbian, Macedonian.
            boolean other = scripts.notRussian > 0 && scripts.notRussian * 100 >= scripts.cyrillic;
            return other
                    ? Optional.empty()
                    : found(Language.RUSSIAN, scripts.share(scripts.cyrillic));
        }
        return Optional.empty();
    }

    private static Optional<Identified> found(Language language, double confidence) {
        return Optional.of(new Identified(language, Math.min(1, confidence)));
    }

    // Persian, Urdu, Pashto and Kurdish letters count against Arabic; the Persian yeh and kaf alone
    // do not, because Arabic typed on a Persian keyboard has them everywhere.
    private Optional<Identified> arabicScript(String text, double share) {
        double arabic = 0;
        for (String word : WordForms.of(WordForms.foldArabicWriting(text))) {
            arabic += vote("ar", word);
            if (word.length() > 3 && WordForms.startsWithArabicArticle(word)) {
                arabic += ENDING_VOTE;
            }
        }
        double other = 0;
        List<String> foreignWords = WordForms.of(WordForms.fold(text));
        for (String code : OTHER_ARABIC_SCRIPT) {
            double votes = foreignWords.stream().mapToDouble(word -> vote(code, word)).sum();
            other = Math.max(other, votes);
        }
        arabic += ENDING_VOTE * count(text, WordForms.ARABIC_ONLY_LETTERS);
        other += LETTER_VOTE * count(text, WordForms.NOT_ARABIC_LETTERS);
        if (other > 0 && arabic <= other) {
            return Optional.empty();
        }
        // A name or two without any function word: the script is all there is.
        double certainty = arabic == 0 ? SCRIPT_ONLY : arabic / (arabic + other);
        return found(Language.ARABIC, share * certainty);
    }

    private Optional<Identified> latinScript(String text, double share) {
        List<String> found = WordForms.of(WordForms.fold(text));
        String bestCode = "";
        double best = 0;
        double second = 0;
        for (Map.Entry<String, String> entry : letters.entrySet()) {
            String code = entry.getKey();
            double votes = 0;
            for (String word : found) {
                votes += vote(code, word) + spelling(code, word);
            }
            if (votes > best) {
                second = best;
                best = votes;
                bestCode = code;
            } else {
                second = Math.max(second, votes);
            }
        }
        if (best <= second || bestCode.startsWith("-")) {
            return Optional.empty();
        }
        double confidence = share * best / (best + second);
        return Language.of(bestCode).flatMap(language -> found(language, confidence));
    }

    private double vote(String code, String word) {
        return words.get(code).contains(word) ? WORD_VOTE / languagesOf.get(word) : 0;
    }

    private double spelling(String code, String word) {
        double votes = count(word, letters.get(code)) > 0 ? LETTER_VOTE : 0;
        for (String ending : endings.get(code)) {
            if (word.length() > ending.length() + 1 && word.endsWith(ending)) {
                votes += ENDING_VOTE;
                break;
            }
        }
        for (String inside : insides.get(code)) {
            if (word.contains(inside)) {
                return votes + INSIDE_VOTE;
            }
        }
        return votes;
    }

    private static int count(String text, String wanted) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += wanted.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return count;
    }

    /** How many letters of each script a text has. */
    private static final class Scripts {
        private int letters;
        private int arabic;
        private int latin;
        private int cyrillic;
        private int notRussian;
        private int han;
        private int kana;
        private int hangul;
        private int thai;

        static Scripts of(String text) {
            Scripts scripts = new Scripts();
            text.codePoints().filter(Character::isLetter).forEach(scripts::count);
            return scripts;
        }

        private void count(int letter) {
            letters++;
            switch (Character.UnicodeScript.of(letter)) {
                case ARABIC -> arabic++;
                case LATIN -> latin++;
                case CYRILLIC -> {
                    cyrillic++;
                    boolean russian =
                            (letter >= 0x410 && letter <= 0x44F)
                                    || letter == 0x401
                                    || letter == 0x451;
                    notRussian += russian ? 0 : 1;
                }
                case HAN -> han++;
                case HIRAGANA, KATAKANA -> kana++;
                case HANGUL -> hangul++;
                case THAI -> thai++;
                default -> {}
            }
        }

        double share(int count) {
            return (double) count / letters;
        }
    }
}
