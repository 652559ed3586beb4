package org.hearth.ledger;

import java.util.Optional;

/**
 * What checking the chain came to.
 *
 * @param records how many records there are
 * @param last the hash of the last one, which stands for all; empty if there is none
 * @param fault the first thing that does not fit; empty if all does
 */
public record Verification(long records, String last, Optional<Fault> fault) {

    /**
     * Something that does not fit.
     *
     * @param number the record that it is about
     * @param what what is wrong with it, such as {@code is missing: the log ends before it}
     */
    public record Fault(long number, String what) {

        /** In a sentence. */
        @Override
        public String toString() {
            return "record " + number + " " + what;
        }
    }
}
