# Every task of the project. `make run` and `make test` need Python 3.12, make and a C compiler, no more.

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.set-up
ARCHIVE := build/run/examples.sqlite
PICTURED := examples/china-russia-committee-2023.txt
SECONDS := 60
export PYTHON

# An environment that was moved, or whose Python is gone, is set up again.
$(shell test ! -e $(STAMP) || $(BIN)/python tools/is_set_up.py 2>/dev/null || rm -f $(STAMP))

.PHONY: help setup run test fuzz lint types format docs picture lock clean

help: ## Show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1	\2/' | expand -t 18

setup: $(STAMP) ## Make .venv with everything locked

$(STAMP): pyproject.toml uv.lock requirements.lock.txt tools/setup.sh
	@sh tools/setup.sh

run: $(STAMP) ## Read the example reports into an archive and show what was found
	@mkdir -p $(dir $(ARCHIVE))
	$(BIN)/communique read examples --archive $(ARCHIVE) --print
	@printf '%s\n' '' 'Next, for example:' '' \
	  '  $(BIN)/communique find --kind meeting --archive $(ARCHIVE)' \
	  '  $(BIN)/communique code YOUR-REPORT.txt' \
	  '  $(BIN)/communique read YOUR-FOLDER' \
	  '  $(BIN)/communique --help' \
	  '  make test' '' 'The guide: make docs, then docs/_build/html/index.html'

test: $(STAMP) ## Run every test
	@$(BIN)/pytest

fuzz: $(STAMP) ## Throw broken input at every door of the program, a minute each (SECONDS=60); Linux
	@mkdir -p build
	@$(BIN)/python -c 'import atheris' 2>/dev/null || $(BIN)/pip install --quiet atheris==3.1.0
	@for door in $$($(BIN)/python fuzz/doors.py); do echo "$$door"; \
	  $(BIN)/python fuzz/fuzz.py "$$door" $(SECONDS) > build/fuzz-$$door.log 2>&1 || { tail -20 build/fuzz-$$door.log; exit 1; }; done

lint: $(STAMP) ## Check style and layout
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(STAMP) ## Check types
	@$(BIN)/mypy

format: $(STAMP) ## Lay the code out and mend what can be mended
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

docs: $(STAMP) ## Build the documentation into docs/_build/html
	@$(BIN)/sphinx-build -W --keep-going -q -b html docs docs/_build/html
	@echo "Open docs/_build/html/index.html"

picture: $(STAMP) ## Draw the picture of the README anew
	@$(BIN)/python tools/draw_picture.py $(PICTURED) docs/_static/code.svg

lock: ## Resolve the dependencies anew; needs uv
	@uv lock --python "$$(sh tools/find_python.sh)" --default-index https://pypi.org/simple
	@uv export --python "$$(sh tools/find_python.sh)" --frozen --quiet --all-groups --no-emit-project --no-header --format requirements.txt --output-file requirements.lock.txt

clean: ## Remove what was built; .venv and the caches of packages stay
	@rm -rf build dist docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis
