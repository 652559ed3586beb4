package org.hearth.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.hearth.data.Retained;

/**
 * Claims as JSON that are read one by one and written again on the way, byte by byte as they were but for those that are
 * changed meanwhile. It holds the claim at hand. Not safe for use by several threads.
 */
public final class CorrectedClaims {

    private final Retained in;
    private final OutputStream out;
    private final ClaimStream claims;
    private ClaimJson claim;

    /**
     * @param in UTF-8; the caller closes it
     * @param file the input's name, without its folder, or {@code null}
     * @param out where the corrected claims go; the caller closes it
     */
    public CorrectedClaims(InputStream in, String file, OutputStream out) {
        this.in = new Retained(in);
        this.out = out;
        claims = new ClaimStream(this.in, file);
    }

    /**
     * Writes the claim before as it now stands, and reads the next one.
     *
     * @return empty at the end, with which all of the input is written
     * @throws IOException if the claims cannot be written, or not be read
     */
    public Optional<ClaimItem> next() throws IOException {
        if (claim != null) {
            out.write(claim.text());
            claim = null;
        }
        Optional<ClaimItem> item = claims.next();
        if (item.isEmpty()) {
            out.write(in.takeAll());
            byte[] buffer = new byte[1 << 14];
            while (in.read(buffer) >= 0) {
                out.write(in.takeAll());
            }
            return item;
        }
        Frame frame = claims.frame();
        out.write(in.take(frame.offset()));
        if (item.get() instanceof ClaimItem.PlacedClaim) {
            claim = new ClaimJson(in.take(frame.offset() + frame.json().length), claims.origin());
        }
        return item;
    }

    /** The text of the claim that was read last; {@code null} if it could not be read. */
    public ClaimJson claim() {
        return claim;
    }

    /** Whether, at its end, the input was read to its end, as {@link ClaimStream#whole} has it. */
    public boolean whole() {
        return claims.whole();
    }
}
