/**
 * Bytes to documents: charset, plain text, HTML, page chrome set aside with reasons, language
 * identified.
 *
 * <p>Entry: {@link org.muwazi.read.StoryReader} for stories, {@link org.muwazi.read.LineReader} for
 * files with one segment a line, {@link org.muwazi.read.LanguageIdentifier} for the language of any
 * text.
 *
 * <pre>{@code
 * StoryReader reader = new StoryReader();
 * SourceText story = reader.read(Path.of("story.fr.html"), Optional.empty(), ReadOptions.standard());
 * }</pre>
 *
 * <p>Not its job: sentences, and telling an appended article that no heading announces; that is
 * alignment's. Traps: bytes are decoded here and nowhere else, because jsoup and the JDK's readers
 * replace what they cannot decode in silence; {@code String.strip} leaves no-break spaces and bidi
 * marks; lines end at LF and CRLF only.
 */
package org.muwazi.read;
