# Everything a contributor or a first visitor needs; only python3, make and PyPI are asked for.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# Renewed when the dependencies change, so that a second `make` starts at once.
READY := $(VENV)/.ready
# The oldest TensorFlow that is supported lives beside the newest.
OLDEST ?= .venv-oldest
OLDEST_READY := $(OLDEST)/.ready
# All of them, unless CI names a share.
OLDEST_TESTS ?= tests/worker tests/diagnoses/test_examples.py tests/diagnoses/test_real_refusals.py
# With TensorFlow 2.18 and Keras 3.6 these programs do not stop, stop elsewhere, or do not say why.
EXAMPLES := tests/diagnoses/test_examples.py::test_the_example_is_recognised
OLDEST_DIFFERS := --deselect "$(EXAMPLES)[stateful_batch_size]" --deselect "$(EXAMPLES)[record_parsed_otherwise]" --deselect "$(EXAMPLES)[nothing_left_to_train]" --deselect "$(EXAMPLES)[setting_out_of_range]" --deselect "$(EXAMPLES)[layer_not_adapted]" --deselect "$(EXAMPLES)[loaded_by_other_names]" --deselect "$(EXAMPLES)[word_counts_with_extra_axis]"

# Compiled modules are kept even where the environment says otherwise: the tests start étude hundreds of times.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help demo test lint format content scores oldest answers bench docs client schema clean

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	@echo "Setting up $(VENV); this takes about a minute."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	touch $(READY)

$(OLDEST_READY): pyproject.toml constraints-oldest.txt
	@echo "Setting up $(OLDEST), with the oldest TensorFlow that is supported."
	$(PYTHON) -m venv $(OLDEST)
	$(OLDEST)/bin/python -m pip install --quiet --upgrade pip
	$(OLDEST)/bin/python -m pip install --quiet --constraint constraints-oldest.txt --editable ".[dev]"
	touch $(OLDEST_READY)

demo: $(READY)  ## run a wrong program, be told why, run the mended one
	$(BIN)/python scripts/demo.py

lint: $(READY)  ## style, types and the import direction
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint client  ## everything a contributor needs to trust a change
	$(BIN)/python -m pytest -m "not slow" -n auto --dist loadfile

scores: $(READY)  ## measure the diagnoses on the corpus of right and wrong programs
	$(BIN)/python benchmarks/diagnosis_scores.py --check

oldest: $(OLDEST_READY)  ## run the recorders and the diagnoses on the oldest TensorFlow
	$(OLDEST)/bin/python -m pytest $(OLDEST_TESTS) -m tensorflow -k "not mended_example" -n auto --dist loadfile $(OLDEST_DIFFERS)

answers: $(OLDEST_READY)  ## prove every right answer on the oldest TensorFlow
	$(OLDEST)/bin/etude dev check --all --seeds 1 --right

content: $(READY)  ## prove every exercise and every question right
	$(BIN)/etude dev check --all --questions

bench: $(READY)  ## measure, and print what docs/benchmarks.md holds
	$(BIN)/python benchmarks/time_to_verdict.py

docs: $(READY)  ## make the generated parts of the documentation again
	$(BIN)/python scripts/make_docs.py

schema: $(READY)  ## fetch the JSON schema of Open Badges 3.0, for tests/exams/test_open_badges_schema.py
	$(BIN)/python scripts/fetch_open_badges_schema.py

format: $(READY)  ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

client: $(READY)  ## bundle the pages' scripts and styles again
	$(BIN)/python scripts/build_client.py

clean:  ## remove the environment and caches
	rm -rf $(VENV) src/etude/web/static .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build dist
