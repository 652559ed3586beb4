package org.hearth.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearth.ledger.Verification.Fault;

/** The proof of the chain: each record gives its own hash and names that of the one before, from the first to the last that was ever said to be there. */
final class Chain {

    /** The digits by which a hash is told. */
    private static final int SHOWN = 12;

    private Chain() {}

    /**
     * Checks the chain.
     *
     * @param lines as they are kept
     * @param head how far it is known to have gone
     */
    static Verification verify(List<byte[]> lines, Optional<Head> head) {
        List<String> hashes = new ArrayList<>();
        for (byte[] line : lines) {
            Optional<Fault> fault = fault(line, hashes);
            if (fault.isPresent()) {
                return new Verification(lines.size(), last(hashes), fault);
            }
        }
        return new Verification(lines.size(), last(hashes), fault(hashes, head));
    }

    private static String last(List<String> hashes) {
        return hashes.isEmpty() ? "" : hashes.get(hashes.size() - 1);
    }

    private static Optional<Fault> fault(byte[] line, List<String> hashes) {
        long number = hashes.size() + 1L;
        ObjectNode members;
        try {
            members = Canonical.tree(line);
            Canonical.read(line);
        } catch (IOException e) {
            return Optional.of(new Fault(number, "is no record that can be read"));
        }
        String hash = members.path("hash").asText();
        long says = members.path("number").asLong();
        if (says != number) {
            return Optional.of(
                    says > number
                            ? new Fault(number, "is missing: record " + says + " stands in its place")
                            : new Fault(number, "is not there: record " + says + " stands in its place once more"));
        }
        String gives = Canonical.hash(members);
        if (!gives.equals(hash)) {
            return Optional.of(new Fault(
                    number,
                    "was changed: its content gives the hash " + shown(gives) + ", and it says " + shown(hash)));
        }
        if (!Arrays.equals(Canonical.form(members), line)) {
            return Optional.of(new Fault(number, "was changed: it is not written in the form of a record"));
        }
        String previous = members.path("previous").asText();
        if (!previous.equals(last(hashes))) {
            return Optional.of(new Fault(
                    number,
                    number == 1
                            ? "is not the first: it names a record before it, " + shown(previous)
                            : "does not follow record " + (number - 1) + ": it was written after one with the hash "
                                    + shown(previous) + ", and that has " + shown(last(hashes))));
        }
        hashes.add(hash);
        return Optional.empty();
    }

    private static Optional<Fault> fault(List<String> hashes, Optional<Head> head) {
        if (head.isEmpty()) {
            // a writer may have been killed between the first record and its head, but not before the second
            return hashes.size() < 2
                    ? Optional.empty()
                    : Optional.of(
                            new Fault(hashes.size(), "may not be the last: what says how far the log went is missing"));
        }
        long number = head.get().number();
        if (number > hashes.size()) {
            return Optional.of(new Fault(
                    hashes.size() + 1L,
                    "is missing: the log ends before it, and had " + number + (number == 1 ? " record" : " records")));
        }
        String known = hashes.get((int) number - 1);
        return known.equals(head.get().hash())
                ? Optional.empty()
                : Optional.of(new Fault(
                        number,
                        "was put in the place of another: its hash is " + shown(known) + ", and was "
                                + shown(head.get().hash())));
    }

    private static String shown(String hash) {
        return hash.length() <= SHOWN ? "`" + hash + "`" : "`" + hash.substring(0, SHOWN) + "...`";
    }
}
