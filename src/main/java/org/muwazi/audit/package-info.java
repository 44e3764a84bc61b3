/**
 * How well an estimator judges translations of one domain: seeded damage is done to the user's own
 * clean pairs, and what the estimator makes of damaged and clean ones is counted by family.
 *
 * <pre>{@code
 * CleanPairs pairs = new CleanPairs(options);
 * units.forEach(pairs::add);
 * AuditReport report = new Audit(estimator, options).of(pairs, done -> {});
 * }</pre>
 *
 * <p>Deterministic for a seed. Not its job: reading pairs, and writing reports (see {@code
 * write.AuditText}). Trap: a pair that was wrong from the start counts as a false alarm, so the
 * figures are only as good as the pairs are clean.
 */
package org.muwazi.audit;
