package org.hearth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.database.PostgresqlServer;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.FactsEdition;
import org.hearth.history.Earlier;
import org.hearth.history.Past;
import org.hearth.history.Seal;
import org.hearth.json.ClaimReader;
import org.hearth.json.ClaimWriter;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionLogTest {

    private static final String[] MEMBERS = {
        "id",
        "at",
        "ruleset",
        "facts",
        "call",
        "who",
        "key",
        "claim",
        "answer",
        "bill",
        "lines",
        "earlier",
        "disposition",
        "findings",
        "notChecked",
        "micros"
    };

    @TempDir
    private Path temporary;

    private final List<String> told = new CopyOnWriteArrayList<>();

    private List<JsonNode> logged(Claim... claims) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "log");
        try (DecisionLog log = new DecisionLog(Decided.settings(folder), told::add)) {
            Judging judging = Decided.judging(log);
            for (Claim claim : claims) {
                judging.apply(claim, Past.toldBy(claim));
            }
        }
        return Decided.lines(folder);
    }

    @Test
    void aLineSaysWhatWasAnsweredAndNothingOfTheClaim() throws IOException {
        Claim claim = Decided.claim("MARKED-1");
        Evaluation evaluation = Rulesets.evaluator().evaluate(claim);

        List<JsonNode> lines = logged(claim);

        assertThat(lines).hasSize(1);
        JsonNode line = lines.get(0);
        assertThat(line.fieldNames()).toIterable().containsExactlyInAnyOrder(MEMBERS);
        assertThat(line.path("id").asText()).matches("[0-9a-f-]{36}/1");
        assertThat(line.path("ruleset").asText()).isEqualTo(Rulesets.ruleset().version());
        assertThat(line.path("facts").asInt()).isEqualTo(FactsEdition.CURRENT);
        assertThat(line.path("call").asText()).isEqualTo("batch");
        assertThat(line.path("who").asText()).isEqualTo("this machine");
        assertThat(line.path("bill").asText()).isEqualTo(claim.typeOfBill().code());
        assertThat(line.path("lines").asInt()).isEqualTo(claim.lines().size());
        assertThat(line.path("disposition").asText()).isEqualTo(evaluation.disposition());
        assertThat(line.path("findings").findValuesAsText("id"))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        evaluation.findings().stream().map(one -> one.id()).toList());
        assertThat(line.path("claim").asText()).matches("[A-Za-z0-9_-]{22}");
        String text = line.toString();
        Decided.json(ClaimWriter.line(claim)).findValuesAsText("hcpcs").forEach(code -> assertThat(text)
                .doesNotContain(code));
        assertThat(text)
                .doesNotContain("MARKED-1", claim.beneficiaryId(), claim.billingProviderNpi())
                .doesNotContain(claim.statementFrom().toString(), claim.principalDiagnosis());
        assertThat(told).isEmpty();
    }

    @Test
    void theSameClaimHasTheSameHashesWhereverItComesFrom() throws IOException {
        Claim claim = Decided.claim("PCN-1");
        Claim again = ClaimReader.read(
                ClaimWriter.indented(claim).getBytes(java.nio.charset.StandardCharsets.UTF_8), Origin.NONE);

        List<JsonNode> lines = logged(claim, again, Decided.claim("PCN-2"));

        assertThat(lines)
                .extracting(line -> line.path("id").asText().replaceFirst(".*/", ""))
                .containsExactly("1", "2", "3");
        assertThat(lines.get(1).path("claim")).isEqualTo(lines.get(0).path("claim"));
        assertThat(lines.get(1).path("answer")).isEqualTo(lines.get(0).path("answer"));
        assertThat(lines.get(2).path("claim")).isNotEqualTo(lines.get(0).path("claim"));
        assertThat(lines.get(2).path("answer")).isNotEqualTo(lines.get(0).path("answer"));
        assertThat(logged(claim).get(0).path("claim")).isEqualTo(lines.get(0).path("claim"));
    }

    @Test
    void anotherKeyGivesOtherHashes() throws IOException {
        Claim claim = Decided.claim("PCN-1");
        JsonNode one = logged(claim).get(0);
        Path folder = temporary.resolve("other");
        try (DecisionLog log =
                new DecisionLog(Decided.settings(Map.of(LogSettings.LOG, folder.toString())), told::add)) {
            Decided.judging(log).apply(claim, Past.toldBy(claim));
        }
        JsonNode other = Decided.lines(folder).get(0);

        // the key of a folder was made with it
        assertThat(folder.resolve("key")).exists();
        for (String hash : List.of("key", "claim", "answer")) {
            assertThat(other.path(hash)).as(hash).isNotEqualTo(one.path(hash));
        }
    }

    @Test
    void whatWasKnownOfThePastIsNamedByItsContent() {
        Seals seals = new Seals(org.hearth.sent.Key.of(Decided.KEY, "the key"));
        Claim claim = Decided.claim("PCN-1");
        Past none = Past.toldBy(claim);
        Past one = Past.of(
                claim, List.of(new Earlier(Decided.claim("PCN-0"), Earlier.Source.FILE)), true, List.of(), Seal.NONE);
        Past other = Past.of(
                claim, List.of(new Earlier(Decided.claim("PCN-9"), Earlier.Source.FILE)), true, List.of(), Seal.NONE);

        assertThat(seals.past(none)).isNull();
        assertThat(seals.past(one)).matches("[A-Za-z0-9_-]{22}").isEqualTo(seals.past(one));
        assertThat(seals.past(other)).isNotEqualTo(seals.past(one));
        assertThat(one.alone(claim)).isEqualTo(none);
    }

    /** Fails as often as it is told to, and keeps what it is given after that. */
    private static final class Failing implements Sink {

        private final List<Line> kept = new ArrayList<>();
        private final CountDownLatch mended;

        Failing(CountDownLatch mended) {
            this.mended = mended;
        }

        @Override
        public void write(List<Line> lines) throws IOException {
            if (mended.getCount() > 0) {
                throw new IOException("No space left on device");
            }
            kept.addAll(lines);
        }

        @Override
        public String place() {
            return "somewhere";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void whatCannotBeWrittenFailsNoClaimAndIsToldWhereItIsMissing() throws Exception {
        CountDownLatch mended = new CountDownLatch(1);
        Failing sink = new Failing(mended);
        Claim claim = Decided.claim("PCN-1");
        Evaluation evaluation = Rulesets.evaluator().evaluate(claim);
        int more = 300;
        try (DecisionLog log = new DecisionLog(Decided.settings(temporary), sink, Clock.systemUTC(), told::add)) {
            Judging judging = new Watch(Counts.NONE, log).judging(CallKind.CLAIM, "test", (one, past) -> evaluation);
            assertThat(judging.apply(claim, Past.toldBy(claim))).isSameAs(evaluation);
            for (int tries = 0; log.state().failure() == null && tries < 500; tries++) {
                Thread.sleep(10);
            }
            assertThat(log.state().failure()).isEqualTo("No space left on device");
            assertThat(log.state().since()).isNotNull();
            for (int i = 0; i < DecisionLog.MOST_WAITING + more; i++) {
                assertThat(judging.apply(claim, Past.toldBy(claim))).isSameAs(evaluation);
            }
            assertThat(log.state().lost()).isEqualTo(more);
            mended.countDown();
        }

        assertThat(sink.kept).hasSize(1 + DecisionLog.MOST_WAITING + 1);
        JsonNode last =
                Decided.json(new String(sink.kept.get(sink.kept.size() - 1).content()));
        assertThat(last.at("/lost/lines").asInt()).isEqualTo(more);
        assertThat(last.at("/lost/why").asText()).isEqualTo("No space left on device");
        assertThat(Decision.read(sink.kept.get(sink.kept.size() - 1).content())).isEqualTo(Optional.empty());
        assertThat(told).hasSize(2);
        assertThat(told.get(0))
                .contains("somewhere", "cannot be written, claims are judged nevertheless", "No space left");
        assertThat(told.get(1)).contains("can be written again", more + " lines were lost");
    }

    @Test
    void aPostgresqlKeepsALineOnce() throws Exception {
        String url = PostgresqlServer.emptyDatabase();
        LogSettings settings = Decided.settings(Map.of(LogSettings.LOG, url, LogSettings.KEY, Decided.KEY));
        Claim claim = Decided.claim("PCN-1");
        try (DecisionLog log = new DecisionLog(settings, told::add)) {
            Judging judging = Decided.judging(log);
            judging.apply(claim, Past.toldBy(claim));
            judging.apply(claim, Past.toldBy(claim));
        }
        List<Decision> read = new ArrayList<>();

        assertThat(LogReader.read(settings, read::add)).isEqualTo(new LogReader.Read(2, 0, 0));
        assertThat(read).extracting(one -> one.id().replaceFirst(".*/", "")).containsExactly("1", "2");
        try (DatabaseSink sink = new DatabaseSink(url)) {
            Sink.Line line = new Sink.Line(
                    read.get(0).id(), read.get(0).at(), "x", read.get(0).line());
            sink.write(List.of(line, line));
        }
        assertThat(LogReader.read(settings, read::add).decisions()).isEqualTo(2);
        assertThat(told).isEmpty();
    }

    @Test
    void aPostgresqlWithoutAKeyLosesItsLinesAndNoClaim() {
        Claim claim = Decided.claim("PCN-1");
        try (DecisionLog log = new DecisionLog(
                Decided.settings(Map.of(LogSettings.LOG, "postgresql://u:hidden@127.0.0.1:1/none")), told::add)) {
            assertThat(Decided.judging(log).apply(claim, Past.toldBy(claim)))
                    .isEqualTo(Rulesets.evaluator().evaluate(claim));
            assertThat(log.state().lost()).isEqualTo(1);
        }
        assertThat(told).hasSize(1);
        assertThat(told.get(0))
                .contains("HEARTH_DECISION_KEY", "openssl rand -hex 32")
                .doesNotContain("hidden");
    }

    @Test
    void whatMakesNoSenseIsTold() {
        assertThat(LogSettings.of(Map.<String, String>of()::get)).isEmpty();
        assertThatThrownBy(() -> Decided.settings(Map.of(LogSettings.LOG, "/log", LogSettings.FILES, "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`HEARTH_DECISION_FILES` is `0`; write a whole number, such as 100");
    }
}
