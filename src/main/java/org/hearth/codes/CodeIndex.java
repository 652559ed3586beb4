package org.hearth.codes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rows of one code list, found by code and day. Immutable.
 *
 * @param <R> the kind of row
 */
public final class CodeIndex<R extends CodeRow> {

    private final Map<String, List<R>> rows;
    private final List<R> all;
    /** Takes each row that is found, or {@code null}. */
    private final Consumer<? super R> found;

    /** An index over rows in any order; spans of one code must not overlap. */
    public CodeIndex(List<R> anyOrder) {
        Map<String, List<R>> byCode = new HashMap<>();
        for (R row : anyOrder) {
            byCode.computeIfAbsent(row.code(), code -> new ArrayList<>(1)).add(row);
        }
        byCode.replaceAll((code, list) ->
                list.stream().sorted(Comparator.comparingInt(CodeRow::from)).toList());
        // never changed from here on; a plain hash map answers faster than an unmodifiable one
        this.rows = byCode;
        this.found = null;
        this.all = byCode.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private CodeIndex(CodeIndex<R> of, Consumer<? super R> found) {
        this.rows = of.rows;
        this.all = of.all;
        this.found = found;
    }

    /** The same rows; whoever looks one up has it noted. */
    CodeIndex<R> noting(Consumer<? super R> takes) {
        return new CodeIndex<>(this, takes);
    }

    /** The row of a code on a day, or {@code otherwise} where none holds. */
    public R on(String code, int day, R otherwise) {
        List<R> candidates = code == null ? null : rows.get(code);
        if (candidates == null) {
            return otherwise;
        }
        for (int i = 0; i < candidates.size(); i++) {
            R row = candidates.get(i);
            if (row.holdsOn(day)) {
                if (found != null) {
                    found.accept(row);
                }
                return row;
            }
        }
        return otherwise;
    }

    /** Whether the list knows the code on any day. */
    public boolean lists(String code) {
        return code != null && rows.containsKey(code);
    }

    /** Every row of a code, earliest first. */
    public List<R> of(String code) {
        List<R> ofCode = rows.getOrDefault(code, List.of());
        if (found != null) {
            ofCode.forEach(found);
        }
        return ofCode;
    }

    /** Every row, by code and day. */
    public List<R> all() {
        return all;
    }
}
