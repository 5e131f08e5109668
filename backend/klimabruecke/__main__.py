"""``python -m klimabruecke`` is the command line."""

from klimabruecke.cli import main

main()
