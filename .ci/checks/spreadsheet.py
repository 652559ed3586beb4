"""Changes a sheet of a workbook in LibreOffice and saves it there, as an analyst would.

usage: spreadsheet.py PIPE WORKBOOK SHEET type CELL TEXT
       spreadsheet.py PIPE WORKBOOK SHEET delete-row ROW
       spreadsheet.py PIPE WORKBOOK SHEET insert-row ROW
       spreadsheet.py PIPE WORKBOOK SHEET fill-down FROM-CELL THROUGH-CELL
LibreOffice must listen on the pipe.
"""

import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.FillDirection import TO_BOTTOM
from com.sun.star.util.NumberFormat import TEXT


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


def change(document, sheet, what, *how):
    if what == "type":
        type_in(document, sheet, *how)
    elif what == "delete-row":
        sheet.Rows.removeByIndex(int(how[0]) - 1, 1)
    elif what == "insert-row":
        sheet.Rows.insertByIndex(int(how[0]) - 1, 1)
    elif what == "fill-down":
        sheet.getCellRangeByName(f"{how[0]}:{how[1]}").fillAuto(TO_BOTTOM, 1)
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
