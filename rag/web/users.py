"""Who may come in: a file of names and salted scrypt hashes, and a brake on guessing."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path

from rag.errors import SettingError, UserError
from rag.messages import cause

N, R, P = 2**15, 8, 1  # 32 MB and about 0.1 s for each try
MEMORY = 64 * 2**20
TRIES = 5  # wrong passwords per name, and per address, before waiting starts
LONGEST_WAIT = 900.0
REMEMBERED = 10_000


def hashed(password: str) -> str:
    """A password as a line of the users file keeps it: ``scrypt$N$r$p$salt$hash``."""
    salt = secrets.token_bytes(16)
    key = hashlib.scrypt(password.encode(), salt=salt, n=N, r=R, p=P, maxmem=MEMORY)
    return f"scrypt${N}${R}${P}${base64.b64encode(salt).decode()}${base64.b64encode(key).decode()}"


def matches(password: str, kept: str) -> bool:
    """Whether this is the password of a kept hash; takes as long when it is not."""
    _, n, r, p, salt, key = kept.split("$")
    made = hashlib.scrypt(password.encode(), salt=base64.b64decode(salt), n=int(n), r=int(r), p=int(p), maxmem=MEMORY)
    return hmac.compare_digest(made, base64.b64decode(key))


class Users:
    """The users of a server, from a file with one ``name:hash`` per line (# begins a remark); read again when it changes.

    Raises:
        SettingError: the file cannot be read, or a line is not name:hash.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.path = path
        self._clock = clock
        self._stamp = -1
        self._kept: dict[str, str] = {}
        self._wrong: dict[str, tuple[int, float]] = {}
        self._lock = threading.Lock()
        self._nobody = hashed(secrets.token_hex(8))
        if not self._read():
            raise SettingError("In {path} staat nog niemand. Voeg iemand toe: griffier user {path} NAAM", path=path)

    def _read(self) -> dict[str, str]:
        try:
            stamp = self.path.stat().st_mtime_ns
            if stamp != self._stamp:
                self._kept = _parsed(self.path.read_text(encoding="utf-8"), self.path)
                self._stamp = stamp
        except OSError as error:
            raise SettingError(
                "{path} kan niet worden gelezen ({why}). Verwacht: een bestand met gebruikers.",
                path=self.path,
                why=cause(error),
            ) from None
        return self._kept

    def known(self, name: str) -> bool:
        """Whether this name is still in the file."""
        return name in self._read()

    def wait(self, name: str, address: str) -> float:
        """Seconds this name or address has to wait before the next try; 0 when it may try now."""
        with self._lock:
            return max(0.0, *(self._wrong.get(key, (0, 0.0))[1] - self._clock() for key in (f"name {name}", f"from {address}")))

    def check(self, name: str, password: str, address: str) -> bool:
        """Whether name and password belong together. Every wrong try after the fifth doubles the wait for name and address."""
        right = matches(password, self._read().get(name, self._nobody)) and name in self._kept
        keys = (f"name {name}", f"from {address}")
        with self._lock:
            for key in keys:
                if right:
                    self._wrong.pop(key, None)
                    continue
                count = self._wrong.pop(key, (0, 0.0))[0] + 1
                wait = min(LONGEST_WAIT, 2.0 ** (count - TRIES + 1)) if count >= TRIES else 0.0
                self._wrong[key] = (count, self._clock() + wait)
            while len(self._wrong) > REMEMBERED:
                del self._wrong[next(iter(self._wrong))]
        return right


def _parsed(text: str, path: Path) -> dict[str, str]:
    kept = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, secret = line.strip().partition(":")
        parts = secret.split("$")
        try:
            if not name or len(parts) != 6 or parts[0] != "scrypt":
                raise ValueError(line)
            base64.b64decode(parts[4], validate=True), base64.b64decode(parts[5], validate=True)
            if int(parts[1]) > N * 4 or int(parts[2]) > R * 4 or int(parts[3]) > P * 4:
                raise ValueError(line)
        except (ValueError, binascii.Error):
            raise SettingError(
                "{path}, regel {number}, is geen gebruiker. Voeg er een toe met: griffier user {path} NAAM", path=path, number=number
            ) from None
        kept[name] = secret
    return kept


def add(path: Path, name: str, password: str) -> None:
    """Adds someone to a users file, or gives them another password. The file is readable by its owner only.

    Raises:
        UserError: the name or the password cannot be used, or the file cannot be written.
    """
    if not name or any(c in name for c in ":#\n\r") or len(name) > 100 or name != name.strip():
        raise UserError("Deze naam kan niet. Gebruik letters en cijfers, zonder dubbele punt.")
    if len(password) < 8:
        raise UserError("Dit wachtwoord is te kort. Neem minstens 8 tekens.")
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        kept = [line for line in lines if line.partition(":")[0] != name]
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write("\n".join([*kept, f"{name}:{hashed(password)}"]) + "\n")
    except OSError as error:
        raise UserError("{path} kan niet worden geschreven ({why}).", path=path, why=cause(error)) from None
