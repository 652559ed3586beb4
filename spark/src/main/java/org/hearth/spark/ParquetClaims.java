package org.hearth.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.MessageType;

/**
 * The claims of a Parquet file as NDJSON: of each row the column {@value #COLUMN}, a claim as JSON. A line break inside a
 * claim can only stand between its members and is read as a blank; a row without a claim is passed over.
 */
final class ParquetClaims extends InputStream {

    /** The column that holds the claim. */
    static final String COLUMN = "claim";

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final WatchedFile file;
    private final ParquetReader<Group> rows;
    private byte[] line = new byte[0];
    private int next;

    /** @throws IOException if it cannot be opened */
    ParquetClaims(Path path, Configuration configuration) throws IOException {
        file = new WatchedFile(path, configuration);
        rows = new Builder(file).withConf(configuration).build();
    }

    /** Whether a file that begins so is a Parquet file. */
    static boolean begins(byte[] begin) {
        return begin.length >= MAGIC.length && Arrays.equals(begin, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private static final class NoColumn extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Builder extends ParquetReader.Builder<Group> {

        Builder(WatchedFile file) {
            super(file);
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new OneColumn();
        }
    }

    private static final class OneColumn extends GroupReadSupport {

        @Override
        public ReadSupport.ReadContext init(InitContext context) {
            MessageType schema = context.getFileSchema();
            if (!schema.containsField(COLUMN)) {
                throw new NoColumn();
            }
            return new ReadContext(new MessageType(schema.getName(), schema.getType(COLUMN)));
        }
    }

    @Override
    public int read() throws IOException {
        return filled() ? line[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, count);
        next += count;
        return count;
    }

    private boolean filled() throws IOException {
        while (next == line.length) {
            Group row = row();
            if (row == null) {
                return false;
            }
            if (row.getFieldRepetitionCount(COLUMN) > 0) {
                String claim = row.getString(COLUMN, 0);
                line = (claim.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
        }
        return true;
    }

    private Group row() throws IOException {
        try {
            return rows.read();
        } catch (NoColumn e) {
            throw new UnusableFileException("this Parquet file has no column `" + COLUMN
                    + "`; write each claim as JSON into a column of that name");
        } catch (ClassCastException | UnsupportedOperationException e) {
            throw new UnusableFileException(
                    "the column `" + COLUMN + "` of this Parquet file is no text; write each claim as JSON into it");
        } catch (IOException | RuntimeException e) {
            file.throwFailure();
            throw new UnusableFileException("this Parquet file is damaged; claims may be missing from this answer");
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
