package org.hearth.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hearth.data.DataFolder;

/** A process that adds entries to a log, and says each that it has added, until it is killed. */
final class AppendingWriter {

    private AppendingWriter() {}

    /** {@code FOLDER NAME}. */
    public static void main(String... arguments) throws Exception {
        Log log = new Store(null, new DataFolder(Path.of(arguments[0]))).log("releases");
        for (int i = 0; ; i++) {
            String entry = arguments[1] + ":" + i;
            boolean added = false;
            while (!added) {
                try {
                    log.append(log.length(), entry.getBytes(StandardCharsets.UTF_8));
                    added = true;
                } catch (StaleException e) {
                    Thread.onSpinWait();
                }
            }
            System.out.println(entry);
            System.out.flush();
        }
    }
}
