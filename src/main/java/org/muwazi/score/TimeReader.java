package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.score.NumberMention.Kind;
import org.muwazi.score.NumberMention.Value;

/** Reads dates in numerals and clock times: each part becomes a mention of its own. */
final class TimeReader {

    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})(?::| ?[hH] ?)(\\d{2})(?::(\\d{2}))?(?!\\d)");
    private static final Pattern POINTED_CLOCK =
            Pattern.compile("([01]?\\d)\\.([0-5]\\d)(?= ?[ap]\\.?m)");
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,4})(?![\\d])");

    private final String mapped;
    private final NumberMention.Sink mentions;

    /**
     * A reader of one text.
     *
     * @param mapped the text with western digits, offsets unchanged
     * @param mentions where the parts go
     */
    TimeReader(String mapped, NumberMention.Sink mentions) {
        this.mapped = mapped;
        this.mentions = mentions;
    }

    /** Offset after the date or time that begins at {@code start}, 0 where none does. */
    int read(int start) {
        Matcher date = DATE.matcher(mapped).region(start, mapped.length());
        if (date.lookingAt() && isDate(date)) {
            return addDate(date);
        }
        Matcher pointed = POINTED_CLOCK.matcher(mapped).region(start, mapped.length());
        if (pointed.lookingAt()) {
            return addClock(pointed);
        }
        Matcher clock = CLOCK.matcher(mapped).region(start, mapped.length());
        boolean hour = clock.lookingAt() && Integer.parseInt(clock.group(1)) <= 24;
        return hour ? addClock(clock) : 0;
    }

    private static boolean isDate(Matcher date) {
        int a = Integer.parseInt(date.group(1));
        int b = Integer.parseInt(date.group(3));
        int c = Integer.parseInt(date.group(4));
        boolean dayFirst =
                a <= 31
                        && b <= 31
                        && c >= 0
                        && date.group(1).length() <= 2
                        && date.group(4).length() != 1
                        && date.group(4).length() != 3;
        boolean yearFirst = date.group(1).length() == 4 && c <= 31;
        return a > 0 && b > 0 && c > 0 && (a <= 12 || b <= 12) && (dayFirst || yearFirst);
    }

    private int addDate(Matcher date) {
        for (int group : new int[] {1, 3, 4}) {
            double number = Numeral.parse(date.group(group));
            List<Value> values = new ArrayList<>();
            values.add(new Value(Kind.QUANTITY, number));
            if (number <= 12) {
                values.add(new Value(Kind.MONTH, number));
            }
            if (group == 4 && number < 100) {
                values.add(new Value(Kind.QUANTITY, 1900 + number));
                values.add(new Value(Kind.QUANTITY, 2000 + number));
            }
            mentions.addAll(date.start(group), date.end(group), values, true);
        }
        return date.end();
    }

    private int addClock(Matcher clock) {
        double hour = Numeral.parse(clock.group(1));
        double minutes = Numeral.parse(clock.group(2));
        List<Double> hours = new ArrayList<>(List.of(hour));
        hours.add(hour <= 12 ? hour + 12 : hour - 12);
        mentions.add(clock.start(1), clock.end(1), Kind.QUANTITY, hours, true);
        // Full hours, quarters and halves are often said in words.
        mentions.add(
                clock.start(2), clock.end(2), Kind.QUANTITY, List.of(minutes), minutes % 15 != 0);
        return clock.end();
    }
}
