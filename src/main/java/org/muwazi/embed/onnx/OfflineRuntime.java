package org.muwazi.embed.onnx;

/**
 * Keeps DJL from the network. Left alone it may ask a cloud metadata address once a day and report
 * its use; both properties are read when its first class is loaded.
 */
final class OfflineRuntime {

    private OfflineRuntime() {}

    /** To be called before the first use of DJL; calling again changes nothing. */
    static void enforce() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // One engine only: looking for a second one on the class path costs start-up time.
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
    }
}
