/** What the program keeps between its runs: files in one folder, by their content. */
package org.hearth.data;
