package org.hearth.facts.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hearth.claim.Claim;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.OccurrenceSpan;
import org.hearth.claim.ValueCode;
import org.hearth.codes.Codes;
import org.hearth.codes.HeaderKind;
import org.hearth.facts.claim.HeaderEntry.Before;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/** Derives one {@link HeaderEntry} for each code of the header. */
public final class HeaderEntries implements Derivation {

    /** A code at its place, with what stands beside it. */
    private record Placed(String code, Object beside) {}

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        Claim claim = bill.claim();
        one(bill, HeaderKind.PRIORITY, claim.priority(), "priority", codes, sink);
        one(bill, HeaderKind.ORIGIN, claim.pointOfOrigin(), "pointOfOrigin", codes, sink);
        one(bill, HeaderKind.STATUS, claim.patientStatus(), "patientStatus", codes, sink);

        List<Placed> placed = new ArrayList<>();
        for (String code : claim.conditionCodes()) {
            placed.add(new Placed(code, null));
        }
        all(bill, HeaderKind.CONDITION, placed, "conditionCodes/", codes, sink);

        placed.clear();
        for (OccurrenceCode occurrence : claim.occurrenceCodes()) {
            placed.add(new Placed(occurrence.code(), occurrence.date()));
        }
        all(bill, HeaderKind.OCCURRENCE, placed, "occurrenceCodes/", codes, sink);

        placed.clear();
        for (OccurrenceSpan span : claim.occurrenceSpans()) {
            placed.add(new Placed(span.code(), span.span()));
        }
        all(bill, HeaderKind.SPAN, placed, "occurrenceSpans/", codes, sink);

        placed.clear();
        for (ValueCode value : claim.valueCodes()) {
            placed.add(new Placed(value.code(), value));
        }
        all(bill, HeaderKind.VALUE, placed, "valueCodes/", codes, sink);
    }

    private static void one(Bill bill, HeaderKind kind, String code, String place, Codes codes, FactSink sink) {
        if (code != null) {
            sink.add(new HeaderEntry(bill, kind, code, place, null, Before.NONE, codes));
        }
    }

    private static void all(Bill bill, HeaderKind kind, List<Placed> placed, String place, Codes codes, FactSink sink) {
        for (int index = 0; index < placed.size(); index++) {
            Placed here = placed.get(index);
            sink.add(new HeaderEntry(
                    bill, kind, here.code(), place + index, here.beside(), before(placed, index), codes));
        }
    }

    private static Before before(List<Placed> placed, int index) {
        Placed here = placed.get(index);
        Before before = Before.NONE;
        for (Placed earlier : placed.subList(0, index)) {
            if (earlier.code().equals(here.code())) {
                if (Objects.equals(earlier.beside(), here.beside())) {
                    return Before.ALIKE;
                }
                before = Before.UNLIKE;
            }
        }
        return before;
    }
}
