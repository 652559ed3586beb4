package org.hearth.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One service line (UB-04 FL 42-48; 837I loop 2400).
 *
 * @param lineNumber as sent (LX01), from 1
 * @param lineControl the sender's own number for the line (REF*6R)
 * @param revenueCode four characters
 * @param procedureQualifier {@code HC} for a HCPCS code, {@code HP} for a HIPPS code
 * @param hcpcs the HCPCS or HIPPS code
 * @param modifiers up to four, in the order billed
 * @param serviceDate the line item date of service
 * @param serviceThrough the last day, where the line was billed with a range
 * @param units as billed; a fraction can be billed, though no rule asks for one
 * @param charge total charge in US dollars
 * @param nonCoveredCharge non-covered charge in US dollars
 * @param allowedAmount the fee schedule amount in US dollars, if the sender knows it
 * @param minutes treatment minutes of the line, 0 to 1,440
 * @param minutesBy the same minutes by who furnished them
 */
public record ServiceLine(
        int lineNumber,
        String lineControl,
        String revenueCode,
        String procedureQualifier,
        String hcpcs,
        List<String> modifiers,
        LocalDate serviceDate,
        LocalDate serviceThrough,
        BigDecimal units,
        BigDecimal charge,
        BigDecimal nonCoveredCharge,
        BigDecimal allowedAmount,
        Integer minutes,
        TreatmentMinutes minutesBy) {

    /** FL 46 has seven digits. */
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(9_999_999);

    public ServiceLine {
        modifiers = List.copyOf(modifiers);
    }

    /** Whether there is a charge and the whole of it is billed as not covered (FL 48). */
    public boolean notCovered() {
        return charge != null
                && nonCoveredCharge != null
                && charge.signum() > 0
                && nonCoveredCharge.compareTo(charge) >= 0;
    }

    /** First three digits of the revenue code, such as {@code 042}. */
    public String family() {
        return revenueCode.substring(0, 3);
    }

    /** Units as a whole number from 0; {@code null} where absent, negative, a fraction or too many for FL 46. */
    public Integer wholeUnits() {
        if (units == null
                || units.signum() < 0
                || units.compareTo(MOST_UNITS) > 0
                // as most are, and a remainder takes time
                || units.scale() != 0 && units.remainder(BigDecimal.ONE).signum() != 0) {
            return null;
        }
        return units.intValueExact();
    }

    /** This line with treatment minutes, in all and by who furnished them. */
    public ServiceLine withMinutes(Integer all, TreatmentMinutes by) {
        return new ServiceLine(
                lineNumber,
                lineControl,
                revenueCode,
                procedureQualifier,
                hcpcs,
                modifiers,
                serviceDate,
                serviceThrough,
                units,
                charge,
                nonCoveredCharge,
                allowedAmount,
                all,
                by);
    }
}
