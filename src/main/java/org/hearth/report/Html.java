package org.hearth.report;

import java.util.regex.Pattern;
import org.hearth.finding.Shown;

/** Text made fit for a page. */
public final class Html {

    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private Html() {}

    /** The value as text of an element or of an attribute in double quotes; nothing for {@code null}. */
    public static String text(Object value) {
        if (value == null) {
            return "";
        }
        return Shown.escaped(value.toString())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A message: text in which what stands in backticks is set as code. */
    public static String message(String message) {
        return CODE.matcher(text(message)).replaceAll("<code>$1</code>");
    }
}
