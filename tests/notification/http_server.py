# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server for tests: http_server.py FOLDER [--cert F --key F]. Prints its port, writes every
POST into FOLDER as N.txt (path, headers, empty line, body). The path says what is answered:
/status/503 that status, /once/503 that status once and then 200, /redirect another place, /slow
nothing for a minute, all else 200."""
import argparse, os, ssl, sys, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

p = argparse.ArgumentParser()
p.add_argument("folder"); p.add_argument("--cert"); p.add_argument("--key")
a = p.parse_args()
count, seen = 0, set()


class Taker(BaseHTTPRequestHandler):
    def do_POST(self):
        global count
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        count += 1
        part = os.path.join(a.folder, "part")
        with open(part, "wb") as f:
            f.write((self.path + "\n" + str(self.headers) + "\n").encode() + body)
        os.rename(part, os.path.join(a.folder, "%d.txt" % count))
        status = 200
        if self.path.startswith("/status/"):
            status = int(self.path[8:])
        elif self.path.startswith("/once/") and self.path not in seen:
            seen.add(self.path)
            status = int(self.path[6:])
        elif self.path == "/redirect":
            status = 302
        elif self.path == "/slow":
            time.sleep(60)
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        said = b"no such hook\r\nX: y" if status == 404 else b"ok"
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Taker)
server.daemon_threads = True
if a.cert:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(a.cert, a.key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
