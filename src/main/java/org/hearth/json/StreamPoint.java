package org.hearth.json;

import java.io.Serializable;

/**
 * Where inside an input of claims in a row reading can begin: behind an item.
 *
 * @param offset how many bytes of the input precede it
 * @param line the line of the byte there, from 1
 * @param column the column of that byte, from 1
 * @param place how many items of the input precede it
 * @param oneALine whether the input is known to hold an object a line
 */
public record StreamPoint(long offset, long line, int column, long place, boolean oneALine) implements Serializable {}
