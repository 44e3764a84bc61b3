package org.muwazi.align;

import java.util.List;

/** The aligner of stories keeps the contract for two versions. */
class StoryPairContractTest extends SentenceAlignerContract {

    @Override
    Alignment align(SyntheticStory source, SyntheticStory target) {
        return new MovedStoryAligner(PARAMETERS)
                .align(
                        List.of(source.document(), target.document()),
                        List.of(source.vectors(), target.vectors()))
                .pair(0, 1);
    }
}
