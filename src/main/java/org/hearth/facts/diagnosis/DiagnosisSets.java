package org.hearth.facts.diagnosis;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import org.hearth.codes.CodeSet;
import org.hearth.codes.CodeSets;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.ParameterName;

/**
 * What imported code sets say of the codes of one claim. Where two days decide, a code that either edition has is taken: a
 * code that came or went between them is right for one of them.
 */
final class DiagnosisSets {

    static final String UNKNOWN = "unknown";
    static final String HEADING = "heading";
    static final String MISSING = "missing";

    private final List<CodeSet> codes;
    private final List<CodeSet> groups;

    private DiagnosisSets(List<CodeSet> codes, List<CodeSet> groups) {
        this.codes = codes;
        this.groups = groups;
    }

    /** The editions in force on the days of a claim; none of a kind unless there is one for both days. */
    static DiagnosisSets of(Codes codes, DiagnosisDays days, int from, int through) {
        return new DiagnosisSets(
                editions(CodeSet.Kind.ICD10, codes, days.first(), days.last()),
                editions(CodeSet.Kind.PDGM, codes, from, through));
    }

    private static List<CodeSet> editions(CodeSet.Kind kind, Codes codes, int first, int last) {
        CodeSet one = edition(kind, codes, first);
        CodeSet other = edition(kind, codes, last);
        return one == null || other == null ? List.of() : one == other ? List.of(one) : List.of(one, other);
    }

    private static CodeSet edition(CodeSet.Kind kind, Codes codes, int day) {
        CodeSet edition = codes.sets().on(kind, day);
        OptionalInt days = days(kind, codes, day);
        return edition == null
                        || days.isEmpty()
                        || ChronoUnit.DAYS.between(Day.date(edition.from()), Day.date(day)) >= days.getAsInt()
                ? null
                : edition;
    }

    /** For how many days an edition answers; empty before the first day that there is such a code set. */
    static OptionalInt days(CodeSet.Kind kind, Codes codes, int day) {
        return codes.parameter(
                kind == CodeSet.Kind.ICD10
                        ? ParameterName.DIAGNOSIS_CODE_SET_DAYS
                        : ParameterName.CLINICAL_GROUP_LIST_DAYS,
                day);
    }

    /** What has to be imported so that the codes of a kind can be judged; {@code null} if it was. */
    String lacks(CodeSet.Kind kind, CodeSets imported, int day) {
        if (!(kind == CodeSet.Kind.ICD10 ? codes : groups).isEmpty()) {
            return null;
        }
        boolean none = imported.all().stream().noneMatch(set -> set.kind() == kind);
        return "an imported " + kind.label() + (none ? "" : " in force on " + Day.date(day));
    }

    /** As {@link Diagnosis#standing()}. */
    String standing(String code) {
        if (codes.isEmpty()) {
            return UNKNOWN;
        }
        return codes.stream().anyMatch(set -> set.has(code))
                ? "billable"
                : codes.stream().anyMatch(set -> set.heads(code)) ? HEADING : MISSING;
    }

    /** As {@link Diagnosis#clinicalGroup()}. */
    String clinicalGroup(String code) {
        return groups.isEmpty() ? UNKNOWN : groups.stream().anyMatch(set -> set.has(code)) ? "some" : "none";
    }
}
