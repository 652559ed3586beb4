package org.hearth.json;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hearth.claim.CodeForm;

/**
 * What a text of a claim must look like. It is the form that is judged here, never whether a code exists: that is for
 * the rules.
 *
 * @param pattern the whole text
 * @param name what it is, such as {@code a revenue code}
 * @param allowed how it is written, such as {@code four digits, such as "0420"}
 * @param digits how long a number becomes when its lost leading zeros are put back; 0 where it has none to lose
 * @param secret whether the text must never be repeated in a message
 * @param form the form that the text is read in before it is looked at; that of an identifier is the text itself
 */
record Shape(Pattern pattern, String name, String allowed, int digits, boolean secret, UnaryOperator<String> form) {

    static final Shape CLAIM_ID = printable("a claim id", 38);
    static final Shape CONTROL_NUMBER = printable("a control number", 50);
    static final Shape BENEFICIARY = new Shape(
            Pattern.compile("[!-~][ -~]{0,79}"),
            "a member id",
            "1 to 80 printable characters",
            0,
            true,
            UnaryOperator.identity());
    static final Shape TYPE_OF_BILL =
            identifier("0?[0-9]{2}[0-9A-Z]", "a type of bill", "four characters, such as \"0341\"", 0);
    static final Shape NPI = identifier("[0-9]{10}", "an NPI", "ten digits", 0);
    static final Shape PRIORITY = code("[0-9A-Z]", "a priority of admission", "one character", 0);
    static final Shape POINT_OF_ORIGIN = code("[0-9A-Z]", "a point of origin", "one character", 0);
    static final Shape PATIENT_STATUS = code("[0-9A-Z]{2}", "a patient status", "two characters, such as \"01\"", 2);
    static final Shape CONDITION_CODE = code("[0-9A-Z]{2}", "a condition code", "two characters, such as \"07\"", 2);
    static final Shape OCCURRENCE_CODE = code("[0-9A-Z]{2}", "an occurrence code", "two characters, such as \"11\"", 2);
    static final Shape VALUE_CODE = code("[0-9A-Z]{2}", "a value code", "two characters, such as \"61\"", 2);
    static final Shape VALUE_AMOUNT = identifier(
            "[0-9]{1,15}(\\.[0-9]{1,2})?", "a value code's amount", "the digits as billed, such as \"35614\"", 0);
    static final Shape DIAGNOSIS = new Shape(
            Pattern.compile("[0-9A-Z]{3,7}"),
            "a diagnosis code",
            "three to seven characters, such as \"M6281\"",
            0,
            false,
            CodeForm::diagnosis);
    static final Shape REVENUE_CODE = new Shape(
            Pattern.compile("[0-9]{4}"),
            "a revenue code",
            "four digits, such as \"0420\"",
            4,
            false,
            CodeForm::revenueCode);
    static final Shape QUALIFIER = code("[A-Z]{2}", "a procedure qualifier", "\"HC\" or \"HP\"", 0);
    static final Shape HCPCS =
            code("[0-9A-Z]{1,48}", "a HCPCS or HIPPS code", "letters and digits, such as \"97110\"", 0);
    static final Shape MODIFIER = code("[0-9A-Z]{2}", "a modifier", "two characters, such as \"GP\"", 2);
    static final Shape DISCIPLINE = identifier("PT|OT|SLP", "a discipline", "\"PT\", \"OT\" or \"SLP\"", 0);

    private static Shape code(String pattern, String name, String allowed, int digits) {
        return new Shape(Pattern.compile(pattern), name, allowed, digits, false, CodeForm::code);
    }

    private static Shape identifier(String pattern, String name, String allowed, int digits) {
        return new Shape(Pattern.compile(pattern), name, allowed, digits, false, UnaryOperator.identity());
    }

    private static Shape printable(String name, int length) {
        String pattern = "[!-~]([ -~]{0," + (length - 2) + "}[!-~])?";
        return identifier(pattern, name, "1 to " + length + " printable characters, none of them a blank at an end", 0);
    }

    /** A filing indicator, a delay reason and their like. */
    static final Shape SHORT_CODE = code("[0-9A-Z]{1,2}", "a code", "one or two characters, such as \"MA\"", 0);

    static final Shape CONTRACT =
            identifier("[A-Z][0-9]{4}", "a plan's contract", "a letter and four digits, such as \"H9999\"", 0);
    static final Shape CLAIMS_BY =
            identifier("plan|contractor", "who handles the claims", "\"plan\" or \"contractor\"", 0);
    static final Shape INSURANCE_KIND = code("[0-9A-Z]{2}", "a kind of insurance", "two characters, such as \"12\"", 2);

    static final Shape DIAGNOSIS_VERSION =
            identifier("ICD-9|ICD-10", "a version of the diagnosis codes", "\"ICD-10\" or \"ICD-9\"", 0);

    /** What it is without its article, such as {@code revenue code}. */
    String noun() {
        return name.substring(name.indexOf(' ') + 1);
    }

    boolean fits(String text) {
        return pattern.matcher(text).matches();
    }

    /** The text that was most likely meant, or {@code null} if none suggests itself. */
    String meant(String text) {
        // Only what may be a slip is worth a guess, and only then is its cost bounded.
        if (secret || text.length() > 64) {
            return null;
        }
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (fits(upper)) {
            return upper;
        }
        String padded = "0".repeat(Math.max(0, digits - upper.length())) + upper;
        return padded.matches("[0-9]+") && fits(padded) ? padded : null;
    }
}
