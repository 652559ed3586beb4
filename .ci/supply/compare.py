"""compare.py FOLDER FOLDER [--whole]: whether two folders hold the same bytes; names the files that do not, and in archives the entries, also in
archives that lie in archives. Ends with 1 if anything differs but what the framework makes in an order of its own,
which is counted, and with --whole is named and counts too."""

import hashlib
import io
import re
import sys
import zipfile
from pathlib import Path

# what starts the framework: its steps are numbered as they came to an end, on several threads, and its settings stand in the order of a set
FRAMEWORKS = re.compile(r"quarkus/generated-bytecode\.jar!io/quarkus/(runner/(recorded/|ApplicationImpl)|runtime/generated/)[^:]*\.class: [0-9a-f]{64} [0-9a-f]{64}$")


def hashed(content):
    return hashlib.sha256(content).hexdigest()


def differing(name, first, second):
    """The innermost places in which two files of one name differ."""
    if first == second:
        return
    if not all(zipfile.is_zipfile(io.BytesIO(each)) for each in (first, second)):
        yield f"{name}: {hashed(first)} {hashed(second)}"
        return
    one, other = (zipfile.ZipFile(io.BytesIO(each)) for each in (first, second))
    names = [[entry.filename for entry in archive.infolist()] for archive in (one, other)]
    if sorted(names[0]) != sorted(names[1]):
        for only in sorted(set(names[0]) ^ set(names[1])):
            yield f"{name}!{only}: in one of them only"
    elif names[0] != names[1]:
        yield f"{name}: its entries stand in another order"
    within = []
    for entry in sorted(set(names[0]) & set(names[1])):
        within += differing(f"{name}!{entry}", one.read(entry), other.read(entry))
        times = one.getinfo(entry).date_time, other.getinfo(entry).date_time
        if times[0] != times[1]:
            within.append(f"{name}!{entry}: of {times[0]} and {times[1]}")
    yield from within
    if not within and names[0] == names[1]:
        yield f"{name}: its entries are the same and are packed another way"


folders = [Path(each) for each in sys.argv[1:3]]
files = [{str(file.relative_to(folder)): file for file in folder.rglob("*") if file.is_file()} for folder in folders]
faults = [f"{name}: in one of them only" for name in sorted(files[0].keys() ^ files[1].keys())]
for name in sorted(files[0].keys() & files[1].keys()):
    faults += differing(name, files[0][name].read_bytes(), files[1][name].read_bytes())
frameworks = [fault for fault in faults if FRAMEWORKS.match(fault)]
own = [fault for fault in faults if fault not in frameworks]
for fault in own:
    print(fault)
if own or not files[0]:
    sys.exit(f"two builds differ in {len(own)} places, beside {len(frameworks)} that the framework makes")
if frameworks:
    print(f"{len(files[0])} files, the same in two builds but for {len(frameworks)} classes that start the framework:")
    sys.exit("\n".join(frameworks) if "--whole" in sys.argv else 0)
every = hashed("".join(f"{name} {hashed(file.read_bytes())}\n" for name, file in sorted(files[0].items())).encode())
print(f"{len(files[0])} files, the same in two builds; sha256 of their list: {every}")
