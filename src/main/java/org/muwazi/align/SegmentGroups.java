package org.muwazi.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Segments of several versions that were joined, directly or through others (union-find). */
final class SegmentGroups {

    /** A segment of a version. */
    record Place(int version, int segment) {}

    private final Map<Place, Place> parent = new HashMap<>();

    void join(List<Place> places) {
        Place first = root(places.get(0));
        for (Place place : places) {
            parent.put(root(place), first);
        }
    }

    private Place root(Place place) {
        Place at = place;
        while (!parent.computeIfAbsent(at, p -> p).equals(at)) {
            at = parent.get(at);
        }
        return at;
    }

    /** All groups, each by version and segment, in the order of their first places. */
    List<List<Place>> all() {
        List<Place> places = new ArrayList<>(parent.keySet());
        places.sort(Comparator.comparingInt(Place::version).thenComparingInt(Place::segment));
        Map<Place, List<Place>> groups = new LinkedHashMap<>();
        places.forEach(
                place -> groups.computeIfAbsent(root(place), key -> new ArrayList<>()).add(place));
        return List.copyOf(groups.values());
    }
}
