package org.muwazi.cli;

import org.muwazi.mine.Margin;

/** The margins of {@code muwazi mine}. */
final class Margins extends Choices<Margin> {

    Margins() {
        super("margin", Margin.class);
    }
}
