package org.hearth.claim;

/** A classification of diseases that diagnosis codes are taken from. */
public enum DiagnosisVersion {
    /** ICD-9-CM; qualifiers BK and BF. */
    ICD_9("ICD-9"),
    /** ICD-10-CM; qualifiers ABK and ABF. */
    ICD_10("ICD-10");

    private final String word;

    DiagnosisVersion(String word) {
        this.word = word;
    }

    /** {@code ICD-9} or {@code ICD-10}. */
    @Override
    public String toString() {
        return word;
    }
}
