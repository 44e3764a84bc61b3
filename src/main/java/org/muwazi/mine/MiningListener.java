package org.muwazi.mine;

/** Is told how a mining run goes. Each method may be called from any thread, one at a time. */
public interface MiningListener {

    /** The parts of a run that take time. */
    enum Stage {
        /** Counted in sentences. */
        ENCODING_SOURCE,
        /** Counted in sentences. */
        ENCODING_TARGET,
        /** Counted in pairs of sentences. */
        SEARCHING
    }

    /** A stage begins that has so many steps. */
    void begin(Stage stage, long steps);

    /** Steps of the stage are done. */
    void step(long steps);

    /** Something a person should know, such as work that could not be taken up. */
    void say(String message);

    /** Tells nobody. */
    static MiningListener silent() {
        return new MiningListener() {
            @Override
            public void begin(Stage stage, long steps) {}

            @Override
            public void step(long steps) {}

            @Override
            public void say(String message) {}
        };
    }
}
