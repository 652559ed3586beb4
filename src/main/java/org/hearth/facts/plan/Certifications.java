package org.hearth.facts.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.hearth.claim.Certification;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.ParameterName;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/** Derives one {@link CertificationDates} for each certification whose initial treatment is known. */
public final class Certifications implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        List<Certification> certifications = bill.context().certifications();
        for (int index = 0; index < certifications.size(); index++) {
            Certification dates = certifications.get(index);
            LocalDate initial = dates.initialTreatment();
            if (initial != null) {
                sink.add(new CertificationDates(
                        bill,
                        index,
                        dates,
                        days(ParameterName.CERTIFICATION_SIGNATURE_DAYS, initial, codes),
                        days(ParameterName.PLAN_TRANSMISSION_DAYS, initial, codes)));
            }
        }
    }

    private static Integer days(ParameterName parameter, LocalDate initial, Codes codes) {
        OptionalInt days = codes.parameter(parameter, Day.of(initial));
        return days.isEmpty() ? null : days.getAsInt();
    }
}
