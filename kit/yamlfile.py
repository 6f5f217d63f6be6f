"""Reading YAML into typed structs, with errors that name file, line, path and what was expected."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from kit.errors import InputError, nearest

T = TypeVar("T")

WORDS = {
    "object": "a mapping (name: value)",
    "array": "a list",
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
    "date": "a date",
    "datetime": "a date",
}
"""What the kinds of values are called in an error."""


SHOWN = 80
"""Letters of a name that is quoted."""


class _Loader(yaml.SafeLoader):
    """Also refuses a name that stands twice in one mapping: the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                problem = f"{key.value!r} is here twice; remove one"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


def load(path: Path, type_: type[T]) -> T:
    """Read one YAML file.

    Raises:
        InputError: ``<file>:<line>: <path>: <what was expected>; <nearest valid name>``.
    """
    text = read_whole(path)
    try:
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader that knows more mistakes
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = f":{mark.line + 1}" if mark else ""
        message = f"{path}{line}: this is not valid YAML: {error.problem}"
        raise InputError(message) from error
    except yaml.reader.ReaderError as error:
        n, odd = text.count("\n", 0, error.position) + 1, ord(text[error.position])
        message = f"{path}:{n}: the character U+{odd:04X} may not be here; remove it"
        raise InputError(message) from error
    except RecursionError as error:
        message = f"{path}: this is not valid YAML: lists or mappings stand too deep in one another"
        raise InputError(message) from error
    try:
        return msgspec.convert(data, type_)
    except msgspec.ValidationError as error:
        raise InputError(explain(error, type_, f"{path}", text)) from error


def explain(error: msgspec.ValidationError, type_: Any, place: str, text: str = "") -> str:
    """Turn a validation error into one sentence with line, path and the nearest valid name."""
    problem, _, where = str(error).partition(" - at `$")
    where = where.rstrip("`").lstrip(".")
    line = _line(text, where, problem)
    hint = ""
    unknown = re.search(r"unknown field `(\w+)`", problem)
    if unknown:
        hint = "; " + nearest(unknown[1], _fields(type_, where))
    invalid = re.search(r"Invalid enum value '(.*)'", problem)
    if invalid:
        hint = "; " + nearest(invalid[1], _choices(type_, where))
    spot = f"{place}:{line}" if line else place
    where = where.replace("[...]", "")  # the values of a mapping: msgspec does not say under which name
    return ": ".join(one for one in (spot, where, _in_words(problem) + hint) if one)


def _in_words(problem: str) -> str:
    """Say what msgspec found in words for people who write YAML, not Python."""
    problem = re.sub(r"^Object contains (unknown field)", r"\1", problem)
    problem = re.sub(r"^Object missing required field (`\w+`)", r"the field \1 is missing", problem)
    problem = re.sub(r"^Invalid enum value ('.*')", r"\1 is not one of the choices", problem)
    kind = r"`([^`]+)`"
    found = re.match(f"^Expected {kind}, got {kind}$", problem)
    if not found:
        return problem[0].lower() + problem[1:]
    wanted, got = (" or ".join(WORDS.get(one, one) for one in each.split(" | ")) for each in found.groups())
    quotes = "; put it between quotes" if "text" in wanted and re.search("number|date|true", got) else ""
    return f"expected {wanted}, got {got}{quotes}"


def inside(folder: Path, name: str) -> Path:
    """Return the path of a file that a YAML file in ``folder`` names.

    Raises:
        InputError: It is not there, or lies outside the folder.
    """
    path = folder / name
    try:
        outside = not path.resolve().is_relative_to(folder.resolve())
        if not outside and name and path.is_file():
            return path
        a_folder = path.is_dir()
    except (OSError, ValueError) as error:  # thousands of letters, or a character that no file has
        message = f"{name[:SHOWN]!r}: a file can't have this name; give the name of one in this folder"
        raise InputError(message) from error
    if not name:
        message = "this is empty; give the name of a file in this folder"
    elif outside:
        message = f"the file {name!r} lies outside this folder; put it inside"
    elif a_folder:
        message = f"{name!r} is a folder; give the name of a file in it"
    else:
        message = f"{name!r}: there is no such file; {nearest(name, _files(folder, path))}"
    raise InputError(message)


def _files(folder: Path, path: Path) -> list[str]:
    """Return the files beside one that is not there, with its ending."""
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    found = (one for one in beside if one.suffix == path.suffix and one.is_file())
    return [one.relative_to(folder).as_posix() for one in found]


def read_text(path: Path) -> str:
    """Return what a text file holds.

    Raises:
        InputError: It can't be read, or is not UTF-8.
    """
    return read_whole(path).strip()


def read_whole(path: Path) -> str:
    """Return the same with the white space around it, so that lines can be counted.

    Raises:
        InputError: It can't be read, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")  # Notepad puts a mark first
    except OSError as error:
        message = f"{path}: can't be read: {error.strerror}"
        raise InputError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path}: is not UTF-8 text (byte {error.start}); save it as UTF-8"
        raise InputError(message) from error


class Lines:
    """The lines of a YAML text that paths such as ``steps[2].settings`` lead to."""

    def __init__(self, text: str) -> None:
        """Read the text, which must be valid YAML."""
        self._root = yaml.compose(text, Loader=yaml.SafeLoader)

    @classmethod
    def of_file(cls, path: Path) -> Lines:
        """Read a file."""
        return cls(read_whole(path))

    def line(self, where: str, field: str = "") -> int | None:
        """Return the line that a path leads to, as far as it can be followed; of a ``field`` of that."""
        node, line = self._root, None
        for name, index in re.findall(r"([\w-]+|\[\.\.\.\])|\[(\d+)\]", where):
            child = _child(node, name, index)
            if child is None:
                break
            node, line = child
        if field and (child := _child(node, field, "")):
            line = child[1]
        return line


def _line(text: str, where: str, problem: str) -> int | None:
    """Find the line of a path that msgspec names, and of the unknown field that it stumbled over."""
    if not text:
        return None
    key = re.search(r"unknown field `(\w+)`", problem)
    return Lines(text).line(where, key[1] if key else "")


def _child(node: yaml.Node | None, name: str, index: str) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.SequenceNode) and index and int(index) < len(node.value):
        item = node.value[int(index)]
        return item, item.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == name:
                return value, key.start_mark.line + 1
    return None


def _type_at(type_: Any, where: str) -> msgspec.inspect.Type | None:
    """Return the msgspec type that stands at a path, or None when the path leaves the structs."""
    found: msgspec.inspect.Type = msgspec.inspect.type_info(type_)
    for name in re.findall(r"\w+(?!\])", re.sub(r"\[[^\]]*\]", "", where)):
        found = _inside(found)
        if not isinstance(found, msgspec.inspect.StructType):
            return None
        fields = {field.encode_name: field.type for field in found.fields}
        if name not in fields:
            return None
        found = fields[name]
    return _inside(found)


def _inside(type_: msgspec.inspect.Type) -> msgspec.inspect.Type:
    if isinstance(type_, msgspec.inspect.ListType):
        return _inside(type_.item_type)
    if isinstance(type_, msgspec.inspect.UnionType):
        told = (msgspec.inspect.StructType, msgspec.inspect.LiteralType)
        return next((one for one in type_.types if isinstance(one, told)), type_)
    return type_


def _fields(type_: Any, where: str) -> list[str]:
    found = _type_at(type_, where)
    return [one.encode_name for one in found.fields] if isinstance(found, msgspec.inspect.StructType) else []


def _choices(type_: Any, where: str) -> list[str]:
    found = _type_at(type_, where)
    return [str(one) for one in found.values] if isinstance(found, msgspec.inspect.LiteralType) else []
