# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by packaging/run, packaging/test and packaging/bench/run: what is needed, how it is
# installed, how it is built. Sourced, never run. Touches the package manager, build/ and out/.

gemba_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
gemba_build=$gemba_root/build/release
gemba_out=$gemba_root/out

say() { printf '\n==> %s\n' "$*"; }
fail() { printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# One line each: package, or alternatives of which the first known one is taken (Debian 12 | 13).
gemba_packages='
at-spi2-core
ca-certificates
ccache
cmake
dbus
fonts-inter
g++
gir1.2-atspi-2.0
git
gnome-keyring
libboost-dev
libcurl4-openssl-dev
libeigen3-dev
libfmt-dev
libgl1-mesa-dri
libkissfft-dev
libmuparser-dev
libpaho-mqtt-dev
libpaho-mqttpp-dev
libprotobuf-dev
libqt6charts6-dev|qt6-charts-dev
libqt6opengl6-dev|qt6-base-dev
libqt6svg6-dev|qt6-svg-dev
libsimdjson-dev
libsqlite3-dev
libssl-dev
libvalijson-dev
libvtk9-dev
libxcb-damage0-dev
libxcb-xtest0-dev
libxgboost-dev
libzstd-dev
locales
mosquitto
mosquitto-clients
ninja-build
nlohmann-json3-dev
openbox
openssl
pkg-config
poppler-utils
protobuf-compiler
python3-aiosmtpd
python3-dbus
python3-gi
qt6-base-dev
qt6-base-dev-tools
qt6-l10n-tools
qt6-tools-dev
qt6-tools-dev-tools
qt6-translations-l10n
qtkeychain-qt6-dev
xauth
xdotool
xvfb
zlib1g-dev
'

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "installing packages needs root and there is no sudo here. Install the list above, then use --no-install."
  fi
}

# The first alternative that is installed or that the package lists know.
pick() {
  local names name
  IFS='|' read -ra names <<<"$1"
  for name in "${names[@]}"; do
    if dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed'; then echo "$name"; return; fi
  done
  for name in "${names[@]}"; do
    if [ -n "$(apt-cache madison "$name" 2>/dev/null)" ]; then echo "$name"; return; fi
  done
  echo "${names[0]}"
}

missing_packages() {
  local line name
  for line in $gemba_packages; do
    name=$(pick "$line")
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || echo "$name"
  done | sort -u
}

install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "This is not a Debian or Ubuntu system. Gemba needs the development files of:"
    echo "C++20 compiler, CMake 3.25, Ninja, pkg-config, Qt 6.4 (base, OpenGL widgets, Charts, Svg, linguist tools),"
    echo "VTK 9.1, Paho MQTT C and C++, SQLite 3, protobuf, Eigen 3, simdjson, nlohmann-json, valijson, {fmt}, muParser,"
    echo "zstd, zlib, OpenSSL 3; to run and test: mosquitto, Xvfb with xauth and Mesa's software GL, xdotool."
    fail "install these, then call again with --no-install"
  fi
  local needed
  needed=$(missing_packages)
  if [ -z "$needed" ]; then say "Every package that Gemba needs is installed."; return; fi
  say "These packages are missing and will be installed with apt-get:"
  echo $needed | fold -s -w 100
  as_root apt-get update -qq
  needed=$(missing_packages) # the lists may have been empty before
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y --no-install-recommends $needed |
    progress_of_apt
  [ -z "$(missing_packages)" ] || fail "apt-get could not install: $(missing_packages | tr '\n' ' ')"
}

# build_gemba [Ninja target ...]
build_gemba() {
  say "Building into ${gemba_build#"$gemba_root"/} (the first build takes a few minutes)"
  cd "$gemba_root"
  cmake --preset release >"$gemba_root/build/configure.log" 2>&1 ||
    { tail -20 "$gemba_root/build/configure.log"; fail "configuring failed; the whole log is build/configure.log"; }
  NINJA_STATUS='[%f/%t %es] ' ninja -C "$gemba_build" "$@" | progress_of_ninja
}

# On a terminal Ninja keeps one line; elsewhere every twentieth step is printed, and all that is not a
# step. A shell loop, not awk: mawk reads ahead and would stay silent for minutes.
progress_of_ninja() {
  if [ -t 1 ]; then cat; return; fi
  local line n=0
  while IFS= read -r line; do
    if [[ $line != \[*/*\]* ]]; then echo "$line"
    elif [ $((++n % 20)) = 0 ]; then echo "$line"; fi
  done
  echo "  $n steps"
}

progress_of_apt() {
  local line n=0
  while IFS= read -r line; do
    if [[ $line == "Setting up "* && $((++n % 25)) = 0 ]]; then echo "  $n packages set up"; fi
  done
  echo "  $n packages set up"
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

wait_for_port() {
  for _ in $(seq 100); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then return; fi
    sleep 0.1
  done
  fail "the broker did not open port $1 within 10 s"
}
