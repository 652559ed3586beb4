package org.hearth.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every kind of finding, by id. Immutable. */
public final class FindingCatalog {

    private final SortedMap<String, FindingType> types;

    /** A catalogue of types; their ids are unique. */
    public FindingCatalog(Collection<FindingType> types) {
        SortedMap<String, FindingType> byId = new TreeMap<>();
        for (FindingType type : types) {
            byId.put(type.id(), type);
        }
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

    /** Every type, by id. */
    public Collection<FindingType> all() {
        return types.values();
    }
}
