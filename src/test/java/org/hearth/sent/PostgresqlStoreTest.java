package org.hearth.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.hearth.database.PostgresqlServer;
import org.junit.jupiter.api.Test;

/** The store in a PostgreSQL. */
class PostgresqlStoreTest extends SentStoreContract {

    private String url;

    @Override
    HistorySettings settings() throws Exception {
        if (url == null) {
            url = PostgresqlServer.emptyDatabase();
        }
        return at(url, KEY);
    }

    @Override
    HistorySettings elsewhere() throws Exception {
        return at(PostgresqlServer.emptyDatabase(), KEY);
    }

    @Override
    String jdbcUrl() throws Exception {
        return settings().url();
    }

    private static HistorySettings at(String url, String key) {
        return new HistorySettings(HistorySettings.Mode.ON, null, url, key, List.of());
    }

    @Test
    void isRefusedWithoutAKeyThatAllShare() throws Exception {
        assertThatThrownBy(() -> open(keyed(settings(), null)))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("HEARTH_HISTORY_KEY")
                .hasMessageContaining("openssl rand -hex 32");
    }

    @Test
    void standsBesideOtherTables() throws Exception {
        try (Connection connection = DriverManager.getConnection(jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("create table other (id int)");
        }
        store().keep(SentClaim.monthly(1, 2), java.time.LocalDate.of(2024, 1, 1));
        assertThat(store().summary().claims()).isEqualTo(2);
    }

    @Test
    void takesAUrlAsItsOtherProgramsWriteIt() throws Exception {
        String jdbc = settings().url();
        String plain = jdbc.substring("jdbc:".length());
        String withUser = plain.replaceFirst("//", "//postgres:any%40thing@").replaceFirst("user=postgres", "a=b");

        assertThat(open(at(withUser, KEY)).place())
                .isEqualTo(plain.replaceFirst("\\?.*", ""))
                .doesNotContain("any");
    }

    @Test
    void whoCannotBeReachedIsTold() throws Exception {
        assertThatThrownBy(() -> open(at("jdbc:postgresql://127.0.0.1:1/none?user=u&password=hidden", KEY)))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("postgresql://127.0.0.1:1/none")
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> open(at("jdbc:mysql://127.0.0.1/none", KEY)))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("jdbc:postgresql://host");
        assertThat(HistorySettings.of(name -> null, new org.hearth.data.DataFolder(Path.of("none")))
                        .on())
                .isFalse();
    }
}
