package org.hearth.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Optional;

/** Where what was marked as sent is kept, as {@link org.hearth.sent.HistorySettings} reads it. */
@ConfigMapping(prefix = "hearth.history")
interface HistoryConfig {

    /** {@code HEARTH_HISTORY}. */
    @WithParentName
    Optional<String> mode();

    /** {@code HEARTH_HISTORY_DIR}. */
    Optional<String> dir();

    /** {@code HEARTH_HISTORY_URL}. */
    Optional<String> url();

    /** {@code HEARTH_HISTORY_KEY}. */
    Optional<String> key();

    /** {@code HEARTH_HISTORY_FORMER_KEYS}. */
    Optional<String> formerKeys();
}
