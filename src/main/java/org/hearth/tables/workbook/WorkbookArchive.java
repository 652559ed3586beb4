package org.hearth.tables.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The zip archive that a workbook is. It comes from a stranger and the spreadsheet library builds trees of it in memory,
 * so its size, its parts and its XML are looked at first, a piece at a time, and what has been looked at is packed anew:
 * the library sees nothing else.
 */
final class WorkbookArchive {

    /** More than any workbook of ours will ever need, far less than would fill the memory. */
    private static final int MOST_BYTES_PACKED = 8 << 20;

    private static final int MOST_BYTES = 24 << 20;
    private static final int MOST_PARTS = 400;
    private static final int MOST_ELEMENTS = 400_000;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int DEEPEST = 48;

    private static final XMLInputFactory XML = factory();

    /** Why an archive is not opened, and what to do about it. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String fix;

        Refused(String message, String fix) {
            super(message);
            this.fix = fix;
        }

        String fix() {
            return fix;
        }
    }

    private int elements;
    private int left = MOST_BYTES;

    private WorkbookArchive() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** The parts that have been found harmless, as a new archive. */
    static byte[] harmless(byte[] bytes) throws Refused {
        if (bytes.length > MOST_BYTES_PACKED) {
            throw tooLarge();
        }
        if (bytes.length > 4 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf) {
            throw new Refused(
                    "this is an old Excel workbook (.xls), or one with a password",
                    "save it as an Excel workbook (.xlsx) without a password");
        }
        return new WorkbookArchive().repacked(bytes);
    }

    private byte[] repacked(byte[] bytes) throws Refused {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes));
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                String name = entry.getName();
                if (!names.add(name.toLowerCase(Locale.ROOT)) || names.size() > MOST_PARTS) {
                    throw unreadable();
                }
                allow(name);
                byte[] part = in.readNBytes(left + 1);
                left -= part.length;
                if (left < 0) {
                    throw tooLarge();
                }
                if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
                    scan(part);
                }
                packed.putNextEntry(new ZipEntry(name));
                packed.write(part);
            }
        } catch (ZipException e) {
            throw unreadable();
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable();
        }
        if (names.isEmpty()) {
            throw unreadable();
        }
        return out.toByteArray();
    }

    private static void allow(String name) throws Refused {
        String part = name.toLowerCase(Locale.ROOT);
        if (part.endsWith("vbaproject.bin") || part.contains("/activex/") || part.contains("/macrosheets/")) {
            throw new Refused("the workbook holds macros", "save it as an Excel workbook without macros (.xlsx)");
        }
        if (part.contains("/externallinks/") || part.endsWith("/connections.xml") || part.contains("/querytables/")) {
            throw new Refused(
                    "the workbook is linked to other files or data", "break the links (Data, Edit Links) and save it");
        }
        if (part.contains("/embeddings/")) {
            throw new Refused("the workbook holds other documents", "delete what is embedded and save it");
        }
    }

    private void scan(byte[] part) throws Refused {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(part));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        elements++;
                        if (depth > DEEPEST || reader.getAttributeCount() > MOST_ATTRIBUTES) {
                            throw unreadable();
                        }
                        if (elements > MOST_ELEMENTS) {
                            throw tooLarge();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw unreadable();
                    default -> {
                        // text and the like, bounded by the size of the part
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw unreadable();
        }
    }

    private static Refused tooLarge() {
        return new Refused(
                "the workbook is far larger than any table",
                "delete the empty rows and columns beside the table, and pictures, and save it");
    }

    private static Refused unreadable() {
        return new Refused("this is not a workbook that can be read", "save it as an Excel workbook (.xlsx)");
    }
}
