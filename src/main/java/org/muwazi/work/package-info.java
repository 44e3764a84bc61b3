/**
 * What a run leaves on disk for the next one: the folder of a run that was stopped ({@link
 * org.muwazi.work.WorkFolder}), output that goes on where it was ({@link
 * org.muwazi.work.ResumableOutput}), and results that runs share ({@link
 * org.muwazi.work.CacheFolder}). And the threads of a run ({@link org.muwazi.work.Workers}).
 *
 * <pre>{@code
 * try (ResumableOutput output = ResumableOutput.open(target, settings, notes)) {
 *     // The lines that are done are read again, so that a changed input is noticed.
 *     for (String line : lines) {
 *         if (output.see(line)) {
 *             output.writer().write(result(line));
 *             output.checkpoint();
 *         }
 *     }
 *     output.complete();
 * }
 * }</pre>
 *
 * <p>Not its job: what the bytes mean. Files that are written in one go and need no state are those
 * of {@code write.AtomicFiles}.
 */
package org.muwazi.work;
