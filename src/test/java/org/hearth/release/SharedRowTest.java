package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.evaluate.Evaluator;
import org.hearth.tables.Edited;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.content.Table;
import org.junit.jupiter.api.Test;

/** What failed examples have in common, and what becomes of those that are accepted. */
class SharedRowTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String VISITS = "codes/visit-codes.xlsx";
    private static final String AMOUNTS = "codes/therapy-amounts.xlsx";
    private static final String FIRST = "first-claims.drl.xlsx";

    private static int row(String workbook, String key) {
        return Table.read(workbook, new Edited().bytes(workbook)).rows().stream()
                        .filter(row -> row.key().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .index()
                + 1;
    }

    private static String column(String workbook, String heading) {
        int index = Table.read(workbook, new Edited().bytes(workbook)).columns().stream()
                .filter(column -> column.heading().equals(heading))
                .findFirst()
                .orElseThrow()
                .index();
        return String.valueOf((char) ('A' + index));
    }

    /** One build for a code that ended, an amount that changed, and an example that was spoilt. */
    @Test
    void failedExamplesAreToldByTheChangedRowThatTheyUse() {
        Edited edited = new Edited()
                .set(VISITS, column(VISITS, "through") + row(VISITS, "G0157"), LocalDate.of(2024, 12, 31))
                .set(AMOUNTS, "C17", 2_500)
                .set(FIRST, "Examples", "E2", "none");
        TablesReport report = TablesCheck.of(edited.files(), TODAY, (ran, all) -> {});

        assertThat(report.problems()).isEmpty();
        assertThat(report.shared())
                .extracting(shared -> shared.row().table() + "/" + shared.row().row(), SharedRow::change)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("visit-codes/G0157", "ends with 2024-12-31"),
                        org.assertj.core.groups.Tuple.tuple(
                                "therapy-amounts/amount PT_SLP 2026", "changes: amount 2480 -> 2500"));
        assertThat(report.alone())
                .extracting(failed -> failed.example().where())
                .containsExactly("first-claims.drl.xlsx, sheet Examples, cell A2");
        // no page leans on G0157 being billed for good
        assertThat(report.shared())
                .filteredOn(shared -> shared.row().row().equals("G0157"))
                .singleElement()
                .satisfies(shared -> assertThat(shared.examples())
                        .extracting(failed -> failed.example().toString())
                        .containsExactly(
                                "header-requirements-32x.drl.xlsx, sheet Examples, cell A19: clean 2025 first period"));

        byte[] accepted = AcceptedAnswers.in(AMOUNTS, edited.bytes(AMOUNTS), report.failed());
        assertThat(AcceptedAnswers.count(AMOUNTS, report.failed())).isEqualTo(1);
        List<ExampleRow> written = new ArrayList<>(Table.read(AMOUNTS, accepted).examples());
        written.removeAll(Table.read(AMOUNTS, edited.bytes(AMOUNTS)).examples());
        assertThat(written)
                .singleElement()
                .satisfies(example -> assertThat(example.name()).isEqualTo("PT_SLP 2026, a cent above"))
                .satisfies(example -> assertThat(example.expect()).isEqualTo("none"))
                .satisfies(example -> assertThat(Example.of(example).run(new Evaluator(report.ruleset()::orElseThrow)))
                        .isEmpty());
        byte[] own = edited.bytes(FIRST);
        assertThat(AcceptedAnswers.in("modifiers.drl.xlsx", own, report.failed()))
                .isSameAs(own);
    }
}
