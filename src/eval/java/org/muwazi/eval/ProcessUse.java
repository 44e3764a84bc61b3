package org.muwazi.eval;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has used of the machine so far. */
public final class ProcessUse {

    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessUse() {}

    /**
     * Processor time of all threads; other programs on the machine do not show in it as they do on
     * the clock.
     */
    public static long cpuNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Peak resident memory in MiB; -1 where the system does not tell. */
    public static long peakMebibytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return -1;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(-1);
    }
}
