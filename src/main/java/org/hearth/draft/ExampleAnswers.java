package org.hearth.draft;
/** placeholder */
final class ExampleAnswers {}
