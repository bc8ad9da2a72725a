"""Writing small FIT files, as the protocol says: a header, definitions, data, checksums."""

import struct
from datetime import UTC, datetime

_TABLE = (0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401)
_CRC = (*_TABLE, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400)
# Global numbers of messages, and of each field its number, base type and form.
ENUM, UINT16, UINT32 = (0x00, "B"), (0x84, "H"), (0x86, "I")
MESSAGES = {
    "file_id": (0, {"type": (0, ENUM)}),
    "session": (
        18,
        {
            "timestamp": (253, UINT32),
            "start_time": (2, UINT32),
            "sport": (5, ENUM),
            "total_timer_time": (8, UINT32),
            "total_cycles": (10, UINT32),
        },
    ),
    "activity": (34, {"timestamp": (253, UINT32), "local_timestamp": (5, UINT32)}),
    "monitoring_info": (103, {"timestamp": (253, UINT32), "local_timestamp": (0, UINT32)}),
    "monitoring": (
        55,
        {
            "timestamp": (253, UINT32),
            "timestamp_16": (26, UINT16),
            "cycles": (3, UINT32),
            "active_time": (4, UINT32),
            "activity_type": (5, ENUM),
        },
    ),
}
RUNNING, WALKING, HIKING = 1, 11, 17
ON_FOOT = {"running": 1, "walking": 6}


def seconds(moment: str) -> int:
    """A time as FIT counts it: seconds in UTC since the end of 1989."""
    return int((datetime.fromisoformat(moment) - datetime(1989, 12, 31, tzinfo=UTC)).total_seconds())


def local(moment: str) -> int:
    """The clock on the wall as FIT counts it."""
    return seconds(moment[:19] + "+00:00")


def message(name: str, **values: int) -> bytes:
    number, known = MESSAGES[name]
    fields = [(known[field], value) for field, value in values.items()]
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields))
    for (field, (base, form)), _ in fields:
        definition += struct.pack("<BBB", field, struct.calcsize(form), base)
    data = b"\0" + b"".join(struct.pack(f"<{form}", value) for (_, (_, form)), value in fields)
    return definition + data


def file(*messages: bytes) -> bytes:
    body = b"".join(messages)
    header = struct.pack("<BBHI4s", 14, 0x10, 2132, len(body), b".FIT")
    header += struct.pack("<H", checksum(header))
    return header + body + struct.pack("<H", checksum(header + body))


def checksum(content: bytes) -> int:
    crc = 0
    for byte in content:
        for half in (byte & 0xF, byte >> 4):
            crc = (crc >> 4) & 0x0FFF ^ _CRC[crc & 0xF] ^ _CRC[half]
    return crc


def walk(
    start: str, minutes: float, strides: int | None = None, sport: int = WALKING, told: bool = True
) -> bytes:
    """A recording, with its local time or without."""
    begin = seconds(start)
    end = begin + round(minutes * 60)
    counted = {} if strides is None else {"total_cycles": strides}
    session = message(
        "session",
        timestamp=end,
        start_time=begin,
        sport=sport,
        total_timer_time=round(minutes * 60_000),
        **counted,
    )
    zone = {"local_timestamp": local(start) + end - begin} if told else {}
    return file(message("file_id", type=4), session, message("activity", timestamp=end, **zone))
