package org.hearth.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hearth.data.DataFolder;
import org.hearth.sent.HistorySettings.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistorySettingsTest {

    private static final String URL = "jdbc:postgresql://db.example/hearth?user=hearth&password=hidden";

    @TempDir
    private Path temporary;

    private HistorySettings of(Map<String, String> properties) throws UnusableHistoryException {
        return HistorySettings.of(properties::get, new DataFolder(temporary));
    }

    @ParameterizedTest
    @CsvSource({
        "hearth.history, , OFF",
        "hearth.history.dir, x, ON",
        "hearth.history.dir, ' ', OFF",
        "hearth.history.url, jdbc:postgresql://a/b, ON",
        "hearth.history, on, ON",
        "hearth.history, Read, READ",
        "hearth.history.key, 00, OFF"
    })
    void isOnWhereSomethingSaysSo(String property, String value, Mode mode) throws IOException {
        assertThat(of(value == null ? Map.of() : Map.of(property, value)).mode())
                .isEqualTo(mode);
    }

    @Test
    void theMarkInTheDataFolderTurnsItOn() throws IOException {
        DataFolder data = new DataFolder(temporary);
        data.write(data.resolve(HistorySettings.MARK), new byte[0]);

        assertThat(of(Map.of()).mode()).isEqualTo(Mode.ON);
        assertThat(of(Map.of()).folder()).isEqualTo(temporary.resolve("history"));
        assertThat(of(Map.of("hearth.history", "off")).mode()).isEqualTo(Mode.OFF);
    }

    @Test
    void aPostgresqlGoesBeforeAFolder() throws IOException {
        HistorySettings settings = of(Map.of("hearth.history.dir", "x", "hearth.history.url", URL));

        assertThat(settings.url()).isEqualTo(URL);
        assertThat(settings.folder()).isNull();
        assertThat(settings.place()).isEqualTo("postgresql://db.example/hearth");
        assertThat(settings.toString()).doesNotContain("hidden");
    }

    @Test
    void whereDraftsAreInAPostgresqlTheHistoryIsTooUnlessItHasAPlaceOfItsOwn() throws IOException {
        String store = "jdbc:postgresql://store.example/hearth";

        HistorySettings settings = of(Map.of("hearth.history", "on", HistorySettings.STORE, store));
        assertThat(settings.url()).isEqualTo(store);
        assertThat(settings.folder()).isNull();
        assertThat(of(Map.of(HistorySettings.STORE, store)).mode()).isEqualTo(Mode.OFF);
        assertThat(of(Map.of("hearth.history.url", URL, HistorySettings.STORE, store))
                        .url())
                .isEqualTo(URL);
        HistorySettings folder = of(Map.of("hearth.history.dir", "x", HistorySettings.STORE, store));
        assertThat(folder.url()).isNull();
        assertThat(folder.folder()).isEqualTo(Path.of("x"));
    }

    @Test
    void aPlaceThatIsNamedGoesBeforeWhatIsConfigured() throws IOException {
        HistorySettings settings = of(Map.of("hearth.history.dir", "x", "hearth.history.key", "k"));

        assertThat(settings.at("none").on()).isFalse();
        assertThat(settings.at("y").folder()).isEqualTo(Path.of("y"));
        assertThat(settings.at(URL).folder()).isNull();
        assertThat(settings.at(URL).key()).isEqualTo("k");
        assertThat(of(Map.of()).at("y").mode()).isEqualTo(Mode.ON);
        assertThat(of(Map.of("hearth.history", "read")).at("y").mode()).isEqualTo(Mode.READ);
    }

    @Test
    void formerKeysAreAList() throws IOException {
        assertThat(of(Map.of("hearth.history.former-keys", " a, b,,")).formerKeys())
                .containsExactly("a", "b");
        assertThat(HistorySettings.variable("hearth.history.former-keys")).isEqualTo("HEARTH_HISTORY_FORMER_KEYS");
    }

    @Test
    void whatIsNoModeIsTold() {
        assertThatThrownBy(() -> of(Map.of("hearth.history", "yes")))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessage("`HEARTH_HISTORY` is `yes`; write `on`, `read` or `off`");
        assertThatThrownBy(() -> of(Map.of("hearth.history.dir", "a\0b")))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("name the folder");
    }
}
