package org.hearth.facts.functional;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.hearth.claim.Discipline;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * A line whose code is a functional reporting G-code on some day, whether or not on its own (Pub. 100-04 ch. 5 s. 10.6).
 *
 * @param line the line
 * @param discipline whose it is, by its revenue code, else by its modifier; {@code null} where neither says
 * @param companion whether a separately payable line of the discipline has the same date
 * @param nominalCeiling the highest charge that is nominal, in US dollars; {@code null} where none is set
 */
@InWords("functional G-code line")
public record FunctionalLine(Line line, Discipline discipline, boolean companion, BigDecimal nominalCeiling) {

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return line.kind();
    }

    /** Date of service as {@link Day}. */
    @DayNumber
    public int on() {
        return line.on();
    }

    /** The date of service, or the statement-from day where the line has none. */
    public LocalDate date() {
        return Day.date(line.on());
    }

    /** Its severity modifiers: {@code none}, {@code one} or {@code several}. */
    public String severities() {
        return switch (line.severityModifiers().size()) {
            case 0 -> "none";
            case 1 -> "one";
            default -> "several";
        };
    }

    /** Its charge: {@code none} (absent or nothing), {@code nominal} or {@code higher}. */
    public String charged() {
        if (line.charge() == null || line.charge().signum() <= 0) {
            return "none";
        }
        return nominalCeiling != null && line.charge().compareTo(nominalCeiling) > 0 ? "higher" : "nominal";
    }

    /** Whether it carries any of some modifiers. */
    public boolean carriesAny(List<String> modifiers) {
        return !Collections.disjoint(line.modifiers(), modifiers);
    }

    /** Its modifiers that are neither a discipline's nor a severity. */
    public List<String> spareModifiers() {
        return line.modifiers().stream()
                .filter(modifier -> !line.disciplineModifiers().contains(modifier)
                        && !line.severityModifiers().contains(modifier))
                .toList();
    }

    /** Whether its units are one, or not said. */
    public boolean oneUnit() {
        return line.units() == null || line.units().compareTo(BigDecimal.ONE) == 0;
    }
}
