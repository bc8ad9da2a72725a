"""Writing exports as Apple Health does, of any size."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

DOCTYPE = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
]>
"""
BROKEN_DOCTYPE = DOCTYPE.replace(
    "]>", "<!ATTLIST VisionPrescription\n  brand CDATA #IMPLIED\n<!ELEMENT Prism EMPTY>\n]>"
)
HEART = (
    ' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" sourceVersion="10.3" '
    'device="&lt;&lt;HKDevice: 0x281e&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch&gt;" '
    'unit="count/min" creationDate="2026-03-01 09:00:00 +0100" startDate="2026-03-01 09:00:00 +0100" '
    'endDate="2026-03-01 09:00:00 +0100" value="72">\n'
    '  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="1"/>\n </Record>\n'
)


def steps(start: str, end: str, value: object, device: str = "Phone") -> str:
    return (
        f' <Record type="HKQuantityTypeIdentifierStepCount" sourceName="{device}" unit="count" '
        f'creationDate="{end}" startDate="{start}" endDate="{end}" value="{value}"/>\n'
    )


def walk(start: str, end: str, minutes: float, kind: str = "Walking") -> str:
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{kind}" duration="{minutes}" '
        'durationUnit="min" '
        f'sourceName="Watch" creationDate="{end}" startDate="{start}" endDate="{end}">\n'
        '  <WorkoutEvent type="HKWorkoutEventTypePause"/>\n </Workout>\n'
    )


def export(
    records: Iterable[str], doctype: str = DOCTYPE, exported: str = "2026-11-01 10:00:00 +0100"
) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}<HealthData locale="en_GB">\n'
    yield f' <ExportDate value="{exported}"/>\n'
    yield from records
    yield "</HealthData>\n"


def written(path: Path, records: Iterable[str], **options: str) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(export(records, **options))
    return path


def years_of(size: int, days: int = 3650) -> Iterator[str]:
    """Records of about ``size`` bytes over some days before 2026: mostly heart rates, as in a real export."""
    begin = datetime(2026, 1, 1, tzinfo=UTC) - timedelta(days=days)
    shape = "%Y-%m-%d %H:%M:%S +0000"
    a_day = size / days
    for day in range(days):
        done = 0
        start = begin + timedelta(days=day, hours=8)
        while done < a_day:
            end = start + timedelta(minutes=1)
            for device, count in (("Phone", 95), ("Watch", 100)):
                line = steps(start.strftime(shape), end.strftime(shape), count, device)
                done += len(line)
                yield line
            yield HEART * 8
            done += len(HEART) * 8
            start += timedelta(seconds=90) if start.hour < 22 else timedelta(0)
