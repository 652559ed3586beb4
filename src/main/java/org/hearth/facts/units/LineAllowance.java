package org.hearth.facts.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/** The units that the minutes of one line allow, apart from every other line. */
@InWords("unit allowance")
public final class LineAllowance implements UnitAllowance {

    private final LineMinutes asked;
    private final int units;
    private final String row;

    LineAllowance(LineMinutes asked, int units, String row) {
        this.asked = asked;
        this.units = units;
        this.row = row;
    }

    /** The line that it is about. */
    public Line line() {
        return asked.line();
    }

    @Override
    public String kind() {
        return asked.kind();
    }

    @Override
    public Integer unitMinutes() {
        return asked.unitMinutes();
    }

    @Override
    public int minutes() {
        return asked.minutes();
    }

    @Override
    public int units() {
        return units;
    }

    /** Units billed; {@code null} where the line has none that count. */
    public Integer billed() {
        return line().wholeUnits();
    }

    /** HCPCS code of the line. */
    public String hcpcs() {
        return line().hcpcs();
    }

    public LocalDate serviceDate() {
        return line().serviceDate();
    }

    @Override
    public String row() {
        return row;
    }

    @Override
    public String pointer() {
        return line().pointer();
    }

    @Override
    public Integer lineNumber() {
        return line().lineNumber();
    }

    @Override
    public List<UnitShare> shares() {
        return units > 0 && line().units() == null ? List.of(new UnitShare(line(), hcpcs(), units)) : List.of();
    }

    @Override
    public Optional<UnitsAnswer> answer() {
        if (!kind().equals("32X")) {
            return Optional.empty();
        }
        return Optional.of(new UnitsAnswer(
                serviceDate(),
                line().discipline(),
                minutes(),
                units,
                List.of(new UnitsAnswer.LineUnits(lineNumber(), billed(), List.of(units)))));
    }
}
