package org.hearth.finding;

/** How loudly a finding is shown. */
public enum Severity {
    INFO("info"),
    WARNING("warning"),
    ERROR("error");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The word in reports and JSON. */
    public String label() {
        return label;
    }
}
