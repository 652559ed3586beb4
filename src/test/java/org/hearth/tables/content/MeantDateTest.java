package org.hearth.tables.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeantDateTest {

    @ParameterizedTest
    @CsvSource({
        "3/7/2022,2022-03-07",
        "03/07/22,2022-03-07",
        "12-31-2024,2024-12-31",
        "2022/3/7,2022-03-07",
        "20220307,2022-03-07",
        "45657,2024-12-31",
        "' 3/7/2022 ',2022-03-07"
    })
    void aDayInAnotherFormIsThatDay(String written, LocalDate day) {
        assertThat(MeantDate.of(written)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "someday", "2480", "99999", "13/13/2022", "2022-02-30", "20221341", "1/2/3/4"})
    void whatIsNoDayIsNone(String written) {
        assertThat(MeantDate.of(written)).isEmpty();
    }

    @Test
    void aHcpcsCodeThatLooksLikeACountedDayIsOnlyAskedWhereADayBelongs() {
        // 29000 is a day of 1979 to a spreadsheet program; nobody asks that of a code
        assertThat(MeantDate.of("29000")).contains(LocalDate.of(1979, 5, 25));
    }
}
