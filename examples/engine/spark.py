#!/usr/bin/env python3
"""Shares the plans below a folder out to Spark's executors and asks Spark the five questions of city.sql.

    spark.py PLANS --as-of 2020-11-24 --out FOLDER [--workplan PROGRAM] [--master local[2]] [--plans-at-once 50]

Each executor is handed some folders at a time and runs one `workplan export --plans-from -` over them. The rows become Parquet in
FOLDER/rows, a folder for each plan; answers.jsonl has the answers. Needs Python's pyspark and a Java.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys

from pyspark.sql import SparkSession
from pyspark.sql import types

from common import TABLES, plan_folders, questions, write_answers


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("plans")
    options.add_argument("--as-of", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--workplan", default="workplan")
    options.add_argument("--master", default="local[2]")
    options.add_argument("--plans-at-once", type=int, default=50)
    asked = options.parse_args()
    out = pathlib.Path(asked.out).resolve()
    spark = (
        SparkSession.builder.master(asked.master)
        .appName("workplan")
        # A plan's id is a text, even where it looks like a number.
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        # Parquet of a thousand plans is many small files: they are listed by few tasks, and read together.
        .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "8")
        .config("spark.sql.shuffle.partitions", "8")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    folders = plan_folders(asked.plans)
    slices = max(1, -(-len(folders) // asked.plans_at_once))
    schemas = {table: schema(asked.workplan, table) for table in TABLES}
    for table in TABLES:
        command = [asked.workplan, "export", "--plans-from", "-", "--as-of", asked.as_of, "--format", "jsonl"]
        command += ["--what", table, "--lang", "zh", "--quiet"]
        lines = spark.sparkContext.parallelize(folders, slices).mapPartitions(rows_by(command))
        rows = spark.read.json(lines, schema=schemas[table], mode="FAILFAST")
        # gzip is Java's own; Spark's default comes as a library of C, which not every machine can load.
        writer = rows.write.mode("overwrite").option("compression", "gzip").partitionBy("plan_id")
        writer.parquet(str(out / "rows" / table))
    for table in TABLES:
        spark.read.schema(schemas[table]).parquet(str(out / "rows" / table)).createOrReplaceTempView(f"{table}_rows")
        district = "regexp_extract(plan_path, '([^/]+)/[^/]+$', 1) as district"
        spark.sql(f"create or replace temporary view {table} as select *, {district} from {table}_rows")
    spark.sql("create or replace temporary view tagged as select *, explode(tags) as tag from tasks")
    write_answers(out / "answers.jsonl", [(name, spark.sql(query).collect()) for name, query in questions()])
    spark.stop()


def rows_by(command):
    """Runs the command over a partition's folders. If it dies, so does Spark's task, which is then done again whole."""

    def rows(folders):
        # The executor has shared the cores out already: one thread each.
        environment = {**os.environ, "RAYON_NUM_THREADS": "1"}
        pipe = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            encoding="utf-8", env=environment,
        )  # fmt: skip
        lines, said = pipe.communicate("".join(f"{folder}\n" for folder in folders))
        sys.stderr.write(said)
        # 1: some plans could not be read; the rows of the others are there.
        if pipe.returncode not in (0, 1):
            raise RuntimeError(f"workplan ended with {pipe.returncode}: {said}")
        return lines.splitlines()

    return rows


def schema(program, table):
    """The rows' JSON Schema as Spark has it, so that no row need be read twice."""
    printed = subprocess.run([program, "schema", f"rows-{table}"], check=True, stdout=subprocess.PIPE).stdout
    properties = json.loads(printed)["properties"]
    return types.StructType([types.StructField(name, spark_type(said)) for name, said in properties.items()])


def spark_type(said):
    """The type of a property: the one beside null."""
    said = next((one for one in said.get("anyOf", [said]) if one.get("type") != "null"), said)
    kinds = said.get("type", "string")
    kind = next((kind for kind in [kinds] if isinstance(kind, str)), None) or next(k for k in kinds if k != "null")
    if said.get("format") == "date":
        return types.DateType()
    match kind:
        case "array":
            return types.ArrayType(types.StringType())
        case "object":
            return types.MapType(types.StringType(), types.StringType())
        case "integer":
            return types.LongType()
        case "number":
            return types.DoubleType()
        case "boolean":
            return types.BooleanType()
        case _:
            return types.StringType()


main()
