package org.muwazi.align;

import java.util.Arrays;

/** The aligner of three versions, in order alone, keeps the contract. */
class JointStoryContractTest extends StoryAlignerContract {

    @Override
    StoryAlignment align(SyntheticStory... versions) {
        return new StoryAligner(AlignmentParameters.standard())
                .align(
                        Arrays.stream(versions).map(SyntheticStory::document).toList(),
                        Arrays.stream(versions).map(SyntheticStory::vectors).toList());
    }
}
