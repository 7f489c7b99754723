<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
 <context>
  <name>quayside::client::EngineWords</name>
  <message>
   <source>%1</source>
   <comment>words of the engine</comment>
   <extracomment>Engines speak English. Other languages say whose words these are, as in “the engine says: …”; in English the words stand alone.</extracomment>
   <translation>Die Engine sagt: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::client::Endpoint</name>
  <message>
   <source>The address is longer than %1 bytes, the most that a socket may have</source>
   <translation>Die Adresse ist länger als %1 Byte, mehr darf ein Socket nicht haben</translation>
  </message>
  <message>
   <source>“%1” does not name a computer: write ssh://user@host/path/to/socket</source>
   <translation>„%1“ nennt keinen Computer: Schreiben Sie ssh://benutzer@rechner/pfad/zum/socket</translation>
  </message>
  <message>
   <source>An address is no place for a password: leave it out, ssh asks for it</source>
   <translation>Ein Passwort gehört nicht in eine Adresse: Lassen Sie es weg, ssh fragt danach</translation>
  </message>
  <message>
   <source>The socket&apos;s path has a colon, which ssh cannot forward</source>
   <translation>Der Pfad des Sockets hat einen Doppelpunkt, den kann ssh nicht weiterleiten</translation>
  </message>
  <message>
   <source>“%1” does not name a computer: write tcp://host:2376</source>
   <translation>„%1“ nennt keinen Computer: Schreiben Sie tcp://rechner:2376</translation>
  </message>
  <message>
   <source>The way to %1 would not be encrypted, and whoever listens in could rule that computer: name the folder of the certificates, or use ssh://</source>
   <translation>Der Weg zu %1 wäre nicht verschlüsselt, und wer mithört, könnte jenen Computer beherrschen: Nennen Sie den Ordner der Zertifikate, oder benutzen Sie ssh://</translation>
  </message>
  <message>
   <source>“%1” is not an address that the window can open; write unix:///path/to/socket, ssh://user@host or tcp://host:2376</source>
   <translation>„%1“ ist keine Adresse, die das Fenster öffnen kann; schreiben Sie unix:///pfad/zum/socket, ssh://benutzer@rechner oder tcp://rechner:2376</translation>
  </message>
  <message>
   <source>The program ssh is not there: install the ssh client (openssh-client)</source>
   <translation>Das Programm ssh ist nicht da: Installieren Sie den ssh-Client (openssh-client)</translation>
  </message>
  <message>
   <source>The host key of %1 is not the one that is known: another computer may answer in its place. If it was set up anew: ssh-keygen -R %1</source>
   <translation>Der Host-Schlüssel von %1 ist nicht der bekannte: Vielleicht antwortet ein anderer Computer an seiner Stelle. Falls er neu eingerichtet wurde: ssh-keygen -R %1</translation>
  </message>
  <message>
   <source>The host key of %1 is not known yet: log in once in a terminal (ssh %2), compare the key and say yes</source>
   <translation>Der Host-Schlüssel von %1 ist noch nicht bekannt: Melden Sie sich einmal in einem Terminal an (ssh %2), vergleichen Sie den Schlüssel und bestätigen Sie ihn</translation>
  </message>
  <message>
   <source>%1 does not let you in: your key must be known there (ssh-copy-id %1) and be in the ssh agent (ssh-add)</source>
   <translation>%1 lässt Sie nicht hinein: Ihr Schlüssel muss dort bekannt sein (ssh-copy-id %1) und im ssh-Agenten liegen (ssh-add)</translation>
  </message>
  <message>
   <source>No computer is called %1</source>
   <translation>Kein Computer heißt %1</translation>
  </message>
  <message>
   <source>The ssh server of %1 forwards no sockets (AllowStreamLocalForwarding)</source>
   <translation>Der ssh-Server von %1 leitet keine Sockets weiter (AllowStreamLocalForwarding)</translation>
  </message>
  <message>
   <source>No engine answers on %1 at %2, or %3 may not use its socket</source>
   <translation>Auf %1 antwortet unter %2 keine Engine, oder %3 darf ihren Socket nicht benutzen</translation>
  </message>
  <message>
   <source>the user there</source>
   <translation>der Benutzer dort</translation>
  </message>
  <message>
   <source>The connection to %1 has ended</source>
   <translation>Die Verbindung zu %1 hat geendet</translation>
  </message>
  <message>
   <source>No way to %1: %2</source>
   <translation>Kein Weg zu %1: %2</translation>
  </message>
  <message>
   <source>The certificate file %1 cannot be read: %2</source>
   <translation>Die Zertifikatsdatei %1 kann nicht gelesen werden: %2</translation>
  </message>
  <message>
   <source>%1 holds no private key that can be used without a password</source>
   <translation>%1 enthält keinen privaten Schlüssel, der sich ohne Passwort benutzen lässt</translation>
  </message>
  <message>
   <source>The certificate that %1 shows is made out to another name (%2): this may be another computer</source>
   <translation>Das Zertifikat, das %1 zeigt, ist auf einen anderen Namen ausgestellt (%2): Das ist vielleicht ein anderer Computer</translation>
  </message>
  <message>
   <source>The certificate of %1 has expired on %2</source>
   <translation>Das Zertifikat von %1 ist am %2 abgelaufen</translation>
  </message>
  <message>
   <source>The certificate of %1 is not valid yet: is this computer&apos;s clock right?</source>
   <translation>Das Zertifikat von %1 gilt noch nicht: Geht die Uhr dieses Computers richtig?</translation>
  </message>
  <message>
   <source>The certificate of %1 is not signed by the authority in %2</source>
   <translation>Das Zertifikat von %1 ist nicht von der Zertifizierungsstelle in %2 unterschrieben</translation>
  </message>
  <message>
   <source>The certificate of %1 is not believed: %2</source>
   <translation>Das Zertifikat von %1 wird nicht anerkannt: %2</translation>
  </message>
  <message>
   <source>%1 holds no certificate</source>
   <translation>%1 enthält kein Zertifikat</translation>
  </message>
  <message>
   <source>Qt has no TLS on this computer: install OpenSSL</source>
   <translation>Qt hat auf diesem Computer kein TLS: Installieren Sie OpenSSL</translation>
  </message>
  <message>
   <source>%1 does not accept the certificates in %2: %3</source>
   <translation>%1 nimmt die Zertifikate in %2 nicht an: %3</translation>
  </message>
  <message>
   <source>%1 hung up before the connection was secured: is TLS spoken there?</source>
   <translation>%1 hat aufgelegt, bevor die Verbindung gesichert war: Wird dort TLS gesprochen?</translation>
  </message>
  <message>
   <source>No engine answers at %1: %2</source>
   <translation>Unter %1 antwortet keine Engine: %2</translation>
  </message>
  <message>
   <source>%1 hung up without an answer; perhaps it does not accept the certificates in %2</source>
   <translation>%1 hat ohne Antwort aufgelegt; vielleicht erkennt es die Zertifikate in %2 nicht an</translation>
  </message>
 </context>
 <context>
  <name>quayside::client::Exchange</name>
  <message>
   <source>the engine answered with status %1</source>
   <translation>die Engine antwortete mit Status %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BaseImageOperation</name>
  <message>
   <source>Base image %1</source>
   <translation>Basisabbild %1</translation>
  </message>
  <message>
   <source>Asking the engine</source>
   <translation>Die Engine wird gefragt</translation>
  </message>
  <message>
   <source>%1 is ready</source>
   <translation>%1 ist fertig</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BoundedBuffer</name>
  <message>
   <source>it is larger than %1</source>
   <translation>sie ist größer als %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BuildFacts</name>
  <message>
   <source>the instruction is new or has changed</source>
   <translation>die Anweisung ist neu oder geändert</translation>
  </message>
  <message>
   <source>line %1, which it is built upon, is not as it was</source>
   <translation>Zeile %1, auf der sie aufbaut, ist nicht wie zuvor</translation>
  </message>
  <message>
   <source>%1 has another value</source>
   <translation>%1 hat einen anderen Wert</translation>
  </message>
  <message>
   <source>the stage that ends in line %1, from which it takes files, is not as it was</source>
   <translation>die Stufe, die in Zeile %1 endet und aus der sie Dateien nimmt, ist nicht wie zuvor</translation>
  </message>
  <message>
   <source>%1 was written since</source>
   <translation>%1 wurde seither geschrieben</translation>
  </message>
  <message>
   <source>%1 is another image now</source>
   <translation>%1 ist jetzt ein anderes Abbild</translation>
  </message>
  <message>
   <source>it stands behind another instruction than before</source>
   <translation>sie steht hinter einer anderen Anweisung als zuvor</translation>
  </message>
  <message>
   <source>The next build takes it from the cache.</source>
   <translation>Der nächste Build nimmt sie aus dem Cache.</translation>
  </message>
  <message>
   <source>The next build runs it again: %1.</source>
   <translation>Der nächste Build führt sie erneut aus: %1.</translation>
  </message>
  <message>
   <source>The next build runs it again unless its files turn out to be the same: %1.</source>
   <translation>Der nächste Build führt sie erneut aus, wenn ihre Dateien nicht gleich geblieben sind: %1.</translation>
  </message>
  <message numerus="yes">
   <source>%1 and %n more</source>
   <translation>
    <numerusform>%1 und %n weiterer</numerusform>
    <numerusform>%1 und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 of the base image stay in it though this removes or replaces them: %2. A smaller base image, or one that lacks them, saves these bytes.</source>
   <translation>%1 des Basisabbilds bleiben darin, obwohl dies sie entfernt oder ersetzt: %2. Ein kleineres Basisabbild oder eines ohne sie spart diese Bytes.</translation>
  </message>
  <message>
   <source>%1 that line %2 wrote stay in the image though this removes or replaces them: %3.</source>
   <translation>%1, die Zeile %2 geschrieben hat, bleiben im Abbild, obwohl dies sie entfernt oder ersetzt: %3.</translation>
  </message>
  <message>
   <source>RUN --mount=type=bind uses files without copying them, and COPY --chown and --chmod set owner and mode at once.</source>
   <translation>RUN --mount=type=bind benutzt Dateien, ohne sie zu kopieren, und COPY --chown und --chmod setzen Besitzer und Rechte gleich mit.</translation>
  </message>
  <message>
   <source>Do both in one RUN, so that they are in no layer.</source>
   <translation>Beides in einem RUN tun, dann sind sie in keiner Schicht.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BuildModel</name>
  <message>
   <source>running</source>
   <translation>läuft</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>gescheitert</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>abgebrochen</translation>
  </message>
  <message>
   <source>interrupted</source>
   <translation>unterbrochen</translation>
  </message>
  <message>
   <source>%1 s</source>
   <translation>%1 s</translation>
  </message>
  <message>
   <source>a folder of this computer</source>
   <translation>ein Ordner dieses Computers</translation>
  </message>
  <message>
   <source>files that were sent</source>
   <translation>übertragene Dateien</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Gestartet</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>%1, %2 cached</source>
   <translation>%1, %2 aus dem Cache</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BuildOperation</name>
  <message>
   <source>Build of %1</source>
   <translation>Bau von %1</translation>
  </message>
  <message>
   <source>The folder %1 cannot be read: %2</source>
   <translation>Der Ordner %1 kann nicht gelesen werden: %2</translation>
  </message>
  <message>
   <source>Asking the engine</source>
   <translation>Die Engine wird gefragt</translation>
  </message>
  <message>
   <source>Step %1 of %2: %3</source>
   <translation>Schritt %1 von %2: %3</translation>
  </message>
  <message>
   <source>Image %1 is built</source>
   <translation>Das Abbild %1 ist gebaut</translation>
  </message>
  <message>
   <source>%1 is built</source>
   <translation>%1 ist gebaut</translation>
  </message>
  <message>
   <source>Without the login of %1: %2</source>
   <translation>Ohne die Anmeldung bei %1: %2</translation>
  </message>
  <message>
   <source>The file %1 of the secret %2 cannot be read: %3</source>
   <translation>Die Datei %1 des Geheimnisses %2 kann nicht gelesen werden: %3</translation>
  </message>
  <message>
   <source>it is no file</source>
   <translation>es ist keine Datei</translation>
  </message>
  <message>
   <source>it does not exist</source>
   <translation>es gibt sie nicht</translation>
  </message>
  <message>
   <source>The file %1 of the secret %2 is larger than %3, which is the most that a secret can be</source>
   <translation>Die Datei %1 des Geheimnisses %2 ist größer als %3, mehr darf ein Geheimnis nicht haben</translation>
  </message>
  <message>
   <source>The secret %1 cannot be handed over: %2</source>
   <translation>Das Geheimnis %1 kann nicht übergeben werden: %2</translation>
  </message>
  <message>
   <source>The ssh agent cannot be handed over: %1</source>
   <translation>Der ssh-Agent kann nicht übergeben werden: %1</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BuildSteps</name>
  <message>
   <source>running</source>
   <translation>läuft</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>from the cache</source>
   <translation>aus dem Cache</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>gescheitert</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>abgebrochen</translation>
  </message>
  <message>
   <source>%1 s</source>
   <translation>%1 s</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>It ended with code %1.</source>
   <translation>Er endete mit Code %1.</translation>
  </message>
  <message>
   <source>Run again: %1.</source>
   <translation>Erneut ausgeführt: %1.</translation>
  </message>
  <message>
   <source>Nothing that goes into it has changed: what it made before was taken.</source>
   <translation>Nichts, was hineingeht, hat sich geändert: Das frühere Ergebnis wurde genommen.</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>wartet</translation>
  </message>
  <message>
   <source>%1
Line %2</source>
   <translation>%1
Zeile %2</translation>
  </message>
  <message>
   <source>%1
Lines %2 to %3</source>
   <translation>%1
Zeilen %2 bis %3</translation>
  </message>
  <message>
   <source>%1 bytes</source>
   <translation>%1 Byte</translation>
  </message>
  <message>
   <source>Step %1, %2: %3</source>
   <translation>Schritt %1, %2: %3</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>Stufe</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Capabilities</name>
  <message>
   <source>Give files to any user and group.</source>
   <translation>Dateien jedem Benutzer und jeder Gruppe geben.</translation>
  </message>
  <message>
   <source>Read, write and run any file, whatever its permissions say.</source>
   <translation>Jede Datei lesen, schreiben und ausführen, trotz aller Zugriffsrechte.</translation>
  </message>
  <message>
   <source>Read any file and folder, and open files by their handle: a way out of containers.</source>
   <translation>Jede Datei und jeden Ordner lesen und Dateien über ihr Handle öffnen: ein Weg aus Containern hinaus.</translation>
  </message>
  <message>
   <source>Change the mode, times and attributes of files that belong to others.</source>
   <translation>Modus, Zeiten und Attribute von Dateien ändern, die anderen gehören.</translation>
  </message>
  <message>
   <source>Keep the set-user-id bit when a file is changed.</source>
   <translation>Das Set-User-ID-Bit behalten, wenn eine Datei geändert wird.</translation>
  </message>
  <message>
   <source>Send signals to processes of other users.</source>
   <translation>Prozessen anderer Benutzer Signale senden.</translation>
  </message>
  <message>
   <source>Become any group, and choose supplementary groups.</source>
   <translation>Jede Gruppe annehmen und zusätzliche Gruppen wählen.</translation>
  </message>
  <message>
   <source>Become any user: what su and login need.</source>
   <translation>Jeder Benutzer werden: was su und login brauchen.</translation>
  </message>
  <message>
   <source>Give up capabilities for good, and hand own ones on.</source>
   <translation>Rechte für immer aufgeben und eigene weitergeben.</translation>
  </message>
  <message>
   <source>Make files unchangeable, or changeable again.</source>
   <translation>Dateien unveränderlich machen oder wieder veränderlich.</translation>
  </message>
  <message>
   <source>Listen at ports below 1024, such as 80.</source>
   <translation>An Ports unter 1024 lauschen, etwa 80.</translation>
  </message>
  <message>
   <source>Nothing in today&apos;s kernels: it was kept for broadcasts.</source>
   <translation>In heutigen Kerneln nichts: Es war für Broadcasts vorgesehen.</translation>
  </message>
  <message>
   <source>Change addresses, routes and firewall rules of its network.</source>
   <translation>Adressen, Routen und Firewallregeln des eigenen Netzes ändern.</translation>
  </message>
  <message>
   <source>Send packets that it makes itself: what ping needs, and what spoofs addresses.</source>
   <translation>Selbst gebaute Pakete senden: was ping braucht und womit sich Adressen fälschen lassen.</translation>
  </message>
  <message>
   <source>Lock memory, so that it is never swapped out.</source>
   <translation>Speicher festhalten, sodass er nie ausgelagert wird.</translation>
  </message>
  <message>
   <source>Use shared memory and queues that belong to others.</source>
   <translation>Gemeinsamen Speicher und Warteschlangen benutzen, die anderen gehören.</translation>
  </message>
  <message>
   <source>Load code into the kernel: whoever may do that owns the machine.</source>
   <translation>Code in den Kernel laden: Wer das darf, dem gehört der Computer.</translation>
  </message>
  <message>
   <source>Reach the machine&apos;s ports and memory directly.</source>
   <translation>Ports und Speicher des Computers direkt ansprechen.</translation>
  </message>
  <message>
   <source>Call chroot, and enter other mount namespaces.</source>
   <translation>chroot aufrufen und andere Mount-Namensräume betreten.</translation>
  </message>
  <message>
   <source>Look into and change any process that it sees, as debuggers do.</source>
   <translation>In jeden sichtbaren Prozess hineinsehen und ihn ändern, wie es Debugger tun.</translation>
  </message>
  <message>
   <source>Switch the kernel&apos;s accounting of processes on and off.</source>
   <translation>Die Buchführung des Kernels über Prozesse ein- und ausschalten.</translation>
  </message>
  <message>
   <source>Mount, make namespaces, and a hundred other things: nearly root.</source>
   <translation>Einhängen, Namensräume machen und hundert andere Dinge: beinahe root.</translation>
  </message>
  <message>
   <source>Restart the machine, or load another kernel.</source>
   <translation>Den Computer neu starten oder einen anderen Kernel laden.</translation>
  </message>
  <message>
   <source>Take precedence over other processes, and choose their processors.</source>
   <translation>Vorrang vor anderen Prozessen haben und ihre Prozessoren wählen.</translation>
  </message>
  <message>
   <source>Go beyond limits and quotas.</source>
   <translation>Grenzen und Kontingente überschreiten.</translation>
  </message>
  <message>
   <source>Set the machine&apos;s clock, which all containers share.</source>
   <translation>Die Uhr des Computers stellen, die alle Container teilen.</translation>
  </message>
  <message>
   <source>Hang terminals up and set them up.</source>
   <translation>Terminals auflegen und einrichten.</translation>
  </message>
  <message>
   <source>Make device files; which of them may be used is decided by the cgroup.</source>
   <translation>Gerätedateien anlegen; welche davon benutzbar sind, bestimmt die cgroup.</translation>
  </message>
  <message>
   <source>Be told before somebody else opens a file.</source>
   <translation>Erfahren, bevor jemand anders eine Datei öffnet.</translation>
  </message>
  <message>
   <source>Write to the kernel&apos;s audit log.</source>
   <translation>Ins Audit-Protokoll des Kernels schreiben.</translation>
  </message>
  <message>
   <source>Decide what the kernel&apos;s audit log records.</source>
   <translation>Bestimmen, was das Audit-Protokoll des Kernels festhält.</translation>
  </message>
  <message>
   <source>Give files capabilities, which whoever runs them gets.</source>
   <translation>Dateien Rechte geben, die jeder bekommt, der sie ausführt.</translation>
  </message>
  <message>
   <source>Pass by the rules of Smack.</source>
   <translation>Die Regeln von Smack umgehen.</translation>
  </message>
  <message>
   <source>Change the rules of Smack and AppArmor.</source>
   <translation>Die Regeln von Smack und AppArmor ändern.</translation>
  </message>
  <message>
   <source>Read the kernel&apos;s log, and addresses inside the kernel.</source>
   <translation>Das Protokoll des Kernels lesen und Adressen im Kernel.</translation>
  </message>
  <message>
   <source>Wake the machine from sleep.</source>
   <translation>Den Computer aus dem Schlaf wecken.</translation>
  </message>
  <message>
   <source>Keep the machine from going to sleep.</source>
   <translation>Den Computer vom Schlafen abhalten.</translation>
  </message>
  <message>
   <source>Read the kernel&apos;s audit log as it is written.</source>
   <translation>Das Audit-Protokoll des Kernels mitlesen.</translation>
  </message>
  <message>
   <source>Measure and trace the whole machine.</source>
   <translation>Den ganzen Computer messen und verfolgen.</translation>
  </message>
  <message>
   <source>Load programs that run inside the kernel.</source>
   <translation>Programme laden, die im Kernel laufen.</translation>
  </message>
  <message>
   <source>Save running processes and bring them back.</source>
   <translation>Laufende Prozesse sichern und wiederherstellen.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::CardModel</name>
  <message>
   <source>line %1</source>
   <translation>Zeile %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::CardText</name>
  <message>
   <source>disabled</source>
   <translation>ausgeschaltet</translation>
  </message>
  <message>
   <source>all files</source>
   <translation>alle Dateien</translation>
  </message>
  <message>
   <source>a text written here</source>
   <translation>ein hier geschriebener Text</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>Start “%1” from %2</source>
   <translation>„%1“ mit %2 beginnen</translation>
  </message>
  <message>
   <source>Start from %1</source>
   <translation>Mit %1 beginnen</translation>
  </message>
  <message>
   <source>Run %1</source>
   <translation>Ausführen: %1</translation>
  </message>
  <message>
   <source>When started: %1</source>
   <translation>Beim Start: %1</translation>
  </message>
  <message>
   <source>Always start with: %1</source>
   <translation>Immer starten mit: %1</translation>
  </message>
  <message>
   <source>Label %1</source>
   <translation>Etikett %1</translation>
  </message>
  <message>
   <source>Written by %1</source>
   <translation>Verfasst von %1</translation>
  </message>
  <message>
   <source>Listens on port %1</source>
   <translation>Lauscht an Port %1</translation>
  </message>
  <message>
   <source>Set %1</source>
   <translation>%1 setzen</translation>
  </message>
  <message>
   <source>Add %1 to %2</source>
   <translation>%1 zu %2 hinzufügen</translation>
  </message>
  <message>
   <source>the working folder</source>
   <translation>den Arbeitsordner</translation>
  </message>
  <message>
   <source>Copy %1 from %2 to %3</source>
   <translation>%1 aus %2 in %3 kopieren</translation>
  </message>
  <message>
   <source>Copy %1 to %2</source>
   <translation>%1 in %2 kopieren</translation>
  </message>
  <message>
   <source>Keep %1 in a volume</source>
   <translation>%1 in einem Datenträger aufheben</translation>
  </message>
  <message>
   <source>Go on as user %1</source>
   <translation>Weiter als Benutzer %1</translation>
  </message>
  <message>
   <source>Work in %1</source>
   <translation>In %1 arbeiten</translation>
  </message>
  <message>
   <source>%1 (else %2)</source>
   <translation>%1 (sonst %2)</translation>
  </message>
  <message>
   <source>Ask for %1</source>
   <translation>Nach %1 fragen</translation>
  </message>
  <message>
   <source>In images built on this: %1</source>
   <translation>In Abbildern, die darauf aufbauen: %1</translation>
  </message>
  <message>
   <source>Stop with %1</source>
   <translation>Anhalten mit %1</translation>
  </message>
  <message>
   <source>Do not check its health</source>
   <translation>Die Gesundheit nicht prüfen</translation>
  </message>
  <message>
   <source>Healthy while this works: %1</source>
   <translation>Gesund, solange dies gelingt: %1</translation>
  </message>
  <message>
   <source>Commands go to %1</source>
   <translation>Befehle gehen an %1</translation>
  </message>
  <message>
   <source>Base image</source>
   <translation>Basisabbild</translation>
  </message>
  <message>
   <source>Begins a stage with all files of another image, such as debian or python.</source>
   <translation>Beginnt eine Stufe mit allen Dateien eines anderen Abbilds, etwa debian oder python.</translation>
  </message>
  <message>
   <source>Working folder</source>
   <translation>Arbeitsordner</translation>
  </message>
  <message>
   <source>The folder in which what follows is done; it is made where it is missing.</source>
   <translation>Der Ordner, in dem alles Weitere geschieht; fehlt er, wird er angelegt.</translation>
  </message>
  <message>
   <source>Copy files</source>
   <translation>Dateien kopieren</translation>
  </message>
  <message>
   <source>Puts files of your project, or of another stage, into the image.</source>
   <translation>Legt Dateien des Projekts oder einer anderen Stufe in das Abbild.</translation>
  </message>
  <message>
   <source>Run a command</source>
   <translation>Einen Befehl ausführen</translation>
  </message>
  <message>
   <source>Runs a command while the image is built and keeps what it changes.</source>
   <translation>Führt beim Bau des Abbilds einen Befehl aus und behält, was er ändert.</translation>
  </message>
  <message>
   <source>Variable</source>
   <translation>Variable</translation>
  </message>
  <message>
   <source>Sets an environment variable, here and in every container.</source>
   <translation>Setzt eine Umgebungsvariable, hier und in jedem Container.</translation>
  </message>
  <message>
   <source>Argument of the build</source>
   <translation>Argument des Builds</translation>
  </message>
  <message>
   <source>A value that can be given when it is built, such as a version.</source>
   <translation>Ein Wert, der beim Bauen angegeben werden kann, etwa eine Version.</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Says on which port the program listens; it is opened when a container is run.</source>
   <translation>Sagt, an welchem Port das Programm lauscht; er wird geöffnet, wenn ein Container gestartet wird.</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Who runs the commands that follow, and the program: safer than root.</source>
   <translation>Wer die folgenden Befehle und das Programm ausführt: sicherer als root.</translation>
  </message>
  <message>
   <source>What to start</source>
   <translation>Was gestartet wird</translation>
  </message>
  <message>
   <source>The program that a container of this image starts, unless it is told another one.</source>
   <translation>Das Programm, das ein Container dieses Abbilds startet, wenn kein anderes verlangt ist.</translation>
  </message>
  <message>
   <source>What to start always</source>
   <translation>Was immer gestartet wird</translation>
  </message>
  <message>
   <source>The program that always starts; the other command becomes its arguments.</source>
   <translation>Das Programm, das immer startet; der andere Befehl wird zu seinen Argumenten.</translation>
  </message>
  <message>
   <source>Health check</source>
   <translation>Gesundheitsprüfung</translation>
  </message>
  <message>
   <source>A command that says now and then whether the program still works.</source>
   <translation>Ein Befehl, der hin und wieder sagt, ob das Programm noch arbeitet.</translation>
  </message>
  <message>
   <source>Folder to keep</source>
   <translation>Bleibender Ordner</translation>
  </message>
  <message>
   <source>A folder whose files outlive the container, in a volume.</source>
   <translation>Ein Ordner, dessen Dateien den Container überdauern, in einem Datenträger.</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Etikett</translation>
  </message>
  <message>
   <source>A note on the image: its title, its licence …</source>
   <translation>Eine Notiz am Abbild: sein Titel, seine Lizenz …</translation>
  </message>
  <message>
   <source>Fetch or unpack</source>
   <translation>Holen oder entpacken</translation>
  </message>
  <message>
   <source>As copying, and it fetches addresses and unpacks archives.</source>
   <translation>Wie Kopieren, und es holt Adressen und entpackt Archive.</translation>
  </message>
  <message>
   <source>Shell</source>
   <translation>Shell</translation>
  </message>
  <message>
   <source>The shell that reads the commands that follow.</source>
   <translation>Die Shell, die die folgenden Befehle liest.</translation>
  </message>
  <message>
   <source>Stop signal</source>
   <translation>Haltesignal</translation>
  </message>
  <message>
   <source>The signal that asks the program to end.</source>
   <translation>Das Signal, das das Programm bittet zu enden.</translation>
  </message>
  <message>
   <source>For later builds</source>
   <translation>Für spätere Builds</translation>
  </message>
  <message>
   <source>An instruction that is done when another image is built on this one.</source>
   <translation>Eine Anweisung, die ausgeführt wird, wenn ein anderes Abbild auf diesem gebaut wird.</translation>
  </message>
  <message>
   <source>Author</source>
   <translation>Verfasser</translation>
  </message>
  <message>
   <source>Who wrote it; a label is used today.</source>
   <translation>Wer es geschrieben hat; heute nimmt man ein Etikett.</translation>
  </message>
  <message>
   <source>Cannot be read</source>
   <translation>Nicht lesbar</translation>
  </message>
  <message>
   <source>The file would read differently after that, because of what stands there: a comment that the builder obeys, or a line that goes on in the next one. Make the change in the text.</source>
   <translation>Danach würde die Datei anders gelesen, wegen dessen, was dort steht: ein Kommentar, dem der Builder folgt, oder eine Zeile, die in der nächsten weitergeht. Die Änderung im Text vornehmen.</translation>
  </message>
  <message>
   <source>This is no instruction: %1.</source>
   <translation>Das ist keine Anweisung: %1.</translation>
  </message>
  <message>
   <source>It stands there already.</source>
   <translation>Sie steht schon dort.</translation>
  </message>
  <message>
   <source>This cannot be read as an instruction, so that it could not be enabled again. Mend it in the text first.</source>
   <translation>Das kann nicht als Anweisung gelesen werden und ließe sich nicht wieder einschalten. Zuerst im Text in Ordnung bringen.</translation>
  </message>
  <message>
   <source>FROM begins a stage: without it, what follows would belong to the stage above. Remove the stage, or disable its instructions.</source>
   <translation>FROM beginnt eine Stufe: Ohne sie gehörte das Folgende zur Stufe darüber. Die Stufe entfernen oder ihre Anweisungen ausschalten.</translation>
  </message>
  <message>
   <source>“%1” cannot be written there in a Dockerfile: no quotes could hold it.</source>
   <translation>„%1“ kann an dieser Stelle eines Dockerfiles nicht geschrieben werden: Keine Anführungszeichen könnten es fassen.</translation>
  </message>
  <message>
   <source>%1 has no field of that name.</source>
   <translation>%1 hat kein Feld dieses Namens.</translation>
  </message>
  <message>
   <source>A line break cannot be written there in a Dockerfile.</source>
   <translation>Ein Zeilenumbruch kann an dieser Stelle eines Dockerfiles nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>At least one file or folder has to be copied.</source>
   <translation>Mindestens eine Datei oder ein Ordner muss kopiert werden.</translation>
  </message>
  <message>
   <source>There can be no white space in it.</source>
   <translation>Leerraum darf darin nicht vorkommen.</translation>
  </message>
  <message>
   <source>“%1” has to be of the form name=value.</source>
   <translation>„%1“ muss die Form Name=Wert haben.</translation>
  </message>
  <message>
   <source>%1 needs one at least. Remove the card where it shall have none.</source>
   <translation>%1 braucht mindestens eins. Soll keins da sein, die Karte entfernen.</translation>
  </message>
  <message>
   <source>%1 needs a command.</source>
   <translation>%1 braucht einen Befehl.</translation>
  </message>
  <message>
   <source>The last line of a command cannot be a comment: what follows in the file would be taken for its next line.</source>
   <translation>Die letzte Zeile eines Befehls kann kein Kommentar sein: Was in der Datei folgt, würde als seine nächste Zeile gelesen.</translation>
  </message>
  <message>
   <source>This cannot be written there: the instructions below would read differently.</source>
   <translation>Das kann dort nicht geschrieben werden: Die Anweisungen darunter würden anders gelesen.</translation>
  </message>
  <message>
   <source>This cannot be written there: %1.</source>
   <translation>Das kann dort nicht geschrieben werden: %1.</translation>
  </message>
  <message>
   <source>This cannot be written there: it would be read as something else.</source>
   <translation>Das kann dort nicht geschrieben werden: Es würde als etwas anderes gelesen.</translation>
  </message>
  <message>
   <source>Line %1 uses this stage by its name: change it there first.</source>
   <translation>Zeile %1 benutzt diese Stufe unter ihrem Namen: zuerst dort ändern.</translation>
  </message>
  <message>
   <source>The stage “%1” cannot be made of itself</source>
   <translation>Die Stufe „%1“ kann nicht aus sich selbst gemacht werden</translation>
  </message>
  <message>
   <source>The stage “%1” is made only below</source>
   <translation>Die Stufe „%1“ wird erst weiter unten gemacht</translation>
  </message>
  <message>
   <source>There is no stage number %1</source>
   <translation>Eine Stufe mit der Nummer %1 gibt es nicht</translation>
  </message>
  <message>
   <source>“%1” would belong to another stage: %2.</source>
   <translation>„%1“ würde zu einer anderen Stufe gehören: %2.</translation>
  </message>
  <message>
   <source>“%1” would stand above the first FROM, where only ARG may: the file could not be built.</source>
   <translation>„%1“ stünde über dem ersten FROM, wo nur ARG stehen darf: Die Datei ließe sich nicht bauen.</translation>
  </message>
  <message>
   <source>“%1” would need the stage “%2”, which is made only below it.</source>
   <translation>„%1“ würde die Stufe „%2“ brauchen, die erst darunter gemacht wird.</translation>
  </message>
  <message>
   <source>“%1” would mean another stage by “%2”: %3.</source>
   <translation>„%1“ würde mit „%2“ eine andere Stufe meinen: %3.</translation>
  </message>
  <message>
   <source>“%1” uses %2, which would not be set there yet.</source>
   <translation>„%1“ benutzt %2, das dort noch nicht gesetzt wäre.</translation>
  </message>
  <message>
   <source>“%1” would have no effect any more: a later one replaces it.</source>
   <translation>„%1“ hätte keine Wirkung mehr: Eine spätere Anweisung ersetzt es.</translation>
  </message>
  <message>
   <source>“%1” would come after the source files: everything below them runs again whenever a source file changes.</source>
   <translation>„%1“ käme nach den Quelldateien: Alles darunter wird bei jeder Änderung einer Quelldatei erneut ausgeführt.</translation>
  </message>
  <message>
   <source>“%1” would be run as the user of the base image, mostly root.</source>
   <translation>„%1“ würde als der Benutzer des Basisabbilds ausgeführt, meist root.</translation>
  </message>
  <message>
   <source>“%1” would be run as the user %2.</source>
   <translation>„%1“ würde als der Benutzer %2 ausgeführt.</translation>
  </message>
  <message>
   <source>“%1” would be done in the working folder of the base image.</source>
   <translation>„%1“ geschähe im Arbeitsordner des Basisabbilds.</translation>
  </message>
  <message>
   <source>“%1” would be done in the folder %2.</source>
   <translation>„%1“ geschähe im Ordner %2.</translation>
  </message>
  <message>
   <source>“%1” would be read by another shell.</source>
   <translation>„%1“ würde von einer anderen Shell gelesen.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Checker</name>
  <message>
   <source>The engine has not answered yet.</source>
   <translation>Die Engine hat noch nicht geantwortet.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::CloneVolumeOperation</name>
  <message>
   <source>Clone %1 as %2</source>
   <translation>%1 als %2 klonen</translation>
  </message>
  <message>
   <source>%1 of %2 copied</source>
   <translation>%1 von %2 kopiert</translation>
  </message>
  <message>
   <source>The volume %1 is ready</source>
   <translation>Der Datenträger %1 ist fertig</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::CommitOperation</name>
  <message>
   <source>Make an image of %1</source>
   <translation>Ein Abbild von %1 machen</translation>
  </message>
  <message>
   <source>The engine copies what the container has changed</source>
   <translation>Die Engine kopiert, was der Container geändert hat</translation>
  </message>
  <message>
   <source>The image %1 is ready</source>
   <translation>Das Abbild %1 ist fertig</translation>
  </message>
  <message>
   <source>%1 is ready</source>
   <translation>%1 ist fertig</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ConditionCheck</name>
  <message>
   <source>There is no container %1.</source>
   <translation>Es gibt keinen Container %1.</translation>
  </message>
  <message>
   <source>%1 is %2, and must be %3.</source>
   <translation>%1 ist %2 und muss %3 sein.</translation>
  </message>
  <message>
   <source>%1 has ended with code %2, not with %3.</source>
   <translation>%1 hat mit Code %2 geendet, nicht mit %3.</translation>
  </message>
  <message>
   <source>%1 was killed for lack of memory.</source>
   <translation>%1 wurde aus Mangel an Speicher abgebrochen.</translation>
  </message>
  <message>
   <source>%1 was not killed for lack of memory.</source>
   <translation>%1 wurde nicht aus Mangel an Speicher abgebrochen.</translation>
  </message>
  <message numerus="yes">
   <source>%1 was restarted %n time(s).</source>
   <translation>
    <numerusform>%1 wurde %n-mal neu gestartet.</numerusform>
    <numerusform>%1 wurde %n-mal neu gestartet.</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 has ended with code %2.</source>
   <translation>%1 hat mit Code %2 geendet.</translation>
  </message>
  <message>
   <source>%1 is %2.</source>
   <translation>%1 ist %2.</translation>
  </message>
  <message>
   <source>There is no image %1.</source>
   <translation>Es gibt kein Abbild %1.</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>%1 is %2.</source>
   <comment>path, value</comment>
   <translation>%1 ist %2.</translation>
  </message>
  <message>
   <source>%1 is %2, and must be %3.</source>
   <comment>path, value, wanted</comment>
   <translation>%1 ist %2 und muss %3 sein.</translation>
  </message>
  <message>
   <source>“%1” ends with code %2, not with %3.</source>
   <translation>„%1“ endet mit Code %2, nicht mit %3.</translation>
  </message>
  <message>
   <source>“%1” says “%2”.</source>
   <translation>„%1“ sagt „%2“.</translation>
  </message>
  <message>
   <source>“%1” ends with code %2.</source>
   <translation>„%1“ endet mit Code %2.</translation>
  </message>
  <message numerus="yes">
   <source>%n process(es) in %1 are “%2”.</source>
   <translation>
    <numerusform>%n Prozess in %1 ist „%2“.</numerusform>
    <numerusform>%n Prozesse in %1 sind „%2“.</numerusform>
   </translation>
  </message>
  <message>
   <source>The engine has told of it: %1 %2.</source>
   <comment>container die</comment>
   <translation>Die Engine hat es gemeldet: %1 %2.</translation>
  </message>
  <message>
   <source>The engine has not told of it yet: %1 %2.</source>
   <comment>container die</comment>
   <translation>Die Engine hat es noch nicht gemeldet: %1 %2.</translation>
  </message>
  <message numerus="yes">
   <source>The image %1 has %n layer(s).</source>
   <translation>
    <numerusform>Das Abbild %1 hat %n Schicht.</numerusform>
    <numerusform>Das Abbild %1 hat %n Schichten.</numerusform>
   </translation>
  </message>
  <message>
   <source>There is a volume %1.</source>
   <translation>Es gibt einen Datenträger %1.</translation>
  </message>
  <message>
   <source>There is no volume %1.</source>
   <translation>Es gibt keinen Datenträger %1.</translation>
  </message>
  <message>
   <source>There is a network %1.</source>
   <translation>Es gibt ein Netz %1.</translation>
  </message>
  <message>
   <source>There is no network %1.</source>
   <translation>Es gibt kein Netz %1.</translation>
  </message>
  <message>
   <source>There is no %1 in %2.</source>
   <translation>In %2 gibt es %1 nicht.</translation>
  </message>
  <message>
   <source>%1 says “%2”.</source>
   <translation>In %1 steht „%2“.</translation>
  </message>
  <message>
   <source>%1 is there.</source>
   <translation>%1 ist da.</translation>
  </message>
  <message>
   <source>Port %1 answers “%2”.</source>
   <translation>Port %1 antwortet „%2“.</translation>
  </message>
  <message>
   <source>Port %1 does not answer: %2.</source>
   <translation>Port %1 antwortet nicht: %2.</translation>
  </message>
  <message>
   <source>A test in %1 says so.</source>
   <translation>Ein Test in %1 sagt es.</translation>
  </message>
  <message>
   <source>A test in %1 says no.</source>
   <translation>Ein Test in %1 verneint es.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ContainerModel</name>
  <message>
   <source>%1, %2</source>
   <comment>name, state, for screen readers</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>%1
since %2</source>
   <translation>%1
seit %2</translation>
  </message>
  <message>
   <source>port %1 of the container, not published</source>
   <translation>Port %1 des Containers, nicht veröffentlicht</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Abbild</translation>
  </message>
  <message>
   <source>Ports</source>
   <translation>Ports</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Befehl</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>CPU</source>
   <translation>CPU</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Platte</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Prozesse</translation>
  </message>
  <message>
   <source>Pressure</source>
   <translation>Druck</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ContainerRow</name>
  <message>
   <source>unhealthy</source>
   <translation>krank</translation>
  </message>
  <message>
   <source>running</source>
   <translation>läuft</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>eingefroren</translation>
  </message>
  <message>
   <source>restarting</source>
   <translation>startet neu</translation>
  </message>
  <message>
   <source>created</source>
   <translation>erstellt</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fehlgeschlagen</translation>
  </message>
  <message>
   <source>exited</source>
   <translation>beendet</translation>
  </message>
  <message>
   <source>being removed</source>
   <translation>wird entfernt</translation>
  </message>
  <message>
   <source>dead</source>
   <translation>tot</translation>
  </message>
  <message>
   <source>healthy</source>
   <translation>gesund</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>reason, time</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>%1 for %2</source>
   <comment>state, duration</comment>
   <translation>%1 seit %2</translation>
  </message>
  <message>
   <source>running, %1</source>
   <comment>health</comment>
   <translation>läuft, %1</translation>
  </message>
  <message>
   <source>still starting</source>
   <translation>startet noch</translation>
  </message>
  <message>
   <source>running for %1, %2</source>
   <comment>duration, health</comment>
   <translation>läuft seit %1, %2</translation>
  </message>
  <message>
   <source>no project</source>
   <translation>kein Projekt</translation>
  </message>
  <message>
   <source>no image</source>
   <translation>kein Abbild</translation>
  </message>
  <message>
   <source>no network</source>
   <translation>kein Netz</translation>
  </message>
  <message>
   <source>exit %1: stopped</source>
   <translation>Code %1: angehalten</translation>
  </message>
  <message>
   <source>exit %1: did not stop in time, killed</source>
   <translation>Code %1: endete nicht rechtzeitig, abgebrochen</translation>
  </message>
  <message>
   <source>exit %1: killed by hand</source>
   <translation>Code %1: von Hand abgebrochen</translation>
  </message>
  <message>
   <source>%1 has handed it over to you, to run it and look into it. Only %1 can change or remove it.</source>
   <translation>%1 hat ihn Ihnen übergeben, um ihn laufen zu lassen und hineinzusehen. Nur %1 kann ihn ändern oder entfernen.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ContainerUse</name>
  <message>
   <source>%1 %</source>
   <translation>%1 %</translation>
  </message>
  <message>
   <source>%1/s</source>
   <comment>bytes a second</comment>
   <translation>%1/s</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ContentTree</name>
  <message>
   <source>file</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>link</source>
   <translation>Verweis</translation>
  </message>
  <message>
   <source>device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <source>pipe</source>
   <translation>Röhre</translation>
  </message>
  <message>
   <source>socket</source>
   <translation>Socket</translation>
  </message>
  <message>
   <source>added</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>entfernt</translation>
  </message>
  <message>
   <source>changed inside</source>
   <translation>darin geändert</translation>
  </message>
  <message>
   <source>There are more: type more of the name.</source>
   <translation>Es gibt mehr: mehr vom Namen eingeben.</translation>
  </message>
  <message>
   <source>There are more: search for the others.</source>
   <translation>Es gibt mehr: nach den übrigen suchen.</translation>
  </message>
  <message>
   <source>It cannot be read: %1</source>
   <translation>Er kann nicht gelesen werden: %1</translation>
  </message>
  <message>
   <source>%1 → %2</source>
   <comment>link</comment>
   <translation>%1 → %2</translation>
  </message>
  <message>
   <source>%1
%2 %3, layer %4</source>
   <comment>path, permissions, owner, number</comment>
   <translation>%1
%2 %3, Schicht %4</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>In the first</source>
   <translation>Im ersten</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <source>Rights</source>
   <translation>Rechte</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Besitzer</translation>
  </message>
  <message>
   <source>Modified</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <source>In the second</source>
   <translation>Im zweiten</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ContextTree</name>
  <message>
   <source>cannot be read</source>
   <translation>nicht lesbar</translation>
  </message>
  <message>
   <source>a socket</source>
   <translation>ein Socket</translation>
  </message>
  <message>
   <source>%1 (line %2)</source>
   <comment>pattern</comment>
   <translation>%1 (Zeile %2)</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2. A build that needs it will fail.</source>
   <translation>%1 kann nicht gelesen werden: %2. Ein Build, der es braucht, wird scheitern.</translation>
  </message>
  <message>
   <source>%1 is a socket: builds pass over it.</source>
   <translation>%1 ist ein Socket: Builds übergehen ihn.</translation>
  </message>
  <message>
   <source>%1 is neither file nor folder nor link: images hold no devices.</source>
   <translation>%1 ist weder Datei noch Ordner noch Verweis: Abbilder enthalten keine Geräte.</translation>
  </message>
  <message>
   <source>%1 is left out by %2 of %3.</source>
   <translation>%1 wird durch %2 von %3 ausgelassen.</translation>
  </message>
  <message>
   <source>What is in it is not counted.</source>
   <translation>Was darin ist, wird nicht gezählt.</translation>
  </message>
  <message numerus="yes">
   <source>A part of %1 is left out: %n file(s) go to the build.</source>
   <translation>
    <numerusform>Ein Teil von %1 wird ausgelassen: %n Datei geht an den Build.</numerusform>
    <numerusform>Ein Teil von %1 wird ausgelassen: %n Dateien gehen an den Build.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%1: %n file(s).</source>
   <translation>
    <numerusform>%1: %n Datei.</numerusform>
    <numerusform>%1: %n Dateien.</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 is included by %2 of %3.</source>
   <translation>%1 wird durch %2 von %3 eingeschlossen.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message numerus="yes">
   <source>%n file(s), %1, go to the build</source>
   <translation>
    <numerusform>%n Datei, %1, geht an den Build</numerusform>
    <numerusform>%n Dateien, %1, gehen an den Build</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>More than %n file(s), %1, go to the build</source>
   <translation>
    <numerusform>Mehr als %n Datei, %1, gehen an den Build</numerusform>
    <numerusform>Mehr als %n Dateien, %1, gehen an den Build</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n entry(s) left out</source>
   <translation>
    <numerusform>%n Eintrag ausgelassen</numerusform>
    <numerusform>%n Einträge ausgelassen</numerusform>
   </translation>
  </message>
  <message>
   <source>The folder %1 cannot be read: %2.</source>
   <translation>Der Ordner %1 kann nicht gelesen werden: %2.</translation>
  </message>
  <message>
   <source>Line %1 of %2 is no pattern: %3. Builds fail until it is mended; here nothing is left out.</source>
   <translation>Zeile %1 von %2 ist kein Muster: %3. Builds scheitern, bis das behoben ist; hier wird nichts ausgelassen.</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2. Builds fail until that is mended; here nothing is left out.</source>
   <translation>%1 kann nicht gelesen werden: %2. Builds scheitern, bis das behoben ist; hier wird nichts ausgelassen.</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2.</source>
   <translation>%1 kann nicht gelesen werden: %2.</translation>
  </message>
  <message>
   <source>%1 cannot be left out: %2.</source>
   <translation>%1 kann nicht ausgelassen werden: %2.</translation>
  </message>
  <message>
   <source>%1 cannot be included: %2.</source>
   <translation>%1 kann nicht eingeschlossen werden: %2.</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2.</source>
   <translation>%1 kann nicht geschrieben werden: %2.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::CredentialStore</name>
  <message>
   <source>in the keyring of the desktop</source>
   <translation>im Schlüsselbund des Desktops</translation>
  </message>
  <message>
   <source>in a file that only you can read</source>
   <translation>in einer Datei, die nur Sie lesen können</translation>
  </message>
  <message>
   <source>in docker&apos;s configuration</source>
   <translation>in der Konfiguration von docker</translation>
  </message>
  <message>
   <source>with a credential helper of docker&apos;s</source>
   <translation>bei einem Credential-Helfer von docker</translation>
  </message>
  <message>
   <source>in podman&apos;s configuration</source>
   <translation>in der Konfiguration von podman</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Death</name>
  <message>
   <source>The engine says: %1</source>
   <translation>Die Engine sagt: %1</translation>
  </message>
  <message>
   <source>Change what it could not be started with.</source>
   <translation>Ändern, womit er nicht gestartet werden konnte.</translation>
  </message>
  <message>
   <source>It needed more than the %1 of memory that it may have, and the kernel ended it.</source>
   <translation>Er brauchte mehr als die %1 Speicher, die er haben darf, und der Kernel hat ihn beendet.</translation>
  </message>
  <message>
   <source>The machine had no memory left, and the kernel ended it.</source>
   <translation>Der Computer hatte keinen Speicher mehr, und der Kernel hat ihn beendet.</translation>
  </message>
  <message>
   <source>Give it more memory, or look in its log for what needed so much.</source>
   <translation>Ihm mehr Speicher geben, oder im Protokoll nachsehen, was so viel brauchte.</translation>
  </message>
  <message>
   <source>Free memory on this machine, or give containers a limit each.</source>
   <translation>Auf diesem Computer Speicher freimachen, oder jedem Container eine Grenze geben.</translation>
  </message>
  <message>
   <source>somebody</source>
   <translation>jemandem</translation>
  </message>
  <message>
   <source>you</source>
   <translation>Ihnen</translation>
  </message>
  <message>
   <source>user %1</source>
   <comment>a number</comment>
   <translation>Benutzer %1</translation>
  </message>
  <message>
   <source>It was killed by %1 with %2.</source>
   <translation>Er wurde von %1 mit %2 abgebrochen.</translation>
  </message>
  <message>
   <source>It was stopped by %1, to be started again.</source>
   <translation>Er wurde von %1 angehalten, um neu gestartet zu werden.</translation>
  </message>
  <message>
   <source>It was stopped by %1.</source>
   <translation>Er wurde von %1 angehalten.</translation>
  </message>
  <message numerus="yes">
   <source>It did not end within %n second(s) of %1, and was killed: what it had not saved is lost.</source>
   <translation>
    <numerusform>Er endete nicht innerhalb von %n Sekunde nach %1 und wurde abgebrochen: Was er nicht gesichert hatte, ist verloren.</numerusform>
    <numerusform>Er endete nicht innerhalb von %n Sekunden nach %1 und wurde abgebrochen: Was er nicht gesichert hatte, ist verloren.</numerusform>
   </translation>
  </message>
  <message>
   <source>The first process of a container ignores a signal that it does not handle: let it handle %1, or run it under a small init, or give it more time.</source>
   <translation>Der erste Prozess eines Containers übergeht ein Signal, das er nicht behandelt: ihn %1 behandeln lassen, ihn unter einem kleinen Init ausführen oder ihm mehr Zeit geben.</translation>
  </message>
  <message>
   <source>A command was not found. It is started with: %1</source>
   <translation>Ein Befehl wurde nicht gefunden. Gestartet wird er mit: %1</translation>
  </message>
  <message>
   <source>A command is there and cannot be executed: it is a folder, lacks its executable bit, or is made for another kind of machine. It is started with: %1</source>
   <translation>Ein Befehl ist da, kann aber nicht ausgeführt werden: Er ist ein Ordner, ihm fehlt das Ausführungsrecht, oder er ist für eine andere Art von Computer gemacht. Gestartet wird er mit: %1</translation>
  </message>
  <message>
   <source>Look which programs the image has, and correct the command.</source>
   <translation>Nachsehen, welche Programme das Abbild hat, und den Befehl berichtigen.</translation>
  </message>
  <message>
   <source>It was killed (SIGKILL), and not through this engine&apos;s stop or kill: by a program inside, by the administrator of this machine, or by the kernel.</source>
   <translation>Er wurde abgebrochen (SIGKILL), und nicht durch Anhalten oder Abbrechen in dieser Engine: von einem Programm darin, vom Administrator dieses Computers oder vom Kernel.</translation>
  </message>
  <message>
   <source>Its program crashed (%1): a mistake in the program, or an image for another kind of machine.</source>
   <translation>Sein Programm ist abgestürzt (%1): ein Fehler im Programm, oder ein Abbild für eine andere Art von Computer.</translation>
  </message>
  <message>
   <source>Its program gave up (SIGABRT): it found something in itself that must not be.</source>
   <translation>Sein Programm hat aufgegeben (SIGABRT): Es fand in sich etwas, das nicht sein darf.</translation>
  </message>
  <message>
   <source>It asked the kernel for something that its filter forbids (SIGSYS).</source>
   <translation>Er hat vom Kernel etwas verlangt, das sein Filter verbietet (SIGSYS).</translation>
  </message>
  <message>
   <source>It was asked to end (%1), and not through this engine.</source>
   <translation>Er wurde aufgefordert zu enden (%1), und nicht durch diese Engine.</translation>
  </message>
  <message>
   <source>It was ended by the signal %1.</source>
   <translation>Er wurde durch das Signal %1 beendet.</translation>
  </message>
  <message>
   <source>Its program came to its end, without an error.</source>
   <translation>Sein Programm ist ohne Fehler zu Ende gekommen.</translation>
  </message>
  <message>
   <source>Its program ended itself with the error %1. What that means is the program&apos;s own: its last lines often tell.</source>
   <translation>Sein Programm hat sich selbst mit dem Fehler %1 beendet. Was das heißt, weiß nur das Programm: Seine letzten Zeilen sagen es oft.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Diagnostics</name>
  <message>
   <source>What the window has said</source>
   <translation>Was das Fenster gesagt hat</translation>
  </message>
  <message>
   <source>Versions of the engine</source>
   <translation>Versionen der Engine</translation>
  </message>
  <message>
   <source>What the engine says of itself and the machine</source>
   <translation>Was die Engine von sich und dem Computer sagt</translation>
  </message>
  <message>
   <source>What this engine can do</source>
   <translation>Was diese Engine kann</translation>
  </message>
  <message>
   <source>The containers, without values of labels and command lines</source>
   <translation>Die Container, ohne Werte von Etiketten und ohne Befehlszeilen</translation>
  </message>
  <message>
   <source>%1, without values of variables and labels</source>
   <translation>%1, ohne Werte von Variablen und Etiketten</translation>
  </message>
  <message>
   <source>Versions of this program and of its libraries</source>
   <translation>Versionen dieses Programms und seiner Bibliotheken</translation>
  </message>
  <message>
   <source>(left out)</source>
   <translation>(ausgelassen)</translation>
  </message>
  <message numerus="yes">
   <source>(%n byte(s))</source>
   <translation>
    <numerusform>(%n Byte)</numerusform>
    <numerusform>(%n Byte)</numerusform>
   </translation>
  </message>
  <message>
   <source>Settings of the window, without what was typed</source>
   <translation>Einstellungen des Fensters, ohne Eingegebenes</translation>
  </message>
  <message>
   <source>What this computer&apos;s kernel offers</source>
   <translation>Was der Kernel dieses Computers bietet</translation>
  </message>
  <message>
   <source>The last lines of the engine&apos;s log, where they may be read</source>
   <translation>Die letzten Zeilen des Protokolls der Engine, wo sie gelesen werden dürfen</translation>
  </message>
  <message>
   <source>The answer is no JSON: %1</source>
   <translation>Die Antwort ist kein JSON: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::DockerfileFacts</name>
  <message>
   <source>it is larger than a Dockerfile may be</source>
   <translation>es ist größer, als ein Dockerfile sein darf</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Draft</name>
  <message>
   <source>its folder %1 cannot be written</source>
   <translation>ihr Ordner %1 kann nicht beschrieben werden</translation>
  </message>
  <message>
   <source>What you type is not kept for the case of a crash: %1. Save it soon.</source>
   <translation>Eingaben werden für den Fall eines Absturzes nicht aufgehoben: %1. Bald sichern.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EditedFile</name>
  <message>
   <source>%1 was changed on the disk meanwhile: keep yours or take theirs first</source>
   <translation>%1 wurde inzwischen auf der Platte geändert: zuerst die eigene Fassung behalten oder die andere nehmen</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EngineChoices</name>
  <message>
   <source>Quayside</source>
   <translation>Quayside</translation>
  </message>
  <message>
   <source>Docker of your own</source>
   <translation>Ihr eigenes Docker</translation>
  </message>
  <message>
   <source>Docker</source>
   <translation>Docker</translation>
  </message>
  <message>
   <source>Podman of your own</source>
   <translation>Ihr eigenes Podman</translation>
  </message>
  <message>
   <source>Podman</source>
   <translation>Podman</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Engine</translation>
  </message>
  <message>
   <source>Engine on %1</source>
   <translation>Engine auf %1</translation>
  </message>
  <message>
   <source>%1 on %2</source>
   <comment>name, computer</comment>
   <translation>%1 auf %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EngineSession</name>
  <message>
   <source>You are not allowed to talk to the engine at %1.</source>
   <translation>Sie dürfen mit der Engine unter %1 nicht sprechen.</translation>
  </message>
  <message>
   <source>Nothing answers at %1.</source>
   <translation>Unter %1 antwortet nichts.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EngineStarter</name>
  <message>
   <source>Nothing answers at %1. Start the engine that belongs to this address; this page goes away by itself once it answers.</source>
   <translation>Unter %1 antwortet nichts. Starten Sie die Engine, die zu dieser Adresse gehört; diese Seite geht von selbst weg, sobald sie antwortet.</translation>
  </message>
  <message>
   <source>The program quayside-engine was not found. Install it, or start your engine and come back.</source>
   <translation>Das Programm quayside-engine wurde nicht gefunden. Installieren Sie es, oder starten Sie Ihre Engine und kommen Sie zurück.</translation>
  </message>
  <message>
   <source>Starting it needs the administrator. In a terminal: sudo %1</source>
   <translation>Zum Starten braucht es den Administrator. In einem Terminal: sudo %1</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2</source>
   <translation>%1 kann nicht geschrieben werden: %2</translation>
  </message>
  <message>
   <source>%1 cannot be run: %2</source>
   <translation>%1 kann nicht ausgeführt werden: %2</translation>
  </message>
  <message>
   <source>The engine was not started: permission was not given.</source>
   <translation>Die Engine wurde nicht gestartet: Die Erlaubnis wurde nicht gegeben.</translation>
  </message>
  <message>
   <source>The engine ended at once, with code %1.</source>
   <translation>Die Engine hat sofort geendet, mit Code %1.</translation>
  </message>
  <message>
   <source>The engine did not start: %1</source>
   <translation>Die Engine ist nicht gestartet: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EnterStepOperation</name>
  <message>
   <source>Shell after step %1 of %2</source>
   <translation>Shell nach Schritt %1 von %2</translation>
  </message>
  <message>
   <source>Asking the engine</source>
   <translation>Die Engine wird gefragt</translation>
  </message>
  <message>
   <source>A shell is open in what was there after step %1</source>
   <translation>Eine Shell ist offen in dem, was nach Schritt %1 da war</translation>
  </message>
  <message>
   <source>No shell can be opened after step %1: %2</source>
   <translation>Nach Schritt %1 kann keine Shell geöffnet werden: %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EventModel</name>
  <message>
   <source>%1 was made</source>
   <translation>%1 wurde erstellt</translation>
  </message>
  <message>
   <source>%1 was started</source>
   <translation>%1 wurde gestartet</translation>
  </message>
  <message>
   <source>%1 was stopped</source>
   <translation>%1 wurde angehalten</translation>
  </message>
  <message>
   <source>%1 was sent signal %2</source>
   <translation>%1 bekam das Signal %2</translation>
  </message>
  <message>
   <source>%1 ended with code %2</source>
   <translation>%1 endete mit Code %2</translation>
  </message>
  <message>
   <source>%1 had not enough memory</source>
   <translation>%1 hatte nicht genug Speicher</translation>
  </message>
  <message>
   <source>%1 was restarted</source>
   <translation>%1 wurde neu gestartet</translation>
  </message>
  <message>
   <source>%1 was paused</source>
   <translation>%1 wurde eingefroren</translation>
  </message>
  <message>
   <source>%1 goes on</source>
   <translation>%1 läuft weiter</translation>
  </message>
  <message>
   <source>%1 was removed</source>
   <translation>%1 wurde entfernt</translation>
  </message>
  <message>
   <source>%1 is the new name of %2</source>
   <translation>%2 heißt jetzt %1</translation>
  </message>
  <message>
   <source>The limits of %1 were changed</source>
   <translation>Die Grenzen von %1 wurden geändert</translation>
  </message>
  <message>
   <source>An image was made of %1</source>
   <translation>Aus %1 wurde ein Abbild gemacht</translation>
  </message>
  <message>
   <source>The files of %1 were exported</source>
   <translation>Die Dateien von %1 wurden exportiert</translation>
  </message>
  <message>
   <source>Somebody attached to %1</source>
   <translation>Jemand hat sich mit %1 verbunden</translation>
  </message>
  <message>
   <source>The terminal of %1 has another size</source>
   <translation>Das Terminal von %1 hat eine andere Größe</translation>
  </message>
  <message>
   <source>In %1 is to be run: %2</source>
   <translation>In %1 soll ausgeführt werden: %2</translation>
  </message>
  <message>
   <source>In %1 was run: %2</source>
   <translation>In %1 wurde ausgeführt: %2</translation>
  </message>
  <message>
   <source>What was run in %1 ended</source>
   <translation>Was in %1 ausgeführt wurde, hat geendet</translation>
  </message>
  <message>
   <source>%1 is %2</source>
   <translation>%1 ist %2</translation>
  </message>
  <message>
   <source>%1 was pulled</source>
   <translation>%1 wurde geholt</translation>
  </message>
  <message>
   <source>%1 was pushed</source>
   <translation>%1 wurde hochgeladen</translation>
  </message>
  <message>
   <source>%1 was tagged</source>
   <translation>%1 bekam eine Marke</translation>
  </message>
  <message>
   <source>%1 lost a name</source>
   <translation>%1 hat einen Namen verloren</translation>
  </message>
  <message>
   <source>%1 was imported</source>
   <translation>%1 wurde importiert</translation>
  </message>
  <message>
   <source>%1 was loaded</source>
   <translation>%1 wurde geladen</translation>
  </message>
  <message>
   <source>A container joined %1</source>
   <translation>Ein Container kam zu %1 hinzu</translation>
  </message>
  <message>
   <source>A container left %1</source>
   <translation>Ein Container verließ %1</translation>
  </message>
  <message>
   <source>%1 was mounted</source>
   <translation>%1 wurde eingehängt</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschah</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>%1 is healthy</source>
   <translation>%1 ist gesund</translation>
  </message>
  <message>
   <source>%1 is unhealthy</source>
   <translation>%1 ist krank</translation>
  </message>
  <message>
   <source>%1 is being checked for the first time</source>
   <translation>%1 wird zum ersten Mal geprüft</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Explanations</name>
  <message>
   <source>A capability that this version of Quayside does not know.</source>
   <translation>Ein Recht, das diese Version von Quayside nicht kennt.</translation>
  </message>
  <message>
   <source>Namespaces</source>
   <translation>Namensräume</translation>
  </message>
  <message>
   <source>A namespace gives its processes their own view of one kind of thing, such as process ids or mounts. A container is nothing but processes in such namespaces: the number is the kernel&apos;s name for each.</source>
   <translation>Ein Namensraum gibt seinen Prozessen eine eigene Sicht auf eine Art von Dingen, etwa Prozessnummern oder Einhängungen. Ein Container ist nichts als Prozesse in solchen Namensräumen: Die Nummer ist der Name, den der Kernel jedem gibt.</translation>
  </message>
  <message>
   <source>The host</source>
   <translation>Der Host</translation>
  </message>
  <message>
   <source>The machine&apos;s own namespaces, in which the engine and your desktop run. What a container shares with them it sees and changes as everybody else does.</source>
   <translation>Die Namensräume des Computers selbst, in denen die Engine und Ihr Desktop laufen. Was ein Container mit ihnen teilt, sieht und ändert er wie alle anderen.</translation>
  </message>
  <message>
   <source>User namespace</source>
   <translation>Benutzer-Namensraum</translation>
  </message>
  <message>
   <source>User ids in here stand for other ones outside: root inside is an ordinary user on the host. All other namespaces of the container belong to this one, and capabilities count only in what belongs to it.</source>
   <translation>Benutzer-Ids hier drinnen stehen für andere draußen: root innen ist auf dem Host ein gewöhnlicher Benutzer. Alle anderen Namensräume des Containers gehören zu diesem, und Rechte gelten nur für das, was zu ihm gehört.</translation>
  </message>
  <message>
   <source>Mount namespace</source>
   <translation>Mount-Namensraum</translation>
  </message>
  <message>
   <source>The container has a table of mounts of its own, with its own root. What is mounted here is seen nowhere else, unless a mount is shared on purpose.</source>
   <translation>Der Container hat eine eigene Tabelle der Einhängungen mit eigener Wurzel. Was hier eingehängt ist, sieht man nirgends sonst, es sei denn, eine Einhängung wird absichtlich geteilt.</translation>
  </message>
  <message>
   <source>Process namespace</source>
   <translation>Prozess-Namensraum</translation>
  </message>
  <message>
   <source>Processes are numbered anew from 1 and see only each other; outside each has a second number. When number 1 ends, the kernel ends all the others.</source>
   <translation>Prozesse werden neu ab 1 nummeriert und sehen nur einander; draußen hat jeder eine zweite Nummer. Wenn Nummer 1 endet, beendet der Kernel alle anderen.</translation>
  </message>
  <message>
   <source>Network namespace</source>
   <translation>Netz-Namensraum</translation>
  </message>
  <message>
   <source>Interfaces, addresses, routes, firewall rules and ports of its own. Two containers can both listen at port 80, because each has its own port 80.</source>
   <translation>Eigene Schnittstellen, Adressen, Routen, Firewallregeln und Ports. Zwei Container können beide an Port 80 lauschen, weil jeder seinen eigenen Port 80 hat.</translation>
  </message>
  <message>
   <source>IPC namespace</source>
   <translation>IPC-Namensraum</translation>
  </message>
  <message>
   <source>Shared memory, semaphores and message queues of its own. Processes elsewhere cannot reach them, even with the same key.</source>
   <translation>Eigener gemeinsamer Speicher, eigene Semaphore und Nachrichtenwarteschlangen. Prozesse anderswo erreichen sie nicht, auch nicht mit demselben Schlüssel.</translation>
  </message>
  <message>
   <source>UTS namespace</source>
   <translation>UTS-Namensraum</translation>
  </message>
  <message>
   <source>A host name of its own. The name comes from Unix Time-sharing System, the kernel&apos;s word for what uname says.</source>
   <translation>Ein eigener Rechnername. UTS kommt von Unix Time-sharing System, dem Wort des Kernels für das, was uname sagt.</translation>
  </message>
  <message>
   <source>Cgroup namespace</source>
   <translation>Cgroup-Namensraum</translation>
  </message>
  <message>
   <source>The container sees its own control group as the root of all groups. So it does not learn where it stands on the host, nor what its neighbours are called.</source>
   <translation>Der Container sieht seine eigene Kontrollgruppe als Wurzel aller Gruppen. So erfährt er weder, wo er auf dem Host steht, noch, wie seine Nachbarn heißen.</translation>
  </message>
  <message>
   <source>Time namespace</source>
   <translation>Zeit-Namensraum</translation>
  </message>
  <message>
   <source>Shifts the clocks that count from the start of the machine. Containers seldom have one of their own: it serves processes that were saved and moved.</source>
   <translation>Verschiebt die Uhren, die ab dem Start des Computers zählen. Container haben selten einen eigenen: Er dient Prozessen, die gesichert und an einen anderen Ort gebracht wurden.</translation>
  </message>
  <message>
   <source>A room within</source>
   <translation>Ein Zimmer darin</translation>
  </message>
  <message>
   <source>A process of the container has made itself another namespace of this kind, as a container in the container would be made. It is gone when the last process in it ends.</source>
   <translation>Ein Prozess des Containers hat sich einen weiteren Namensraum dieser Art gemacht, so wie ein Container im Container entstünde. Er verschwindet, wenn der letzte Prozess darin endet.</translation>
  </message>
  <message>
   <source>Map of ids</source>
   <translation>Id-Zuordnung</translation>
  </message>
  <message>
   <source>A range of user ids inside and the ids that the kernel uses for them outside. An id without a map belongs to nobody in here: files of such users show as nobody&apos;s.</source>
   <translation>Ein Bereich von Benutzer-Ids innen und die Ids, die der Kernel draußen für sie verwendet. Eine Id ohne Zuordnung gehört hier niemandem: Dateien solcher Benutzer gehören scheinbar nobody.</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Prozesse</translation>
  </message>
  <message>
   <source>The same processes as on the host, with the numbers of both sides. There is no other kernel below them: the host sees and can end each of them.</source>
   <translation>Dieselben Prozesse wie auf dem Host, mit den Nummern beider Seiten. Unter ihnen liegt kein anderer Kernel: Der Host sieht jeden von ihnen und kann ihn beenden.</translation>
  </message>
  <message>
   <source>Process 1</source>
   <translation>Prozess 1</translation>
  </message>
  <message>
   <source>The first process, which the container was started for. Signals that it does not handle it never gets, it must fetch the exit codes of orphans, and its end is the container&apos;s end.</source>
   <translation>Der erste Prozess, für den der Container gestartet wurde. Signale, die er nicht behandelt, bekommt er nie, er muss die Exit-Codes von Waisen abholen, und sein Ende ist das des Containers.</translation>
  </message>
  <message>
   <source>The stage</source>
   <translation>Die Stage</translation>
  </message>
  <message>
   <source>A small program of the engine outside of the container, that made process 1 and waits for its end. It holds the log and the terminal, so that the engine itself may restart meanwhile.</source>
   <translation>Ein kleines Programm der Engine außerhalb des Containers, das Prozess 1 gemacht hat und auf sein Ende wartet. Es hält das Protokoll und das Terminal, damit die Engine selbst inzwischen neu starten kann.</translation>
  </message>
  <message>
   <source>Came in from outside</source>
   <translation>Von außen gekommen</translation>
  </message>
  <message>
   <source>A process that was not started by another one in the container, but put into its namespaces: a shell in the tab Terminal, or a health check. Its parent has no number in here.</source>
   <translation>Ein Prozess, den kein anderer im Container gestartet hat, sondern der in dessen Namensräume versetzt wurde: eine Shell im Reiter Terminal oder eine Gesundheitsprüfung. Sein Elternprozess hat hier drinnen keine Nummer.</translation>
  </message>
  <message>
   <source>Control group</source>
   <translation>Kontrollgruppe</translation>
  </message>
  <message>
   <source>The kernel counts together what all processes of the container use, and holds it to limits. Namespaces say what one sees, control groups how much one gets.</source>
   <translation>Der Kernel zählt zusammen, was alle Prozesse des Containers verbrauchen, und hält es in Grenzen. Namensräume bestimmen, was man sieht, Kontrollgruppen, wie viel man bekommt.</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>Memory of all its processes with the files that the kernel keeps in memory for them. At the limit the kernel takes back what it can, then kills a process.</source>
   <translation>Der Speicher aller seiner Prozesse samt den Dateien, die der Kernel für sie im Speicher hält. An der Grenze holt sich der Kernel zurück, was er kann, und bricht dann einen Prozess ab.</translation>
  </message>
  <message>
   <source>Processor time</source>
   <translation>Prozessorzeit</translation>
  </message>
  <message>
   <source>The quota is the time that the container may run in each period, on all processors together. Who has used it up waits for the next period: that is counted as throttled.</source>
   <translation>Das Kontingent ist die Zeit, die der Container in jeder Periode laufen darf, auf allen Prozessoren zusammen. Wer es verbraucht hat, wartet auf die nächste Periode: Das wird als gebremst gezählt.</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Gewicht</translation>
  </message>
  <message>
   <source>How much processor time the container gets when others want it too. While nobody else does it gets all, which a quota does not allow.</source>
   <translation>Wie viel Prozessorzeit der Container bekommt, wenn auch andere sie wollen. Solange kein anderer sie will, bekommt er alles; ein Kontingent erlaubt das nicht.</translation>
  </message>
  <message>
   <source>Number of processes</source>
   <translation>Zahl der Prozesse</translation>
  </message>
  <message>
   <source>How many processes and threads there are, and how many there may be. At the limit fork fails: that stops a fork bomb before it takes the whole machine.</source>
   <translation>Wie viele Prozesse und Threads es gibt und wie viele es geben darf. An der Grenze schlägt fork fehl: Das stoppt eine Fork-Bombe, bevor sie den ganzen Computer einnimmt.</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschah</translation>
  </message>
  <message>
   <source>How often a limit was met, and how often a process was killed because of it. They count since the container&apos;s start.</source>
   <translation>Wie oft eine Grenze erreicht und wie oft deswegen ein Prozess abgebrochen wurde. Gezählt wird seit dem Start des Containers.</translation>
  </message>
  <message>
   <source>Pressure</source>
   <translation>Druck</translation>
  </message>
  <message>
   <source>The share of the last seconds in which some processes, or all, had to wait for it. It tells a lack long before something fails.</source>
   <translation>Der Anteil der letzten Sekunden, in dem einige Prozesse oder alle darauf warten mussten. Er zeigt einen Mangel an, lange bevor etwas fehlschlägt.</translation>
  </message>
  <message>
   <source>A file of the control group</source>
   <translation>Eine Datei der Kontrollgruppe</translation>
  </message>
  <message>
   <source>Control groups are folders, and limits are files in them that are written. What stands here is what the kernel holds the container to, whoever wrote it.</source>
   <translation>Kontrollgruppen sind Ordner, und Grenzen sind Dateien darin, in die man schreibt. Was hier steht, setzt der Kernel beim Container durch, wer auch immer es geschrieben hat.</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>The container&apos;s files are layers of its image on top of each other, and one of its own above them. Each path is looked up from the top: the first layer that has it counts.</source>
   <translation>Die Dateien des Containers sind die Schichten seines Abbilds übereinander und eine eigene darüber. Jeder Pfad wird von oben gesucht: Die erste Schicht, die ihn hat, zählt.</translation>
  </message>
  <message>
   <source>The container&apos;s own layer</source>
   <translation>Die eigene Schicht des Containers</translation>
  </message>
  <message>
   <source>All that the container writes, changes or removes is here, and goes with it. A file of a layer below is copied up before its first change.</source>
   <translation>Alles, was der Container schreibt, ändert oder entfernt, liegt hier und verschwindet mit ihm. Eine Datei einer Schicht darunter wird vor ihrer ersten Änderung nach oben kopiert.</translation>
  </message>
  <message>
   <source>A layer of the image</source>
   <translation>Eine Schicht des Abbilds</translation>
  </message>
  <message>
   <source>Made by one instruction and never changed since. All containers of all images that have it share it on the disk.</source>
   <translation>Von einer Anweisung gemacht und seither nie geändert. Alle Container aller Abbilder, die sie haben, teilen sie auf der Platte.</translation>
  </message>
  <message>
   <source>Whiteout</source>
   <translation>Whiteout</translation>
  </message>
  <message>
   <source>A mark that hides what the layers below have. Removing a file in a later layer frees nothing: the file is still in the layer below.</source>
   <translation>Eine Marke, die verbirgt, was die Schichten darunter haben. Eine Datei in einer späteren Schicht zu entfernen, macht nichts frei: Sie liegt noch in der Schicht darunter.</translation>
  </message>
  <message>
   <source>Mounts</source>
   <translation>Einhängungen</translation>
  </message>
  <message>
   <source>All file systems that the container sees, in the kernel&apos;s own list. Whatever is not mounted here is not there for it.</source>
   <translation>Alle Dateisysteme, die der Container sieht, laut der Liste des Kernels selbst. Was hier nicht eingehängt ist, gibt es für ihn nicht.</translation>
  </message>
  <message>
   <source>The root</source>
   <translation>Die Wurzel</translation>
  </message>
  <message>
   <source>An overlay: the layers on top of each other, shown as one tree. It is mounted with its ids shifted, so that the layers on the disk need not be copied for each container.</source>
   <translation>Ein Overlay: die Schichten übereinander, als ein Baum gezeigt. Es ist mit verschobenen Ids eingehängt, damit die Schichten auf der Platte nicht für jeden Container kopiert werden müssen.</translation>
  </message>
  <message>
   <source>/proc</source>
   <translation>/proc</translation>
  </message>
  <message>
   <source>The kernel&apos;s list of processes, as the process namespace has it. Parts that tell or change too much of the machine are hidden or read-only.</source>
   <translation>Die Prozessliste des Kernels, so wie der Prozess-Namensraum sie hat. Teile, die zu viel vom Computer verraten oder ändern ließen, sind verborgen oder nur lesbar.</translation>
  </message>
  <message>
   <source>/sys</source>
   <translation>/sys</translation>
  </message>
  <message>
   <source>The kernel&apos;s tree of devices, read-only. Of networks it shows those of the network namespace.</source>
   <translation>Der Gerätebaum des Kernels, nur lesbar. Von den Netzen zeigt er die des Netz-Namensraums.</translation>
  </message>
  <message>
   <source>Control groups inside</source>
   <translation>Kontrollgruppen innen</translation>
  </message>
  <message>
   <source>The container can read its own limits here, and not change them. Programs that size themselves by their memory look here.</source>
   <translation>Der Container kann hier seine eigenen Grenzen lesen, aber nicht ändern. Programme, die sich nach ihrem Speicher richten, sehen hier nach.</translation>
  </message>
  <message>
   <source>/dev</source>
   <translation>/dev</translation>
  </message>
  <message>
   <source>A small folder of harmless devices, made for this container. The machine&apos;s disks are not in it, and the control group would refuse them.</source>
   <translation>Ein kleiner Ordner harmloser Geräte, für diesen Container gemacht. Die Platten des Computers sind nicht darin, und die Kontrollgruppe würde sie verweigern.</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Datenträger</translation>
  </message>
  <message>
   <source>A folder that the engine keeps apart from all layers. It stays when the container goes, and other containers can have it too.</source>
   <translation>Ein Ordner, den die Engine getrennt von allen Schichten aufhebt. Er bleibt, wenn der Container geht, und andere Container können ihn auch haben.</translation>
  </message>
  <message>
   <source>Folder of the host</source>
   <translation>Ordner des Hosts</translation>
  </message>
  <message>
   <source>The very folder of the host, seen at another place. What the container changes here is changed there.</source>
   <translation>Derselbe Ordner wie auf dem Host, an anderer Stelle zu sehen. Was der Container hier ändert, ist dort geändert.</translation>
  </message>
  <message>
   <source>Folder in memory</source>
   <translation>Ordner im Speicher</translation>
  </message>
  <message>
   <source>Files that are kept in memory and count as such. They are gone with the container&apos;s end.</source>
   <translation>Dateien, die im Speicher liegen und als Speicher zählen. Mit dem Ende des Containers sind sie weg.</translation>
  </message>
  <message>
   <source>A file of the engine</source>
   <translation>Eine Datei der Engine</translation>
  </message>
  <message>
   <source>The engine writes the container&apos;s name, the names of others and the name server into it. It is mounted over the image&apos;s own file.</source>
   <translation>Die Engine schreibt den Namen des Containers, die Namen anderer und den Nameserver hinein. Die Datei ist über die des Abbilds gehängt.</translation>
  </message>
  <message>
   <source>Hidden</source>
   <translation>Verborgen</translation>
  </message>
  <message>
   <source>Something empty is mounted over it. The container would learn from it about the machine, or about others.</source>
   <translation>Etwas Leeres ist darübergehängt. Der Container erführe sonst daraus etwas über den Computer oder über andere.</translation>
  </message>
  <message>
   <source>Read-only</source>
   <translation>Nur lesbar</translation>
  </message>
  <message>
   <source>The same place again, mounted so that nothing can be written. What is set in it is the whole machine&apos;s.</source>
   <translation>Dieselbe Stelle noch einmal, so eingehängt, dass nichts geschrieben werden kann. Was darin eingestellt ist, gilt für den ganzen Computer.</translation>
  </message>
  <message>
   <source>Capabilities</source>
   <translation>Rechte</translation>
  </message>
  <message>
   <source>The power of root in 41 parts that can be given one at a time. Root in the container has those that are listed, and only over what belongs to its user namespace.</source>
   <translation>Die Macht von root in 41 Teilen, die einzeln vergeben werden können. root im Container hat die aufgezählten, und nur über das, was zu seinem Benutzer-Namensraum gehört.</translation>
  </message>
  <message>
   <source>Not given</source>
   <translation>Nicht gegeben</translation>
  </message>
  <message>
   <source>What root on the host could do and root in here can not. No program in the container can get them back, not even one that belongs to root.</source>
   <translation>Was root auf dem Host könnte und root hier drinnen nicht kann. Kein Programm im Container kann diese Rechte zurückbekommen, auch keines, das root gehört.</translation>
  </message>
  <message>
   <source>Sets</source>
   <translation>Mengen</translation>
  </message>
  <message>
   <source>Effective is what counts now, permitted what can be switched on, bounding what can ever be gained. Inheritable and ambient are for handing them on to other programs.</source>
   <translation>Wirksam ist, was jetzt zählt, erlaubt, was sich einschalten lässt, begrenzend, was je zu gewinnen ist. Vererbbar und ambient dienen dazu, Rechte an andere Programme weiterzugeben.</translation>
  </message>
  <message>
   <source>System call filter</source>
   <translation>Systemaufruffilter</translation>
  </message>
  <message>
   <source>A small program that the kernel runs at each system call of the container, and that may refuse it. It keeps calls that containers do not need away from the kernel&apos;s weak spots.</source>
   <translation>Ein kleines Programm, das der Kernel bei jedem Systemaufruf des Containers ausführt und das ihn verweigern kann. Es hält Aufrufe, die Container nicht brauchen, von den Schwachstellen des Kernels fern.</translation>
  </message>
  <message>
   <source>By their arguments</source>
   <translation>Je nach Argumenten</translation>
  </message>
  <message>
   <source>These are allowed in some forms and refused in others. A process may be cloned, for example, but not into a new namespace.</source>
   <translation>Diese sind in manchen Formen erlaubt und in anderen verweigert. So darf ein Prozess geklont werden, aber nicht in einen neuen Namensraum.</translation>
  </message>
  <message>
   <source>No new privileges</source>
   <translation>Keine neuen Rechte</translation>
  </message>
  <message>
   <source>When it is set, no program can gain rights by being started, whatever its file says. sudo and ping with the set-user-id bit do nothing then.</source>
   <translation>Ist das gesetzt, kann kein Programm durch seinen Start Rechte gewinnen, was auch immer seine Datei sagt. sudo und ping mit Set-User-ID-Bit bewirken dann nichts.</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Etikett</translation>
  </message>
  <message>
   <source>The name of the rules of AppArmor or SELinux that hold for these processes. They are checked besides everything else.</source>
   <translation>Der Name der Regeln von AppArmor oder SELinux, die für diese Prozesse gelten. Sie werden zusätzlich zu allem anderen geprüft.</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>The container&apos;s own interfaces, addresses and routes. All that comes in or goes out passes the host&apos;s kernel, which forwards and translates it.</source>
   <translation>Die eigenen Schnittstellen, Adressen und Routen des Containers. Alles, was herein- oder hinausgeht, läuft durch den Kernel des Hosts, der es weiterleitet und übersetzt.</translation>
  </message>
  <message>
   <source>Interface</source>
   <translation>Schnittstelle</translation>
  </message>
  <message>
   <source>One end of a pair: what goes in here comes out of the other end, on the host. That end is plugged into a bridge, as a cable into a switch.</source>
   <translation>Ein Ende eines Paares: Was hier hineingeht, kommt am anderen Ende auf dem Host heraus. Jenes Ende steckt in einer Brücke, wie ein Kabel in einem Switch.</translation>
  </message>
  <message>
   <source>Route</source>
   <translation>Route</translation>
  </message>
  <message>
   <source>Where packets to these addresses go. The default route leads to the bridge&apos;s own address: the host forwards from there.</source>
   <translation>Wohin Pakete an diese Adressen gehen. Die Standardroute führt zur Adresse der Brücke selbst: Von dort leitet der Host weiter.</translation>
  </message>
  <message>
   <source>Waits for connections</source>
   <translation>Wartet auf Verbindungen</translation>
  </message>
  <message>
   <source>A process that listens at a port of the container. From outside it is reached only where the port is published, or from containers of the same network.</source>
   <translation>Ein Prozess, der an einem Port des Containers lauscht. Von außen ist er nur zu erreichen, wo der Port veröffentlicht ist, oder von Containern desselben Netzes.</translation>
  </message>
  <message>
   <source>Name server</source>
   <translation>Nameserver</translation>
  </message>
  <message>
   <source>Who is asked for the address of a name. On networks of your own the engine answers at 127.0.0.11 and knows the other containers by name.</source>
   <translation>Wer nach der Adresse zu einem Namen gefragt wird. In selbst angelegten Netzen antwortet die Engine an 127.0.0.11 und kennt die anderen Container beim Namen.</translation>
  </message>
  <message>
   <source>The way of a packet</source>
   <translation>Der Weg eines Pakets</translation>
  </message>
  <message>
   <source>From a browser to the process that answers, hop by hop. Each step is read from the kernel now.</source>
   <translation>Von einem Browser zu dem Prozess, der antwortet, Station für Station. Jeder Schritt wird jetzt aus dem Kernel gelesen.</translation>
  </message>
  <message>
   <source>Published port</source>
   <translation>Veröffentlichter Port</translation>
  </message>
  <message>
   <source>The address and port of the host that a browser connects to. No program listens there: the kernel changes the packet&apos;s destination before it looks for one.</source>
   <translation>Adresse und Port des Hosts, mit denen sich ein Browser verbindet. Dort lauscht kein Programm: Der Kernel ändert das Ziel des Pakets, bevor er nach einem sucht.</translation>
  </message>
  <message>
   <source>Address translation</source>
   <translation>Adressübersetzung</translation>
  </message>
  <message>
   <source>A rule of nftables replaces the destination by the container&apos;s address and port. Answers are changed back on their way out.</source>
   <translation>Eine Regel von nftables ersetzt das Ziel durch Adresse und Port des Containers. Antworten werden auf dem Weg hinaus zurückgeändert.</translation>
  </message>
  <message>
   <source>Bridge</source>
   <translation>Brücke</translation>
  </message>
  <message>
   <source>A switch in software on the host, with the gateway&apos;s address. All containers of one network are plugged into the same bridge.</source>
   <translation>Ein Switch in Software auf dem Host, mit der Adresse des Gateways. Alle Container eines Netzes stecken in derselben Brücke.</translation>
  </message>
  <message>
   <source>The pair</source>
   <translation>Das Paar</translation>
  </message>
  <message>
   <source>Two interfaces that are one cable: one end on the bridge, the other in the container. It is the only thing that leads through the wall of the network namespace.</source>
   <translation>Zwei Schnittstellen, die ein Kabel sind: ein Ende an der Brücke, das andere im Container. Nichts sonst führt durch die Wand des Netz-Namensraums.</translation>
  </message>
  <message>
   <source>The process that answers</source>
   <translation>Der Prozess, der antwortet</translation>
  </message>
  <message>
   <source>It listens at the container&apos;s port and knows nothing of the way here. Where nobody listens, the connection is refused although the port is published.</source>
   <translation>Er lauscht am Port des Containers und weiß nichts vom Weg hierher. Wo niemand lauscht, wird die Verbindung abgelehnt, obwohl der Port veröffentlicht ist.</translation>
  </message>
  <message>
   <source>A mount of the host</source>
   <translation>Eine Einhängung des Hosts</translation>
  </message>
  <message>
   <source>Still in sight, because the root has not been changed yet. With the change of the root all of them go.</source>
   <translation>Noch in Sicht, weil die Wurzel noch nicht gewechselt ist. Mit dem Wechsel der Wurzel gehen alle.</translation>
  </message>
  <message>
   <source>The host&apos;s rooms</source>
   <translation>Die Räume des Hosts</translation>
  </message>
  <message>
   <source>The computer has one namespace of each kind from its start, and whoever asks for no other is in it. With the same number in both columns the container is in the host&apos;s room as well.</source>
   <translation>Der Rechner hat von seinem Start an von jeder Art einen Namensraum, und wer keinen anderen verlangt, ist darin. Steht in beiden Spalten dieselbe Nummer, so ist auch der Container im Raum des Hosts.</translation>
  </message>
  <message>
   <source>The host&apos;s users</source>
   <translation>Die Benutzer des Hosts</translation>
  </message>
  <message>
   <source>Here each number is the user that it says, and number 0 may do everything. What is root inside shows here as one of the numbers that were given to the container.</source>
   <translation>Hier ist jede Nummer der Benutzer, den sie nennt, und Nummer 0 darf alles. Was innen root ist, erscheint hier als eine der Nummern, die der Container bekommen hat.</translation>
  </message>
  <message>
   <source>The host&apos;s mounts</source>
   <translation>Die Einhängungen des Hosts</translation>
  </message>
  <message>
   <source>The table in which your disks, folders and /proc are. A new mount namespace begins as a copy of it; then the container&apos;s root takes the place of this one.</source>
   <translation>Die Tabelle, in der Ihre Platten, Ordner und /proc stehen. Ein neuer Mount-Namensraum beginnt als Kopie davon; dann tritt die Wurzel des Containers an die Stelle von dieser.</translation>
  </message>
  <message>
   <source>The host&apos;s numbers</source>
   <translation>Die Nummern des Hosts</translation>
  </message>
  <message>
   <source>Here all processes have a number, also those of the containers. So the host can name and end each of them, and they cannot even name one of the host.</source>
   <translation>Hier haben alle Prozesse eine Nummer, auch die der Container. So kann der Host jeden von ihnen nennen und beenden, und sie können nicht einmal einen des Hosts nennen.</translation>
  </message>
  <message>
   <source>The host&apos;s network</source>
   <translation>Das Netz des Hosts</translation>
  </message>
  <message>
   <source>The network cards, the addresses by which others reach this computer, and its ports. A published port is one of these, and a rule leads from it to the container&apos;s.</source>
   <translation>Die Netzwerkkarten, die Adressen, unter denen andere diesen Rechner erreichen, und seine Ports. Ein veröffentlichter Port ist einer davon, und eine Regel führt von ihm zu dem des Containers.</translation>
  </message>
  <message>
   <source>The host&apos;s messages</source>
   <translation>Die Nachrichten des Hosts</translation>
  </message>
  <message>
   <source>Shared memory and message queues of the programs that you use. A container that were in this room could read and break them.</source>
   <translation>Gemeinsamer Speicher und Nachrichtenschlangen der Programme, die Sie benutzen. Ein Container in diesem Raum könnte sie lesen und zerstören.</translation>
  </message>
  <message>
   <source>The host&apos;s name</source>
   <translation>Der Name des Hosts</translation>
  </message>
  <message>
   <source>The name by which this computer is known in its network. What the container calls itself changes nothing here.</source>
   <translation>Der Name, unter dem dieser Rechner in seinem Netz bekannt ist. Wie der Container sich nennt, ändert hier nichts.</translation>
  </message>
  <message>
   <source>The host&apos;s groups</source>
   <translation>Die Gruppen des Hosts</translation>
  </message>
  <message>
   <source>From here the whole tree of control groups is seen, with a group for each container in it. What is the root inside is a branch here.</source>
   <translation>Von hier aus ist der ganze Baum der Kontrollgruppen zu sehen, mit einer Gruppe für jeden Container. Was innen die Wurzel ist, ist hier ein Ast.</translation>
  </message>
  <message>
   <source>The host&apos;s clocks</source>
   <translation>Die Uhren des Hosts</translation>
  </message>
  <message>
   <source>They count since the computer was started. Containers nearly always share them.</source>
   <translation>Sie zählen, seit der Rechner gestartet wurde. Container teilen sie fast immer.</translation>
  </message>
  <message>
   <source>The host&apos;s processes</source>
   <translation>Die Prozesse des Hosts</translation>
  </message>
  <message>
   <source>For the kernel all of them are alike: a container&apos;s are only those that are in other rooms. You see your own ones; root sees all.</source>
   <translation>Für den Kernel sind alle gleich: die eines Containers sind nur jene, die in anderen Räumen sind. Sie sehen Ihre eigenen; root sieht alle.</translation>
  </message>
  <message>
   <source>Process 1 of the host</source>
   <translation>Prozess 1 des Hosts</translation>
  </message>
  <message>
   <source>The first program that the kernel has started, from which all others come. If it ends, the computer stops.</source>
   <translation>Das erste Programm, das der Kernel gestartet hat; von ihm stammen alle anderen ab. Endet es, so steht der Rechner.</translation>
  </message>
  <message>
   <source>The engine</source>
   <translation>Die Engine</translation>
  </message>
  <message>
   <source>It has prepared the container and started its stage, and is not needed while the container runs. So it can be ended or replaced, and the container does not notice.</source>
   <translation>Sie hat den Container vorbereitet und seine Bühne gestartet und wird nicht gebraucht, während er läuft. So kann sie beendet oder ersetzt werden, ohne dass der Container es merkt.</translation>
  </message>
  <message>
   <source>Other users&apos; processes</source>
   <translation>Prozesse anderer Benutzer</translation>
  </message>
  <message>
   <source>They are counted, and not told: no user learns here what another one runs. Of very many only the first are listed.</source>
   <translation>Sie werden gezählt und nicht genannt: Kein Benutzer erfährt hier, was ein anderer laufen lässt. Von sehr vielen stehen nur die ersten in der Liste.</translation>
  </message>
  <message>
   <source>The root of all groups</source>
   <translation>Die Wurzel aller Gruppen</translation>
  </message>
  <message>
   <source>It has no limit but the computer&apos;s own: the memory that is built in, the processors that there are. What is used here includes all containers.</source>
   <translation>Sie hat keine Grenze als die des Rechners: den eingebauten Speicher, die vorhandenen Prozessoren. Was hier verbraucht wird, schließt alle Container ein.</translation>
  </message>
  <message>
   <source>The host&apos;s files</source>
   <translation>Die Dateien des Hosts</translation>
  </message>
  <message>
   <source>They are not in layers: what is changed on a disk is changed for good. A container&apos;s layers are folders among them.</source>
   <translation>Sie liegen nicht in Schichten: Was auf einer Platte geändert wird, ist endgültig geändert. Die Schichten eines Containers sind Ordner unter ihnen.</translation>
  </message>
  <message>
   <source>Mounts of the host</source>
   <translation>Einhängungen des Hosts</translation>
  </message>
  <message>
   <source>What the host has mounted at the same place, or nowhere in the container. After the change of the root no path leads from the container to it.</source>
   <translation>Was der Host an derselben Stelle eingehängt hat oder was es im Container nirgends gibt. Nach dem Wechsel der Wurzel führt kein Pfad mehr vom Container dorthin.</translation>
  </message>
  <message>
   <source>Rights of process 1</source>
   <translation>Rechte von Prozess 1</translation>
  </message>
  <message>
   <source>The first process of the host has every right over this computer. A container&apos;s are a few of them, and with a user namespace of its own they count only for what belongs to that.</source>
   <translation>Der erste Prozess des Hosts hat jedes Recht über diesen Rechner. Ein Container hat wenige davon, und mit einem eigenen Benutzer-Namensraum gelten sie nur für das, was zu diesem gehört.</translation>
  </message>
  <message>
   <source>System calls on the host</source>
   <translation>Systemaufrufe auf dem Host</translation>
  </message>
  <message>
   <source>Programs of the host may ask the kernel for anything; it decides by their rights alone. The container&apos;s filter refuses before the kernel has even looked.</source>
   <translation>Programme des Hosts dürfen den Kernel um alles bitten; er entscheidet allein nach ihren Rechten. Der Filter des Containers lehnt ab, bevor der Kernel überhaupt hingesehen hat.</translation>
  </message>
  <message>
   <source>Nothing is hidden from the first process, and it may start programs that give it more rights. Each of the walls of a container is one that it does not have.</source>
   <translation>Vor dem ersten Prozess ist nichts verborgen, und er darf Programme starten, die ihm mehr Rechte geben. Jede Wand eines Containers ist eine, die er nicht hat.</translation>
  </message>
  <message>
   <source>Network cards, bridges and the outer ends of the cables that lead into containers. An interface of the same name inside is another one.</source>
   <translation>Netzwerkkarten, Brücken und die äußeren Enden der Kabel, die in Container führen. Eine Schnittstelle gleichen Namens innen ist eine andere.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::FileEntry</name>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Link that leads nowhere</source>
   <translation>Verweis, der nirgends hinführt</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>Verweis</translation>
  </message>
  <message>
   <source>Device, pipe or socket</source>
   <translation>Gerät, Röhre oder Socket</translation>
  </message>
  <message>
   <source>mounted</source>
   <translation>eingehängt</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>entfernt</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::FileListing</name>
  <message>
   <source>The folder holds more: these are the first %1. Type a part of a name to find others.</source>
   <translation>Der Ordner enthält mehr: Dies sind die ersten %1. Einen Teil eines Namens eingeben, um andere zu finden.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::FileModel</name>
  <message>
   <source>User %1, group %2</source>
   <translation>Benutzer %1, Gruppe %2</translation>
  </message>
  <message>
   <source>A volume or a folder of the computer is mounted here</source>
   <translation>Hier ist ein Datenträger oder ein Ordner des Computers eingehängt</translation>
  </message>
  <message>
   <source>Since the container was made of its image</source>
   <translation>Seit der Container aus seinem Abbild gemacht wurde</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Besitzer</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>Rechte</translation>
  </message>
  <message>
   <source>Modified</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::FolderListing</name>
  <message>
   <source>The container does not run: only what it has changed is shown.</source>
   <translation>Der Container läuft nicht: Nur was er geändert hat, wird gezeigt.</translation>
  </message>
  <message>
   <source>This image has no shell (/bin/sh): only what the container has changed is shown.</source>
   <translation>Dieses Abbild hat keine Shell (/bin/sh): Nur was der Container geändert hat, wird gezeigt.</translation>
  </message>
  <message>
   <source>The folder holds more than can be shown here.</source>
   <translation>Der Ordner enthält mehr, als hier gezeigt werden kann.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Formatting</name>
  <message>
   <source>The file cannot be formatted: line %1: %2.</source>
   <translation>Die Datei kann nicht formatiert werden: Zeile %1: %2.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::HistoryModel</name>
  <message>
   <source>Instruction</source>
   <translation>Anweisung</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>It changed no files</source>
   <translation>Sie hat keine Dateien geändert</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ImageModel</name>
  <message numerus="yes">
   <source>%n image(s)</source>
   <translation>
    <numerusform>%n Abbild</numerusform>
    <numerusform>%n Abbilder</numerusform>
   </translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>images, names</comment>
   <translation>%1, %2</translation>
  </message>
  <message numerus="yes">
   <source>%n name(s)</source>
   <translation>
    <numerusform>%n Name</numerusform>
    <numerusform>%n Namen</numerusform>
   </translation>
  </message>
  <message>
   <source>(no name)</source>
   <translation>(ohne Namen)</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>nicht benutzt</translation>
  </message>
  <message numerus="yes">
   <source>%n container(s)</source>
   <translation>
    <numerusform>%n Container</numerusform>
    <numerusform>%n Container</numerusform>
   </translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Marke</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>Benutzt von</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ImageSearch</name>
  <message>
   <source>%1, %2 stars. %3</source>
   <comment>image, number, description</comment>
   <translation>%1, %2 Sterne. %3</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ImportOperation</name>
  <message>
   <source>Import %1</source>
   <translation>%1 importieren</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>%1 kann nicht gelesen werden: %2</translation>
  </message>
  <message>
   <source>%1 of %2 sent</source>
   <translation>%1 von %2 gesendet</translation>
  </message>
  <message>
   <source>The engine unpacks it</source>
   <translation>Die Engine entpackt es</translation>
  </message>
  <message>
   <source>Imported as %1</source>
   <translation>Importiert als %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ImportVolumeOperation</name>
  <message>
   <source>Import %1</source>
   <translation>%1 importieren</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>%1 kann nicht gelesen werden: %2</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>es ist ein Ordner</translation>
  </message>
  <message>
   <source>%1 of %2 sent</source>
   <translation>%1 von %2 gesendet</translation>
  </message>
  <message>
   <source>The engine writes it to the disk</source>
   <translation>Die Engine schreibt es auf die Platte</translation>
  </message>
  <message>
   <source>%1 is in the volume %2</source>
   <translation>%1 ist im Datenträger %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LaunchChanges</name>
  <message>
   <source>Namespaces</source>
   <translation>Namensräume</translation>
  </message>
  <message>
   <source>Process</source>
   <translation>Prozess</translation>
  </message>
  <message>
   <source>number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>%1 here, %2 on the host</source>
   <translation>%1 hier, %2 auf dem Host</translation>
  </message>
  <message>
   <source>user</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>user %1 of the host, nobody here</source>
   <translation>Benutzer %1 des Hosts, hier niemand</translation>
  </message>
  <message>
   <source>user %1 here, %2 on the host</source>
   <translation>Benutzer %1 hier, %2 auf dem Host</translation>
  </message>
  <message>
   <source>program</source>
   <translation>Programm</translation>
  </message>
  <message>
   <source>group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>memory limit</source>
   <translation>Speichergrenze</translation>
  </message>
  <message>
   <source>processor time</source>
   <translation>Prozessorzeit</translation>
  </message>
  <message>
   <source>%1 ms in each %2 ms</source>
   <translation>%1 ms in je %2 ms</translation>
  </message>
  <message>
   <source>processes at most</source>
   <translation>Prozesse höchstens</translation>
  </message>
  <message>
   <source>Control group</source>
   <translation>Kontrollgruppe</translation>
  </message>
  <message>
   <source>Mounts</source>
   <translation>Einhängungen</translation>
  </message>
  <message>
   <source>%1 more, %2 less</source>
   <comment>mounts</comment>
   <translation>%1 mehr, %2 weniger</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weitere</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>Capabilities</source>
   <translation>Rechte</translation>
  </message>
  <message>
   <source>effective</source>
   <translation>wirksam</translation>
  </message>
  <message>
   <source>permitted</source>
   <translation>erlaubt</translation>
  </message>
  <message>
   <source>bounding</source>
   <translation>begrenzend</translation>
  </message>
  <message>
   <source>inheritable</source>
   <translation>vererbbar</translation>
  </message>
  <message>
   <source>ambient</source>
   <translation>ambient</translation>
  </message>
  <message>
   <source>System calls</source>
   <translation>Systemaufrufe</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LaunchSteps</name>
  <message>
   <source>%1 µs</source>
   <translation>%1 µs</translation>
  </message>
  <message>
   <source>%1 ms</source>
   <translation>%1 ms</translation>
  </message>
  <message>
   <source>%1 s</source>
   <translation>%1 s</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>next</source>
   <translation>als Nächstes</translation>
  </message>
  <message>
   <source>under way</source>
   <translation>im Gange</translation>
  </message>
  <message>
   <source>to come</source>
   <translation>kommt noch</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fehlgeschlagen</translation>
  </message>
  <message>
   <source>not done</source>
   <translation>nicht getan</translation>
  </message>
  <message>
   <source>engine</source>
   <translation>Engine</translation>
  </message>
  <message>
   <source>stage</source>
   <translation>Stage</translation>
  </message>
  <message>
   <source>process</source>
   <comment>who does it</comment>
   <translation>Prozess</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>step, its state</comment>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>step and state, time</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Dauer</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LayerModel</name>
  <message>
   <source>layer %1</source>
   <translation>Schicht %1</translation>
  </message>
  <message>
   <source>%1, compressed %2</source>
   <translation>%1, gepackt %2</translation>
  </message>
  <message>
   <source>Files that a container sees</source>
   <translation>Dateien, die ein Container sieht</translation>
  </message>
  <message>
   <source>%1 added, %2 changed, %3 removed</source>
   <translation>%1 neu, %2 geändert, %3 entfernt</translation>
  </message>
  <message>
   <source>The whole image, as a container sees it</source>
   <translation>Das ganze Abbild, wie ein Container es sieht</translation>
  </message>
  <message>
   <source>%1, made by:
%2</source>
   <comment>layer 3; instruction</comment>
   <translation>%1, gemacht von:
%2</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <source>Whole image</source>
   <translation>Ganzes Abbild</translation>
  </message>
  <message>
   <source>%1  %2</source>
   <comment>number, instruction</comment>
   <translation>%1  %2</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <source>Wasted</source>
   <translation>Vergeudet</translation>
  </message>
  <message>
   <source>Bytes of lower layers that this layer repeats or removes</source>
   <translation>Bytes unterer Schichten, die diese Schicht wiederholt oder entfernt</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>Prüfsumme</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LayerProgress</name>
  <message>
   <source>Layer</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>is tried again</source>
   <translation>neuer Versuch</translation>
  </message>
  <message>
   <source>waits</source>
   <translation>wartet</translation>
  </message>
  <message>
   <source>is compressed</source>
   <translation>wird gepackt</translation>
  </message>
  <message>
   <source>is sent</source>
   <translation>wird gesendet</translation>
  </message>
  <message>
   <source>comes</source>
   <translation>kommt</translation>
  </message>
  <message>
   <source>is unpacked</source>
   <translation>wird entpackt</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>gesendet</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>was here already</source>
   <translation>war schon hier</translation>
  </message>
  <message>
   <source>is there already</source>
   <translation>ist schon dort</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>%1, %2/s, %3 left</source>
   <comment>1.0 of 9.0 MiB, 2.0 MiB/s, 4 s left</comment>
   <translation>%1, %2/s, noch %3</translation>
  </message>
  <message>
   <source>layer %1 %2 %3</source>
   <comment>its digits, its state, its progress</comment>
   <translation>Schicht %1 %2 %3</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonModel</name>
  <message>
   <source>Lesson</source>
   <translation>Lektion</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>%1 of %2 steps</source>
   <translation>%1/%2 Schritte</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>%1 min</source>
   <translation>%1 min</translation>
  </message>
  <message>
   <source>What it shows</source>
   <translation>Was sie zeigt</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonOffers</name>
  <message>
   <source>A temporary file cannot be written: %1</source>
   <translation>Eine temporäre Datei kann nicht geschrieben werden: %1</translation>
  </message>
  <message>
   <source>%1 was not saved to a file yet.</source>
   <translation>%1 wurde noch nicht in eine Datei gesichert.</translation>
  </message>
  <message>
   <source>The image %1 is not here. Pull it on the page Images, then try again.</source>
   <translation>Das Abbild %1 ist nicht hier. Holen Sie es auf der Seite Abbilder und versuchen Sie es dann noch einmal.</translation>
  </message>
  <message>
   <source>The Dockerfile cannot be written: %1</source>
   <translation>Das Dockerfile kann nicht geschrieben werden: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonReader</name>
  <message>
   <source>The file is larger than 256 KiB. A lesson is a text: keep it short.</source>
   <translation>Die Datei ist größer als 256 KiB. Eine Lektion ist ein Text: Halten Sie sie kurz.</translation>
  </message>
  <message>
   <source>The file is not UTF-8. Save it as UTF-8.</source>
   <translation>Die Datei ist nicht in UTF-8. Sichern Sie sie als UTF-8.</translation>
  </message>
  <message>
   <source>The file is no text: there is a NUL in it.</source>
   <translation>Die Datei ist kein Text: Es steht ein NUL darin.</translation>
  </message>
  <message>
   <source>The first line must be “---”; keys follow, then “---” again, then the text.</source>
   <translation>Die erste Zeile muss „---“ sein; es folgen Schlüssel, dann wieder „---“, dann der Text.</translation>
  </message>
  <message>
   <source>The second line “---” is missing: it ends the keys.</source>
   <translation>Die zweite Zeile „---“ fehlt: Sie beendet die Schlüssel.</translation>
  </message>
  <message>
   <source>The id may have small letters, digits and “-” between them.</source>
   <translation>Die Id darf Kleinbuchstaben, Ziffern und dazwischen „-“ haben.</translation>
  </message>
  <message>
   <source>The id “%1” is not the name of the file. Call the file %1.md.</source>
   <translation>Die Id „%1“ ist nicht der Name der Datei. Nennen Sie die Datei %1.md.</translation>
  </message>
  <message>
   <source>“terminal” names no container of “containers”.</source>
   <translation>„terminal“ nennt keinen Container aus „containers“.</translation>
  </message>
  <message>
   <source>“shelf” is lessons or ancestors.</source>
   <translation>„shelf“ ist lessons oder ancestors.</translation>
  </message>
  <message>
   <source>“minutes” is from 1 to 600.</source>
   <translation>„minutes“ geht von 1 bis 600.</translation>
  </message>
  <message>
   <source>The name of a container may have small letters, digits and “-” between them.</source>
   <translation>Der Name eines Containers darf Kleinbuchstaben, Ziffern und dazwischen „-“ haben.</translation>
  </message>
  <message>
   <source>Two containers have the name “%1”.</source>
   <translation>Zwei Container haben den Namen „%1“.</translation>
  </message>
  <message>
   <source>Leave --name out: the lesson names its containers itself.</source>
   <translation>Lassen Sie --name weg: Die Lektion benennt ihre Container selbst.</translation>
  </message>
  <message>
   <source>This ``` is never closed.</source>
   <translation>Dieses ``` wird nie geschlossen.</translation>
  </message>
  <message>
   <source>The text has no steps: begin each with a line “## Title”.</source>
   <translation>Der Text hat keine Schritte: Beginnen Sie jeden mit einer Zeile „## Titel“.</translation>
  </message>
  <message>
   <source>The text has %1 headings “## …”, and “steps” has %2 entries: they must be as many.</source>
   <translation>Der Text hat %1 Überschriften „## …“, und „steps“ hat %2 Einträge: Es müssen gleich viele sein.</translation>
  </message>
  <message>
   <source>The file cannot be read: %1.</source>
   <translation>Die Datei kann nicht gelesen werden: %1.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonRules</name>
  <message>
   <source>%1 is not possible in lessons</source>
   <translation>%1 ist in Lektionen nicht möglich</translation>
  </message>
  <message>
   <source>--privileged is not for lessons: use --security-opt lab</source>
   <translation>--privileged ist nichts für Lektionen: Benutzen Sie --security-opt lab</translation>
  </message>
  <message>
   <source>Devices of the host are not for lessons</source>
   <translation>Geräte des Hosts sind nichts für Lektionen</translation>
  </message>
  <message>
   <source>Folders of the host are not for lessons: use a volume whose name begins with learn-</source>
   <translation>Ordner des Hosts sind nichts für Lektionen: Benutzen Sie einen Datenträger, dessen Name mit learn- beginnt</translation>
  </message>
  <message>
   <source>Namespaces of the host are not for lessons</source>
   <translation>Namensräume des Hosts sind nichts für Lektionen</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonSession</name>
  <message>
   <source>Not all could be removed: %1</source>
   <translation>Nicht alles konnte entfernt werden: %1</translation>
  </message>
  <message>
   <source>Lessons need the engine, and it does not answer. You can read on; start it to try things.</source>
   <translation>Lektionen brauchen die Engine, und sie antwortet nicht. Sie können weiterlesen; starten Sie sie, um etwas auszuprobieren.</translation>
  </message>
  <message>
   <source>This engine is older than the lesson: it lacks %1.</source>
   <translation>Diese Engine ist älter als die Lektion: Ihr fehlt %1.</translation>
  </message>
  <message>
   <source>This lesson needs Quayside&apos;s own engine: this one lacks %1. Choose the engine in the tool bar.</source>
   <translation>Diese Lektion braucht die Engine von Quayside: Dieser hier fehlt %1. Wählen Sie die Engine in der Werkzeugleiste.</translation>
  </message>
  <message>
   <source>This cannot be done on this machine: read on.</source>
   <translation>Auf diesem Rechner geht das nicht: Lesen Sie weiter.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonStepReader</name>
  <message>
   <source>A step that is checked needs a “hint: …” for those who are stuck.</source>
   <translation>Ein Schritt, der geprüft wird, braucht ein „hint: …“ für alle, die nicht weiterkommen.</translation>
  </message>
  <message>
   <source>There is “solve” without “check”: say what is to be checked.</source>
   <translation>Hier steht „solve“ ohne „check“: Sagen Sie, was zu prüfen ist.</translation>
  </message>
  <message>
   <source>Begin a new line with “- ” for each thing that is checked.</source>
   <translation>Beginnen Sie für alles, was geprüft wird, eine neue Zeile mit „- “.</translation>
  </message>
  <message>
   <source>Write the parts of “%1” in braces: {container: …}.</source>
   <translation>Schreiben Sie die Teile von „%1“ in geschweifte Klammern: {container: …}.</translation>
  </message>
  <message>
   <source>This checks nothing. Possible are: %1.</source>
   <translation>Das prüft nichts. Möglich sind: %1.</translation>
  </message>
  <message>
   <source>“%1” is no state. Possible are: %2.</source>
   <translation>„%1“ ist kein Zustand. Möglich sind: %2.</translation>
  </message>
  <message>
   <source>“run” is missing: the words of a command, as [test, -e, /tmp/done].</source>
   <translation>„run“ fehlt: die Wörter eines Befehls, wie [test, -e, /tmp/done].</translation>
  </message>
  <message>
   <source>The path of a file begins with “/”.</source>
   <translation>Der Pfad einer Datei beginnt mit „/“.</translation>
  </message>
  <message>
   <source>“port” must be a number from 1 to 65535.</source>
   <translation>„port“ muss eine Zahl von 1 bis 65535 sein.</translation>
  </message>
  <message>
   <source>“path” is what the engine is asked for, as /quayside/checkpoint.</source>
   <translation>„path“ ist das, wonach die Engine gefragt wird, wie /quayside/checkpoint.</translation>
  </message>
  <message>
   <source>Say what the value must be: %1.</source>
   <translation>Sagen Sie, was der Wert sein muss: %1.</translation>
  </message>
  <message>
   <source>Two offers have the id “%1”. Give each its own.</source>
   <translation>Zwei Angebote haben die Id „%1“. Geben Sie jedem eine eigene.</translation>
  </message>
  <message>
   <source>An offer has either “run: …” or “act: …”.</source>
   <translation>Ein Angebot hat entweder „run: …“ oder „act: …“.</translation>
  </message>
  <message>
   <source>Give the container a name, as --name learn-%1-two.</source>
   <translation>Geben Sie dem Container einen Namen, wie --name learn-%1-two.</translation>
  </message>
  <message>
   <source>“%1” is no act. Possible are: %2.</source>
   <translation>„%1“ ist keine Handlung. Möglich sind: %2.</translation>
  </message>
  <message>
   <source>“%1” is no size. Write it as 16m or 1g.</source>
   <translation>„%1“ ist keine Größe. Schreiben Sie sie als 16m oder 1g.</translation>
  </message>
  <message>
   <source>Say what is updated: memory, cpus or pids.</source>
   <translation>Sagen Sie, was geändert wird: memory, cpus oder pids.</translation>
  </message>
  <message>
   <source>The name of an image of a lesson begins with learn-%1.</source>
   <translation>Der Name eines Abbilds einer Lektion beginnt mit learn-%1.</translation>
  </message>
  <message>
   <source>There is no container “%1” in this lesson.</source>
   <translation>In dieser Lektion gibt es keinen Container „%1“.</translation>
  </message>
  <message>
   <source>What a lesson makes has a name that begins with %1.</source>
   <translation>Was eine Lektion macht, hat einen Namen, der mit %1 beginnt.</translation>
  </message>
  <message>
   <source>There is no offer “%1” in this step.</source>
   <translation>In diesem Schritt gibt es kein Angebot „%1“.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LimitsOperation</name>
  <message>
   <source>Change the limits of %1</source>
   <translation>Die Grenzen von %1 ändern</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LoadOperation</name>
  <message>
   <source>Load %1</source>
   <translation>%1 laden</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>%1 kann nicht gelesen werden: %2</translation>
  </message>
  <message>
   <source>%1 of %2 sent</source>
   <translation>%1 von %2 gesendet</translation>
  </message>
  <message>
   <source>The engine unpacks it</source>
   <translation>Die Engine entpackt es</translation>
  </message>
  <message>
   <source>Loaded</source>
   <translation>Geladen</translation>
  </message>
  <message>
   <source>Loaded %1</source>
   <translation>%1 geladen</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LogExport</name>
  <message>
   <source>Save a log to %1</source>
   <translation>Ein Protokoll in %1 sichern</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2</source>
   <translation>%1 kann nicht geschrieben werden: %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LogMerger</name>
  <message>
   <source>The log of %1 cannot be read: %2</source>
   <translation>Das Protokoll von %1 kann nicht gelesen werden: %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::NetworkMap</name>
  <message>
   <source>local:%1</source>
   <comment>a port that only this computer reaches</comment>
   <translation>lokal:%1</translation>
  </message>
  <message numerus="yes">
   <source>%n container(s) use this computer&apos;s own interfaces and ports.</source>
   <translation>
    <numerusform>%n Container benutzt die Schnittstellen und Ports dieses Computers.</numerusform>
    <numerusform>%n Container benutzen die Schnittstellen und Ports dieses Computers.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n container(s) have no network at all.</source>
   <translation>
    <numerusform>%n Container hat gar kein Netz.</numerusform>
    <numerusform>%n Container haben gar kein Netz.</numerusform>
   </translation>
  </message>
  <message>
   <source>The network %1: nobody is in it.</source>
   <translation>Das Netz %1: Niemand ist darin.</translation>
  </message>
  <message numerus="yes">
   <source>The network %1: %n container(s) reach each other in it.</source>
   <translation>
    <numerusform>Das Netz %1: %n Container ist darin.</numerusform>
    <numerusform>Das Netz %1: %n Container erreichen einander darin.</numerusform>
   </translation>
  </message>
  <message>
   <source>It is closed: nothing leads out of it, and nothing into it.</source>
   <translation>Es ist abgeschlossen: Nichts führt hinaus und nichts hinein.</translation>
  </message>
  <message>
   <source>By way of this computer they reach others.</source>
   <translation>Über diesen Computer erreichen sie andere.</translation>
  </message>
  <message>
   <source>Its containers are neighbours of this computer on the same wire (%1).</source>
   <translation>Seine Container sind Nachbarn dieses Computers an derselben Leitung (%1).</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <comment>network, address in it</comment>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>%1, %2, is in: %3</source>
   <comment>container, its state, networks</comment>
   <translation>%1, %2, ist in: %3</translation>
  </message>
  <message>
   <source>Port %1 of this computer leads to port %2 of %3, for programs of this computer only.</source>
   <translation>Port %1 dieses Computers führt zu Port %2 von %3, nur für Programme dieses Computers.</translation>
  </message>
  <message>
   <source>Port %1 of this computer leads to port %2 of %3.</source>
   <translation>Port %1 dieses Computers führt zu Port %2 von %3.</translation>
  </message>
  <message numerus="yes">
   <source>+%n more</source>
   <translation>
    <numerusform>+%n weiterer</numerusform>
    <numerusform>+%n weitere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more container(s) of %1. Return shows all of them.</source>
   <translation>
    <numerusform>%n weiterer Container von %1. Die Eingabetaste zeigt alle.</numerusform>
    <numerusform>%n weitere Container von %1. Die Eingabetaste zeigt alle.</numerusform>
   </translation>
  </message>
  <message>
   <source>closed</source>
   <translation>abgeschlossen</translation>
  </message>
  <message numerus="yes">
   <source>%n not running</source>
   <translation>
    <numerusform>%n läuft nicht</numerusform>
    <numerusform>%n laufen nicht</numerusform>
   </translation>
  </message>
  <message>
   <source>nobody in it</source>
   <translation>niemand darin</translation>
  </message>
  <message>
   <source>This computer, %1. %2</source>
   <comment>its name, its interfaces</comment>
   <translation>Dieser Computer, %1. %2</translation>
  </message>
  <message>
   <source>%1, the way out:</source>
   <translation>%1, der Weg hinaus:</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::NetworkModel</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Treiber</translation>
  </message>
  <message>
   <source>%1, internal</source>
   <translation>%1, abgeschlossen</translation>
  </message>
  <message>
   <source>Addresses</source>
   <translation>Adressen</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>Benutzt von</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Notices</name>
  <message>
   <source>%1 has crashed</source>
   <translation>%1 ist abgestürzt</translation>
  </message>
  <message numerus="yes">
   <source>%n times within a minute, the last time: %1</source>
   <translation>
    <numerusform>%n Mal in einer Minute, zuletzt: %1</numerusform>
    <numerusform>%n Mal in einer Minute, zuletzt: %1</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 is unhealthy</source>
   <translation>%1 ist krank</translation>
  </message>
  <message>
   <source>It runs, but its health check fails.</source>
   <translation>Er läuft, aber seine Gesundheitsprüfung schlägt fehl.</translation>
  </message>
  <message>
   <source>The disk is getting full</source>
   <translation>Die Platte wird voll</translation>
  </message>
  <message>
   <source>%1 are free where the engine keeps images and volumes. Tidying up may free some.</source>
   <translation>%1 sind frei, wo die Engine Abbilder und Datenträger aufhebt. Aufräumen kann etwas freigeben.</translation>
  </message>
  <message>
   <source>Built: %1</source>
   <translation>Gebaut: %1</translation>
  </message>
  <message>
   <source>Not built: %1</source>
   <translation>Nicht gebaut: %1</translation>
  </message>
  <message>
   <source>a container has cra&amp;shed</source>
   <translation>ein Container &amp;abgestürzt ist</translation>
  </message>
  <message>
   <source>a container is &amp;unhealthy</source>
   <translation>ein Container &amp;krank ist</translation>
  </message>
  <message>
   <source>a build has &amp;finished</source>
   <translation>ein Build f&amp;ertig ist</translation>
  </message>
  <message>
   <source>a build has fai&amp;led</source>
   <translation>ein Build ge&amp;scheitert ist</translation>
  </message>
  <message>
   <source>the &amp;disk is getting full</source>
   <translation>die &amp;Platte voll wird</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Operation</name>
  <message>
   <source>Cancelled</source>
   <translation>Abgebrochen</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::PackageModel</name>
  <message>
   <source>%1: %2</source>
   <comment>package, what it is</comment>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>Paket</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Architecture</source>
   <translation>Architektur</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <source>Installed by layer %1</source>
   <translation>Von Schicht %1 installiert</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>Database</source>
   <translation>Datenbank</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>Kurz gesagt</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::PullOperation</name>
  <message>
   <source>Pull all tags of %1</source>
   <translation>Alle Tags von %1 holen</translation>
  </message>
  <message>
   <source>Pull %1</source>
   <translation>%1 holen</translation>
  </message>
  <message>
   <source>%1 was here already, and is the newest</source>
   <translation>%1 war schon hier und ist das neueste</translation>
  </message>
  <message>
   <source>%1 is here</source>
   <translation>%1 ist hier</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::PushOperation</name>
  <message>
   <source>Push %1</source>
   <translation>%1 hochladen</translation>
  </message>
  <message>
   <source>%1 is in %2</source>
   <comment>image, registry</comment>
   <translation>%1 ist in %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RecreateOperation</name>
  <message>
   <source>Make %1 anew</source>
   <translation>%1 neu machen</translation>
  </message>
  <message>
   <source>Exchanging their names</source>
   <translation>Die Namen werden getauscht</translation>
  </message>
  <message>
   <source>Stopping the old one</source>
   <translation>Der alte wird angehalten</translation>
  </message>
  <message>
   <source>Starting the new one</source>
   <translation>Der neue wird gestartet</translation>
  </message>
  <message>
   <source>Pausing the new one</source>
   <translation>Der neue wird eingefroren</translation>
  </message>
  <message>
   <source>Bringing the old one back</source>
   <translation>Der alte wird zurückgeholt</translation>
  </message>
  <message>
   <source>%1 is back as it was, because the new one could not take its place: %2</source>
   <translation>%1 ist wieder, wie er war, denn der neue konnte seinen Platz nicht einnehmen: %2</translation>
  </message>
  <message>
   <source>The new container could not take the place of %1 (%2), and the old one is not back: %3</source>
   <translation>Der neue Container konnte den Platz von %1 nicht einnehmen (%2), und der alte ist nicht zurück: %3</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Removing the old one</source>
   <translation>Der alte wird entfernt</translation>
  </message>
  <message>
   <source>The old container is still here: %1</source>
   <translation>Der alte Container ist noch da: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RecreatePlan</name>
  <message>
   <source>the name %1</source>
   <translation>der Name %1</translation>
  </message>
  <message>
   <source>the image %1</source>
   <translation>das Abbild %1</translation>
  </message>
  <message>
   <source>the network %1</source>
   <translation>das Netz %1</translation>
  </message>
  <message>
   <source>files that it changed outside of volumes and mounted folders</source>
   <translation>Dateien, die er außerhalb von Datenträgern und eingehängten Ordnern geändert hat</translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) or folder(s) that it changed outside of volumes and mounted folders</source>
   <translation>
    <numerusform>%n Datei oder Ordner, außerhalb von Datenträgern und eingehängten Ordnern geändert</numerusform>
    <numerusform>%n Dateien oder Ordner, außerhalb von Datenträgern und eingehängten Ordnern geändert</numerusform>
   </translation>
  </message>
  <message>
   <source>its log and its id</source>
   <translation>sein Protokoll und seine Id</translation>
  </message>
  <message>
   <source>the way back: it was made to be removed as soon as it ends (--rm)</source>
   <translation>der Weg zurück: Er wird entfernt, sobald er endet (--rm)</translation>
  </message>
  <message>
   <source>the folder %1</source>
   <translation>der Ordner %1</translation>
  </message>
  <message>
   <source>the volume %1</source>
   <translation>der Datenträger %1</translation>
  </message>
  <message>
   <source>the volume without a name in %1</source>
   <translation>der Datenträger ohne Namen in %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RegistryModel</name>
  <message>
   <source>not asked yet</source>
   <translation>noch nicht gefragt</translation>
  </message>
  <message>
   <source>is asked…</source>
   <translation>wird gefragt …</translation>
  </message>
  <message>
   <source>not reachable</source>
   <translation>nicht erreichbar</translation>
  </message>
  <message>
   <source>reachable, not encrypted</source>
   <translation>erreichbar, unverschlüsselt</translation>
  </message>
  <message>
   <source>reachable, encrypted</source>
   <translation>erreichbar, verschlüsselt</translation>
  </message>
  <message>
   <source>reachable, encrypted, not verified</source>
   <translation>erreichbar, verschlüsselt, ungeprüft</translation>
  </message>
  <message>
   <source>not logged in</source>
   <translation>nicht angemeldet</translation>
  </message>
  <message>
   <source>logged in</source>
   <translation>angemeldet</translation>
  </message>
  <message>
   <source>Registry</source>
   <translation>Registry</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Anmeldung</translation>
  </message>
  <message>
   <source>The login is kept %1.</source>
   <translation>Die Anmeldung liegt %1.</translation>
  </message>
  <message>
   <source>Images here</source>
   <translation>Abbilder hier</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RunOperation</name>
  <message>
   <source>Run %1</source>
   <translation>%1 starten</translation>
  </message>
  <message>
   <source>Create a container of %1</source>
   <translation>Einen Container aus %1 erstellen</translation>
  </message>
  <message>
   <source>Creating the container</source>
   <translation>Der Container wird erstellt</translation>
  </message>
  <message>
   <source>Pulling %1</source>
   <translation>%1 wird geholt</translation>
  </message>
  <message>
   <source>%1 is not here, and pulling it failed: %2</source>
   <translation>%1 ist nicht hier, und das Holen ist gescheitert: %2</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Starting the container</source>
   <translation>Der Container wird gestartet</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Gestartet</translation>
  </message>
  <message>
   <source>Pulling %1: %2</source>
   <translation>%1 wird geholt: %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RunOptions</name>
  <message>
   <source>Privileged: the container can do anything that the administrator of this machine can.</source>
   <translation>Privilegiert: Der Container kann alles, was der Administrator dieses Computers kann.</translation>
  </message>
  <message>
   <source>Host network: the container reaches everything that listens on this machine, and can listen anywhere.</source>
   <translation>Netz des Hosts: Der Container erreicht alles, was auf diesem Computer lauscht, und kann selbst überall lauschen.</translation>
  </message>
  <message>
   <source>Host processes: the container sees the processes of this machine and may signal them.</source>
   <translation>Prozesse des Hosts: Der Container sieht die Prozesse dieses Computers und darf ihnen Signale senden.</translation>
  </message>
  <message>
   <source>Host IPC: the container shares the memory segments of this machine&apos;s programs.</source>
   <translation>IPC des Hosts: Der Container teilt die Speichersegmente der Programme dieses Computers.</translation>
  </message>
  <message>
   <source>Host users: root in the container is root of this machine.</source>
   <translation>Benutzer des Hosts: root im Container ist root dieses Computers.</translation>
  </message>
  <message>
   <source>Device %1: the container talks to this hardware directly.</source>
   <translation>Gerät %1: Der Container spricht unmittelbar mit dieser Hardware.</translation>
  </message>
  <message>
   <source>All capabilities: most of what keeps root in the container harmless is gone.</source>
   <translation>Alle Rechte: Das meiste von dem, was root im Container harmlos macht, ist weg.</translation>
  </message>
  <message>
   <source>Capability %1: root in the container may do more than usual.</source>
   <translation>Recht %1: root im Container darf mehr als üblich.</translation>
  </message>
  <message>
   <source>%1: a filter between the container and the kernel is off.</source>
   <translation>%1: Ein Filter zwischen dem Container und dem Kernel ist abgeschaltet.</translation>
  </message>
  <message>
   <source>The whole file system of this machine is open to the container.</source>
   <translation>Das ganze Dateisystem dieses Computers steht dem Container offen.</translation>
  </message>
  <message>
   <source>%1 is a socket: through it the container may command the program behind.</source>
   <translation>%1 ist ein Socket: Durch ihn kann der Container dem Programm dahinter Befehle geben.</translation>
  </message>
  <message>
   <source>The container can change everything in %1.</source>
   <translation>Der Container kann alles in %1 ändern.</translation>
  </message>
  <message>
   <source>Published ports can be reached from other machines too; put 127.0.0.1 in front to keep them here.</source>
   <translation>Veröffentlichte Ports sind auch von anderen Computern erreichbar; mit 127.0.0.1 davor bleiben sie hier.</translation>
  </message>
  <message>
   <source>Out of memory: the kernel ends other programs of this machine before this container.</source>
   <translation>Speicher erschöpft: Der Kernel beendet andere Programme dieses Computers vor diesem Container.</translation>
  </message>
  <message>
   <source>choose an image first</source>
   <translation>wählen Sie zuerst ein Abbild</translation>
  </message>
  <message>
   <source>Lab: programs in it may mount and make namespaces, in the container only; they reach more of the kernel than those of other containers.</source>
   <translation>Labor: Programme darin dürfen einhängen und Namensräume machen, aber nur im Container; sie erreichen mehr vom Kernel als die anderer Container.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::SavingOperation</name>
  <message>
   <source>%1 cannot be written: %2</source>
   <translation>%1 kann nicht geschrieben werden: %2</translation>
  </message>
  <message>
   <source>%1 written</source>
   <translation>%1 geschrieben</translation>
  </message>
  <message>
   <source>Saved to %1</source>
   <translation>Gesichert in %1</translation>
  </message>
  <message>
   <source>Export %1</source>
   <translation>%1 exportieren</translation>
  </message>
  <message>
   <source>the archive ended before the file did</source>
   <translation>das Archiv endete vor der Datei</translation>
  </message>
  <message>
   <source>Download %1</source>
   <translation>%1 herunterladen</translation>
  </message>
  <message>
   <source>Save %1</source>
   <translation>%1 sichern</translation>
  </message>
  <message numerus="yes">
   <source>Save %n image(s)</source>
   <translation>
    <numerusform>%n Abbild sichern</numerusform>
    <numerusform>%n Abbilder sichern</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::SetupSection</name>
  <message>
   <source>Mounts</source>
   <translation>Einhängungen</translation>
  </message>
  <message>
   <source>Networks</source>
   <translation>Netze</translation>
  </message>
  <message>
   <source>Ports</source>
   <translation>Ports</translation>
  </message>
  <message>
   <source>Environment</source>
   <translation>Umgebung</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Grenzen</translation>
  </message>
  <message>
   <source>Security</source>
   <translation>Sicherheit</translation>
  </message>
  <message>
   <source>volume</source>
   <translation>Datenträger</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>read only</source>
   <translation>nur lesen</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <comment>source, kind</comment>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>memory (%1)</source>
   <translation>Speicher (%1)</translation>
  </message>
  <message>
   <source>gateway %1</source>
   <translation>Gateway %1</translation>
  </message>
  <message>
   <source>also called %1</source>
   <translation>auch %1 genannt</translation>
  </message>
  <message>
   <source>connected</source>
   <translation>verbunden</translation>
  </message>
  <message>
   <source>Host name</source>
   <translation>Rechnername</translation>
  </message>
  <message>
   <source>DNS servers</source>
   <translation>DNS-Server</translation>
  </message>
  <message>
   <source>Hosts it knows</source>
   <translation>Bekannte Rechner</translation>
  </message>
  <message>
   <source>not published</source>
   <translation>nicht veröffentlicht</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>keine Grenze</translation>
  </message>
  <message>
   <source>CPUs</source>
   <translation>CPUs</translation>
  </message>
  <message>
   <source>Memory kept for it</source>
   <translation>Reservierter Speicher</translation>
  </message>
  <message>
   <source>Which CPUs</source>
   <translation>Welche CPUs</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Prozesse</translation>
  </message>
  <message>
   <source>Shared memory</source>
   <translation>Gemeinsamer Speicher</translation>
  </message>
  <message>
   <source>Restart</source>
   <translation>Neustart</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Privileged</source>
   <translation>Privilegiert</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>Its own files</source>
   <translation>Seine eigenen Dateien</translation>
  </message>
  <message>
   <source>Capabilities added</source>
   <translation>Hinzugefügte Rechte</translation>
  </message>
  <message>
   <source>Capabilities dropped</source>
   <translation>Weggenommene Rechte</translation>
  </message>
  <message>
   <source>Security options</source>
   <translation>Sicherheitsoptionen</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Besitzer</translation>
  </message>
  <message>
   <source>Handed over to</source>
   <translation>Übergeben an</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Shelf</name>
  <message>
   <source>The folder is not there. Choose another one.</source>
   <translation>Der Ordner ist nicht da. Wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>There are no lessons here: files whose names end in .md.</source>
   <translation>Hier sind keine Lektionen: Dateien, deren Namen auf .md enden.</translation>
  </message>
  <message>
   <source>More than %1 files: only the first ones are read.</source>
   <translation>Mehr als %1 Dateien: Nur die ersten werden gelesen.</translation>
  </message>
  <message>
   <source>There is a lesson “%1” already. Give this one another id.</source>
   <translation>Eine Lektion „%1“ gibt es schon. Geben Sie dieser eine andere Id.</translation>
  </message>
  <message>
   <source>The id “%1” and that of the lesson “%2” begin alike. Give this one another id.</source>
   <translation>Die Id „%1“ und die der Lektion „%2“ beginnen gleich. Geben Sie dieser eine andere Id.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::StepTexts</name>
  <message>
   <source>The last call of this step is the one that failed: look at its result.</source>
   <translation>Der letzte Aufruf dieses Schritts ist der, der fehlschlug: Sehen Sie sein Ergebnis an.</translation>
  </message>
  <message>
   <source>Make the control group</source>
   <translation>Kontrollgruppe anlegen</translation>
  </message>
  <message>
   <source>A control group is a folder, and limits are written to files in it. It is there before the first process, so that not even the launch itself escapes the limits.</source>
   <translation>Eine Kontrollgruppe ist ein Ordner, und Grenzen werden in Dateien darin geschrieben. Es gibt sie vor dem ersten Prozess, damit nicht einmal der Start selbst den Grenzen entgeht.</translation>
  </message>
  <message>
   <source>Look at the limits: the kernel may refuse one of them.</source>
   <translation>Sehen Sie die Grenzen an: Vielleicht verweigert der Kernel eine davon.</translation>
  </message>
  <message>
   <source>Make the process</source>
   <translation>Prozess erzeugen</translation>
  </message>
  <message>
   <source>One call makes a copy of the stage that lives in namespaces of its own and in the control group from its first instruction. There is no container yet, only this process, which is changed step by step until it is one.</source>
   <translation>Ein Aufruf macht eine Kopie der Stage, die von ihrem ersten Befehl an in eigenen Namensräumen und in der Kontrollgruppe lebt. Noch gibt es keinen Container, nur diesen Prozess, der Schritt für Schritt geändert wird, bis er einer ist.</translation>
  </message>
  <message>
   <source>The machine may lack memory, or allow no more namespaces.</source>
   <translation>Vielleicht fehlt dem Computer Speicher, oder er erlaubt keine weiteren Namensräume.</translation>
  </message>
  <message>
   <source>Map the ids</source>
   <translation>Ids zuordnen</translation>
  </message>
  <message>
   <source>The stage writes which user ids of the host stand behind those inside. Only now is the process somebody in its user namespace; a process could never write its own map so freely.</source>
   <translation>Die Stage schreibt, welche Benutzer-Ids des Hosts hinter denen im Inneren stehen. Erst jetzt ist der Prozess jemand in seinem Benutzer-Namensraum; so frei könnte ein Prozess seine eigene Zuordnung nie schreiben.</translation>
  </message>
  <message>
   <source>The range of ids of this user may be taken: look at the engine&apos;s log.</source>
   <translation>Vielleicht ist der Id-Bereich dieses Benutzers schon vergeben: siehe das Protokoll der Engine.</translation>
  </message>
  <message>
   <source>Set the limits of the process</source>
   <translation>Grenzen des Prozesses setzen</translation>
  </message>
  <message>
   <source>Limits that belong to a process, not to a group: open files, size of a core dump, and how readily the kernel kills it when memory runs out. They are handed down to all that it starts.</source>
   <translation>Grenzen, die zu einem Prozess gehören, nicht zu einer Gruppe: offene Dateien, Größe eines Speicherabzugs und wie bereitwillig der Kernel ihn abbricht, wenn der Speicher ausgeht. Sie vererben sich an alles, was er startet.</translation>
  </message>
  <message>
   <source>Lower the limits (ulimit) of the container.</source>
   <translation>Senken Sie die Grenzen (ulimit) des Containers.</translation>
  </message>
  <message>
   <source>Set up the network</source>
   <translation>Netz einrichten</translation>
  </message>
  <message>
   <source>The engine makes a pair of interfaces, plugs one end into the bridge and puts the other one into the container&apos;s network namespace. Addresses, routes and published ports follow.</source>
   <translation>Die Engine macht ein Paar von Schnittstellen, steckt ein Ende in die Brücke und setzt das andere in den Netz-Namensraum des Containers. Adressen, Routen und veröffentlichte Ports folgen.</translation>
  </message>
  <message>
   <source>A published port may be taken by another program: choose another one, or ask the port doctor.</source>
   <translation>Vielleicht ist ein veröffentlichter Port von einem anderen Programm belegt: Wählen Sie einen anderen, oder fragen Sie die Portdiagnose.</translation>
  </message>
  <message>
   <source>Become root inside</source>
   <translation>Innen root werden</translation>
  </message>
  <message>
   <source>The process takes user 0 of its user namespace. It has all capabilities in there and none outside: root inside is an ordinary user on the host.</source>
   <translation>Der Prozess wird Benutzer 0 seines Benutzer-Namensraums. Dort hat er alle Rechte und draußen keine: root innen ist auf dem Host ein gewöhnlicher Benutzer.</translation>
  </message>
  <message>
   <source>Enter the control groups</source>
   <translation>Kontrollgruppen betreten</translation>
  </message>
  <message>
   <source>From here on the kernel counts what the process uses with the container&apos;s group, and holds it to the group&apos;s limits. All that it starts stays in the group.</source>
   <translation>Von hier an zählt der Kernel den Verbrauch des Prozesses bei der Gruppe des Containers mit und hält ihn in deren Grenzen. Alles, was er startet, bleibt in der Gruppe.</translation>
  </message>
  <message>
   <source>The group may be gone: start the container again.</source>
   <translation>Vielleicht ist die Gruppe weg: Starten Sie den Container noch einmal.</translation>
  </message>
  <message>
   <source>Make its group the root of groups</source>
   <translation>Gruppe zur Wurzel der Gruppen machen</translation>
  </message>
  <message>
   <source>A cgroup namespace begins where its maker stands: the container sees its own group as the topmost one. It does not learn where on the host that is.</source>
   <translation>Ein Cgroup-Namensraum beginnt dort, wo sein Erzeuger steht: Der Container sieht seine eigene Gruppe als oberste. Wo auf dem Host das ist, erfährt er nicht.</translation>
  </message>
  <message>
   <source>Set the host name</source>
   <translation>Rechnernamen setzen</translation>
  </message>
  <message>
   <source>The UTS namespace is the process&apos;s own, so it may name the machine as it likes. Outside nothing changes.</source>
   <translation>Der UTS-Namensraum gehört dem Prozess, also darf er den Rechner nennen, wie er will. Draußen ändert sich nichts.</translation>
  </message>
  <message>
   <source>A host name has at most 64 characters: choose a shorter one.</source>
   <translation>Ein Rechnername hat höchstens 64 Zeichen: Wählen Sie einen kürzeren.</translation>
  </message>
  <message>
   <source>Keep its mounts to itself</source>
   <translation>Einhängungen für sich behalten</translation>
  </message>
  <message>
   <source>The mount namespace began as a copy of the host&apos;s table. All of it is made private, so that no mount of the container is ever seen outside.</source>
   <translation>Der Mount-Namensraum begann als Kopie der Tabelle des Hosts. Sie wird ganz privat gemacht, damit keine Einhängung des Containers je draußen zu sehen ist.</translation>
  </message>
  <message>
   <source>Mount the root file system</source>
   <translation>Wurzeldateisystem einhängen</translation>
  </message>
  <message>
   <source>The layers are mounted on top of each other as one tree, with the container&apos;s own layer on top. It is not yet the root of the process: it still sees the host&apos;s files as well.</source>
   <translation>Die Schichten werden übereinander als ein Baum eingehängt, die eigene Schicht des Containers zuoberst. Noch ist er nicht die Wurzel des Prozesses: Der sieht auch noch die Dateien des Hosts.</translation>
  </message>
  <message>
   <source>A layer may be damaged or the disk full: see System, Disk.</source>
   <translation>Vielleicht ist eine Schicht beschädigt oder die Platte voll: siehe System, Platte.</translation>
  </message>
  <message>
   <source>Mount all the rest</source>
   <translation>Alles Übrige einhängen</translation>
  </message>
  <message>
   <source>/proc, /sys, /dev, volumes and folders of the host are mounted inside the new root. A new /proc or /sys is only allowed while the host&apos;s are in sight, so this comes before the root is changed.</source>
   <translation>/proc, /sys, /dev, Datenträger und Ordner des Hosts werden in der neuen Wurzel eingehängt. Ein neues /proc oder /sys ist nur erlaubt, solange das des Hosts in Sicht ist, darum kommt dies vor dem Wechsel der Wurzel.</translation>
  </message>
  <message>
   <source>A folder or volume may be missing, or not yours to read: look at the files of the container&apos;s options.</source>
   <translation>Vielleicht fehlt ein Ordner oder Datenträger, oder Sie dürfen ihn nicht lesen: Sehen Sie die Dateien in den Optionen des Containers an.</translation>
  </message>
  <message>
   <source>Write kernel parameters</source>
   <translation>Kernel-Parameter schreiben</translation>
  </message>
  <message>
   <source>Parameters that belong to the container&apos;s own namespaces are written to /proc/sys. It is made read-only soon after.</source>
   <translation>Parameter, die zu den eigenen Namensräumen des Containers gehören, werden in /proc/sys geschrieben. Bald danach wird dieses nur lesbar gemacht.</translation>
  </message>
  <message>
   <source>The kernel does not know one of them, or it is not the container&apos;s to set: take it out of the options.</source>
   <translation>Der Kernel kennt einen davon nicht, oder der Container darf ihn nicht setzen: Nehmen Sie ihn aus den Optionen.</translation>
  </message>
  <message>
   <source>Open the terminal</source>
   <translation>Terminal öffnen</translation>
  </message>
  <message>
   <source>A pair of devices is opened in the container&apos;s own /dev/pts: one end for the command, one for the stage. Only containers with a terminal (-t) have one.</source>
   <translation>Im eigenen /dev/pts des Containers wird ein Paar von Geräten geöffnet: ein Ende für den Befehl, eines für die Stage. Nur Container mit Terminal (-t) haben eines.</translation>
  </message>
  <message>
   <source>Hide paths</source>
   <translation>Pfade verbergen</translation>
  </message>
  <message>
   <source>Something empty is mounted over files that tell too much of the machine, and others are mounted again read-only. They are not the container&apos;s own, whatever its namespaces.</source>
   <translation>Über Dateien, die zu viel vom Computer verraten, wird etwas Leeres gehängt, und andere werden noch einmal nur lesbar eingehängt. Sie gehören nicht dem Container, welche Namensräume er auch hat.</translation>
  </message>
  <message>
   <source>Make the working folder</source>
   <translation>Arbeitsordner anlegen</translation>
  </message>
  <message>
   <source>The folder in which the command is to start is made where the image lacks it. The path is followed inside the new root, where no link leads out.</source>
   <translation>Der Ordner, in dem der Befehl starten soll, wird angelegt, wo er dem Abbild fehlt. Dem Pfad wird in der neuen Wurzel gefolgt, aus der kein Link hinausführt.</translation>
  </message>
  <message>
   <source>A file may be in the way: choose another working folder.</source>
   <translation>Vielleicht ist eine Datei im Weg: Wählen Sie einen anderen Arbeitsordner.</translation>
  </message>
  <message>
   <source>Change the root</source>
   <translation>Wurzel wechseln</translation>
  </message>
  <message>
   <source>pivot_root makes the new tree the root of the mount namespace, and the old one is taken off. From now on the files of the host are not hidden: they are not there.</source>
   <translation>pivot_root macht den neuen Baum zur Wurzel des Mount-Namensraums, und der alte wird ausgehängt. Von nun an sind die Dateien des Hosts nicht verborgen: Sie sind nicht da.</translation>
  </message>
  <message>
   <source>Enter the working folder</source>
   <translation>In den Arbeitsordner gehen</translation>
  </message>
  <message>
   <source>The process goes to the folder in which the command is to start. It comes after the change of the root, so that it cannot be a folder of the host.</source>
   <translation>Der Prozess geht in den Ordner, in dem der Befehl starten soll. Das kommt nach dem Wechsel der Wurzel, damit es kein Ordner des Hosts sein kann.</translation>
  </message>
  <message>
   <source>Choose another working folder.</source>
   <translation>Wählen Sie einen anderen Arbeitsordner.</translation>
  </message>
  <message>
   <source>Connect input and output</source>
   <translation>Ein- und Ausgabe verbinden</translation>
  </message>
  <message>
   <source>Standard input, output and error become pipes to the stage, or the terminal. What the command writes is the container&apos;s log.</source>
   <translation>Standardeingabe, -ausgabe und -fehlerausgabe werden Pipes zur Stage oder das Terminal. Was der Befehl schreibt, ist das Protokoll des Containers.</translation>
  </message>
  <message>
   <source>Filter system calls</source>
   <translation>Systemaufrufe filtern</translation>
  </message>
  <message>
   <source>The kernel gets a small program that it runs at every system call from now on. It cannot be taken off again, not even by root.</source>
   <translation>Der Kernel bekommt ein kleines Programm, das er von nun an bei jedem Systemaufruf ausführt. Es lässt sich nicht mehr abnehmen, auch nicht von root.</translation>
  </message>
  <message>
   <source>The profile may be wrong: try the engine&apos;s own one.</source>
   <translation>Vielleicht ist das Profil falsch: Versuchen Sie es mit dem der Engine.</translation>
  </message>
  <message>
   <source>Give up capabilities</source>
   <translation>Rechte aufgeben</translation>
  </message>
  <message>
   <source>Root&apos;s power in this namespace is cut down to what the container was given, and the user of the command is taken. What is dropped from the bounding set never comes back.</source>
   <translation>Die Macht von root in diesem Namensraum wird auf das beschnitten, was dem Container gegeben wurde, und der Benutzer des Befehls wird angenommen. Was aus der begrenzenden Menge fällt, kommt nie zurück.</translation>
  </message>
  <message>
   <source>The user or group may be unknown in the image: look at the container&apos;s options.</source>
   <translation>Vielleicht kennt das Abbild den Benutzer oder die Gruppe nicht: Sehen Sie die Optionen des Containers an.</translation>
  </message>
  <message>
   <source>Become the command</source>
   <translation>Zum Befehl werden</translation>
  </message>
  <message>
   <source>execve replaces the program in the process by the container&apos;s command. Namespaces, limits, root and filter stay: that is the container.</source>
   <translation>execve ersetzt das Programm im Prozess durch den Befehl des Containers. Namensräume, Grenzen, Wurzel und Filter bleiben: Das ist der Container.</translation>
  </message>
  <message>
   <source>The command may not be in the image, or not be executable: look for it in the tab Files, or change the command.</source>
   <translation>Vielleicht ist der Befehl nicht im Abbild oder nicht ausführbar: Suchen Sie ihn im Reiter Dateien, oder ändern Sie den Befehl.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::SyscallGroups</name>
  <message>
   <source>Kernel modules and other kernels</source>
   <translation>Kernelmodule und andere Kernel</translation>
  </message>
  <message>
   <source>Code in the kernel would be above every container: none can be loaded.</source>
   <translation>Code im Kernel stünde über jedem Container: Es kann keiner geladen werden.</translation>
  </message>
  <message>
   <source>Mounts and roots</source>
   <translation>Einhängungen und Wurzeln</translation>
  </message>
  <message>
   <source>What is hidden or read-only stays so: nothing can be mounted, moved or taken off.</source>
   <translation>Was verborgen oder nur lesbar ist, bleibt es: Nichts kann eingehängt, verschoben oder ausgehängt werden.</translation>
  </message>
  <message>
   <source>New namespaces</source>
   <translation>Neue Namensräume</translation>
  </message>
  <message>
   <source>A namespace of one&apos;s own would give all capabilities in it, and with them much more of the kernel to attack.</source>
   <translation>Ein eigener Namensraum gäbe darin alle Rechte und damit viel mehr vom Kernel zum Angreifen.</translation>
  </message>
  <message>
   <source>The machine&apos;s clock, name and power</source>
   <translation>Uhr, Name und Neustart des Computers</translation>
  </message>
  <message>
   <source>They are the whole machine&apos;s: a container neither sets the time nor restarts it.</source>
   <translation>Sie gehören dem ganzen Computer: Ein Container stellt weder die Zeit, noch startet er ihn neu.</translation>
  </message>
  <message>
   <source>Tracing and measuring</source>
   <translation>Verfolgen und Messen</translation>
  </message>
  <message>
   <source>Looking into other processes and into the kernel tells secrets and helps to attack.</source>
   <translation>In andere Prozesse und in den Kernel zu sehen, verrät Geheimnisse und hilft beim Angreifen.</translation>
  </message>
  <message>
   <source>The kernel&apos;s key ring</source>
   <translation>Der Schlüsselbund des Kernels</translation>
  </message>
  <message>
   <source>Keys know no namespaces: those of other containers could be found.</source>
   <translation>Schlüssel kennen keine Namensräume: Die anderer Container wären zu finden.</translation>
  </message>
  <message>
   <source>Memory in unusual ways</source>
   <translation>Speicher auf ungewöhnliche Art</translation>
  </message>
  <message>
   <source>They have helped many attacks on the kernel, and few programs need them.</source>
   <translation>Diese Aufrufe haben vielen Angriffen auf den Kernel geholfen, und wenige Programme brauchen sie.</translation>
  </message>
  <message>
   <source>Hardware</source>
   <translation>Hardware</translation>
  </message>
  <message>
   <source>Ports and buses of the machine belong to its drivers.</source>
   <translation>Ports und Busse des Computers gehören seinen Treibern.</translation>
  </message>
  <message>
   <source>Files by number</source>
   <translation>Dateien nach Nummer</translation>
  </message>
  <message>
   <source>A handle opens a file past every folder above it, also outside of the container.</source>
   <translation>Ein Handle öffnet eine Datei an jedem Ordner darüber vorbei, auch außerhalb des Containers.</translation>
  </message>
  <message>
   <source>Calls that nobody uses any more</source>
   <translation>Aufrufe, die niemand mehr benutzt</translation>
  </message>
  <message>
   <source>Old code of the kernel is little tested: what is not needed is not reachable.</source>
   <translation>Alter Code des Kernels ist wenig geprüft: Was nicht gebraucht wird, ist nicht erreichbar.</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>Andere</translation>
  </message>
  <message>
   <source>The profile names what is allowed: whatever it does not know is refused, also what later kernels bring.</source>
   <translation>Das Profil nennt, was erlaubt ist: Was es nicht kennt, wird verweigert, auch was spätere Kernel bringen.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TarFileReader</name>
  <message>
   <source>the archive is damaged</source>
   <translation>das Archiv ist beschädigt</translation>
  </message>
  <message>
   <source>it is not a regular file</source>
   <translation>es ist keine gewöhnliche Datei</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TarFileWriter</name>
  <message>
   <source>the file became shorter while it was read</source>
   <translation>die Datei wurde kürzer, während sie gelesen wurde</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Templates</name>
  <message>
   <source>Python (Flask)</source>
   <translation>Python (Flask)</translation>
  </message>
  <message>
   <source>A web application with Flask. Packages are installed before the code is copied, and kept in a cache.</source>
   <translation>Eine Webanwendung mit Flask. Pakete werden vor dem Kopieren des Codes installiert und in einem Cache aufgehoben.</translation>
  </message>
  <message>
   <source>Node.js</source>
   <translation>Node.js</translation>
  </message>
  <message>
   <source>A server in JavaScript, with its packages from npm.</source>
   <translation>Ein Server in JavaScript, mit seinen Paketen von npm.</translation>
  </message>
  <message>
   <source>Go</source>
   <translation>Go</translation>
  </message>
  <message>
   <source>Compiled in one stage; the image has the program and nothing else.</source>
   <translation>In einer Stufe kompiliert; das Abbild enthält das Programm und sonst nichts.</translation>
  </message>
  <message>
   <source>Rust</source>
   <translation>Rust</translation>
  </message>
  <message>
   <source>Compiled with cargo in one stage, with a cache between builds; run in a small one.</source>
   <translation>In einer Stufe mit cargo kompiliert, mit einem Cache zwischen den Builds; ausgeführt in einer kleinen.</translation>
  </message>
  <message>
   <source>C++</source>
   <translation>C++</translation>
  </message>
  <message>
   <source>Compiled and linked statically in one stage; the image has the program only.</source>
   <translation>In einer Stufe kompiliert und statisch gebunden; das Abbild enthält nur das Programm.</translation>
  </message>
  <message>
   <source>Java</source>
   <translation>Java</translation>
  </message>
  <message>
   <source>Compiled with the development kit, run with the smaller runtime.</source>
   <translation>Mit dem Entwicklungspaket kompiliert, mit der kleineren Laufzeitumgebung ausgeführt.</translation>
  </message>
  <message>
   <source>Static web site</source>
   <translation>Statische Website</translation>
  </message>
  <message>
   <source>Plain files, and a small server for them.</source>
   <translation>Einfache Dateien und ein kleiner Server dafür.</translation>
  </message>
  <message>
   <source>Several stages</source>
   <translation>Mehrere Stufen</translation>
  </message>
  <message>
   <source>Stages that are made beside each other, a test, and one that takes what it needs from the others.</source>
   <translation>Stufen, die nebeneinander gemacht werden, ein Test, und eine, die von den anderen nimmt, was sie braucht.</translation>
  </message>
  <message>
   <source>As little as possible</source>
   <translation>So wenig wie möglich</translation>
  </message>
  <message>
   <source>One program, accounts, no shell and no package manager: what is not there cannot be attacked.</source>
   <translation>Ein Programm, Benutzerkonten, keine Shell und keine Paketverwaltung: Was nicht da ist, kann nicht angegriffen werden.</translation>
  </message>
  <message>
   <source>%1 is there already, and is not overwritten: choose another folder</source>
   <translation>%1 ist schon da und wird nicht überschrieben: einen anderen Ordner wählen</translation>
  </message>
  <message>
   <source>The folder %1 cannot be made: choose another one</source>
   <translation>Der Ordner %1 kann nicht angelegt werden: einen anderen wählen</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Text</name>
  <message>
   <source>%1 B</source>
   <translation>%1 B</translation>
  </message>
  <message>
   <source>%1 KiB</source>
   <translation>%1 KiB</translation>
  </message>
  <message>
   <source>%1 MiB</source>
   <translation>%1 MiB</translation>
  </message>
  <message>
   <source>%1 GiB</source>
   <translation>%1 GiB</translation>
  </message>
  <message>
   <source>%1 TiB</source>
   <translation>%1 TiB</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>gerade eben</translation>
  </message>
  <message numerus="yes">
   <source>%n s ago</source>
   <translation>
    <numerusform>vor %n s</numerusform>
    <numerusform>vor %n s</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min ago</source>
   <translation>
    <numerusform>vor %n min</numerusform>
    <numerusform>vor %n min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n h ago</source>
   <translation>
    <numerusform>vor %n h</numerusform>
    <numerusform>vor %n h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>vor %n Tag</numerusform>
    <numerusform>vor %n Tagen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n s</source>
   <translation>
    <numerusform>%n s</numerusform>
    <numerusform>%n s</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min</source>
   <translation>
    <numerusform>%n min</numerusform>
    <numerusform>%n min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n h</source>
   <translation>
    <numerusform>%n h</numerusform>
    <numerusform>%n h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>not used</source>
   <translation>nicht benutzt</translation>
  </message>
  <message numerus="yes">
   <source>%1 and %n more</source>
   <translation>
    <numerusform>%1 und %n weiterer</numerusform>
    <numerusform>%1 und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>exit %1: out of memory</source>
   <translation>Code %1: Speicher erschöpft</translation>
  </message>
  <message>
   <source>exit 0</source>
   <translation>Code 0</translation>
  </message>
  <message>
   <source>exit 125: the engine could not start it</source>
   <translation>Code 125: Die Engine konnte ihn nicht starten</translation>
  </message>
  <message>
   <source>exit 126: the command cannot be executed</source>
   <translation>Code 126: Der Befehl ist nicht ausführbar</translation>
  </message>
  <message>
   <source>exit 127: no such command</source>
   <translation>Code 127: Den Befehl gibt es nicht</translation>
  </message>
  <message>
   <source>exit 134: aborted (SIGABRT)</source>
   <translation>Code 134: abgebrochen (SIGABRT)</translation>
  </message>
  <message>
   <source>exit 137: killed (SIGKILL)</source>
   <translation>Code 137: abgebrochen (SIGKILL)</translation>
  </message>
  <message>
   <source>exit 139: crashed (SIGSEGV)</source>
   <translation>Code 139: abgestürzt (SIGSEGV)</translation>
  </message>
  <message>
   <source>exit 143: asked to end (SIGTERM)</source>
   <translation>Code 143: zum Ende aufgefordert (SIGTERM)</translation>
  </message>
  <message>
   <source>exit %1</source>
   <translation>Code %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TextFile</name>
  <message>
   <source>writing %1</source>
   <translation>beim Schreiben von %1</translation>
  </message>
  <message>
   <source>writing %1 to the disk</source>
   <translation>beim Schreiben von %1 auf die Platte</translation>
  </message>
  <message>
   <source>opening %1</source>
   <translation>beim Öffnen von %1</translation>
  </message>
  <message>
   <source>keeping the owner of %1</source>
   <translation>beim Behalten des Besitzers von %1</translation>
  </message>
  <message>
   <source>keeping the mode of %1</source>
   <translation>beim Behalten der Rechte von %1</translation>
  </message>
  <message>
   <source>The file is not UTF-8: it is shown as well as that goes, and cannot be changed here. Convert it with iconv first.</source>
   <translation>Die Datei ist nicht in UTF-8: Sie wird gezeigt, so gut das geht, und kann hier nicht geändert werden. Zuerst mit iconv umwandeln.</translation>
  </message>
  <message>
   <source>The file has characters that no text editor keeps (NUL or a paragraph separator): it cannot be changed here.</source>
   <translation>Die Datei hat Zeichen, die kein Texteditor bewahrt (NUL oder einen Absatztrenner): Sie kann hier nicht geändert werden.</translation>
  </message>
  <message>
   <source>Lines end in different ways in this file. A save ends all of them with CR LF.</source>
   <translation>Zeilen enden in dieser Datei auf verschiedene Weise. Beim Sichern enden alle mit CR LF.</translation>
  </message>
  <message>
   <source>Lines end in different ways in this file. A save ends all of them with LF.</source>
   <translation>Zeilen enden in dieser Datei auf verschiedene Weise. Beim Sichern enden alle mit LF.</translation>
  </message>
  <message>
   <source>%1 cannot be opened</source>
   <translation>%1 kann nicht geöffnet werden</translation>
  </message>
  <message>
   <source>%1 is no file that can be edited: choose a text file</source>
   <translation>%1 ist keine Datei, die bearbeitet werden kann: eine Textdatei wählen</translation>
  </message>
  <message>
   <source>%1 is larger than 4 MiB, the most that a Dockerfile may have: open it in a text editor</source>
   <translation>%1 ist größer als 4 MiB, mehr darf ein Dockerfile nicht haben: in einem Texteditor öffnen</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>%1 kann nicht gelesen werden: %2</translation>
  </message>
  <message>
   <source>You may read this file, not change it. Save it under another name to keep changes.</source>
   <translation>Diese Datei darf gelesen, aber nicht geändert werden. Um Änderungen zu behalten, unter einem anderen Namen sichern.</translation>
  </message>
  <message>
   <source>%1 is no file that can be written</source>
   <translation>%1 ist keine Datei, die geschrieben werden kann</translation>
  </message>
  <message>
   <source>%1 cannot be written</source>
   <translation>%1 kann nicht geschrieben werden</translation>
  </message>
  <message>
   <source>putting the new %1 in place of the old</source>
   <translation>beim Ersetzen des alten %1 durch das neue</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TidyOperation</name>
  <message>
   <source>Tidy up</source>
   <translation>Aufräumen</translation>
  </message>
  <message>
   <source>Emptying the cache of builds</source>
   <translation>Der Cache der Builds wird geleert</translation>
  </message>
  <message>
   <source>Removing %1</source>
   <translation>%1 wird entfernt</translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) removed</source>
   <translation>
    <numerusform>%n Sache entfernt</numerusform>
    <numerusform>%n Sachen entfernt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them could not be removed: %1</source>
   <translation>
    <numerusform>%n davon konnte nicht entfernt werden: %1</numerusform>
    <numerusform>%n davon konnten nicht entfernt werden: %1</numerusform>
   </translation>
  </message>
  <message>
   <source>The cache of builds is empty</source>
   <translation>Der Cache der Builds ist leer</translation>
  </message>
  <message>
   <source>%1 is removed</source>
   <translation>%1 ist entfernt</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Timeline</name>
  <message>
   <source>chroot</source>
   <translation>chroot</translation>
  </message>
  <message>
   <source>Unix Version 7, Bell Labs</source>
   <translation>Unix Version 7, Bell Labs</translation>
  </message>
  <message>
   <source>A system call that gives a process another folder as its root. What it calls / is that folder, and no path leads out of it.</source>
   <translation>Ein Systemaufruf, der einem Prozess einen anderen Ordner als Wurzel gibt. Was er / nennt, ist dieser Ordner, und kein Pfad führt hinaus.</translation>
  </message>
  <message>
   <source>What a program sees as “the files” is only a table entry of its process. Change the entry, and the same program lives in another system.</source>
   <translation>Was ein Programm als „die Dateien“ sieht, ist nur ein Eintrag in der Tabelle seines Prozesses. Ändert man den Eintrag, lebt dasselbe Programm in einem anderen System.</translation>
  </message>
  <message>
   <source>Each container begins with a root of its own. Instead of chroot, the engine mounts the image&apos;s layers in a mount namespace of its own, makes them the root with pivot_root, and takes the old root away.</source>
   <translation>Jeder Container beginnt mit einer eigenen Wurzel. Statt chroot zu benutzen, hängt die Engine die Schichten des Abbilds in einem eigenen Mount-Namensraum ein, macht sie mit pivot_root zur Wurzel und nimmt die alte Wurzel weg.</translation>
  </message>
  <message>
   <source>A name that cannot be spelled is no lock. Who is root inside walks out of a chroot with a second chroot; and processes, network and users were never apart.</source>
   <translation>Ein Name, den man nicht buchstabieren kann, ist kein Schloss. Wer innen root ist, geht mit einem zweiten chroot aus dem ersten hinaus; und Prozesse, Netz und Benutzer waren nie getrennt.</translation>
  </message>
  <message>
   <source>Capabilities</source>
   <translation>Rechte</translation>
  </message>
  <message>
   <source>Linux 2.2</source>
   <translation>Linux 2.2</translation>
  </message>
  <message>
   <source>What root may do is divided into parts that can be taken away one by one.</source>
   <translation>Was root darf, ist in Teile zerlegt, die sich einzeln wegnehmen lassen.</translation>
  </message>
  <message>
   <source>FreeBSD jails</source>
   <translation>FreeBSD-Jails</translation>
  </message>
  <message>
   <source>FreeBSD 4.0, Poul-Henning Kamp</source>
   <translation>FreeBSD 4.0, Poul-Henning Kamp</translation>
  </message>
  <message>
   <source>A chroot with walls: a process in a jail, and all of its children, have their own files, their own address, see only each other, and cannot leave, not even as root.</source>
   <translation>Ein chroot mit Wänden: Ein Prozess in einem Jail und alle seine Kinder haben eigene Dateien und eine eigene Adresse, sehen nur einander und können nicht hinaus, nicht einmal als root.</translation>
  </message>
  <message>
   <source>Confine root itself. The administrator of a jail is almighty in it and nobody outside; later, a jail could make smaller jails of its own share.</source>
   <translation>Root selbst einsperren. Der Administrator eines Jails ist darin allmächtig und draußen niemand; später konnte ein Jail aus seinem Anteil kleinere Jails machen.</translation>
  </message>
  <message>
   <source>Root in a container is a user without rights outside. A lab may open containers of its own, and they all count against its limits.</source>
   <translation>Root in einem Container ist draußen ein Benutzer ohne Rechte. Ein Labor darf eigene Container öffnen, und sie alle zählen gegen seine Grenzen.</translation>
  </message>
  <message>
   <source>One word for the whole room, instead of ten switches that somebody forgets. And: what the kernel does not count, one room can use up for all.</source>
   <translation>Ein Wort für das ganze Zimmer statt zehn Schaltern, von denen jemand einen vergisst. Und: Was der Kernel nicht zählt, kann ein Zimmer für alle aufbrauchen.</translation>
  </message>
  <message>
   <source>Linux-VServer</source>
   <translation>Linux-VServer</translation>
  </message>
  <message>
   <source>a patch for Linux, Jacques Gélinas</source>
   <translation>ein Patch für Linux, Jacques Gélinas</translation>
  </message>
  <message>
   <source>Many virtual servers on one Linux kernel, for rent: each with its own root password, its own services and limits. It was never part of Linux itself; one had to patch the kernel.</source>
   <translation>Viele virtuelle Server auf einem Linux-Kernel, zu mieten: jeder mit eigenem root-Passwort, eigenen Diensten und Grenzen. Es war nie Teil von Linux selbst; man musste den Kernel patchen.</translation>
  </message>
  <message>
   <source>A hundred servers of the same distribution need its files only once. Equal files were shared; a server that changes one gets a copy of its own.</source>
   <translation>Hundert Server derselben Distribution brauchen deren Dateien nur einmal. Gleiche Dateien wurden geteilt; ein Server, der eine ändert, bekommt eine eigene Kopie.</translation>
  </message>
  <message>
   <source>Layers. All containers of an image share its files on the disk and in memory; what one of them changes goes into a layer of its own.</source>
   <translation>Schichten. Alle Container eines Abbilds teilen seine Dateien auf der Platte und im Speicher; was einer von ihnen ändert, kommt in eine eigene Schicht.</translation>
  </message>
  <message>
   <source>Sharing makes containers cheap enough to have one for each program. A patch that must be carried from kernel to kernel is no foundation.</source>
   <translation>Teilen macht Container so billig, dass jedes Programm einen haben kann. Ein Patch, der von Kernel zu Kernel getragen werden muss, ist kein Fundament.</translation>
  </message>
  <message>
   <source>Mount namespaces</source>
   <translation>Mount-Namensräume</translation>
  </message>
  <message>
   <source>Linux 2.4.19</source>
   <translation>Linux 2.4.19</translation>
  </message>
  <message>
   <source>The first namespace of Linux: processes have their own list of what is mounted where. It is called CLONE_NEWNS, as if there would never be another.</source>
   <translation>Der erste Namensraum von Linux: Prozesse haben eine eigene Liste dessen, was wo eingehängt ist. Er heißt CLONE_NEWNS, als käme nie ein weiterer.</translation>
  </message>
  <message>
   <source>Solaris Zones</source>
   <translation>Solaris Zones</translation>
  </message>
  <message>
   <source>Solaris 10, Sun Microsystems</source>
   <translation>Solaris 10, Sun Microsystems</translation>
  </message>
  <message>
   <source>Rooms of an operating system, with tools to install, boot, halt and move them, and pools of processors and memory. Solaris itself is the global zone, which sees all others.</source>
   <translation>Zimmer eines Betriebssystems, mit Werkzeugen, um sie einzurichten, hochzufahren, anzuhalten und umzuziehen, und mit Vorräten von Prozessoren und Speicher. Solaris selbst ist die globale Zone, die alle anderen sieht.</translation>
  </message>
  <message>
   <source>A zone is handed to somebody: its administrator is root in it, installs and restarts whatever is needed, and has no account outside.</source>
   <translation>Eine Zone wird jemandem übergeben: Ihr Administrator ist darin root, installiert und startet neu, was nötig ist, und hat draußen kein Konto.</translation>
  </message>
  <message>
   <source>Each container belongs to the user who made it, and others do not even see it. It can be handed over to somebody who may run it, but not change its limits or remove it.</source>
   <translation>Jeder Container gehört dem Benutzer, der ihn gemacht hat, und andere sehen ihn nicht einmal. Er kann jemandem übergeben werden, der ihn benutzen, aber weder seine Grenzen ändern noch ihn entfernen darf.</translation>
  </message>
  <message>
   <source>Isolation has two sides: what the programs inside can do, and what the people around may do. Both need rules.</source>
   <translation>Abschottung hat zwei Seiten: was die Programme innen können, und was die Menschen drumherum dürfen. Beides braucht Regeln.</translation>
  </message>
  <message>
   <source>OpenVZ</source>
   <translation>OpenVZ</translation>
  </message>
  <message>
   <source>a patch for Linux, SWsoft</source>
   <translation>ein Patch für Linux, SWsoft</translation>
  </message>
  <message>
   <source>The free core of Virtuozzo: virtual servers with counters for everything that the kernel has only so much of, and servers that move to another machine while they run.</source>
   <translation>Der freie Kern von Virtuozzo: virtuelle Server mit Zählern für alles, wovon der Kernel nur begrenzt viel hat, und Server, die auf eine andere Maschine umziehen, während sie laufen.</translation>
  </message>
  <message>
   <source>Count all resources of a group of processes, and freeze the group: what stands still can be written down, carried away and continued.</source>
   <translation>Alle Mittel einer Gruppe von Prozessen zählen, und die Gruppe einfrieren: Was stillsteht, lässt sich aufschreiben, wegtragen und fortsetzen.</translation>
  </message>
  <message>
   <source>Control groups with limits and counters, and Pause, which freezes a container as a whole. Writing down a running process is the work of CRIU, which the same people brought to Linux.</source>
   <translation>Kontrollgruppen mit Grenzen und Zählern, und Einfrieren, das einen Container als Ganzes stillstellt. Einen laufenden Prozess aufzuschreiben ist die Arbeit von CRIU, das dieselben Leute zu Linux gebracht haben.</translation>
  </message>
  <message>
   <source>A container that is only files and limits moves easily: stop, copy, start. Its memory and its open connections are the hard part, so people learned to build programs that can be started anew.</source>
   <translation>Ein Container, der nur aus Dateien und Grenzen besteht, zieht leicht um: anhalten, kopieren, starten. Sein Speicher und seine offenen Verbindungen sind das Schwere, also lernte man, Programme zu bauen, die sich neu starten lassen.</translation>
  </message>
  <message>
   <source>UTS and IPC namespaces</source>
   <translation>UTS- und IPC-Namensräume</translation>
  </message>
  <message>
   <source>Linux 2.6.19</source>
   <translation>Linux 2.6.19</translation>
  </message>
  <message>
   <source>A host name of one&apos;s own; shared memory and message queues of one&apos;s own.</source>
   <translation>Ein eigener Rechnername; eigener gemeinsamer Speicher und eigene Nachrichtenwarteschlangen.</translation>
  </message>
  <message>
   <source>PID namespaces</source>
   <translation>PID-Namensräume</translation>
  </message>
  <message>
   <source>Linux 2.6.24</source>
   <translation>Linux 2.6.24</translation>
  </message>
  <message>
   <source>Process numbers of one&apos;s own, beginning at 1. Outside, the same process has another number.</source>
   <translation>Eigene Prozessnummern, die bei 1 beginnen. Draußen hat derselbe Prozess eine andere Nummer.</translation>
  </message>
  <message>
   <source>Control groups</source>
   <translation>Kontrollgruppen</translation>
  </message>
  <message>
   <source>Groups of processes that are limited and counted together: processors, memory, and more over the years. Begun at Google as “process containers”.</source>
   <translation>Gruppen von Prozessen, die zusammen begrenzt und gezählt werden: Prozessoren, Speicher und mit den Jahren mehr. Begonnen bei Google als „process containers“.</translation>
  </message>
  <message>
   <source>LXC</source>
   <translation>LXC</translation>
  </message>
  <message>
   <source>for Linux as it is, IBM and others</source>
   <translation>für Linux, wie es ist, IBM und andere</translation>
  </message>
  <message>
   <source>The first containers on a kernel that nobody had to patch: tools that put namespaces and control groups together, and boot a whole system in them, with an init of its own.</source>
   <translation>Die ersten Container auf einem Kernel, den niemand patchen musste: Werkzeuge, die Namensräume und Kontrollgruppen zusammenfügen und darin ein ganzes System hochfahren, mit eigenem Init.</translation>
  </message>
  <message>
   <source>The kernel offers walls one by one. A container is what a program builds of them, and which ones it takes is a matter of configuration.</source>
   <translation>Der Kernel bietet Wände einzeln an. Ein Container ist, was ein Programm daraus baut, und welche es nimmt, ist eine Frage der Konfiguration.</translation>
  </message>
  <message>
   <source>The same walls, built by the engine&apos;s stage in one launch that you can go through step by step. A container whose process 1 is an init runs as a system.</source>
   <translation>Dieselben Wände, von der Stage der Engine bei einem Start errichtet, den Sie Schritt für Schritt durchgehen können. Ein Container, dessen Prozess 1 ein Init ist, läuft als System.</translation>
  </message>
  <message>
   <source>Process 1 has duties: it starts services again and buries orphans. And: everybody who built a container by hand forgot one wall.</source>
   <translation>Prozess 1 hat Pflichten: Er startet Dienste neu und begräbt Waisen. Und: Jeder, der einen Container von Hand baute, hat eine Wand vergessen.</translation>
  </message>
  <message>
   <source>Network namespaces</source>
   <translation>Netz-Namensräume</translation>
  </message>
  <message>
   <source>Linux 2.6.29</source>
   <translation>Linux 2.6.29</translation>
  </message>
  <message>
   <source>Interfaces, addresses, routes and ports of one&apos;s own. Begun in Linux 2.6.24, usable from here.</source>
   <translation>Eigene Schnittstellen, Adressen, Routen und Ports. In Linux 2.6.24 begonnen, ab hier benutzbar.</translation>
  </message>
  <message>
   <source>Seccomp filters</source>
   <translation>Seccomp-Filter</translation>
  </message>
  <message>
   <source>Linux 3.5</source>
   <translation>Linux 3.5</translation>
  </message>
  <message>
   <source>A process gives up system calls that it will never need, by a small program that the kernel runs at each call.</source>
   <translation>Ein Prozess gibt Systemaufrufe auf, die er nie brauchen wird, durch ein kleines Programm, das der Kernel bei jedem Aufruf ausführt.</translation>
  </message>
  <message>
   <source>User namespaces</source>
   <translation>Benutzer-Namensräume</translation>
  </message>
  <message>
   <source>Linux 3.8</source>
   <translation>Linux 3.8</translation>
  </message>
  <message>
   <source>Root inside, nobody outside. With it, all other namespaces can be made without being root.</source>
   <translation>Innen root, draußen niemand. Damit lassen sich alle anderen Namensräume machen, ohne root zu sein.</translation>
  </message>
  <message>
   <source>Docker</source>
   <translation>Docker</translation>
  </message>
  <message>
   <source>dotCloud, Solomon Hykes and others</source>
   <translation>dotCloud, Solomon Hykes und andere</translation>
  </message>
  <message>
   <source>A command, a file that says how an image is built, and a place to push it to. Below it were the walls that Linux had already.</source>
   <translation>Ein Befehl, eine Datei, die sagt, wie ein Abbild gebaut wird, und ein Ort, an den man es hochlädt. Darunter standen die Wände, die Linux schon hatte.</translation>
  </message>
  <message>
   <source>The container is a package. Build it once, with all that the program needs; give it a name; run the same bytes on every computer.</source>
   <translation>Der Container ist ein Paket. Bauen Sie es einmal, mit allem, was das Programm braucht; geben Sie ihm einen Namen; lassen Sie dieselben Bytes auf jedem Computer laufen.</translation>
  </message>
  <message>
   <source>Images, layers, Dockerfiles, registries, and the language that this window and the engine speak: the Docker Engine API.</source>
   <translation>Abbilder, Schichten, Dockerfiles, Registries und die Sprache, die dieses Fenster und die Engine sprechen: die Docker Engine API.</translation>
  </message>
  <message>
   <source>Developers did not want smaller machines, they wanted a way to hand over a program that works. The format outlived its first tool, and became a standard.</source>
   <translation>Entwickler wollten keine kleineren Maschinen, sie wollten einen Weg, ein Programm zu übergeben. Das Format hat sein erstes Werkzeug überlebt und wurde ein Standard.</translation>
  </message>
  <message>
   <source>OverlayFS</source>
   <translation>OverlayFS</translation>
  </message>
  <message>
   <source>Linux 3.18</source>
   <translation>Linux 3.18</translation>
  </message>
  <message>
   <source>Layers as a file system of the kernel: one on top that is written, many below that are shared.</source>
   <translation>Schichten als Dateisystem des Kernels: eine obenauf, in die geschrieben wird, viele darunter, die geteilt werden.</translation>
  </message>
  <message>
   <source>LXD</source>
   <translation>LXD</translation>
  </message>
  <message>
   <source>Canonical</source>
   <translation>Canonical</translation>
  </message>
  <message>
   <source>A service around LXC that is ruled over HTTP only: each act is a request, long ones are followed as operations, and events tell what has happened. Users are shifted by default.</source>
   <translation>Ein Dienst um LXC herum, der nur über HTTP gesteuert wird: Jede Handlung ist eine Anfrage, lange werden als Vorgänge verfolgt, und Ereignisse sagen, was geschehen ist. Benutzer sind von vornherein verschoben.</translation>
  </message>
  <message>
   <source>The command is a client like any other. What it can do, a program can do too, from here or from another computer.</source>
   <translation>Der Befehl ist ein Client wie jeder andere. Was er kann, kann ein Programm auch, von hier oder von einem anderen Computer.</translation>
  </message>
  <message>
   <source>The window does nothing but ask the engine over its socket. Look at the wire, and you see each click as a request; curl can say the same.</source>
   <translation>Das Fenster tut nichts, als die Engine über ihren Socket zu bitten. Sehen Sie auf die Leitung, und Sie sehen jeden Klick als Anfrage; curl kann dasselbe sagen.</translation>
  </message>
  <message>
   <source>An interface that everybody can see and use keeps a system honest. And whoever may talk to the socket must be told apart, or is as good as root.</source>
   <translation>Eine Schnittstelle, die alle sehen und benutzen können, hält ein System ehrlich. Und wer mit dem Socket sprechen darf, muss unterschieden werden, oder er ist so gut wie root.</translation>
  </message>
  <message>
   <source>Open Container Initiative</source>
   <translation>Open Container Initiative</translation>
  </message>
  <message>
   <source>a standard, not the kernel&apos;s</source>
   <translation>ein Standard, nicht vom Kernel</translation>
  </message>
  <message>
   <source>What an image is, how it is run, and later how registries speak: written down by those who built it, so that none of them owns it.</source>
   <translation>Was ein Abbild ist, wie es ausgeführt wird, und später, wie Registries sprechen: aufgeschrieben von denen, die es gebaut haben, damit es keinem von ihnen gehört.</translation>
  </message>
  <message>
   <source>Control groups, version 2</source>
   <translation>Kontrollgruppen, Version 2</translation>
  </message>
  <message>
   <source>Linux 4.5</source>
   <translation>Linux 4.5</translation>
  </message>
  <message>
   <source>One tree for all resources, which can be handed to somebody without rights. A namespace of its own for the tree came with Linux 4.6.</source>
   <translation>Ein Baum für alle Mittel, der jemandem ohne Rechte übergeben werden kann. Ein eigener Namensraum für den Baum kam mit Linux 4.6.</translation>
  </message>
  <message>
   <source>Time namespaces</source>
   <translation>Zeit-Namensräume</translation>
  </message>
  <message>
   <source>Linux 5.6</source>
   <translation>Linux 5.6</translation>
  </message>
  <message>
   <source>Clocks that count from another start, for what was moved from another machine. The date is still the same for all.</source>
   <translation>Uhren, die von einem anderen Anfang zählen, für das, was von einer anderen Maschine umgezogen ist. Das Datum ist weiter für alle dasselbe.</translation>
  </message>
  <message>
   <source>Mounts with shifted ids</source>
   <translation>Einhängen mit anderen Ids</translation>
  </message>
  <message>
   <source>Linux 5.12</source>
   <translation>Linux 5.12</translation>
  </message>
  <message>
   <source>The same files belong to other users in each container, and nothing on the disk is changed. Layers of OverlayFS can be mounted so from Linux 5.19.</source>
   <translation>Dieselben Dateien gehören in jedem Container anderen Benutzern, und auf der Platte wird nichts geändert. Schichten von OverlayFS können ab Linux 5.19 so eingehängt werden.</translation>
  </message>
  <message>
   <source>%1 · %2</source>
   <comment>a year, and who made it</comment>
   <translation>%1 · %2</translation>
  </message>
  <message>
   <source>Learn more about it</source>
   <translation>Mehr darüber lernen</translation>
  </message>
  <message>
   <source>What it was</source>
   <translation>Was es war</translation>
  </message>
  <message>
   <source>Its idea</source>
   <translation>Die Idee</translation>
  </message>
  <message>
   <source>What lives on in this engine</source>
   <translation>Was in dieser Engine weiterlebt</translation>
  </message>
  <message>
   <source>What was learned</source>
   <translation>Was daraus gelernt wurde</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TransferOperation</name>
  <message>
   <source>Asking %1</source>
   <translation>%1 wird gefragt</translation>
  </message>
  <message numerus="yes">
   <source>%1 of %n layer(s)</source>
   <translation>
    <numerusform>%1 von %n Schicht</numerusform>
    <numerusform>%1 von %n Schichten</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>%1/s</source>
   <translation>%1/s</translation>
  </message>
  <message>
   <source>%1 left</source>
   <translation>noch %1</translation>
  </message>
  <message>
   <source>Without a login: %1</source>
   <translation>Ohne Anmeldung: %1</translation>
  </message>
  <message>
   <source>%1. It was asked without a login: %2</source>
   <translation>%1. Gefragt wurde ohne Anmeldung: %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::UploadOperation</name>
  <message>
   <source>Upload %1</source>
   <translation>%1 hochladen</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>%1 kann nicht gelesen werden: %2</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>es ist ein Ordner</translation>
  </message>
  <message>
   <source>%1 of %2 sent</source>
   <translation>%1 von %2 gesendet</translation>
  </message>
  <message>
   <source>%1 is in %2</source>
   <translation>%1 ist in %2</translation>
  </message>
  <message>
   <source>%1 has more than %2 files: pack them, and upload the archive.</source>
   <translation>%1 hat mehr als %2 Dateien: packen, und das Archiv hochladen.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::VolumeModel</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>%1 (no name)</source>
   <translation>%1 (ohne Namen)</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Treiber</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>Benutzt von</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>Auf diesem Computer</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::WantedText</name>
  <message>
   <source>not %1</source>
   <translation>nicht %1</translation>
  </message>
  <message>
   <source>something like %1</source>
   <translation>so etwas wie %1</translation>
  </message>
  <message>
   <source>at least %1</source>
   <translation>mindestens %1</translation>
  </message>
  <message>
   <source>at most %1</source>
   <translation>höchstens %1</translation>
  </message>
  <message>
   <source>the same as in %1</source>
   <translation>dasselbe wie in %1</translation>
  </message>
  <message>
   <source>another one than in %1</source>
   <translation>ein anderer als in %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::WasteModel</name>
  <message>
   <source>Path</source>
   <translation>Pfad</translation>
  </message>
  <message>
   <source>Wasted</source>
   <translation>Vergeudet</translation>
  </message>
  <message>
   <source>Of all its copies but the one that is seen</source>
   <translation>Aller Kopien außer der einen, die man sieht</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>Mal</translation>
  </message>
  <message>
   <source>How many layers write or remove it</source>
   <translation>Wie viele Schichten ihn schreiben oder entfernen</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Schichten</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Wire</name>
  <message>
   <source>Nobody looked any more before it was over.</source>
   <translation>Niemand sah mehr hin, bevor es zu Ende war.</translation>
  </message>
  <message>
   <source>It was not wanted any more before it was over.</source>
   <translation>Es war nicht mehr gewünscht, bevor es zu Ende war.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::WireModel</name>
  <message>
   <source>Request</source>
   <translation>Anfrage</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Duration</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>%1 sent, %2 received</source>
   <translation>%1 gesendet, %2 empfangen</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::WireText</name>
  <message>
   <source>(%1 in all; no more of it is kept)</source>
   <translation>(%1 im Ganzen; mehr davon wird nicht aufbewahrt)</translation>
  </message>
  <message>
   <source>(%1 that are no text)</source>
   <translation>(%1, die kein Text sind)</translation>
  </message>
  <message>
   <source>(a terminal from here on: what is typed and written is not kept)</source>
   <translation>(von hier an ein Terminal: Was getippt und ausgegeben wird, wird nicht aufbewahrt)</translation>
  </message>
  <message>
   <source>(it goes on)</source>
   <translation>(es geht weiter)</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fehlgeschlagen</translation>
  </message>
  <message>
   <source>goes on</source>
   <translation>geht weiter</translation>
  </message>
  <message>
   <source>%1 s</source>
   <comment>seconds</comment>
   <translation>%1 s</translation>
  </message>
  <message>
   <source>%1 ms</source>
   <comment>milliseconds</comment>
   <translation>%1 ms</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::XrayBeside</name>
  <message>
   <source>not seen from inside</source>
   <translation>von innen nicht zu sehen</translation>
  </message>
  <message>
   <source>process %1 of user %2</source>
   <translation>Prozess %1 von Benutzer %2</translation>
  </message>
  <message>
   <source>all others of the host</source>
   <translation>alle anderen des Hosts</translation>
  </message>
  <message>
   <source>and more</source>
   <translation>und mehr</translation>
  </message>
  <message numerus="yes">
   <source>%n that are not listed</source>
   <translation>
    <numerusform>%n, der nicht in der Liste steht</numerusform>
    <numerusform>%n, die nicht in der Liste stehen</numerusform>
   </translation>
  </message>
  <message>
   <source>read-only</source>
   <translation>nur lesbar</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>all %1</source>
   <translation>alle %1</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>those of the computer</source>
   <translation>die des Rechners</translation>
  </message>
  <message>
   <source>each number is itself</source>
   <translation>jede Nummer ist sie selbst</translation>
  </message>
  <message numerus="yes">
   <source>%n in all</source>
   <comment>processes</comment>
   <translation>
    <numerusform>%n insgesamt</numerusform>
    <numerusform>%n insgesamt</numerusform>
   </translation>
  </message>
  <message>
   <source>the root of all groups</source>
   <translation>die Wurzel aller Gruppen</translation>
  </message>
  <message>
   <source>none: its files lie on its disks</source>
   <translation>keine: seine Dateien liegen auf seinen Platten</translation>
  </message>
  <message>
   <source>not told</source>
   <translation>nicht genannt</translation>
  </message>
  <message>
   <source>only on the host</source>
   <translation>nur auf dem Host</translation>
  </message>
  <message>
   <source>given</source>
   <translation>gegeben</translation>
  </message>
  <message>
   <source>not given</source>
   <translation>nicht gegeben</translation>
  </message>
  <message>
   <source>filtered</source>
   <translation>gefiltert</translation>
  </message>
  <message>
   <source>not filtered</source>
   <translation>nicht gefiltert</translation>
  </message>
  <message>
   <source>set</source>
   <translation>gesetzt</translation>
  </message>
  <message>
   <source>not set</source>
   <translation>nicht gesetzt</translation>
  </message>
  <message>
   <source>allowed</source>
   <translation>erlaubt</translation>
  </message>
  <message>
   <source>the other end: %1</source>
   <translation>das andere Ende: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::XrayNodes</name>
  <message>
   <source>no process of the container</source>
   <translation>kein Prozess des Containers</translation>
  </message>
  <message>
   <source>%1, process %2 here, %3 on the host</source>
   <translation>%1, Prozess %2 hier, %3 auf dem Host</translation>
  </message>
  <message>
   <source>way to %1 (%2)</source>
   <translation>Weg zu %1 (%2)</translation>
  </message>
  <message>
   <source>published port</source>
   <translation>veröffentlichter Port</translation>
  </message>
  <message>
   <source>address translation</source>
   <translation>Adressübersetzung</translation>
  </message>
  <message>
   <source>no rule: it is missing</source>
   <translation>keine Regel: Sie fehlt</translation>
  </message>
  <message>
   <source>bridge</source>
   <translation>Brücke</translation>
  </message>
  <message>
   <source>pair</source>
   <translation>Paar</translation>
  </message>
  <message>
   <source>%1 outside is %2 inside</source>
   <translation>%1 draußen ist %2 drinnen</translation>
  </message>
  <message>
   <source>process</source>
   <translation>Prozess</translation>
  </message>
  <message>
   <source>nobody listens</source>
   <translation>niemand lauscht</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message numerus="yes">
   <source>%n interface(s)</source>
   <translation>
    <numerusform>%n Schnittstelle</numerusform>
    <numerusform>%n Schnittstellen</numerusform>
   </translation>
  </message>
  <message>
   <source>other end %1, on %2</source>
   <translation>anderes Ende %1, an %2</translation>
  </message>
  <message>
   <source>off</source>
   <translation>aus</translation>
  </message>
  <message>
   <source>%1, MTU %2</source>
   <translation>%1, MTU %2</translation>
  </message>
  <message>
   <source>to %1</source>
   <translation>nach %1</translation>
  </message>
  <message>
   <source>directly, by %1</source>
   <translation>unmittelbar, über %1</translation>
  </message>
  <message>
   <source>through %1, by %2</source>
   <translation>durch %1, über %2</translation>
  </message>
  <message>
   <source>listens at %1 (%2)</source>
   <translation>lauscht an %1 (%2)</translation>
  </message>
  <message>
   <source>name servers</source>
   <translation>Nameserver</translation>
  </message>
  <message>
   <source>users</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>mounts</source>
   <translation>Einhängungen</translation>
  </message>
  <message>
   <source>processes</source>
   <translation>Prozesse</translation>
  </message>
  <message>
   <source>network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>shared memory (ipc)</source>
   <translation>gemeinsamer Speicher (ipc)</translation>
  </message>
  <message>
   <source>host name (uts)</source>
   <translation>Rechnername (uts)</translation>
  </message>
  <message>
   <source>control groups</source>
   <translation>Kontrollgruppen</translation>
  </message>
  <message>
   <source>clocks (time)</source>
   <translation>Uhren (time)</translation>
  </message>
  <message>
   <source>not told</source>
   <translation>nicht genannt</translation>
  </message>
  <message>
   <source>the host&apos;s</source>
   <translation>der des Hosts</translation>
  </message>
  <message>
   <source>its own</source>
   <translation>ein eigener</translation>
  </message>
  <message>
   <source>shared with %1</source>
   <translation>geteilt mit %1</translation>
  </message>
  <message>
   <source>running</source>
   <translation>läuft</translation>
  </message>
  <message>
   <source>sleeping</source>
   <translation>schläft</translation>
  </message>
  <message>
   <source>waiting for a device</source>
   <translation>wartet auf ein Gerät</translation>
  </message>
  <message>
   <source>ended, not fetched</source>
   <translation>beendet, nicht abgeholt</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>the container&apos;s own</source>
   <translation>der des Containers</translation>
  </message>
  <message>
   <source>%1 comes from no layer: something is mounted on %2.</source>
   <translation>%1 kommt aus keiner Schicht: Auf %2 ist etwas eingehängt.</translation>
  </message>
  <message>
   <source>%1 is in none of the layers.</source>
   <translation>%1 ist in keiner der Schichten.</translation>
  </message>
  <message>
   <source>%1 has been removed: it is still in a layer below, and hidden.</source>
   <translation>%1 wurde entfernt: Es ist noch in einer Schicht darunter, und verdeckt.</translation>
  </message>
  <message numerus="yes">
   <source>%1 is a folder, merged from %n layer(s).</source>
   <translation>
    <numerusform>%1 ist ein Ordner aus %n Schicht.</numerusform>
    <numerusform>%1 ist ein Ordner, vereint aus %n Schichten.</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 comes from layer %2: %3</source>
   <translation>%1 kommt aus Schicht %2: %3</translation>
  </message>
  <message>
   <source>Namespaces</source>
   <translation>Namensräume</translation>
  </message>
  <message>
   <source>user ids</source>
   <translation>Benutzer-Ids</translation>
  </message>
  <message>
   <source>group ids</source>
   <translation>Gruppen-Ids</translation>
  </message>
  <message>
   <source>%1 to %2 here are %3 to %4 on the host</source>
   <translation>%1 bis %2 hier sind %3 bis %4 auf dem Host</translation>
  </message>
  <message>
   <source>made by</source>
   <translation>gemacht von</translation>
  </message>
  <message>
   <source>user %1 of the host</source>
   <translation>Benutzer %1 des Hosts</translation>
  </message>
  <message>
   <source>shifted by %1 s</source>
   <translation>um %1 s verschoben</translation>
  </message>
  <message numerus="yes">
   <source>%n of its own</source>
   <translation>
    <numerusform>%n eigener</numerusform>
    <numerusform>%n eigene</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 here, %2 on the host</source>
   <translation>%1 hier, %2 auf dem Host</translation>
  </message>
  <message>
   <source>%1 on the host, none here</source>
   <translation>%1 auf dem Host, hier keiner</translation>
  </message>
  <message>
   <source>user %1 here, %2 on the host</source>
   <translation>Benutzer %1 hier, %2 auf dem Host</translation>
  </message>
  <message numerus="yes">
   <source>%n thread(s)</source>
   <translation>
    <numerusform>%n Thread</numerusform>
    <numerusform>%n Threads</numerusform>
   </translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Prozesse</translation>
  </message>
  <message>
   <source>and more</source>
   <translation>und mehr</translation>
  </message>
  <message numerus="yes">
   <source>%n process(es) that are not listed</source>
   <translation>
    <numerusform>%n Prozess, der nicht aufgezählt ist</numerusform>
    <numerusform>%n Prozesse, die nicht aufgezählt sind</numerusform>
   </translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>chosen file</source>
   <translation>gewählte Datei</translation>
  </message>
  <message>
   <source>the layers</source>
   <translation>die Schichten</translation>
  </message>
  <message>
   <source>volume %1</source>
   <translation>Datenträger %1</translation>
  </message>
  <message>
   <source>folder %1 of the host</source>
   <translation>Ordner %1 des Hosts</translation>
  </message>
  <message>
   <source>image %1</source>
   <translation>Abbild %1</translation>
  </message>
  <message>
   <source>in memory</source>
   <translation>im Speicher</translation>
  </message>
  <message>
   <source>written by the engine</source>
   <translation>von der Engine geschrieben</translation>
  </message>
  <message>
   <source>hidden</source>
   <translation>verdeckt</translation>
  </message>
  <message>
   <source>cannot be written</source>
   <translation>nicht beschreibbar</translation>
  </message>
  <message>
   <source>a device</source>
   <translation>ein Gerät</translation>
  </message>
  <message>
   <source>mounted inside</source>
   <translation>innen eingehängt</translation>
  </message>
  <message>
   <source>Mounts</source>
   <translation>Einhängungen</translation>
  </message>
  <message>
   <source>read-only</source>
   <translation>nur lesen</translation>
  </message>
  <message>
   <source>ids shifted</source>
   <translation>Ids verschoben</translation>
  </message>
  <message>
   <source>%1 from %2, options %3</source>
   <translation>%1 aus %2, Optionen %3</translation>
  </message>
  <message>
   <source>Capabilities</source>
   <translation>Rechte</translation>
  </message>
  <message>
   <source>%1 given, %2 not</source>
   <translation>%1 gegeben, %2 nicht</translation>
  </message>
  <message>
   <source>given</source>
   <translation>gegeben</translation>
  </message>
  <message>
   <source>not given</source>
   <translation>nicht gegeben</translation>
  </message>
  <message>
   <source>effective</source>
   <translation>wirksam</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>permitted</source>
   <translation>erlaubt</translation>
  </message>
  <message>
   <source>inheritable</source>
   <translation>vererbbar</translation>
  </message>
  <message>
   <source>ambient</source>
   <translation>ambient</translation>
  </message>
  <message>
   <source>System calls</source>
   <translation>Systemaufrufe</translation>
  </message>
  <message>
   <source>not filtered</source>
   <translation>nicht gefiltert</translation>
  </message>
  <message numerus="yes">
   <source>%n refused</source>
   <translation>
    <numerusform>%n verweigert</numerusform>
    <numerusform>%n verweigert</numerusform>
   </translation>
  </message>
  <message>
   <source>prevents</source>
   <translation>verhindert</translation>
  </message>
  <message>
   <source>only some forms</source>
   <translation>nur manche Formen</translation>
  </message>
  <message>
   <source>no new privileges</source>
   <translation>keine neuen Rechte</translation>
  </message>
  <message>
   <source>set</source>
   <translation>gesetzt</translation>
  </message>
  <message>
   <source>not set</source>
   <translation>nicht gesetzt</translation>
  </message>
  <message>
   <source>label</source>
   <translation>Etikett</translation>
  </message>
  <message>
   <source>hidden paths</source>
   <translation>verdeckte Pfade</translation>
  </message>
  <message>
   <source>read-only paths</source>
   <translation>nur lesbare Pfade</translation>
  </message>
  <message>
   <source>%1, no limit</source>
   <translation>%1, keine Grenze</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>no quota</source>
   <translation>kein Kontingent</translation>
  </message>
  <message>
   <source>%1 ms in each %2 ms: %3 processors</source>
   <translation>%1 ms in je %2 ms: %3 Prozessoren</translation>
  </message>
  <message>
   <source>pressure, all wait for %1</source>
   <translation>Druck, alle warten auf %1</translation>
  </message>
  <message>
   <source>pressure, some wait for %1</source>
   <translation>Druck, manche warten auf %1</translation>
  </message>
  <message>
   <source>%1 % of the last 10 s, %2 % of the last minute</source>
   <translation>%1 % der letzten 10 s, %2 % der letzten Minute</translation>
  </message>
  <message>
   <source>files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <source>path</source>
   <translation>Pfad</translation>
  </message>
  <message>
   <source>path of %1</source>
   <translation>Pfad von %1</translation>
  </message>
  <message>
   <source>processor time</source>
   <translation>Prozessorzeit</translation>
  </message>
  <message>
   <source>throttled</source>
   <translation>gebremst</translation>
  </message>
  <message>
   <source>%1 of %2 periods, %3 s in all</source>
   <translation>%1 von %2 Abschnitten, %3 s im Ganzen</translation>
  </message>
  <message>
   <source>used so far</source>
   <translation>bisher benutzt</translation>
  </message>
  <message>
   <source>%1 s</source>
   <translation>%1 s</translation>
  </message>
  <message>
   <source>weight</source>
   <translation>Gewicht</translation>
  </message>
  <message>
   <source>Control group</source>
   <translation>Kontrollgruppe</translation>
  </message>
  <message>
   <source>version %1</source>
   <translation>Version %1</translation>
  </message>
  <message>
   <source>memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>processes and threads</source>
   <translation>Prozesse und Threads</translation>
  </message>
  <message>
   <source>a room within</source>
   <translation>ein Zimmer darin</translation>
  </message>
  <message numerus="yes">
   <source>%n process(es)</source>
   <translation>
    <numerusform>%n Prozess</numerusform>
    <numerusform>%n Prozesse</numerusform>
   </translation>
  </message>
  <message>
   <source>host name</source>
   <translation>Rechnername</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::XrayTree</name>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>How it is now</source>
   <translation>Wie es jetzt ist</translation>
  </message>
  <message>
   <source>on the host the same: %1</source>
   <translation>auf dem Host derselbe: %1</translation>
  </message>
  <message>
   <source>on the host another: %1</source>
   <translation>auf dem Host ein anderer: %1</translation>
  </message>
  <message>
   <source>on the host: %1</source>
   <translation>auf dem Host: %1</translation>
  </message>
  <message>
   <source>On the host</source>
   <translation>Auf dem Host</translation>
  </message>
  <message>
   <source>In the container</source>
   <translation>Im Container</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::YamlReader</name>
  <message>
   <source>Lists are nested too deep. A lesson needs no more than a few levels.</source>
   <translation>Listen sind zu tief verschachtelt. Eine Lektion braucht nicht mehr als ein paar Ebenen.</translation>
  </message>
  <message>
   <source>Between the two lines --- must stand keys with values, as “title: …”.</source>
   <translation>Zwischen den beiden Zeilen --- müssen Schlüssel mit Werten stehen, wie „title: …“.</translation>
  </message>
  <message>
   <source>This is no YAML: %1. Texts with “: ” or “#” in them need quotes.</source>
   <translation>Das ist kein YAML: %1. Texte mit „: “ oder „#“ darin brauchen Anführungszeichen.</translation>
  </message>
  <message>
   <source>Here must stand keys with values. Possible are: %1.</source>
   <translation>Hier müssen Schlüssel mit Werten stehen. Möglich sind: %1.</translation>
  </message>
  <message>
   <source>“%1” is not known here. Possible are: %2.</source>
   <translation>„%1“ ist hier nicht bekannt. Möglich sind: %2.</translation>
  </message>
  <message>
   <source>“%1” stands here twice. Remove one of them.</source>
   <translation>„%1“ steht hier zweimal. Entfernen Sie eines davon.</translation>
  </message>
  <message>
   <source>“%1” must be a text.</source>
   <translation>„%1“ muss ein Text sein.</translation>
  </message>
  <message>
   <source>“%1” is too long: at most %2 characters.</source>
   <translation>„%1“ ist zu lang: höchstens %2 Zeichen.</translation>
  </message>
  <message>
   <source>“%1” is missing. Write a line “%1: …”.</source>
   <translation>„%1“ fehlt. Schreiben Sie eine Zeile „%1: …“.</translation>
  </message>
  <message>
   <source>“%1” must be a number, not “%2”.</source>
   <translation>„%1“ muss eine Zahl sein, nicht „%2“.</translation>
  </message>
  <message>
   <source>“%1” must be a whole number.</source>
   <translation>„%1“ muss eine ganze Zahl sein.</translation>
  </message>
  <message>
   <source>“%1” must be true or false, not “%2”.</source>
   <translation>„%1“ muss true oder false sein, nicht „%2“.</translation>
  </message>
  <message>
   <source>“%1” is no regular expression: %2.</source>
   <translation>„%1“ ist kein regulärer Ausdruck: %2.</translation>
  </message>
  <message>
   <source>“%1” must be a list: lines that begin with “- ”, or [a, b].</source>
   <translation>„%1“ muss eine Liste sein: Zeilen, die mit „- “ beginnen, oder [a, b].</translation>
  </message>
  <message>
   <source>“%1” has too many entries: at most %2.</source>
   <translation>„%1“ hat zu viele Einträge: höchstens %2.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::language::DockerfileLanguage</name>
  <message>
   <source>not known before the build</source>
   <translation>vor dem Bauen nicht bekannt</translation>
  </message>
  <message>
   <source>every rule</source>
   <translation>jede Regel</translation>
  </message>
  <message>
   <source>stage %1, from %2</source>
   <translation>Stufe %1, aus %2</translation>
  </message>
  <message>
   <source>nothing: an empty image</source>
   <translation>nichts: ein leeres Abbild</translation>
  </message>
  <message>
   <source>on this computer</source>
   <translation>auf diesem Computer</translation>
  </message>
  <message>
   <source>in the registry</source>
   <translation>in der Registry</translation>
  </message>
  <message>
   <source>For example: %1</source>
   <translation>Zum Beispiel: %1</translation>
  </message>
  <message>
   <source>Stage %1 of this file, from %2.</source>
   <translation>Stufe %1 dieser Datei, aus %2.</translation>
  </message>
  <message numerus="yes">
   <source>Line %1, with %n instruction(s).</source>
   <translation>
    <numerusform>Zeile %1, mit %n Anweisung.</numerusform>
    <numerusform>Zeile %1, mit %n Anweisungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Its layers are in no result: only files that are copied from it are.</source>
   <translation>Ihre Schichten sind in keinem Ergebnis: nur Dateien, die daraus kopiert werden.</translation>
  </message>
  <message>
   <source>Stage %1</source>
   <translation>Stufe %1</translation>
  </message>
  <message>
   <source>Its value is not known before the build.</source>
   <translation>Der Wert ist vor dem Bauen nicht bekannt.</translation>
  </message>
  <message>
   <source>It is empty here.</source>
   <translation>Hier ist sie leer.</translation>
  </message>
  <message>
   <source>The builder sets it.</source>
   <translation>Der Builder setzt sie.</translation>
  </message>
  <message>
   <source>The base image sets it.</source>
   <translation>Das Basisabbild setzt sie.</translation>
  </message>
  <message>
   <source>Given by --build-arg.</source>
   <translation>Mit --build-arg angegeben.</translation>
  </message>
  <message>
   <source>Set by ENV in line %1; containers have it too.</source>
   <translation>Gesetzt durch ENV in Zeile %1; Container haben sie auch.</translation>
  </message>
  <message>
   <source>Declared by ARG in line %1; containers do not have it.</source>
   <translation>Vereinbart durch ARG in Zeile %1; Container haben sie nicht.</translation>
  </message>
  <message>
   <source>Nothing: the stage begins with no file at all.</source>
   <translation>Nichts: Die Stufe beginnt ganz ohne Dateien.</translation>
  </message>
  <message>
   <source>Asking the engine about it.</source>
   <translation>Die Engine wird danach gefragt.</translation>
  </message>
  <message>
   <source>It is not on this computer: the build fetches it.</source>
   <translation>Es ist nicht auf diesem Computer: Der Build holt es.</translation>
  </message>
  <message>
   <source>Made: %1.</source>
   <translation>Erstellt: %1.</translation>
  </message>
  <message>
   <source>The rule: %1.</source>
   <translation>Die Regel: %1.</translation>
  </message>
  <message>
   <source>Copies files from the context into the image, unpacks local archives, and fetches URLs and git repositories. Where none of that is needed, COPY says more clearly what happens.</source>
   <translation>Kopiert Dateien aus dem Kontext in das Abbild, entpackt lokale Archive und holt URLs und git-Repositorys. Wo nichts davon gebraucht wird, sagt COPY klarer, was geschieht.</translation>
  </message>
  <message>
   <source>Declares a variable that the builder can set with --build-arg. It counts from here to the end of the stage, and is gone when the image runs. Above the first FROM it counts for FROM lines only.</source>
   <translation>Vereinbart eine Variable, die der Builder mit --build-arg setzen kann. Sie gilt von hier bis zum Ende der Stufe und ist weg, wenn das Abbild läuft. Über dem ersten FROM gilt sie nur für FROM-Zeilen.</translation>
  </message>
  <message>
   <source>What a container of this image runs when nothing else is asked for; with an ENTRYPOINT, its default arguments. The last one counts.</source>
   <translation>Was ein Container dieses Abbilds ausführt, wenn nichts anderes verlangt ist; bei einem ENTRYPOINT dessen übliche Argumente. Das letzte gilt.</translation>
  </message>
  <message>
   <source>Copies files from the context, another stage or another image into this one. With several sources the destination ends in /.</source>
   <translation>Kopiert Dateien aus dem Kontext, einer anderen Stufe oder einem anderen Abbild in dieses. Bei mehreren Quellen endet das Ziel mit /.</translation>
  </message>
  <message>
   <source>The program that containers of this image always run; CMD and what stands behind the image&apos;s name are its arguments.</source>
   <translation>Das Programm, das Container dieses Abbilds immer ausführen; CMD und was hinter dem Namen des Abbilds steht, sind seine Argumente.</translation>
  </message>
  <message>
   <source>Sets variables for the instructions below and for containers of the image. Never put a secret here: everybody who has the image can read it.</source>
   <translation>Setzt Variablen für die Anweisungen darunter und für Container des Abbilds. Nie ein Geheimnis hineinschreiben: Jeder, der das Abbild hat, kann es lesen.</translation>
  </message>
  <message>
   <source>Says on which ports the program listens. That publishes none of them: run does, with -p.</source>
   <translation>Sagt, an welchen Ports das Programm lauscht. Veröffentlicht wird damit keiner: Das tut run mit -p.</translation>
  </message>
  <message>
   <source>Begins a stage on top of an image, of a stage above, or of nothing (scratch). The last stage is what is built, with those that it needs.</source>
   <translation>Beginnt eine Stufe auf einem Abbild, auf einer Stufe darüber oder auf nichts (scratch). Gebaut wird die letzte Stufe, mit denen, die sie braucht.</translation>
  </message>
  <message>
   <source>A command that says whether the container is well: exit code 0 yes, 1 no. NONE switches off what the base image has.</source>
   <translation>Ein Befehl, der sagt, ob es dem Container gut geht: Exit-Code 0 ja, 1 nein. NONE schaltet ab, was das Basisabbild hat.</translation>
  </message>
  <message>
   <source>Notes about the image: who made it, from what, under which licence.</source>
   <translation>Notizen zum Abbild: wer es gemacht hat, woraus, unter welcher Lizenz.</translation>
  </message>
  <message>
   <source>Who keeps the image. Deprecated: use LABEL org.opencontainers.image.authors instead.</source>
   <translation>Wer das Abbild pflegt. Veraltet: stattdessen LABEL org.opencontainers.image.authors benutzen.</translation>
  </message>
  <message>
   <source>Keeps an instruction for later: it runs when another image is built FROM this one.</source>
   <translation>Hebt eine Anweisung für später auf: Sie wird ausgeführt, wenn ein anderes Abbild FROM diesem gebaut wird.</translation>
  </message>
  <message>
   <source>Runs a command in the image and keeps what it changes as a layer. Clean up in the same RUN: what a later one removes still takes space.</source>
   <translation>Führt einen Befehl im Abbild aus und behält als Schicht, was er ändert. Im selben RUN aufräumen: Was ein späteres entfernt, belegt weiterhin Platz.</translation>
  </message>
  <message>
   <source>The shell that reads RUN, CMD and ENTRYPOINT where they are no arrays, from here on.</source>
   <translation>Die Shell, die von hier an RUN, CMD und ENTRYPOINT liest, wo sie keine Arrays sind.</translation>
  </message>
  <message>
   <source>The signal that asks the container&apos;s program to end. SIGTERM where nothing is said.</source>
   <translation>Das Signal, das das Programm des Containers bittet zu enden. SIGTERM, wo nichts gesagt ist.</translation>
  </message>
  <message>
   <source>Who runs the commands below and the container&apos;s program. Without it that is root.</source>
   <translation>Wer die Befehle darunter und das Programm des Containers ausführt. Ohne diese Anweisung ist das root.</translation>
  </message>
  <message>
   <source>Folders that get a volume when a container starts, so that what is written there outlives it. What later instructions write there may be lost.</source>
   <translation>Ordner, die beim Start eines Containers einen Datenträger bekommen, sodass ihn überdauert, was dort geschrieben wird. Was spätere Anweisungen dort schreiben, kann verloren gehen.</translation>
  </message>
  <message>
   <source>The folder in which the instructions below and the container&apos;s program work. It is made where it is missing.</source>
   <translation>Der Ordner, in dem die Anweisungen darunter und das Programm des Containers arbeiten. Fehlt er, wird er angelegt.</translation>
  </message>
  <message>
   <source>What is fetched must have this digest (of a git repository: this commit), or the build fails.</source>
   <translation>Was geholt wird, muss diese Prüfsumme haben (bei einem git-Repository: diesen Commit), sonst scheitert der Build.</translation>
  </message>
  <message>
   <source>Permissions of what is copied: 755 or u=rwX,go=rX.</source>
   <translation>Rechte des Kopierten: 755 oder u=rwX,go=rX.</translation>
  </message>
  <message>
   <source>Whom the copied files belong to. Without it: root.</source>
   <translation>Wem die kopierten Dateien gehören. Ohne Angabe: root.</translation>
  </message>
  <message>
   <source>Leaves out files that fit the pattern. May be given several times.</source>
   <translation>Lässt Dateien aus, auf die das Muster passt. Darf mehrmals angegeben werden.</translation>
  </message>
  <message>
   <source>Keeps the folder .git of a repository that is fetched.</source>
   <translation>Behält den Ordner .git eines geholten Repositorys.</translation>
  </message>
  <message>
   <source>Copies into a layer that does not depend on those below: it stays in the cache when they change. Links in the destination are not followed.</source>
   <translation>Kopiert in eine Schicht, die von denen darunter nicht abhängt: Sie bleibt im Cache, wenn diese sich ändern. Verweisen im Ziel wird nicht gefolgt.</translation>
  </message>
  <message>
   <source>Whether archives are unpacked. Without it local ones are, and those of a URL are not.</source>
   <translation>Ob Archive entpackt werden. Ohne Angabe werden es lokale, die einer URL nicht.</translation>
  </message>
  <message>
   <source>Takes the files from a stage above (its name or number) or from an image, in place of the context.</source>
   <translation>Nimmt die Dateien aus einer Stufe darüber (mit Namen oder Nummer) oder aus einem Abbild, anstelle des Kontexts.</translation>
  </message>
  <message>
   <source>Keeps the folders of each source below the destination; /./ in a source marks where they begin.</source>
   <translation>Behält die Ordner jeder Quelle unter dem Ziel; /./ in einer Quelle bezeichnet, wo sie beginnen.</translation>
  </message>
  <message>
   <source>The platform of the image. Without it: the one that is built for. $BUILDPLATFORM is the one that builds.</source>
   <translation>Die Plattform des Abbilds. Ohne Angabe: die, für die gebaut wird. $BUILDPLATFORM ist die, auf der gebaut wird.</translation>
  </message>
  <message>
   <source>The time between two checks. 30s where nothing is said.</source>
   <translation>Die Zeit zwischen zwei Prüfungen. 30s, wo nichts gesagt ist.</translation>
  </message>
  <message>
   <source>How many checks in a row must fail before the container is unhealthy. 3 where nothing is said.</source>
   <translation>Wie viele Prüfungen hintereinander fehlschlagen müssen, bevor der Container krank ist. 3, wo nichts gesagt ist.</translation>
  </message>
  <message>
   <source>The time between checks while the container starts. 5s where nothing is said.</source>
   <translation>Die Zeit zwischen Prüfungen, während der Container startet. 5s, wo nichts gesagt ist.</translation>
  </message>
  <message>
   <source>How long the container may need to start: checks that fail meanwhile do not count. 0s where nothing is said.</source>
   <translation>Wie lange der Container zum Starten brauchen darf: Prüfungen, die in dieser Zeit fehlschlagen, zählen nicht. 0s, wo nichts gesagt ist.</translation>
  </message>
  <message>
   <source>A check that takes longer has failed. 30s where nothing is said.</source>
   <translation>Eine Prüfung, die länger dauert, ist fehlgeschlagen. 30s, wo nichts gesagt ist.</translation>
  </message>
  <message>
   <source>Gives the command a device by its CDI name.</source>
   <translation>Gibt dem Befehl ein Gerät, mit dessen CDI-Namen.</translation>
  </message>
  <message>
   <source>Mounts something for this command only; nothing of it is in the layer: files of the context or a stage (bind), a folder that is kept between builds (cache), memory (tmpfs), a secret, or an ssh agent.</source>
   <translation>Hängt etwas nur für diesen Befehl ein; nichts davon ist in der Schicht: Dateien des Kontexts oder einer Stufe (bind), einen Ordner, der zwischen Builds aufgehoben wird (cache), Speicher (tmpfs), ein Geheimnis (secret) oder einen ssh-Agenten (ssh).</translation>
  </message>
  <message>
   <source>The command&apos;s network: default, none (only the loopback), or host.</source>
   <translation>Das Netz des Befehls: default, none (nur das Loopback) oder host.</translation>
  </message>
  <message>
   <source>sandbox is the usual; insecure gives the command the rights of a privileged container, where the engine allows it.</source>
   <translation>sandbox ist das Übliche; insecure gibt dem Befehl die Rechte eines privilegierten Containers, wo die Engine das erlaubt.</translation>
  </message>
  <message>
   <source>What is mounted. bind where nothing is said.</source>
   <translation>Was eingehängt wird. bind, wo nichts gesagt ist.</translation>
  </message>
  <message>
   <source>Where it appears. Of a secret without it: /run/secrets/ID. dst and destination are the same.</source>
   <translation>Wo es erscheint. Bei einem Geheimnis ohne Angabe: /run/secrets/ID. dst und destination bedeuten dasselbe.</translation>
  </message>
  <message>
   <source>A stage or an image whose files are mounted (bind), or that fills a new cache. Without it: the context, or nothing.</source>
   <translation>Eine Stufe oder ein Abbild, deren Dateien eingehängt werden (bind) oder einen neuen Cache füllen. Ohne Angabe: der Kontext, oder nichts.</translation>
  </message>
  <message>
   <source>The file or folder in it. Without it: all of it. src is the same.</source>
   <translation>Die Datei oder der Ordner darin. Ohne Angabe: alles. src bedeutet dasselbe.</translation>
  </message>
  <message>
   <source>The command cannot write there. ro is the same.</source>
   <translation>Der Befehl kann dort nicht schreiben. ro bedeutet dasselbe.</translation>
  </message>
  <message>
   <source>The command can write there; what it writes is thrown away. rw is the same.</source>
   <translation>Der Befehl kann dort schreiben; was er schreibt, wird verworfen. rw bedeutet dasselbe.</translation>
  </message>
  <message>
   <source>Which cache, secret or agent. Of a cache without it: its target; of an agent: default.</source>
   <translation>Welcher Cache, welches Geheimnis oder welcher Agent. Bei einem Cache ohne Angabe: sein target; bei einem Agenten: default.</translation>
  </message>
  <message>
   <source>What happens when two builds use it at once: both write (shared), each has its own (private), or the second waits (locked).</source>
   <translation>Was geschieht, wenn zwei Builds ihn zugleich benutzen: Beide schreiben (shared), jeder hat seinen eigenen (private), oder der zweite wartet (locked).</translation>
  </message>
  <message>
   <source>Its permissions, in octal: 0755 of a new cache, 0400 of a secret, 0600 of an agent.</source>
   <translation>Die Rechte, oktal: 0755 bei einem neuen Cache, 0400 bei einem Geheimnis, 0600 bei einem Agenten.</translation>
  </message>
  <message>
   <source>Whom it belongs to. 0 where nothing is said.</source>
   <translation>Wem es gehört. 0, wo nichts gesagt ist.</translation>
  </message>
  <message>
   <source>Which group it belongs to. 0 where nothing is said.</source>
   <translation>Welcher Gruppe es gehört. 0, wo nichts gesagt ist.</translation>
  </message>
  <message>
   <source>The build fails where it is not given. Without it: the command runs and does not find it.</source>
   <translation>Fehlt es, scheitert der Build. Ohne Angabe: Der Befehl wird ausgeführt und findet es nicht.</translation>
  </message>
  <message>
   <source>The secret as a variable; without target no file is made then.</source>
   <translation>Das Geheimnis als Variable; ohne target wird dann keine Datei angelegt.</translation>
  </message>
  <message>
   <source>How much it may hold: 64m, 1g. Without it: what there is.</source>
   <translation>Wie viel es fassen darf: 64m, 1g. Ohne Angabe: so viel, wie da ist.</translation>
  </message>
  <message>
   <source>What the checks of this file leave out, and whether what they find fails the build. Only in the first lines.</source>
   <translation>Was die Prüfungen dieser Datei auslassen und ob der Build an dem scheitert, was sie finden. Nur in den ersten Zeilen.</translation>
  </message>
  <message>
   <source>The character that continues a line, in place of the backslash: for paths of Windows. Only in the first lines.</source>
   <translation>Das Zeichen, das eine Zeile fortsetzt, anstelle des umgekehrten Schrägstrichs: für Pfade von Windows. Nur in den ersten Zeilen.</translation>
  </message>
  <message>
   <source>Which frontend other builders fetch to read this file. Ours reads all of version 1 itself. Only in the first lines.</source>
   <translation>Welches Frontend andere Builder holen, um diese Datei zu lesen. Dieser hier liest ganz Version 1 selbst. Nur in den ersten Zeilen.</translation>
  </message>
  <message>
   <source>%1 is set by the builder: under another name it would stay empty.</source>
   <translation>%1 wird vom Builder gesetzt: Unter einem anderen Namen bliebe es leer.</translation>
  </message>
  <message>
   <source>“%1” is no name of a variable: letters, digits and underscores are, with no digit first.</source>
   <translation>„%1“ ist kein Name einer Variablen: Buchstaben, Ziffern und Unterstriche sind erlaubt, am Anfang keine Ziffer.</translation>
  </message>
  <message>
   <source>%1 is a variable that the builder sets: choose another name.</source>
   <translation>%1 ist eine Variable, die der Builder setzt: einen anderen Namen wählen.</translation>
  </message>
  <message>
   <source>There is a variable %1 in this file: choose another name.</source>
   <translation>In dieser Datei gibt es eine Variable %1: einen anderen Namen wählen.</translation>
  </message>
  <message>
   <source>$%1 is used in this file for a variable from elsewhere: choose another name.</source>
   <translation>$%1 wird in dieser Datei für eine Variable von anderswo benutzt: einen anderen Namen wählen.</translation>
  </message>
  <message>
   <source>“%1” is no name of a stage: a letter comes first, then letters, digits, dots, hyphens and underscores.</source>
   <translation>„%1“ ist kein Name einer Stufe: zuerst ein Buchstabe, dann Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche.</translation>
  </message>
  <message>
   <source>“%1” has a meaning of its own in a Dockerfile: choose another name.</source>
   <translation>„%1“ hat in einem Dockerfile eine eigene Bedeutung: einen anderen Namen wählen.</translation>
  </message>
  <message>
   <source>There is a stage called “%1” in this file: choose another name.</source>
   <translation>In dieser Datei gibt es eine Stufe „%1“: einen anderen Namen wählen.</translation>
  </message>
  <message>
   <source>“%1” is an image that this file uses: a stage of that name would take its place. Choose another name.</source>
   <translation>„%1“ ist ein Abbild, das diese Datei benutzt: Eine Stufe dieses Namens träte an seine Stelle. Einen anderen Namen wählen.</translation>
  </message>
  <message>
   <source>There is no name here of a stage or a variable that this file defines.</source>
   <translation>Hier steht kein Name einer Stufe oder Variablen, die diese Datei festlegt.</translation>
  </message>
  <message>
   <source>This stage has no name: write AS and a name behind its FROM first.</source>
   <translation>Diese Stufe hat keinen Namen: zuerst AS und einen Namen hinter ihr FROM schreiben.</translation>
  </message>
  <message>
   <source>In line %1 the name is written with quotes or over several lines: change it there by hand first.</source>
   <translation>In Zeile %1 steht der Name mit Anführungszeichen oder über mehrere Zeilen: dort zuerst von Hand ändern.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Assistant</name>
  <message>
   <source>Read more</source>
   <translation>Mehr lesen</translation>
  </message>
  <message>
   <source>What can stand here</source>
   <translation>Was hier stehen kann</translation>
  </message>
  <message>
   <source>There is nothing to propose here.</source>
   <translation>Hier gibt es nichts vorzuschlagen.</translation>
  </message>
  <message>
   <source>Fix: %1</source>
   <translation>Beheben: %1</translation>
  </message>
  <message>
   <source>There is no problem in this line.</source>
   <translation>In dieser Zeile ist kein Fehler.</translation>
  </message>
  <message>
   <source>This problem has no fix that could be made for you.</source>
   <translation>Dieser Fehler kann nicht von selbst behoben werden.</translation>
  </message>
  <message>
   <source>Explain</source>
   <translation>Erklären</translation>
  </message>
  <message>
   <source>Go to definition</source>
   <translation>Zur Definition</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Umbenennen …</translation>
  </message>
  <message>
   <source>There is nothing to explain here.</source>
   <translation>Hier gibt es nichts zu erklären.</translation>
  </message>
  <message>
   <source>No stage or variable of this file stands here.</source>
   <translation>Hier steht keine Stufe oder Variable dieser Datei.</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>New name, everywhere in this file:</source>
   <translation>Neuer Name, überall in dieser Datei:</translation>
  </message>
  <message>
   <source>The text has changed meanwhile</source>
   <translation>Der Text hat sich inzwischen geändert</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BaseImageDialog</name>
  <message>
   <source>Nothing but the base</source>
   <translation>Nur die Basis</translation>
  </message>
  <message>
   <source>Python</source>
   <translation>Python</translation>
  </message>
  <message>
   <source>Python with Flask</source>
   <translation>Python mit Flask</translation>
  </message>
  <message>
   <source>Nginx</source>
   <translation>Nginx</translation>
  </message>
  <message>
   <source>New base image</source>
   <translation>Neues Basisabbild</translation>
  </message>
  <message>
   <source>Makes an image from packages of the distribution, on this machine, with mmdebstrap. No registry is needed.</source>
   <translation>Macht mit mmdebstrap auf diesem Computer ein Abbild aus Paketen der Distribution. Es braucht keine Registry.</translation>
  </message>
  <message>
   <source>The release of Debian</source>
   <translation>Die Ausgabe von Debian</translation>
  </message>
  <message>
   <source>names of packages, with blanks between</source>
   <translation>Namen von Paketen, mit Leerzeichen dazwischen</translation>
  </message>
  <message>
   <source>&amp;Suite</source>
   <translation>A&amp;usgabe</translation>
  </message>
  <message>
   <source>&amp;For</source>
   <translation>&amp;Für</translation>
  </message>
  <message>
   <source>&amp;Packages</source>
   <translation>&amp;Pakete</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>What mmdebstrap does appears here.</source>
   <translation>Was mmdebstrap tut, erscheint hier.</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>&amp;Schließen</translation>
  </message>
  <message>
   <source>Close this window; the work goes on behind the counter in the tool bar</source>
   <translation>Dieses Fenster schließen; die Arbeit geht hinter dem Zähler in der Werkzeugleiste weiter</translation>
  </message>
  <message>
   <source>&amp;Make</source>
   <translation>&amp;Erstellen</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>%1 is ready.</source>
   <translation>%1 ist fertig.</translation>
  </message>
  <message>
   <source>Run it…</source>
   <translation>Starten …</translation>
  </message>
  <message>
   <source>Cancelled; nothing was kept.</source>
   <translation>Abgebrochen; nichts wurde behalten.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildActions</name>
  <message>
   <source>&amp;Build…</source>
   <translation>&amp;Bauen …</translation>
  </message>
  <message>
   <source>Make an image from a Dockerfile and its folder</source>
   <translation>Aus einem Dockerfile und seinem Ordner ein Abbild machen</translation>
  </message>
  <message>
   <source>Ctrl+B</source>
   <translation>Ctrl+B</translation>
  </message>
  <message>
   <source>Build a&amp;gain…</source>
   <translation>&amp;Erneut bauen …</translation>
  </message>
  <message>
   <source>Open the form as it was for this build</source>
   <translation>Das Formular öffnen, wie es für diesen Build war</translation>
  </message>
  <message>
   <source>Ctrl+Shift+R</source>
   <translation>Ctrl+Shift+R</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>End this build; the steps that are done stay in the cache</source>
   <translation>Diesen Build beenden; was fertig ist, bleibt im Cache</translation>
  </message>
  <message>
   <source>Ctrl+.</source>
   <translation>Ctrl+.</translation>
  </message>
  <message>
   <source>&amp;Run…</source>
   <translation>Sta&amp;rten …</translation>
  </message>
  <message>
   <source>Run a container of the image that was built</source>
   <translation>Einen Container des gebauten Abbilds starten</translation>
  </message>
  <message>
   <source>Ctrl+Return</source>
   <translation>Ctrl+Return</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>E&amp;ntfernen</translation>
  </message>
  <message>
   <source>Remove the record of this build; its image stays</source>
   <translation>Die Aufzeichnung dieses Builds entfernen; sein Abbild bleibt</translation>
  </message>
  <message>
   <source>Copy &amp;id</source>
   <translation>&amp;Id kopieren</translation>
  </message>
  <message>
   <source>Copy its id</source>
   <translation>Seine Id kopieren</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>The record of %1 is being removed.</source>
   <translation>Die Aufzeichnung von %1 wird entfernt.</translation>
  </message>
  <message numerus="yes">
   <source>%n record(s) are being removed.</source>
   <translation>
    <numerusform>%n Aufzeichnung wird entfernt.</numerusform>
    <numerusform>%n Aufzeichnungen werden entfernt.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildDetails</name>
  <message>
   <source>&amp;Steps</source>
   <translation>Schr&amp;itte</translation>
  </message>
  <message>
   <source>The Dockerfile as it was built</source>
   <translation>Das Dockerfile, wie es gebaut wurde</translation>
  </message>
  <message>
   <source>Doc&amp;kerfile</source>
   <translation>Doc&amp;kerfile</translation>
  </message>
  <message numerus="yes">
   <source>%1 of %n step(s) from the cache</source>
   <translation>
    <numerusform>%1 von %n Schritt aus dem Cache</numerusform>
    <numerusform>%1 von %n Schritten aus dem Cache</numerusform>
   </translation>
  </message>
  <message>
   <source>The engine does not tell about this build: %1.</source>
   <translation>Die Engine sagt nichts über diesen Build: %1.</translation>
  </message>
  <message>
   <source>Build</source>
   <translation>Build</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>Namen</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Abbild</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Gestartet</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>From the cache</source>
   <translation>Aus dem Cache</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>What was asked for</source>
   <translation>Was verlangt war</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Dockerfile</source>
   <translation>Dockerfile</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>Ziel</translation>
  </message>
  <message>
   <source>Platform</source>
   <translation>Plattform</translation>
  </message>
  <message>
   <source>Arguments</source>
   <translation>Argumente</translation>
  </message>
  <message>
   <source>Their values are not kept: they may be secrets.</source>
   <translation>Ihre Werte werden nicht aufbewahrt: Es können Geheimnisse sein.</translation>
  </message>
  <message>
   <source>Every step was to be run, whatever was cached.</source>
   <translation>Jeder Schritt sollte ausgeführt werden, was immer im Cache war.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildDialog</name>
  <message>
   <source>Build an image</source>
   <translation>Ein Abbild bauen</translation>
  </message>
  <message>
   <source>Progress of the build</source>
   <translation>Fortschritt des Baus</translation>
  </message>
  <message>
   <source>Clo&amp;se</source>
   <translation>&amp;Schließen</translation>
  </message>
  <message>
   <source>Close this window; the work goes on behind the counter in the tool bar</source>
   <translation>Dieses Fenster schließen; die Arbeit geht hinter dem Zähler in der Werkzeugleiste weiter</translation>
  </message>
  <message>
   <source>&amp;Build</source>
   <translation>&amp;Bauen</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>Abbre&amp;chen</translation>
  </message>
  <message>
   <source>Run it…</source>
   <translation>Starten …</translation>
  </message>
  <message>
   <source>Cancelled. The steps that were done are in the cache.</source>
   <translation>Abgebrochen. Die fertigen Schritte sind im Cache.</translation>
  </message>
  <message>
   <source>&amp;Build again</source>
   <translation>Erneut &amp;bauen</translation>
  </message>
  <message>
   <source>From %1</source>
   <translation>Aus %1</translation>
  </message>
  <message>
   <source>%1 from %2</source>
   <comment>image, folder</comment>
   <translation>%1 aus %2</translation>
  </message>
  <message>
   <source>It is not built: step %1 failed.</source>
   <translation>Es ist nicht gebaut: Schritt %1 ist fehlgeschlagen.</translation>
  </message>
  <message>
   <source>C&amp;hange…</source>
   <translation>Än&amp;dern …</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildForm</name>
  <message>
   <source>R&amp;un every step, whatever is cached</source>
   <translation>&amp;Jeden Schritt ausführen, was immer im Cache ist</translation>
  </message>
  <message>
   <source>Loo&amp;k for newer base images</source>
   <translation>Nach neueren Basisabbi&amp;ldern sehen</translation>
  </message>
  <message>
   <source>Let steps use your ssh agent</source>
   <translation>Schritte den ssh-Agenten benutzen lassen</translation>
  </message>
  <message>
   <source>Its path in the folder</source>
   <translation>Sein Pfad im Ordner</translation>
  </message>
  <message>
   <source>friendlyhello:latest; may be empty</source>
   <translation>friendlyhello:latest; darf leer sein</translation>
  </message>
  <message>
   <source>the last stage</source>
   <translation>die letzte Stufe</translation>
  </message>
  <message>
   <source>The stage of the Dockerfile to build, by its name or number</source>
   <translation>Die Stufe des Dockerfiles, die gebaut wird, mit Namen oder Nummer</translation>
  </message>
  <message>
   <source>&amp;Dockerfile</source>
   <translation>&amp;Dockerfile</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>&amp;Ziel</translation>
  </message>
  <message>
   <source>Ar&amp;guments</source>
   <translation>Ar&amp;gumente</translation>
  </message>
  <message>
   <source>The folder with the Dockerfile and what it copies</source>
   <translation>Der Ordner mit dem Dockerfile und dem, was es kopiert</translation>
  </message>
  <message>
   <source>C&amp;hoose…</source>
   <translation>Aus&amp;wählen …</translation>
  </message>
  <message>
   <source>&amp;Folder</source>
   <translation>&amp;Ordner</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>name=value, one a line</source>
   <translation>Name=Wert, je eine Zeile</translation>
  </message>
  <message>
   <source>the default one</source>
   <translation>das übliche</translation>
  </message>
  <message>
   <source>What the commands of the steps can reach</source>
   <translation>Was die Befehle der Schritte erreichen können</translation>
  </message>
  <message>
   <source>this computer&apos;s; else linux/arm64 …</source>
   <translation>die dieses Computers; sonst linux/arm64 …</translation>
  </message>
  <message>
   <source>id=file, one a line</source>
   <translation>Id=Datei, je eine Zeile</translation>
  </message>
  <message>
   <source>What RUN --mount=type=secret,id=… shows: files of this computer. They are in no layer and no record</source>
   <translation>Was RUN --mount=type=secret,id=… zeigt: Dateien dieses Computers. Sie sind in keiner Schicht und keiner Aufzeichnung</translation>
  </message>
  <message>
   <source>What RUN --mount=type=ssh shows: steps can sign with your keys, and cannot read them</source>
   <translation>Was RUN --mount=type=ssh zeigt: Schritte können mit Ihren Schlüsseln unterschreiben, sie aber nicht lesen</translation>
  </message>
  <message>
   <source>&amp;Labels</source>
   <translation>Eti&amp;ketten</translation>
  </message>
  <message>
   <source>Secrets</source>
   <translation>Geheimnisse</translation>
  </message>
  <message>
   <source>Net&amp;work</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Platform</source>
   <translation>Plattform</translation>
  </message>
  <message>
   <source>The folder to build from</source>
   <translation>Der Ordner, aus dem gebaut wird</translation>
  </message>
  <message>
   <source>from %1</source>
   <translation>aus %1</translation>
  </message>
  <message>
   <source>NAME=value, one a line</source>
   <translation>NAME=Wert, je eine Zeile</translation>
  </message>
  <message>
   <source>NAME=value, one a line; it takes %1</source>
   <translation>NAME=Wert, je eine Zeile; es nimmt %1</translation>
  </message>
  <message>
   <source>There is no such folder.</source>
   <translation>Diesen Ordner gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no file %1 in this folder.</source>
   <translation>In diesem Ordner ist keine Datei %1.</translation>
  </message>
  <message>
   <source>It cannot be built as it is: %1.</source>
   <translation>So kann es nicht gebaut werden: %1.</translation>
  </message>
  <message numerus="yes">
   <source>%n stage(s)</source>
   <translation>
    <numerusform>%n Stufe</numerusform>
    <numerusform>%n Stufen</numerusform>
   </translation>
  </message>
  <message>
   <source>From %1</source>
   <translation>Aus %1</translation>
  </message>
  <message>
   <source>“%1” is no argument: write NAME=value.</source>
   <translation>„%1“ ist kein Argument: Schreiben Sie NAME=Wert.</translation>
  </message>
  <message>
   <source>“%1” is no label: write name=value.</source>
   <translation>„%1“ ist kein Etikett: Schreiben Sie Name=Wert.</translation>
  </message>
  <message>
   <source>“%1” is no secret: write its id, = and the path of a file.</source>
   <translation>„%1“ ist kein Geheimnis: Schreiben Sie seine Id, = und den Pfad einer Datei.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildGutter</name>
  <message>
   <source>not built</source>
   <translation>nicht gebaut</translation>
  </message>
  <message>
   <source>Join lines %1 and %2 in one RUN</source>
   <translation>Zeilen %1 und %2 zu einem RUN verbinden</translation>
  </message>
  <message>
   <source>What it changed is not known: %1</source>
   <translation>Was sie geändert hat, ist nicht bekannt: %1</translation>
  </message>
  <message>
   <source>It changed no file.</source>
   <translation>Sie hat keine Datei geändert.</translation>
  </message>
  <message>
   <source>Files: %1 added, %2 changed, %3 removed</source>
   <translation>Dateien: %1 neu, %2 geändert, %3 entfernt</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weitere</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>cached</source>
   <translation>aus dem Cache</translation>
  </message>
  <message numerus="yes">
   <source>%1 of %n instruction(s) came from the cache.</source>
   <translation>
    <numerusform>%1 von %n Anweisung kam aus dem Cache.</numerusform>
    <numerusform>%1 von %n Anweisungen kamen aus dem Cache.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The next build runs %n instruction(s) again.</source>
   <translation>
    <numerusform>Der nächste Build führt %n Anweisung erneut aus.</numerusform>
    <numerusform>Der nächste Build führt %n Anweisungen erneut aus.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildHistory</name>
  <message>
   <source>Started</source>
   <translation>Gestartet</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>Builds of this Dockerfile</source>
   <translation>Builds dieses Dockerfiles</translation>
  </message>
  <message>
   <source>Instruction</source>
   <translation>Anweisung</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Nachher</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Comparison of two builds</source>
   <translation>Vergleich zweier Builds</translation>
  </message>
  <message>
   <source>%1, %2 cached</source>
   <translation>%1, %2 aus dem Cache</translation>
  </message>
  <message>
   <source>No builds of this Dockerfile yet: press Build.</source>
   <translation>Noch keine Builds dieses Dockerfiles: „Bauen“ drücken.</translation>
  </message>
  <message>
   <source>Choose two builds (with Ctrl) to compare them, or one to see what it did.</source>
   <translation>Zwei Builds wählen (mit Strg), um sie zu vergleichen, oder einen, um zu sehen, was er tat.</translation>
  </message>
  <message>
   <source>The engine does not tell about these builds: %1.</source>
   <translation>Die Engine sagt nichts über diese Builds: %1.</translation>
  </message>
  <message>
   <source>Before: %1, %2. After: %3, %4. </source>
   <translation>Vorher: %1, %2. Nachher: %3, %4. </translation>
  </message>
  <message>
   <source>The same instructions.</source>
   <translation>Dieselben Anweisungen.</translation>
  </message>
  <message numerus="yes">
   <source>%n instruction(s) are only in one of them.</source>
   <translation>
    <numerusform>%n Anweisung ist nur in einem von beiden.</numerusform>
    <numerusform>%n Anweisungen sind nur in einem von beiden.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildPanel</name>
  <message>
   <source>&amp;Build</source>
   <translation>&amp;Bauen</translation>
  </message>
  <message>
   <source>Save the Dockerfile and build it</source>
   <translation>Das Dockerfile sichern und bauen</translation>
  </message>
  <message>
   <source>Ctrl+Shift+B</source>
   <translation>Ctrl+Shift+B</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>End this build; the steps that are done stay in the cache</source>
   <translation>Diesen Build beenden; was fertig ist, bleibt im Cache</translation>
  </message>
  <message>
   <source>Ctrl+.</source>
   <translation>Ctrl+.</translation>
  </message>
  <message>
   <source>&amp;Try out</source>
   <translation>Aus&amp;probieren</translation>
  </message>
  <message>
   <source>Open the chosen step: its line, a shell in what it left, its files</source>
   <translation>Den gewählten Schritt öffnen: seine Zeile, eine Shell in dem, was er hinterließ, seine Dateien</translation>
  </message>
  <message>
   <source>Ctrl+Shift+T</source>
   <translation>Ctrl+Shift+T</translation>
  </message>
  <message>
   <source>&amp;Run…</source>
   <translation>&amp;Starten …</translation>
  </message>
  <message>
   <source>Run a container of the image that was built</source>
   <translation>Einen Container des gebauten Abbilds starten</translation>
  </message>
  <message>
   <source>&amp;Layers</source>
   <translation>S&amp;chichten</translation>
  </message>
  <message>
   <source>Look into the image that was built</source>
   <translation>In das gebaute Abbild hineinsehen</translation>
  </message>
  <message>
   <source>&amp;Push…</source>
   <translation>&amp;Hochladen …</translation>
  </message>
  <message>
   <source>Push the image that was built to a registry</source>
   <translation>Das gebaute Abbild in eine Registry hochladen</translation>
  </message>
  <message>
   <source>Actions on the build</source>
   <translation>Was mit dem Build geht</translation>
  </message>
  <message>
   <source>St&amp;eps</source>
   <translation>Schr&amp;itte</translation>
  </message>
  <message>
   <source>Hi&amp;story</source>
   <translation>&amp;Verlauf</translation>
  </message>
  <message>
   <source>O&amp;ptions</source>
   <translation>&amp;Optionen</translation>
  </message>
  <message>
   <source>It is not built: step %1 failed.</source>
   <translation>Es ist nicht gebaut: Schritt %1 ist fehlgeschlagen.</translation>
  </message>
  <message>
   <source>Cancelled. The steps that were done are in the cache.</source>
   <translation>Abgebrochen. Die fertigen Schritte sind im Cache.</translation>
  </message>
  <message>
   <source>Go to line %1</source>
   <translation>Zur Zeile %1</translation>
  </message>
  <message>
   <source>Line %1: %2</source>
   <translation>Zeile %1: %2</translation>
  </message>
  <message>
   <source>Join RUN instructions</source>
   <translation>RUN-Anweisungen verbinden</translation>
  </message>
  <message>
   <source>These lines are not in the text any more as they were built.</source>
   <translation>Diese Zeilen stehen nicht mehr so im Text, wie sie gebaut wurden.</translation>
  </message>
  <message>
   <source>Not saved yet: Build asks where.</source>
   <translation>Noch nicht gesichert: Bauen fragt, wohin.</translation>
  </message>
  <message>
   <source>Not built yet.</source>
   <translation>Noch nicht gebaut.</translation>
  </message>
  <message>
   <source>This engine cannot build folders.</source>
   <translation>Diese Engine kann keine Ordner bauen.</translation>
  </message>
  <message numerus="yes">
   <source>the next build runs %n instruction(s) again</source>
   <translation>
    <numerusform>der nächste Build führt %n Anweisung erneut aus</numerusform>
    <numerusform>der nächste Build führt %n Anweisungen erneut aus</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildTimeline</name>
  <message>
   <source>Stage %1</source>
   <translation>Stufe %1</translation>
  </message>
  <message>
   <source>Time line of the build</source>
   <translation>Zeitstrahl des Builds</translation>
  </message>
  <message>
   <source>The steps of a build stand here, as they go beside each other.</source>
   <translation>Hier stehen die Schritte eines Builds, wie sie nebeneinander laufen.</translation>
  </message>
  <message>
   <source>0 s</source>
   <translation>0 s</translation>
  </message>
  <message>
   <source>Step %1, %2: %3</source>
   <translation>Schritt %1, %2: %3</translation>
  </message>
  <message>
   <source>Time: %1</source>
   <translation>Dauer: %1</translation>
  </message>
  <message>
   <source>Size: %1</source>
   <translation>Größe: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildView</name>
  <message>
   <source>Steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>Stufe</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildsPage</name>
  <message>
   <source>Builds</source>
   <translation>Builds</translation>
  </message>
  <message>
   <source>No builds yet</source>
   <translation>Noch keine Builds</translation>
  </message>
  <message>
   <source>No builds here</source>
   <translation>Hier keine Builds</translation>
  </message>
  <message>
   <source>A Dockerfile says, step by step, how an image is made. Every build is kept here with its steps: what each took, why it ran again, and what it wrote.</source>
   <translation>Ein Dockerfile sagt Schritt für Schritt, wie ein Abbild gemacht wird. Jeder Build steht hier mit seinen Schritten: wie lange jeder dauerte, warum er erneut ausgeführt wurde und was er ausgab.</translation>
  </message>
  <message>
   <source>This engine keeps no records of its builds.</source>
   <translation>Diese Engine zeichnet ihre Builds nicht auf.</translation>
  </message>
  <message>
   <source>Build an image…</source>
   <translation>Ein Abbild bauen …</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CardDelegate</name>
  <message>
   <source>Disabled: %1</source>
   <translation>Ausgeschaltet: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CardForm</name>
  <message>
   <source>Image</source>
   <translation>Abbild</translation>
  </message>
  <message>
   <source>debian:13, python:3-slim, the name of a stage …</source>
   <translation>debian:13, python:3-slim, der Name einer Stufe …</translation>
  </message>
  <message>
   <source>Platform</source>
   <translation>Plattform</translation>
  </message>
  <message>
   <source>Mounts, one per line</source>
   <translation>Einhängungen, je eine Zeile</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Security</source>
   <translation>Sicherheit</translation>
  </message>
  <message>
   <source>Files, one per line</source>
   <translation>Dateien, je eine Zeile</translation>
  </message>
  <message>
   <source>app.py, src/, *.txt; a dot for all files</source>
   <translation>app.py, src/, *.txt; ein Punkt für alle Dateien</translation>
  </message>
  <message>
   <source>Destination</source>
   <translation>Ziel</translation>
  </message>
  <message>
   <source>/app/; a dot for the working folder</source>
   <translation>/app/; ein Punkt für den Arbeitsordner</translation>
  </message>
  <message>
   <source>From a stage or image</source>
   <translation>Aus einer Stufe oder einem Abbild</translation>
  </message>
  <message>
   <source>empty: from your project</source>
   <translation>leer: aus dem Projekt</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Besitzer</translation>
  </message>
  <message>
   <source>Permissions</source>
   <translation>Rechte</translation>
  </message>
  <message>
   <source>As a layer of its own (link)</source>
   <translation>Als eigene Schicht (link)</translation>
  </message>
  <message>
   <source>Keep parent folders (parents)</source>
   <translation>Übergeordnete Ordner behalten (parents)</translation>
  </message>
  <message>
   <source>Keep the .git folder of a repository</source>
   <translation>Den Ordner .git eines Repositorys behalten</translation>
  </message>
  <message>
   <source>Except, one per line</source>
   <translation>Außer, je eine Zeile</translation>
  </message>
  <message>
   <source>Checksum</source>
   <translation>Prüfsumme</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Ports, one per line</source>
   <translation>Ports, je eine Zeile</translation>
  </message>
  <message>
   <source>Folders, one per line</source>
   <translation>Ordner, je eine Zeile</translation>
  </message>
  <message>
   <source>Signal</source>
   <translation>Signal</translation>
  </message>
  <message>
   <source>Instruction</source>
   <translation>Anweisung</translation>
  </message>
  <message>
   <source>No check, even if the base image has one</source>
   <translation>Keine Prüfung, auch wenn das Basisabbild eine hat</translation>
  </message>
  <message>
   <source>Interval</source>
   <translation>Abstand</translation>
  </message>
  <message>
   <source>Timeout</source>
   <translation>Zeitgrenze</translation>
  </message>
  <message>
   <source>Grace period at the start</source>
   <translation>Schonfrist beim Start</translation>
  </message>
  <message>
   <source>Interval in the grace period</source>
   <translation>Abstand in der Schonfrist</translation>
  </message>
  <message>
   <source>Failures until unhealthy</source>
   <translation>Krank nach Fehlschlägen</translation>
  </message>
  <message>
   <source>Script</source>
   <translation>Skript</translation>
  </message>
  <message>
   <source>A shell of the image runs it: variables, &amp;&amp; and | work</source>
   <translation>Eine Shell des Abbilds führt ihn aus: Variablen, &amp;&amp; und | wirken</translation>
  </message>
  <message>
   <source>Started directly, without a shell: the program itself is told to stop</source>
   <translation>Unmittelbar gestartet, ohne Shell: Das Programm selbst wird zum Anhalten aufgefordert</translation>
  </message>
  <message>
   <source>A shell of the image runs all its lines</source>
   <translation>Eine Shell des Abbilds führt alle seine Zeilen aus</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Close these fields (Escape)</source>
   <translation>Diese Felder schließen (Escape)</translation>
  </message>
  <message>
   <source>default</source>
   <translation>üblich</translation>
  </message>
  <message>
   <source>Name of the stage</source>
   <translation>Name der Stufe</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name=value, one per line; the value is optional</source>
   <translation>Name=Wert, je eine Zeile; der Wert darf fehlen</translation>
  </message>
  <message>
   <source>Name=value, one per line</source>
   <translation>Name=Wert, je eine Zeile</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Befehl</translation>
  </message>
  <message>
   <source>optional</source>
   <translation>darf fehlen</translation>
  </message>
  <message>
   <source>Shell command</source>
   <translation>Befehl einer Shell</translation>
  </message>
  <message>
   <source>Program and arguments</source>
   <translation>Programm und Argumente</translation>
  </message>
  <message>
   <source>How the command is written</source>
   <translation>Wie der Befehl geschrieben ist</translation>
  </message>
  <message>
   <source>Choose files</source>
   <translation>Dateien wählen</translation>
  </message>
  <message>
   <source>Add a file or folder of your project</source>
   <translation>Eine Datei oder einen Ordner des Projekts hinzufügen</translation>
  </message>
  <message>
   <source>A quotation mark is not closed.</source>
   <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CardsView</name>
  <message numerus="yes">
   <source>… and %n more</source>
   <translation>
    <numerusform>… und %n weitere</numerusform>
    <numerusform>… und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>Add %1</source>
   <translation>%1 hinzufügen</translation>
  </message>
  <message>
   <source>Duplicate the instruction</source>
   <translation>Die Anweisung verdoppeln</translation>
  </message>
  <message>
   <source>Enable the instruction</source>
   <translation>Die Anweisung einschalten</translation>
  </message>
  <message>
   <source>Disable the instruction</source>
   <translation>Die Anweisung ausschalten</translation>
  </message>
  <message>
   <source>Remove the instruction</source>
   <translation>Die Anweisung entfernen</translation>
  </message>
  <message>
   <source>Move the stage</source>
   <translation>Die Stufe verschieben</translation>
  </message>
  <message>
   <source>Move the instruction</source>
   <translation>Die Anweisung verschieben</translation>
  </message>
  <message>
   <source>It is disabled. Press Space to enable it, then change it.</source>
   <translation>Sie ist ausgeschaltet. Mit der Leertaste einschalten, dann ändern.</translation>
  </message>
  <message>
   <source>This cannot be read as an instruction: change it in the text.</source>
   <translation>Das kann nicht als Anweisung gelesen werden: im Text ändern.</translation>
  </message>
  <message>
   <source>Fields of %1</source>
   <translation>Felder von %1</translation>
  </message>
  <message>
   <source>Change the instruction</source>
   <translation>Die Anweisung ändern</translation>
  </message>
  <message>
   <source>&amp;Enable</source>
   <translation>&amp;Einschalten</translation>
  </message>
  <message>
   <source>&amp;Disable</source>
   <translation>&amp;Ausschalten</translation>
  </message>
  <message>
   <source>&amp;Remove the stage</source>
   <translation>Stufe entfe&amp;rnen</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>Entfe&amp;rnen</translation>
  </message>
  <message>
   <source>&amp;Add</source>
   <translation>&amp;Hinzufügen</translation>
  </message>
  <message>
   <source>Instructions</source>
   <translation>Anweisungen</translation>
  </message>
  <message>
   <source>&amp;Change…</source>
   <translation>Än&amp;dern …</translation>
  </message>
  <message>
   <source>Open its fields</source>
   <translation>Ihre Felder öffnen</translation>
  </message>
  <message>
   <source>Move &amp;up</source>
   <translation>Nach &amp;oben</translation>
  </message>
  <message>
   <source>Move it up</source>
   <translation>Nach oben verschieben</translation>
  </message>
  <message>
   <source>Move d&amp;own</source>
   <translation>Nach &amp;unten</translation>
  </message>
  <message>
   <source>Move it down</source>
   <translation>Nach unten verschieben</translation>
  </message>
  <message>
   <source>Dupl&amp;icate</source>
   <translation>&amp;Verdoppeln</translation>
  </message>
  <message>
   <source>Once more, below</source>
   <translation>Noch einmal, darunter</translation>
  </message>
  <message>
   <source>Leave it out of the build, as a comment that can be enabled again</source>
   <translation>Aus dem Build auslassen, als Kommentar, der sich wieder einschalten lässt</translation>
  </message>
  <message>
   <source>Remove it from the file</source>
   <translation>Aus der Datei entfernen</translation>
  </message>
  <message>
   <source>Dismiss the &amp;note</source>
   <translation>Hinweis &amp;wegnehmen</translation>
  </message>
  <message>
   <source>Take the note off this card</source>
   <translation>Den Hinweis von dieser Karte nehmen</translation>
  </message>
  <message>
   <source>&amp;More</source>
   <translation>&amp;Mehr</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add an instruction below the current one</source>
   <translation>Eine Anweisung unter der aktuellen hinzufügen</translation>
  </message>
  <message>
   <source>Nothing is in this file yet</source>
   <translation>In dieser Datei ist noch nichts</translation>
  </message>
  <message>
   <source>An image begins with another one: a small system such as debian, or one with a language such as python. Your files and commands come on top of it.</source>
   <translation>Ein Abbild beginnt mit einem anderen: einem kleinen System wie debian, oder einem mit einer Sprache wie python. Eigene Dateien und Befehle kommen darauf.</translation>
  </message>
  <message>
   <source>Start with a base image</source>
   <translation>Mit einem Basisabbild beginnen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ChangesPane</name>
  <message>
   <source>Look again</source>
   <translation>Erneut nachsehen</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Since the image</source>
   <translation>Seit dem Abbild</translation>
  </message>
  <message>
   <source>What has changed since the image</source>
   <translation>Was sich seit dem Abbild geändert hat</translation>
  </message>
  <message>
   <source>The engine does not tell: %1.</source>
   <translation>Die Engine gibt keine Auskunft: %1.</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>entfernt</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>Nothing has changed since the image.</source>
   <translation>Seit dem Abbild hat sich nichts geändert.</translation>
  </message>
  <message>
   <source>%1 new, %2 changed, %3 removed; the first %4 are shown</source>
   <translation>%1 neu, %2 geändert, %3 entfernt; die ersten %4 werden gezeigt</translation>
  </message>
  <message>
   <source>%1 new, %2 changed, %3 removed</source>
   <translation>%1 neu, %2 geändert, %3 entfernt</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CloneVolumeDialog</name>
  <message>
   <source>Clone %1</source>
   <translation>%1 klonen</translation>
  </message>
  <message>
   <source>&amp;Clone</source>
   <translation>&amp;Klonen</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>Na&amp;me</translation>
  </message>
  <message>
   <source>%1-copy</source>
   <comment>name of the copy of a volume</comment>
   <translation>%1-kopie</translation>
  </message>
  <message>
   <source>A new volume with the same files, owners, modes and labels.</source>
   <translation>Ein neuer Datenträger mit denselben Dateien, Besitzern, Rechten und Etiketten.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CodeEditor</name>
  <message>
   <source>Text of the file</source>
   <translation>Text der Datei</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>column, text</comment>
   <translation>%1: %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CommitDialog</name>
  <message>
   <source>An image of %1</source>
   <translation>Ein Abbild von %1</translation>
  </message>
  <message>
   <source>&amp;Make it</source>
   <translation>&amp;Erstellen</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>none, or for example team/web:2</source>
   <translation>keiner, oder etwa team/web:2</translation>
  </message>
  <message>
   <source>&amp;Comment</source>
   <translation>&amp;Kommentar</translation>
  </message>
  <message>
   <source>&amp;Author</source>
   <translation>&amp;Autor</translation>
  </message>
  <message>
   <source>C&amp;hanges</source>
   <translation>Än&amp;derungen</translation>
  </message>
  <message>
   <source>instructions, such as CMD [&quot;httpd&quot;]</source>
   <translation>Anweisungen, etwa CMD [&quot;httpd&quot;]</translation>
  </message>
  <message>
   <source>&amp;Freeze the container while its files are copied</source>
   <translation>Container ein&amp;frieren, während seine Dateien kopiert werden</translation>
  </message>
  <message>
   <source>The image holds what the container has changed, without its volumes and mounted folders.</source>
   <translation>Das Abbild enthält, was der Container geändert hat, ohne seine Datenträger und eingehängten Ordner.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CompareDialog</name>
  <message>
   <source>Compare images</source>
   <translation>Abbilder vergleichen</translation>
  </message>
  <message>
   <source>&amp;From</source>
   <translation>&amp;Von</translation>
  </message>
  <message>
   <source>&amp;To</source>
   <translation>&amp;Nach</translation>
  </message>
  <message>
   <source>Exchange the two</source>
   <translation>Die beiden vertauschen</translation>
  </message>
  <message>
   <source>What differs</source>
   <translation>Was sich unterscheidet</translation>
  </message>
  <message>
   <source>They cannot be compared: %1</source>
   <translation>Sie können nicht verglichen werden: %1</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>added: only in the second. removed: only in the first. changed: in both, and different.</source>
   <translation>neu: nur im zweiten. entfernt: nur im ersten. geändert: in beiden, aber verschieden.</translation>
  </message>
  <message>
   <source>The same image</source>
   <translation>Dasselbe Abbild</translation>
  </message>
  <message>
   <source>Choose two that are different.</source>
   <translation>Zwei verschiedene wählen.</translation>
  </message>
  <message>
   <source>No difference</source>
   <translation>Kein Unterschied</translation>
  </message>
  <message>
   <source>Both images hold the same files.</source>
   <translation>Beide Abbilder enthalten dieselben Dateien.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CompareText</name>
  <message>
   <source>What differs in %1</source>
   <translation>Was in %1 verschieden ist</translation>
  </message>
  <message>
   <source>“-”: only on the disk; “+”: only here.</source>
   <translation>„-“: nur auf der Platte; „+“: nur hier.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ConnectDialog</name>
  <message>
   <source>Connect a container to %1</source>
   <translation>Einen Container mit %1 verbinden</translation>
  </message>
  <message>
   <source>&amp;Connect</source>
   <translation>&amp;Verbinden</translation>
  </message>
  <message>
   <source>C&amp;ontainer</source>
   <translation>C&amp;ontainer</translation>
  </message>
  <message>
   <source>&amp;Also known as</source>
   <translation>&amp;Auch bekannt als</translation>
  </message>
  <message>
   <source>more names in this network, with blanks between</source>
   <translation>mehr Namen in diesem Netz, mit Leerzeichen</translation>
  </message>
  <message>
   <source>A&amp;ddress</source>
   <translation>A&amp;dresse</translation>
  </message>
  <message>
   <source>chosen by the engine</source>
   <translation>wählt die Engine</translation>
  </message>
  <message>
   <source>All containers are in this network already.</source>
   <translation>Alle Container sind schon in diesem Netz.</translation>
  </message>
  <message>
   <source>%1 cannot be connected: %2</source>
   <translation>%1 kann nicht verbunden werden: %2</translation>
  </message>
  <message>
   <source>Container</source>
   <translation>Container</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContainerActions</name>
  <message>
   <source>&amp;Start</source>
   <translation>&amp;Starten</translation>
  </message>
  <message>
   <source>Start, or go on after a pause</source>
   <translation>Starten, oder nach einer Pause fortsetzen</translation>
  </message>
  <message>
   <source>Ctrl+Return</source>
   <translation>Ctrl+Return</translation>
  </message>
  <message>
   <source>S&amp;top</source>
   <translation>An&amp;halten</translation>
  </message>
  <message>
   <source>Ctrl+.</source>
   <translation>Ctrl+.</translation>
  </message>
  <message>
   <source>R&amp;estart</source>
   <translation>N&amp;eu starten</translation>
  </message>
  <message>
   <source>Stop and start again</source>
   <translation>Anhalten und wieder starten</translation>
  </message>
  <message>
   <source>Ctrl+Shift+R</source>
   <translation>Ctrl+Shift+R</translation>
  </message>
  <message>
   <source>&amp;Pause</source>
   <translation>Ein&amp;frieren</translation>
  </message>
  <message>
   <source>Freeze all of its processes</source>
   <translation>Alle seine Prozesse einfrieren</translation>
  </message>
  <message>
   <source>Ctrl+Shift+P</source>
   <translation>Ctrl+Shift+P</translation>
  </message>
  <message>
   <source>&amp;Kill</source>
   <translation>A&amp;bbrechen</translation>
  </message>
  <message>
   <source>End it at once, without a chance to finish</source>
   <translation>Sofort beenden, ohne Gelegenheit zum Abschluss</translation>
  </message>
  <message>
   <source>Ctrl+Shift+K</source>
   <translation>Ctrl+Shift+K</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>E&amp;ntfernen</translation>
  </message>
  <message>
   <source>Remove the container and what it has written</source>
   <translation>Den Container entfernen und was er geschrieben hat</translation>
  </message>
  <message>
   <source>Re&amp;name…</source>
   <translation>&amp;Umbenennen …</translation>
  </message>
  <message>
   <source>Give it another name</source>
   <translation>Ihm einen anderen Namen geben</translation>
  </message>
  <message>
   <source>Show &amp;log</source>
   <translation>Proto&amp;koll zeigen</translation>
  </message>
  <message>
   <source>Show what it writes</source>
   <translation>Zeigen, was er schreibt</translation>
  </message>
  <message>
   <source>Ctrl+L</source>
   <translation>Ctrl+L</translation>
  </message>
  <message>
   <source>Open a shell in it</source>
   <translation>Eine Shell darin öffnen</translation>
  </message>
  <message>
   <source>Ctrl+T</source>
   <translation>Ctrl+T</translation>
  </message>
  <message>
   <source>Open in &amp;browser</source>
   <translation>Im Bro&amp;wser öffnen</translation>
  </message>
  <message>
   <source>Open its published port in the browser</source>
   <translation>Seinen veröffentlichten Port im Browser öffnen</translation>
  </message>
  <message>
   <source>Ctrl+B</source>
   <translation>Ctrl+B</translation>
  </message>
  <message>
   <source>Copy its id</source>
   <translation>Seine Id kopieren</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>Copy as docker r&amp;un</source>
   <translation>Als docke&amp;r run kopieren</translation>
  </message>
  <message>
   <source>Copy the command that makes a container like it</source>
   <translation>Den Befehl kopieren, der einen solchen Container macht</translation>
  </message>
  <message>
   <source>Re&amp;sume</source>
   <translation>Fort&amp;setzen</translation>
  </message>
  <message>
   <source>starting…</source>
   <translation>startet …</translation>
  </message>
  <message>
   <source>stopping…</source>
   <translation>hält an …</translation>
  </message>
  <message>
   <source>restarting…</source>
   <translation>startet neu …</translation>
  </message>
  <message>
   <source>pausing…</source>
   <translation>wird eingefroren …</translation>
  </message>
  <message>
   <source>killing…</source>
   <translation>wird abgebrochen …</translation>
  </message>
  <message>
   <source>%1 cannot be started: %2</source>
   <translation>%1 kann nicht gestartet werden: %2</translation>
  </message>
  <message>
   <source>%1 cannot be stopped: %2</source>
   <translation>%1 kann nicht angehalten werden: %2</translation>
  </message>
  <message>
   <source>%1 cannot be restarted: %2</source>
   <translation>%1 kann nicht neu gestartet werden: %2</translation>
  </message>
  <message>
   <source>%1 cannot be paused: %2</source>
   <translation>%1 kann nicht eingefroren werden: %2</translation>
  </message>
  <message>
   <source>%1 cannot be killed: %2</source>
   <translation>%1 kann nicht abgebrochen werden: %2</translation>
  </message>
  <message>
   <source>%1: %2 (volume %3)</source>
   <comment>container, folder in it, volume</comment>
   <translation>%1: %2 (Datenträger %3)</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <comment>name, state</comment>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>Remove %1?</source>
   <translation>%1 entfernen?</translation>
  </message>
  <message numerus="yes">
   <source>Remove %n container(s)?</source>
   <translation>
    <numerusform>%n Container entfernen?</numerusform>
    <numerusform>%n Container entfernen?</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 keeps files in volumes that have no name.</source>
   <translation>%1 hat Dateien in Datenträgern ohne Namen.</translation>
  </message>
  <message>
   <source>Some of these keep files in volumes that have no name.</source>
   <translation>Einige davon haben Dateien in Datenträgern ohne Namen.</translation>
  </message>
  <message>
   <source>%1 is running. Removing it ends its program.</source>
   <translation>%1 läuft. Das Entfernen beendet sein Programm.</translation>
  </message>
  <message>
   <source>Some of these are running. Removing them ends their programs.</source>
   <translation>Einige davon laufen. Das Entfernen beendet ihre Programme.</translation>
  </message>
  <message>
   <source>What it wrote inside the container is lost for good: files outside of volumes and mounted folders, and its log.</source>
   <translation>Was er im Container geschrieben hat, ist endgültig verloren: Dateien außerhalb von Datenträgern und eingehängten Ordnern, und sein Protokoll.</translation>
  </message>
  <message>
   <source>What they wrote inside is lost for good: files outside of volumes and mounted folders, and their logs.</source>
   <translation>Was sie darin geschrieben haben, ist endgültig verloren: Dateien außerhalb von Datenträgern und eingehängten Ordnern, und ihre Protokolle.</translation>
  </message>
  <message>
   <source>Volumes without a name stay unless you tick the box:</source>
   <translation>Datenträger ohne Namen bleiben, wenn Sie das Kästchen nicht ankreuzen:</translation>
  </message>
  <message>
   <source>Remove these &amp;volumes and the files in them, too</source>
   <translation>Auch diese &amp;Datenträger und die Dateien darin entfernen</translation>
  </message>
  <message>
   <source>End and remove</source>
   <translation>Beenden und entfernen</translation>
  </message>
  <message>
   <source>Remove it for good</source>
   <translation>Endgültig entfernen</translation>
  </message>
  <message>
   <source>%1 is being removed.</source>
   <translation>%1 wird entfernt.</translation>
  </message>
  <message numerus="yes">
   <source>%n container(s) are being removed.</source>
   <translation>
    <numerusform>%n Container wird entfernt.</numerusform>
    <numerusform>%n Container werden entfernt.</numerusform>
   </translation>
  </message>
  <message>
   <source>Rename %1</source>
   <translation>%1 umbenennen</translation>
  </message>
  <message>
   <source>The docker run line is in the clipboard.</source>
   <translation>Die docker-run-Zeile ist in der Zwischenablage.</translation>
  </message>
  <message>
   <source>&amp;Open terminal</source>
   <translation>&amp;Terminal öffnen</translation>
  </message>
  <message>
   <source>&amp;Copy id</source>
   <translation>I&amp;d kopieren</translation>
  </message>
  <message>
   <source>&amp;New name</source>
   <translation>&amp;Neuer Name</translation>
  </message>
  <message>
   <source>&amp;Rename</source>
   <translation>&amp;Umbenennen</translation>
  </message>
  <message>
   <source>Ask the program to end; after ten seconds it is killed. One that was made to be removed when it ends asks first</source>
   <translation>Das Programm bitten zu enden; nach zehn Sekunden wird es getötet. Wird der Container danach entfernt, wird vorher gefragt</translation>
  </message>
  <message>
   <source>Stop and remove %1?</source>
   <translation>%1 anhalten und entfernen?</translation>
  </message>
  <message numerus="yes">
   <source>Stop and remove %n container(s)?</source>
   <translation>
    <numerusform>%n Container anhalten und entfernen?</numerusform>
    <numerusform>%n Container anhalten und entfernen?</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 was made to be removed as soon as it ends.</source>
   <translation>%1 wird entfernt, sobald er endet: So wurde er gemacht.</translation>
  </message>
  <message>
   <source>These were made to be removed as soon as they end.</source>
   <translation>Diese werden entfernt, sobald sie enden: So wurden sie gemacht.</translation>
  </message>
  <message>
   <source>Copy &amp;as Compose</source>
   <translation>Als &amp;Compose kopieren</translation>
  </message>
  <message>
   <source>Copy a compose.yaml that makes containers like these</source>
   <translation>Eine compose.yaml kopieren, die solche Container macht</translation>
  </message>
  <message numerus="yes">
   <source>A compose.yaml of %n container(s) is in the clipboard.</source>
   <translation>
    <numerusform>Eine compose.yaml mit %n Container ist in der Zwischenablage.</numerusform>
    <numerusform>Eine compose.yaml mit %n Containern ist in der Zwischenablage.</numerusform>
   </translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>container, why</comment>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>%1 of %2 are started.</source>
   <translation>%1 von %2 sind gestartet.</translation>
  </message>
  <message>
   <source>%1 of %2 cannot be started: %3</source>
   <translation>%1 von %2 lassen sich nicht starten: %3</translation>
  </message>
  <message>
   <source>%1 of %2 are stopped.</source>
   <translation>%1 von %2 sind angehalten.</translation>
  </message>
  <message>
   <source>%1 of %2 cannot be stopped: %3</source>
   <translation>%1 von %2 lassen sich nicht anhalten: %3</translation>
  </message>
  <message>
   <source>%1 of %2 are restarted.</source>
   <translation>%1 von %2 sind neu gestartet.</translation>
  </message>
  <message>
   <source>%1 of %2 cannot be restarted: %3</source>
   <translation>%1 von %2 lassen sich nicht neu starten: %3</translation>
  </message>
  <message>
   <source>%1 of %2 are paused.</source>
   <translation>%1 von %2 sind eingefroren.</translation>
  </message>
  <message>
   <source>%1 of %2 cannot be paused: %3</source>
   <translation>%1 von %2 lassen sich nicht einfrieren: %3</translation>
  </message>
  <message>
   <source>%1 of %2 are killed.</source>
   <translation>%1 von %2 sind abgebrochen.</translation>
  </message>
  <message>
   <source>%1 of %2 cannot be killed: %3</source>
   <translation>%1 von %2 lassen sich nicht abbrechen: %3</translation>
  </message>
  <message>
   <source>Run step by step…</source>
   <translation>Schrittweise starten …</translation>
  </message>
  <message>
   <source>Start it, held before each step of its launch</source>
   <translation>Starten, angehalten vor jedem Schritt des Starts</translation>
  </message>
  <message>
   <source>Ctrl+Shift+Return</source>
   <translation>Ctrl+Shift+Return</translation>
  </message>
  <message numerus="yes">
   <source>Stop %n container(s)?</source>
   <translation>
    <numerusform>%n Container anhalten?</numerusform>
    <numerusform>%n Container anhalten?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Restart %n container(s)?</source>
   <translation>
    <numerusform>%n Container neu starten?</numerusform>
    <numerusform>%n Container neu starten?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Kill %n container(s)?</source>
   <translation>
    <numerusform>%n Container abbrechen?</numerusform>
    <numerusform>%n Container abbrechen?</numerusform>
   </translation>
  </message>
  <message>
   <source>What runs there is asked to end, and killed where it does not.</source>
   <translation>Was darin läuft, wird gebeten zu enden, und abgebrochen, wo es nicht endet.</translation>
  </message>
  <message>
   <source>What runs there ends, and begins anew.</source>
   <translation>Was darin läuft, endet und beginnt von Neuem.</translation>
  </message>
  <message>
   <source>What runs there ends at once, whatever it is doing.</source>
   <translation>Was darin läuft, endet sofort, was es auch gerade tut.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContainerDetails</name>
  <message>
   <source>What can be done with this container</source>
   <translation>Was mit diesem Container geht</translation>
  </message>
  <message>
   <source>Lo&amp;gs</source>
   <translation>&amp;Protokoll</translation>
  </message>
  <message>
   <source>&amp;Terminal</source>
   <translation>Te&amp;rminal</translation>
  </message>
  <message>
   <source>&amp;Stats</source>
   <translation>&amp;Verbrauch</translation>
  </message>
  <message>
   <source>Container</source>
   <translation>Container</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Abbild</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Befehl</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Problem</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Warning</source>
   <translation>Warnung</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Beendet</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Gestartet</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Process id</source>
   <translation>Prozessnummer</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Restarted</source>
   <translation>Neu gestartet</translation>
  </message>
  <message numerus="yes">
   <source>%n time(s)</source>
   <translation>
    <numerusform>%n Mal</numerusform>
    <numerusform>%n Mal</numerusform>
   </translation>
  </message>
  <message>
   <source>Identity</source>
   <translation>Identität</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Port %1</source>
   <translation>Port %1</translation>
  </message>
  <message>
   <source>not published</source>
   <translation>nicht veröffentlicht</translation>
  </message>
  <message>
   <source>connected</source>
   <translation>verbunden</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <source> (read only)</source>
   <translation> (nur lesen)</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Grenzen</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>keine Grenze</translation>
  </message>
  <message>
   <source>CPUs</source>
   <translation>CPUs</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Prozesse</translation>
  </message>
  <message>
   <source>Restart</source>
   <translation>Neustart</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>Overvie&amp;w</source>
   <translation>Ü&amp;berblick</translation>
  </message>
  <message>
   <source>Fil&amp;es</source>
   <translation>Date&amp;ien</translation>
  </message>
  <message>
   <source>P&amp;rocesses</source>
   <translation>Pro&amp;zesse</translation>
  </message>
  <message>
   <source>Ins&amp;pect</source>
   <translation>R&amp;ohdaten</translation>
  </message>
  <message>
   <source>Ch&amp;anges</source>
   <translation>Änderun&amp;gen</translation>
  </message>
  <message>
   <source>Hea&amp;lth</source>
   <translation>G&amp;esundheit</translation>
  </message>
  <message>
   <source>Set-&amp;up</source>
   <translation>&amp;Konfiguration</translation>
  </message>
  <message>
   <source>&amp;X-ray</source>
   <translation>&amp;X-Ray</translation>
  </message>
  <message>
   <source>Launch</source>
   <translation>Start</translation>
  </message>
  <message>
   <source>Handed over by</source>
   <translation>Übergeben von</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContainerTools</name>
  <message>
   <source>Change what it may use, while it runs</source>
   <translation>Ändern, was er benutzen darf, während er läuft</translation>
  </message>
  <message>
   <source>Make an ima&amp;ge of it…</source>
   <translation>Ein Abb&amp;ild daraus machen …</translation>
  </message>
  <message>
   <source>Make an image of its files as they are now</source>
   <translation>Ein Abbild aus seinen Dateien machen, wie sie jetzt sind</translation>
  </message>
  <message>
   <source>E&amp;xport its files…</source>
   <translation>Dateien e&amp;xportieren …</translation>
  </message>
  <message>
   <source>Write its files to an archive</source>
   <translation>Seine Dateien in ein Archiv schreiben</translation>
  </message>
  <message>
   <source>Tid&amp;y up…</source>
   <translation>Aufräu&amp;men …</translation>
  </message>
  <message>
   <source>Remove containers that do not run</source>
   <translation>Container entfernen, die nicht laufen</translation>
  </message>
  <message>
   <source>Export the files of %1</source>
   <translation>Die Dateien von %1 exportieren</translation>
  </message>
  <message>
   <source>Archives (*.tar)</source>
   <translation>Archive (*.tar)</translation>
  </message>
  <message>
   <source>What they wrote inside is lost for good: files outside of volumes and mounted folders, and their logs. Their volumes stay.</source>
   <translation>Was sie darin geschrieben haben, ist endgültig verloren: Dateien außerhalb von Datenträgern und eingehängten Ordnern, und ihre Protokolle. Ihre Datenträger bleiben.</translation>
  </message>
  <message>
   <source>L&amp;imits…</source>
   <translation>&amp;Grenzen …</translation>
  </message>
  <message>
   <source>E&amp;dit…</source>
   <translation>Be&amp;arbeiten …</translation>
  </message>
  <message>
   <source>Change its options: ports, variables, folders and all others</source>
   <translation>Seine Optionen ändern: Ports, Variablen, Ordner und alle anderen</translation>
  </message>
  <message>
   <source>Ctrl+E</source>
   <translation>Ctrl+E</translation>
  </message>
  <message>
   <source>Port docto&amp;r…</source>
   <translation>&amp;Portdiagnose …</translation>
  </message>
  <message>
   <source>Look for what keeps a published port from answering</source>
   <translation>Suchen, was einen veröffentlichten Port am Antworten hindert</translation>
  </message>
  <message>
   <source>Logs toget&amp;her</source>
   <translation>Protokolle &amp;zusammen</translation>
  </message>
  <message>
   <source>The logs of the selected containers in one window, in order of time; of one that Compose made, all of its project</source>
   <translation>Die Protokolle der ausgewählten Container in einem Fenster, nach der Zeit geordnet; von einem, den Compose gemacht hat, die seines ganzen Projekts</translation>
  </message>
  <message>
   <source>Ctrl+Shift+G</source>
   <translation>Ctrl+Shift+G</translation>
  </message>
  <message>
   <source>Logs of remo&amp;ved ones</source>
   <translation>Pr&amp;otokolle entfernter</translation>
  </message>
  <message>
   <source>What was read of the logs of containers that are removed since</source>
   <translation>Was von den Protokollen seither entfernter Container gelesen wurde</translation>
  </message>
  <message>
   <source>The limits of %1 are changed; it went on running.</source>
   <translation>Die Grenzen von %1 sind geändert; er lief dabei weiter.</translation>
  </message>
  <message>
   <source>Hand over…</source>
   <translation>Übergeben …</translation>
  </message>
  <message>
   <source>Let other users of this computer run it and look into it</source>
   <translation>Andere Benutzer dieses Computers damit arbeiten und hineinsehen lassen</translation>
  </message>
  <message>
   <source>%1 is yours alone again.</source>
   <translation>%1 gehört wieder Ihnen allein.</translation>
  </message>
  <message>
   <source>%1 is handed over to %2.</source>
   <translation>%1 ist an %2 übergeben.</translation>
  </message>
  <message>
   <source>Ctrl+Shift+H</source>
   <translation>Ctrl+Shift+H</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContainersPage</name>
  <message>
   <source>Containers</source>
   <translation>Container</translation>
  </message>
  <message>
   <source>%1 running of %2</source>
   <translation>%1 von %2 läuft</translation>
  </message>
  <message numerus="yes">
   <source>%1 · %2 of %n running</source>
   <comment>title of a group</comment>
   <translation>
    <numerusform>%1 · %2 von %n läuft</numerusform>
    <numerusform>%1 · %2 von %n laufen</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;No groups</source>
   <translation>&amp;Keine Gruppen</translation>
  </message>
  <message>
   <source>By Compose &amp;project</source>
   <translation>Nach Compose-&amp;Projekt</translation>
  </message>
  <message>
   <source>By &amp;image</source>
   <translation>Nach &amp;Abbild</translation>
  </message>
  <message>
   <source>By n&amp;etwork</source>
   <translation>Nach &amp;Netz</translation>
  </message>
  <message>
   <source>By &amp;status</source>
   <translation>Nach &amp;Zustand</translation>
  </message>
  <message>
   <source>Show in groups</source>
   <translation>In Gruppen zeigen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContextMenu</name>
  <message>
   <source>Show all</source>
   <translation>Alle zeigen</translation>
  </message>
  <message>
   <source>Stages of this file and images that are here (Down)</source>
   <translation>Stufen dieser Datei und Abbilder, die hier sind (Pfeil ab)</translation>
  </message>
  <message>
   <source>Looking …</source>
   <translation>Wird nachgesehen …</translation>
  </message>
  <message>
   <source>No files are here</source>
   <translation>Hier sind keine Dateien</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>The whole folder</source>
   <translation>Der ganze Ordner</translation>
  </message>
  <message>
   <source>… and more: write their names</source>
   <translation>… und mehr: ihre Namen schreiben</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContextView</name>
  <message>
   <source>Leave &amp;out</source>
   <translation>&amp;Auslassen</translation>
  </message>
  <message>
   <source>Leave this out of builds: adds a line to .dockerignore</source>
   <translation>Aus Builds auslassen: ergänzt eine Zeile in .dockerignore</translation>
  </message>
  <message>
   <source>&amp;Include</source>
   <translation>&amp;Einschließen</translation>
  </message>
  <message>
   <source>Let builds have this again: changes .dockerignore</source>
   <translation>Builds wieder überlassen: ändert .dockerignore</translation>
  </message>
  <message>
   <source>Open the &amp;rule</source>
   <translation>&amp;Regel öffnen</translation>
  </message>
  <message>
   <source>Open .dockerignore at the line that decides about this</source>
   <translation>.dockerignore an der Zeile öffnen, die hierüber entscheidet</translation>
  </message>
  <message>
   <source>&amp;Largest files</source>
   <translation>&amp;Größte Dateien</translation>
  </message>
  <message>
   <source>List the largest files that builds receive</source>
   <translation>Die größten Dateien aufzählen, die Builds bekommen</translation>
  </message>
  <message>
   <source>Look a&amp;gain</source>
   <translation>Erneut &amp;nachsehen</translation>
  </message>
  <message>
   <source>Read the folder again</source>
   <translation>Den Ordner erneut lesen</translation>
  </message>
  <message>
   <source>Actions on files of the build</source>
   <translation>Was mit Dateien des Builds geht</translation>
  </message>
  <message>
   <source>Files of the build</source>
   <translation>Dateien des Builds</translation>
  </message>
  <message>
   <source>Largest files</source>
   <translation>Größte Dateien</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Largest files of the build</source>
   <translation>Größte Dateien des Builds</translation>
  </message>
  <message>
   <source>No folder yet</source>
   <translation>Noch kein Ordner</translation>
  </message>
  <message>
   <source>Save the Dockerfile: its folder is what a build receives, and is listed here.</source>
   <translation>Das Dockerfile sichern: Sein Ordner ist das, was ein Build bekommt, und wird hier aufgezählt.</translation>
  </message>
  <message>
   <source>Looking at the folder</source>
   <translation>Der Ordner wird angesehen</translation>
  </message>
  <message>
   <source>The folder is empty</source>
   <translation>Der Ordner ist leer</translation>
  </message>
  <message>
   <source>COPY takes files from here: a build receives what is in %1.</source>
   <translation>COPY nimmt Dateien von hier: Ein Build bekommt, was in %1 ist.</translation>
  </message>
  <message>
   <source>This folder is too large to be watched: press F5 to look again.</source>
   <translation>Dieser Ordner ist zu groß, um beobachtet zu werden: F5 sieht erneut nach.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DeathBox</name>
  <message>
   <source>Its last lines</source>
   <translation>Seine letzten Zeilen</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>reason, time</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>It is started again in a moment.</source>
   <translation>Er startet gleich neu.</translation>
  </message>
  <message numerus="yes">
   <source>It was started again %n time(s) by its restart policy.</source>
   <translation>
    <numerusform>Seine Neustartregel hat ihn %n Mal neu gestartet.</numerusform>
    <numerusform>Seine Neustartregel hat ihn %n Mal neu gestartet.</numerusform>
   </translation>
  </message>
  <message>
   <source>More memory…</source>
   <translation>Mehr Speicher …</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>Bearbeiten …</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DetailsPane</name>
  <message>
   <source>Overvie&amp;w</source>
   <translation>Ü&amp;berblick</translation>
  </message>
  <message>
   <source>Ins&amp;pect</source>
   <translation>R&amp;ohdaten</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiagnosticsDialog</name>
  <message>
   <source>&amp;Save…</source>
   <translation>&amp;Sichern …</translation>
  </message>
  <message>
   <source>Diagnostics bundle</source>
   <translation>Diagnosearchiv</translation>
  </message>
  <message>
   <source>For a report about a fault: exactly these files, in one archive on this computer. Values of variables and labels, command lines and logins are masked. Nothing is sent anywhere.</source>
   <translation>Für einen Fehlerbericht: genau diese Dateien, in einem Archiv auf diesem Computer. Werte von Variablen und Etiketten, Befehlszeilen und Anmeldungen sind unkenntlich gemacht. Nichts wird irgendwohin gesendet.</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>What it holds</source>
   <translation>Was darin ist</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Files of the bundle</source>
   <translation>Dateien des Archivs</translation>
  </message>
  <message>
   <source>Content of the chosen file</source>
   <translation>Inhalt der gewählten Datei</translation>
  </message>
  <message>
   <source>Asking the engine…</source>
   <translation>Die Engine wird gefragt …</translation>
  </message>
  <message>
   <source>Save the bundle</source>
   <translation>Das Archiv sichern</translation>
  </message>
  <message>
   <source>Archives (*.tar.gz)</source>
   <translation>Archive (*.tar.gz)</translation>
  </message>
  <message>
   <source>Saved as %1.</source>
   <translation>Als %1 gesichert.</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2.</source>
   <translation>%1 kann nicht geschrieben werden: %2.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DisconnectDialog</name>
  <message>
   <source>Disconnect a container from %1</source>
   <translation>Einen Container von %1 trennen</translation>
  </message>
  <message>
   <source>&amp;Disconnect</source>
   <translation>&amp;Trennen</translation>
  </message>
  <message>
   <source>C&amp;ontainer</source>
   <translation>C&amp;ontainer</translation>
  </message>
  <message>
   <source>Its connections in this network end. It can be connected again at any time.</source>
   <translation>Seine Verbindungen in diesem Netz enden. Er kann jederzeit wieder verbunden werden.</translation>
  </message>
  <message>
   <source>%1 cannot be disconnected: %2</source>
   <translation>%1 kann nicht getrennt werden: %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiskBar</name>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>What lies on the disk</source>
   <translation>Was auf der Platte liegt</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiskMap</name>
  <message>
   <source>%1: %2, %3</source>
   <comment>kind, name, size</comment>
   <translation>%1: %2, %3</translation>
  </message>
  <message>
   <source>shared by several</source>
   <translation>von mehreren geteilt</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Abbild</translation>
  </message>
  <message>
   <source>Layers of images</source>
   <translation>Schichten von Abbildern</translation>
  </message>
  <message>
   <source>Container</source>
   <translation>Container</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Datenträger</translation>
  </message>
  <message>
   <source>Build cache</source>
   <translation>Cache der Builds</translation>
  </message>
  <message>
   <source>Map of the disk</source>
   <translation>Karte der Platte</translation>
  </message>
  <message>
   <source>The list beside it says the same.</source>
   <translation>Die Liste daneben sagt dasselbe.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiskObjects</name>
  <message>
   <source>Sho&amp;w it</source>
   <translation>&amp;Zeigen</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Frees</source>
   <translation>Wird frei</translation>
  </message>
  <message>
   <source>What lies on the disk, the largest first</source>
   <translation>Was auf der Platte liegt, Größtes zuerst</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>%1 are layers that several images have, or an image and the cache of builds: they go with the last of them.</source>
   <translation>%1 sind Schichten, die mehrere Abbilder haben, oder ein Abbild und der Cache der Builds: Sie gehen mit dem letzten davon.</translation>
  </message>
  <message numerus="yes">
   <source>%1 of %2 are its own. %n container(s) were made of it: it stays as long as they do.</source>
   <translation>
    <numerusform>%1 von %2 hat nur dieses. %n Container wurde daraus gemacht: Es bleibt so lange wie er.</numerusform>
    <numerusform>%1 von %2 hat nur dieses. %n Container wurden daraus gemacht: Es bleibt so lange wie sie.</numerusform>
   </translation>
  </message>
  <message>
   <source>%2 is not in use: removing it frees exactly %1.</source>
   <translation>%2 wird nicht benutzt: Entfernen gibt genau %1 frei.</translation>
  </message>
  <message>
   <source>%2 has written %1, and runs.</source>
   <translation>%2 hat %1 geschrieben und läuft.</translation>
  </message>
  <message>
   <source>%2 does not run: removing it frees exactly %1.</source>
   <translation>%2 läuft nicht: Entfernen gibt genau %1 frei.</translation>
  </message>
  <message numerus="yes">
   <source>%2 holds %1, and %n container(s) use it.</source>
   <translation>
    <numerusform>%2 enthält %1, und %n Container benutzt ihn.</numerusform>
    <numerusform>%2 enthält %1, und %n Container benutzen ihn.</numerusform>
   </translation>
  </message>
  <message>
   <source>No container uses %2: removing it frees exactly %1.</source>
   <translation>Kein Container benutzt %2: Entfernen gibt genau %1 frei.</translation>
  </message>
  <message>
   <source>A step of a build that can be used again: %1. %2</source>
   <translation>Ein Schritt eines Builds, der wieder benutzt werden kann: %1. %2</translation>
  </message>
  <message>
   <source>Each area is one thing, in proportion to its size. Full areas would come free, hatched ones are in use.</source>
   <translation>Jede Fläche ist eine Sache, im Verhältnis zu ihrer Größe. Volle Flächen würden frei, schraffierte sind in Gebrauch.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiskView</name>
  <message>
   <source>Measure a&amp;gain</source>
   <translation>&amp;Erneut messen</translation>
  </message>
  <message>
   <source>Tidy up…</source>
   <translation>Aufräumen …</translation>
  </message>
  <message>
   <source>Measuring: the engine looks at every file that containers and volumes hold…</source>
   <translation>Es wird gemessen: Die Engine sieht jede Datei an, die Container und Datenträger enthalten …</translation>
  </message>
  <message>
   <source>The engine cannot say what lies on the disk: %1</source>
   <translation>Die Engine kann nicht sagen, was auf der Platte liegt: %1</translation>
  </message>
  <message numerus="yes">
   <source>%n image(s)</source>
   <translation>
    <numerusform>%n Abbild</numerusform>
    <numerusform>%n Abbilder</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n container(s)</source>
   <translation>
    <numerusform>%n Container</numerusform>
    <numerusform>%n Container</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n volume(s)</source>
   <translation>
    <numerusform>%n Datenträger</numerusform>
    <numerusform>%n Datenträger</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Cache of builds, %n step(s)</source>
   <translation>
    <numerusform>Cache der Builds, %n Schritt</numerusform>
    <numerusform>Cache der Builds, %n Schritte</numerusform>
   </translation>
  </message>
  <message>
   <source>not in use: %1</source>
   <translation>unbenutzt: %1</translation>
  </message>
  <message>
   <source>Tidy up: %1</source>
   <translation>Aufräumen: %1</translation>
  </message>
  <message>
   <source>%1 on the disk</source>
   <translation>%1 auf der Platte</translation>
  </message>
  <message>
   <source>On the disk</source>
   <translation>Auf der Platte</translation>
  </message>
  <message>
   <source>Layers that several images have, or that an image and the cache of builds have, count once, as a part of images. What tidying up frees is said exactly before anything goes.</source>
   <translation>Schichten, die mehrere Abbilder haben oder ein Abbild und der Cache der Builds, zählen einmal, als Teil der Abbilder. Was das Aufräumen freigibt, wird genau gesagt, bevor etwas entfernt wird.</translation>
  </message>
  <message>
   <source>&amp;Tidy up all…</source>
   <translation>Alles au&amp;fräumen …</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Drawings</name>
  <message numerus="yes">
   <source>%n process(es)</source>
   <translation>
    <numerusform>%n Prozess</numerusform>
    <numerusform>%n Prozesse</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mount(s)</source>
   <translation>
    <numerusform>%n Einhängung</numerusform>
    <numerusform>%n Einhängungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n interface(s)</source>
   <translation>
    <numerusform>%n Schnittstelle</numerusform>
    <numerusform>%n Schnittstellen</numerusform>
   </translation>
  </message>
  <message>
   <source>this computer</source>
   <translation>dieser Computer</translation>
  </message>
  <message>
   <source>Linux %1</source>
   <translation>Linux %1</translation>
  </message>
  <message>
   <source>may be written</source>
   <translation>beschreibbar</translation>
  </message>
  <message>
   <source>hides the file</source>
   <translation>verdeckt die Datei</translation>
  </message>
  <message>
   <source>the file is from here</source>
   <translation>die Datei ist von hier</translation>
  </message>
  <message>
   <source>has it too, and is not seen</source>
   <translation>hat sie auch, und wird nicht gesehen</translation>
  </message>
  <message>
   <source>published port</source>
   <translation>veröffentlichter Port</translation>
  </message>
  <message>
   <source>translation</source>
   <translation>Übersetzung</translation>
  </message>
  <message>
   <source>rule is missing</source>
   <translation>Regel fehlt</translation>
  </message>
  <message>
   <source>bridge</source>
   <translation>Brücke</translation>
  </message>
  <message>
   <source>pair</source>
   <translation>Paar</translation>
  </message>
  <message>
   <source>process</source>
   <translation>Prozess</translation>
  </message>
  <message>
   <source>nobody listens</source>
   <translation>niemand lauscht</translation>
  </message>
  <message>
   <source>made inside</source>
   <translation>innen gemacht</translation>
  </message>
  <message>
   <source>the container</source>
   <translation>der Container</translation>
  </message>
  <message>
   <source>the host</source>
   <translation>der Host</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EditDialog</name>
  <message>
   <source>Edit %1</source>
   <translation>%1 bearbeiten</translation>
  </message>
  <message>
   <source>What is kept and what is lost</source>
   <translation>Was bleibt und was verloren geht</translation>
  </message>
  <message>
   <source>Take volumes without a name alon&amp;g</source>
   <translation>Datenträger ohne Namen &amp;übernehmen</translation>
  </message>
  <message>
   <source>Make it anew</source>
   <translation>Neu machen</translation>
  </message>
  <message>
   <source>Change what you like: here stands what that means.</source>
   <translation>Ändern, was Sie wollen: Hier steht, was das bedeutet.</translation>
  </message>
  <message>
   <source>What changes</source>
   <translation>Was sich ändert</translation>
  </message>
  <message>
   <source>It goes on running</source>
   <translation>Er läuft weiter</translation>
  </message>
  <message>
   <source>Limits and the restart policy are changed at once, without making it anew.</source>
   <translation>Grenzen und Neustartregel werden sofort geändert, ohne ihn neu zu machen.</translation>
  </message>
  <message>
   <source>What is kept</source>
   <translation>Was bleibt</translation>
  </message>
  <message>
   <source>What is lost</source>
   <translation>Was verloren geht</translation>
  </message>
  <message>
   <source>Not yet possible</source>
   <translation>Noch nicht möglich</translation>
  </message>
  <message>
   <source>Change it now</source>
   <translation>Jetzt ändern</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EngineDialog</name>
  <message>
   <source>&amp;Address:</source>
   <translation>&amp;Adresse:</translation>
  </message>
  <message>
   <source>Ce&amp;rtificates:</source>
   <translation>Ze&amp;rtifikate:</translation>
  </message>
  <message>
   <source>Folder with ca.pem, cert.pem and key.pem</source>
   <translation>Ordner mit ca.pem, cert.pem und key.pem</translation>
  </message>
  <message>
   <source>&amp;Key file:</source>
   <translation>&amp;Schlüsseldatei:</translation>
  </message>
  <message>
   <source>Private key for ssh; left empty, ssh chooses</source>
   <translation>Privater Schlüssel für ssh; leer gelassen, wählt ssh</translation>
  </message>
  <message>
   <source>&amp;Name:</source>
   <translation>&amp;Name:</translation>
  </message>
  <message>
   <source>as you like</source>
   <translation>wie Sie wollen</translation>
  </message>
  <message>
   <source>unix:///path/to/socket for an engine on this computer, ssh://user@host or tcp://host:2376 for one on another.</source>
   <translation>unix:///pfad/zum/socket für eine Engine auf diesem Computer, ssh://benutzer@rechner oder tcp://rechner:2376 für eine auf einem anderen.</translation>
  </message>
  <message>
   <source>Warning: this way is not encrypted and asks nobody who he is. Every program on this computer, of any user, may rule that engine through it.</source>
   <translation>Warnung: Dieser Weg ist nicht verschlüsselt und fragt niemanden, wer er ist. Jedes Programm auf diesem Computer, von jedem Benutzer, kann jene Engine darüber beherrschen.</translation>
  </message>
  <message>
   <source>Through ssh to %1, to the socket %2 there. Nothing but ssh must be open on that computer, and its host key must be known.</source>
   <translation>Durch ssh zu %1, dort zum Socket %2. Nur ssh muss auf jenem Computer offen sein, und sein Host-Schlüssel muss bekannt sein.</translation>
  </message>
  <message>
   <source>Encrypted, and both sides show a certificate. Only the authority in that folder is believed.</source>
   <translation>Verschlüsselt, und beide Seiten zeigen ein Zertifikat. Nur die Zertifizierungsstelle in jenem Ordner wird anerkannt.</translation>
  </message>
  <message>
   <source>A socket on this computer.</source>
   <translation>Ein Socket auf diesem Computer.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EngineFacts</name>
  <message>
   <source>About the engine</source>
   <translation>Über die Engine</translation>
  </message>
  <message>
   <source>The engine does not say what it is: %1</source>
   <translation>Die Engine sagt nicht, was sie ist: %1</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Engine</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <source>Storage</source>
   <translation>Speicherung</translation>
  </message>
  <message>
   <source>Containers</source>
   <translation>Container</translation>
  </message>
  <message>
   <source>%1, %2 running, %3 paused</source>
   <translation>%1, davon laufen %2, eingefroren %3</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Abbilder</translation>
  </message>
  <message>
   <source>Isolation</source>
   <translation>Abschottung</translation>
  </message>
  <message>
   <source>Control groups</source>
   <translation>Kontrollgruppen</translation>
  </message>
  <message>
   <source>version %1, %2</source>
   <translation>Version %1, %2</translation>
  </message>
  <message>
   <source>Security</source>
   <translation>Sicherheit</translation>
  </message>
  <message>
   <source>Firewall</source>
   <translation>Firewall</translation>
  </message>
  <message>
   <source>This machine</source>
   <translation>Dieser Computer</translation>
  </message>
  <message>
   <source>Computer</source>
   <translation>Computer</translation>
  </message>
  <message>
   <source>System</source>
   <translation>System</translation>
  </message>
  <message>
   <source>Kernel</source>
   <translation>Kernel</translation>
  </message>
  <message>
   <source>Architecture</source>
   <translation>Architektur</translation>
  </message>
  <message>
   <source>Processors</source>
   <translation>Prozessoren</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>Registries</source>
   <translation>Registries</translation>
  </message>
  <message>
   <source>Mirrors</source>
   <translation>Spiegel</translation>
  </message>
  <message>
   <source>Insecure</source>
   <translation>Unsicher</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>What the engine warns of</source>
   <translation>Wovor die Engine warnt</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EngineMenu</name>
  <message>
   <source>&amp;Other address…</source>
   <translation>&amp;Andere Adresse …</translation>
  </message>
  <message>
   <source>&amp;Copy the address for the docker command</source>
   <translation>Adresse für den docker-Befehl &amp;kopieren</translation>
  </message>
  <message>
   <source>Connect &amp;again</source>
   <translation>&amp;Erneut verbinden</translation>
  </message>
  <message>
   <source>%1 at %2</source>
   <comment>engine, path</comment>
   <translation>%1 unter %2</translation>
  </message>
  <message>
   <source>Open another engine</source>
   <translation>Eine andere Engine öffnen</translation>
  </message>
  <message>
   <source>&amp;Manage engines…</source>
   <translation>Engines &amp;verwalten …</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EnginePage</name>
  <message>
   <source>Start the engine</source>
   <translation>Engine starten</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
  <message>
   <source>You may not use this engine</source>
   <translation>Sie dürfen diese Engine nicht benutzen</translation>
  </message>
  <message>
   <source>It runs, but its socket is not open to you. Ask the administrator for access, or choose another engine in the tool bar.</source>
   <translation>Sie läuft, aber ihr Socket steht Ihnen nicht offen. Bitten Sie den Administrator um Zugang, oder wählen Sie in der Werkzeugleiste eine andere Engine.</translation>
  </message>
  <message>
   <source>The engine is not running</source>
   <translation>Die Engine läuft nicht</translation>
  </message>
  <message>
   <source>The engine makes and runs the containers. Start it here; you may be asked for a password. This page goes away by itself once it answers.</source>
   <translation>Die Engine macht die Container und lässt sie laufen. Starten Sie sie hier; vielleicht werden Sie nach einem Passwort gefragt. Diese Seite geht von selbst weg, sobald sie antwortet.</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Wird gestartet …</translation>
  </message>
  <message>
   <source>No way to %1</source>
   <translation>Kein Weg zu %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EnginesDialog</name>
  <message>
   <source>Engines</source>
   <translation>Engines</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Engine</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Engines that can be opened</source>
   <translation>Engines, die geöffnet werden können</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>Ö&amp;ffnen</translation>
  </message>
  <message>
   <source>&amp;Test</source>
   <translation>&amp;Prüfen</translation>
  </message>
  <message>
   <source>&amp;Add…</source>
   <translation>&amp;Hinzufügen …</translation>
  </message>
  <message>
   <source>&amp;Edit…</source>
   <translation>&amp;Bearbeiten …</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>&amp;Entfernen</translation>
  </message>
  <message>
   <source>%1 (open)</source>
   <translation>%1 (offen)</translation>
  </message>
  <message>
   <source>Engines that were found here, or that Docker and Podman know of, are not kept by this list</source>
   <translation>Engines, die hier gefunden wurden oder die Docker und Podman kennen, hebt diese Liste nicht auf</translation>
  </message>
  <message>
   <source>Add an engine</source>
   <translation>Eine Engine hinzufügen</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Edit an engine</source>
   <translation>Eine Engine bearbeiten</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Sichern</translation>
  </message>
  <message>
   <source>Asking %1…</source>
   <translation>%1 wird gefragt …</translation>
  </message>
  <message>
   <source>%1 answers: %2 %3 on %4, Linux %5.</source>
   <translation>%1 antwortet: %2 %3 auf %4, Linux %5.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EnvironmentEditor</name>
  <message>
   <source>Add a variable</source>
   <translation>Variable hinzufügen</translation>
  </message>
  <message>
   <source>The container gets the variables of its image. Add or replace some here.</source>
   <translation>Der Container bekommt die Variablen seines Abbilds. Ergänzen oder ersetzen Sie hier welche.</translation>
  </message>
  <message>
   <source>NAME</source>
   <translation>NAME</translation>
  </message>
  <message>
   <source>Name of the variable</source>
   <translation>Name der Variablen</translation>
  </message>
  <message>
   <source>value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Value of the variable</source>
   <translation>Wert der Variablen</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>Aus einer Datei …</translation>
  </message>
  <message>
   <source>Add the variables of a file with a line NAME=value for each</source>
   <translation>Die Variablen einer Datei hinzufügen, in der für jede eine Zeile NAME=Wert steht</translation>
  </message>
  <message>
   <source>File with variables</source>
   <translation>Datei mit Variablen</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>%1 lässt sich nicht lesen: %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EventStrip</name>
  <message>
   <source>Containers</source>
   <translation>Container</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Abbilder</translation>
  </message>
  <message>
   <source>Networks</source>
   <translation>Netze</translation>
  </message>
  <message>
   <source>Volumes</source>
   <translation>Datenträger</translation>
  </message>
  <message>
   <source>Builds</source>
   <translation>Builds</translation>
  </message>
  <message>
   <source>The left and right arrow keys go from one event to the next.</source>
   <translation>Die Pfeiltasten links und rechts gehen von einem Ereignis zum nächsten.</translation>
  </message>
  <message>
   <source>Time line of the events</source>
   <translation>Zeitleiste der Ereignisse</translation>
  </message>
  <message>
   <source>Time line of the events: %1, %2</source>
   <translation>Zeitleiste der Ereignisse: %1, %2</translation>
  </message>
  <message>
   <source>now</source>
   <translation>jetzt</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EventsPage</name>
  <message>
   <source>Events</source>
   <translation>Ereignisse</translation>
  </message>
  <message>
   <source>Nothing has happened yet</source>
   <translation>Noch ist nichts geschehen</translation>
  </message>
  <message>
   <source>What is started, ends, is pulled, built or removed is listed here, whoever did it: this window, a command, or the engine by itself.</source>
   <translation>Was gestartet, beendet, geholt, gebaut oder entfernt wird, steht hier, wer auch immer es tat: dieses Fenster, ein Befehl oder die Engine von selbst.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ExportVolumeDialog</name>
  <message>
   <source>A name has two letters, digits, “.”, “_” or “-” at least, and begins with a letter or digit.</source>
   <translation>Ein Name hat mindestens zwei Buchstaben, Ziffern, „.“, „_“ oder „-“ und beginnt mit einem Buchstaben oder einer Ziffer.</translation>
  </message>
  <message>
   <source>A volume %1 is there already: choose another name.</source>
   <translation>Einen Datenträger %1 gibt es schon: einen anderen Namen wählen.</translation>
  </message>
  <message>
   <source>%1 may write to it meanwhile: a file that changes while it is read comes out torn. Stop or pause the container first where that matters.</source>
   <translation>%1 kann inzwischen darin schreiben: Eine Datei, die sich beim Lesen ändert, kommt zerrissen heraus. Wo das stört, zuerst den Container anhalten oder einfrieren.</translation>
  </message>
  <message>
   <source>Export %1</source>
   <translation>%1 exportieren</translation>
  </message>
  <message>
   <source>&amp;Export</source>
   <translation>&amp;Exportieren</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>Choose where</source>
   <translation>Wählen, wohin</translation>
  </message>
  <message>
   <source>Compression</source>
   <translation>Packen</translation>
  </message>
  <message>
   <source>gzip: read everywhere</source>
   <translation>gzip: überall lesbar</translation>
  </message>
  <message>
   <source>zstd: smaller and faster</source>
   <translation>zstd: kleiner und schneller</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>&amp;Compression</source>
   <translation>&amp;Packen</translation>
  </message>
  <message>
   <source>All files with their owners, modes and links. Importing it gives the same volume again.</source>
   <translation>Alle Dateien mit Besitzern, Rechten und Verweisen. Importiert ergibt das wieder denselben Datenträger.</translation>
  </message>
  <message>
   <source>Archives (*.tar *.tar.gz *.tar.zst)</source>
   <translation>Archive (*.tar *.tar.gz *.tar.zst)</translation>
  </message>
  <message>
   <source>Write the whole path of a file in a folder that is there.</source>
   <translation>Schreiben Sie den ganzen Pfad einer Datei in einem Ordner, den es gibt.</translation>
  </message>
  <message>
   <source>%1 is there already. Press Export once more to replace it.</source>
   <translation>%1 gibt es schon. Noch einmal „Exportieren“ drücken, um sie zu ersetzen.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FactSheet</name>
  <message>
   <source>Open in the browser</source>
   <translation>Im Browser öffnen</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>Angaben</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FileActions</name>
  <message>
   <source>&amp;Read or edit</source>
   <translation>&amp;Lesen oder bearbeiten</translation>
  </message>
  <message>
   <source>Read or edit the file (Return)</source>
   <translation>Die Datei lesen oder bearbeiten (Eingabetaste)</translation>
  </message>
  <message>
   <source>&amp;Download…</source>
   <translation>&amp;Herunterladen …</translation>
  </message>
  <message>
   <source>Download what is selected; or drag it out</source>
   <translation>Das Ausgewählte herunterladen; oder hinausziehen</translation>
  </message>
  <message>
   <source>&amp;Upload…</source>
   <translation>Hochla&amp;den …</translation>
  </message>
  <message>
   <source>Upload files to this folder; or drop files here</source>
   <translation>Dateien in diesen Ordner hochladen; oder hier ablegen</translation>
  </message>
  <message>
   <source>New &amp;folder…</source>
   <translation>Neuer &amp;Ordner …</translation>
  </message>
  <message>
   <source>Make a folder here</source>
   <translation>Hier einen Ordner anlegen</translation>
  </message>
  <message>
   <source>Re&amp;name…</source>
   <translation>&amp;Umbenennen …</translation>
  </message>
  <message>
   <source>Give it another name (F2)</source>
   <translation>Ihm einen anderen Namen geben (F2)</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>&amp;Entfernen</translation>
  </message>
  <message>
   <source>Remove what is selected (Del)</source>
   <translation>Das Ausgewählte entfernen (Entf)</translation>
  </message>
  <message>
   <source>&amp;Properties…</source>
   <translation>Ei&amp;genschaften …</translation>
  </message>
  <message>
   <source>Owner and mode</source>
   <translation>Besitzer und Rechte</translation>
  </message>
  <message>
   <source>&amp;Copy path</source>
   <translation>Pfad &amp;kopieren</translation>
  </message>
  <message>
   <source>Copy the path in the container</source>
   <translation>Den Pfad im Container kopieren</translation>
  </message>
  <message>
   <source>Download %1</source>
   <translation>%1 herunterladen</translation>
  </message>
  <message numerus="yes">
   <source>Download %n file(s) to</source>
   <translation>
    <numerusform>%n Datei herunterladen nach</numerusform>
    <numerusform>%n Dateien herunterladen nach</numerusform>
   </translation>
  </message>
  <message>
   <source>Upload to %1</source>
   <translation>Hochladen nach %1</translation>
  </message>
  <message>
   <source>%1 is there already.</source>
   <translation>%1 ist schon da.</translation>
  </message>
  <message>
   <source>%1 are there already.</source>
   <translation>%1 sind schon da.</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Ersetzen</translation>
  </message>
  <message>
   <source>A name has no slash in it.</source>
   <translation>Ein Name enthält keinen Schrägstrich.</translation>
  </message>
  <message>
   <source>New folder in %1</source>
   <translation>Neuer Ordner in %1</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>Na&amp;me</translation>
  </message>
  <message>
   <source>&amp;Make</source>
   <translation>&amp;Erstellen</translation>
  </message>
  <message>
   <source>Rename %1</source>
   <translation>%1 umbenennen</translation>
  </message>
  <message>
   <source>&amp;Name, or a new path</source>
   <translation>&amp;Name, oder ein neuer Pfad</translation>
  </message>
  <message>
   <source>Re&amp;name</source>
   <translation>&amp;Umbenennen</translation>
  </message>
  <message>
   <source>%1 is removed.</source>
   <translation>%1 ist entfernt.</translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) are removed.</source>
   <translation>
    <numerusform>%n Datei ist entfernt.</numerusform>
    <numerusform>%n Dateien sind entfernt.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FileEditor</name>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Sichern</translation>
  </message>
  <message>
   <source>Save it in its place (%1)</source>
   <translation>An ihrem Ort sichern (%1)</translation>
  </message>
  <message>
   <source>The file has %1; files of up to %2 are shown here. Download it to read or change it.</source>
   <translation>Die Datei hat %1; hier werden Dateien bis %2 gezeigt. Zum Lesen oder Ändern herunterladen.</translation>
  </message>
  <message>
   <source>The engine reads the file…</source>
   <translation>Die Engine liest die Datei …</translation>
  </message>
  <message>
   <source>Files of up to %1 are shown here. Download it to read or change it.</source>
   <translation>Hier werden Dateien bis %1 gezeigt. Zum Lesen oder Ändern herunterladen.</translation>
  </message>
  <message>
   <source>The file cannot be read: %1</source>
   <translation>Die Datei kann nicht gelesen werden: %1</translation>
  </message>
  <message>
   <source>This is not text. Download it to open it with a program for its kind.</source>
   <translation>Das ist kein Text. Herunterladen, um die Datei mit einem passenden Programm zu öffnen.</translation>
  </message>
  <message>
   <source>It cannot be changed: it is mounted read only.</source>
   <translation>Sie kann nicht geändert werden: Sie ist nur zum Lesen eingehängt.</translation>
  </message>
  <message>
   <source>Something else has changed the file since it was read.</source>
   <translation>Etwas anderes hat die Datei geändert, seit sie gelesen wurde.</translation>
  </message>
  <message>
   <source>Save all the same</source>
   <translation>Trotzdem sichern</translation>
  </message>
  <message>
   <source>Read it again</source>
   <translation>Erneut lesen</translation>
  </message>
  <message>
   <source>It is not saved: %1</source>
   <translation>Sie ist nicht gesichert: %1</translation>
  </message>
  <message>
   <source>Close %1?</source>
   <translation>%1 schließen?</translation>
  </message>
  <message>
   <source>What you have changed in %1 is not saved.</source>
   <translation>Was Sie in %1 geändert haben, ist nicht gesichert.</translation>
  </message>
  <message>
   <source>&amp;Discard changes</source>
   <translation>Änderungen &amp;verwerfen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilePane</name>
  <message>
   <source>Recovered: what you have typed here is not saved yet.</source>
   <translation>Wiederhergestellt: Was hier geschrieben wurde, ist noch nicht gesichert.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Sichern</translation>
  </message>
  <message>
   <source>Discard it</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Text of %1</source>
   <translation>Text von %1</translation>
  </message>
  <message>
   <source>%1 is no longer on the disk. What you see is kept here; save it to have it there again.</source>
   <translation>%1 ist nicht mehr auf der Platte. Was zu sehen ist, bleibt hier; durch Sichern ist es wieder dort.</translation>
  </message>
  <message>
   <source>%1 was changed by another program, and you have changed it here.</source>
   <translation>%1 wurde von einem anderen Programm geändert und auch hier.</translation>
  </message>
  <message>
   <source>Keep mine</source>
   <translation>Eigene Fassung behalten</translation>
  </message>
  <message>
   <source>Take theirs</source>
   <translation>Andere Fassung nehmen</translation>
  </message>
  <message>
   <source>Compare…</source>
   <translation>Vergleichen …</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Formatieren</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilePreview</name>
  <message>
   <source>Beginning of the file</source>
   <translation>Anfang der Datei</translation>
  </message>
  <message>
   <source>Picture of %1 × %2 pixels</source>
   <translation>Bild mit %1 × %2 Pixeln</translation>
  </message>
  <message>
   <source>This is not text, and no picture that can be shown.</source>
   <translation>Das ist kein Text und kein Bild, das gezeigt werden kann.</translation>
  </message>
  <message>
   <source>… only the first %1 are shown</source>
   <translation>… nur die ersten %1 werden gezeigt</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilePropertiesDialog</name>
  <message>
   <source>Properties of %1</source>
   <translation>Eigenschaften von %1</translation>
  </message>
  <message>
   <source>&amp;Change</source>
   <translation>Ä&amp;ndern</translation>
  </message>
  <message>
   <source>&amp;User</source>
   <translation>&amp;Benutzer</translation>
  </message>
  <message>
   <source>&amp;Group</source>
   <translation>&amp;Gruppe</translation>
  </message>
  <message>
   <source>Also for &amp;everything in the folder</source>
   <translation>Auch für &amp;alles in dem Ordner</translation>
  </message>
  <message>
   <source>Files in it stay as executable as they are.</source>
   <translation>Dateien darin bleiben so ausführbar, wie sie sind.</translation>
  </message>
  <message>
   <source>Path</source>
   <translation>Pfad</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Leads to</source>
   <translation>Führt zu</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Modified</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Besitzer</translation>
  </message>
  <message>
   <source>Group</source>
   <comment>of a file</comment>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>Andere</translation>
  </message>
  <message>
   <source>read</source>
   <translation>lesen</translation>
  </message>
  <message>
   <source>write</source>
   <translation>schreiben</translation>
  </message>
  <message>
   <source>execute</source>
   <translation>ausführen</translation>
  </message>
  <message>
   <source>%1 may %2</source>
   <comment>group, read</comment>
   <translation>%1: darf %2</translation>
  </message>
  <message>
   <source>set user</source>
   <translation>setuid</translation>
  </message>
  <message>
   <source>set group</source>
   <translation>setgid</translation>
  </message>
  <message>
   <source>sticky</source>
   <translation>sticky</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>Rechte</translation>
  </message>
  <message>
   <source>&amp;Octal</source>
   <translation>&amp;Oktal</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FileViewer</name>
  <message>
   <source>Find in this file…</source>
   <translation>In dieser Datei suchen …</translation>
  </message>
  <message>
   <source>Find in this file</source>
   <translation>In dieser Datei suchen</translation>
  </message>
  <message>
   <source>Previous match</source>
   <translation>Voriger Treffer</translation>
  </message>
  <message>
   <source>Next match</source>
   <translation>Nächster Treffer</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>nicht gefunden</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>The engine reads the file…</source>
   <translation>Die Engine liest die Datei …</translation>
  </message>
  <message>
   <source>&amp;Save…</source>
   <translation>&amp;Sichern …</translation>
  </message>
  <message>
   <source>The file cannot be read: %1</source>
   <translation>Die Datei kann nicht gelesen werden: %1</translation>
  </message>
  <message>
   <source>This is not text. Save it to open it with a program for its kind.</source>
   <translation>Das ist kein Text. Sichern, um die Datei mit einem passenden Programm zu öffnen.</translation>
  </message>
  <message>
   <source>Only the first %1 are shown.</source>
   <translation>Nur die ersten %1 werden gezeigt.</translation>
  </message>
  <message>
   <source>The file is empty.</source>
   <translation>Die Datei ist leer.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilesPane</name>
  <message>
   <source>To the folder above (Backspace)</source>
   <translation>Zum Ordner darüber (Rücktaste)</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Sieht nach …</translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) and folders</source>
   <translation>
    <numerusform>%n Datei oder Ordner</numerusform>
    <numerusform>%n Dateien und Ordner</numerusform>
   </translation>
  </message>
  <message>
   <source>List the folder again (F5)</source>
   <translation>Den Ordner erneut lesen (F5)</translation>
  </message>
  <message>
   <source>Part of a name…</source>
   <translation>Namensteil …</translation>
  </message>
  <message>
   <source>Only names with this in them</source>
   <translation>Nur Namen, in denen dies steht</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Only what was changed since the image</source>
   <translation>Nur was sich seit dem Abbild geändert hat</translation>
  </message>
  <message>
   <source>Show what is in the selected file</source>
   <translation>Den Inhalt der ausgewählten Datei zeigen</translation>
  </message>
  <message>
   <source>The folder is empty. Drop files here to put them in.</source>
   <translation>Der Ordner ist leer. Dateien hier ablegen, um sie hineinzulegen.</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>%1, read only</source>
   <translation>%1, nur lesen</translation>
  </message>
  <message>
   <source>Only Quayside&apos;s own engine shows what is in a file without a download.</source>
   <translation>Nur Quaysides eigene Engine zeigt ohne Herunterladen, was in einer Datei ist.</translation>
  </message>
  <message>
   <source>Folders cannot be dragged out. Download them instead.</source>
   <translation>Ordner können nicht hinausgezogen werden. Stattdessen herunterladen.</translation>
  </message>
  <message>
   <source>That is more than %1. Download it instead.</source>
   <translation>Das ist mehr als %1. Stattdessen herunterladen.</translation>
  </message>
  <message>
   <source>Ready: drag it once more.</source>
   <translation>Bereit: noch einmal ziehen.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilterEdit</name>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Filter the list</source>
   <translation>Liste filtern</translation>
  </message>
  <message>
   <source>Words, or %1 (Ctrl+F)</source>
   <translation>Wörter, oder %1 (Strg+F)</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FindBar</name>
  <message>
   <source>Find in this file</source>
   <translation>In dieser Datei suchen</translation>
  </message>
  <message>
   <source>Match case</source>
   <translation>Groß und klein</translation>
  </message>
  <message>
   <source>Tell capital letters from small ones</source>
   <translation>Groß- und Kleinbuchstaben unterscheiden</translation>
  </message>
  <message>
   <source>Whole words</source>
   <translation>Ganze Wörter</translation>
  </message>
  <message>
   <source>Find it only where it is a word of its own</source>
   <translation>Nur finden, wo es ein eigenes Wort ist</translation>
  </message>
  <message>
   <source>Regular expression</source>
   <translation>Regulärer Ausdruck</translation>
  </message>
  <message>
   <source>Read the text as a regular expression</source>
   <translation>Den Text als regulären Ausdruck lesen</translation>
  </message>
  <message>
   <source>In the selection</source>
   <translation>In der Auswahl</translation>
  </message>
  <message>
   <source>Search only the lines that were selected</source>
   <translation>Nur die Zeilen durchsuchen, die ausgewählt waren</translation>
  </message>
  <message>
   <source>Previous match</source>
   <translation>Voriger Treffer</translation>
  </message>
  <message>
   <source>Previous match (Shift+F3)</source>
   <translation>Voriger Treffer (Umschalt+F3)</translation>
  </message>
  <message>
   <source>Next match</source>
   <translation>Nächster Treffer</translation>
  </message>
  <message>
   <source>Next match (F3)</source>
   <translation>Nächster Treffer (F3)</translation>
  </message>
  <message>
   <source>Close search</source>
   <translation>Suche schließen</translation>
  </message>
  <message>
   <source>Close search (Esc)</source>
   <translation>Suche schließen (Esc)</translation>
  </message>
  <message>
   <source>Replace by</source>
   <translation>Ersetzen durch</translation>
  </message>
  <message>
   <source>With regular expressions, \1 to \9 stand for what the groups have matched.</source>
   <translation>Bei regulären Ausdrücken stehen \1 bis \9 für das, was die Gruppen getroffen haben.</translation>
  </message>
  <message>
   <source>&amp;Replace</source>
   <translation>&amp;Ersetzen</translation>
  </message>
  <message>
   <source>Replace &amp;all</source>
   <translation>Alle e&amp;rsetzen</translation>
  </message>
  <message>
   <source>not a pattern</source>
   <translation>kein Muster</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>nicht gefunden</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message numerus="yes">
   <source>%n match(es)</source>
   <translation>
    <numerusform>%n Treffer</numerusform>
    <numerusform>%n Treffer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n replaced</source>
   <translation>
    <numerusform>%n ersetzt</numerusform>
    <numerusform>%n ersetzt</numerusform>
   </translation>
  </message>
  <message>
   <source>This is no regular expression: %1 (character %2).</source>
   <translation>Das ist kein regulärer Ausdruck: %1 (Zeichen %2).</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FormDialog</name>
  <message>
   <source>“%1” has no name before the equals sign.</source>
   <translation>„%1“ hat vor dem Gleichheitszeichen keinen Namen.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FoundDelegate</name>
  <message>
   <source>official</source>
   <translation>offiziell</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::GraphCanvas</name>
  <message>
   <source>%1 could not be written. Is its folder there, and may you write in it?</source>
   <translation>%1 konnte nicht geschrieben werden. Gibt es den Ordner, und darf in ihn geschrieben werden?</translation>
  </message>
  <message>
   <source>Stages</source>
   <translation>Stufen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::GraphView</name>
  <message>
   <source>Base image (line %1)</source>
   <translation>Basisabbild (Zeile %1)</translation>
  </message>
  <message>
   <source>Copies files (line %1)</source>
   <translation>Kopiert Dateien (Zeile %1)</translation>
  </message>
  <message>
   <source>Mounted for a command (line %1)</source>
   <translation>Für einen Befehl eingehängt (Zeile %1)</translation>
  </message>
  <message>
   <source>Stage %1</source>
   <translation>Stufe %1</translation>
  </message>
  <message>
   <source>is not there</source>
   <translation>ist nicht da</translation>
  </message>
  <message>
   <source>an empty image</source>
   <translation>ein leeres Abbild</translation>
  </message>
  <message>
   <source>image</source>
   <translation>Abbild</translation>
  </message>
  <message numerus="yes">
   <source>%n instruction(s)</source>
   <translation>
    <numerusform>%n Anweisung</numerusform>
    <numerusform>%n Anweisungen</numerusform>
   </translation>
  </message>
  <message>
   <source>%1, not used</source>
   <translation>%1, unbenutzt</translation>
  </message>
  <message>
   <source>%1 from %2, %3</source>
   <translation>%1 aus %2, %3</translation>
  </message>
  <message>
   <source>%1, the result</source>
   <translation>%1, das Ergebnis</translation>
  </message>
  <message>
   <source>Stages</source>
   <translation>Stufen</translation>
  </message>
  <message>
   <source>No stage yet</source>
   <translation>Noch keine Stufe</translation>
  </message>
  <message>
   <source>Each FROM of the file begins a stage. They are drawn here, with the images that they are built on and the files that they take from each other.</source>
   <translation>Jedes FROM der Datei beginnt eine Stufe. Hier werden sie gezeichnet, mit den Abbildern, auf denen sie gebaut sind, und den Dateien, die sie voneinander nehmen.</translation>
  </message>
  <message>
   <source>&amp;Fit</source>
   <translation>&amp;Einpassen</translation>
  </message>
  <message>
   <source>Show the whole graph</source>
   <translation>Den ganzen Graphen zeigen</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>Ver&amp;größern</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>Größer</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>Ver&amp;kleinern</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>Kleiner</translation>
  </message>
  <message>
   <source>&amp;Save as picture…</source>
   <translation>Als &amp;Bild sichern …</translation>
  </message>
  <message>
   <source>Save the graph as PNG or SVG</source>
   <translation>Den Graphen als PNG oder SVG sichern</translation>
  </message>
  <message>
   <source>Save the graph</source>
   <translation>Den Graphen sichern</translation>
  </message>
  <message>
   <source>PNG (*.png);;SVG (*.svg)</source>
   <translation>PNG (*.png);;SVG (*.svg)</translation>
  </message>
  <message>
   <source>Saved as %1.</source>
   <translation>Als %1 gesichert.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Gutter</name>
  <message>
   <source>Line numbers and what is known of the lines</source>
   <translation>Zeilennummern und was von den Zeilen bekannt ist</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::HandOverDialog</name>
  <message>
   <source>Hand over %1</source>
   <translation>%1 übergeben</translation>
  </message>
  <message>
   <source>&amp;Hand over</source>
   <translation>&amp;Übergeben</translation>
  </message>
  <message>
   <source>&amp;Users</source>
   <translation>&amp;Benutzer</translation>
  </message>
  <message>
   <source>names, with commas between; nobody: it is yours alone</source>
   <translation>Namen, mit Kommas dazwischen; niemand: Er gehört Ihnen allein</translation>
  </message>
  <message>
   <source>They see the container in their own list and may start, stop and pause it, open a terminal in it, and read and change its files, with the rights that it has here. They cannot remove it, change its limits, make an image of it or hand it on.</source>
   <translation>Sie sehen den Container in ihrer eigenen Liste und dürfen ihn starten, anhalten und einfrieren, ein Terminal darin öffnen und seine Dateien lesen und ändern, mit den Rechten, die er hier hat. Sie können ihn nicht entfernen, seine Grenzen nicht ändern, kein Abbild daraus machen und ihn nicht weitergeben.</translation>
  </message>
  <message>
   <source>It is not handed over: %1</source>
   <translation>Er ist nicht übergeben: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::HealthPane</name>
  <message>
   <source>Probe</source>
   <translation>Prüfung</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Probes, the newest first</source>
   <translation>Prüfungen, neueste zuerst</translation>
  </message>
  <message>
   <source>What the chosen probe said</source>
   <translation>Was die gewählte Prüfung sagte</translation>
  </message>
  <message>
   <source>It said nothing.</source>
   <translation>Sie sagte nichts.</translation>
  </message>
  <message>
   <source>It has no health check.</source>
   <translation>Er hat keine Gesundheitsprüfung.</translation>
  </message>
  <message>
   <source>Edit… gives it one: a command that fails where the program is not well.</source>
   <translation>„Bearbeiten …“ gibt ihm eine: einen Befehl, der fehlschlägt, wenn es dem Programm nicht gut geht.</translation>
  </message>
  <message>
   <source>%1
every %2, given up after %3, unhealthy after %4 failures in a row</source>
   <translation>%1
alle %2, aufgegeben nach %3, krank nach %4 Fehlschlägen hintereinander</translation>
  </message>
  <message>
   <source>Healthy</source>
   <translation>Gesund</translation>
  </message>
  <message>
   <source>Unhealthy</source>
   <translation>Krank</translation>
  </message>
  <message>
   <source>Still starting</source>
   <translation>Startet noch</translation>
  </message>
  <message>
   <source>Not checked: it does not run</source>
   <translation>Nicht geprüft: Er läuft nicht</translation>
  </message>
  <message numerus="yes">
   <source>%1, %n failure(s) in a row</source>
   <translation>
    <numerusform>%1, %n Fehlschlag hintereinander</numerusform>
    <numerusform>%1, %n Fehlschläge hintereinander</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 ms</source>
   <translation>%1 ms</translation>
  </message>
  <message>
   <source>well</source>
   <translation>gut</translation>
  </message>
  <message>
   <source>took too long</source>
   <translation>dauerte zu lange</translation>
  </message>
  <message>
   <source>failed: exit %1</source>
   <translation>fehlgeschlagen: Code %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::HistoryPane</name>
  <message>
   <source>History of the image, newest first</source>
   <translation>Entstehung des Abbilds, Neuestes zuerst</translation>
  </message>
  <message>
   <source>The whole instruction</source>
   <translation>Die ganze Anweisung</translation>
  </message>
  <message>
   <source>Choose a step to read the whole of it.</source>
   <translation>Einen Schritt wählen, um ihn ganz zu lesen.</translation>
  </message>
  <message>
   <source>The engine does not tell what made this image: %1.</source>
   <translation>Die Engine sagt nicht, wie dieses Abbild entstand: %1.</translation>
  </message>
  <message>
   <source>No history</source>
   <translation>Keine Aufzeichnung</translation>
  </message>
  <message>
   <source>Whoever made this image kept no record of its steps.</source>
   <translation>Wer dieses Abbild gemacht hat, hat die Schritte nicht aufgezeichnet.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::HopRow</name>
  <message>
   <source>Container</source>
   <translation>Container</translation>
  </message>
  <message>
   <source>Port here</source>
   <translation>Port hier</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>Firewall</source>
   <translation>Firewall</translation>
  </message>
  <message>
   <source>Bridge</source>
   <translation>Brücke</translation>
  </message>
  <message>
   <source>Interface</source>
   <translation>Schnittstelle</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>Programm</translation>
  </message>
  <message>
   <source>Try: container</source>
   <translation>Versuch: Container</translation>
  </message>
  <message>
   <source>Try: port</source>
   <translation>Versuch: Port</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>in Ordnung</translation>
  </message>
  <message>
   <source>broken</source>
   <translation>unterbrochen</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>nicht bekannt</translation>
  </message>
  <message>
   <source>%1
%2</source>
   <comment>a step, its state</comment>
   <translation>%1
%2</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>a step, its state</comment>
   <translation>%1: %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImageActions</name>
  <message>
   <source>&amp;Build…</source>
   <translation>&amp;Bauen …</translation>
  </message>
  <message>
   <source>Make an image from a Dockerfile and its folder</source>
   <translation>Aus einem Dockerfile und seinem Ordner ein Abbild machen</translation>
  </message>
  <message>
   <source>Ctrl+B</source>
   <translation>Ctrl+B</translation>
  </message>
  <message>
   <source>&amp;Run…</source>
   <translation>Sta&amp;rten …</translation>
  </message>
  <message>
   <source>Run a container of this image</source>
   <translation>Einen Container aus diesem Abbild starten</translation>
  </message>
  <message>
   <source>Ctrl+Return</source>
   <translation>Ctrl+Return</translation>
  </message>
  <message>
   <source>&amp;Load…</source>
   <translation>&amp;Laden …</translation>
  </message>
  <message>
   <source>Load images from an archive (docker save, OCI)</source>
   <translation>Abbilder aus einem Archiv laden (docker save, OCI)</translation>
  </message>
  <message>
   <source>Ctrl+O</source>
   <translation>Ctrl+O</translation>
  </message>
  <message>
   <source>&amp;Import…</source>
   <translation>&amp;Importieren …</translation>
  </message>
  <message>
   <source>Make an image of the tar of a root file system</source>
   <translation>Ein Abbild aus dem tar-Archiv eines Wurzeldateisystems machen</translation>
  </message>
  <message>
   <source>Ctrl+I</source>
   <translation>Ctrl+I</translation>
  </message>
  <message>
   <source>New b&amp;ase image…</source>
   <translation>Neues B&amp;asisabbild …</translation>
  </message>
  <message>
   <source>Make an image from packages of the distribution</source>
   <translation>Ein Abbild aus Paketen der Distribution machen</translation>
  </message>
  <message>
   <source>Ctrl+Shift+N</source>
   <translation>Ctrl+Shift+N</translation>
  </message>
  <message>
   <source>&amp;Save…</source>
   <translation>&amp;Sichern …</translation>
  </message>
  <message>
   <source>Save to an archive that other engines can load</source>
   <translation>In ein Archiv sichern, das andere Engines laden können</translation>
  </message>
  <message>
   <source>Ctrl+S</source>
   <translation>Ctrl+S</translation>
  </message>
  <message>
   <source>&amp;Tag…</source>
   <translation>B&amp;enennen …</translation>
  </message>
  <message>
   <source>Give it one more name</source>
   <translation>Ihm einen weiteren Namen geben</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>E&amp;ntfernen</translation>
  </message>
  <message>
   <source>Remove this name, and the image with its last name</source>
   <translation>Diesen Namen entfernen, und mit dem letzten Namen das Abbild</translation>
  </message>
  <message>
   <source>Copy its id</source>
   <translation>Seine Id kopieren</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>Ti&amp;dy up…</source>
   <translation>Au&amp;fräumen …</translation>
  </message>
  <message>
   <source>Remove images that no container was made of</source>
   <translation>Abbilder entfernen, aus denen kein Container gemacht wurde</translation>
  </message>
  <message>
   <source>Load images from an archive</source>
   <translation>Abbilder aus einem Archiv laden</translation>
  </message>
  <message>
   <source>Image archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz)</source>
   <translation>Abbildarchive (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz)</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>%1 failed: %2</source>
   <translation>%1 ist fehlgeschlagen: %2</translation>
  </message>
  <message>
   <source>Import it…</source>
   <translation>Importieren …</translation>
  </message>
  <message>
   <source>Save %1</source>
   <translation>%1 sichern</translation>
  </message>
  <message>
   <source>Save images</source>
   <translation>Abbilder sichern</translation>
  </message>
  <message>
   <source>Image archives (*.tar)</source>
   <translation>Abbildarchive (*.tar)</translation>
  </message>
  <message>
   <source>Tag %1</source>
   <translation>%1 benennen</translation>
  </message>
  <message>
   <source>no container was made of it</source>
   <translation>kein Container wurde daraus gemacht</translation>
  </message>
  <message>
   <source>no name, no container</source>
   <translation>kein Name, kein Container</translation>
  </message>
  <message>
   <source>Remove unused images</source>
   <translation>Unbenutzte Abbilder entfernen</translation>
  </message>
  <message>
   <source>No container was made of these images. Those that you tick must be loaded or made again before they can be run.</source>
   <translation>Aus diesen Abbildern wurde kein Container gemacht. Angekreuzte müssen neu geladen oder gemacht werden, bevor sie wieder laufen können.</translation>
  </message>
  <message>
   <source>No container was made of these images. Those that you tick must be loaded or made again before they can be run. Images that share layers free less than their sizes say.</source>
   <translation>Aus diesen Abbildern wurde kein Container gemacht. Die angekreuzten müssen wieder geladen oder gemacht werden, bevor sie gestartet werden können. Abbilder mit gemeinsamen Schichten geben weniger frei, als ihre Größen sagen.</translation>
  </message>
  <message numerus="yes">
   <source>%1: used by %n container(s)</source>
   <translation>
    <numerusform>%1: von %n Container benutzt</numerusform>
    <numerusform>%1: von %n Containern benutzt</numerusform>
   </translation>
  </message>
  <message>
   <source>Remove images in use?</source>
   <translation>Benutzte Abbilder entfernen?</translation>
  </message>
  <message>
   <source>Containers were made of this:</source>
   <translation>Daraus wurden Container gemacht:</translation>
  </message>
  <message>
   <source>

Stopped containers keep working, but no new ones can be made of it. Images of running containers stay.</source>
   <translation>

Angehaltene Container funktionieren weiter, aber neue können daraus nicht mehr gemacht werden. Abbilder laufender Container bleiben.</translation>
  </message>
  <message>
   <source>Remove the names</source>
   <translation>Die Namen entfernen</translation>
  </message>
  <message>
   <source>%1 is being removed.</source>
   <translation>%1 wird entfernt.</translation>
  </message>
  <message numerus="yes">
   <source>%n image(s) are being removed.</source>
   <translation>
    <numerusform>%n Abbild wird entfernt.</numerusform>
    <numerusform>%n Abbilder werden entfernt.</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;Copy id</source>
   <translation>I&amp;d kopieren</translation>
  </message>
  <message>
   <source>One more &amp;name</source>
   <translation>Ein weiterer &amp;Name</translation>
  </message>
  <message>
   <source>&amp;Give it</source>
   <translation>&amp;Benennen</translation>
  </message>
  <message>
   <source>The engine does not say what tidying up would free: %1</source>
   <translation>Die Engine sagt nicht, was das Aufräumen freigäbe: %1</translation>
  </message>
  <message>
   <source>&amp;Pull…</source>
   <translation>&amp;Holen …</translation>
  </message>
  <message>
   <source>Fetch an image from a registry</source>
   <translation>Ein Abbild aus einer Registry holen</translation>
  </message>
  <message>
   <source>Ctrl+P</source>
   <translation>Ctrl+P</translation>
  </message>
  <message>
   <source>P&amp;ush…</source>
   <translation>H&amp;ochladen …</translation>
  </message>
  <message>
   <source>Send it to a registry</source>
   <translation>Es in eine Registry hochladen</translation>
  </message>
  <message>
   <source>Ctrl+U</source>
   <translation>Ctrl+U</translation>
  </message>
  <message>
   <source>E&amp;xplore layers</source>
   <translation>S&amp;chichten ansehen</translation>
  </message>
  <message>
   <source>Look at the layers and files of this image</source>
   <translation>Die Schichten und Dateien dieses Abbilds ansehen</translation>
  </message>
  <message>
   <source>Ctrl+L</source>
   <translation>Ctrl+L</translation>
  </message>
  <message>
   <source>Compare &amp;with…</source>
   <translation>&amp;Vergleichen mit …</translation>
  </message>
  <message>
   <source>Show what differs between two images</source>
   <translation>Zeigen, worin sich zwei Abbilder unterscheiden</translation>
  </message>
  <message>
   <source>Ctrl+D</source>
   <translation>Ctrl+D</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImageDetails</name>
  <message>
   <source>Histor&amp;y</source>
   <translation>&amp;Entstehung</translation>
  </message>
  <message>
   <source>&amp;Layers</source>
   <translation>Sch&amp;ichten</translation>
  </message>
  <message>
   <source>Pac&amp;kages</source>
   <translation>&amp;Pakete</translation>
  </message>
  <message>
   <source>(no name)</source>
   <translation>(ohne Namen)</translation>
  </message>
  <message>
   <source>The engine does not tell about this image: %1.</source>
   <translation>Die Engine gibt keine Auskunft über dieses Abbild: %1.</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Abbild</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>Namen</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Platform</source>
   <translation>Plattform</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>Benutzt von</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>container, its state</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>no container</source>
   <translation>kein Container</translation>
  </message>
  <message numerus="yes">
   <source>%n container(s)</source>
   <translation>
    <numerusform>%n Container</numerusform>
    <numerusform>%n Container</numerusform>
   </translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>frees nothing as long as containers use it</source>
   <translation>gibt nichts frei, solange Container es benutzen</translation>
  </message>
  <message>
   <source>frees nothing: others have it, too</source>
   <translation>gibt nichts frei: Andere haben es auch</translation>
  </message>
  <message>
   <source>frees exactly %1</source>
   <translation>gibt genau %1 frei</translation>
  </message>
  <message>
   <source>On the disk</source>
   <translation>Auf der Festplatte</translation>
  </message>
  <message>
   <source>The engine does not tell what it takes: %1</source>
   <translation>Die Engine sagt nicht, was es belegt: %1</translation>
  </message>
  <message>
   <source>Removing it</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Its own</source>
   <translation>Nur seins</translation>
  </message>
  <message>
   <source>Shared</source>
   <translation>Geteilt</translation>
  </message>
  <message>
   <source>%1 with other images</source>
   <translation>%1 mit anderen Abbildern</translation>
  </message>
  <message>
   <source>nothing with other images</source>
   <translation>nichts mit anderen Abbildern</translation>
  </message>
  <message>
   <source>Compressed</source>
   <translation>Gepackt</translation>
  </message>
  <message>
   <source>%1 kept, to be pushed as it came</source>
   <translation>%1 aufbewahrt, um es hochzuladen, wie es kam</translation>
  </message>
  <message>
   <source>Shared with</source>
   <translation>Geteilt mit</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>image, bytes</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>A container of it</source>
   <translation>Ein Container daraus</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>Führt aus</translation>
  </message>
  <message>
   <source>As user</source>
   <translation>Als Benutzer</translation>
  </message>
  <message>
   <source>root</source>
   <translation>root</translation>
  </message>
  <message>
   <source>In folder</source>
   <translation>Im Ordner</translation>
  </message>
  <message>
   <source>Offers ports</source>
   <translation>Bietet Ports</translation>
  </message>
  <message>
   <source>Has volumes</source>
   <translation>Hat Datenträger</translation>
  </message>
  <message>
   <source>Environment</source>
   <translation>Umgebung</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImageFilesPane</name>
  <message>
   <source>Read the chosen file</source>
   <translation>Die gewählte Datei lesen</translation>
  </message>
  <message>
   <source>Save the chosen file</source>
   <translation>Die gewählte Datei sichern</translation>
  </message>
  <message>
   <source>Files of the image</source>
   <translation>Dateien des Abbilds</translation>
  </message>
  <message>
   <source>A folder cannot be read: %1</source>
   <translation>Ein Ordner kann nicht gelesen werden: %1</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>Search for names…</source>
   <translation>Nach Namen suchen …</translation>
  </message>
  <message>
   <source>Search for names of files</source>
   <translation>Nach Namen von Dateien suchen</translation>
  </message>
  <message>
   <source>Only changes</source>
   <translation>Nur Änderungen</translation>
  </message>
  <message>
   <source>Only what the chosen layer changed; else the whole image</source>
   <translation>Nur was die gewählte Schicht geändert hat; sonst das ganze Abbild</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Wird gesucht …</translation>
  </message>
  <message>
   <source>The search failed: %1</source>
   <translation>Die Suche ist fehlgeschlagen: %1</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Nichts gefunden</translation>
  </message>
  <message>
   <source>No path here contains “%1”.</source>
   <translation>Kein Pfad hier enthält „%1“.</translation>
  </message>
  <message numerus="yes">
   <source>The first %n found</source>
   <translation>
    <numerusform>Der erste gefundene (%n)</numerusform>
    <numerusform>Die ersten %n gefundenen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n found</source>
   <translation>
    <numerusform>%n gefunden</numerusform>
    <numerusform>%n gefunden</numerusform>
   </translation>
  </message>
  <message>
   <source>No files</source>
   <translation>Keine Dateien</translation>
  </message>
  <message>
   <source>This layer changed no files.</source>
   <translation>Diese Schicht hat keine Dateien geändert.</translation>
  </message>
  <message>
   <source>There are no files in this image.</source>
   <translation>In diesem Abbild sind keine Dateien.</translation>
  </message>
  <message>
   <source>Save %1</source>
   <translation>%1 sichern</translation>
  </message>
  <message>
   <source>%1 failed: %2</source>
   <translation>%1 ist fehlgeschlagen: %2</translation>
  </message>
  <message>
   <source>&amp;Read</source>
   <translation>&amp;Lesen</translation>
  </message>
  <message>
   <source>&amp;Save…</source>
   <translation>&amp;Sichern …</translation>
  </message>
  <message>
   <source>&amp;Copy path</source>
   <translation>Pfad &amp;kopieren</translation>
  </message>
  <message>
   <source>Show in the &amp;tree</source>
   <translation>Im &amp;Baum zeigen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImagePane</name>
  <message>
   <source>This cannot be shown</source>
   <translation>Das kann nicht gezeigt werden</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImagePrunePreview</name>
  <message>
   <source>no name, no container</source>
   <translation>kein Name, kein Container</translation>
  </message>
  <message>
   <source>no container was made of it</source>
   <translation>kein Container wurde daraus gemacht</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImagesPage</name>
  <message>
   <source>Images</source>
   <translation>Abbilder</translation>
  </message>
  <message>
   <source>Drop archives here to load the images in them</source>
   <translation>Archive hier ablegen, um die Abbilder darin zu laden</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImportDialog</name>
  <message>
   <source>Import an image</source>
   <translation>Ein Abbild importieren</translation>
  </message>
  <message>
   <source>The tar of a root file system becomes an image of one layer.</source>
   <translation>Das tar-Archiv eines Wurzeldateisystems wird ein Abbild mit einer Schicht.</translation>
  </message>
  <message>
   <source>rootfs.tar, also compressed</source>
   <translation>rootfs.tar, auch gepackt</translation>
  </message>
  <message>
   <source>Choose a file</source>
   <translation>Datei auswählen</translation>
  </message>
  <message>
   <source>my/base:1</source>
   <translation>mein/basis:1</translation>
  </message>
  <message>
   <source>what a container of it runs, for example /bin/sh</source>
   <translation>was ein Container daraus ausführt, etwa /bin/sh</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>&amp;Command</source>
   <translation>&amp;Befehl</translation>
  </message>
  <message>
   <source>&amp;Import</source>
   <translation>&amp;Importieren</translation>
  </message>
  <message>
   <source>Root file system</source>
   <translation>Wurzeldateisystem</translation>
  </message>
  <message>
   <source>Archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz);;All files (*)</source>
   <translation>Archive (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz);;Alle Dateien (*)</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImportVolumeDialog</name>
  <message>
   <source>Import into a volume</source>
   <translation>In einen Datenträger importieren</translation>
  </message>
  <message>
   <source>&amp;Import</source>
   <translation>&amp;Importieren</translation>
  </message>
  <message>
   <source>&amp;Archive</source>
   <translation>&amp;Archiv</translation>
  </message>
  <message>
   <source>a tar, also compressed</source>
   <translation>ein tar, auch gepackt</translation>
  </message>
  <message>
   <source>Choose a file</source>
   <translation>Datei auswählen</translation>
  </message>
  <message>
   <source>Into</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>a new volume</source>
   <translation>einen neuen Datenträger</translation>
  </message>
  <message>
   <source>I&amp;nto</source>
   <translation>Na&amp;ch</translation>
  </message>
  <message>
   <source>Na&amp;me</source>
   <translation>Na&amp;me</translation>
  </message>
  <message>
   <source>of the new volume</source>
   <translation>des neuen Datenträgers</translation>
  </message>
  <message>
   <source>What is in it</source>
   <translation>Was darin ist</translation>
  </message>
  <message>
   <source>stays, but for what has the same names</source>
   <translation>bleibt, außer was gleich heißt</translation>
  </message>
  <message>
   <source>is removed first</source>
   <translation>wird zuerst entfernt</translation>
  </message>
  <message>
   <source>&amp;What is in it</source>
   <translation>&amp;Was darin ist</translation>
  </message>
  <message>
   <source>The volume changes only when all of the archive has come; cancelling leaves it as it is.</source>
   <translation>Der Datenträger ändert sich erst, wenn das ganze Archiv da ist; Abbrechen lässt ihn, wie er ist.</translation>
  </message>
  <message>
   <source>%1 has it open: it finds other files there from one moment to the next. Stop the container first where that matters.</source>
   <translation>%1 hat ihn offen: Von einem Augenblick zum anderen sind dort andere Dateien. Wo das stört, zuerst den Container anhalten.</translation>
  </message>
  <message>
   <source>Archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz);;All files (*)</source>
   <translation>Archive (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>There is no such file: %1</source>
   <translation>Diese Datei gibt es nicht: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::JsonView</name>
  <message>
   <source>Inspect</source>
   <translation>Rohdaten</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Find in it</source>
   <translation>Darin suchen</translation>
  </message>
  <message>
   <source>As a tree</source>
   <translation>Als Baum</translation>
  </message>
  <message>
   <source>Copy all of it as JSON</source>
   <translation>Alles als JSON kopieren</translation>
  </message>
  <message>
   <source>&amp;Copy value</source>
   <translation>&amp;Wert kopieren</translation>
  </message>
  <message>
   <source>Copy &amp;path</source>
   <translation>&amp;Pfad kopieren</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::KeysDialog</name>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Search an act or a key</source>
   <translation>Eine Handlung oder Taste suchen</translation>
  </message>
  <message>
   <source>Act</source>
   <translation>Handlung</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Taste</translation>
  </message>
  <message>
   <source>Acts and their keys</source>
   <translation>Handlungen und ihre Tasten</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LaunchPane</name>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Asking the engine…</source>
   <translation>Die Engine wird gefragt …</translation>
  </message>
  <message>
   <source>It was never started</source>
   <translation>Er wurde nie gestartet</translation>
  </message>
  <message>
   <source>A launch is some twenty steps that turn a process into a container. Run it step by step, and look at each; every start is recorded as well.</source>
   <translation>Ein Start besteht aus etwa zwanzig Schritten, die aus einem Prozess einen Container machen. Starten Sie ihn schrittweise, und sehen Sie jeden an; jeder Start wird auch aufgezeichnet.</translation>
  </message>
  <message>
   <source>Run step by step</source>
   <translation>Schrittweise starten</translation>
  </message>
  <message>
   <source>Held before step %1 of %2: %3</source>
   <translation>Angehalten vor Schritt %1 von %2: %3</translation>
  </message>
  <message>
   <source>Step %1 of %2 is under way</source>
   <translation>Schritt %1 von %2 ist im Gange</translation>
  </message>
  <message>
   <source>Failed in step %1 of %2: %3</source>
   <translation>Fehlgeschlagen in Schritt %1 von %2: %3</translation>
  </message>
  <message>
   <source>Aborted: it is as if it had never been started</source>
   <translation>Abgebrochen: Es ist, als wäre er nie gestartet worden</translation>
  </message>
  <message>
   <source>Done in %1, without the time that it was held</source>
   <translation>Fertig in %1, ohne die Zeit, in der er angehalten war</translation>
  </message>
  <message>
   <source>Done in %1</source>
   <translation>Fertig in %1</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>The launch that goes on</source>
   <translation>Der laufende Start</translation>
  </message>
  <message>
   <source>%1, failed</source>
   <comment>when</comment>
   <translation>%1, fehlgeschlagen</translation>
  </message>
  <message>
   <source>%1, step by step</source>
   <comment>when</comment>
   <translation>%1, schrittweise</translation>
  </message>
  <message>
   <source>%1, in %2</source>
   <comment>when, how long</comment>
   <translation>%1, in %2</translation>
  </message>
  <message>
   <source>Start it, and hold it before its first step</source>
   <translation>Starten und vor dem ersten Schritt anhalten</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Do the next step</source>
   <translation>Den nächsten Schritt tun</translation>
  </message>
  <message>
   <source>To here</source>
   <translation>Bis hier</translation>
  </message>
  <message>
   <source>Do all steps before the selected one</source>
   <translation>Alle Schritte vor dem ausgewählten tun</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Zu Ende</translation>
  </message>
  <message>
   <source>Do all that is left, and let it run</source>
   <translation>Alles Übrige tun und ihn laufen lassen</translation>
  </message>
  <message>
   <source>Abort</source>
   <translation>Abbruch</translation>
  </message>
  <message>
   <source>As if it had never been started</source>
   <translation>Als wäre er nie gestartet worden</translation>
  </message>
  <message>
   <source>Steps of the launch</source>
   <translation>Schritte des Starts</translation>
  </message>
  <message>
   <source>One of the last starts</source>
   <translation>Einer der letzten Starts</translation>
  </message>
  <message>
   <source>The last starts are recorded: choose one to see its steps and true times</source>
   <translation>Die letzten Starts sind aufgezeichnet: Wählen Sie einen, um seine Schritte und wahren Zeiten zu sehen</translation>
  </message>
  <message>
   <source>Speed of a recording that is played</source>
   <translation>Tempo einer Aufzeichnung, die abgespielt wird</translation>
  </message>
  <message>
   <source>How much slower than it was</source>
   <translation>Wie viel langsamer, als es war</translation>
  </message>
  <message>
   <source>Go through the steps, each as long as it took, slowed down</source>
   <translation>Die Schritte durchgehen, jeden so lange, wie er dauerte, verlangsamt</translation>
  </message>
  <message>
   <source>process</source>
   <translation>Prozess</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LaunchShell</name>
  <message>
   <source>Open it anew</source>
   <translation>Neu öffnen</translation>
  </message>
  <message>
   <source>A new shell, which sees the world as it is now</source>
   <translation>Eine neue Shell, die die Welt sieht, wie sie jetzt ist</translation>
  </message>
  <message>
   <source>The world as it is before “%1”.</source>
   <translation>Die Welt, wie sie vor „%1“ ist.</translation>
  </message>
  <message>
   <source>Opened before “%1”: it keeps to the world of that moment.</source>
   <translation>Vor „%1“ geöffnet: Sie bleibt bei der Welt jenes Moments.</translation>
  </message>
  <message>
   <source>A shell there</source>
   <translation>Eine Shell dort</translation>
  </message>
  <message>
   <source>It sees the world as the process does at this moment: its files, its ids, its host name.</source>
   <translation>Sie sieht die Welt so, wie der Prozess in diesem Moment: seine Dateien, seine Ids, seinen Rechnernamen.</translation>
  </message>
  <message>
   <source>Open a shell there</source>
   <translation>Dort eine Shell öffnen</translation>
  </message>
  <message>
   <source>Nothing is held</source>
   <translation>Nichts ist angehalten</translation>
  </message>
  <message>
   <source>While a launch is held, a shell can look at the world that it has made so far. Run the container step by step.</source>
   <translation>Solange ein Start angehalten ist, kann eine Shell die Welt ansehen, die er bis dahin gemacht hat. Starten Sie den Container schrittweise.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LaunchStepView</name>
  <message>
   <source>Copy what is shown here</source>
   <translation>Kopieren, was hier zu sehen ist</translation>
  </message>
  <message>
   <source>What the kernel was asked</source>
   <translation>Worum der Kernel gebeten wurde</translation>
  </message>
  <message>
   <source>The same from a shell</source>
   <translation>Dasselbe in einer Shell</translation>
  </message>
  <message>
   <source>Asked of the kernel</source>
   <translation>An den Kernel</translation>
  </message>
  <message>
   <source>From a shell</source>
   <translation>In der Shell</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <source>A shell there</source>
   <translation>Shell dort</translation>
  </message>
  <message>
   <source>Explanation</source>
   <translation>Erklärung</translation>
  </message>
  <message>
   <source>What the step has changed</source>
   <translation>Was der Schritt geändert hat</translation>
  </message>
  <message>
   <source>Explanation of what is pointed at</source>
   <translation>Erklärung dessen, worauf gezeigt wird</translation>
  </message>
  <message>
   <source>Lesson</source>
   <translation>Lektion</translation>
  </message>
  <message>
   <source>%1
%2</source>
   <comment>what failed, what to do</comment>
   <translation>%1
%2</translation>
  </message>
  <message>
   <source>Change its options…</source>
   <translation>Optionen ändern …</translation>
  </message>
  <message>
   <source>No call of this step is recorded.</source>
   <translation>Von diesem Schritt ist kein Aufruf aufgezeichnet.</translation>
  </message>
  <message>
   <source>It is not done yet: what the kernel is asked stands here afterwards.</source>
   <translation>Er ist noch nicht getan: Worum der Kernel gebeten wird, steht danach hier.</translation>
  </message>
  <message>
   <source>There is no command that would do the same.</source>
   <translation>Es gibt keinen Befehl, der dasselbe täte.</translation>
  </message>
  <message>
   <source>Nothing that an X-ray shows.</source>
   <translation>Nichts, was ein X-Ray zeigt.</translation>
  </message>
  <message>
   <source>From “%1” to “%2”: nobody looked between.</source>
   <translation>Von „%1“ bis „%2“: Dazwischen hat niemand hingesehen.</translation>
  </message>
  <message>
   <source>It is not done yet.</source>
   <translation>Er ist noch nicht getan.</translation>
  </message>
  <message>
   <source>There was no process to look into, or nobody looked after this step.</source>
   <translation>Es gab keinen Prozess zum Hineinsehen, oder niemand hat nach diesem Schritt hingesehen.</translation>
  </message>
  <message>
   <source>What a step changes is seen while the launch is held: run the container step by step.</source>
   <translation>Was ein Schritt ändert, ist zu sehen, während der Start angehalten ist: Starten Sie den Container schrittweise.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LayersPane</name>
  <message>
   <source>Layers, the lowest first</source>
   <translation>Schichten, unterste zuerst</translation>
  </message>
  <message>
   <source>Paths that waste room</source>
   <translation>Pfade, die Platz vergeuden</translation>
  </message>
  <message>
   <source>What wastes</source>
   <translation>Was vergeudet</translation>
  </message>
  <message>
   <source>Which paths waste room, and which layers repeat or remove them</source>
   <translation>Welche Pfade Platz vergeuden und welche Schichten sie wiederholen oder entfernen</translation>
  </message>
  <message>
   <source>The engine reads the layers…</source>
   <translation>Die Engine liest die Schichten …</translation>
  </message>
  <message>
   <source>The engine does not tell what is in this image: %1.</source>
   <translation>Die Engine sagt nicht, was in diesem Abbild ist: %1.</translation>
  </message>
  <message>
   <source>No layers</source>
   <translation>Keine Schichten</translation>
  </message>
  <message>
   <source>This image has no files at all, as FROM scratch has none.</source>
   <translation>Dieses Abbild hat gar keine Dateien, wie FROM scratch keine hat.</translation>
  </message>
  <message>
   <source>Efficiency %1 %, %2 wasted</source>
   <translation>Nutzen %1 %, %2 vergeudet</translation>
  </message>
  <message>
   <source>Nothing is wasted: no layer repeats or removes what lower ones hold.</source>
   <translation>Nichts ist vergeudet: Keine Schicht wiederholt oder entfernt, was untere enthalten.</translation>
  </message>
  <message>
   <source>The whole image</source>
   <translation>Das ganze Abbild</translation>
  </message>
  <message>
   <source>Changes of %1</source>
   <comment>layer 3</comment>
   <translation>Änderungen von %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LearnPage</name>
  <message>
   <source>&amp;Presentation</source>
   <translation>P&amp;räsentation</translation>
  </message>
  <message>
   <source>Lessons</source>
   <translation>Lektionen</translation>
  </message>
  <message>
   <source>Where it comes from</source>
   <translation>Woher es kommt</translation>
  </message>
  <message>
   <source>Nothing but the lesson, in large type, on the whole screen</source>
   <translation>Nichts als die Lektion, in großer Schrift, auf dem ganzen Bildschirm</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LessonCode</name>
  <message>
   <source>Type it</source>
   <translation>Eintippen</translation>
  </message>
  <message>
   <source>Put this line into the terminal. Press Return there to run it</source>
   <translation>Diese Zeile ins Terminal setzen. Dort führt die Eingabetaste sie aus</translation>
  </message>
  <message>
   <source>Type it: %1</source>
   <translation>Eintippen: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LessonStepView</name>
  <message>
   <source>Hint</source>
   <translation>Tipp</translation>
  </message>
  <message>
   <source>I have read this</source>
   <translation>Ich habe es gelesen</translation>
  </message>
  <message>
   <source>%1. %2</source>
   <comment>number and title of a step</comment>
   <translation>%1. %2</translation>
  </message>
  <message>
   <source>The same as a command: %1</source>
   <translation>Dasselbe als Befehl: %1</translation>
  </message>
  <message>
   <source>Show what helps with this step</source>
   <translation>Zeigen, was bei diesem Schritt hilft</translation>
  </message>
  <message>
   <source>Go on to the next step</source>
   <translation>Weiter zum nächsten Schritt</translation>
  </message>
  <message>
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <source>to do now</source>
   <translation>jetzt zu tun</translation>
  </message>
  <message>
   <source>later</source>
   <translation>später</translation>
  </message>
  <message>
   <source>Done.</source>
   <translation>Fertig.</translation>
  </message>
  <message>
   <source>The engine is being asked.</source>
   <translation>Die Engine wird gefragt.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LessonView</name>
  <message>
   <source>This is the last lesson</source>
   <translation>Das ist die letzte Lektion</translation>
  </message>
  <message>
   <source>Go on with “%1”</source>
   <translation>Weiter mit „%1“</translation>
  </message>
  <message>
   <source>Lay out what the lesson needs, and begin</source>
   <translation>Bereitlegen, was die Lektion braucht, und beginnen</translation>
  </message>
  <message>
   <source>Laying out…</source>
   <translation>Wird bereitgelegt …</translation>
  </message>
  <message>
   <source>Removing what it made…</source>
   <translation>Entfernt, was sie gemacht hat …</translation>
  </message>
  <message numerus="yes">
   <source>%1 min · %n step(s)</source>
   <translation>
    <numerusform>%1 min · %n Schritt</numerusform>
    <numerusform>%1 min · %n Schritte</numerusform>
   </translation>
  </message>
  <message>
   <source>All steps are done</source>
   <translation>Alle Schritte sind getan</translation>
  </message>
  <message>
   <source>Step %1 of %2</source>
   <translation>Schritt %1 von %2</translation>
  </message>
  <message>
   <source>Ready when you are</source>
   <translation>Bereit, wenn Sie es sind</translation>
  </message>
  <message>
   <source>Not possible here</source>
   <translation>Hier nicht möglich</translation>
  </message>
  <message numerus="yes">
   <source>The lesson lays out %n container(s) of its own, and removes exactly them when you reset it.</source>
   <translation>
    <numerusform>Die Lektion legt %n eigenen Container bereit und entfernt genau diesen, wenn Sie sie zurücksetzen.</numerusform>
    <numerusform>Die Lektion legt %n eigene Container bereit und entfernt genau diese, wenn Sie sie zurücksetzen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Start the lesson</source>
   <translation>Lektion starten</translation>
  </message>
  <message>
   <source>container %1</source>
   <translation>Container %1</translation>
  </message>
  <message>
   <source>network %1</source>
   <translation>Netz %1</translation>
  </message>
  <message>
   <source>volume %1</source>
   <translation>Datenträger %1</translation>
  </message>
  <message>
   <source>image %1</source>
   <translation>Abbild %1</translation>
  </message>
  <message>
   <source>record of the build of %1</source>
   <translation>Aufzeichnung des Builds von %1</translation>
  </message>
  <message>
   <source>Reset the lesson?</source>
   <translation>Lektion zurücksetzen?</translation>
  </message>
  <message>
   <source>Things of this lesson are left from before. They are removed first:</source>
   <translation>Von früher ist noch etwas aus dieser Lektion da. Es wird zuerst entfernt:</translation>
  </message>
  <message>
   <source>What this lesson has made is removed, and nothing else:</source>
   <translation>Was diese Lektion gemacht hat, wird entfernt, und nichts sonst:</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>&amp;All lessons</source>
   <translation>&amp;Alle Lektionen</translation>
  </message>
  <message>
   <source>Go back to the list</source>
   <translation>Zurück zur Liste</translation>
  </message>
  <message>
   <source>Alt+Left</source>
   <translation>Alt+Left</translation>
  </message>
  <message>
   <source>&amp;Start the lesson</source>
   <translation>&amp;Starten</translation>
  </message>
  <message>
   <source>&amp;Reset…</source>
   <translation>&amp;Zurücksetzen …</translation>
  </message>
  <message>
   <source>Remove what the lesson has made, and begin anew</source>
   <translation>Entfernen, was die Lektion gemacht hat, und neu beginnen</translation>
  </message>
  <message>
   <source>&amp;Next lesson</source>
   <translation>&amp;Nächste Lektion</translation>
  </message>
  <message>
   <source>Alt+Right</source>
   <translation>Alt+Right</translation>
  </message>
  <message>
   <source>Text of the lesson</source>
   <translation>Text der Lektion</translation>
  </message>
  <message>
   <source>Terminal</source>
   <translation>Terminal</translation>
  </message>
  <message>
   <source>On the wire</source>
   <translation>Auf der Leitung</translation>
  </message>
  <message>
   <source>X-ray</source>
   <translation>X-Ray</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LimitHandle</name>
  <message>
   <source>Drag it, or move it with Up and Down and press Return; Delete takes the limit away</source>
   <translation>Ziehen, oder mit Auf und Ab bewegen und die Eingabetaste drücken; Entf nimmt die Grenze weg</translation>
  </message>
  <message>
   <source>limit %1</source>
   <translation>Grenze %1</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>keine Grenze</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LimitLines</name>
  <message>
   <source>It may use %1 of memory now.</source>
   <translation>Er darf jetzt %1 Speicher benutzen.</translation>
  </message>
  <message>
   <source>Its memory has no limit now.</source>
   <translation>Sein Speicher hat jetzt keine Grenze.</translation>
  </message>
  <message>
   <source>It may use %1 now.</source>
   <comment>“1.5 CPUs”</comment>
   <translation>Er darf jetzt %1 benutzen.</translation>
  </message>
  <message>
   <source>It may use all CPUs now.</source>
   <translation>Er darf jetzt alle CPUs benutzen.</translation>
  </message>
  <message>
   <source>It may have %1 now.</source>
   <comment>“100 processes”</comment>
   <translation>Er darf jetzt %1 haben.</translation>
  </message>
  <message>
   <source>The number of its processes has no limit now.</source>
   <translation>Die Zahl seiner Prozesse hat jetzt keine Grenze.</translation>
  </message>
  <message>
   <source>It uses %1 now. With a limit of %2 the kernel takes away what it can do without, and may then end its processes.</source>
   <translation>Er benutzt jetzt %1. Bei einer Grenze von %2 nimmt der Kernel ihm weg, was er entbehren kann, und beendet dann vielleicht seine Prozesse.</translation>
  </message>
  <message>
   <source>Leave it as it was</source>
   <translation>Lassen, wie sie war</translation>
  </message>
  <message>
   <source>Set the limit</source>
   <translation>Grenze setzen</translation>
  </message>
  <message>
   <source>The limit stays as it was: %1</source>
   <translation>Die Grenze bleibt, wie sie war: %1</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LimitsDialog</name>
  <message>
   <source>Limits of %1</source>
   <translation>Grenzen von %1</translation>
  </message>
  <message>
   <source>&amp;Change</source>
   <translation>Ä&amp;ndern</translation>
  </message>
  <message>
   <source>&amp;Memory</source>
   <translation>&amp;Speicher</translation>
  </message>
  <message>
   <source>no limit, or for example 512m</source>
   <translation>keine Grenze, oder etwa 512m</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>keine Grenze</translation>
  </message>
  <message>
   <source>C&amp;PUs</source>
   <translation>C&amp;PUs</translation>
  </message>
  <message>
   <source>P&amp;rocesses</source>
   <translation>P&amp;rozesse</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>after a failure</source>
   <translation>nach einem Fehler</translation>
  </message>
  <message>
   <source>unless stopped by hand</source>
   <translation>außer wenn von Hand angehalten</translation>
  </message>
  <message>
   <source>always</source>
   <translation>immer</translation>
  </message>
  <message>
   <source>Re&amp;start</source>
   <translation>Neust&amp;art</translation>
  </message>
  <message>
   <source>without end</source>
   <translation>ohne Ende</translation>
  </message>
  <message>
   <source>At mos&amp;t</source>
   <translation>Höchs&amp;tens</translation>
  </message>
  <message>
   <source>Changes hold at once, and after a restart.</source>
   <translation>Änderungen gelten sofort und auch nach einem Neustart.</translation>
  </message>
  <message>
   <source>“%1” is not a size; write for example 512m or 2g.</source>
   <translation>„%1“ ist keine Größe; schreiben Sie etwa 512m oder 2g.</translation>
  </message>
  <message>
   <source>The limits cannot be changed: %1</source>
   <translation>Die Grenzen können nicht geändert werden: %1</translation>
  </message>
  <message>
   <source>This engine can change a limit, but not take it away: give a larger one.</source>
   <translation>Diese Engine kann eine Grenze ändern, aber nicht wegnehmen: Geben Sie eine größere an.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LimitsRow</name>
  <message>
   <source> MiB</source>
   <translation> MiB</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>Processors</source>
   <translation>Prozessoren</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Prozesse</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>keine Grenze</translation>
  </message>
  <message>
   <source>%1, the limit</source>
   <translation>%1, die Grenze</translation>
  </message>
  <message>
   <source>Changes hold at once</source>
   <translation>Änderungen gelten sofort</translation>
  </message>
  <message>
   <source>%1, in use</source>
   <translation>%1, benutzt</translation>
  </message>
  <message>
   <source>%1 of one</source>
   <translation>%1 von einem</translation>
  </message>
  <message>
   <source>The limit is not changed: %1.</source>
   <translation>Die Grenze ist nicht geändert: %1.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ListPage</name>
  <message>
   <source>Nothing matches</source>
   <translation>Nichts passt</translation>
  </message>
  <message>
   <source>No row fits the filter.</source>
   <translation>Keine Zeile passt zum Filter.</translation>
  </message>
  <message>
   <source>Clear the filter</source>
   <translation>Filter leeren</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogFilterBar</name>
  <message>
   <source>Only lines with…</source>
   <translation>Nur Zeilen mit …</translation>
  </message>
  <message>
   <source>Only lines with this text</source>
   <translation>Nur Zeilen mit diesem Text</translation>
  </message>
  <message>
   <source>Match case</source>
   <translation>Groß und klein</translation>
  </message>
  <message>
   <source>Tell capital letters from small ones</source>
   <translation>Groß- und Kleinbuchstaben unterscheiden</translation>
  </message>
  <message>
   <source>Regular expression</source>
   <translation>Regulärer Ausdruck</translation>
  </message>
  <message>
   <source>Read the text as a regular expression</source>
   <translation>Den Text als regulären Ausdruck lesen</translation>
  </message>
  <message>
   <source>So many lines before and after each are shown as well</source>
   <translation>So viele Zeilen davor und danach werden ebenfalls gezeigt</translation>
  </message>
  <message>
   <source>Lines around each match</source>
   <translation>Zeilen um jeden Treffer</translation>
  </message>
  <message>
   <source>Streams</source>
   <translation>Ströme</translation>
  </message>
  <message>
   <source>Which streams are shown</source>
   <translation>Welche Ströme gezeigt werden</translation>
  </message>
  <message>
   <source>Standard &amp;output</source>
   <translation>&amp;Standardausgabe</translation>
  </message>
  <message>
   <source>Standard &amp;error</source>
   <translation>Standard&amp;fehler</translation>
  </message>
  <message>
   <source>&amp;What happened to the container</source>
   <translation>&amp;Was dem Container geschah</translation>
  </message>
  <message>
   <source>Show all lines</source>
   <translation>Alle Zeilen zeigen</translation>
  </message>
  <message>
   <source>Show all lines (Esc)</source>
   <translation>Alle Zeilen zeigen (Esc)</translation>
  </message>
  <message>
   <source>Levels</source>
   <translation>Stufen</translation>
  </message>
  <message>
   <source>Which levels are shown</source>
   <translation>Welche Stufen gezeigt werden</translation>
  </message>
  <message>
   <source>&amp;No level</source>
   <translation>&amp;Ohne Stufe</translation>
  </message>
  <message>
   <source>&amp;Trace</source>
   <translation>&amp;Trace</translation>
  </message>
  <message>
   <source>&amp;Debug</source>
   <translation>&amp;Debug</translation>
  </message>
  <message>
   <source>&amp;Information</source>
   <translation>&amp;Information</translation>
  </message>
  <message>
   <source>&amp;Warning</source>
   <translation>&amp;Warnung</translation>
  </message>
  <message>
   <source>&amp;Error</source>
   <translation>&amp;Fehler</translation>
  </message>
  <message>
   <source>&amp;Fatal</source>
   <translation>F&amp;atal</translation>
  </message>
  <message>
   <source>Only warnings and wor&amp;se</source>
   <translation>Nur Warnungen und &amp;Schlimmeres</translation>
  </message>
  <message>
   <source>All times</source>
   <translation>Alle Zeiten</translation>
  </message>
  <message>
   <source>Last 5 minutes</source>
   <translation>Letzte 5 Minuten</translation>
  </message>
  <message>
   <source>Last hour</source>
   <translation>Letzte Stunde</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>From – to</source>
   <translation>Von – bis</translation>
  </message>
  <message>
   <source>From which time lines are shown</source>
   <translation>Von wann an Zeilen gezeigt werden</translation>
  </message>
  <message>
   <source>From which time lines are shown; “last” counts from when it is chosen</source>
   <translation>Von wann an Zeilen gezeigt werden; „letzte“ zählt ab der Auswahl</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>not a pattern</source>
   <translation>kein Muster</translation>
  </message>
  <message>
   <source>%1 of %2 lines shown</source>
   <translation>%1 von %2 Zeilen gezeigt</translation>
  </message>
  <message>
   <source>%1…</source>
   <translation>%1 …</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogPane</name>
  <message>
   <source>Follow</source>
   <translation>Folgen</translation>
  </message>
  <message>
   <source>Show new lines as they come</source>
   <translation>Neue Zeilen zeigen, wenn sie kommen</translation>
  </message>
  <message>
   <source>Wrap lines</source>
   <translation>Zeilen umbrechen</translation>
  </message>
  <message>
   <source>Break long lines at the edge</source>
   <translation>Lange Zeilen am Rand umbrechen</translation>
  </message>
  <message>
   <source>Show times</source>
   <translation>Zeiten zeigen</translation>
  </message>
  <message>
   <source>Show when each line was written</source>
   <translation>Zeigen, wann jede Zeile geschrieben wurde</translation>
  </message>
  <message>
   <source>Find…</source>
   <translation>Suchen …</translation>
  </message>
  <message>
   <source>Find in this log</source>
   <translation>In diesem Protokoll suchen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy what is selected, or all of it</source>
   <translation>Das Ausgewählte kopieren, oder alles</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Sichern …</translation>
  </message>
  <message>
   <source>Save this log to a file</source>
   <translation>Dieses Protokoll in eine Datei sichern</translation>
  </message>
  <message>
   <source>Go to the newest line and follow (End)</source>
   <translation>Zur neuesten Zeile gehen und folgen (Ende)</translation>
  </message>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n Zeile</numerusform>
    <numerusform>%n Zeilen</numerusform>
   </translation>
  </message>
  <message>
   <source>Newest</source>
   <translation>Neueste</translation>
  </message>
  <message>
   <source>The log cannot be read</source>
   <translation>Das Protokoll ist nicht zu lesen</translation>
  </message>
  <message>
   <source>Nothing was written</source>
   <translation>Nichts wurde geschrieben</translation>
  </message>
  <message>
   <source>The container has ended without a word.</source>
   <translation>Der Container hat ohne ein Wort geendet.</translation>
  </message>
  <message>
   <source>Nothing written yet</source>
   <translation>Noch nichts geschrieben</translation>
  </message>
  <message>
   <source>Lines appear here as soon as the program writes them.</source>
   <translation>Zeilen erscheinen hier, sobald das Programm sie schreibt.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
  <message>
   <source>Save the log of %1</source>
   <translation>Das Protokoll von %1 sichern</translation>
  </message>
  <message>
   <source>Read JSON</source>
   <translation>JSON lesen</translation>
  </message>
  <message>
   <source>Show lines of JSON as time, level and message; a click at the left unfolds their fields</source>
   <translation>Zeilen aus JSON als Zeit, Stufe und Meldung zeigen; ein Klick links klappt ihre Felder aus</translation>
  </message>
  <message>
   <source>Filter…</source>
   <translation>Filtern …</translation>
  </message>
  <message>
   <source>Show only some lines: by text, stream, level or time</source>
   <translation>Nur manche Zeilen zeigen: nach Text, Strom, Stufe oder Zeit</translation>
  </message>
  <message>
   <source>Ctrl+Alt+F</source>
   <translation>Ctrl+Alt+F</translation>
  </message>
  <message>
   <source>Previous start or end</source>
   <translation>Voriger Anfang oder Ende</translation>
  </message>
  <message>
   <source>To where a run began or ended, upwards</source>
   <translation>Dorthin, wo ein Lauf begann oder endete, nach oben</translation>
  </message>
  <message>
   <source>Alt+Up</source>
   <translation>Alt+Up</translation>
  </message>
  <message>
   <source>Next start or end</source>
   <translation>Nächster Anfang oder Ende</translation>
  </message>
  <message>
   <source>To where a run began or ended, downwards</source>
   <translation>Dorthin, wo ein Lauf begann oder endete, nach unten</translation>
  </message>
  <message>
   <source>Alt+Down</source>
   <translation>Alt+Down</translation>
  </message>
  <message>
   <source>Cancel saving</source>
   <translation>Sichern abbrechen</translation>
  </message>
  <message>
   <source>%1 is removed. These are the lines that were read before; they go with this window.</source>
   <translation>%1 ist entfernt. Dies sind die Zeilen, die vorher gelesen wurden; sie gehen mit diesem Fenster.</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>entfernt</translation>
  </message>
  <message numerus="yes">
   <source>not following · %n new</source>
   <translation>
    <numerusform>folgt nicht · %n neue</numerusform>
    <numerusform>folgt nicht · %n neue</numerusform>
   </translation>
  </message>
  <message>
   <source>not following</source>
   <translation>folgt nicht</translation>
  </message>
  <message>
   <source>following</source>
   <translation>folgt</translation>
  </message>
  <message>
   <source>all of them have stopped</source>
   <translation>alle sind beendet</translation>
  </message>
  <message>
   <source>the container has stopped</source>
   <translation>der Container ist beendet</translation>
  </message>
  <message>
   <source>%1 of %2 lines shown</source>
   <translation>%1 von %2 Zeilen gezeigt</translation>
  </message>
  <message>
   <source>older lines are being read: %1</source>
   <translation>ältere Zeilen werden gelesen: %1</translation>
  </message>
  <message>
   <source>the last %1 lines of each</source>
   <translation>die letzten %1 Zeilen von jedem</translation>
  </message>
  <message>
   <source>saving: %1 %</source>
   <translation>wird gesichert: %1 %</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Sieht nach …</translation>
  </message>
  <message>
   <source>No line is shown</source>
   <translation>Keine Zeile wird gezeigt</translation>
  </message>
  <message numerus="yes">
   <source>The filter hides all %n line(s).</source>
   <translation>
    <numerusform>Der Filter verbirgt die %n Zeile.</numerusform>
    <numerusform>Der Filter verbirgt alle %n Zeilen.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogSaveDialog</name>
  <message>
   <source>&amp;Only the lines that are shown</source>
   <translation>&amp;Nur die gezeigten Zeilen</translation>
  </message>
  <message>
   <source>With the &amp;time of each line</source>
   <translation>Mit der &amp;Zeit jeder Zeile</translation>
  </message>
  <message>
   <source>With &amp;colours, as the program wrote them</source>
   <translation>Mit &amp;Farben, wie das Programm sie schrieb</translation>
  </message>
  <message>
   <source>Save the log of %1</source>
   <translation>Das Protokoll von %1 sichern</translation>
  </message>
  <message>
   <source>What the filter hides is left out</source>
   <translation>Was der Filter verbirgt, wird ausgelassen</translation>
  </message>
  <message>
   <source>All lines are shown</source>
   <translation>Alle Zeilen werden gezeigt</translation>
  </message>
  <message>
   <source>In UTC, to the nanosecond, as the engine has it</source>
   <translation>In UTC, auf die Nanosekunde, wie die Engine sie hat</translation>
  </message>
  <message>
   <source>Escape sequences; a terminal shows them, most editors do not</source>
   <translation>Escape-Sequenzen; ein Terminal zeigt sie, die meisten Editoren nicht</translation>
  </message>
  <message>
   <source>C&amp;hoose a file…</source>
   <translation>&amp;Datei auswählen …</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogSearchBar</name>
  <message>
   <source>Find in log</source>
   <translation>Im Protokoll suchen</translation>
  </message>
  <message>
   <source>Match case</source>
   <translation>Groß und klein</translation>
  </message>
  <message>
   <source>Tell capital letters from small ones</source>
   <translation>Groß- und Kleinbuchstaben unterscheiden</translation>
  </message>
  <message>
   <source>Regular expression</source>
   <translation>Regulärer Ausdruck</translation>
  </message>
  <message>
   <source>Read the text as a regular expression</source>
   <translation>Den Text als regulären Ausdruck lesen</translation>
  </message>
  <message>
   <source>Previous match</source>
   <translation>Voriger Treffer</translation>
  </message>
  <message>
   <source>Next match</source>
   <translation>Nächster Treffer</translation>
  </message>
  <message>
   <source>Close search</source>
   <translation>Suche schließen</translation>
  </message>
  <message>
   <source>not a pattern</source>
   <translation>kein Muster</translation>
  </message>
  <message>
   <source>searching…</source>
   <translation>sucht …</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>nicht gefunden</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>%1 lines</source>
   <translation>%1 Zeilen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogView</name>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Kopieren</translation>
  </message>
  <message>
   <source>Select &amp;all</source>
   <translation>&amp;Alles auswählen</translation>
  </message>
  <message>
   <source>Only from this line &amp;on</source>
   <translation>Nur a&amp;b dieser Zeile</translation>
  </message>
  <message>
   <source>Only &amp;up to this line</source>
   <translation>Nur b&amp;is zu dieser Zeile</translation>
  </message>
  <message>
   <source>&amp;Fold its fields</source>
   <translation>Felder &amp;einklappen</translation>
  </message>
  <message>
   <source>Un&amp;fold its fields</source>
   <translation>Felder a&amp;usklappen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LoginDialog</name>
  <message>
   <source>Log in to %1</source>
   <translation>Bei %1 anmelden</translation>
  </message>
  <message>
   <source>&amp;Log in</source>
   <translation>&amp;Anmelden</translation>
  </message>
  <message>
   <source>&amp;User name</source>
   <translation>&amp;Benutzername</translation>
  </message>
  <message>
   <source>&amp;Password</source>
   <translation>&amp;Passwort</translation>
  </message>
  <message>
   <source>In place of the password Docker Hub takes an access token, which can be withdrawn alone.</source>
   <translation>Statt des Passworts nimmt Docker Hub ein Zugangstoken, das sich einzeln zurückziehen lässt.</translation>
  </message>
  <message>
   <source>Kept in the keyring of your desktop; where there is none, in a file that only you can read.</source>
   <translation>Liegt im Schlüsselbund Ihres Desktops; wo es keinen gibt, in einer Datei, die nur Sie lesen können.</translation>
  </message>
  <message>
   <source>%1 does not accept the login: %2</source>
   <translation>%1 nimmt die Anmeldung nicht an: %2</translation>
  </message>
  <message>
   <source>Logged in to %1 as %2. The login is kept %3.</source>
   <translation>Bei %1 angemeldet als %2. Die Anmeldung liegt %3.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogsWindow</name>
  <message>
   <source>Logs of %1</source>
   <translation>Protokolle von %1</translation>
  </message>
  <message>
   <source>Log of %1</source>
   <translation>Protokoll von %1</translation>
  </message>
  <message>
   <source>Show or hide the lines of %1</source>
   <translation>Die Zeilen von %1 zeigen oder verbergen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::MainWindow</name>
  <message>
   <source>No images yet</source>
   <translation>Noch keine Abbilder</translation>
  </message>
  <message>
   <source>An image is what a container is made of: a file system and a command to run.</source>
   <translation>Ein Abbild ist das, woraus ein Container gemacht wird: ein Dateisystem und ein Befehl.</translation>
  </message>
  <message>
   <source>New base image…</source>
   <translation>Neues Basisabbild …</translation>
  </message>
  <message>
   <source>Load an archive…</source>
   <translation>Ein Archiv laden …</translation>
  </message>
  <message>
   <source>Network · %1</source>
   <translation>Netz · %1</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Datenträger</translation>
  </message>
  <message>
   <source>Build · %1</source>
   <translation>Build · %1</translation>
  </message>
  <message>
   <source>Registry</source>
   <translation>Registry</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Seite</translation>
  </message>
  <message>
   <source>Start %1</source>
   <translation>%1 starten</translation>
  </message>
  <message>
   <source>Stop %1</source>
   <translation>%1 anhalten</translation>
  </message>
  <message>
   <source>Restart %1</source>
   <translation>%1 neu starten</translation>
  </message>
  <message>
   <source>Log of %1</source>
   <translation>Protokoll von %1</translation>
  </message>
  <message>
   <source>Shell in %1</source>
   <translation>Shell in %1</translation>
  </message>
  <message>
   <source>Open %1 in the browser</source>
   <translation>%1 im Browser öffnen</translation>
  </message>
  <message>
   <source>Remove %1</source>
   <translation>%1 entfernen</translation>
  </message>
  <message>
   <source>Container · %1</source>
   <translation>Container · %1</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Abbild</translation>
  </message>
  <message>
   <source>Run %1…</source>
   <translation>%1 starten …</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
  <message>
   <source>A container is a program with a file system, a network and limits of its own. It is made of an image, and there is none here yet.</source>
   <translation>Ein Container ist ein Programm mit eigenem Dateisystem, eigenem Netz und eigenen Grenzen. Er wird aus einem Abbild gemacht, und hier gibt es noch keines.</translation>
  </message>
  <message>
   <source>No containers yet</source>
   <translation>Noch keine Container</translation>
  </message>
  <message>
   <source>A container is a program with a file system, a network and limits of its own. It is made of an image.</source>
   <translation>Ein Container ist ein Programm mit eigenem Dateisystem, eigenem Netz und eigenen Grenzen. Er wird aus einem Abbild gemacht.</translation>
  </message>
  <message>
   <source>Run a first container</source>
   <translation>Einen ersten Container starten</translation>
  </message>
  <message>
   <source>Run an image…</source>
   <translation>Ein Abbild starten …</translation>
  </message>
  <message>
   <source>Make a base image…</source>
   <translation>Ein Basisabbild erstellen …</translation>
  </message>
  <message>
   <source>Load an image archive…</source>
   <translation>Ein Abbildarchiv laden …</translation>
  </message>
  <message numerus="yes">
   <source>%n operation(s) under way</source>
   <translation>
    <numerusform>%n Vorgang läuft</numerusform>
    <numerusform>%n Vorgänge laufen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n operation(s) failed</source>
   <translation>
    <numerusform>%n Vorgang fehlgeschlagen</numerusform>
    <numerusform>%n Vorgänge fehlgeschlagen</numerusform>
   </translation>
  </message>
  <message>
   <source>What is going on, and what has ended</source>
   <translation>Was im Gange ist, und was geendet hat</translation>
  </message>
  <message>
   <source>Work under way is cancelled: see the counter in the tool bar.</source>
   <translation>Laufende Arbeit wird abgebrochen: siehe den Zähler in der Werkzeugleiste.</translation>
  </message>
  <message numerus="yes">
   <source>%n open shell(s) end.</source>
   <translation>
    <numerusform>%n offene Shell endet.</numerusform>
    <numerusform>%n offene Shells enden.</numerusform>
   </translation>
  </message>
  <message>
   <source>Open another engine?</source>
   <translation>Eine andere Engine öffnen?</translation>
  </message>
  <message>
   <source>Turn to another engine? Containers of this one run on.</source>
   <translation>Zu einer anderen Engine wechseln? Die Container dieser Engine laufen weiter.</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Close Quayside?</source>
   <translation>Quayside schließen?</translation>
  </message>
  <message>
   <source>Close the window? Containers run on.</source>
   <translation>Fenster schließen? Die Container laufen weiter.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Quayside</source>
   <translation>Quayside</translation>
  </message>
  <message>
   <source>&amp;Run…</source>
   <translation>Sta&amp;rten …</translation>
  </message>
  <message>
   <source>Run a container</source>
   <translation>Einen Container starten</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Beenden</translation>
  </message>
  <message>
   <source>Close the window; containers run on</source>
   <translation>Fenster schließen; die Container laufen weiter</translation>
  </message>
  <message>
   <source>&amp;Filter the list</source>
   <translation>L&amp;iste filtern</translation>
  </message>
  <message>
   <source>Go to the filter</source>
   <translation>Zum Filter gehen</translation>
  </message>
  <message>
   <source>Ctrl+Shift+F</source>
   <translation>Ctrl+Shift+F</translation>
  </message>
  <message>
   <source>&amp;Search or command…</source>
   <translation>&amp;Suche oder Befehl …</translation>
  </message>
  <message>
   <source>Find anything here, or say what you want to do</source>
   <translation>Alles hier finden, oder sagen, was zu tun ist</translation>
  </message>
  <message>
   <source>Ctrl+K</source>
   <translation>Ctrl+K</translation>
  </message>
  <message>
   <source>Show names beside the symbols on the left</source>
   <translation>Namen neben den Zeichen links zeigen</translation>
  </message>
  <message>
   <source>&amp;Details</source>
   <translation>&amp;Einzelheiten</translation>
  </message>
  <message>
   <source>Show details of what is selected</source>
   <translation>Einzelheiten des Ausgewählten zeigen</translation>
  </message>
  <message>
   <source>&amp;Containers</source>
   <translation>&amp;Container</translation>
  </message>
  <message>
   <source>&amp;Images</source>
   <translation>&amp;Abbilder</translation>
  </message>
  <message>
   <source>Doc&amp;kerfiles</source>
   <translation>Doc&amp;kerfiles</translation>
  </message>
  <message>
   <source>&amp;Networks</source>
   <translation>&amp;Netze</translation>
  </message>
  <message>
   <source>&amp;Volumes</source>
   <translation>&amp;Datenträger</translation>
  </message>
  <message>
   <source>Show this page</source>
   <translation>Diese Seite zeigen</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;Container</source>
   <translation>&amp;Container</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>&amp;Abbild</translation>
  </message>
  <message>
   <source>&amp;Dockerfile</source>
   <translation>Docker&amp;file</translation>
  </message>
  <message>
   <source>&amp;Network</source>
   <translation>&amp;Netz</translation>
  </message>
  <message>
   <source>V&amp;olume</source>
   <translation>Da&amp;tenträger</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>An&amp;sicht</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>C&amp;olours</source>
   <translation>&amp;Farben</translation>
  </message>
  <message>
   <source>As the &amp;desktop</source>
   <translation>Wie der &amp;Desktop</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>&amp;Hell</translation>
  </message>
  <message>
   <source>D&amp;ark</source>
   <translation>D&amp;unkel</translation>
  </message>
  <message>
   <source>&amp;Keys</source>
   <translation>&amp;Tasten</translation>
  </message>
  <message>
   <source>What can be done with the keyboard</source>
   <translation>Was mit der Tastatur geht</translation>
  </message>
  <message>
   <source>&amp;About Quayside</source>
   <translation>Ü&amp;ber Quayside</translation>
  </message>
  <message>
   <source>About &amp;Qt</source>
   <translation>Über &amp;Qt</translation>
  </message>
  <message>
   <source>Main tool bar</source>
   <translation>Werkzeugleiste</translation>
  </message>
  <message>
   <source>This computer</source>
   <translation>Dieser Computer</translation>
  </message>
  <message>
   <source>Search or type a command…  %1</source>
   <translation>Suchen oder Befehl eingeben …  %1</translation>
  </message>
  <message>
   <source>Search or type a command</source>
   <translation>Suchen oder Befehl eingeben</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>Failed: %1</source>
   <translation>Fehlgeschlagen: %1</translation>
  </message>
  <message>
   <source>engine running</source>
   <translation>Engine läuft</translation>
  </message>
  <message>
   <source>connecting…</source>
   <translation>verbindet …</translation>
  </message>
  <message>
   <source>no access to the engine</source>
   <translation>kein Zugang zur Engine</translation>
  </message>
  <message>
   <source>engine not running</source>
   <translation>Engine läuft nicht</translation>
  </message>
  <message numerus="yes">
   <source>· %1 of %n container(s) running</source>
   <translation>
    <numerusform>· %1 von %n Container läuft</numerusform>
    <numerusform>· %1 von %n Containern laufen</numerusform>
   </translation>
  </message>
  <message>
   <source>About Quayside</source>
   <translation>Über Quayside</translation>
  </message>
  <message>
   <source>&lt;h3&gt;Quayside %1&lt;/h3&gt;&lt;p&gt;Containers on your desktop, with an engine of its own.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
   <translation>&lt;h3&gt;Quayside %1&lt;/h3&gt;&lt;p&gt;Container auf Ihrem Desktop, mit eigener Engine.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Move between the areas</source>
   <translation>Zwischen den Bereichen wechseln</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Leertaste</translation>
  </message>
  <message>
   <source>Start or stop the selected container</source>
   <translation>Den ausgewählten Container starten oder anhalten</translation>
  </message>
  <message>
   <source>Dockerfiles that you have not saved are kept: they are as you left them.</source>
   <translation>Ungesicherte Dockerfiles sind aufgehoben: Sie sind, wie Sie sie verlassen haben.</translation>
  </message>
  <message>
   <source>Show them</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>&amp;Events</source>
   <translation>&amp;Ereignisse</translation>
  </message>
  <message>
   <source>&amp;Disk</source>
   <translation>&amp;Platte</translation>
  </message>
  <message>
   <source>&amp;About the engine</source>
   <translation>Ü&amp;ber die Engine</translation>
  </message>
  <message>
   <source>Na&amp;mes in the navigation</source>
   <translation>Na&amp;men in der Navigation</translation>
  </message>
  <message>
   <source>Pull an image…</source>
   <translation>Ein Abbild holen …</translation>
  </message>
  <message>
   <source>&amp;Registries</source>
   <translation>&amp;Registries</translation>
  </message>
  <message>
   <source>S&amp;ystem</source>
   <translation>S&amp;ystem</translation>
  </message>
  <message>
   <source>Registr&amp;y</source>
   <translation>Registr&amp;y</translation>
  </message>
  <message>
   <source>Syste&amp;m</source>
   <translation>Syste&amp;m</translation>
  </message>
  <message>
   <source>&amp;Builds</source>
   <translation>&amp;Builds</translation>
  </message>
  <message>
   <source>&amp;Build</source>
   <translation>Ba&amp;uen</translation>
  </message>
  <message>
   <source>Open or write a Dockerfile…</source>
   <translation>Ein Dockerfile öffnen oder schreiben …</translation>
  </message>
  <message>
   <source>What is a container?</source>
   <translation>Was ist ein Container?</translation>
  </message>
  <message>
   <source>&amp;Settings…</source>
   <translation>E&amp;instellungen …</translation>
  </message>
  <message>
   <source>Colours, language, messages, the tray</source>
   <translation>Farben, Sprache, Meldungen, Symbol in der Leiste</translation>
  </message>
  <message>
   <source>Ctrl+,</source>
   <translation>Ctrl+,</translation>
  </message>
  <message>
   <source>%1 · %2</source>
   <comment>computer, engine</comment>
   <translation>%1 · %2</translation>
  </message>
  <message>
   <source>&amp;Tidy up all…</source>
   <translation>&amp;Alles aufräumen …</translation>
  </message>
  <message>
   <source>Diagnostics &amp;bundle…</source>
   <translation>&amp;Diagnosearchiv …</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>Überall</translation>
  </message>
  <message>
   <source>F6</source>
   <translation>F6</translation>
  </message>
  <message>
   <source>&amp;Learn</source>
   <translation>&amp;Lernen</translation>
  </message>
  <message>
   <source>Learn</source>
   <translation>Lernen</translation>
  </message>
  <message>
   <source>Lesson</source>
   <translation>Lektion</translation>
  </message>
  <message>
   <source>Run %1 step by step</source>
   <translation>%1 schrittweise starten</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::MistakesDialog</name>
  <message>
   <source>Check of a folder with lessons</source>
   <translation>Prüfung eines Ordners mit Lektionen</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>What is wrong, and what to do</source>
   <translation>Was falsch ist, und was zu tun ist</translation>
  </message>
  <message>
   <source>Mistakes</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>C&amp;opy all</source>
   <translation>Alles &amp;kopieren</translation>
  </message>
  <message numerus="yes">
   <source>No mistakes in the %n lesson(s) of %1.</source>
   <translation>
    <numerusform>Keine Fehler in der %n Lektion von %1.</numerusform>
    <numerusform>Keine Fehler in den %n Lektionen von %1.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mistake(s) in the lessons of %1. A lesson with mistakes is not in the list. Save the mended file: it is read again at once.</source>
   <translation>
    <numerusform>%n Fehler in den Lektionen von %1. Eine Lektion mit Fehlern steht nicht in der Liste. Sichern Sie die verbesserte Datei: Sie wird sofort neu gelesen.</numerusform>
    <numerusform>%n Fehler in den Lektionen von %1. Eine Lektion mit Fehlern steht nicht in der Liste. Sichern Sie die verbesserte Datei: Sie wird sofort neu gelesen.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::MountsEditor</name>
  <message>
   <source>Add files</source>
   <translation>Dateien hinzufügen</translation>
  </message>
  <message>
   <source>The container sees none of your files. Add a folder of this machine, or a volume, which keeps its content when the container goes.</source>
   <translation>Der Container sieht keine Ihrer Dateien. Fügen Sie einen Ordner dieses Computers hinzu, oder einen Datenträger, der seinen Inhalt behält, wenn der Container geht.</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Datenträger</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>What is mounted</source>
   <translation>Was eingehängt ist</translation>
  </message>
  <message>
   <source>/srv/project</source>
   <translation>/srv/projekt</translation>
  </message>
  <message>
   <source>Folder of this machine</source>
   <translation>Ordner dieses Computers</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Ordner auswählen</translation>
  </message>
  <message>
   <source>/srv</source>
   <translation>/srv</translation>
  </message>
  <message>
   <source>Folder in the container</source>
   <translation>Ordner im Container</translation>
  </message>
  <message>
   <source>read only</source>
   <translation>nur lesen</translation>
  </message>
  <message>
   <source>name; empty: a new one</source>
   <translation>Name; leer: ein neuer</translation>
  </message>
  <message>
   <source>gone when it stops</source>
   <translation>weg, wenn er endet</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworkActions</name>
  <message>
   <source>&amp;New network…</source>
   <translation>&amp;Neues Netz …</translation>
  </message>
  <message>
   <source>Make a network of your own: containers in it find each other by name</source>
   <translation>Ein eigenes Netz erstellen: Container darin finden einander beim Namen</translation>
  </message>
  <message>
   <source>Ctrl+Shift+N</source>
   <translation>Ctrl+Shift+N</translation>
  </message>
  <message>
   <source>Connect a &amp;container…</source>
   <translation>Einen &amp;Container verbinden …</translation>
  </message>
  <message>
   <source>Let a container into this network</source>
   <translation>Einen Container in dieses Netz lassen</translation>
  </message>
  <message>
   <source>Ctrl+Shift+J</source>
   <translation>Ctrl+Shift+J</translation>
  </message>
  <message>
   <source>&amp;Disconnect a container…</source>
   <translation>Einen Container &amp;trennen …</translation>
  </message>
  <message>
   <source>Take a container out of this network</source>
   <translation>Einen Container aus diesem Netz nehmen</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>Ent&amp;fernen</translation>
  </message>
  <message>
   <source>Remove the network</source>
   <translation>Das Netz entfernen</translation>
  </message>
  <message>
   <source>&amp;Tidy up…</source>
   <translation>A&amp;ufräumen …</translation>
  </message>
  <message>
   <source>Remove networks that no container uses</source>
   <translation>Netze entfernen, die kein Container benutzt</translation>
  </message>
  <message>
   <source>Copy its id</source>
   <translation>Seine Id kopieren</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>no container uses it</source>
   <translation>kein Container benutzt es</translation>
  </message>
  <message>
   <source>Remove unused networks</source>
   <translation>Unbenutzte Netze entfernen</translation>
  </message>
  <message>
   <source>No container is made to use these networks. They can be made again, but their addresses may then differ.</source>
   <translation>Kein Container ist für diese Netze eingerichtet. Sie können wieder angelegt werden, haben dann aber vielleicht andere Adressen.</translation>
  </message>
  <message>
   <source>%1: used by %2</source>
   <translation>%1: benutzt von %2</translation>
  </message>
  <message>
   <source>Remove networks in use?</source>
   <translation>Benutzte Netze entfernen?</translation>
  </message>
  <message>
   <source>Containers are made to use this:</source>
   <translation>Container sind dafür eingerichtet:</translation>
  </message>
  <message>
   <source>Stopped containers will not start again without it. While a container runs in it, the engine does not remove it.</source>
   <translation>Angehaltene Container starten ohne es nicht mehr. Solange ein Container darin läuft, entfernt die Engine es nicht.</translation>
  </message>
  <message>
   <source>Remove it</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>%1 is being removed.</source>
   <translation>%1 wird entfernt.</translation>
  </message>
  <message numerus="yes">
   <source>%n network(s) are being removed.</source>
   <translation>
    <numerusform>%n Netz wird entfernt.</numerusform>
    <numerusform>%n Netze werden entfernt.</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy &amp;id</source>
   <translation>&amp;Id kopieren</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworkDetails</name>
  <message>
   <source>The engine does not tell about this network: %1.</source>
   <translation>Die Engine gibt keine Auskunft über dieses Netz: %1.</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Treiber</translation>
  </message>
  <message>
   <source>Subnet</source>
   <translation>Subnetz</translation>
  </message>
  <message>
   <source>Gateway</source>
   <translation>Gateway</translation>
  </message>
  <message>
   <source>Addresses from</source>
   <translation>Adressen aus</translation>
  </message>
  <message>
   <source>Way out</source>
   <translation>Weg hinaus</translation>
  </message>
  <message>
   <source>none: the network is closed</source>
   <translation>keiner: Das Netz ist abgeschlossen</translation>
  </message>
  <message>
   <source>IPv6</source>
   <translation>IPv6</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>Containers in it</source>
   <translation>Container darin</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weiterer</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>None.</source>
   <translation>Keine.</translation>
  </message>
  <message>
   <source>None. Choose this network when you run a container, or connect one.</source>
   <translation>Keine. Wählen Sie dieses Netz, wenn Sie einen Container starten, oder verbinden Sie einen.</translation>
  </message>
  <message>
   <source>Options</source>
   <translation>Optionen</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworkDialog</name>
  <message>
   <source>New network</source>
   <translation>Neues Netz</translation>
  </message>
  <message>
   <source>&amp;Make it</source>
   <translation>&amp;Erstellen</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>for example shop</source>
   <translation>etwa laden</translation>
  </message>
  <message>
   <source>bridge: a network inside this computer</source>
   <translation>bridge: ein Netz innerhalb dieses Computers</translation>
  </message>
  <message>
   <source>macvlan: containers appear in the network of this computer</source>
   <translation>macvlan: Container erscheinen im Netz dieses Computers</translation>
  </message>
  <message>
   <source>&amp;Kind</source>
   <translation>&amp;Art</translation>
  </message>
  <message>
   <source>&amp;Interface</source>
   <translation>Schn&amp;ittstelle</translation>
  </message>
  <message>
   <source>of this computer, for example eth0</source>
   <translation>dieses Computers, etwa eth0</translation>
  </message>
  <message>
   <source>&amp;Subnet</source>
   <translation>&amp;Subnetz</translation>
  </message>
  <message>
   <source>chosen by the engine, or for example 10.9.0.0/24</source>
   <translation>wählt die Engine, oder etwa 10.9.0.0/24</translation>
  </message>
  <message>
   <source>&amp;Gateway</source>
   <translation>&amp;Gateway</translation>
  </message>
  <message>
   <source>chosen by the engine</source>
   <translation>wählt die Engine</translation>
  </message>
  <message>
   <source>Addresses &amp;from</source>
   <translation>Adressen a&amp;us</translation>
  </message>
  <message>
   <source>the whole subnet</source>
   <translation>das ganze Subnetz</translation>
  </message>
  <message>
   <source>M&amp;TU</source>
   <translation>M&amp;TU</translation>
  </message>
  <message>
   <source>as the engine&apos;s</source>
   <translation>wie die der Engine</translation>
  </message>
  <message>
   <source>&amp;Closed: no way out of it</source>
   <translation>Abges&amp;chlossen: kein Weg hinaus</translation>
  </message>
  <message>
   <source>Addresses of IPv&amp;6, too</source>
   <translation>Auch Adressen von IPv&amp;6</translation>
  </message>
  <message>
   <source>&amp;Labels</source>
   <translation>Eti&amp;ketten</translation>
  </message>
  <message>
   <source>name=value, one a line</source>
   <translation>Name=Wert, je eine Zeile</translation>
  </message>
  <message>
   <source>A gateway and a range of addresses need a subnet that they are in.</source>
   <translation>Ein Gateway und ein Adressbereich brauchen ein Subnetz, in dem sie liegen.</translation>
  </message>
  <message>
   <source>The network cannot be made: %1</source>
   <translation>Das Netz kann nicht erstellt werden: %1</translation>
  </message>
  <message>
   <source>&amp;Options</source>
   <translation>&amp;Optionen</translation>
  </message>
  <message>
   <source>of the driver: name=value, one a line</source>
   <translation>des Treibers: Name=Wert, je eine Zeile</translation>
  </message>
  <message>
   <source>Its containers do not &amp;reach each other</source>
   <translation>Seine Container e&amp;rreichen einander nicht</translation>
  </message>
  <message>
   <source>Su&amp;bnet of IPv6</source>
   <translation>Su&amp;bnetz von IPv6</translation>
  </message>
  <message>
   <source>chosen by the engine, or for example fd00:9::/64</source>
   <translation>wählt die Engine, oder etwa fd00:9::/64</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworkMapView</name>
  <message>
   <source>Map of the networks</source>
   <translation>Karte der Netze</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <comment>what it does, its keys</comment>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>&amp;Fit</source>
   <translation>&amp;Einpassen</translation>
  </message>
  <message>
   <source>Show the whole map</source>
   <translation>Die ganze Karte zeigen</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>Ver&amp;größern</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>Größer</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>Ver&amp;kleinern</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>Kleiner</translation>
  </message>
  <message>
   <source>Port &amp;doctor…</source>
   <translation>Port&amp;diagnose …</translation>
  </message>
  <message>
   <source>Show &amp;all of them</source>
   <translation>&amp;Alle zeigen</translation>
  </message>
  <message>
   <source>Show the &amp;container</source>
   <translation>Den &amp;Container zeigen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworksPage</name>
  <message>
   <source>Networks</source>
   <translation>Netze</translation>
  </message>
  <message>
   <source>No networks</source>
   <translation>Keine Netze</translation>
  </message>
  <message>
   <source>Containers in a network of their own find each other by name.</source>
   <translation>Container in einem eigenen Netz finden einander beim Namen.</translation>
  </message>
  <message>
   <source>New network…</source>
   <translation>Neues Netz …</translation>
  </message>
  <message>
   <source>Ma&amp;p</source>
   <translation>&amp;Karte</translation>
  </message>
  <message>
   <source>Ctrl+M</source>
   <translation>Ctrl+M</translation>
  </message>
  <message>
   <source>Draw networks, containers and ports, and what leads from one to the other (%1)</source>
   <translation>Netze, Container und Ports zeichnen, und was vom einen zum anderen führt (%1)</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Notice</name>
  <message>
   <source>Close this message</source>
   <translation>Diese Meldung schließen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::OperationsPanel</name>
  <message>
   <source>Nothing is going on.</source>
   <translation>Nichts ist im Gange.</translation>
  </message>
  <message>
   <source>Clear the list</source>
   <translation>Liste leeren</translation>
  </message>
  <message>
   <source>What is going on</source>
   <translation>Was im Gange ist</translation>
  </message>
  <message>
   <source>Cancel: %1</source>
   <translation>Abbrechen: %1</translation>
  </message>
  <message>
   <source>Failed: %1</source>
   <translation>Fehlgeschlagen: %1</translation>
  </message>
  <message>
   <source>Show the layers: %1</source>
   <translation>Die Schichten zeigen: %1</translation>
  </message>
  <message>
   <source>Go on: %1</source>
   <translation>Weitermachen: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::OutlineView</name>
  <message>
   <source>Outline of the Dockerfile</source>
   <translation>Gliederung des Dockerfiles</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PackagesPane</name>
  <message>
   <source>Filter the packages</source>
   <translation>Die Pakete filtern</translation>
  </message>
  <message>
   <source>Filter the packages…</source>
   <translation>Die Pakete filtern …</translation>
  </message>
  <message>
   <source>Words, or %1</source>
   <translation>Wörter, oder %1</translation>
  </message>
  <message>
   <source>Packages of the image</source>
   <translation>Pakete des Abbilds</translation>
  </message>
  <message>
   <source>The engine reads the package databases…</source>
   <translation>Die Engine liest die Paketdatenbanken …</translation>
  </message>
  <message>
   <source>The engine does not tell which packages are in this image: %1.</source>
   <translation>Die Engine sagt nicht, welche Pakete in diesem Abbild sind: %1.</translation>
  </message>
  <message>
   <source>No packages</source>
   <translation>Keine Pakete</translation>
  </message>
  <message>
   <source>There is no package database of dpkg, apk or rpm in this image: what is in it came another way.</source>
   <translation>In diesem Abbild ist keine Paketdatenbank von dpkg, apk oder rpm: Was darin ist, kam auf anderem Weg.</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>%1, %2 as installed (%3)</source>
   <comment>packages, size, databases</comment>
   <translation>%1, installiert %2 (%3)</translation>
  </message>
  <message numerus="yes">
   <source>%n package(s)</source>
   <translation>
    <numerusform>%n Paket</numerusform>
    <numerusform>%n Pakete</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PalettePopup</name>
  <message>
   <source>Search or type a command</source>
   <translation>Suchen oder Befehl eingeben</translation>
  </message>
  <message>
   <source>Search or type a command…</source>
   <translation>Suchen oder Befehl eingeben …</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Was gefunden wurde</translation>
  </message>
  <message>
   <source>Nothing here has “%1” in its name.
Try a container, an image, a page, or what you want to do.</source>
   <translation>Nichts hier hat „%1“ im Namen.
Versuchen: einen Container, ein Abbild, eine Seite oder das, was zu tun ist.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Plot</name>
  <message>
   <source>%1: %2</source>
   <comment>time: values</comment>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>%1 ago</source>
   <translation>vor %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PortDoctor</name>
  <message>
   <source>&amp;Start the container</source>
   <translation>Den Container &amp;starten</translation>
  </message>
  <message>
   <source>&amp;Let it go on</source>
   <translation>&amp;Weiterlaufen lassen</translation>
  </message>
  <message>
   <source>&amp;Make bridge and rules anew</source>
   <translation>&amp;Brücke und Regeln neu machen</translation>
  </message>
  <message>
   <source>Show its &amp;log</source>
   <translation>Sein &amp;Protokoll zeigen</translation>
  </message>
  <message>
   <source>&amp;Publish another port…</source>
   <translation>Einen anderen Port &amp;veröffentlichen …</translation>
  </message>
  <message>
   <source>Port doctor: %1</source>
   <translation>Portdiagnose: %1</translation>
  </message>
  <message>
   <source>The way to the port</source>
   <translation>Der Weg zum Port</translation>
  </message>
  <message>
   <source>P&amp;ort</source>
   <translation>P&amp;ort</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Check &amp;again</source>
   <translation>&amp;Erneut prüfen</translation>
  </message>
  <message>
   <source>Looking at the way to the port, and trying it…</source>
   <translation>Der Weg zum Port wird angesehen und ausprobiert …</translation>
  </message>
  <message>
   <source>The port cannot be checked.</source>
   <translation>Der Port kann nicht geprüft werden.</translation>
  </message>
  <message>
   <source>The way to the port is broken at: %1</source>
   <translation>Der Weg zum Port ist unterbrochen bei: %1</translation>
  </message>
  <message>
   <source>All is well: the port answers.</source>
   <translation>Alles in Ordnung: Der Port antwortet.</translation>
  </message>
  <message>
   <source>Nothing is broken, as far as it can be told.</source>
   <translation>Nichts ist unterbrochen, soweit sich das sagen lässt.</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>a step, its state</comment>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>What to do: %1</source>
   <translation>Was zu tun ist: %1</translation>
  </message>
  <message>
   <source>Looked at: %1</source>
   <translation>Angesehen: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PortsEditor</name>
  <message>
   <source>Add a port</source>
   <translation>Port hinzufügen</translation>
  </message>
  <message>
   <source>No port is published: nothing outside reaches a server in this container. Add a port to open it in your browser.</source>
   <translation>Kein Port ist veröffentlicht: Nichts von außen erreicht einen Server in diesem Container. Fügen Sie einen Port hinzu, um ihn im Browser zu öffnen.</translation>
  </message>
  <message>
   <source>any address</source>
   <translation>jede Adresse</translation>
  </message>
  <message>
   <source>Address of this machine</source>
   <translation>Adresse dieses Computers</translation>
  </message>
  <message>
   <source>Address of this machine: 127.0.0.1 keeps the port to this machine</source>
   <translation>Adresse dieses Computers: 127.0.0.1 lässt den Port nur auf diesem Computer</translation>
  </message>
  <message>
   <source>a free one</source>
   <translation>ein freier</translation>
  </message>
  <message>
   <source>Port of this machine; empty: a free one</source>
   <translation>Port dieses Computers; leer: ein freier</translation>
  </message>
  <message>
   <source>80</source>
   <translation>80</translation>
  </message>
  <message>
   <source>Port in the container</source>
   <translation>Port im Container</translation>
  </message>
  <message>
   <source>Protocol</source>
   <translation>Protokoll</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ProcessesPane</name>
  <message>
   <source>Processes</source>
   <translation>Prozesse</translation>
  </message>
  <message>
   <source>The container does not run.</source>
   <translation>Der Container läuft nicht.</translation>
  </message>
  <message>
   <source>The engine does not tell: %1.</source>
   <translation>Die Engine gibt keine Auskunft: %1.</translation>
  </message>
  <message numerus="yes">
   <source>%n process(es), numbered as on this computer</source>
   <translation>
    <numerusform>%n Prozess, nummeriert wie auf diesem Computer</numerusform>
    <numerusform>%n Prozesse, nummeriert wie auf diesem Computer</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PruneDialog</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Frees</source>
   <translation>Wird frei</translation>
  </message>
  <message numerus="yes">
   <source>Remove %n</source>
   <translation>
    <numerusform>%n entfernen</numerusform>
    <numerusform>%n entfernen</numerusform>
   </translation>
  </message>
  <message>
   <source>There is nothing to remove.</source>
   <translation>Es gibt nichts zu entfernen.</translation>
  </message>
  <message>
   <source>Nothing is ticked.</source>
   <translation>Nichts ist angekreuzt.</translation>
  </message>
  <message>
   <source>Frees exactly %1.</source>
   <translation>Gibt genau %1 frei.</translation>
  </message>
  <message>
   <source>Frees exactly %1, some of it only together.</source>
   <translation>Gibt genau %1 frei, einen Teil davon nur zusammen.</translation>
  </message>
  <message>
   <source>Frees %1.</source>
   <translation>%1 werden frei.</translation>
  </message>
  <message>
   <source>Frees at least %1.</source>
   <translation>Mindestens %1 werden frei.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PullDialog</name>
  <message>
   <source>&amp;Keep all platforms</source>
   <translation>Alle &amp;Plattformen behalten</translation>
  </message>
  <message>
   <source>Also what other computers than this one need, so that a push passes it on. It takes room: all of it is fetched and kept, packed</source>
   <translation>Auch das, was andere Rechner als dieser brauchen, damit ein Push es weitergibt. Das braucht Platz: Alles wird geholt und gepackt behalten</translation>
  </message>
  <message>
   <source>Pull an image</source>
   <translation>Ein Abbild holen</translation>
  </message>
  <message>
   <source>a name such as python:3-slim, or a word to search for</source>
   <translation>ein Name wie python:3-slim oder ein Suchwort</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Abbild</translation>
  </message>
  <message>
   <source>Images to choose from</source>
   <translation>Abbilder zur Auswahl</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>&amp;Abbild</translation>
  </message>
  <message>
   <source>&amp;More</source>
   <translation>&amp;Mehr</translation>
  </message>
  <message>
   <source>of this computer</source>
   <translation>die dieses Rechners</translation>
  </message>
  <message>
   <source>Of images for several platforms, this one is pulled</source>
   <translation>Von Abbildern für mehrere Plattformen wird diese geholt</translation>
  </message>
  <message>
   <source>&amp;All tags of the repository</source>
   <translation>A&amp;lle Tags des Repositorys</translation>
  </message>
  <message>
   <source>Plat&amp;form</source>
   <translation>Platt&amp;form</translation>
  </message>
  <message>
   <source>Clo&amp;se</source>
   <translation>S&amp;chließen</translation>
  </message>
  <message>
   <source>Close this window; the work goes on behind the counter in the tool bar</source>
   <translation>Dieses Fenster schließen; die Arbeit geht hinter dem Zähler in der Werkzeugleiste weiter</translation>
  </message>
  <message>
   <source>&amp;Pull</source>
   <translation>&amp;Holen</translation>
  </message>
  <message>
   <source>Type a word to search Docker Hub, or registry/word for another registry.</source>
   <translation>Ein Wort sucht in Docker Hub, registry/wort in einer anderen Registry.</translation>
  </message>
  <message>
   <source>Pulled lately</source>
   <translation>Zuletzt geholt</translation>
  </message>
  <message>
   <source>Searching %1…</source>
   <translation>%1 wird durchsucht …</translation>
  </message>
  <message>
   <source>The search failed: %1</source>
   <translation>Die Suche ist gescheitert: %1</translation>
  </message>
  <message>
   <source>%1 has nothing of this name.</source>
   <translation>%1 hat nichts dieses Namens.</translation>
  </message>
  <message>
   <source>Found on %1: choose one to see its tags</source>
   <translation>Gefunden in %1: Wählen Sie eines, um seine Tags zu sehen</translation>
  </message>
  <message>
   <source>Asking for the tags of %1…</source>
   <translation>Nach den Tags von %1 wird gefragt …</translation>
  </message>
  <message>
   <source>The tags of %1 are not known: %2</source>
   <translation>Die Tags von %1 sind nicht bekannt: %2</translation>
  </message>
  <message>
   <source>Tags of %1</source>
   <translation>Tags von %1</translation>
  </message>
  <message>
   <source>%1 has no tag that begins so.</source>
   <translation>%1 hat keinen Tag, der so beginnt.</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>A&amp;bbrechen</translation>
  </message>
  <message>
   <source>Go &amp;on</source>
   <translation>&amp;Weiter</translation>
  </message>
  <message>
   <source>Pull again; what is here already is not fetched twice</source>
   <translation>Noch einmal holen; was schon hier ist, wird nicht zweimal geholt</translation>
  </message>
  <message>
   <source>Run it…</source>
   <translation>Starten …</translation>
  </message>
  <message>
   <source>Log in…</source>
   <translation>Anmelden …</translation>
  </message>
  <message>
   <source>Cancelled. Go on continues: what has arrived stays here for a day.</source>
   <translation>Abgebrochen. „Weiter“ macht weiter: Was angekommen ist, bleibt einen Tag hier.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PushDialog</name>
  <message>
   <source>Push %1</source>
   <translation>%1 hochladen</translation>
  </message>
  <message>
   <source>The beginning of the name says to which registry it goes</source>
   <translation>Der Anfang des Namens sagt, in welche Registry es kommt</translation>
  </message>
  <message>
   <source>localhost:5000/team/web:1</source>
   <translation>localhost:5000/team/web:1</translation>
  </message>
  <message>
   <source>&amp;Log in…</source>
   <translation>Anme&amp;lden …</translation>
  </message>
  <message>
   <source>&amp;Registry</source>
   <translation>&amp;Registry</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Anmeldung</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>Digest</translation>
  </message>
  <message>
   <source>C&amp;opy</source>
   <translation>&amp;Kopieren</translation>
  </message>
  <message>
   <source>Copy the name with its digest, which always leads to this image</source>
   <translation>Den Namen mit seinem Digest kopieren, der immer zu diesem Abbild führt</translation>
  </message>
  <message>
   <source>Clo&amp;se</source>
   <translation>S&amp;chließen</translation>
  </message>
  <message>
   <source>Close this window; the work goes on behind the counter in the tool bar</source>
   <translation>Dieses Fenster schließen; die Arbeit geht hinter dem Zähler in der Werkzeugleiste weiter</translation>
  </message>
  <message>
   <source>&amp;Push</source>
   <translation>&amp;Hochladen</translation>
  </message>
  <message>
   <source>Write a name such as registry.example.org/team/web:1, in small letters.</source>
   <translation>Schreiben Sie einen Namen wie registry.example.org/team/web:1, in Kleinbuchstaben.</translation>
  </message>
  <message>
   <source>Docker Hub keeps images below the names of users: write for example alice/%1.</source>
   <translation>Docker Hub führt Abbilder unter den Namen von Benutzern: Schreiben Sie zum Beispiel alice/%1.</translation>
  </message>
  <message>
   <source>It has not got this name yet: it is tagged with it first.</source>
   <translation>Es hat diesen Namen noch nicht: Er wird ihm erst gegeben.</translation>
  </message>
  <message>
   <source>not logged in to %1</source>
   <translation>bei %1 nicht angemeldet</translation>
  </message>
  <message>
   <source>logged in to %1, %2</source>
   <comment>registry, where the login is kept</comment>
   <translation>bei %1 angemeldet, %2</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>user, where the login is kept</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>Go &amp;on</source>
   <translation>&amp;Weiter</translation>
  </message>
  <message>
   <source>Push again; layers that are there already are not sent twice</source>
   <translation>Noch einmal hochladen; Schichten, die schon dort sind, werden nicht zweimal gesendet</translation>
  </message>
  <message>
   <source>It cannot be tagged: %1</source>
   <translation>Es kann diesen Namen nicht bekommen: %1</translation>
  </message>
  <message>
   <source>Log in…</source>
   <translation>Anmelden …</translation>
  </message>
  <message>
   <source>Cancelled. Go on continues: layers that have arrived are not sent again.</source>
   <translation>Abgebrochen. „Weiter“ macht weiter: Schichten, die angekommen sind, werden nicht noch einmal gesendet.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistriesPage</name>
  <message>
   <source>Registries</source>
   <translation>Registries</translation>
  </message>
  <message>
   <source>No registries</source>
   <translation>Keine Registries</translation>
  </message>
  <message>
   <source>Images come from registries, and go to them.</source>
   <translation>Aus Registries kommen Abbilder, und dorthin gehen sie.</translation>
  </message>
  <message>
   <source>Add a registry…</source>
   <translation>Eine Registry hinzufügen …</translation>
  </message>
  <message>
   <source>This engine neither tests registries nor lists what they hold. Logging in, pulling and pushing work.</source>
   <translation>Diese Engine prüft Registries nicht und listet nicht auf, was sie haben. Anmelden, Holen und Hochladen gehen.</translation>
  </message>
  <message>
   <source>Logins are missing: %1</source>
   <translation>Anmeldungen fehlen: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistryActions</name>
  <message>
   <source>&amp;Add…</source>
   <translation>&amp;Hinzufügen …</translation>
  </message>
  <message>
   <source>Add a registry to the list</source>
   <translation>Eine Registry in die Liste aufnehmen</translation>
  </message>
  <message>
   <source>Ctrl+Shift+N</source>
   <translation>Ctrl+Shift+N</translation>
  </message>
  <message>
   <source>Log &amp;in…</source>
   <translation>&amp;Anmelden …</translation>
  </message>
  <message>
   <source>Log in to the registry</source>
   <translation>Sich bei der Registry anmelden</translation>
  </message>
  <message>
   <source>Ctrl+L</source>
   <translation>Ctrl+L</translation>
  </message>
  <message>
   <source>Log &amp;out</source>
   <translation>A&amp;bmelden</translation>
  </message>
  <message>
   <source>Forget the login</source>
   <translation>Die Anmeldung vergessen</translation>
  </message>
  <message>
   <source>Ctrl+Shift+L</source>
   <translation>Ctrl+Shift+L</translation>
  </message>
  <message>
   <source>&amp;Test</source>
   <translation>&amp;Prüfen</translation>
  </message>
  <message>
   <source>Ask whether it can be reached, and whether the login is taken</source>
   <translation>Fragen, ob sie erreichbar ist und die Anmeldung annimmt</translation>
  </message>
  <message>
   <source>Mi&amp;rrors and insecure registries…</source>
   <translation>&amp;Spiegel und unsichere Registries …</translation>
  </message>
  <message>
   <source>Settings of the engine: mirrors of Docker Hub, and registries without a certificate</source>
   <translation>Einstellungen der Engine: Spiegel von Docker Hub und Registries ohne Zertifikat</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>&amp;Entfernen</translation>
  </message>
  <message>
   <source>Take it off the list; nothing in the registry changes</source>
   <translation>Aus der Liste nehmen; in der Registry ändert sich nichts</translation>
  </message>
  <message>
   <source>Add a registry</source>
   <translation>Eine Registry hinzufügen</translation>
  </message>
  <message>
   <source>&amp;Host, with its port</source>
   <translation>&amp;Rechner, mit seinem Port</translation>
  </message>
  <message>
   <source>&amp;Add</source>
   <translation>&amp;Hinzufügen</translation>
  </message>
  <message>
   <source>Cannot log out of %1: %2</source>
   <translation>Abmelden von %1 geht nicht: %2</translation>
  </message>
  <message>
   <source>Logged out of %1. From now on the login %2 is used.</source>
   <translation>Von %1 abgemeldet. Ab jetzt gilt die Anmeldung %2.</translation>
  </message>
  <message>
   <source>Logged out of %1.</source>
   <translation>Von %1 abgemeldet.</translation>
  </message>
  <message>
   <source>%1 stays in the list as long as there is a login for it, or an image of it here.</source>
   <translation>%1 bleibt in der Liste, solange es dafür eine Anmeldung gibt oder ein Abbild davon hier ist.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistryBrowser</name>
  <message>
   <source>Find a repository</source>
   <translation>Ein Repository finden</translation>
  </message>
  <message>
   <source>Repositories</source>
   <translation>Repositorys</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>&amp;Pull…</source>
   <translation>&amp;Holen …</translation>
  </message>
  <message>
   <source>Copy na&amp;me</source>
   <translation>Namen &amp;kopieren</translation>
  </message>
  <message>
   <source>&amp;Delete…</source>
   <translation>&amp;Löschen …</translation>
  </message>
  <message>
   <source>Delete this image from the registry</source>
   <translation>Dieses Abbild aus der Registry löschen</translation>
  </message>
  <message>
   <source>search Docker Hub…</source>
   <translation>in Docker Hub suchen …</translation>
  </message>
  <message>
   <source>filter…</source>
   <translation>filtern …</translation>
  </message>
  <message>
   <source>the first %1</source>
   <translation>die ersten %1</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>Not with this engine</source>
   <translation>Nicht mit dieser Engine</translation>
  </message>
  <message>
   <source>Only Quayside&apos;s own engine lists what registries hold.</source>
   <translation>Nur Quaysides eigene Engine listet auf, was Registries haben.</translation>
  </message>
  <message>
   <source>It cannot be listed</source>
   <translation>Sie lässt sich nicht auflisten</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Es wird gesucht …</translation>
  </message>
  <message>
   <source>Asking the registry…</source>
   <translation>Die Registry wird gefragt …</translation>
  </message>
  <message>
   <source>Search Docker Hub</source>
   <translation>In Docker Hub suchen</translation>
  </message>
  <message>
   <source>Docker Hub does not list its repositories: type a word to search for.</source>
   <translation>Docker Hub listet seine Repositorys nicht auf: Tippen Sie ein Suchwort.</translation>
  </message>
  <message>
   <source>Nothing matches</source>
   <translation>Nichts passt</translation>
  </message>
  <message>
   <source>No repositories</source>
   <translation>Keine Repositorys</translation>
  </message>
  <message>
   <source>The registry is empty. Push an image to it from the page of images.</source>
   <translation>Die Registry ist leer. Laden Sie von der Seite der Abbilder eines hoch.</translation>
  </message>
  <message>
   <source>Tags of %1</source>
   <translation>Tags von %1</translation>
  </message>
  <message>
   <source>They cannot be listed</source>
   <translation>Sie lassen sich nicht auflisten</translation>
  </message>
  <message>
   <source>No tags</source>
   <translation>Keine Tags</translation>
  </message>
  <message>
   <source>All images of this repository were deleted.</source>
   <translation>Alle Abbilder dieses Repositorys wurden gelöscht.</translation>
  </message>
  <message>
   <source>Choose a repository</source>
   <translation>Wählen Sie ein Repository</translation>
  </message>
  <message>
   <source>Looking what else leads to this image…</source>
   <translation>Was sonst noch zu diesem Abbild führt, wird gesucht …</translation>
  </message>
  <message>
   <source>%1 cannot be deleted: %2</source>
   <translation>%1 kann nicht gelöscht werden: %2</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weiterer</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>Not all tags were looked at: others that lead to this image go with it.</source>
   <translation>Nicht alle Tags wurden angesehen: Andere, die zu diesem Abbild führen, gehen mit.</translation>
  </message>
  <message>
   <source>Nobody can pull it from there any more. Copies on this computer stay.</source>
   <translation>Niemand kann es von dort mehr holen. Kopien auf diesem Rechner bleiben.</translation>
  </message>
  <message>
   <source>Delete from the registry?</source>
   <translation>Aus der Registry löschen?</translation>
  </message>
  <message>
   <source>This goes from %1 for everybody:</source>
   <translation>Das verschwindet aus %1, für alle:</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>It was not deleted: %1</source>
   <translation>Es wurde nicht gelöscht: %1</translation>
  </message>
  <message>
   <source>%1 of %2 is deleted.</source>
   <comment>tags, repository</comment>
   <translation>%1 von %2 ist gelöscht.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistryDetails</name>
  <message>
   <source>&amp;Browse</source>
   <translation>&amp;Inhalt</translation>
  </message>
  <message>
   <source>Registry</source>
   <translation>Registry</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Anmeldung</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Liegt</translation>
  </message>
  <message>
   <source>The registry asks nobody for a login.</source>
   <translation>Die Registry verlangt von niemandem eine Anmeldung.</translation>
  </message>
  <message>
   <source>The registry took the login when it was tested last.</source>
   <translation>Die Registry nahm die Anmeldung bei der letzten Prüfung an.</translation>
  </message>
  <message>
   <source>Not needed: the registry asks nobody for a login.</source>
   <translation>Nicht nötig: Die Registry verlangt von niemandem eine Anmeldung.</translation>
  </message>
  <message>
   <source>Nobody is logged in: what is not public cannot be pulled.</source>
   <translation>Niemand ist angemeldet: Was nicht öffentlich ist, lässt sich nicht holen.</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Abbilder</translation>
  </message>
  <message>
   <source>No image here has a name of this registry.</source>
   <translation>Kein Abbild hier hat einen Namen dieser Registry.</translation>
  </message>
  <message>
   <source>Names here</source>
   <translation>Namen hier</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>Zertifikat</translation>
  </message>
  <message>
   <source>none: whoever is on the way can read and change all</source>
   <translation>keines: Wer auf dem Weg ist, kann alles lesen und ändern</translation>
  </message>
  <message>
   <source>checked</source>
   <translation>geprüft</translation>
  </message>
  <message>
   <source>not checked</source>
   <translation>nicht geprüft</translation>
  </message>
  <message>
   <source>Asks for</source>
   <translation>Verlangt</translation>
  </message>
  <message>
   <source>no login</source>
   <translation>keine Anmeldung</translation>
  </message>
  <message>
   <source>a user name and password (basic)</source>
   <translation>Benutzername und Passwort (basic)</translation>
  </message>
  <message>
   <source>a token (bearer)</source>
   <translation>ein Token (bearer)</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistrySettingsDialog</name>
  <message>
   <source>Mirrors and insecure registries</source>
   <translation>Spiegel und unsichere Registries</translation>
  </message>
  <message>
   <source>&amp;Apply</source>
   <translation>&amp;Übernehmen</translation>
  </message>
  <message>
   <source>&amp;Mirrors</source>
   <translation>&amp;Spiegel</translation>
  </message>
  <message>
   <source>https://mirror.example.org, one a line</source>
   <translation>https://mirror.example.org, einer je Zeile</translation>
  </message>
  <message>
   <source>Asked before Docker Hub, in this order, for images of Docker Hub. They are sent no logins.</source>
   <translation>Werden vor Docker Hub in dieser Reihenfolge nach dessen Abbildern gefragt. Sie bekommen keine Anmeldungen.</translation>
  </message>
  <message>
   <source>On the engine&apos;s command line, and asked first: %1</source>
   <translation>Auf der Befehlszeile der Engine, und zuerst gefragt: %1</translation>
  </message>
  <message>
   <source>&amp;Insecure</source>
   <translation>&amp;Unsichere</translation>
  </message>
  <message>
   <source>registry.example.org:5000 or 10.0.0.0/8, one a line</source>
   <translation>registry.example.org:5000 oder 10.0.0.0/8, eine je Zeile</translation>
  </message>
  <message>
   <source>Used also where the certificate cannot be checked, or without encryption: whoever is on the way can read logins and change images. A certificate authority of your own is better: put it into /etc/quayside/certs.d/HOST:PORT/ca.crt. This computer&apos;s own registries (localhost) need no entry.</source>
   <translation>Werden auch benutzt, wo das Zertifikat nicht prüfbar ist, oder unverschlüsselt: Wer auf dem Weg ist, kann Anmeldungen lesen und Abbilder ändern. Besser ist eine eigene Zertifizierungsstelle: Legen Sie sie nach /etc/quayside/certs.d/RECHNER:PORT/ca.crt. Registries dieses Rechners (localhost) brauchen keinen Eintrag.</translation>
  </message>
  <message>
   <source>On the engine&apos;s command line: %1</source>
   <translation>Auf der Befehlszeile der Engine: %1</translation>
  </message>
  <message>
   <source>You can look, but not change: these settings are the engine&apos;s, and so everybody&apos;s. Only the administrator (root) may change them.</source>
   <translation>Sie können es ansehen, aber nicht ändern: Diese Einstellungen gehören der Engine und gelten für alle. Nur die Verwaltung (root) darf sie ändern.</translation>
  </message>
  <message>
   <source>“%1” is not the address of a mirror: write for example https://mirror.example.org.</source>
   <translation>„%1“ ist keine Adresse eines Spiegels: Schreiben Sie zum Beispiel https://mirror.example.org.</translation>
  </message>
  <message>
   <source>“%1” is neither a registry nor a network: write a host, and its port where it has one, without https://, or an address range such as 10.0.0.0/8.</source>
   <translation>„%1“ ist weder eine Registry noch ein Netz: Schreiben Sie einen Rechner und, wenn sie einen hat, ihren Port, ohne https://, oder einen Adressbereich wie 10.0.0.0/8.</translation>
  </message>
  <message>
   <source>The engine does not take this: %1</source>
   <translation>Die Engine nimmt das nicht an: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RowActions</name>
  <message>
   <source>%1 failed: %2</source>
   <translation>%1 ist fehlgeschlagen: %2</translation>
  </message>
  <message>
   <source>%1 cannot be removed: %2</source>
   <translation>%1 kann nicht entfernt werden: %2</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>und %n weiterer</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RowsEditor</name>
  <message>
   <source>Take this row away</source>
   <translation>Diese Zeile wegnehmen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RunDialog</name>
  <message>
   <source>The line cannot be read: %1.</source>
   <translation>Die Zeile ist nicht zu lesen: %1.</translation>
  </message>
  <message>
   <source>The form is filled from the line.</source>
   <translation>Das Formular ist aus der Zeile ausgefüllt.</translation>
  </message>
  <message>
   <source>The form is filled from the line, but for what is not offered here: %1</source>
   <translation>Das Formular ist aus der Zeile ausgefüllt, bis auf das, was hier nicht angeboten wird: %1</translation>
  </message>
  <message>
   <source>Create the container and start it</source>
   <translation>Den Container erstellen und starten</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Wird gestartet …</translation>
  </message>
  <message>
   <source>&amp;Run</source>
   <translation>Sta&amp;rten</translation>
  </message>
  <message>
   <source>Run a container</source>
   <translation>Einen Container starten</translation>
  </message>
  <message>
   <source>Crea&amp;te</source>
   <translation>&amp;Erstellen</translation>
  </message>
  <message>
   <source>Create the container, and start it later</source>
   <translation>Den Container erstellen und später starten</translation>
  </message>
  <message>
   <source>Create the container, and hold its launch before each step</source>
   <translation>Den Container erstellen und seinen Start vor jedem Schritt anhalten</translation>
  </message>
  <message>
   <source>Run step by step</source>
   <translation>Schrittweise starten</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RunForm</name>
  <message>
   <source>“%1” is not a size: write 512m or 2g</source>
   <translation>„%1“ ist keine Größe: Schreiben Sie 512m oder 2g</translation>
  </message>
  <message>
   <source>“%1” is not a time: write 30s or 1m30s</source>
   <translation>„%1“ ist keine Dauer: Schreiben Sie 30s oder 1m30s</translation>
  </message>
  <message>
   <source>There is no image of this name on this machine: it is pulled from %1 first.</source>
   <translation>Ein Abbild dieses Namens gibt es hier nicht: Es wird zuerst aus %1 geholt.</translation>
  </message>
  <message>
   <source>the image names none</source>
   <translation>das Abbild nennt keinen</translation>
  </message>
  <message>
   <source>root</source>
   <translation>root</translation>
  </message>
  <message>
   <source>&amp;Ports</source>
   <translation>&amp;Ports</translation>
  </message>
  <message>
   <source>&amp;Files</source>
   <translation>&amp;Dateien</translation>
  </message>
  <message>
   <source>&amp;Environment</source>
   <translation>&amp;Umgebung</translation>
  </message>
  <message>
   <source>&amp;Basics</source>
   <translation>&amp;Allgemein</translation>
  </message>
  <message>
   <source>Net&amp;work</source>
   <translation>&amp;Netz</translation>
  </message>
  <message>
   <source>&amp;Limits</source>
   <translation>&amp;Grenzen</translation>
  </message>
  <message>
   <source>&amp;Health</source>
   <translation>Gesund&amp;heit</translation>
  </message>
  <message>
   <source>&amp;Security</source>
   <translation>&amp;Sicherheit</translation>
  </message>
  <message>
   <source>Ad&amp;vanced</source>
   <translation>Er&amp;weitert</translation>
  </message>
  <message>
   <source>Several with a blank between them</source>
   <translation>Mehrere mit Leerzeichen dazwischen</translation>
  </message>
  <message>
   <source>Several with a blank between them; one with a blank in it stands in quotes</source>
   <translation>Mehrere mit Leerzeichen dazwischen; eins mit Leerzeichen darin in Anführungszeichen</translation>
  </message>
  <message>
   <source>an image of this machine, or paste a docker run line</source>
   <translation>ein Abbild hier, oder docker-run-Zeile einfügen</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Abbild</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>Abbi&amp;ld</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>Na&amp;me</translation>
  </message>
  <message>
   <source>the engine finds one</source>
   <translation>die Engine findet einen</translation>
  </message>
  <message>
   <source>C&amp;ommand</source>
   <translation>&amp;Befehl</translation>
  </message>
  <message>
   <source>the image&apos;s own</source>
   <translation>wie im Abbild</translation>
  </message>
  <message>
   <source>Fol&amp;der (-w)</source>
   <translation>&amp;Ordner (-w)</translation>
  </message>
  <message>
   <source>Give it a ter&amp;minal (-t)</source>
   <translation>Ein &amp;Terminal geben (-t)</translation>
  </message>
  <message>
   <source>For programs that people talk to, such as a shell</source>
   <translation>Für Programme, mit denen man spricht, etwa eine Shell</translation>
  </message>
  <message>
   <source>&amp;Keep its input open (-i)</source>
   <translation>E&amp;ingabe offen halten (-i)</translation>
  </message>
  <message>
   <source>Remove it when it h&amp;as ended (--rm)</source>
   <translation>Ent&amp;fernen, wenn er geendet hat (--rm)</translation>
  </message>
  <message>
   <source>bridge (the default)</source>
   <translation>bridge (üblich)</translation>
  </message>
  <message>
   <source>&amp;Network</source>
   <translation>Ne&amp;tz</translation>
  </message>
  <message>
   <source>&amp;Other names</source>
   <translation>Weitere Na&amp;men</translation>
  </message>
  <message>
   <source>found by them on a network of its own</source>
   <translation>so finden sie ihn in einem eigenen Netz</translation>
  </message>
  <message>
   <source>&amp;Address</source>
   <translation>&amp;IP-Adresse</translation>
  </message>
  <message>
   <source>any free one, for example 172.20.0.5</source>
   <translation>eine freie, etwa 172.20.0.5</translation>
  </message>
  <message>
   <source>Host na&amp;me</source>
   <translation>Re&amp;chnername</translation>
  </message>
  <message>
   <source>its short id</source>
   <translation>seine kurze Id</translation>
  </message>
  <message>
   <source>&amp;DNS servers</source>
   <translation>DNS-Ser&amp;ver</translation>
  </message>
  <message>
   <source>those of the engine</source>
   <translation>die der Engine</translation>
  </message>
  <message>
   <source>Sear&amp;ch domains</source>
   <translation>Suchd&amp;omänen</translation>
  </message>
  <message>
   <source>for example example.org</source>
   <translation>etwa example.org</translation>
  </message>
  <message>
   <source>DNS opt&amp;ions</source>
   <translation>DNS-Einste&amp;llungen</translation>
  </message>
  <message>
   <source>for example ndots:2</source>
   <translation>etwa ndots:2</translation>
  </message>
  <message>
   <source>Hosts it &amp;knows</source>
   <translation>Be&amp;kannte Rechner</translation>
  </message>
  <message>
   <source>for example db:192.168.0.7</source>
   <translation>etwa db:192.168.0.7</translation>
  </message>
  <message>
   <source>&amp;Memory</source>
   <translation>Spei&amp;cher</translation>
  </message>
  <message>
   <source>no limit; for example 512m or 2g</source>
   <translation>keine Grenze; etwa 512m oder 2g</translation>
  </message>
  <message>
   <source>The container is killed when it needs more</source>
   <translation>Der Container wird abgebrochen, wenn er mehr braucht</translation>
  </message>
  <message>
   <source>Memory a&amp;nd swap</source>
   <translation>Speicher m&amp;it Swap</translation>
  </message>
  <message>
   <source>twice the memory; -1: no limit</source>
   <translation>das Doppelte; -1: keine Grenze</translation>
  </message>
  <message>
   <source>Memory &amp;kept for it</source>
   <translation>Reser&amp;vierter Speicher</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>keine Grenze</translation>
  </message>
  <message>
   <source>How many processors&apos; worth of time it may use</source>
   <translation>Die Zeit von wie vielen Prozessoren er benutzen darf</translation>
  </message>
  <message>
   <source>&amp;CPUs</source>
   <translation>&amp;Zahl der CPUs</translation>
  </message>
  <message>
   <source>Wh&amp;ich CPUs</source>
   <translation>We&amp;lche CPUs</translation>
  </message>
  <message>
   <source>any; for example 0-3,5</source>
   <translation>alle; etwa 0-3,5</translation>
  </message>
  <message>
   <source>How many processes and threads it may have; 0: the engine&apos;s limit</source>
   <translation>Wie viele Prozesse und Threads er haben darf; 0: die Grenze der Engine</translation>
  </message>
  <message>
   <source>Pr&amp;ocesses</source>
   <translation>Pr&amp;ozesse</translation>
  </message>
  <message>
   <source>Sh&amp;ared memory</source>
   <translation>Ge&amp;meinsamer Speicher</translation>
  </message>
  <message>
   <source>64m</source>
   <translation>64m</translation>
  </message>
  <message>
   <source>&amp;Ulimits</source>
   <translation>Ulimi&amp;ts</translation>
  </message>
  <message>
   <source>for example nofile=1024:2048</source>
   <translation>etwa nofile=1024:2048</translation>
  </message>
  <message>
   <source>When the machine runs out of memory, programs with a higher number end first</source>
   <translation>Wenn dem Computer der Speicher ausgeht, enden Programme mit höherer Zahl zuerst</translation>
  </message>
  <message>
   <source>Or&amp;der of ending</source>
   <translation>Reihen&amp;folge beim Beenden</translation>
  </message>
  <message>
   <source>No check, not even the &amp;image&apos;s (--no-healthcheck)</source>
   <translation>&amp;Keine Prüfung, auch nicht die des Abbilds (--no-healthcheck)</translation>
  </message>
  <message>
   <source>&amp;Check with</source>
   <translation>Prüfen &amp;mit</translation>
  </message>
  <message>
   <source>Ever&amp;y</source>
   <translation>A&amp;lle</translation>
  </message>
  <message>
   <source>30s</source>
   <translation>30s</translation>
  </message>
  <message>
   <source>Give &amp;up after</source>
   <translation>Au&amp;fgeben nach</translation>
  </message>
  <message>
   <source>&amp;Not in the first</source>
   <translation>N&amp;icht in den ersten</translation>
  </message>
  <message>
   <source>0s: failures count at once</source>
   <translation>0s: Fehlschläge zählen sofort</translation>
  </message>
  <message>
   <source>3, or as the image says</source>
   <translation>3, oder wie im Abbild</translation>
  </message>
  <message>
   <source>How many checks in a row must fail until it counts as unhealthy</source>
   <translation>Wie viele Prüfungen hintereinander fehlschlagen müssen, bis er als krank gilt</translation>
  </message>
  <message>
   <source>&amp;Attempts</source>
   <translation>&amp;Versuche</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nie</translation>
  </message>
  <message>
   <source>When it fails</source>
   <translation>Wenn er fehlschlägt</translation>
  </message>
  <message>
   <source>Always, unless I stop it</source>
   <translation>Immer, außer wenn ich ihn anhalte</translation>
  </message>
  <message>
   <source>Always</source>
   <translation>Immer</translation>
  </message>
  <message>
   <source>as often as it fails</source>
   <translation>so oft er fehlschlägt</translation>
  </message>
  <message>
   <source>Start it a&amp;gain</source>
   <translation>Wieder star&amp;ten</translation>
  </message>
  <message>
   <source>At m&amp;ost</source>
   <translation>Hö&amp;chstens</translation>
  </message>
  <message>
   <source>&amp;User</source>
   <translation>&amp;Benutzer</translation>
  </message>
  <message>
   <source>&amp;Groups</source>
   <translation>We&amp;itere Gruppen</translation>
  </message>
  <message>
   <source>more groups of this user</source>
   <translation>weitere Gruppen dieses Benutzers</translation>
  </message>
  <message>
   <source>&amp;Add capabilities</source>
   <translation>Rechte hin&amp;zufügen</translation>
  </message>
  <message>
   <source>for example NET_ADMIN</source>
   <translation>etwa NET_ADMIN</translation>
  </message>
  <message>
   <source>&amp;Drop capabilities</source>
   <translation>Rechte wegneh&amp;men</translation>
  </message>
  <message>
   <source>for example ALL</source>
   <translation>etwa ALL</translation>
  </message>
  <message>
   <source>Security &amp;options</source>
   <translation>Sicherheits&amp;optionen</translation>
  </message>
  <message>
   <source>for example no-new-privileges</source>
   <translation>etwa no-new-privileges</translation>
  </message>
  <message>
   <source>Dev&amp;ices</source>
   <translation>Gerä&amp;te</translation>
  </message>
  <message>
   <source>for example /dev/dri</source>
   <translation>etwa /dev/dri</translation>
  </message>
  <message>
   <source>&amp;Kernel settings</source>
   <translation>&amp;Kernel-Einstellungen</translation>
  </message>
  <message>
   <source>for example net.core.somaxconn=1024</source>
   <translation>etwa net.core.somaxconn=1024</translation>
  </message>
  <message>
   <source>The container ma&amp;y not change its own files (--read-only)</source>
   <translation>Der Container darf seine Dateien nicht ändern (--read-onl&amp;y)</translation>
  </message>
  <message>
   <source>Privileged: hardly a&amp;ny isolation (--privileged)</source>
   <translation>Privilegiert: kaum noch Abschottung (--pri&amp;vileged)</translation>
  </message>
  <message>
   <source>E&amp;ntry point</source>
   <translation>Eins&amp;tiegspunkt</translation>
  </message>
  <message>
   <source>the image&apos;s own; &quot;&quot; for none</source>
   <translation>wie im Abbild; &quot;&quot; für keinen</translation>
  </message>
  <message>
   <source>L&amp;abels</source>
   <translation>Eti&amp;ketten</translation>
  </message>
  <message>
   <source>for example team=web</source>
   <translation>etwa team=web</translation>
  </message>
  <message>
   <source>E&amp;xposed ports</source>
   <translation>O&amp;ffene Ports</translation>
  </message>
  <message>
   <source>those of the image</source>
   <translation>die des Abbilds</translation>
  </message>
  <message>
   <source>Stop si&amp;gnal</source>
   <translation>Ha&amp;ltesignal</translation>
  </message>
  <message>
   <source>the image&apos;s own, or SIGTERM</source>
   <translation>das des Abbilds, oder SIGTERM</translation>
  </message>
  <message>
   <source>the engine&apos;s, 10 s</source>
   <translation>das der Engine, 10 s</translation>
  </message>
  <message>
   <source>Seconds from the stop signal until it is killed; -1: without end</source>
   <translation>Sekunden vom Haltesignal bis zum Abbrechen; -1: ohne Ende</translation>
  </message>
  <message>
   <source>Ti&amp;me to stop</source>
   <translation>&amp;Zeit zum Anhalten</translation>
  </message>
  <message>
   <source>Log &amp;driver</source>
   <translation>Pr&amp;otokolltreiber</translation>
  </message>
  <message>
   <source>the engine&apos;s</source>
   <translation>der der Engine</translation>
  </message>
  <message>
   <source>Log &amp;options</source>
   <translation>Protokollopt&amp;ionen</translation>
  </message>
  <message>
   <source>for example max-size=10m</source>
   <translation>etwa max-size=10m</translation>
  </message>
  <message>
   <source>P&amp;ublish all exposed ports (-P)</source>
   <translation>Alle offenen Ports &amp;veröffentlichen (-P)</translation>
  </message>
  <message>
   <source>Run a small in&amp;it that tidies up ended processes (--init)</source>
   <translation>Kleines Init, das beendete Prozesse aufräu&amp;mt (--init)</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keiner</translation>
  </message>
  <message>
   <source>It is pushed back to this when the machine runs short of memory</source>
   <translation>Darauf wird er zurückgedrängt, wenn der Speicher dieses Computers knapp wird</translation>
  </message>
  <message>
   <source>the image&apos;s check</source>
   <translation>die Prüfung des Abbilds</translation>
  </message>
  <message>
   <source>For example wget -qO- localhost || exit 1</source>
   <translation>Zum Beispiel wget -qO- localhost || exit 1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RunPreview</name>
  <message>
   <source>The same as a docker run line</source>
   <translation>Dasselbe als docker-run-Zeile</translation>
  </message>
  <message>
   <source>Fill the form from a docker run line in the clipboard</source>
   <translation>Das Formular aus einer docker-run-Zeile der Zwischenablage ausfüllen</translation>
  </message>
  <message>
   <source>Copy the docker run line</source>
   <translation>docker-run-Zeile kopieren</translation>
  </message>
  <message>
   <source>The same as a command</source>
   <translation>Dasselbe als Befehl</translation>
  </message>
  <message>
   <source>Port %1 answers at http://%2:%3</source>
   <translation>Port %1 antwortet unter http://%2:%3</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::SettingsDialog</name>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Aussehen</translation>
  </message>
  <message>
   <source>Behaviour</source>
   <translation>Verhalten</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Engine</translation>
  </message>
  <message>
   <source>&amp;Reset all</source>
   <translation>Alles &amp;zurücksetzen</translation>
  </message>
  <message>
   <source>As the desktop</source>
   <translation>Wie der Desktop</translation>
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
   <source> pt</source>
   <comment>size of a font</comment>
   <translation> pt</translation>
  </message>
  <message>
   <source>C&amp;olours:</source>
   <translation>&amp;Farben:</translation>
  </message>
  <message>
   <source>&amp;Language:</source>
   <translation>&amp;Sprache:</translation>
  </message>
  <message>
   <source>A language counts from the next start.</source>
   <translation>Eine Sprache gilt ab dem nächsten Start.</translation>
  </message>
  <message>
   <source>&amp;Font of logs and shells:</source>
   <translation>Sch&amp;rift von Protokollen und Shells:</translation>
  </message>
  <message>
   <source>Shells that are open keep theirs.</source>
   <translation>Offene Shells behalten ihre.</translation>
  </message>
  <message>
   <source>Closing the &amp;window leaves Quayside in the tray</source>
   <translation>Beim Schließen des F&amp;ensters bleibt Quayside in der Leiste</translation>
  </message>
  <message>
   <source>Start in the &amp;tray, without the window</source>
   <translation>In der &amp;Leiste starten, ohne Fenster</translation>
  </message>
  <message>
   <source>This desktop shows no icons of programs.</source>
   <translation>Dieser Desktop zeigt keine Symbole von Programmen.</translation>
  </message>
  <message>
   <source>A message says so when</source>
   <translation>Eine Meldung kommt, wenn</translation>
  </message>
  <message>
   <source> GiB</source>
   <translation> GiB</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nie</translation>
  </message>
  <message>
   <source>Warn when &amp;less is free than:</source>
   <translation>Warnen, wenn &amp;weniger frei ist als:</translation>
  </message>
  <message>
   <source>&amp;Mirrors and insecure registries…</source>
   <translation>Spie&amp;gel und unsichere Registries …</translation>
  </message>
  <message>
   <source>Mana&amp;ge engines…</source>
   <translation>Engines &amp;verwalten …</translation>
  </message>
  <message>
   <source>Containers</source>
   <translation>Container</translation>
  </message>
  <message>
   <source>Roomy</source>
   <translation>Geräumig</translation>
  </message>
  <message>
   <source>Compact</source>
   <translation>Eng</translation>
  </message>
  <message>
   <source>Ro&amp;ws of lists:</source>
   <translation>Zeilena&amp;bstand von Listen:</translation>
  </message>
  <message>
   <source>Ask before containers are sto&amp;pped, restarted or killed</source>
   <translation>Fragen, bevor Con&amp;tainer angehalten, neu gestartet oder abgebrochen werden</translation>
  </message>
  <message>
   <source>What is removed for good is asked about in any case.</source>
   <translation>Wird etwas endgültig entfernt, so wird in jedem Fall gefragt.</translation>
  </message>
  <message>
   <source> s</source>
   <comment>seconds</comment>
   <translation> s</translation>
  </message>
  <message>
   <source>Time to &amp;undo a removal:</source>
   <translation>Zeit, ein E&amp;ntfernen rückgängig zu machen:</translation>
  </message>
  <message>
   <source>The form of a new container begins with</source>
   <translation>Das Formular eines neuen Containers beginnt mit</translation>
  </message>
  <message>
   <source>Remove it when it h&amp;as ended (--rm)</source>
   <translation>Entfernen, w&amp;enn er geendet hat (--rm)</translation>
  </message>
  <message>
   <source>Run a small in&amp;it that tidies up ended processes (--init)</source>
   <translation>Kleines Init, das beendete Prozesse aufräu&amp;mt (--init)</translation>
  </message>
  <message>
   <source> MiB</source>
   <translation> MiB</translation>
  </message>
  <message>
   <source>As the engine</source>
   <translation>Wie die Engine</translation>
  </message>
  <message>
   <source>A &amp;log file has at most:</source>
   <translation>Eine Pr&amp;otokolldatei hat höchstens:</translation>
  </message>
  <message>
   <source>Log files that are &amp;kept:</source>
   <translation>Protokoll&amp;dateien, die bleiben:</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::SetupPane</name>
  <message>
   <source>Search names and values</source>
   <translation>Namen und Werte suchen</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>What the container is made of</source>
   <translation>Woraus der Container gemacht ist</translation>
  </message>
  <message>
   <source>&amp;Copy value</source>
   <translation>&amp;Wert kopieren</translation>
  </message>
  <message>
   <source>Looks like a secret. Click to show it</source>
   <translation>Sieht nach einem Geheimnis aus. Klicken, um es zu zeigen</translation>
  </message>
  <message>
   <source>hidden</source>
   <translation>verborgen</translation>
  </message>
  <message>
   <source>Copy &amp;name=value</source>
   <translation>&amp;Name=Wert kopieren</translation>
  </message>
  <message>
   <source>&amp;Show it</source>
   <translation>&amp;Zeigen</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>Ö&amp;ffnen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ShelfPage</name>
  <message>
   <source>Lessons</source>
   <translation>Lektionen</translation>
  </message>
  <message>
   <source>No lessons</source>
   <translation>Keine Lektionen</translation>
  </message>
  <message>
   <source>Load those of a folder: each is a text file.</source>
   <translation>Laden Sie die eines Ordners: Jede ist eine Textdatei.</translation>
  </message>
  <message>
   <source>Lessons of a folder…</source>
   <translation>Lektionen eines Ordners …</translation>
  </message>
  <message>
   <source>&amp;Open the lesson</source>
   <translation>Lektion ö&amp;ffnen</translation>
  </message>
  <message>
   <source>Read it, and try it where you like</source>
   <translation>Lesen, und ausprobieren, wo Sie möchten</translation>
  </message>
  <message>
   <source>Lessons of a &amp;folder…</source>
   <translation>Lektionen eines &amp;Ordners …</translation>
  </message>
  <message>
   <source>Show lessons that somebody has written, besides these</source>
   <translation>Neben diesen auch Lektionen zeigen, die jemand geschrieben hat</translation>
  </message>
  <message>
   <source>&amp;Without the folder</source>
   <translation>Ohne &amp;den Ordner</translation>
  </message>
  <message>
   <source>Show only the lessons that came with the program</source>
   <translation>Nur die Lektionen zeigen, die mit dem Programm kamen</translation>
  </message>
  <message>
   <source>&amp;Check the folder…</source>
   <translation>Ordner &amp;prüfen …</translation>
  </message>
  <message>
   <source>Say what is wrong with its files, line by line</source>
   <translation>Zeile für Zeile sagen, was an seinen Dateien falsch ist</translation>
  </message>
  <message>
   <source>&amp;Export progress…</source>
   <translation>Fortschritt &amp;exportieren …</translation>
  </message>
  <message>
   <source>Save which steps are done, as a table or JSON</source>
   <translation>Sichern, welche Schritte getan sind, als Tabelle oder JSON</translation>
  </message>
  <message numerus="yes">
   <source>%1 of %n done</source>
   <translation>
    <numerusform>%1 von %n fertig</numerusform>
    <numerusform>%1 von %n fertig</numerusform>
   </translation>
  </message>
  <message>
   <source>A folder with lessons</source>
   <translation>Ein Ordner mit Lektionen</translation>
  </message>
  <message numerus="yes">
   <source>%n lesson(s) are loaded from %1.</source>
   <translation>
    <numerusform>%n Lektion ist aus %1 geladen.</numerusform>
    <numerusform>%n Lektionen sind aus %1 geladen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mistake(s) in the lessons of %1.</source>
   <translation>
    <numerusform>%n Fehler in den Lektionen von %1.</numerusform>
    <numerusform>%n Fehler in den Lektionen von %1.</numerusform>
   </translation>
  </message>
  <message>
   <source>Show them</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Export progress</source>
   <translation>Fortschritt exportieren</translation>
  </message>
  <message>
   <source>lessons.csv</source>
   <translation>lektionen.csv</translation>
  </message>
  <message>
   <source>Tables (*.csv);;JSON (*.json)</source>
   <translation>Tabellen (*.csv);;JSON (*.json)</translation>
  </message>
  <message>
   <source>The progress is saved as %1.</source>
   <translation>Der Fortschritt ist als %1 gesichert.</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2</source>
   <translation>%1 kann nicht geschrieben werden: %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ShellDialog</name>
  <message>
   <source>Open a shell</source>
   <translation>Eine Shell öffnen</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>Ö&amp;ffnen</translation>
  </message>
  <message>
   <source>&amp;Shell</source>
   <translation>&amp;Shell</translation>
  </message>
  <message>
   <source>&amp;User</source>
   <translation>&amp;Benutzer</translation>
  </message>
  <message>
   <source>&amp;Folder</source>
   <translation>&amp;Ordner</translation>
  </message>
  <message>
   <source>Shells and users are those that the container has. Others can be typed.</source>
   <translation>Shells und Benutzer sind die, die der Container hat. Andere können eingegeben werden.</translation>
  </message>
  <message>
   <source>No shell was found in this container.</source>
   <translation>In diesem Container wurde keine Shell gefunden.</translation>
  </message>
  <message>
   <source>The folder is a path that begins with a slash.</source>
   <translation>Der Ordner ist ein Pfad, der mit einem Schrägstrich beginnt.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::StatsPane</name>
  <message>
   <source>CPU</source>
   <translation>CPU</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Festplatte</translation>
  </message>
  <message>
   <source>in</source>
   <translation>ein</translation>
  </message>
  <message>
   <source>out</source>
   <translation>aus</translation>
  </message>
  <message>
   <source>read</source>
   <translation>gelesen</translation>
  </message>
  <message>
   <source>written</source>
   <translation>geschrieben</translation>
  </message>
  <message>
   <source>The engine does not tell: %1.</source>
   <translation>Die Engine gibt keine Auskunft: %1.</translation>
  </message>
  <message>
   <source>The container does not run.</source>
   <translation>Der Container läuft nicht.</translation>
  </message>
  <message>
   <source>Measuring…</source>
   <translation>Messung läuft …</translation>
  </message>
  <message numerus="yes">
   <source>%n process(es)</source>
   <translation>
    <numerusform>%n Prozess</numerusform>
    <numerusform>%n Prozesse</numerusform>
   </translation>
  </message>
  <message>
   <source>programs</source>
   <comment>memory</comment>
   <translation>Programme</translation>
  </message>
  <message>
   <source>shared</source>
   <comment>memory</comment>
   <translation>geteilt</translation>
  </message>
  <message>
   <source>kernel</source>
   <comment>memory</comment>
   <translation>Kernel</translation>
  </message>
  <message>
   <source>cache</source>
   <comment>memory</comment>
   <translation>Cache</translation>
  </message>
  <message>
   <source>swap</source>
   <comment>memory</comment>
   <translation>Swap</translation>
  </message>
  <message>
   <source>memory</source>
   <comment>pressure</comment>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>disk</source>
   <comment>pressure</comment>
   <translation>Platte</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Prozesse</translation>
  </message>
  <message>
   <source>Pressure</source>
   <translation>Druck</translation>
  </message>
  <message>
   <source>%1 in use</source>
   <translation>%1 benutzt</translation>
  </message>
  <message>
   <source>Pressure is the part of the time in which something in the container had to wait for a CPU, for memory to become free, or for the disk.</source>
   <translation>Der Druck ist der Teil der Zeit, in dem etwas im Container auf eine CPU, auf freien Speicher oder auf die Platte warten musste.</translation>
  </message>
  <message>
   <source>Memory limit</source>
   <translation>Speichergrenze</translation>
  </message>
  <message>
   <source>CPU limit</source>
   <translation>CPU-Grenze</translation>
  </message>
  <message>
   <source>Limit of processes</source>
   <translation>Grenze der Prozesse</translation>
  </message>
  <message>
   <source>Last 5 minutes</source>
   <translation>Letzte 5 Minuten</translation>
  </message>
  <message>
   <source>Last hour</source>
   <translation>Letzte Stunde</translation>
  </message>
  <message>
   <source>Time that the plots show</source>
   <translation>Zeit, die die Kurven zeigen</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Keep the plots as they are; what comes meanwhile is not lost</source>
   <translation>Die Kurven lassen, wie sie sind; was inzwischen kommt, geht nicht verloren</translation>
  </message>
  <message>
   <source>Pause the plots</source>
   <translation>Die Kurven anhalten</translation>
  </message>
  <message>
   <source>in use</source>
   <translation>benutzt</translation>
  </message>
  <message>
   <source>The container does not run. The plots show what was seen of it.</source>
   <translation>Der Container läuft nicht. Die Kurven zeigen, was von ihm zu sehen war.</translation>
  </message>
  <message>
   <source>This computer does not tell the pressure: that takes cgroups of version 2, and a kernel that counts it.</source>
   <translation>Dieser Computer nennt keinen Druck: Das braucht cgroups der Version 2 und einen Kernel, der ihn misst.</translation>
  </message>
  <message>
   <source>1 CPU</source>
   <translation>1 CPU</translation>
  </message>
  <message>
   <source>%1 CPUs</source>
   <translation>%1 CPUs</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::StepOutput</name>
  <message>
   <source>Open a she&amp;ll here</source>
   <translation>Hier eine She&amp;ll öffnen</translation>
  </message>
  <message>
   <source>Output of the step</source>
   <translation>Ausgabe des Schritts</translation>
  </message>
  <message>
   <source>A shell in the files as they were after this step; of one that failed, as it left them</source>
   <translation>Eine Shell in den Dateien, wie sie nach diesem Schritt waren; nach einem fehlgeschlagenen, wie er sie hinterließ</translation>
  </message>
  <message>
   <source>Step %1: %2</source>
   <translation>Schritt %1: %2</translation>
  </message>
  <message>
   <source>Of its output the middle was not kept: it is too long.</source>
   <translation>Die Mitte seiner Ausgabe wurde nicht aufbewahrt: Sie ist zu lang.</translation>
  </message>
  <message>
   <source>What the chosen step writes appears here.</source>
   <translation>Hier erscheint, was der gewählte Schritt ausgibt.</translation>
  </message>
  <message>
   <source>It was not run this time.</source>
   <translation>Er wurde dieses Mal nicht ausgeführt.</translation>
  </message>
  <message>
   <source>It wrote nothing.</source>
   <translation>Er hat nichts ausgegeben.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::StudioActions</name>
  <message>
   <source>&amp;New Dockerfile</source>
   <translation>&amp;Neues Dockerfile</translation>
  </message>
  <message>
   <source>Start with an empty Dockerfile</source>
   <translation>Mit einem leeren Dockerfile beginnen</translation>
  </message>
  <message>
   <source>New from a &amp;template…</source>
   <translation>Neu aus &amp;Vorlage …</translation>
  </message>
  <message>
   <source>Start with a Dockerfile that is made for a language</source>
   <translation>Mit einem Dockerfile beginnen, das für eine Sprache gemacht ist</translation>
  </message>
  <message>
   <source>Ctrl+Shift+N</source>
   <translation>Ctrl+Shift+N</translation>
  </message>
  <message>
   <source>&amp;Open…</source>
   <translation>Ö&amp;ffnen …</translation>
  </message>
  <message>
   <source>Open a file</source>
   <translation>Eine Datei öffnen</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Sichern</translation>
  </message>
  <message>
   <source>Save this file</source>
   <translation>Diese Datei sichern</translation>
  </message>
  <message>
   <source>Save &amp;as…</source>
   <translation>Sichern &amp;unter …</translation>
  </message>
  <message>
   <source>Save this file under another name</source>
   <translation>Diese Datei unter einem anderen Namen sichern</translation>
  </message>
  <message>
   <source>Ctrl+Shift+S</source>
   <translation>Ctrl+Shift+S</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>Sch&amp;ließen</translation>
  </message>
  <message>
   <source>Close this file</source>
   <translation>Diese Datei schließen</translation>
  </message>
  <message>
   <source>Ctrl+W</source>
   <translation>Ctrl+W</translation>
  </message>
  <message>
   <source>Ne&amp;xt file</source>
   <translation>Nä&amp;chste Datei</translation>
  </message>
  <message>
   <source>Go to the next open file</source>
   <translation>Zur nächsten offenen Datei gehen</translation>
  </message>
  <message>
   <source>Ctrl+Tab</source>
   <translation>Ctrl+Tab</translation>
  </message>
  <message>
   <source>&amp;Previous file</source>
   <translation>V&amp;orige Datei</translation>
  </message>
  <message>
   <source>Go to the previous open file</source>
   <translation>Zur vorigen offenen Datei gehen</translation>
  </message>
  <message>
   <source>Ctrl+Shift+Tab</source>
   <translation>Ctrl+Shift+Tab</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Rückgängig</translation>
  </message>
  <message>
   <source>Take back the last change</source>
   <translation>Die letzte Änderung zurücknehmen</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Wiederholen</translation>
  </message>
  <message>
   <source>Do again what was taken back</source>
   <translation>Zurückgenommenes wieder tun</translation>
  </message>
  <message>
   <source>&amp;Comment</source>
   <translation>&amp;Kommentar</translation>
  </message>
  <message>
   <source>Make these lines comments, or no longer</source>
   <translation>Diese Zeilen zu Kommentaren machen, oder nicht mehr</translation>
  </message>
  <message>
   <source>Ctrl+/</source>
   <translation>Ctrl+/</translation>
  </message>
  <message>
   <source>Move u&amp;p</source>
   <translation>Nach &amp;oben</translation>
  </message>
  <message>
   <source>Move these lines up</source>
   <translation>Diese Zeilen nach oben verschieben</translation>
  </message>
  <message>
   <source>Alt+Up</source>
   <translation>Alt+Up</translation>
  </message>
  <message>
   <source>Move &amp;down</source>
   <translation>Nach &amp;unten</translation>
  </message>
  <message>
   <source>Move these lines down</source>
   <translation>Diese Zeilen nach unten verschieben</translation>
  </message>
  <message>
   <source>Alt+Down</source>
   <translation>Alt+Down</translation>
  </message>
  <message>
   <source>Dup&amp;licate</source>
   <translation>&amp;Verdoppeln</translation>
  </message>
  <message>
   <source>Copy this line, or the selection, below itself</source>
   <translation>Diese Zeile oder die Auswahl unter sich selbst kopieren</translation>
  </message>
  <message>
   <source>Ctrl+D</source>
   <translation>Ctrl+D</translation>
  </message>
  <message>
   <source>&amp;Format</source>
   <translation>&amp;Formatieren</translation>
  </message>
  <message>
   <source>Write the whole file in one style</source>
   <translation>Die ganze Datei in einem Stil schreiben</translation>
  </message>
  <message>
   <source>Shift+Alt+F</source>
   <translation>Shift+Alt+F</translation>
  </message>
  <message>
   <source>&amp;Find…</source>
   <translation>&amp;Suchen …</translation>
  </message>
  <message>
   <source>Find in this file</source>
   <translation>In dieser Datei suchen</translation>
  </message>
  <message>
   <source>&amp;Replace…</source>
   <translation>&amp;Ersetzen …</translation>
  </message>
  <message>
   <source>Find and replace in this file</source>
   <translation>In dieser Datei suchen und ersetzen</translation>
  </message>
  <message>
   <source>Ctrl+R</source>
   <translation>Ctrl+R</translation>
  </message>
  <message>
   <source>Find &amp;next</source>
   <translation>&amp;Nächster Treffer</translation>
  </message>
  <message>
   <source>Go to the next match</source>
   <translation>Zum nächsten Treffer gehen</translation>
  </message>
  <message>
   <source>Find &amp;previous</source>
   <translation>&amp;Voriger Treffer</translation>
  </message>
  <message>
   <source>Go to the previous match</source>
   <translation>Zum vorigen Treffer gehen</translation>
  </message>
  <message>
   <source>&amp;Go to line…</source>
   <translation>&amp;Zur Zeile …</translation>
  </message>
  <message>
   <source>Go to a line by its number</source>
   <translation>Zu einer Zeile mit ihrer Nummer gehen</translation>
  </message>
  <message>
   <source>Ctrl+G</source>
   <translation>Ctrl+G</translation>
  </message>
  <message>
   <source>&amp;Complete</source>
   <translation>&amp;Vervollständigen</translation>
  </message>
  <message>
   <source>Show what can stand here</source>
   <translation>Zeigen, was hier stehen kann</translation>
  </message>
  <message>
   <source>Ctrl+Space</source>
   <translation>Ctrl+Space</translation>
  </message>
  <message>
   <source>&amp;Explain</source>
   <translation>&amp;Erklären</translation>
  </message>
  <message>
   <source>Say what stands here</source>
   <translation>Sagen, was hier steht</translation>
  </message>
  <message>
   <source>&amp;Fix…</source>
   <translation>&amp;Beheben …</translation>
  </message>
  <message>
   <source>Show what would mend the problem here</source>
   <translation>Zeigen, was den Fehler hier beheben würde</translation>
  </message>
  <message>
   <source>Alt+Return</source>
   <translation>Alt+Return</translation>
  </message>
  <message>
   <source>Go to &amp;definition</source>
   <translation>Zur &amp;Definition</translation>
  </message>
  <message>
   <source>Go to where this stage or variable is defined</source>
   <translation>Dorthin gehen, wo diese Stufe oder Variable festgelegt ist</translation>
  </message>
  <message>
   <source>&amp;Rename…</source>
   <translation>&amp;Umbenennen …</translation>
  </message>
  <message>
   <source>Give this stage or variable another name everywhere</source>
   <translation>Dieser Stufe oder Variablen überall einen anderen Namen geben</translation>
  </message>
  <message>
   <source>&amp;Fold</source>
   <translation>&amp;Einklappen</translation>
  </message>
  <message>
   <source>Hide the lines that belong to this one</source>
   <translation>Die Zeilen verbergen, die zu dieser gehören</translation>
  </message>
  <message>
   <source>Ctrl+Shift+[</source>
   <translation>Ctrl+Shift+[</translation>
  </message>
  <message>
   <source>&amp;Unfold</source>
   <translation>&amp;Ausklappen</translation>
  </message>
  <message>
   <source>Show the lines that belong to this one</source>
   <translation>Die Zeilen zeigen, die zu dieser gehören</translation>
  </message>
  <message>
   <source>Ctrl+Shift+]</source>
   <translation>Ctrl+Shift+]</translation>
  </message>
  <message>
   <source>Fold &amp;all</source>
   <translation>A&amp;lles einklappen</translation>
  </message>
  <message>
   <source>Hide all that can be folded</source>
   <translation>Alles verbergen, was sich einklappen lässt</translation>
  </message>
  <message>
   <source>U&amp;nfold all</source>
   <translation>Alles a&amp;usklappen</translation>
  </message>
  <message>
   <source>Show all lines</source>
   <translation>Alle Zeilen zeigen</translation>
  </message>
  <message>
   <source>&amp;Larger text</source>
   <translation>&amp;Größere Schrift</translation>
  </message>
  <message>
   <source>Make the text larger</source>
   <translation>Die Schrift vergrößern</translation>
  </message>
  <message>
   <source>&amp;Smaller text</source>
   <translation>&amp;Kleinere Schrift</translation>
  </message>
  <message>
   <source>Make the text smaller</source>
   <translation>Die Schrift verkleinern</translation>
  </message>
  <message>
   <source>N&amp;ormal size</source>
   <translation>&amp;Normale Größe</translation>
  </message>
  <message>
   <source>Show the text in its normal size</source>
   <translation>Den Text in normaler Größe zeigen</translation>
  </message>
  <message>
   <source>Ctrl+0</source>
   <translation>Ctrl+0</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;Find</source>
   <translation>Suc&amp;hen</translation>
  </message>
  <message>
   <source>&amp;Language</source>
   <translation>S&amp;prache</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::StudioPage</name>
  <message>
   <source>Open files</source>
   <translation>Offene Dateien</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Gliederung</translation>
  </message>
  <message>
   <source>Cards and graph</source>
   <translation>Karten und Graph</translation>
  </message>
  <message>
   <source>Show the same file as cards or as a graph</source>
   <translation>Dieselbe Datei als Karten oder als Graphen zeigen</translation>
  </message>
  <message>
   <source>Build</source>
   <translation>Bauen</translation>
  </message>
  <message>
   <source>Show the building of this file</source>
   <translation>Den Bau dieser Datei zeigen</translation>
  </message>
  <message>
   <source>No file is open</source>
   <translation>Keine Datei ist offen</translation>
  </message>
  <message>
   <source>A Dockerfile says how an image is made: what it is based on, what is copied into it, and what runs. Start with one that is made for your language, or drop a file or folder here.</source>
   <translation>Ein Dockerfile sagt, wie ein Abbild gemacht wird: worauf es beruht, was hineinkopiert wird und was läuft. Mit einem beginnen, das für die eigene Sprache gemacht ist, oder eine Datei oder einen Ordner hier ablegen.</translation>
  </message>
  <message>
   <source>New from a template…</source>
   <translation>Neu aus Vorlage …</translation>
  </message>
  <message>
   <source>New Dockerfile</source>
   <translation>Neues Dockerfile</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Öffnen …</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>Not on the disk yet</source>
   <translation>Noch nicht auf der Platte</translation>
  </message>
  <message>
   <source>%1, not saved</source>
   <translation>%1, nicht gesichert</translation>
  </message>
  <message>
   <source>Close %1?</source>
   <translation>%1 schließen?</translation>
  </message>
  <message>
   <source>%1 has changes that are not saved.</source>
   <translation>%1 hat Änderungen, die nicht gesichert sind.</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Sichern</translation>
  </message>
  <message>
   <source>&amp;Discard</source>
   <translation>&amp;Verwerfen</translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) that were not saved are back, as you left them.</source>
   <translation>
    <numerusform>%n ungesicherte Datei ist wieder da, wie Sie sie verlassen haben.</numerusform>
    <numerusform>%n ungesicherte Dateien sind wieder da, wie Sie sie verlassen haben.</numerusform>
   </translation>
  </message>
  <message>
   <source>Open a file</source>
   <translation>Eine Datei öffnen</translation>
  </message>
  <message>
   <source>Dockerfiles (*ockerfile* *ontainerfile*)</source>
   <translation>Dockerfiles (*ockerfile* *ontainerfile*)</translation>
  </message>
  <message>
   <source>Compose and .dockerignore (*.yaml *.yml .dockerignore *.dockerignore)</source>
   <translation>Compose und .dockerignore (*.yaml *.yml .dockerignore *.dockerignore)</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Save %1</source>
   <translation>%1 sichern</translation>
  </message>
  <message>
   <source>Go to line</source>
   <translation>Zur Zeile</translation>
  </message>
  <message>
   <source>Line, from 1 to %1:</source>
   <translation>Zeile, von 1 bis %1:</translation>
  </message>
  <message>
   <source>Context</source>
   <translation>Kontext</translation>
  </message>
  <message>
   <source>Cards</source>
   <translation>Karten</translation>
  </message>
  <message>
   <source>Graph</source>
   <translation>Graph</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::SystemPage</name>
  <message>
   <source>Events</source>
   <translation>Ereignisse</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Platte</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Engine</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Table</name>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TablePage</name>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>action: name of the row</comment>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>Sho&amp;w in groups</source>
   <translation>In Gruppen g&amp;liedern</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TemplateDialog</name>
  <message>
   <source>New from a template</source>
   <translation>Neu aus Vorlage</translation>
  </message>
  <message>
   <source>Create</source>
   <translation>Erstellen</translation>
  </message>
  <message>
   <source>Template</source>
   <translation>Vorlage</translation>
  </message>
  <message>
   <source>&amp;Template:</source>
   <translation>&amp;Vorlage:</translation>
  </message>
  <message>
   <source>&amp;Folder:</source>
   <translation>&amp;Ordner:</translation>
  </message>
  <message>
   <source>where its files are written</source>
   <translation>wohin ihre Dateien geschrieben werden</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Einen Ordner wählen</translation>
  </message>
  <message>
   <source>The folder for the new files</source>
   <translation>Der Ordner für die neuen Dateien</translation>
  </message>
  <message>
   <source>Text of %1</source>
   <translation>Text von %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TerminalPane</name>
  <message>
   <source>A shell in this container</source>
   <translation>Eine Shell in diesem Container</translation>
  </message>
  <message>
   <source>Type commands inside the running container. The session stays open while you look at something else.</source>
   <translation>Geben Sie Befehle im laufenden Container ein. Die Sitzung bleibt offen, während Sie etwas anderes ansehen.</translation>
  </message>
  <message>
   <source>Open a shell</source>
   <translation>Eine Shell öffnen</translation>
  </message>
  <message>
   <source>The container is not running</source>
   <translation>Der Container läuft nicht</translation>
  </message>
  <message>
   <source>Start it to open a shell in it.</source>
   <translation>Starten Sie ihn, um eine Shell darin zu öffnen.</translation>
  </message>
  <message>
   <source>One more shell in this container</source>
   <translation>Eine weitere Shell in diesem Container</translation>
  </message>
  <message>
   <source>Shell %1</source>
   <translation>Shell %1</translation>
  </message>
  <message>
   <source>End this shell</source>
   <translation>Diese Shell beenden</translation>
  </message>
  <message>
   <source>One more &amp;shell</source>
   <translation>Eine weitere &amp;Shell</translation>
  </message>
  <message>
   <source>Shell &amp;with…</source>
   <translation>Shell &amp;mit …</translation>
  </message>
  <message>
   <source>&amp;Attach to the main process</source>
   <translation>Mit dem &amp;Hauptprozess verbinden</translation>
  </message>
  <message>
   <source>Choose the shell, the user and the folder</source>
   <translation>Shell, Benutzer und Ordner wählen</translation>
  </message>
  <message>
   <source>See and type what the container&apos;s own command does</source>
   <translation>Sehen, was der Befehl des Containers tut, und ihm etwas eingeben</translation>
  </message>
  <message>
   <source>Shell with…</source>
   <translation>Shell mit …</translation>
  </message>
  <message>
   <source>Attach to the main process</source>
   <translation>Mit dem Hauptprozess verbinden</translation>
  </message>
  <message>
   <source>Main process</source>
   <translation>Hauptprozess</translation>
  </message>
  <message>
   <source>%1 as %2</source>
   <comment>shell, user</comment>
   <translation>%1 als %2</translation>
  </message>
  <message>
   <source>Detach</source>
   <translation>Lösen</translation>
  </message>
  <message>
   <source>&amp;Debug shell beside it</source>
   <translation>&amp;Debug-Shell daneben</translation>
  </message>
  <message>
   <source>For images without a shell: one that sees the container&apos;s processes and files</source>
   <translation>Für Abbilder ohne Shell: eine, die Prozesse und Dateien des Containers sieht</translation>
  </message>
  <message>
   <source>Debug shell</source>
   <translation>Debug-Shell</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TerminalSession</name>
  <message>
   <source>Terminal</source>
   <translation>Terminal</translation>
  </message>
  <message>
   <source>The connection is lost: %1</source>
   <translation>Die Verbindung ist verloren: %1</translation>
  </message>
  <message>
   <source>This image has no shell (/bin/sh).</source>
   <translation>Dieses Abbild hat keine Shell (/bin/sh).</translation>
  </message>
  <message>
   <source>The shell has ended.</source>
   <translation>Die Shell hat geendet.</translation>
  </message>
  <message>
   <source>The shell has ended with code %1.</source>
   <translation>Die Shell hat mit Code %1 geendet.</translation>
  </message>
  <message>
   <source>This is the container&apos;s main process: Ctrl+C is sent to it and may end the container. Ctrl+P Ctrl+Q, or closing this tab, only detaches.</source>
   <translation>Das ist der Hauptprozess des Containers: Strg+C geht an ihn und kann den Container beenden. Strg+P Strg+Q oder das Schließen dieses Reiters löst nur die Verbindung.</translation>
  </message>
  <message>
   <source>This is the container&apos;s main process, without a terminal: each line that you type is its input, Ctrl+D ends the input. Closing this tab only detaches.</source>
   <translation>Das ist der Hauptprozess des Containers, ohne Terminal: Jede Zeile, die Sie eingeben, ist seine Eingabe, Strg+D beendet sie. Das Schließen dieses Reiters löst nur die Verbindung.</translation>
  </message>
  <message>
   <source>This is what the container&apos;s main process writes. It reads no input. Closing this tab only detaches.</source>
   <translation>Das ist, was der Hauptprozess des Containers schreibt. Er liest keine Eingabe. Das Schließen dieses Reiters löst nur die Verbindung.</translation>
  </message>
  <message>
   <source>Detached: the container goes on.</source>
   <translation>Gelöst: Der Container läuft weiter.</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Kopieren</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>&amp;Einfügen</translation>
  </message>
  <message>
   <source>Ctrl+Shift+V</source>
   <translation>Ctrl+Shift+V</translation>
  </message>
  <message>
   <source>&amp;Find…</source>
   <translation>&amp;Suchen …</translation>
  </message>
  <message>
   <source>Ctrl+Shift+F</source>
   <translation>Ctrl+Shift+F</translation>
  </message>
  <message>
   <source>C&amp;lear</source>
   <translation>&amp;Leeren</translation>
  </message>
  <message>
   <source>Ctrl+Shift+K</source>
   <translation>Ctrl+Shift+K</translation>
  </message>
  <message>
   <source>L&amp;arger letters</source>
   <translation>&amp;Größere Schrift</translation>
  </message>
  <message>
   <source>Ctrl++</source>
   <translation>Ctrl++</translation>
  </message>
  <message>
   <source>&amp;Smaller letters</source>
   <translation>Klei&amp;nere Schrift</translation>
  </message>
  <message>
   <source>Ctrl+-</source>
   <translation>Ctrl+-</translation>
  </message>
  <message>
   <source>&amp;Usual letters</source>
   <translation>&amp;Übliche Größe</translation>
  </message>
  <message>
   <source>Ctrl+0</source>
   <translation>Ctrl+0</translation>
  </message>
  <message>
   <source>The main process has ended.</source>
   <translation>Der Hauptprozess hat geendet.</translation>
  </message>
  <message>
   <source>%1 cannot be run in this container.</source>
   <translation>%1 kann in diesem Container nicht ausgeführt werden.</translation>
  </message>
  <message>
   <source>Start again</source>
   <translation>Neu starten</translation>
  </message>
  <message>
   <source>Nobody knows which number the user %1 of this container has.</source>
   <translation>Niemand weiß, welche Nummer der Benutzer %1 dieses Containers hat.</translation>
  </message>
  <message>
   <source>The debug shell needs the image %1. Pull it first.</source>
   <translation>Die Debug-Shell braucht das Abbild %1. Holen Sie es zuerst.</translation>
  </message>
  <message>
   <source>This shell runs beside the container, with its processes and its network; the container&apos;s files are in /proc/1/root. It ends with the container.</source>
   <translation>Diese Shell läuft neben dem Container, mit seinen Prozessen und seinem Netz; die Dateien des Containers sind in /proc/1/root. Sie endet mit dem Container.</translation>
  </message>
  <message>
   <source>This image has no shell (/bin/sh). A debug shell runs beside the container and sees its processes, its network and its files.</source>
   <translation>Dieses Abbild hat keine Shell (/bin/sh). Eine Debug-Shell läuft neben dem Container und sieht seine Prozesse, sein Netz und seine Dateien.</translation>
  </message>
  <message>
   <source>Open a debug shell</source>
   <translation>Eine Debug-Shell öffnen</translation>
  </message>
  <message>
   <source>The debug shell has ended.</source>
   <translation>Die Debug-Shell ist beendet.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TidyUp</name>
  <message>
   <source>container, has ended %1</source>
   <translation>Container, beendet %1</translation>
  </message>
  <message>
   <source>container, does not run</source>
   <translation>Container, läuft nicht</translation>
  </message>
  <message>
   <source>network, no container</source>
   <translation>Netz, kein Container</translation>
  </message>
  <message>
   <source>image without a name</source>
   <translation>Abbild ohne Namen</translation>
  </message>
  <message>
   <source>image, no container</source>
   <translation>Abbild, kein Container</translation>
  </message>
  <message numerus="yes">
   <source>Cache of builds, %n step(s)</source>
   <translation>
    <numerusform>Cache der Builds, %n Schritt</numerusform>
    <numerusform>Cache der Builds, %n Schritte</numerusform>
   </translation>
  </message>
  <message>
   <source>the next builds run all steps</source>
   <translation>die nächsten Builds führen alle Schritte aus</translation>
  </message>
  <message>
   <source>volume, its files are lost for good</source>
   <translation>Datenträger, seine Dateien gehen endgültig verloren</translation>
  </message>
  <message>
   <source>Tidy up all</source>
   <translation>Alles aufräumen</translation>
  </message>
  <message>
   <source>Nobody uses these. Exactly what is ticked goes; volumes and images with a name stay unless you tick them.</source>
   <translation>Niemand benutzt diese. Genau was angekreuzt ist, wird entfernt; Datenträger und Abbilder mit Namen bleiben, wenn Sie sie nicht ankreuzen.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TimelinePage</name>
  <message>
   <source>Enter the room</source>
   <translation>Eintreten</translation>
  </message>
  <message>
   <source>What it was, and what is left of it</source>
   <translation>Was es war, und was davon geblieben ist</translation>
  </message>
  <message>
   <source>Open the lesson that shows this idea with containers of your own (Return in the time line)</source>
   <translation>Die Lektion öffnen, die diese Idee mit eigenen Containern zeigt (Eingabetaste in der Zeitleiste)</translation>
  </message>
  <message>
   <source>Enter the room: %1</source>
   <translation>Eintreten: %1</translation>
  </message>
  <message>
   <source>Enter the roo&amp;m</source>
   <translation>Eintrete&amp;n</translation>
  </message>
  <message>
   <source>Ctrl+Return</source>
   <translation>Ctrl+Return</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TimelineView</name>
  <message>
   <source>Time line: where containers come from</source>
   <translation>Zeitleiste: woher Container kommen</translation>
  </message>
  <message>
   <source>Up and Down walk through time, Left and Right to the other side, Return enters a room</source>
   <translation>Auf und Ab gehen durch die Zeit, Links und Rechts auf die andere Seite, die Eingabetaste betritt ein Zimmer</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TransferDialog</name>
  <message>
   <source>&amp;Cancel the work</source>
   <translation>&amp;Die Arbeit abbrechen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TransferView</name>
  <message>
   <source>Progress of the whole</source>
   <translation>Fortschritt des Ganzen</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>The layers are listed here, each with its progress, once it begins.</source>
   <translation>Hier erscheinen die Schichten, jede mit ihrem Fortschritt, sobald es losgeht.</translation>
  </message>
  <message>
   <source>All layers are there</source>
   <translation>Alle Schichten sind da</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TrayIcon</name>
  <message>
   <source>Quayside: no engine</source>
   <translation>Quayside: keine Engine</translation>
  </message>
  <message>
   <source>Quayside: nothing runs</source>
   <translation>Quayside: nichts läuft</translation>
  </message>
  <message numerus="yes">
   <source>Quayside: %n container(s) running</source>
   <translation>
    <numerusform>Quayside: %n Container läuft</numerusform>
    <numerusform>Quayside: %n Container laufen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Quayside: %n container(s) running, one is unhealthy</source>
   <translation>
    <numerusform>Quayside: %n Container läuft, einer ist krank</numerusform>
    <numerusform>Quayside: %n Container laufen, einer ist krank</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;Open Quayside</source>
   <translation>Quayside ö&amp;ffnen</translation>
  </message>
  <message>
   <source>&amp;Run…</source>
   <translation>Sta&amp;rten …</translation>
  </message>
  <message numerus="yes">
   <source>%n more…</source>
   <translation>
    <numerusform>%n weiterer …</numerusform>
    <numerusform>%n weitere …</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Beenden</translation>
  </message>
  <message>
   <source>S&amp;how</source>
   <translation>&amp;Zeigen</translation>
  </message>
  <message>
   <source>&amp;Stop</source>
   <translation>An&amp;halten</translation>
  </message>
  <message>
   <source>&amp;Start</source>
   <translation>&amp;Starten</translation>
  </message>
  <message>
   <source>Open %1</source>
   <translation>%1 öffnen</translation>
  </message>
  <message>
   <source>That did not work</source>
   <translation>Das ging nicht</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TriedStep</name>
  <message>
   <source>&amp;Go to the line</source>
   <translation>&amp;Zur Zeile</translation>
  </message>
  <message>
   <source>Open a she&amp;ll here</source>
   <translation>Hier eine She&amp;ll öffnen</translation>
  </message>
  <message>
   <source>&amp;Write as RUN</source>
   <translation>Als RUN schrei&amp;ben</translation>
  </message>
  <message>
   <source>Show the instruction in the text</source>
   <translation>Die Anweisung im Text zeigen</translation>
  </message>
  <message>
   <source>Open a shell in the files as this step left them, and list what it changed</source>
   <translation>Eine Shell in den Dateien öffnen, wie dieser Schritt sie hinterließ, und aufzählen, was er geändert hat</translation>
  </message>
  <message>
   <source>A command that worked in the shell</source>
   <translation>Ein Befehl, der in der Shell gelungen ist</translation>
  </message>
  <message>
   <source>Command to write into the Dockerfile</source>
   <translation>Befehl für das Dockerfile</translation>
  </message>
  <message>
   <source>Where to write it</source>
   <translation>Wohin er geschrieben wird</translation>
  </message>
  <message>
   <source>in place of this line</source>
   <translation>anstelle dieser Zeile</translation>
  </message>
  <message>
   <source>above this line</source>
   <translation>über diese Zeile</translation>
  </message>
  <message>
   <source>below this line</source>
   <translation>unter diese Zeile</translation>
  </message>
  <message>
   <source>Write the command into the Dockerfile as an instruction; it can be undone</source>
   <translation>Den Befehl als Anweisung in das Dockerfile schreiben; es lässt sich rückgängig machen</translation>
  </message>
  <message>
   <source>Files that the step changed</source>
   <translation>Dateien, die der Schritt geändert hat</translation>
  </message>
  <message>
   <source>What the step changed is listed here once its shell is open.</source>
   <translation>Was der Schritt geändert hat, wird hier aufgezählt, sobald seine Shell offen ist.</translation>
  </message>
  <message>
   <source>No shell yet</source>
   <translation>Noch keine Shell</translation>
  </message>
  <message>
   <source>A shell in the files as the step left them shows what is wrong.</source>
   <translation>Eine Shell in den Dateien, wie der Schritt sie hinterließ, zeigt, was nicht stimmt.</translation>
  </message>
  <message>
   <source>Line %1: %2</source>
   <translation>Zeile %1: %2</translation>
  </message>
  <message>
   <source>Step %1: %2</source>
   <translation>Schritt %1: %2</translation>
  </message>
  <message>
   <source>The line is not in the text any more as it was built.</source>
   <translation>Die Zeile steht nicht mehr so im Text, wie sie gebaut wurde.</translation>
  </message>
  <message>
   <source>This engine keeps nothing of the steps of a build.</source>
   <translation>Diese Engine bewahrt nichts von den Schritten eines Builds auf.</translation>
  </message>
  <message>
   <source>The engine has kept no files of this step.</source>
   <translation>Die Engine hat von diesem Schritt keine Dateien aufbewahrt.</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Wird geöffnet</translation>
  </message>
  <message>
   <source>No shell</source>
   <translation>Keine Shell</translation>
  </message>
  <message>
   <source>What it changed cannot be listed: %1.</source>
   <translation>Was er geändert hat, kann nicht aufgezählt werden: %1.</translation>
  </message>
  <message>
   <source>It changed no file before it failed.</source>
   <translation>Er hat keine Datei geändert, bevor er fehlschlug.</translation>
  </message>
  <message>
   <source>It changed no file.</source>
   <translation>Er hat keine Datei geändert.</translation>
  </message>
  <message>
   <source>%1 added, %2 changed, %3 removed</source>
   <translation>%1 neu, %2 geändert, %3 entfernt</translation>
  </message>
  <message>
   <source>The line is not in the text any more: write the instruction by hand.</source>
   <translation>Die Zeile steht nicht mehr im Text: die Anweisung von Hand schreiben.</translation>
  </message>
  <message>
   <source>Write the command as an instruction</source>
   <translation>Den Befehl als Anweisung schreiben</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::UndoBar</name>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Rückgängig</translation>
  </message>
  <message>
   <source>Keep it (Ctrl+Z)</source>
   <translation>Behalten (Strg+Z)</translation>
  </message>
  <message>
   <source>Remove it now</source>
   <translation>Jetzt entfernen</translation>
  </message>
  <message>
   <source>Time left to undo</source>
   <translation>Zeit bis zum Entfernen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::UseColumns</name>
  <message>
   <source>&amp;Use of the machine</source>
   <translation>&amp;Verbrauch</translation>
  </message>
  <message>
   <source>Show what each container uses of CPU, memory, network and disk</source>
   <translation>Zeigen, was jeder Container an CPU, Speicher, Netz und Platte verbraucht</translation>
  </message>
  <message>
   <source> · CPU %1 · memory %2</source>
   <comment>after the counts in the status bar</comment>
   <translation> · CPU %1 · Speicher %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::VolumeActions</name>
  <message>
   <source>&amp;New volume…</source>
   <translation>&amp;Neuer Datenträger …</translation>
  </message>
  <message>
   <source>Make a place for files that outlives containers</source>
   <translation>Einen Platz für Dateien schaffen, der Container überdauert</translation>
  </message>
  <message>
   <source>Ctrl+Shift+N</source>
   <translation>Ctrl+Shift+N</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>Ent&amp;fernen</translation>
  </message>
  <message>
   <source>Remove the volume and the files in it</source>
   <translation>Den Datenträger und die Dateien darin entfernen</translation>
  </message>
  <message>
   <source>&amp;Tidy up…</source>
   <translation>A&amp;ufräumen …</translation>
  </message>
  <message>
   <source>Remove volumes that no container uses</source>
   <translation>Datenträger entfernen, die kein Container benutzt</translation>
  </message>
  <message>
   <source>Copy its name</source>
   <translation>Seinen Namen kopieren</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>no name, no container</source>
   <translation>kein Name, kein Container</translation>
  </message>
  <message>
   <source>no container uses it</source>
   <translation>kein Container benutzt es</translation>
  </message>
  <message>
   <source>Remove unused volumes</source>
   <translation>Unbenutzte Datenträger entfernen</translation>
  </message>
  <message>
   <source>No container uses these volumes. The files in those that you tick are lost for good.</source>
   <translation>Kein Container benutzt diese Datenträger. Die Dateien in denen, die Sie ankreuzen, sind endgültig verloren.</translation>
  </message>
  <message>
   <source>%1 is used by %2. Remove the container first.</source>
   <translation>%1 wird von %2 benutzt. Entfernen Sie zuerst den Container.</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <comment>volume, size</comment>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>Remove %1?</source>
   <translation>%1 entfernen?</translation>
  </message>
  <message numerus="yes">
   <source>Remove %n volume(s)?</source>
   <translation>
    <numerusform>%n Datenträger entfernen?</numerusform>
    <numerusform>%n Datenträger entfernen?</numerusform>
   </translation>
  </message>
  <message>
   <source>The files in it are lost for good:</source>
   <translation>Die Dateien darin sind endgültig verloren:</translation>
  </message>
  <message>
   <source>Remove with its files</source>
   <translation>Mit den Dateien entfernen</translation>
  </message>
  <message>
   <source>&amp;Copy name</source>
   <translation>Namen &amp;kopieren</translation>
  </message>
  <message>
   <source>The files in them are lost for good:</source>
   <translation>Die Dateien darin gehen endgültig verloren:</translation>
  </message>
  <message>
   <source>&amp;Export…</source>
   <translation>&amp;Exportieren …</translation>
  </message>
  <message>
   <source>Save all files of the volume as an archive</source>
   <translation>Alle Dateien des Datenträgers als Archiv sichern</translation>
  </message>
  <message>
   <source>Ctrl+S</source>
   <translation>Ctrl+S</translation>
  </message>
  <message>
   <source>&amp;Import…</source>
   <translation>&amp;Importieren …</translation>
  </message>
  <message>
   <source>Put the files of an archive into a volume</source>
   <translation>Die Dateien eines Archivs in einen Datenträger legen</translation>
  </message>
  <message>
   <source>C&amp;lone…</source>
   <translation>K&amp;lonen …</translation>
  </message>
  <message>
   <source>Make a new volume with the same files</source>
   <translation>Einen neuen Datenträger mit denselben Dateien erstellen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::VolumeDetails</name>
  <message>
   <source>Volume</source>
   <translation>Datenträger</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Treiber</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>Auf diesem Computer</translation>
  </message>
  <message>
   <source>Nobody gave it a name: it was made along with a container.</source>
   <translation>Niemand hat ihm einen Namen gegeben: Er entstand mit einem Container.</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>Benutzt von</translation>
  </message>
  <message>
   <source>at %1, %2</source>
   <comment>folder in the container, its state</comment>
   <translation>unter %1, %2</translation>
  </message>
  <message>
   <source>No container uses it.</source>
   <translation>Kein Container benutzt ihn.</translation>
  </message>
  <message>
   <source>Options</source>
   <translation>Optionen</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
  <message>
   <source>Fil&amp;es</source>
   <translation>Date&amp;ien</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::VolumeDialog</name>
  <message>
   <source>New volume</source>
   <translation>Neuer Datenträger</translation>
  </message>
  <message>
   <source>&amp;Make it</source>
   <translation>&amp;Erstellen</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>made up by the engine</source>
   <translation>denkt sich die Engine aus</translation>
  </message>
  <message>
   <source>on disk, kept by the engine</source>
   <translation>auf der Festplatte, von der Engine verwahrt</translation>
  </message>
  <message>
   <source>a folder of this computer</source>
   <translation>in einem Ordner dieses Computers</translation>
  </message>
  <message>
   <source>in memory: gone when it is no longer used</source>
   <translation>im Speicher: weg, wenn ihn niemand mehr benutzt</translation>
  </message>
  <message>
   <source>&amp;Files are</source>
   <translation>&amp;Dateien liegen</translation>
  </message>
  <message>
   <source>F&amp;older</source>
   <translation>&amp;Ordner</translation>
  </message>
  <message>
   <source>At most</source>
   <translation>Höchstens</translation>
  </message>
  <message>
   <source>no limit, or for example 64m</source>
   <translation>keine Grenze, oder etwa 64m</translation>
  </message>
  <message>
   <source>&amp;Labels</source>
   <translation>Eti&amp;ketten</translation>
  </message>
  <message>
   <source>name=value, one a line</source>
   <translation>Name=Wert, je eine Zeile</translation>
  </message>
  <message>
   <source>Write the folder&apos;s whole path; it begins with /.</source>
   <translation>Schreiben Sie den ganzen Pfad des Ordners; er beginnt mit /.</translation>
  </message>
  <message>
   <source>“%1” is not a size; write for example 64m or 2g.</source>
   <translation>„%1“ ist keine Größe; schreiben Sie etwa 64m oder 2g.</translation>
  </message>
  <message>
   <source>The volume cannot be made: %1</source>
   <translation>Der Datenträger kann nicht erstellt werden: %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::VolumesPage</name>
  <message>
   <source>Volumes</source>
   <translation>Datenträger</translation>
  </message>
  <message>
   <source>No volumes</source>
   <translation>Keine Datenträger</translation>
  </message>
  <message>
   <source>A volume keeps files when its container goes. Make one here, or add one under Files when you run a container.</source>
   <translation>Ein Datenträger bewahrt Dateien, wenn sein Container geht. Legen Sie hier einen an, oder unter „Dateien“, wenn Sie einen Container starten.</translation>
  </message>
  <message>
   <source>New volume…</source>
   <translation>Neuer Datenträger …</translation>
  </message>
  <message>
   <source>Drop an archive here to put its files into a volume</source>
   <translation>Ein Archiv hier ablegen, um seine Dateien in einen Datenträger zu legen</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::WireDock</name>
  <message>
   <source>On the wire</source>
   <translation>Auf der Leitung</translation>
  </message>
  <message>
   <source>On the &amp;wire</source>
   <translation>Auf der Leitun&amp;g</translation>
  </message>
  <message>
   <source>Show each request to the engine, and its answer (%1)</source>
   <translation>Jede Anfrage an die Engine und ihre Antwort zeigen (%1)</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::WirePanel</name>
  <message>
   <source>On the wire</source>
   <translation>Auf der Leitung</translation>
  </message>
  <message>
   <source>Nothing has gone over the wire</source>
   <translation>Nichts ging über die Leitung</translation>
  </message>
  <message>
   <source>Click anything in the window: what it asks of the engine, and what the engine answers, stands here.</source>
   <translation>Klicken Sie irgendetwas im Fenster an: Worum es die Engine bittet und was die Engine antwortet, steht dann hier.</translation>
  </message>
  <message>
   <source>What was sent, and what came back</source>
   <translation>Was gesendet wurde, und was zurückkam</translation>
  </message>
  <message>
   <source>Choose a request to see what was sent and what came back. Passwords and other secrets are not kept.</source>
   <translation>Wählen Sie eine Anfrage, um zu sehen, was gesendet wurde und was zurückkam. Passwörter und andere Geheimnisse werden nicht aufbewahrt.</translation>
  </message>
  <message>
   <source>Copy as curl</source>
   <translation>Als curl kopieren</translation>
  </message>
  <message>
   <source>Copy a command line that asks the engine the same (%1)</source>
   <translation>Eine Befehlszeile kopieren, die die Engine um dasselbe bittet (%1)</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Forget what has gone over the wire so far</source>
   <translation>Vergessen, was bisher über die Leitung ging</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::XrayPane</name>
  <message>
   <source>Looking inside…</source>
   <translation>Das Innere wird angesehen …</translation>
  </message>
  <message>
   <source>Layers, the topmost first</source>
   <translation>Schichten, oberste zuerst</translation>
  </message>
  <message>
   <source>where does /etc/passwd come from?</source>
   <translation>woher kommt /etc/passwd?</translation>
  </message>
  <message>
   <source>A file of the container, whose layer is looked for</source>
   <translation>Eine Datei des Containers, deren Schicht gesucht wird</translation>
  </message>
  <message>
   <source>Namespaces, as rooms</source>
   <translation>Namensräume, als Zimmer</translation>
  </message>
  <message>
   <source>Ways of packets to the published ports</source>
   <translation>Wege der Pakete zu den veröffentlichten Ports</translation>
  </message>
  <message>
   <source>Rooms</source>
   <translation>Zimmer</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Grenzen</translation>
  </message>
  <message>
   <source>Way of a packet</source>
   <translation>Weg eines Pakets</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>Show or fold this</source>
   <translation>Dies aus- oder einklappen</translation>
  </message>
  <message>
   <source>X-ray in words</source>
   <translation>X-Ray in Worten</translation>
  </message>
  <message>
   <source>Explanation</source>
   <translation>Erklärung</translation>
  </message>
  <message>
   <source>Lesson</source>
   <translation>Lektion</translation>
  </message>
  <message>
   <source>The container does not run</source>
   <translation>Der Container läuft nicht</translation>
  </message>
  <message>
   <source>There are no processes to look into. Start it, and see what the kernel makes of it.</source>
   <translation>Es gibt keine Prozesse, in die man hineinsehen könnte. Starten, und sehen, was der Kernel daraus macht.</translation>
  </message>
  <message>
   <source>Nothing to see</source>
   <translation>Nichts zu sehen</translation>
  </message>
  <message>
   <source>&amp;Host beside the X-ray</source>
   <translation>&amp;Host neben dem X-Ray</translation>
  </message>
  <message>
   <source>Host beside it</source>
   <translation>Host daneben</translation>
  </message>
  <message>
   <source>Ctrl+H</source>
   <translation>Ctrl+H</translation>
  </message>
  <message>
   <source>Show what the computer itself has in place of each thing</source>
   <translation>Zeigen, was der Rechner selbst an der Stelle von jedem hat</translation>
  </message>
  <message>
   <source>The host is not shown: %1</source>
   <translation>Der Host wird nicht gezeigt: %1</translation>
  </message>
  <message>
   <source>Why the host is not shown</source>
   <translation>Warum der Host nicht gezeigt wird</translation>
  </message>
 </context>
</TS>
