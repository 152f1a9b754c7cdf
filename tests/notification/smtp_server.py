# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server for tests: smtp_server.py FOLDER [--cert F --key F] [--mode tls|starttls|plain]
[--user U --password P] [--refuse CODE TIMES]. Prints its port, then writes every letter that it
takes into FOLDER as N.eml, envelope first."""
import argparse, os, ssl, sys, time
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

p = argparse.ArgumentParser()
p.add_argument("folder")
p.add_argument("--cert"); p.add_argument("--key"); p.add_argument("--mode", default="plain")
p.add_argument("--user"); p.add_argument("--password")
p.add_argument("--refuse", nargs=2, type=int, default=(0, 0))
a = p.parse_args()
count, refused = 0, 0


class Taker:
    async def handle_DATA(self, server, session, envelope):
        global count, refused
        if refused < a.refuse[1]:
            refused += 1
            return "%d not now" % a.refuse[0]
        count += 1
        part = os.path.join(a.folder, "part")
        with open(part, "wb") as f:
            f.write(("MAIL FROM %s\nRCPT TO %s\nTLS %s\nAUTH %s\n\n" % (
                envelope.mail_from, ",".join(envelope.rcpt_tos), bool(session.ssl) or a.mode == "tls",
                session.authenticated)).encode() + envelope.original_content)
        os.rename(part, os.path.join(a.folder, "%d.eml" % count))
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    ok = data.login.decode() == a.user and data.password.decode() == a.password
    return AuthResult(success=ok, handled=not ok and False)


context = None
if a.cert:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(a.cert, a.key)


class Server(Controller):
    def factory(self):
        return SMTP(self.handler, hostname="localhost", enable_SMTPUTF8=True,
                    tls_context=context if a.mode == "starttls" else None,
                    require_starttls=a.mode == "starttls",
                    authenticator=authenticate if a.user else None, auth_required=bool(a.user),
                    auth_require_tls=a.mode == "starttls")


import socket
probe = socket.socket(); probe.bind(("127.0.0.1", 0)); port = probe.getsockname()[1]; probe.close()
server = Server(Taker(), hostname="127.0.0.1", port=port, ssl_context=context if a.mode == "tls" else None)
server.start()
print(port, flush=True)
sys.stdin.read()  # until the test lets go
