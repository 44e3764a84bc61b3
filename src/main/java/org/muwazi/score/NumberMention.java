package org.muwazi.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.muwazi.text.Span;

/**
 * A number, month or weekday that a text mentions.
 *
 * @param span place in the text
 * @param text as it stands there
 * @param values what it may mean, at least one, the likeliest first: {@code 60,000} is 60000 or 60,
 *     half past two in the afternoon is 2 or 14
 * @param demanded true where a translation has to say the same; false for what languages express
 *     otherwise (one, half, first, a dozen) and for digits within codes
 */
record NumberMention(Span span, String text, List<Value> values, boolean demanded) {

    /** What a value counts. */
    enum Kind {
        QUANTITY,
        MONTH,
        WEEKDAY
    }

    /**
     * One reading.
     *
     * @param kind months run from 1 to 12, weekdays from 1, Monday, to 7
     * @param number the value
     */
    record Value(Kind kind, double number) {

        boolean equalTo(Value other) {
            return kind == other.kind
                    && Math.abs(number - other.number)
                            <= 1e-9 * Math.max(1, Math.abs(number) + Math.abs(other.number));
        }
    }

    NumberMention {
        values = List.copyOf(values);
    }

    Value first() {
        return values.get(0);
    }

    /** True where one reading of each is the same. */
    boolean agreesWith(NumberMention other) {
        for (Value mine : values) {
            for (Value theirs : other.values) {
                if (mine.equalTo(theirs)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean isDate() {
        return first().kind() != Kind.QUANTITY;
    }

    /** Collects the mentions of one text. */
    static final class Sink {

        private final String text;
        private final List<NumberMention> mentions = new ArrayList<>();

        Sink(String text) {
            this.text = text;
        }

        /** Adds a mention with one kind of readings. */
        void add(int start, int end, Kind kind, List<Double> numbers, boolean demanded) {
            List<Value> values = new ArrayList<>(numbers.size());
            for (double number : numbers) {
                values.add(new Value(kind, number));
            }
            addAll(start, end, values, demanded);
        }

        /** Adds a mention with readings of any kind. */
        void addAll(int start, int end, List<Value> values, boolean demanded) {
            add(
                    new NumberMention(
                            new Span(start, end), text.substring(start, end), values, demanded));
        }

        /** Adds a mention. */
        void add(NumberMention mention) {
            mentions.add(mention);
        }

        List<NumberMention> inReadingOrder() {
            return mentions.stream().sorted(Comparator.comparing(NumberMention::span)).toList();
        }
    }
}
