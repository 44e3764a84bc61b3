package org.muwazi.mine;

/**
 * How to search.
 *
 * @param neighbours of each sentence, part of the result
 * @param plan how the work is cut, no part of the result
 */
public record SearchSettings(int neighbours, SearchPlan plan) {}
