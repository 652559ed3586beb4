package org.hearth.tables.codeset;

import java.util.Arrays;
import java.util.List;
import org.hearth.codes.CodeSet;

/** Files of code sets made up for tests. */
public final class CodeSetFiles {

    private CodeSetFiles() {}

    /** The file of an edition of ICD-10-CM with these codes alone. */
    public static byte[] icd10(int from, String... codes) {
        return CodeSetFile.write(new CodeSet(CodeSet.Kind.ICD10, from, "made-up.txt", "0", List.of(codes)));
    }

    /** An order file as CMS publishes it; a code after a minus sign is a heading. */
    public static String orderFile(String... codes) {
        StringBuilder file = new StringBuilder();
        int number = 0;
        for (String code : Arrays.asList(codes)) {
            boolean heading = code.startsWith("-");
            file.append(String.format(
                    "%05d %-7s %s %-60s %s%n",
                    ++number, heading ? code.substring(1) : code, heading ? "0" : "1", "A short title", "A title"));
        }
        return file.toString();
    }
}
