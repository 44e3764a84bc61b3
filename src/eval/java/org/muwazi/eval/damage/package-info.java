/**
 * Seeded damage to good translations, by family, with the words at fault marked; {@link
 * org.muwazi.eval.damage.DamagedPair#of} makes it. Not for training: a benchmark that was trained
 * on measures nothing.
 */
package org.muwazi.eval.damage;
