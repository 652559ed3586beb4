package org.hearth.facts.claim;

import java.util.List;
import org.hearth.codes.Codes;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;

/** Derives the {@link ClaimProfile} of a claim. */
public final class ClaimProfiles implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        sink.add(new ClaimProfile(new ClaimMarks(bill, lines, codes)));
    }
}
