"""The rows of the data folder that the estimator learns from and is tested on, and which is which.

Every example is a source, a translation and whatever a human (or the damage program) says about the pair.
"""

import csv
import dataclasses
import functools
import gzip
import hashlib
import pathlib
import re
import unicodedata

LANGUAGES = ("en", "fr", "ar")
NOT_LETTERS = re.compile(r"[\W_]+")
WORD = re.compile(r"\S+")

# Parallel files from which damage is made: human translations with a licence that lets weights be given away. Software
# strings are left out (fragments), PAWS-X too (its sentences are scrambled on purpose).
PARALLEL = (
    "news_pud", "un_v1_devtest", "tata_dhs", "tico19_dev", "un_sdg", "xquad", "udhr", "mlqa_q",
    "prose_bitcoin_org", "prose_opensource_guide", "prose_safetag", "prose_debian_handbook", "prose_react_docs", "tatoeba",
)

# The share of WCE-LIG that is the test part, in 256ths: bytes 0 to 50, 20 %. Bytes 51 to 60 are what weights are chosen by.
WCE_LIG_TEST_BELOW = 51
WCE_LIG_CHOICE_BELOW = 61

# Rows of benchmark_tico19_test, counted from 0, whose French column is displaced against the other two.
TICO19_DISPLACED = range(424, 698)


@dataclasses.dataclass
class Example:
    """A pair with its labels; None where nobody judged that.

    ``quality`` in [0, 1] (higher is better), ``bad`` and ``omitted`` one 0 or 1 per white-space word of the translation and of
    the source, ``severity`` 0 (none or minor), 1 (major), 2 (critical) or -1 (0 or 1, not known which), ``effort`` the share
    of words edited, at most 1. ``rank`` orders the examples of one ``kind`` among themselves; across kinds it means nothing.
    """

    source: str
    translation: str
    task: str
    quality: float = None
    bad: list = None
    omitted: list = None
    severity: int = None
    effort: float = None
    family: str = ""
    kind: str = ""
    rank: float = None


def key(sentence):
    """The first 16 hexadecimal digits by which the list of held-out sentences names a sentence."""
    lower = unicodedata.normalize("NFKC", sentence).lower()
    bare = "".join(c for c in unicodedata.normalize("NFD", lower) if unicodedata.category(c) != "Mn")
    return hashlib.sha256(NOT_LETTERS.sub("", bare).encode()).hexdigest()[:16]


def held_out(data):
    """Keys of the sentences that nothing may be trained or tuned on."""
    return frozenset(pathlib.Path(data, "heldout-keys.txt").read_text().split())


def is_test_wce_lig(source):
    """Whether a French sentence of WCE-LIG belongs to the test part.

    The first byte of SHA-256 over the UTF-8 bytes of the sentence, white space at both ends removed, is below 51. About 20 %
    of the rows; equal sentences always fall on the same side. The Java benchmark uses the same rule. (MLQE-PE and the critical
    errors have a column ``split``; its ``dev`` rows are the test part.)
    """
    return hashlib.sha256(source.strip().encode("utf-8")).digest()[0] < WCE_LIG_TEST_BELOW


def table(data, name):
    """Rows of a gzipped file of tab-separated columns as lists; quotation marks mean nothing."""
    with gzip.open(pathlib.Path(data, name + ".tsv.gz"), "rt", encoding="utf-8", newline="\n") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@functools.lru_cache(maxsize=None)
def wordlike(letter):
    """Whether a character is a letter, a mark or a number, as in the words of the Java benchmark."""
    return unicodedata.category(letter)[0] in "LMN"


def tokens(text):
    """Places ``(start, end)`` of the words of a text: runs of letters, marks and numbers, and every other visible character by itself.

    The same rule as ``WordTokens`` of the Java benchmark, so that a tokenised text and the same text untokenised have the same words.
    """
    found, start = [], None
    for i, letter in enumerate(text):
        if wordlike(letter):
            start = i if start is None else start
            continue
        if start is not None:
            found.append((start, i))
            start = None
        if not letter.isspace():
            found.append((i, i + 1))
    return found + ([(start, len(text))] if start is not None else [])


def edits(translation, post_edit):
    """How far a translation is from its post-edit: ``(HTER, marks)``.

    HTER is the Levenshtein distance in ``tokens``, lower case, for each token of the post-edit, at most 1 (as ``PostEdit`` of the Java
    benchmark). ``marks`` has one 0 or 1 per white-space word of the translation: 1 if a token with letters or digits in it was replaced
    or deleted; of a word without any, if its signs were.
    """
    places = tokens(translation)
    a = [translation[i:j].lower() for i, j in places]
    b = [post_edit[i:j].lower() for i, j in tokens(post_edit)]
    cost = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        above = cost[-1]
        for j, y in enumerate(b, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (x != y)))
        cost.append(row)
    wrong, i, j = [1] * len(a), len(a), len(b)
    while i and j:
        if cost[i][j] == cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            wrong[i - 1] = int(a[i - 1] != b[j - 1])
            i, j = i - 1, j - 1
        elif cost[i][j] == cost[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
    return min(1.0, cost[-1][-1] / len(b)) if b else 1.0, marks_of(translation, places, wrong)


def marks_of(text, places, wrong):
    marks = []
    at = 0
    for word in WORD.finditer(text):
        inside = []
        while at < len(places) and places[at][0] < word.end():
            inside.append((wordlike(text[places[at][0]]), wrong[at]))
            at += 1
        letters = [w for known, w in inside if known]
        marks.append(max(letters or [w for _, w in inside], default=0))
    return marks


def ranks(values):
    """Each value's place among all, in [0, 1]; equal values share the middle of their places."""
    ordered = sorted(values)
    first, last = {}, {}
    for place, value in enumerate(ordered):
        first.setdefault(value, place)
        last[value] = place
    return [(first[v] + last[v]) / 2 / max(1, len(values) - 1) for v in values]


# Where the qualities of machine translations lie: the best of them as good as a human translation, the worst as bad as a badly damaged one.
WORST, BEST = 0.2, 0.85


def mlqe(data, part, banned):
    """MLQE-PE: direct assessments with tags and effort from the post-edits, as ``(pair of languages, z-score, Example, post-edit)``.

    Quality is the mean of the rank of the z-score within the pair and of the raw assessment (0 to 100), between ``WORST`` and ``BEST``:
    the rank alone would call a middling German sentence as bad as a middling Nepali one. Sources and translations of the two files are
    the same rows in the same order, once as text and once tokenised. Chinese has no spaces: its words are known from the tokenised form,
    and its text bears no tags.
    """
    judged = [r for r in table(data, "qe_mlqe_pe")[1:] if r[0] == part]
    by_pair = {}
    for row in table(data, "qe_mlqe_postedits")[1:]:
        if row[0] == part:
            by_pair.setdefault(row[1], []).append(row)
    found, at = [], {}
    for _, pair, source, translation, z, raw in judged:
        number = at.get(pair, 0)
        at[pair] = number + 1
        _, _, _, tokenised, post_edit = by_pair[pair][number]
        if squeeze(tokenised) != squeeze(translation):
            post_edit = None
        if part == "train" and (key(source) in banned or key(translation) in banned):
            continue
        example = Example(source, translation, "mlqe", kind="mlqe." + pair)
        if post_edit is not None:
            spaced = not pair.endswith("-zh")
            example.effort, marks = edits(translation if spaced else tokenised, post_edit)
            example.bad = marks if spaced else None
        found.append((pair, float(z), float(raw), example, post_edit))
    for pair in sorted({f[0] for f in found}):
        rows = [f for f in found if f[0] == pair]
        for (_, _, raw, example, _), rank in zip(rows, ranks([f[1] for f in rows]), strict=True):
            example.rank = rank
            example.quality = WORST + (BEST - WORST) * (rank + raw / 100) / 2
    return [(pair, z, example, post_edit) for pair, z, _, example, post_edit in found]


def squeeze(text):
    """The text without anything but letters and digits, to compare text with its tokenised form."""
    return NOT_LETTERS.sub("", text)


def wce_lig(data, part, banned):
    """WCE-LIG French-English: machine translation against its own post-edit, as ``(Example, post-edit, other translations)``.

    ``part`` is ``test``, ``choice`` (what weights are chosen by) or ``train``. The other translations are those of two other systems.
    """
    found = []
    for row in table(data, "qe_wce_lig")[1:]:
        source, translation, post_edit = row[:3]
        if not source.strip() or not translation.strip() or not post_edit.strip() or part_of_wce_lig(source) != part:
            continue
        if part != "test" and banned & {key(source), key(translation), key(post_edit)}:
            continue
        rate, bad = edits(translation, post_edit)
        found.append((Example(source, translation, "wce", worth(rate), bad, None, None, rate, kind="wce", rank=1 - rate), post_edit,
                      [t for t in row[3:5] if t.strip()]))
    return found


def worth(rate):
    """The quality of a translation of which the share ``rate`` has to be edited."""
    return WORST + (BEST - WORST) * (1 - rate) ** 1.5


def part_of_wce_lig(source):
    if is_test_wce_lig(source):
        return "test"
    return "choice" if hashlib.sha256(source.strip().encode("utf-8")).digest()[0] < WCE_LIG_CHOICE_BELOW else "train"


def critical(data, part, banned):
    """Critical errors: ``(pair of languages, Example)`` with severity 2 or -1."""
    found = []
    for split, pair, source, translation, _, majority in table(data, "qe_critical_errors")[1:]:
        if split != part or (part == "train" and banned & {key(source), key(translation)}):
            continue
        error = majority == "ERR"
        found.append((pair, Example(source, translation, "critical", severity=2 if error else -1, kind="critical." + pair,
                                    rank=0.0 if error else 1.0)))
    return found


def parallel(data, banned):
    """Rows ``(file, {language: sentence})`` of the files of ``PARALLEL`` without held-out sentences, in file order."""
    found = []
    for name in PARALLEL:
        for row in table(data, name):
            texts = {code: row[i].strip() for i, code in enumerate(LANGUAGES) if i < len(row) and row[i].strip()}
            if len(texts) > 1 and not any(key(t) in banned for t in texts.values()):
                found.append((name, texts))
    return found


def benchmark(data, name):
    """Trilingual rows of an open benchmark, for evaluation only; without the displaced rows of TICO-19."""
    found = []
    for number, row in enumerate(table(data, name)):
        displaced = name == "benchmark_tico19_test" and number in TICO19_DISPLACED
        if not displaced and len(row) >= 3 and all(cell.strip() for cell in row[:3]):
            found.append(dict(zip(LANGUAGES, (cell.strip() for cell in row[:3]), strict=True)))
    return found
