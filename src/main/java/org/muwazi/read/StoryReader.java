package org.muwazi.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muwazi.text.Document;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;
import org.muwazi.text.Span;

/**
 * Reads one version of a story: plain text or HTML, packed with gzip or not, in any charset that
 * its bytes show.
 *
 * <p>The document's text holds everything that was read. What is not the story (menus, captions,
 * share buttons, related headlines, appended articles) is listed as set aside, with a reason each.
 * Offsets lead to the characters and bytes of the file after unpacking.
 *
 * <p>The document's id is the file's name without folder and ending; a caller that reads two files
 * of one name gives one of them another.
 *
 * <p>Immutable and thread-safe; loads its tables once, so make one and keep it.
 */
public final class StoryReader {

    /** Below this confidence of the identifier a stated language is not doubted. */
    private static final double SURE = 0.6;

    private final LanguageIdentifier languages = new LanguageIdentifier();
    private final PhraseTable phrases = new PhraseTable();
    private final PageChrome chrome = new PageChrome(phrases);

    /**
     * Reads a file.
     *
     * @param file plain text or HTML, at most 64 MiB packed and unpacked
     * @param stated language given by the user; beats what is found, and a disagreement is a
     *     warning
     * @throws IOException if the file is missing ({@code NoSuchFileException}), a directory or not
     *     readable ({@code FileSystemException}); the message is one line that names the file
     * @throws MalformedInputException if the bytes are not text, not of one charset, broken gzip or
     *     too many, or if the language is neither stated nor found; names line and byte offset
     *     where there is one
     */
    public SourceText read(Path file, Optional<Language> stated, ReadOptions options)
            throws IOException {
        return read(InputBytes.of(file), file.toString(), stated, options);
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @param name for messages, {@code -} for standard input
     * @throws IOException if the stream cannot be read
     * @throws MalformedInputException as for a file
     */
    public SourceText read(
            InputStream in, String name, Optional<Language> stated, ReadOptions options)
            throws IOException {
        return read(InputBytes.of(in, name), name, stated, options);
    }

    /**
     * Reads text that is in memory; byte offsets are those of its UTF-8 form.
     *
     * @param name for messages
     * @throws MalformedInputException if the language is neither stated nor found
     */
    public SourceText read(
            String text, String name, Optional<Language> stated, ReadOptions options) {
        DecodedText decoded = DecodedText.ofString(text, StandardCharsets.UTF_8);
        return read(decoded, name, stated, options, new ArrayList<>());
    }

    private SourceText read(
            byte[] bytes, String name, Optional<Language> stated, ReadOptions options) {
        CharsetFinder.Found found = CharsetFinder.of(bytes);
        DecodedText decoded =
                DecodedText.of(
                        bytes, found.charset(), found.markLength(), options.onMalformed(), name);
        List<String> warnings = new ArrayList<>();
        found.warning().ifPresent(warnings::add);
        if (decoded.replaced() > 0) {
            warnings.add(
                    decoded.replaced()
                            + " byte sequences are not "
                            + found.charset().name()
                            + " and were replaced by U+FFFD");
        }
        return read(decoded, name, stated, options, warnings);
    }

    private SourceText read(
            DecodedText decoded,
            String name,
            Optional<Language> stated,
            ReadOptions options,
            List<String> warnings) {
        boolean html =
                switch (options.form()) {
                    case HTML -> true;
                    case TEXT -> false;
                    case AUTO -> HtmlForm.isHtml(decoded.text());
                };
        Extract extract =
                html
                        ? HtmlPage.read(decoded, phrases)
                        : new Extract(Lines.withLineFeeds(decoded), List.of(), Optional.empty());
        String text = extract.text().text();
        noteOddities(decoded, html, warnings);
        List<SetAside> aside = options.keepAll() ? List.of() : withChrome(text, extract.setAside());
        Language language =
                language(text, aside, extract.declaredLanguage(), name, stated, warnings);
        return new SourceText(
                new Document(idOf(name), language, text),
                name,
                decoded.charset(),
                extract.text().offsets(),
                aside,
                warnings);
    }

    private static void noteOddities(DecodedText decoded, boolean html, List<String> warnings) {
        long zeros = decoded.text().chars().filter(c -> c == 0).count();
        if (zeros > 0) {
            warnings.add("holds " + zeros + " NUL characters, kept in the text");
        }
        if (!html && Lines.endInCarriageReturns(decoded.text())) {
            warnings.add("has no line feed; carriage returns were taken as line ends");
        }
    }

    private List<SetAside> withChrome(String text, List<SetAside> structural) {
        List<Span> candidates = new ArrayList<>();
        int next = 0;
        for (Span line : Lines.of(text)) {
            while (next < structural.size() && structural.get(next).span().end() <= line.start()) {
                next++;
            }
            if (next == structural.size() || !structural.get(next).span().overlaps(line)) {
                candidates.add(line);
            }
        }
        List<SetAside> all = new ArrayList<>(structural);
        all.addAll(chrome.find(text, candidates));
        all.sort((a, b) -> a.span().compareTo(b.span()));
        return all;
    }

    private Language language(
            String text,
            List<SetAside> aside,
            Optional<String> declared,
            String name,
            Optional<Language> stated,
            List<String> warnings) {
        String story = story(text, aside);
        Optional<LanguageIdentifier.Identified> found =
                languages.identify(Lines.isBlank(story) ? text : story);
        if (Lines.isBlank(text)) {
            if (stated.isEmpty()) {
                throw new MalformedInputException(
                        name, "holds no text; give a file with the story in it");
            }
            warnings.add("holds no text");
        }
        if (stated.isPresent()) {
            if (found.isPresent()
                    && found.get().language() != stated.get()
                    && found.get().confidence() >= SURE) {
                warnings.add(
                        String.format(
                                Locale.ROOT,
                                "stated to be %s but looks like %s (confidence %.2f); taken as %s",
                                stated.get().englishName(),
                                found.get().language().englishName(),
                                found.get().confidence(),
                                stated.get().englishName()));
            }
            return stated.get();
        }
        Optional<Language> fromPage = declared.flatMap(Language::of);
        if (found.isPresent() && (found.get().confidence() >= SURE || fromPage.isEmpty())) {
            return found.get().language();
        }
        return fromPage.orElseThrow(
                () ->
                        new MalformedInputException(
                                name,
                                "cannot tell its language, or it is none of those served; state"
                                        + " it (--lang FILE=xx)"));
    }

    private static String story(String text, List<SetAside> aside) {
        StringBuilder story = new StringBuilder();
        int at = 0;
        for (SetAside stretch : aside) {
            story.append(text, at, stretch.span().start());
            at = stretch.span().end();
        }
        return story.append(text, at, text.length()).toString();
    }

    private static String idOf(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String id = last.replaceFirst("\\.gz$", "").replaceFirst("\\.(txt|text|html?|xhtml)$", "");
        return id.isBlank() ? name : id;
    }
}
