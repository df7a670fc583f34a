"""`python -m formats` is the command `formats`."""

import sys

from formats.cli import main

if __name__ == "__main__":
    sys.exit(main())
