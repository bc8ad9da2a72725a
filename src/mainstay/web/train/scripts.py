"""The guided session's scripts in one file, so that the page comes in one journey and weighs little.

The modules stay what they are: each becomes a function that returns what it exports, after those that it
imports, and comments are left out. Only the few forms of import and export that our modules use are known;
another one is refused, and a test says so before anybody loads the page.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from posixpath import dirname, join, normpath

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.views.decorators.http import etag, require_safe

from mainstay.web.offline.files import file_of

_ENTRY = "mainstay/js/guide/main.js"
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_BLOCK_COMMENT = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_MARGIN = re.compile(r"^[ \t]+", re.MULTILINE)
_FROM = re.compile(r'^(import|export) \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_OWN = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_UNKNOWN = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


@cache
def pack(entry: str = _ENTRY) -> str:
    """Return the script that runs a module with all that it imports.

    Raises ValueError where a module has a form of import or export that is not known here.
    """
    names: dict[str, str] = {}
    return "".join(_packed(entry, names))


@login_not_required
@require_safe
@etag(lambda _: f'"{sha256(pack().encode()).hexdigest()[:16]}"')
def scripts(request: HttpRequest) -> HttpResponse:
    """Give the pack; it tells nothing personal."""
    headers = {"Cache-Control": "no-cache"}
    return HttpResponse(pack(), content_type="text/javascript", headers=headers)


def _packed(module: str, names: dict[str, str]) -> Iterator[str]:
    """Yield the modules that are not in ``names`` yet, each after those that it imports."""
    text = file_of(module).read_text(encoding="utf-8")
    for match in _FROM.finditer(text):
        wanted = _address(module, match[3])
        if wanted not in names:
            yield from _packed(wanted, names)
    body, exports = _body(module, text, names)
    names[module] = f"m{len(names)}"
    yield f"const {names[module]}=(()=>{{{_bare(body)}return{{{','.join(exports)}}}}})();\n"


def _body(module: str, text: str, names: dict[str, str]) -> tuple[str, list[str]]:
    exports = _OWN.findall(text)

    def linked(match: re.Match[str]) -> str:
        taken = match[2].replace(" as ", ":").split()
        source = names[_address(module, match[3])]
        if match[1] == "import":
            return f"const{{{''.join(taken)}}}={source};\n"
        exports.extend(f"{name}:{source}.{name}" for name in "".join(taken).strip(",").split(","))
        return ""

    body = _OWN.sub("", _FROM.sub(linked, text))
    unknown = _UNKNOWN.search(body)
    if unknown:
        raise ValueError(
            f"{module}: “{unknown[0]}” is a form of import or export that the pack does not know"
        )
    return body.replace("import.meta.url", f"(location.origin+{json.dumps(static(module))})"), exports


def _bare(text: str) -> str:
    """Leave out comments, which stand on lines of their own, and what lines are set in by."""
    return _MARGIN.sub("", _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", text)))


def _address(module: str, path: str) -> str:
    return normpath(join(dirname(module), path))
