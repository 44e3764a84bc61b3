package org.muwazi.write;

/**
 * The escapes of a field in a tab-separated file: {@code \t}, {@code \n}, {@code \r}, {@code \\},
 * and {@code \}{@code uXXXX} for a surrogate without its partner, which UTF-8 cannot hold. Nothing
 * else is changed; {@code decode(encode(x))} is {@code x} for every string.
 */
public final class TsvField {

    private static final int HEX_DIGITS = 4;

    private TsvField() {}

    /** A string without tabs, line ends and lone surrogates that {@link #decode} leads back. */
    public static String encode(String text) {
        StringBuilder field = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            switch (codePoint) {
                case '\t' -> field.append("\\t");
                case '\n' -> field.append("\\n");
                case '\r' -> field.append("\\r");
                case '\\' -> field.append("\\\\");
                default -> {
                    if (isSurrogate(codePoint)) {
                        field.append("\\u").append(Integer.toHexString(codePoint));
                    } else {
                        field.appendCodePoint(codePoint);
                    }
                }
            }
            i += Character.charCount(codePoint);
        }
        return field.toString();
    }

    /**
     * What {@link #encode} was given.
     *
     * @throws IllegalArgumentException if a backslash begins none of the escapes
     */
    public static String decode(String field) {
        int at = field.indexOf('\\');
        if (at < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder(field.length());
        int from = 0;
        while (at >= 0) {
            text.append(field, from, at);
            char escape = at + 1 < field.length() ? field.charAt(at + 1) : ' ';
            from = at + 2;
            switch (escape) {
                case 't' -> text.append('\t');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case '\\' -> text.append('\\');
                case 'u' -> {
                    text.append(surrogate(field, from));
                    from += HEX_DIGITS;
                }
                default ->
                        throw new IllegalArgumentException(
                                "a backslash is followed by neither t, n, r, u nor \\");
            }
            at = field.indexOf('\\', from);
        }
        return text.append(field, from, field.length()).toString();
    }

    static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static char surrogate(String field, int from) {
        int value = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            int digit = i < field.length() ? Character.digit(field.charAt(i), 16) : -1;
            value = digit < 0 ? -1 : value * 16 + digit;
            if (value < 0) {
                break;
            }
        }
        if (!isSurrogate(value)) {
            throw new IllegalArgumentException(
                    "\\u is not followed by the four hexadecimal digits of a surrogate");
        }
        return (char) value;
    }
}
