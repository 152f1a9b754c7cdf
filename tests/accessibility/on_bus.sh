#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# on_bus.sh WANTED CONSOLE [ARG ...]: runs the console in a display and on an accessibility bus of
# their own and prints what a screen reader gets of it once WANTED is there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ -z "${GEMBA_ON_BUS:-}" ]; then
  export GEMBA_ON_BUS=1 QT_QPA_PLATFORM=xcb LIBGL_ALWAYS_SOFTWARE=1 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
  exec dbus-run-session -- xvfb-run -a -s "-screen 0 1280x800x24" "$0" "$@"
fi
wanted=$1; shift
bus=/usr/libexec/at-spi-bus-launcher
"$bus" --launch-immediately >/dev/null 2>&1 & pids=$!
trap 'kill $pids 2>/dev/null || true' EXIT
"$@" >/dev/null 2>&1 & pids="$pids $!"
# Debian's own Python: the bindings are made for it.
/usr/bin/python3 "$here/read_tree.py" "$wanted" 60
