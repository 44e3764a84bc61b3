"""Measures the model on files of parallel sentences, for the tables in ../card.md.

usage: measure.py tokens FILE...      tokenizer identity with the SentencePiece library and with the package
       measure.py retrieval FILE...   bitext retrieval, top-1 in both directions, by cosine and by ratio margin
       measure.py speed FILE          sentences a second on one thread, beside the package
       measure.py length FILE         retrieval of long spans, whole and in windows
       measure.py damage FILE         what noise and garble do to Arabic vectors

A FILE is UTF-8, tab-separated, gzip or not: English, French, Arabic, empty where a language is missing. A plain text file
of one sentence a line serves for ``tokens``.
"""

import statistics
import sys
import time
from random import Random

import numpy as np

import check
import corpus
import make_model

COLUMNS = ("en", "fr", "ar")
PAIRS = (("ar", "en"), ("fr", "en"), ("ar", "fr"))
NEIGHBOURS = 4  # of the margin, as in Artetxe and Schwenk 2019
SPEED_ROUNDS = 5
SPEED_ROWS = 320
SPAN_STARTS = 300
SPAN_PIECES = (32, 64, 128, 256, 512)
WINDOWS = (64, 128, 256, 512)
DAMAGE_SEED = 1


def parallel(path):
    """Sentences by language, from the rows in which no language is empty."""
    rows = [row for row in corpus.read_rows(path) if len(row) == len(COLUMNS) and all(row)]
    return {language: [row[i] for row in rows] for i, language in enumerate(COLUMNS)}


def ratio_margin(cosines):
    """Each cosine divided by the mean of both sides' mean cosine to their nearest neighbours (Artetxe and Schwenk 2019)."""
    forward = np.sort(cosines, axis=1)[:, -NEIGHBOURS:].mean(axis=1)
    backward = np.sort(cosines, axis=0)[-NEIGHBOURS:].mean(axis=0)
    return cosines / ((forward[:, None] + backward[None, :]) / 2)


def top_1(scores):
    """Share of rows, then of columns, whose highest score is on the diagonal, in per cent."""
    right = np.arange(len(scores))
    return tuple(100 * float((scores.argmax(axis=axis) == right).mean()) for axis in (1, 0))


def measure_tokens(paths, tokenizer):
    references = check.References()
    print("file\tsentences\tas library\tas package")
    for path in paths:
        texts = [text for row in corpus.read_rows(path) for text in row if text]
        ids = [tokenizer.encode(text).ids for text in texts]
        as_library = sum(found == references.library_ids(text) for found, text in zip(ids, texts, strict=True))
        as_package = sum(found == references.port_ids(text) for found, text in zip(ids, texts, strict=True))
        print(path.rpartition("/")[2], len(texts), as_library, as_package, sep="\t")


def measure_retrieval(paths, tokenizer, session):
    print("file\tsentences\tpair\tcosine\tratio margin")
    for path in paths:
        texts = parallel(path)
        vectors = {
            language: corpus.encode(session, [tokenizer.encode(text).ids for text in texts[language]])
            for language in COLUMNS
        }
        for source, target in PAIRS:
            cosines = vectors[source] @ vectors[target].T
            columns = [
                f"{there:.1f} / {back:.1f}" for there, back in (top_1(cosines), top_1(ratio_margin(cosines)))
            ]
            print(path.rpartition("/")[2], len(cosines), f"{source}-{target}", *columns, sep="\t")


def measure_speed(path, tokenizer, session):
    texts = [text for row in corpus.read_rows(path)[:SPEED_ROWS] for text in row if text]
    texts.sort(key=lambda text: len(tokenizer.encode(text).ids))
    ids = [tokenizer.encode(text).ids for text in texts]
    batches = corpus.batches(ids)
    references = check.References()

    def network():
        for batch in batches:
            session.run(None, batch)

    def with_tokenizer():
        # One text at a time: encode_batch would use other threads.
        for batch in corpus.batches([tokenizer.encode(text).ids for text in texts]):
            session.run(None, batch)

    tasks = {"network": network, "tokenizer and network": with_tokenizer, "package": lambda: references.vectors(texts)}
    seconds = {name: [] for name in tasks}
    for _ in range(SPEED_ROUNDS):
        for name, task in tasks.items():
            start = time.process_time()
            task()
            seconds[name].append(time.process_time() - start)
    print(f"{len(texts)} sentences, {statistics.mean(map(len, ids)):.1f} pieces on average, batches of {corpus.BATCH}")
    print("what\tsentences/s, median\tbest")
    for name, found in seconds.items():
        print(f"{name}\t{len(texts) / statistics.median(found):.0f}\t{len(texts) / min(found):.0f}")


def windowed(session, sequences, size):
    """Mean of the unit vectors of each sequence's windows of ``size`` ids, start and end mark included; unit length."""
    vectors = []
    for sequence in sequences:
        inner = sequence[1:-1]
        count = -(-len(inner) // (size - 2))
        # Windows of even length: a last window of three words would weigh as much as a full one.
        cuts = [len(inner) * i // count for i in range(count + 1)]
        windows = [[sequence[0], *inner[a:b], sequence[-1]] for a, b in zip(cuts, cuts[1:], strict=False)]
        mean = corpus.encode(session, windows).mean(axis=0)
        vectors.append(mean / np.linalg.norm(mean))
    return np.array(vectors)


def measure_length(path, tokenizer, session):
    """Spans start at each of the first rows and overlap, so that a neighbour that begins one sentence later is the foil."""
    texts = parallel(path)
    bare = {language: [tokenizer.encode(text).ids[1:-1] for text in texts[language]] for language in COLUMNS}
    print("pieces of the English span\tpair\twhole\t" + "\t".join(f"windows of {size}" for size in WINDOWS))
    for least in SPAN_PIECES:
        spans = {language: [] for language in COLUMNS}
        for start in range(SPAN_STARTS):
            end, pieces = start, 0
            while pieces < least:
                pieces += len(bare["en"][end])
                end += 1
            for language in COLUMNS:
                spans[language].append([1, *(i for ids in bare[language][start:end] for i in ids), 2])
        forms = [{language: corpus.encode(session, spans[language]) for language in COLUMNS}]
        for size in WINDOWS:
            forms.append({language: windowed(session, spans[language], size) for language in COLUMNS})
        mean = statistics.mean(map(len, spans["en"]))
        for source, target in PAIRS:
            columns = []
            for vectors in forms:
                columns.append("{:.1f} / {:.1f}".format(*top_1(ratio_margin(vectors[source] @ vectors[target].T))))
            print(f"{mean:.0f}", f"{source}-{target}", *columns, sep="\t", flush=True)


def after_letters(text, marks, random):
    """The text with one of ``marks`` at random after each letter that has a letter behind it."""
    pairs = zip(text, text[1:] + " ", strict=True)
    return "".join(a + (random.choice(marks) if a.isalpha() and b.isalpha() else "") for a, b in pairs)


def shuffled(text, random):
    """The words of the text in random order."""
    words = text.split(" ")
    random.shuffle(words)
    return " ".join(words)


def measure_damage(path, tokenizer, session):
    """Damages the Arabic side: cosine to the vector of the undamaged sentence, and retrieval of its English translation."""
    texts = parallel(path)
    damages = {
        "none": lambda text, random: text,
        "fatha, damma or kasra after each letter": lambda text, random: after_letters(text, "\u064e\u064f\u0650", random),
        "tatweel after one letter in three": lambda text, random: after_letters(text, ["\u0640", "", ""], random),
        "ZWNJ after one letter in three": lambda text, random: after_letters(text, ["\u200c", "", ""], random),
        "Persian yeh and kaf": lambda text, random: text.translate({0x064A: 0x06CC, 0x0643: 0x06A9}),
        "words shuffled": shuffled,
        "said twice": lambda text, random: f"{text} {text}",
    }

    def vectors(sentences):
        return corpus.encode(session, [tokenizer.encode(text).ids for text in sentences])

    english, arabic = vectors(texts["en"]), vectors(texts["ar"])
    print("damage\tmean cosine to the undamaged\tar-en by margin")
    for name, damage in damages.items():
        random = Random(DAMAGE_SEED)
        found = vectors([damage(text, random) for text in texts["ar"]])
        cosine = float((found * arabic).sum(axis=1).mean())
        print(name, f"{cosine:.3f}", "{:.1f} / {:.1f}".format(*top_1(ratio_margin(found @ english.T))), sep="\t")


def main():
    tasks = {
        "tokens": lambda: measure_tokens(paths, tokenizer),
        "retrieval": lambda: measure_retrieval(paths, tokenizer, session),
        "speed": lambda: measure_speed(*paths, tokenizer, session),
        "length": lambda: measure_length(*paths, tokenizer, session),
        "damage": lambda: measure_damage(*paths, tokenizer, session),
    }
    several = ("tokens", "retrieval")
    if len(sys.argv) < 3 or sys.argv[1] not in tasks or (sys.argv[1] not in several and len(sys.argv) > 3):
        sys.exit(__doc__)
    task, paths = sys.argv[1], sys.argv[2:]
    tokenizer = corpus.load_tokenizer(make_model.MODEL_FOLDER)
    session = corpus.session(make_model.MODEL_FOLDER / "model.onnx")
    tasks[task]()


if __name__ == "__main__":
    main()
