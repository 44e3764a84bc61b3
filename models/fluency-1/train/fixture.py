"""What this side says of some texts, for the test of the Java side: awkward ones, and the first sentences of each story."""

from pathlib import Path

from symbols import tokens

AWKWARD = {
    "en": ["", "   ", "...", "It's the company's 1,234.50 - isn't it?", "IN 2020 60 000 PEOPLE LEFT.", "caf\u00e9 cafe\u0301 \U0001f600 \u03b1\u03b2\u03b3 x",
           "\u2018Quoted\u2019 words\u2014and e-mail; 50% of $3", "a\u00adb \u200bc\u200fd O\u2019Brien 3rd 12/05/2020"],
    "fr": ["L\u2019eau d'hier, aujourd\u2019hui : qu\u2019est-ce que c\u2019est ?", "\u00ab Non \u00bb, a-t-il dit ; 60\u202f000 \u20ac, 3,5 %",
           "\u00c9TAT \u0130stanbul \u00e9t\u00e9 e\u0301te\u0301", "l' eau d\u2019 ici"],
    "ar": ["\u0648\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064a\u0633\u064f \u0625\u0646\u0651\u0647 \u0633\u064a\u0641\u0639\u0644\u060c \u0661\u0662\u066b\u0665\u066a \u0648\u0627\u0644\u0628\u0644\u062f\u061f",
           "\u0623\u0625\u0622\u0671\u0649 \u0645\u0640\u0640\u062d\u0645\u062f \u0641\u0644\u0644\u0648\u0642\u062a Washington \u0648 G20", "\u202b\u0628\u0627\u0644\u0642\u0631\u0628 \u0645\u0646\u202c \u0643\u0627\u0644\u0628\u064a\u062a \u0628\u064a\u062a\u0647\u0645\u0627"],
}


def write(output, stories, models):
    lines = []
    for model in models:
        texts = list(AWKWARD[model.language])
        for file in sorted(Path(stories).glob("*/%s*.sentences.tsv" % model.language)):
            texts += [line.split("\t")[1] for line in file.read_text(encoding="utf-8").splitlines()][:4]
        lines += [row(model, text) for text in texts]
    Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")


def row(model, text):
    symbols = [s for token in tokens(text, model.language) for s in model.symbols.of(token)]
    n, surprise, z, windows = model.estimate(text)
    places = " ".join("%d-%d:%.9f" % (utf16(text, start), utf16(text, end), score) for score, start, end in windows)
    return "\t".join([model.language, text, " ".join(symbols), str(n), "%.9f" % surprise, "%.9f" % z, places])


def utf16(text, offset):
    return len(text[:offset].encode("utf-16-le")) // 2

