package org.hearth.tables.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.hearth.tables.Edited;
import org.hearth.tables.workbook.InvalidTablesException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code in cells, of every kind of column of every workbook: it is refused, or stays the text that it is. */
class HostileCellsTest {

    private static final List<String> CODE = List.of(
            "\"); System.exit(1); //",
            "x\") || eval(true",
            "x\\u0022); System.exit(1); //",
            "$param",
            "x' ; end rule \"y\" when then System.exit(1); end");

    private static final Set<ColumnType.Kind> PROSE = Set.of(ColumnType.Kind.TEXT, ColumnType.Kind.SOURCE);

    static Stream<String> workbooks() {
        return new Edited().files().ending(".xlsx").stream().map(path -> path.substring(path.indexOf('/') + 1));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void isRefusedInEveryColumnThatIsNoText(String workbook) {
        Edited shipped = new Edited();
        Table table = Table.read(workbook, shipped.bytes(workbook));
        Set<String> filled = new TreeSet<>();
        Edited edited = fill(shipped, workbook, table, false, filled);
        Set<String> bad = new TreeSet<>();
        catchThrowableOfType(InvalidTablesException.class, () -> Table.read(workbook, edited.bytes(workbook)))
                .problems()
                .forEach(problem -> bad.add(problem.cell()));
        assertThat(bad).containsAll(filled);
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void staysTextInAText(String workbook) {
        Edited shipped = new Edited();
        Edited edited = fill(shipped, workbook, Table.read(workbook, shipped.bytes(workbook)), true, new TreeSet<>());
        if (Table.read(workbook, edited.bytes(workbook)) instanceof DecisionTable decisions) {
            String drl = decisions.toDrl();
            CODE.forEach(code -> assertThat(drl).doesNotContain(code));
        }
    }

    /** Another piece of code in each of the first rows, in every column that is prose, or in every other. */
    private static Edited fill(Edited edited, String workbook, Table shipped, boolean prose, Set<String> filled) {
        return edited.change(workbook, open -> {
            XSSFSheet sheet = open.getSheet(shipped instanceof DecisionTable ? "Rules" : "Rows");
            for (int row = 0; row < Math.min(CODE.size(), shipped.rows().size()); row++) {
                for (Column column : shipped.columns()) {
                    // a code has to be that of its row
                    boolean skipped = prose && column.heading().equals("code");
                    if (PROSE.contains(column.type().kind()) == prose && !skipped) {
                        String cell = shipped.rows().get(row).cell(column);
                        Edited.write(sheet, cell, CODE.get(row));
                        filled.add(cell);
                    }
                }
            }
        });
    }
}
