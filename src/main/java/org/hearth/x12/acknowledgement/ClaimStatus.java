package org.hearth.x12.acknowledgement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.finding.Finding;

/**
 * A status of a claim or line, as STC01 has it.
 *
 * @param category such as {@code A7}
 * @param code such as {@code 507}
 * @param entity whose information it is, such as {@code 71}; or {@code null}
 * @param text what is wrong, in words; only with {@link #OTHER}, which needs them
 */
record ClaimStatus(String category, String code, String entity, String text) {

    /** Fields that contradict each other, told in words: what a finding without a status of its own gets. */
    static final String OTHER = "448";

    static final ClaimStatus RECEIVED = new ClaimStatus("A1", "19", "PR", null);
    static final ClaimStatus ACCEPTED = new ClaimStatus("A2", "20", "PR", null);

    /** A syntax error that the 999 tells; comes beside the status that says which field it is. */
    static final ClaimStatus SEE_999 = new ClaimStatus("A3", "684", null, null);

    /** A professional claim among institutional ones: CLM05-2 is not {@code A}. */
    static final ClaimStatus PROFESSIONAL = new ClaimStatus("A7", "567", null, null);

    /** Returned as unprocessed, and nothing more can be said. */
    static final ClaimStatus UNPROCESSED = new ClaimStatus("A3", "0", null, null);

    private static final Pattern REJECTING = Pattern.compile("(A[3678]):([0-9]{1,3})(?::([0-9A-Z]{2,3}))?");
    private static final int TEXT_LENGTH = 264;

    /** The status a finding would be answered with. */
    static ClaimStatus of(Finding finding) {
        return of(finding.codes().claimStatus(), finding.title());
    }

    /**
     * A status that rejects.
     *
     * @param written category, code and entity with colons between; anything else, or {@code null}, gives {@link #OTHER}
     * @param text what is wrong, for {@link #OTHER}
     */
    static ClaimStatus of(String written, String text) {
        Matcher status = REJECTING.matcher(written == null ? "" : written);
        if (!status.matches() || status.group(2).equals(OTHER)) {
            return new ClaimStatus("A8", OTHER, null, text.substring(0, Math.min(text.length(), TEXT_LENGTH)));
        }
        return new ClaimStatus(status.group(1), status.group(2), status.group(3), null);
    }

    SegmentWriter.Composite composite() {
        return SegmentWriter.Composite.of(category, code, entity);
    }
}
