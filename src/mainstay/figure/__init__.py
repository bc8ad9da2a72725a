"""One articulated body that draws, moves and times every exercise.

``read_movements`` makes movements from parsed content; ``still``, ``storyboard``, ``frames`` and
``muscle_map`` draw them,
``week_map`` what a week works. All are pure: the same movement always gives the same text.
"""

from mainstay.figure.body import Body, stand
from mainstay.figure.film import Facts, read_movements
from mainstay.figure.frames import Frames, frames
from mainstay.figure.measure import angle, elevation, line, lumbar_flexion
from mainstay.figure.motion import Motion, set_in_motion
from mainstay.figure.movement import Fault, Keyframe, Movement, Prop, PropKind
from mainstay.figure.muscle_map import Work, muscle_map, week_map
from mainstay.figure.packing import pack, packed_text
from mainstay.figure.paint import Theme
from mainstay.figure.pose import Pose, beyond_limits
from mainstay.figure.reading import MovementError
from mainstay.figure.settle import Stance, settle
from mainstay.figure.still import still
from mainstay.figure.storyboard import storyboard

__all__ = [
    "Body",
    "Facts",
    "Fault",
    "Frames",
    "Keyframe",
    "Motion",
    "Movement",
    "MovementError",
    "Pose",
    "Prop",
    "PropKind",
    "Stance",
    "Theme",
    "Work",
    "angle",
    "beyond_limits",
    "elevation",
    "frames",
    "line",
    "lumbar_flexion",
    "muscle_map",
    "pack",
    "packed_text",
    "read_movements",
    "set_in_motion",
    "settle",
    "stand",
    "still",
    "storyboard",
    "week_map",
]
