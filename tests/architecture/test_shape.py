"""The shape of the code: where imports may point, what a package's `__init__` holds, what a class is."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT_INIT = Path("src/goodoffices/__init__.py")
CORE = ("reports", "statements", "case", "models", "findings", "brief")
RULED_OUT = {
    *("util", "utils", "helper", "helpers", "common", "misc", "core", "base"),
    *("manager", "handler", "handlers", "service", "services", "old", "v2"),
}
OUTSIDE = {
    *("asyncio", "concurrent", "ctypes", "ftplib", "glob", "http", "logging", "multiprocessing", "os"),
    *("pathlib", "random", "secrets", "shutil", "signal", "socket", "sqlite3", "subprocess", "sys"),
    *("tempfile", "threading", "time", "urllib", "uuid", "getpass", "platform", "locale"),
}
"""Modules of the standard library that reach files, network, clock, environment, log or chance."""
EXCUSED = {("silence.py", "logging")}
"""Turns off what reading libraries write to the log, so that it is the opposite of logging."""


def in_source(trees: Mapping[Path, ast.Module]) -> dict[Path, ast.Module]:
    """Return the modules of the package."""
    found = {path: tree for path, tree in trees.items() if path.parts[:2] == ("src", "goodoffices")}
    assert len(found) > 100
    return found


def in_core(trees: Mapping[Path, ast.Module]) -> dict[Path, ast.Module]:
    """Return the modules of the stages that must touch nothing."""
    return {path: tree for path, tree in in_source(trees).items() if path.parts[2] in CORE}


def imported(tree: ast.Module) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Yield each import with its line, its module and the names taken from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield node.lineno, module, tuple(alias.name for alias in node.names)


def statements(tree: ast.Module) -> list[ast.stmt]:
    """Return what a module holds beside its docstring."""
    return tree.body[1:] if ast.get_docstring(tree) is not None else tree.body


def test_package_inits_hold_only_a_docstring(trees: Mapping[Path, ast.Module]) -> None:
    """Each package says in one docstring what it is, and its `__init__` holds nothing else."""
    inits = {path: tree for path, tree in in_source(trees).items() if path.name == "__init__.py"}
    assert [path for path, tree in inits.items() if not ast.get_docstring(tree)] == []
    assert [path for path, tree in inits.items() if statements(tree) and path != ROOT_INIT] == []


def test_root_init_exports_nothing_but_the_version(trees: Mapping[Path, ast.Module]) -> None:
    """The top package holds its version and nothing else."""
    (only,) = statements(trees[ROOT_INIT])
    assert isinstance(only, ast.Assign)
    assert [target.id for target in only.targets if isinstance(target, ast.Name)] == ["__version__"]


def defined_below(package: str, names: tuple[str, ...], source: Mapping[Path, ast.Module]) -> bool:
    """Tell whether an import takes only modules of a package, or the top package for its version."""
    if package == "goodoffices":
        return names in {(), ("__version__",)}
    folder = Path("src", *package.split("."))
    return bool(names) and all(folder / f"{name}.py" in source for name in names)


def test_nobody_imports_from_a_package_init(trees: Mapping[Path, ast.Module]) -> None:
    """Imports name the module in which a thing is defined; only the version comes from the top package."""
    source = in_source(trees)
    packages = {".".join(path.parent.parts[1:]) for path in source if path.name == "__init__.py"}
    found = [
        f"{path}:{line}: from {module} import {', '.join(names)}"
        for path, tree in source.items()
        for line, module, names in imported(tree)
        if module.startswith(".") or (module in packages and not defined_below(module, names, source))
    ]
    assert not found, "\n".join(found)


def dataclass_calls(tree: ast.Module) -> Iterator[tuple[ast.ClassDef, dict[str, bool]]]:
    """Yield each dataclass with the options of its decorator that are constants."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            call = decorator.func if isinstance(decorator, ast.Call) else decorator
            if isinstance(call, ast.Name) and call.id == "dataclass":
                words = decorator.keywords if isinstance(decorator, ast.Call) else []
                yield (
                    node,
                    {
                        word.arg: bool(word.value.value)
                        for word in words
                        if word.arg and isinstance(word.value, ast.Constant)
                    },
                )


def test_dataclasses_are_frozen_and_slotted(trees: Mapping[Path, ast.Module]) -> None:
    """Every dataclass has slots; it is frozen, or says in its docstring that and why it changes."""
    reason = re.compile(r"\b(mutable|chang\w+|grow\w*|fill\w*|so far|as it goes)\b", re.IGNORECASE)
    found = []
    for path, tree in in_source(trees).items():
        for node, options in dataclass_calls(tree):
            excused = reason.search(ast.get_docstring(node) or "")
            if not options.get("slots") or not (options.get("frozen") or excused):
                found.append(f"{path}:{node.lineno}: {node.name} is not a frozen, slotted dataclass")
    assert not found, "\n".join(found)


def test_classes_inherit_only_what_the_style_allows(trees: Mapping[Path, ast.Module]) -> None:
    """No class of the package inherits from a built-in container."""
    containers = {"list", "dict", "set", "tuple", "str", "UserDict", "UserList"}
    found = [
        f"{path}:{node.lineno}: {node.name}({base.id})"
        for path, tree in in_source(trees).items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if isinstance(base, ast.Name) and base.id in containers
    ]
    assert not found, "\n".join(found)


def test_no_name_is_one_that_the_style_rules_out(committed: tuple[Path, ...]) -> None:
    """No file or folder of the project bears a name that says nothing, or that counts versions."""
    numbered = re.compile(r".*_(old|new|v\d+|part\d+)$")
    named = [(path, part.lower()) for path in committed for part in [*path.parts[:-1], path.stem]]
    assert [str(path) for path, part in named if part in RULED_OUT or numbered.match(part)] == []


def test_no_class_is_named_after_what_every_class_does(trees: Mapping[Path, ast.Module]) -> None:
    """No class is a manager, handler, service, helper or base."""
    empty = re.compile(r".*(Manager|Handler|Service|Helper|Utils?|Base|Core|V\d+|Old)$")
    found = [
        f"{path}:{node.lineno}: {node.name}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and empty.match(node.name)
    ]
    assert not found, "\n".join(found)


def test_only_the_command_line_prints(trees: Mapping[Path, ast.Module]) -> None:
    """Nothing outside `cli` prints, echoes or writes to a standard stream."""
    spoken = re.compile(r"^(print|pprint|click\.\w*echo|sys\.(stdout|stderr)\.\w+|.*Console\(.*)$")
    found = [
        f"{path}:{node.lineno}: {ast.unparse(node.func)}"
        for path, tree in in_source(trees).items()
        if path.parts[2] != "cli"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and spoken.match(ast.unparse(node.func))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("stage", CORE)
def test_core_imports_nothing_that_reaches_the_world(trees: Mapping[Path, ast.Module], stage: str) -> None:
    """No core stage imports a module for files, network, clock, environment, log, threads or chance."""
    found = [
        f"{path}:{line}: {module}"
        for path, tree in in_core(trees).items()
        if path.parts[2] == stage
        for line, module, _ in imported(tree)
        if module.split(".")[0] in OUTSIDE and (path.name, module) not in EXCUSED
    ]
    assert not found, "\n".join(found)


def test_core_neither_opens_files_nor_asks_the_clock(trees: Mapping[Path, ast.Module]) -> None:
    """No core module opens a file, asks for today's date, or draws from global randomness."""
    reaching = re.compile(
        r"^(open|input|breakpoint|.*\b(today|now|utcnow)|np\.random\.(?!Generator|default_rng)\w+)$"
    )
    assert hasattr(builtins, "open")
    found = [
        f"{path}:{node.lineno}: {ast.unparse(node.func)}"
        for path, tree in in_core(trees).items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and reaching.match(ast.unparse(node.func))
    ]
    assert not found, "\n".join(found)


def test_every_module_says_what_it_is(trees: Mapping[Path, ast.Module]) -> None:
    """Each Python file of the project opens with a docstring."""
    assert [str(path) for path, tree in trees.items() if not ast.get_docstring(tree)] == []
