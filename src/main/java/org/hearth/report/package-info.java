/** Evaluations for people to read: text, CSV, workbooks and HTML. Decides nothing. */
package org.hearth.report;
