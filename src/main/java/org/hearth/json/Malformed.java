package org.hearth.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;

/**
 * Says in our words why a text is not JSON. The parser's own words would repeat what stands there, and that can be a
 * name.
 */
final class Malformed {

    private Malformed() {}

    static InvalidClaimException because(JsonProcessingException broken, long line, int column) {
        JsonLocation at = broken.getLocation();
        String where = "";
        if (at != null) {
            long inLine = at.getLineNr() == 1 ? at.getColumnNr() + column - 1L : at.getColumnNr();
            where = " at line " + (at.getLineNr() + line - 1) + ", column " + inLine;
        }
        Fault fault = fault(broken);
        return of(pointer(broken), fault.message + where, fault.fix);
    }

    static InvalidClaimException tooLarge() {
        return of(
                "", "the claim has more than " + ClaimReader.MAX_BYTES + " bytes", "send fewer claims in its history");
    }

    static InvalidClaimException of(String pointer, String message, String fix) {
        return new InvalidClaimException(null, false, List.of(new Problem(pointer, null, message, fix)));
    }

    private static String pointer(JsonProcessingException broken) {
        return broken.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    private static Fault fault(JsonProcessingException broken) {
        if (broken instanceof JsonEOFException) {
            return new Fault("the JSON ends too early", "send the claim whole: a bracket or quote is not closed");
        }
        if (broken instanceof StreamConstraintsException) {
            return new Fault(
                    "the JSON is nested too deep, or a name, number or text in it is too long",
                    "write the claim as its description says");
        }
        if (broken instanceof MismatchedInputException) {
            return new Fault("more text follows after the claim", "send one claim, or one claim a line");
        }
        String words = broken.getOriginalMessage();
        if (words.startsWith("Duplicate field")) {
            return new Fault("the field stands twice", "leave one of them out");
        }
        if (words.contains("expecting comma")) {
            return new Fault("a comma or a closing bracket is missing", "put a comma between two values");
        }
        if (words.contains("to start field name")) {
            return new Fault("a field name in double quotes is missing", "write names in double quotes, no comma last");
        }
        if (words.contains("expecting a colon")) {
            return new Fault("a colon is missing", "put a colon between name and value");
        }
        return new Fault("the text is not JSON", "write text in double quotes, numbers without; no comma last");
    }

    private record Fault(String message, String fix) {}
}
