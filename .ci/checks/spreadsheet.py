"""Changes a sheet of a workbook in LibreOffice and saves it there, as an analyst would.

usage: spreadsheet.py PIPE WORKBOOK SHEET type CELL TEXT
       spreadsheet.py PIPE WORKBOOK SHEET delete-row ROW
       spreadsheet.py PIPE WORKBOOK SHEET insert-row ROW
       spreadsheet.py PIPE WORKBOOK SHEET insert-column COLUMN
       spreadsheet.py PIPE WORKBOOK SHEET fill-down FROM-CELL THROUGH-CELL
       spreadsheet.py PIPE WORKBOOK SHEET sort FROM-CELL THROUGH-CELL
       spreadsheet.py PIPE WORKBOOK SHEET paste FROM-CELL THROUGH-CELL TO-CELL
       spreadsheet.py PIPE WORKBOOK SHEET percent CELL
       spreadsheet.py PIPE WORKBOOK SHEET number CELL
       spreadsheet.py PIPE WORKBOOK SHEET rename NAME
       spreadsheet.py PIPE WORKBOOK SHEET delete-sheet
       spreadsheet.py PIPE WORKBOOK SHEET copy-sheet NAME
LibreOffice must listen on the pipe.
"""

import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.FillDirection import TO_BOTTOM
from com.sun.star.table import TableSortField
from com.sun.star.util.NumberFormat import NUMBER, PERCENT, TEXT


def desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.5)
    sys.exit("LibreOffice does not answer")


def type_in(document, sheet, cell, text):
    typed = sheet.getCellRangeByName(cell)
    # what is typed is a number or a date if it looks like one, but not in a cell that is formatted as text
    if document.NumberFormats.getByKey(typed.NumberFormat).Type & TEXT:
        typed.setString(text)
    else:
        typed.setFormula(text)


def sort(block):
    field = TableSortField()
    field.Field, field.IsAscending = 0, False
    by = PropertyValue()
    by.Name, by.Value = "SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))
    header = PropertyValue()
    header.Name, header.Value = "ContainsHeader", False
    uno.invoke(block, "sort", (uno.Any("[]com.sun.star.beans.PropertyValue", (by, header)),))


def change(document, sheet, what, *how):
    if what == "type":
        type_in(document, sheet, *how)
    elif what == "delete-row":
        sheet.Rows.removeByIndex(int(how[0]) - 1, 1)
    elif what == "insert-row":
        sheet.Rows.insertByIndex(int(how[0]) - 1, 1)
    elif what == "fill-down":
        sheet.getCellRangeByName(f"{how[0]}:{how[1]}").fillAuto(TO_BOTTOM, 1)
    elif what == "insert-column":
        at = sheet.getCellRangeByName(f"{how[0]}1").CellAddress.Column
        sheet.Columns.insertByIndex(at, 1)
    elif what == "sort":
        sort(sheet.getCellRangeByName(f"{how[0]}:{how[1]}"))
    elif what == "paste":
        block = sheet.getCellRangeByName(f"{how[0]}:{how[1]}").RangeAddress
        sheet.copyRange(sheet.getCellRangeByName(how[2]).CellAddress, block)
    elif what in ("percent", "number"):
        cell = sheet.getCellRangeByName(how[0])
        formats = document.NumberFormats
        cell.NumberFormat = formats.getStandardFormat(PERCENT if what == "percent" else NUMBER, cell.CharLocale)
    elif what == "rename":
        sheet.Name = how[0]
    elif what == "delete-sheet":
        document.Sheets.removeByName(sheet.Name)
    elif what == "copy-sheet":
        document.Sheets.copyByName(sheet.Name, how[0], 1)
    else:
        sys.exit(f"unknown change `{what}`")


def main(pipe, workbook, sheet, what, *how):
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    url = pathlib.Path(workbook).resolve().as_uri()
    document = desktop(pipe).loadComponentFromURL(url, "_blank", 0, (hidden,))
    change(document, document.Sheets.getByName(sheet), what, *how)
    document.store()
    document.close(True)


main(*sys.argv[1:])
