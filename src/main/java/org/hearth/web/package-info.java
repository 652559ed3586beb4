/**
 * The service: calls below {@code /v1}, and pages for people. Each room uses those above it alone.
 *
 * <ul>
 *   <li>{@code form}: the fields of a form as they arrive
 *   <li>{@code identity}: who calls, and who may make which call
 *   <li>{@code request}: what every call needs
 *   <li>{@code page}: the pages for people
 *   <li>{@code guard}: what turns a request away before a call sees it
 *   <li>{@code rest}: the calls
 * </ul>
 */
package org.hearth.web;
