"""Learns the vectors of words and adds them to a sentence encoder.

usage: words.py DATA FOLDER [--out FOLDER] [options]

Reads model.onnx, tokenizer.json and manifest.json of FOLDER (any weights of the graph of use-multilingual-v3) and writes them with the output
``word_vectors``, by default in place. The sentence vectors stay what they are.

No word of the parallel rows is linked by hand. A matrix maps the features of each piece so that the words of a sentence find counterparts in its
own translation and not in others: a pair's score is the mean, over the words of both sides, of each word's best cosine on the other side (the
late interaction of ColBERT, Khattab & Zaharia 2020), and the scores of true pairs are set against those of the other pairs of the batch.
"""

import argparse
import pathlib
import random
import re
import time

import numpy as np
import onnx
import onnxruntime
import tokenizers
import torch
from onnx import numpy_helper
from torch.nn import functional

import rows as corpus
import words_graph

SEED = 20261122
PAIRS = (("ar", "en"), ("fr", "en"), ("ar", "fr"))
# Words of a sentence; of one file and pair of languages; of a pair of languages.
SHORTEST, LONGEST, OF_FILE, OF_PAIR = 4, 45, 2500, 7000
# Sentences in the order of their length are drawn from this many batches.
DRAWN = 20
WARM_UP = 50
WORD = re.compile(r"[^\W_]+")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, help="default: FOLDER")
    parser.add_argument("--dimension", type=int, default=128)
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--temperature", type=float, default=0.07, help="at the start; it is learned")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def pairs(data, chance):
    """Pairs of sentences with a translation, some of each file, without held-out ones (``rows.training``)."""
    rows, _ = corpus.training(data)
    chance.shuffle(rows)
    found = []
    for a, b in PAIRS:
        taken, part = {}, []
        for name, texts in rows:
            if a not in texts or b not in texts or texts[a] == texts[b] or taken.get(name, 0) >= OF_FILE:
                continue
            if all(SHORTEST <= len(WORD.findall(texts[code])) <= LONGEST for code in (a, b)):
                taken[name] = taken.get(name, 0) + 1
                part.append((texts[a], texts[b]))
        chance.shuffle(part)
        found += part[:OF_PAIR]
    return found


def shares(encoding, text):
    """Which pieces make up which word: (words, pieces), rows sum to 1. A piece counts for each word it shares a letter with."""
    spans = [match.span() for match in WORD.finditer(text)]
    table = np.zeros((len(spans), len(encoding.ids)), np.float32)
    for piece, (start, end) in enumerate(encoding.offsets):
        while start < end and text[start].isspace():
            start += 1
        for word, (first, last) in enumerate(spans):
            table[word, piece] = start < last and first < end
    return table[table.any(1)] / table[table.any(1)].sum(1, keepdims=True)


class Features:
    """Mean features of the words of texts, from the graph itself."""

    def __init__(self, folder, threads):
        self.tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.model = onnx.load(folder / "model.onnx")
        value = onnx.helper.make_tensor_value_info(words_graph.FEATURES, onnx.TensorProto.FLOAT, ["batch", "tokens", "features"])
        graph = onnx.ModelProto.FromString(self.model.SerializeToString())
        graph.graph.output.append(value)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(graph.SerializeToString(), options, providers=["CPUExecutionProvider"])

    def of(self, texts, batch=32):
        """``{text: (words, 1280) float16}``."""
        found = {}
        order = sorted(set(texts), key=lambda t: (len(t), t))
        for start in range(0, len(order), batch):
            part = order[start:start + batch]
            encodings = [self.tokenizer.encode(text) for text in part]
            ids = np.zeros((len(part), max(len(e.ids) for e in encodings)), np.int64)
            mask = np.zeros_like(ids)
            for row, encoding in enumerate(encodings):
                ids[row, :len(encoding.ids)] = encoding.ids
                mask[row, :len(encoding.ids)] = 1
            (values,) = self.session.run([words_graph.FEATURES], {"input_ids": ids, "attention_mask": mask})
            for text, encoding, rows in zip(part, encodings, values, strict=True):
                found[text] = (shares(encoding, text) @ rows[:len(encoding.ids)]).astype(np.float16)
        return found

    def pooling(self):
        """The matrix by which the sentence vector takes up the features, (1280, 512): it knows already what matters for meaning."""
        return next(numpy_helper.to_array(i) for i in self.model.graph.initializer if i.name == "pool_weight")


def beginning(features, pooling, dimension):
    """The first principal axes of what the sentence vector takes up from words, and minus their mean."""
    sample = np.concatenate([features[text].astype(np.float32) for text in list(features)[::9]])
    taken = sample @ pooling
    taken -= taken.mean(0)
    taken /= np.maximum(np.linalg.norm(taken, axis=1, keepdims=True), 1e-9)
    weight = pooling @ np.linalg.eigh(np.cov(taken.T))[1][:, ::-1][:, :dimension]
    return weight.astype(np.float32), -(sample.mean(0) @ weight).astype(np.float32)


def batches(found, features, size, chance):
    """Endless lists of pairs of like length."""
    while True:
        drawn = chance.permutation(len(found))[:size * DRAWN]
        drawn = drawn[np.argsort([len(features[found[i][0]]) for i in drawn], kind="stable")]
        starts = np.arange(0, len(drawn), size)
        chance.shuffle(starts)
        for start in starts:
            yield [found[i] for i in drawn[start:start + size]]


def stacked(texts, features):
    rows = [features[text] for text in texts]
    values = np.zeros((len(rows), max(map(len, rows)), rows[0].shape[1]), np.float32)
    mask = np.zeros(values.shape[:2], bool)
    for i, row in enumerate(rows):
        values[i, :len(row)], mask[i, :len(row)] = row, True
    return torch.from_numpy(values), torch.from_numpy(mask)


def scores(x, x_mask, y, y_mask):
    """Scores of all pairs of a batch, (batch, batch): the mean over words of both sides of their best cosine."""
    cosines = torch.einsum("ind,jmd->injm", x, y)
    best_x = cosines.masked_fill(~y_mask[None, None], -1).amax(3).masked_fill(~x_mask[:, :, None], 0).sum(1) / x_mask.sum(1)[:, None]
    best_y = cosines.masked_fill(~x_mask[:, :, None, None], -1).amax(1).masked_fill(~y_mask[None], 0).sum(2) / y_mask.sum(1)[None]
    return (best_x + best_y) / 2


def learn(found, features, pooling, args):
    """Matrix (1280, dimension) and bias (dimension,)."""
    weight, bias = (torch.nn.Parameter(torch.tensor(a)) for a in beginning(features, pooling, args.dimension))
    scale = torch.nn.Parameter(torch.tensor(float(np.log(1 / args.temperature))))
    optimiser = torch.optim.Adam([weight, bias, scale], lr=args.rate)
    drawn = batches(found, features, args.batch, np.random.default_rng(SEED))
    started, lost = time.time(), 0.0
    for step in range(args.steps):
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1, (step + 1) / WARM_UP) * max(0.02, 1 - step / args.steps)
        batch = next(drawn)
        sides = []
        for side in zip(*batch, strict=True):
            values, mask = stacked(side, features)
            sides += [functional.normalize(values @ weight + bias, dim=-1), mask]
        table = scores(*sides) * scale.exp()
        right = torch.arange(len(batch))
        loss = functional.cross_entropy(table, right) + functional.cross_entropy(table.T, right)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        lost += loss.item()
        if (step + 1) % 100 == 0:
            print(f"{step + 1}\tloss {lost / 100:.3f}\tscale {scale.exp().item():.1f}\t{time.time() - started:.0f} s", flush=True)
            lost = 0.0
    return weight.detach().numpy(), bias.detach().numpy()


def main():
    args = arguments()
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    torch.use_deterministic_algorithms(True)
    encoder = Features(args.folder, args.threads)
    found = pairs(args.data, random.Random(SEED))
    print(f"{len(found)} pairs", flush=True)
    features = encoder.of([text for pair in found for text in pair])
    weight, bias = learn(found, features, encoder.pooling(), args)
    model = words_graph.add_word_vectors(encoder.model, weight, bias)
    words_graph.write(model, args.folder, args.out or args.folder, args.dimension)


if __name__ == "__main__":
    main()
