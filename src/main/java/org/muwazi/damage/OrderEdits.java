package org.muwazi.damage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Words, phrases and sentences in the wrong place. */
final class OrderEdits {

    private static final int LEAST_WORDS = 8;
    private static final int TRIES = 200;

    private OrderEdits() {}

    /** Half of the words or more, in one stretch, in any order. */
    static Optional<String> shuffled(Clean clean, Random random) {
        List<String> words = new ArrayList<>(WordTokens.parted(clean.target().text()));
        if (words.size() < LEAST_WORDS) {
            return Optional.empty();
        }
        int length = words.size() / 2 + random.nextInt(words.size() - words.size() / 2);
        int at = random.nextInt(words.size() - length + 1);
        Collections.shuffle(words.subList(at, at + length), random);
        return Optional.of(String.join(" ", words));
    }

    /** Two neighbouring phrases of two to four words change places. */
    static Optional<String> phrasesSwapped(Clean clean, Random random) {
        List<String> words = new ArrayList<>(WordTokens.parted(clean.target().text()));
        int first = 2 + random.nextInt(3);
        int second = 2 + random.nextInt(3);
        if (words.size() < Math.max(LEAST_WORDS, first + second)) {
            return Optional.empty();
        }
        int at = random.nextInt(words.size() - first - second + 1);
        Collections.rotate(words.subList(at, at + first + second), second);
        return Optional.of(String.join(" ", words));
    }

    /** Another sentence, of about the same length, so that length alone does not tell. */
    static Optional<String> otherSentence(Clean clean, Random random) {
        List<String> others = clean.material().others();
        String text = clean.target().text();
        for (int k = 0; k < TRIES && !others.isEmpty(); k++) {
            String other = others.get(random.nextInt(others.size()));
            double ratio = (double) other.length() / text.length();
            if (!other.equals(text) && ratio > 0.8 && ratio < 1.25) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }
}
