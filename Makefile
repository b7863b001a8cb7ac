# forumbot's workshop: `make help` lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo story test test-outside bench load check faults troubles format lint types law lock migration clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

# Each lock is a set of packages with their hashes; a stamp says which was installed last.
$(VENV)/%.stamp: lock/%.txt pyproject.toml
	@echo "Installing what is needed into $(VENV) (once; about a minute)…"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "forumbot needs Python 3.11 or newer"; exit 1; }
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar off --require-hashes -r lock/$*.txt \
	  | awk '/^Collecting/ { printf "."; fflush() } /^Installing/ { printf " unpacking…"; fflush() } END { print "" }'
	@$(BIN)/python -m pip install --disable-pip-version-check -q --no-deps --no-build-isolation -e .
	@touch $@

demo: $(VENV)/demo.stamp ## The main job on one page: http://127.0.0.1:8741
	@$(BIN)/forumbot demo

story: $(VENV)/demo.stamp ## A reporting round as text; ledgers and story.json in build/
	@$(BIN)/python -m service.story

test: $(VENV)/dev.stamp ## Every test that Python alone can run
	@echo "Running the tests, one process a core (each starts a real PostgreSQL from a package; ten to twenty minutes on two cores)…"
	@$(BIN)/python -m pytest -n auto --dist worksteal

test-outside: $(VENV)/dev.stamp ## The tests that need Debian's Chromium, Dovecot or Node
	@echo "Running the tests against Chromium, Dovecot and Node…"
	@$(BIN)/python -m pytest -m outside

bench: $(VENV)/dev.stamp ## Speed and size beside peers: make bench ONLY=name,… into build/bench.json
	@$(BIN)/python -m tests.bench $(ONLY)

load: $(VENV)/dev.stamp ## Three hundred forums in one installation, all busy at once; some minutes
	@$(BIN)/python -m tests.load

faults: $(VENV)/dev.stamp ## Kills on each database, and troubles with the site: make faults N=200
	@KILLS=$(or $(N),20) FAULTS=$(or $(N),1000) $(BIN)/python -m pytest -q -s tests/faults tests/sync/faults

troubles: $(VENV)/dev.stamp ## Troubles with the site alone: make troubles N=10000
	@FAULTS=$(or $(N),1000) $(BIN)/python -m pytest -q -s tests/sync/faults

check: export KILLS := 20
check: format lint types law test test-outside ## All that CI runs

format: $(VENV)/dev.stamp
	@$(BIN)/ruff format --check .

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff check .

types: $(VENV)/dev.stamp ## Types, strictly
	@echo "Checking types…"
	@$(BIN)/mypy

law: $(VENV)/dev.stamp ## Who may import whom
	@$(BIN)/lint-imports

lock: ## Renew the locks: exact versions with hashes, without any host's name
	@for set in run scale demo dev; do \
	  extra=$$([ $$set = run ] || echo "--extra $$set"); \
	  $(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header \
	    --python-version 3.11 -q $$extra --upgrade -o lock/$$set.txt pyproject.toml; \
	done; grep -LE '^setuptools==' lock/*.txt | sed 's/^/setuptools is missing in /'

migration: $(VENV)/dev.stamp ## Write the next migration from the nouns: make migration MESSAGE="add a column"
	@$(BIN)/python -c 'import sys; from forum.store.migrate import new; print(new(sys.argv[1]) or "Nothing changed.")' "$(MESSAGE)"

clean: ## Remove what a checkout made for itself
	@rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
