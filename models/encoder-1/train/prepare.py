"""Works out once what every run of ``learn.py`` needs: rows as numbers of texts, pieces of the texts, vectors of the base, topics.

usage: prepare.py DATA OUT
"""

import pathlib
import pickle
import sys

import numpy as np
import torch

import rows as corpus
import student

TOPICS, ROUNDS, SEED = 256, 6, 20261122


def topics(vectors):
    """The number of the nearest of ``TOPICS`` centres (k-means on unit vectors) of each vector; centres numbered so that near ones lie side by side."""
    chance = np.random.default_rng(SEED)
    sample = vectors[chance.permutation(len(vectors))[:40000]].astype(np.float32)
    centres = sample[:TOPICS].copy()
    for _ in range(ROUNDS):
        nearest = (sample @ centres.T).argmax(1)
        for c in range(TOPICS):
            members = sample[nearest == c]
            if len(members):
                mean = members.mean(0)
                centres[c] = mean / np.linalg.norm(mean)
    left, order = set(range(1, TOPICS)), [0]
    while left:
        near = max(left, key=lambda c: float(centres[c] @ centres[order[-1]]))
        order.append(near)
        left.remove(near)
    centres = centres[order]
    return np.concatenate([(vectors[i:i + 8192].astype(np.float32) @ centres.T).argmax(1) for i in range(0, len(vectors), 8192)])


def main():
    data, out = sys.argv[1], pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    single, left = corpus.training(data)
    rows = single + corpus.passages(single) + [("mono", {code: text}) for code, text in corpus.monolingual(data)]
    number, texts = {}, []
    for _, cells in rows:
        for text in cells.values():
            if text not in number:
                number[text] = len(texts)
                texts.append(text)
    places = np.array([[number[cells[c]] if c in cells else -1 for c in corpus.LANGUAGES] for _, cells in rows], dtype=np.int32)
    pieces = student.pieces(student.tokenizer(), texts)
    print(f"{len(rows)} rows, {len(texts)} texts, left out: {left}", flush=True)
    model = student.base()
    vectors = student.encode(model, pieces, dtype=np.float16)
    first = np.where(places[:, 0] >= 0, places[:, 0], np.where(places[:, 1] >= 0, places[:, 1], places[:, 2]))
    np.save(out / "base.npy", vectors)
    np.save(out / "places.npy", places)
    np.save(out / "topics.npy", topics(vectors[first]).astype(np.int16))
    with open(out / "texts.pickle", "wb") as file:
        pickle.dump({"files": [name for name, _ in rows], "texts": texts, "pieces": pieces, "left": left}, file)


if __name__ == "__main__":
    main()
