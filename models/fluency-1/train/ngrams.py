"""Vocabulary, suffixes and an interpolated Kneser-Ney model over symbols."""

from collections import Counter, defaultdict

from symbols import LATIN, ARABIC, WORD, Symbols, tokens

START, END = 0, 1


def vocabulary(language, sources, size, sources_needed=3, suffix_count=400):
    """The most frequent words that occur in several files, and the suffixes of the others.

    sources: (file, tokens of a sentence) pairs.
    """
    count, lower_count = Counter(), Counter()
    seen_in = defaultdict(set)
    script = ARABIC if language == "ar" else LATIN
    for file, found in sources:
        for what, kind, text, initial, _, _ in found:
            if what == WORD and kind == script:
                word = text.lower() if initial else text
                count[word] += 1
                seen_in[word].add(file)
    common = [
        w for w, c in sorted(count.items(), key=lambda item: (-item[1], item[0]))
        if len(seen_in[w]) >= sources_needed and not (language == "ar" and is_joined(w, count))
    ]
    words = {w: rank for rank, w in enumerate(common[:size])}
    suffixes = Counter()
    if language != "ar":
        for word, c in count.items():
            if word not in words and word == word.lower():
                for length in range(1, min(4, len(word) - 1) + 1):
                    suffixes[word[-length:]] += c
    kept = {s for s, _ in sorted(suffixes.items(), key=lambda item: (-item[1], item[0]))[:suffix_count]}
    return Symbols(language, words, kept)


def is_joined(word, count):
    """A conjunction written to a word that is more frequent without it."""
    return len(word) >= 4 and word[0] in "\u0648\u0641" and count[word[1:]] > 2 * count[word]


class Model:
    """Interpolated Kneser-Ney with three discounts an order (Chen & Goodman 1999), singletons left out above order 2."""

    def __init__(self, sentences, order, least=(1, 1, 2, 2, 2)):
        ids = {"<s>": START, "</s>": END}
        for sentence in sentences:
            for symbol in sentence:
                ids.setdefault(symbol, len(ids))
        self.ids = ids
        self.order = order
        v = len(ids)
        raw = [Counter() for _ in range(order)]
        for sentence in sentences:
            row = [START] + [ids[s] for s in sentence] + [END]
            for i in range(1, len(row)):
                for n in range(min(order, i + 1)):
                    raw[n][tuple(row[i - n:i + 1])] += 1
        # Lower orders count the words before, not the occurrences; what begins with <s> keeps its count.
        counts = [None] * order
        counts[order - 1] = raw[order - 1]
        for n in range(order - 2, -1, -1):
            continuation = Counter()
            for gram in raw[n + 1]:
                continuation[gram[1:]] += 1
            for gram, c in raw[n].items():
                if gram[0] == START:
                    continuation[gram] = c
            counts[n] = continuation
        self.prob = {}
        self.gamma = {}
        for n in range(order):
            self.add_order(n, counts[n], least[n], v)

    def add_order(self, n, counts, least, v):
        of = Counter(min(c, 4) for c in counts.values())
        y = of[1] / max(1, of[1] + 2 * of[2])
        d = [0.0] + [min(max(k - (k + 1) * y * of[k + 1] / max(1, of[k]), 0.1), k - 0.05) for k in (1, 2, 3)]
        total, kept_mass = defaultdict(int), defaultdict(float)
        for gram, c in counts.items():
            total[gram[:-1]] += c
            if c >= least:
                kept_mass[gram[:-1]] += c - d[min(c, 3)]
        for history, t in total.items():
            if kept_mass[history] > 0:
                self.gamma[history] = 1 - kept_mass[history] / t
        for gram, c in counts.items():
            if c >= least:
                history = gram[:-1]
                lower = self.prob.get(gram[1:], None) if n else 1 / v
                if lower is None:
                    lower = self.p(gram[1:])
                self.prob[gram] = (c - d[min(c, 3)]) / total[history] + self.gamma[history] * lower

    def p(self, gram):
        weight = 1.0
        while gram:
            found = self.prob.get(gram)
            if found is not None:
                return weight * found
            weight *= self.gamma.get(gram[:-1], 1.0)
            gram = gram[1:]
        return weight / len(self.ids)
