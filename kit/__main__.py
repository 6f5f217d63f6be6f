"""`python -m kit` is the `leefkit` command."""

from kit.cli import main

if __name__ == "__main__":
    main()
