package org.hearth.episode;

import java.time.LocalDate;
import java.util.List;

/**
 * The claims of one beneficiary and agency, 32X and 34X side by side, and what they show. Nothing of it names the
 * beneficiary. What a claim bills that was taken back since, by a replacement or a void, is left out of all but
 * {@link #claims}.
 *
 * @param number which of an answer's episodes it is, from 1, in the order in which their first claims were given
 * @param billingProviderNpi the agency; {@code null} where the claims do not name it
 * @param memberKnown whether the claims name their member; those that do not are taken to be of one
 * @param from the first day of any statement
 * @param through the last day of any statement
 * @param claims in the order of their statement dates
 * @param courses treatment by discipline
 * @param periods home health periods billed or on file
 * @param notices notices of admission
 * @param certifications plans of care and how long they are certified for
 * @param amounts the yearly therapy amounts
 * @param discharges how treatment ended
 * @param next what is due after the last claim, as far as the claims show
 */
public record Episode(
        int number,
        String billingProviderNpi,
        boolean memberKnown,
        LocalDate from,
        LocalDate through,
        List<JudgedClaim> claims,
        List<Course> courses,
        List<Period> periods,
        List<Notice> notices,
        List<CertifiedSpan> certifications,
        List<YearAmount> amounts,
        List<Discharge> discharges,
        List<NextDue> next) {

    public Episode {
        claims = List.copyOf(claims);
        courses = List.copyOf(courses);
        periods = List.copyOf(periods);
        notices = List.copyOf(notices);
        certifications = List.copyOf(certifications);
        amounts = List.copyOf(amounts);
        discharges = List.copyOf(discharges);
        next = List.copyOf(next);
    }
}
