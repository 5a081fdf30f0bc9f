"""Exit with 0 where the environment's Communiqué is the one of this checkout, with 1 where it is another or none."""

import sys
from pathlib import Path

import communique

sys.exit(not Path(str(communique.__file__)).samefile("src/communique/__init__.py"))
