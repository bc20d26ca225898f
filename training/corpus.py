"""The corpus: gold records of our own words, and annotations joined with the real text they annotate."""

import hashlib
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TEXT_FILES = ("current_events_2025.jsonl", "state_department_releases.jsonl")

Record = dict[str, Any]


def load_jsonl(path: Path) -> list[Record]:
    """Read one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def load_corpus(data: Path | None) -> list[Record]:
    """Load the gold records of `corpus/`, and those of `annotations/` where the folder with their text is given."""
    records = [record for path in sorted((HERE / "corpus").glob("*.jsonl")) for record in load_jsonl(path)]
    if data is not None:
        texts = {row["id"]: row for name in TEXT_FILES for row in load_jsonl(data / name)}
        for path in sorted((HERE / "annotations").glob("*.jsonl")):
            records += [joined(annotation, texts[annotation["document"]]) for annotation in load_jsonl(path)]
    return records


def for_calibration(record: Record) -> bool:
    """Say whether a record is kept out of training, to set thresholds and scores by: one in sixteen, by its id."""
    return hashlib.sha256(record["id"].encode()).digest()[0] % 16 == 0


def joined(annotation: Record, document: Record) -> Record:
    """Give an annotation its text; raises ValueError where the text is not the one that was annotated."""
    start, end = annotation["span"]
    text = document["text"][start:end]
    if hashlib.sha256(text.encode()).hexdigest() != annotation["sha256"]:
        raise ValueError(f"{annotation['id']}: the text of {annotation['document']} is not the one that was annotated")
    title = document.get("title") or ", ".join(document.get("topics") or [])
    claims = [
        {**claim, "evidence": text[slice(*claim["evidence"])] if claim["evidence"] else title}
        for claim in annotation["claims"]
    ]
    head = {key: annotation[key] for key in ("id", "style", "outlet", "published")}
    return {**head, "author": None, "title": title, "text": text, "claims": claims}
