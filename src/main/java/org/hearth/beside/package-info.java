/**
 * What is given beside claims as rows of a CSV file or a workbook, turned into its JSON form, and the places of what is wrong
 * with it turned back into rows and cells.
 */
package org.hearth.beside;
