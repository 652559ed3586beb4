package org.hearth.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.hearth.claim.BilledForm;
import org.hearth.finding.Shown;

/** Reads single values; complains and answers {@code null} where one is not what it must be. */
final class Values {

    static final BigDecimal MAX_AMOUNT = new BigDecimal("9999999999.99");
    static final BigDecimal MAX_UNITS = new BigDecimal("9999999");

    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    private static final String DATE_FORM = "write the date as year-month-day, such as \"2018-05-01\"";

    private final Complaints complaints;

    Values(Complaints complaints) {
        this.complaints = complaints;
    }

    String text(JsonNode json, String at, Shape shape) {
        if (json.isNumber()) {
            refuseNumber(json.asText(), at, shape);
            return null;
        }
        if (!json.isTextual()) {
            refuseKind(json, at, "text in quotes", "write " + shape.allowed());
            return null;
        }
        String text = json.textValue();
        if (shape.fits(text)) {
            return text;
        }
        // a hostile text costs no more than its length, once
        String canonical = shape.form().apply(text);
        if (shape.fits(canonical)) {
            complaints.add(new BilledForm(at, shape.noun(), text, canonical));
            return canonical;
        }
        String meant = shape.meant(text);
        complaints.add(
                at,
                shape.secret() ? null : shown(text),
                (shape.secret() ? "the value" : Shown.value(text)) + " is not " + shape.name(),
                meant == null ? "write " + shape.allowed() : "write \"" + meant + "\"");
        return null;
    }

    private void refuseNumber(String number, String at, Shape shape) {
        String meant = shape.meant(number);
        complaints.add(
                at,
                shape.secret() ? null : shown(number),
                (shape.secret() ? "a number" : "the number " + Shown.value(number)) + " where " + shape.name()
                        + " in quotes is expected",
                meant == null ? "write " + shape.allowed() + ", in quotes" : "write \"" + meant + "\" in quotes");
    }

    String freeText(JsonNode json, String at, int length) {
        if (!json.isTextual()) {
            refuseKind(json, at, "text in quotes", "write text in quotes");
            return null;
        }
        String text = json.textValue();
        if (text.length() > length) {
            complaints.add(
                    at,
                    null,
                    "the text has " + text.length() + " characters",
                    "write at most " + length + " characters");
            return null;
        }
        return text.isBlank() ? null : text;
    }

    LocalDate date(JsonNode json, String at) {
        if (!json.isTextual() && !json.isNumber()) {
            refuseKind(json, at, "a date in quotes", DATE_FORM);
            return null;
        }
        String text = json.asText();
        LocalDate date = json.isTextual() && text.length() == 10 ? parsed(text) : null;
        if (date == null) {
            LocalDate meant = text.matches("[0-9]{8}")
                    ? parsed(text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6))
                    : null;
            complaints.add(
                    at,
                    shown(text),
                    Shown.value(text) + " is not a date",
                    meant == null ? DATE_FORM : "write \"" + meant + "\"");
            return null;
        }
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            complaints.add(
                    at,
                    shown(text),
                    Shown.value(text) + " is out of range",
                    "write a date from " + FIRST_DAY + " to " + LAST_DAY);
            return null;
        }
        return date;
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** A number from 0 to a maximum, exactly as written. */
    BigDecimal decimal(JsonNode json, String at, int decimals, BigDecimal most, String name) {
        if (!json.isNumber()) {
            String bare = json.isTextual() && json.textValue().matches("[0-9]{1,12}(\\.[0-9]{1,3})?")
                    ? "write " + json.textValue() + " without quotes"
                    : "write a number without quotes";
            refuseKind(json, at, "a number", bare);
            return null;
        }
        BigDecimal number = json.decimalValue();
        if (number.signum() < 0 || number.compareTo(most) > 0) {
            complaints.add(
                    at,
                    shown(json.asText()),
                    Shown.value(json.asText()) + " is out of range",
                    "write a number from 0 to " + most.toPlainString());
            return null;
        }
        if (number.stripTrailingZeros().scale() > decimals) {
            complaints.add(
                    at,
                    shown(json.asText()),
                    "the " + name + " " + Shown.value(json.asText()) + " has more than " + decimals + " decimals",
                    "write at most " + decimals + " decimals");
            return null;
        }
        int scale = Math.min(Math.max(number.scale(), 0), decimals);
        // A zero passes both checks with any exponent, and rescaling `0e-999999999` would take hours.
        return number.signum() == 0 ? BigDecimal.valueOf(0, scale) : number.setScale(scale, RoundingMode.UNNECESSARY);
    }

    Integer whole(JsonNode json, String at, int least, int most) {
        String range = "write a whole number from " + least + " to " + most;
        if (!json.isNumber()) {
            refuseKind(json, at, "a whole number", range);
            return null;
        }
        if (!json.isIntegralNumber() || !json.canConvertToInt() || json.intValue() < least || json.intValue() > most) {
            String text = json.asText();
            String fault = json.isIntegralNumber() ? " is out of range" : " is not a whole number";
            complaints.add(at, shown(text), Shown.value(text) + fault, range);
            return null;
        }
        return json.intValue();
    }

    Boolean flag(JsonNode json, String at) {
        if (!json.isBoolean()) {
            refuseKind(json, at, "true or false", "write true or false, without quotes");
            return null;
        }
        return json.booleanValue();
    }

    /** Complains of a value of the wrong kind without repeating it. */
    void refuseKind(JsonNode json, String at, String expected, String fix) {
        String kind =
                switch (json.getNodeType()) {
                    case OBJECT -> "an object";
                    case ARRAY -> "a list";
                    case STRING -> "text";
                    case NUMBER -> "a number";
                    case BOOLEAN -> "true or false";
                    default -> "nothing";
                };
        complaints.add(at, null, kind + " where " + expected + " is expected", fix);
    }

    private static String shown(String text) {
        String ticked = Shown.value(text);
        return ticked.substring(1, ticked.length() - 1);
    }
}
