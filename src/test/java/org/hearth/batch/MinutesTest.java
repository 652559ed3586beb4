package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TreatmentMinutes;
import org.hearth.json.ClaimMinutes;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.junit.jupiter.api.Test;

class MinutesTest {

    private static final TreatmentMinutes BY = new TreatmentMinutes(30, 15, 0);

    private static ServiceLine line(int number, String control, Integer minutes, TreatmentMinutes by) {
        return new ServiceLine(
                number, control, "0420", "HC", "97110", List.of(), null, null, null, null, null, null, minutes, by);
    }

    private static Claim claim(String claimId, ServiceLine... lines) {
        return Claim.builder().claimId(claimId).lines(List.of(lines)).build();
    }

    private static ClaimMinutes minutes(int place, String claimId, ClaimMinutes.Line... lines) {
        return new ClaimMinutes(place, claimId, List.of(lines));
    }

    private static ClaimMinutes.Line of(Integer number, String control, int minutes) {
        return new ClaimMinutes.Line(number, control, minutes, null);
    }

    private static List<Intake.Item> items(Intake intake) throws IOException {
        List<Intake.Item> items = new ArrayList<>();
        do {
            items.add(intake.next());
        } while (!(items.get(items.size() - 1) instanceof Intake.End));
        return items;
    }

    private static List<Intake.Item> joined(Claim claim, ClaimMinutes... minutes) throws IOException {
        return items(new Minutes(Arrays.asList(minutes)).joinedTo(BatchTest.of(List.of(claim))));
    }

    private static Intake.Unused unused(String claimId, Problem... problems) {
        return new Intake.Unused(
                claimId,
                new Problems(
                        "urn:hearth:problem:unused-minutes",
                        "unused minutes",
                        422,
                        "minutes for claim `" + claimId + "` could not be used",
                        List.of(problems)));
    }

    @Test
    void linesAreToldByNumberControlNumberOrBoth() throws IOException {
        Claim claim = claim("A", line(1, "a", null, null), line(2, "b", null, null), line(5, "c", null, null));

        assertThat(joined(
                        claim,
                        minutes(0, "A", of(5, null, 10), new ClaimMinutes.Line(null, "b", 45, BY), of(1, "a", 0))))
                .containsExactly(
                        new Intake.Read(
                                claim("A", line(1, "a", 0, null), line(2, "b", 45, BY), line(5, "c", 10, null))),
                        new Intake.End(null, null));
    }

    @Test
    void aClaimWithoutMinutesBesideItStaysAsItIs() throws IOException {
        Claim claim = claim("A", line(1, null, null, null));

        assertThat(joined(claim, minutes(0, "a", of(1, null, 10))))
                .containsExactly(new Intake.Read(claim), new Intake.End(null, null));
    }

    @Test
    void everyClaimOfAnIdGetsTheMinutes() throws IOException {
        Claim claim = claim("A", line(1, null, null, null));
        Minutes minutes = new Minutes(List.of(minutes(0, "A", of(1, null, 10))));

        for (int time = 0; time < 2; time++) {
            assertThat(items(minutes.joinedTo(BatchTest.of(List.of(claim)))).get(0))
                    .isEqualTo(new Intake.Read(claim("A", line(1, null, 10, null))));
        }
        assertThat(items(minutes.unmatched())).containsExactly(new Intake.End(null, null));
    }

    @Test
    void whatNoLineAsksForIsSaidAfterTheClaim() throws IOException {
        Claim claim = claim("A", line(1, "x", null, null), line(2, "x", null, null));

        assertThat(joined(
                        claim,
                        minutes(
                                3,
                                "A",
                                of(4, null, 10),
                                of(null, "x", 10),
                                of(2, "y", 10),
                                of(1, null, 10),
                                of(1, "x", 10))))
                .containsExactly(
                        new Intake.Read(claim("A", line(1, "x", 10, null), line(2, "x", null, null))),
                        unused(
                                "A",
                                new Problem(
                                        "/claims/3/lines/0",
                                        null,
                                        "the claim has no line `4`",
                                        "correct the number, or leave the line out"),
                                new Problem(
                                        "/claims/3/lines/1",
                                        null,
                                        "the claim has several lines with control number `x`",
                                        "tell the line by its `lineNumber` too"),
                                new Problem(
                                        "/claims/3/lines/2",
                                        null,
                                        "the claim has no line `2` with control number `y`",
                                        "correct the number, or leave the line out"),
                                new Problem(
                                        "/claims/3/lines/4",
                                        null,
                                        "line `1` with control number `x` got its minutes from an entry above",
                                        "leave one out")),
                        new Intake.End(null, null));
    }

    @Test
    void minutesThatTheClaimContradictsAreNotUsed() throws IOException {
        Claim claim = claim("A", line(1, null, 30, null), line(2, null, 45, new TreatmentMinutes(45, 0, 0)));

        assertThat(joined(claim, minutes(0, "A", of(1, null, 31), new ClaimMinutes.Line(2, null, 45, BY))))
                .containsExactly(
                        new Intake.Read(claim),
                        unused("A", contradicted(0, 1), contradicted(1, 2)),
                        new Intake.End(null, null));
    }

    private static Problem contradicted(int place, int line) {
        return new Problem(
                "/claims/0/lines/" + place,
                null,
                "the claim itself has other minutes for line `" + line + "`, and they were used",
                "make the two agree, or leave one out");
    }

    @Test
    void equalMinutesAgreeAndSayMore() throws IOException {
        Claim claim = claim("A", line(1, null, 45, null), line(2, null, 45, BY));

        assertThat(joined(claim, minutes(0, "A", new ClaimMinutes.Line(1, null, 45, BY), of(2, null, 45))))
                .containsExactly(
                        new Intake.Read(claim("A", line(1, null, 45, BY), line(2, null, 45, BY))),
                        new Intake.End(null, null));
    }

    @Test
    void whatIsForNoClaimIsSaidAtTheEnd() throws IOException {
        Minutes minutes = new Minutes(List.of(
                minutes(0, "A", of(1, null, 10)), minutes(1, "B", of(1, null, 10)), minutes(2, "C", of(1, null, 10))));
        items(minutes.joinedTo(BatchTest.of(List.of(claim("A", line(1, null, null, null))))));
        Intake.Unread unread = new Intake.Unread(null, "B", Problems.of(422, "t", "d"));
        assertThat(minutes.joinedTo(() -> unread).next()).isEqualTo(unread);

        assertThat(items(minutes.unmatched()))
                .containsExactly(
                        unused(
                                "C",
                                new Problem(
                                        "/claims/2",
                                        null,
                                        "no claim `C` was read",
                                        "correct `claimId`, or check the file that holds the claim too")),
                        new Intake.End(null, null));
    }
}
