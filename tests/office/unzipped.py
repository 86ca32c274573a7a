"""Every part of a zipped document as text, each under its name."""

import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as package:
    print(package.comment)
    for part in package.infolist():
        print(part.filename, part.comment, part.extra, part.date_time)
        print(package.read(part).decode("utf-8", "replace"))
