package org.muwazi.eval.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muwazi.embed.Embeddings;
import org.muwazi.embed.SentenceEncoder;
import org.muwazi.text.Signature;

/**
 * Baseline: cosine of the two sentences. Asked about any language, also those the encoder was not
 * made for; a side without text has cosine 0.
 */
final class CosineScorer implements PairScorer {

    private static final int BLOCK = 256;

    private final String name;
    private final SentenceEncoder encoder;

    CosineScorer(String name, SentenceEncoder encoder) {
        this.name = name;
        this.encoder = Objects.requireNonNull(encoder, "encoder");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean marksWords() {
        return false;
    }

    @Override
    public List<Judgement> judge(List<TextPair> pairs) {
        List<Judgement> judgements = new ArrayList<>(pairs.size());
        for (int at = 0; at < pairs.size(); at += BLOCK) {
            List<TextPair> block = pairs.subList(at, Math.min(pairs.size(), at + BLOCK));
            List<String> texts = new ArrayList<>();
            for (TextPair pair : block) {
                texts.add(pair.source().isBlank() ? "." : pair.source());
                texts.add(pair.target().isBlank() ? "." : pair.target());
            }
            Embeddings vectors = encoder.encode(texts);
            for (int i = 0; i < block.size(); i++) {
                boolean blank = block.get(i).source().isBlank() || block.get(i).target().isBlank();
                double cosine = vectors.cosine(2 * i, vectors, 2 * i + 1);
                judgements.add(new Judgement(blank ? 0 : cosine, List.of()));
            }
        }
        return judgements;
    }

    @Override
    public Signature signature() {
        return new Signature("cosine", Map.of("encoder", encoder.signature().toString()), "1");
    }
}
