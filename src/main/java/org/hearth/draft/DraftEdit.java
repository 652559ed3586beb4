package org.hearth.draft;

import java.util.Map;

/**
 * An edit as it was sent. Which members it has depends on what it does; those of the others are {@code null}.
 *
 * @param op {@code set}, {@code add}, {@code copy}, {@code delete} or {@code end}
 * @param sheet the sheet
 * @param cell such as {@code D9}, of {@code set}
 * @param value what an analyst would type into it, of {@code set}; empty clears the cell
 * @param row as the sheet shows it, from 1, of {@code copy}, {@code delete} and {@code end}
 * @param after the row below which one is added, as the sheet shows it, of {@code add}
 * @param values what an analyst would type under each heading, of {@code add} and {@code copy}
 * @param on the last day of the row, of {@code end}
 * @param then the values of the row that follows from the next day, of {@code end}; {@code null} if none does
 */
public record DraftEdit(
        String op,
        String sheet,
        String cell,
        String value,
        Integer row,
        Integer after,
        Map<String, String> values,
        String on,
        Map<String, String> then) {}
