package org.hearth.tables.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ColumnTypeTest {

    /** Whatever an analyst types, the literal must not be able to end the string that it stands in. */
    @Property
    void textNeverEndsTheLiteralThatItStandsIn(@ForAll String text) {
        String literal = ColumnType.of("text").literal(text);
        assertThat(literal).doesNotContain("\"").doesNotContain("\n").doesNotContain("$");
        for (int at = literal.indexOf('\\'); at >= 0; at = literal.indexOf('\\', at + 1)) {
            assertThat(literal.substring(at)).matches("(?s)\\\\([0-7]{3}|u[0-9a-f]{4}).*");
            assertThat(literal.substring(at)).doesNotStartWith("\\u0022").doesNotStartWith("\\u000a");
        }
    }

    @Test
    void anAmountIsALiteralOfExactlyThatAmount() {
        assertThat(ColumnType.of("amount").literal(new BigDecimal("0.01"))).isEqualTo("0.01B");
        assertThat(ColumnType.of("amount").literal(new BigDecimal("-3"))).isEqualTo("-3B");
    }
}
