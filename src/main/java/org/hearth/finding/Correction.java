package org.hearth.finding;

import java.util.List;

/**
 * What was changed on a claim, and why. Holds no name of a patient.
 *
 * @param because the ids of the findings that it is for; may be empty
 * @param line the line number as sent, or {@code null} for the claim itself
 * @param why what was wrong, one line; {@code null} where nobody said
 * @param fields the fields that changed, in the order of the patch
 * @param texts what changed of the claim's file, in its order; empty for a claim as JSON
 * @param left the fields of the patch that the file has no place for, as pointers
 * @param kept the diagnoses whose code changed and of which the file says as before whether they were present on admission,
 *     as pointers
 */
public record Correction(
        List<String> because,
        Integer line,
        String why,
        List<FieldChange> fields,
        List<TextChange> texts,
        List<String> left,
        List<String> kept) {

    public Correction {
        because = List.copyOf(because);
        fields = List.copyOf(fields);
        texts = List.copyOf(texts);
        left = List.copyOf(left);
        kept = List.copyOf(kept);
    }
}
