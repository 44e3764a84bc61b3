package org.muwazi.align;

import java.util.Arrays;

/** The aligner of three versions, with its pass for what moved, keeps the contract. */
class MovedStoryContractTest extends StoryAlignerContract {

    @Override
    StoryAlignment align(SyntheticStory... versions) {
        return new MovedStoryAligner(AlignmentParameters.standard())
                .align(
                        Arrays.stream(versions).map(SyntheticStory::document).toList(),
                        Arrays.stream(versions).map(SyntheticStory::vectors).toList());
    }
}
