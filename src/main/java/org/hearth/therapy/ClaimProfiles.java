package org.hearth.therapy;

import java.util.List;

/** Derives the {@link ClaimProfile} of a claim. */
final class ClaimProfiles implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        sink.add(new ClaimProfile(new ClaimMarks(bill, lines, codes)));
    }
}
