package org.muwazi.embed.onnx;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/*
 * Two of the libraries report their use unless told not to.
 *
 * DJL may ask a cloud metadata address once a day; two system properties forbid it.
 *
 * ONNX Runtime has an uploader of its own on Linux and macOS from 1.29.0 on (pull request 27379 of its
 * repository). It starts with the runtime, reads the machine's id and the command line, keeps a data
 * base in the user's cache folder, and searches the command line by recursion, which overflows the
 * stack of a Java thread once that line has some 4,000 characters: a long class path ends the
 * process. Only the environment variable ORT_DISABLE_TELEMETRY forbids all of that, and Java cannot
 * set one for its own process, so the C library is asked to. Versions up to 1.28.0 have no uploader
 * and ignore the variable. On Windows events go to the system's tracing, not to the network.
 *
 * Pinned by EncoderProcessTest.
 */
/** Keeps the libraries behind the encoder from the network. */
final class OfflineRuntime {

    private OfflineRuntime() {}

    /** Forbids DJL's report; to be called before its first use. Calling again changes nothing. */
    static void silenceDjl() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // One engine only: looking for a second one on the class path costs start-up time.
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
    }

    /**
     * Forbids ONNX Runtime's report; to be called before its library is loaded. Calling again
     * changes nothing.
     *
     * @throws IllegalStateException if the environment of this process cannot be changed
     */
    static void silenceOnnxRuntime() {
        NativeEnvironment.check();
    }

    /** Once in the life of a process, before the native runtime reads its environment. */
    private static final class NativeEnvironment {

        private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

        private static final boolean SET = "1".equals(System.getenv(VARIABLE)) || setVariable();

        static void check() {
            if (!SET) {
                throw new IllegalStateException(
                        "cannot set "
                                + VARIABLE
                                + "; set it to 1 in the environment, so that ONNX Runtime does not"
                                + " report its use");
            }
        }

        private static boolean setVariable() {
            return Platform.isWindows()
                    || Native.load("c", CLibrary.class).setenv(VARIABLE, "1", 1) == 0;
        }
    }

    /** Of the C library, POSIX. */
    private interface CLibrary extends Library {
        int setenv(String name, String value, int overwrite);
    }
}
