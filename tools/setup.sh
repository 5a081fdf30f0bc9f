#!/bin/sh
# Set up .venv with everything the lock names: by uv where it is installed, else by pip with hashes.
set -eu
cd "$(dirname "$0")/.."

VENV=.venv
WHEELS=${COMMUNIQUE_WHEELS:-${XDG_CACHE_HOME:-$HOME/.cache}/communique/wheels}
LOG=build/setup.log

say() { printf '%s\n' "$*" >&2; }
fail() { for line in "$@"; do say "$line"; done; exit 1; }

set_up_with_uv() {
  say "Setting up with uv${1:+ and $1} …"
  uv sync --frozen ${1:+--python "$1"} >>"$LOG" 2>&1 && return
  uv sync --frozen --offline ${1:+--python "$1"} >>"$LOG" 2>&1 && return
  tail -n 15 "$LOG" >&2
  fail "uv could not set up $VENV; the lines above, and $LOG, name what is missing." \
    "Without a connection, every package of uv.lock (and Python 3.12 or later) has to be in uv's cache."
}

set_up_with_pip() {
  say "Setting up with pip and $1 …"
  if ! "$VENV/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; then
    "$1" -m venv --clear "$VENV" >>"$LOG" 2>&1 || fail "$1 cannot make a virtual environment (see $LOG)." \
      "On Debian and Ubuntu the package python3-venv is missing; install it and run make again."
  fi
  pip="$VENV/bin/python -m pip --disable-pip-version-check --no-input"
  mkdir -p "$WHEELS"
  if ! $pip install --no-index --find-links "$WHEELS" --require-hashes -r requirements.lock.txt >>"$LOG" 2>&1; then
    say "Fetching the packages of requirements.lock.txt, once; they are kept in $WHEELS …"
    if ! $pip download --quiet --require-hashes -r requirements.lock.txt -d "$WHEELS" >>"$LOG" 2>&1 ||
      ! $pip install --no-index --find-links "$WHEELS" --require-hashes -r requirements.lock.txt >>"$LOG" 2>&1; then
      grep -iE 'error|no matching|could not' "$LOG" | tail -n 5 >&2
      fail "Some packages of requirements.lock.txt could not be fetched or installed; the whole story is in $LOG." \
        "Without a connection, they have to be in $WHEELS (set COMMUNIQUE_WHEELS for another folder)."
    fi
  fi
  if ! $pip install --no-index --no-deps --no-build-isolation --editable . >>"$LOG" 2>&1; then
    tail -n 5 "$LOG" >&2
    fail "Communiqué itself could not be installed; see $LOG."
  fi
}

mkdir -p build
: >"$LOG"
python=$(sh tools/find_python.sh)
if command -v uv >/dev/null 2>&1; then
  set_up_with_uv "$python"
elif [ -n "$python" ]; then
  set_up_with_pip "$python"
else
  fail "Communiqué needs Python 3.12 or later, and none was found on PATH or under ~/.pyenv/versions." \
    "Install it (python.org, your system's packages, pyenv), or install uv, which fetches one itself; then run make again." \
    "If yours is elsewhere: make PYTHON=/path/to/python3"
fi
touch "$VENV/.set-up"
say "Everything is set up in $VENV."
