/**
 * 837I files (005010X223A2 and A3) to claims, one at a time, each with the places its fields stood at. Which loop a
 * segment belongs to and what a claim keeps of it is decided here, without the guide. Uses {@code x12.segment}, and
 * {@code claim}.
 */
package org.hearth.x12.reading;
