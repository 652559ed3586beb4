package org.hearth.claim;

/** How a claim was handed in. */
public enum Door {
    /** As JSON: what its sender does not mention is not known. */
    JSON("JSON"),
    /** In an 837I: what the claim does not carry, it does not have; its day of receipt is the batch's day (BHT04). */
    X12("837I");

    private final String word;

    Door(String word) {
        this.word = word;
    }

    /** The word in tables and examples: {@code JSON} or {@code 837I}. */
    @Override
    public String toString() {
        return word;
    }
}
