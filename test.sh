#!/bin/sh
# Everything that must hold, in an environment of its own: style, types, layers, tests, the reader's accuracy.
set -eu
cd "$(dirname "$0")"
python3 -m venv build/test-env
build/test-env/bin/pip install --quiet --disable-pip-version-check --editable '.[postgres,test]'
PATH="$PWD/build/test-env/bin:$PATH"
ruff format --check .
ruff check .
mypy
lint-imports
python -m benchmarks.accuracy
python -m pytest
