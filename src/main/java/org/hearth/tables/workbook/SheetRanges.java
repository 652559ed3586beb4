package org.hearth.tables.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTAutoFilter;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/**
 * The ranges of a sheet that do not move with its rows in the spreadsheet library, taken down before rows move: lists to choose
 * from, formats by condition, and the filter. Afterwards a range that held a row holds the one inserted below it.
 */
final class SheetRanges {

    private static final String FILTER = "_xlnm._FilterDatabase";
    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final List<List<String>> conditional = new ArrayList<>();

    private SheetRanges(XSSFWorkbook workbook, XSSFSheet sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
    }

    /** The ranges as they are, before rows move. */
    static SheetRanges of(XSSFWorkbook workbook, XSSFSheet sheet) {
        SheetRanges ranges = new SheetRanges(workbook, sheet);
        for (CTConditionalFormatting formatting : sheet.getCTWorksheet().getConditionalFormattingList()) {
            ranges.conditional.add(texts(formatting.getSqref()));
        }
        return ranges;
    }

    /** A row has come. */
    void inserted(int row) {
        moved(range -> {
            CellRangeAddress moved = range.copy();
            if (range.getFirstRow() >= row) {
                moved.setFirstRow(Math.min(range.getFirstRow() + 1, LAST_ROW));
            }
            if (range.getLastRow() >= row - 1) {
                moved.setLastRow(Math.min(range.getLastRow() + 1, LAST_ROW));
            }
            return moved;
        });
    }

    /** A row has gone. */
    void deleted(int row) {
        moved(range -> {
            CellRangeAddress moved = range.copy();
            if (range.getFirstRow() > row) {
                moved.setFirstRow(range.getFirstRow() - 1);
            }
            if (range.getLastRow() >= row) {
                moved.setLastRow(range.getLastRow() - 1);
            }
            return moved.getLastRow() < moved.getFirstRow() ? null : moved;
        });
    }

    private void moved(UnaryOperator<CellRangeAddress> move) {
        CTWorksheet xml = sheet.getCTWorksheet();
        if (xml.isSetDataValidations()) {
            for (int at = xml.getDataValidations().sizeOfDataValidationArray() - 1; at >= 0; at--) {
                CTDataValidation list = xml.getDataValidations().getDataValidationArray(at);
                List<String> now = moved(texts(list.getSqref()), move);
                if (now.isEmpty()) {
                    xml.getDataValidations().removeDataValidation(at);
                } else {
                    list.setSqref(now);
                }
            }
            if (xml.getDataValidations().sizeOfDataValidationArray() == 0) {
                xml.unsetDataValidations();
            } else {
                xml.getDataValidations().setCount(xml.getDataValidations().sizeOfDataValidationArray());
            }
        }
        // the library moves these itself, but not as far; where it has dropped one, there is none to mend
        if (xml.sizeOfConditionalFormattingArray() == conditional.size()) {
            for (int at = 0; at < conditional.size(); at++) {
                List<String> now = moved(conditional.get(at), move);
                if (!now.isEmpty()) {
                    xml.getConditionalFormattingArray(at).setSqref(now);
                }
            }
        }
        if (xml.isSetAutoFilter()) {
            filter(xml.getAutoFilter(), move);
        }
    }

    private void filter(CTAutoFilter filter, UnaryOperator<CellRangeAddress> move) {
        Optional<CellRangeAddress> now = range(filter.getRef()).map(move);
        now.ifPresent(range -> {
            filter.setRef(range.formatAsString());
            for (XSSFName name : workbook.getAllNames()) {
                if (FILTER.equals(name.getNameName()) && name.getSheetIndex() == workbook.getSheetIndex(sheet)) {
                    name.setRefersToFormula(range.formatAsString(sheet.getSheetName(), true));
                }
            }
        });
    }

    private static List<String> moved(List<String> ranges, UnaryOperator<CellRangeAddress> move) {
        List<String> moved = new ArrayList<>();
        for (String range : ranges) {
            Optional<CellRangeAddress> read = range(range);
            if (read.isEmpty()) {
                moved.add(range);
            } else {
                read.map(move).map(CellRangeAddress::formatAsString).ifPresent(moved::add);
            }
        }
        return moved;
    }

    /** A range as it is written; empty of what is none, such as {@code #REF!}, which stays as it is. */
    private static Optional<CellRangeAddress> range(String written) {
        try {
            return Optional.of(CellRangeAddress.valueOf(written));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> texts(List<?> references) {
        List<String> texts = new ArrayList<>();
        for (Object reference : references) {
            for (String one : reference.toString().split(" ")) {
                texts.add(one);
            }
        }
        return texts;
    }
}
