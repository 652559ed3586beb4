package org.hearth.facts.diagnosis;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/** A diagnosis code of a claim. */
@InWords("diagnosis")
public final class Diagnosis implements Subject {

    /** The place of the principal diagnosis before the others, which are counted from 0. */
    static final int PRINCIPAL = -1;

    private static final int SEVENTH = 6;

    private final Bill bill;
    private final DiagnosisCoding coding;
    private final int index;
    private final List<String> all;
    private final String code;
    private final DiagnosisForm form;
    private final String earlier;
    private final String standing;
    private final String clinicalGroup;

    /**
     * @param index its place among the other diagnoses, or {@link #PRINCIPAL}
     * @param all every diagnosis code of the claim
     * @param earlier where the same code stands before it, or {@code null}
     * @param sets what imported code sets say
     */
    Diagnosis(
            Bill bill,
            DiagnosisCoding coding,
            int index,
            String code,
            List<String> all,
            String earlier,
            DiagnosisSets sets) {
        this.bill = bill;
        this.coding = coding;
        this.index = index;
        this.all = all;
        this.code = code;
        this.form = DiagnosisForm.of(code);
        this.earlier = earlier;
        boolean ofIcd10 = version().equals(DiagnosisForm.ICD_10.toString()) && form != DiagnosisForm.ICD_9;
        this.standing = standing(ofIcd10, sets);
        // what is no code at all need not be grouped
        boolean grouped = ofIcd10 && !standing.equals(DiagnosisSets.HEADING) && !standing.equals(DiagnosisSets.MISSING);
        this.clinicalGroup = grouped ? sets.clinicalGroup(code) : DiagnosisSets.UNKNOWN;
    }

    private String standing(boolean ofIcd10, DiagnosisSets sets) {
        if (form == DiagnosisForm.NEITHER) {
            return "no code";
        }
        if (form.tells() && coding.saysOne() && !coding.said().equals(form.toString())) {
            return "of " + form;
        }
        return ofIcd10 ? sets.standing(code) : DiagnosisSets.UNKNOWN;
    }

    /** {@code 32X}, {@code 34X} or {@code notice}, as {@link Bill#kind()}. */
    public String kind() {
        return bill.kind();
    }

    /** The frequency, fourth character of the type of bill. */
    public String frequency() {
        return bill.frequency();
    }

    /** Statement-from, as {@link Day}. */
    @DayNumber
    public int from() {
        return bill.from();
    }

    /** The first day that decides, as {@link DiagnosisCoding#first()}. */
    @DayNumber
    public int first() {
        return coding.first();
    }

    /** The last day that decides, as {@link DiagnosisCoding#last()}. */
    @DayNumber
    public int last() {
        return coding.last();
    }

    /** The last day that decides. */
    public LocalDate lastDay() {
        return coding.lastDay();
    }

    /** The code without its point. */
    public String code() {
        return code;
    }

    /** {@code principal} or {@code other}. */
    public String place() {
        return index == PRINCIPAL ? "principal" : "other";
    }

    /** How often the code stands on the claim. */
    public int times() {
        return Collections.frequency(all, code);
    }

    /** Of which version of ICD the code can be by its form: {@code ICD-9}, {@code ICD-10}, {@code either}, {@code neither}. */
    public String form() {
        return form.toString();
    }

    /**
     * Of which version it is: what the claim as a whole is coded in where that is one, as {@link
     * DiagnosisCoding#version()}, else as its form; {@code unknown} where the claim says both and the form does not tell.
     */
    public String version() {
        String whole = coding.version();
        boolean one = whole.equals(DiagnosisForm.ICD_9.toString()) || whole.equals(DiagnosisForm.ICD_10.toString());
        return one
                ? whole
                : form.tells() || !coding.said().equals(DiagnosisCoding.BOTH) ? form() : DiagnosisSets.UNKNOWN;
    }

    /** Whether the code begins with any of some letters and digits. */
    public boolean begins(String... with) {
        for (String beginning : with) {
            if (code.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** The seventh character of the code; {@code none} where it is shorter. */
    public String seventh() {
        return code.length() > SEVENTH ? code.substring(SEVENTH) : "none";
    }

    /** Where the same code stands before it, as {@link #field()} says it, or {@code null}. */
    public String earlier() {
        return earlier;
    }

    /**
     * What the code is: {@code no code} by its form; {@code of ICD-9} or {@code of ICD-10} by its form, where the claim says
     * the other; else what the ICD-10-CM code set that was imported for its day has, the code as {@code billable}, as a
     * {@code heading} of longer codes, not at all ({@code missing}); {@code unknown} where there is no such set.
     */
    public String standing() {
        return standing;
    }

    /**
     * What the list of PDGM clinical groups that was imported for its day has: {@code some} group for the code, {@code none};
     * {@code unknown} where there is no such list, or it is no code.
     */
    public String clinicalGroup() {
        return clinicalGroup;
    }

    /** Its member of the claim's JSON form, such as {@code otherDiagnoses/2}. */
    public String field() {
        return field(index);
    }

    static String field(int index) {
        return index == PRINCIPAL ? "principalDiagnosis" : "otherDiagnoses/" + index;
    }

    @Override
    public String pointer() {
        return bill.pointer();
    }
}
