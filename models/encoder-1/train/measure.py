"""What a set of weights is worth on the sentences that weights are chosen by.

usage: measure.py DATA OUT NAME[=SHARE]...   each NAME.pt of OUT, or its average with the base (SHARE of it), beside the base
"""

import json
import pathlib
import random
import sys

import numpy as np
import torch

import edits
import noise
import rows as corpus
import student

NEIGHBOURS, SEED, COPIES = 4, 20261122, 250
FAMILIES = ("number", "name_other", "negation", "antonym", "rival")


def ratio_margin(cosines):
    """Artetxe and Schwenk 2019."""
    forward = np.sort(cosines, 1)[:, -NEIGHBOURS:].mean(1)
    backward = np.sort(cosines, 0)[-NEIGHBOURS:].mean(0)
    return cosines / ((forward[:, None] + backward[None]) / 2)


def top_1(scores):
    right = np.arange(len(scores))
    return 100 * float((scores.argmax(1) == right).mean() + (scores.argmax(0) == right).mean()) / 2


class Choice:
    def __init__(self, data):
        self.processor = student.tokenizer()
        self.pairs = corpus.choice(data)
        # Arabic as it is often typed: no hamza on alif, one letter for two at the end of words.
        self.pairs["folded ar-en"] = [(a.translate(noise.FOLDED), b) for a, b in self.pairs["pud ar-en"]]
        pud = [t for t in corpus.trilingual(data, "news_pud") if len(t) == 3]
        made, chance = edits.Edits(data, [("pud", t) for t in pud]), random.Random(SEED)
        self.misses = []
        for family in FAMILIES:
            for source in corpus.LANGUAGES:
                for target in corpus.LANGUAGES:
                    found = [(t[source], t[target], made.edit(t[source], source, t[target], target, chance, {family: 1.0})) for t in pud if source != target]
                    self.misses += [(family, a, b, c[0]) for a, b, c in found if c][:COPIES]

    def vectors(self, model, texts):
        listed = sorted(set(texts))
        found = student.encode(model, student.pieces(self.processor, listed))
        return dict(zip(listed, found, strict=True))

    def figures(self, model):
        texts = [t for pairs in self.pairs.values() for pair in pairs for t in pair] + [t for m in self.misses for t in m[1:]]
        known = self.vectors(model, texts)
        found = {}
        for name, pairs in self.pairs.items():
            cosines = np.stack([known[a] for a, _ in pairs]) @ np.stack([known[b] for _, b in pairs]).T
            found[name] = top_1(ratio_margin(cosines))
        for family in FAMILIES:
            wins = [float(known[a] @ known[b] > known[a] @ known[c]) for f, a, b, c in self.misses if f == family]
            found[family] = 100 * float(np.mean(wins))
        return found


def averaged(base, tuned, share):
    return {k: (1 - share) * base[k] + share * tuned[k] for k in base}


def report(data, out, weights, shares):
    choice, model = Choice(data), student.base()
    base = {k: v.clone() for k, v in model.state_dict().items()}
    table = {}
    known = out / "base-figures.json"
    if not known.exists():
        known.write_text(json.dumps(choice.figures(model)))
    table["base"] = json.loads(known.read_text())
    for name, tuned in weights.items():
        for share in shares:
            model.load_state_dict(averaged(base, tuned, share))
            table[f"{name} {share}"] = choice.figures(model)
    print("weights\t" + "\t".join(table["base"]))
    for name, row in table.items():
        print(name + "\t" + "\t".join(f"{v:.1f}" for v in row.values()), flush=True)


def main():
    data, out = sys.argv[1], pathlib.Path(sys.argv[2])
    torch.set_num_threads(1)
    for argument in sys.argv[3:]:
        name, _, share = argument.partition("=")
        report(data, out, {name: torch.load(out / f"{name}.pt", weights_only=True)}, [float(s) for s in (share or "1").split(",")])


if __name__ == "__main__":
    main()
