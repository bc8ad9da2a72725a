"""What a person may feel, and which of it is more than hard work."""

from enum import StrEnum


class Symptom(StrEnum):
    """The kind of feeling reported with a rating or a check-in."""

    NONE = "none"
    ACHE = "ache"
    SORENESS = "soreness"
    SHARP = "sharp"
    SHOOTING = "shooting"
    SPREADING = "spreading"
    NUMBNESS = "numbness"
    WEAKNESS = "weakness"

    @property
    def is_nerve(self) -> bool:
        """Whether a nerve may be involved: the session ends and the safety questions return."""
        return self in _NERVE

    @property
    def is_red(self) -> bool:
        """Whether the exercise stops, whatever the number."""
        return self is Symptom.SHARP or self in _NERVE


_NERVE = frozenset({Symptom.SHOOTING, Symptom.SPREADING, Symptom.NUMBNESS, Symptom.WEAKNESS})
