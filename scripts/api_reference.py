"""The reference page of the API, made from its own OpenAPI document."""

import os
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

_INTRO = """\
For programs of your own, and for the app itself when it hands over what was trained offline. The document
that this page is made from is at `/api/v1/openapi.json` of every running Mainstay.

* **Address**: the same as the pages, `http://127.0.0.1:8000/api/v1/…`. Nothing is answered to another origin.
* **Login**: none on your own machine. Where others can reach the app, the cookie of a signed-in browser;
  without it every answer is 401 and JSON, never a page.
* **Changes** carry the token that `hello` gave, as `X-CSRFToken`, and the cookie that came with it.
* **Refusals** are an object with `problem`, and `faults` where there are several.

```sh
api=http://127.0.0.1:8000/api/v1
curl -c jar $api/hello
curl -b jar -H "X-CSRFToken: …" -H "Content-Type: application/json" $api/diary/events -d @- <<'END'
{"diary": "…", "events": [{"id": "…", "kind": "walk_logged", "at": "2026-11-21T12:30:00Z", "minutes": 20}]}
END
```
"""


def api_page(made: str) -> str:
    """Return the page; ``made`` says that nobody should change it by hand."""
    document = _document()
    lines = [f"# The API\n\n{made}", _INTRO]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            lines += _operation(path, method, operation)
    lines += ["## Shapes", *_shapes(document["components"]["schemas"])]
    return "\n".join(lines) + "\n"


def _document() -> Json:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mainstay.web.settings")
    import django

    django.setup()
    from mainstay.web.api import urls

    return dict(urls.api.get_openapi_schema(path_prefix="/api/v1/"))


def _operation(path: str, method: str, operation: Json) -> Iterator[str]:
    yield f"## `{method.upper()} {path}`\n\n{operation['summary']}. {operation.get('description', '')}\n"
    for parameter in operation.get("parameters", ()):
        needed = "" if parameter["required"] else ", may be left out"
        yield f"* `{parameter['name']}` in the {parameter['in']}{needed}: {_type(parameter['schema'])}"
    body = operation.get("requestBody")
    if body:
        yield f"* body: {_content(body)}"
    answers = operation["responses"].items()
    told = (f"{code} {_content(answer)}" for code, answer in answers if _content(answer) != "`Problem`")
    yield f"* answers: {' · '.join(told)} · or a `Problem`\n"


def _content(part: Json) -> str:
    content = part.get("content", {})
    return _type(content["application/json"]["schema"]) if content else ""


def _type(schema: Json) -> str:
    """Return a schema as a few words."""
    if "$ref" in schema:
        return f"`{schema['$ref'].rpartition('/')[2]}`"
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"] if one.get("type") != "null")
    if schema.get("type") == "array":
        most = f", at most {schema['maxItems']}" if "maxItems" in schema else ""
        return f"list of {_type(schema['items'])}{most}"
    return str(schema.get("format") or schema.get("type") or "anything")


def _shapes(schemas: Json) -> Iterator[str]:
    for name, schema in schemas.items():
        about = schema.get("description", "").replace("``", "`")
        yield f"\n### `{name}`\n\n{about}\n"
        for field, kind in schema["properties"].items():
            yield f"* `{field}`: {_type(kind)}"
