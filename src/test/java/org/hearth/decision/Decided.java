package org.hearth.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.json.ClaimReader;
import org.hearth.rules.Rulesets;

/** A shipped, synthetic claim, and logs of what is decided of it. */
final class Decided {

    static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Decided() {}

    /** The shipped claim under another number. */
    static Claim claim(String number) {
        try {
            return ClaimReader.read(
                    Files.readString(Path.of("src/main/resources/samples/outpatient-therapy-2018.json"))
                            .replaceFirst("\"claimId\": *\"[^\"]*\"", "\"claimId\": \"" + number + "\"")
                            .getBytes(StandardCharsets.UTF_8),
                    Origin.NONE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static LogSettings settings(Map<String, String> written) {
        return LogSettings.of(written::get).orElseThrow();
    }

    static LogSettings settings(Path folder) {
        return settings(Map.of(LogSettings.LOG, folder.toString(), LogSettings.KEY, KEY));
    }

    /** The judging of a call by the project's own ruleset. */
    static Judging judging(DecisionLog log) {
        return new Watch(Counts.NONE, log).judging(CallKind.BATCH, "this machine", Rulesets.evaluator()::evaluate);
    }

    static JsonNode json(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The lines of a folder's files, in their order. */
    static List<JsonNode> lines(Path folder) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (Path file : FileSink.files(folder)) {
            Files.readAllLines(file).forEach(line -> lines.add(json(line)));
        }
        return lines;
    }

    static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }

    static Sink.Line line(String id, String content) {
        return new Sink.Line(id, Instant.EPOCH, "hash", (content + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
