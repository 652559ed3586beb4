package org.hearth.tables.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearth.codes.Day;
import org.hearth.tables.workbook.RawCell;

/**
 * What the cells of a column may hold, and the only form in which they reach a rule.
 *
 * @param kind the kind of value
 * @param choices the words allowed, of {@link Kind#CHOICE} and {@link Kind#CHOICES} only
 * @param list the code list that knows the codes, or {@code null}; {@code families of revenue-codes} where the first three
 *     digits are enough
 */
public record ColumnType(Kind kind, List<String> choices, String list) {

    /** Stands before a code list of which a column holds the first three characters. */
    public static final String FAMILIES = "families of ";

    /** Kinds of value; the word an analyst reads in the Notes sheet is the name in lower case, {@code -} for {@code _}. */
    public enum Kind {
        /** A row's name, or a finding's id: letters, digits, blanks, and {@code - _ . /}. */
        KEY,
        /** One code, or a name of ours: letters, digits, blanks, and {@code , / & ( ) -}. */
        CODE,
        /** Codes separated by commas. */
        CODES,
        /** A date cell. */
        DATE,
        /** A whole number. */
        NUMBER,
        /** A decimal number. */
        AMOUNT,
        /** One of a few words. */
        CHOICE,
        /** Some of a few words, separated by commas. */
        CHOICES,
        /** {@code yes} or {@code no}. */
        YES_NO,
        /** Free text; may be blank. */
        TEXT,
        /** Where the row comes from; never blank. */
        SOURCE,
        /** A finding's id. */
        FINDING;

        /** Whether a value is a day or a number, which can be without a limit. */
        boolean measured() {
            return this == DATE || this == NUMBER || this == AMOUNT;
        }
    }

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._/-]{0,79}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ,/&()-]{0,59}");
    private static final Pattern LISTED_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 /&()-]{0,39}");
    private static final Pattern FINDING = Pattern.compile("HHT-[0-9]{3}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final int LONGEST_TEXT = 2_000;

    public ColumnType {
        choices = List.copyOf(choices);
    }

    /**
     * The type that a Notes sheet names.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public static ColumnType of(String written) {
        String[] parts = written.split(":", 2);
        Kind kind = Kind.valueOf(parts[0].strip().replace('-', '_').toUpperCase(Locale.ROOT));
        if (parts.length == 1) {
            return new ColumnType(kind, List.of(), null);
        }
        return switch (kind) {
            case CHOICE, CHOICES ->
                new ColumnType(
                        kind,
                        Arrays.stream(parts[1].split(",")).map(String::strip).toList(),
                        null);
            case CODE, CODES -> new ColumnType(kind, List.of(), parts[1].strip());
            default -> throw new IllegalArgumentException(written);
        };
    }

    /** A cell that does not hold what its column asks for. */
    static final class BadCell extends Exception {
        private static final long serialVersionUID = 1L;

        private final String fix;

        BadCell(String message, String fix) {
            super(message);
            this.fix = fix;
        }

        String fix() {
            return fix;
        }
    }

    /**
     * The value of a cell: a {@code String}, a {@code List} of them, a {@code LocalDate}, an {@code Integer}, a
     * {@code BigDecimal}, a {@code Boolean} or an {@link Unbound}.
     */
    Object read(RawCell cell) throws BadCell {
        switch (cell.kind()) {
            case FORMULA ->
                throw new BadCell(
                        "the cell holds the formula `=" + shortened(cell.text()) + "`", "write the value itself");
            case ERROR -> throw new BadCell("the cell holds an error", "write the value itself");
            case BOOLEAN -> throw new BadCell("the cell holds a truth value", "write yes or no as text");
            case PERCENTAGE -> throw percentage(cell);
            default -> {
                // a value to look at
            }
        }
        String text = cell.text();
        if (text.length() > LONGEST_TEXT) {
            throw new BadCell("the text is longer than " + LONGEST_TEXT + " characters", "shorten it");
        }
        Characters.check(text, kind == Kind.TEXT || kind == Kind.SOURCE);
        if (kind == Kind.TEXT) {
            return text;
        }
        if (!text.equals(RawCell.trimmed(text))) {
            throw new BadCell("the text starts or ends with a blank", "write `" + RawCell.trimmed(text) + "`");
        }
        Object unbound = kind == Kind.KEY || kind == Kind.SOURCE ? null : unbound(text);
        return unbound != null ? unbound : value(cell);
    }

    /** A word for no limit, in small letters as everywhere else. */
    private Unbound unbound(String text) throws BadCell {
        for (Unbound unbound : Unbound.values()) {
            String word = unbound.name().toLowerCase(Locale.ROOT);
            if (text.equals(word)) {
                return unbound == Unbound.NONE && choices.contains(word) ? null : unbound;
            }
            if (text.equalsIgnoreCase(word)) {
                throw new BadCell("`" + text + "` is not the word `" + word + "`", "write `" + word + "`");
            }
        }
        return null;
    }

    private Object value(RawCell cell) throws BadCell {
        return switch (kind) {
            case DATE -> date(cell);
            case NUMBER -> number(cell);
            case AMOUNT -> amount(cell);
            case YES_NO -> yesNo(cell.text());
            case CHOICE -> choice(cell.text());
            case CHOICES -> chosen(cell);
            case CODES -> codes(cell);
            case KEY -> matching(cell, KEY, "a name of letters, digits, `-`, `_`, `.` and blanks");
            case CODE -> Characters.likely(matching(cell, CODE, "a code such as 0420 or G0151"));
            case FINDING -> matching(cell, FINDING, "a finding's id such as HHT-301");
            default -> cell.text();
        };
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    /** What is seen is a hundred times what is held. */
    private static BadCell percentage(RawCell cell) {
        String seen = new BigDecimal(cell.text())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        return new BadCell(
                "the cell holds `" + cell.text() + "` and shows it as `" + seen + " %`",
                "format the cell as a number and write " + seen);
    }

    /** What a cell is to hold, for whoever left it blank. */
    String wanted(String heading) {
        return switch (kind) {
            case DATE ->
                heading.equals(Column.CHECKED_ON)
                        ? "the day on which somebody last compared the row with its source"
                        : "a date";
            case KEY -> "a name for the row";
            case SOURCE -> "where the row comes from";
            case NUMBER -> "a whole number";
            case AMOUNT -> "a number";
            case FINDING -> "a finding's id such as HHT-301";
            case YES_NO -> "yes or no";
            case CHOICE -> "one of " + String.join(", ", choices);
            case CHOICES -> "some of " + String.join(", ", choices);
            default -> "a value";
        };
    }

    private static LocalDate date(RawCell cell) throws BadCell {
        LocalDate date = cell.date();
        if (date == null) {
            try {
                date = LocalDate.parse(cell.text());
            } catch (DateTimeParseException e) {
                throw noDate(cell);
            }
        }
        if (date.getYear() < 1900 || date.getYear() > 2199) {
            throw new BadCell("the year of `" + date + "` is a slip", "write a date such as 2018-05-01");
        }
        return date;
    }

    private static BadCell noDate(RawCell cell) {
        Optional<LocalDate> meant = MeantDate.of(cell.text());
        return new BadCell(
                cell.text().matches("[0-9]+") && meant.isPresent()
                        ? "the cell holds the day " + meant.get() + " and is not formatted as a date"
                        : "`" + shortened(cell.text()) + "` is not a date",
                meant.isPresent()
                        ? "write " + meant.get() + ", in a cell formatted as a date"
                        : "write a date such as 2018-05-01");
    }

    private static Integer number(RawCell cell) throws BadCell {
        if (cell.kind() == RawCell.Kind.DATE || !NUMBER.matcher(cell.text()).matches()) {
            throw new BadCell("`" + shortened(cell.text()) + "` is not a whole number", "write digits alone");
        }
        return Integer.valueOf(cell.text());
    }

    private static BigDecimal amount(RawCell cell) throws BadCell {
        if (cell.kind() == RawCell.Kind.DATE || !AMOUNT.matcher(cell.text()).matches()) {
            throw new BadCell(
                    "`" + shortened(cell.text()) + "` is not a number", "write digits and a decimal point alone");
        }
        return new BigDecimal(cell.text());
    }

    private static Boolean yesNo(String text) throws BadCell {
        return switch (text) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> throw new BadCell("`" + text + "` is neither yes nor no", "write yes or no");
        };
    }

    private String choice(String text) throws BadCell {
        if (!choices.contains(text)) {
            throw new BadCell("`" + text + "` is not allowed here", "write one of " + String.join(", ", choices));
        }
        return text;
    }

    private List<String> chosen(RawCell cell) throws BadCell {
        List<String> chosen = new ArrayList<>();
        for (String word : asText(cell).split(",", -1)) {
            chosen.add(choice(word.strip()));
        }
        return List.copyOf(chosen);
    }

    private static List<String> codes(RawCell cell) throws BadCell {
        List<String> codes = new ArrayList<>();
        for (String written : asText(cell).split(",", -1)) {
            String code = written.strip();
            if (!LISTED_CODE.matcher(code).matches()) {
                throw new BadCell(
                        code.isEmpty() ? "a comma stands without a code" : "`" + code + "` is not a code",
                        "write codes separated by commas");
            }
            codes.add(Characters.likely(code));
        }
        return List.copyOf(codes);
    }

    private static String matching(RawCell cell, Pattern pattern, String wanted) throws BadCell {
        String text = asText(cell);
        if (!pattern.matcher(text).matches()) {
            throw new BadCell("`" + shortened(text) + "` cannot stand here", "write " + wanted);
        }
        return text;
    }

    private static String asText(RawCell cell) throws BadCell {
        if (cell.kind() != RawCell.Kind.TEXT) {
            throw new BadCell(
                    "`" + cell.text() + "` was stored as a " + (cell.date() == null ? "number" : "date"),
                    "format the cell as text and write the code again, with its leading zeros");
        }
        return cell.text();
    }

    /**
     * The value as it may stand in a rule: a code or a word as it is, codes as string literals, a date as {@code
     * yyyymmdd}, an amount as {@code 0.01B}, text with everything escaped that could end a literal.
     *
     * @return {@code null} where a condition is to be left out
     */
    String literal(Object value) {
        if (value == Unbound.ANY) {
            return null;
        }
        if (value == Unbound.OPEN) {
            return kind == Kind.DATE ? null : String.valueOf(Integer.MAX_VALUE);
        }
        if (value == Unbound.NONE) {
            return "none";
        }
        if (value instanceof LocalDate date) {
            return String.valueOf(Day.of(date));
        }
        if (value instanceof BigDecimal amount) {
            // with the suffix of an exact number: 0.01 alone is a binary fraction a little above a cent
            return amount.toPlainString() + "B";
        }
        if (value instanceof List<?> codes) {
            return codes.stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(", "));
        }
        if (kind == Kind.TEXT || kind == Kind.SOURCE) {
            return escaped((String) value);
        }
        return value.toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (char c : text.toCharArray()) {
            if (c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else if (Character.isLetterOrDigit(c) || " .,;:()-_/'".indexOf(c) >= 0) {
                out.append(c);
            } else {
                // octal, because the compiler resolves \\u escapes before it looks for the end of a literal
                out.append(String.format("\\%03o", (int) c));
            }
        }
        return out.toString();
    }
}
