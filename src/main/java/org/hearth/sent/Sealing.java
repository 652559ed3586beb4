package org.hearth.sent;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;

/** Takes bytes of any length to be sealed by a {@link Key}, and holds none of them. Not safe for use by several threads. */
public final class Sealing extends OutputStream {

    private final Mac mac;

    Sealing(Mac mac) {
        this.mac = mac;
    }

    @Override
    public void write(int one) {
        mac.update((byte) one);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        mac.update(source, offset, length);
    }

    /** What was written, sealed, in 22 characters of the Base64 that URLs take; ends it. */
    public String sealed() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac.doFinal(), Key.SEALED_BYTES));
    }
}
