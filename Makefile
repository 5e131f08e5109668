# Klimabrücke. `make run` starts it, `make test` checks it; `make help` lists the rest.
# Everything is installed into this folder: .venv, frontend/node_modules, openapi/node_modules.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

KB_PORT ?= 8000
KB_DATA_DIR ?= var
export KB_PORT KB_DATA_DIR
export PYTHONPATH := backend:.
export PYTHONDONTWRITEBYTECODE :=

PYTHON ?= python3
VENV := .venv/bin
KLIMABRUECKE := $(VENV)/python -m klimabruecke
CHROMIUM ?= $(shell command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome || echo /usr/bin/chromium-headless-shell)
export CHROMIUM

FRONTEND_SOURCES := $(shell find frontend/src frontend/static frontend/messages frontend/scripts \
  frontend/project.inlang/settings.json frontend/*.ts frontend/*.js frontend/*.json -type f \
  -not -path '*/lib/paraglide/*' -not -name licences.json 2>/dev/null)

# --- for everybody ------------------------------------------------------------------------------

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: .venv/.runtime frontend/build/200.html ## Install, build, migrate, seed and serve on http://127.0.0.1:$(KB_PORT)
	@KB_ENV=$${KB_ENV:-demo} exec $(KLIMABRUECKE) start

.PHONY: test
test: tools ## Everything that must hold before a change lands
	@$(MAKE) --jobs=2 .venv/.development frontend/build/200.html openapi/node_modules/.installed
	@$(MAKE) --jobs=2 --output-sync=target check test-frontend
	@$(MAKE) test-backend test-postgres test-contract test-browser
	@echo "make test: all checks passed."

.PHONY: check
check: .venv/.development ## Style, types, layers
	$(VENV)/ruff format --check --quiet
	$(VENV)/ruff check --quiet
	$(VENV)/mypy
	$(VENV)/lint-imports --no-logo 2>/dev/null || $(VENV)/lint-imports

.PHONY: test-backend
test-backend: .venv/.development frontend/build/200.html ## Unit, API, migration and architecture tests
	$(VENV)/pytest -n 2 --ignore=tests/contract --ignore=tests/office

# What asks no database, or only whether one answers: the same on both.
WITHOUT_DATABASE := architecture calc contract deployment office core/test_starting.py

.PHONY: test-postgres
test-postgres: .venv/.development frontend/build/200.html postgresql ## The same tests on a PostgreSQL server they start themselves
	$(VENV)/python -m tests.postgres -- $(VENV)/pytest -n 2 $(addprefix --ignore=tests/,$(WITHOUT_DATABASE))

.PHONY: test-contract
test-contract: .venv/.development openapi/node_modules/.installed ## OpenAPI document, linters, Schemathesis
	$(VENV)/pytest -n 2 tests/contract

.PHONY: test-frontend
test-frontend: frontend/node_modules/.installed frontend/build/200.html ## Interface: types, style, unit tests, size budget
	cd frontend && npm run --silent check && npm run --silent test && npm run --silent budget

.PHONY: test-browser
test-browser: .venv/.development frontend/build/200.html chromium ## The interface in a real browser, with axe
	$(VENV)/python -m tests.e2e.serve -- npm --prefix frontend run --silent e2e

.PHONY: check-full
check-full: test libreoffice ## The long matrix: every state, width and theme; 50 examples an operation; DOCX to PDF
	KB_SCHEMATHESIS_EXAMPLES=50 $(VENV)/pytest tests/contract
	$(VENV)/pytest tests/office
	E2E_FULL=1 $(VENV)/python -m tests.e2e.serve -- npm --prefix frontend run --silent e2e

.PHONY: drill
drill: .venv/.development postgresql ## Long drills on both databases: ten thousand random writes, fifty kills, login timing
	KB_RANDOM_WRITES=10000 KB_KILLS=50 $(VENV)/pytest tests/reliability tests/footprint/test_rollups.py
	KB_RANDOM_WRITES=10000 KB_KILLS=50 $(VENV)/python -m tests.postgres -- \
	  $(VENV)/pytest tests/reliability tests/footprint/test_rollups.py
	$(VENV)/python -m tests.reliability.login_timing

.PHONY: bench
bench: .venv/.development postgresql ## Ratios against the reference programs, in one interleaved run
	$(VENV)/python -m bench.run

.PHONY: fresh
fresh: ## Clone HEAD into an empty folder, without caches, and run both commands there
	bash tests/fresh.sh

# --- for those who change it --------------------------------------------------------------------

.PHONY: format
format: .venv/.development ## Format the Python code
	$(VENV)/ruff check --fix --quiet && $(VENV)/ruff format --quiet

.PHONY: openapi
openapi: .venv/.development frontend/node_modules/.installed ## Write openapi/openapi.json and the interface's types from it
	KB_ENV=dev $(KLIMABRUECKE) openapi openapi/openapi.json
	cd frontend && npm run --silent types

.PHONY: lock
lock: ## Resolve requirements*.in into the locks (needs uv)
	uv pip compile -q --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 \
	  requirements-dev.in -o requirements-dev.lock
	uv pip compile -q --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 \
	  -c requirements-dev.lock requirements.in -o requirements.lock

.PHONY: clean
clean: ## Remove what was installed and built; data in $(KB_DATA_DIR) stays
	rm -rf .venv frontend/node_modules frontend/build frontend/.svelte-kit openapi/node_modules

# --- what is installed --------------------------------------------------------------------------

.PHONY: tools
tools:
	@bash tests/tools.sh $(PYTHON)

.PHONY: chromium
chromium:
	@test -x "$(CHROMIUM)" || bash tests/packages.sh chromium-headless-shell "a Chromium browser"

.PHONY: libreoffice
libreoffice:
	@command -v soffice >/dev/null || bash tests/packages.sh libreoffice-writer-nogui "LibreOffice Writer"

.PHONY: postgresql
postgresql:
	@command -v initdb >/dev/null || test -n "$$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" \
	  || bash tests/packages.sh postgresql "a PostgreSQL server"

.venv/bin/python: | tools
	@test -x $@ || $(PYTHON) -m venv .venv

.venv/.runtime: requirements.lock | .venv/bin/python
	@echo "Installing Python packages ..."
	@$(VENV)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@touch $@

.venv/.development: requirements-dev.lock requirements.lock | .venv/bin/python
	@echo "Installing Python packages for development ..."
	@$(VENV)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	@touch .venv/.runtime $@

%/node_modules/.installed: %/package-lock.json %/package.json | tools
	@echo "Installing packages of $* ..."
	@cd $* && npm ci --silent --no-audit --no-fund
	@touch $@

frontend/build/200.html: frontend/node_modules/.installed $(FRONTEND_SOURCES)
	@echo "Building the interface ..."
	@cd frontend && npm run --silent build
	@touch $@
