/**
 * Results to files: the checked story as JSON, segment lines, TSV, TMX and the HTML report, the
 * alignment of two documents in seven formats.
 *
 * <p>Entry: {@link org.muwazi.write.StoryFolder} for a checked story, {@link
 * org.muwazi.write.BitextFormat} for an alignment.
 *
 * <pre>{@code
 * StoryFolder.write(story, Path.of("report"));
 * String json = StoryJson.of(story).text();
 * BitextFormat.TMX.write(alignment, signature, Path.of("story.tmx"));
 * }</pre>
 *
 * <p>Nothing is computed here but places and order: every number comes with the story. Spans, which
 * are UTF-16 code units of a document inside the toolkit, become code points and bytes of the file
 * here and nowhere else.
 *
 * <p>Traps that the tests hold: characters that XML, UTF-8 or HTML cannot carry; line ends that
 * only some readers take for one; text that reorders or ends the page it is shown in; files half
 * written.
 */
package org.muwazi.write;
