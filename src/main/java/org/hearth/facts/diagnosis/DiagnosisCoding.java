package org.hearth.facts.diagnosis;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.claim.DiagnosisVersion;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/** In which version of ICD the diagnoses of a claim are coded, and the days that decide in which they are to be. */
@InWords("coding of the diagnoses")
public final class DiagnosisCoding implements Subject {

    static final String BOTH = "both";
    private static final String NOT_SAID = "not said";

    private final Bill bill;
    private final DiagnosisDays days;
    private final String said;
    private final String version;

    DiagnosisCoding(Bill bill, DiagnosisDays days, List<String> codes) {
        this.bill = bill;
        this.days = days;
        this.said = said(bill.claim().diagnosisVersions());
        this.version = said.equals(NOT_SAID) ? told(codes) : said;
    }

    private static String said(Set<DiagnosisVersion> versions) {
        return switch (versions.size()) {
            case 0 -> NOT_SAID;
            case 1 -> versions.iterator().next().toString();
            default -> BOTH;
        };
    }

    private static String told(List<String> codes) {
        Set<DiagnosisForm> told = codes.stream()
                .map(DiagnosisForm::of)
                .filter(DiagnosisForm::tells)
                .collect(Collectors.toSet());
        return switch (told.size()) {
            case 0 -> "unknown";
            case 1 -> told.iterator().next().toString();
            default -> BOTH;
        };
    }

    /** {@code 32X}, {@code 34X} or {@code notice}, as {@link Bill#kind()}. */
    public String kind() {
        return bill.kind();
    }

    /** What the claim says of its codes: {@code ICD-9}, {@code ICD-10}, {@code both} or {@code not said}. */
    public String said() {
        return said;
    }

    /** Whether the claim says of all its codes that they are of one version. */
    boolean saysOne() {
        return !said.equals(BOTH) && !said.equals(NOT_SAID);
    }

    /**
     * {@code ICD-9}, {@code ICD-10} or {@code both} as the claim says, else as the forms of its codes tell; {@code unknown}
     * where they do not.
     */
    public String version() {
        return version;
    }

    /** The first day that decides, as {@link Day}: of a 34X the first date of service, else statement-through. */
    @DayNumber
    public int first() {
        return days.first();
    }

    /** The last day that decides, as {@link Day}: of a 34X the last date of service, else statement-through. */
    @DayNumber
    public int last() {
        return days.last();
    }

    /** The first day that decides. */
    public LocalDate firstDay() {
        return Day.date(first());
    }

    /** The last day that decides. */
    public LocalDate lastDay() {
        return Day.date(last());
    }

    @Override
    public String pointer() {
        return bill.pointer();
    }
}
