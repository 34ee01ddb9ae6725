# Every action of a developer or an operator. `make` alone prints the list.
# DATABASE_URL and REDIS_URL in the environment replace the embedded servers everywhere.

SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON := .venv/bin/python
LOCAL  := $(PYTHON) -m service local
WITH_SERVERS := $(LOCAL) exec -- python
SOURCES := service tests $(wildcard bench)

# Rollbacks are left out: taking back is the breaking change that squawk warns of.
FORWARD       = $(filter-out %.rollback.sql,$(wildcard migrations/*.sql))
CONCURRENT    = $(shell grep -l -- '^-- transactional: false' $(FORWARD) /dev/null)
TRANSACTIONAL = $(filter-out $(CONCURRENT),$(FORWARD))

help: ## Print this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z0-9-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

LOCKS := requirements/service.txt requirements/local.txt requirements/bench.txt requirements/dev.txt

.venv/.synced: $(LOCKS) .python-version
	@sh service/dev/local/setup.sh

setup: .venv/.synced ## Install the locked packages into .venv (every other target does so when needed)

lock: setup ## Lock the dependencies of pyproject.toml into requirements/ (ARGS="--upgrade" or "--upgrade-package NAME")
	@sh service/dev/local/lock.sh $(ARGS)

WITHOUT_NODE = why=$$(sh frontend/setup.sh --look 2>&1) || { echo "The web is left out: $$why"; exit 0; }

web-setup: ## Get pnpm and the packages of frontend/pnpm-lock.yaml (every target of the web does so when needed)
	@sh frontend/setup.sh

run: setup ## Start everything: servers, demo data, API on 127.0.0.1:8000 (PORT=…), worker, web on :3000 (WEB_PORT=…, WEB=off)
	@$(LOCAL)

test: setup ## Prove everything but the pages; starts its own servers (DATABASE_URL and REDIS_URL replace them)
	@$(PYTHON) -m pytest -n 2 $(ARGS)
	@$(if $(ARGS),:,$(WITHOUT_NODE); $(MAKE) web-unit)

e2e: setup web-setup ## The browser tests: a whole system of their own and Chromium, which is got where that is allowed (ARGS="-g word")
	@CHROMIUM=$$(sh frontend/e2e/chromium.sh) && export CHROMIUM && cd frontend && node_modules/.bin/playwright test $(ARGS)

web-measure: setup web-setup ## What a visitor's first page costs in Chromium; fails beyond the bounds
	@CHROMIUM=$$(sh frontend/e2e/chromium.sh) && export CHROMIUM && cd frontend && MEASURE=1 node_modules/.bin/playwright test $(ARGS)

web-dev: web-setup ## The web while it is written (Turbopack) against a running API: WEB=off make run beside it
	@cd frontend && NEXT_TELEMETRY_DISABLED=1 API_URL="$(or $(API_URL),http://127.0.0.1:$(or $(PORT),8000))" \
		node_modules/.bin/next dev --hostname 127.0.0.1 --port $(or $(WEB_PORT),3000)

web-build: setup ## Build the web, unless this state of its sources is built
	@$(LOCAL) web-build

web-test: web-check web-unit ## All of the web that needs neither API nor browser

web-check: web-setup ## eslint, import cycles, types, and whether the API's types match openapi.json
	@cd frontend && PATH="$$PWD/node_modules/.bin:$$PATH" && export NEXT_TELEMETRY_DISABLED=1 && \
		eslint . && node scripts/import-cycles.mjs && next typegen >/dev/null && tsc --noEmit && node scripts/api-types.mjs --verify

web-unit: web-setup ## The web's unit tests (ARGS=path)
	@cd frontend && node_modules/.bin/vitest run $(ARGS)

fire: setup ## The tests of restarts, kills and absences in their long form (FIRE_ROUNDS=5), with figures
	@FIRE_ROUNDS=$(or $(FIRE_ROUNDS),5) $(PYTHON) -m pytest -s tests/fire $(ARGS)

check: lint types imports migration-lint openapi-verify contracts ## All that needs no running service; what CI asks first
	@$(WITHOUT_NODE); $(MAKE) web-check
	@echo "All checks passed."

lint: setup ## ruff: mistakes and format
	@$(PYTHON) -m ruff check $(SOURCES)
	@$(PYTHON) -m ruff format --check --quiet $(SOURCES) || { echo "Run \`make format\`."; exit 1; }

format: setup ## Let ruff format and repair what it can
	@$(PYTHON) -m ruff check --fix $(SOURCES)
	@$(PYTHON) -m ruff format $(SOURCES)

types: setup ## mypy --strict
	@$(PYTHON) -m mypy $(SOURCES)

imports: setup ## Check the layers and that no imports form a cycle (import-linter)
	@.venv/bin/lint-imports

diagrams: setup ## Draw the import graph and the data model into .local/diagrams/ (Mermaid)
	@$(WITH_SERVERS) -m service migrate >/dev/null && $(WITH_SERVERS) -m service.dev.diagrams .local/diagrams

migration-lint: setup ## squawk: migrations that would block or break a running service
	@.venv/bin/squawk $(TRANSACTIONAL) </dev/null
	@test -z "$(CONCURRENT)" || .venv/bin/squawk --no-assume-in-transaction $(CONCURRENT) </dev/null

contracts: setup ## SQL files against their stubs, migrations up, down, up
	@$(PYTHON) -m pytest -q -p no:cacheprovider tests/contracts

migrate: setup ## Bring the database to this code's schema
	@$(WITH_SERVERS) -m service migrate

migration-record: setup ## Add new migration files to migrations/hashes.txt
	@$(PYTHON) -m service migrate --record

rollback: setup ## Take back the newest migration (STEPS=…)
	@$(WITH_SERVERS) -m service rollback --steps $(or $(STEPS),1)

seed: setup ## Load the demo data into an empty database; SIZE=small|medium|large: a synthetic world
	@$(WITH_SERVERS) -m service seed $(if $(SIZE),--size $(SIZE))

admin: setup ## Make a maker an admin (EMAIL=…)
	@test -n "$(EMAIL)" || { echo "Say whom: make admin EMAIL=ada@example.org"; exit 2; }
	@$(WITH_SERVERS) -m service admin "$(EMAIL)"

openapi: setup ## Write openapi.json from the routes
	@$(PYTHON) -m service openapi

openapi-verify: setup ## Fail when openapi.json is not what the routes say
	@$(PYTHON) -m service openapi --verify

psql: setup ## An SQL prompt on the database
	@$(LOCAL) psql

logs-pretty: setup ## Follow the logs of `make run`, readable (or pipe JSON logs through `python -m service logs`)
	@$(PYTHON) -m service logs .local/logs/api.log .local/logs/worker.log

backup: setup ## Write the database to .local/backups/<time>.dump
	@$(WITH_SERVERS) -m service backup

restore: setup ## Put a backup back, whole or not at all (FILE=…; FORCE=1 replaces a database that is not empty)
	@test -n "$(FILE)" || { echo "Say which: make restore FILE=.local/backups/….dump"; exit 2; }
	@$(WITH_SERVERS) -m service restore "$(FILE)" $(if $(filter 1,$(FORCE)),--force)

serve: setup ## Only the API
	@$(WITH_SERVERS) -m service serve

worker: setup ## Only the worker
	@$(WITH_SERVERS) -m service worker

bench: setup ## Measure every scenario on 100,000 projects, some 14 minutes; writes bench/results/ (ARGS="--only star")
	@$(PYTHON) -m bench run $(ARGS)

bench-compare: setup ## This tree against another commit, in turn on the same data (REF=HEAD~1)
	@$(PYTHON) -m bench compare --ref "$(or $(REF),HEAD~1)" $(ARGS)

bench-smoke: setup ## Each scenario for a second, so that none rots
	@$(PYTHON) -m bench run --smoke --results .local/bench/results $(ARGS)

bench-lists: setup ## Every list, first page and 100,000 deep, on 10,000 and on 1,000,000 projects
	@$(PYTHON) -m bench lists $(ARGS)

bench-search: setup ## 200 searches in 1,000,000 projects (bench/queries.txt)
	@$(PYTHON) -m bench search $(ARGS)

bench-markdown: web-setup ## CPU time of hostile Markdown in the web's renderer at 16, 32 and 64 kB; fails above 50 ms
	@cd frontend && node --expose-gc scripts/bench-markdown.mjs

bench-streams: setup ## 5,000 open streams on one worker: what they weigh, how soon all hear
	@$(PYTHON) -m bench streams $(ARGS)

bench-hostile: setup ## A visitor's latency through API and web while both are attacked for 60 s; fails above 2 × quiet
	@$(PYTHON) -m bench hostile $(ARGS)

plans: setup ## Write the plans of the hot queries to docs/plans/ (on 100,000 projects of its own)
	@$(PYTHON) -m bench plans $(ARGS)

plans-verify: setup ## Fail when a hot query or a write reads a growing table from one end to the other, or too much of it
	@$(PYTHON) -m bench plans --verify $(ARGS)

clean: ## Remove the environment, caches and ALL local data (.local/, .venv/)
	@if [ -x $(PYTHON) ]; then $(LOCAL) clean; fi
	@rm -rf .local .venv bench/peers/fastify/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .schemathesis \
		frontend/node_modules frontend/.next frontend/next-env.d.ts frontend/tsconfig.tsbuildinfo
	@find service tests bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

.PHONY: help setup lock web-setup web-dev web-build web-test web-check web-unit web-measure e2e run test fire check lint format types imports diagrams migration-lint contracts migrate migration-record rollback \
	seed admin openapi openapi-verify psql logs-pretty backup restore serve worker bench bench-compare bench-smoke \
	bench-lists bench-search bench-markdown bench-streams bench-hostile plans plans-verify clean
