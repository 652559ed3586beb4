package org.hearth.therapy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What to bill for the lines that were sent with minutes and without units. The one place where such lines are made. */
public final class ProposedLines {

    private ProposedLines() {}

    /** The lines to bill, by the line that they answer and their code. */
    public static List<ProposedLine> of(Collection<? extends UnitAllowance> allowances) {
        return allowances.stream()
                .flatMap(allowance -> allowance.shares().stream())
                .sorted(Comparator.comparingInt(
                                (UnitShare share) -> share.line().index())
                        .thenComparing(UnitShare::hcpcs))
                .map(ProposedLines::propose)
                .toList();
    }

    private static ProposedLine propose(UnitShare share) {
        Line line = share.line();
        return new ProposedLine(
                line.lineNumber(),
                share.hcpcs(),
                line.revenueCode(),
                line.modifiers(),
                line.serviceDate(),
                share.units());
    }
}
