package org.hearth.facts.diagnosis;

import java.util.regex.Pattern;

/** Of which version of ICD a code can be by its form alone, without its point. */
enum DiagnosisForm {
    /** Three to five digits, V and two to four, or E and three or four. */
    ICD_9("ICD-9"),
    /** A letter, a digit, a letter or digit, and up to four more. */
    ICD_10("ICD-10"),
    /** Codes of both have this form: some with V or E. */
    EITHER("either"),
    NEITHER("neither");

    private static final Pattern OF_ICD_9 = Pattern.compile("[0-9]{3,5}|V[0-9]{2,4}|E[0-9]{3,4}");
    private static final Pattern OF_ICD_10 = Pattern.compile("[A-Z][0-9][A-Z0-9]{1,5}");

    private final String word;

    DiagnosisForm(String word) {
        this.word = word;
    }

    static DiagnosisForm of(String code) {
        boolean nine = OF_ICD_9.matcher(code).matches();
        boolean ten = OF_ICD_10.matcher(code).matches();
        return nine && ten ? EITHER : nine ? ICD_9 : ten ? ICD_10 : NEITHER;
    }

    /** Whether it tells one version from the other. */
    boolean tells() {
        return this == ICD_9 || this == ICD_10;
    }

    @Override
    public String toString() {
        return word;
    }
}
