/** Checks claims on Apache Spark: lists and cuts inputs, carries each claim's past to it, writes what was found. */
package org.hearth.spark;
