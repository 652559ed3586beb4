package org.hearth.tables.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.hearth.tables.Edited;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.tables.workbook.WorkbookProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that no policy can mean, and numbers that one would look at twice, each told at its cell. */
class PlausibilityTest {

    private static final String AMOUNTS = "codes/therapy-amounts.xlsx";
    private static final String BRACKETS = "unit-brackets.drl.xlsx";
    private static final String PARAMETERS = "codes/parameters.xlsx";

    private static List<String> problems(String workbook, Edited edited) {
        try {
            Table.read(workbook, edited.bytes(workbook));
            return List.of();
        } catch (InvalidTablesException e) {
            return e.problems().stream().map(TableProblem::toString).toList();
        }
    }

    static Stream<Arguments> senseless() {
        return Stream.of(
                Arguments.of(
                        AMOUNTS,
                        "C17",
                        24,
                        "`24` makes no sense as `amount`; write a number of 1000 to 9999, as the sheet Notes has it"),
                Arguments.of(
                        AMOUNTS,
                        "C17",
                        24_800,
                        "`24800` makes no sense as `amount`; write a number of 1000 to 9999, as the sheet Notes has it"),
                Arguments.of(
                        AMOUNTS,
                        "C17",
                        -2_480,
                        "`-2480` makes no sense as `amount`; write a number of 1000 to 9999, as the sheet Notes has it"),
                Arguments.of(
                        BRACKETS,
                        "G9",
                        -1,
                        "`-1` makes no sense as `units`; write a number of 0 to 96, as the sheet Notes has it"),
                Arguments.of(
                        BRACKETS,
                        "C9",
                        -1,
                        "`-1` makes no sense as `from minutes`; write a number of 0 to 1440, as the sheet Notes has it"),
                Arguments.of(
                        PARAMETERS,
                        "C4",
                        850,
                        "`850` makes no sense as `value` of a number of percent; write a number of 0 to 100, as the sheet"
                                + " Notes has it"));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void aNumberOutOfBoundsIsAProblemAtItsCell(String workbook, String cell, Object value, String told) {
        String sheet = workbook.startsWith("codes/") ? "Rows" : "Rules";
        assertThat(problems(workbook, new Edited().set(workbook, cell, value)))
                .containsExactly(workbook + ", sheet " + sheet + ", cell " + cell + ": " + told);
    }

    @Test
    void theLeastAndTheMostAreWithinBounds() {
        for (int amount : new int[] {1_000, 9_999}) {
            assertThat(problems(AMOUNTS, new Edited().set(AMOUNTS, "C17", amount)))
                    .isEmpty();
        }
        for (int amount : new int[] {999, 10_000}) {
            assertThat(problems(AMOUNTS, new Edited().set(AMOUNTS, "C17", amount)))
                    .hasSize(1);
        }
    }

    private static List<String> warnings(int row, Object amount) {
        Table table =
                Table.read(AMOUNTS, new Edited().set(AMOUNTS, "C" + row, amount).bytes(AMOUNTS));
        return table.warnings().stream().map(TableProblem::toString).toList();
    }

    /** The amount of 2025 is 2410; a quarter more is 3012.50. */
    @Test
    void aChangeOfMoreThanAQuarterIsWorthALook() {
        assertThat(warnings(17, 3_012.5)).isEmpty();
        assertThat(warnings(17, 3_012.51))
                .containsExactly(AMOUNTS + ", sheet Rows, cell C17: `amount` is `3012.51`, and `2410` in the row before"
                        + " it, `amount PT_SLP 2025` at C16, 25 % more; compare both with their sources; if they are right,"
                        + " leave them");
        assertThat(warnings(17, 1_807.5)).isEmpty();
        assertThat(warnings(17, 1_807.49))
                .singleElement()
                .asString()
                .contains("cell C17: `amount` is `1807.49`, and `2410`", ", 25 % less; ");
    }

    @Test
    void aRowIsComparedWithTheOneBeforeItInTimeWhereverItStands() {
        Edited edited = new Edited().change(AMOUNTS, open -> {
            var sheet = open.getSheet("Rows");
            // the row of 2026 trades places with that of 2012
            for (int column = 0; column < 9; column++) {
                var one = sheet.getRow(1).getCell(column);
                var other = sheet.getRow(16).getCell(column);
                Object first = column == 5 || column == 6
                        ? one.getLocalDateTimeCellValue().toLocalDate()
                        : null;
                Object second = column == 5 || column == 6
                        ? other.getLocalDateTimeCellValue().toLocalDate()
                        : null;
                if (first == null) {
                    continue;
                }
                one.setCellValue((LocalDate) second);
                other.setCellValue((LocalDate) first);
            }
        });
        // what stands as 2012 now holds in 2026, after 2410; 1880 is 22 % less
        assertThat(Table.read(AMOUNTS, edited.bytes(AMOUNTS)).warnings()).isEmpty();
        assertThat(Table.read(AMOUNTS, edited.set(AMOUNTS, "C2", 1_700).bytes(AMOUNTS))
                        .warnings())
                .extracting(TableProblem::toString)
                .singleElement()
                .asString()
                .contains("cell C2: `amount` is `1700`, and `2410` in the row before it, `amount PT_SLP 2025` at C16");
    }

    @Test
    void boundsThatAreNoneAreToldInTheNotes() {
        assertThat(problems(AMOUNTS, new Edited().set(AMOUNTS, "Notes", "D9", "a lot")))
                .containsExactly(AMOUNTS
                        + ", sheet Notes, cell D9: `a lot` is no bound; write a number, or leave the cell" + " empty");
        assertThat(problems(AMOUNTS, new Edited().set(AMOUNTS, "Notes", "D10", 3)))
                .containsExactly(
                        AMOUNTS + ", sheet Notes, cell A10: `regime` has bounds, and is no column of numbers; take"
                                + " the bounds away, or bring the line back from the shipped workbook");
    }

    /** Rows that all look like the heading over bounds are read once each, and the first alone is a heading. */
    @Test
    void headingsOverBoundsAreReadOnce() {
        List<String> expected = new ArrayList<>();
        Edited edited = new Edited().change(AMOUNTS, open -> {
            Sheet notes = open.getSheet("Notes");
            int first = notes.getLastRowNum() + 2;
            for (int row = first; row < first + 60; row++) {
                String[] words = {"amount by regime", "least", "most"};
                notes.createRow(row);
                for (int column = 0; column < words.length; column++) {
                    notes.getRow(row).createCell(column).setCellValue(words[column]);
                }
                if (row > first) {
                    for (String place : List.of("B" + (row + 1) + ": `least`", "C" + (row + 1) + ": `most`")) {
                        expected.add(AMOUNTS + ", sheet Notes, cell " + place
                                + " is no bound; write a number, or leave the cell empty");
                    }
                }
            }
        });
        assertThat(problems(AMOUNTS, edited)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void thousandsOfProblemsAreCountedAndNotListed() {
        WorkbookProblems problems = new WorkbookProblems(AMOUNTS);
        for (int row = 1; row <= 2_003; row++) {
            problems.add("Rows", "A" + row, "wrong", "mend it");
        }
        assertThat(problems.found()).hasSize(2_001);
        assertThat(problems.found().get(1_999).cell()).isEqualTo("A2000");
        assertThat(problems.found().get(2_000))
                .hasToString(AMOUNTS + ": 3 more of the problems are not listed; mend those that are listed, and check"
                        + " again");
        assertThat(problems.warnings()).isEmpty();
    }

    /** An older copy has none, and somebody may have deleted them: the shipped ones hold all the same. */
    @Test
    void anotherEditionsBoundsCanBeAsked() {
        Table shipped = Table.read(AMOUNTS, new Edited().bytes(AMOUNTS));
        Edited edited = new Edited()
                .set(AMOUNTS, "Notes", "D9", null)
                .set(AMOUNTS, "Notes", "E9", null)
                .set(AMOUNTS, "C17", 24);
        Table table = Table.read(AMOUNTS, edited.bytes(AMOUNTS));
        assertThat(Plausibility.of(table, shipped).found())
                .extracting(TableProblem::toString)
                .containsExactly(
                        AMOUNTS + ", sheet Rows, cell C17: `24` makes no sense as `amount`; write a number of 1000"
                                + " to 9999, as the program has it; an engineer allows others");
        assertThat(Plausibility.of(shipped, shipped).found()).isEmpty();
    }

    /** Whoever adds a column of numbers says which of them make sense. */
    @Test
    void everyColumnOfNumbersHasBounds() {
        Edited shipped = new Edited();
        List<String> without = shipped.files().ending(".xlsx").stream()
                .map(path -> path.substring("decision-tables/".length()))
                .map(file -> Table.read(file, shipped.bytes(file)))
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.type().kind() == ColumnType.Kind.NUMBER
                                || column.type().kind() == ColumnType.Kind.AMOUNT)
                        .filter(column -> column.bounds().words().isEmpty())
                        .map(column -> table.name() + ": " + column.heading()))
                .toList();
        assertThat(without).isEmpty();
    }
}
