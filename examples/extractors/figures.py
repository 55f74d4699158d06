#!/usr/bin/env python3
"""Proposes a claim for each sentence with a figure.

Reads the sentences of `assay propose` as JSON lines and writes proposals as JSON lines:

    assay propose --with "python3 examples/extractors/figures.py" examples/peru @defense-news-2012

A start for an extractor of your own; it needs nothing but Python 3.
"""

import json
import re
import sys

# A number with what it counts: `84 million dollars`, `9,000 tonnes`, `12.5 percent`.
FIGURE = re.compile(
    r"(?P<number>\d[\d,.]*\d|\d)\s+(?P<scale>thousand|million|billion)?\s*(?P<noun>[A-Za-z]{3,})"
)
# Words that make a sentence less than a plain statement.
HEDGES = ("about", "around", "nearly", "almost", "roughly", "up to", "at least", "more than")


def is_year(number):
    return re.fullmatch(r"(1[5-9]|20)\d\d", number) is not None


def names_of(corpus):
    """The names of the entities, the longest first, with their ids."""
    found = []
    for entity in corpus.get("entities", []):
        for name in [entity["name"]] + entity["also"]:
            found.append((name, entity["id"]))
    return sorted(found, key=lambda pair: (-len(pair[0]), pair))


def mentioned(text, names):
    """The entities that a text names, in no more than one sense each."""
    ids = []
    for name, entity in names:
        if entity not in ids and re.search(r"\b" + re.escape(name) + r"\b", text):
            ids.append(entity)
    return ids


def proposal(passage, names):
    """A proposal for a sentence, or None."""
    text = passage["text"]
    figures = [match for match in FIGURE.finditer(text) if not is_year(match["number"])]
    if not figures:
        return None
    made = {
        "source": passage["source"],
        "start": passage["start"],
        "end": passage["end"],
        "quote": text,
        "says": " ".join(text.split()),
        "confidence": 0.5 if len(figures) == 1 else 0.3,
    }
    if "published" in passage:
        made["note"] = "Figures as of " + passage["published"] + " or before."
    hedge = next((word for word in HEDGES if word in text), None)
    if hedge is not None:
        made["hedge"] = hedge
        made["mode"] = "estimate"
    speaker = re.search(r"\b(?:[Aa]ccording to|said)\b", text)
    people = mentioned(text, names) if speaker else []
    if len(people) == 1:
        made["by"] = "@" + people[0]
    return made


def main():
    names = []
    for line in sys.stdin:
        record = json.loads(line)
        if record.get("kind") == "corpus":
            names = names_of(record)
            continue
        made = proposal(record, names)
        if made is not None:
            print(json.dumps(made, ensure_ascii=False))


if __name__ == "__main__":
    main()
