package org.hearth.draft;

/** An edit that cannot be made, told to whoever sent it. */
public final class InvalidEditException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String member;
    private final String fix;
    private int index;

    /**
     * @param member of the edit, such as {@code cell}
     * @param message what is wrong with it
     * @param fix what to send instead
     */
    InvalidEditException(String member, String message, String fix) {
        super(message, null, false, false);
        this.member = member;
        this.fix = fix;
    }

    /** The same of the edit at a place, from 0. */
    InvalidEditException at(int place) {
        index = place;
        return this;
    }

    /** The JSON pointer of what is wrong. */
    public String pointer() {
        return "/edits/" + index + "/" + member;
    }

    /** What to send instead. */
    public String fix() {
        return fix;
    }
}
