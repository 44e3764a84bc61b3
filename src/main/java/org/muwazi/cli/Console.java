package org.muwazi.cli;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.muwazi.write.AtomicFiles;

/**
 * The three streams of a process: data go to {@code out}, everything said to people while working
 * goes to {@code err}, both in UTF-8 whatever the locale.
 *
 * @param in standard input
 * @param out standard output, bytes
 * @param err standard error
 * @param outTerminal true where a person looks at {@code out}: colour is allowed
 * @param errTerminal true where a person looks at {@code err}: a progress bar is allowed
 */
record Console(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean outTerminal,
        boolean errTerminal) {

    /** Standard output cannot be written: the reader is gone, or the disk is full. */
    static final class OutputException extends IOException {

        private static final long serialVersionUID = 1L;

        OutputException(IOException cause) {
            super("standard output: cannot be written: " + cause.getMessage(), cause);
        }

        /** True where the reader of a pipe has had enough, as {@code head} does. */
        boolean isClosedPipe() {
            String message = String.valueOf(getCause().getMessage());
            return message.contains("Broken pipe") || message.contains("Pipe closed");
        }
    }

    /** Streams with {@code err} in UTF-8 and lines that appear when they are printed. */
    static Console of(
            InputStream in,
            OutputStream out,
            OutputStream err,
            boolean outTerminal,
            boolean errTerminal) {
        return new Console(
                in,
                new Guarded(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                outTerminal,
                errTerminal);
    }

    /** Says one line to people; what would break the line or steer a terminal is escaped. */
    void say(String line) {
        err.print(Visible.line("muwazi: " + line) + "\n");
    }

    /** Writes text to standard output and flushes it. */
    void write(AtomicFiles.Content content) throws IOException {
        // Not closed: standard output outlives the command.
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        content.writeTo(writer);
        writer.flush();
    }

    /** Tells a failure of the output from one of the input it is made of. */
    private static final class Guarded extends FilterOutputStream {

        Guarded(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            try {
                out.write(b);
            } catch (IOException e) {
                throw new OutputException(e);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new OutputException(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw new OutputException(e);
            }
        }
    }
}
