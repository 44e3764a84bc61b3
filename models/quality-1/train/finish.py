"""Measures the finished files as a program uses them: ``finish.py DATA OUT MODEL-FOLDER``.

Writes OUT/model.figures.json (the test pairs through ONNX Runtime, pair by pair) and OUT/deciles.tsv (how human translations and good
machine translations score), and prints the speed.
"""

import json
import pathlib
import random
import sys
import time

import numpy as np
import onnxruntime

import corpus
import encoding
import judge
import prepare

# Machine translations that judges put this far above the mean of their pair count as good.
GOOD_Z = 0.5
GOOD_EFFORT = 0.1
DECILE_ROWS = {"benchmark_flores_devtest": 200, "benchmark_tico19_test": 100}


class Model:
    """The finished model on one thread, one pair at a time, so that nothing depends on what else is in a batch."""

    def __init__(self, folder):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)
        self.tokenizer = encoding.load(folder / "tokenizer.json")

    def run(self, source, translation):
        """Score, severity and effort of a pair, and the places and error probabilities of the translation's pieces."""
        a, _ = encoding.pieces(self.tokenizer, source)
        b, words = encoding.pieces(self.tokenizer, translation)
        ids = np.concatenate([a, b]).astype(np.int64)[None]
        side = np.concatenate([np.zeros(len(a)), np.ones(len(b))]).astype(np.int64)[None]
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": side}
        score, error, severity, effort = self.session.run(["score", "token_error", "severity", "effort"], feed)
        return {"score": float(score[0]), "severity": severity[0].tolist(), "effort": float(effort[0])}, words, error[0, len(a):]

    def judged(self, row):
        found, words, error = self.run(row["source"], row["translation"])
        here = words >= 0
        marks = row.get("bad")
        return dict(found, words=judge.words_of(marks, words[here], error[here]) if marks else ([], []))


def deciles(model, data, tests, results):
    chance = random.Random(prepare.SEED + 2)
    lists = {}
    for name, size in DECILE_ROWS.items():
        rows = chance.sample(corpus.benchmark(data, name), size)
        for a, b in prepare.DIRECTIONS:
            lists[("human", name, f"{a}-{b}")] = [model.run(t[a], t[b])[0]["score"] for t in rows]
    for row, result in zip(tests, results, strict=True):
        name, _, pair = row["set"].partition(".")
        if name == "mlqe" and row["z"] > GOOD_Z:
            lists.setdefault(("good machine translation", name, pair), []).append(result["score"])
        if name == "wce" and row["effort"] <= GOOD_EFFORT:
            lists.setdefault(("good machine translation", name, "fr-en"), []).append(result["score"])
    lines = ["kind\tset\tdirection\tpairs\t" + "\t".join(f"d{d}" for d in range(0, 101, 10))]
    for where, scores in lists.items():
        lines.append("\t".join([*where, str(len(scores)), *(f"{v:.4f}" for v in np.quantile(scores, np.linspace(0, 1, 11)))]))
    return "\n".join(lines) + "\n"


def main(data, out, folder):
    out = pathlib.Path(out)
    model = Model(pathlib.Path(folder))
    tests = prepare.read(out / "test.jsonl")
    began, processor = time.time(), time.process_time()
    results = [model.judged(row) for row in tests]
    words = sum(len(r["source"].split()) + len(r["translation"].split()) for r in tests) / len(tests)
    print(f"{len(tests)} pairs of {words:.0f} words (both sides): {len(tests) / (time.time() - began):.1f} a second, "
          f"{len(tests) / (time.process_time() - processor):.1f} a second of processor time")
    figures = judge.measure(tests, results)
    (out / "model.figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    print("\n".join(f"{k}\t{v:.3f}" for k, v in figures.items()))
    (out / "deciles.tsv").write_text(deciles(model, data, tests, results))


if __name__ == "__main__":
    main(*sys.argv[1:])
