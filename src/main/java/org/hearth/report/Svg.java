package org.hearth.report;

import java.util.Locale;

/** Shapes of a picture, written one after another. Everything that a sender wrote is escaped. */
final class Svg {

    private final StringBuilder out = new StringBuilder(1 << 14);

    /** What was written so far. */
    String text() {
        return out.toString();
    }

    Svg raw(String markup) {
        out.append(markup);
        return this;
    }

    Svg rect(String style, double x, double y, double width, double height) {
        return raw("<rect class=\"" + style + "\" x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(width)
                + "\" height=\"" + n(height) + "\"/>");
    }

    Svg circle(String style, double x, double y, double radius) {
        return raw("<circle class=\"" + style + "\" cx=\"" + n(x) + "\" cy=\"" + n(y) + "\" r=\"" + n(radius) + "\"/>");
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        return raw("<line class=\"" + style + "\" x1=\"" + n(x1) + "\" y1=\"" + n(y1) + "\" x2=\"" + n(x2) + "\" y2=\""
                + n(y2) + "\"/>");
    }

    /** A closed figure through points, each x and y. */
    Svg polygon(String style, double... points) {
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < points.length; at += 2) {
            all.append(at == 0 ? "" : " ").append(n(points[at])).append(',').append(n(points[at + 1]));
        }
        return raw("<polygon class=\"" + style + "\" points=\"" + all + "\"/>");
    }

    /** A triangle with its point up. */
    Svg triangle(String style, double x, double y, double size) {
        return polygon(style, x, y - size, x + size, y + size * 0.8, x - size, y + size * 0.8);
    }

    /** A square that stands on a corner. */
    Svg diamond(String style, double x, double y, double size) {
        return polygon(style, x, y - size, x + size, y, x, y + size, x - size, y);
    }

    Svg label(String style, double x, double y, String text) {
        return raw(
                "<text class=\"" + style + "\" x=\"" + n(x) + "\" y=\"" + n(y) + "\">" + Html.text(text) + "</text>");
    }

    /** Begins a group that tells what it is when it is pointed at; {@link #end} ends it. */
    Svg group(String title) {
        return raw("<g><title>" + Html.text(title) + "</title>");
    }

    Svg end() {
        return raw("</g>\n");
    }

    /** Begins a link that tells what it is; {@link #endLink} ends it. */
    Svg link(String address, String title) {
        return raw("<a href=\"" + Html.text(address) + "\"><title>" + Html.text(title) + "</title>");
    }

    Svg endLink() {
        return raw("</a>\n");
    }

    /** A number with at most one decimal, the same everywhere. */
    static String n(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A text cut to about a width, in characters of the picture's font; empty where not even a few fit. */
    static String cut(String text, double width, double ofOne) {
        int most = (int) (width / ofOne);
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return text;
        }
        return most < 4 ? "" : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
    }
}
