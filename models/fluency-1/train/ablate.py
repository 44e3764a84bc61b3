"""What each part of the model is worth. Usage: ablate.py DATA-FOLDER STORIES-FOLDER [LANGUAGE...]

For each variant: AUC of garbled against clean sentences of the stories, AUC of shuffled (runs of two words) against clean
FLORES sentences, both by sentence z, and how far the garbled stories lie from groups of ten good FLORES sentences, in
standard deviations of these.
"""

import math
import random
import sys
from collections import Counter
from pathlib import Path

import build
import corpus
from symbols import tokens

GARBLED = {
    "ar": ["02-library-fire-reopening", "05-port-strike"],
    "en": ["03-locust-watch", "07-ancient-mosaic"],
    "fr": ["01-desalination-plant", "06-vaccine-cold-chain"],
}
VARIANTS = {
    "as shipped": {},
    "order 3": dict(order=3),
    "order 5": dict(order=5),
    "1,000 words": dict(size=1000),
    "6,000 words": dict(size=6000),
    "no suffix classes": dict(suffixes=0),
    "raw words, no classes": dict(size=60000, suffixes=0, sources_needed=1),
}


def auc(clean, bad):
    better = 0.0
    for b in bad:
        for c in clean:
            better += 1.0 if b > c else 0.5 if b == c else 0.0
    return better / (len(clean) * len(bad))


def story(folder, name, version):
    lines = Path(folder, name, version + ".sentences.tsv").read_text().splitlines()
    return [line.split("\t")[1] for line in lines if line.startswith("sentence\t")]


def shuffled(sentence, k, randomness):
    words = sentence.split()
    for i in range(0, len(words) - k + 1, k):
        part = words[i:i + k]
        randomness.shuffle(part)
        words[i:i + k] = part
    return " ".join(words)


def report(name, language, score, stories, flores):
    clean = [score(s) for folder in sorted(Path(stories).iterdir()) if folder.is_dir()
             for s in story(stories, folder.name, language)]
    garbled = [[score(s) for s in story(stories, g, language + "-garbled")] for g in GARBLED[language]]
    good = [score(s) for s in flores]
    randomness = random.Random(1)
    mixed = [score(shuffled(s, 2, randomness)) for s in flores]
    groups = [sum(good[i:i + 10]) / 10 for i in range(0, len(good) - 9, 10)]
    mean = sum(groups) / len(groups)
    spread = math.sqrt(sum((g - mean) ** 2 for g in groups) / len(groups))
    print("| %s | %s | %s | %.3f | %s |" % (
        language, name, " / ".join("%.3f" % auc(clean, g) for g in garbled), auc(good, mixed),
        " / ".join("%.1f" % ((sum(g) / len(g) - mean) / spread) for g in garbled)), flush=True)


class Characters:
    """Mean surprise of the letters of the words that the vocabulary lacks, by an interpolated four-letter model."""

    def __init__(self, train, model):
        self.model = model
        self.counts = [Counter() for _ in range(5)]
        for _, sentence in train:
            for word in self.unknown(sentence):
                row = "^^^" + word + "$"
                for i in range(3, len(row)):
                    for n in range(5):
                        self.counts[n][row[i - n + 1:i + 1] if n else ""] += 1
                        if n:
                            self.counts[n][(row[i - n + 1:i],)] += 1

    def unknown(self, sentence):
        for token in tokens(sentence, self.model.language):
            if token[0] == 0 and token[2] not in self.model.words and token[2] == token[2].lower():
                yield token[2]

    def score(self, sentence):
        total, n = 0.0, 0
        for word in self.unknown(sentence):
            row = "^^^" + word + "$"
            for i in range(3, len(row)):
                p = 1 / 60
                for k in range(1, 5):
                    seen = self.counts[k][(row[i - k + 1:i],)]
                    p = (self.counts[k][row[i - k + 1:i + 1]] + 3 * p) / (seen + 3)
                total -= math.log2(p)
                n += 1
        return total / n if n else 3.0


def main(data, stories, languages):
    flores_file = Path(data, "benchmark_flores_devtest.tsv.gz")
    for language in languages or corpus.LANGUAGES:
        train, held = build.read(data, language)
        flores = [row[language] for row in corpus.rows(flores_file)][::2]
        for name, changes in VARIANTS.items():
            model = build.train_model(language, train, **dict(build.SETTINGS[language], **changes))
            build.calibrate(model, held)
            report(name, language, lambda s: model.estimate(s)[2], stories, flores)
            if not changes:
                report("mean bits, not calibrated by symbol", language, lambda s: model.estimate(s)[1], stories, flores)
                letters = Characters(train, model)
                report("letters of unknown words alone", language, letters.score, stories, flores)
                spread = 0.5
                report("with letters of unknown words", language,
                       lambda s: model.estimate(s)[2] + (letters.score(s) - 3) / spread * 0.3, stories, flores)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
