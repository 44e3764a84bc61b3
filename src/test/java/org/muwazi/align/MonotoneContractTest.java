package org.muwazi.align;

/** The monotone aligner keeps the contract. */
class MonotoneContractTest extends SentenceAlignerContract {

    @Override
    Alignment align(SyntheticStory source, SyntheticStory target) {
        return EmbeddingAligner.align(
                source.document(),
                source.vectors(),
                target.document(),
                target.vectors(),
                PARAMETERS);
    }
}
