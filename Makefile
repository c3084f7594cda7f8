# Two commands for a fresh machine: `make run` and `make test`. Everything is installed into .venv.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
SAMPLES ?= samples
ifdef UV
INSTALL = VIRTUAL_ENV=$(abspath $(VENV)) $(UV) pip install --quiet -e
else
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check -e
endif
OUT ?= out

.PHONY: help run test extras check format docs benchmark evaluate model clean
help:  ## Show the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.runtime  ## Set up, extract the sample articles, print the summary, write out/graph.json and out/graph.graphml
	@mkdir -p $(OUT)
	$(BIN)/extract run $(SAMPLES) -o $(OUT)/graph.json
	$(BIN)/extract export $(OUT)/graph.json --format graphml -o $(OUT)/graph.graphml
	@echo "Wrote $(OUT)/graph.json and $(OUT)/graph.graphml. Next: $(BIN)/extract query $(OUT)/graph.json --entity Trainium2"

EXTRAS ?= pandas,cypher,rdf,parquet,mcp
extras: $(VENV)/.runtime  ## Install extras of the package, by default all for users: make extras EXTRAS=cypher,rdf
	$(INSTALL) '.[$(EXTRAS)]'

test: $(VENV)/.dev  ## Set up and run all tests
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.dev  ## Lint, types, layers and the data files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/extract check

format: $(VENV)/.dev  ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.docs  ## Build the documentation as a site, strictly, into out/docs
	$(BIN)/mkdocs build --strict --site-dir $(abspath $(OUT))/docs
	@echo "Wrote $(OUT)/docs/index.html"

benchmark: $(VENV)/.dev  ## Measure speed against spaCy, memory and the share of each component
	$(BIN)/python -m benchmarks.speed

evaluate: $(VENV)/.dev  ## Measure quality on the annotated articles (EVALUATION=DIR), with ablations
	$(BIN)/python -m benchmarks.quality --ablations $(if $(EVALUATION),--evaluation $(EVALUATION))

RUN ?= $(OUT)/training
model: $(VENV)/.train  ## Train the model anew and package it (hours)
	OMP_NUM_THREADS=1 $(BIN)/torchrun --nproc_per_node 2 -m models.recipe.train $(RUN) models/corpus/passages.jsonl
	$(BIN)/python -m models.recipe.export $(RUN) $(RUN)/export
	$(BIN)/python -m models.recipe.judge $(RUN)/export models/corpus/passages.jsonl
	$(BIN)/python -m models.recipe.package $(RUN)/export models/hardware_announcements

clean:  ## Remove the environment and all that is generated
	rm -rf $(VENV) $(OUT) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' || \
	  { echo "Python 3.11 to 3.14 is needed; $(PYTHON) is something else. Name one: make PYTHON=python3.12 ..."; exit 1; }
ifdef UV
	$(UV) venv --quiet --seed --python $(PYTHON) $(VENV)
else
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "This Python has no venv module. Install it (Debian: apt install python3-venv) or install uv, and try again."; exit 1; }
	$(PYTHON) -m venv $(VENV)
endif

$(VENV)/.runtime: $(VENV)/bin/python pyproject.toml
	$(INSTALL) '.[model]'
	@touch $@

$(VENV)/.train: $(VENV)/.dev
	$(INSTALL) '.[train]'
	@touch $@

$(VENV)/.docs: $(VENV)/bin/python pyproject.toml
	$(INSTALL) '.[docs]'
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml
	$(INSTALL) '.[dev]'
	@touch $@ $(VENV)/.runtime
