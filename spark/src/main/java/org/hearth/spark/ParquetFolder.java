package org.hearth.spark;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/** The rows of one part of the answer in the Parquet files of a folder's folders, of which not too many are open at once. */
final class ParquetFolder implements Closeable {

    /** A hostile part may have any number of months. */
    private static final int MOST_OPEN = 32;

    private static final int ROW_GROUP = 16 << 20;

    private final String folder;
    private final String name;
    private final MessageType schema;
    private final Staging.Attempt attempt;
    private final Map<String, ParquetWriter<Group>> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Integer> opened = new HashMap<>();

    /** @param name what files of this part are called */
    ParquetFolder(String folder, String name, MessageType schema, Staging.Attempt attempt) {
        this.folder = folder;
        this.name = name;
        this.schema = schema;
        this.attempt = attempt;
    }

    /** Writes a row into one of the folders. */
    void write(String inner, Consumer<Group> columns) throws IOException {
        ParquetWriter<Group> writer = open.get(inner);
        if (writer == null) {
            if (open.size() == MOST_OPEN) {
                String oldest = open.keySet().iterator().next();
                open.remove(oldest).close();
            }
            writer = writer(inner);
            open.put(inner, writer);
        }
        Group row = new SimpleGroup(schema);
        columns.accept(row);
        writer.write(row);
    }

    private ParquetWriter<Group> writer(String inner) throws IOException {
        int number = opened.merge(inner, 1, Integer::sum) - 1;
        Path file = attempt.file(folder + "/" + inner + "/" + name + (number == 0 ? "" : "-" + number) + ".parquet");
        return ExampleParquetWriter.builder(file)
                .withType(schema)
                .withConf(attempt.files().getConf())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize((long) ROW_GROUP)
                .build();
    }

    @Override
    public void close() throws IOException {
        for (ParquetWriter<Group> writer : open.values()) {
            writer.close();
        }
        open.clear();
    }
}
