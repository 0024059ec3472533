"""Every sentence that the program can say of a failure, found in its source.

A sentence is what an exception, a `Rejection` or a caution is made with. Values inside become
holes. Where a function only passes a parameter on into a sentence, its callers' words count; where
a sentence asks a function for words, what that function returns counts.
"""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Function = ast.FunctionDef
ROOMS = ("sources", "store", "vocabulary", "refresh", "worklist", "commands")
SINGLE = ("errors.py", "handwritten.py", "journal/reading.py")
"""Modules of other rooms that speak to the staff."""
SPOKEN_ELSEWHERE = {"commands/search.py", "commands/show.py"}
"""Commands whose errors are not part of the staff's letter."""
WORDS = {"Rejection": (2, "reason"), "Caution": (3, "detail"), "warn": (2, "detail")}


@dataclass(frozen=True)
class Hole:
    """A value in a sentence; `parameter` where it is handed to the function that speaks."""

    parameter: str | None = None


Sentence = tuple[str | Hole, ...]
HOLE: frozenset[Sentence] = frozenset({(Hole(),)})


@dataclass
class Module:
    name: str
    tree: ast.Module
    functions: list[Function] = field(default_factory=list)
    constants: dict[str, ast.expr] = field(default_factory=dict)
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef):
                self.functions.append(node)
            elif isinstance(node, ast.ImportFrom):
                for name in node.names:
                    self.imports[name.asname or name.name] = (node.module or "", name.name)
        for node in self.tree.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
                self.constants[node.target.id] = node.value

    def named(self, name: str) -> list[Function]:
        return [function for function in self.functions if function.name == name]


class Source:
    """The modules of the rooms that can speak."""

    def __init__(self, package: Path) -> None:
        self.modules: dict[str, Module] = {}
        self._open: list[ast.expr] = []
        self.errors = {n for n in dir(builtins) if n.endswith("Error")}
        files = [
            *(file for name in SINGLE if (file := package / name).exists()),
            *(f for room in ROOMS for f in (package / room).rglob("*.py")),
        ]
        for file in files:
            below = file.relative_to(package)
            if below.as_posix() in SPOKEN_ELSEWHERE:
                continue
            name = ".".join((package.name, *below.with_suffix("").parts)).removesuffix(".__init__")
            self.modules[name] = Module(name, ast.parse(file.read_text(encoding="utf-8")))
        classes = [
            node
            for module in self.modules.values()
            for node in ast.walk(module.tree)
            if isinstance(node, ast.ClassDef)
        ]
        for _ in range(4):  # as deep as the errors derive from each other
            for node in classes:
                if any(
                    isinstance(b, ast.Name) and b.id in {*self.errors, "Exception"}
                    for b in node.bases
                ):
                    self.errors.add(node.name)

    @cached_property
    def sentences(self) -> frozenset[Sentence]:
        """Those with words of the program in them; values alone are left out."""
        found = {said for *_, sentences in self._sites(self._speakers) for said in sentences}
        return frozenset(said for said in found if _has_words(said))

    @cached_property
    def labels(self) -> frozenset[Sentence]:
        """What readers call themselves."""
        found: set[Sentence] = set()
        for module, function in self._functions():
            for node in ast.walk(function):
                if (
                    isinstance(node, ast.Assign)
                    and isinstance(target := node.targets[0], ast.Attribute)
                    and target.attr == "label"
                ):
                    found |= self._read(node.value, module, function)
        return frozenset(found)

    @cached_property
    def _speakers(self) -> dict[tuple[str, str], set[str]]:
        """The parameters of functions that end up in a sentence, by module and function."""
        speakers: dict[tuple[str, str], set[str]] = {}
        while True:
            before = sum(map(len, speakers.values()))
            for module, function, sentences in list(self._sites(speakers)):
                for sentence in sentences:
                    names = {part.parameter for part in sentence if isinstance(part, Hole)}
                    handed = {name for name in names if name is not None}
                    speakers.setdefault((module.name, function.name), set()).update(handed)
            if sum(map(len, speakers.values())) == before:
                return speakers

    def _sites(
        self, speakers: dict[tuple[str, str], set[str]]
    ) -> Iterator[tuple[Module, Function, frozenset[Sentence]]]:
        for module, function in self._functions():
            for node in ast.walk(function):
                if isinstance(node, ast.Call):
                    for words in self._words(node, module, speakers):
                        yield module, function, self._read(words, module, function)

    def _functions(self) -> Iterator[tuple[Module, Function]]:
        for module in self.modules.values():
            for function in module.functions:
                yield module, function

    def _words(
        self, call: ast.Call, module: Module, speakers: dict[tuple[str, str], set[str]]
    ) -> Iterator[ast.expr]:
        """The arguments of a call that are said."""
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        keywords = {keyword.arg: keyword.value for keyword in call.keywords}
        if name in self.errors:
            yield from call.args[:1]
            yield from (keywords[key] for key in ("message", "remedy") if key in keywords)
        elif name in WORDS:
            position, keyword = WORDS[name]
            yield from call.args[position : position + 1]
            yield from (keywords[keyword],) if keyword in keywords else ()
        for home, function in self._callees(name, module):
            names = [argument.arg for argument in function.args.args if argument.arg != "self"]
            arguments = dict(zip(names, call.args, strict=False)) | keywords
            for spoken in speakers.get((home.name, function.name), ()):
                if spoken in arguments:
                    yield arguments[spoken]

    def _callees(self, name: str, module: Module) -> list[tuple[Module, Function]]:
        origin, original = module.imports.get(name, ("", ""))
        home = self.modules.get(origin)
        if home is not None:
            return [(home, function) for function in home.named(original)]
        return [(module, function) for function in module.named(name)]

    def _read(self, node: ast.expr, module: Module, function: Function) -> frozenset[Sentence]:
        """All that an expression can be, as sentences with holes."""
        if node in self._open:  # a variable made from itself: its other values are read
            return frozenset()
        self._open.append(node)
        try:
            return self._read_open(node, module, function)
        finally:
            self._open.pop()

    def _read_open(self, node: ast.expr, module: Module, function: Function) -> frozenset[Sentence]:
        def read(part: ast.expr) -> frozenset[Sentence]:
            return self._read(part, module, function)

        match node:
            case ast.Constant(value=str(text)):
                return frozenset({(text,)})
            case ast.JoinedStr(values=values):
                return _joined(read(value) for value in values)
            case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
                return read(value)
            case ast.BinOp(op=ast.Add(), left=left, right=right):
                return _joined((read(left), read(right)))
            case ast.IfExp(body=body, orelse=orelse):
                return read(body) | read(orelse)
            case ast.Name(id=name):
                return self._read_name(name, module, function)
            case ast.Call(func=ast.Name(id="clean_line" | "str"), args=[first, *_]):
                return read(first)
            case ast.Call(func=ast.Name(id=name)) if callees := self._callees(name, module):
                return frozenset[Sentence]().union(*(self._returned(*one) for one in callees))
        return HOLE

    def _read_name(self, name: str, module: Module, function: Function) -> frozenset[Sentence]:
        if any(argument.arg == name for argument in _parameters(function)):
            return frozenset({(Hole(name),)})
        assigned = [
            node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign)
            and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
        ]
        if assigned:
            return frozenset[Sentence]().union(*(self._read(v, module, function) for v in assigned))
        if name in module.constants:
            return self._read(module.constants[name], module, function)
        origin, original = module.imports.get(name, ("", ""))
        home = self.modules.get(origin)
        if home and original in home.constants:
            return self._read(home.constants[original], home, function)
        return HOLE

    def _returned(self, module: Module, function: Function) -> frozenset[Sentence]:
        """What a function returns; its own parameters are values to whoever asks it."""
        returns = [n.value for n in ast.walk(function) if isinstance(n, ast.Return) and n.value]
        found = (said for node in returns for said in self._read(node, module, function))
        return frozenset(
            tuple(Hole() if isinstance(part, Hole) else part for part in said) for said in found
        )


def _parameters(function: Function) -> list[ast.arg]:
    return [*function.args.args, *function.args.kwonlyargs]


def _joined(parts: Iterable[frozenset[Sentence]]) -> frozenset[Sentence]:
    return frozenset(sum(choice, ()) for choice in product(*parts))


def _has_words(sentence: Sentence) -> bool:
    """Whether it is more than values and the name of a field."""
    words = [part for part in sentence if isinstance(part, str)]
    letters = any(char.isalpha() for part in words for char in part)
    return letters and (len(sentence) > 1 or " " in "".join(words))


def sample(sentence: Sentence) -> str:
    """The sentence with a number in each of its holes."""
    return "".join(
        part if isinstance(part, str) else str(70 + place) for place, part in enumerate(sentence)
    )
