/**
 * Which documents of a folder belong together: candidates by document vectors and by shared
 * numbers, dates and names, confirmed by alignment, gathered into groups of versions of one story.
 *
 * <p>Entry type: {@link org.muwazi.pair.DocumentPairing}.
 *
 * <pre>{@code
 * List<EncodedDocument> documents = ...;    // each sentence encoded once
 * PairedDocuments paired = new DocumentPairing(AlignmentParameters.standard()).pair(documents);
 * paired.links().forEach(link -> ...);      // relation, score and evidence
 * paired.groups().forEach(group -> ...);    // versions of one story
 * }</pre>
 *
 * <p>Not its job: reading and encoding, and judging which version is good. Trap: only candidates
 * are compared, so two documents without a link were not necessarily aligned.
 */
package org.muwazi.pair;
