# Løype. `make run` and `make test` need Python 3.11 or newer and nothing else; all the rest comes from packages.
HOST ?= 127.0.0.1
PORT ?= 8080
export LOYPE_DATA ?= var
NAME ?=

PYTHON ?= $(shell for each in python3.13 python3.12 python3.11 python3; do \
	$$each -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
BIN := .venv/bin
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" $(CURDIR)/$(BIN)/npm --prefix pwa
PWA_SOURCES := $(shell find pwa/src pwa/public pwa/index.html pwa/vite.config.ts pwa/files.ts pwa/tsconfig.json -type f 2>/dev/null)

.PHONY: help run demo test lint types check-types python-tests front-tests soak bench pictures requirements clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: .make/app .make/front ## set up, migrate, load the demo once, serve until Ctrl-C
	@$(BIN)/loype migrate
	@$(BIN)/loype demo
	@LOYPE_HOST=$(HOST) LOYPE_PORT=$(PORT) $(BIN)/loype run

test: .make/dev .make/front lint check-types front-tests python-tests ## everything, browser and both databases included

lint: .make/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

types: .make/dev .make/modules ## write the TypeScript types from the OpenAPI document
	$(BIN)/loype openapi > .make/openapi.json
	$(NPM) exec -- openapi-typescript .make/openapi.json -o pwa/src/api/schema.d.ts

check-types: .make/dev .make/modules
	@$(BIN)/loype openapi > .make/openapi.json
	@$(NPM) exec -- openapi-typescript .make/openapi.json -o .make/schema.d.ts >/dev/null
	@cmp -s .make/schema.d.ts pwa/src/api/schema.d.ts || { echo "pwa/src/api/schema.d.ts is stale: run make types."; exit 1; }

front-tests: .make/modules
	$(NPM) run check
	$(NPM) run lint
	$(NPM) test

python-tests: .make/dev .make/front .make/observatory
	$(BIN)/pytest -n 3 --dist loadgroup

soak: .make/dev .make/front ## what takes longer than a test may: simulated years, faults for minutes
	LOYPE_SOAK=1 $(BIN)/pytest tests/soak -p no:randomly

bench: .make/dev .make/front ## all of bench/, or one: make bench NAME=today
	@$(BIN)/python -m bench $(NAME)

pictures: .make/dev .make/front ## a picture of every screen, phone and desktop, light and dark, in pwa/pictures, and the one in docs
	@$(BIN)/python -m tests.e2e.pictures

requirements: .make/dev ## write requirements/*.txt anew
	cd requirements && for each in base dev; do ../$(BIN)/pip-compile -q --generate-hashes --allow-unsafe --strip-extras \
		--no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o $$each.txt $$each.in; done

clean: ## take away all that was made here, data excepted
	rm -rf .venv .make pwa/node_modules pwa/dist tests/observatory/node_modules

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Løype needs Python 3.11 or newer with venv (Debian: apt install python3 python3-venv)."; exit 1; }
	@$(PYTHON) -m venv .venv

.make/base: requirements/base.txt | .venv/bin/python
	@mkdir -p .make
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/base.txt
	@touch $@

.make/app: .make/base pyproject.toml
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.make/dev: .make/app requirements/dev.txt
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

.make/modules: .make/base pwa/package-lock.json
	$(NPM) ci --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

.make/observatory: .make/base tests/observatory/package-lock.json
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm --prefix tests/observatory ci --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

.make/front: .make/modules $(PWA_SOURCES)
	$(NPM) run build
	$(BIN)/python -m whitenoise.compress -q pwa/dist
	@touch $@
