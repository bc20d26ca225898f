"""`python -m whoarms` is the command line."""

from whoarms.cli import main

main()
