# Two commands matter: `make run` and `make test`. Each sets up what it needs and redoes only what changed.
PYTHON ?= python3
PORT ?= 3000
CHROMIUM ?= $(firstword $(wildcard /usr/bin/chromium) $(shell command -v chromium 2>/dev/null))
# Test processes; 0 runs every test in one, for a debugger.
WORKERS ?= 2
PYTEST = .venv/bin/pytest -n $(WORKERS)
MANAGE = .venv/bin/python manage.py
NPM = npm --prefix client

# A stamp's date says when its step was last done.
RUNTIME = .venv/.runtime
DEVELOPMENT = .venv/.development
INFRA = .venv-infra/.infra
DELIVERY = .venv-delivery/.delivery
NODE_MODULES = client/node_modules/.package-lock.json
CLIENT = client/dist/index.html
STATIC = staticfiles/staticfiles.json
# Folders are listed too: a file that was deleted changes its folder's date.
CLIENT_SOURCES := $(shell find client/src client/build client/public client/*.html client/*.ts client/*.json 2>/dev/null)
STATIC_SOURCES := $(shell find */static 2>/dev/null)

export PORT CHROMIUM
.DELETE_ON_ERROR:
.PHONY: help run build test release-check lint types schema schema-check messages check delivery-check infra-check audit requirements screenshots clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

define WELCOME

  Tablet       http://localhost:$(PORT)/         store demo, tables 1 to 12, PIN 1234
  Staff board  http://localhost:$(PORT)/staff    store demo, staff / staff1234 or manager / manager1234
  Back office  http://localhost:$(PORT)/admin/   manager / manager1234 or admin / admin1234

  Ctrl-C stops the server.

endef
export WELCOME

build: $(RUNTIME) $(CLIENT) $(STATIC) ## packages, screens and static files, without starting anything

run: build ## the whole product with a demo store on http://localhost:$PORT (3000)
	@$(MANAGE) migrate --no-input --verbosity 0
	@$(MANAGE) load_demo $(if $(PAST_DAYS),--past-days $(PAST_DAYS))
	@echo "$$WELCOME"
	@exec .venv/bin/gunicorn -c tableorder/gunicorn.py tableorder.asgi:application

# PostgreSQL's run is the whole suite; measuring coverage once halves the time of the other.
test: $(DEVELOPMENT) build ## every test, on SQLite, PostgreSQL and in a browser, with the coverage gates
	@test -n "$(CHROMIUM)" || { echo "No Chromium found, so the browser tests are left out: install one, or point CHROMIUM at it." >&2 \
		&& test -z "$(REQUIRE_BROWSER)"; }
	$(NPM) run coverage
	DATABASE_URL=sqlite:///db.sqlite3 $(PYTEST) -m "not journey and not postgresql"
	rm -f .coverage .coverage.*
	.venv/bin/python tests/postgres.py -- $(PYTEST) --cov $(if $(CHROMIUM),,-m "not journey")

release-check: $(DEVELOPMENT) ## releases, rollback, power cut and restore on real containers (needs Docker)
	docker build --tag tableorder:check .
	APP_IMAGE=tableorder:check .venv/bin/pytest -m engine tests/delivery

lint: $(DEVELOPMENT) $(NODE_MODULES) ## style and likely mistakes
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	$(NPM) run lint

types: $(DEVELOPMENT) $(NODE_MODULES) ## static types
	.venv/bin/mypy
	$(NPM) run types

schema: $(DEVELOPMENT) $(NODE_MODULES) ## write docs/openapi.yaml and the SPA's types from the code
	$(MANAGE) spectacular --validate --fail-on-warn --file docs/openapi.yaml
	$(NPM) run generate

schema-check: $(DEVELOPMENT) $(NODE_MODULES) ## fail when either is stale
	@fresh=$$(mktemp) && trap 'rm -f "$$fresh"' EXIT \
	&& $(MANAGE) spectacular --validate --fail-on-warn --file "$$fresh" \
	&& { diff -u docs/openapi.yaml "$$fresh" || { echo "docs/openapi.yaml is stale: run make schema." >&2; exit 1; }; }
	$(NPM) run generate -- --check

CATALOGUE = tableorder/locale/ko/LC_MESSAGES/django
messages: $(DEVELOPMENT) ## collect what the server says into the Korean catalogue, and compile it
	PYTHONPATH=. .venv/bin/pybabel -q extract -F pyproject.toml -k gettext_lazy -k _ -k ngettext_lazy:1,2 --no-location \
		--sort-output --no-wrap -o $(CATALOGUE).pot accounts menu tables orders tableorder templates
	.venv/bin/pybabel -q update -D django -i $(CATALOGUE).pot -d tableorder/locale -l ko --no-fuzzy-matching \
		--ignore-obsolete --no-wrap --ignore-pot-creation-date
	rm $(CATALOGUE).pot
	.venv/bin/pybabel -q compile -D django -d tableorder/locale -l ko
	.venv/bin/pybabel -q compile -D djangojs -d accounts/locale -l ko

check: $(DEVELOPMENT) ## migrations match the models, production settings are safe
	DATABASE_URL=sqlite://:memory: $(MANAGE) makemigrations --check --dry-run
	key=$$(.venv/bin/python -c 'import secrets; print(secrets.token_hex(40))') \
	&& APP_ENV=production SECRET_KEY=$$key JWT_SECRET=$$key ALLOWED_HOSTS=example.com DATABASE_URL=postgres://localhost/tableorder \
		$(MANAGE) check --deploy --fail-level WARNING

delivery-check: infra-check $(DELIVERY) $(DEVELOPMENT) ## Dockerfile, compose file, scripts and workflows, and the pipeline with a fault in every stage
	PATH="$(CURDIR)/.venv-delivery/bin:$$PATH" infra/ci/check
	PATH="$(CURDIR)/.venv-delivery/bin:$$PATH" $(PYTEST) tests/pipeline/whole_runs.py

audit: $(DELIVERY) ## ask the registries for known holes in what we install
	PATH="$(CURDIR)/.venv-delivery/bin:$$PATH" infra/ci/audit

COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make requirements" $(UV_FLAGS)
requirements: $(DEVELOPMENT) ## pin what pyproject.toml asks for (newest: UV_FLAGS=--upgrade)
	$(COMPILE) --output-file requirements.txt pyproject.toml
	$(COMPILE) --output-file requirements-dev.txt --group dev --constraint requirements.txt pyproject.toml
	$(COMPILE) --output-file requirements-infra.txt --group pyproject.toml:infra
	$(COMPILE) --output-file requirements-delivery.txt --group pyproject.toml:delivery

infra-check: $(INFRA) ## the cloud templates, infra/up against a stand-in for AWS, and what a new machine does
	.venv-infra/bin/pytest -c tests/infra/pytest.ini --rootdir . --confcutdir tests/infra tests/infra

screenshots: $(DEVELOPMENT) $(CLIENT) $(STATIC) ## take the pictures of docs/screens
	.venv/bin/python -m tests.pictures

clean: ## remove what the other commands made; data and secrets stay
	rm -rf .venv .venv-delivery .venv-infra .postgres .mypy_cache .pytest_cache .ruff_cache .coverage .coverage.* staticfiles
	rm -rf client/node_modules client/dist client/coverage
	find . -name __pycache__ -prune -exec rm -rf {} +

$(RUNTIME): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed. If it has another name: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt $(RUNTIME)
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# A virtualenv of its own: the cloud's tools pin packages that the server pins otherwise.
$(INFRA): requirements-infra.txt
	$(PYTHON) -m venv .venv-infra
	.venv-infra/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-infra.txt
	@touch $@

# The checkers' own needs would bind the server's.
$(DELIVERY): requirements-delivery.txt
	$(PYTHON) -m venv .venv-delivery
	.venv-delivery/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-delivery.txt
	@touch $@

$(NODE_MODULES): client/package-lock.json
	@node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)' \
		|| { echo "Node 20.19 or newer is needed." >&2; exit 1; }
	$(NPM) ci --no-audit --no-fund
	@touch $@

$(CLIENT): $(NODE_MODULES) $(CLIENT_SOURCES) | $(RUNTIME)
	$(NPM) run build
	.venv/bin/python -m whitenoise.compress --quiet client/dist

$(STATIC): $(RUNTIME) $(STATIC_SOURCES)
	$(MANAGE) collectstatic --no-input --clear --verbosity 0
