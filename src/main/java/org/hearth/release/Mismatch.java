package org.hearth.release;

import java.util.ArrayList;
import java.util.List;

/**
 * How an example came out otherwise than it wants; every entry but the remarks as an expectation writes it.
 *
 * @param missing what it wants and did not get
 * @param unexpected what it got and does not want
 * @param asWanted what it got as it wants
 * @param notChecked what was not checked and the example says nothing of
 * @param remarks what else keeps it from holding: it cannot be run, or a wording has a place that nothing fills
 * @param came what the example would have to expect to hold, as it would write it; {@code null} where remarks keep it from
 *     holding whatever it expects
 */
public record Mismatch(
        List<String> missing,
        List<String> unexpected,
        List<String> asWanted,
        List<String> notChecked,
        List<String> remarks,
        String came) {

    public Mismatch {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        asWanted = List.copyOf(asWanted);
        notChecked = List.copyOf(notChecked);
        remarks = List.copyOf(remarks);
    }

    /** Of an example that came as it wants, or could not be compared, but for the remarks. */
    static Mismatch of(List<String> remarks) {
        return new Mismatch(List.of(), List.of(), List.of(), List.of(), remarks, null);
    }

    /** With remarks. */
    Mismatch with(List<String> added) {
        return new Mismatch(missing, unexpected, asWanted, notChecked, added, null);
    }

    /** What came instead, a line each. */
    public List<String> instead() {
        List<String> lines = new ArrayList<>();
        missing.forEach(entry -> lines.add("missing " + entry));
        unexpected.forEach(entry -> lines.add("unexpected " + entry));
        lines.addAll(remarks);
        return lines;
    }

    /** All that was wanted and all that came, a line each: {@code -} only wanted, {@code +} only came, a blank both. */
    public List<String> compared() {
        List<String> lines = new ArrayList<>();
        missing.forEach(entry -> lines.add("- " + entry));
        unexpected.forEach(entry -> lines.add("+ " + entry));
        asWanted.forEach(entry -> lines.add("  " + entry));
        notChecked.forEach(entry -> lines.add("  " + entry));
        remarks.forEach(remark -> lines.add("! " + remark));
        return lines;
    }

    @Override
    public String toString() {
        return String.join("\n", compared());
    }
}
