"""DATA_LICENCES.md: written from what the sets say of themselves and from the manifest."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from data.manifest import Manifest
from data.record import About

WIDTH = 100

INTRODUCTION = """\
# Licences of the shipped data

étude ships small real data sets so that every exercise works offline. `scripts/build_data.py`
builds them from the packages below, each pinned by version and by the sha256 of its archive, and
writes this file. `src/etude/data/public/` is what a learner's workspace receives;
`src/etude/data/hidden/` is held out for marking and is never given to learner code.
`src/etude/data/MANIFEST.json` has the size and sha256 of every file.
"""

MIT = """\
## The MIT licence

It applies to the sets that name it above, each with its own copyright line.

> Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
> associated documentation files (the "Software"), to deal in the Software without restriction,
> including without limitation the rights to use, copy, modify, merge, publish, distribute,
> sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
> furnished to do so, subject to the following conditions:
>
> The above copyright notice and this permission notice shall be included in all copies or
> substantial portions of the Software.
>
> THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
> NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
> NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
> DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
> OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def document(sets: Mapping[str, About], manifest: Manifest) -> str:
    """Return the whole text of DATA_LICENCES.md."""
    built = sorted(sets.keys() & manifest["sets"].keys())
    chapters = [_chapter(name, sets[name], manifest["sets"][name]) for name in built]
    return "\n".join([INTRODUCTION, *chapters, MIT])


def _chapter(name: str, about: About, facts: Manifest) -> str:
    package, rows = about.package, facts["rows"]
    lines = [
        f"**Package**: `{package.name}` {package.version} ({package.registry}), "
        f"sha256 `{package.sha256}`",
        f"**Origin**: {about.origin}",
        f"**Authors**: {about.authors}",
        f"**Licence**: {about.licence}",
        *([f"**Copyright line**: {about.notice}"] if about.notice else []),
        f"**Changed**: {about.changes}",
        f"**Split**: {about.split}",
        *(
            [f"**Rows**: {rows['public']} public, {rows['hidden']} hidden"]
            if any(rows.values())
            else []
        ),
    ]
    items = [_item(line) for line in lines]
    return "\n".join([f"## {about.title} (`{name}`)", "", *items, "", *_table(facts["classes"])])


def _item(line: str) -> str:
    return textwrap.fill(
        line,
        WIDTH,
        initial_indent="- ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _table(classes: Mapping[str, Mapping[str, int]]) -> list[str]:
    if not classes:
        return []
    rows = [f"| {name} | {n['public']} | {n['hidden']} |" for name, n in classes.items()]
    return ["| class | public | hidden |", "|---|---|---|", *rows, ""]
