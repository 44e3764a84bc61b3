"""Trains the encoder from the base. See README.md.

usage: learn.py DATA OUT --name NAME [options]; writes OUT/NAME.pt and, on the way, OUT/NAME.checkpoint, from which it goes on.
"""

import argparse
import pathlib
import pickle
import random
import time

import numpy as np
import torch
from torch.nn import functional

import edits
import measure
import noise
import rows as corpus
import student

SEED = 20261122
# Batches drawn at a time, then sorted so that one batch has sentences of like length.
DRAWN = 16
# Two texts whose base vectors are nearer than this are taken for the same thing said twice, and not set against each other.
SAME = 0.94
WARM_UP = 0.06
# Pieces of a sentence from which on it is drawn less often, in proportion.
USUAL = 24
SAVE_EVERY = 250
# An edited copy alone against its original: the scale of the cosines and by how much it has to stay behind.
EDIT_SCALE, EDIT_LEAD = 40.0, 0.05


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--name", required=True)
    parser.add_argument("--steps", type=int, default=1000, help="over which the learning rate falls to nothing")
    parser.add_argument("--stop", type=int, help="after so many of them")
    parser.add_argument("--start", help="begin with the weights of this run and not with the base")
    parser.add_argument("--batch", type=int, default=448)
    parser.add_argument("--tokens", type=int, default=11000, help="pieces of a batch at most, padding counted in")
    parser.add_argument("--rate", type=float, default=3e-4, help="of the layers")
    parser.add_argument("--table-rate", type=float, default=3e-3)
    parser.add_argument("--scale", type=float, default=20.0)
    parser.add_argument("--margin", type=float, default=0.3)
    parser.add_argument("--keep", type=float, default=2.0, help="weight of the distance to the base's vectors")
    parser.add_argument("--concat", type=float, default=0.0, help="weight of the squared distance of all cosines between the sides of a batch to those "
                        "of the base's vectors joined with a second encoder's (second.py)")
    parser.add_argument("--edited", type=float, default=0.3, help="share of rows with an edited copy beside them")
    parser.add_argument("--edit-margin", type=float, default=0.1)
    parser.add_argument("--edit-weight", type=float, default=0.0, help="weight of the copy against its own original alone")
    parser.add_argument("--prose", type=float, default=1.0, help="weight of running text against sentences of everyday life and software")
    parser.add_argument("--noise", type=float, default=0.1, help="share of texts with noise")
    parser.add_argument("--folded", type=float, default=0.0, help="share of Arabic texts with folded letters, before other noise")
    parser.add_argument("--passages", type=float, default=0.2, help="weight of passages against single rows")
    parser.add_argument("--mono", type=float, default=0.0, help="weight of sentences in one language, for distillation alone")
    parser.add_argument("--topics", type=int, default=1, help="1: batches of like topic, so that wrong candidates are hard")
    parser.add_argument("--arabic", type=float, default=corpus.ARABIC)
    parser.add_argument("--drop", type=float, default=0.1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


class Batches:
    """Draws batches; all chance comes from the seed and the number of the step, so that a run goes on as it would have gone."""

    def __init__(self, args):
        with open(args.out / "texts.pickle", "rb") as file:
            kept = pickle.load(file)
        self.args, self.texts, self.pieces = args, kept["texts"], kept["pieces"]
        self.places = np.load(args.out / "places.npy")
        self.topics = np.load(args.out / "topics.npy")
        self.base = np.load(args.out / "base.npy", mmap_mode="r")
        self.second = np.load(args.out / "second.npy", mmap_mode="r") if args.concat else None
        self.lengths = np.array([len(p) for p in self.pieces])
        weights = np.array([self.weight(name, row) for name, row in zip(kept["files"], self.places, strict=True)])
        self.cumulated = np.cumsum(weights / weights.sum())
        self.processor = student.tokenizer()
        single = [(name, {c: self.texts[p] for c, p in zip(corpus.LANGUAGES, row, strict=True) if p >= 0})
                  for name, row in zip(kept["files"], self.places, strict=True) if "passages" not in name and name != "mono"]
        self.edits = edits.Edits(args.data, single)
        self.stream, self.at = self.groups(), 0

    def weight(self, name, row):
        # Long rows are drawn less often: they cost more and are told apart well from the start.
        short = min(1.0, USUAL / self.lengths[row[row >= 0]].mean())
        if name == "mono":
            return self.args.mono * short
        weight = corpus.FILES[name.split()[0]] * (self.args.arabic if row[2] >= 0 else 1.0) * short
        if name.split()[0] in corpus.RUNNING:
            weight *= self.args.prose
        return weight * self.args.passages if "passages" in name else weight

    def groups(self):
        """Batches without end, each as ``[(text, text, language, language, topic)]``."""
        group = 0
        while True:
            chance = np.random.default_rng([SEED, group])
            drawn = np.unique(np.searchsorted(self.cumulated, chance.random(self.args.batch * DRAWN)))
            chance.shuffle(drawn)
            drawn = np.minimum(drawn, len(self.places) - 1)
            pairs = [(*self.sides(self.places[row], chance), self.topics[row]) for row in drawn]
            pairs.sort(key=lambda p: self.lengths[p[0]] + self.lengths[p[1]] + chance.random() * 4)
            batches = []
            size = self.args.batch * 3
            for block in (pairs[at:at + size] for at in range(0, len(pairs), size)):
                if self.args.topics:
                    block.sort(key=lambda p: p[4])
                batches += self.cut(block)
            yield from (batches[i] for i in chance.permutation(len(batches)))
            group += 1

    def cut(self, pairs):
        """Batches of at most ``--batch`` pairs and ``--tokens`` pieces with their padding; a rest of fewer than a third goes to the one before."""
        count = min(self.args.batch, max(32, self.args.tokens // (2 * int(max(self.lengths[[i for p in pairs for i in p[:2]]])))))
        cuts = list(range(0, max(1, len(pairs) - count // 3), count))
        return [pairs[a:b] for a, b in zip(cuts, [*cuts[1:], len(pairs)], strict=True)]

    def sides(self, row, chance):
        codes = [i for i in range(3) if row[i] >= 0]
        if len(codes) == 3:
            codes = ((2, 0), (2, 1), (1, 0))[np.searchsorted((0.5, 0.8, 1.0), chance.random())]
        elif len(codes) == 1:
            codes = codes * 2
        a, b = codes if chance.random() < 0.5 else codes[::-1]
        return int(row[a]), int(row[b]), a, b

    def batch(self, step):
        args, chance = self.args, random.Random(SEED * 1000 + step)
        while self.at <= step:
            rows = next(self.stream)
            self.at += 1
        left, right, copies, copied = [], [], [], []
        for place, (a, b, code, other, _) in enumerate(rows):
            left.append(self.noised(a, code, chance))
            right.append(self.noised(b, other, chance))
            if a != b and args.edited and chance.random() < args.edited:
                found = self.edits.edit(self.texts[a], corpus.LANGUAGES[code], self.texts[b], corpus.LANGUAGES[other], chance)
                if found:
                    copies.append(student.pieces(self.processor, [found[0]])[0])
                    copied.append(place)
        return np.array([r[0] for r in rows]), np.array([r[1] for r in rows]), left, right, copies, copied

    def noised(self, text, code, chance):
        if self.args.folded and corpus.LANGUAGES[code] == "ar" and chance.random() < self.args.folded:
            return student.pieces(self.processor, [self.texts[text].translate(noise.FOLDED)])[0]
        if self.args.noise and chance.random() < self.args.noise:
            return student.pieces(self.processor, [noise.noised(self.texts[text], corpus.LANGUAGES[code], chance)])[0]
        return self.pieces[text]


def loss_of(model, batches, step, args):
    """The loss, its two parts as numbers, and how many texts of each sort there were."""
    a, b, left, right, copies, copied = batches.batch(step)
    sizes = [len(left), len(right), len(copies)]
    vectors = model(*student.padded(left), args.drop), model(*student.padded(right), args.drop)
    base_a, base_b = (torch.from_numpy(np.asarray(batches.base[i], dtype=np.float32)) for i in (a, b))
    kept = sum((1 - (v * t).sum(1)).square().mean() for v, t in zip(vectors, (base_a, base_b), strict=True))
    x, y = vectors
    eye = torch.eye(len(x), dtype=torch.bool)
    same = ((base_a @ base_a.T > SAME) | (base_b @ base_b.T > SAME)) & ~eye
    logits = (args.scale * (x @ y.T - args.margin * eye)).masked_fill(same, -1e4)
    # A sentence in one language alone is only held near the base.
    wanted = torch.where(torch.from_numpy(a != b), torch.arange(len(x)), -100)
    forward, beside = logits, 0.0
    if copies:
        edited = model(*student.padded(copies), args.drop)
        # An edited copy is nearly a translation: it has to stay behind by less than any other sentence.
        forward = torch.cat([logits, args.scale * (x @ edited.T - args.margin + args.edit_margin)], 1)
        behind = (x[copied] * (edited - y[copied])).sum(1)
        beside = functional.softplus(EDIT_SCALE * (behind + EDIT_LEAD)).mean()
    found = (functional.cross_entropy(forward, wanted) + functional.cross_entropy(logits.T, wanted)) / 2
    joined = 0.0
    if args.concat:
        second_a, second_b = (torch.from_numpy(np.asarray(batches.second[i], dtype=np.float32)) for i in (a, b))
        joined = (x @ y.T - (base_a @ base_b.T + second_a @ second_b.T) / 2).square().mean()
    shown = [found.item(), kept.item(), float(beside)]
    return found + args.keep * kept + args.edit_weight * beside + args.concat * joined, shown, sizes


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    batches = Batches(args)
    model = student.base()
    if args.start:
        model.load_state_dict(torch.load(args.out / f"{args.start}.pt", weights_only=True))
    layers = torch.optim.AdamW(model.dense(), lr=args.rate, weight_decay=0.0, betas=(0.9, 0.98))
    table = torch.optim.SparseAdam([model.table.weight], lr=args.table_rate)
    first, checkpoint = 0, args.out / f"{args.name}.checkpoint"
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(kept["model"])
        layers.load_state_dict(kept["layers"])
        table.load_state_dict(kept["table"])
        first = kept["step"]
    start, mean, end = time.time(), None, args.stop or args.steps
    for step in range(first, end):
        torch.manual_seed(SEED + step)
        model.train()
        share = min(1.0, (step + 1) / (WARM_UP * args.steps)) * max(0.02, 1 - step / args.steps)
        for optimizer, rate in ((layers, args.rate), (table, args.table_rate)):
            for group in optimizer.param_groups:
                group["lr"] = rate * share
        loss, shown, sizes = loss_of(model, batches, step, args)
        layers.zero_grad()
        table.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.dense(), 1.0)
        layers.step()
        table.step()
        mean = shown if mean is None else [0.95 * m + 0.05 * s for m, s in zip(mean, shown, strict=True)]
        if (step + 1) % 25 == 0:
            parts = " ".join(f"{m:.4f}" for m in mean)
            print(f"{args.name} step {step + 1} loss, distance, copies {parts} {(time.time() - start) / (step + 1 - first):.2f} s/step {sizes}", flush=True)
        if (step + 1) % SAVE_EVERY == 0 and step + 1 < end:
            state = {"model": model.state_dict(), "layers": layers.state_dict(), "table": table.state_dict(), "step": step + 1}
            torch.save(state, str(checkpoint) + ".new")
            pathlib.Path(str(checkpoint) + ".new").replace(checkpoint)
    torch.save(model.state_dict(), args.out / f"{args.name}.pt")
    measure.report(args.data, args.out, {args.name: model.state_dict()}, (0.5, 0.7, 1.0))


if __name__ == "__main__":
    main()
