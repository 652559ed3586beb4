package org.hearth.tables.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.hearth.data.ContentCache;
import org.hearth.data.Digest;

/**
 * The cells of workbooks that have been read before, by the workbooks' content. The spreadsheet library takes seconds to
 * read them all, this a few milliseconds. Only what was read without a problem is kept, and every check of a cell is made
 * again.
 */
public final class KeptCells {

    /** A ruleset takes less than two. */
    private static final int MOST_MEGABYTES = 50;

    private static final ContentCache CACHE = new ContentCache("cells", MOST_MEGABYTES);

    /** The bytes before the cells: a checksum, which tells damage; who can write here can write any. */
    private static final int SEAL = Long.BYTES;

    private static final RawCell.Kind[] KINDS = RawCell.Kind.values();

    /** Nothing that is packed or kept may outlive a change of what reads it. */
    private static final String READER = "reader";

    private KeptCells() {}

    /** The sheets of a workbook, if they are kept. */
    static Optional<Map<String, Sheet>> find(byte[] workbook) {
        return ContentCache.packedText(READER)
                .flatMap(reader -> CACHE.find(key(reader, workbook)))
                .flatMap(KeptCells::read);
    }

    /** Keeps the sheets of a workbook. */
    static void keep(byte[] workbook, Map<String, Sheet> sheets) {
        ContentCache.packedText(READER).ifPresent(reader -> CACHE.keep(key(reader, workbook), written(sheets)));
    }

    /**
     * The files in which cells are packed with the program, by name below {@link ContentCache#PACKED}.
     *
     * @param reader a hash of what reads workbooks
     * @param workbooks their bytes by path
     * @throws InvalidTablesException if one of them cannot be read
     */
    public static Map<String, byte[]> packed(String reader, Map<String, byte[]> workbooks) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(READER, reader.getBytes(StandardCharsets.UTF_8));
        workbooks.forEach((path, workbook) -> files.put(
                CACHE.file(key(reader, workbook)),
                written(Workbook.parse(path, workbook).sheets())));
        return files;
    }

    private static String key(String reader, byte[] workbook) {
        return new Digest().add(reader).add(workbook).hex(32);
    }

    private static byte[] written(Map<String, Sheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(sheets.size());
            for (Sheet sheet : sheets.values()) {
                write(sheet, out);
            }
        } catch (IOException e) {
            // nothing is written but memory
            throw new UncheckedIOException(e);
        }
        byte[] content = bytes.toByteArray();
        return ByteBuffer.allocate(SEAL + content.length)
                .putLong(checksum(content, 0))
                .put(content)
                .array();
    }

    private static long checksum(byte[] bytes, int from) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, bytes.length - from);
        return checksum.getValue();
    }

    private static void write(Sheet sheet, DataOutputStream out) throws IOException {
        text(sheet.name(), out);
        out.writeInt(sheet.rows().size());
        for (List<RawCell> row : sheet.rows()) {
            out.writeInt(row.size());
            for (RawCell cell : row) {
                out.writeByte(cell.kind().ordinal());
                if (!cell.blank()) {
                    text(cell.text(), out);
                }
                if (cell.kind() == RawCell.Kind.DATE) {
                    out.writeLong(cell.date().toEpochDay());
                }
            }
        }
        numbers(sheet.hiddenRows(), out);
        numbers(sheet.hiddenColumns(), out);
        numbers(sheet.struckRows(), out);
        out.writeBoolean(sheet.filtered());
        out.writeInt(sheet.merged().size());
        for (Sheet.Block block : sheet.merged()) {
            out.writeInt(block.firstRow());
            out.writeInt(block.firstColumn());
            out.writeInt(block.lastRow());
            out.writeInt(block.lastColumn());
        }
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void numbers(Set<Integer> numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.size());
        for (int number : new TreeSet<>(numbers)) {
            out.writeInt(number);
        }
    }

    /** What is not as it was written is read from the workbook again. */
    private static Optional<Map<String, Sheet>> read(byte[] sealed) {
        if (sealed.length < SEAL || ByteBuffer.wrap(sealed).getLong() != checksum(sealed, SEAL)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(sealed, SEAL, sealed.length - SEAL))) {
            Map<String, Sheet> sheets = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                Sheet sheet = sheet(in);
                sheets.put(sheet.name(), sheet);
            }
            return Optional.of(sheets);
        } catch (IOException e) {
            // the seal has been seen to be whole
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet sheet(DataInputStream in) throws IOException {
        String name = text(in);
        List<List<RawCell>> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            List<RawCell> row = new ArrayList<>();
            for (int cells = in.readInt(); cells > 0; cells--) {
                row.add(cell(in));
            }
            rows.add(List.copyOf(row));
        }
        Set<Integer> hiddenRows = numbers(in);
        Set<Integer> hiddenColumns = numbers(in);
        Set<Integer> struckRows = numbers(in);
        boolean filtered = in.readBoolean();
        List<Sheet.Block> merged = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            merged.add(new Sheet.Block(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
        }
        return new Sheet(name, rows, hiddenRows, hiddenColumns, struckRows, filtered, merged);
    }

    private static RawCell cell(DataInputStream in) throws IOException {
        RawCell.Kind kind = KINDS[in.readByte()];
        if (kind == RawCell.Kind.BLANK) {
            return RawCell.BLANK;
        }
        String text = text(in);
        return new RawCell(kind, text, kind == RawCell.Kind.DATE ? LocalDate.ofEpochDay(in.readLong()) : null);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static Set<Integer> numbers(DataInputStream in) throws IOException {
        Set<Integer> numbers = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            numbers.add(in.readInt());
        }
        return numbers;
    }
}
