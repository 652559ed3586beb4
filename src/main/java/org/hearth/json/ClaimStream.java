package org.hearth.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.hearth.claim.Claim;
import org.hearth.claim.Location;
import org.hearth.claim.Origin;

/**
 * Reads an input of claims one by one: one claim, a list of claims in square brackets, or claims one after another
 * (NDJSON, or indented over several lines each). Which it is, the input itself tells. At most one claim is held in
 * memory at a time, and at most {@value ClaimReader#MAX_BYTES} bytes of it.
 *
 * <p>A claim that cannot be read costs itself alone. Only inside square brackets nobody can know where a claim that is
 * not JSON ends: there it ends the input, and {@link #whole} tells. Not safe for use by several threads.
 */
public final class ClaimStream {

    private final Frames frames;
    private final Origin origin;
    private final long until;
    private long place;
    private Frame frame;
    private boolean ended;
    private boolean whole = true;

    /**
     * @param input UTF-8, with or without a byte order mark; the caller closes it
     * @param file the input's name without its folder, for the claims' locations; {@code null} if it has none
     */
    public ClaimStream(InputStream input, String file) {
        this(input, file, null, Long.MAX_VALUE);
    }

    /**
     * Reads a part of an input of claims in a row: what is yielded is what a reader of the whole input yields there.
     *
     * @param input its bytes from the beginning of the part on; the caller closes it
     * @param file the input's name without its folder, for the claims' locations; {@code null} if it has none
     * @param from where the part begins; {@code null} at the input's first byte
     * @param until how many bytes of the input precede the next part; beyond the input's end for its last
     */
    public ClaimStream(InputStream input, String file, StreamPoint from, long until) {
        frames = from == null ? new Frames(new Source(input)) : new Frames(input, from);
        place = from == null ? 0 : from.place();
        this.until = until;
        Location location = new Location(file, null, null, null, null, null);
        origin = file == null ? Origin.NONE : pointer -> location;
    }

    /** How many bytes of the input precede what was not looked at yet. */
    public long offset() {
        return frames.offset();
    }

    /**
     * The next claim, or what is wrong with it.
     *
     * @return empty at the end of the input
     * @throws IOException if the input itself fails
     */
    public Optional<ClaimItem> next() throws IOException {
        frame = ended || frames.offset() >= until ? null : frames.next();
        if (frame == null) {
            ended = true;
            return Optional.empty();
        }
        place++;
        try {
            if (frame.fault() != null) {
                throw frame.fault().at(frame);
            }
            Claim claim = ClaimReader.read(frame.json(), frame.line(), frame.column(), origin);
            return Optional.of(new ClaimItem.PlacedClaim(place, claim));
        } catch (InvalidClaimException why) {
            if (ends(frame) || frames.inList() && !why.wellFormed()) {
                ended = true;
                whole = false;
            }
            return Optional.of(new ClaimItem.Unread(place, frame.line(), why));
        }
    }

    /** Whether nobody can know what comes after an item of a row. */
    static boolean ends(Frame frame) {
        return frame.fault() == Frame.Fault.UNFINISHED || frame.fault() == Frame.Fault.ENCODING;
    }

    /** The text of the item that was read last; {@code null} at the end. */
    Frame frame() {
        return frame;
    }

    /** Where its claims are from. */
    Origin origin() {
        return origin;
    }

    /**
     * Whether, at its end, the input was read to its end: false if it breaks off inside a claim or list, or if reading
     * had to stop early, so that claims may be missing that no item tells of.
     */
    public boolean whole() {
        return whole;
    }
}
