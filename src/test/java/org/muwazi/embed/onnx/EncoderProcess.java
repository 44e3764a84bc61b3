package org.muwazi.embed.onnx;

import ai.djl.util.Ec2Utils;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketImpl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * An encoder in a process of its own, for what a test process cannot tell about itself: whether a
 * socket is opened, and how much memory is used at most.
 */
final class EncoderProcess {

    private static final AtomicInteger SOCKETS = new AtomicInteger();

    private EncoderProcess() {}

    /** Starts the process and returns what it prints. */
    static List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx400m");
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(EncoderProcess.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // The build sets these for its own sake; here they would hide what is to be shown.
        builder.environment().remove("OPT_OUT_TRACKING");
        builder.environment().remove("DJL_OFFLINE");
        builder.environment().remove("ORT_DISABLE_TELEMETRY");
        Process process = builder.start();
        String output;
        try (var bytes = process.getInputStream()) {
            output = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
        int exit = process.waitFor();
        if (exit != 0) {
            throw new AssertionError("process ended with " + exit + ": " + output);
        }
        return output.lines().toList();
    }

    /** {@code sockets FOLDER [ANYTHING]}, {@code telemetry} or {@code memory FOLDER CHARACTERS}. */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "sockets" -> {
                countSockets();
                encode(Path.of(arguments[1]), List.of("Rain.", "The river rose."));
                System.out.println("sockets made: " + SOCKETS.get());
                System.out.println("sockets open: " + openSockets());
                System.out.println("offline: " + System.getProperty("ai.djl.offline"));
            }
            case "telemetry" -> {
                countSockets();
                try {
                    Ec2Utils.callHome("OnnxRuntime");
                } catch (RefusedSocketException e) {
                    // As far as it may go.
                }
                System.out.println("sockets made: " + (SOCKETS.get() > 0 ? "some" : "none"));
            }
            default -> {
                String words = "riverministercapitalbridgewater";
                int length = Integer.parseInt(arguments[2]);
                String line = words.repeat(length / words.length() + 1).substring(0, length);
                encode(Path.of(arguments[1]), List.of("Rain."));
                long before = peakMegabytes();
                encode(Path.of(arguments[1]), List.of(line, line.replace("bridge", "bridge ")));
                System.out.println("growth: " + (peakMegabytes() - before));
            }
        }
    }

    private static void encode(Path folder, List<String> sentences) {
        try (OnnxSentenceEncoder encoder = OnnxSentenceEncoder.open(folder, 2)) {
            encoder.encode(sentences);
        }
    }

    @SuppressWarnings("deprecation")
    private static void countSockets() throws IOException {
        Socket.setSocketImplFactory(EncoderProcess::counted);
    }

    private static SocketImpl counted() {
        SOCKETS.incrementAndGet();
        throw new RefusedSocketException();
    }

    private static final class RefusedSocketException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    // The Java runtime keeps a pair of local sockets of its own for file channels.
    private static long openSockets() throws IOException {
        StringBuilder internet = new StringBuilder();
        for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path table = Path.of("/proc/self/net", protocol);
            if (Files.exists(table)) {
                internet.append(Files.readString(table));
            }
        }
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(d -> isListed(d, internet.toString())).count();
        }
    }

    private static boolean isListed(Path descriptor, String internet) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("socket:[")
                    && internet.contains(
                            " " + target.substring("socket:[".length(), target.length() - 1) + " ");
        } catch (IOException e) {
            // Closed since it was listed, as the listing's own descriptor is.
            return false;
        }
    }

    private static long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
