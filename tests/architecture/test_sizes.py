"""How large a module, a function and a signature may be."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator, Mapping
from pathlib import Path

MODULE_LINES = 300
FUNCTION_LINES = 40
PARAMETERS = 6
SILENT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.Module) -> Iterator[Function]:
    """Yield every function and method of a module, however deep it stands."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def code_lines(text: str) -> set[int]:
    """Return the lines on which code stands, counted from 1, without blank and comment lines."""
    found: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in SILENT:
            found.update(range(token.start[0], token.end[0] + 1))
    return found


def docstring_lines(function: Function) -> set[int]:
    """Return the lines of a function's docstring."""
    first = function.body[0]
    if ast.get_docstring(function) is None or first.end_lineno is None:
        return set()
    return set(range(first.lineno, first.end_lineno + 1))


def size(function: Function, code: set[int]) -> int:
    """Return the number of code lines of a function, its signature included and its docstring left out."""
    assert function.end_lineno is not None
    own = set(range(function.lineno, function.end_lineno + 1))
    return len(own & code - docstring_lines(function))


def parameters(function: Function) -> int:
    """Return the number of parameters of a function without self and cls."""
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return len([one for one in named if one.arg not in {"self", "cls"}])


def shipped(path: Path) -> bool:
    """Tell whether a file is part of what users install or run."""
    return path.parts[0] in {"src", "benchmarks", "tools"}


def test_modules_have_at_most_300_lines(modules: Mapping[Path, str]) -> None:
    """No module that users run is longer than 300 lines."""
    lengths = {path: len(text.splitlines()) for path, text in modules.items() if shipped(path)}
    assert len(lengths) > 100
    assert {path: lines for path, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_functions_have_at_most_40_code_lines(
    modules: Mapping[Path, str], trees: Mapping[Path, ast.Module]
) -> None:
    """No function that users run has more than 40 lines of code."""
    long = [
        f"{path}:{function.lineno}: {function.name} has {lines} code lines"
        for path, text in modules.items()
        if shipped(path)
        for code in [code_lines(text)]
        for function in functions(trees[path])
        if (lines := size(function, code)) > FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_functions_take_at_most_six_parameters(trees: Mapping[Path, ast.Module]) -> None:
    """No function anywhere in the project takes more than six parameters."""
    greedy = [
        f"{path}:{function.lineno}: {function.name} takes {parameters(function)}"
        for path, tree in trees.items()
        for function in functions(tree)
        if parameters(function) > PARAMETERS
    ]
    assert not greedy, "\n".join(greedy)


def test_size_counts_neither_docstring_nor_comment_nor_blank_line() -> None:
    """The measure counts the signature and the code of a function and nothing else."""
    text = """
def f(
    a: int,
) -> int:
    'Say.'
    # why

    return (
        a
    )
"""
    function = next(functions(ast.parse(text)))
    assert size(function, code_lines(text)) == 6
    assert parameters(function) == 1
