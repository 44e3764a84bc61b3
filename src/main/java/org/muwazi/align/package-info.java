/**
 * Segmented documents to alignments of two or more versions. Entry: {@link
 * org.muwazi.align.StoryAlignment}. Words of two texts: {@link org.muwazi.align.WordAligner}.
 */
package org.muwazi.align;
