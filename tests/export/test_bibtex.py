"""BibTeX of the documents."""

import re

from .conftest import Exporting, reading


def entries(text: str) -> dict[str, dict[str, str]]:
    """Read entries whose fields stand on a line each."""
    found = re.findall(r"@misc\{([A-Za-z][\w:.-]*),\n(.*?)\n\}\n", text, re.DOTALL)
    return {key: dict(re.findall(r"  (\w+) = (.*),", body)) for key, body in found}


def test_each_document_is_an_entry(exporting: Exporting) -> None:
    found = entries(exporting.text("bibtex"))
    assert len(found) == 2
    assert found["a"]["author"] == "{Ann Lee and Bo Diaz}"
    assert (found["a"]["year"], found["a"]["month"]) == ("{2024}", '"2~" # may')
    assert found["a"]["url"] == "{https://news.example.org/story?id=7}"


def test_what_tex_reads_as_commands_is_escaped(exporting: Exporting) -> None:
    odd = reading("odd", title=r"50% of {A} & B_1 \x $", author="Lee, Ann and Bo", published=None)
    (entry,) = entries(exporting.text("bibtex", odd)).values()
    assert entry["title"] == r"{{50\% of \{A\} \& B\_1 \textbackslash{}x \$}}"
    assert entry["author"] == "{{Lee, Ann} and Bo}"
    assert "year" not in entry
