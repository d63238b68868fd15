# The commands of this project. `make` alone lists them.
PYTHON ?= python3
PORT ?= 8000
CHROMIUM ?= $(firstword $(foreach name,chromium-headless-shell chromium chromium-browser google-chrome microsoft-edge,$(shell command -v $(name))))
QUIET_BROWSER = --headless --no-sandbox --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync
export NO_MKDOCS_2_WARNING = 1
unexport PYTHONDONTWRITEBYTECODE  # or each command compiles all of its code again

.PHONY: help serve check edit editor tidy build hosts pdf offline proposal preview record lint test test-clients successors audit bench amend undo edition due lock clean

help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

serve: .venv/ready  ## show the site on http://127.0.0.1:8000 while you edit (PORT=8001 for another port)
	.venv/bin/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

check: .venv/ready  ## name what is wrong with the data, the pages and their links, and what make amend would record
	@.venv/bin/python -m macros.commands.check

edit: .venv/ready  ## show the site with a form that edits the files of this folder (needs Node.js)
	@.venv/bin/python -m macros.commands.edit --port $(PORT)

editor: .venv/ready  ## get the editor, if the site has its form switched on (needs Node.js)
	@.venv/bin/python -m macros.commands.edit --fetch

tidy: .venv/ready  ## write the data as a form in a browser would (changes no meaning)
	@.venv/bin/python -m macros.commands.tidy

build: .venv/ready  ## write the site to site/; a failed build leaves the last good one alone
	@.venv/bin/python -m macros.commands.build

hosts: .venv/ready  ## write the configuration of nginx, of a container and of Azure Static Web Apps to dist/hosts/ (OPTIONS=--help)
	@.venv/bin/python -m macros.commands.hosts $(OPTIONS)

pdf: build  ## write the whole framework as dist/handbook.pdf (as root it installs a browser)
	@tests/install_browser.sh && mkdir -p dist
	@$(CHROMIUM) $(QUIET_BROWSER) --no-pdf-header-footer --generate-pdf-document-outline --print-to-pdf=dist/handbook.pdf file://$(CURDIR)/site/handbook/whole/index.html 2>/dev/null

offline: .venv/ready  ## write dist/practice-standards.zip, a copy that opens from disk
	@.venv/bin/python -m macros.commands.build --offline

proposal: .venv/ready  ## check a proposal, and write what was found to dist/proposal.md
	@.venv/bin/python -m macros.commands.proposal

preview: .venv/ready  ## write dist/preview.zip, a copy of a proposal that opens from disk
	@.venv/bin/python -m macros.commands.build --preview

record: .venv/ready  ## record what was taken in, commit it and push it, without a question
	@.venv/bin/python -m macros.commands.record

lint: .venv/ready  ## check style, types and who imports whom
	@.venv/bin/ruff check --quiet macros tests
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo

test: .venv/ready  ## run every test (as root it installs a browser)
	@$(MAKE) --no-print-directory --jobs=2 lint check
	@tests/install_browser.sh
	.venv/bin/python -m pytest --numprocesses auto --dist loadfile

test-clients: .venv/ready  ## have real calendar programs read the calendars (as root it installs them)
	@PYTHON=$(PYTHON) tests/clients/install.sh
	.venv/bin/python -m pytest tests/clients

successors: .venv/ready .successors/ready  ## build the same site with ProperDocs and MaterialX, and compare (as root it installs a browser)
	@tests/install_browser.sh
	.venv/bin/python -m pytest tests/successors

audit: .venv/ready  ## have Lighthouse, the Nu HTML checker and axe judge every page (as root it installs them)
	@tests/install_browser.sh
	@tests/audit/install.sh
	.venv/bin/python -m pytest --tb=line tests/audit/test_lighthouse.py
	.venv/bin/python -m pytest --tb=line --numprocesses auto --ignore tests/audit/test_lighthouse.py tests/audit

bench: .venv/ready  ## time the build at four sizes and the search at two, beside others (as root it installs what it needs)
	@tests/install_browser.sh
	@tests/benchmarks/install.sh
	@.venv/bin/python -m tests.benchmarks.speed
	@.venv/bin/python -m tests.benchmarks.search

amend: .venv/ready  ## explain the changes you made, so that they can be published (OPTIONS= answers beforehand; --help lists them)
	@.venv/bin/python -m macros.commands.amend $(OPTIONS)

undo: .venv/ready  ## take back the newest amendment by a new one that restores what held before (OPTIONS= as for amend)
	@.venv/bin/python -m macros.commands.undo $(OPTIONS)

edition: .venv/ready  ## keep the present edition below docs/editions/ and name a new one (OPTIONS="--name='March 2027'")
	@.venv/bin/python -m macros.commands.edition $(OPTIONS)

due: .venv/ready  ## list the reviews that are overdue or soon due (exit status 1 if there are any)
	@.venv/bin/python -m macros.commands.due

lock: pyproject.toml  ## work out the exact versions again (needs uv)
	uv pip compile --universal --generate-hashes --no-header --extra test --upgrade pyproject.toml -o requirements.txt
	uv pip compile --universal --generate-hashes --no-header --upgrade tests/clients/requirements.in -o tests/clients/requirements.txt
	uv pip compile --universal --generate-hashes --no-header --upgrade --constraint requirements.txt --no-emit-package mkdocs-material \
		pyproject.toml tests/successors/requirements.in -o tests/successors/requirements.txt

clean:  ## remove what the commands made
	rm -rf .venv .successors .build .editor dist site .mypy_cache .ruff_cache .import_linter_cache

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: set PYTHON=, or install it."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { [ "$$(id -u)" = 0 ] && apt-get -qq update && apt-get -qq install -y python3-venv; } \
		|| { echo "Python's venv is missing. Install it with: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

.successors/ready: tests/successors/requirements.txt | .venv/ready
	.venv/bin/python -m venv --clear .successors
	.successors/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement tests/successors/requirements.txt
	@touch $@
