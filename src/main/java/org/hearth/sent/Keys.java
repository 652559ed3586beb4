package org.hearth.sent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key that seals what is kept from now on, and those that sealed what was kept before.
 *
 * @param current seals
 * @param former are looked under too
 */
record Keys(Key current, List<Key> former) {

    Keys {
        former = List.copyOf(former);
    }

    /** All of them, the current one first. */
    List<Key> all() {
        List<Key> all = new ArrayList<>(former.size() + 1);
        all.add(current);
        all.addAll(former);
        return all;
    }

    /** The key of an id. */
    Optional<Key> of(String id) {
        return all().stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
