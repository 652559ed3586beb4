package org.hearth.claim;

import java.time.LocalDate;

/**
 * What the caller knows of the certification of a therapy plan of care (Pub. 100-02 ch. 15 s. 220.1.3). Any date may be
 * {@code null}.
 *
 * @param discipline whose plan
 * @param initialTreatment the day of the initial treatment; the evaluation counts as one
 * @param signed the day the plan was certified
 * @param planSent the day the plan was sent to the referring practitioner
 * @param orderSigned the day of the signed order or referral
 */
public record Certification(
        Discipline discipline,
        LocalDate initialTreatment,
        LocalDate signed,
        LocalDate planSent,
        LocalDate orderSigned) {}
