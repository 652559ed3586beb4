package org.hearth.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Where the ruleset is read from and kept, who may change it, and how the service takes bodies and stops. */
@ConfigMapping(prefix = "hearth")
interface RulesetConfig {

    /** {@code hearth.rules.*}. */
    Folder rules();

    /** {@code hearth.tables.*}. */
    Folder tables();

    /** {@code hearth.data.*}. */
    Folder data();

    /** {@code HEARTH_ZONE}: the time zone of the agency, in which the day begins from which a draft is active; {@code DraftReleases.ZONE} by default. */
    Optional<String> zone();

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

    /** {@code hearth.oidc.*}, which the identities read. */
    Provider oidc();

    /** {@code HEARTH_TRUST}: {@code proxy} where something before the service says who may reach it. */
    Optional<String> trust();

    /** {@code HEARTH_SLOWEST_BODY}: how many bytes a second must come at least; 0 for any pace. */
    OptionalLong slowestBody();

    /** {@code HEARTH_STALLED_ANSWER}: how long a batch's answer may wait for its reader, such as {@code 120S}; {@code 0S} for ever. */
    Optional<String> stalledAnswer();

    /** {@code HEARTH_MAX_BATCHES}: how many batches are answered at a time; by default one for each 96 MiB of memory, 4 to 64. */
    OptionalInt maxBatches();

    /** {@code HEARTH_MAX_BODY_BYTES}: how large a body may be, such as {@code 300M}, which it may by default. */
    Optional<String> maxBodyBytes();

    /** {@code HEARTH_KEPT}: how much memory batches may take for what they keep until they are answered, such as {@code 256M}; a third by default. */
    Optional<String> kept();

    /** {@code HEARTH_EVALUATIONS}: how many small bodies, such as single claims, are taken at a time; 1,000 by default. */
    OptionalInt evaluations();

    /** {@code HEARTH_LOG}: {@code json} for a JSON object for each event that is logged, else lines of text. */
    Optional<String> log();

    /** {@code HEARTH_DRAIN}: how long a service that is told to stop goes on answering, such as {@code 5S}. */
    Optional<String> drain();

    /** The provider that knows who calls, an OpenID Connect one. */
    interface Provider {

        /** {@code HEARTH_OIDC_URL}: where its description is, below {@code /.well-known/openid-configuration}. */
        Optional<String> url();

        /** {@code HEARTH_OIDC_CLIENT_ID}: the name of the service there; {@code hearth} by default. */
        Optional<String> clientId();

        /** {@code HEARTH_OIDC_CLIENT_SECRET}: what the service proves itself with; none of a public client. */
        Optional<String> clientSecret();

        /** {@code HEARTH_OIDC_AUDIENCE}: for whom a token of a program must be made; {@code hearth} by default. */
        Optional<String> audience();

        /** {@code HEARTH_OIDC_ROLES_CLAIM}: where a token has roles, such as {@code realm_access/roles}. */
        Optional<String> rolesClaim();

        /** {@code HEARTH_OIDC_ROLES_FROM}: {@code idtoken} or {@code accesstoken}, which of a login's tokens has the roles. */
        Optional<String> rolesFrom();

        /** {@code HEARTH_OIDC_ROLE_BILLER} and its like: the provider's names of a role; the role's own by default. */
        Map<String, String> role();

        /** {@code HEARTH_OIDC_SCOPES}: what a login asks for besides; {@code profile} by default. */
        Optional<String> scopes();

        /** {@code HEARTH_OIDC_HTTPS}: whether browsers reach the service by https though TLS ends before it. */
        Optional<Boolean> https();

        /** {@code HEARTH_OIDC_COOKIE_SECRET}: 32 characters or more that all instances know. */
        Optional<String> cookieSecret();

        /** {@code HEARTH_OIDC_SESSION}: for how long a login that has expired can be renewed, such as {@code 30M}. */
        Optional<String> session();
    }

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
