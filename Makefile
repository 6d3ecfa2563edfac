# What a person, a machine or a pipeline runs here. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help setup data run test faults tools paper lint bench lighthouse fuzz card map lock clean

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8050
DATA_DIR ?= data
export HOST PORT

BIN := .venv/bin
INSTALL := $(BIN)/pip install -qq --disable-pip-version-check --require-hashes --only-binary=:all:
COMPILE := build/lock/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" --python-version 3.11
DATA_BUILT := build/data-$(firstword $(shell printf %s '$(DATA_DIR)' | cksum))

help: ## List what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16
	@echo "Settings: PORT ($(PORT)), HOST ($(HOST)), DATA_DIR ($(DATA_DIR)), PYTHON ($(PYTHON))"

setup: .venv/.runtime assets/vendor/manifest.json data paper ## Install what the site needs and build the data release

run: setup ## Serve the site at http://HOST:PORT
	@echo "4/4 Serving at http://$(HOST):$(PORT)/  (stop with Ctrl-C)"
	@exec $(BIN)/gunicorn

test: setup tools lint ## Run every check and test
	@$(BIN)/pytest -n 2 --dist loadfile

faults: .venv/.development ## Kill publishers 200 times while readers read, and count what came of it (five to ten minutes)
	@$(BIN)/python -m tests.faults 200
	@FAULTS_EACH=20 $(BIN)/pytest -q tests/test_faults_publishers.py -k f23

lint: .venv/.development ## Check the style of the program and of the questions
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/sqlfluff lint --disable-progress-bar queries

bench: setup tools .venv/.development ## Measure the questions, and the site in a browser
	@$(BIN)/python -m bench.queries
	@$(BIN)/python -m bench.callbacks
	@$(BIN)/python -m bench.site
	@$(BIN)/python -m bench.map
	@$(BIN)/python -m bench.pack
	@$(BIN)/python -m bench.heatmap
	@$(BIN)/python -m bench.maturity
	@$(BIN)/python -m bench.deliveries

lighthouse: setup tools .venv/.development bench/lighthouse/node_modules/.installed ## Score five pages with Lighthouse (fifteen minutes)
	@$(BIN)/python -m bench.lighthouse

fuzz: setup .venv/.development ## Ask the interface everything its own description allows, and what it forbids (EXAMPLES=50)
	@$(BIN)/python -m tests.fuzz_interface $(or $(EXAMPLES),50)

card: .venv/.development tools ## Draw the picture of a shared address anew (assets/card-*.png)
	@$(BIN)/python assets/build/card.py

map: .venv/.runtime node_modules/.installed ## Draw our own maps anew (data/raw/shapes.csv)
	@$(BIN)/python -m data.map

lock: .venv/.runtime ## Pin every package anew from the .in files and package.json (UPGRADE=--upgrade for newer ones)
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/pip install -qq --disable-pip-version-check --require-hashes -r requirements-lock.txt
	@for name in requirements requirements-dev requirements-node requirements-lock; do \
		$(COMPILE) $(UPGRADE) $$name.in -o $$name.txt; done
	@for folder in . bench/lighthouse; do \
		deploy/node.sh npm install --prefix $$folder --package-lock-only --ignore-scripts --silent; done

clean: ## Remove everything that set-up made, but no data release
	@rm -rf .venv node_modules bench/lighthouse/node_modules assets/vendor build .pytest_cache .ruff_cache .hypothesis

.venv/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || deploy/debian.sh python3-venv
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.runtime: requirements.txt | .venv/.created
	@echo "1/4 Installing Python packages …"
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/.development: requirements-dev.txt .venv/.runtime
	@echo "Installing the tools of development …"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

node_modules/.installed: package-lock.json requirements-node.txt | .venv/.runtime
	@echo "2/4 Installing browser packages …"
	@deploy/node.sh npm ci --ignore-scripts --silent
	@touch $@

bench/lighthouse/node_modules/.installed: bench/lighthouse/package-lock.json | .venv/.runtime
	@deploy/node.sh npm ci --prefix bench/lighthouse --ignore-scripts --silent
	@touch $@

assets/vendor/manifest.json: node_modules/.installed $(wildcard assets/build/*)
	@deploy/node.sh node assets/build/vendor.mjs
	@touch $@

# A release is built when deliveries or their descriptions have changed since; a rollback is left as it is.
data: .venv/.runtime
	@changed() { find data "$(DATA_DIR)/raw" \( -name releases -o -name received -o -name __pycache__ \) -prune -o -newer $(DATA_BUILT) -print; }; \
	if [ -d "$(DATA_DIR)/raw" ] && { [ ! -e $(DATA_BUILT) ] || [ ! -e "$(DATA_DIR)/releases/CURRENT" ] \
		|| [ -n "$$(changed)" ]; }; then \
		echo "3/4 Building the data release …"; \
		$(BIN)/python -m data build; \
		mkdir -p build; touch $(DATA_BUILT); \
	fi

# What WeasyPrint draws with. Without it everything else works, and the pack's PDF is refused with a sentence.
# (`grep -q` would leave early, and ldconfig would then fail of the broken pipe now and then.)
paper:
	@/sbin/ldconfig -p | grep libpangoft2-1.0.so.0 >/dev/null && /sbin/ldconfig -p | grep libharfbuzz-subset.so.0 >/dev/null \
		|| deploy/debian.sh libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
		|| echo "Without them the site works, but the PDF of the meeting pack cannot be made"

tools:
	@[ -x /usr/bin/chromium ] || deploy/debian.sh chromium fonts-dejavu-core libatomic1
	@[ -x /usr/sbin/nginx ] || deploy/debian.sh nginx-light
	@[ -x /usr/bin/openssl ] || deploy/debian.sh openssl
