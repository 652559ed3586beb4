/** Evaluations for people to read: text and CSV. Decides nothing. */
package org.hearth.report;
