/** Documents to segments, offsets kept. Entry: {@link org.muwazi.segment.Segmenter}. */
package org.muwazi.segment;
