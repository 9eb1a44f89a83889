"""A real OpenAI-compatible server for the tests: llama.cpp on loopback, over a tiny model of random weights made on the spot.

What it says is nonsense; the wire is real. A random model is also the best adversary: nothing it says may come out as supported.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import numpy as np

WIDTH, HEADS, LAYERS, HIDDEN, VOCABULARY = 64, 4, 2, 128, 512


def make_model(path: Path, text: str) -> None:
    """Writes a model of two layers in GGUF: byte-level BPE trained on a text, weights drawn with a fixed seed.

    Args:
        path: of the file.
        text: what the tokenizer is trained on.
    """
    import gguf

    tokens, merges = _tokenizer(text)
    draw = np.random.default_rng(11)

    def weights(*shape: int) -> Any:
        return (draw.standard_normal(shape) * 0.4).astype(np.float32)

    out = gguf.GGUFWriter(str(path), "llama")
    out.add_context_length(4096)
    out.add_embedding_length(WIDTH)
    out.add_block_count(LAYERS)
    out.add_feed_forward_length(HIDDEN)
    out.add_head_count(HEADS)
    out.add_head_count_kv(HEADS)
    out.add_layer_norm_rms_eps(1e-5)
    out.add_rope_dimension_count(WIDTH // HEADS)
    out.add_tokenizer_model("gpt2")
    out.add_tokenizer_pre("gpt-2")
    out.add_token_list(tokens)
    out.add_token_types([gguf.TokenType.CONTROL if t in {"<s>", "</s>"} else gguf.TokenType.NORMAL for t in tokens])
    out.add_token_merges(merges)
    out.add_bos_token_id(tokens.index("<s>"))
    out.add_eos_token_id(tokens.index("</s>"))
    out.add_tensor("token_embd.weight", weights(len(tokens), WIDTH))
    out.add_tensor("output_norm.weight", np.ones(WIDTH, dtype=np.float32))
    last = weights(len(tokens), WIDTH)
    last[tokens.index("</s>")] *= 3  # it stops of itself now and then, well before the limit
    out.add_tensor("output.weight", last)
    for n in range(LAYERS):
        for name in ("attn_norm", "ffn_norm"):
            out.add_tensor(f"blk.{n}.{name}.weight", np.ones(WIDTH, dtype=np.float32))
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            out.add_tensor(f"blk.{n}.{name}.weight", weights(WIDTH, WIDTH))
        out.add_tensor(f"blk.{n}.ffn_gate.weight", weights(HIDDEN, WIDTH))
        out.add_tensor(f"blk.{n}.ffn_up.weight", weights(HIDDEN, WIDTH))
        out.add_tensor(f"blk.{n}.ffn_down.weight", weights(WIDTH, HIDDEN))
    out.write_header_to_file()
    out.write_kv_data_to_file()
    out.write_tensors_to_file()
    out.close()


def _tokenizer(text: str) -> tuple[list[str], list[str]]:
    """The tokens in the order of their numbers, and the merges."""
    import json

    from tokenizers import Tokenizer, models, pre_tokenizers, trainers

    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=["<s>", "</s>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    made.train_from_iterator([text], trainer)
    model = json.loads(made.to_str())["model"]
    tokens = sorted(model["vocab"], key=model["vocab"].get)
    return tokens, [m if isinstance(m, str) else " ".join(m) for m in model["merges"]]


class Server:
    """The server as a process on a free port of loopback; `close` ends it."""

    def __init__(self, model: Path, context: int = 2048) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/v1"
        self.log = model.with_suffix(".log")
        options = ["--model", str(model), "--host", "127.0.0.1", "--port", str(port), "--n_ctx", str(context)]
        options += ["--model_alias", "random", "--n_threads", "1", "--chat_format", "chatml"]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "llama_cpp.server", *options],
                stdout=log,
                stderr=log,
            )

    def wait(self, seconds: float = 60.0) -> None:
        """Returns once the server answers.

        Raises:
            RuntimeError: it ended, or did not answer in time; with the end of what it printed.
        """
        until = time.monotonic() + seconds
        while self._process.poll() is None and time.monotonic() < until:
            try:
                with urllib.request.urlopen(self.url + "/models", timeout=5):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                self._pause()
        raise RuntimeError(self.log.read_text(errors="replace")[-2000:])

    def _pause(self) -> None:
        """Waits a moment on the process itself, which wakes at once when it ends."""
        try:
            self._process.wait(0.2)
        except subprocess.TimeoutExpired:
            return

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(30)
