"""Human sentences of one language out of the data folder, each with the file it comes from."""

import gzip
import hashlib
import re
import unicodedata
from pathlib import Path

LANGUAGES = ["ar", "en", "fr"]
COLUMN = {"en": 0, "fr": 1, "ar": 2}

# Never read here: benchmarks, word lists, what a machine translated, sentences with their words swapped, and what is
# under the GPL or AGPL alone, so that the counts can be given away under CC BY-SA 4.0.
LEFT_OUT = (
    "benchmark_", "lexicon_", "qe_", "pawsx",
    "news_wce_lig_pe", "l10n_desktop", "l10n_globaleaks", "l10n_gnucash", "l10n_mediawiki", "l10n_openstreetmap",
    "l10n_securedrop", "l10n_wordpress",
)

# Held out whole, for calibration: professional translations of news and encyclopedia sentences.
CALIBRATION_FILES = ("news_pud",)
# Of these every tenth sentence is held out for calibration as well.
CALIBRATION_TENTHS = ("mono_", "un_v1", "tico19_dev", "xquad", "prose_opensource_guide", "tata_dhs")

NOT_LETTERS = re.compile(r"[\W_]+")
EAST_ARABIC_OR_LETTER = re.compile(r"[^\W\d_]")


def key(sentence):
    """The first 16 hexadecimal digits by which the list of held-out sentences names a sentence."""
    lower = unicodedata.normalize("NFKC", sentence).lower()
    bare = "".join(c for c in unicodedata.normalize("NFD", lower) if unicodedata.category(c) != "Mn")
    return hashlib.sha256(NOT_LETTERS.sub("", bare).encode()).hexdigest()[:16]


def held_out(data):
    return set(Path(data, "heldout-keys.txt").read_text().split())


def rows(path):
    """Rows of a file as {language: sentence}."""
    mono = re.match(r"mono_(ar|en|fr)", path.name)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if mono:
                yield {mono.group(1): fields[0]}
            else:
                yield {code: fields[at] for code, at in COLUMN.items() if at < len(fields) and fields[at]}


def is_usable(sentence, source):
    words = sentence.split()
    if len(words) > 120 or len(EAST_ARABIC_OR_LETTER.findall(sentence)) * 2 < len(sentence):
        return False
    if source.startswith("l10n_"):
        return len(words) >= 6
    return len(words) >= (7 if source.startswith("tatoeba") else 4)


def sentences(data, language, banned):
    """(source, sentence, part) with part "train" or "calibration", in a fixed order, each sentence once."""
    seen = set()
    for path in sorted(Path(data).glob("*.gz")):
        if path.name.startswith(LEFT_OUT):
            continue
        source = path.name.split(".")[0]
        number = 0
        for row in rows(path):
            if language not in row:
                continue
            keys = {code: key(text) for code, text in row.items()}
            if any(k in banned for k in keys.values()) or keys[language] in seen:
                continue
            seen.add(keys[language])
            sentence = unicodedata.normalize("NFC", row[language])
            if not is_usable(sentence, source):
                continue
            number += 1
            whole = source.startswith(CALIBRATION_FILES)
            tenth = source.startswith(CALIBRATION_TENTHS) and number % 10 == 0
            yield source, sentence, "calibration" if whole or tenth else "train"
