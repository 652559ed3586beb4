package org.hearth.x12.correction;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands above the subscribers of a file at the place where it is read: the headers of its envelopes and what comes
 * before the first level, and the billing provider's loops. A corrected claim is read back under it. Not safe for use by
 * several threads.
 */
final class Above {

    private final int most;
    private final List<RawSegment> header = new ArrayList<>();
    private final List<RawSegment> provider = new ArrayList<>();
    /** All of it in one text; {@code null} until it is asked for. */
    private String text;

    private boolean headerTooLong;
    private boolean providerTooLong;
    private int headerLength;
    private int providerLength;

    /** @param most how many bytes of it are held */
    Above(int most) {
        this.most = most;
    }

    /**
     * An envelope begins: what stood in one of its kind goes.
     *
     * @param place how many envelopes it stands in
     */
    void begins(int place, RawSegment segment) {
        while (header.size() > place) {
            headerLength -= header.remove(header.size() - 1).length();
        }
        headerTooLong = header.size() < place;
        header(segment);
        withoutProvider();
    }

    /** Takes a segment that comes before the first level. */
    void header(RawSegment segment) {
        text = null;
        headerTooLong |= headerLength + segment.length() > most;
        if (!headerTooLong) {
            header.add(segment);
            headerLength += segment.length();
        }
    }

    /** Takes a segment of the billing provider's loops. */
    void provider(RawSegment segment) {
        text = null;
        providerTooLong |= headerLength + providerLength + segment.length() > most;
        if (!providerTooLong) {
            provider.add(segment);
            providerLength += segment.length();
        }
    }

    /** Another billing provider comes, or none. */
    void withoutProvider() {
        provider.clear();
        providerLength = 0;
        providerTooLong = false;
        text = null;
    }

    /** Whether it is longer than what is held, so that nothing can be read back under it. */
    boolean tooLong() {
        return headerTooLong || providerTooLong;
    }

    /** All of it, as it stands in the file. */
    String text() {
        if (text == null) {
            text = RawSegment.raw(header) + RawSegment.raw(provider);
        }
        return text;
    }
}
