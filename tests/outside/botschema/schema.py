"""Holds what the bot asked against the Bot API's parameters as others, not we, wrote them down."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

JSON = dict[str, Any]
HERE = Path(__file__).parent
TYPES = "node_modules/@gramio/types/out"
GENERATE = ["node_modules/.bin/ts-json-schema-generator", "--path", f"{TYPES}/params.d.ts", "--type", "*"]
# In a ledger a file stands as its name and size.
FILE = {
    "type": "object",
    "properties": {"file_name": {"type": "string"}, "size": {"type": "integer"}},
    "required": ["file_name", "size"],
    "additionalProperties": False,
}


def schema(folder: Path) -> JSON:
    """The parameters of every method, made once in ``folder`` with Node and npm.

    ``definitions`` holds a JSON Schema for each ``<Method>Params``; ``bare`` names the methods without any.
    """
    made = folder / "schema.json"
    if not made.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, folder)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder, check=True)
        subprocess.run([*GENERATE, "--no-type-check", "--out", made.name], cwd=folder, check=True)
    read: JSON = json.loads(made.read_text())
    read["definitions"]["TelegramInputFile"] = FILE
    methods = (folder / TYPES / "methods.d.ts").read_text()
    return {**read, "bare": re.findall(r"(\w+): CallAPIWithoutParams", methods)}


def violations(schema: JSON, entries: Iterable[JSON]) -> list[str]:
    """What is wrong with the recorded requests, one line each; entries without a ``verb`` ask no method."""
    validators: dict[str, Draft7Validator] = {}
    wrong = []
    for number, entry in enumerate(entries, start=1):
        if method := entry.get("verb"):
            if method not in validators:
                validators[method] = _validator(schema, method)
            errors = validators[method].iter_errors(entry["body"])
            wrong += [f"{number} {'/'.join(map(str, [method, *each.path]))}: {each.message}" for each in errors]
    return wrong


def recorded(file: Path) -> list[JSON]:
    """The requests in a ledger's file, one object a line."""
    return [json.loads(line) for line in file.read_text().splitlines()]


def _validator(schema: JSON, method: str) -> Draft7Validator:
    name = f"{method[:1].upper()}{method[1:]}Params"
    if name in schema["definitions"]:
        return Draft7Validator({"$ref": f"#/definitions/{name}", "definitions": schema["definitions"]})
    # A method that nobody wrote down admits nothing.
    return Draft7Validator({"additionalProperties": False} if method in schema["bare"] else False)
