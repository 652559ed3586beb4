package org.hearth.x12.reading;

/**
 * The transaction set that a claim came in.
 *
 * @param file the file's name, without its folder
 * @param interchange which interchange of the file, from 1
 * @param group the control number of its functional group (GS06)
 * @param transaction its control number (ST02)
 * @param reference the submitter's own number for the batch (BHT03), which an acknowledgement returns
 */
public record Submission(String file, int interchange, String group, String transaction, String reference) {}
