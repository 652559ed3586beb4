package org.hearth.spark;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** A row as it is written: each column is said at most once, by its name; one that is not said is null. */
final class Row {

    private final RecordConsumer columns;
    private final MessageType schema;

    /** @param columns takes what is said */
    Row(RecordConsumer columns, MessageType schema) {
        this.columns = columns;
        this.schema = schema;
    }

    /** A text. @param value {@code null} for none */
    void text(String column, String value) {
        if (value != null) {
            int index = begin(column);
            columns.addBinary(Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8)));
            columns.endField(column, index);
        }
    }

    /** A number of a column of 32 bits. @param value {@code null} for none */
    void number(String column, Integer value) {
        if (value != null) {
            int index = begin(column);
            columns.addInteger(value);
            columns.endField(column, index);
        }
    }

    /** A number of a column of 64 bits. */
    void large(String column, long value) {
        int index = begin(column);
        columns.addLong(value);
        columns.endField(column, index);
    }

    private int begin(String column) {
        int index = schema.getFieldIndex(column);
        columns.startField(column, index);
        return index;
    }
}
