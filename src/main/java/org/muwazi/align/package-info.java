/**
 * Segmented documents to alignments of two or more versions. Entry: {@link
 * org.muwazi.align.StoryAlignment}.
 */
package org.muwazi.align;
