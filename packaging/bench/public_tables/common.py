# SPDX-License-Identifier: GPL-3.0-or-later
"""What every table needs: running gembactl, reading and writing CSV, Markdown."""
import csv
import json
import pathlib
import subprocess
import sys


class Failed(Exception):
    """A command did not do what the table needs."""


class Bench:
    """The built gembactl, the recipes, a folder to work in and where the data are."""

    def __init__(self, gembactl, work, open_data, local_data, tep_source):
        self.gembactl = str(gembactl)
        self.work = pathlib.Path(work)
        self.open = pathlib.Path(open_data) if open_data else None
        self.local = pathlib.Path(local_data) if local_data else None
        self.tep_source = pathlib.Path(tep_source) if tep_source else None
        self.recipes = pathlib.Path(__file__).resolve().parent.parent / "recipes"
        self.promises = []

    def promise(self, what, value, least=None, most=None):
        """A figure that must be reached; tables fails where one is not."""
        kept = (least is None or value >= least) and (most is None or value <= most)
        bounds = [f"≥ {least:g}" if least is not None else "", f"≤ {most:g}" if most is not None else ""]
        self.promises.append((kept, [what, f"{value:.3f}", " and ".join(b for b in bounds if b), "yes" if kept else "**no**"]))

    def call(self, *arguments):
        done = subprocess.run([self.gembactl, *map(str, arguments)], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(f"gembactl {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr}")
        return done.stdout

    def train(self, recipe, data):
        """The model file and what train reports, for a recipe by name."""
        model = self.work / "model.gmodel"
        text = self.call("train", "--recipe", self.recipes / f"{recipe}.json", "--data", data, "--out", model, "--json")
        return model, json.loads(text)

    def score(self, model, data, explain=False):
        """The rows of the score sheet as dictionaries of texts."""
        out = self.work / "scores.csv"
        self.call("score", "--model", model, "--in", data, "--out", out, *(["--explain"] if explain else []))
        with open(out, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def table(self, name, header, rows):
        path = self.work / name
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)
        return path


def say(text):
    print(text, file=sys.stderr, flush=True)


def markdown(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    return "\n".join(lines)
