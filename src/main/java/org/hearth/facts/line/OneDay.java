package org.hearth.facts.line;

import java.util.Objects;

/**
 * What lines of one day have in common, as a key: lines with equal keys belong together.
 *
 * <p>It compares itself: a method that is made while the program runs, as that of a record is, takes most of a short command's
 * time for such keys.
 *
 * @param on the day of service, as {@link org.hearth.codes.Day}
 * @param one what they have in common, such as a discipline or a code
 * @param other what else; {@code null} where there is nothing
 */
public record OneDay(int on, Object one, Object other) {

    @Override
    public boolean equals(Object object) {
        return object instanceof OneDay day
                && day.on == on
                && Objects.equals(day.one, one)
                && Objects.equals(day.other, other);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * on + Objects.hashCode(one)) + Objects.hashCode(other);
    }
}
