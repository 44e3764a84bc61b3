package org.muwazi.align;

/**
 * What a dynamic program needs to know of two sequences: similarity and length of blocks of
 * consecutive elements.
 */
interface Blocks {

    /** Number of source elements. */
    int sources();

    /** Number of target elements. */
    int targets();

    /** Cosine of two non-empty blocks, half-open ranges. */
    double similarity(int sourceStart, int sourceEnd, int targetStart, int targetEnd);

    /** Characters of a source block. */
    double sourceLength(int start, int end);

    /** Characters of a target block. */
    double targetLength(int start, int end);
}
