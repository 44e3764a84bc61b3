"""Adds the vectors of words to a graph that ``models/use-multilingual-v3/train/build_model.py`` built.

The encoder's normalised features of a piece (1280 numbers: its own vector and three windows around it) are mapped by one matrix to the
vector of the piece. ``words.py`` learns the matrix.

usage: words_graph.py FROM TO features|embedding   writes a rival for eval/run words: the features themselves, or the pieces' own vectors
"""

import hashlib
import json
import pathlib
import shutil
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OUTPUT = "word_vectors"
FEATURES = "feature_norm"
# What a rival gives in place of learned vectors, and its size.
RIVALS = {"features": (FEATURES, 1280), "embedding": ("embedding", 512)}


def add_word_vectors(model, weight, bias):
    """Adds the output ``word_vectors``, float32 (batch, tokens, dimension): one vector a piece, not of unit length.

    What stands at padding and at the marks around a sentence means nothing. The nodes of the first output stay as they are; an output
    of words from before is replaced.

    :param model: ONNX model of ``build_model.build``; it is changed and returned
    :param weight: (1280, dimension)
    :param bias: (dimension,)
    """
    _prepare(model, FEATURES)
    # The matrix in half precision: with the table it has to stay below 80 MB.
    for name, array, precision in (("word_weight", weight, np.float16), ("word_bias", bias, np.float32)):
        model.graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(array, dtype=precision), name))
    model.graph.node.append(helper.make_node("Cast", ["word_weight"], ["word_matrix"], name="word_matrix", to=TensorProto.FLOAT))
    model.graph.node.append(helper.make_node("MatMul", [FEATURES, "word_matrix"], ["word_product"], name="word_product"))
    model.graph.node.append(helper.make_node("Add", ["word_product", "word_bias"], [OUTPUT], name=OUTPUT))
    return _finished(model, weight.shape[1])


def add_values(model, value, dimension):
    """Adds an output of the same name that is a value of the graph as it is: what learned vectors are compared with."""
    _prepare(model, value)
    model.graph.node.append(helper.make_node("Identity", [value], [OUTPUT], name=OUTPUT))
    return _finished(model, dimension)


def _prepare(model, value):
    graph = model.graph
    if not any(value in node.output for node in graph.node):
        raise ValueError(f"the graph has no value {value}")
    for parts, names in ((graph.node, ("word_matrix", "word_product", OUTPUT)), (graph.initializer, ("word_weight", "word_bias")), (graph.output, (OUTPUT,))):
        for part in [p for p in parts if p.name in names]:
            parts.remove(part)


def _finished(model, dimension):
    model.graph.output.append(helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["batch", "tokens", dimension]))
    onnx.checker.check_model(model)
    return model


def write(model, source, target, dimension):
    """Writes the model into the folder ``target`` with tokenizer and manifest of ``source``, which may be the same folder."""
    target.mkdir(parents=True, exist_ok=True)
    manifest = json.loads((source / "manifest.json").read_text(encoding="utf-8"))
    if source.resolve() != target.resolve():
        for entry in manifest["files"]:
            if entry["path"] != manifest["model"]:
                shutil.copyfile(source / entry["path"], target / entry["path"])
    content = model.SerializeToString(deterministic=True)
    (target / manifest["model"]).write_bytes(content)
    for entry in manifest["files"]:
        if entry["path"] == manifest["model"]:
            entry.update(bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
    described = {}
    for field, value in manifest.items():
        if field != "words":
            described[field] = value
        if field == "output":
            described["words"] = {"name": OUTPUT, "dimension": dimension}
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    (target / "manifest.json").write_text(text, encoding="utf-8", newline="\n")


def main():
    if len(sys.argv) != 4 or sys.argv[3] not in RIVALS:
        sys.exit(__doc__)
    source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    value, dimension = RIVALS[sys.argv[3]]
    write(add_values(onnx.load(source / "model.onnx"), value, dimension), source, target, dimension)


if __name__ == "__main__":
    main()
