package org.hearth.facts.homehealth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearth.codes.Codes;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.LineRole;
import org.hearth.facts.line.OneDay;

/** Derives a {@link Site} of each line of a 32X that says where care was given. */
public final class Sites implements Derivation {

    @Override
    public void derive(Bill bill, List<Line> lines, Codes codes, FactSink sink) {
        List<Line> sites = new ArrayList<>(1);
        for (Line line : lines) {
            if (line.is(LineRole.SITE)) {
                sites.add(line);
            }
        }
        if (sites.isEmpty()) {
            return;
        }
        // only the days of the sites are counted, since most claims have one
        Map<Integer, int[]> onDay = new HashMap<>();
        Map<OneDay, int[]> underFamily = new HashMap<>();
        for (Line site : sites) {
            onDay.put(site.on(), new int[1]);
            underFamily.put(new OneDay(site.on(), site.family(), null), new int[1]);
        }
        int visits = 0;
        LocalDate first = null;
        Set<String> firstRevenueCodes = new HashSet<>();
        for (Line line : lines) {
            if (!line.is(LineRole.VISIT) || !line.dated()) {
                continue;
            }
            visits++;
            if (!line.homeHealthUse().nonCovered()) {
                if (first == null || line.serviceDate().isBefore(first)) {
                    first = line.serviceDate();
                    firstRevenueCodes.clear();
                }
                if (line.serviceDate().equals(first)) {
                    firstRevenueCodes.add(line.revenueCode());
                }
            }
            int[] thatDay = onDay.get(line.on());
            if (thatDay != null) {
                thatDay[0]++;
                int[] under = underFamily.get(new OneDay(line.on(), line.family(), null));
                if (under != null) {
                    under[0]++;
                }
            }
        }
        Line earliest = null;
        for (Line site : sites) {
            if (site.dated() && (earliest == null || site.on() < earliest.on())) {
                earliest = site;
            }
        }
        Map<Line, Line> before = before(sites);
        for (Line site : sites) {
            int thatDay = onDay.get(site.on())[0];
            int underIt = underFamily.get(new OneDay(site.on(), site.family(), null))[0];
            sink.add(new Site(
                    site,
                    before.get(site),
                    site == earliest,
                    new Site.VisitsBeside(visits, thatDay, underIt, first, only(firstRevenueCodes))));
        }
    }

    private static String only(Set<String> revenueCodes) {
        return revenueCodes.size() == 1 ? revenueCodes.iterator().next() : null;
    }

    /**
     * The line before each, by day and by place on the claim. On a day with several places nobody can tell which came
     * last, so the lines of such a day have none before them and are before no other.
     */
    private static Map<Line, Line> before(List<Line> sites) {
        Map<Line, Line> before = new HashMap<>();
        if (sites.size() < 2) {
            return before;
        }
        Map<Integer, List<Line>> byDay = new TreeMap<>();
        for (Line site : sites) {
            byDay.computeIfAbsent(site.on(), day -> new ArrayList<>(1)).add(site);
        }
        Line last = null;
        for (List<Line> ofDay : byDay.values()) {
            String place = ofDay.get(0).hcpcs();
            if (ofDay.stream().anyMatch(site -> !site.hcpcs().equals(place))) {
                last = null;
                continue;
            }
            for (Line site : ofDay) {
                if (last != null) {
                    before.put(site, last);
                }
                last = site;
            }
        }
        return before;
    }
}
