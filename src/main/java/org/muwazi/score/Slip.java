package org.muwazi.score;

/**
 * A slip of grammar.
 *
 * @param rule that it breaks
 * @param first index of the first token
 * @param last index of the last token
 */
record Slip(FluencyRule rule, int first, int last) {}
