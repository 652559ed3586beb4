package org.hearth.codes;

/** What one service unit (FL 46) of a HCPCS code is. Writes itself as the code lists do. */
public enum ServiceUnit {
    /**
     * A number of minutes by the chart of units; on a 34X pooled with the day's other timed codes of the discipline.
     */
    TIMED("timed"),
    /** A number of minutes of the code's own, neither by the chart nor pooled. */
    OWN_TIME("own time"),
    /** The service, however long. */
    UNTIMED("untimed"),
    /** A part of the body's surface. */
    AREA("area"),
    /** A device supplied for 30 days. */
    MONTH("month"),
    /** A telehealth service. */
    SERVICE("service"),
    /** A day of monitoring. */
    DAY("day"),
    /** A supply, or the place of care. */
    ITEM("item");

    private final String word;

    ServiceUnit(String word) {
        this.word = word;
    }

    /** Its word in a workbook, for rules to compare with. */
    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return word;
    }
}
