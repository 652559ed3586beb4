package org.hearth.facts.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.hearth.claim.Certification;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/** Derives one {@link CertificationDates} for each certification whose initial treatment is known. */
public final class Certifications implements Derivation {

    private static final String SIGNATURE = "certification signature days";
    private static final String TRANSMISSION = "plan transmission days";

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        List<Certification> certifications = bill.context().certifications();
        for (int index = 0; index < certifications.size(); index++) {
            Certification dates = certifications.get(index);
            LocalDate initial = dates.initialTreatment();
            if (initial != null) {
                sink.add(new CertificationDates(
                        bill, index, dates, days(SIGNATURE, initial, codes), days(TRANSMISSION, initial, codes)));
            }
        }
    }

    private static Integer days(String parameter, LocalDate initial, Codes codes) {
        OptionalInt days = codes.parameter(parameter, Day.of(initial));
        return days.isEmpty() ? null : days.getAsInt();
    }
}
