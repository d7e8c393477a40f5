"""What a spreadsheet from a stranger can break on."""

import zipfile
import zlib
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from openpyxl.utils.exceptions import InvalidFileException

UNREADABLE = (
    *(InvalidFileException, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(DefusedXmlException, ParseError, KeyError, ValueError, IndexError, TypeError, AttributeError),
)
"""All that reading a broken .xlsx raises: zipfile's and zlib's own, XML's, and openpyxl's where parts do not fit."""
