package org.hearth.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.hearth.batch.Intake;
import org.hearth.json.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part without a claim: nobody's data. */
class PartOutputTest {

    @TempDir
    private Path folder;

    @Test
    void aPartIsNotJudgedByLessThanOthers() throws Exception {
        Staging.Attempt attempt = new Staging.Attempt(
                folder.resolve("answer").toString(), "one", LocalFiles.in(new Configuration(false)));
        Acknowledging none = new Acknowledging(Set.of(), 1, Instant.EPOCH, ZoneOffset.UTC);
        Intake.End end = new Intake.End(null, null, List.of(new Problem("", null, "lost", "x")));
        try (PartOutput output = new PartOutput(new Part(), 0, none, attempt, null)) {
            assertThatThrownBy(() -> output.end(end))
                    .hasMessage("the past of claims found no room in the folder for temporary files");
        }
    }
}
