"""The house keeps its files and functions small."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(path for folder in ("src", "training", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 80


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= MOST_LINES_OF_A_FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MOST_LINES_OF_A_FUNCTION, node.name


def test_most_files_are_under_150_lines() -> None:
    lines = [path.read_text(encoding="utf-8").count("\n") for path in FILES]
    assert sum(count > 150 for count in lines) <= len(lines) // 10


def test_the_package_offers_a_dozen_names_at_most() -> None:
    import whoarms

    assert len(whoarms.__all__) <= 12
