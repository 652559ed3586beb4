package org.hearth.spark;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** The rows of one part of the answer in the Parquet files of a folder's folders, of which not too many are open at once. */
final class ParquetFolder implements Closeable {

    /** A hostile part may have any number of months. */
    private static final int MOST_OPEN = 32;

    private static final int ROW_GROUP = 16 << 20;

    private final String folder;
    private final String name;
    private final MessageType schema;
    private final Set<String> unlike;
    private final Set<String> lookedFor;
    private final Staging.Attempt attempt;
    private final Map<String, ParquetWriter<Consumer<Row>>> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Integer> opened = new HashMap<>();

    /**
     * Rows of a kind.
     *
     * @param name what files of this part are called
     * @param unlike the columns in which hardly two rows are the same, so that no list of their values is kept
     * @param lookedFor the columns by which somebody may look for rows, of which the least and greatest values are noted
     */
    ParquetFolder(
            String folder,
            String name,
            MessageType schema,
            Set<String> unlike,
            Set<String> lookedFor,
            Staging.Attempt attempt) {
        this.folder = folder;
        this.name = name;
        this.schema = schema;
        this.unlike = unlike;
        this.lookedFor = lookedFor;
        this.attempt = attempt;
    }

    /** Writes a row into one of the folders. */
    void write(String inner, Consumer<Row> columns) throws IOException {
        ParquetWriter<Consumer<Row>> writer = open.get(inner);
        if (writer == null) {
            if (open.size() == MOST_OPEN) {
                String oldest = open.keySet().iterator().next();
                open.remove(oldest).close();
            }
            writer = writer(inner);
            open.put(inner, writer);
        }
        writer.write(columns);
    }

    private ParquetWriter<Consumer<Row>> writer(String inner) throws IOException {
        int number = opened.merge(inner, 1, Integer::sum) - 1;
        Path file = attempt.file(folder + "/" + inner + "/" + name + (number == 0 ? "" : "-" + number) + ".parquet");
        Builder builder = new Builder(
                        HadoopOutputFile.fromPath(file, attempt.files().getConf()), schema)
                .withConf(attempt.files().getConf())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize((long) ROW_GROUP)
                .withSizeStatisticsEnabled(false)
                .withStatisticsEnabled(false);
        lookedFor.forEach(column -> builder.withStatisticsEnabled(column, true));
        unlike.forEach(column -> builder.withDictionaryEncoding(column, false));
        return builder.build();
    }

    /** Writers of rows. */
    private static final class Builder extends ParquetWriter.Builder<Consumer<Row>, Builder> {

        private final MessageType schema;

        Builder(OutputFile file, MessageType schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        // abstract, and deprecated
        @SuppressWarnings("deprecation")
        @Override
        protected WriteSupport<Consumer<Row>> getWriteSupport(Configuration configuration) {
            return new SaidRows(schema);
        }
    }

    /** Rows go where they are written without being made first: making each as an object takes as long as writing it. */
    private static final class SaidRows extends WriteSupport<Consumer<Row>> {

        private final MessageType schema;
        private RecordConsumer columns;
        private Row row;

        SaidRows(MessageType schema) {
            this.schema = schema;
        }

        // abstract, and deprecated
        @SuppressWarnings("deprecation")
        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer to) {
            columns = to;
            row = new Row(to, schema);
        }

        @Override
        public void write(Consumer<Row> said) {
            columns.startMessage();
            said.accept(row);
            columns.endMessage();
        }
    }

    @Override
    public void close() throws IOException {
        for (ParquetWriter<Consumer<Row>> writer : open.values()) {
            writer.close();
        }
        open.clear();
    }
}
