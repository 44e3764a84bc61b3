package org.muwazi.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.text.TranslationUnit.Variant;

/** One word or many put in the place of others. */
final class WordEdits {

    /** Words with a meaning of their own are mostly longer than function words. */
    private static final Pattern CONTENT = Pattern.compile("\\p{Ll}{5,}|[\\u0621-\\u064a]{4,}");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{3,}");

    /** Share of the words known to the pivot that go through it. */
    private static final double THROUGH = 0.7;

    private static final int LEAST_THROUGH = 3;

    private WordEdits() {}

    static Optional<String> antonym(Clean clean, Random random) {
        Variant target = clean.target();
        return clean.material()
                .tables()
                .antonyms()
                .swapped(target.text(), target.language(), random);
    }

    static Optional<String> date(Clean clean, Random random) {
        Variant target = clean.target();
        return clean.material().tables().dates().swapped(target.text(), target.language(), random);
    }

    static Optional<String> unit(Clean clean, Random random) {
        Variant target = clean.target();
        return clean.material().tables().units().swapped(target.text(), target.language(), random);
    }

    static Optional<String> agreement(Clean clean, Random random) {
        Variant target = clean.target();
        return clean.material()
                .tables()
                .agreement()
                .swapped(target.text(), target.language(), random);
    }

    /**
     * A word replaced by one of another sentence with the same ending, so that grammar may hold.
     */
    static Optional<String> fromElsewhere(Clean clean, Random random) {
        List<String> others = clean.material().others();
        List<MatchResult> places = places(clean.target().text());
        if (others.isEmpty() || places.isEmpty()) {
            return Optional.empty();
        }
        MatchResult place = places.get(random.nextInt(places.size()));
        String word = place.group();
        String text = clean.target().text();
        List<String> candidates = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            Matcher other = CONTENT.matcher(others.get(random.nextInt(others.size())));
            while (other.find()) {
                boolean alike =
                        other.group().charAt(other.group().length() - 1)
                                        == word.charAt(word.length() - 1)
                                && other.group().charAt(0) != word.charAt(0);
                if (alike && !text.contains(other.group())) {
                    candidates.add(other.group());
                }
            }
        }
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        text.substring(0, place.start())
                                + candidates.get(random.nextInt(candidates.size()))
                                + text.substring(place.end()));
    }

    private static List<MatchResult> places(String text) {
        List<MatchResult> places = new ArrayList<>();
        Matcher matcher = CONTENT.matcher(text);
        while (matcher.find()) {
            boolean inside =
                    matcher.start() > 0 && Character.isLetter(text.charAt(matcher.start() - 1));
            boolean goesOn =
                    matcher.end() < text.length() && Character.isLetter(text.charAt(matcher.end()));
            if (!inside && !goesOn) {
                places.add(matcher.toMatchResult());
            }
        }
        return places;
    }

    /** Most words exchanged for what a dictionary gives by way of another language. */
    static Optional<String> throughPivot(Clean clean, Random random) {
        Variant target = clean.target();
        StringBuilder text = new StringBuilder();
        Matcher word = WORD.matcher(target.text());
        int changed = 0;
        int at = 0;
        while (word.find()) {
            Optional<String> instead =
                    clean.material().pivot().through(word.group(), target.language(), random);
            if (instead.isPresent() && random.nextDouble() < THROUGH) {
                text.append(target.text(), at, word.start()).append(instead.get());
                at = word.end();
                changed++;
            }
        }
        text.append(target.text().substring(at));
        return changed < LEAST_THROUGH ? Optional.empty() : Optional.of(text.toString());
    }
}
