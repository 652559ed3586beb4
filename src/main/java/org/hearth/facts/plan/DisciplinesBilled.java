package org.hearth.facts.plan;

import java.util.Arrays;
import java.util.List;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/** Derives one {@link DisciplineBilled} for each therapy discipline with a revenue line on the claim. */
public final class DisciplinesBilled implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        int disciplines = Discipline.values().length;
        int[] first = new int[disciplines];
        int[] treated = new int[disciplines];
        Arrays.fill(treated, Day.LAST);
        int[] last = new int[disciplines];
        for (Line line : lines) {
            if (line.therapy()) {
                int at = line.discipline().ordinal();
                first[at] = first[at] == 0 ? line.on() : Math.min(first[at], line.on());
                if (!line.therapyCode().evaluative() && !line.codeList().equals("functional")) {
                    treated[at] = Math.min(treated[at], line.on());
                }
                last[at] = Math.max(last[at], line.on());
            }
        }
        for (Discipline discipline : Discipline.values()) {
            int at = discipline.ordinal();
            if (first[at] != 0) {
                sink.add(new DisciplineBilled(bill, discipline, first[at], treated[at], last[at], codes));
            }
        }
    }
}
