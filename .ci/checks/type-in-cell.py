"""Types into a cell of a workbook in LibreOffice and saves it there, as an analyst would.

usage: type-in-cell.py PIPE WORKBOOK SHEET CELL TEXT; LibreOffice must listen on the pipe.
"""

import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
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


def main(pipe, workbook, sheet, cell, text):
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    url = pathlib.Path(workbook).resolve().as_uri()
    document = desktop(pipe).loadComponentFromURL(url, "_blank", 0, (hidden,))
    typed = document.Sheets.getByName(sheet).getCellRangeByName(cell)
    # what is typed is a number or a date if it looks like one, but not in a cell that is formatted as text
    if document.NumberFormats.getByKey(typed.NumberFormat).Type & TEXT:
        typed.setString(text)
    else:
        typed.setFormula(text)
    document.store()
    document.close(True)


main(*sys.argv[1:])
