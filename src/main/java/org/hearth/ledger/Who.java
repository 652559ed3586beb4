package org.hearth.ledger;

/**
 * Who made a ruleset active, and why.
 *
 * @param author who wanted it: a name, or what of the program did it
 * @param reason why; {@code null} if nobody said
 * @param source what asks for the change, such as a transmittal; {@code null} if nobody said
 * @param approvedBy who approved it; {@code null} if nobody was asked to
 * @param alone whether one person alone did what two should
 * @param identified whether the service knew who called; otherwise the names are as told
 */
public record Who(String author, String reason, String source, String approvedBy, boolean alone, boolean identified) {

    /** What stands where no reason was given. */
    public static final String NO_REASON = "no reason given";

    /** What stands where nobody gave a name. */
    public static final String NOBODY = "not told";

    /**
     * A person alone, as told.
     *
     * @param by a name, or {@code null}
     * @param reason why, or {@code null}
     * @param source what asks for the change, or {@code null}
     * @throws IllegalArgumentException if one of them cannot be recorded; the message says what to write instead
     */
    public static Who told(String by, String reason, String source) {
        String name = Told.text("by", by, Told.NAME);
        String why = Told.text("reason", reason, Told.TEXT);
        return new Who(
                name == null ? NOBODY : name,
                why == null ? NO_REASON : why,
                Told.text("source", source, Told.TEXT),
                null,
                true,
                false);
    }

    /** The program itself: nobody is asked. */
    public static Who program(String author, String reason) {
        return new Who(author, reason, null, null, false, false);
    }
}
