package org.hearth.codes;

import java.util.Locale;

/**
 * The numbers that are policy, each by the name that its rows in {@code codes/parameters.xlsx} have: what this list has and
 * no row, and what a row has and not this list, is a problem of the workbook.
 */
public enum ParameterName {
    FUNCTIONAL_REPORT_INTERVAL,
    FUNCTIONAL_REPORTING_GAP,
    NOMINAL_CHARGE_CEILING,
    ASSISTANT_DE_MINIMIS_PERCENT,
    ASSISTANT_DE_MINIMIS_ROUNDING_PERCENT,
    ASSISTANT_LAST_UNIT_THERAPIST_MINUTES,
    ASSISTANT_TWO_UNITS_LEAST_MINUTES,
    ASSISTANT_TWO_UNITS_MOST_MINUTES,
    MINIMUM_VISIT_MINUTES,
    VISIT_UNITS_SANITY,
    TELEHEALTH_SERVICE_UNITS,
    UNITS_OF_A_DAY,
    MONITORING_WINDOW_DAYS,
    CERTIFICATION_DAYS,
    RECERTIFICATION_DAYS,
    CERTIFICATION_SIGNATURE_DAYS,
    PLAN_TRANSMISSION_DAYS,
    HOME_HEALTH_CERTIFICATION_DAYS,
    NOTICE_OF_ADMISSION_DAYS,
    PERIOD_DAYS,
    ASSESSMENT_DAYS,
    TIMELY_FILING_YEARS,
    ADMISSION_SOURCE_DAYS,
    THERAPY_REASSESSMENT_DAYS,
    DIAGNOSIS_CODE_SET_DAYS,
    CLINICAL_GROUP_LIST_DAYS;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /** Whether it counts something, so that its rows hold whole numbers; else it is an amount of dollars. */
    public boolean whole() {
        return this != NOMINAL_CHARGE_CEILING;
    }

    /** The name, such as {@code certification days}. */
    @Override
    public String toString() {
        return word;
    }
}
