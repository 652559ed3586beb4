/** The commands over workbooks and their examples. */
package org.hearth.cli.tables;
