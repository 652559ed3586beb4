/** What the program keeps between its runs: files in one folder, by their content, and the hashes that name content. */
package org.hearth.data;
