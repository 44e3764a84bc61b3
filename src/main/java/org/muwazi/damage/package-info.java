/**
 * Seeded damage to good translations, by family, with the words at fault marked, for measuring how
 * much of each is seen. Entry: {@link org.muwazi.damage.DamagedPair#of}.
 *
 * <pre>{@code
 * Clean clean = new Clean(source, target, new Material(others, Optional.empty(), tables, pivot));
 * Optional<DamagedPair> damaged = DamagedPair.of(Damage.NEGATION_DROPPED, clean, new Random(1));
 * }</pre>
 *
 * <p>The tables of words that are exchanged for one another ({@link
 * org.muwazi.damage.SwapTables#standard}) were written for this project and dedicated to the public
 * domain under CC0 1.0. A line is a language code and two or more words or phrases in the same
 * form, parted by tabs; any word of a line may stand where another stood, in {@code negations.tsv}
 * only the second where the first stood. In Arabic what is written together with a word is kept.
 *
 * <p>Not for training, and not for detectors to look up: a benchmark that was trained on measures
 * nothing. Trap: what a rule makes is at times no error a reader would mind, and at times no
 * sentence at all; the figures compare systems and domains, not people.
 */
package org.muwazi.damage;
