"""What stands in the way of an export."""

from klimabruecke.core.errors import FieldError, Invalid
from klimabruecke.core.language import Bilingual

GPC_ONLY = Bilingual(
    "Dieses Inventar ist nicht nach GPC erstellt und passt nicht in dieses Formular. Laden Sie es als eigene"
    " Tabelle herunter (layout=template).",
    "This inventory is not by GPC and does not fit this form. Download it as a table of ours"
    " (layout=template).",
)


def gpc_only() -> Invalid:
    return Invalid(FieldError("/query/layout", "gpc_only", GPC_ONLY))
