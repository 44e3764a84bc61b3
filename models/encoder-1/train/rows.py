"""The sentences that the encoder learns from, and those by which it is chosen.

A row is what one file of the data folder says in two or three languages.
"""

import gzip
import hashlib
import pathlib
import re
import sys
import unicodedata

# The data folder, its held-out filter among it, is read as for the estimator.
sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "quality-1" / "train"))
from corpus import LANGUAGES, held_out, key, table  # noqa: E402

# File: how often one of its rows is drawn against a row of weight 1. News and prose are few and are what users align; Tatoeba is plenty in
# French, so that rows with Arabic are drawn more often (see ARABIC). What is under the GPL or AGPL alone is left out.
FILES = {
    "tatoeba": 1.0, "un_v1_devtest": 1.0, "tico19_dev": 3.0, "tata_dhs": 2.0, "un_sdg": 2.0, "xquad": 2.0, "udhr": 2.0, "mlqa_q": 3.0,
    "prose_bitcoin_org": 2.0, "prose_opensource_guide": 2.0, "prose_safetag": 2.0, "prose_debian_handbook": 1.0, "prose_react_docs": 1.0,
    "l10n_mozilla_www": 2.0, "l10n_libreoffice": 1.0, "l10n_tldr": 1.0, "lexicon_names": 0.5, "pawsx": 1.0,
}
ARABIC = 4.0
# Files whose rows stand in the order of a text, so that neighbouring rows make a passage.
RUNNING = ("un_v1_devtest", "xquad", "prose_bitcoin_org", "prose_opensource_guide", "prose_debian_handbook", "prose_react_docs", "tico19_dev")
MONOLINGUAL = {"ar": "mono_ar", "en": "mono_en", "fr": "mono_fr"}
# The part of Tatoeba that weights are chosen by, in 256ths of the rows, and how many of them are used.
CHOICE_BELOW, CHOICE_ROWS = 10, 1000

MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]")
LETTERS = str.maketrans("یىکۀہە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "يىكههه01234567890123456789")


def normal(text):
    """What ``TextNormalizer`` makes of a text, as far as the training files need it: marks, tatweel and direction marks out, one form of letters and digits."""
    text = unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFC", text)).translate(LETTERS))
    return " ".join(text.split())


def trilingual(data, name):
    """Rows of a file as ``{language: normalised sentence}``, empty cells left out."""
    for cells in table(data, name):
        texts = {code: normal(cell) for code, cell in zip(LANGUAGES, cells, strict=False)}
        yield {code: text for code, text in texts.items() if text}


def is_choice(texts):
    """Whether a row of Tatoeba belongs to the part that weights are chosen by: the first byte of SHA-256 over its English."""
    return "en" in texts and hashlib.sha256(texts["en"].encode()).digest()[0] < CHOICE_BELOW


def choice(data):
    """``{name: [(sentence, sentence)]}``: what weights are chosen by. PUD (news and encyclopedia) and a part of Tatoeba, no text twice on a side."""
    found = {}
    pud = [t for t in trilingual(data, "news_pud") if len(t) == 3]
    for a, b in (("ar", "en"), ("fr", "en"), ("ar", "fr")):
        found[f"pud {a}-{b}"] = different((t[a], t[b]) for t in pud)
    everyday = [t for t in trilingual(data, "tatoeba") if is_choice(t)]
    for a in ("ar", "fr"):
        found[f"everyday {a}-en"] = different((t[a], t["en"]) for t in everyday if a in t)[:CHOICE_ROWS]
    return found


def different(pairs):
    left, right, kept = set(), set(), []
    for a, b in pairs:
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            kept.append((a, b))
    return kept


def training(data):
    """Rows ``(file, {language: sentence})`` and how many were left out, by reason.

    Left out is every row with a side whose key is in the list of held-out sentences, in the choice, or in PUD.
    """
    banned = held_out(data)
    chosen = {key(text) for pairs in choice(data).values() for pair in pairs for text in pair}
    chosen |= {key(text) for row in trilingual(data, "tatoeba") if is_choice(row) for text in row.values()}
    rows, left = [], {"held out": 0, "choice": 0, "one language": 0}
    for name in FILES:
        for texts in trilingual(data, name):
            keys = {key(text) for text in texts.values()}
            if len(texts) < 2:
                left["one language"] += 1
            elif keys & banned:
                left["held out"] += 1
            elif keys & chosen:
                left["choice"] += 1
            else:
                rows.append((name, texts))
    return rows, left


def passages(rows):
    """Two and three rows in a row of the running files, joined by a space in each language they all have."""
    found = []
    for at, (name, _) in enumerate(rows):
        size = 2 + at % 2
        part = rows[at: at + size]
        if at % size or name not in RUNNING or len(part) < size or any(n != name for n, _ in part):
            continue
        codes = [c for c in LANGUAGES if all(c in texts for _, texts in part)]
        if len(codes) > 1:
            found.append((name + " passages", {c: " ".join(texts[c] for _, texts in part) for c in codes}))
    return found


def monolingual(data, limit=4000):
    """Sentences in one language, evenly from each file, without the held-out ones: ``[(language, sentence)]``."""
    banned = held_out(data)
    found = []
    for code, name in MONOLINGUAL.items():
        with gzip.open(pathlib.Path(data, name + ".txt.gz"), "rt", encoding="utf-8") as lines:
            texts = [normal(line) for line in lines]
        texts = [t for t in texts if len(t) > 20 and key(t) not in banned]
        step = max(1, len(texts) // limit)
        found += [(code, t) for t in texts[::step]]
    return found
