package org.hearth.database;

/**
 * What a database is used for, as its messages call it.
 *
 * @param what such as {@code the history}; lower case, with its article
 * @param variable the environment variable that names a PostgreSQL for it
 */
public record Holding(String what, String variable) {}
