<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>GembaPlant</name>
    <message>
        <source>--from-row: a row of the first run, which has %1</source>
        <translation>--from-row: eine Zeile des ersten Laufs, der %1 hat</translation>
    </message>
    <message>
        <source>%1: connected</source>
        <translation>%1: verbunden</translation>
    </message>
    <message>
        <source>%1: signed off</source>
        <translation>%1: abgemeldet</translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>row %1, %2, %3 messages</source>
        <translation>Zeile %1, %2, %3 Nachrichten</translation>
    </message>
    <message>
        <source>%1 rows, %2 messages sent, %3 lost on purpose or without a connection</source>
        <translation>%1 Zeilen, %2 Nachrichten gesendet, %3 mit Absicht oder mangels Verbindung verloren</translation>
    </message>
    <message>
        <source>Plays recorded runs of the demo plant into an MQTT broker.</source>
        <translation>Spielt aufgezeichnete Läufe der Demo-Anlage in einen MQTT-Broker.</translation>
    </message>
    <message>
        <source>--%1: a number from %2 to %3</source>
        <translation>--%1: eine Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>--%1: a length of time such as 10s</source>
        <translation>--%1: eine Zeitspanne wie 10s</translation>
    </message>
    <message>
        <source>--start: a time such as 2026-01-31T06:00:00Z</source>
        <translation>--start: eine Zeit wie 2026-01-31T06:00:00Z</translation>
    </message>
    <message>
        <source>Broker, mqtt://host[:port] or mqtts://host[:port].</source>
        <translation>Broker, mqtt://Rechner[:Port] oder mqtts://Rechner[:Port].</translation>
    </message>
    <message>
        <source>Certificates of the authority that the broker is known by.</source>
        <translation>Zertifikate der Stelle, an der der Broker erkannt wird.</translation>
    </message>
    <message>
        <source>The plant&apos;s own certificate.</source>
        <translation>Das eigene Zertifikat der Anlage.</translation>
    </message>
    <message>
        <source>The key of the plant&apos;s certificate.</source>
        <translation>Der Schlüssel zum Zertifikat der Anlage.</translation>
    </message>
    <message>
        <source>User name at the broker.</source>
        <translation>Benutzername beim Broker.</translation>
    </message>
    <message>
        <source>File with the password; only its owner may read it.</source>
        <translation>Datei mit dem Kennwort; nur ihr Besitzer darf sie lesen.</translation>
    </message>
    <message>
        <source>Allow mqtt:// to another machine: anyone on the way can read and change it.</source>
        <translation>mqtt:// zu einem anderen Rechner erlauben: Wer dazwischen sitzt, kann mitlesen und ändern.</translation>
    </message>
    <message>
        <source>How long to try before a broker that is not there is given up.</source>
        <translation>Wie lange ein Broker, der nicht da ist, gesucht wird.</translation>
    </message>
    <message>
        <source>Begin when a Sparkplug host says that it is online, or when --wait is over.</source>
        <translation>Beginnen, wenn ein Sparkplug-Host sich online meldet oder wenn --wait abgelaufen ist.</translation>
    </message>
    <message>
        <source>Folder with plant.json and runs/.</source>
        <translation>Ordner mit plant.json und runs/.</translation>
    </message>
    <message>
        <source>Recorded run: normal, a fault number (1 2 4 5 6 7 8 11 13 14) or a run&apos;s id. May be given several times.</source>
        <translation>Aufgezeichneter Lauf: normal, eine Fehlernummer (1 2 4 5 6 7 8 11 13 14) oder die Kennung eines Laufs. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>First row of the first run, counted from 0; faults begin at row 160.</source>
        <translation>Erste Zeile des ersten Laufs, ab 0 gezählt; Fehler beginnen in Zeile 160.</translation>
    </message>
    <message>
        <source>End after so many rows.</source>
        <translation>Nach so vielen Zeilen enden.</translation>
    </message>
    <message>
        <source>Begin again after the last run.</source>
        <translation>Nach dem letzten Lauf von vorn beginnen.</translation>
    </message>
    <message>
        <source>Rows per second.</source>
        <translation>Zeilen je Sekunde.</translation>
    </message>
    <message>
        <source>Time of the first row by the plant&apos;s clock; otherwise now.</source>
        <translation>Zeit der ersten Zeile nach der Uhr der Anlage; sonst jetzt.</translation>
    </message>
    <message>
        <source>sparkplug or json.</source>
        <translation>sparkplug oder json.</translation>
    </message>
    <message>
        <source>Play so many plants at once; the second is in group Eastman-2, and so on.</source>
        <translation>So viele Anlagen zugleich spielen; die zweite ist in Gruppe Eastman-2 und so weiter.</translation>
    </message>
    <message>
        <source>Transport faults: drop, duplicate, delay, reorder (per message), stall, death (per row) = probability[:time], skew=time; e.g. drop=0.01,stall=0.001:5s.</source>
        <translation>Übertragungsfehler: drop, duplicate, delay, reorder (je Nachricht), stall, death (je Zeile) = Wahrscheinlichkeit[:Zeit], skew=Zeit; z. B. drop=0.01,stall=0.001:5s.</translation>
    </message>
    <message>
        <source>Same seed, same faults.</source>
        <translation>Gleicher Startwert, gleiche Fehler.</translation>
    </message>
    <message>
        <source>Write what was sent and what was not to this CSV file.</source>
        <translation>In diese CSV-Datei schreiben, was gesendet wurde und was nicht.</translation>
    </message>
    <message>
        <source>Say nothing but errors.</source>
        <translation>Nur Fehler melden.</translation>
    </message>
    <message>
        <source>--format: sparkplug or json</source>
        <translation>--format: sparkplug oder json</translation>
    </message>
    <message>
        <source>no argument &quot;%1&quot;</source>
        <translation>kein Argument „%1“</translation>
    </message>
</context>
</TS>
