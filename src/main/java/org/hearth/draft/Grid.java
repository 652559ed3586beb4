package org.hearth.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A table as a page shows it, with what is wrong with it and what differs from its base. Texts are as an analyst writes them, dates
 * in the ISO form; what is not there is {@code null} and left out.
 *
 * @param table its name
 * @param workbook its file, relative to the folder of workbooks
 * @param kind {@code decision-table} or {@code code-list}
 * @param dates what the rows' dates are compared with
 * @param about what it is
 * @param policy how many rows may hold for the same case: {@code one}, {@code at most one} or {@code all}
 * @param revision of the draft; 0 of an edition that is no draft
 * @param base whether the workbook is the base's own
 * @param sheets the sheet of the rows, then that of the examples if there is one
 * @param complaints what is wrong with it, by place
 * @param lines spans of numbers and days side by side
 * @param changes its list of changes, as the sheet Notes has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Grid(
        String table,
        String workbook,
        String kind,
        String dates,
        String about,
        String policy,
        long revision,
        boolean base,
        List<Page> sheets,
        List<Complaint> complaints,
        List<Line> lines,
        List<ChangeRow> changes) {

    /**
     * A sheet.
     *
     * @param sheet its name
     * @param headingRow the row of the headings, as the sheet shows it
     * @param columns left to right
     * @param rows top to bottom
     * @param removed rows of the base that are gone
     */
    public record Page(String sheet, int headingRow, List<Heading> columns, List<Cells> rows, List<Removed> removed) {}

    /**
     * A column.
     *
     * @param index from 0
     * @param letter as the sheet shows it
     * @param heading its heading
     * @param meaning what it is
     * @param kind what its cells hold, such as {@code date}, {@code codes} or {@code yes-no}
     * @param choices the words that may stand in it, if they are few
     * @param list the table that knows its codes
     * @param words the words for no limit that may stand in it
     * @param role what the engine does with it, such as {@code CONDITION}; none in a code list
     * @param least the least number that makes sense
     * @param most the greatest
     * @param mostChange by how many percent a number may differ from the one of the row before it of the same codes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Heading(
            int index,
            String letter,
            String heading,
            String meaning,
            String kind,
            List<String> choices,
            String list,
            List<String> words,
            String role,
            String least,
            String most,
            String mostChange) {}

    /**
     * A row.
     *
     * @param row as the sheet shows it
     * @param key its name
     * @param cells the text of each cell
     * @param was what each cell was in the base, {@code null} where it is the same; none if the whole row is
     * @param state {@code added} or {@code changed}; none if it is the base's
     * @param findings the findings that it reports
     * @param examples how many examples reached it when they were last run on the draft; none of a code, or if they were not run
     * @param stale whether nobody has compared it with its source for more than a year
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cells(
            int row,
            String key,
            List<String> cells,
            List<String> was,
            String state,
            List<String> findings,
            Integer examples,
            boolean stale) {}

    /** A row of the base that is gone. */
    public record Removed(String key, List<String> cells) {}

    /**
     * Something that is wrong, or worth a look.
     *
     * @param sheet the sheet; none for the whole workbook
     * @param cell the cell, or a block of them; none for the whole sheet
     * @param level {@code problem} or {@code warning}
     * @param message what is wrong
     * @param fix what to write instead
     * @param claim a case that falls into a gap or an overlap, in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Complaint(String sheet, String cell, String level, String message, String fix, String claim) {}

    /**
     * Rows that are alike but for a span of numbers or days, side by side.
     *
     * @param heading what the span bounds, such as {@code minutes}; the headings of its columns where it has no name
     * @param group what the rows share, such as {@code unit minutes 15}
     * @param kind {@code date} or {@code number}
     * @param spans of the rows, ascending
     * @param gaps between them
     * @param overlaps where two rows hold, if only one may
     */
    public record Line(
            String heading, String group, String kind, List<LineSpan> spans, List<Gap> gaps, List<Overlap> overlaps) {}

    /**
     * The span of a row, both ends in it; an end that is open is left out.
     *
     * @param row its key
     * @param cell the cell of its last number or day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineSpan(String row, String least, String most, String cell) {}

    /** Numbers or days between two rows for which neither holds. */
    public record Gap(String least, String most) {}

    /** Numbers or days for which several rows hold; an end that is open is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Overlap(String least, String most, List<String> rows) {}

    /**
     * A line of the list of changes.
     *
     * @param row as the sheet Notes shows it
     * @param on the day
     * @param effective the first date of service that it touches
     * @param what what changed
     */
    public record ChangeRow(int row, String on, String effective, String what) {}
}
