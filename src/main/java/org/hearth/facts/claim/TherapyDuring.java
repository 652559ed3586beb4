package org.hearth.facts.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hearth.claim.ContextFact;
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
        /** A hospice election that the sender tells. */
        HOSPICE_ELECTION("hospice election", ContextFact.HOSPICE_PERIODS),
        /** A hospice election that Medicare's eligibility answer tells. */
        HOSPICE_ANSWERED("answered hospice election", ContextFact.HOSPICE_PERIODS),
        /** An enrolment whose plan handles all claims, as far as told. */
        MEDICARE_ADVANTAGE("Medicare Advantage", ContextFact.MEDICARE_ADVANTAGE_PERIODS),
        /** An enrolment of which Medicare's contractor handles claims, or the answer does not say who does. */
        OTHER_ENROLMENT("other enrolment", ContextFact.MEDICARE_ADVANTAGE_PERIODS),
        /** An inpatient or skilled nursing stay, without its first and its last day. */
        INPATIENT_STAY("inpatient stay", ContextFact.INPATIENT_STAYS);

        private final String word;
        private final ContextFact told;

        OnFile(String word, ContextFact told) {
            this.word = word;
            this.told = told;
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

    /** What the payer has on file, by the words of {@link OnFile}, such as {@code hospice election}. */
    public String during() {
        return during.toString();
    }

    /** Who told it, as {@link Bill#asTold}. */
    public String asTold() {
        return bill.asTold(during.told);
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
