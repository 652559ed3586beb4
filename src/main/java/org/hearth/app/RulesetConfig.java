package org.hearth.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hearth.draft.DraftReleases;

/** Where the ruleset is read from and kept, who may change it, and how the service takes bodies and stops. */
@ConfigMapping(prefix = "hearth")
interface RulesetConfig {

    /** {@code hearth.rules.*}. */
    Folder rules();

    /** {@code hearth.tables.*}. */
    Folder tables();

    /** {@code hearth.data.*}. */
    Folder data();

    /** {@code HEARTH_ZONE}: the time zone of the agency, in which the day begins from which a draft is active. */
    @WithDefault(DraftReleases.ZONE)
    ZoneId zone();

    /** {@code hearth.store.*}. */
    Kept store();

    /** Where drafts and the record of releases are kept. */
    interface Kept {

        /** {@code HEARTH_STORE_URL}: a PostgreSQL in the place of files in the data folder. */
        Optional<String> url();
    }

    /** {@code HEARTH_WARM_UP}: whether a service makes ready, aside, what the first change of a table would wait for. */
    @WithDefault("true")
    boolean warmUp();

    /** {@code hearth.admin.*}, which the calls that need it read. */
    Admin admin();

    /** {@code HEARTH_SLOWEST_BODY}: how many bytes a second must come at least; 0 for any pace. */
    OptionalLong slowestBody();

    /** {@code HEARTH_BATCHES}: how many batches are answered at a time; by default one for each 96 MiB of memory, 4 to 64. */
    OptionalInt batches();

    /** {@code HEARTH_EVALUATIONS}: how many small bodies, such as single claims, are taken at a time; 1,000 by default. */
    OptionalInt evaluations();

    /** {@code HEARTH_DRAIN}: how long a service that is told to stop goes on answering, such as {@code 5S}. */
    Optional<String> drain();

    /** Who may change what the service answers. */
    interface Admin {

        /** {@code HEARTH_ADMIN_TOKEN}. */
        Optional<String> token();
    }

    /** A folder that may take the place of a packaged one, or of that at home. */
    interface Folder {

        /** {@code HEARTH_RULES_DIR}, {@code HEARTH_TABLES_DIR}, {@code HEARTH_DATA_DIR}. */
        Optional<Path> dir();
    }
}
