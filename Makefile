# Two commands are enough: `make run` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
UV     := $(shell command -v uv 2>/dev/null)

ifeq ($(UV),)
CREATE  = $(PYTHON) -m venv $(VENV)
INSTALL = $(BIN)/python -m pip install --quiet
else
CREATE  = $(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
INSTALL = $(UV) pip install --quiet --python $(BIN)/python
endif

.PHONY: help
help: ## Show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	$(CREATE)

$(VENV)/installed-run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(INSTALL) --no-deps --require-hashes -r requirements/run.txt
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/installed-dev: requirements/dev.txt $(VENV)/installed-run
	$(INSTALL) --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

.PHONY: run
run: $(VENV)/installed-run ## Start the bot: on Telegram with a token, else in a try-out on this machine
	@$(BIN)/hei

.PHONY: demo
demo: $(VENV)/installed-run ## Show one whole loop as a transcript
	@$(BIN)/hei try --demo

.PHONY: test
test: $(VENV)/installed-dev ## Run every test
	$(BIN)/python -m pytest -n auto --dist worksteal

.PHONY: lint
lint: $(VENV)/installed-dev ## Format, lint, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: check
check: lint ## All of it: what has to be green before a commit, with branch coverage
	PYTEST_ADDOPTS="--cov --cov-report=term" $(MAKE) test

.PHONY: format
format: $(VENV)/installed-dev ## Let ruff format and mend what it can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: bench
bench: $(VENV)/installed-dev ## Measure, and print the table of docs/benchmarks.md
	$(BIN)/python -m benchmarks

.PHONY: lock
lock: ## Resolve the dependencies anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --extra build pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --extra dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt

.PHONY: clean
clean: ## Remove what was installed and measured
	rm -rf $(VENV) .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
