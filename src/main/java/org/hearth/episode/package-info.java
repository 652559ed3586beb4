/**
 * What happened to one beneficiary at one agency: claims side by side, what they show of treatment, reports, periods,
 * certifications and amounts, and what is due next. Counts nothing itself that a fact counts. Uses {@code evaluate},
 * {@code ruleset}, {@code facts}, {@code history}, {@code codes}, {@code finding} and {@code claim}.
 */
package org.hearth.episode;
