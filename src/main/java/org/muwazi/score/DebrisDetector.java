package org.muwazi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muwazi.score.Finding.Kind;
import org.muwazi.text.Span;
import org.muwazi.text.TranslationUnit;

/*
 * What programs leave behind: entities, tags, tokeniser marks, text decoded with the wrong charset,
 * escapes and placeholders. Where the source has the same piece, it belongs to the story (a text
 * about HTML) and counts as minor.
 */
/** Remains of markup, tokenisers and wrong charsets in the translation. */
public final class DebrisDetector implements Detector {

    // UTF-8 read as windows-1252 or Latin-1: a lead byte's character followed by those of
    // continuation bytes (U+0080 to U+00BF, and where windows-1252 puts them).
    private static final String CONTINUATION =
            "[\\u0080-\\u00bf\\u20ac\\u201a\\u0192\\u201e\\u2026\\u2020\\u2021\\u02c6\\u2030\\u0160"
                    + "\\u2039\\u0152\\u017d\\u2018\\u2019\\u201c\\u201d\\u2022\\u2013\\u2014\\u02dc"
                    + "\\u2122\\u0161\\u203a\\u0153\\u017e\\u0178]";

    // Two-byte leads of accented Latin, three-byte punctuation, and Arabic: at least two in a row.
    private static final Pattern MOJIBAKE =
            Pattern.compile(
                    "(?:[\\u00c2\\u00c3](?!\\u00ab|\\u00bb|\\u2019|\\u2013|\\u2014|\\u2026|\\u201d|\\u00a0)"
                            + CONTINUATION
                            + ")+|\\u00c3\\u00a0|\\u00c3 (?=[\\p{L} ])|\\u00e2"
                            + CONTINUATION
                            + "{2}|(?:[\\u00d8-\\u00db]"
                            + CONTINUATION
                            + " ?){2,}|\\u00ef\\u00bb\\u00bf|(?:[\\u00c7-\\u00e6][\\u00c7-\\u00f6]){3,}");
    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "debris.entity",
                            Severity.MINOR,
                            0.99,
                            Pattern.compile(
                                    "&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\\d?);")),
                    new Rule(
                            "debris.tag",
                            Severity.MINOR,
                            0.98,
                            Pattern.compile(
                                    "(?i)</?(?:a|b|i|u|p|br|hr|em|h[1-6]|li|ol|ul|td|tr|th|div|img|pre|sub|sup|span|code|font|table|tbody|strong|script|style|iframe|center|figure|section|article)"
                                            + "(?:\\s[^<>]{0,200})?/?>|\\[/?(?:b|i|u|url|img|quote|caption)(?:=[^\\]]{0,100})?\\]|<!--|-->|\\]\\]>")),
                    new Rule(
                            "debris.tokenisation",
                            Severity.MINOR,
                            0.98,
                            Pattern.compile(
                                    "@-@|@\\.@|@,@|@@ |\\u2581|(?<=\\p{L}\\p{L})@@|<unk>|\\u2047|##(?=\\p{L})")),
                    new Rule("debris.mojibake", Severity.MAJOR, 0.99, MOJIBAKE),
                    new Rule(
                            "debris.replacement",
                            Severity.MAJOR,
                            0.99,
                            Pattern.compile("\\ufffd+")),
                    new Rule(
                            "debris.control",
                            Severity.MINOR,
                            0.95,
                            Pattern.compile(
                                    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u0080-\\u0084\\u0086-\\u009f\\ufffe\\uffff]")),
                    new Rule(
                            "debris.escape",
                            Severity.MINOR,
                            0.95,
                            Pattern.compile(
                                    "\\\\(?:[nrt](?![A-Za-z]{2}:?\\\\)|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\")|%[0-9A-F]{2}%[0-9A-F]{2}")),
                    new Rule(
                            "debris.placeholder",
                            Severity.MINOR,
                            0.95,
                            Pattern.compile(
                                    "\\{\\{?[A-Za-z0-9_.]{1,40}\\}\\}?|%\\d?\\$?[sd](?![\\p{L}\\p{N}])|\\$\\{[^}\\s]{1,40}\\}|\\[\\[[^\\]]{0,80}\\]\\]|__[A-Z]{2,20}__|(?i:lorem ipsum)")));

    private record Rule(String key, Severity severity, double confidence, Pattern pattern) {}

    @Override
    public List<Finding> detect(TranslationUnit unit) {
        String source = unit.source().text();
        String target = unit.target().text();
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(target);
            while (matcher.find()) {
                findings.add(finding(rule, matcher, source));
            }
        }
        findings.addAll(unpaired(source, target));
        return Places.inReadingOrder(findings);
    }

    private static Finding finding(Rule rule, Matcher matcher, String source) {
        boolean inSource = source.contains(matcher.group());
        String shown =
                rule.key().equals("debris.control")
                        ? String.format(Locale.ROOT, "U+%04X", (int) matcher.group().charAt(0))
                        : matcher.group();
        return new Finding(
                Kind.DEBRIS,
                1,
                new Span(matcher.start(), matcher.end()),
                inSource ? Severity.MINOR : rule.severity(),
                inSource ? rule.confidence() / 2 : rule.confidence(),
                shown,
                Messages.text(rule.key(), shown));
    }

    // ---- brackets and quotation marks

    private static final String[] PAIRS = {"()", "[]", "\u00ab\u00bb", "\u201c\u201d"};

    // "a)" and "12)" number the parts of a text.
    private static final Pattern ENUMERATOR =
            Pattern.compile("(?<![\\p{L}\\p{N}(])[\\p{L}\\p{N}]{1,4}\\)");

    private static List<Finding> unpaired(String source, String target) {
        List<Finding> findings = new ArrayList<>();
        String marks = ENUMERATOR.matcher(target).replaceAll("");
        for (String pair : PAIRS) {
            int open = pair.charAt(0);
            int close = pair.charAt(1);
            if (surplus(target, open, close) != 0
                    && surplus(marks, open, close) != 0
                    && anyPaired(source)
                    && isBalanced(source)) {
                int mark = surplus(marks, open, close) > 0 ? open : close;
                int at = mark == open ? target.lastIndexOf(open) : target.indexOf(close);
                String shown = Character.toString(mark);
                findings.add(
                        new Finding(
                                Kind.DEBRIS,
                                1,
                                new Span(at, at + 1),
                                Severity.MINOR,
                                0.3,
                                shown,
                                Messages.text("debris.bracket", shown)));
            }
        }
        return findings;
    }

    private static boolean isBalanced(String text) {
        for (String pair : PAIRS) {
            if (surplus(text, pair.charAt(0), pair.charAt(1)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyPaired(String text) {
        for (String pair : PAIRS) {
            if (text.indexOf(pair.charAt(0)) >= 0) {
                return true;
            }
        }
        return text.indexOf('"') >= 0;
    }

    private static int surplus(String text, int open, int close) {
        int surplus = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == open) {
                surplus++;
            } else if (text.charAt(i) == close) {
                surplus--;
            }
        }
        return surplus;
    }
}
