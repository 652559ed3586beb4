package org.hearth.finding;

/** Takes what rules and table rows report. The one global of a session. */
public interface Findings {

    /**
     * Reports a finding. Its wording, effect and codes are the row of that id in the findings workbook; each
     * {@code {name}} in the wording is the property of that name of the first of {@code about}, then of the subject,
     * that has one.
     *
     * @param id the finding's id
     * @param subject what it is about: gives the line and the field
     * @param about further facts, for the wording; the first that comes from a table row names the finding's row
     */
    void report(String id, Subject subject, Object... about);

    /**
     * Says that something could not be judged.
     *
     * @param topic what, such as {@code date of the HIPPS line}
     * @param subject what it would have been about: gives the line
     * @param needs the fact that was missing, such as {@code received date}
     */
    void notChecked(String topic, Subject subject, String needs);
}
