# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the console as a shift does, with keys and clicks, and reads it as a screen
reader does: which machine is wrong, why, since when; on paper, and kept as a session."""
import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

MOST_CHILDREN, MOST_DEEP = 300, 40
folder, gembactl = sys.argv[1:3]


def xdotool(*words):
    subprocess.run(["xdotool", *words], check=True)


def objects(obj=None, depth=0):
    """Everything that is in the console's windows; what goes away meanwhile is left out."""
    if obj is None:
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and "gemba" in (app.get_name() or ""):
                yield from objects(app)
        return
    yield obj
    try:
        children = [obj.get_child_at_index(i)
                    for i in range(min(obj.get_child_count(), MOST_CHILDREN))]
    except GLib.Error:
        return
    for child in children:
        if child and depth < MOST_DEEP:
            yield from objects(child, depth + 1)


def find(role, pattern, showing=True):
    for obj in objects():
        try:
            if re.fullmatch(role, obj.get_role_name()) and re.search(pattern, obj.get_name() or ""):
                if not showing or obj.get_state_set().contains(Atspi.StateType.SHOWING):
                    return obj
        except GLib.Error:
            pass  # it went away while it was read
    return None


def wait(what, test, patience=60):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = test()
        if found:
            print(f"ok: {what}", flush=True)
            return found
        time.sleep(0.2)
    print(f"FAILED: {what}", file=sys.stderr)
    for obj in objects():
        if obj.get_name():
            print(f"  {obj.get_role_name()}: {obj.get_name()}", file=sys.stderr)
    sys.exit(1)


def click(obj):
    box = obj.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    xdotool("mousemove", str(box.x + min(box.width // 2, 60)), str(box.y + box.height // 2),
            "click", "1")


def title(pattern):
    return find("frame", pattern)


def back():
    """The window itself has the keys again, not a dialog that is about to close."""
    frame = title("")
    return frame and frame.get_state_set().contains(Atspi.StateType.ACTIVE)


def type_path(path):
    """Into the file dialog that is open."""
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", "20", path)
    xdotool("key", "Return")


def written(path):
    return os.path.exists(path) and os.path.getsize(path) > 0


wait("the console is live", lambda: find(".*", "^LIVE"))
machine = wait("a machine is wrong", lambda: find("list item", "condition [0-9]+, (Watch|Act|Critical)"),
               200)
wait("it was said aloud", lambda: find("alert|notification", "New alert|new alerts"))
name = machine.get_name().split(",")[0]
click(machine)
reasons = wait("its reasons are listed", lambda: find("list", "^Reasons$"))
wait("there is a reason", lambda: reasons.get_child_count() > 0)

xdotool("key", "comma")
wait("rewound to the event before", lambda: title("REPLAY"))
wait("its condition then is said", lambda: find("list item", re.escape(name) + ", condition"))

pdf = os.path.join(folder, "view.pdf")
menu = wait("views can be saved as PDF", lambda: find("menu item", "^Save as PDF$", showing=False))
try:
    menu.get_child_at_index(0).get_child_at_index(0).get_action_iface().do_action(0)
except GLib.Error:
    pass  # the dialog is open: the action ends with it
wait("asked where to", lambda: find("dialog|file chooser", "Save as PDF"))
type_path(pdf)
wait("the PDF is written", lambda: written(pdf))

session = os.path.join(folder, "kept.gmb")
wait("back in the window", back)
xdotool("key", "ctrl+s")
wait("asked where to", lambda: find("dialog|file chooser", "Save session"))
type_path(session)
wait("the half hour is kept", lambda: written(session))
wait("it is whole", lambda: subprocess.run([gembactl, "check", session], check=False,
                                           stdout=subprocess.DEVNULL).returncode == 0)
