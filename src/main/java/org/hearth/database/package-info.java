/**
 * A database that keeps what the program is given, an embedded one or a PostgreSQL: its URL, its connections, and its tables
 * by one line of numbered files. What is kept there is the business of the rooms that keep it. Uses no other room.
 */
package org.hearth.database;
