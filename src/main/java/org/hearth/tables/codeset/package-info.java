/** Published code files, and the code sets that they are imported into. Knows {@code workbook} for its problems alone. */
package org.hearth.tables.codeset;
