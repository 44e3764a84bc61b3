package org.muwazi.cli;

import org.muwazi.mine.MiningListener;

/** Shows a mining run on the console: a bar for each long stage, a line for what is to be known. */
final class MiningProgress implements MiningListener, AutoCloseable {

    /** Pairs that count as one step: a search takes some ten seconds a milliard of pairs. */
    private static final long PAIRS = 100_000;

    private final Console console;
    private Progress progress;
    private long unit = 1;
    private long rest;

    MiningProgress(Console console) {
        this.console = console;
        this.progress = Progress.of(console, "", 0);
    }

    @Override
    public void begin(Stage stage, long steps) {
        close();
        unit = stage == Stage.SEARCHING ? PAIRS : 1;
        rest = 0;
        String task =
                switch (stage) {
                    case ENCODING_SOURCE -> "encoding source";
                    case ENCODING_TARGET -> "encoding target";
                    case SEARCHING -> "searching";
                };
        progress = Progress.of(console, task, steps / unit);
    }

    @Override
    public void step(long steps) {
        rest += steps;
        progress.step(rest / unit);
        rest %= unit;
    }

    @Override
    public void say(String message) {
        console.say(message);
    }

    @Override
    public void close() {
        progress.close();
    }
}
