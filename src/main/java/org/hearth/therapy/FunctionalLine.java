package org.hearth.therapy;

import java.math.BigDecimal;
import java.util.List;
import org.hearth.claim.Discipline;

/**
 * A line whose code is a functional reporting G-code on some day, whether or not on its own (Pub. 100-04 ch. 5 s. 10.6).
 *
 * @param line the line
 * @param discipline whose it is, by its revenue code, else by its modifier; {@code null} where neither says
 * @param companion whether a separately payable line of the discipline has the same date
 * @param nominalCeiling the highest charge that is nominal, in US dollars; {@code null} where none is set
 */
public record FunctionalLine(Line line, Discipline discipline, boolean companion, BigDecimal nominalCeiling) {

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return line.kind();
    }

    /** Date of service as {@link Day}. */
    public int on() {
        return line.on();
    }

    /** How many severity modifiers it carries. */
    public int severities() {
        return line.severityModifiers().size();
    }

    /** Whether it carries a charge above zero; without a charge it does not. */
    public boolean charged() {
        return line.charge() != null && line.charge().signum() > 0;
    }

    /** Whether its charge is above what is nominal. */
    public boolean aboveNominal() {
        return line.charge() != null && nominalCeiling != null && line.charge().compareTo(nominalCeiling) > 0;
    }

    /** Whether its units are one, or not said. */
    public boolean oneUnit() {
        return line.units() == null || line.units().compareTo(BigDecimal.ONE) == 0;
    }

    /** Modifiers as billed. */
    public List<String> modifiers() {
        return line.modifiers();
    }
}
