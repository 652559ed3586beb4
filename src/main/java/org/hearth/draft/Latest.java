package org.hearth.draft;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values that were asked for last, by key. Safe for use by any number of threads. */
final class Latest<K, V> {

    private final int most;
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

    /** @param most how many are kept */
    Latest(int most) {
        this.most = most;
    }

    /** The value of a key, or {@code null} if it is not kept. */
    synchronized V get(K key) {
        return values.get(key);
    }

    /** Takes the value of a key away; {@code null} if it is not kept. */
    synchronized V take(K key) {
        return values.remove(key);
    }

    /** Keeps a value and gives it on. */
    synchronized V keep(K key, V value) {
        values.put(key, value);
        if (values.size() > most) {
            values.remove(values.keySet().iterator().next());
        }
        return value;
    }
}
