"""Text to tokens, and tokens to symbols; FluencyTokens.java does the same, character for character.

Characters are told apart by ranges that are written out here, not by the tables of a Unicode version, so that
Python and Java cannot differ.
"""

import unicodedata

LATIN, ARABIC, OTHER, DIGIT, MARK, SPACE, PUNCTUATION = range(7)
WORD, NUMBER, SIGN = range(3)

APOSTROPHES = "'\u2019\u02bc"
SIGNS = {
    ".": ".", "\u2026": ".", "!": ".", "?": ".", "\u061f": ".", "\u06d4": ".",
    ",": ",", "\u060c": ",", ";": ";", "\u061b": ";", ":": ":", "/": "/",
    "%": "%", "\u066a": "%", "$": "$", "\u20ac": "$", "\u00a3": "$",
    "-": "-", "\u2010": "-", "\u2011": "-", "\u2013": "\u2013", "\u2014": "\u2013", "\u2212": "\u2013",
}
# After these a word may have its capital from its place.
OPENERS = set(".:\u2013")
QUOTES = set("\"\u00ab\u201c\u201e\u2018([\u2022*")
ENDS = set(".:;,\u2013")

ALEFS = {"\u0622": "\u0627", "\u0623": "\u0627", "\u0625": "\u0627", "\u0671": "\u0627", "\u0649": "\u064a"}


def kind(c):
    if c <= 0x20:
        return SPACE
    if c < 0x80:
        if 0x41 <= c <= 0x5A or 0x61 <= c <= 0x7A:
            return LATIN
        return DIGIT if 0x30 <= c <= 0x39 else PUNCTUATION
    if c < 0x370:
        if c == 0x85 or c == 0xA0:
            return SPACE
        if c == 0xAD or c >= 0x300:
            return MARK
        return LATIN if 0xC0 <= c <= 0x24F and c != 0xD7 and c != 0xF7 else PUNCTUATION
    if 0x600 <= c <= 0x6FF:
        if 0x660 <= c <= 0x669 or 0x6F0 <= c <= 0x6F9:
            return DIGIT
        if (
            0x610 <= c <= 0x61A or c == 0x640 or 0x64B <= c <= 0x65F or c == 0x670
            or 0x6D6 <= c <= 0x6DC or 0x6DF <= c <= 0x6E8 or 0x6EA <= c <= 0x6ED
        ):
            return MARK
        if 0x621 <= c <= 0x64A or 0x66E <= c <= 0x6D3 or c == 0x6D5 or 0x6EE <= c <= 0x6FC:
            return ARABIC
        return PUNCTUATION
    if 0x1E00 <= c <= 0x1EFF:
        return LATIN
    if 0x2000 <= c <= 0x2BFF:
        if c <= 0x200B or c == 0x2028 or c == 0x2029 or c == 0x202F or c == 0x205F:
            return SPACE
        if 0x200C <= c <= 0x200F or 0x202A <= c <= 0x202E or 0x2060 <= c <= 0x206F:
            return MARK
        return PUNCTUATION
    if c == 0x3000:
        return SPACE
    if c == 0xFEFF:
        return MARK
    return OTHER


def tokens(text, language):
    """(kind of token, script, form, initial, start, end) in reading order; offsets are code points.

    The form of a word is NFC without marks of Arabic; its case is kept. The signs that end the text are left out.
    """
    found = []
    i, n = 0, len(text)
    initial = True
    while i < n:
        k = kind(ord(text[i]))
        if k <= OTHER:
            end = word_end(text, i, k, language)
            found.append((WORD, k, form(text[i:end], k), initial, i, end))
            initial = False
            i = end
        elif k == DIGIT:
            end = number_end(text, i)
            digits = sum(1 for c in text[i:end] if kind(ord(c)) == DIGIT)
            found.append((NUMBER, digits, text[i:end], False, i, end))
            initial = False
            i = end
        else:
            c = text[i]
            if c in APOSTROPHES and language == "en" and is_clitic(text, i):
                end = word_end(text, i + 1, LATIN, language)
                found.append((WORD, LATIN, "'" + form(text[i + 1:end], LATIN), False, i, end))
                i = end
                continue
            sign = SIGNS.get(c)
            if sign is not None:
                if sign == "-" and not is_inside(text, i):
                    sign = "\u2013"
                if not (found and found[-1][0] == SIGN and found[-1][2] == sign):
                    found.append((SIGN, 0, sign, False, i, i + 1))
                initial = initial or sign in OPENERS
            elif c in QUOTES:
                initial = True
            i += 1
    while found and found[-1][0] == SIGN and found[-1][2] in ENDS:
        found.pop()
    return found


def is_inside(text, i):
    return 0 < i < len(text) - 1 and kind(ord(text[i - 1])) <= DIGIT and kind(ord(text[i + 1])) <= DIGIT


def is_clitic(text, i):
    return 0 < i < len(text) - 1 and kind(ord(text[i - 1])) == LATIN and kind(ord(text[i + 1])) == LATIN


def word_end(text, i, script, language):
    n = len(text)
    while i < n:
        k = kind(ord(text[i]))
        if k != script and k != MARK:
            # An elided French word takes its apostrophe with it.
            if language == "fr" and script == LATIN and text[i] in APOSTROPHES and is_clitic(text, i):
                return i + 1
            return i
        i += 1
    return i


def number_end(text, i):
    n = len(text)
    while i < n:
        k = kind(ord(text[i]))
        if k != DIGIT:
            if i + 1 >= n or kind(ord(text[i + 1])) != DIGIT:
                return i
            if k == SPACE:
                if not is_group(text, i + 1):
                    return i
            elif text[i] not in ".,\u066b\u066c":
                return i
        i += 1
    return i


def is_group(text, i):
    """True where exactly three digits stand from i on: a thousands group."""
    j = i
    while j < len(text) and kind(ord(text[j])) == DIGIT:
        j += 1
    return j - i == 3


def form(raw, script):
    if script == ARABIC:
        return "".join(ALEFS.get(c, c) for c in unicodedata.normalize("NFC", raw) if kind(ord(c)) == ARABIC)
    kept = "".join(c for c in raw if not (0x200C <= ord(c) <= 0x200F or 0x202A <= ord(c) <= 0x206F or ord(c) in (0xAD, 0xFEFF)))
    return unicodedata.normalize("NFC", kept).replace("\u2019", "'").replace("\u02bc", "'")


# ---- symbols

AND = "\u0648+"
SO = "\u0641+"
PREFIXES = [
    "\u0628\u0627\u0644", "\u0643\u0627\u0644", "\u0644\u0644", "\u0627\u0644", "\u0633\u064a", "\u0633\u062a",
    "\u0644", "\u0628", "\u0643", "\u064a", "\u062a", "\u0646", "\u0627", "\u0645", "\u0633",
]
SUFFIXES = [
    "\u0647\u0645\u0627", "\u062a\u0647\u0627", "\u062a\u0647\u0645", "\u0627\u062a\u0647", "\u064a\u0629",
    "\u0627\u062a", "\u0648\u0646", "\u064a\u0646", "\u0627\u0646", "\u0648\u0627", "\u0647\u0627", "\u0647\u0645",
    "\u0647\u0646", "\u0643\u0645", "\u0646\u0627", "\u062a\u0647", "\u0629", "\u0647", "\u064a", "\u0627", "\u062a",
    "\u0646",
]


class Symbols:
    """The symbols of a language: frequent words as they are, the others by shape, prefix and suffix."""

    def __init__(self, language, words, suffixes):
        self.language = language
        self.words = words
        self.suffixes = suffixes

    def of(self, token):
        """One symbol, or two where an Arabic conjunction is written to the word."""
        what, script, text, initial = token[:4]
        if what == SIGN:
            return [text]
        if what == NUMBER:
            return ["<%d>" % min(script, 5)]
        if self.language == "ar":
            return self.arabic(script, text)
        if script != LATIN:
            return ["<foreign>"]
        return [self.latin(text, initial)]

    def arabic(self, script, text):
        if script != ARABIC:
            return ["<latin>" if script == LATIN else "<foreign>"]
        if text in self.words:
            return [text]
        if len(text) >= 4 and text[0] in "\u0648\u0641":
            rest = text[1:]
            if rest in self.words or rest.startswith("\u0627\u0644") or rest.startswith("\u0644\u0644"):
                return [text[0] + "+", self.arabic_class(rest)]
        return [self.arabic_class(text)]

    def arabic_class(self, text):
        if text in self.words:
            return text
        prefix = next((p for p in PREFIXES if text.startswith(p) and len(text) - len(p) >= 2), "")
        stem = text[len(prefix):]
        suffix = next((s for s in SUFFIXES if stem.endswith(s) and len(stem) - len(s) >= 2), "")
        return prefix + "~" + suffix

    def latin(self, text, initial):
        lower = text.lower()
        if initial and lower in self.words:
            return lower
        if text in self.words:
            return text
        if lower != text:
            return "<CAPITALS>" if len(text) > 1 and text.upper() == text else "<Capital>"
        for length in range(min(4, len(text) - 1), 0, -1):
            if text[-length:] in self.suffixes:
                return "~" + text[-length:]
        return "~"
