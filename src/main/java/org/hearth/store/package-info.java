/**
 * Where drafts, kept rulesets and the record of releases are kept: objects that are exchanged whole by whoever knows what stands, and
 * logs that are only ever added to. In files below the data folder, on which several processes may work at once, or in a
 * PostgreSQL that several machines share. Uses {@code database} and {@code data}.
 */
package org.hearth.store;
