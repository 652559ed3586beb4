package org.hearth.facts;

/**
 * The edition of the facts: which types and properties rules and the technical rows of workbooks may name, and what they
 * mean. A ruleset states the edition that it was made for, each decision table in its sheet Notes, the DRL in {@code
 * rules/facts-edition}; another one is refused by its number, before a name that is missing or means something else can
 * judge a claim.
 *
 * <ol>
 *   <li>all facts in one package {@code therapy}; what states no edition was made for this one
 *   <li>the facts in rooms along the field, {@code org.hearth.facts}, and the code lists' rows in {@code org.hearth.codes}
 * </ol>
 */
public final class FactsEdition {

    /**
     * This program's. It is raised by one, here and in every statement, when a name that a rule or a technical row uses goes
     * or changes its meaning; a name that is added raises nothing.
     */
    public static final int CURRENT = 2;

    /** Of what states none. */
    public static final int UNSTATED = 1;

    private FactsEdition() {}

    /** A ruleset's version with this program's edition beside it, for people. */
    public static String beside(String version) {
        return version + ", facts edition " + CURRENT;
    }

    /**
     * The edition that a text states.
     *
     * @throws NumberFormatException if it is no positive whole number
     */
    public static int stated(String text) {
        int edition = Integer.parseInt(text.strip());
        if (edition < 1) {
            throw new NumberFormatException(text);
        }
        return edition;
    }
}
