/**
 * What the program keeps between its runs: files in one folder, by their content, and the hashes that name content. And bytes
 * on their way: files that are there whole or not at all, that are gone when they were read, and what was read and is to be
 * written again.
 */
package org.hearth.data;
