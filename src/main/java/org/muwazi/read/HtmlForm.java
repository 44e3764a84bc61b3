package org.muwazi.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text is HTML, by its content alone. */
final class HtmlForm {

    private static final int LOOKED_AT = 1 << 16;

    private static final Pattern START =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern TAG =
            Pattern.compile(
                    "</?(?:p|div|span|a|br|h[1-6]|li|ul|ol|table|tr|td|article|section|img|meta|link|script|body|head|html)\\b[^<>]{0,500}>",
                    Pattern.CASE_INSENSITIVE);

    /** Tags of structure that a text about HTML hardly quotes so often. */
    private static final int MANY = 6;

    /** Share of the characters that stand in tags; a text that mentions tags stays below. */
    private static final double TAG_SHARE = 0.05;

    private HtmlForm() {}

    /** True for a doctype, {@code <html>} at the start, or many tags of structure. */
    static boolean isHtml(String text) {
        String sample = text.substring(0, Math.min(text.length(), LOOKED_AT));
        String body = withoutPrologue(sample);
        if (START.matcher(body).lookingAt()) {
            return true;
        }
        Matcher matcher = TAG.matcher(sample);
        int tags = 0;
        int characters = 0;
        int closing = 0;
        while (matcher.find()) {
            tags++;
            characters += matcher.end() - matcher.start();
            closing += matcher.group().startsWith("</") ? 1 : 0;
        }
        boolean starts = body.startsWith("<");
        return closing >= 1
                && (starts ? tags >= 2 : tags >= MANY && characters >= TAG_SHARE * sample.length());
    }

    // White space, an XML declaration and comments may stand before the first tag.
    private static String withoutPrologue(String text) {
        int at = 0;
        for (; ; ) {
            while (at < text.length() && Lines.isBlank(text.substring(at, at + 1))) {
                at++;
            }
            String close =
                    text.startsWith("<!--", at) ? "-->" : text.startsWith("<?xml", at) ? "?>" : "";
            int end = close.isEmpty() ? -1 : text.indexOf(close, at);
            if (end < 0) {
                return text.substring(at);
            }
            at = end + close.length();
        }
    }
}
