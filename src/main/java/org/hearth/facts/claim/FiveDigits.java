package org.hearth.facts.claim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The amounts of value codes that stand for a code of five digits: the CBSA and the county. */
final class FiveDigits {

    /** One leading zero may be lost, and cents may be there as long as they are none. */
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{4,5})(\\.0{1,2})?");

    private FiveDigits() {}

    /** The five digits that an amount stands for, a leading zero restored; empty where it stands for none. */
    static String of(String amount) {
        Matcher written = WRITTEN.matcher(amount);
        if (!written.matches()) {
            return "";
        }
        String digits = written.group(1);
        return digits.length() == 4 ? "0" + digits : digits;
    }
}
