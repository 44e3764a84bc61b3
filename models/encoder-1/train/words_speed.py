"""What the output of words costs: sentences a CPU second of two models, one thread, the same batches in turn.

usage: words_speed.py STORIES WITHOUT WITH   folders of the stories (eval/stories) and of the two models
"""

import pathlib
import statistics
import sys
import time

import numpy as np
import onnxruntime
import tokenizers

ROUNDS = 5
# Tokens of a batch, padding included, as OnnxSentenceEncoder has them.
BATCH_TOKENS = 512


def session(folder):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(folder / "model.onnx", options, providers=["CPUExecutionProvider"])


def batches(sequences):
    """Sequences of like length as the inputs of the graph."""
    order, found = sorted(sequences, key=len, reverse=True), []
    while order:
        rows = max(1, BATCH_TOKENS // len(order[0]))
        part, order = order[:rows], order[rows:]
        ids, mask = (np.zeros((len(part), len(part[0])), np.int64) for _ in range(2))
        for row, sequence in enumerate(part):
            ids[row, :len(sequence)], mask[row, :len(sequence)] = sequence, 1
        found.append({"input_ids": ids, "attention_mask": mask})
    return found


def main():
    stories, without, with_words = (pathlib.Path(a) for a in sys.argv[1:4])
    tokenizer = tokenizers.Tokenizer.from_file(str(without / "tokenizer.json"))
    lines = [line for file in sorted(stories.glob("*/*.sentences.tsv")) for line in file.read_text(encoding="utf-8").splitlines()]
    given = batches([tokenizer.encode(line.split("\t", 1)[1]).ids for line in lines])
    plain, words = session(without), session(with_words)
    ways = {"without": (plain, None), "with, sentences alone asked for": (words, ["sentence_embedding"]), "with": (words, None)}
    seconds = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, (model, outputs) in ways.items():
            started = time.process_time()
            for feed in given:
                model.run(outputs, feed)
            seconds[name].append(time.process_time() - started)
    for name, rounds in seconds.items():
        middle = statistics.median(rounds)
        print(f"{name}\t{len(lines) / middle:.0f} sentences a CPU second\t{statistics.median(seconds['without']) / middle:.3f}")


if __name__ == "__main__":
    main()
