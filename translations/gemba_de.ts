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
    <message>
        <source>The formula is not understood at character %1: expected %2.</source>
        <translation>Die Formel ist ab Zeichen %1 nicht verständlich: erwartet wurde %2.</translation>
    </message>
    <message>
        <source>%1 cannot be reached (%2). Check the address and the network.</source>
        <translation>%1 ist nicht erreichbar (%2). Prüfen Sie Adresse und Netz.</translation>
    </message>
    <message>
        <source>%1 did not take the message: %2.</source>
        <translation>%1 hat die Nachricht nicht angenommen: %2.</translation>
    </message>
    <message>
        <source>Not sent: %1 messages wait to be sent already.</source>
        <translation>Nicht gesendet: %1 Nachrichten warten schon auf den Versand.</translation>
    </message>
    <message>
        <source>Not sent: Gemba was closed first.</source>
        <translation>Nicht gesendet: Gemba wurde vorher geschlossen.</translation>
    </message>
    <message>
        <source>Not sent: no mail server is set.</source>
        <translation>Nicht gesendet: Kein Mailserver ist eingestellt.</translation>
    </message>
    <message>
        <source>This desktop shows no notifications (%1).</source>
        <translation>Dieser Desktop zeigt keine Benachrichtigungen (%1).</translation>
    </message>
    <message>
        <source>The keyring of this session cannot be used (%1). Nothing that needs a password is sent. Start a keyring service and try again.</source>
        <translation>Der Schlüsselbund dieser Sitzung ist nicht nutzbar (%1). Was ein Passwort braucht, wird nicht gesendet. Starten Sie einen Schlüsselbunddienst und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Not sent: the keyring has no password for %1. Set it under Notifications.</source>
        <translation>Nicht gesendet: Der Schlüsselbund hat kein Passwort für %1. Hinterlegen Sie es unter Benachrichtigungen.</translation>
    </message>
    <message>
        <source>The broker %1 cannot be reached (%2). Check that it runs and that the address is right.</source>
        <translation>Der Broker %1 ist nicht erreichbar (%2). Prüfen Sie, ob er läuft und die Adresse stimmt.</translation>
    </message>
    <message>
        <source>The connection to the broker %1 was lost (%2).</source>
        <translation>Die Verbindung zum Broker %1 ist abgebrochen (%2).</translation>
    </message>
    <message>
        <source>The class of this row is missing.</source>
        <translation>Die Klasse dieser Zeile fehlt.</translation>
    </message>
    <message>
        <source>This signal cannot be used: expected %1.</source>
        <translation>Dieses Signal ist nicht brauchbar: erwartet wird %1.</translation>
    </message>
    <message>
        <source>XGBoost could not do it: %1</source>
        <translation>XGBoost konnte es nicht: %1</translation>
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
    <message>
        <source>Recorded run: normal (if none is given), a fault number (1 2 4 5 6 7 8 11 13 14) or a run&apos;s id. Pump house: timeline (if none is given), normal, unbalance, misalignment, outer-race, inner-race or cavitation. May be given several times.</source>
        <translation>Aufgezeichneter Lauf: normal (wenn keiner angegeben ist), eine Fehlernummer (1 2 4 5 6 7 8 11 13 14) oder die Kennung eines Laufs. Pumpenhaus: timeline (wenn nichts angegeben ist), normal, unbalance, misalignment, outer-race, inner-race oder cavitation. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>Plays recorded runs of the demo plant, the modelled pump house or the turbofan fleet into an MQTT broker.</source>
        <translation>Spielt aufgezeichnete Läufe der Vorführanlage, das modellierte Pumpenhaus oder die Turbofan-Flotte in einen MQTT-Broker.</translation>
    </message>
    <message>
        <source>Folder with plant.json and runs/ or pumphouse.json; runs/lives.run is played as a fleet.</source>
        <translation>Ordner mit plant.json und runs/ oder pumphouse.json; runs/lives.run wird als Flotte gespielt.</translation>
    </message>
    <message>
        <source>Same seed, same faults, same pump house and same fleet.</source>
        <translation>Gleicher Startwert, gleiche Störungen, gleiches Pumpenhaus und gleiche Flotte.</translation>
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
        <source>File of the always-on history; none: no history.</source>
        <translation>Datei des ständigen Verlaufs; none: kein Verlauf.</translation>
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
    <message>
        <source>Folder of the plant to watch; several times, with a --broker each: several plants.</source>
        <translation>Ordner des Werks; mehrmals, je mit einem --broker: mehrere Werke.</translation>
    </message>
    <message>
        <source>light or dark; else as set in the window.</source>
        <translation>light oder dark; sonst wie im Fenster eingestellt.</translation>
    </message>
    <message>
        <source>The logs are in %1. They hold no telemetry and no passwords.</source>
        <translation>Die Protokolle liegen in %1. Sie enthalten keine Telemetrie und keine Passwörter.</translation>
    </message>
    <message>
        <source>The logs could not be saved to %1: %2.</source>
        <translation>Die Protokolle konnten nicht nach %1 gespeichert werden: %2.</translation>
    </message>
    <message>
        <source>Gemba did not end as it should have. You were looking at %1.</source>
        <translation>Gemba wurde nicht ordnungsgemäß beendet. Sie sahen gerade %1.</translation>
    </message>
    <message>
        <source>Continue where you were</source>
        <translation>Dort weitermachen</translation>
    </message>
    <message>
        <source>Write the daily sheet of the session and end.</source>
        <translation>Das Tagesblatt der Sitzung schreiben und enden.</translation>
    </message>
    <message>
        <source>Daily sheet: date at the site; else the last one.</source>
        <translation>Tagesblatt: Datum am Standort; sonst das letzte.</translation>
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
    <message>
        <source>Opening history…</source>
        <translation>Verlauf wird geöffnet …</translation>
    </message>
    <message>
        <source>⇥ skipped %1</source>
        <translation>⇥ %1 übersprungen</translation>
    </message>
    <message>
        <source>Stopped: this is what it was to play to.</source>
        <translation>Angehalten: Bis hierher sollte abgespielt werden.</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>%1 wird gespeichert …</translation>
    </message>
    <message>
        <source>Nothing was saved: you cancelled it.</source>
        <translation>Nichts wurde gespeichert: Sie haben es abgebrochen.</translation>
    </message>
    <message>
        <source>There is nothing in this session to print.</source>
        <translation>In dieser Sitzung ist nichts zu drucken.</translation>
    </message>
    <message>
        <source>--day takes a date such as 2026-11-24.</source>
        <translation>--day erwartet ein Datum wie 2026-11-24.</translation>
    </message>
    <message>
        <source>Nothing of this day is recorded: the session goes from %1 to %2.</source>
        <translation>Von diesem Tag ist nichts aufgezeichnet: Die Sitzung reicht von %1 bis %2.</translation>
    </message>
</context>
<context>
    <name>gemba::ConsoleWindows</name>
    <message>
        <source>There are %1 windows already; close one first.</source>
        <translation>Es gibt schon %1 Fenster; schließen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>The scene is being read.</source>
        <translation>Die Szene wird gelesen.</translation>
    </message>
    <message>
        <source>Reading the scene</source>
        <translation>Szene wird gelesen</translation>
    </message>
</context>
<context>
    <name>gemba::DemoPlant</name>
    <message>
        <source>The demo&apos;s broker could not be started: %1.</source>
        <translation>Der Broker der Vorführung ließ sich nicht starten: %1.</translation>
    </message>
    <message>
        <source>The demo plant could not be started: %1.</source>
        <translation>Das Vorführwerk ließ sich nicht starten: %1.</translation>
    </message>
    <message>
        <source>The demo plant is not installed beside this program.</source>
        <translation>Das Vorführwerk ist nicht neben diesem Programm installiert.</translation>
    </message>
    <message>
        <source>The demo needs the broker “mosquitto”, which is not installed here.</source>
        <translation>Die Vorführung braucht den Broker „mosquitto“, der hier nicht installiert ist.</translation>
    </message>
    <message>
        <source>The demo needs “gemba-plant”, which is not installed beside this program.</source>
        <translation>Die Vorführung braucht „gemba-plant“, das nicht neben diesem Programm installiert ist.</translation>
    </message>
    <message>
        <source>The demo&apos;s broker could not be set up in %1.</source>
        <translation>Der Broker der Vorführung ließ sich in %1 nicht einrichten.</translation>
    </message>
    <message>
        <source>The demo&apos;s broker does not answer.</source>
        <translation>Der Broker der Vorführung antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>gemba::LiveNotifications</name>
    <message>
        <source>Nobody is told of alerts, because the roster cannot be read. %1</source>
        <translation>Niemand wird benachrichtigt, weil der Dienstplan nicht lesbar ist. %1</translation>
    </message>
    <message>
        <source>The roster could not be written to %1. It holds until Gemba is closed.</source>
        <translation>Der Dienstplan konnte nicht nach %1 geschrieben werden. Er gilt, bis Gemba geschlossen wird.</translation>
    </message>
    <message>
        <source>Nobody is told of alerts: there are no people in the roster yet.</source>
        <translation>Niemand wird benachrichtigt: Der Dienstplan enthält noch keine Personen.</translation>
    </message>
    <message>
        <source>Nobody is told of alerts: the rules name nobody yet.</source>
        <translation>Niemand wird benachrichtigt: Die Regeln nennen noch niemanden.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Level %1: nobody can be reached now.</source>
        <translation>Stufe %1: Zurzeit ist niemand erreichbar.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>%1 It is tried again.</source>
        <translation>%1 Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>Not told: %1. %2</source>
        <translation>Nicht benachrichtigt: %1. %2</translation>
    </message>
    <message>
        <source>What was told of alerts cannot be kept in %1: after a restart it may be told again.</source>
        <translation>Was gemeldet wurde, kann nicht in %1 behalten werden: Nach einem Neustart wird es vielleicht noch einmal gemeldet.</translation>
    </message>
    <message>
        <source>it has not answered yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>The password is in the keyring.</source>
        <translation>Das Passwort ist im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The token is in the keyring.</source>
        <translation>Das Token ist im Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>gemba::Notifications</name>
    <message>
        <source>DCS alarm: %1</source>
        <translation>PLS-Alarm: %1</translation>
    </message>
    <message>
        <source>Advisory: %1</source>
        <translation>Rat: %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Gemba advises. It is not the alarm system of record, and acknowledging here acknowledges nothing there.</source>
        <translation>Gemba rät. Es ist nicht das maßgebliche Alarmsystem; wer hier quittiert, quittiert dort nichts.</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>%1 · since %2, over by now</source>
        <translation>%1 · seit %2, inzwischen vorbei</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · seit %2</translation>
    </message>
    <message>
        <source>Nobody has acknowledged this so far.</source>
        <translation>Niemand hat dies bisher quittiert.</translation>
    </message>
    <message>
        <source>Test from Gemba</source>
        <translation>Test von Gemba</translation>
    </message>
    <message>
        <source>This is a test. Nothing is wrong.</source>
        <translation>Dies ist ein Test. Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>Advisory: %1 alerts at once, %2</source>
        <translation>Rat: %1 Meldungen auf einmal, %2</translation>
    </message>
</context>
<context>
    <name>gemba::Plants</name>
    <message>
        <source>Reading the plant %1…</source>
        <translation>Werk %1 wird gelesen …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>machine, its condition in a word</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gemba::RecordedDay</name>
    <message>
        <source>There is no history to read a day from: the always-on recording is off.</source>
        <translation>Es gibt keinen Verlauf, aus dem ein Tag zu lesen wäre: Die Daueraufzeichnung ist aus.</translation>
    </message>
</context>
<context>
    <name>gemba::RecordedHistory</name>
    <message>
        <source>The formula names no tag.</source>
        <translation>Die Formel nennt keine Messstelle.</translation>
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
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Licence: GPL-3.0-or-later. Runs with:</source>
        <translation>Lizenz: GPL-3.0-or-later. Läuft mit:</translation>
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
        <source>Select no machine</source>
        <translation>Keine Maschine wählen</translation>
    </message>
    <message>
        <source>Acknowledge alert</source>
        <translation>Meldung quittieren</translation>
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
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Save logs</source>
        <translation>Protokolle speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Neues Fenster</translation>
    </message>
    <message>
        <source>Watch a plant…</source>
        <translation>Werk beobachten …</translation>
    </message>
    <message>
        <source>See the demo</source>
        <translation>Vorführung ansehen</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkle Darstellung</translation>
    </message>
    <message>
        <source>Notifications…</source>
        <translation>Benachrichtigungen …</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>Alles finden …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Show me around</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Save logs…</source>
        <translation>Protokolle speichern …</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Plants</source>
        <translation>Werke</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Panels and layouts</source>
        <translation>Felder und Anordnungen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>In the scene</source>
        <translation>In der Szene</translation>
    </message>
    <message>
        <source>See the pump house</source>
        <translation>Das Pumpenhaus ansehen</translation>
    </message>
    <message>
        <source>See the turbofan fleet</source>
        <translation>Die Turbofan-Flotte ansehen</translation>
    </message>
</context>
<context>
    <name>gemba::ui::AlertAnnouncer</name>
    <message>
        <source>Priority %1, %2</source>
        <translation>Priorität %1, %2</translation>
    </message>
    <message>
        <source>New alert: %1</source>
        <translation>Neue Meldung: %1</translation>
    </message>
    <message>
        <source>%1 new alerts, the most urgent: %2</source>
        <translation>%1 neue Meldungen, die dringendste: %2</translation>
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
    <message>
        <source>%1 · %2</source>
        <comment>raised at, acknowledged at … by …</comment>
        <translation>%1 · %2</translation>
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
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Acknowledge with a note…</source>
        <translation>Mit Notiz quittieren…</translation>
    </message>
    <message>
        <source>Acknowledge with a note</source>
        <translation>Mit Notiz quittieren</translation>
    </message>
    <message>
        <source>Note, kept with the acknowledgement:</source>
        <translation>Notiz, wird mit der Quittierung aufbewahrt:</translation>
    </message>
</context>
<context>
    <name>gemba::ui::AssetListModel</name>
    <message>
        <source>%1 · act before %2</source>
        <translation>%1 · handeln vor %2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
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
    <message>
        <source>stale %1</source>
        <translation>veraltet %1</translation>
    </message>
    <message>
        <source>act before %1</source>
        <translation>handeln bis %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>machine, by when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, not acknowledged</source>
        <comment>a machine</comment>
        <translation>%1, nicht quittiert</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>of life</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <comment>a word, life</comment>
        <translation>%1 · noch %2</translation>
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
    <name>gemba::ui::BookmarkList</name>
    <message>
        <source>No bookmarks yet. B sets one at the time shown.</source>
        <translation>Noch keine Lesezeichen. B setzt eines an der gezeigten Zeit.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Set one here</source>
        <translation>Hier eines setzen</translation>
    </message>
</context>
<context>
    <name>gemba::ui::BookmarkModel</name>
    <message>
        <source>%1 · %2</source>
        <comment>time, name of a bookmark</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>gemba::ui::CalculatedDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Add to the chart</source>
        <translation>Ins Diagramm</translation>
    </message>
    <message>
        <source>Calculated tags</source>
        <translation>Berechnete Messstellen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>such as xmeas_07 / 100 + max(xmeas_08, 0)</source>
        <translation>etwa xmeas_07 / 100 + max(xmeas_08, 0)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Nachkommastellen</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Tags by their ids, [in brackets] where an id has a dash. + - * / ^, comparisons, a ? b : c, sqrt abs exp ln log10 sin cos min max sum avg.</source>
        <translation>Messstellen mit ihrer Kennung, [in Klammern], wenn sie einen Bindestrich hat. + - * / ^, Vergleiche, a ? b : c, sqrt abs exp ln log10 sin cos min max sum avg.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie ihr einen Namen.</translation>
    </message>
    <message>
        <source>There are as many calculated tags as there can be.</source>
        <translation>Mehr berechnete Messstellen sind nicht möglich.</translation>
    </message>
    <message>
        <source>calculated tag “%1”</source>
        <translation>berechnete Messstelle „%1“</translation>
    </message>
    <message>
        <source>delete calculated tag “%1”</source>
        <translation>berechnete Messstelle „%1“ löschen</translation>
    </message>
</context>
<context>
    <name>gemba::ui::CauseScale</name>
    <message>
        <source>What the evidence speaks for</source>
        <translation>Wofür die Hinweise sprechen</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ChainEditor</name>
    <message>
        <source>Level 1: wait</source>
        <translation>Stufe 1: warten</translation>
    </message>
    <message>
        <source>Level %1: not acknowledged for</source>
        <translation>Stufe %1: nicht quittiert seit</translation>
    </message>
    <message>
        <source>min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Level %1: who</source>
        <translation>Stufe %1: wer</translation>
    </message>
    <message>
        <source>roles or names, with ; between them</source>
        <translation>Rollen oder Namen, mit ; dazwischen</translation>
    </message>
    <message>
        <source>on duty only</source>
        <translation>nur im Dienst</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove level %1</source>
        <translation>Stufe %1 entfernen</translation>
    </message>
    <message>
        <source>At first, after</source>
        <translation>Zuerst, nach</translation>
    </message>
    <message>
        <source>Not acknowledged for</source>
        <translation>Nicht quittiert seit</translation>
    </message>
    <message>
        <source>removing a level</source>
        <translation>Stufe entfernen</translation>
    </message>
    <message>
        <source>changing a level</source>
        <translation>Stufe ändern</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ChannelEditor</name>
    <message>
        <source>Kind of channel %1</source>
        <translation>Art des Kanals %1</translation>
    </message>
    <message>
        <source>Address of channel %1</source>
        <translation>Adresse des Kanals %1</translation>
    </message>
    <message>
        <source>with a token</source>
        <translation>mit Token</translation>
    </message>
    <message>
        <source>Set token…</source>
        <translation>Token setzen …</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove channel %1</source>
        <translation>Kanal %1 entfernen</translation>
    </message>
    <message>
        <source>removing a channel</source>
        <translation>Kanal entfernen</translation>
    </message>
    <message>
        <source>changing a channel</source>
        <translation>Kanal ändern</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Test: %1</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token of this webhook:</source>
        <translation>Token dieses Webhooks:</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ChartPane</name>
    <message>
        <source>Follow: the cursor at the right edge</source>
        <translation>Folgen: Zeitmarke am rechten Rand</translation>
    </message>
    <message>
        <source>Centre: the cursor in the middle</source>
        <translation>Mitte: Zeitmarke in der Mitte</translation>
    </message>
    <message>
        <source>Fixed: stay at this time</source>
        <translation>Fest: bei dieser Zeit bleiben</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Reset: all values, follow the cursor</source>
        <translation>Zurücksetzen: alle Werte, der Zeitmarke folgen</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Durchgezogen</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Gestrichelt</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>Gepunktet</translation>
    </message>
    <message>
        <source>Dash and dot</source>
        <translation>Strichpunkt</translation>
    </message>
    <message>
        <source>Thin</source>
        <translation>Dünn</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Thick</source>
        <translation>Dick</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The machine&apos;s last start</source>
        <translation>Letzter Start der Maschine</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>time, what happened</comment>
        <translation>%1: %2 {1 ?}</translation>
    </message>
    <message>
        <source>No event is recorded before this instant</source>
        <translation>Vor dieser Zeit ist kein Ereignis aufgezeichnet</translation>
    </message>
    <message>
        <source>Remove from the chart</source>
        <translation>Aus dem Diagramm nehmen</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Messstelle hinzufügen …</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Pens of the selected machine</source>
        <translation>Kurven der gewählten Maschine</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>Achsen</translation>
    </message>
    <message>
        <source>A lane for each unit</source>
        <translation>Eine Bahn je Einheit</translation>
    </message>
    <message>
        <source>One lane, each pen its own axis</source>
        <translation>Eine Bahn, jede Kurve mit eigener Achse</translation>
    </message>
    <message>
        <source>Statistics of what is shown</source>
        <translation>Statistik des Gezeigten</translation>
    </message>
    <message>
        <source>Scatter of two pens</source>
        <translation>Streudiagramm zweier Kurven</translation>
    </message>
    <message>
        <source>Calculated tags…</source>
        <translation>Berechnete Messstellen …</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Save values…</source>
        <translation>Werte speichern …</translation>
    </message>
    <message>
        <source>Save values</source>
        <translation>Werte speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>+ Tag</source>
        <translation>+ Messstelle</translation>
    </message>
    <message>
        <source>To the cursor</source>
        <translation>Zur Zeitmarke</translation>
    </message>
    <message>
        <source>Add a tag to the chart</source>
        <translation>Messstelle ins Diagramm</translation>
    </message>
    <message>
        <source>Which time the chart shows</source>
        <translation>Welche Zeit das Diagramm zeigt</translation>
    </message>
    <message>
        <source>More about this chart</source>
        <translation>Mehr zu diesem Diagramm</translation>
    </message>
    <message>
        <source>Take the last zoom or move back (Backspace)</source>
        <translation>Letzten Zoom zurücknehmen (Rücktaste)</translation>
    </message>
    <message>
        <source>Let the chart follow the cursor again</source>
        <translation>Das Diagramm wieder der Zeitmarke folgen lassen</translation>
    </message>
    <message>
        <source>No record at this instant.</source>
        <translation>Zu diesem Zeitpunkt keine Aufzeichnung.</translation>
    </message>
    <message>
        <source>Select a machine to see its trends, or add a tag.</source>
        <translation>Wählen Sie eine Maschine, um ihre Trends zu sehen, oder fügen Sie eine Messstelle hinzu.</translation>
    </message>
    <message>
        <source>This plant has none of the tags of this chart.</source>
        <translation>Dieses Werk hat keine Messstelle dieses Diagramms.</translation>
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
        <source>last %1</source>
        <translation>letzte %1</translation>
    </message>
    <message>
        <source>%1 around the cursor</source>
        <translation>%1 um die Zeitmarke</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 (%2 process time)</source>
        <comment>span of life, span of the process</comment>
        <translation>%1 (%2 Prozesszeit)</translation>
    </message>
    <message>
        <source>yesterday (−%1)</source>
        <comment>hours before</comment>
        <translation>gestern (−%1)</translation>
    </message>
    <message>
        <source>No start of this machine is recorded before this instant.</source>
        <translation>Vor dieser Zeit ist kein Start dieser Maschine aufgezeichnet.</translation>
    </message>
    <message>
        <source>after the start at %1 (−%2)</source>
        <comment>time, length</comment>
        <translation>nach dem Start um %1 (−%2)</translation>
    </message>
    <message>
        <source>around %1, %2 (−%3)</source>
        <comment>what happened, when, length</comment>
        <translation>um %1, %2 (−%3)</translation>
    </message>
    <message>
        <source>%1: nothing recorded</source>
        <comment>a time to compare with</comment>
        <translation>%1: nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>The time before (%1 ago)</source>
        <translation>Die Zeit davor (vor %1)</translation>
    </message>
    <message>
        <source>Yesterday, same time</source>
        <translation>Gestern zur selben Zeit</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Lay an earlier time over the chart</source>
        <translation>Eine frühere Zeit über das Diagramm legen</translation>
    </message>
    <message>
        <source>the time before (−%1)</source>
        <comment>length</comment>
        <translation>die Zeit davor (−%1)</translation>
    </message>
</context>
<context>
    <name>gemba::ui::CommandPalette</name>
    <message>
        <source>Nothing is called that.</source>
        <translation>So heißt hier nichts.</translation>
    </message>
    <message>
        <source>Find an action, machine or tag</source>
        <translation>Befehl, Maschine oder Messstelle finden</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
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
    <name>gemba::ui::CopyCommand</name>
    <message>
        <source>Select what is to be copied first.</source>
        <translation>Wählen Sie zuerst aus, was kopiert werden soll.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::CopyText</name>
    <message>
        <source>no record</source>
        <translation>keine Aufzeichnung</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>condition %1 of 100, %2</source>
        <translation>Zustand %1 von 100, %2</translation>
    </message>
    <message>
        <source>condition withheld: %1</source>
        <translation>Zustand zurückgehalten: %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::Copyable</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>gemba::ui::DailySheet</name>
    <message>
        <source>%1 raised, %2 acknowledged, %3 still there</source>
        <translation>%1 ausgelöst, %2 quittiert, %3 noch da</translation>
    </message>
    <message>
        <source>Connection lost: %1 times.</source>
        <translation>Verbindung verloren: %1-mal.</translation>
    </message>
    <message>
        <source>Sources gone: %1 times.</source>
        <translation>Quellen verschwunden: %1-mal.</translation>
    </message>
    <message>
        <source>Gaps in what was sent: %1, at least %2 messages.</source>
        <translation>Lücken im Gesendeten: %1, mindestens %2 Nachrichten.</translation>
    </message>
    <message>
        <source>Dropped before they could be recorded: %2 messages, %1 times.</source>
        <translation>Vor der Aufzeichnung verworfen: %2 Nachrichten, %1-mal.</translation>
    </message>
    <message>
        <source>Not understood: %1 reports, %2 messages.</source>
        <translation>Nicht verstanden: %1 Berichte, %2 Nachrichten.</translation>
    </message>
    <message>
        <source>Not recorded: %1 to %2.</source>
        <translation>Nicht aufgezeichnet: %1 bis %2.</translation>
    </message>
    <message>
        <source>No gaps, nothing dropped, nothing rejected in what is recorded.</source>
        <translation>Keine Lücken, nichts verworfen, nichts abgelehnt in dem, was aufgezeichnet ist.</translation>
    </message>
    <message>
        <source>Late data are not recorded by the day.</source>
        <translation>Verspätete Daten werden nicht nach Tagen aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1 bookmark: %2</source>
        <translation>%1 Lesezeichen: %2</translation>
    </message>
    <message>
        <source>No output is described for this plant.</source>
        <translation>Für dieses Werk ist kein Ausstoß beschrieben.</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>Plan %1</translation>
    </message>
    <message>
        <source>%1: no record of this day; %2.</source>
        <translation>%1: keine Aufzeichnung dieses Tages; %2.</translation>
    </message>
    <message>
        <source>%1 (%2 h), %3</source>
        <translation>%1 (%2 h), %3</translation>
    </message>
    <message>
        <source>Nothing of this day is recorded.</source>
        <translation>Von diesem Tag ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>The whole day is recorded.</source>
        <translation>Der ganze Tag ist aufgezeichnet.</translation>
    </message>
    <message>
        <source>Recorded: %1 to %2. Nothing is known of the rest.</source>
        <translation>Aufgezeichnet: %1 bis %2. Vom Rest ist nichts bekannt.</translation>
    </message>
    <message>
        <source>%1: %2 on average of %3 min of record; %4.</source>
        <translation>%1: %2 im Mittel über %3 min Aufzeichnung; %4.</translation>
    </message>
    <message>
        <source>Came late: %2 values, in %1 spells.</source>
        <translation>Verspätet gekommen: %2 Werte, %1-mal.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::DayCommands</name>
    <message>
        <source>Daily sheet…</source>
        <translation>Tagesblatt …</translation>
    </message>
    <message>
        <source>Daily sheet as PDF…</source>
        <translation>Tagesblatt als PDF …</translation>
    </message>
    <message>
        <source>There is no day to print yet: nothing has arrived.</source>
        <translation>Es gibt noch keinen Tag zu drucken: Nichts ist eingetroffen.</translation>
    </message>
    <message>
        <source>Reading the day…</source>
        <translation>Der Tag wird gelesen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Daily sheet</source>
        <translation>Tagesblatt</translation>
    </message>
    <message>
        <source>The printer took nothing. Check that it is on.</source>
        <translation>Der Drucker nimmt nichts an. Prüfen Sie, ob er eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Daily sheet as PDF</source>
        <translation>Tagesblatt als PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::DayPages</name>
    <message>
        <source>Machines, worst first</source>
        <translation>Maschinen, schlechteste zuerst</translation>
    </message>
    <message>
        <source>least</source>
        <translation>tiefster</translation>
    </message>
    <message>
        <source>at</source>
        <translation>um</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>condition, 0 to 100, over the day</source>
        <translation>Zustand, 0 bis 100, über den Tag</translation>
    </message>
    <message>
        <source>no figure recorded</source>
        <translation>keine Zahl aufgezeichnet</translation>
    </message>
    <message>
        <source>Alerts (advisory): %1</source>
        <translation>Meldungen (Rat): %1</translation>
    </message>
    <message>
        <source>None is recorded.</source>
        <translation>Keine ist aufgezeichnet.</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>over</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>Daily sheet – %1 – %2</source>
        <extracomment>name of a plant, day</extracomment>
        <translation>Tagesblatt – %1 – %2</translation>
    </message>
    <message>
        <source>Output against plan</source>
        <translation>Ausstoß gegen Plan</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>Nichts ist aufgezeichnet.</translation>
    </message>
    <message>
        <source>Notes and acts</source>
        <translation>Notizen und Handlungen</translation>
    </message>
    <message>
        <source>… and %1 more, none worse than these.</source>
        <translation>… und %1 weitere, keine schlechter als diese.</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… und %1 weitere.</translation>
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
    <message>
        <source>%1, %2 points, left out</source>
        <translation>%1, %2 Punkte, weggelassen</translation>
    </message>
    <message>
        <source>%1, %2 points</source>
        <translation>%1, %2 Punkte</translation>
    </message>
    <message>
        <source>%1; counts with: %2</source>
        <translation>%1; zählt mit: %2</translation>
    </message>
</context>
<context>
    <name>gemba::ui::DisplayUnits</name>
    <message>
        <source>Unit of pressures</source>
        <translation>Einheit der Drücke</translation>
    </message>
    <message>
        <source>Unit of temperatures</source>
        <translation>Einheit der Temperaturen</translation>
    </message>
    <message>
        <source>Unit of volume flows</source>
        <translation>Einheit der Volumenströme</translation>
    </message>
    <message>
        <source>Unit of mass flows</source>
        <translation>Einheit der Massenströme</translation>
    </message>
    <message>
        <source>Unit of lengths</source>
        <translation>Einheit der Längen</translation>
    </message>
    <message>
        <source>Unit of speeds and vibration</source>
        <translation>Einheit der Geschwindigkeiten und Schwingungen</translation>
    </message>
    <message>
        <source>Unit of masses</source>
        <translation>Einheit der Massen</translation>
    </message>
    <message>
        <source>Unit of powers</source>
        <translation>Einheit der Leistungen</translation>
    </message>
    <message>
        <source>Only what is shown changes; what is stored stays as it is.</source>
        <translation>Nur die Anzeige ändert sich; was gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>as in the plant</source>
        <translation>wie im Werk</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ExportStrip</name>
    <message>
        <source>Progress of saving</source>
        <translation>Fortschritt des Speicherns</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>%1 wird gespeichert …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was saved.</source>
        <translation>Abgebrochen. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
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
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 %2 %3 %4</source>
        <comment>weekday, day, month, time</comment>
        <translation>%1 %2 %3 %4</translation>
    </message>
</context>
<context>
    <name>gemba::ui::HelpText</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>gemba::ui::HelpWindow</name>
    <message>
        <source>No page has these words.</source>
        <translation>Keine Seite enthält das.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>gemba::ui::IdleReturn</name>
    <message>
        <source>Nobody was here: back to live, as set in the settings.</source>
        <translation>Niemand war hier: zurück zu live, wie eingestellt.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::IndicatorGroup</name>
    <message>
        <source>%1: no data</source>
        <translation>%1: keine Daten</translation>
    </message>
    <message>
        <source>%1: %2, stale</source>
        <translation>%1: %2, veraltet</translation>
    </message>
    <message>
        <source>%1: %2, beyond the trip limit</source>
        <translation>%1: %2, jenseits der Abschaltgrenze</translation>
    </message>
    <message>
        <source>%1: %2, beyond the alert limit</source>
        <translation>%1: %2, jenseits der Meldegrenze</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
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
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>Show the trends of this machine</source>
        <translation>Trends dieser Maschine zeigen</translation>
    </message>
    <message>
        <source>What if, without %1: %2. Only here, never recorded.</source>
        <translation>Was wäre ohne %1: %2. Nur hier, nie aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1 · what if: %2</source>
        <comment>now, without some inputs</comment>
        <translation>%1 · was wäre: %2</translation>
    </message>
    <message>
        <source>tap a bar to leave it out · %1</source>
        <translation>antippen lässt weg · %1</translation>
    </message>
    <message>
        <source>was %1 at %2</source>
        <translation>war %1 um %2</translation>
    </message>
    <message>
        <source>T² is %1 of its operating limit</source>
        <translation>T² ist %1 seiner Betriebsgrenze</translation>
    </message>
    <message>
        <source>T² is %1 of its operating limit, SPE %2 of its own</source>
        <translation>T² ist %1 seiner Betriebsgrenze, SPE %2 der ihren</translation>
    </message>
    <message>
        <source>%1. In normal operation these limits raise %2 alerts a month for nothing.</source>
        <translation>%1. Im Normalbetrieb lösen diese Grenzen %2 Fehlmeldungen im Monat aus.</translation>
    </message>
    <message>
        <source>Model of life: %1.</source>
        <translation>Lebensdauermodell: %1.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::KeyFigures</name>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>output · plan %1</source>
        <translation>Ausstoß · Plan %1</translation>
    </message>
    <message>
        <source>alerts in the last 10 minutes: %1</source>
        <translation>Meldungen in den letzten 10 Minuten: %1</translation>
    </message>
    <message>
        <source>abnormal</source>
        <translation>auffällig</translation>
    </message>
    <message>
        <source>outage</source>
        <translation>Stillstand</translation>
    </message>
    <message>
        <source>next outage</source>
        <translation>nächster Stillstand</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>im Dienst</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>DCS alarms</source>
        <translation>PLS-Alarme</translation>
    </message>
    <message>
        <source>data late</source>
        <translation>Daten verspätet</translation>
    </message>
    <message>
        <source>late: %1, silent: %2</source>
        <translation>verspätet: %1, stumm: %2</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>on duty · no roster</source>
        <translation>im Dienst · ohne Plan</translation>
    </message>
</context>
<context>
    <name>gemba::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>gemba::ui::LayoutMenu</name>
    <message>
        <source>save layout “%1”</source>
        <translation>Anordnung „%1“ speichern</translation>
    </message>
    <message>
        <source>delete layout “%1”</source>
        <translation>Anordnung „%1“ löschen</translation>
    </message>
    <message>
        <source>rename layout “%1”</source>
        <translation>Anordnung „%1“ umbenennen</translation>
    </message>
    <message>
        <source>Arrange panels</source>
        <translation>Felder anordnen</translation>
    </message>
    <message>
        <source>Layout for shift leads</source>
        <translation>Anordnung für Schichtleitung</translation>
    </message>
    <message>
        <source>Layout for process engineers</source>
        <translation>Anordnung für Verfahrenstechnik</translation>
    </message>
    <message>
        <source>Layout for plant managers</source>
        <translation>Anordnung für Werksleitung</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>My layouts</source>
        <translation>Eigene Anordnungen</translation>
    </message>
    <message>
        <source>Rename layout</source>
        <translation>Anordnung umbenennen</translation>
    </message>
    <message>
        <source>Delete layout</source>
        <translation>Anordnung löschen</translation>
    </message>
    <message>
        <source>Save layout as…</source>
        <translation>Anordnung speichern unter …</translation>
    </message>
</context>
<context>
    <name>gemba::ui::LifeBar</name>
    <message>
        <source>Life if it runs on</source>
        <translation>Lebensdauer bei Weiterbetrieb</translation>
    </message>
    <message>
        <source>P10, P50 and P90 of what is left, and by when to act</source>
        <translation>P10, P50 und P90 der Restlebensdauer und bis wann zu handeln ist</translation>
    </message>
    <message>
        <source>Life if it runs on: %1 %2, between %3 and %4 with 80 % confidence</source>
        <translation>Lebensdauer bei Weiterbetrieb: %1 %2, mit 80 % Sicherheit zwischen %3 und %4</translation>
    </message>
    <message>
        <source>act within %1 %2</source>
        <translation>handeln innerhalb %1 %2</translation>
    </message>
    <message>
        <source>%1 at %2 %3</source>
        <comment>a planned outage or a limit, life, unit</comment>
        <translation>%1 bei %2 %3</translation>
    </message>
    <message>
        <source>▼ act within %1 %2</source>
        <translation>▼ handeln innerhalb %1 %2</translation>
    </message>
</context>
<context>
    <name>gemba::ui::LifePanel</name>
    <message>
        <source>Life if it runs on</source>
        <translation>Lebensdauer bei Weiterbetrieb</translation>
    </message>
    <message>
        <source>P10 · P50 · P90</source>
        <translation>P10 · P50 · P90</translation>
    </message>
    <message>
        <source>outage</source>
        <translation>Stillstand</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
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
    <message>
        <source>Filter by name, number or area</source>
        <translation>Nach Name, Nummer oder Bereich filtern</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No machine has these words.</source>
        <translation>Keine Maschine passt dazu.</translation>
    </message>
    <message>
        <source>No machines.</source>
        <translation>Keine Maschinen.</translation>
    </message>
    <message>
        <source>Fold what is Normal</source>
        <translation>Normale einklappen</translation>
    </message>
    <message>
        <source>%1 more, all Normal</source>
        <translation>%1 weitere, alle Normal</translation>
    </message>
</context>
<context>
    <name>gemba::ui::MailPage</name>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>empty: the server asks for none</source>
        <translation>leer: Der Server verlangt keinen</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>none, within this machine</source>
        <translation>keine, nur in diesem Rechner</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Im Schlüsselbund ablegen</translation>
    </message>
    <message>
        <source>changing the mail server</source>
        <translation>Mailserver ändern</translation>
    </message>
    <message>
        <source>Own authority (PEM file)</source>
        <translation>Eigene Zertifizierungsstelle (PEM)</translation>
    </message>
    <message>
        <source>empty: the system&apos;s authorities only</source>
        <translation>leer: nur die Stellen des Systems</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose a file of certificates</source>
        <translation>Zertifikatsdatei wählen</translation>
    </message>
    <message>
        <source>For mail and webhook servers with a certificate of your works&apos; own authority.</source>
        <translation>Für Mail- und Webhook-Server mit einem Zertifikat der werkseigenen Stelle.</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt);;Alle Dateien (*)</translation>
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
    <message>
        <source>Name of the layout</source>
        <translation>Name der Anordnung</translation>
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
    <name>gemba::ui::NotificationsDialog</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing has been sent since Gemba was started.</source>
        <translation>Seit dem Start von Gemba wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Not taken yet, the last roster that was right counts: %1</source>
        <translation>Noch nicht übernommen, es gilt der letzte richtige Dienstplan: %1</translation>
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
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Einzelheiten</translation>
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
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>%1 machines, all Normal</source>
        <translation>%1 Maschinen, alle Normal</translation>
    </message>
    <message>
        <source>%1 more, all Normal</source>
        <translation>%1 weitere, alle Normal</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PagePrinter</name>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PaletteEntries</name>
    <message>
        <source>%1 · %2</source>
        <comment>menu, menu in it</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>bookmark · %1</source>
        <translation>Lesezeichen · %1</translation>
    </message>
    <message>
        <source>machine · %1</source>
        <comment>in the area</comment>
        <translation>Maschine · %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number of a tag, its machine</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PanelDock</name>
    <message>
        <source>Put this panel away</source>
        <translation>Dieses Feld weglegen</translation>
    </message>
    <message>
        <source>Put %1 away</source>
        <translation>%1 weglegen</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>Andocken</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Dock %1</source>
        <translation>%1 andocken</translation>
    </message>
    <message>
        <source>Float %1</source>
        <translation>%1 lösen</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PenBook</name>
    <message>
        <source>The file is larger than pen sets can be (1 MB).</source>
        <translation>Die Datei ist größer, als Kurvensätze sein dürfen (1 MB).</translation>
    </message>
    <message>
        <source>This is not a file of pen sets: %1.</source>
        <translation>Das ist keine Datei mit Kurvensätzen: %1.</translation>
    </message>
    <message>
        <source>This file of pen sets cannot be used: expected %1 at %2.</source>
        <translation>Diese Datei mit Kurvensätzen ist nicht brauchbar: erwartet wurde %1 bei %2.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PeopleModel</name>
    <message>
        <source>desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Shifts (site time)</source>
        <translation>Schichten (Ortszeit)</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Erreichbar über</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>Im Dienst</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation>Person entfernen</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>as the plant names it, e.g. Shift lead</source>
        <translation>wie im Werk genannt, z. B. Shift lead</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>adding a channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Erreichbar über</translation>
    </message>
    <message>
        <source>Not understood. Write it like this: %1</source>
        <translation>Nicht verstanden. Schreiben Sie es so: %1</translation>
    </message>
    <message>
        <source>changing a person</source>
        <translation>Person ändern</translation>
    </message>
    <message>
        <source>adding a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>removing a person</source>
        <translation>Person entfernen</translation>
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
    <message>
        <source>Bookmark: %1</source>
        <translation>Lesezeichen: %1</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>Lesezeichen entfernt</translation>
    </message>
    <message>
        <source>There is no roster, and the plant description names nobody.</source>
        <translation>Es gibt keinen Dienstplan, und die Werksbeschreibung nennt niemanden.</translation>
    </message>
    <message>
        <source>A role from the plant description: there is no roster.</source>
        <translation>Eine Rolle aus der Werksbeschreibung: Es gibt keinen Dienstplan.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>No shift of the roster holds this instant.</source>
        <translation>Keine Schicht des Dienstplans umfasst diesen Zeitpunkt.</translation>
    </message>
    <message>
        <source>acknowledged %1</source>
        <comment>time</comment>
        <translation>quittiert %1</translation>
    </message>
    <message>
        <source>acknowledged %1 by %2</source>
        <comment>time, who</comment>
        <translation>quittiert %1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was done, a note on it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: alert %2</source>
        <comment>machine, acknowledged at … by …</comment>
        <translation>%1: Meldung %2</translation>
    </message>
    <message>
        <source>Late values: %1, up to %2 behind (%3)</source>
        <comment>count, length of time, tag</comment>
        <translation>Verspätete Werte: %1, bis zu %2 zurück (%3)</translation>
    </message>
    <message>
        <source>Late values: %1 (%2)</source>
        <comment>count, tag</comment>
        <translation>Verspätete Werte: %1 (%2)</translation>
    </message>
    <message>
        <source>Roster changed</source>
        <translation>Dienstplan geändert</translation>
    </message>
    <message>
        <source>Remaining life near or below %1</source>
        <translation>Restlebensdauer nahe/unter %1</translation>
    </message>
    <message>
        <source>With 10 % its life is over by then: %1 left (P10), at the present pace</source>
        <translation>Mit 10 % ist seine Lebensdauer bis dahin zu Ende: noch %1 (P10), beim jetzigen Tempo</translation>
    </message>
    <message>
        <source>%1; with 80 % between %2 and %3</source>
        <comment>a rule, two times of day</comment>
        <translation>%1; mit 80 % zwischen %2 und %3</translation>
    </message>
    <message>
        <source>life withheld: operated as its model has never seen</source>
        <translation>Lebensdauer zurückgehalten: so betrieben, wie ihr Modell es nie sah</translation>
    </message>
    <message>
        <source>life withheld: an input is missing</source>
        <translation>Lebensdauer zurückgehalten: ein Eingang fehlt</translation>
    </message>
    <message>
        <source>life withheld: it does not run</source>
        <translation>Lebensdauer zurückgehalten: läuft nicht</translation>
    </message>
    <message>
        <source>life withheld: its model could not be evaluated</source>
        <translation>Lebensdauer zurückgehalten: Modell nicht auswertbar</translation>
    </message>
    <message>
        <source>%1 of %2 %3 seen: too few</source>
        <comment>counts, unit of life</comment>
        <translation>%1 von %2 %3 gesehen: zu wenige</translation>
    </message>
    <message>
        <source>withheld: outside what the model was made for since %1</source>
        <translation>zurückgehalten: seit %1 außerhalb dessen, wofür das Modell gemacht ist</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PieceMark</name>
    <message>
        <source>%1: %2 · %3</source>
        <comment>tag, value with unit, age</comment>
        <translation>%1: %2 · %3</translation>
    </message>
    <message>
        <source>%1: no record</source>
        <translation>%1: keine Aufzeichnung</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <comment>tags of a part</comment>
        <translation>+%1 weitere</translation>
    </message>
    <message>
        <source>%1 · %2%3 points</source>
        <comment>reading of a tag, minus, what it takes off</comment>
        <translation>%1 · %2%3 Punkte</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PlainList</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PlantButton</name>
    <message>
        <source>%1: %2</source>
        <comment>plant, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Plants · %1 not acknowledged</source>
        <translation>Werke · %1 nicht quittiert</translation>
    </message>
    <message>
        <source>Plants</source>
        <translation>Werke</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PlantDirectory</name>
    <message>
        <source>not watched</source>
        <translation>nicht beobachtet</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>fährt an</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PlantList</name>
    <message>
        <source>Plants</source>
        <translation>Werke</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PlantListModel</name>
    <message>
        <source>%1 not acknowledged</source>
        <translation>%1 nicht quittiert</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PlantMenu</name>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>plant, its state</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PlantOutlook</name>
    <message>
        <source>none planned</source>
        <translation>keiner geplant</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::PrintCommands</name>
    <message>
        <source>Print view…</source>
        <translation>Ansicht drucken …</translation>
    </message>
    <message>
        <source>Print panel</source>
        <translation>Feld drucken</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>The printer took nothing. Check that it is on.</source>
        <translation>Der Drucker nimmt nichts an. Prüfen Sie, ob er eingeschaltet ist.</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>almost done</source>
        <translation>fast fertig</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
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
    <name>gemba::ui::ReasonChangeModel</name>
    <message>
        <source>%1: %2 points then, %3 now, %4</source>
        <comment>a reason, what it takes off</comment>
        <translation>%1: damals %2 Punkte, jetzt %3, %4</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ReasonChart</name>
    <message>
        <source>Reasons over time</source>
        <translation>Gründe im Zeitverlauf</translation>
    </message>
    <message>
        <source>other reasons</source>
        <translation>weitere Gründe</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a reason and its points</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nothing is known of the reasons at this time.</source>
        <translation>Zu dieser Zeit ist von den Gründen nichts bekannt.</translation>
    </message>
    <message>
        <source>%1: no figure</source>
        <translation>%1: kein Wert</translation>
    </message>
    <message>
        <source>%1: condition %2, nothing takes anything off</source>
        <translation>%1: Zustand %2, kein Abzug</translation>
    </message>
    <message>
        <source>%1: condition %2, taken off: %3</source>
        <translation>%1: Zustand %2, Abzüge: %3</translation>
    </message>
    <message>
        <source>nothing known at this time</source>
        <translation>zu dieser Zeit nichts bekannt</translation>
    </message>
    <message>
        <source>nothing has taken anything off until %1</source>
        <translation>bis %1 kein Abzug</translation>
    </message>
    <message>
        <source>points taken off at %1</source>
        <translation>Abzug in Punkten um %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ReasonHistory</name>
    <message>
        <source>Working out the reasons over time…</source>
        <translation>Gründe im Zeitverlauf werden ermittelt …</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ReasonPanel</name>
    <message>
        <source>Work it out</source>
        <translation>Ermitteln</translation>
    </message>
    <message>
        <source>Choose the time to compare with, or click into the chart</source>
        <translation>Vergleichszeit wählen oder ins Diagramm klicken</translation>
    </message>
    <message>
        <source>Reasons over time</source>
        <translation>Gründe im Zeitverlauf</translation>
    </message>
    <message>
        <source>1 minute before</source>
        <translation>1 Minute davor</translation>
    </message>
    <message>
        <source>5 minutes before</source>
        <translation>5 Minuten davor</translation>
    </message>
    <message>
        <source>30 minutes before</source>
        <translation>30 Minuten davor</translation>
    </message>
    <message>
        <source>2 hours before</source>
        <translation>2 Stunden davor</translation>
    </message>
    <message>
        <source>8 hours before</source>
        <translation>8 Stunden davor</translation>
    </message>
    <message>
        <source>What came before has not been worked out.</source>
        <translation>Was davor war, wurde nicht ermittelt.</translation>
    </message>
    <message>
        <source>Working out what came before…</source>
        <translation>Was davor war, wird ermittelt …</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>condition then and now</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>points then · now · difference</source>
        <translation>Punkte damals · jetzt · Unterschied</translation>
    </message>
    <message>
        <source>No reason has changed since then.</source>
        <translation>Kein Grund hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>No figure now.</source>
        <translation>Jetzt kein Wert.</translation>
    </message>
    <message>
        <source>No figure then.</source>
        <translation>Damals kein Wert.</translation>
    </message>
    <message>
        <source>Nothing is known of that time.</source>
        <translation>Von dieser Zeit ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>smaller changes: %1</source>
        <translation>kleinere Änderungen: %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::RollUp</name>
    <message>
        <source>%1 (beside the plant)</source>
        <translation>%1 (neben der Anlage)</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>machine, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>abnormal %1 of %2, not scored %3</source>
        <translation>auffällig %1 von %2, nicht bewertet %3</translation>
    </message>
    <message>
        <source>abnormal %1 of %2</source>
        <translation>auffällig %1 von %2</translation>
    </message>
</context>
<context>
    <name>gemba::ui::RollUpButton</name>
    <message>
        <source>Site %1 · %2</source>
        <comment>condition, word</comment>
        <translation>Werk %1 · %2</translation>
    </message>
    <message>
        <source>The worst machine counts: %1. %2.</source>
        <translation>Die schlechteste Maschine zählt: %1. %2.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::RulesPage</name>
    <message>
        <source>Who is told</source>
        <translation>Wer benachrichtigt wird</translation>
    </message>
    <message>
        <source>Add level</source>
        <translation>Stufe hinzufügen</translation>
    </message>
    <message>
        <source>adding a level</source>
        <translation>Stufe hinzufügen</translation>
    </message>
    <message>
        <source>Each alert is told once at each level, until somebody acknowledges it. Where it becomes worse, it is told anew. A level with nobody on duty is passed over.</source>
        <translation>Jede Meldung geht auf jeder Stufe einmal hinaus, bis jemand sie quittiert. Wird sie schlimmer, geht sie neu hinaus. Eine Stufe, auf der niemand im Dienst ist, wird übersprungen.</translation>
    </message>
    <message>
        <source>also alarms of the DCS</source>
        <translation>auch Alarme des PLS</translation>
    </message>
    <message>
        <source>Lasting for</source>
        <translation>Andauernd seit</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Told in quiet hours</source>
        <translation>In der Ruhezeit gemeldet</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Critical only</source>
        <translation>nur Kritisch</translation>
    </message>
    <message>
        <source>Critical and Act</source>
        <translation>Kritisch und Handeln</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Alerts that come one by one</source>
        <translation>Meldungen, die einzeln kommen</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>alerts within</source>
        <translation>Meldungen innerhalb</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>One message for more than</source>
        <translation>Eine Nachricht bei mehr als</translation>
    </message>
    <message>
        <source>changing the rules</source>
        <translation>Regeln ändern</translation>
    </message>
    <message>
        <source>Not understood. Write it like this: %1</source>
        <translation>Nicht verstanden. Schreiben Sie es so: %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SafetyPage</name>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>Only with</source>
        <translation>Nur mit</translation>
    </message>
    <message>
        <source>%1 (not known now)</source>
        <translation>%1 (jetzt unbekannt)</translation>
    </message>
    <message>
        <source>%1 (now %2)</source>
        <translation>%1 (jetzt %2)</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>This model has no safety page. Have its owner write one in the plant description.</source>
        <translation>Dieses Modell hat kein Sicherheitsblatt. Lassen Sie es vom Verantwortlichen in die Anlagenbeschreibung schreiben.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Never for</source>
        <translation>Nie für</translation>
    </message>
    <message>
        <source>Hazards</source>
        <translation>Gefahren</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Review by</source>
        <translation>Prüfen bis</translation>
    </message>
    <message>
        <source>%1, overdue</source>
        <translation>%1, überfällig</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SafetyPagePanel</name>
    <message>
        <source>Safety page of the model</source>
        <translation>Sicherheitsblatt des Modells</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ScatterPane</name>
    <message>
        <source>Pen along the bottom</source>
        <translation>Kurve der waagrechten Achse</translation>
    </message>
    <message>
        <source>Pen along the side</source>
        <translation>Kurve der senkrechten Achse</translation>
    </message>
    <message>
        <source>over</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>Back to the trends</source>
        <translation>Zurück zu den Trends</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ScatterPlot</name>
    <message>
        <source>%1, %2</source>
        <comment>name, unit</comment>
        <translation>%1: %2 {1,?}</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Streudiagramm</translation>
    </message>
    <message>
        <source>no record of both at a common instant</source>
        <translation>keine Aufzeichnung beider zu gleicher Zeit</translation>
    </message>
    <message>
        <source>%1 of %2 pairs</source>
        <translation>%1 von %2 Paaren</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>%1 over %2, pairs: %3</source>
        <translation>%1 über %2, Paare: %3</translation>
    </message>
    <message>
        <source>pairs: %1</source>
        <translation>Paare: %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SceneActions</name>
    <message>
        <source>Plant</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Show the whole plant</source>
        <translation>Das ganze Werk zeigen</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Go to an area or a named view</source>
        <translation>Zu einem Bereich oder einer benannten Ansicht</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Go to the selected machine</source>
        <translation>Zur gewählten Maschine</translation>
    </message>
    <message>
        <source>Isolate</source>
        <translation>Allein</translation>
    </message>
    <message>
        <source>Show only the selected machine</source>
        <translation>Nur die gewählte Maschine zeigen</translation>
    </message>
    <message>
        <source>Ghost</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <source>Show all but the selected machine as lines</source>
        <translation>Alles außer der gewählten Maschine als Linien zeigen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fill the view with what is shown</source>
        <translation>Das Bild mit dem Gezeigten füllen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Heranzoomen</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Ferner</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Herauszoomen</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn the view to the left</source>
        <translation>Das Bild nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn the view to the right</source>
        <translation>Das Bild nach rechts drehen</translation>
    </message>
    <message>
        <source>More from above</source>
        <translation>Mehr von oben</translation>
    </message>
    <message>
        <source>Tilt the view</source>
        <translation>Das Bild neigen</translation>
    </message>
    <message>
        <source>More from the side</source>
        <translation>Mehr von der Seite</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SceneOverlay</name>
    <message>
        <source>outline and marker = abnormal · dashed blue = data in doubt</source>
        <translation>Umriss und Marke = auffällig · blau gestrichelt = Daten zweifelhaft</translation>
    </message>
    <message>
        <source>+%1 more, see the list</source>
        <comment>labels of machines</comment>
        <translation>+%1 weitere, siehe Liste</translation>
    </message>
    <message>
        <source>shaded part = takes points off</source>
        <translation>schattiertes Teil = Abzug</translation>
    </message>
</context>
<context>
    <name>gemba::ui::ScenePanel</name>
    <message>
        <source>This plant has no scene.</source>
        <translation>Dieses Werk hat keine Szene.</translation>
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
    <name>gemba::ui::SentModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SentenceStrip</name>
    <message>
        <source>Close this notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SetMenu</name>
    <message>
        <source>%1 (default of %2)</source>
        <translation>%1 (Vorgabe für %2)</translation>
    </message>
    <message>
        <source>No set is saved yet</source>
        <translation>Noch kein Satz gespeichert</translation>
    </message>
    <message>
        <source>Save these charts as…</source>
        <translation>Diese Diagramme speichern unter …</translation>
    </message>
    <message>
        <source>Save as the machine&apos;s default…</source>
        <translation>Als Vorgabe der Maschine speichern …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Import sets…</source>
        <translation>Sätze einlesen …</translation>
    </message>
    <message>
        <source>Import sets</source>
        <translation>Sätze einlesen</translation>
    </message>
    <message>
        <source>Pen sets (*.json)</source>
        <translation>Kurvensätze (*.json)</translation>
    </message>
    <message>
        <source>Export all sets…</source>
        <translation>Alle Sätze ausgeben …</translation>
    </message>
    <message>
        <source>Export sets</source>
        <translation>Sätze ausgeben</translation>
    </message>
    <message>
        <source>Save pen set</source>
        <translation>Kurvensatz speichern</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>Name des Satzes</translation>
    </message>
    <message>
        <source>There are as many pen sets as there can be. Delete one first.</source>
        <translation>Mehr Kurvensätze sind nicht möglich. Löschen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>pen set “%1”</source>
        <translation>Kurvensatz „%1“</translation>
    </message>
    <message>
        <source>delete pen set “%1”</source>
        <translation>Kurvensatz „%1“ löschen</translation>
    </message>
    <message>
        <source>import pen sets</source>
        <translation>Kurvensätze einlesen</translation>
    </message>
    <message>
        <source>Not all sets of the file were taken: there are as many as there can be.</source>
        <translation>Nicht alle Sätze der Datei wurden übernommen: Mehr sind nicht möglich.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Pen sets imported: %1.</source>
        <translation>Kurvensätze eingelesen: %1.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::Settings</name>
    <message>
        <source>Settings cannot be written to %1. Check the folder&apos;s rights.</source>
        <translation>Einstellungen können nicht nach %1 geschrieben werden. Prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Settings in %1 are damaged; defaults are used for what cannot be read.</source>
        <translation>Einstellungen in %1 sind beschädigt; für Unlesbares gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colours of the window. Alert colours stay the same.</source>
        <translation>Farben des Fensters. Die Farben der Meldungen bleiben gleich.</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Takes effect when Gemba is started again.</source>
        <translation>Gilt nach dem nächsten Start von Gemba.</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>des Systems</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Keys of the time bar</source>
        <translation>Tasten der Zeitleiste</translation>
    </message>
    <message>
        <source>L returns to live, or J, K and L play backwards, pause and play faster as in a film editor. End returns to live in both.</source>
        <translation>L kehrt zum Jetzt zurück, oder J, K und L spielen rückwärts, halten an und spielen schneller wie beim Filmschnitt. Ende kehrt in beiden Fällen zum Jetzt zurück.</translation>
    </message>
    <message>
        <source>L: live</source>
        <translation>L: Jetzt</translation>
    </message>
    <message>
        <source>J K L</source>
        <translation>J K L</translation>
    </message>
    <message>
        <source>Times on the time bar</source>
        <translation>Zeiten der Zeitleiste</translation>
    </message>
    <message>
        <source>By the clock at the site, in UTC, or since the start of the recording.</source>
        <translation>Nach der Uhr am Standort, in UTC oder seit Beginn der Aufzeichnung.</translation>
    </message>
    <message>
        <source>site time</source>
        <translation>Werkszeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>since the start</source>
        <translation>seit Beginn</translation>
    </message>
    <message>
        <source>Back to live after</source>
        <translation>Zurück zu live nach</translation>
    </message>
    <message>
        <source>Minutes without a key or the mouse after which a replay ends by itself. 0: never.</source>
        <translation>Minuten ohne Taste und Maus, nach denen eine Wiedergabe von selbst endet. 0: nie.</translation>
    </message>
    <message>
        <source>Markers of alerts that nobody has acknowledged do not flash: an arrow and a thick outline take its place. Where nothing is set here, the desktop decides.</source>
        <translation>Zeichen nicht quittierter Meldungen blinken nicht: Ein Pfeil und ein dicker Umriss treten an die Stelle. Ist hier nichts eingestellt, entscheidet der Desktop.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SettingsDialog</name>
    <message>
        <source>Nothing to set is called that.</source>
        <translation>So heißt keine Einstellung.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SisterInputModel</name>
    <message>
        <source>no sister runs</source>
        <translation>keine andere läuft</translation>
    </message>
    <message>
        <source>one sister: %1</source>
        <translation>eine andere: %1</translation>
    </message>
    <message>
        <source>sisters %1 (%2 – %3)</source>
        <comment>median, lowest, highest</comment>
        <translation>andere %1 (%2 – %3)</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>an input, its value, those of the sisters</comment>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SisterListModel</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>machine, condition, word</comment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SisterPanel</name>
    <message>
        <source>Sisters</source>
        <translation>Schwestermaschinen</translation>
    </message>
    <message>
        <source>Inputs beside those of the sisters</source>
        <translation>Eingänge neben denen der Schwestermaschinen</translation>
    </message>
    <message>
        <source>◆ this one · ○ sisters</source>
        <translation>◆ diese · ○ andere</translation>
    </message>
    <message>
        <source>more of the same class: %1</source>
        <translation>weitere derselben Klasse: %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SpectrumChart</name>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>shaft</source>
        <translation>Welle</translation>
    </message>
    <message>
        <source>inner race</source>
        <translation>Innenring</translation>
    </message>
    <message>
        <source>outer race</source>
        <translation>Außenring</translation>
    </message>
    <message>
        <source>ball</source>
        <translation>Wälzkörper</translation>
    </message>
    <message>
        <source>cage</source>
        <translation>Käfig</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>harmonic, line</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>Ordnung %1</translation>
    </message>
    <message>
        <source>%1 %2 Hz</source>
        <comment>line of a part, its frequency</comment>
        <translation>%1 %2 Hz</translation>
    </message>
    <message>
        <source>%1 %2 Hz, %3 dB</source>
        <translation>%1 %2 Hz, %3 dB</translation>
    </message>
    <message>
        <source>%1 (damage)</source>
        <translation>%1 (Schaden)</translation>
    </message>
    <message>
        <source>No spectrum.</source>
        <translation>Kein Spektrum.</translation>
    </message>
    <message>
        <source>largest at %1 Hz</source>
        <translation>am größten bei %1 Hz</translation>
    </message>
    <message>
        <source>cursor: %1</source>
        <translation>Cursor: %1</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>%1 over Hz</source>
        <comment>unit of the amplitudes</comment>
        <translation>%1 über Hz</translation>
    </message>
</context>
<context>
    <name>gemba::ui::SpectrumPanel</name>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Hüllkurve</translation>
    </message>
    <message>
        <source>What impacts repeat at: damage of bearings</source>
        <translation>Womit sich Stöße wiederholen: Lagerschäden</translation>
    </message>
    <message>
        <source>Vibration</source>
        <translation>Schwingung</translation>
    </message>
    <message>
        <source>The record itself: unbalance, misalignment, vanes</source>
        <translation>Die Aufnahme selbst: Unwucht, Ausrichtfehler, Schaufeln</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Amplitudes on a logarithmic axis</source>
        <translation>Amplituden logarithmisch</translation>
    </message>
    <message>
        <source>Where it is measured</source>
        <translation>Wo gemessen wird</translation>
    </message>
    <message>
        <source>No vibration record has arrived yet.</source>
        <translation>Noch keine Schwingungsaufnahme eingetroffen.</translation>
    </message>
    <message>
        <source>The latest record cannot be used: too short, without a rate, or all the same.</source>
        <translation>Die letzte Aufnahme ist unbrauchbar: zu kurz, ohne Abtastrate oder überall gleich.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Messort</translation>
    </message>
    <message>
        <source>The speed is not known: no fault lines.</source>
        <translation>Drehzahl unbekannt: keine Fehlerlinien.</translation>
    </message>
    <message>
        <source>The bearing is not known: no lines of its parts.</source>
        <translation>Lager unbekannt: keine Linien seiner Teile.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::Stamp</name>
    <message>
        <source>no record</source>
        <translation>keine Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>gemba::ui::StartPage</name>
    <message>
        <source>Nothing is open yet</source>
        <translation>Noch ist nichts geöffnet</translation>
    </message>
    <message>
        <source>A recorded session opens without a broker, a server or an account. It can also be dropped onto this window.</source>
        <translation>Eine aufgezeichnete Sitzung öffnet sich ohne Broker, Server und Konto. Man kann sie auch auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Live telemetry of a plant from its MQTT broker. Gemba only listens; it has no way to command a controller.</source>
        <translation>Live-Telemetrie eines Werks von seinem MQTT-Broker. Gemba hört nur zu; es kann keiner Steuerung befehlen.</translation>
    </message>
    <message>
        <source>A small simulated plant that runs on this machine. After a minute something goes wrong in it.</source>
        <translation>Ein kleines simuliertes Werk, das auf diesem Rechner läuft. Nach einer Minute geht darin etwas schief.</translation>
    </message>
    <message>
        <source>Plants</source>
        <translation>Werke</translation>
    </message>
    <message>
        <source>Plants that you have watched will stand here.</source>
        <translation>Hier werden die Werke stehen, die Sie beobachtet haben.</translation>
    </message>
    <message>
        <source>Sessions opened lately</source>
        <translation>Zuletzt geöffnete Sitzungen</translation>
    </message>
    <message>
        <source>Sessions that you have opened will stand here.</source>
        <translation>Hier werden die Sitzungen stehen, die Sie geöffnet haben.</translation>
    </message>
    <message>
        <source>Four pumps, generated by a physical model. One fault after another grows in them and is heard in their vibration.</source>
        <translation>Vier Pumpen, von einem physikalischen Modell erzeugt. Ein Fehler nach dem anderen wächst in ihnen und ist in der Schwingung zu hören.</translation>
    </message>
    <message>
        <source>A hundred engines fly through recorded lives of a NASA simulation. A model says what is left of each.</source>
        <translation>Hundert Triebwerke fliegen aufgezeichnete Lebensläufe einer NASA-Simulation. Ein Modell sagt, was jedem bleibt.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::StatisticsModel</name>
    <message>
        <source>no limits</source>
        <translation>keine Grenzen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>cannot be calculated</source>
        <translation>nicht berechenbar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, unit</comment>
        <translation>%1: %2 {1,?}</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Samples with a number</source>
        <translation>Messwerte mit einer Zahl</translation>
    </message>
    <message>
        <source>min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>The lowest</source>
        <translation>Der kleinste</translation>
    </message>
    <message>
        <source>max</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>The highest</source>
        <translation>Der größte</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mean of the samples</source>
        <translation>Mittel der Messwerte</translation>
    </message>
    <message>
        <source>std. dev.</source>
        <translation>Stdabw.</translation>
    </message>
    <message>
        <source>Standard deviation of the samples (n − 1)</source>
        <translation>Standardabweichung der Messwerte (n − 1)</translation>
    </message>
    <message>
        <source>slope/h</source>
        <translation>Steigung/h</translation>
    </message>
    <message>
        <source>Change per hour by a straight line through the samples (least squares)</source>
        <translation>Änderung je Stunde nach einer Geraden durch die Messwerte (kleinste Quadrate)</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außerhalb</translation>
    </message>
    <message>
        <source>Time beyond an alarm limit; a value holds until the next, but not when it is stale</source>
        <translation>Zeit jenseits einer Meldegrenze; ein Wert gilt bis zum nächsten, aber nicht, wenn er veraltet ist</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>Share of the samples of good quality</source>
        <translation>Anteil der Messwerte guter Qualität</translation>
    </message>
</context>
<context>
    <name>gemba::ui::StatisticsStrip</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close the statistics</source>
        <translation>Statistik schließen</translation>
    </message>
    <message>
        <source>Statistics of the stretch</source>
        <translation>Statistik des Abschnitts</translation>
    </message>
    <message>
        <source>Statistics · %1 – %2 (%3)</source>
        <comment>from, to, length</comment>
        <translation>Statistik · %1 – %2 (%3)</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TagSearch</name>
    <message>
        <source>No tag is called that.</source>
        <translation>Keine Messstelle heißt so.</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Messstelle finden</translation>
    </message>
    <message>
        <source>Name, number, machine or area</source>
        <translation>Name, Nummer, Maschine oder Bereich</translation>
    </message>
    <message>
        <source>Found tags</source>
        <translation>Gefundene Messstellen</translation>
    </message>
    <message>
        <source>Enter adds the tag. Or drag it onto a chart.</source>
        <translation>Eingabe fügt die Messstelle hinzu. Oder ziehen Sie sie auf ein Diagramm.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TagSearchModel</name>
    <message>
        <source>calculated: %1</source>
        <translation>berechnet: %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TimeActions</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Stehen bleiben</translation>
    </message>
    <message>
        <source>Play backwards</source>
        <translation>Rückwärts abspielen</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Go to time…</source>
        <translation>Gehe zu Zeit…</translation>
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
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Step on</source>
        <translation>Schritt weiter</translation>
    </message>
    <message>
        <source>Ten steps back</source>
        <translation>Zehn Schritte zurück</translation>
    </message>
    <message>
        <source>Ten steps on</source>
        <translation>Zehn Schritte weiter</translation>
    </message>
    <message>
        <source>Previous sample of the machine</source>
        <translation>Voriger Messwert der Maschine</translation>
    </message>
    <message>
        <source>Next sample of the machine</source>
        <translation>Nächster Messwert der Maschine</translation>
    </message>
    <message>
        <source>15 minutes back</source>
        <translation>15 Minuten zurück</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
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
        <source>One event a second</source>
        <translation>Ein Ereignis je Sekunde</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>Keine Schleife</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>Auswahl wiederholen</translation>
    </message>
    <message>
        <source>Loop all</source>
        <translation>Alles wiederholen</translation>
    </message>
    <message>
        <source>Play gaps</source>
        <translation>Lücken abspielen</translation>
    </message>
    <message>
        <source>Gaps in one second</source>
        <translation>Lücken in einer Sekunde</translation>
    </message>
    <message>
        <source>Skip gaps</source>
        <translation>Lücken überspringen</translation>
    </message>
    <message>
        <source>Selection from here</source>
        <translation>Auswahl ab hier</translation>
    </message>
    <message>
        <source>Selection up to here</source>
        <translation>Auswahl bis hier</translation>
    </message>
    <message>
        <source>No selection</source>
        <translation>Keine Auswahl</translation>
    </message>
    <message>
        <source>Play to the next bookmark</source>
        <translation>Bis zum nächsten Lesezeichen abspielen</translation>
    </message>
    <message>
        <source>Play to the next alert</source>
        <translation>Bis zur nächsten Meldung abspielen</translation>
    </message>
    <message>
        <source>Play until a condition is below…</source>
        <translation>Abspielen, bis ein Zustand tiefer ist als …</translation>
    </message>
    <message>
        <source>Bookmark this instant</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>Bookmarks…</source>
        <translation>Lesezeichen …</translation>
    </message>
    <message>
        <source>Open the lanes</source>
        <translation>Bahnen öffnen</translation>
    </message>
    <message>
        <source>Play until</source>
        <translation>Abspielen bis</translation>
    </message>
    <message>
        <source>Until the condition of the selected machine is below:</source>
        <translation>Bis der Zustand der gewählten Maschine tiefer ist als:</translation>
    </message>
    <message>
        <source>Until the condition of any machine is below:</source>
        <translation>Bis der Zustand irgendeiner Maschine tiefer ist als:</translation>
    </message>
    <message>
        <source>Step back: %1</source>
        <translation>Schritt zurück: %1</translation>
    </message>
    <message>
        <source>Step on: %1</source>
        <translation>Schritt weiter: %1</translation>
    </message>
    <message>
        <source>1 event/s</source>
        <translation>1 Ereignis/s</translation>
    </message>
    <message>
        <source>−%1 ×</source>
        <comment>rate of replay</comment>
        <translation>−%1 ×</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>rate of replay</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
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
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>all recorded</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>%1 (reaches %2)</source>
        <comment>rate asked for, rate of replay</comment>
        <translation>%1 (erreicht %2)</translation>
    </message>
    <message>
        <source>Rate: %1</source>
        <translation>Geschwindigkeit: %1</translation>
    </message>
    <message>
        <source>%1 behind, %2 new</source>
        <comment>+04:12, count of messages</comment>
        <translation>%1 zurück, %2 neu</translation>
    </message>
    <message>
        <source>Fold the lanes</source>
        <translation>Bahnen einklappen</translation>
    </message>
    <message>
        <source>Open the lanes</source>
        <translation>Bahnen öffnen</translation>
    </message>
    <message>
        <source>How fast time runs</source>
        <translation>Wie schnell die Zeit läuft</translation>
    </message>
    <message>
        <source>Loop, gaps, play until, step</source>
        <translation>Schleife, Lücken, Abspielen bis, Schritt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
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
        <source>shift: 8 h</source>
        <translation>Schicht: 8 h</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>How much time the lanes show</source>
        <translation>Wie viel Zeit die Bahnen zeigen</translation>
    </message>
    <message>
        <source>zoomed</source>
        <translation>gezoomt</translation>
    </message>
    <message>
        <source>Lanes show: %1</source>
        <translation>Bahnen zeigen: %1</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Bookmarks (B sets one)</source>
        <translation>Lesezeichen (B setzt eines)</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TimeDisplay</name>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>since the start</source>
        <translation>seit Beginn</translation>
    </message>
    <message>
        <source>site time</source>
        <translation>Werkszeit</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TimeField</name>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Type a time: 14:05, 14:05 UTC, -15m, now</source>
        <translation>Zeit eingeben: 14:05, 14:05 UTC, -15m, now</translation>
    </message>
    <message>
        <source>How times are written: %1</source>
        <translation>Schreibweise der Zeiten: %1</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>keine Aufzeichnung</translation>
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
    <message>
        <source>no record</source>
        <translation>keine Aufzeichnung</translation>
    </message>
    <message>
        <source>%1 · bookmark %2</source>
        <translation>%1 · Lesezeichen %2</translation>
    </message>
    <message>
        <source>%1 · %2 records/s</source>
        <translation>%1 · %2 Einträge/s</translation>
    </message>
    <message>
        <source>%1 · %2 messages/s</source>
        <translation>%1 · %2 Nachrichten/s</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Lowest condition</source>
        <translation>Tiefster Zustand</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>DCS alarms</source>
        <translation>PLS-Alarme</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Late data</source>
        <translation>Verspätete Daten</translation>
    </message>
    <message>
        <source>Drift, objectives</source>
        <translation>Drift, Ziele</translation>
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
    <message>
        <source>output %1 · plan %2</source>
        <translation>Ausstoß %1 · Plan %2</translation>
    </message>
    <message>
        <source>outage %1</source>
        <translation>Stillstand %1</translation>
    </message>
    <message>
        <source>next outage %1</source>
        <translation>nächster Stillstand %1</translation>
    </message>
</context>
<context>
    <name>gemba::ui::Tour</name>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>What is wrong, first</source>
        <translation>Zuerst, was nicht stimmt</translation>
    </message>
    <message>
        <source>The overview shows the whole plant on one sheet: what needs a decision, and the machines, worst first. Everything is grey until something is wrong.</source>
        <translation>Die Übersicht zeigt das ganze Werk auf einem Blatt: was eine Entscheidung braucht und die Maschinen, schlechteste zuerst. Alles ist grau, bis etwas nicht stimmt.</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Wo sie steht</translation>
    </message>
    <message>
        <source>The scene shows where a machine is and what is next to it. Select one, and the inspector says why its condition is what it is.</source>
        <translation>Die Szene zeigt, wo eine Maschine steht und was neben ihr ist. Wählen Sie eine, und die Einzelheiten sagen, warum ihr Zustand so ist.</translation>
    </message>
    <message>
        <source>Any other time</source>
        <translation>Jede andere Zeit</translation>
    </message>
    <message>
        <source>Drag here, or press the arrow keys, and everything shows that instant. An amber frame says that it is not live; L returns to life.</source>
        <translation>Ziehen Sie hier oder drücken Sie die Pfeiltasten, und alles zeigt diesen Augenblick. Ein gelber Rahmen sagt, dass es nicht live ist; L kehrt zu live zurück.</translation>
    </message>
    <message>
        <source>Anything by its name</source>
        <translation>Alles beim Namen</translation>
    </message>
    <message>
        <source>Ctrl+K finds any action, machine, tag or setting by a few words. F1 explains what has the focus; ? lists the keys.</source>
        <translation>Strg+K findet jeden Befehl, jede Maschine, Messstelle oder Einstellung mit wenigen Wörtern. F1 erklärt, was den Fokus hat; ? nennt die Tasten.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TrendChart</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>%1: no record of that time</source>
        <translation>%1: keine Aufzeichnung aus dieser Zeit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>keine Aufzeichnung</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <comment>times</comment>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>%1: no record</source>
        <translation>%1: keine Aufzeichnung</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>gleichbleibend</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>steigend</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>fallend</translation>
    </message>
    <message>
        <source>%1: last %2, lowest %3, highest %4, %5</source>
        <comment>pen, three values, where it goes</comment>
        <translation>%1: zuletzt %2, tiefster Wert %3, höchster Wert %4, %5</translation>
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
    <message>
        <source>%1, %2</source>
        <comment>name, unit</comment>
        <translation>%1: %2 {1,?}</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind of limit, name of the tag</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>cannot be calculated</source>
        <translation>nicht berechenbar</translation>
    </message>
</context>
<context>
    <name>gemba::ui::TrendPanel</name>
    <message>
        <source>show pen set “%1”</source>
        <translation>Kurvensatz „%1“ zeigen</translation>
    </message>
    <message>
        <source>change of a chart</source>
        <translation>Änderung eines Diagramms</translation>
    </message>
    <message>
        <source>Pen sets</source>
        <translation>Kurvensätze</translation>
    </message>
    <message>
        <source>Add a chart</source>
        <translation>Diagramm hinzufügen</translation>
    </message>
    <message>
        <source>Remove this chart</source>
        <translation>Dieses Diagramm entfernen</translation>
    </message>
    <message>
        <source>add a chart</source>
        <translation>Diagramm hinzufügen</translation>
    </message>
    <message>
        <source>remove a chart</source>
        <translation>Diagramm entfernen</translation>
    </message>
</context>
<context>
    <name>gemba::ui::VerdictModel</name>
    <message>
        <source>machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>sensor</source>
        <translation>Sensor</translation>
    </message>
    <message>
        <source>process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Cannot be told apart yet</source>
        <translation>Noch nicht zu unterscheiden</translation>
    </message>
    <message>
        <source>Most likely the machine</source>
        <translation>Wahrscheinlich die Maschine</translation>
    </message>
    <message>
        <source>Most likely a sensor</source>
        <translation>Wahrscheinlich ein Sensor</translation>
    </message>
    <message>
        <source>Most likely the process</source>
        <translation>Wahrscheinlich der Prozess</translation>
    </message>
    <message>
        <source>Most likely the model</source>
        <translation>Wahrscheinlich das Modell</translation>
    </message>
    <message>
        <source>First go and look: the evidence sets no cause apart.</source>
        <translation>Zuerst hingehen und nachsehen: Kein Hinweis gibt den Ausschlag.</translation>
    </message>
    <message>
        <source>First ask for the work to be planned.</source>
        <translation>Zuerst die Arbeit einplanen lassen.</translation>
    </message>
    <message>
        <source>First ask for the work to be planned: %1.</source>
        <translation>Zuerst die Arbeit einplanen lassen: %1.</translation>
    </message>
    <message>
        <source>First have the inputs in doubt checked. Leave the machine alone until then.</source>
        <translation>Zuerst die fraglichen Eingänge prüfen lassen. Bis dahin die Maschine in Ruhe lassen.</translation>
    </message>
    <message>
        <source>First have this instrument checked: %1. Leave the machine alone until then.</source>
        <translation>Zuerst diese Messung prüfen lassen: %1. Bis dahin die Maschine in Ruhe lassen.</translation>
    </message>
    <message>
        <source>First look upstream, at what the machines share. Work on this one will not help.</source>
        <translation>Zuerst stromauf suchen, was die Maschinen gemeinsam haben. Arbeit an dieser hilft nicht.</translation>
    </message>
    <message>
        <source>First tell the owner of the model: %1. Plan no work before.</source>
        <translation>Zuerst den Verantwortlichen des Modells verständigen: %1. Vorher keine Arbeit planen.</translation>
    </message>
    <message>
        <source>First tell whoever made the model. Plan no work before.</source>
        <translation>Zuerst den Ersteller des Modells verständigen. Vorher keine Arbeit planen.</translation>
    </message>
    <message>
        <source>Does not add up: %1</source>
        <translation>Geht nicht auf: %1</translation>
    </message>
    <message>
        <source>Adds up: %1</source>
        <translation>Geht auf: %1</translation>
    </message>
    <message>
        <source>Second instrument differs: %1</source>
        <translation>Zweite Messung widerspricht: %1</translation>
    </message>
    <message>
        <source>Second instrument agrees: %1</source>
        <translation>Zweite Messung stimmt zu: %1</translation>
    </message>
    <message>
        <source>At the end of its range: %1</source>
        <translation>Am Ende des Messbereichs: %1</translation>
    </message>
    <message>
        <source>Off alone: %1</source>
        <translation>Weicht allein ab: %1</translation>
    </message>
    <message>
        <source>Inputs cannot be used</source>
        <translation>Eingänge sind unbrauchbar</translation>
    </message>
    <message>
        <source>Several inputs tell the same</source>
        <translation>Mehrere Eingänge sagen dasselbe</translation>
    </message>
    <message>
        <source>Past its limit: %1</source>
        <translation>Über seiner Grenze: %1</translation>
    </message>
    <message>
        <source>The sisters are Normal</source>
        <translation>Die Schwestern sind Normal</translation>
    </message>
    <message>
        <source>The rest of the area is Normal</source>
        <translation>Der übrige Bereich ist Normal</translation>
    </message>
    <message>
        <source>Sisters are off as well</source>
        <translation>Auch Schwestern weichen ab</translation>
    </message>
    <message>
        <source>Others of the area are off as well</source>
        <translation>Auch andere des Bereichs weichen ab</translation>
    </message>
    <message>
        <source>Moved by a controller: %1</source>
        <translation>Vom Regler verstellt: %1</translation>
    </message>
    <message>
        <source>Off soon after a change of state</source>
        <translation>Auffällig nach Zustandswechsel</translation>
    </message>
    <message>
        <source>Each input alone is in its normal band</source>
        <translation>Jeder Eingang für sich ist normal</translation>
    </message>
    <message>
        <source>Barely over the limit</source>
        <translation>Knapp über der Grenze</translation>
    </message>
    <message>
        <source>The model&apos;s review is overdue</source>
        <translation>Die Prüfung des Modells ist überfällig</translation>
    </message>
    <message>
        <source>off by %1 %3, %2 allowed</source>
        <translation>%1 %3 daneben, %2 erlaubt</translation>
    </message>
    <message>
        <source>with %1 as it reads</source>
        <translation>mit %1 wie angezeigt</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two values</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1, limit %2</source>
        <translation>%1, Grenze %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>machines</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>%1 später</translation>
    </message>
    <message>
        <source>%1 of it</source>
        <translation>%1 davon</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>detail, what it speaks for</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>evidence, detail</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gemba::ui::VerdictPanel</name>
    <message>
        <source>Evidence</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Machine, sensor, process or model?</source>
        <translation>Maschine, Sensor, Prozess oder Modell?</translation>
    </message>
</context>
<context>
    <name>gemba::ui::VtkViewport</name>
    <message>
        <source>Plant in 3D</source>
        <translation>Werk in 3D</translation>
    </message>
    <message>
        <source>model could not be read</source>
        <translation>Modell nicht lesbar</translation>
    </message>
</context>
<context>
    <name>gemba::ui::VtkWidget</name>
    <message>
        <source>The graphics driver stopped drawing. The next change of the view tries again.</source>
        <translation>Der Grafiktreiber zeichnet nicht mehr. Die nächste Änderung der Ansicht versucht es noch einmal.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::WatchPlantDialog</name>
    <message>
        <source>Watch it</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Watch a plant</source>
        <translation>Werk beobachten</translation>
    </message>
    <message>
        <source>Folder of the plant</source>
        <translation>Ordner des Werks</translation>
    </message>
    <message>
        <source>with plant.json in it</source>
        <translation>mit plant.json darin</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>as the system knows it</source>
        <translation>wie dem System bekannt</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>Eigenes Zertifikat</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Dessen Schlüssel</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>File with the password</source>
        <translation>Datei mit dem Passwort</translation>
    </message>
    <message>
        <source>none; nobody else may read it</source>
        <translation>keine; niemand sonst darf sie lesen</translation>
    </message>
    <message>
        <source>Gemba only listens to a broker added here: it publishes nothing.</source>
        <translation>Gemba hört einem hier hinzugefügten Broker nur zu: Es sendet nichts.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Auswählen: %1</translation>
    </message>
    <message>
        <source>The folder is missing.</source>
        <translation>Der Ordner fehlt.</translation>
    </message>
    <message>
        <source>The broker is missing.</source>
        <translation>Der Broker fehlt.</translation>
    </message>
    <message>
        <source>A broker begins with mqtts:// or mqtt://.</source>
        <translation>Ein Broker beginnt mit mqtts:// oder mqtt://.</translation>
    </message>
</context>
<context>
    <name>gemba::ui::WindowDialogs</name>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
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
    <message>
        <source>Not there yet. Until then: open the session in Operate, set a bookmark at each turn of the incident, and save that stretch of time to pass on.</source>
        <translation>Noch nicht da. Bis dahin: Öffnen Sie die Sitzung in Betrieb, setzen Sie an jeder Wendung des Vorfalls ein Lesezeichen und speichern Sie diesen Zeitraum zum Weitergeben.</translation>
    </message>
    <message>
        <source>Not there yet. Until then: the inspector names the model behind a condition, and “gembactl train” and “gembactl score” make and test models.</source>
        <translation>Noch nicht da. Bis dahin: Die Einzelheiten nennen das Modell hinter einem Zustand; „gembactl train“ und „gembactl score“ erstellen und prüfen Modelle.</translation>
    </message>
    <message>
        <source>Not there yet. Until then: the data chip above says what is late, silent or down, and “gembactl info” counts what a session lost.</source>
        <translation>Noch nicht da. Bis dahin: Das Datenfeld oben sagt, was verspätet, stumm oder getrennt ist; „gembactl info“ zählt, was einer Sitzung fehlt.</translation>
    </message>
    <message>
        <source>Not there yet. Until then: the list of plants in the File menu shows every plant that is watched, with its worst machine.</source>
        <translation>Noch nicht da. Bis dahin: Die Liste der Werke im Menü Datei zeigt jedes beobachtete Werk mit seiner schlechtesten Maschine.</translation>
    </message>
    <message>
        <source>Not there yet. Until then: every alert stays in the session with its times, which is what an account of its worth begins with.</source>
        <translation>Noch nicht da. Bis dahin: Jede Meldung bleibt mit ihren Zeiten in der Sitzung; damit beginnt jede Rechnung ihres Nutzens.</translation>
    </message>
</context>
<context>
    <name>gembactl</name>
    <message>
        <source>All is well.</source>
        <translation>Alles in Ordnung.</translation>
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
    <message>
        <source>Checks a session, plant description, recipe, model, bearing or table of zones.</source>
        <translation>Prüft eine Sitzung, Werksbeschreibung, ein Rezept, Modell, Lager oder eine Zonentabelle.</translation>
    </message>
    <message>
        <source>*.gmb, plant.json, recipe, *.gmodel, bearing or zones.</source>
        <translation>*.gmb, plant.json, Rezept, *.gmodel, Lager oder Zonen.</translation>
    </message>
    <message>
        <source>damage of the inner race</source>
        <translation>Schaden am Innenring</translation>
    </message>
    <message>
        <source>damage of the outer race</source>
        <translation>Schaden am Außenring</translation>
    </message>
    <message>
        <source>damage of a ball or roller</source>
        <translation>Schaden an einem Wälzkörper</translation>
    </message>
    <message>
        <source>damage of the cage</source>
        <translation>Schaden am Käfig</translation>
    </message>
    <message>
        <source>no damage to be seen</source>
        <translation>kein Schaden zu sehen</translation>
    </message>
    <message>
        <source>Looks for bearing damage in a vibration signal: the spectrum of its envelope, and how far the bearing&apos;s lines stand out in it.</source>
        <translation>Sucht in einem Schwingungssignal nach Lagerschäden: das Spektrum der Hüllkurve, und wie weit die Linien des Lagers daraus hervortreten.</translation>
    </message>
    <message>
        <source>Values per second.</source>
        <translation>Werte je Sekunde.</translation>
    </message>
    <message>
        <source>Speed of the shaft, turns per minute.</source>
        <translation>Drehzahl der Welle, Umdrehungen je Minute.</translation>
    </message>
    <message>
        <source>Fault orders per turn of the shaft, JSON: BPFI, BPFO, 2xBSF, FTF.</source>
        <translation>Schadensordnungen je Wellenumdrehung, JSON: BPFI, BPFO, 2xBSF, FTF.</translation>
    </message>
    <message>
        <source>Signal: *.f32 (little-endian floats) or CSV.</source>
        <translation>Signal: *.f32 (Little-Endian-Gleitkommazahlen) oder CSV.</translation>
    </message>
    <message>
        <source>CSV: name of the signal&apos;s column, or its number from 1.</source>
        <translation>CSV: Name der Signalspalte oder ihre Nummer ab 1.</translation>
    </message>
    <message>
        <source>auto, prewhitening or kurtogram.</source>
        <translation>auto, prewhitening oder kurtogram.</translation>
    </message>
    <message>
        <source>Write the envelope&apos;s spectrum with its marked lines, CSV.</source>
        <translation>Das Spektrum der Hüllkurve mit markierten Linien schreiben, CSV.</translation>
    </message>
    <message>
        <source>--rate and --rpm are numbers above 0.</source>
        <translation>--rate und --rpm sind Zahlen über 0.</translation>
    </message>
    <message>
        <source>--method: auto, prewhitening or kurtogram.</source>
        <translation>--method: auto, prewhitening oder kurtogram.</translation>
    </message>
    <message>
        <source>%1 mm/s, zone %2, condition %3</source>
        <translation>%1 mm/s, Zone %2, Zustand %3</translation>
    </message>
    <message>
        <source>Judge the machine too, by this class of --zones.</source>
        <translation>Auch die Maschine beurteilen, nach dieser Klasse aus --zones.</translation>
    </message>
    <message>
        <source>Machine classes with their vibration zones, JSON.</source>
        <translation>Maschinenklassen mit ihren Schwingungszonen, JSON.</translation>
    </message>
    <message>
        <source>Unit of the signal for --machine: m/s2 or g.</source>
        <translation>Einheit des Signals für --machine: m/s2 oder g.</translation>
    </message>
    <message>
        <source>--machine and --zones together</source>
        <translation>--machine und --zones zusammen</translation>
    </message>
    <message>
        <source>--unit: m/s2 or g</source>
        <translation>--unit: m/s2 oder g</translation>
    </message>
    <message>
        <source>--machine: one of %1</source>
        <translation>--machine: eine von %1</translation>
    </message>
    <message>
        <source>print the daily sheet of a session</source>
        <translation>das Tagesblatt einer Sitzung drucken</translation>
    </message>
    <message>
        <source>look for bearing damage in a vibration signal</source>
        <translation>in einem Schwingungssignal nach Lagerschäden suchen</translation>
    </message>
    <message>
        <source>find when a machine began to degrade, from its records</source>
        <translation>aus Aufzeichnungen finden, wann der Verfall einer Maschine begann</translation>
    </message>
    <message>
        <source>Onset at record %1, %2 of the life recorded; health now %3.</source>
        <translation>Beginn bei Aufzeichnung %1, %2 des aufgezeichneten Lebens; Zustand jetzt %3.</translation>
    </message>
    <message>
        <source>No onset: the level is as usual.</source>
        <translation>Kein Beginn: Der Pegel ist wie gewohnt.</translation>
    </message>
    <message>
        <source>Finds the record with which a machine&apos;s vibration has left what was usual for good. The level is the median RMS of five records, the limit six standard deviations above the newer half of the history. Records are read in the order of the last number in their names.</source>
        <translation>Findet die Aufzeichnung, mit der die Schwingung einer Maschine das Gewohnte für immer verlassen hat. Der Pegel ist der Median des Effektivwerts von fünf Aufzeichnungen, die Grenze liegt sechs Standardabweichungen über der neueren Hälfte der Vorgeschichte. Gelesen wird in der Reihenfolge der letzten Zahl im Namen.</translation>
    </message>
    <message>
        <source>Folder with records, or a record: *.f32 or CSV; may be repeated.</source>
        <translation>Ordner mit Aufzeichnungen oder eine Aufzeichnung: *.f32 oder CSV; mehrfach möglich.</translation>
    </message>
    <message>
        <source>CSV: a signal&apos;s column by its name or number from 1; repeated: all together.</source>
        <translation>CSV: Spalte eines Signals, nach Name oder Nummer ab 1; mehrfach: alle zusammen.</translation>
    </message>
    <message>
        <source>Write record, rms, level and health, CSV.</source>
        <translation>Aufzeichnung, Effektivwert, Pegel und Zustand schreiben, CSV.</translation>
    </message>
    <message>
        <source>Prints the daily sheet of one day of a session, as the console prints it.</source>
        <translation>Druckt das Tagesblatt eines Tages einer Sitzung, wie die Konsole es druckt.</translation>
    </message>
    <message>
        <source>Date at the site, such as 2026-11-24; default: the day on which the session ends.</source>
        <translation>Datum am Standort, etwa 2026-11-24; sonst der Tag, an dem die Sitzung endet.</translation>
    </message>
    <message>
        <source>The PDF to write.</source>
        <translation>Das zu schreibende PDF.</translation>
    </message>
    <message>
        <source>%1 % done, about %2 s left</source>
        <translation>%1 % fertig, noch etwa %2 s</translation>
    </message>
    <message>
        <source>Learns a model from tables, as a recipe says.</source>
        <translation>Lernt ein Modell aus Tabellen, wie ein Rezept es sagt.</translation>
    </message>
    <message>
        <source>take conditions apart at an instant of a session</source>
        <translation>Zustände zu einem Zeitpunkt einer Aufzeichnung zerlegen</translation>
    </message>
    <message>
        <source>Takes the condition of each machine apart at one instant of a session: reasons, whether it is machine, sensor, process or model, and the worst carried up to the site.</source>
        <translation>Zerlegt den Zustand jeder Maschine zu einem Zeitpunkt einer Aufzeichnung: Gründe, ob Maschine, Sensor, Prozess oder Modell, und das Schlechteste hinauf bis zum Werk.</translation>
    </message>
    <message>
        <source>Print one JSON object on one line.</source>
        <translation>Ein JSON-Objekt in einer Zeile ausgeben.</translation>
    </message>
    <message>
        <source>--at takes a time such as +30s or 2026-11-23T13:07:42Z.</source>
        <translation>--at braucht eine Zeit wie +30s oder 2026-11-23T13:07:42Z.</translation>
    </message>
</context>
</TS>
