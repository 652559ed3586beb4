package org.hearth.x12.reading;

import java.io.Serializable;
import org.hearth.claim.Location;

/**
 * What is wrong with a file or a claim in it. Holds no patient's name and no member id.
 *
 * @param field the field as a JSON pointer into the claim's JSON form; {@code null} for a problem of the file
 * @param at the segment and element; a missing one is placed at its nearest parent
 * @param offset how many characters (bytes) of the file precede that segment, or the place where reading stopped
 * @param message what is wrong
 * @param fix what to do about it
 * @param missing whether what is wrong is that something is not there
 */
public record X12Problem(String field, Location at, long offset, String message, String fix, boolean missing)
        implements Serializable {}
