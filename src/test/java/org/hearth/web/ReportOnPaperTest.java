package org.hearth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearth.batch.Batch;
import org.hearth.batch.Defects;
import org.hearth.batch.Format;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report as it is saved and printed: whole, a claim a page. Synthetic data. */
@Tag("browser")
class ReportOnPaperTest {

    private static final int CLAIMS = 60;
    private static final int FAILING = 40;

    @TempDir
    Path temporary;

    private Path chromium;

    @BeforeEach
    void tools() {
        chromium = Browser.program().orElse(null);
        assumeTrue(chromium != null, "no chromium on this machine: the report is not printed");
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pdftotext"))),
                "no pdftotext on this machine: what is printed is not read");
    }

    /** Of every three claims the last is clean. */
    private static String claims() throws IOException {
        String failing = Http.claim();
        String clean = Files.readString(Path.of("src/main/resources/samples/home-health-2025.ndjson"))
                .lines()
                .findFirst()
                .orElseThrow();
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= CLAIMS; number++) {
            String claim = (number % 3 == 0 ? clean : failing).replaceAll("\\s*\\n\\s*", " ");
            // each of another member, so that none is a duplicate
            lines.add(claim.replaceFirst("\"claimId\": ?\"[^\"]*\"", "\"claimId\": \"PAPER%03d\"".formatted(number))
                    .replaceFirst(
                            "\"beneficiaryId\": ?\"[^\"]*\"",
                            "\"beneficiaryId\": \"1EG4TE5MK%02d\"".formatted(number)));
        }
        return String.join("\n", lines);
    }

    @Test
    void everyClaimIsPrintedAndEachFailingOneOnAPageOfItsOwn() throws Exception {
        StringBuilder report = new StringBuilder();
        try (Batch batch = new Batch(
                Rulesets.evaluator()::evaluate, Defects::problem, Format.HTML.to(report, new StringBuilder()), 1)) {
            batch.run(batch.open(new ByteArrayInputStream(claims().getBytes(StandardCharsets.UTF_8)), "claims.ndjson"));
            batch.finish();
        }
        Path page = Files.writeString(temporary.resolve("report.html"), report);
        Path pdf = temporary.resolve("report.pdf");
        try (Browser browser = new Browser(chromium, Files.createDirectory(temporary.resolve("profile")))) {
            browser.open(page.toUri().toString());
            Files.write(
                    pdf,
                    Base64.getDecoder()
                            .decode(browser.call("Page.printToPDF", Map.of("preferCSSPageSize", true))
                                    .path("data")
                                    .asText()));
            assertThat(browser.complaints()).isEmpty();
        }
        List<String> pages = pages(pdf);

        String all = String.join("\n", pages);
        for (int number = 1; number <= CLAIMS; number++) {
            assertThat(all).contains("PAPER%03d".formatted(number));
        }
        assertThat(pages.get(0))
                .contains("60 claims checked: 20 clean, 40 with errors")
                .doesNotContain("No. 1 Claim");
        List<String> sections = pages.stream()
                .filter(text -> text.contains("No. ") && text.contains("Claim PAPER"))
                .toList();
        assertThat(sections).hasSize(FAILING);
        assertThat(sections).allMatch(text -> text.split("Claim PAPER", -1).length == 2);
        assertThat(sections).allMatch(text -> text.contains("HHT-301") && text.contains("Fix"));
    }

    private static List<String> pages(Path pdf) throws Exception {
        Process reading = new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-")
                .redirectErrorStream(true)
                .start();
        String text = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor()).isZero();
        return List.of(text.split("\f"));
    }
}
