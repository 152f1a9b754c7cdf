# SPDX-License-Identifier: GPL-3.0-or-later
"""Public tables, each measured by driving gembactl: one module a table, with run(bench)."""
