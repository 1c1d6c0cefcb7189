# make run     start the guard on http://127.0.0.1:8000 (PORT to change)
# make check   everything CI checks: lint, types, imports, tests
# make help    the rest
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.ONESHELL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq --no-input
PORT ?= 8000
ARGS ?=
SOURCES := bot detectors tests

.PHONY: help setup run test check lint format types imports coverage explain lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1|\2/' | column -t -s '|'

setup: .venv/.for-development ## make .venv with sekimori and every tool in it

run: .venv/.for-running ## start the guard; PORT=8000
	@exec $(BIN)/sekimori serve --port $(PORT)

test: .venv/.for-development ## every test; ARGS="-k email" for some
	@$(BIN)/python -m pytest $(ARGS)

check: lint types imports test ## what CI runs: lint, types, imports, tests

lint: .venv/.for-development ## rules and formatting, changing nothing
	@$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)

format: .venv/.for-development ## mend what can be mended, then format
	@$(BIN)/ruff check --fix --quiet $(SOURCES) || true
	$(BIN)/ruff format $(SOURCES)

types: .venv/.for-development ## mypy strict
	@$(BIN)/mypy

imports: .venv/.for-development ## who may import whom
	@$(BIN)/lint-imports

coverage: .venv/.for-development ## which branches the tests reach
	@$(BIN)/python -m pytest --cov --cov-branch --cov-report= -q $(ARGS)
	echo; echo "The pure packages:"
	$(BIN)/coverage report --include='detectors/*,bot/domain/*,bot/policy/*' --omit='detectors/__main__.py'
	echo; echo "All:"
	$(BIN)/coverage report

explain: .venv/.for-running ## what is seen in TEXT="…", and why
	@$(BIN)/python -m detectors "$${TEXT:?say what to look at: make explain TEXT=\"LINEは taro_web です\"}"

lock: ## pin the dependencies anew (needs uv)
	@uv lock --upgrade --quiet
	uv export --quiet --no-emit-project --no-header --no-annotate --no-default-groups --group build --output-file requirements.txt
	uv export --quiet --no-emit-project --no-header --no-annotate --all-groups --output-file requirements-dev.txt

clean: ## remove what was built; var/ stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage htmlcov build dist
	find . -name __pycache__ -not -path './var/*' -prune -exec rm -rf {} +

# The newest Python that answers and is at least 3.11; PYTHON=… to choose another.
.venv/bin/python:
	@for python in $${PYTHON:-python3.13 python3.12 python3.11 python3 python}; do
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
	    if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then
	        without="$${without:-$$python}"
	        continue
	    fi
	    echo "Making .venv with $$("$$python" --version) …"
	    "$$python" -m venv --clear .venv
	    exit 0
	done
	if [[ -n "$${without:-}" ]]; then
	    echo "$$without has no venv. On Debian and Ubuntu: apt-get install python3-venv" >&2
	else
	    echo "Sekimori needs Python 3.11 or newer, and none was found. On Debian and Ubuntu: apt-get install python3 python3-venv" >&2
	fi
	exit 1

# A stamp says that this list is installed; a newer list is installed again.
.venv/.for-running: requirements.txt pyproject.toml | .venv/bin/python
	@if [[ -e .venv/.for-development ]]; then exec $(MAKE) .venv/.for-development; fi
	echo "Installing …"
	$(PIP) install --require-hashes --requirement requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

.venv/.for-development: requirements-dev.txt pyproject.toml | .venv/bin/python
	@echo "Installing for development …"
	$(PIP) install --require-hashes --requirement requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch .venv/.for-running $@
