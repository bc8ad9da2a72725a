"""Whether a content file has the shape of its record: every fault, not only the first."""

from collections.abc import Hashable, Iterator
from functools import cache
from pathlib import Path

import jsonschema_rs
import msgspec

from mainstay.catalogue.fault import ContentFault, fault_at


def shape_faults(file: Path, text: str, table: object, record: Hashable) -> Iterator[ContentFault]:
    """Yield every place where a parsed file does not fit a record type; unknown keys are faults too."""
    for error in _validator(record).iter_errors(table):
        path = [key for key in error.instance_path if key != ""]
        yield fault_at(file, text, path, error.message, "see the record in src/mainstay/catalogue")


@cache
def _validator(record: Hashable) -> jsonschema_rs.Validator:
    schema = msgspec.json.schema(record)
    _forbid_unknown_keys(schema)
    return jsonschema_rs.validator_for(schema)


def _forbid_unknown_keys(schema: object) -> None:
    """Close every object of a derived schema, in place: a misspelt key must not pass unseen."""
    parts = list(schema.values()) if isinstance(schema, dict) else schema
    for part in parts if isinstance(parts, list) else ():
        _forbid_unknown_keys(part)
    if isinstance(schema, dict) and "properties" in schema:
        schema["additionalProperties"] = False
