package org.hearth.facts.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearth.claim.Discipline;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * The units that the minutes of a {@link UnitPool} allow in all, and by code. As a subject it is the code that is
 * furthest from what its minutes earn.
 */
@InWords("unit allowance of the day")
public final class PoolAllowance implements UnitAllowance {

    private final UnitPool pool;
    private final int units;
    private final String row;
    private final List<CodeUnits> codes;
    private final int billed;
    private final boolean complete;
    private final Subject shown;

    PoolAllowance(UnitPool pool, int units, String row) {
        this.pool = pool;
        this.units = units;
        this.row = row;
        this.codes = pool.allocate(units);
        int sum = 0;
        for (CodeUnits code : codes) {
            sum += code.billed();
        }
        this.billed = sum;
        this.complete = pool.complete();
        this.shown = codes.stream()
                .filter(code -> !code.lines().isEmpty())
                .max(Comparator.comparingInt(code -> billed > units ? code.surplus() : code.least() - code.billed()))
                .orElseThrow();
    }

    /** The pool that was asked about. */
    public UnitPool pool() {
        return pool;
    }

    @Override
    public String kind() {
        return pool.kind();
    }

    @Override
    public Integer unitMinutes() {
        return pool.unitMinutes();
    }

    @Override
    public int minutes() {
        return pool.minutes();
    }

    /** Whose minutes they are. */
    public Discipline discipline() {
        return pool.discipline();
    }

    /** Whether a line of the pool tells the minutes of therapist and assistant apart. */
    public boolean assisted() {
        return pool.assisted();
    }

    /** The discipline in words. */
    public String disciplineName() {
        return discipline().label();
    }

    public LocalDate serviceDate() {
        return pool.serviceDate();
    }

    @Override
    public int units() {
        return units;
    }

    /** The units of each code of the pool, by code. */
    public List<CodeUnits> codes() {
        return codes;
    }

    /** The units of one code, or {@code null} where the pool does not have it. */
    public CodeUnits of(String hcpcs) {
        return codes.stream()
                .filter(code -> code.hcpcs().equals(hcpcs))
                .findFirst()
                .orElse(null);
    }

    /** The units of each code, for a finding's text. */
    public String allowedByCode() {
        return codes.stream()
                .map(code -> "`" + code.hcpcs() + "` " + code.allowed())
                .collect(Collectors.joining(", "));
    }

    /** Units billed in the pool, those of lines without units left out. */
    public int billed() {
        return billed;
    }

    /** Whether every line of the pool was billed with units, so that {@link #billed()} can be too few. */
    public boolean complete() {
        return complete;
    }

    /**
     * Whether one unit was billed for some minutes that allow none. Short services of a day add up, and those that earned no
     * unit stand on no line (Pub. 100-04 ch. 5 s. 20.2 C): whether others completed the unit, the claim does not say.
     */
    public boolean oneUnitOfShortServices() {
        return units == 0 && billed == 1 && minutes() > 0;
    }

    /**
     * Of the codes not above their maximum a day the one with the greatest {@link CodeUnits#surplus()}; {@code null} where
     * every code is above its maximum.
     */
    public CodeUnits furthestOver() {
        CodeUnits furthest = null;
        for (CodeUnits code : codes) {
            if (code.billed() <= code.maxPerDay() && (furthest == null || code.surplus() > furthest.surplus())) {
                furthest = code;
            }
        }
        return furthest;
    }

    @Override
    public String row() {
        return row;
    }

    @Override
    public String pointer() {
        return shown.pointer();
    }

    @Override
    public Integer lineNumber() {
        return shown.lineNumber();
    }

    @Override
    public List<UnitShare> shares() {
        List<UnitShare> shares = new ArrayList<>();
        for (CodeUnits code : codes) {
            shares.addAll(code.shares(pool.unitMinutes()));
        }
        shares.sort(Comparator.comparingInt(share -> share.line().index()));
        return List.copyOf(shares);
    }

    @Override
    public Optional<UnitsAnswer> answer() {
        return Optional.of(new UnitsAnswer(serviceDate(), discipline(), minutes(), units, byLine()));
    }

    private List<UnitsAnswer.LineUnits> byLine() {
        List<Placed> placed = new ArrayList<>(pool.lines().size());
        for (CodeUnits code : codes) {
            List<Integer> allowed = code.allowedOnALine();
            code.lines().forEach(line -> placed.add(new Placed(line, allowed)));
        }
        placed.sort(Comparator.comparingInt(one -> one.line().index()));
        List<UnitsAnswer.LineUnits> lines = new ArrayList<>(placed.size());
        for (Placed one : placed) {
            lines.add(new UnitsAnswer.LineUnits(
                    one.line().lineNumber(), one.line().wholeUnits(), one.allowed()));
        }
        return List.copyOf(lines);
    }

    private record Placed(Line line, List<Integer> allowed) {}
}
