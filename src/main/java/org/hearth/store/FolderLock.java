package org.hearth.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.hearth.data.DataFolder;

/** The right to write in a folder, which one thread of one process has at a time; a process that ends gives it back. */
final class FolderLock {

    private static final String FILE = ".lock";

    /** A lock on a file is one of the process, and a second of the same process would be an error. */
    private static final Map<Path, ReentrantLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private FolderLock() {}

    /** What is done by whoever has the right. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    /** Waits for the right and does something; the folder is made if it is not there. */
    static <T> T with(Path folder, Work<T> work) throws IOException {
        ReentrantLock threads;
        try {
            DataFolder.make(folder);
            threads = OF_THIS_PROCESS.computeIfAbsent(folder.toRealPath(), another -> new ReentrantLock());
        } catch (IOException e) {
            throw Names.unusable(folder, e);
        }
        threads.lock();
        try (FileChannel processes =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // given back with the channel
            processes.lock();
            return work.done();
        } catch (StaleException | UnusableStoreException e) {
            throw e;
        } catch (IOException e) {
            throw Names.unusable(folder, e);
        } finally {
            threads.unlock();
        }
    }
}
