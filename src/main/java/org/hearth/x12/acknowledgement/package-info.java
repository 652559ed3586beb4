/**
 * The acknowledgements of 837I files, written while a file is read: 999, which says where it departs from the guide, and
 * 277CA, which says which claims are accepted. Uses all of {@code x12}, and {@code claim}, {@code evaluate} and
 * {@code finding}.
 */
package org.hearth.x12.acknowledgement;
