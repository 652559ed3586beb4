package org.hearth.cli.console;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, in words. */
public final class Reasons {

    private Reasons() {}

    /** In words for whoever named the file. */
    public static String of(IOException why) {
        if (why instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (why instanceof AccessDeniedException) {
            return "you may not read it";
        }
        if (why instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        if (why instanceof EOFException) {
            return "it breaks off";
        }
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }
}
