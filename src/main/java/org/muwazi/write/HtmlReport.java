package org.muwazi.write;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.muwazi.score.ScoredStory;
import org.muwazi.text.Language;

/*
 * The page is whole without its script: every word, mark and explanation is in the HTML, and
 * tooltips fall back to titles. The script adds order, filter and keys. A content security policy
 * with the hashes of the one style sheet and the one script forbids everything else, so that no
 * text of a story, however hostile, can load or run anything, and opening the report asks no
 * network for anything. Bars are SVG attributes for that reason: the policy forbids style
 * attributes.
 */

/** {@code report.html}: one file, legible without script and without network. */
public final class HtmlReport {

    private static final String TEMPLATES = "org.muwazi.write.template";

    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");

    private HtmlReport() {}

    /** Writes the report of a story, explained in English; does not close {@code out}. */
    public static void write(ScoredStory story, Writer out) throws IOException {
        write(story, Language.ENGLISH, out);
    }

    /**
     * Writes the report of a story; does not close {@code out}.
     *
     * @param told language of what is said about verdicts and findings; headings and labels are
     *     English
     * @throws IllegalArgumentException if it is not scored
     */
    public static void write(ScoredStory story, Language told, Writer out) throws IOException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", ReportPages.of(story, told));
        parameters.put("style", STYLE);
        parameters.put("script", SCRIPT);
        parameters.put("policy", policy());
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(
                        null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
        engine.render("report.jte", parameters, new WriterOutput(out));
    }

    private static String policy() {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '"
                + hash(STYLE)
                + "'; script-src '"
                + hash(SCRIPT)
                + "'";
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks org/muwazi/write/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("org/muwazi/write/" + name + " cannot be read", e);
        }
    }
}
