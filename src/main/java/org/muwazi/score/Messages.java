package org.muwazi.score;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences that explain findings, from {@code messages.properties}. */
final class Messages {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.muwazi.score.messages", Locale.ROOT);

    private Messages() {}

    /**
     * The sentence with its values filled in.
     *
     * @param values as they are to be read; numbers come already formatted
     * @throws java.util.MissingResourceException if no sentence has that key
     */
    static String text(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }
}
