package org.hearth.batch;

import java.util.List;
import java.util.function.Supplier;
import org.hearth.catalog.NotJudged;
import org.hearth.x12.acknowledgement.Acknowledgements;
import org.hearth.x12.acknowledgement.Held;

/**
 * What an answer needs beside the claims.
 *
 * @param notes where what has no place in the format goes, a line each
 * @param acknowledgements dates and numbers a 277CA or 999
 * @param notJudged what Hearth does not judge at all, for the foot of what people read
 * @param findingPages what leads from a page to those of the findings, such as {@code findings/}; {@code null} where nothing
 *     serves them
 * @param holding what holds a part of the answer of which something stands before it that is known later, such as the totals
 *     of a 277CA; one for each part
 */
public record Setting(
        Appendable notes,
        Acknowledgements acknowledgements,
        List<NotJudged> notJudged,
        String findingPages,
        Supplier<Held> holding) {

    public Setting {
        notJudged = List.copyOf(notJudged);
    }

    /** A setting with acknowledgements of today that says nothing of what is not judged. */
    static Setting of(Appendable notes) {
        return new Setting(notes, Acknowledgements.today(), List.of(), null, Held::new);
    }
}
