# SPDX-License-Identifier: GPL-3.0-or-later
"""org.freedesktop.portal.Settings for tests: settings_portal.py true|false. Prints "ready"; each
line on stdin becomes the new value, answered by "is", and is told to everybody after a "!"."""
import os, sys
import dbus, dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

DBusGMainLoop(set_as_default=True)
name = "org.freedesktop.portal.Settings"
bus = dbus.SessionBus()
owned = dbus.service.BusName("org.freedesktop.portal.Desktop", bus)


class Portal(dbus.service.Object):
    now = sys.argv[1]

    @dbus.service.method(name, in_signature="ss", out_signature="v")
    def Read(self, space, key):
        if (space, key) != ("org.gnome.desktop.interface", "enable-animations"):
            raise dbus.DBusException("not found", name="org.freedesktop.portal.Error.NotFound")
        return dbus.Boolean(self.now == "true", variant_level=2)  # wrapped once more, as real portals do

    @dbus.service.signal(name, signature="ssv")
    def SettingChanged(self, space, key, value):
        pass


portal = Portal(bus, "/org/freedesktop/portal/desktop")


def take(*_):
    lines = os.read(0, 4096).decode().split()
    if not lines:
        loop.quit()
        return False
    Portal.now = lines[-1].lstrip("!")
    if lines[-1].startswith("!"):
        portal.SettingChanged("org.gnome.desktop.interface", "cursor-size", dbus.Int32(24, variant_level=1))
        portal.SettingChanged("org.gnome.desktop.interface", "enable-animations",
                              dbus.Boolean(Portal.now == "true", variant_level=1))
    print("is", flush=True)
    return True


loop = GLib.MainLoop()
GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, take)
print("ready", flush=True)
loop.run()
