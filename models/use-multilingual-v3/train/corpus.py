"""Reading sentences and running the ONNX model over them, shared by the check and the measurements."""

import gzip
import pathlib

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

BATCH = 32


def read_rows(path):
    """Rows of a UTF-8 file of tab-separated columns, gzip or not, without a header. Lines end at LF only."""
    opener = gzip.open if pathlib.Path(path).suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def load_tokenizer(folder):
    """The tokenizer of a model folder, without truncation or padding."""
    return Tokenizer.from_file(str(pathlib.Path(folder) / "tokenizer.json"))


def session(model):
    """An ONNX Runtime session on one CPU thread over a file or its bytes."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    model = str(model) if isinstance(model, pathlib.Path) else model
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def padded(sequences, extra=0):
    """Inputs for lists of ids, padded with 0 to the longest, and by ``extra`` positions more."""
    length = max(map(len, sequences)) + extra
    ids = np.zeros((len(sequences), length), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = sequence
        mask[row, : len(sequence)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def batches(sequences):
    """Inputs in batches of ``BATCH``, shortest sequences first."""
    ordered = sorted(sequences, key=len)
    return [padded(ordered[i : i + BATCH]) for i in range(0, len(ordered), BATCH)]


def encode(run, sequences):
    """Vectors (n, 512) of lists of ids, in their order, computed in batches of similar length."""
    order = sorted(range(len(sequences)), key=lambda i: len(sequences[i]))
    vectors = [None] * len(sequences)
    for start in range(0, len(order), BATCH):
        part = order[start : start + BATCH]
        (found,) = run.run(None, padded([sequences[i] for i in part]))
        for i, vector in zip(part, found, strict=True):
            vectors[i] = vector
    return np.array(vectors)
