package org.hearth.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every kind of finding, by id, and what no finding is about. Immutable. */
public final class FindingCatalog {

    private final SortedMap<String, FindingType> types;
    private final List<NotJudged> notJudged;

    /**
     * A catalogue.
     *
     * @param types their ids are unique
     * @param notJudged what Hearth does not judge at all
     */
    public FindingCatalog(Collection<FindingType> types, List<NotJudged> notJudged) {
        SortedMap<String, FindingType> byId = new TreeMap<>();
        for (FindingType type : types) {
            byId.put(type.id(), type);
        }
        this.notJudged = List.copyOf(notJudged);
        this.types = Collections.unmodifiableSortedMap(byId);
    }

    /**
     * A type that exists.
     *
     * @throws IllegalStateException if a rule reports an id that the workbook does not have
     */
    public FindingType get(String id) {
        FindingType type = types.get(id);
        if (type == null) {
            throw new IllegalStateException("a rule reports " + id + ", which codes/findings.xlsx does not have");
        }
        return type;
    }

    /** Whether there is a type of this id. */
    public boolean has(String id) {
        return types.containsKey(id);
    }

    /** What Hearth does not judge at all, in the order of the workbook. */
    public List<NotJudged> notJudged() {
        return notJudged;
    }

    /** Every type, by id. */
    public Collection<FindingType> all() {
        return types.values();
    }
}
