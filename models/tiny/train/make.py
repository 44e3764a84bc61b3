"""Makes the tiny sentence encoder of the Java tests. Usage: see README.md.

The model means nothing; it has every property that the manifest can declare and the default model lacks: token vectors
instead of a sentence vector (mean pooling), a third input, input names of its own, a prefix, a short length. Its padding
vectors are far from zero, so a pooling that forgets the mask gives other vectors, and its table of positions ends at the
manifest's length, so a batch that is longer fails.
"""

import argparse
import hashlib
import json
import pathlib
import re
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SEED = 20240406
DIMENSION = 16
MAX_TOKENS = 16
PREFIX = "query: "
PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
WORDS = """
query : . , ; ? ! ، ؛ ؟ « » - '
the minister met reporters in capital after talks on water a new bridge will open next year and river has risen
le ministre a rencontré les journalistes dans la capitale après des entretiens sur l eau un nouveau pont ouvrira an prochain
التقى الوزير الصحفيين في العاصمة بعد محادثات حول المياه جسر جديد سيفتح العام المقبل
"""
# One sentence a language, one with unknown words, and one that is longer than the model's 16 tokens.
SENTENCES = [
    "The minister met reporters in the capital.",
    "Le ministre a rencontré les journalistes dans la capitale.",
    "التقى الوزير الصحفيين في العاصمة.",
    "Nobody expected the river to rise!",
    "The minister met reporters in the capital after talks on water, and a new bridge will open on the river next year.",
]


def vocabulary():
    """Tokens in id order."""
    return [PAD, UNKNOWN, START, END, *dict.fromkeys(WORDS.split())]


def weights(size):
    """The weights by name, all float32; the old generator is used because its stream is frozen across numpy versions."""
    random = np.random.RandomState(SEED)

    def normal(*shape):
        return random.standard_normal(shape).astype(np.float32)

    return {
        "token": normal(size, DIMENSION),
        "position": normal(MAX_TOKENS, DIMENSION) * np.float32(0.3),
        "type": normal(2, DIMENSION),
        "weight": normal(DIMENSION, DIMENSION) * np.float32(0.4),
        "bias": normal(DIMENSION) * np.float32(0.2),
    }


def graph(arrays):
    """tanh((token + position + type) W + b) for each token: (batch, tokens) to (batch, tokens, 16)."""
    initializers = [numpy_helper.from_array(array, name) for name, array in arrays.items()]
    initializers += [numpy_helper.from_array(np.array([n], dtype=np.int64), f"at_{n}") for n in (0, 1, 2)]
    node = helper.make_node
    nodes = [
        node("Shape", ["ids"], ["shape"]),
        node("Slice", ["shape", "at_1", "at_2", "at_0"], ["length"]),
        node("Slice", ["position", "at_0", "length", "at_0"], ["positions"]),
        node("Gather", ["token", "ids"], ["tokens"]),
        node("Gather", ["type", "token_type_ids"], ["types"]),
        node("Add", ["tokens", "positions"], ["placed"]),
        node("Add", ["placed", "types"], ["typed"]),
        node("MatMul", ["typed", "weight"], ["product"]),
        node("Add", ["product", "bias"], ["affine"]),
        node("Tanh", ["affine"], ["unmasked"]),
        # The mask is a required input, as in the usual encoders; adding 3 to padding makes it show in a plain mean.
        node("Cast", ["mask"], ["mask_float"], to=TensorProto.FLOAT),
        node("Sub", ["one", "mask_float"], ["padding"]),
        node("Mul", ["padding", "three"], ["shift"]),
        node("Unsqueeze", ["shift", "at_2"], ["shift_column"]),
        node("Add", ["unmasked", "shift_column"], ["token_vectors"]),
    ]
    for name, number in (("one", 1), ("three", 3)):
        initializers.append(numpy_helper.from_array(np.array(number, dtype=np.float32), name))
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
        for name in ("ids", "mask", "token_type_ids")
    ]
    output = helper.make_tensor_value_info("token_vectors", TensorProto.FLOAT, ["batch", "tokens", DIMENSION])
    model = helper.make_model(
        helper.make_graph(nodes, "tiny", inputs, [output], initializers),
        producer_name="muwazi",
        opset_imports=[helper.make_opsetid("", 17)],
    )
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def tokenizer(tokens):
    """tokenizer.json: lower case, words and runs of punctuation, [CLS] and [SEP] around them."""
    ids = {token: i for i, token in enumerate(tokens)}

    def special(token):
        return {"SpecialToken": {"id": token, "type_id": 0}}

    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": ids[token],
                "content": token,
                "single_word": False,
                "lstrip": False,
                "rstrip": False,
                "normalized": False,
                "special": True,
            }
            for token in (PAD, UNKNOWN, START, END)
        ],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [special(START), {"Sequence": {"id": "A", "type_id": 0}}, special(END)],
            "pair": [
                special(START),
                {"Sequence": {"id": "A", "type_id": 0}},
                special(END),
                {"Sequence": {"id": "B", "type_id": 1}},
                {"SpecialToken": {"id": END, "type_id": 1}},
            ],
            "special_tokens": {t: {"id": t, "ids": [ids[t]], "tokens": [t]} for t in (START, END)},
        },
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": ids, "unk_token": UNKNOWN},
    }


def encode(sentence, tokens):
    """Ids of prefix and sentence, cut to the first window: [CLS], the first 14 tokens, [SEP]."""
    ids = {token: i for i, token in enumerate(tokens)}
    words = re.findall(r"\w+|[^\w\s]+", (PREFIX + sentence).lower())
    inner = [ids.get(word, ids[UNKNOWN]) for word in words]
    return [ids[START], *inner[: MAX_TOKENS - 2], ids[END]]


def expected_vector(ids, arrays):
    """Mean of the token vectors, scaled to length 1, in float64 and without ONNX."""
    exact = {name: array.astype(np.float64) for name, array in arrays.items()}
    summed = exact["token"][ids] + exact["position"][: len(ids)] + exact["type"][0]
    mean = np.tanh(summed @ exact["weight"] + exact["bias"]).mean(axis=0)
    return mean / np.linalg.norm(mean)


def manifest(folder):
    """The manifest as a dictionary, with size and checksum of the files in ``folder``."""
    files = []
    for name in ("model.onnx", "tokenizer.json"):
        content = (folder / name).read_bytes()
        files.append({"path": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()})
    return {
        "schema": 1,
        "name": "tiny",
        "kind": "sentence-encoder",
        "version": "1",
        "licence": "Apache-2.0",
        "source": "random weights, seed 20240406, models/tiny/train/make.py",
        "languages": ["ar", "en", "fr"],
        "dimension": DIMENSION,
        "maxTokens": MAX_TOKENS,
        "precision": "float32",
        "tokenizer": "tokenizer.json",
        "model": "model.onnx",
        "inputs": {"inputIds": "ids", "attentionMask": "mask", "tokenTypeIds": "token_type_ids"},
        "output": {"name": "token_vectors", "pooling": "mean"},
        "prefix": PREFIX,
        "files": files,
    }


def write_json(path, content):
    """Writes ``content`` as indented UTF-8 JSON, the same bytes on every system."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def check(folder, rows):
    """Compares the files with ``rows`` of (sentence, ids, vector): all in one padded batch. Returns the worst difference."""
    import onnxruntime
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(folder / "tokenizer.json"))
    loaded.enable_truncation(MAX_TOKENS)
    loaded.enable_padding(pad_id=0, pad_token=PAD)
    encodings = loaded.encode_batch([PREFIX + sentence for sentence, _, _ in rows])
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), providers=["CPUExecutionProvider"])
    mask = np.array([e.attention_mask for e in encodings])
    feeds = {
        "ids": np.array([e.ids for e in encodings]),
        "mask": mask,
        "token_type_ids": np.array([e.type_ids for e in encodings]),
    }
    (vectors,) = session.run(None, feeds)
    pooled = (vectors * mask[:, :, None]).sum(axis=1)
    pooled /= np.linalg.norm(pooled, axis=1, keepdims=True)
    for encoding, (sentence, ids, _) in zip(encodings, rows, strict=True):
        if encoding.ids[: len(ids)] != ids:
            sys.exit(f"tokenizer.json gives other ids than expected for: {sentence}")
    return max(float(np.abs(p - vector).max()) for p, (_, _, vector) in zip(pooled, rows, strict=True))


def main():
    here = pathlib.Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__)
    default = here.parents[2] / "src" / "test" / "resources" / "models" / "tiny"
    parser.add_argument("--out", type=pathlib.Path, default=default, help="folder to write into")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)

    tokens = vocabulary()
    arrays = weights(len(tokens))
    (out / "model.onnx").write_bytes(graph(arrays).SerializeToString(deterministic=True))
    write_json(out / "tokenizer.json", tokenizer(tokens))
    write_json(out / "manifest.json", manifest(out))

    rows = []
    for sentence in SENTENCES:
        ids = encode(sentence, tokens)
        rows.append((sentence, ids, expected_vector(ids, arrays)))
    lines = ["sentence\tids\tvector"]
    for sentence, ids, vector in rows:
        lines.append(f"{sentence}\t{' '.join(map(str, ids))}\t{' '.join(f'{v:.8f}' for v in vector)}")
    (out / "expected.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")

    worst = check(out, rows)
    print(f"largest difference between ONNX and the expected vectors: {worst:.1e} (limit 1e-6)")
    if worst > 1e-6:
        sys.exit(1)


if __name__ == "__main__":
    main()
