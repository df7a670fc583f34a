# `make build` makes the leaflets; `make test` proves the program. Both set up what they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The lock files name all that is needed, dependencies too, so pip need not look for any.
# The pip of $(PYTHON) installs into the environment, so that a Python without ensurepip
# (Debian splits it off) serves as well as any other.
PIP := $(PYTHON) -m pip --disable-pip-version-check --python $(BIN)/python install --quiet --no-deps
WORKERS ?= 2

.PHONY: help build test check format bench listen sheets lock clean

help:  ## Show what can be asked for
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

build: $(VENV)/.runtime  ## Make every leaflet in every format, into output/
	$(BIN)/formats build

test: $(VENV)/.test  ## Run the tests, real validators included
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup $(PYTEST)

check: $(VENV)/.test  ## Run the linters and the type checker
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.test  ## Put the code into its one layout
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.peers  ## Measure, beside pandoc, typst, WeasyPrint and espeak-ng
	$(BIN)/python -m tests.bench

listen: $(VENV)/.listener  ## Hear what a recogniser of speech understands of the recordings
	$(BIN)/python -m tests.listen $(LISTEN)

sheets: $(VENV)/.test  ## Show every page of what is in output/ as a picture, and draw the README's anew
	$(BIN)/python -m tests.sheets output
	$(BIN)/python -m tests.sheets --readme

lock:  ## Pin what is needed with hashes (needs uv); UPGRADE=--upgrade chooses the newest versions
	uv pip compile $(LOCK) --group setup pyproject.toml -o requirements.lock
	uv pip compile $(LOCK) --group peers -o requirements-peers.lock
	uv pip compile $(LOCK) --group listen -o requirements-listen.lock
	uv pip compile $(LOCK) --group setup --group test -c requirements.lock pyproject.toml -o requirements-test.lock
LOCK = --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

clean:  ## Delete what was built and set up
	rm -rf $(VENV) output/* build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "This needs Python 3.11 or newer. Name one: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv --without-pip $(VENV)

# The test lock holds the runtime lock's versions and more, so the one serves for the other.
$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-build-isolation --no-index --config-settings editable_mode=compat -e .
	@$(BIN)/python -m compileall -q formats  # pip compiles all but what is installed from here
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.runtime
	$(PIP) --require-hashes -r requirements-test.lock
	@touch $@

# The peers of the benchmark stand apart, so that nothing of ours finds them by chance.
$(VENV)/.peers: requirements-peers.lock $(VENV)/.test
	$(PIP) --require-hashes --target $(VENV)/peers -r requirements-peers.lock
	@touch $@

# So does the recogniser of speech: half a gigabyte that nothing else needs.
$(VENV)/.listener: requirements-listen.lock $(VENV)/.test
	$(PIP) --require-hashes --target $(VENV)/listen -r requirements-listen.lock
	@touch $@
