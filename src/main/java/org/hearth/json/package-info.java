/**
 * Claims and evaluations as JSON. A claim is read field by field from a Jackson tree: nothing is bound by reflection,
 * nothing is guessed, every problem is named by its pointer. An input of many claims is cut into claims first, so that
 * one broken claim costs only itself and memory stays flat.
 */
package org.hearth.json;
