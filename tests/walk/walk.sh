#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# walk.sh SOURCES PROGRAMS WIDTHxHEIGHT THEME LANGUAGE [PICTURES]: broker, plant and console in a
# display and on an accessibility bus of their own, and a person (walk.py) in front of them.
# PICTURES: where pictures of the way go, such as /tmp/walk; else none are taken.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ -z "${GEMBA_ON_BUS:-}" ]; then
  export GEMBA_ON_BUS=1 QT_QPA_PLATFORM=xcb LIBGL_ALWAYS_SOFTWARE=1 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
  exec dbus-run-session -- xvfb-run -a -s "-screen 0 ${3}x24 +extension GLX" "$0" "$@"
fi
sources=$1 programs=$2 theme=$4 language=$5
folder=$(mktemp -d)
export HOME=$folder XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data XDG_RUNTIME_DIR=$folder
chmod 700 "$folder"
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT
start() { "$@" >"$folder/$(basename "$1").log" 2>&1 & pids+=($!); }

port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
start "$(PATH=$PATH:/usr/sbin command -v mosquitto)" -p "$port"
until (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.05; done # the plant gives up at once
start /usr/libexec/at-spi-bus-launcher --launch-immediately
# Panels of all sizes are on the whole screen, as on a wall; dialogs are not.
mkdir -p "$folder/config/openbox"
sed 's|</applications>|<application type="normal"><maximized>yes</maximized><decor>no</decor></application>&|' \
  /etc/xdg/openbox/rc.xml >"$folder/config/openbox/rc.xml"
start openbox
start "$programs/gemba" --locale "$language" --theme "$theme" --plant "$sources/resources/plants/eastman" \
  --broker "mqtt://localhost:$port" --host gemba --ring "$folder/ring.gmb"
start "$programs/gemba-plant" --broker "mqtt://localhost:$port" --run 6 --from-row 150 --speed 2 --quiet
if ! timeout 360 /usr/bin/python3 "$here/walk.py" "$folder" "$programs/gembactl" "$language" ${6:+"$6"}; then
  tail -n 20 "$folder"/*.log >&2
  exit 1
fi
