"""The poses of habits as pictures: what no exercise shows, such as lying with a pillow between the knees."""

from functools import cache
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from mainstay.catalogue import load_catalogue
from mainstay.catalogue.movements import load_poses
from mainstay.figure import still
from mainstay.web.library.pictures import svg_answer


def pose_address(slug: str, pose: str) -> str:
    """Return a pose's address; it changes with the content, so that browsers may keep it for good."""
    return f"{reverse('habit-pose', args=(slug, pose))}?{urlencode({'v': load_catalogue().version})}"


@require_safe
def pose(request: HttpRequest, slug: str, pose: str) -> HttpResponse:
    """Draw one pose of a habit."""
    drawn = _drawn().get((slug, pose))
    if drawn is None:
        raise Http404
    return svg_answer(drawn)


@cache
def _drawn() -> dict[tuple[str, str], str]:
    """Every pose, drawn once a process: they are few. Nothing works in them, and nothing moves."""
    poses = load_poses(load_catalogue().habits.values())
    return {key: still(movement, glow=False, hints=False) for key, movement in poses.items()}
