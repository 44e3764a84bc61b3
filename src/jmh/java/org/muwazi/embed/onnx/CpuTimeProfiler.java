package org.muwazi.embed.onnx;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Milliseconds of processor time a call, all threads of the process together. Unlike the time on
 * the clock it hardly depends on what else the machine is doing.
 */
public final class CpuTimeProfiler implements InternalProfiler {

    /** Label of the result. */
    static final String LABEL = "cpu";

    private final OperatingSystemMXBean process =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private long before;

    @Override
    public String getDescription() {
        return "processor time of the process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = process.getProcessCpuTime();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double milliseconds = (process.getProcessCpuTime() - before) / 1e6;
        return List.of(
                new ScalarResult(
                        LABEL,
                        milliseconds / result.getMetadata().getAllOps(),
                        "ms/op",
                        AggregationPolicy.AVG));
    }
}
