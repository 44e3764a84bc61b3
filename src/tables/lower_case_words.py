"""Writes lower-case-words.tsv: English and French words that running text writes in lower case, so that a capital on them in a title is no name.

usage: lower_case_words.py DATA >src/main/resources/org/muwazi/score/lower-case-words.tsv

Counted are the files named below without the held-out sentences; a word is taken that stands in lower case LEAST times or more, and
with a capital inside a sentence at most as often as MOST_CAPITALS says. Names that are words too (Rose, Baker) are let go by that where
they are frequent as names.
"""

import collections
import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "models" / "encoder-1" / "train"))
import rows as corpus  # noqa: E402

PARALLEL = ("tatoeba", "un_v1_devtest", "un_sdg")
LANGUAGES = ("en", "fr")
LEAST, SHORTEST, MOST_CAPITALS, WORDS_A_ROW = 3, 3, 0.25, 20
WORD = re.compile(r"[^\W\d_]+")
# A capital after anything else, such as a full stop or a quotation mark, may be the sentence's.
INSIDE = re.compile(r"[\w,;]\s*$")


def sentences(data, language):
    for code, text in corpus.monolingual(data, limit=10**9):
        if code == language:
            yield text
    banned = corpus.held_out(data)
    for name in PARALLEL:
        for texts in corpus.trilingual(data, name):
            if language in texts and not any(corpus.key(text) in banned for text in texts.values()):
                yield texts[language]


def words(data, language):
    lower, capital = collections.Counter(), collections.Counter()
    for sentence in sentences(data, language):
        for match in WORD.finditer(sentence):
            word = match.group()
            if word.islower():
                lower[word] += 1
            elif word[0].isupper() and word[1:].islower() and INSIDE.search(sentence[:match.start()]):
                capital[word.lower()] += 1
    return sorted(w for w, n in lower.items() if n >= LEAST and len(w) >= SHORTEST and capital[w] <= MOST_CAPITALS * (n + capital[w]))


def main():
    print("# Words that running text writes in lower case, by src/tables/lower_case_words.py from Tatoeba (CC-BY-2.0-FR), UN documents, the goals of")
    print("# sustainable development, Wikipedia (CC-BY-SA) and news: list TAB language TAB words separated by spaces.")
    for language in LANGUAGES:
        found = words(sys.argv[1], language)
        for start in range(0, len(found), WORDS_A_ROW):
            print(f"common\t{language}\t{' '.join(found[start:start + WORDS_A_ROW])}")


if __name__ == "__main__":
    main()
