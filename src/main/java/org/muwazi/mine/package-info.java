/**
 * Mining: finds the sentences of two collections that are translations of one another, where no
 * document tells which belong together.
 *
 * <p>The way: {@link org.muwazi.mine.SentencePool} holds a side, {@link
 * org.muwazi.mine.SentenceMiner} encodes both, has {@link org.muwazi.mine.NeighbourSearch} find the
 * nearest neighbours of every sentence on the other side, and lets {@link
 * org.muwazi.mine.PairSelection} choose, by margin (Artetxe and Schwenk 2019), which pairs stand.
 *
 * <pre>{@code
 * SentenceMiner miner = new SentenceMiner(work, MiningListener.silent());
 * Neighbours neighbours;
 * try (EncodedVectors left = miner.encodeSource(source, encoder);
 *         EncodedVectors right = miner.encodeTarget(target, encoder)) {
 *     neighbours = miner.search(left, right, search, settings);
 * }
 * List<MinedPair> pairs =
 *         PairSelection.select(neighbours, source, target, MiningOptions.standard());
 * }</pre>
 *
 * <p>Not its job: reading files, documents (see {@code align}), judging whether a translation is
 * good (see {@code score}). Traps: a margin compares a pair with its neighbourhood, so the same
 * pair scores lower in a larger collection, and a collection of fewer sentences than neighbours has
 * no neighbourhood to compare with.
 */
package org.muwazi.mine;
