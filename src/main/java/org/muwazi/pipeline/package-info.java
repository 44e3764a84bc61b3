/** The whole way in one place: read, segment, embed, align, score, write. */
package org.muwazi.pipeline;
