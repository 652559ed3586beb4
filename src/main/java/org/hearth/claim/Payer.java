package org.hearth.claim;

/**
 * The payer that a claim is sent to. Everything may be unknown.
 *
 * @param filingIndicator what kind of payer it is (SBR09): {@code MA} or {@code MB} is Original Medicare
 * @param name its name (loop 2010BB, NM103)
 * @param id its identifier (loop 2010BB, NM109)
 * @param responsibility in what turn it pays (SBR01): {@code P} primary, {@code S} secondary, {@code T} tertiary
 */
public record Payer(String filingIndicator, String name, String id, String responsibility) {

    /** Its name, or else its identifier; {@code null} where the claim names none. */
    public String called() {
        return name == null ? id : name;
    }
}
