/** Evaluations for people to read: text, CSV and HTML. Decides nothing. */
package org.hearth.report;
