# Actions of developers and operators. `make` prints the list.
# DATABASE_URL and REDIS_URL replace the embedded servers everywhere.

SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON := .venv/bin/python
LOCAL  := $(PYTHON) -m service local
WITH_SERVERS := $(LOCAL) exec -- python
SOURCES := service tests $(wildcard bench)

# Without rollbacks: squawk would report them as breaking changes.
FORWARD       = $(filter-out %.rollback.sql,$(wildcard migrations/*.sql))
CONCURRENT    = $(shell grep -l -- '^-- transactional: false' $(FORWARD) /dev/null)
TRANSACTIONAL = $(filter-out $(CONCURRENT),$(FORWARD))

help: ## Print this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z0-9-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

LOCKS := requirements/service.txt requirements/local.txt requirements/bench.txt requirements/dev.txt

.venv/.synced: $(LOCKS) .python-version
	@sh service/dev/local/setup.sh

setup: .venv/.synced ## Install the locked packages into .venv (other targets do this when needed)

lock: setup ## Lock the dependencies of pyproject.toml into requirements/ (ARGS="--upgrade" or "--upgrade-package NAME")
	@sh service/dev/local/lock.sh $(ARGS)

WITHOUT_NODE = why=$$(sh frontend/setup.sh --look 2>&1) || { echo "Skipped the web: $$why"; exit 0; }

web-setup: ## Install pnpm and the web's packages (web targets do this when needed)
	@sh frontend/setup.sh

run: setup ## Start everything: servers, demo data, API on 127.0.0.1:8000 (PORT=…), job process, web on :3000 (WEB_PORT=…, WEB=off)
	@$(LOCAL)

# Parts with targets of their own; .ci/run runs all of them.
APART := tests/fire tests/peers tests/http/test_schemathesis.py

test: setup ## Run the tests except fire, fuzz, peers and the browser tests, on servers of their own (or DATABASE_URL, REDIS_URL)
	@$(PYTHON) -m pytest -n 3 $(if $(ARGS),$(ARGS),$(APART:%=--ignore=%))
	@$(if $(ARGS),:,$(WITHOUT_NODE); $(MAKE) web-unit)

fuzz: setup ## Call every operation with generated requests (SCHEMATHESIS_EXAMPLES=12)
	@$(PYTHON) -m pytest -n 2 tests/http/test_schemathesis.py $(ARGS)

test-peers: setup ## Test the bench: peers respond like the service, and every benchmark runs
	@$(PYTHON) -m pytest tests/peers $(ARGS)

e2e: setup web-setup ## Run the browser tests in Chromium against a complete system (ARGS="-g word")
	@CHROMIUM=$$(sh frontend/e2e/chromium.sh) && export CHROMIUM && cd frontend && node_modules/.bin/playwright test $(ARGS)

web-measure: setup web-setup ## Measure a visitor's first page in Chromium; fails above the limits
	@CHROMIUM=$$(sh frontend/e2e/chromium.sh) && export CHROMIUM && cd frontend && MEASURE=1 node_modules/.bin/playwright test $(ARGS)

web-dev: web-setup ## Serve the web in development mode (Turbopack); run `WEB=off make run` beside it
	@cd frontend && NEXT_TELEMETRY_DISABLED=1 API_URL="$(or $(API_URL),http://127.0.0.1:$(or $(PORT),8000))" \
		node_modules/.bin/next dev --hostname 127.0.0.1 --port $(or $(WEB_PORT),3000)

web-build: setup ## Build the web if its sources have changed
	@$(LOCAL) web-build

web-test: web-check web-unit ## Run the web's checks and unit tests; needs neither API nor browser

web-check: web-setup ## Run eslint, the import-cycle check, tsc, and compare the API's types with openapi.json
	@cd frontend && PATH="$$PWD/node_modules/.bin:$$PATH" && export NEXT_TELEMETRY_DISABLED=1 && \
		eslint . && node scripts/import-cycles.mjs && next typegen >/dev/null && tsc --noEmit && node scripts/api-types.mjs --verify

web-types: web-setup ## Generate the API's types of the web from openapi.json
	@cd frontend && node scripts/api-types.mjs

web-unit: web-setup ## Run the web's unit tests (ARGS=path)
	@cd frontend && node_modules/.bin/vitest run $(ARGS)

fire: setup ## Run the failure tests (restarts, kills, outages) with more rounds and figures (FIRE_ROUNDS=5)
	@FIRE_ROUNDS=$(or $(FIRE_ROUNDS),5) $(PYTHON) -m pytest -s tests/fire $(ARGS)

check: static contracts ## Run all checks that need no running service
	@echo "All checks passed."

static: lint types imports migration-lint openapi-verify ## Run the checks of `make check` that need no database
	@$(WITHOUT_NODE); $(MAKE) web-check

lint: setup ## Run ruff check and ruff format --check
	@$(PYTHON) -m ruff check $(SOURCES)
	@$(PYTHON) -m ruff format --check --quiet $(SOURCES) || { echo "Run \`make format\`."; exit 1; }

format: setup ## Format the code and apply ruff's fixes
	@$(PYTHON) -m ruff check --fix $(SOURCES)
	@$(PYTHON) -m ruff format $(SOURCES)

types: setup ## Run mypy --strict
	@$(PYTHON) -m mypy $(SOURCES)

imports: setup ## Check the layers and that no imports form a cycle (import-linter)
	@.venv/bin/lint-imports

diagrams: setup ## Draw the import graph and the data model into .local/diagrams/ (Mermaid)
	@$(WITH_SERVERS) -m service migrate >/dev/null && $(WITH_SERVERS) -m service.dev.diagrams .local/diagrams

migration-lint: setup ## Lint the migrations with squawk: nothing may block or break a running service
	@.venv/bin/squawk $(TRANSACTIONAL) </dev/null
	@test -z "$(CONCURRENT)" || .venv/bin/squawk --no-assume-in-transaction $(CONCURRENT) </dev/null

contracts: setup ## Run the contract tests: SQL against stubs, migrations up, down, up
	@$(PYTHON) -m pytest -q -p no:cacheprovider tests/contracts

migrate: setup ## Apply the migrations
	@$(WITH_SERVERS) -m service migrate

migration-record: setup ## Add new migration files to migrations/hashes.txt
	@$(PYTHON) -m service migrate --record

rollback: setup ## Roll back the newest migration (STEPS=…)
	@$(WITH_SERVERS) -m service rollback --steps $(or $(STEPS),1)

seed: setup ## Load the demo data into an empty database (SIZE=small|medium|large: a synthetic data set)
	@$(WITH_SERVERS) -m service seed $(if $(SIZE),--size $(SIZE))

admin: setup ## Appoint an admin (EMAIL=…)
	@test -n "$(EMAIL)" || { echo "EMAIL is missing: make admin EMAIL=ada@example.org"; exit 2; }
	@$(WITH_SERVERS) -m service admin "$(EMAIL)"

openapi: setup ## Generate openapi.json from the routes, and the web's types from it
	@$(PYTHON) -m service openapi
	@$(WITHOUT_NODE); $(MAKE) web-types

openapi-verify: setup ## Fail if openapi.json differs from the routes
	@$(PYTHON) -m service openapi --verify

psql: setup ## Open psql on the database
	@$(LOCAL) psql

logs-pretty: setup ## Follow the logs of `make run` in readable form (pipe other logs into `python -m service logs`)
	@$(PYTHON) -m service logs .local/logs/api.log .local/logs/worker.log

backup: setup ## Back up the database to .local/backups/<time>.dump
	@$(WITH_SERVERS) -m service backup

restore: setup ## Restore a backup in one transaction (FILE=…; FORCE=1 replaces a database that is not empty)
	@test -n "$(FILE)" || { echo "FILE is missing: make restore FILE=.local/backups/….dump"; exit 2; }
	@$(WITH_SERVERS) -m service restore "$(FILE)" $(if $(filter 1,$(FORCE)),--force)

serve: setup ## Run only the API
	@$(WITH_SERVERS) -m service serve

worker: setup ## Run only the job process
	@$(WITH_SERVERS) -m service worker

bench: setup ## Measure every scenario on 100,000 projects in 14 minutes; writes bench/results/ (ARGS="--only star")
	@$(PYTHON) -m bench run $(ARGS)

bench-compare: setup ## Compare this tree with a commit, interleaved on the same data (REF=HEAD~1)
	@$(PYTHON) -m bench compare --ref "$(or $(REF),HEAD~1)" $(ARGS)

bench-smoke: setup ## Run each scenario for a second, to see that it works
	@$(PYTHON) -m bench run --smoke --results .local/bench/results $(ARGS)

bench-lists: setup ## Measure every list, first page and 100,000 deep, on 10,000 and 1,000,000 projects
	@$(PYTHON) -m bench lists $(ARGS)

bench-search: setup ## Measure 200 searches in 1,000,000 projects (bench/queries.txt)
	@$(PYTHON) -m bench search $(ARGS)

bench-markdown: web-setup ## Measure the web's Markdown renderer on hostile texts of 16, 32 and 64 kB; fails above 50 ms
	@cd frontend && node --expose-gc scripts/bench-markdown.mjs

bench-streams: setup ## Measure memory and delivery time of 5,000 streams on one worker
	@$(PYTHON) -m bench streams $(ARGS)

bench-hostile: setup ## Measure a visitor's latency during 60 s of attacks on API and web; fails above 2 × quiet
	@$(PYTHON) -m bench hostile $(ARGS)

plans: setup ## Write the query plans of hot statements to .local/plans/ (loads 100,000 projects)
	@$(PYTHON) -m bench plans $(ARGS)

plans-verify: setup ## Fail if a hot query or a write scans a growing table
	@$(PYTHON) -m bench plans --verify $(ARGS)

clean: ## Remove the environment, caches and ALL local data (.local/, .venv/)
	@if [ -x $(PYTHON) ]; then $(LOCAL) clean; fi
	@rm -rf .local .venv bench/peers/fastify/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .schemathesis \
		frontend/node_modules frontend/.next frontend/next-env.d.ts frontend/tsconfig.tsbuildinfo
	@find service tests bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

.PHONY: help setup lock web-setup web-dev web-build web-test web-check web-types web-unit web-measure e2e run test fuzz test-peers fire check static lint format types imports diagrams migration-lint contracts migrate migration-record rollback \
	seed admin openapi openapi-verify psql logs-pretty backup restore serve worker bench bench-compare bench-smoke \
	bench-lists bench-search bench-markdown bench-streams bench-hostile plans plans-verify clean
