package org.hearth.sent;

import java.util.List;
import org.hearth.data.Digest;
import org.hearth.history.Earlier;
import org.hearth.history.Seal;

/** Names a claim's past by its content, so that whoever judges the claim again can tell whether it is still the same. */
public final class PastDigest {

    private static final int DIGITS = 16;

    private PastDigest() {}

    /**
     * Names some earlier claims: in hexadecimal digits, the same for the same claims, sources and days in the same order.
     */
    public static String of(List<Earlier> past) {
        Digest digest = new Digest();
        for (Earlier earlier : past) {
            digest.add(earlier.source().toString())
                    .add(String.valueOf(earlier.sentOn()))
                    .add(ClaimCodec.encode(KeptForm.of(earlier.claim(), Seal.NONE)));
        }
        return digest.hex(DIGITS);
    }
}
