<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ErrorText</name>
    <message>
        <source>The file cannot be read (%1).</source>
        <translation>Die Datei lässt sich nicht lesen (%1).</translation>
    </message>
    <message>
        <source>The file cannot be written (%1). Choose another folder or free some space.</source>
        <translation>Die Datei lässt sich nicht schreiben (%1). Anderen Ordner wählen oder Platz schaffen.</translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are accepted.</source>
        <translation>Die Datei hat %1 Bytes; höchstens %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>The file ends before its content does. It was probably copied only in part.</source>
        <translation>Die Datei endet vor ihrem Inhalt. Wahrscheinlich wurde sie nur zum Teil kopiert.</translation>
    </message>
    <message>
        <source>The file holds a secret and others may read it. Let only its owner read it.</source>
        <translation>Die Datei enthält ein Geheimnis, und andere dürfen sie lesen. Nur der Besitzer darf das Leserecht haben.</translation>
    </message>
    <message>
        <source>This is not valid JSON: %1.</source>
        <translation>Das ist kein gültiges JSON: %1.</translation>
    </message>
    <message>
        <source>Expected %1.</source>
        <translation>Erwartet: %1.</translation>
    </message>
    <message>
        <source>This is not a valid CSV table: %1.</source>
        <translation>Das ist keine gültige CSV-Tabelle: %1.</translation>
    </message>
    <message>
        <source>“%1” is not a number. Use a decimal point and no units.</source>
        <translation>„%1“ ist keine Zahl. Dezimalpunkt statt Komma, keine Einheit.</translation>
    </message>
    <message>
        <source>The time does not increase from the row before. Sort the rows by time.</source>
        <translation>Die Zeit ist nicht später als in der Zeile davor. Zeilen nach der Zeit sortieren.</translation>
    </message>
    <message>
        <source>The column “%1” is missing.</source>
        <translation>Die Spalte „%1“ fehlt.</translation>
    </message>
    <message>
        <source>There is no %1 called “%2”.</source>
        <translation>%1 „%2“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The %1 “%2” is there twice.</source>
        <translation>%1 „%2“ ist doppelt vorhanden.</translation>
    </message>
    <message>
        <source>This is not a valid recorded run: expected %1.</source>
        <translation>Das ist kein gültiger aufgezeichneter Lauf; erwartet: %1.</translation>
    </message>
    <message>
        <source>This is not a valid model: expected %1.</source>
        <translation>Das ist kein gültiges Modell; erwartet: %1.</translation>
    </message>
    <message>
        <source>The model needs the input “%1”, which is not there.</source>
        <translation>Das Modell braucht den Eingang „%1“; er fehlt.</translation>
    </message>
    <message>
        <source>The model is for another task: %1.</source>
        <translation>Das Modell ist für eine andere Aufgabe: %1.</translation>
    </message>
    <message>
        <source>No input is left to train on: %1 never change.</source>
        <translation>Kein Eingang bleibt zum Lernen übrig; diese ändern sich nie: %1.</translation>
    </message>
    <message>
        <source>%1 rows are too few; at least %2 are needed.</source>
        <translation>%1 Zeilen sind zu wenig; mindestens %2 sind nötig.</translation>
    </message>
    <message>
        <source>The recipe is not usable: expected %1.</source>
        <translation>Das Rezept ist nicht brauchbar; erwartet: %1.</translation>
    </message>
    <message>
        <source>A message has %1 bytes; at most %2 are accepted. It was not used.</source>
        <translation>Eine Nachricht hat %1 Bytes; höchstens %2 sind erlaubt. Sie wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>A message could not be understood: %1. It was not used.</source>
        <translation>Eine Nachricht war nicht verständlich: %1. Sie wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>No tag of the plant is bound to this topic.</source>
        <translation>Keine Messstelle des Werks gehört zu diesem Topic.</translation>
    </message>
    <message>
        <source>The value changed its type from %1 to %2 without a new birth.</source>
        <translation>Der Wert wechselte den Typ von %1 zu %2 ohne neues Birth Certificate.</translation>
    </message>
    <message>
        <source>The value is not a finite number. It counts as bad quality.</source>
        <translation>Der Wert ist keine endliche Zahl. Er gilt als schlechte Qualität.</translation>
    </message>
    <message>
        <source>Data came before the node&apos;s birth certificate. A new birth is needed.</source>
        <translation>Daten kamen vor dem Birth Certificate des Knotens. Ein neues ist nötig.</translation>
    </message>
    <message>
        <source>Alias %1 was not in the node&apos;s birth certificate. A new birth is needed.</source>
        <translation>Alias %1 fehlt im Birth Certificate des Knotens. Ein neues ist nötig.</translation>
    </message>
    <message>
        <source>Alias %1 is used twice in a birth certificate.</source>
        <translation>Alias %1 kommt in einem Birth Certificate zweimal vor.</translation>
    </message>
    <message>
        <source>Messages are missing: expected number %1, got %2.</source>
        <translation>Nachrichten fehlen: Nummer %1 erwartet, %2 erhalten.</translation>
    </message>
    <message>
        <source>The birth certificate is incomplete: %1.</source>
        <translation>Das Birth Certificate ist unvollständig: %1.</translation>
    </message>
    <message>
        <source>There are too many %1; at most %2 are accepted.</source>
        <translation>Zu viele: %1; höchstens %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>The broker %1 cannot be reached (%2). Trying again; check that it runs and that the address is right.</source>
        <translation>Der Broker %1 ist nicht erreichbar (%2). Es wird weiter versucht; prüfen, ob er läuft und die Adresse stimmt.</translation>
    </message>
    <message>
        <source>The broker %1 refused the connection: %2. Check user, password and rights.</source>
        <translation>Der Broker %1 lehnt die Verbindung ab: %2. Benutzer, Kennwort und Rechte prüfen.</translation>
    </message>
    <message>
        <source>The broker %1 did not accept the user or the password.</source>
        <translation>Der Broker %1 nimmt Benutzer oder Kennwort nicht an.</translation>
    </message>
    <message>
        <source>The broker %1 is on another machine; without encryption nothing is sent there. Use mqtts://.</source>
        <translation>Der Broker %1 ist auf einem anderen Rechner; unverschlüsselt wird dorthin nichts gesendet. mqtts:// verwenden.</translation>
    </message>
    <message>
        <source>The connection to the broker %1 was lost (%2). Trying again.</source>
        <translation>Die Verbindung zum Broker %1 ist abgerissen (%2). Es wird weiter versucht.</translation>
    </message>
    <message>
        <source>“%1” is not a broker address. Write mqtts://host:8883 or mqtt://host:1883.</source>
        <translation>„%1“ ist keine Broker-Adresse. Schreibweise: mqtts://Rechner:8883 oder mqtt://Rechner:1883.</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2. Check the certificate and the host name.</source>
        <translation>Keine sichere Verbindung zu %1: %2. Zertifikat und Rechnernamen prüfen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not signed by an authority trusted here (%2). Name its authority with --ca.</source>
        <translation>Das Zertifikat von %1 stammt von keiner hier anerkannten Stelle (%2). Die Stelle mit --ca angeben.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid today (%2). Check its dates and the clock.</source>
        <translation>Das Zertifikat von %1 gilt heute nicht (%2). Gültigkeit und Uhr prüfen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another host (%2).</source>
        <translation>Das Zertifikat von %1 gilt für einen anderen Rechner (%2).</translation>
    </message>
    <message>
        <source>The broker refused the subscription to “%1”. The account lacks the right.</source>
        <translation>Der Broker lehnt das Abonnement von „%1“ ab. Dem Konto fehlt das Recht.</translation>
    </message>
    <message>
        <source>This is not a Gemba session: expected %1.</source>
        <translation>Das ist keine Gemba-Sitzung; erwartet: %1.</translation>
    </message>
    <message>
        <source>The session was written by a newer Gemba (format %1; this one reads up to %2).</source>
        <translation>Die Sitzung stammt von einem neueren Gemba (Format %1; dieses liest bis %2).</translation>
    </message>
    <message>
        <source>The session is damaged: %1.</source>
        <translation>Die Sitzung ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>The session holds no records.</source>
        <translation>Die Sitzung enthält keine Datensätze.</translation>
    </message>
    <message>
        <source>The session has no keyframe to start from.</source>
        <translation>Die Sitzung hat keinen Startpunkt, ab dem sie sich wiedergeben lässt.</translation>
    </message>
    <message>
        <source>The file could not be stored (%1).</source>
        <translation>Die Datei ließ sich nicht speichern (%1).</translation>
    </message>
    <message>
        <source>The session was copied without the file that holds its end. What is here can be used.</source>
        <translation>Die Sitzung wurde ohne die Datei mit ihrem Ende kopiert. Was da ist, ist brauchbar.</translation>
    </message>
    <message>
        <source>The recording was cut off. What was stored by then is here.</source>
        <translation>Die Aufzeichnung brach ab. Das bis dahin Gespeicherte ist da.</translation>
    </message>
    <message>
        <source>%1 records could not be stored, from %2 to %3.</source>
        <translation>%1 Datensätze ließen sich nicht speichern, von %2 bis %3.</translation>
    </message>
    <message>
        <source>The program “%1” was not found beside this one.</source>
        <translation>Das Programm „%1“ fehlt neben diesem.</translation>
    </message>
    <message>
        <source>Unknown error %1.</source>
        <translation>Unbekannter Fehler %1.</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>topic %1</source>
        <translation>Topic %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
</context>
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
        <translation>Spielt aufgezeichnete Läufe des Demo-Werks in einen MQTT-Broker.</translation>
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
        <translation>Das eigene Zertifikat des Werks.</translation>
    </message>
    <message>
        <source>The key of the plant&apos;s certificate.</source>
        <translation>Der Schlüssel zum Zertifikat des Werks.</translation>
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
        <translation>Zeit der ersten Zeile nach der Uhr des Werks; sonst jetzt.</translation>
    </message>
    <message>
        <source>sparkplug or json.</source>
        <translation>sparkplug oder json.</translation>
    </message>
    <message>
        <source>Play so many plants at once; the second is in group Eastman-2, and so on.</source>
        <translation>So viele Werke zugleich spielen; das zweite ist in Gruppe Eastman-2 und so weiter.</translation>
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
<context>
    <name>broker</name>
    <message>
        <source>mqtts://host[:port] or mqtt://host[:port].</source>
        <translation>mqtts://Rechner[:Port] oder mqtt://Rechner[:Port].</translation>
    </message>
    <message>
        <source>Be the broker&apos;s Sparkplug host of this id: publish STATE, ask for rebirths. Default: listen only.</source>
        <translation>Sparkplug-Host mit dieser Kennung sein: STATE senden, Rebirths anfordern. Sonst nur zuhören.</translation>
    </message>
    <message>
        <source>PEM file of the authorities to trust.</source>
        <translation>PEM-Datei der anerkannten Stellen.</translation>
    </message>
    <message>
        <source>PEM file of our certificate.</source>
        <translation>PEM-Datei des eigenen Zertifikats.</translation>
    </message>
    <message>
        <source>PEM file of its key.</source>
        <translation>PEM-Datei des Schlüssels dazu.</translation>
    </message>
    <message>
        <source>User name.</source>
        <translation>Benutzername.</translation>
    </message>
    <message>
        <source>File with the password; only its owner may read it.</source>
        <translation>Datei mit dem Kennwort; nur ihr Besitzer darf sie lesen.</translation>
    </message>
    <message>
        <source>Allow mqtt:// to another machine: anyone on the way can read and change it.</source>
        <translation>mqtt:// zu einem anderen Rechner erlauben: Wer dazwischen sitzt, kann mitlesen und ändern.</translation>
    </message>
</context>
<context>
    <name>gemba</name>
    <message>
        <source>Operations console for industrial digital twins.</source>
        <translation>Leitstand für digitale Zwillinge von Industrieanlagen.</translation>
    </message>
    <message>
        <source>Session to open.</source>
        <translation>Sitzung, die geöffnet wird.</translation>
    </message>
    <message>
        <source>Folder of the plant to watch.</source>
        <translation>Ordner des Werks, das beobachtet wird.</translation>
    </message>
    <message>
        <source>File of the always-on history; none: no history.</source>
        <translation>Datei des ständigen Verlaufs; none: kein Verlauf.</translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation>light (hell) oder dark (dunkel).</translation>
    </message>
    <message>
        <source>Language, such as de.</source>
        <translation>Sprache, etwa de.</translation>
    </message>
    <message>
        <source>Draw one picture and end.</source>
        <translation>Ein Bild zeichnen und enden.</translation>
    </message>
    <message>
        <source>Picture: instant.</source>
        <translation>Bild: Zeitpunkt.</translation>
    </message>
    <message>
        <source>Picture: workspace.</source>
        <translation>Bild: Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Picture: overview or scene.</source>
        <translation>Bild: overview (Übersicht) oder scene (Szene).</translation>
    </message>
    <message>
        <source>Picture: selected asset.</source>
        <translation>Bild: gewählte Maschine.</translation>
    </message>
    <message>
        <source>Picture: size in pixels.</source>
        <translation>Bild: Größe in Pixeln.</translation>
    </message>
</context>
<context>
    <name>gemba::Console</name>
    <message>
        <source>There is no history: the always-on recording is off.</source>
        <translation>Kein Verlauf: Die ständige Aufzeichnung ist aus.</translation>
    </message>
    <message>
        <source>Saved %1 with %L2 records.</source>
        <translation>%1 mit %L2 Datensätzen gespeichert.</translation>
    </message>
    <message>
        <source>Acknowledging is possible in live mode only. Return to live with L.</source>
        <translation>Quittieren geht nur live. Mit L zurück zu live.</translation>
    </message>
    <message>
        <source>There is no workspace “%1”.</source>
        <translation>Den Arbeitsbereich „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>--at takes a time such as +30s or 2026-11-23T13:07:42Z.</source>
        <translation>--at braucht eine Zeit wie +30s oder 2026-11-23T13:07:42Z.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::AboutDialog</name>
    <message>
        <source>public domain</source>
        <translation>gemeinfrei</translation>
    </message>
    <message>
        <source>About Gemba</source>
        <translation>Über Gemba</translation>
    </message>
    <message>
        <source>Gemba %1</source>
        <translation>Gemba %1</translation>
    </message>
    <message>
        <source>Operations console for industrial digital twins. It advises; it never commands a controller, and it is not the alarm system of record.</source>
        <translation>Leitstand für digitale Zwillinge von Industrieanlagen. Gemba rät; es steuert nie und ersetzt nicht das Alarmsystem des Werks.</translation>
    </message>
    <message>
        <source>Licence: GPL-3.0-or-later. Built with:</source>
        <translation>Lizenz: GPL-3.0-or-later. Gebaut mit:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>gemba::ui::Actions</name>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Gemba sessions (*.gmb)</source>
        <translation>Gemba-Sitzungen (*.gmb)</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>About Gemba</source>
        <translation>Über Gemba</translation>
    </message>
    <message>
        <source>Open session…</source>
        <translation>Sitzung öffnen…</translation>
    </message>
    <message>
        <source>Save last 30 min…</source>
        <translation>Letzte 30 min speichern…</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Aufzeichnen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Select no machine</source>
        <translation>Keine Maschine wählen</translation>
    </message>
    <message>
        <source>Acknowledge alert</source>
        <translation>Meldung quittieren</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Voriges Ereignis</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Nächstes Ereignis</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <source>One second on</source>
        <translation>Eine Sekunde vor</translation>
    </message>
    <message>
        <source>15 minutes back</source>
        <translation>15 Minuten zurück</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Normal rate</source>
        <translation>Normales Tempo</translation>
    </message>
    <message>
        <source>Go to time…</source>
        <translation>Gehe zu Zeit…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>gemba::ui::AlertDelegate</name>
    <message>
        <source>Ack</source>
        <extracomment>short for acknowledge, on a button</extracomment>
        <translation>Quitt.</translation>
    </message>
    <message>
        <source>Acknowledge: seen, and in hand. The DCS is not told.</source>
        <translation>Quittieren: gesehen und in Arbeit. Das PLS erfährt davon nichts.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::AlertListModel</name>
    <message>
        <source>Priority %1, %2, %3</source>
        <translation>Priorität %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>gemba::ui::AlertPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>DCS alarms</source>
        <translation>PLS-Alarme</translation>
    </message>
    <message>
        <source>No alerts.</source>
        <translation>Keine Meldungen.</translation>
    </message>
    <message>
        <source>acknowledge in the DCS</source>
        <translation>im PLS quittieren</translation>
    </message>
    <message>
        <source>Alarms of the DCS</source>
        <translation>Alarme des PLS</translation>
    </message>
    <message>
        <source>%1 · %2 not acknowledged</source>
        <translation>%1 · %2 nicht quittiert</translation>
    </message>
    <message>
        <source>No record.</source>
        <translation>Keine Aufzeichnung.</translation>
    </message>
    <message>
        <source>Alerts can be acknowledged while live only.</source>
        <translation>Meldungen lassen sich nur live quittieren.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::AssetListModel</name>
    <message>
        <source>stale inputs: %1</source>
        <translation>veraltete Eingänge: %1</translation>
    </message>
    <message>
        <source>%1 · act before %2</source>
        <translation>%1 · handeln vor %2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1 · %2 since %3</source>
        <translation>%1 · %2 seit %3</translation>
    </message>
    <message>
        <source>no decision role set</source>
        <translation>Entscheider nicht festgelegt</translation>
    </message>
    <message>
        <source>%1 · not acknowledged</source>
        <translation>%1 · nicht quittiert</translation>
    </message>
    <message>
        <source>%1, condition %2, %3</source>
        <translation>%1, Zustand %2, %3</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>gemba::ui::AssetMark</name>
    <message>
        <source>– · %1</source>
        <translation>– · %1</translation>
    </message>
    <message>
        <source>%1 · condition %2 · act before %3</source>
        <translation>%1 · %2 · handeln vor %3</translation>
    </message>
    <message>
        <source>%1 · condition %2 · since %3</source>
        <translation>%1 · %2 · seit %3</translation>
    </message>
    <message>
        <source>%1 · condition %2</source>
        <translation>%1 · Zustand %2</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ConditionHeader</name>
    <message>
        <source>condition · band %1 – %2</source>
        <translation>Zustand · Band %1 – %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>band, since</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Condition %1, %2</source>
        <translation>Zustand %1, %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>word now, word to come</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>gemba::ui::DeductionListModel</name>
    <message>
        <source>full condition</source>
        <translation>voller Zustand</translation>
    </message>
    <message>
        <source>other reasons (%1)</source>
        <translation>weitere Gründe (%1)</translation>
    </message>
    <message>
        <source>never below 0</source>
        <translation>nie unter 0</translation>
    </message>
</context>
<context>
    <name>gemba::ui::Format</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
</context>
<context>
    <name>gemba::ui::InputListModel</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number, name</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2 %3, age %4</source>
        <translation>%1: %2 %3, Alter %4</translation>
    </message>
</context>
<context>
    <name>gemba::ui::Inspector</name>
    <message>
        <source>Select no machine</source>
        <translation>Keine Maschine wählen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Can it be trusted</source>
        <translation>Ist es verlässlich</translation>
    </message>
    <message>
        <source>No record at this instant.</source>
        <translation>Zu diesem Zeitpunkt keine Aufzeichnung.</translation>
    </message>
    <message>
        <source>Select a machine to see its condition, the reasons for it and its inputs.</source>
        <translation>Eine Maschine wählen, um ihren Zustand, die Gründe dafür und ihre Eingänge zu sehen.</translation>
    </message>
    <message>
        <source>This machine is not part of the plant shown.</source>
        <translation>Diese Maschine gehört nicht zum gezeigten Werk.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>area, operating state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No time to act before: no input heads for a limit.</source>
        <translation>Keine Frist zum Handeln: Kein Eingang läuft auf einen Grenzwert zu.</translation>
    </message>
    <message>
        <source>100 → %1</source>
        <translation>100 → %1</translation>
    </message>
    <message>
        <source>All inputs are fresh (%1).</source>
        <translation>Alle Eingänge sind frisch (%1).</translation>
    </message>
    <message>
        <source>Fresh inputs: %1 of %2. Stale ones take nothing off, they widen the band.</source>
        <translation>Frische Eingänge: %1 von %2. Veraltete ziehen nichts ab, sie weiten das Band.</translation>
    </message>
    <message>
        <source>Connected to %1 since %2.</source>
        <translation>Verbunden mit %1 seit %2.</translation>
    </message>
    <message>
        <source>No connection to %1 since %2: %3.</source>
        <translation>Keine Verbindung zu %1 seit %2: %3.</translation>
    </message>
    <message>
        <source>%1 messages lost, %2 not understood.</source>
        <translation>%1 Nachrichten verloren, %2 nicht verstanden.</translation>
    </message>
    <message>
        <source>Model: %1.</source>
        <translation>Modell: %1.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::KeyFigures</name>
    <message>
        <source>alerts, last 10 min</source>
        <translation>Meldungen, letzte 10 min</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
    <message>
        <source>machines abnormal</source>
        <translation>Maschinen auffällig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>DCS alarms active</source>
        <translation>PLS-Alarme aktiv</translation>
    </message>
    <message>
        <source>data late or silent</source>
        <translation>Daten verspätet, stumm</translation>
    </message>
</context>
<context>
    <name>gemba::ui::MachineList</name>
    <message>
        <source>Machines · worst first</source>
        <translation>Maschinen · schlechteste zuerst</translation>
    </message>
    <message>
        <source>Machines, worst first</source>
        <translation>Maschinen, schlechteste zuerst</translation>
    </message>
</context>
<context>
    <name>gemba::ui::MainWindow</name>
    <message>
        <source>Gemba</source>
        <translation>Gemba</translation>
    </message>
    <message>
        <source>%1 – Gemba</source>
        <translation>%1 – Gemba</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>keine Aufzeichnung</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>REPLAY – %1 – %2 – %3</source>
        <comment>what, when, site</comment>
        <translation>WIEDERGABE – %1 – %2 – %3</translation>
    </message>
</context>
<context>
    <name>gemba::ui::NavRail</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
</context>
<context>
    <name>gemba::ui::NoticeStrip</name>
    <message>
        <source>Close this notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>gemba::ui::NullViewport</name>
    <message>
        <source>No 3D picture: %1
Everything else works as usual.</source>
        <translation>Kein 3D-Bild: %1
Alles andere arbeitet wie gewohnt.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::OperateWorkspace</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>This plant has no scene.</source>
        <translation>Dieses Werk hat keine Szene.</translation>
    </message>
    <message>
        <source>Waiting for the first message.</source>
        <translation>Warten auf die erste Nachricht.</translation>
    </message>
    <message>
        <source>Waiting for the first message from %1.</source>
        <translation>Warten auf die erste Nachricht von %1.</translation>
    </message>
    <message>
        <source>No record at this instant.</source>
        <translation>Zu diesem Zeitpunkt keine Aufzeichnung.</translation>
    </message>
    <message>
        <source>This plant description has no machines.</source>
        <translation>Diese Werksbeschreibung hat keine Maschinen.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::OverviewSheet</name>
    <message>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>%1 · machines</source>
        <translation>%1 · Maschinen</translation>
    </message>
    <message>
        <source>No machines.</source>
        <translation>Keine Maschinen.</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Entscheidung nötig</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::Phrases</name>
    <message>
        <source>%1 %2</source>
        <comment>machine</comment>
        <extracomment>name of a machine, its number on the drawing</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handeln</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>state unknown</source>
        <translation>Betrieb unbekannt</translation>
    </message>
    <message>
        <source>running</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>in Bereitschaft</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>fährt an</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>fährt ab</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>in maintenance</source>
        <translation>in Wartung</translation>
    </message>
    <message>
        <source>in test</source>
        <translation>im Test</translation>
    </message>
    <message>
        <source>not scored: no model and no limits</source>
        <translation>nicht bewertet: kein Modell, keine Grenzwerte</translation>
    </message>
    <message>
        <source>baselining since %1</source>
        <translation>lernt das Normale seit %1</translation>
    </message>
    <message>
        <source>not scored: %1 since %2</source>
        <translation>nicht bewertet: %1 seit %2</translation>
    </message>
    <message>
        <source>not scored: no baseline for this state</source>
        <translation>nicht bewertet: dieser Betrieb ist nicht eingelernt</translation>
    </message>
    <message>
        <source>not scored: no data yet</source>
        <translation>nicht bewertet: noch keine Daten</translation>
    </message>
    <message>
        <source>withheld: inputs stale since %1</source>
        <translation>ausgesetzt: Eingänge veraltet seit %1</translation>
    </message>
    <message>
        <source>withheld: source down since %1</source>
        <translation>ausgesetzt: Quelle gestört seit %1</translation>
    </message>
    <message>
        <source>anomaly: no model, limits only</source>
        <translation>Anomalie: kein Modell, nur Grenzwerte</translation>
    </message>
    <message>
        <source>anomaly: as usual</source>
        <translation>Anomalie: wie üblich</translation>
    </message>
    <message>
        <source>anomaly: unusual since %1</source>
        <translation>Anomalie: unüblich seit %1</translation>
    </message>
    <message>
        <source>anomaly: far from usual since %1</source>
        <translation>Anomalie: weit abseits seit %1</translation>
    </message>
    <message>
        <source>%1 near or below %2</source>
        <translation>%1 nahe oder unter %2</translation>
    </message>
    <message>
        <source>%1 near or above %2</source>
        <translation>%1 nahe oder über %2</translation>
    </message>
    <message>
        <source>%1 lower than usual</source>
        <translation>%1 tiefer als üblich</translation>
    </message>
    <message>
        <source>%1 higher than usual</source>
        <translation>%1 höher als üblich</translation>
    </message>
    <message>
        <source>%1 too low for the rest</source>
        <translation>%1 zu tief für den Rest</translation>
    </message>
    <message>
        <source>%1 too high for the rest</source>
        <translation>%1 zu hoch für den Rest</translation>
    </message>
    <message>
        <source>Act before %1</source>
        <translation>Handeln vor %1</translation>
    </message>
    <message>
        <source>%1 reaches %2 then at its present slope</source>
        <translation>%1 erreicht dann bei gleicher Steigung %2</translation>
    </message>
    <message>
        <source>advisory · no decision role set</source>
        <translation>Rat · Entscheider nicht festgelegt</translation>
    </message>
    <message>
        <source>advisory · decision: %1</source>
        <translation>Rat · Entscheidung: %1</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>PAUSE</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>WIEDERGABE</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 low trip</source>
        <translation>%1 Abschaltung tief</translation>
    </message>
    <message>
        <source>%1 high trip</source>
        <translation>%1 Abschaltung hoch</translation>
    </message>
    <message>
        <source>%1 low alarm</source>
        <translation>%1 Alarm tief</translation>
    </message>
    <message>
        <source>%1 high alarm</source>
        <translation>%1 Alarm hoch</translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation>Daten von %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>over</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>over, not acknowledged</source>
        <translation>gegangen, nicht quittiert</translation>
    </message>
    <message>
        <source>latched, not acknowledged</source>
        <translation>gehalten, nicht quittiert</translation>
    </message>
    <message>
        <source>latched, acknowledged</source>
        <translation>gehalten, quittiert</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>suppressed by design</source>
        <translation>planmäßig unterdrückt</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>außer Betrieb</translation>
    </message>
    <message>
        <source>%1: alert, priority %2</source>
        <translation>%1: Meldung, Priorität %2</translation>
    </message>
    <message>
        <source>%1: alert over</source>
        <translation>%1: Meldung gegangen</translation>
    </message>
    <message>
        <source>%1: alert acknowledged</source>
        <translation>%1: Meldung quittiert</translation>
    </message>
    <message>
        <source>%1: DCS alarm</source>
        <translation>%1: PLS-Alarm</translation>
    </message>
    <message>
        <source>%1: DCS alarm over</source>
        <translation>%1: PLS-Alarm gegangen</translation>
    </message>
    <message>
        <source>%1: model changed</source>
        <translation>%1: Modell gewechselt</translation>
    </message>
    <message>
        <source>%1: score withheld</source>
        <translation>%1: Bewertung ausgesetzt</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Verbunden: %1</translation>
    </message>
    <message>
        <source>Connection lost: %1</source>
        <translation>Verbindung verloren: %1</translation>
    </message>
    <message>
        <source>Node online: %1</source>
        <translation>Knoten online: %1</translation>
    </message>
    <message>
        <source>Node offline: %1</source>
        <translation>Knoten offline: %1</translation>
    </message>
    <message>
        <source>Device online: %1</source>
        <translation>Gerät online: %1</translation>
    </message>
    <message>
        <source>Device offline: %1</source>
        <translation>Gerät offline: %1</translation>
    </message>
    <message>
        <source>Rebirth asked of %1</source>
        <translation>Rebirth angefordert von %1</translation>
    </message>
    <message>
        <source>Messages lost upstream: %1 (%2)</source>
        <translation>Nachrichten davor verloren: %1 (%2)</translation>
    </message>
    <message>
        <source>Messages dropped here: %1</source>
        <translation>Nachrichten hier verworfen: %1</translation>
    </message>
    <message>
        <source>Message not understood: %1</source>
        <translation>Nachricht nicht verstanden: %1</translation>
    </message>
    <message>
        <source>Message cannot be read: %1</source>
        <translation>Nachricht ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Message is too large: %1</source>
        <translation>Nachricht ist zu groß: %1</translation>
    </message>
    <message>
        <source>No tag of the plant has this topic: %1</source>
        <translation>Keine Messstelle des Werks gehört zu diesem Topic: %1</translation>
    </message>
    <message>
        <source>A value has another type than its birth said: %1</source>
        <translation>Ein Wert hat einen anderen Typ als im Birth Certificate: %1</translation>
    </message>
    <message>
        <source>Data came before its birth: %1</source>
        <translation>Daten kamen vor dem Birth Certificate: %1</translation>
    </message>
    <message>
        <source>Data of a metric that no birth has named: %1</source>
        <translation>Daten einer Metrik, die im Birth Certificate fehlt: %1</translation>
    </message>
    <message>
        <source>Birth gives one alias to two metrics: %1</source>
        <translation>Ein Alias kommt im Birth Certificate zweimal vor: %1</translation>
    </message>
    <message>
        <source>Birth is incomplete: %1</source>
        <translation>Das Birth Certificate ist unvollständig: %1</translation>
    </message>
    <message>
        <source>More than can be kept: %1</source>
        <translation>Mehr, als gehalten werden kann: %1</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (%2-mal)</translation>
    </message>
    <message>
        <source>Records that could not be written: %1</source>
        <translation>Nicht geschriebene Datensätze: %1</translation>
    </message>
    <message>
        <source>The clock was set: %1</source>
        <translation>Die Uhr wurde gestellt: %1</translation>
    </message>
    <message>
        <source>Not by the Sparkplug rules: %1</source>
        <translation>Nicht nach den Sparkplug-Regeln: %1</translation>
    </message>
    <message>
        <source>No connection to %1 since %2 (%3). Trying again; check broker and address.</source>
        <translation>Keine Verbindung zu %1 seit %2 (%3). Es wird weiter versucht; Broker und Adresse prüfen.</translation>
    </message>
    <message>
        <source>Node %1/%2 has been offline since %3. Check the node and its network.</source>
        <translation>Knoten %1/%2 ist seit %3 offline. Knoten und Netz prüfen.</translation>
    </message>
    <message>
        <source>Connected to %1, nothing arrived yet. Check that the plant publishes there.</source>
        <translation>Mit %1 verbunden, noch nichts empfangen. Prüfen, ob das Werk dorthin sendet.</translation>
    </message>
    <message>
        <source>Messages arrive from a node that has not announced itself. It has been asked to.</source>
        <translation>Ein Knoten sendet, ohne sich angemeldet zu haben. Er wurde dazu aufgefordert.</translation>
    </message>
    <message>
        <source>A node speaks that has not announced itself, and Gemba only listens. Restart the node, or start Gemba as host (--host).</source>
        <translation>Ein Knoten sendet, ohne sich angemeldet zu haben, und Gemba hört nur zu. Den Knoten neu starten oder Gemba als Host starten (--host).</translation>
    </message>
    <message>
        <source>Connected to %1, but the plant is silent.</source>
        <translation>Mit %1 verbunden, aber das Werk schweigt.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::RailButton</name>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Strg+%2)</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SceneOverlay</name>
    <message>
        <source>outline and marker = abnormal · dashed blue = data in doubt</source>
        <translation>Umriss und Marke = auffällig · blau gestrichelt = Daten zweifelhaft</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SceneView</name>
    <message>
        <source>the display &quot;%1&quot; has no OpenGL.</source>
        <translation>Die Anzeige „%1“ hat kein OpenGL.</translation>
    </message>
    <message>
        <source>the graphics driver gives no OpenGL context.</source>
        <translation>Der Grafiktreiber liefert keinen OpenGL-Kontext.</translation>
    </message>
    <message>
        <source>the graphics driver offers OpenGL %1.%2, 3.2 is needed.</source>
        <translation>Der Grafiktreiber bietet OpenGL %1.%2, nötig ist 3.2.</translation>
    </message>
    <message>
        <source>this plant has no scene.</source>
        <translation>Dieses Werk hat keine Szene.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TimeBar</name>
    <message>
        <source>%1 (%2)</source>
        <comment>action, key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Last 30 min</source>
        <translation>Letzte 30 min</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Type a time: 14:05, -15m, now</source>
        <translation>Zeit eingeben: 14:05, -15m, now</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>rate of replay</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>all recorded</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>How much time the ruler shows</source>
        <translation>Wie viel Zeit die Leiste zeigt</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 zurück</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>keine Aufzeichnung</translation>
    </message>
    <message>
        <source>site time</source>
        <translation>Werkszeit</translation>
    </message>
    <message>
        <source>Not a time. Try 14:05, -15m or now.</source>
        <translation>Keine Zeit. Möglich: 14:05, -15m oder now.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TimeRuler</name>
    <message>
        <source>Recorded time</source>
        <translation>Aufgezeichnete Zeit</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time, event</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>nothing recorded yet</source>
        <translation>noch nichts aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TopBar</name>
    <message>
        <source>on duty: %1</source>
        <translation>im Dienst: %1</translation>
    </message>
    <message>
        <source>LIVE: %1 critical</source>
        <translation>LIVE: %1 kritisch</translation>
    </message>
    <message>
        <source>Gemba</source>
        <translation>Gemba</translation>
    </message>
    <message>
        <source>whole site</source>
        <translation>ganzes Werk</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>REPLAY – %1</source>
        <translation>WIEDERGABE – %1</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>keine Aufzeichnung</translation>
    </message>
    <message>
        <source>%1 – not live</source>
        <comment>date and time</comment>
        <translation>%1 – nicht live</translation>
    </message>
    <message>
        <source>sources down: %1</source>
        <translation>Quellen gestört: %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 verspätet</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>%1 stumm</translation>
    </message>
    <message>
        <source>data: all fresh</source>
        <translation>Daten: alle frisch</translation>
    </message>
    <message>
        <source>data: %1</source>
        <translation>Daten: %1</translation>
    </message>
    <message>
        <source>%1 not acknowledged</source>
        <translation>%1 nicht quittiert</translation>
    </message>
    <message>
        <source>×%1 life</source>
        <translation>×%1 Echtzeit</translation>
    </message>
    <message>
        <source>● recording %1</source>
        <translation>● Aufzeichnung %1</translation>
    </message>
    <message>
        <source>not kept: %1</source>
        <translation>nicht gesichert: %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TrendLane</name>
    <message>
        <source>alarm limit</source>
        <translation>Alarmgrenze</translation>
    </message>
    <message>
        <source>trip limit</source>
        <translation>Abschaltgrenze</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>keine Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TrendPanel</name>
    <message>
        <source>Pens</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>No record at this instant.</source>
        <translation>Zu diesem Zeitpunkt keine Aufzeichnung.</translation>
    </message>
    <message>
        <source>Select a machine to see its trends.</source>
        <translation>Eine Maschine wählen, um ihre Trends zu sehen.</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>%1 · trends</source>
        <translation>%1 · Trends</translation>
    </message>
    <message>
        <source>last %1 (%2 process time)</source>
        <translation>letzte %1 (%2 Prozesszeit)</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>letzte %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::VtkViewport</name>
    <message>
        <source>Plant in 3D</source>
        <translation>Werk in 3D</translation>
    </message>
</context>
<context>
    <name>gemba::ui::WorkspaceText</name>
    <message>
        <source>Operate</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Flotte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>Here a recorded incident will be laid out in order, compared with other models and written up.</source>
        <translation>Hier wird ein aufgezeichneter Vorfall der Reihe nach gezeigt, mit anderen Modellen verglichen und beschrieben.</translation>
    </message>
    <message>
        <source>Here the models in service will stand with their data, their error rates and their versions.</source>
        <translation>Hier werden die eingesetzten Modelle mit ihren Daten, Fehlerraten und Versionen stehen.</translation>
    </message>
    <message>
        <source>Here every source will stand with what it sent, lost and sent late, and who answers for it.</source>
        <translation>Hier wird jede Quelle stehen: was sie sendete, verlor und verspätete und wer für sie zuständig ist.</translation>
    </message>
    <message>
        <source>Here the edge nodes will stand with their models, their state and what was sent to them.</source>
        <translation>Hier werden die Edge-Knoten mit ihren Modellen, ihrem Zustand und dem an sie Gesendeten stehen.</translation>
    </message>
    <message>
        <source>Here it will stand what the advice earned, what it cost and how that was counted.</source>
        <translation>Hier wird stehen, was der Rat einbrachte, was er kostete und wie das gezählt wurde.</translation>
    </message>
</context>
<context>
    <name>gembactl</name>
    <message>
        <source>All is well.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <source>Checks a session, plant description, recipe or model.</source>
        <translation>Prüft eine Sitzung, Werksbeschreibung, ein Rezept oder Modell.</translation>
    </message>
    <message>
        <source>*.gmb, plant.json, recipe or *.gmodel.</source>
        <translation>*.gmb, plant.json, Rezept oder *.gmodel.</translation>
    </message>
    <message>
        <source>Print one JSON object.</source>
        <translation>Ein JSON-Objekt ausgeben.</translation>
    </message>
    <message>
        <source>Session: make its caches anew from the log.</source>
        <translation>Sitzung: ihre Zwischenspeicher aus dem Protokoll neu bilden.</translation>
    </message>
    <message>
        <source>Show this.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>This command.</source>
        <translation>Dieser Befehl.</translation>
    </message>
    <message>
        <source>The option --%1 is needed.</source>
        <translation>Die Option --%1 ist nötig.</translation>
    </message>
    <message>
        <source>A file is needed.</source>
        <translation>Eine Datei ist nötig.</translation>
    </message>
    <message>
        <source>Too many arguments: %1.</source>
        <translation>Zu viele Argumente: %1.</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Siehe --help.</translation>
    </message>
    <message>
        <source>Plant: %1</source>
        <translation>Werk: %1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Bis: %1</translation>
    </message>
    <message>
        <source>Packets: %1, samples: %2 of %3 tags</source>
        <translation>Pakete: %1, Werte: %2 von %3 Messstellen</translation>
    </message>
    <message>
        <source>Gaps: %1, dropped: %2, rejected: %3</source>
        <translation>Lücken: %1, verworfen: %2, abgelehnt: %3</translation>
    </message>
    <message>
        <source>Events: %1</source>
        <translation>Ereignisse: %1</translation>
    </message>
    <message>
        <source>Complete: closed in order, nothing is missing</source>
        <translation>Vollständig: ordentlich geschlossen, nichts fehlt</translation>
    </message>
    <message>
        <source>Not complete: see below, or it was never closed</source>
        <translation>Unvollständig: siehe unten, oder nie geschlossen</translation>
    </message>
    <message>
        <source>Digest: %1</source>
        <translation>Prüfsumme: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Written by: %1</source>
        <translation>Geschrieben von: %1</translation>
    </message>
    <message>
        <source>Says what a recorded session holds.</source>
        <translation>Sagt, was eine aufgezeichnete Sitzung enthält.</translation>
    </message>
    <message>
        <source>The session.</source>
        <translation>Die Sitzung.</translation>
    </message>
    <message>
        <source>say what a session holds</source>
        <translation>sagen, was eine Sitzung enthält</translation>
    </message>
    <message>
        <source>record a plant from a broker</source>
        <translation>ein Werk von einem Broker aufzeichnen</translation>
    </message>
    <message>
        <source>replay a session and compare it with the record</source>
        <translation>eine Sitzung wiedergeben und mit der Aufzeichnung vergleichen</translation>
    </message>
    <message>
        <source>check a session, plant, recipe or model</source>
        <translation>Sitzung, Werk, Rezept oder Modell prüfen</translation>
    </message>
    <message>
        <source>draw a workspace at an instant of a session</source>
        <translation>einen Arbeitsbereich zu einem Zeitpunkt einer Sitzung zeichnen</translation>
    </message>
    <message>
        <source>train a model from CSV</source>
        <translation>ein Modell aus CSV lernen</translation>
    </message>
    <message>
        <source>score CSV with a model</source>
        <translation>CSV mit einem Modell bewerten</translation>
    </message>
    <message>
        <source>Usage: gembactl COMMAND [options]; gembactl COMMAND --help</source>
        <translation>Aufruf: gembactl BEFEHL [Optionen]; gembactl BEFEHL --help</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Den Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 s, %L2 packets, %L3 dropped, %L4 bytes</source>
        <translation>%1 s, %L2 Pakete, %L3 verworfen, %L4 Bytes</translation>
    </message>
    <message>
        <source>Records a plant from a broker into a session file.</source>
        <translation>Zeichnet ein Werk von einem Broker in eine Sitzungsdatei auf.</translation>
    </message>
    <message>
        <source>Folder of the plant.</source>
        <translation>Ordner des Werks.</translation>
    </message>
    <message>
        <source>Session to write.</source>
        <translation>Sitzung, die geschrieben wird.</translation>
    </message>
    <message>
        <source>So long from the first connection, such as 60s; default: until stopped.</source>
        <translation>So lange ab der ersten Verbindung, etwa 60s; sonst bis zum Abbruch.</translation>
    </message>
    <message>
        <source>Wait so long for a connection.</source>
        <translation>So lange auf eine Verbindung warten.</translation>
    </message>
    <message>
        <source>--for and --wait take a time such as 60s or 5min.</source>
        <translation>--for und --wait brauchen eine Zeit wie 60s oder 5min.</translation>
    </message>
    <message>
        <source>Draws a workspace at an instant of a session, as the console shows it.</source>
        <translation>Zeichnet einen Arbeitsbereich zu einem Zeitpunkt einer Sitzung, wie der Leitstand ihn zeigt.</translation>
    </message>
    <message>
        <source>Instant: ISO 8601 or +30s from the start.</source>
        <translation>Zeitpunkt: ISO 8601 oder +30s ab Beginn.</translation>
    </message>
    <message>
        <source>operate, review, models, data, fleet or value.</source>
        <translation>operate, review, models, data, fleet oder value.</translation>
    </message>
    <message>
        <source>Operate: overview or scene.</source>
        <translation>Betrieb: overview (Übersicht) oder scene (Szene).</translation>
    </message>
    <message>
        <source>Select this asset; default: the worst one.</source>
        <translation>Diese Maschine wählen; sonst die schlechteste.</translation>
    </message>
    <message>
        <source>The picture to write.</source>
        <translation>Bild, das geschrieben wird.</translation>
    </message>
    <message>
        <source>In pixels.</source>
        <translation>In Pixeln.</translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation>light (hell) oder dark (dunkel).</translation>
    </message>
    <message>
        <source>Language, such as de.</source>
        <translation>Sprache, etwa de.</translation>
    </message>
    <message>
        <source>The console ended abnormally (%1).</source>
        <translation>Der Leitstand endete nicht ordentlich (%1).</translation>
    </message>
    <message>
        <source>--from and --to take a time such as +30s or 2026-11-23T13:07:42Z.</source>
        <translation>--from und --to brauchen eine Zeit wie +30s oder 2026-11-23T13:07:42Z.</translation>
    </message>
    <message>
        <source>Replays a session through the pipeline and compares the outcome with the record.</source>
        <translation>Rechnet eine Sitzung neu und vergleicht das Ergebnis mit der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Times real time, or max (default).</source>
        <translation>Vielfaches der Echtzeit oder max (Vorgabe).</translation>
    </message>
    <message>
        <source>Start here: ISO 8601 or +30s from the start.</source>
        <translation>Hier beginnen: ISO 8601 oder +30s ab Beginn.</translation>
    </message>
    <message>
        <source>End here.</source>
        <translation>Hier enden.</translation>
    </message>
    <message>
        <source>Carry the state on instead of taking up stored keyframes.</source>
        <translation>Den Zustand fortführen, statt gespeicherte Stützpunkte zu übernehmen.</translation>
    </message>
    <message>
        <source>What if: this model in place of the one of the same name.</source>
        <translation>Was wäre, wenn: dieses Modell anstelle des gleichnamigen.</translation>
    </message>
    <message>
        <source>Write every score as CSV.</source>
        <translation>Jede Bewertung als CSV schreiben.</translation>
    </message>
    <message>
        <source>Print the digest as the last line.</source>
        <translation>Die Prüfsumme als letzte Zeile ausgeben.</translation>
    </message>
    <message>
        <source>--speed takes a number above 0, or max.</source>
        <translation>--speed braucht eine Zahl über 0 oder max.</translation>
    </message>
    <message>
        <source>Recorded by another build (%1): comparing stored words, alerts and scores.</source>
        <translation>Von einem anderen Programmstand aufgezeichnet (%1): verglichen werden gespeicherte Zustände, Meldungen und Bewertungen.</translation>
    </message>
    <message>
        <source>The outcome differs from the record, first in interval %1 from %2.</source>
        <translation>Das Ergebnis weicht von der Aufzeichnung ab, zuerst in Abschnitt %1 ab %2.</translation>
    </message>
    <message>
        <source>The digest over all intervals differs from the record.</source>
        <translation>Die Prüfsumme über alle Abschnitte weicht von der Aufzeichnung ab.</translation>
    </message>
    <message>
        <source>Nothing was compared: no interval with a recorded digest was run whole.</source>
        <translation>Nichts wurde verglichen: Kein Abschnitt mit aufgezeichneter Prüfsumme lief ganz.</translation>
    </message>
    <message>
        <source>Exact match: %1 of %2 intervals have a recorded digest, all are equal.</source>
        <translation>Genau gleich: %1 von %2 Abschnitten haben eine aufgezeichnete Prüfsumme, alle stimmen.</translation>
    </message>
    <message>
        <source>Words or alerts differ from the record, first at %1.</source>
        <translation>Zustände oder Meldungen weichen von der Aufzeichnung ab, zuerst zum Zeitpunkt %1.</translation>
    </message>
    <message>
        <source>The score of %1 differs from the record at %2.</source>
        <translation>Die Bewertung von %1 weicht zum Zeitpunkt %2 von der Aufzeichnung ab.</translation>
    </message>
    <message>
        <source>Stored match: %1 words and alerts and %2 scores are equal.</source>
        <translation>Gespeichertes gleich: %1 Zustände und Meldungen und %2 Bewertungen stimmen.</translation>
    </message>
    <message>
        <source>Scores every row of a table with a model.</source>
        <translation>Bewertet jede Zeile einer Tabelle mit einem Modell.</translation>
    </message>
    <message>
        <source>Model to score with.</source>
        <translation>Modell, das bewertet.</translation>
    </message>
    <message>
        <source>Table to score, CSV.</source>
        <translation>Tabelle, die bewertet wird, CSV.</translation>
    </message>
    <message>
        <source>Table to write, CSV.</source>
        <translation>Tabelle, die geschrieben wird, CSV.</translation>
    </message>
    <message>
        <source>Add each input&apos;s part, c:&lt;input&gt;.</source>
        <translation>Den Anteil jedes Eingangs anfügen, c:&lt;Eingang&gt;.</translation>
    </message>
    <message>
        <source>warning: the column %1 of the table gives way to the score of that name</source>
        <translation>Warnung: Die Spalte %1 der Tabelle weicht der gleichnamigen Bewertung</translation>
    </message>
    <message>
        <source>%1 rows, %2 alarms, %3 without a score</source>
        <translation>%1 Zeilen, %2 Alarme, %3 ohne Bewertung</translation>
    </message>
    <message>
        <source>recipe: %1</source>
        <translation>Rezept: %1</translation>
    </message>
    <message>
        <source>warning: left out, no numbers in them: %1</source>
        <translation>Warnung: ausgelassen, ohne Zahlen: %1</translation>
    </message>
    <message>
        <source>warning: constant inputs left out: %1</source>
        <translation>Warnung: unveränderliche Eingänge ausgelassen: %1</translation>
    </message>
    <message>
        <source>Learns what is normal from tables.</source>
        <translation>Lernt aus Tabellen, was normal ist.</translation>
    </message>
    <message>
        <source>What to learn, JSON.</source>
        <translation>Was gelernt wird, JSON.</translation>
    </message>
    <message>
        <source>Table to learn from, CSV; may be repeated.</source>
        <translation>Tabelle, aus der gelernt wird, CSV; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Model to write.</source>
        <translation>Modell, das geschrieben wird.</translation>
    </message>
    <message>
        <source>%1 written, %2</source>
        <translation>%1 geschrieben, %2</translation>
    </message>
</context>
</TS>
