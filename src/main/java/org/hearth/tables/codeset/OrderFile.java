package org.hearth.tables.codeset;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.codes.CodeSet;

/**
 * The ICD-10-CM order file that CMS publishes for each October and April: a line a code in fixed columns, an order number
 * of five digits, the code in columns 7 to 13, in column 15 whether it is billable (1) or a heading (0), then titles,
 * which are not kept.
 */
public final class OrderFile {

    private static final Pattern LINE = Pattern.compile("\\d{5} (.{7}) ([01])(?: .*)?");
    private static final String EXPECTED =
            "expected is a line of the ICD-10-CM order file: five digits, the code in columns"
                    + " 7 to 13, in column 15 a 1 for a billable code or a 0";
    private static final String BILLABLE = "1";

    private OrderFile() {}

    /**
     * The billable codes of the file.
     *
     * @param name the file's name, for people
     * @param from the first day it holds, as {@link org.hearth.codes.Day}
     * @throws IOException with what is wrong and in which line, if it is no whole order file
     */
    public static CodeSet read(String name, InputStream in, int from) throws IOException {
        PublishedFile file = PublishedFile.of(name, in);
        PublishedFile.Listed listed = new PublishedFile.Listed(file);
        List<String> billable = new ArrayList<>();
        for (int number = 1; number <= file.lines().size(); number++) {
            Matcher line = LINE.matcher(file.line(number));
            if (!line.matches()) {
                throw file.wrong(number, EXPECTED);
            }
            String code = listed.take(line.group(1), number);
            if (line.group(2).equals(BILLABLE)) {
                billable.add(code);
            }
        }
        listed.requireWhole();
        return new CodeSet(CodeSet.Kind.ICD10, from, name, file.digest(), billable);
    }
}
