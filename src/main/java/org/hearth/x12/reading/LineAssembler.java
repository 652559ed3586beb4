package org.hearth.x12.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.claim.CodeForm;
import org.hearth.claim.ServiceLine;
import org.hearth.x12.reading.Places.LinePlace;
import org.hearth.x12.segment.Days;
import org.hearth.x12.segment.Quoted;
import org.hearth.x12.segment.Segment;

/** Puts a service line (loop 2400) together from its segments. One serves line after line. */
final class LineAssembler {

    private static final int FIRST_MODIFIER = 3;
    private static final int LAST_MODIFIER = 6;

    private final ClaimReport report;
    private final Places places;
    private final List<String> modifiers = new ArrayList<>(4);
    private final Set<Integer> numbers = new HashSet<>();

    private boolean open;
    private int number;
    private long offset;
    private String control;
    private String revenueCode;
    private String qualifier;
    private String hcpcs;
    private LocalDate date;
    private LocalDate through;
    private BigDecimal units;
    private BigDecimal charge;
    private BigDecimal nonCovered;

    LineAssembler(ClaimReport report, Places places) {
        this.report = report;
        this.places = places;
    }

    /** Begins a line at its LX segment. */
    void open(Segment lx) {
        open = true;
        report.within("/lines", places.lineCount());
        places.addLine();
        places.putLine(LinePlace.NUMBER, lx.position());
        offset = lx.offset();
        number = lx.whole(1);
        if (number < 1) {
            report.wrong(
                    "/lineNumber",
                    lx,
                    1,
                    Quoted.value(lx.text(1)) + " is not a line number",
                    "number the lines of a claim from 1");
        } else if (!numbers.add(number)) {
            report.wrong(
                    "/lineNumber",
                    lx,
                    1,
                    "line number `" + number + "` is taken by a line above",
                    "number the lines of a claim from 1, each by one more than the line before");
        }
        modifiers.clear();
        control = null;
        revenueCode = null;
        qualifier = null;
        hcpcs = null;
        date = null;
        through = null;
        units = null;
        charge = null;
        nonCovered = null;
    }

    /** Drops the line begun, if any: a new claim begins. */
    void clear() {
        open = false;
        numbers.clear();
    }

    /** Takes in a segment of the line. */
    void read(Segment segment) {
        if (!open) {
            return;
        }
        switch (segment.tag()) {
            case "SV2" -> service(segment);
            case "DTP" -> {
                if (segment.is(1, "472") && places.getLine(LinePlace.DATE) == 0) {
                    dates(segment);
                }
            }
            case "REF" -> {
                if (segment.is(1, "6R") && control == null) {
                    control = segment.text(2);
                    places.putLine(LinePlace.CONTROL, segment.position());
                }
            }
            default -> {
                // nothing else of a line is kept
            }
        }
    }

    /** Ends the line begun, if any, and gives it to the claim. */
    void close(Claim.Builder claim) {
        if (!open) {
            return;
        }
        open = false;
        if (places.getLine(LinePlace.SERVICE) == 0) {
            report.missing(
                    "",
                    "LX",
                    places.getLine(LinePlace.NUMBER),
                    offset,
                    "line " + number + " has no service (SV2)",
                    "put an SV2 segment after its LX segment");
            return;
        }
        claim.add(new ServiceLine(
                number,
                control,
                revenueCode,
                qualifier,
                hcpcs,
                modifiers,
                date,
                through,
                units,
                charge,
                nonCovered,
                null,
                null,
                null));
    }

    private void service(Segment sv2) {
        if (places.getLine(LinePlace.SERVICE) != 0) {
            report.wrong(
                    "",
                    sv2,
                    1,
                    "line " + number + " has a second service (SV2)",
                    "give each service a line (LX) of its own");
            return;
        }
        places.putLine(LinePlace.SERVICE, sv2.position());
        revenueCode = revenueCode(sv2);
        qualifier = code("/procedureQualifier", "procedure qualifier", sv2.text(2, 1));
        hcpcs = code("/hcpcs", "HCPCS or HIPPS code", sv2.text(2, 2));
        for (int component = FIRST_MODIFIER; component <= LAST_MODIFIER; component++) {
            if (!sv2.isEmpty(2, component)) {
                modifiers.add(modifier(sv2.text(2, component)));
            }
        }
        charge = report.amount("/charge", sv2, 3, 1);
        units = report.units("/units", sv2, 5);
        nonCovered = report.amount("/nonCoveredCharge", sv2, 7, 1);
    }

    /** Four digits; some senders cut the leading zero. */
    private String revenueCode(Segment sv2) {
        int length = sv2.length(1, 1);
        if (length < 3 || length > 4 || sv2.whole(1) < 0) {
            report.wrong(
                    "/revenueCode",
                    sv2,
                    1,
                    Quoted.value(sv2.text(1)) + " is not a revenue code",
                    "write its four digits, such as `0421`");
            return null;
        }
        String billed = sv2.text(1);
        return report.form("/revenueCode", "revenue code", billed, length == 3 ? sv2.padded(1) : billed);
    }

    private String modifier(String billed) {
        String canonical = CodeForm.code(billed);
        // the pointer is made for the few that need it
        return canonical == billed
                ? billed
                : report.form("/modifiers/" + modifiers.size(), "modifier", billed, canonical);
    }

    private String code(String field, String name, String billed) {
        return report.form(field, name, billed, CodeForm.code(billed));
    }

    private void dates(Segment dtp) {
        places.putLine(LinePlace.DATE, dtp.position());
        Days days = report.dates("/serviceDate", dtp);
        date = days.from();
        through = days.from() == null || days.isOneDay() ? null : days.through();
    }
}
