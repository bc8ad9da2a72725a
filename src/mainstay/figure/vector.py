"""Points, directions and rotations in space, as plain tuples: metres, right-handed.

The world's axes are those of the International Society of Biomechanics (Wu & Cavanagh 1995): X forward,
Y up, Z to the right. A rotation is three rows; ``turn(m, v)`` takes a vector out of the rotated frame.
"""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

Vec = tuple[float, float, float]
Mat = tuple[Vec, Vec, Vec]

ORIGIN: Vec = (0.0, 0.0, 0.0)
FORWARD: Vec = (1.0, 0.0, 0.0)
UP: Vec = (0.0, 1.0, 0.0)
RIGHT: Vec = (0.0, 0.0, 1.0)


def add(a: Vec, b: Vec) -> Vec:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """Return a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, by: float) -> Vec:
    """Return a stretched by a number."""
    return (a[0] * by, a[1] * by, a[2] * by)


def dot(a: Vec, b: Vec) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Return the vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """Return the length."""
    return sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    """Return a at length one; a vector of no length comes back unchanged."""
    size = length(a)
    return scale(a, 1 / size) if size > 1e-12 else a


def lerp(a: Vec, b: Vec, share: float) -> Vec:
    """Return the point ``share`` of the way from a to b."""
    return add(a, scale(sub(b, a), share))


def mirror(a: Vec) -> Vec:
    """Return a seen in the body's middle plane: right becomes left."""
    return (a[0], a[1], -a[2])


def mirror_turn(m: Mat) -> Mat:
    """Return a rotation as seen in the body's middle plane."""
    (a, b, c), (d, e, f), (g, h, i) = m
    return ((a, b, -c), (d, e, -f), (-g, -h, i))


def turn(m: Mat, v: Vec) -> Vec:
    """Return the vector whose coordinates in the rotated frame are ``v``."""
    return (dot(m[0], v), dot(m[1], v), dot(m[2], v))


def unturn(m: Mat, v: Vec) -> Vec:
    """Return the coordinates in the rotated frame of the vector ``v``."""
    return (
        m[0][0] * v[0] + m[1][0] * v[1] + m[2][0] * v[2],
        m[0][1] * v[0] + m[1][1] * v[1] + m[2][1] * v[2],
        m[0][2] * v[0] + m[1][2] * v[1] + m[2][2] * v[2],
    )


def transpose(m: Mat) -> Mat:
    """Return the inverse rotation."""
    return ((m[0][0], m[1][0], m[2][0]), (m[0][1], m[1][1], m[2][1]), (m[0][2], m[1][2], m[2][2]))


def compose(a: Mat, b: Mat) -> Mat:
    """Return the rotation that turns by b in a's frame."""
    columns = transpose(b)
    return (
        (dot(a[0], columns[0]), dot(a[0], columns[1]), dot(a[0], columns[2])),
        (dot(a[1], columns[0]), dot(a[1], columns[1]), dot(a[1], columns[2])),
        (dot(a[2], columns[0]), dot(a[2], columns[1]), dot(a[2], columns[2])),
    )


def axes(x: Vec, y: Vec, z: Vec) -> Mat:
    """Return the rotation whose frame has these directions."""
    return transpose((x, y, z))


def about_y(angle: float) -> Mat:
    """Rotate by degrees about Y: Z goes toward X."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c))


def about_z(angle: float) -> Mat:
    """Rotate by degrees about Z: X goes toward Y."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0))


def zxy(z: float, x: float, y: float) -> Mat:
    """Return the Cardan rotation Z, then X, then Y, in degrees."""
    a, b, c = radians(z), radians(x), radians(y)
    cz, sz, cx, sx, cy, sy = cos(a), sin(a), cos(b), sin(b), cos(c), sin(c)
    return (
        (cz * cy - sz * sx * sy, -sz * cx, cz * sy + sz * sx * cy),
        (sz * cy + cz * sx * sy, cz * cx, sz * sy - cz * sx * cy),
        (-cx * sy, sx, cx * cy),
    )


def angles_zxy(m: Mat) -> Vec:
    """Return the degrees (z, x, y) of which ``m`` is the Cardan rotation."""
    x = asin(max(-1.0, min(1.0, m[2][1])))
    if abs(m[2][1]) > 0.99999:
        return (degrees(atan2(m[1][0], m[0][0])), degrees(x), 0.0)
    return (degrees(atan2(-m[0][1], m[1][1])), degrees(x), degrees(atan2(-m[2][0], m[2][2])))


def angle_between(a: Vec, b: Vec) -> float:
    """Return the angle between two directions, 0 to 180 degrees."""
    return degrees(atan2(length(cross(a, b)), dot(a, b)))
