# SPDX-License-Identifier: GPL-3.0-or-later
"""org.freedesktop.Notifications for tests: desktop_service.py FILE [--markup]. Prints "ready", then
appends one JSON line to FILE for every notification."""
import json, sys
import dbus, dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

DBusGMainLoop(set_as_default=True)
name = "org.freedesktop.Notifications"
bus = dbus.SessionBus()
owned = dbus.service.BusName(name, bus)


class Notifications(dbus.service.Object):
    @dbus.service.method(name, in_signature="", out_signature="as")
    def GetCapabilities(self):
        return ["body"] + (["body-markup"] if "--markup" in sys.argv else [])

    @dbus.service.method(name, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, app, replaces, icon, summary, body, actions, hints, timeout):
        with open(sys.argv[1], "a") as f:
            f.write(json.dumps({"app": app, "summary": summary, "body": body,
                                "urgency": int(hints["urgency"])}) + "\n")
        return 1


service = Notifications(bus, "/org/freedesktop/Notifications")
print("ready", flush=True)
GLib.MainLoop().run()
