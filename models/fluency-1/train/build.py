"""Builds fluency.bin, the manifest's file entry and the fixture of the Java tests.

Usage: build.py DATA-FOLDER STORIES-FOLDER FIXTURE-FILE
"""

import hashlib
import json
import math
import sys
from collections import defaultdict
from pathlib import Path

import corpus
import fixture
import model_file
from model_file import MEAN_STEP, SPREAD_STEP, LanguageModel, quantised
from ngrams import Model, vocabulary
from symbols import tokens

HERE = Path(__file__).resolve().parent
SETTINGS = {
    "ar": dict(size=2500, order=4, suffixes=400),
    "en": dict(size=2500, order=4, suffixes=400),
    "fr": dict(size=2500, order=4, suffixes=400),
}
# Share of held-out sentences above the sentence limit, and above the window limit: so small that the two together stay
# below 2 % on FLORES-200 devtest, which lies farther from the training text than the held-out sentences do.
ALARMS = {"ar": (0.003, 0.0025), "en": (0.002, 0.001), "fr": (0.005, 0.002)}
# Above all but about one in a hundred groups of ten good sentences in a row (PUD, FLORES-200 devtest, TICO-19 test);
# the counts are in eval/results/fluency.tsv.
DOCUMENT_LIMITS = {"ar": 0.9, "en": 1.3, "fr": 0.95}
# Formulas, captions and software prose say little about how a news sentence reads: not used for calibration.
NOT_NEWS = ("un_v1", "tata_dhs", "prose_")
# Symbols seen less often in the held-out text lean on what their own probability foretells.
PRIOR = 20


def read(data, language):
    banned = corpus.held_out(data)
    train, held = [], []
    for source, sentence, part in corpus.sentences(data, language, banned):
        (train if part == "train" else held).append((source, sentence))
    return train, held


def train_model(language, train, size=2500, order=4, suffixes=400, sources_needed=3, least=(1, 1, 2, 2, 2)):
    cut = [(source, tokens(sentence, language)) for source, sentence in train]
    symbols = vocabulary(language, cut, size, sources_needed, suffixes)
    rows = [[symbol for token in found for symbol in symbols.of(token)] for _, found in cut]
    return LanguageModel.of(symbols, Model(rows, order, least))


def calibrate(model, held):
    """Mean and spread of each symbol's surprise in held-out text, then centre and spread of a sentence by its length."""
    held = [(source, sentence) for source, sentence in held if not source.startswith(NOT_NEWS)]
    encoded = [model.encode(sentence)[0] for _, sentence in held]
    sums = defaultdict(lambda: [0, 0.0, 0.0])
    for ids in encoded:
        for symbol, s in zip(ids, model.surprise(ids)):
            entry = sums[symbol]
            entry[0] += 1
            entry[1] += s
            entry[2] += s * s
    for symbol in range(len(model.names)):
        n, total, squares = sums.get(symbol, (0, 0.0, 0.0))
        unigram = model.tables[0].get(symbol)
        prior = 0.75 * model_file.STEP * (unigram[0] if unigram and unigram[0] != model_file.ABSENT else 254)
        mean = (total + PRIOR * prior) / (n + PRIOR)
        variance = (squares + PRIOR * (prior * prior + 6)) / (n + PRIOR) - mean * mean
        model.means[symbol] = quantised(mean, MEAN_STEP)
        model.spreads[symbol] = quantised(math.sqrt(max(1.0, variance)), SPREAD_STEP)
    points = []
    for ids in encoded:
        if len(ids) >= 5:
            points.append((len(ids), sum(model.deviations(ids)) / math.sqrt(len(ids))))
    slope, center = line([(math.sqrt(n), r) for n, r in points])
    growth, variance = line([(n, (r - center - slope * math.sqrt(n)) ** 2) for n, r in points])
    if growth < 0 or variance < 0.1:
        growth = max(growth, 0.0)
        variance = max(0.1, sum((r - center - slope * math.sqrt(n)) ** 2 - growth * n for n, r in points) / len(points))
    model.calibration = [center, slope, variance, growth]
    estimates = [model.estimate(sentence) for _, sentence in held]
    estimates = [e for e in estimates if e[0] >= 5]
    zs = sorted(e[2] for e in estimates)
    tops = sorted(e[3][0][0] if e[3] else 0.0 for e in estimates)
    model.limits = [
        zs[int(len(zs) * (1 - ALARMS[model.language][0]))],
        tops[int(len(tops) * (1 - ALARMS[model.language][1]))],
        DOCUMENT_LIMITS[model.language],
    ]


def line(points):
    """Slope and intercept of the least-squares line."""
    n = len(points)
    mx = sum(x for x, _ in points) / n
    my = sum(y for _, y in points) / n
    slope = sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
    return slope, my - slope * mx


def main(data, stories, fixture_file):
    models = []
    for language in corpus.LANGUAGES:
        train, held = read(data, language)
        model = train_model(language, train, **SETTINGS[language])
        calibrate(model, held)
        models.append(model)
        print(language, len(train), "sentences,", len(held), "held out,", len(model.names), "symbols,",
              [len(t) for t in model.tables], "n-grams, calibration", model.calibration, "limits", model.limits, flush=True)
    path = HERE.parent / "fluency.bin"
    model_file.write(path, models)
    write_manifest(path)
    fixture.write(fixture_file, stories, models)


def write_manifest(path):
    manifest_path = HERE.parent / "manifest.json"
    manifest = json.loads(manifest_path.read_text())
    raw = path.read_bytes()
    manifest["files"] = [{"path": path.name, "bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}]
    manifest_path.write_text(json.dumps(manifest, indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
