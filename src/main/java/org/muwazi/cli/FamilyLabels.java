package org.muwazi.cli;

import org.muwazi.damage.Family;

/** The families of damage, as they are named on the command line. */
final class FamilyLabels extends Choices<Family> {

    FamilyLabels() {
        super("family", Family.class);
    }
}
