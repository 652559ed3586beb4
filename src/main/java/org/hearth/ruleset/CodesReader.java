package org.hearth.ruleset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.codes.BillType;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.CodeRow;
import org.hearth.codes.Codes;
import org.hearth.codes.DisciplineCodes;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.HeaderCode;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.Parameter;
import org.hearth.codes.PayerKind;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.TherapyAmount;
import org.hearth.codes.TherapyCode;
import org.hearth.codes.VisitCode;
import org.hearth.ruleset.CodeRowBinder.Bound;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.workbook.TableProblem;

/** Reads the code lists into what facts carry; those that must be there and are not are told. */
final class CodesReader {

    /** Turns the rows of a list into records. */
    @FunctionalInterface
    interface Binder {
        /** The rows of a list as records of a type. */
        <R extends Record & CodeRow> Bound<R> bind(CodeList list, Class<R> type);
    }

    private final Map<String, CodeList> lists;
    private final Binder binder;
    private final Set<String> broken;
    private final List<TableProblem> problems;

    /**
     * @param lists the lists, by name
     * @param binder turns their rows into records, or remembers what came of them before
     * @param broken the workbooks of which problems are known already; a list that is missing is added
     * @param problems takes what is wrong
     */
    CodesReader(Map<String, CodeList> lists, Binder binder, Set<String> broken, List<TableProblem> problems) {
        this.lists = lists;
        this.binder = binder;
        this.broken = broken;
        this.problems = problems;
    }

    /** The code lists as facts carry them. */
    Codes codes() {
        Codes codes = new Codes(
                bind("visit-codes", VisitCode.class),
                bind("therapy-codes", TherapyCode.class),
                bind("functional-codes", FunctionalCode.class),
                bind("modifier-codes", ModifierCode.class),
                bind("revenue-codes", RevenueCode.class),
                bind("disciplines", DisciplineCodes.class),
                bind("therapy-amounts", TherapyAmount.class),
                bind("parameters", Parameter.class),
                bind("bill-types", BillType.class),
                bind("header-codes", HeaderCode.class),
                bind("payers", PayerKind.class));
        list("findings");
        list("not-judged");
        return codes;
    }

    /** A list that must be there; {@code null}, and a problem, if it is not. */
    private CodeList list(String name) {
        CodeList list = lists.get(name);
        String file = "codes/" + name + ".xlsx";
        if (list == null && broken.add(file)) {
            problems.add(new TableProblem(file, null, null, "the workbook is missing", "bring back the shipped one"));
        }
        return broken.contains(file) ? null : list;
    }

    /** The rows of a list as an index; incomplete if there are problems. */
    private <R extends Record & CodeRow> CodeIndex<R> bind(String name, Class<R> type) {
        CodeList list = list(name);
        if (list == null) {
            return new CodeIndex<>(List.of());
        }
        Bound<R> bound = binder.bind(list, type);
        problems.addAll(bound.problems());
        return bound.index();
    }
}
