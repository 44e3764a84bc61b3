/**
 * How well quality estimation does: on human judgements, post-edits, critical errors, graded
 * perturbations, seeded damage, hand-marked stories and whole good documents.
 *
 * <p>Everything that gives pairs a score is a {@link org.muwazi.eval.quality.PairScorer}, and
 * {@link org.muwazi.eval.quality.Scorers} is where one is added. {@code eval/run quality DATA} runs
 * {@link org.muwazi.eval.quality.QualityEvaluation}.
 */
package org.muwazi.eval.quality;
