package org.hearth.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearth.batch.Intake;
import org.hearth.batch.PieceEnd;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;
import org.hearth.json.Problem;
import org.hearth.report.Tally;

/** What a part of the answer came to, for the end of the answer and its summary. Holds no claim. */
final class Part implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As many of a part as the whole answer lists. */
    private static final int LISTED = 100;

    /**
     * What a piece says of the end of its file.
     *
     * @param end of the piece
     * @param faults what breaks the guide in its claims that are not judged
     */
    record OfPiece(PieceEnd end, List<Problem> faults) implements Serializable {}

    private final Tally tally = new Tally();
    private final Map<String, Long> dispositions = new TreeMap<>();
    private final Map<String, Long> findings = new TreeMap<>();
    private final List<Intake.End> ends = new ArrayList<>();
    private final List<OfPiece> ofPieces = new ArrayList<>();
    private boolean defectOfReader;
    private int warnings;
    private int errors;

    /** Takes what was found on a claim. */
    void add(Evaluation evaluation) {
        dispositions.merge(evaluation.disposition(), 1L, Long::sum);
        for (Finding finding : evaluation.findings()) {
            findings.merge(finding.id(), 1L, Long::sum);
        }
    }

    /** Takes what the end of a file says; no more is kept than the whole answer lists. */
    void add(Intake.End end) {
        List<Problem> warned = first(end.warnings(), warnings);
        List<Problem> wrong = first(end.errors(), errors);
        if (!warned.isEmpty() || !wrong.isEmpty()) {
            warnings += warned.size();
            errors += wrong.size();
            ends.add(new Intake.End(end.file(), null, warned, wrong));
        }
    }

    /** Takes the end of a file that was cut. */
    void addCut(Intake.End end) {
        if (end.problem() != null) {
            tally.notWhole();
        }
        if (!end.errors().isEmpty()) {
            tally.addErrorOfFile();
        }
        add(end);
    }

    private static List<Problem> first(List<Problem> told, int before) {
        return told.subList(0, Math.min(told.size(), LISTED - before));
    }

    /** Takes what a piece says of the end of the file that it was cut from. @param faults of claims that are not judged */
    void add(PieceEnd end, List<Problem> faults) {
        ofPieces.add(new OfPiece(end, new ArrayList<>(faults)));
    }

    /** What the pieces of cut files say of their ends, in their order. */
    List<OfPiece> ofPieces() {
        return ofPieces;
    }

    /** Takes how many claims the part has. */
    void finished(Tally found) {
        tally.add(found);
    }

    /** Notes that a fault of Hearth's own kept an input from being read whole. */
    void addDefect() {
        defectOfReader = true;
    }

    /** Whether a fault of Hearth's own kept an input from being read whole. */
    boolean defectOfReader() {
        return defectOfReader;
    }

    /** Adds a part that stands behind. */
    void add(Part other) {
        tally.add(other.tally);
        other.ends.forEach(this::add);
        other.dispositions.forEach((name, count) -> dispositions.merge(name, count, Long::sum));
        other.findings.forEach((name, count) -> findings.merge(name, count, Long::sum));
        defectOfReader |= other.defectOfReader;
    }

    /** How many claims. */
    Tally tally() {
        return tally;
    }

    /** Claims by disposition. */
    Map<String, Long> dispositions() {
        return dispositions;
    }

    /** Findings by id. */
    Map<String, Long> findings() {
        return findings;
    }

    /** What the ends of the files say, in their order. */
    List<Intake.End> ends() {
        return ends;
    }
}
