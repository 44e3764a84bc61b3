package org.muwazi.audit;

import org.muwazi.damage.Family;

/**
 * What an estimator makes of one family of damage. A pair is flagged when its verdict is review or
 * garbled.
 *
 * @param family of damage
 * @param tried clean pairs looked at until there were enough that could be damaged
 * @param flagged damaged pairs that are flagged, of all damaged ones: recall
 * @param garbled damaged pairs that are called garbled
 * @param rightKind damaged pairs with more findings of the family's own kinds than their clean twin
 * @param atPlace damaged pairs with a finding that touches a damaged word, of those that have such
 *     words; where words are only missing there is none
 * @param words damaged words that a finding touches, of all damaged words
 * @param alarms clean twins that are flagged
 * @param fell damaged pairs that score lower than their twin
 * @param drop of the score from the clean to the damaged pair
 */
public record FamilyFigures(
        Family family,
        int tried,
        Proportion flagged,
        Proportion garbled,
        Proportion rightKind,
        Proportion atPlace,
        Proportion words,
        Proportion alarms,
        Proportion fell,
        MeanDrop drop) {

    /** Damaged pairs. */
    public int pairs() {
        return flagged.of();
    }
}
