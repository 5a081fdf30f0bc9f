"""Run the command line with `python -m communique`."""

import sys

from communique.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
