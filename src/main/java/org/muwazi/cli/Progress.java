package org.muwazi.cli;

import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.muwazi.embed.SentenceEncoder;

/** A bar on standard error where a person looks at it and the work is long; else nothing. */
final class Progress implements AutoCloseable {

    /**
     * Work of a few seconds needs no bar: the default encoder does some 1,000 sentences a second.
     */
    private static final long LONG = 3_000;

    /** Unknown amount of work, such as a pipe. */
    static final long UNKNOWN = -1;

    private static final int AT_ONCE = 512;
    private static final int WIDTH = 72;

    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * A bar for a task.
     *
     * @param amount number of steps, {@link #UNKNOWN} where it cannot be told
     */
    static Progress of(Console console, String task, long amount) {
        boolean shown = console.errTerminal() && (amount == UNKNOWN || amount >= LONG);
        return new Progress(shown ? bar(console, task, amount) : null);
    }

    private static ProgressBar bar(Console console, String task, long amount) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(amount)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), WIDTH))
                .build();
    }

    /** Counts steps that are done. */
    void step(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    /**
     * Encodes piece by piece for the cache of the encoder; without a bar the caller's one call is
     * quicker.
     */
    void encode(SentenceEncoder encoder, List<String> texts) {
        if (bar == null) {
            return;
        }
        for (int start = 0; start < texts.size(); start += AT_ONCE) {
            List<String> some = texts.subList(start, Math.min(texts.size(), start + AT_ONCE));
            encoder.encode(some);
            step(some.size());
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
