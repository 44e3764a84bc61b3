"""How texts become pieces: the tokenizer of multilingual-e5-small, the words that pieces belong to, and its vocabulary cut."""

import json
import pathlib
import re

import numpy as np
from tokenizers import Tokenizer

# Pieces of one side at most, both marks included; what is longer loses its end.
SIDE = 128
START, PAD, END = 0, 1, 2
WORD = re.compile(r"\S+")


def load(path):
    """A tokenizer of one text to ``<s> pieces </s>``, without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def pieces(tokenizer, text):
    """``(ids, words)`` of a text: the ids with both marks, and for each the number of its white-space word, -1 for a mark."""
    found = tokenizer.encode(text)
    ids, offsets = found.ids, found.offsets
    if len(ids) > SIDE:
        ids, offsets = ids[: SIDE - 1] + [END], offsets[: SIDE - 1] + [(0, 0)]
    starts = [m.end() for m in WORD.finditer(text)]
    words, at = [], 0
    for k, (_, end) in enumerate(offsets):
        if k in (0, len(ids) - 1):
            words.append(-1)
            continue
        while at < len(starts) - 1 and end > starts[at]:
            at += 1
        words.append(at)
    return np.array(ids, dtype=np.int32), np.array(words, dtype=np.int16)


def cut(source, target, wanted):
    """Writes the tokenizer with the pieces ``wanted`` and all special ones alone; gives the old id of each new one."""
    model = json.loads(pathlib.Path(source).read_text(encoding="utf-8"))
    special = {token["id"] for token in model["added_tokens"]}
    vocabulary = model["model"]["vocab"]
    kept = [i for i in range(len(vocabulary)) if i in special or i in wanted]
    # <mask> is the last id of all and lies outside the pieces; nothing here needs it.
    place = {old: new for new, old in enumerate(kept)}
    model["model"]["vocab"] = [vocabulary[i] for i in kept]
    model["model"]["unk_id"] = place[model["model"]["unk_id"]]
    model["added_tokens"] = [dict(t, id=place[t["id"]]) for t in model["added_tokens"] if t["id"] in place]
    for token in model["post_processor"]["special_tokens"].values():
        token["ids"] = [place[i] for i in token["ids"]]
    model["truncation"] = model["padding"] = None
    pathlib.Path(target).write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return kept
