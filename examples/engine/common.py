"""What both engines share: the questions of city.sql, and answers as JSON that can be compared."""

import datetime
import decimal
import json
import pathlib

TABLES = ["tasks", "entries", "notices"]
SQL = pathlib.Path(__file__).with_name("city.sql").read_text(encoding="utf-8")


def before_questions():
    """The statements before the first question: DuckDB's own."""
    return SQL.split("\n-- question: ")[0]


def questions():
    """Each question's name and its query."""
    for part in SQL.split("\n-- question: ")[1:]:
        name, query = part.split("\n", 1)
        yield name.strip(), query.strip().rstrip(";")


def plain(value):
    """A value as both engines print it."""
    if isinstance(value, (float, decimal.Decimal)):
        return round(float(value), 4)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.strftime("%Y-%m-%d")
    return value


def write_answers(path, answers):
    """Writes the rows of each answer, a line each."""
    with open(path, "w", encoding="utf-8") as file:
        for name, rows in answers:
            for row in rows:
                print(json.dumps([name, *map(plain, row)], ensure_ascii=False), file=file)


def plan_folders(top):
    """The folders below a folder that hold a plan, in the order of their paths."""
    return sorted(str(path.parent) for path in pathlib.Path(top).rglob("plan.yaml"))
