package org.hearth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.hearth.data.DataFolder;
import org.hearth.database.PostgresqlServer;
import org.junit.jupiter.api.Test;

/** The store in a PostgreSQL. */
class PostgresqlStoreTest extends StoreContract {

    private String url;

    @Override
    Store another() throws Exception {
        if (url == null) {
            url = PostgresqlServer.emptyDatabase();
        }
        return new Store(url, new DataFolder(Path.of("none")));
    }

    @Test
    void saysWhereItIsWithoutAPassword() throws Exception {
        Store store = new Store("postgres://u:hidden@127.0.0.1:1/none", new DataFolder(Path.of("none")));

        assertThat(store.shared()).isTrue();
        assertThat(store.place()).isEqualTo("postgresql://127.0.0.1:1/none");
        assertThatThrownBy(() -> store.objects().get("drafts/a1"))
                .isInstanceOf(UnusableStoreException.class)
                .hasMessageContaining(
                        "the store of drafts and releases in `postgresql://127.0.0.1:1/none` cannot be reached")
                .hasMessageContaining("HEARTH_STORE_URL")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void whatIsNoPostgresqlIsTold() {
        Store store = new Store("jdbc:mysql://h/d", new DataFolder(Path.of("none")));

        assertThatThrownBy(() -> store.log("releases").length())
                .isInstanceOf(UnusableStoreException.class)
                .hasMessageContaining(
                        "`HEARTH_STORE_URL` is not the URL of a PostgreSQL; write `jdbc:postgresql://host");
    }
}
