"""Segments and joints: a tree that starts at the pelvis.

Joint angles are three degrees of freedom in the order Z-X-Y of the ISB recommendations (Wu et al., J Biomech
2002;35:543 for spine, hip and ankle, 2005;38:981 for the arm): flexion, abduction, rotation, in degrees.

========================  =====================================================================
flexion                   spine forward, hip, knee, elbow, shoulder forward, ankle up (dorsiflexion),
                          wrist toward the palm, toes up: positive
abduction                 limb away from the middle; spine and head bent to the right: positive
rotation                  limb inward; elbow: pronation; spine and head turned to the left: positive
========================  =====================================================================

Zero everywhere is the anatomical position: upright, arms hanging, palms forward. The shoulder too uses
Z-X-Y, because the ISB's own Y-X-Y is undefined for a hanging arm; ``measure`` gives elevation from it.
"""

from dataclasses import dataclass

from mainstay.figure import anthropometry as size
from mainstay.figure.vector import Vec

Triple = tuple[float, float, float]
Range = tuple[float, float]
LEFT, RIGHT = "left", "right"
SIDES = (LEFT, RIGHT)
FREE: Range = (-180.0, 180.0)
FIXED: Range = (-0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Joint:
    """A joint and the segment that it carries.

    ``offset`` is the joint's centre in its parent's frame, in metres; ``sense`` turns the clinical signs into
    right-handed ones about Z, X and Y; ``limits`` are the degrees a healthy adult reaches.
    """

    name: str
    parent: str
    segment: str
    offset: Vec
    sense: Triple
    limits: tuple[Range, Range, Range]


SPINE_SENSE: Triple = (-1.0, 1.0, 1.0)
LIMB_SENSE: Triple = (1.0, -1.0, 1.0)
KNEE_SENSE: Triple = (-1.0, -1.0, 1.0)

# Limits: spine after White & Panjabi, Clinical Biomechanics of the Spine, 2nd ed. 1990 (per level, summed);
# limbs after the American Academy of Orthopaedic Surgeons, Joint Motion 1965, with passive end range added
# where the floor or a hand pushes further (toes, wrist, ankle).
_SPINE = (
    Joint("lumbosacral", "pelvis", "lower-lumbar", (-0.030, 0.090, 0.0), SPINE_SENSE,
          ((-16.0, 22.0), (-10.0, 10.0), (-6.0, 6.0))),
    Joint("midlumbar", "lower-lumbar", "upper-lumbar", (0.012, 0.082, 0.0), SPINE_SENSE,
          ((-14.0, 20.0), (-14.0, 14.0), (-8.0, 8.0))),
    Joint("thoracolumbar", "upper-lumbar", "lower-thorax", (-0.008, 0.085, 0.0), SPINE_SENSE,
          ((-14.0, 20.0), (-14.0, 14.0), (-20.0, 20.0))),
    Joint("midthoracic", "lower-thorax", "upper-thorax", (-0.030, 0.150, 0.0), SPINE_SENSE,
          ((-18.0, 30.0), (-15.0, 15.0), (-35.0, 35.0))),
    Joint("cervicothoracic", "upper-thorax", "neck", (0.004, 0.155, 0.0), SPINE_SENSE,
          ((-35.0, 40.0), (-25.0, 25.0), (-45.0, 45.0))),
    Joint("craniocervical", "neck", "head", (0.030, 0.105, 0.0), SPINE_SENSE,
          ((-30.0, 25.0), (-20.0, 20.0), (-45.0, 45.0))),
)  # fmt: skip
_LIMB = (
    Joint("hip", "pelvis", "thigh", (0.0, 0.0, size.HIP_HALF), LIMB_SENSE,
          ((-30.0, 140.0), (-40.0, 60.0), (-60.0, 60.0))),
    Joint("knee", "thigh", "shank", (0.0, -size.THIGH, 0.0), KNEE_SENSE,
          ((-5.0, 160.0), FIXED, (-30.0, 30.0))),
    Joint("ankle", "shank", "foot", (0.0, -size.SHANK, 0.0), LIMB_SENSE,
          ((-65.0, 40.0), (-40.0, 40.0), (-45.0, 45.0))),
    Joint("toes", "foot", "toes", (0.115, -0.046, 0.0), LIMB_SENSE,
          ((-40.0, 90.0), FIXED, FIXED)),
    Joint("shoulder", "upper-thorax", "upper-arm", (0.050, 0.082, size.SHOULDER_HALF), LIMB_SENSE,
          (FREE, (-60.0, 180.0), FREE)),
    Joint("elbow", "upper-arm", "forearm", (0.0, -size.UPPER_ARM, 0.0), LIMB_SENSE,
          ((-5.0, 155.0), FIXED, (-75.0, 195.0))),
    Joint("wrist", "forearm", "hand", (0.0, -size.FOREARM, 0.0), LIMB_SENSE,
          ((-95.0, 90.0), (-40.0, 40.0), FIXED)),
)  # fmt: skip


def _sided(joint: Joint, side: str) -> Joint:
    sign = 1.0 if side == RIGHT else -1.0
    parent = joint.parent if joint.parent in ("pelvis", "upper-thorax") else f"{joint.parent}-{side}"
    x, y, z = joint.offset
    sense = (joint.sense[0], joint.sense[1] * sign, joint.sense[2] * sign)
    name, segment = f"{joint.name}-{side}", f"{joint.segment}-{side}"
    return Joint(name, parent, segment, (x, y, z * sign), sense, joint.limits)


JOINTS: tuple[Joint, ...] = _SPINE + tuple(_sided(joint, side) for side in SIDES for joint in _LIMB)
"""Every joint, parents before children."""

JOINT: dict[str, Joint] = {joint.name: joint for joint in JOINTS}
SEGMENTS: tuple[str, ...] = ("pelvis", *(joint.segment for joint in JOINTS))
