#!/bin/sh
# Print the path of a Python that runs and is 3.12 or later; print nothing where there is none.
# A name on PATH may be a shim that refuses to run, so each interpreter is asked itself.
is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

for name in ${PYTHON:-} python3.12 python3.13 python3 python python3.14; do
  if path=$(command -v "$name" 2>/dev/null) && is_new_enough "$path"; then echo "$path"; exit; fi
done
for path in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python3; do
  if [ -x "$path" ] && is_new_enough "$path"; then echo "$path"; exit; fi
done
