"""What the README shows, runs."""

import re
import runpy
from pathlib import Path

import pytest
from typer.testing import CliRunner

from whoarms.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_library_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0]
    script = tmp_path / "example.py"
    script.write_text(code.replace("examples/", f"{ROOT}/examples/"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(script))
    assert "transfer asserted" in capsys.readouterr().out


def test_every_command_that_the_readme_names_exists() -> None:
    shell = "".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
    named = set(re.findall(r"^whoarms ((?:register review |register |sources |plot )?[a-z]+)", shell, re.MULTILINE))
    assert {"read", "add", "import", "register show", "register review list", "sources set", "level", "export"} <= named
    for command in named:
        assert CliRunner().invoke(app, [*command.split(), "--help"]).exit_code == 0


def test_the_first_command_shows_what_the_readme_shows() -> None:
    shown = re.findall(r"```text\n(.*?)```", README, re.DOTALL)[0]
    result = CliRunner().invoke(
        app, ["read", str(ROOT / "examples/article.html"), "--format", "table"], env={"COLUMNS": "100"}
    )
    assert [line.split() for line in shown.splitlines() if "→" in line] == [
        line.split() for line in result.stdout.splitlines() if "→" in line
    ]
