"""Where settings come from: the defaults, the forum's file, a folder of secrets, the environment; the last wins."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PREFIX = "FORUMBOT_"
# The one name with the prefix that is no setting: where the secrets are kept.
SECRETS = "FORUMBOT_SECRETS"
DEFAULTS = Path(__file__).with_name("defaults.toml")

Name = tuple[str, ...]


@dataclass
class Layer:
    """One source's settings as nested tables, where each was set, and what could not be read at all."""

    tables: dict[str, Any] = field(default_factory=dict)
    origins: dict[Name, str] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    def value(self, name: Name) -> Any:
        """What is set under this name; None where nothing is."""
        found: Any = self.tables
        for part in name:
            found = found.get(part) if isinstance(found, Mapping) else None
        return found

    def where(self, name: Name) -> list[str]:
        """Where this setting, or something within it, or what it lies in, was set."""
        return list(dict.fromkeys(place for at, place in self.origins.items() if _related(at, name)))

    def put(self, name: Name, value: Any, place: str) -> None:
        """Set one value; a mistake where a name is both a setting and a section."""
        table = self.tables
        for part in name[:-1]:
            table = table.setdefault(part, {})
            if not isinstance(table, dict):
                self.mistakes.append(f"{'.'.join(name)}, set in {place}: {part} is also set as a single value")
                return
        if isinstance(table.get(name[-1]), dict):
            self.mistakes.append(f"{'.'.join(name)}, set in {place}: settings within it are set apart, too")
            return
        table[name[-1]] = value
        self.origins[name] = place


def gather(file: Path | None, environ: Mapping[str, str]) -> list[Layer]:
    """All layers of one forum, the weakest first."""
    return [from_toml(DEFAULTS, "the defaults"), *_own(file), _secrets(file, environ), _environment(environ)]


def from_toml(file: Path, place: str) -> Layer:
    """A settings file's layer; a file that cannot be read is a mistake, said without quoting it."""
    layer = Layer()
    try:
        layer.tables = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        layer.mistakes.append(f"{place}: there is no such file")
    except UnicodeDecodeError:
        layer.mistakes.append(f"{place}: expected UTF-8 text")
    except OSError as error:
        layer.mistakes.append(f"{place}: cannot be read ({error.strerror})")
    except tomllib.TOMLDecodeError as error:
        layer.mistakes.append(f"{place}: expected TOML, which it is not{_position(error)}")
    layer.origins = dict.fromkeys(_leaves(layer.tables), place)
    return layer


def _own(file: Path | None) -> list[Layer]:
    return [from_toml(file, str(file))] if file else []


def _secrets(file: Path | None, environ: Mapping[str, str]) -> Layer:
    """One file a setting, named as in the environment without the prefix: `telegram__token`."""
    layer = Layer()
    named = environ.get(SECRETS)
    folder = Path(named) if named else (file.parent if file else Path()) / "secrets"
    if not folder.is_dir():
        layer.mistakes += [f"{SECRETS}: expected a folder that exists"] if named else []
        return layer
    for one in sorted(folder.iterdir()):
        if one.name.startswith(".") or not one.is_file():
            continue
        try:
            layer.put(_name(one.name), one.read_text(encoding="utf-8").strip(), f"the secrets folder's {one.name}")
        except (OSError, UnicodeDecodeError):
            layer.mistakes.append(f"the secrets folder's {one.name}: cannot be read as UTF-8 text")
    return layer


def _environment(environ: Mapping[str, str]) -> Layer:
    layer = Layer()
    for variable in sorted(environ):
        if variable.startswith(PREFIX) and variable != SECRETS:
            layer.put(_name(variable.removeprefix(PREFIX)), _parsed(environ[variable]), variable)
    return layer


def _name(text: str) -> Name:
    return tuple(text.lower().split("__"))


def _parsed(text: str) -> Any:
    """Lists and tables are written in the environment as TOML writes them; all else is text."""
    if not text.startswith(("[", "{")):
        return text
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _position(error: tomllib.TOMLDecodeError) -> str:
    # The parser's own words may quote the file; its position in brackets does not.
    _, bracket, position = str(error).rpartition(" (at ")
    return f" (at {position}" if bracket else ""


def _leaves(table: Mapping[str, Any], above: Name = ()) -> Iterator[Name]:
    for key, value in table.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, (*above, key))
        else:
            yield (*above, key)


def _related(one: Name, other: Name) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]
