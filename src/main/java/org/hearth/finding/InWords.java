package org.hearth.finding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a kind of fact is called where people read why a finding was reported or not. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InWords {

    /** A noun without an article, such as {@code treatment day}. */
    String value();
}
