package org.hearth.json;

/**
 * The text of one item of an input, cut out but not yet parsed.
 *
 * @param json its bytes; {@code null} where there is a fault
 * @param line the line it starts on, from 1
 * @param column the column it starts in, from 1
 * @param offset how many bytes of the input precede it
 * @param fault why it cannot be an item, or {@code null}
 */
record Frame(byte[] json, long line, int column, long offset, Fault fault) {

    /** What can be wrong with the cut. */
    enum Fault {
        NO_OBJECT("this is not a claim", "write each claim as an object in braces"),
        TORN("the claim breaks off before its last brace", "send the claim whole, text without line breaks in it"),
        TOO_DEEP("the brackets are nested too deep", "write the claim as its description says"),
        TRAILING("more text follows after the claim", "start the next claim on a line of its own"),
        UNFINISHED("the input ends too early", "send the input whole: a bracket or quote is not closed"),
        TOO_LARGE(
                "the claim has more than " + ClaimReader.MAX_BYTES + " bytes",
                "send fewer earlier claims in its history"),
        SEPARATOR("a comma or the list's closing bracket is missing", "put a comma between two claims, none last"),
        AFTER_LIST("more text follows after the list of claims", "send one list"),
        ENCODING("the text is UTF-16", "save it as UTF-8");

        private final String message;
        private final String fix;

        Fault(String message, String fix) {
            this.message = message;
            this.fix = fix;
        }

        InvalidClaimException at(Frame frame) {
            return Malformed.of("", message + " at line " + frame.line() + ", column " + frame.column(), fix);
        }
    }
}
