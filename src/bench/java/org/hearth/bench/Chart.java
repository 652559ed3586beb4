package org.hearth.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of growth as SVG: both axes by powers of ten, a series a line, and how a cost that grows with its cause would run. */
final class Chart {

    private static final int WIDTH = 580;
    private static final int HEIGHT = 320;
    private static final int LEFT = 70;
    private static final int RIGHT = 40;
    private static final int TOP = 48;
    private static final int BOTTOM = 48;
    private static final String[] COLOURS = {"#1f5fa8", "#b3541e", "#3d7a3d"};

    private record Point(double x, double y) {}

    private record Series(String label, List<Point> points) {}

    private final String title;
    private final String across;
    private final String up;
    private final List<Series> series = new ArrayList<>();

    Chart(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Begins a series; {@link #add} adds to the last one begun. */
    Chart series(String label) {
        series.add(new Series(label, new ArrayList<>()));
        return this;
    }

    /** Adds a point; both numbers are above 0. */
    void add(double x, double y) {
        series.get(series.size() - 1).points().add(new Point(x, y));
    }

    String svg() {
        List<Point> all = series.stream().flatMap(one -> one.points().stream()).toList();
        double left = Math.floor(log(all.stream().mapToDouble(Point::x).min().orElseThrow()));
        double right = Math.ceil(log(all.stream().mapToDouble(Point::x).max().orElseThrow()));
        double bottom = Math.floor(log(all.stream().mapToDouble(Point::y).min().orElseThrow()));
        double top = Math.max(
                bottom + 1, Math.ceil(log(all.stream().mapToDouble(Point::y).max().orElseThrow())));
        StringBuilder svg = new StringBuilder();
        line(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH,
                HEIGHT);
        line(svg, "<title>%s</title>", title);
        line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        line(svg, "<text x=\"%d\" y=\"18\" font-size=\"14\" fill=\"#222222\">%s</text>", LEFT, title);
        for (double power = left; power <= right; power++) {
            double x = across(power, left, right);
            line(svg, "<path d=\"M%.1f %d V%d\" stroke=\"#dddddd\"/>", x, TOP, HEIGHT - BOTTOM);
            line(svg, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#444444\">%s</text>", x, HEIGHT - 32, number(power));
        }
        for (double power = bottom; power <= top; power++) {
            double y = up(power, bottom, top);
            line(svg, "<path d=\"M%d %.1f H%d\" stroke=\"#dddddd\"/>", LEFT, y, WIDTH - RIGHT);
            line(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#444444\">%s</text>", LEFT - 6, y + 4, number(power));
        }
        line(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#222222\">%s</text>", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, across);
        line(svg, "<text x=\"16\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 16 %d)\" fill=\"#222222\">%s</text>", (TOP + HEIGHT - BOTTOM) / 2, (TOP + HEIGHT - BOTTOM) / 2, up);
        int label = LEFT;
        for (int index = 0; index < series.size(); index++) {
            Series one = series.get(index);
            StringBuilder path = new StringBuilder();
            for (Point point : one.points()) {
                double x = across(log(point.x()), left, right);
                double y = up(log(point.y()), bottom, top);
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", path.isEmpty() ? "M" : "L", x, y));
                line(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x, y, COLOURS[index]);
            }
            line(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>", path.toString().strip(), COLOURS[index]);
            line(svg, "<text x=\"%d\" y=\"38\" fill=\"%s\">%s</text>", label, COLOURS[index], one.label());
            label += 30 + 7 * one.label().length();
        }
        // in proportion from the last point of the first series back
        Point last = series.get(0).points().get(series.get(0).points().size() - 1);
        double start = Math.max(left, log(last.x()) - (log(last.y()) - bottom));
        line(
                svg,
                "<path d=\"M%.1f %.1f L%.1f %.1f\" stroke=\"#999999\" stroke-dasharray=\"4 4\"/>",
                across(start, left, right),
                up(log(last.y()) - (log(last.x()) - start), bottom, top),
                across(log(last.x()), left, right),
                up(log(last.y()), bottom, top));
        line(svg, "<text x=\"%d\" y=\"38\" fill=\"#777777\">dashed: in proportion</text>", label);
        return svg.append("</svg>\n").toString();
    }

    private static double log(double value) {
        return Math.log10(value);
    }

    private static double across(double power, double left, double right) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (power - left) / (right - left);
    }

    private static double up(double power, double bottom, double top) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (power - bottom) / (top - bottom);
    }

    private static String number(double power) {
        double value = Math.pow(10, power);
        return value >= 1 ? String.format(Locale.ROOT, "%,.0f", value) : String.valueOf(value);
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
