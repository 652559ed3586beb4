package org.hearth.draft;

import java.lang.ref.SoftReference;
import java.util.Optional;
import org.hearth.data.Digest;
import org.hearth.tables.workbook.WorkbookEditor;

/**
 * Workbooks that were edited last and are still open, while there is memory for them: who types one cell after the other does
 * not wait for the same workbook to be opened for each. Safe for use by any number of threads; an open workbook is had by one.
 */
final class OpenWorkbooks {

    /** An open workbook takes a hundred times its file. */
    private static final int MOST = 2;

    private static final int LARGEST = 200_000;
    private static final int DIGITS = 32;

    private final Latest<String, SoftReference<WorkbookEditor>> open = new Latest<>(MOST);

    /**
     * A workbook that was kept open, which nobody else is given.
     *
     * @param file its path, for people
     * @return empty if it is not open any more
     */
    Optional<WorkbookEditor> take(String file, byte[] bytes) {
        SoftReference<WorkbookEditor> kept = open.take(key(file, bytes));
        return kept == null ? Optional.empty() : Optional.ofNullable(kept.get());
    }

    /**
     * Keeps a workbook open.
     *
     * @param bytes what it has just been written to
     */
    void keep(String file, byte[] bytes, WorkbookEditor editor) {
        if (bytes.length <= LARGEST) {
            open.keep(key(file, bytes), new SoftReference<>(editor));
        }
    }

    private static String key(String file, byte[] bytes) {
        return file + ":" + new Digest().add(bytes).hex(DIGITS);
    }
}
