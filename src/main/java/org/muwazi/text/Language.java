package org.muwazi.text;

import java.util.Locale;
import java.util.Optional;

/**
 * The languages this toolkit is tested with, and nothing else.
 *
 * <p>Arabic, English and French are served whole (cleaning, segmentation, alignment, scoring). The
 * others are those the default encoder knows: they can be embedded and aligned, and the tools say
 * plainly that they are not scored. "Could not tell" is an empty {@link Optional}, never a constant
 * here.
 */
public enum Language {
    ARABIC("ar", "ara", "العربية", true),
    ENGLISH("en", "eng", "English", true),
    FRENCH("fr", "fra", "français", true),
    GERMAN("de", "deu", "Deutsch", false),
    SPANISH("es", "spa", "español", false),
    ITALIAN("it", "ita", "italiano", false),
    JAPANESE("ja", "jpn", "日本語", false),
    KOREAN("ko", "kor", "한국어", false),
    DUTCH("nl", "nld", "Nederlands", false),
    POLISH("pl", "pol", "polski", false),
    PORTUGUESE("pt", "por", "português", false),
    RUSSIAN("ru", "rus", "русский", false),
    THAI("th", "tha", "ไทย", false),
    TURKISH("tr", "tur", "Türkçe", false),
    CHINESE("zh", "zho", "中文", false),
    TRADITIONAL_CHINESE("zh-TW", "zho-Hant", "繁體中文", false);

    private final String iso639_1;
    private final String iso639_3;
    private final String ownName;
    private final boolean scored;

    Language(String iso639_1, String iso639_3, String ownName, boolean scored) {
        this.iso639_1 = iso639_1;
        this.iso639_3 = iso639_3;
        this.ownName = ownName;
        this.scored = scored;
    }

    /**
     * ISO 639-1 code, as TMX {@code xml:lang} and HTML {@code lang} want it; {@code zh-TW} carries
     * its region.
     */
    public String iso639_1() {
        return iso639_1;
    }

    /** ISO 639-3 code; traditional Chinese adds its script. */
    public String iso639_3() {
        return iso639_3;
    }

    /** The language's name in itself, for people. */
    public String ownName() {
        return ownName;
    }

    /** The language's name in English, for messages. */
    public String englishName() {
        return Locale.forLanguageTag(iso639_1).getDisplayName(Locale.ENGLISH);
    }

    /** True for the languages written from right to left. */
    public boolean isRightToLeft() {
        return this == ARABIC;
    }

    /** True for the languages whose translations are scored: Arabic, English, French. */
    public boolean isScored() {
        return scored;
    }

    /**
     * Reads a language code: ISO 639-1 or 639-3, with or without a region ({@code ar}, {@code ara},
     * {@code ar-SA}, {@code fr_CA}), in any case.
     *
     * @return empty for a language outside this list
     */
    public static Optional<Language> of(String code) {
        String wanted = code.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        if (wanted.equals("zh-tw") || wanted.equals("zh-hant") || wanted.equals("zho-hant")) {
            return Optional.of(TRADITIONAL_CHINESE);
        }
        String primary = wanted.split("-", -1)[0];
        for (Language language : values()) {
            if (language.iso639_1.equals(primary) || language.iso639_3.equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
