"""The binary file: writing, reading and scoring. FluencyModel.java reads the same bytes and computes the same numbers."""

import hashlib
import math
import struct
from array import array

from symbols import Symbols, tokens

MAGIC = b"MWZFLUEN"
FORMAT = 1
STEP = 1 / 12  # bits
ABSENT = 255
MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15
MEAN_STEP, SPREAD_STEP = 1 / 12, 1 / 32
HIGHEST = 4.0  # a token counts at most that many standard deviations
WINDOW = 5
FEWEST_SYMBOLS = 5
WINDOWS = 3


def gram_hash(gram):
    h = 0
    for symbol in gram:
        h = ((h ^ (symbol + 1)) * GOLDEN) & MASK
        h ^= h >> 29
    h >>= 32
    return h - (1 << 32) if h >= 1 << 31 else h


def bits(p):
    return -math.log2(p)


def quantised(value, step):
    return max(0, min(254, int(value / step + 0.5)))


class LanguageModel:
    """Tables of one language; `surprise` gives bits for each symbol of a sentence."""

    def __init__(self, language, order, names, words, suffixes, tables):
        self.language, self.order = language, order
        self.names, self.words, self.suffixes = names, words, suffixes
        self.tables = tables  # order - 1 -> {hash: (prob byte, gamma byte)}
        self.ids = {name: i for i, name in enumerate(names)}
        self.symbols = Symbols(language, words, suffixes)
        self.means = [0] * len(names)
        self.spreads = [32] * len(names)
        # z = (R - center - slope * sqrt(n)) / sqrt(variance + growth * n)
        self.calibration = [0.0, 0.0, 1.0, 0.0]
        self.limits = [9.0, 9.0, 9.0]  # sentence z, window score, document

    @classmethod
    def of(cls, symbols, model):
        names = list(model.ids)
        tables = [{} for _ in range(model.order)]
        for gram in sorted(set(model.prob) | set(model.gamma) - {()}):
            p = model.prob.get(gram)
            g = model.gamma.get(gram, 1.0)
            entry = (ABSENT if p is None else quantised(bits(p), STEP), quantised(bits(g), STEP))
            table = tables[len(gram) - 1]
            key = gram[0] if len(gram) == 1 else gram_hash(gram)
            # Of two n-grams with one hash the more probable stays.
            if key not in table or table[key][0] > entry[0]:
                table[key] = entry
        return cls(symbols.language, model.order, names, symbols.words, symbols.suffixes, tables)

    def encode(self, text):
        """Symbol ids (-1 where the model has never met the symbol) and their places, the end of the sentence last."""
        ids, places = [], []
        for token in tokens(text, self.language):
            for symbol in self.symbols.of(token):
                ids.append(self.ids.get(symbol, -1))
                places.append((token[4], token[5]))
        ids.append(1)
        places.append(places[-1] if places else (0, 0))
        return ids, places

    def surprise(self, ids):
        row = [0] + ids
        return [STEP * self.cost(row, i) for i in range(1, len(row))]

    def cost(self, row, i):
        """Steps of surprise of row[i] after what stands before it."""
        total = 0
        for n in range(min(self.order, i + 1), 0, -1):
            gram = row[i - n + 1:i + 1]
            if n == 1:
                found = self.tables[0].get(gram[0])
                return total + (found[0] if found and found[0] != ABSENT else 254)
            found = self.tables[n - 1].get(gram_hash(gram))
            if found and found[0] != ABSENT:
                return total + found[0]
            history = gram[:-1]
            below = self.tables[n - 2].get(history[0] if n == 2 else gram_hash(history))
            if below:
                total += below[1]
        raise AssertionError

    def deviations(self, ids):
        """For each symbol, how much more surprising it is here than this symbol is on average, in standard deviations."""
        result = []
        for symbol, s in zip(ids, self.surprise(ids)):
            mean = MEAN_STEP * self.means[symbol] if symbol >= 0 else 0.75 * 254 * STEP
            spread = SPREAD_STEP * self.spreads[symbol] if symbol >= 0 else 4.0
            result.append(min(HIGHEST, (s - mean) / spread))
        return result

    def estimate(self, text):
        """(symbols, mean bits, z, windows); a window is (score, start, end), worst first."""
        ids, places = self.encode(text)
        n = len(ids)
        if n == 1:
            return 0, 0.0, 0.0, []
        d = self.deviations(ids)
        center, slope, variance, growth = self.calibration
        if n < FEWEST_SYMBOLS:
            return n, sum(self.surprise(ids)) / n, 0.0, windows(d, places)
        z = (sum(d) / math.sqrt(n) - center - slope * math.sqrt(n)) / math.sqrt(variance + growth * n)
        return n, sum(self.surprise(ids)) / n, z, windows(d, places)


def windows(d, places):
    size = min(WINDOW, len(d))
    scores = []
    for i in range(len(d) - size + 1):
        total = 0.0
        for x in d[i:i + size]:
            total += x
        scores.append((total / math.sqrt(size), i))
    scores.sort(key=lambda item: (-item[0], item[1]))
    chosen = []
    for score, i in scores:
        if score <= 0 or len(chosen) == WINDOWS:
            break
        if all(abs(i - j) >= size for _, j in chosen):
            chosen.append((score, i))
    return [(score, places[i][0], places[i + size - 1][1]) for score, i in chosen]


# ---- bytes, big endian

def text_bytes(text):
    raw = text.encode()
    return struct.pack(">H", len(raw)) + raw


def payload(models):
    out = [struct.pack(">i", len(models))]
    for m in models:
        out.append(text_bytes(m.language))
        out.append(struct.pack(">i4d3d", m.order, *m.calibration, *m.limits))
        out.append(struct.pack(">i", len(m.names)))
        for i, name in enumerate(m.names):
            unigram = m.tables[0].get(i, (ABSENT, 0))
            out.append(text_bytes(name))
            out.append(bytes([1 if name in m.words else 0, unigram[0], unigram[1], m.means[i], m.spreads[i]]))
        out.append(struct.pack(">i", len(m.suffixes)))
        out.extend(text_bytes(s) for s in sorted(m.suffixes))
        for table in m.tables[1:]:
            keys = sorted(table)
            packed = array("i", keys)
            packed.byteswap()
            out.append(struct.pack(">i", len(keys)) + packed.tobytes())
            out.append(bytes(table[k][0] for k in keys))
            out.append(bytes(table[k][1] for k in keys))
    return b"".join(out)


def write(path, models):
    body = payload(models)
    path.write_bytes(MAGIC + struct.pack(">i", FORMAT) + hashlib.sha256(body).digest() + struct.pack(">q", len(body)) + body)
