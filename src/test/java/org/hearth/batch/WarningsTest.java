package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearth.report.Tally;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a payer may not take of a file that was read reaches its sender in every format. */
class WarningsTest {

    private static final String MESSAGE =
            "segment ST at position 1, element 3: version `005010X223` was read as `005010X223A2`";

    private final AnswerText out = new AnswerText();
    private final StringBuilder notes = new StringBuilder();

    private Tally judge(Format format, String file) throws IOException {
        try (Batch batch = new Batch(Rulesets.evaluator()::evaluate, Defects::problem, out.of(format, notes), 2)) {
            batch.run(batch.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "bare.edi"));
            return batch.finish();
        }
    }

    private static String sample() throws IOException {
        return Files.readString(Path.of("src/main/resources/samples/home-health-0329.edi"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aBareVersionIsToldAndIsNoProblem(Format format) throws IOException {
        Tally tally = judge(format, sample().replace("005010X223A2", "005010X223"));

        assertThat(tally.whole()).isTrue();
        assertThat(tally.problems()).isZero();
        switch (format) {
            case TEXT -> assertThat(out.read()).contains("`bare.edi`: 1 warning\nwarning: " + MESSAGE);
            case HTML -> assertThat(out.read()).contains("<li class=\"warning\"><strong>warning</strong>");
            case NDJSON -> assertThat(out.read()).contains("\"whole\":true,\"warnings\":[{\"file\":\"bare.edi\"");
            case XLSX -> assertThat(out.read()).contains("version `005010X223` was read as `005010X223A2`");
            default ->
                assertThat(notes.toString())
                        .startsWith("hearth: `bare.edi`, warning: ")
                        .hasLineCount(1);
        }
    }

    @Test
    void problemsBeyondTheFirstAreCounted() throws IOException {
        StringBuilder sets = new StringBuilder();
        for (int set = 1; set <= 23; set++) {
            sets.append("ST*270*%04d*005010X279A1~\nSE*2*%04d~\n".formatted(set, set));
        }
        String file = sample();
        file = file.substring(0, file.indexOf("ST*")) + sets + "GE*23*1~\nIEA*1*1~\n";

        judge(Format.TEXT, file);

        assertThat(out.read().lines().filter(line -> line.startsWith("error: ")))
                .hasSize(21);
        assertThat(out.read()).matches("(?s).*error: and [1-9][0-9]* more problems\\n.*");
    }
}
