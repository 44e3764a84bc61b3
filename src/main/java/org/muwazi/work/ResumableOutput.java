package org.muwazi.work;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.muwazi.text.ContentHash;
import org.muwazi.text.MalformedInputException;

/**
 * Output of a run that reads lines in order and writes something for each: a run that was stopped
 * goes on where it was, and the output appears under its name only when it is complete.
 *
 * <p>Until then it lies in the folder {@code NAME.partial}: {@code lines} is the output so far,
 * {@code state} an {@link OutputState}, replaced after the output was forced to the disk. What
 * stands behind the state in the output, such as half a line, is cut off by the next run. That one
 * reads the input from its beginning and refuses other lines than those that are done, and other
 * settings.
 *
 * <p>One run at a time: the folder is locked. Not thread-safe.
 */
public final class ResumableOutput implements Closeable {

    /** What is behind the name of the output for its folder. */
    public static final String SUFFIX = ".partial";

    private static final String RUN = "output";
    private static final String LINES = "lines";
    private static final String STATE = "state";

    /**
     * Forcing a disk takes some milliseconds: a run of thousands of lines a second is not slowed.
     */
    private static final long EVERY_NANOSECONDS = 2_000_000_000L;

    private final Path target;
    private final WorkFolder work;
    private final Consumer<String> notes;
    private final FileChannel lines;
    private final OutputState begun;
    private final MessageDigest input = ContentHash.sha256();
    private final MessageDigest output;
    private final Writer writer;
    private long seen;
    private OutputState saved;
    private long savedAt = System.nanoTime();

    /** Where an output goes, where it lies until then, and who is told. */
    private record Place(Path target, WorkFolder work, Consumer<String> notes) {}

    private ResumableOutput(Place place, FileChannel lines, OutputState begun) {
        this.target = place.target();
        this.work = place.work();
        this.notes = place.notes();
        this.lines = lines;
        this.begun = begun;
        this.saved = begun;
        this.output = ContentHash.sha256();
        this.writer =
                new BufferedWriter(new OutputStreamWriter(new Appender(), StandardCharsets.UTF_8));
    }

    /** The folder that an output is kept in until it is complete. */
    public static Path folder(Path target) {
        return target.resolveSibling(target.getFileName() + SUFFIX);
    }

    /** Forgets what a stopped run left for an output. */
    public static void forget(Path target) throws IOException {
        if (Files.isDirectory(folder(target))) {
            WorkFolder.of(folder(target), RUN).discard();
        }
    }

    /**
     * Begins an output, or goes on with one.
     *
     * @param target no folder; links are followed
     * @param settings all that decides on the output beside the input; short values are named in
     *     messages
     * @param notes is told in one line each that it goes on, or that what was kept is damaged
     * @throws MalformedInputException if it was begun with other settings, or is in use
     * @throws IOException one line, if the place cannot be written
     */
    public static ResumableOutput open(
            Path target, Map<String, String> settings, Consumer<String> notes) throws IOException {
        Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        WorkFolder work = WorkFolder.of(folder(real), RUN);
        try {
            boolean interrupted = Files.exists(work.file(STATE)) && Files.exists(work.file(LINES));
            Optional<OutputState> kept =
                    interrupted ? OutputState.read(work.file(STATE)) : Optional.empty();
            OutputState begun = kept.orElse(OutputState.begin(settings));
            begun.requireSame(settings, folder(real));
            FileChannel lines =
                    FileChannel.open(
                            work.file(LINES),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            ResumableOutput output =
                    new ResumableOutput(new Place(real, work, notes), lines, begun);
            boolean sound = kept.isPresent() == interrupted && output.restored();
            return sound ? output : output.anew(settings);
        } catch (IOException | MalformedInputException e) {
            work.close();
            throw e;
        }
    }

    /** Reads the output so far; false where it is not what the state says. */
    private boolean restored() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long at = 0;
        while (at < begun.bytes()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), begun.bytes() - at));
            int count = lines.read(buffer, at);
            if (count < 0) {
                return false;
            }
            output.update(buffer.flip());
            at += count;
        }
        if (!hex(output).equals(begun.output())) {
            return false;
        }
        lines.truncate(begun.bytes());
        lines.position(begun.bytes());
        return true;
    }

    private ResumableOutput anew(Map<String, String> settings) throws IOException {
        notes.accept(folder(target) + ": damaged; beginning anew");
        lines.truncate(0);
        lines.position(0);
        Files.deleteIfExists(work.file(STATE));
        return new ResumableOutput(
                new Place(target, work, notes), lines, OutputState.begin(settings));
    }

    /** Lines of input that an earlier run did. */
    public long done() {
        return begun.lines();
    }

    /**
     * Takes note of the next line of input.
     *
     * @return true where its output is to be written, false where that was done
     * @throws MalformedInputException after the last line that was done, if they were other lines
     */
    public boolean see(String line) {
        input.update(line.getBytes(StandardCharsets.UTF_8));
        input.update((byte) '\n');
        seen++;
        if (seen == begun.lines()) {
            if (!hex(input).equals(begun.input())) {
                throw other("the first " + seen + " lines of the input were others then");
            }
            notes.accept("going on after " + seen + " lines, from " + folder(target));
        }
        return seen > begun.lines();
    }

    private MalformedInputException other(String what) {
        return new MalformedInputException(
                folder(target).toString(),
                what + "; give --restart to begin anew, or name another output");
    }

    /** Where output is appended; UTF-8, not to be closed. */
    public Writer writer() {
        return writer;
    }

    /**
     * Makes all lines seen so far done, if some seconds have passed; call it where their output is
     * written.
     */
    public void checkpoint() throws IOException {
        if (System.nanoTime() - savedAt > EVERY_NANOSECONDS) {
            save();
        }
    }

    /** Makes all lines seen so far done, now. */
    public void save() throws IOException {
        try {
            writer.flush();
            lines.force(true);
            OutputState state =
                    new OutputState(
                            seen, lines.position(), hex(input), hex(output), begun.settings());
            WorkFolder.replace(work.file(STATE), state::write);
            saved = state;
            savedAt = System.nanoTime();
        } catch (IOException e) {
            throw cannotBeWritten(e);
        }
    }

    /**
     * Puts the output in its place.
     *
     * @throws MalformedInputException if the input ended before the lines that are done
     * @throws IOException one line, if that fails; what was kept is kept
     */
    public void complete() throws IOException {
        if (seen < begun.lines()) {
            throw other("the input had more than " + seen + " lines then");
        }
        try {
            writer.flush();
            lines.force(true);
            lines.close();
            WorkFolder.rename(work.file(LINES), target);
        } catch (IOException e) {
            throw cannotBeWritten(e);
        }
        work.discard();
    }

    private NamedException cannotBeWritten(IOException e) {
        if (e instanceof NamedException named) {
            return named;
        }
        return new NamedException(
                target
                        + ": cannot be written: "
                        + e.getMessage()
                        + " ("
                        + saved.lines()
                        + " lines are kept in "
                        + folder(target)
                        + ")",
                e);
    }

    /** Says already which output it is about. */
    private static final class NamedException extends IOException {

        private static final long serialVersionUID = 1L;

        NamedException(String message, IOException cause) {
            super(message, cause);
        }
    }

    /** Frees the folder; it goes where no line is done, and where the output is complete. */
    @Override
    public void close() throws IOException {
        lines.close();
        if (saved.lines() == 0) {
            work.discard();
        } else {
            work.close();
        }
    }

    // A copy is finished, so that the digest itself can go on.
    private static String hex(MessageDigest digest) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of this Java cannot be copied", e);
        }
    }

    /** Writes to the file and its digest. */
    private final class Appender extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
            try {
                while (left.hasRemaining()) {
                    lines.write(left);
                }
            } catch (IOException e) {
                throw cannotBeWritten(e);
            }
            output.update(bytes, offset, length);
        }
    }
}
