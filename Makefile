# `make run` and `make test` are all that a newcomer needs; `make help` names the rest.
# Written for every GNU make from 3.81, which is what macOS has.

SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
NODE := $(PY) scripts/node.py
ARGS :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run demo test check lint fix front messages bench lock clean

help: ## name the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.run ## start a workshop on the shipped case (ARGS="--port 8900 ..." go to leefkit serve)
	@$(PY) -m kit serve $(ARGS)

demo: $(VENV)/.run ## the same with simulated participants
	@$(PY) -m kit demo $(ARGS)

test: lint ## everything that CI runs
	chromium=$$($(PY) scripts/chromium.py) && CHROMIUM="$$chromium" LEEFKIT_FULL=1 $(PY) scripts/tests.py $(ARGS)

check: lint ## the quick part of it: no browser, no notebooks
	$(PY) -m pytest -m 'not browser and not notebook and not slow' $(ARGS)

lint: $(VENV)/.dev node_modules/.made
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(NODE) biome ci
	$(PY) -m mypy
	$(PY) scripts/typescript.py --check
	$(NODE) tsc --project tsconfig.json
	$(NODE) node kit/front/build.mjs --check
	$(NODE) node --import ./tests/front/register.mjs --test --test-timeout=60000 'tests/front/**/*.test.{js,jsx,mjs}'

fix: $(VENV)/.dev node_modules/.made ## mend what can be mended by a program
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(NODE) biome check --write

front: node_modules/.made ## build kit/static from kit/front
	$(PY) scripts/typescript.py
	$(NODE) node kit/front/build.mjs

messages: $(VENV)/.dev ## bring kit/locale up to date with the messages in the code
	$(PY) scripts/messages.py

bench: $(VENV)/.dev ## measure a hall full of phones
	$(PY) benchmarks/hall.py $(ARGS)

lock: $(VENV)/.dev ## solve the dependencies again (ARGS=--upgrade takes the newest)
	$(PY) scripts/lock.py $(ARGS)
	$(NODE) npm install --package-lock-only

clean: ## remove what make made
	rm -rf $(VENV) node_modules .build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# An environment knows the place it was made for. After a move, or when its Python is gone, it is made anew.
ifneq ($(shell $(PY) -c '' 2>/dev/null && cat $(VENV)/.made 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/.made
endif

$(VENV)/.made:
	@PYTHON='$(PYTHON)' sh scripts/venv.sh $(VENV)
	@printf '%s\n' '$(CURDIR)' > $@

$(VENV)/.run: $(VENV)/.made requirements.lock pyproject.toml
	@$(PY) scripts/install.py requirements.lock
	@touch $@

$(VENV)/.dev: $(VENV)/.made requirements-dev.lock pyproject.toml
	@$(PY) scripts/install.py requirements-dev.lock
	@touch $@ $(VENV)/.run

node_modules/.made: package.json package-lock.json .npmrc | $(VENV)/.dev
	$(NODE) npm ci --no-progress
	@touch $@
