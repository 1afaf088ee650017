"""Run the command line with `python -m goodoffices`."""

from goodoffices.cli.main import main

if __name__ == "__main__":
    main()
