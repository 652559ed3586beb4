/** Which findings exist: their wording, effect and codes, as the findings workbook has them. */
package org.hearth.catalog;
