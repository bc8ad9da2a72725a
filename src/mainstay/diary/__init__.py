"""The diary: reading and writing events, the local store without a server, and where it all is kept.

Nothing named here loads Django, so that ``mainstay today`` starts at once. The store that writes is
:mod:`mainstay.diary.store`; import it once Django is set up.
"""

from mainstay.diary import local
from mainstay.diary.database import database_settings
from mainstay.diary.fault import Fault
from mainstay.diary.folder import data_folder, kept_secret, make_data_folder
from mainstay.diary.identity import id_of, new_id
from mainstay.diary.line import same_content, to_line
from mainstay.diary.reading import Reading, read_lines, read_records
from mainstay.diary.schema import fields_of, known_kinds, schema_text

__all__ = [
    "Fault",
    "Reading",
    "data_folder",
    "database_settings",
    "fields_of",
    "id_of",
    "kept_secret",
    "known_kinds",
    "local",
    "make_data_folder",
    "new_id",
    "read_lines",
    "read_records",
    "same_content",
    "schema_text",
    "to_line",
]
