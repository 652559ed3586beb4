package org.hearth;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Tests run the libraries as the program does, without their logs: at the level that tests have else, every step of the
 * reader and the engine is worded for nobody, which takes most of the time.
 */
public final class QuietLibraries implements LauncherSessionListener {

    /** Kept, as a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("io.xlate"),
            Logger.getLogger("org.drools"),
            Logger.getLogger("org.kie"),
            Logger.getLogger("org.flywaydb"));

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
