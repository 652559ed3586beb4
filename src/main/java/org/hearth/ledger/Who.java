package org.hearth.ledger;

/**
 * Who made a ruleset active, and why.
 *
 * @param author who wanted it: a name, or what of the program did it
 * @param reason why; {@code null} if nobody said
 * @param source what asks for the change, such as a transmittal; {@code null} if nobody said
 * @param approvedBy who approved it; {@code null} if nobody was asked to
 * @param alone whether one person alone did what two should
 * @param identified whether the service knew everybody in it; otherwise the names are as told
 * @param authorSubject what the provider of identities names the author by; {@code null} where that is as told
 * @param approvedBySubject the same of who approved it
 */
public record Who(
        String author,
        String reason,
        String source,
        String approvedBy,
        boolean alone,
        boolean identified,
        String authorSubject,
        String approvedBySubject) {

    /** What stands where no reason was given. */
    public static final String NO_REASON = "no reason given";

    /** What stands where nobody gave a name. */
    public static final String NOBODY = "not told";

    /** Of whom no more than a name is known. */
    public Who(String author, String reason, String source, String approvedBy, boolean alone, boolean identified) {
        this(author, reason, source, approvedBy, alone, identified, null, null);
    }

    /**
     * Somebody alone, whom the service knows.
     *
     * @param reason why, or {@code null}
     * @param source what asks for the change, or {@code null}
     */
    public static Who known(Person author, String reason, String source) {
        return new Who(author.name(), why(reason), source, null, true, true, author.subject(), null);
    }

    /**
     * Two people, both of whom the service knows.
     *
     * @param author who wants it
     * @param approver who lets it be
     * @param reason why, or {@code null}
     * @param source what asks for the change, or {@code null}
     */
    public static Who known(Person author, Person approver, String reason, String source) {
        return new Who(
                author.name(), why(reason), source, approver.name(), false, true, author.subject(), approver.subject());
    }

    private static String why(String reason) {
        return reason == null || reason.isEmpty() ? NO_REASON : reason;
    }

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
        return new Who(
                name == null ? NOBODY : name,
                why(Told.text("reason", reason, Told.TEXT)),
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
