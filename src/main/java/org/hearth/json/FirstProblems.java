package org.hearth.json;

import java.util.ArrayList;
import java.util.List;

/** The first problems of a file, and how many more there are: a person mends these first, and a hostile file has millions. */
public final class FirstProblems {

    private static final int MOST = 100;

    private final List<Problem> first = new ArrayList<>();
    private int more;

    /** Adds a problem. */
    public void add(Problem problem) {
        if (first.size() < MOST) {
            first.add(problem);
        } else {
            more++;
        }
    }

    /** Adds problems. */
    public void addAll(List<Problem> problems) {
        problems.forEach(this::add);
    }

    /** Whether there is none. */
    public boolean none() {
        return first.isEmpty();
    }

    /** The first of them, and one that says how many more there are, if there are. */
    public List<Problem> list() {
        List<Problem> all = new ArrayList<>(first);
        if (more > 0) {
            all.add(new Problem("", null, "and " + more + " more", "correct those above and look again"));
        }
        return all;
    }
}
