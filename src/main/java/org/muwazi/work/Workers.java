package org.muwazi.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed number of threads for work that holds native memory or files: nothing of a call goes on
 * after it has failed, and closing waits until what is under way is over.
 */
public final class Workers implements AutoCloseable {

    private final ExecutorService threads;

    /**
     * Threads that do not keep the process alive.
     *
     * @param threads at least 1
     * @param name the beginning of their names
     */
    public Workers(int threads, String name) {
        this.threads = Executors.newFixedThreadPool(threads, daemons(name));
    }

    /** Makes threads that do not keep the process alive, named and numbered from 1. */
    public static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Does all tasks.
     *
     * @return results in the order of the tasks
     * @throws CancellationException if the calling thread is interrupted
     */
    public <T> List<T> runAll(List<Callable<T>> tasks) {
        List<Future<T>> futures = tasks.stream().map(threads::submit).toList();
        List<T> results = new ArrayList<>(futures.size());
        try {
            for (Future<T> future : futures) {
                results.add(await(future));
            }
            return results;
        } finally {
            // After a failure or an interrupt nothing of this call may go on, least of all use
            // native memory. Cancelling what has finished does nothing.
            futures.forEach(future -> future.cancel(false));
        }
    }

    /**
     * The result of a task; what it threw unchecked is thrown again.
     *
     * @throws CancellationException if the calling thread is interrupted
     */
    public static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits until tasks under way are over: they must not lose the memory they work on. */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        boolean done = false;
        while (!done) {
            try {
                done = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
