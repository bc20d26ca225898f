"""Charts as files."""

from collections.abc import Callable
from os import PathLike
from pathlib import Path

from whoarms.errors import InputError, SettingsError
from whoarms.measures.charts import Spec

_SCALE = 2.0


def save(spec: Spec, path: str | PathLike[str]) -> None:
    """Draw a chart into a `.png` or `.svg` file, without a browser and without the net.

    Raises SettingsError for another ending, and InputError where the file cannot be written.
    """
    target = Path(path)
    draw = _DRAW.get(target.suffix.lower())
    if draw is None:
        raise SettingsError(f"{path}: a picture ends in {' or '.join(_DRAW)}")
    picture = draw(spec)
    try:
        target.write_bytes(picture)
    except OSError as error:
        raise InputError(str(path), (error.strerror or str(error)).lower()) from error


def _png(spec: Spec) -> bytes:
    import vl_convert

    return vl_convert.vegalite_to_png(spec, scale=_SCALE)


def _svg(spec: Spec) -> bytes:
    import vl_convert

    return vl_convert.vegalite_to_svg(spec).encode()


_DRAW: dict[str, Callable[[Spec], bytes]] = {".png": _png, ".svg": _svg}
