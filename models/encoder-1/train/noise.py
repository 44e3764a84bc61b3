"""Slips of the hand and of spelling that leave the meaning as it is."""

import unicodedata

FOLDED = str.maketrans("أإآىة", "ااايه")
LETTERS = {"en": "abcdefghijklmnopqrstuvwxyz", "fr": "abcdefghijklmnopqrstuvwxyzéèàç", "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"}


def noised(text, code, chance):
    """Arabic with folded letters, or a text without accents or in lower case, or with one letter in 25 wrong."""
    kind = chance.randrange(3)
    if kind == 0:
        return text.translate(FOLDED) if code == "ar" else text.lower()
    if kind == 1 and code == "fr":
        return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    if kind == 1 and code == "ar":
        return "".join(c.translate(FOLDED) if chance.random() < 0.5 else c for c in text)
    letters = list(text)
    for i, letter in enumerate(letters):
        if letter.isalpha() and chance.random() < 0.04:
            other = chance.choice(LETTERS[code])
            letters[i] = chance.choice((other, letter + other, ""))
    return "".join(letters)
