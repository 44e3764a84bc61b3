package org.muwazi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line run in this process, with what it left on its streams. */
final class Run {

    /** Loads in no time; its vectors mean little. */
    static final Path TINY = Path.of("src/test/resources/models/tiny");

    private final int code;
    private final byte[] bytes;
    private final String err;

    private Run(int code, byte[] bytes, String err) {
        this.code = code;
        this.bytes = bytes;
        this.err = err;
    }

    static Run of(Object... args) {
        return withInput("", args);
    }

    static Run withInput(String input, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Main.run(
                        strings(args),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        err);
        return new Run(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    /** The same with the tiny model. */
    static Run tiny(Object... args) {
        return of(withTiny(args));
    }

    static Object[] withTiny(Object... args) {
        List<Object> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--model", TINY));
        return all.toArray();
    }

    static String[] strings(Object... args) {
        String[] strings = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            strings[i] = args[i].toString();
        }
        return strings;
    }

    int code() {
        return code;
    }

    /** What went to standard output. */
    byte[] bytes() {
        return bytes.clone();
    }

    String err() {
        return err;
    }

    String out() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** One line on standard error that says this, nothing on standard output. */
    void failsWith(int expected, String... parts) {
        assertThat(err).startsWith("muwazi: ").endsWith("\n").contains(parts);
        assertThat(err.lines()).as("one line, no stack trace").hasSize(1);
        assertThat(code).as(err).isEqualTo(expected);
        assertThat(out()).isEmpty();
    }

    /** Ends well; warnings are allowed. */
    Run succeeds() {
        assertThat(code).as(err).isZero();
        return this;
    }
}
