"""The body's proportions, as shares of its height.

Segment lengths: Drillis R, Contini R, *Body Segment Parameters* (New York University 1966), as tabled in
Winter DA, *Biomechanics and Motor Control of Human Movement*, 4th ed. 2009, fig. 4.1. Where joints sit
inside the trunk follows Dumas R et al., J Biomech 2007;40:543-553 (adjusted, rounded to the millimetre).
"""

HEIGHT = 1.70
"""Height of the drawn body in metres; between the medians of adult women and men."""

THIGH = round(0.245 * HEIGHT, 4)
SHANK = round(0.246 * HEIGHT, 4)
ANKLE_HEIGHT = round(0.039 * HEIGHT, 4)
UPPER_ARM = round(0.186 * HEIGHT, 4)
FOREARM = round(0.146 * HEIGHT, 4)
HAND = round(0.108 * HEIGHT, 4)
FOOT = round(0.152 * HEIGHT, 4)

HIP_HALF = 0.085
"""From the body's middle to a hip joint's centre."""
SHOULDER_HALF = 0.172
"""From the body's middle to a shoulder joint's centre: half the 0.259 of height between the
acromia, less the shoulder's own flesh."""
