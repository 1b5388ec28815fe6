# One command a wish; each does its own set-up. A second run finds .venv ready and costs nothing.
#
#   make demo      the sample meeting becomes a bilagssamling in demo/, and the window opens on it
#   make test      the daily tests, on two cores
#   make check     ruff, mypy, layers and house rules
#   make torture   the long tests
#   make fuzz      spoiled files of every kind for 10 minutes; FUZZ_SECONDS=60 for one
#   make bench     speed and memory beside qpdf; rewrites the tables of docs/benchmarks.md
#   make translations   takes the window's new and changed texts into its catalogues
#   make screenshots   every pane, dialog and menu as pictures in docs/screenshots/, to be looked at
#   make lock      renews constraints.txt
#   make clean     removes what these commands made, but not demo/

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready
SAMPLE := resources/sample/meeting.json
CATALOGUES := $(patsubst %.ts,%.qm,$(wildcard resources/translations/*.ts))
DESK := $(BIN)/python -m kkr_desk --store demo/store

.DEFAULT_GOAL := help
.PHONY: help setup demo test check torture fuzz bench translations screenshots lock clean

help:
	@sed -n '3,12s/^#   //p' Makefile

setup: $(READY) $(CATALOGUES)

# Constraints bind what is installed and, through the environment, what builds it.
$(READY): pyproject.toml constraints.txt scripts/system-packages
	@PYTHON="$(PYTHON)" sh scripts/system-packages required
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "KKR Desk needs Python 3.11 or newer")'
	@test -x $(BIN)/python || "$(PYTHON)" -m venv .venv
	@echo "Installing what constraints.txt names; the first time this takes a minute."
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[dev]'
	@touch $@

# What the window says, in the form that Qt reads; docs/decisions/0008-danish-source-text.md.
%.qm: %.ts $(READY)
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

demo: setup
	@rm -rf demo/store && mkdir -p demo
	@$(DESK) import $(SAMPLE)
	@$(DESK) export "KKR Midtsjælland" -o demo/bilagssamling.pdf
	@$(DESK) export "KKR Midtsjælland" --document index -o demo/indholdsfortegnelse.pdf
	@$(DESK) export "KKR Midtsjælland" --format docx -o demo/bilagssamling.docx
	@printf '\nPrøvemødet er klar:\n  bilagssamling         demo/bilagssamling.pdf\n'
	@printf '  indholdsfortegnelse   demo/indholdsfortegnelse.pdf\n  til redigering i Word demo/bilagssamling.docx\n'
	@printf '  mødets mappe          demo/store\n\n'
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then echo 'Vinduet åbner.'; $(DESK); \
	else echo 'Vinduet åbnes på en maskine med skærm:  $(BIN)/kkr-desk --store demo/store'; fi

test: setup
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not torture" -rs

torture: setup
	@sh scripts/system-packages optional
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[dev,checks]'
	$(BIN)/python -m pytest -n 2 --dist worksteal --hypothesis-profile=torture -o faulthandler_timeout=1800

fuzz: setup
	$(BIN)/python -m tests.fuzz

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_layers.py tests/test_house_rules.py

bench: setup
	@sh scripts/system-packages bench
	$(BIN)/python -m benchmarks

translations: setup
	$(BIN)/python resources/translations/make_catalogues.py

screenshots: setup
	@rm -rf docs/screenshots
	$(BIN)/python scripts/screenshots.py docs/screenshots

lock:
	PYTHON="$(PYTHON)" sh scripts/lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	rm -f $(CATALOGUES)
