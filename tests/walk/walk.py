# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the console as a shift does, with keys and clicks, and reads it as a screen
reader does: which machine is wrong, why and by when to act, when it began and what was different
before; on paper, and kept as a session.   walk.py FOLDER GEMBACTL LANGUAGE [PICTURES]"""
import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from words import WORDS  # noqa: E402

MOST_CHILDREN, MOST_DEEP = 300, 40
folder, gembactl = sys.argv[1:3]
words = WORDS[sys.argv[3]]
pictures = sys.argv[4] if len(sys.argv) > 4 else None
began = time.monotonic()


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


def look(name):
    if pictures:
        subprocess.run(["import", "-window", "root", f"{pictures}-{name}.png"], check=True)


def wait(what, test, patience=60):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = test()
        if found:
            print(f"{time.monotonic() - began:5.1f} s ok: {what}", flush=True)
            return found
        time.sleep(0.2)
    print(f"FAILED: {what}", file=sys.stderr)
    look("failed")
    for obj in objects():
        if obj.get_name():
            print(f"  {obj.get_role_name()}: {obj.get_name()}", file=sys.stderr)
    sys.exit(1)


def click(what, test, patience=60):
    """On what the test finds; a list may change between finding and clicking."""
    def clicked():
        obj = test()
        try:
            box = obj and Atspi.Component.get_extents(obj, Atspi.CoordType.SCREEN)
            name = obj and obj.get_name()
        except GLib.Error:
            return None
        if not box or box.width <= 0:
            return None
        xdotool("mousemove", str(box.x + min(box.width // 2, 60)), str(box.y + box.height // 2),
                "click", "1")
        return name
    return wait(what, clicked, patience)


def title(pattern):
    return find("frame", pattern)


def back():
    """The window itself has the keys again, not a dialog that is about to close."""
    frame = title("")
    return frame and frame.get_state_set().contains(Atspi.StateType.ACTIVE)


def shown():
    """How many windows there are, menus among them."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "gemba"],
                           check=False, capture_output=True, text=True)
    return len(found.stdout.split())


def type_path(path):
    """Into the file dialog that is open."""
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", "20", path)
    xdotool("key", "Return")


def written(path):
    return os.path.exists(path) and os.path.getsize(path) > 0


wait("the console is live", lambda: find(".*", words["live"]))
wait("a machine is wrong", lambda: find("list item", words["wrong"]), 200)
wait("it was said aloud", lambda: find("alert|notification", words["new alert"]))
look("wrong")
name = click("it is chosen", lambda: find("list item", words["wrong"])).split(",")[0]
reasons = wait("its reasons are listed", lambda: find("list", words["reasons"]))
wait("there is a reason", lambda: reasons.get_child_count() > 0)
wait("it says by when to act", lambda: find("label", words["act before"]), 120)
look("why")

xdotool("key", "comma")
wait("rewound to the event before", lambda: title(words["replay"]))
wait("its condition then is said", lambda: find("list item", re.escape(name) + words["condition"]))
click("its trends are asked for", lambda: find("(push )?button", words["trends"]))
before = shown()
click("they can be compared", lambda: find("(push )?button.*", words["compare"]))
wait("a menu opens", lambda: shown() > before)
xdotool("key", "Up", "Return")  # the last entry: when the plant began
laid = wait("that time is laid over", lambda: find("label", words["laid over"]))
if re.search(words["nothing there"], laid.get_name()):
    sys.exit("FAILED: " + laid.get_name())
look("compared")

pdf = os.path.join(folder, "view.pdf")
menu = wait("views can be saved as PDF", lambda: find("menu item", words["save as PDF"], showing=False))
try:
    menu.get_child_at_index(0).get_child_at_index(0).get_action_iface().do_action(0)
except GLib.Error:
    pass  # the dialog is open: the action ends with it
wait("asked where to", lambda: find("dialog|file chooser", words["save as PDF"].strip("^$")))
type_path(pdf)
wait("the PDF is written", lambda: written(pdf))

session = os.path.join(folder, "kept.gmb")
wait("back in the window", back)
xdotool("key", "ctrl+s")
wait("asked where to", lambda: find("dialog|file chooser", words["save session"]))
type_path(session)
wait("the half hour is kept", lambda: written(session))
wait("it is whole", lambda: subprocess.run([gembactl, "check", session], check=False,
                                           stdout=subprocess.DEVNULL).returncode == 0)
