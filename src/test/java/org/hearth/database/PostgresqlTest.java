package org.hearth.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:p%40q@h:5433/d?ssl=true, jdbc:postgresql://h:5433/d?ssl=true, u, p@q",
        "postgres://u@h/d, jdbc:postgresql://h/d, u, ",
        "jdbc:postgresql://h/d?user=u, jdbc:postgresql://h/d?user=u, , ",
        "jdbc:postgresql:d, jdbc:postgresql:d, , ",
        "postgres://h/d, jdbc:postgresql://h/d, , "
    })
    void readsTheUrlOfAPostgresql(String url, String jdbc, String user, String password) throws Exception {
        Postgresql.Address address = Postgresql.address(url, "HEARTH_STORE_URL");

        assertThat(address).isEqualTo(new Postgresql.Address(jdbc, user, password));
        assertThat(address.toString()).doesNotContain("p@q", "user=");
    }
}
