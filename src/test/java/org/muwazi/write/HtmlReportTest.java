package org.muwazi.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    @Test
    void ferryReportIsWrittenAsTheGoldenFileSays() throws IOException {
        String html = Write.toText(out -> HtmlReport.write(StoryFixture.read("ferry"), out));
        Files.writeString(Path.of("target", "ferry-report.html"), html);
    }
}
