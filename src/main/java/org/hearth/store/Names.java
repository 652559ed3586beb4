package org.hearth.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.hearth.data.Digest;

/** What both stores ask of names and content alike. */
final class Names {

    private Names() {}

    /**
     * A name, checked.
     *
     * @throws IllegalArgumentException if it has not the form of one: it may come from outside, and becomes a path
     */
    static String of(String name) {
        if (!Objects.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of an object: `" + name + "`");
        }
        return name;
    }

    /** The revision of some content, never 0. */
    static long revision(byte[] bytes) {
        long revision = ByteBuffer.wrap(new Digest().add(bytes).bytes()).getLong() & Long.MAX_VALUE;
        return revision == 0 ? 1 : revision;
    }

    /** @throws IllegalArgumentException if content is larger than its store takes */
    static void requireAtMost(int most, byte[] bytes) {
        if (bytes.length > most) {
            throw new IllegalArgumentException(bytes.length + " bytes, and " + most + " are the most");
        }
    }

    /** @throws IllegalArgumentException if an entry is not one line */
    static void requireLine(byte[] entry) {
        requireAtMost(Log.MOST_BYTES, entry);
        for (byte one : entry) {
            if (one == '\n') {
                throw new IllegalArgumentException("an entry is one line");
            }
        }
    }

    /** That a folder will not be read or written. */
    static UnusableStoreException unusable(Path folder, IOException why) {
        return new UnusableStoreException(
                "the store of drafts and releases in `" + folder + "` cannot be used: " + reason(why)
                        + "; see that there is room, and that the program may read and write there",
                why);
    }

    private static String reason(IOException why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    /** That another has been faster. */
    static StaleException stale(String name) {
        return new StaleException("`" + name + "` was changed by another meanwhile");
    }
}
