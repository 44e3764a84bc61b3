"""Vectors of multilingual-e5-small for the texts that the first batches draw: a second teacher beside the base (``learn.py --concat``).

usage: second.py DATA OUT MODELDIR [options of learn.py, those that decide which batches are drawn]

MODELDIR is what eval/rivals/e5-small/make writes. Writes OUT/second.npy, (texts, 384) float16, of unit length after the mean over all of them was taken
off (unrelated sentences have a cosine of .8 without that, and of 0 under the base); zeros for texts that are not drawn.
"""

import json
import pathlib
import sys

import numpy as np
import onnxruntime
import tokenizers

import learn

BATCH, LONGEST = 64, 128


def drawn(batches, steps):
    texts = set()
    for _ in range(steps):
        texts.update(i for row in next(batches.stream) for i in row[:2])
    return sorted(texts, key=lambda i: batches.lengths[i])


def main():
    data, out, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    sys.argv[1:] = [data, out, "--name", "second", *sys.argv[4:]]
    args = learn.arguments()
    batches = learn.Batches(args)
    texts = drawn(batches, args.steps)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / manifest["tokenizer"]))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding(pad_id=1, pad_token="<pad>")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = args.threads
    session = onnxruntime.InferenceSession(str(folder / manifest["model"]), options)
    names = {i.name for i in session.get_inputs()}
    vectors = np.zeros((len(batches.texts), 384), np.float32)
    for start in range(0, len(texts), BATCH):
        part = texts[start:start + BATCH]
        encoded = tokenizer.encode_batch([manifest.get("prefix", "") + batches.texts[i] for i in part])
        ids = np.array([e.ids for e in encoded], np.int64)
        mask = np.array([e.attention_mask for e in encoded], np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        found = session.run(None, {k: v for k, v in given.items() if k in names})[0]
        if found.ndim == 3:
            found = (found * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        vectors[part] = found / np.linalg.norm(found, axis=1, keepdims=True)
        if start // BATCH % 50 == 0:
            print(f"{start} of {len(texts)} texts", flush=True)
    vectors[texts] -= vectors[texts].mean(0)
    vectors[texts] /= np.linalg.norm(vectors[texts], axis=1, keepdims=True)
    np.save(args.out / "second.npy", vectors.astype(np.float16))


if __name__ == "__main__":
    main()
