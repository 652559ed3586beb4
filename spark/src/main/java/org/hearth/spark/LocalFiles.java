package org.hearth.spark;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.security.AccessControlException;

/**
 * The files of this machine, as Hadoop has them but for this: no hidden file of checksums is laid beside each; permissions are
 * set without starting a process for each file, which takes longer than to write it; a folder is renamed or it is not, where
 * Hadoop would copy it into one that is there; and a file that may not be read is not said to be missing.
 */
public final class LocalFiles extends RawLocalFileSystem {

    /** A configuration that has these files, and keeps them from whoever else reads files here. */
    static Configuration in(Configuration given) {
        Configuration configuration = new Configuration(given);
        configuration.setClass("fs.file.impl", LocalFiles.class, FileSystem.class);
        configuration.setBoolean("fs.file.impl.disable.cache", true);
        return configuration;
    }

    /** @return whether it was renamed; not, if there is a folder already that holds something */
    @Override
    public boolean rename(Path from, Path to) throws IOException {
        java.nio.file.Path target = pathToFile(to).toPath();
        try {
            Files.move(pathToFile(from).toPath(), target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            throw (IOException) new FileNotFoundException(e.getMessage()).initCause(e);
        } catch (FileSystemException e) {
            if (Files.isDirectory(target)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether {@code check} passes it over in a folder: a link to a folder, and what is no file, such as a pipe. */
    boolean isPassedOver(Path path) {
        java.nio.file.Path file = pathToFile(path).toPath();
        return Files.isDirectory(file) ? Files.isSymbolicLink(file) : !Files.isRegularFile(file);
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
        try {
            return super.open(path, buffer);
        } catch (FileNotFoundException e) {
            File file = pathToFile(path);
            if (!file.exists()) {
                throw e;
            }
            // Java says so of every file that the system does not open
            throw file.canRead() ? new IOException(e) : new AccessControlException(e);
        }
    }

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(pathToFile(path).toPath(), PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permission.getUserAction().SYMBOL
                    + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL));
        }
    }
}
