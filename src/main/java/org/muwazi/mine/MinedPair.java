package org.muwazi.mine;

/**
 * Two sentences taken for translations of one another.
 *
 * @param source number of the sentence in its pool, from 0
 * @param target number of the sentence in its pool, from 0
 * @param score margin less penalties; higher is better
 */
public record MinedPair(int source, int target, float score) {}
