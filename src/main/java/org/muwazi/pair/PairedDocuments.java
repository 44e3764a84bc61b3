package org.muwazi.pair;

import java.util.List;

/**
 * What belongs together in a folder.
 *
 * @param links all documents that were compared, by source and target
 * @param groups versions of one story each, ids in order, by the first id; two or more in each
 * @param alone ids in no group, in order
 * @param tooLong pairs of ids that looked alike and were not aligned because both are too long
 */
public record PairedDocuments(
        List<DocumentLink> links,
        List<List<String>> groups,
        List<String> alone,
        List<List<String>> tooLong) {

    /** Copies the lists. */
    public PairedDocuments {
        links = List.copyOf(links);
        groups = groups.stream().map(List::copyOf).toList();
        alone = List.copyOf(alone);
        tooLong = tooLong.stream().map(List::copyOf).toList();
    }
}
