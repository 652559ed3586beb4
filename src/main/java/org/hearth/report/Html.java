package org.hearth.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hearth.finding.Shown;

/** Text made fit for a page. */
final class Html {

    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private Html() {}

    /** The value as text of an element or of an attribute in double quotes; nothing for {@code null}. */
    static String text(Object value) {
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
    static String message(String message) {
        return CODE.matcher(text(message)).replaceAll("<code>$1</code>");
    }

    /** Writes the beginning of a page that needs no script and fetches nothing, up to and with the start of its body. */
    static void head(Appendable out, String title) throws IOException {
        out.append(
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                """);
        out.append("<title>").append(text(title)).append("</title>\n<style>\n");
        out.append(styles()).append("</style>\n</head>\n<body>\n");
    }

    private static String styles() {
        try (InputStream in = Html.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException packed) {
            throw new UncheckedIOException(packed);
        }
    }
}
