"""The figure of an exercise, wherever a page has room for one."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from mainstay.catalogue import load_catalogue
from mainstay.web.library.pictures import address

register = template.Library()


@register.simple_tag
def figure(slug: str, rung: str = "") -> SafeString:
    """Return the picture of a rung, or of an exercise's easiest one; nothing for an exercise we do not know.

    It stands beside words that say the same, so it has no text of its own.
    """
    exercise = load_catalogue().exercises.get(slug)
    if exercise is None:
        return SafeString("")
    shown = rung if rung in {known.slug for known in exercise.rungs} else exercise.rungs[0].slug
    return _image(address("picture", slug, shown))


@register.simple_tag
def fault_figure(slug: str, rung: str, fault: str) -> SafeString:
    """Return the picture of a common fault."""
    return _image(address("fault", slug, rung, fault))


@register.simple_tag
def muscle_figure(slug: str) -> SafeString:
    """Return the map of the muscles that an exercise works; the page lists them in words."""
    return _image(address("muscles", slug))


def _image(source: str) -> SafeString:
    markup = '<img class="figure" src="{}" alt="" loading="lazy" decoding="async">'
    return format_html(markup, source)
