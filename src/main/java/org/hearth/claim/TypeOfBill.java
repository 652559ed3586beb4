package org.hearth.claim;

import java.util.regex.Pattern;

/**
 * The type of bill (UB-04 FL 4; 837I CLM05-1 and CLM05-3): four characters, a leading zero, two for the facility and
 * kind of care, one for the frequency.
 *
 * @param code the four characters, such as {@code 0341}
 */
public record TypeOfBill(String code) {

    private static final Pattern FORM = Pattern.compile("0[0-9]{2}[0-9A-Z]");

    public TypeOfBill {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("a type of bill is `0`, two digits and a frequency, such as `0341`");
        }
    }

    /**
     * Reads a type of bill as it is commonly written.
     *
     * @param written four characters ({@code 0341}) or three ({@code 341})
     * @throws IllegalArgumentException if it is neither
     */
    public static TypeOfBill of(String written) {
        return new TypeOfBill(written.length() == 3 ? "0" + written : written);
    }

    /** The bill without its frequency, written as the manuals do: {@code 32X}, {@code 34X}. */
    public String kind() {
        return code.substring(1, 3) + "X";
    }

    /** The fourth character: {@code 1} admit through discharge, {@code 9} final home health claim and so on. */
    public String frequency() {
        return code.substring(3);
    }

    @Override
    public String toString() {
        return code;
    }
}
