"""``python -m klimabruecke`` is the command line."""

import gc

gc.disable()  # nothing that is imported is garbage: looking for it takes a sixth of the start

from klimabruecke.cli import main  # noqa: E402

gc.enable()
main()
