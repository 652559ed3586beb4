package org.hearth.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hearth.data.Digest;
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

    /** Writes the beginning of a page that needs no script and fetches nothing, up to and with the start of its body. */
    static void head(Appendable out, String title) throws IOException {
        out.append(
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                """);
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ")
                .append(styleSource())
                .append("\">\n<title>")
                .append(text(title))
                .append("</title>\n<style>")
                .append(styles())
                .append("</style>\n</head>\n<body>\n");
    }

    /** The styles of such a page, as {@code style-src} of a Content-Security-Policy names them. */
    public static String styleSource() {
        return "'sha256-" + Digest.base64(styles()) + "'";
    }

    private static String styles() {
        try (InputStream in = Html.class.getResourceAsStream("report.css")) {
            return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException packed) {
            throw new UncheckedIOException(packed);
        }
    }
}
