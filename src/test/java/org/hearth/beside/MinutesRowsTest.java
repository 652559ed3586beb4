package org.hearth.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.claim.TreatmentMinutes;
import org.hearth.data.MemoryShare;
import org.hearth.json.ClaimMinutes;
import org.hearth.json.ClaimReader;
import org.hearth.json.InvalidMinutesException;
import org.hearth.json.Problem;
import org.hearth.tables.workbook.PlainWorkbook;
import org.junit.jupiter.api.Test;

/** Treatment minutes as rows, all synthetic. */
class MinutesRowsTest {

    private static final List<String> ROWS = List.of(
            "claimId,lineNumber,lineControl,date,code,units,minutes,therapist,assistant,together",
            "A1,1,,2026-03-02,97110,2,30,,,",
            "A1,2,,2026-03-02,97140,1,,,,",
            "A1,,6R,2026-03-02,97530,1,,10,5,0",
            "A2,1,,2026-03-02,97110,2,15,,,");

    private static byte[] csv(List<String> rows) {
        return String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
    }

    private static void areTheSame(List<ClaimMinutes> minutes) {
        assertThat(minutes)
                .containsExactly(
                        new ClaimMinutes(
                                0,
                                "A1",
                                List.of(
                                        new ClaimMinutes.Line(1, null, 30, null),
                                        new ClaimMinutes.Line(null, "6R", 15, new TreatmentMinutes(10, 5, 0)))),
                        new ClaimMinutes(1, "A2", List.of(new ClaimMinutes.Line(1, null, 15, null))));
    }

    private static List<String> problems(List<String> rows) {
        return catchThrowableOfType(InvalidMinutesException.class, () -> MinutesRows.read(csv(rows)))
                .problems()
                .stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void readsCsvAndAWorkbook() throws IOException {
        areTheSame(MinutesRows.read(csv(ROWS)));
        areTheSame(MinutesRows.read(PlainWorkbook.of(
                "Minutes",
                ROWS.stream().map(row -> Arrays.asList(row.split(","))).toList())));
    }

    @Test
    void readsJson() throws IOException {
        assertThat(MinutesRows.read(
                        "{\"claims\": [{\"claimId\": \"A2\", \"lines\": [{\"lineNumber\": 1, \"minutes\": 15}]}]}"
                                .getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void saysWhatIsWrongByRowAndColumn() {
        assertThat(problems(List.of(ROWS.get(0), "A1,1,,,,,1441")))
                .singleElement()
                .asString()
                .startsWith("row 2, column G: ");
        assertThat(problems(List.of(ROWS.get(0), "A1,1,,,,,half")))
                .containsExactly("row 2, column G: text where a whole number is expected");
        assertThat(problems(List.of(ROWS.get(0), "A1,,,,,,30")))
                .containsExactly("row 2: nothing tells which line it is");
        assertThat(problems(List.of(ROWS.get(0), "A1,1,,,,,30", "A1,1,,,,,31")))
                .containsExactly("row 3, column B: line `1` stands twice");
        assertThat(problems(List.of("line,minutes", "1,30"))).hasSize(2);
    }

    @Test
    void aTemplateHoldsEveryLineAndNothingOfThePatient() throws IOException {
        Claim claim = ClaimReader.read(
                """
                {"claimId": "A,1", "typeOfBill": "0341", "statementFrom": "2026-03-02", "statementThrough": "2026-03-27",
                 "beneficiaryId": "1EG4TE5MK73",
                 "lines": [{"revenueCode": "0430", "hcpcs": "97535", "serviceDate": "2026-03-05", "units": 2, "lineControl": "6R"},
                           {"revenueCode": "0270"}]}
                """
                        .getBytes(StandardCharsets.UTF_8),
                Origin.NONE);
        assertThat(claim.lines().get(0).serviceDate()).isEqualTo(LocalDate.of(2026, 3, 5));

        MinutesRows.Template template = new MinutesRows.Template();
        template.add(claim);

        assertThat(template.csv())
                .isEqualTo("claimId,lineNumber,lineControl,date,code,units,minutes,therapist,assistant,together\r\n"
                        + "\"A,1\",1,6R,2026-03-05,97535,2,,,,\r\n");
        assertThat(MinutesRows.read(template.workbook())).isEmpty();
        assertThat(MinutesRows.read(template.csv().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /** A spreadsheet would take such a number for a formula. */
    @Test
    void aTemplateHoldsNoFormula() throws IOException {
        for (String claimId : List.of("=1+1", "+1", "-1", "@A1")) {
            Claim claim = ClaimReader.read(
                    """
                    {"claimId": "%s", "typeOfBill": "0341", "statementFrom": "2026-03-02", "statementThrough": "2026-03-27",
                     "lines": [{"revenueCode": "0430", "hcpcs": "97535", "serviceDate": "2026-03-05", "units": 2, "lineControl": "-6R"}]}
                    """
                            .formatted(claimId)
                            .getBytes(StandardCharsets.UTF_8),
                    Origin.NONE);
            MinutesRows.Template template = new MinutesRows.Template();
            template.add(claim);

            String csv = template.csv();
            assertThat(csv).endsWith("\r\n'" + claimId + ",1,'-6R,2026-03-05,97535,2,,,,\r\n");
            assertThat(MinutesRows.read(csv.replace(",2,,,,", ",2,30,,,").getBytes(StandardCharsets.UTF_8)))
                    .containsExactly(new ClaimMinutes(0, claimId, List.of(new ClaimMinutes.Line(1, "-6R", 30, null))));
        }
    }

    @Test
    void listsSomeOfManyProblems() {
        List<String> rows = new ArrayList<>(List.of(ROWS.get(0)));
        for (int row = 0; row < 1_000; row++) {
            rows.add("A" + row + ",1,,,,,half");
        }
        assertThat(problems(rows)).hasSize(101).last().isEqualTo("and 900 more");
    }

    @Test
    void readsNoMoreRowsThanItHolds() {
        List<String> rows = new ArrayList<>(List.of(ROWS.get(0)));
        rows.addAll(Collections.nCopies(200_001, "A1,1"));
        assertThat(problems(rows)).containsExactly("the file has more than 200000 rows");
    }

    /** What the rows of one claim come to is held at once. */
    @Test
    void aClaimOfFarTooManyRowsIsNotPutTogether() {
        List<String> rows = new ArrayList<>(List.of(ROWS.get(0), "A2,1,,,,,15"));
        rows.addAll(Collections.nCopies(10_001, "A1,1,,,,,30"));
        assertThat(problems(rows)).containsExactly("row 10003: 10000 rows before this one are of the same");
    }

    @Test
    void rowsThatNameNoClaimAreToldAsSuchHoweverMany() {
        List<String> rows = new ArrayList<>(List.of(ROWS.get(0)));
        rows.addAll(Collections.nCopies(10_001, ",1,,,,,30"));
        assertThat(problems(rows)).hasSize(1).first().asString().startsWith("row 2, column A: ");
    }

    /** Large files are read one after another, and wait for large claims. */
    @Test
    void readingWaitsForItsShareOfTheMemory() throws Exception {
        byte[] file = csv(Stream.concat(
                        Stream.of(ROWS.get(0)), IntStream.range(0, 1_000).mapToObj(row -> "A" + row + ",1,,,,,15"))
                .toList());
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            Future<List<ClaimMinutes>> read = MemoryShare.hold(Long.MAX_VALUE, () -> {
                Future<List<ClaimMinutes>> waiting = another.submit(() -> MinutesRows.read(file));
                assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return waiting;
            });
            assertThat(read.get()).hasSize(1_000);
        } finally {
            another.shutdownNow();
        }
    }

    @Test
    void aCellOfMoreThanACellCanHaveIsRefusedWithItsRow() {
        assertThat(problems(List.of(ROWS.get(0), "A1,1,,,,,30", "A2,1," + "9".repeat(32_768) + ",,,,30")))
                .containsExactly("row 3 has a cell of more than 32767 characters");
    }
}
