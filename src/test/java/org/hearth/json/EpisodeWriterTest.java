package org.hearth.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.EpisodeClaims;
import org.junit.jupiter.api.Test;

/** Episodes as JSON; the claims are synthetic. */
class EpisodeWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXPECTED = Path.of("src/test/resources/episode/episode-2018.json");

    @Test
    void theSampleIsWrittenInEveryMember() throws IOException {
        EpisodeAnswer answer = EpisodeClaims.answer(Files.readString(EpisodeClaims.SAMPLE));
        ObjectNode written = (ObjectNode) JSON.readTree(EpisodeWriter.indented(answer));

        // an evaluation is written as by itself; which ruleset it is changes with every rule
        written.remove("ruleset");
        int at = 0;
        for (JsonNode claim : written.at("/episodes/0/claims")) {
            assertThat(((ObjectNode) claim).remove("evaluation"))
                    .isEqualTo(JSON.readTree(EvaluationWriter.line(
                            answer.episodes().get(0).claims().get(at++).evaluation())));
        }
        assertThat(written).isEqualTo(JSON.readTree(Files.readString(EXPECTED)));
    }

    @Test
    void nothingOfTheBeneficiaryIsWritten() throws IOException {
        String written = EpisodeWriter.indented(EpisodeClaims.answer(Files.readString(EpisodeClaims.SAMPLE)));

        assertThat(written).doesNotContain("1EG4TE5MK73").doesNotContain("EXAMPLE");
    }

    @Test
    void theSameClaimsGiveTheSameBytes() throws IOException {
        String claims = Files.readString(EpisodeClaims.SAMPLE);

        assertThat(EpisodeWriter.indented(EpisodeClaims.answer(claims)))
                .isEqualTo(EpisodeWriter.indented(EpisodeClaims.answer(claims)))
                .endsWith("}\n");
    }

    @Test
    void aClaimThatCannotBeReadCostsItselfAlone() throws IOException {
        String claims = Files.readString(EpisodeClaims.SAMPLE) + "{\"claimId\":\"BAD\"}\n";
        JsonNode written = JSON.readTree(EpisodeWriter.indented(EpisodeClaims.answer(claims)));

        assertThat(written.at("/episodes/0/claims")).hasSize(3);
        assertThat(written.at("/problems")).hasSize(1);
        assertThat(written.at("/problems/0/claimId").asText()).isEqualTo("BAD");
        assertThat(written.at("/whole").asBoolean()).isTrue();
    }
}
