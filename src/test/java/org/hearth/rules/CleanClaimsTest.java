package org.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hearth.release.Example;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.junit.jupiter.api.Test;

/** A plain claim is clean on every day on which any row of any table begins or ends, the day before and the day after. */
class CleanClaimsTest {

    /** Therapy by codes that have been valid throughout, for each kind of bill. */
    private static final List<String> CLAIMS = List.of(
            "bill: 34X\nlines:\n- %s 0420 97110 GP 2u\n",
            "bill: 34X\nlines:\n- %s 0430 97530 GO 2u\n",
            "bill: 34X\nlines:\n- %s 0440 92507 GN 1u\n",
            "bill: 34X\nlines:\n- %1$s 0420 97110 GP 2u\n- %1$s 0430 97535 GO 1u\n- %1$s 0440 92526 GN 1u\n",
            "bill: 32X\nlines:\n- %s 0421 G0151 3u\n",
            "bill: 32X\nlines:\n- %s 0431 G0152 3u\n",
            "bill: 32X\nlines:\n- %s 0441 G0153 3u\n",
            "bill: 32X\nlines:\n- %1$s 0421 G0151 3u\n- %1$s 0571 G0156 4u\n- %1$s 0561 G0155 2u\n");

    private static SortedSet<LocalDate> boundaries() {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Table table : Rulesets.ruleset().tables()) {
            for (Row row : table.rows()) {
                for (String bound : List.of("from", "through")) {
                    if (row.values().get(bound) instanceof LocalDate day && day.getYear() >= 1999) {
                        days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
                    }
                }
            }
        }
        return days;
    }

    @Test
    void aPlainClaimIsCleanAtEveryBoundary() {
        List<String> alarms = new ArrayList<>();
        for (LocalDate day : boundaries()) {
            for (String claim : CLAIMS) {
                Example example = new Example("clean claim of " + day, claim, String.format(claim, day), "none");
                example.run(Rulesets.evaluator()).ifPresent(what -> alarms.add(day + " " + claim + what));
            }
        }
        assertThat(alarms).isEmpty();
    }
}
