package org.muwazi.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.text.TranslationUnit.Variant;

/** Wrong, inflated and missing figures. */
final class NumeralEdits {

    private NumeralEdits() {}

    private static final Pattern NUMERAL =
            Pattern.compile(
                    "(?<![\\p{L}\\d.,:/-])\\d+(?:[.,]\\d+|[ \\u00a0\\u202f]\\d{3}(?!\\d))*"
                            + "(?![\\p{L}\\d:/-])");

    static Optional<String> changed(Clean clean, Random random) {
        Variant target = clean.target();
        return atNumeral(target.text(), random, numeral -> changedDigit(numeral, random));
    }

    static Optional<String> timesTen(Clean clean, Random random) {
        Variant target = clean.target();
        return atNumeral(target.text(), random, NumeralEdits::timesTen);
    }

    static Optional<String> dropped(Clean clean, Random random) {
        Variant target = clean.target();
        return atNumeral(target.text(), random, numeral -> "");
    }

    private static Optional<String> atNumeral(
            String text, Random random, UnaryOperator<String> edit) {
        Matcher matcher = NUMERAL.matcher(text);
        List<int[]> places = new ArrayList<>();
        while (matcher.find()) {
            // A bare one may be an article in the source, a number at the head or in brackets
            // counts paragraphs, and one that comes twice is still there after the damage.
            String group = matcher.group();
            boolean listed =
                    group.length() < 3
                            && (matcher.start() == 0 || text.charAt(matcher.start() - 1) == '(');
            boolean twice = text.indexOf(group) != text.lastIndexOf(group);
            if (!group.equals("1") && !listed && !twice) {
                places.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        int[] place = places.get(random.nextInt(places.size()));
        String edited = edit.apply(text.substring(place[0], place[1]));
        return Optional.of(text.substring(0, place[0]) + edited + text.substring(place[1]));
    }

    // Behind a decimal mark a nought would change nothing.
    private static String timesTen(String numeral) {
        int mark = Math.max(numeral.lastIndexOf('.'), numeral.lastIndexOf(','));
        boolean decimal = mark >= 0 && numeral.length() - mark != 4;
        return decimal ? numeral.substring(0, mark) + '0' + numeral.substring(mark) : numeral + "0";
    }

    private static String changedDigit(String numeral, Random random) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < numeral.length(); i++) {
            if (Character.isDigit(numeral.charAt(i))) {
                digits.add(i);
            }
        }
        int at = digits.get(random.nextInt(digits.size()));
        int zero = numeral.charAt(at) - Character.digit(numeral.charAt(at), 10);
        int old = Character.digit(numeral.charAt(at), 10);
        int changed = 1 + (old + random.nextInt(8)) % 9;
        if (changed == old) {
            changed = changed == 9 ? 1 : changed + 1;
        }
        return numeral.substring(0, at) + (char) (zero + changed) + numeral.substring(at + 1);
    }

    private static final Pattern YEAR =
            Pattern.compile("(?<![\\p{L}\\d.,])(?:1[5-9]|20)\\d\\d(?![\\d.,]\\d|\\d)");

    /** A year some years off. */
    static Optional<String> year(Clean clean, Random random) {
        String text = clean.target().text();
        Matcher year = YEAR.matcher(text);
        if (!year.find() || text.indexOf(year.group()) != text.lastIndexOf(year.group())) {
            return Optional.empty();
        }
        int off = 1 + random.nextInt(30);
        int wrong = Integer.parseInt(year.group()) + (random.nextBoolean() ? off : -off);
        return Optional.of(text.substring(0, year.start()) + wrong + text.substring(year.end()));
    }
}
