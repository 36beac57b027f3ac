"""Programs that are shown to be read."""

from page_reading import read_page

from etude.web.sources import python

SCRIPT = "<script>alert(1)</script>"


def test_a_program_keeps_its_text_and_every_line() -> None:
    text = f'\n# {SCRIPT}\n\ndef f(x):\n    return f"{{x}} & {SCRIPT}"\n\n'

    made = str(python(text))

    assert "<script>" not in made
    assert "".join(read_page(f"<pre>{made}</pre>").texts) == text.rstrip("\n")


def test_what_is_no_python_is_shown_all_the_same() -> None:
    made = str(python("def ( \x1b"))

    assert "".join(read_page(made).texts) == "def ( \\x1b"
