package org.muwazi.mine;

/**
 * What a search found.
 *
 * @param forward for each source its nearest targets
 * @param backward for each target its nearest sources
 */
public record Neighbours(NeighbourTable forward, NeighbourTable backward) {}
