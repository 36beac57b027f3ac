"""What in a page would be obeyed by a browser, though it is none of ours."""

from html.parser import HTMLParser

SCRIPT = "<script>alert(1)</script>"
PICTURE = "<img src=x onerror=alert(2)>"
# Ends an attribute, an element and a text area, and begins what a browser would obey.
NASTY = f"\"'></textarea></title>{SCRIPT}{PICTURE}{{{{ 7 * 7 }}}}"
# What a file or a layer can be called, where "/" is not allowed.
NASTY_NAME = f"\"'>{PICTURE}"
_LINKS = frozenset({"href", "src", "action", "formaction", "hx-get", "hx-post", "hx-target"})
_OURS = ("/", "#", "data:,", "data:image/png;base64,", "http://127.0.0.1")
_NEVER = frozenset({"iframe", "object", "embed", "base", "applet", "style"})


class _Obeyed(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        strange = [name for name in values if name.startswith("on") or name == "style"]
        foreign = [
            name
            for name in _LINKS & set(values)
            if not values[name].startswith(_OURS) or values[name].startswith("//")
        ]
        inline = tag == "script" and not values.get("src", "").startswith("/static/")
        if strange or foreign or inline or tag in _NEVER:
            self.found.append(self.get_starttag_text() or tag)


def obeyed(text: str) -> list[str]:
    """Elements that run, load or style something that is none of ours; "49" of a template too."""
    reader = _Obeyed()
    reader.feed(text)
    reader.close()
    computed = ["{{ 7 * 7 }} was computed"] if f"{PICTURE}49" in text else []
    return reader.found + computed
