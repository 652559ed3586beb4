package org.hearth.tables.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The cases for which a row holds, exactly: whole numbers from a least to a greatest on some axes, a set of values on
 * others. Never changed once made.
 */
final class Region {

    private static final int MOST_PIECES = 2_000;

    private final long[] low;
    private final long[] high;
    private final BitSet[] values;

    /** Takes the arrays as its own; one place an axis of numbers, one an axis of values. */
    Region(long[] low, long[] high, BitSet[] values) {
        this.low = low;
        this.high = high;
        this.values = values;
    }

    long low(int axis) {
        return low[axis];
    }

    long high(int axis) {
        return high[axis];
    }

    BitSet values(int axis) {
        return values[axis];
    }

    /** Whether a case lies in both. */
    boolean meets(Region other) {
        for (int axis = 0; axis < low.length; axis++) {
            if (low[axis] > other.high[axis] || other.low[axis] > high[axis]) {
                return false;
            }
        }
        return meetsInValues(other);
    }

    /** Whether they share a value on every axis of values. */
    boolean meetsInValues(Region other) {
        for (int axis = 0; axis < values.length; axis++) {
            if (values[axis] != other.values[axis] && !values[axis].intersects(other.values[axis])) {
                return false;
            }
        }
        return true;
    }

    /** Whether every case of another lies in this one. */
    boolean holds(Region other) {
        return other.minus(this).isEmpty();
    }

    /** The cases in both; only of regions that meet. */
    Region and(Region other) {
        Region both = copy();
        for (int axis = 0; axis < low.length; axis++) {
            both.low[axis] = Math.max(low[axis], other.low[axis]);
            both.high[axis] = Math.min(high[axis], other.high[axis]);
        }
        for (int axis = 0; axis < values.length; axis++) {
            both.values[axis] = common(values[axis], other.values[axis]);
        }
        return both;
    }

    /** The cases of this region that are not in another, as regions that do not meet. */
    List<Region> minus(Region other) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<Region> rest = new ArrayList<>();
        Region inside = copy();
        for (int axis = 0; axis < low.length; axis++) {
            if (inside.low[axis] < other.low[axis]) {
                rest.add(inside.with(axis, inside.low[axis], other.low[axis] - 1));
                inside.low[axis] = other.low[axis];
            }
            if (inside.high[axis] > other.high[axis]) {
                rest.add(inside.with(axis, other.high[axis] + 1, inside.high[axis]));
                inside.high[axis] = other.high[axis];
            }
        }
        for (int axis = 0; axis < values.length; axis++) {
            BitSet outside = (BitSet) inside.values[axis].clone();
            outside.andNot(other.values[axis]);
            if (!outside.isEmpty()) {
                Region piece = inside.copy();
                piece.values[axis] = outside;
                rest.add(piece);
                inside.values[axis] = common(inside.values[axis], other.values[axis]);
            }
        }
        return rest;
    }

    /**
     * The cases of this region that are in none of the others.
     *
     * @param asked which of the others count
     * @return empty if they are in too many pieces to go on
     */
    Optional<List<Region>> without(List<Region> others, Predicate<Region> asked) {
        List<Region> left = List.of(this);
        for (Region other : others) {
            if (!left.isEmpty() && other.meets(this) && asked.test(other)) {
                List<Region> rest = new ArrayList<>();
                left.forEach(piece -> rest.addAll(piece.minus(other)));
                left = rest;
            }
            if (left.size() > MOST_PIECES) {
                return Optional.empty();
            }
        }
        return Optional.of(left);
    }

    /** The same region with other limits on one axis of numbers. */
    Region with(int axis, long least, long greatest) {
        Region changed = copy();
        changed.low[axis] = least;
        changed.high[axis] = greatest;
        return changed;
    }

    private static BitSet common(BitSet one, BitSet other) {
        if (one == other) {
            return one;
        }
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private Region copy() {
        return new Region(low.clone(), high.clone(), values.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region region
                && Arrays.equals(low, region.low)
                && Arrays.equals(high, region.high)
                && Arrays.equals(values, region.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(low) + Arrays.hashCode(high)) + Arrays.hashCode(values);
    }
}
