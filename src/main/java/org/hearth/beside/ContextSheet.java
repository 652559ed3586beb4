package org.hearth.beside;

import java.util.Arrays;
import java.util.List;
import org.hearth.claim.ContextFact;
import org.hearth.json.FirstProblems;
import org.hearth.json.Problem;

/** A CSV file or a sheet of contexts: its cells by the headings of their columns, and what is wrong with them. */
final class ContextSheet {

    static final String CLAIM = "claimId";
    static final String MEMBER = "beneficiaryId";
    static final String PART = "part";
    static final String DISCIPLINE = "discipline";
    static final String FROM = "from";
    static final String THROUGH = "through";
    static final String VALUE = "value";
    static final String NPI = "npi";
    static final String BILLED = "billedThrough";
    static final String SIGNED = "signed";
    static final String SENT = "planSent";
    static final String ORDERED = "orderSigned";

    static final List<String> KNOWN =
            List.of(CLAIM, MEMBER, PART, DISCIPLINE, FROM, THROUGH, VALUE, NPI, BILLED, SIGNED, SENT, ORDERED);

    private final Grid grid;
    private final Headings headings;
    private final FirstProblems problems;

    /** @param problems takes what is wrong, with the headings too */
    ContextSheet(Grid grid, FirstProblems problems) {
        this.grid = grid;
        this.problems = problems;
        this.headings = new Headings(grid, KNOWN, List.of(), problems);
    }

    /** Whether it has the column. */
    boolean has(String column) {
        return headings.has(column);
    }

    /** The text of a cell; empty where there is none. */
    String cell(int row, String column) {
        return grid.text(row, headings.of(column));
    }

    /** Where a cell stands, for people. */
    String place(int row, String column) {
        return grid.place(row, headings.of(column));
    }

    /** Says what is wrong with a cell, and what to write instead. */
    void complain(int row, String column, String message, String fix) {
        problems.add(new Problem("", null, place(row, column) + ": " + message, fix));
    }

    /** The member of a context that a row belongs to, or {@code null} if it names none. */
    ContextFact part(int row) {
        return Arrays.stream(ContextFact.values())
                .filter(fact -> fact.field().equalsIgnoreCase(cell(row, PART)))
                .findFirst()
                .orElse(null);
    }
}
