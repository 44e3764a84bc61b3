package org.muwazi.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muwazi.text.Language;

/** The table of units against the names that CLDR has for them. */
class UnitWordsTest {

    private static final Map<String, MeasureUnit> UNITS =
            Map.ofEntries(
                    Map.entry("kilometre", MeasureUnit.KILOMETER),
                    Map.entry("metre", MeasureUnit.METER),
                    Map.entry("centimetre", MeasureUnit.CENTIMETER),
                    Map.entry("millimetre", MeasureUnit.MILLIMETER),
                    Map.entry("mile", MeasureUnit.MILE),
                    Map.entry("foot", MeasureUnit.FOOT),
                    Map.entry("inch", MeasureUnit.INCH),
                    Map.entry("yard", MeasureUnit.YARD),
                    Map.entry("kilogram", MeasureUnit.KILOGRAM),
                    Map.entry("gram", MeasureUnit.GRAM),
                    Map.entry("milligram", MeasureUnit.MILLIGRAM),
                    Map.entry("pound", MeasureUnit.POUND),
                    Map.entry("ounce", MeasureUnit.OUNCE),
                    Map.entry("second", MeasureUnit.SECOND),
                    Map.entry("minute", MeasureUnit.MINUTE),
                    Map.entry("hour", MeasureUnit.HOUR),
                    Map.entry("day", MeasureUnit.DAY),
                    Map.entry("week", MeasureUnit.WEEK),
                    Map.entry("month", MeasureUnit.MONTH),
                    Map.entry("year", MeasureUnit.YEAR),
                    Map.entry("century", MeasureUnit.CENTURY),
                    Map.entry("litre", MeasureUnit.LITER),
                    Map.entry("millilitre", MeasureUnit.MILLILITER),
                    Map.entry("gallon", MeasureUnit.GALLON),
                    Map.entry("hectare", MeasureUnit.HECTARE),
                    Map.entry("acre", MeasureUnit.ACRE));

    private static final double[] PLURALS = {1, 2, 3, 11, 100, 1.5};

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "FRENCH", "ARABIC"})
    void hasTheNamesOfCldr(Language language) {
        ULocale locale = new ULocale(language.iso639_1() + "@numbers=latn");
        TreeSet<String> missing = new TreeSet<>();
        MeasureFormat format = MeasureFormat.getInstance(locale, FormatWidth.WIDE);
        UNITS.forEach(
                (name, unit) -> {
                    for (double number : PLURALS) {
                        String word =
                                format.formatMeasures(new Measure(number, unit))
                                        .replaceAll("[\\p{N}.,\\p{Z}\u200f]+", " ")
                                        .strip();
                        boolean known =
                                UnitWords.counted(word, language).stream()
                                        .anyMatch(u -> u.name().equals(name));
                        if (!known && !word.contains(" ")) {
                            missing.add(word);
                        }
                    }
                });
        assertThat(missing).isEmpty();
    }

    @Test
    void aWordWithOtherMeaningsCountsAfterNumbersOnly() {
        assertThat(UnitWords.counted("feet", Language.ENGLISH)).hasSize(1);
        assertThat(UnitWords.alone("feet", Language.ENGLISH)).isEmpty();
        assertThat(UnitWords.alone("weeks", Language.ENGLISH)).hasSize(1);
    }

    @Test
    void aPoundIsAWeightAndMoney() {
        assertThat(
                        List.of(
                                UnitWords.counted("pounds", Language.ENGLISH).size(),
                                UnitWords.counted("livres", Language.FRENCH).size()))
                .containsExactly(2, 2);
    }
}
