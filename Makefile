# Everything goodoffices needs on a fresh machine with Python 3.11 and make.
#   make run    read the shipped report and write its brief
#   make test   run what CI runs
#   make lock   refresh the pinned dependencies
#   make bench  measure speed beside a peer or a limit
#   make test-long  the long suites
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
EXAMPLE := examples/ukraine-2025-08
BRIEF := build/brief.html

.DEFAULT_GOAL := help
.PHONY: help run test test-long lock bench clean

help:
	@sed -n 's/^#   //p' Makefile

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "goodoffices needs Python 3.11: install it, or name yours with 'make run PYTHON=python3'." >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "This Python lacks the 'venv' module: on Debian or Ubuntu, 'apt-get install python3-venv' brings it." >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing goodoffices and its pinned dependencies into $(VENV) ..."
	@$(PIP) install --no-compile --require-hashes --no-deps -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.run
	@echo "Installing the pinned test tools into $(VENV) ..."
	@$(PIP) install --no-compile --require-hashes --no-deps -r requirements-test.lock
	@touch $@

run: $(VENV)/.run
	@mkdir -p $(dir $(BRIEF))
	@$(BIN)/goodoffices brief $(EXAMPLE) -o $(BRIEF)

test: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile

# The graph model against its definitions on thousands of random models; minutes, not seconds.
test-long: $(VENV)/.test
	GOODOFFICES_LONG=1 $(BIN)/pytest --no-cov tests/reference/graph

bench: $(VENV)/.test
	$(BIN)/python benchmarks/reading_speed.py
	$(BIN)/python benchmarks/brief_cold_start.py
	$(BIN)/python benchmarks/graph_stability.py

lock: $(VENV)/.test
	$(BIN)/python tools/lock.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage
