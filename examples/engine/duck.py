#!/usr/bin/env python3
"""Exports the rows of every plan below a folder and asks DuckDB the five questions of city.sql.

    duck.py PLANS --as-of 2020-11-24 --out FOLDER [--workplan PROGRAM]

FOLDER gets rows/*.jsonl, rows/*.parquet and answers.jsonl. Needs Python's duckdb.
"""

import argparse
import os
import pathlib
import subprocess
import sys

import duckdb

from common import TABLES, before_questions, questions, write_answers


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("plans")
    options.add_argument("--as-of", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--workplan", default="workplan")
    asked = options.parse_args()
    out = pathlib.Path(asked.out).resolve()
    (out / "rows").mkdir(parents=True, exist_ok=True)
    unread = 0
    for table in TABLES:
        command = [asked.workplan, "export", "--plans", asked.plans, "--as-of", asked.as_of, "--format", "jsonl"]
        file = out / "rows" / f"{table}.jsonl"
        ran = subprocess.run([*command, "--what", table, "--out", file, "--quiet"], check=False)
        # 1: some plans could not be read, as it has said; the rows of the others are there.
        if ran.returncode not in (0, 1):
            sys.exit(ran.returncode)
        unread = max(unread, ran.returncode)
    os.chdir(out)
    engine = duckdb.connect()
    engine.execute(before_questions())
    write_answers("answers.jsonl", [(name, engine.execute(query).fetchall()) for name, query in questions()])
    sys.exit(unread)


main()
