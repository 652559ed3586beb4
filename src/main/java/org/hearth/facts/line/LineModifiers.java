package org.hearth.facts.line;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;

/**
 * What the modifiers of one line are, looked up once for its date. Lists are in the order billed, each modifier once.
 */
final class LineModifiers {

    private static final Set<ModifierKind> PLAIN =
            EnumSet.of(ModifierKind.DISCIPLINE, ModifierKind.ASSISTANT, ModifierKind.SEVERITY, ModifierKind.THRESHOLD);

    private List<String> ofDiscipline = List.of();
    private List<String> ofAssistant = List.of();
    private List<String> ofSeverity = List.of();
    private final List<ModifierCode> assistants = new ArrayList<>(0);
    private String discipline;
    private ModifierCode untimely;
    private final Set<ModifierKind> kinds = EnumSet.noneOf(ModifierKind.class);
    private int repeated = -1;

    LineModifiers(List<String> modifiers, int on, CodeIndex<ModifierCode> codes) {
        for (int index = 0; index < modifiers.size(); index++) {
            String modifier = modifiers.get(index);
            if (modifiers.indexOf(modifier) < index) {
                repeated = index;
                continue;
            }
            ModifierCode row = codes.on(modifier, on, null);
            if (row == null) {
                outOfForce(codes.of(modifier));
            } else {
                inForce(row);
            }
        }
    }

    private void inForce(ModifierCode row) {
        kinds.add(row.kind());
        switch (row.kind()) {
            case DISCIPLINE -> {
                ofDiscipline = with(ofDiscipline, row.code());
                discipline = row.discipline();
            }
            case ASSISTANT -> {
                ofAssistant = with(ofAssistant, row.code());
                assistants.add(row);
            }
            case SEVERITY -> ofSeverity = with(ofSeverity, row.code());
            default -> {
                // of the others nothing is asked but of which kind they are
            }
        }
    }

    /** Assistant and severity modifiers have rules of their own for the days on which they are not in force. */
    private void outOfForce(List<ModifierCode> rows) {
        if (untimely == null && !rows.isEmpty()) {
            ModifierCode row = rows.get(0);
            untimely = row.kind() == ModifierKind.ASSISTANT || row.kind() == ModifierKind.SEVERITY ? null : row;
        }
    }

    private static List<String> with(List<String> list, String item) {
        if (list.isEmpty()) {
            return List.of(item);
        }
        List<String> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }

    /** Whether one of a kind is in force. */
    boolean any(ModifierKind kind) {
        return kinds.contains(kind);
    }

    List<String> ofDiscipline() {
        return ofDiscipline;
    }

    List<String> ofAssistant() {
        return ofAssistant;
    }

    /** Those of another discipline than the only discipline modifier; empty where there is none or several. */
    List<String> ofAssistantElsewhere() {
        return assistants.stream()
                .filter(row -> discipline() != null && !row.discipline().equals(discipline))
                .map(ModifierCode::code)
                .toList();
    }

    List<String> ofSeverity() {
        return ofSeverity;
    }

    /** What the only discipline modifier stands for, or {@code null}. */
    String discipline() {
        return ofDiscipline.size() == 1 ? discipline : null;
    }

    /**
     * The first modifier of another kind that the list knows, but not for the date; {@code null} where there is none.
     */
    ModifierCode untimely() {
        return untimely;
    }

    /** Whether one is of a kind beyond discipline, assistant, severity and threshold. */
    boolean special() {
        return !PLAIN.containsAll(kinds);
    }

    /** The place of the last modifier that stands on the line before, or -1. */
    int repeated() {
        return repeated;
    }
}
