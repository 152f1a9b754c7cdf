# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person looks for on the screen, in each language of the console."""

WORDS = {
    "en": {
        "live": "^LIVE",
        "wrong": "condition [0-9]+, (Watch|Act|Critical)",
        "new alert": "New alert|new alerts",
        "reasons": "^Reasons$",
        "act before": "^Act before ",
        "replay": "REPLAY",
        "condition": ", condition",
        "trends": "^Trends$",
        "compare": "^Compare$",
        "laid over": "around .+ \\(−",
        "nothing there": "no record of that time",
        "save as PDF": "^Save as PDF$",
        "save session": "Save session",
    },
    "de": {
        "live": "^LIVE",
        "wrong": "Zustand [0-9]+, (Beobachten|Handeln|Kritisch)",
        "new alert": "Neue Meldung|neue Meldungen",
        "reasons": "^Gründe$",
        "act before": "^Handeln vor ",
        "replay": "WIEDERGABE",
        "condition": ", Zustand",
        "trends": "^Trends$",
        "compare": "^Vergleichen$",
        "laid over": "um .+ \\(−",
        "nothing there": "keine Aufzeichnung aus dieser Zeit",
        "save as PDF": "^Als PDF speichern$",
        "save session": "Sitzung speichern",
    },
}
