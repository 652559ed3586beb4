package org.hearth.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hearth.claim.Claim;
import org.hearth.decision.Replay.Outcome;
import org.hearth.decision.Replay.Result;
import org.hearth.facts.FactsEdition;
import org.hearth.history.Earlier;
import org.hearth.history.Past;
import org.hearth.history.Seal;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    @TempDir
    private Path folder;

    private final Claim claim = Decided.claim("PCN-1");

    private void log(Past past) {
        try (DecisionLog log = new DecisionLog(Decided.settings(folder), message -> {})) {
            Decided.judging(log).apply(claim, past);
        }
    }

    private void change(UnaryOperator<String> change) throws IOException {
        Path file = FileSink.files(folder).get(0);
        Files.writeString(file, change.apply(Files.readString(file)));
    }

    private List<Result> replay(Past past) throws IOException {
        return replay(past, Rulesets.ruleset());
    }

    private List<Result> replay(Past past, Ruleset kept) throws IOException {
        Replay replay = new Replay(Decided.settings(folder), version -> Optional.ofNullable(kept)
                .filter(one -> one.version().equals(version)));
        replay.ask(claim);
        replay.look(Decided.settings(folder));
        return replay.judge(claim, past);
    }

    private static List<Outcome> outcomes(List<Result> results) {
        return results.stream().map(Result::outcome).toList();
    }

    private Past behind(String number) {
        return Past.of(
                claim, List.of(new Earlier(Decided.claim(number), Earlier.Source.FILE)), true, List.of(), Seal.NONE);
    }

    @Test
    void theSameClaimGetsTheSameAnswer() throws IOException {
        log(Past.toldBy(claim));
        log(Past.toldBy(claim));

        assertThat(outcomes(replay(Past.toldBy(claim)))).containsExactly(Outcome.SAME);
    }

    @Test
    void aClaimThatCameAloneIsJudgedAlone() throws IOException {
        log(Past.toldBy(claim));

        assertThat(outcomes(replay(behind("PCN-1")))).containsExactly(Outcome.SAME);
    }

    @Test
    void anotherPastIsToldAsThat() throws IOException {
        // a claim after itself is a duplicate
        log(behind("PCN-1"));

        List<Result> results = replay(Past.toldBy(claim));

        assertThat(outcomes(results)).containsExactly(Outcome.DIFFERENT_PAST);
        assertThat(results.get(0).logged().earlier()).isEqualTo(1);
        assertThat(results.get(0).now().earlier()).isZero();
        assertThat(results.get(0).difference()).startsWith("was ").contains(", is ");
    }

    @Test
    void anotherAnswerIsToldWithWhatDiffers() throws IOException {
        log(Past.toldBy(claim));
        change(line -> line.replaceFirst("\"answer\":\"..", "\"answer\":\"~~")
                .replaceFirst("\"disposition\":\"[A-Z]+\"", "\"disposition\":\"CLEAN\"")
                .replaceFirst("\"findings\":\\[.*?\\]", "\"findings\":[]"));

        List<Result> results = replay(Past.toldBy(claim));

        assertThat(outcomes(results)).containsExactly(Outcome.DIFFERENT);
        assertThat(results.get(0).difference()).startsWith("was CLEAN, is RTP (HHT-");
    }

    @Test
    void whatIsNotInTheLogOrWasJudgedOtherwiseIsNotProved() throws IOException {
        log(Past.toldBy(claim));

        assertThat(outcomes(replay(Past.toldBy(claim), null))).containsExactly(Outcome.RULESET_GONE);
        change(line -> line.replaceFirst("\"facts\":\\d+", "\"facts\":" + (FactsEdition.CURRENT + 1)));
        assertThat(outcomes(replay(Past.toldBy(claim)))).containsExactly(Outcome.OTHER_FACTS);
        change(line -> line.replaceFirst("\"claim\":\"..", "\"claim\":\"~~"));
        assertThat(outcomes(replay(Past.toldBy(claim)))).containsExactly(Outcome.NOT_LOGGED);
    }

    @Test
    void brokenLinesGapsAndOtherKeysAreCounted() throws IOException {
        log(Past.toldBy(claim));
        Path file = FileSink.files(folder).get(0);
        String line = Files.readString(file);
        Files.write(
                file,
                List.of(
                        "{\"lost\":{\"lines\":3}}",
                        line.substring(0, 40),
                        "[[[[[[[[[[[[[[[[",
                        "",
                        line.strip().replaceFirst("\"key\":\"....", "\"key\":\"ffff"),
                        "{\"claim\":{},\"answer\":1}"),
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        Replay replay = new Replay(Decided.settings(folder), version -> Optional.empty());

        assertThat(replay.look(Decided.settings(folder))).isEqualTo(new LogReader.Read(2, 1, 3));
        assertThat(replay.otherKeys()).hasSize(1).allMatch(key -> key.startsWith("ffff"));
    }
}
