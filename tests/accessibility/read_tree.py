# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what assistive technology sees of the running console, one line an object:
role, name, "focusable" or "", separated by tabs and indented by depth."""
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

MOST_CHILDREN = 200


def console(patience):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and "gemba" in (app.get_name() or "") and app.get_child_count():
                return app
        time.sleep(0.1)
    sys.exit("the console does not appear on the accessibility bus")


def lines(obj, depth=0):
    state = obj.get_state_set()
    focusable = "focusable" if state.contains(Atspi.StateType.FOCUSABLE) else ""
    showing = "showing" if state.contains(Atspi.StateType.SHOWING) else ""
    name = (obj.get_name() or "").replace("\n", " ")
    yield "\t".join([" " * depth + obj.get_role_name(), name, focusable, showing])
    for i in range(min(obj.get_child_count(), MOST_CHILDREN)):
        child = obj.get_child_at_index(i)
        if child:
            yield from lines(child, depth + 1)


def main():
    # Read again until what the caller waits for is there: the console opens files meanwhile.
    wanted, patience = sys.argv[1], float(sys.argv[2])
    app = console(patience)
    end = time.monotonic() + patience
    while True:
        tree = list(lines(app))
        if any(wanted in line for line in tree) or time.monotonic() > end:
            break
        time.sleep(0.1)
    # Once more: the beginning of the tree was read before what was waited for had come.
    tree = list(lines(app))
    print("\n".join(tree))


main()
