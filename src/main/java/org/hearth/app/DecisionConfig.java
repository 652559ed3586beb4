package org.hearth.app;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where what was answered about claims is logged, as {@link org.hearth.decision.LogSettings} reads it. */
@ConfigMapping(prefix = "hearth.decision")
interface DecisionConfig {

    /** {@code HEARTH_DECISION_LOG}: a folder, or the URL of a PostgreSQL. */
    Optional<String> log();

    /** {@code HEARTH_DECISION_KEY}. */
    Optional<String> key();

    /** {@code HEARTH_DECISION_FILE_BYTES}. */
    Optional<String> fileBytes();

    /** {@code HEARTH_DECISION_FILES}. */
    Optional<String> files();
}
