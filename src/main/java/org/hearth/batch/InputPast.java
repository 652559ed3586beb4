package org.hearth.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.claim.Claim;
import org.hearth.history.Earlier;
import org.hearth.history.Earlier.Source;

/**
 * The claims of an input as the past of those after them: by beneficiary and billing provider, in the order in which they
 * were read. Not safe for use by several threads.
 */
final class InputPast implements AutoCloseable {

    private record Key(String beneficiary, String provider) {

        /** {@code null} if the claim does not say whose it is. */
        static Key of(Claim claim) {
            return claim.beneficiaryId() == null || claim.billingProviderNpi() == null
                    ? null
                    : new Key(claim.beneficiaryId(), claim.billingProviderNpi());
        }
    }

    private final Map<Key, List<Earlier>> read = new HashMap<>();

    /** What was read of a claim's beneficiary before it; the claim itself is the past of what follows. */
    List<Earlier> before(Claim claim) {
        Key key = Key.of(claim);
        if (key == null) {
            return List.of();
        }
        List<Earlier> known = read.computeIfAbsent(key, any -> new ArrayList<>(1));
        List<Earlier> before = List.copyOf(known);
        known.add(new Earlier(claim, Source.FILE));
        return before;
    }

    @Override
    public void close() {
        read.clear();
    }
}
