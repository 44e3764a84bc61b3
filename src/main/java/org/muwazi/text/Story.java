package org.muwazi.text;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Two or more versions of one text, as given to be checked; two may be in the same language.
 *
 * @param id names the story in outputs
 * @param versions two or more, with different document ids
 * @param original index of the version the others were translated from, where the user says so
 */
public record Story(String id, List<SourceText> versions, OptionalInt original) {

    /** Checks the number of versions, their ids and the index of the original. */
    public Story {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(original, "original");
        versions = List.copyOf(versions);
        if (versions.size() < 2) {
            throw new IllegalArgumentException(
                    "a story has two or more versions, not " + versions.size());
        }
        Set<String> ids = new HashSet<>();
        for (SourceText version : versions) {
            if (!ids.add(version.document().id())) {
                throw new IllegalArgumentException(
                        "two versions have the id " + version.document().id());
            }
        }
        if (original.isPresent()
                && (original.getAsInt() < 0 || original.getAsInt() >= versions.size())) {
            throw new IllegalArgumentException(
                    "original is version " + original.getAsInt() + " of " + versions.size());
        }
    }
}
