/**
 * Documents to segments, offsets kept. Entry: {@link org.muwazi.segment.Segmenter}, implemented by
 * {@link org.muwazi.segment.RuleSegmenter}.
 *
 * <pre>{@code
 * Segmenter segmenter = new RuleSegmenter();
 * SegmentedDocument segmented = segmenter.segment(document);
 * }</pre>
 *
 * <p>Not its job: finding page chrome (the caller names what is excluded), cleaning, identifying
 * the language.
 *
 * <p>Traps: {@code strip()} leaves no-break spaces and bidi marks, {@link
 * org.muwazi.segment.RuleSegmenter} does not; the Arabic semicolon and comma never end a segment;
 * Thai marks no sentences, so a line of Thai is one segment.
 */
package org.muwazi.segment;
