"""What files for Word have in common, whoever fills them in."""

import io
import zipfile
from datetime import datetime
from typing import Any

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKED = "FFF2A8"
"""The colour behind what is still to be filled in by hand."""
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def finished(filled: Any, title: str, language: str, made_at: datetime) -> bytes:
    """A filled-in template as a file with no time of its own in it: the same words give the same bytes."""
    properties = filled.docx.core_properties
    properties.title, properties.author, properties.language = title, "Klimabrücke", language
    # Word's properties carry no zone.
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    made, packed = io.BytesIO(), io.BytesIO()
    filled.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _ZIP_EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, parts.read(name))
    return packed.getvalue()
