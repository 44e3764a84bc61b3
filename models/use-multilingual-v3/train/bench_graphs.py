"""Compares formulations of the graph on one thread: vectors equal, sentences a second. Usage: see README.md.

The forms that lost are kept here, so that the choice in ``build_model.py`` can be measured again on another machine or
another version of ONNX Runtime.
"""

import statistics
import sys
import time

import numpy as np
import onnxruntime
from onnx import numpy_helper

import build_model
import corpus
import make_model
from build_model import CHANNELS

ROUNDS = 9


def summed_window(graph, value, name, weight, bias, order, left):
    """One product with the weights of all offsets side by side; the offsets are then shifted into place and added."""
    beside = weight.reshape(order, CHANNELS, CHANNELS).transpose(1, 0, 2).reshape(CHANNELS, order * CHANNELS)
    product = graph.op("MatMul", [value, graph.constant(f"{name}_weight", beside)], f"{name}_product")
    parts = []
    for k, view in enumerate(build_model.shifted_views(graph, product, name, order, left)):
        inputs = [view, graph.int64(k * CHANNELS), graph.int64((k + 1) * CHANNELS), graph.int64(2)]
        parts.append(graph.op("Slice", inputs, f"{name}_offset_{k}"))
    return graph.op("Sum", [*parts, graph.constant(f"{name}_bias", bias)], name)


def convolved_window(graph, value, name, weight, bias, order, left):
    """A one-dimensional convolution, which wants the channels in front of the tokens."""
    kernel = weight.reshape(order, CHANNELS, CHANNELS).transpose(2, 1, 0)
    turned = graph.op("Transpose", [value], f"{name}_turned", perm=[0, 2, 1])
    inputs = [turned, graph.constant(f"{name}_kernel", kernel), graph.constant(f"{name}_bias", bias)]
    pads = [left, order - 1 - left]
    convolved = graph.op("Conv", inputs, f"{name}_convolved", kernel_shape=[order], pads=pads)
    return graph.op("Transpose", [convolved], name, perm=[0, 2, 1])


def gemm_window(graph, value, name, weight, bias, order, left):
    """Windows as rows of a matrix, so that the bias is part of the product (Gemm takes two axes only)."""
    views = build_model.shifted_views(graph, value, name, order, left)
    window = graph.op("Concat", views, f"{name}_window", axis=-1)
    rows = graph.op("Reshape", [window, graph.int64(-1, order * CHANNELS)], f"{name}_rows")
    inputs = [rows, graph.constant(f"{name}_weight", weight), graph.constant(f"{name}_bias", bias)]
    product = graph.op("Gemm", inputs, f"{name}_product")
    return graph.op("Reshape", [product, graph.op("Shape", [value], f"{name}_shape")], name)


def fused_layer_norm(graph, value, name, gain, bias, epsilon):
    """Layer normalisation over the last axis as one node."""
    inputs = [value, graph.constant(f"{name}_gain", gain), graph.constant(f"{name}_bias", bias)]
    return graph.op("LayerNormalization", inputs, name, axis=-1, epsilon=epsilon)


def float_table(model):
    """The same model with the embedding table as float32, which shows what the 8-bit table costs in speed."""
    arrays = {i.name: i for i in model.graph.initializer}
    steps = numpy_helper.to_array(arrays["embedding_table"])
    chunk = np.arange(len(steps)) % build_model.CHUNKS
    scale, offset = (numpy_helper.to_array(arrays[f"chunk_{part}"])[chunk, None] for part in ("scale", "offset"))
    arrays["embedding_table"].CopyFrom(numpy_helper.from_array(steps * scale + offset, "embedding_table"))
    unused = {"chunk", "chunk_column", "scale", "offset", "steps", "scaled", "embedding"}
    kept = [node for node in model.graph.node if node.name not in unused]
    next(node for node in kept if node.name == "quantised").output[0] = "embedding"
    del model.graph.node[:]
    model.graph.node.extend(kept)
    inputs = {name for node in kept for name in node.input}
    used = [initializer for initializer in model.graph.initializer if initializer.name in inputs]
    del model.graph.initializer[:]
    model.graph.initializer.extend(used)
    return model


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: bench_graphs.py FILE.tsv.gz (parallel sentences, one language a column)")
    weights, pieces = make_model.read_sources()
    sentences = [text for row in corpus.read_rows(sys.argv[1])[:320] for text in row if text]
    tokenizer = corpus.load_tokenizer(make_model.MODEL_FOLDER)
    batches = corpus.batches([tokenizer.encode(text).ids for text in sentences])
    tokens = sum(int(batch["attention_mask"].sum()) for batch in batches)
    mean = tokens / len(sentences)
    print(f"{len(sentences)} sentences, {mean:.1f} pieces on average, onnxruntime {onnxruntime.__version__}")

    forms = {
        "concatenated windows (chosen)": {},
        "concatenated windows, layer norm as one node": {"layer_norm": fused_layer_norm},
        "concatenated windows, Gemm": {"window_layer": gemm_window},
        "shifted products, summed": {"window_layer": summed_window},
        "convolution": {"window_layer": convolved_window},
    }
    models = {name: build_model.build(weights, len(pieces.pieces), **options) for name, options in forms.items()}
    models["float32 table"] = float_table(build_model.build(weights, len(pieces.pieces)))
    sessions = {name: corpus.session(model.SerializeToString()) for name, model in models.items()}
    reference = sessions["concatenated windows (chosen)"].run(None, batches[-1])[0]

    # Rounds are interleaved, so that a busy minute of the machine hits all forms alike.
    seconds = {name: [] for name in sessions}
    for _ in range(ROUNDS):
        for name, session in sessions.items():
            start = time.process_time()
            for batch in batches:
                session.run(None, batch)
            seconds[name].append(time.process_time() - start)
    print("form\tsentences/s, median\tbest\tlargest difference of a component")
    for name, session in sessions.items():
        difference = np.abs(session.run(None, batches[-1])[0] - reference).max()
        median, best = statistics.median(seconds[name]), min(seconds[name])
        print(f"{name}\t{len(sentences) / median:.0f}\t{len(sentences) / best:.0f}\t{difference:.1e}")


if __name__ == "__main__":
    main()
