package org.muwazi.score;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.muwazi.score.Explanation.Count;
import org.muwazi.score.Explanation.Examples;
import org.muwazi.score.Explanation.Figure;
import org.muwazi.score.Explanation.LanguageName;
import org.muwazi.score.Explanation.Script;
import org.muwazi.score.Explanation.Value;
import org.muwazi.score.Explanation.Words;
import org.muwazi.text.Language;

/** An explanation as bytes and back: key and values, so that it can be told in any language. */
final class ExplanationBytes {

    private static final char WORDS = 'w';
    private static final char COUNT = 'c';
    private static final char FIGURE = 'f';
    private static final char LANGUAGE = 'l';
    private static final char SCRIPT = 's';
    private static final char EXAMPLES = 'x';

    private ExplanationBytes() {}

    static void write(Explanation explanation, DataOutputStream out) throws IOException {
        out.writeUTF(explanation.key());
        out.writeInt(explanation.values().size());
        for (Value value : explanation.values()) {
            write(value, out);
        }
    }

    private static void write(Value value, DataOutputStream out) throws IOException {
        if (value instanceof Words words) {
            out.writeChar(WORDS);
            EstimateBytes.writeText(words.text(), out);
        } else if (value instanceof Count count) {
            out.writeChar(COUNT);
            out.writeLong(count.number());
        } else if (value instanceof Figure figure) {
            out.writeChar(FIGURE);
            out.writeUTF(figure.number().toString());
        } else if (value instanceof LanguageName name) {
            out.writeChar(LANGUAGE);
            out.writeUTF(name.language().iso639_1());
        } else if (value instanceof Script script) {
            out.writeChar(SCRIPT);
            out.writeUTF(script.name());
        } else if (value instanceof Examples examples) {
            out.writeChar(EXAMPLES);
            out.writeInt(examples.texts().size());
            for (String text : examples.texts()) {
                EstimateBytes.writeText(text, out);
            }
        } else {
            throw new IllegalStateException("no way to write " + value);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if there is no such key, value, language or script any more
     */
    static Explanation read(DataInputStream in) throws IOException {
        String key = in.readUTF();
        int count = in.readInt();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(in));
        }
        return new Explanation(key, values);
    }

    private static Value value(DataInputStream in) throws IOException {
        char kind = in.readChar();
        return switch (kind) {
            case WORDS -> new Words(EstimateBytes.readText(in));
            case COUNT -> new Count(in.readLong());
            case FIGURE -> new Figure(new BigDecimal(in.readUTF()));
            case LANGUAGE -> new LanguageName(Language.of(in.readUTF()).orElseThrow());
            case SCRIPT -> Script.valueOf(in.readUTF());
            case EXAMPLES -> examples(in);
            default -> throw new IllegalArgumentException("unknown value " + kind);
        };
    }

    private static Examples examples(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            texts.add(EstimateBytes.readText(in));
        }
        return new Examples(texts);
    }
}
