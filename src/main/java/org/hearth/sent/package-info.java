/**
 * The claims that were marked as sent, kept between runs in a database: an embedded one or a PostgreSQL. Identifiers are
 * kept as keyed hashes alone. What of this is not asked for is not loaded. Uses {@code history}, {@code claim},
 * {@code database} and {@code data}.
 */
package org.hearth.sent;
