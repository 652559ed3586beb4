package org.hearth.claim;

import java.io.Serializable;

/**
 * Where in a file something stands. What does not apply to the kind of file is {@code null}.
 *
 * @param file the file's name, without its folder
 * @param interchange which interchange of the file, from 1
 * @param transaction the transaction set control number (ST02)
 * @param segment the segment's tag, such as {@code SV2}
 * @param position which segment of the transaction set, ST being 1
 * @param element which element of the segment, from 1
 */
public record Location(
        String file, Integer interchange, String transaction, String segment, Integer position, Integer element)
        implements Serializable {}
