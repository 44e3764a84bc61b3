package org.muwazi.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muwazi.text.ContentHash;
import org.muwazi.text.Signature;
import org.muwazi.text.TranslationUnit;
import org.muwazi.work.EntryStore;

/**
 * Remembers judgements by content, so that a pair met again, in the same call, later or in another
 * run, is not judged again.
 *
 * <p>The key is the SHA-256 of both texts, both languages, the estimator's signature and the build;
 * the texts themselves are not kept, but the words that findings quote are. What comes out is what
 * the estimator gave, to the last bit. As thread-safe as estimator and store are.
 */
public final class CachingEstimator implements QualityEstimator {

    private final QualityEstimator estimator;
    private final EntryStore store;
    private final String question;

    /**
     * Remembers in a store.
     *
     * @param build what else decides on the numbers and is not in the signature: the program
     */
    public CachingEstimator(QualityEstimator estimator, EntryStore store, String build) {
        this.estimator = estimator;
        this.store = store;
        // The signature is long; hashed once, it costs little in each key.
        ContentHash asked = ContentHash.of("estimate", estimator.signature().toString(), build);
        this.question = asked.toString();
    }

    @Override
    public List<QualityEstimate> estimate(List<TranslationUnit> units) {
        List<ContentHash> keys = new ArrayList<>(units.size());
        // Kept here until the end: the store may forget at any time.
        Map<ContentHash, QualityEstimate> known = new HashMap<>();
        Map<ContentHash, TranslationUnit> missing = new LinkedHashMap<>();
        for (TranslationUnit unit : units) {
            ContentHash key = key(unit);
            keys.add(key);
            if (!known.containsKey(key) && !missing.containsKey(key)) {
                Optional<QualityEstimate> kept =
                        store.find(key).flatMap(bytes -> EstimateBytes.read(bytes, signature()));
                if (kept.isPresent()) {
                    known.put(key, kept.get());
                } else {
                    missing.put(key, unit);
                }
            }
        }
        judge(missing, known);
        return keys.stream().map(known::get).toList();
    }

    private void judge(
            Map<ContentHash, TranslationUnit> missing, Map<ContentHash, QualityEstimate> known) {
        if (missing.isEmpty()) {
            return;
        }
        List<QualityEstimate> judged = estimator.estimate(List.copyOf(missing.values()));
        Map<ContentHash, byte[]> added = new LinkedHashMap<>();
        int next = 0;
        for (ContentHash key : missing.keySet()) {
            QualityEstimate estimate = judged.get(next++);
            known.put(key, estimate);
            added.put(key, EstimateBytes.write(estimate));
        }
        store.add(added);
    }

    private ContentHash key(TranslationUnit unit) {
        return ContentHash.of(
                question,
                unit.source().language().iso639_1(),
                unit.source().text(),
                unit.target().language().iso639_1(),
                unit.target().text());
    }

    /** That of the estimator: remembering changes no number. */
    @Override
    public Signature signature() {
        return estimator.signature();
    }
}
