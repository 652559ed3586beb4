package org.hearth.app;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the ruleset is read from. */
@ConfigMapping(prefix = "hearth")
interface RulesetConfig {

    /** {@code hearth.rules.*}. */
    Folder rules();

    /** {@code hearth.tables.*}. */
    Folder tables();

    /** A folder that may take the place of a packaged one. */
    interface Folder {

        /** {@code HEARTH_RULES_DIR}, {@code HEARTH_TABLES_DIR}. */
        Optional<Path> dir();
    }
}
