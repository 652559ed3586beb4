"""Makes pictures of workbooks as LibreOffice shows them, and every picture small.

usage: pictures.py workbook WORKBOOK SHEET RANGE PICTURE
       pictures.py small FOLDER
"""

import pathlib
import subprocess
import sys
import tempfile

import openpyxl
from PIL import Image, ImageChops

COLOURS = 128
DOTS = 80


def workbook(path, sheet, cells, picture):
    book = openpyxl.load_workbook(path)
    for name in book.sheetnames:
        if name != sheet:
            del book[name]
    shown = book[sheet]
    # the hidden rows are the engine's, and stay hidden
    shown.print_area = cells
    for row in shown[cells]:
        for cell in row:
            # a long text would run into the row below, which keeps its height
            cell.alignment = openpyxl.styles.Alignment(horizontal=cell.alignment.horizontal, wrap_text=False)
    shown.print_options.headings = True
    shown.print_options.gridLines = True
    shown.page_setup.orientation = "landscape"
    shown.page_setup.fitToWidth = 1
    shown.page_setup.fitToHeight = 0
    shown.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    shown.oddHeader.center.text = shown.oddFooter.center.text = ""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, "shown.xlsx")
        book.save(copy)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(copy)]
        subprocess.run(office, check=True, stdout=subprocess.DEVNULL, timeout=120)
        drawn = ["pdftoppm", "-png", "-singlefile", "-r", str(DOTS * 2), f"{folder}/shown.pdf", f"{folder}/page"]
        subprocess.run(drawn, check=True, timeout=60)
        page = Image.open(f"{folder}/page.png").convert("RGB")
        white = Image.new("RGB", page.size, "white")
        left, top, right, bottom = ImageChops.difference(page, white).getbbox()
        page.crop((left - 6, top - 6, right + 6, bottom + 6)).save(picture)


def small(folder):
    for path in sorted(pathlib.Path(folder).glob("*.png")):
        picture = Image.open(path).convert("RGB")
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        print(f"{path.name} {path.stat().st_size // 1024} KB")


if sys.argv[1] == "workbook":
    workbook(*sys.argv[2:])
else:
    small(sys.argv[2])
