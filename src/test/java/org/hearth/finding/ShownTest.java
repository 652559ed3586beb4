package org.hearth.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void showsPlainTextAsItIs() {
        assertThat(Shown.value("0420")).isEqualTo("`0420`");
        assertThat(Shown.value("\u00e9 \u4e2d \ud83d\ude00")).isEqualTo("`\u00e9 \u4e2d \ud83d\ude00`");
        assertThat(Shown.value("")).isEqualTo("``");
    }

    @Test
    void cutsAtFortyCharacters() {
        assertThat(Shown.value("\ud83d\ude00".repeat(40))).isEqualTo("`" + "\ud83d\ude00".repeat(40) + "`");
        assertThat(Shown.value("\ud83d\ude00".repeat(41))).isEqualTo("`" + "\ud83d\ude00".repeat(40) + "...`");
    }

    @Test
    void escapesWhatATerminalOrReaderWouldObey() {
        assertThat(Shown.escaped("a\u001b[31m\r\n\t\u0000\u007f\u009b"))
                .isEqualTo("a\\u001b[31m\\u000d\\u000a\\u0009\\u0000\\u007f\\u009b");
        assertThat(Shown.escaped("\u202e\u2066\u200b\u2028\u2029\ufeff"))
                .isEqualTo("\\u202e\\u2066\\u200b\\u2028\\u2029\\ufeff");
        assertThat(Shown.escaped("x\ud800y")).isEqualTo("x\\ud800y");
        assertThat(Shown.escaped("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
    }
}
