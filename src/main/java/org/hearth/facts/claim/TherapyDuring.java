package org.hearth.facts.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * The covered therapy of a 34X on days on which the payer has something else on file for the beneficiary (Pub. 100-04 ch. 5
 * and ch. 11). As a subject it is the claim.
 */
@InWords("therapy during other coverage")
public final class TherapyDuring implements Subject {

    /** What the payer has on file. */
    public enum OnFile {
        HOSPICE_ELECTION("hospice election"),
        MEDICARE_ADVANTAGE("Medicare Advantage"),
        /** An inpatient or skilled nursing stay, without its first and its last day. */
        INPATIENT_STAY("inpatient stay");

        private final String word;

        OnFile(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private final Bill bill;
    private final Carried carried;
    private final OnFile during;
    private final List<Line> lines;

    /** @param lines at least one, each with a date */
    TherapyDuring(Bill bill, Carried carried, OnFile during, List<Line> lines) {
        this.bill = bill;
        this.carried = carried;
        this.during = during;
        this.lines = List.copyOf(lines);
    }

    /** What the payer has on file: {@code hospice election}, {@code Medicare Advantage} or {@code inpatient stay}. */
    public String during() {
        return during.toString();
    }

    /** The claim's header. */
    public Bill bill() {
        return bill;
    }

    /** Whether the claim has none of these, as {@link Carried#none}. */
    public boolean lacks(String... items) {
        return carried.none(items);
    }

    /** The first of the days. */
    @DayNumber
    public int on() {
        return lines.stream().mapToInt(Line::on).min().orElseThrow();
    }

    /** The days, each once, in order. */
    public List<LocalDate> dates() {
        return lines.stream().map(Line::serviceDate).distinct().sorted().toList();
    }

    /** The lines by their numbers, for a finding's text, such as {@code line 2} or {@code lines 2, 5}. */
    public String linesInWords() {
        return (lines.size() == 1 ? "line " : "lines ")
                + lines.stream().map(line -> String.valueOf(line.lineNumber())).collect(Collectors.joining(", "));
    }

    @Override
    public String pointer() {
        return bill.pointer();
    }
}
