package org.hearth.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearth.json.EvaluationWriter;
import org.hearth.json.PartLine;
import org.hearth.json.Problem;

/** The last lines of all parts of a run, as the one line that ends the whole answer. */
public final class JoinedParts {

    private final List<PartLine> parts;

    /**
     * Puts parts together.
     *
     * @param parts in any order
     * @throws IOException if they are not all parts of one run, each once; the message says what is wrong
     */
    public JoinedParts(List<PartLine> parts) throws IOException {
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(PartLine::part)).toList();
        PartLine first = this.parts.get(0);
        for (int i = 0; i < this.parts.size(); i++) {
            PartLine part = this.parts.get(i);
            if (part.of() != first.of() || !part.run().equals(first.run())) {
                throw new IOException("part " + part.part() + "/" + part.of() + " and part " + first.part() + "/"
                        + first.of() + " are of different runs: other inputs, tables or options;"
                        + " run all parts again in the same way");
            }
            if (part.part() != i) {
                throw new IOException(
                        part.part() < i
                                ? "part " + part.part() + "/" + part.of() + " is given twice; give each part once"
                                : missing(i, part.of()));
            }
        }
        if (this.parts.size() < first.of()) {
            throw new IOException(missing(this.parts.size(), first.of()));
        }
    }

    private static String missing(int part, int of) {
        return "part " + part + "/" + of + " is missing; run it (`--shard " + part + "/" + of
                + "`), or give its file too";
    }

    /** The exit status of the whole run. */
    public int status() {
        return parts.stream().mapToInt(PartLine::status).max().orElseThrow();
    }

    /** The line that ends the whole answer, without a line break. */
    public String endLine() {
        PartLine.Counts counts = PartLine.Counts.NONE;
        Map<Integer, List<PartLine.OfInput>> inputs = new TreeMap<>();
        Set<Problem> ofAll = new LinkedHashSet<>();
        for (PartLine part : parts) {
            counts = counts.plus(part.counts());
            for (PartLine.OfInput input : part.inputs()) {
                if (input.input() < 0) {
                    ofAll.addAll(input.warnings());
                } else {
                    inputs.computeIfAbsent(input.input(), key -> new ArrayList<>())
                            .add(input);
                }
            }
        }
        Warnings warnings = new Warnings();
        inputs.values().forEach(told -> warnings.add(end(told)));
        warnings.add(new Intake.End(null, null, List.copyOf(ofAll)));
        return EvaluationWriter.endLine(
                counts.claims(),
                counts.notJudged(),
                counts.outOfOrder(),
                counts.problems(),
                counts.whole(),
                warnings.errors(),
                warnings.listed());
    }

    /** The end of an input, of which several parts may tell: its last part of the file, each of its own claims. */
    private static Intake.End end(List<PartLine.OfInput> told) {
        List<Problem> warnings = new ArrayList<>();
        List<Problem> errors = new ArrayList<>();
        UnjudgedFaults ofUnjudged = new UnjudgedFaults();
        for (PartLine.OfInput input : told) {
            warnings.addAll(input.warnings());
            errors.addAll(input.errors());
            ofUnjudged.note(input.ofUnjudged());
        }
        return ofUnjudged.addedTo(new Intake.End(told.get(0).file(), null, warnings, errors));
    }
}
