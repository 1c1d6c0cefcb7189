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
SECONDS ?= 60
SOURCES := bot detectors tests

.PHONY: help setup run test check lint format types imports coverage bench-http demo-slack bench-slack fuzz explain crash lock clean

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

fuzz: .venv/.for-development ## throw made-up texts at the detectors; SECONDS=60
	@if ! $(BIN)/python -c 'import atheris' 2>/dev/null; then
	    echo "make fuzz needs atheris (Linux or macOS, Python 3.11 to 3.13): $(BIN)/python -m pip install atheris" >&2
	    exit 1
	fi
	PYTHONPATH=".$${PYTHONPATH:+:$$PYTHONPATH}" exec $(BIN)/python tests/detectors/fuzz_scan.py -max_total_time=$(SECONDS) -timeout=20 -max_len=4096 -len_control=0 -artifact_prefix="$$(mktemp -d)/"

measure: .venv/.for-development ## how well the guard does on every message set; ARGS=--details for each miss
	@$(BIN)/python -m tests.evaluation.measure $(ARGS)

measure-peers: .venv-peers/.installed ## the same sets through what can be installed today
	@PYTHONPATH=. .venv-peers/bin/python -m tests.evaluation.measure_peers

measure-doc: .venv/.for-development ## write docs/ACCURACY.md from a run
	@$(BIN)/python -m tests.evaluation.report

bench: .venv/.for-development ## how fast a scan is, beside the peers that are installed; ARGS=--strict to hold it to its goals
	@$(BIN)/python -m tests.benchmarks.bench $(ARGS)

bench-http: .venv/.for-development ## POST /v1/messages beside an empty route on the same core (needs wrk); ARGS="--seconds 20"
	@$(BIN)/python -m tests.benchmarks.http_load $(ARGS)

demo-slack: .venv/.for-development ## a scripted conversation in a Slack on loopback, and what each person sees; LANGUAGE=en
	@$(BIN)/python -m tests.slack.demo

bench-slack: .venv/.for-development ## 200 messages a second for a minute through the app; ARGS="--seconds 10"
	@$(BIN)/python -m tests.benchmarks.slack_load $(ARGS)

explain: .venv/.for-running ## what is seen in TEXT="…", and why
	@$(BIN)/python -m detectors "$${TEXT:?say what to look at: make explain TEXT=\"LINEは taro_web です\"}"

crash: .venv/.for-development ## kill server and worker under load, 20 rounds; nothing may be lost; ARGS="--rounds 5"
	@$(BIN)/python -m tests.crash $(ARGS)

lock: ## pin the dependencies anew (needs uv)
	@uv lock --upgrade --quiet
	uv export --quiet --no-emit-project --no-header --no-annotate --no-default-groups --group build --output-file requirements.txt
	uv export --quiet --no-emit-project --no-header --no-annotate --all-groups --output-file requirements-dev.txt

clean: ## remove what was built; var/ stays
	@rm -rf .venv .venv-peers .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage htmlcov build dist
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

# A stamp says that this list is installed; a newer list is installed again. The list is complete, so pip need not look for
# what belongs to it: looking, it would meet a release that is newer than the list and stop.
.venv/.for-running: requirements.txt pyproject.toml | .venv/bin/python
	@if [[ -e .venv/.for-development ]]; then exec $(MAKE) .venv/.for-development; fi
	echo "Installing …"
	$(PIP) install --require-hashes --no-deps --requirement requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

.venv/.for-development: requirements-dev.txt pyproject.toml | .venv/bin/python
	@echo "Installing for development …"
	$(PIP) install --require-hashes --no-deps --requirement requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch .venv/.for-running $@

# Peers need what they need: never in the same place as the guard.
.venv-peers/.installed: tests/evaluation/requirements-peers.txt | .venv/bin/python
	@echo "Installing the peers …"
	.venv/bin/python -m venv --clear .venv-peers
	.venv-peers/bin/python -m pip --disable-pip-version-check -qq --no-input install --requirement tests/evaluation/requirements-peers.txt
	touch $@
