"""Positions, equipment, muscles, directions of load, and what a person may need to avoid."""

from enum import StrEnum


class Position(StrEnum):
    """How the body is placed."""

    STANDING = "standing"
    SITTING = "sitting"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"
    HANDS_AND_KNEES = "hands-and-knees"
    KNEELING = "kneeling"


class Trouble(StrEnum):
    """A position or strain that a person may have to avoid; each rung names those it asks for."""

    FLOOR = "floor"
    KNEELING = "kneeling"
    HANDS_AND_KNEES = "hands-and-knees"
    PRONE = "prone"
    SUPINE = "supine"
    SIDE_LYING = "side-lying"
    WRISTS = "wrists"


class Equipment(StrEnum):
    """What an exercise needs to hand."""

    MAT = "mat"
    CHAIR = "chair"
    BAND = "band"
    STICK = "stick"
    BENCH = "bench"
    WEIGHT = "weight"
    WALL = "wall"


class Direction(StrEnum):
    """A way of loading the back that may provoke it, or a posture that does."""

    FLEXION = "flexion"
    EXTENSION = "extension"
    ROTATION = "rotation"
    LOAD = "load"
    SITTING = "sitting"
    STANDING = "standing"
    WALKING = "walking"


class Muscle(StrEnum):
    """Muscles as the muscle map draws them."""

    TRANSVERSUS_ABDOMINIS = "transversus-abdominis"
    RECTUS_ABDOMINIS = "rectus-abdominis"
    OBLIQUES = "obliques"
    MULTIFIDUS = "multifidus"
    ERECTOR_SPINAE = "erector-spinae"
    QUADRATUS_LUMBORUM = "quadratus-lumborum"
    LATISSIMUS_DORSI = "latissimus-dorsi"
    TRAPEZIUS = "trapezius"
    RHOMBOIDS = "rhomboids"
    DELTOIDS = "deltoids"
    SERRATUS_ANTERIOR = "serratus-anterior"
    PECTORALS = "pectorals"
    NECK_FLEXORS = "neck-flexors"
    GLUTEUS_MAXIMUS = "gluteus-maximus"
    GLUTEUS_MEDIUS = "gluteus-medius"
    HIP_FLEXORS = "hip-flexors"
    HIP_ROTATORS = "hip-rotators"
    ADDUCTORS = "adductors"
    HAMSTRINGS = "hamstrings"
    QUADRICEPS = "quadriceps"
    CALVES = "calves"
