package org.hearth.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Writes members of an object; a value that is {@code null} is left out. */
final class Members {

    /** Writes one item of a list. */
    interface ItemWriter<T> {
        void write(T item) throws IOException;
    }

    private final JsonGenerator json;

    Members(JsonGenerator json) {
        this.json = json;
    }

    void text(String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    void name(String name, Enum<?> value) throws IOException {
        text(name, value == null ? null : value.name());
    }

    void date(String name, LocalDate value) throws IOException {
        text(name, value == null ? null : value.toString());
    }

    /** A date that is known: {@code null} is written as such, and says that there is none. */
    void dateOrNone(String name, LocalDate value) throws IOException {
        json.writeStringField(name, value == null ? null : value.toString());
    }

    void number(String name, BigDecimal value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }

    void number(String name, Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }

    void flag(String name, Boolean value) throws IOException {
        if (value != null) {
            json.writeBooleanField(name, value);
        }
    }

    <T> void object(String name, T value, ItemWriter<T> writer) throws IOException {
        if (value != null) {
            json.writeObjectFieldStart(name);
            writer.write(value);
            json.writeEndObject();
        }
    }

    /** A list of objects, written even if it is empty. */
    <T> void objects(String name, List<T> values, ItemWriter<T> writer) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            writer.write(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A list of texts, written even if it is empty. */
    void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
