package org.hearth.facts.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.claim.Claim;
import org.hearth.codes.CodeSet;
import org.hearth.codes.Codes;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/**
 * Derives a {@link Diagnosis} for each diagnosis code of a claim and a {@link DiagnosisCoding} for all of them, and says
 * which code set would have to be imported to judge them; nothing for a claim that has none or takes back an earlier one.
 */
public final class Diagnoses implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        List<String> all = codes(bill.claim());
        if (all.isEmpty() || bill.is(BillKind.VOID)) {
            return;
        }
        boolean principal = bill.claim().principalDiagnosis() != null;
        DiagnosisDays days = DiagnosisDays.of(bill);
        DiagnosisCoding coding = new DiagnosisCoding(bill, days, all);
        DiagnosisSets sets = DiagnosisSets.of(codes, days, bill.from(), bill.through());
        sink.add(coding);
        Map<String, String> earlier = new HashMap<>();
        int index = principal ? Diagnosis.PRINCIPAL : 0;
        for (String code : all) {
            sink.add(new Diagnosis(bill, coding, index, code, all, earlier.get(code), sets));
            earlier.putIfAbsent(code, Diagnosis.field(index));
            index++;
        }
        if (coding.version().equals(DiagnosisForm.ICD_9.toString())) {
            return;
        }
        lacking(CodeSet.Kind.ICD10, "diagnosis codes", days.last(), sets, codes, sink);
        if (principal && bill.is(BillKind.HOME_HEALTH)) {
            lacking(CodeSet.Kind.PDGM, "clinical group of the principal diagnosis", bill.from(), sets, codes, sink);
        }
    }

    private static List<String> codes(Claim claim) {
        List<String> codes = new ArrayList<>();
        if (claim.principalDiagnosis() != null) {
            codes.add(claim.principalDiagnosis());
        }
        if (claim.otherDiagnoses() != null) {
            codes.addAll(claim.otherDiagnoses());
        }
        return codes;
    }

    private static void lacking(
            CodeSet.Kind kind, String topic, int day, DiagnosisSets sets, Codes codes, FactSink sink) {
        String lacking = sets.lacks(kind, codes.sets(), day);
        if (lacking != null && DiagnosisSets.days(kind, codes, day).isPresent()) {
            sink.notChecked(topic, List.of(), lacking);
        }
    }
}
