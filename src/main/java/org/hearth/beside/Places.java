package org.hearth.beside;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.json.Problem;

/** Where in a grid the members of the JSON form made of it come from. */
final class Places {

    private final Map<String, String> byPointer = new HashMap<>();

    void put(String pointer, String place) {
        byPointer.putIfAbsent(pointer, place);
    }

    /** Problems by pointer as problems by cell: of a member that no cell gave, the nearest one around it. */
    List<Problem> back(List<Problem> problems) {
        return problems.stream()
                .map(problem ->
                        new Problem("", problem.value(), of(problem.pointer()) + problem.message(), problem.fix()))
                .toList();
    }

    private String of(String pointer) {
        for (String at = pointer; at != null && !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            String place = byPointer.get(at);
            if (place != null) {
                return place + ": ";
            }
        }
        return "";
    }
}
