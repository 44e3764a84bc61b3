package org.muwazi.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muwazi.text.Language;
import org.muwazi.text.SetAside;
import org.muwazi.text.SourceText;

class StoryReaderTest {

    private final StoryReader reader = new StoryReader();

    @Test
    void setsAsideShareButtonsAndRelatedHeadlinesOfACopiedPage() {
        SourceText read =
                reader.read(
                        """
                        Harbour pilots vote to end their strike
                        Share Save Print
                        The pilots of the northern harbour voted on Monday to end a strike of days.
                        Forty ships had been waiting outside the breakwater, the harbour said.
                        12 comments
                        Related articles
                        Fishermen fear a cold spring
                        """,
                        "harbour.txt",
                        Optional.empty(),
                        ReadOptions.standard());

        assertThat(read.document().language()).isEqualTo(Language.ENGLISH);
        assertThat(read.document().id()).isEqualTo("harbour");
        assertThat(read.setAside().stream().map(SetAside::reason).toList())
                .isEqualTo(
                        List.of(
                                SetAside.Reason.SHARING,
                                SetAside.Reason.COMMENTS,
                                SetAside.Reason.RELATED,
                                SetAside.Reason.RELATED));
    }
}
