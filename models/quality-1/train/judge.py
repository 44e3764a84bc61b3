"""The measures: rank correlation, Matthews correlation, area under the curve, accuracy on twins, word F1."""

import numpy as np
import torch
from scipy.stats import rankdata, spearmanr

TWINS = {"names": ("name_letters", "name_other"), "negation": ("negation",), "antonym": ("antonym",)}

# Above this a word counts as wrong in the F1 figures.
WORD_THRESHOLD = 0.5


def area(positive, values):
    """Chance that a positive has a higher value than a negative; ties count half."""
    positive = np.asarray(positive, bool)
    if not positive.any() or positive.all():
        return float("nan")
    n = positive.sum()
    return (rankdata(values)[positive].sum() - n * (n + 1) / 2) / (n * (len(positive) - n))


def matthews(truth, said):
    truth, said = np.asarray(truth, bool), np.asarray(said, bool)
    tp, tn = float((truth & said).sum()), float((~truth & ~said).sum())
    fp, fn = float((~truth & said).sum()), float((truth & ~said).sum())
    below = ((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)) ** 0.5
    return (tp * tn - fp * fn) / below if below else 0.0


def crossed(truth, values):
    """Matthews correlation with the threshold of each half of the rows taken from the other half."""
    truth, values = np.asarray(truth, bool), np.asarray(values)
    said = np.zeros(len(truth), bool)
    for half in (0, 1):
        here, other = np.arange(len(truth)) % 2 == half, np.arange(len(truth)) % 2 != half
        steps = np.quantile(values[other], np.linspace(0.4, 0.99, 60))
        best = max(steps, key=lambda t: matthews(truth[other], values[other] > t))
        said[here] = values[here] > best
    return matthews(truth, said)


def f1(truth, values):
    truth, said = np.asarray(truth, bool), np.asarray(values) > WORD_THRESHOLD
    return 2 * (truth & said).sum() / max(1, truth.sum() + said.sum())


def words_of(marks, places, probabilities):
    """Mean probability of the pieces of each word that has any: ``(marks, values)``; cut-off words are left out."""
    found = [(marks[w], float(np.mean(probabilities[places == w]))) for w in range(len(marks)) if (places == w).any()]
    return [m for m, _ in found], [v for _, v in found]


def results(store, upper):
    """What an upper part makes of the rows of a store: score, severity, effort and (marks, values) of words, in their order."""
    order = sorted(range(len(store.rows)), key=lambda i: store.size(store.rows[i]))
    found = [None] * len(order)
    with torch.no_grad():
        for start in range(0, len(order), 32):
            part = order[start: start + 32]
            rows = [store.rows[i] for i in part]
            batch = store.batch(rows)
            error, heads = upper(batch["x"], batch["side"], batch["valid"])
            error, side = torch.sigmoid(error).numpy(), batch["side"].numpy()
            for k, i in enumerate(part):
                here = (side[k] == 1) & (batch["words"][k] >= 0)
                words = words_of(rows[k]["bad"], batch["words"][k][here], error[k][here]) if rows[k]["bad"] else ([], [])
                found[i] = {"score": float(torch.sigmoid(heads[k, 0])), "severity": torch.softmax(heads[k, 1:4], -1).tolist(),
                            "effort": float(torch.sigmoid(heads[k, 4])), "words": words}
    return found


def measure(rows, results):
    """``{name: figure}`` over test rows; ``results`` holds for each row score, severity, effort and (marks, values) of words."""
    figures = {}
    for name in sorted({r["set"] for r in rows}):
        here = [(r, q) for r, q in zip(rows, results, strict=True) if r["set"] == name]
        score = [q["score"] for _, q in here]
        if name.startswith("mlqe."):
            figures[name + " spearman"] = spearmanr(score, [r["z"] for r, _ in here])[0]
        elif name == "wce":
            figures["wce spearman of score"] = -spearmanr(score, [r["effort"] for r, _ in here])[0]
            figures["wce spearman of effort"] = spearmanr([q["effort"] for _, q in here], [r["effort"] for r, _ in here])[0]
        elif name.startswith("critical."):
            truth, said = [r["severity"] == 2 for r, _ in here], [q["severity"][2] for _, q in here]
            figures[name + " mcc"] = crossed(truth, said)
            figures[name + " auc"] = area(truth, said)
            figures[name + " score auc"] = area(truth, [-v for v in score])
        if name.startswith("damage."):
            figures.update(damaged(name, here))
        if not name.startswith("critical."):
            marks = [m for r, q in here if not r.get("extra") for m in q["words"][0]]
            values = [v for r, q in here if not r.get("extra") for v in q["words"][1]]
            if any(marks):
                figures[name + " word auc"] = area(marks, values)
                figures[name + " word f1"] = f1(marks, values)
    for start, end in (("mlqe.", "spearman"), ("critical.", "mcc")):
        figures[start + "mean " + end] = float(np.mean([v for k, v in figures.items() if k.startswith(start) and k.endswith(end)]))
    return figures


def damaged(name, here):
    plain = [(r, q["score"]) for r, q in here if not r.get("extra")]
    figures = {name + " auc": area([r["family"] == "clean" for r, _ in plain], [s for _, s in plain])}
    clean = {(r["source"]): q["score"] for r, q in here if r["family"] == "clean"}
    for kind, families in TWINS.items():
        twins = [clean[r["source"]] > q["score"] for r, q in here if r["family"] in families]
        figures[f"{name} twin {kind}"] = float(np.mean(twins)) if twins else float("nan")
    for family in sorted({r["family"] for r, _ in here} - {"clean"}):
        twins = [clean[r["source"]] > q["score"] for r, q in here if r["family"] == family]
        figures[f"{name} family {family}"] = float(np.mean(twins))
    return figures


def main_figures(figures):
    """The figures that weights are chosen by, and their mean."""
    areas = [v for k, v in figures.items() if k.startswith("damage.") and k.endswith(" auc") and "word" not in k]
    words = [v for k, v in figures.items() if k.startswith("damage.") and k.endswith(" word f1")]
    hard = [v for k, v in figures.items() if k.endswith((" twin negation", " twin antonym", " twin names")) and v == v]
    critical = [v for k, v in figures.items() if k.startswith("critical.") and k.endswith(" score auc")]
    found = {"mlqe": figures["mlqe.mean spearman"], "wce": figures["wce spearman of score"], "critical": float(np.mean(critical)),
             "damage": float(np.mean(areas)), "words": float(np.mean(words)), "twins": float(np.mean(hard)),
             "wce words": figures.get("wce word auc", float("nan"))}
    return dict(found, mean=float(np.mean(list(found.values()))))
