# The commands of this project. `make` alone lists them.
PYTHON ?= python3
PORT ?= 8000
export NO_MKDOCS_2_WARNING = 1
unexport PYTHONDONTWRITEBYTECODE  # or each command compiles all of its code again

.PHONY: help serve check edit editor tidy browser build hosts pdf offline proposal preview record lint test test-clients successors audit bench vulnerabilities licences sbom amend undo edition due lock update clean

# Where .venv is damaged, or of another version of Python than PYTHON= asks for, it is made anew.
ASKED = $(if $(filter file,$(origin PYTHON)),,$(PYTHON))
ifneq ($(shell .venv/bin/python -IS macros/commands/venv.py $(ASKED) 2>/dev/null),whole)
.PHONY: .venv/ready
endif

help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

serve: .venv/ready  ## show the site on http://127.0.0.1:8000 while you edit (PORT=8001 for another port)
	@.venv/bin/python -m macros.commands.serve --port $(PORT)

check: .venv/ready  ## name what is wrong with the data, the pages and their links, and what make amend would record
	@.venv/bin/python -m macros.commands.check

edit: .venv/ready  ## show the site with a form that edits the files of this folder (needs Node.js)
	@.venv/bin/python -m macros.commands.edit --port $(PORT)

editor: .venv/ready  ## get the editor, if the site has its form switched on (needs Node.js)
	@.venv/bin/python -m macros.commands.edit --fetch

tidy: .venv/ready  ## write the data as a form in a browser would (changes no meaning)
	@.venv/bin/python -m macros.commands.tidy

build: .venv/ready  ## write the site to site/, with copies to keep; a failed build leaves the last good one alone
	@.venv/bin/python -m macros.commands.build

hosts: .venv/ready  ## write the configuration of nginx, of a container and of Azure Static Web Apps to dist/hosts/ (OPTIONS=--help)
	@.venv/bin/python -m macros.commands.hosts $(OPTIONS)

browser:  ## have a browser, with which make build prints (as root it installs one)
	@tests/install_browser.sh

pdf: .venv/ready browser  ## write the whole framework as dist/handbook.pdf, and leave site/ alone (as root it installs a browser)
	@.venv/bin/python -m macros.commands.build --pdf

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

vulnerabilities: .supply/ready  ## name what is known against a package that is pinned; fails where a newer version mends it
	@.supply/bin/python -m tests.supply.vulnerabilities

licences: .venv/ready  ## list the licence of each package, and name those that nobody has judged
	@.venv/bin/python -m tests.supply.licences

sbom: .venv/ready .supply/ready  ## write dist/sbom.json, which packages there are, for programs (CycloneDX)
	@mkdir -p dist
	@.supply/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-file dist/sbom.json .venv/bin/python

amend: .venv/ready  ## explain the changes you made, so that they can be published (OPTIONS= answers beforehand; --help lists them)
	@.venv/bin/python -m macros.commands.amend $(OPTIONS)

undo: .venv/ready  ## take back the newest amendment by a new one that restores what held before (OPTIONS= as for amend)
	@.venv/bin/python -m macros.commands.undo $(OPTIONS)

edition: .venv/ready  ## keep the present edition below docs/editions/ and name a new one (OPTIONS="--name='March 2027'")
	@.venv/bin/python -m macros.commands.edition $(OPTIONS)

due: .venv/ready  ## list the reviews that are overdue or soon due (exit status 1 if there are any)
	@.venv/bin/python -m macros.commands.due

COMPILE = .supply/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header
lock: .supply/ready  ## work out the exact versions again
	$(COMPILE) --extra test --upgrade pyproject.toml -o requirements.txt
	$(COMPILE) --upgrade tests/supply/requirements.in -o tests/supply/requirements.txt
	$(COMPILE) --upgrade tests/clients/requirements.in -o tests/clients/requirements.txt
	$(COMPILE) --upgrade --constraint requirements.txt --no-emit-package mkdocs-material \
		pyproject.toml tests/successors/requirements.in -o tests/successors/requirements.txt

update: lock  ## work them out, and push what is newer to the branch newer-packages, for a proposal
	@tests/supply/propose.sh

clean:  ## remove what the commands made
	rm -rf .venv .successors .supply .build .editor dist site .mypy_cache .ruff_cache .import_linter_cache

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: set PYTHON=, or install it."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { [ "$$(id -u)" = 0 ] && apt-get -qq update && apt-get -qq install -y python3-venv; } \
		|| { echo "Python's venv is missing. Install it with: sudo apt install python3-venv"; exit 1; }
	@[ ! -e .venv ] || echo ".venv is damaged, out of date or of another Python: it is made anew."
	$(PYTHON) -m venv --clear .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@.venv/bin/python -IS macros/commands/venv.py --made

.successors/ready: tests/successors/requirements.txt | .venv/ready
	.venv/bin/python -m venv --clear .successors
	.successors/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement tests/successors/requirements.txt
	@touch $@

.supply/ready: tests/supply/requirements.txt | .venv/ready
	.venv/bin/python -m venv --clear .supply
	.supply/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement tests/supply/requirements.txt
	@touch $@
