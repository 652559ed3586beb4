package org.hearth.ruleset;

/** A ruleset that does not build, though its workbooks can be read. */
public final class InvalidRulesetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what the engine said. */
    public InvalidRulesetException(String message) {
        super(message);
    }
}
