package org.muwazi.score;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.muwazi.text.Signature;
import org.muwazi.text.Span;

/**
 * An estimate as bytes and back, to the last bit. The signature is left out: it is part of the key
 * that the bytes are kept under. Kinds, severities and verdicts go by their labels, so that a new
 * one in between changes no old bytes.
 */
final class EstimateBytes {

    /** Changes when the layout does. */
    private static final int LAYOUT = 1;

    private EstimateBytes() {}

    static byte[] write(QualityEstimate estimate) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeDouble(estimate.score());
            out.writeUTF(estimate.verdict().label());
            out.writeInt(estimate.findings().size());
            for (Finding finding : estimate.findings()) {
                write(finding, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Finding finding, DataOutputStream out) throws IOException {
        out.writeUTF(finding.kind().label());
        out.writeInt(finding.version());
        out.writeInt(finding.span().start());
        out.writeInt(finding.span().end());
        out.writeUTF(finding.severity().label());
        out.writeDouble(finding.confidence());
        writeText(finding.evidence(), out);
        ExplanationBytes.write(finding.explanation(), out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @return empty for another layout, or labels that are not known any more
     */
    static Optional<QualityEstimate> read(byte[] bytes, Signature signature) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != LAYOUT) {
                return Optional.empty();
            }
            double score = in.readDouble();
            Verdict verdict = one(Verdict.values(), Verdict::label, in.readUTF());
            int count = in.readInt();
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                findings.add(finding(in));
            }
            return Optional.of(new QualityEstimate(score, verdict, findings, signature));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Finding finding(DataInputStream in) throws IOException {
        Finding.Kind kind = one(Finding.Kind.values(), Finding.Kind::label, in.readUTF());
        int version = in.readInt();
        Span span = new Span(in.readInt(), in.readInt());
        Severity severity = one(Severity.values(), Severity::label, in.readUTF());
        double confidence = in.readDouble();
        String evidence = readText(in);
        return new Finding(
                kind, version, span, severity, confidence, evidence, ExplanationBytes.read(in));
    }

    private static <T> T one(T[] values, Function<T, String> label, String wanted) {
        for (T value : values) {
            if (label.apply(value).equals(wanted)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown label " + wanted);
    }

    // Not writeUTF, which ends at 64 KiB: the evidence may be a whole side.
    static void writeText(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || 2L * length > in.available()) {
            throw new IllegalArgumentException("text of length " + length + " is not there");
        }
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
    }
}
