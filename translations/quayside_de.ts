<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
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
  <name>quayside::models::DockerfileFacts</name>
  <message>
   <source>it is larger than a Dockerfile may be</source>
   <translation>es ist größer, als ein Dockerfile sein darf</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EngineChoices</name>
  <message>
   <source>The address is longer than %1 bytes, the most that a socket may have</source>
   <translation>Die Adresse ist länger als %1 Byte, mehr darf ein Socket nicht haben</translation>
  </message>
  <message>
   <source>“%1” is not an address that the window can open; write unix:///path/to/socket</source>
   <translation>„%1“ ist keine Adresse, die das Fenster öffnen kann; schreiben Sie unix:///pfad/zum/socket</translation>
  </message>
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
   <translation>&amp;Ausgabe</translation>
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
  <name>quayside::ui::BuildView</name>
  <message>
   <source>Op&amp;en a shell here</source>
   <translation>Hier eine Sh&amp;ell öffnen</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>A shell in the files as they were after this step; of one that failed, as it left them</source>
   <translation>Eine Shell in den Dateien, wie sie nach diesem Schritt waren; nach einem fehlgeschlagenen, wie er sie hinterließ</translation>
  </message>
  <message>
   <source>Output of the step</source>
   <translation>Ausgabe des Schritts</translation>
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
   <translation>Ä&amp;nderungen</translation>
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
   <translation>weitere Namen in diesem Netz, mit Leerzeichen dazwischen</translation>
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
   <source>Environment</source>
   <translation>Umgebung</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
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
  <name>quayside::ui::EngineMenu</name>
  <message>
   <source>&amp;Other address…</source>
   <translation>&amp;Andere Adresse …</translation>
  </message>
  <message>
   <source>&amp;Forget an address</source>
   <translation>Eine Adresse &amp;vergessen</translation>
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
   <source>Address of its socket on this computer:</source>
   <translation>Adresse ihres Sockets auf diesem Computer:</translation>
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
 </context>
 <context>
  <name>quayside::ui::FactSheet</name>
  <message>
   <source>Open in the browser</source>
   <translation>Im Browser öffnen</translation>
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
   <source>changed</source>
   <translation>geändert</translation>
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
   <source>To the folder above (Backspace)</source>
   <translation>Zum Ordner darüber (Rücktaste)</translation>
  </message>
  <message>
   <source>Download what is selected</source>
   <translation>Das Ausgewählte herunterladen</translation>
  </message>
  <message>
   <source>Upload a file to this folder; or drop files here</source>
   <translation>Eine Datei in diesen Ordner hochladen; oder Dateien hier ablegen</translation>
  </message>
  <message>
   <source>Folder in the container</source>
   <translation>Ordner im Container</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
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
   <source>Modified</source>
   <translation>Geändert</translation>
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
   <source>Download %1</source>
   <translation>%1 herunterladen</translation>
  </message>
  <message>
   <source>Upload to %1</source>
   <translation>Hochladen nach %1</translation>
  </message>
  <message>
   <source>%1 failed: %2</source>
   <translation>%1 ist fehlgeschlagen: %2</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>Since the container was made of its image</source>
   <translation>Seit der Container aus seinem Abbild gemacht wurde</translation>
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
   <translation>&amp;Benennen …</translation>
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
   <translation>Hochl&amp;aden …</translation>
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
  <name>quayside::ui::JsonView</name>
  <message>
   <source>Inspect</source>
   <translation>Rohdaten</translation>
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
   <translation>Neu&amp;start</translation>
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
   <source>Find in log</source>
   <translation>Im Protokoll suchen</translation>
  </message>
  <message>
   <source>Match case</source>
   <translation>Groß- und Kleinschreibung</translation>
  </message>
  <message>
   <source>Tell capital letters from small ones</source>
   <translation>Große Buchstaben von kleinen unterscheiden</translation>
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
  <message numerus="yes">
   <source>%1 · not following · %n new</source>
   <translation>
    <numerusform>%1 · folgt nicht · %n neue</numerusform>
    <numerusform>%1 · folgt nicht · %n neue</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 · not following</source>
   <translation>%1 · folgt nicht</translation>
  </message>
  <message>
   <source>%1 · the container has stopped</source>
   <translation>%1 · der Container ist beendet</translation>
  </message>
  <message>
   <source>%1 · following</source>
   <translation>%1 · folgt</translation>
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
  <message>
   <source>Save the log of %1</source>
   <translation>Das Protokoll von %1 sichern</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2</source>
   <translation>%1 kann nicht geschrieben werden: %2</translation>
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
   <translation>&amp;Liste filtern</translation>
  </message>
  <message>
   <source>Go to the filter</source>
   <translation>Zum Filter gehen</translation>
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
   <translation>&amp;Dunkel</translation>
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
  <message>
   <source>This computer · %1</source>
   <translation>Dieser Computer · %1</translation>
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
   <source>Keys</source>
   <translation>Tasten</translation>
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
   <source>Registr&amp;y</source>
   <translation>Registr&amp;y</translation>
  </message>
  <message>
   <source>&amp;Builds</source>
   <translation>&amp;Builds</translation>
  </message>
  <message>
   <source>&amp;Build</source>
   <translation>Ba&amp;uen</translation>
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
  <message>
   <source>not running</source>
   <translation>läuft nicht</translation>
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
   <translation>&amp;Schnittstelle</translation>
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
   <translation>Adressen &amp;aus</translation>
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
   <translation>&amp;Etiketten</translation>
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
   <translation>&amp;Abbrechen</translation>
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
   <translation>A&amp;nmelden …</translation>
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
   <source>the image names none</source>
   <translation>das Abbild nennt keinen</translation>
  </message>
  <message>
   <source>root</source>
   <translation>root</translation>
  </message>
  <message>
   <source>Port %1 answers at http://%2:%3</source>
   <translation>Port %1 antwortet unter http://%2:%3</translation>
  </message>
  <message>
   <source>“%1” is not a size: write 512m or 2g</source>
   <translation>„%1“ ist keine Größe: Schreiben Sie 512m oder 2g</translation>
  </message>
  <message>
   <source>Create the container and start it</source>
   <translation>Den Container erstellen und starten</translation>
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
   <source>&amp;Basics</source>
   <translation>&amp;Allgemein</translation>
  </message>
  <message>
   <source>&amp;Limits</source>
   <translation>&amp;Grenzen</translation>
  </message>
  <message>
   <source>&amp;Security</source>
   <translation>&amp;Sicherheit</translation>
  </message>
  <message>
   <source>an image of this machine, or paste a docker run line</source>
   <translation>ein Abbild dieses Computers, oder fügen Sie eine docker-run-Zeile ein</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Abbild</translation>
  </message>
  <message>
   <source>the engine finds one</source>
   <translation>die Engine findet einen</translation>
  </message>
  <message>
   <source>the image&apos;s own</source>
   <translation>wie im Abbild</translation>
  </message>
  <message>
   <source>Give it a &amp;terminal (-t)</source>
   <translation>Ein &amp;Terminal geben (-t)</translation>
  </message>
  <message>
   <source>For programs that people talk to, such as a shell</source>
   <translation>Für Programme, mit denen man spricht, etwa eine Shell</translation>
  </message>
  <message>
   <source>Keep its &amp;input open (-i)</source>
   <translation>Seine &amp;Eingabe offen halten (-i)</translation>
  </message>
  <message>
   <source>Remove it when it has en&amp;ded (--rm)</source>
   <translation>Entfernen, wenn er ge&amp;endet hat (--rm)</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>&amp;Abbild</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>C&amp;ommand</source>
   <translation>&amp;Befehl</translation>
  </message>
  <message>
   <source>Folder (-&amp;w)</source>
   <translation>Ordner (-&amp;w)</translation>
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
   <source>no limit</source>
   <translation>keine Grenze</translation>
  </message>
  <message>
   <source>How many processors&apos; worth of time it may use</source>
   <translation>Die Zeit von wie vielen Prozessoren er benutzen darf</translation>
  </message>
  <message>
   <source>the engine&apos;s limit</source>
   <translation>die Grenze der Engine</translation>
  </message>
  <message>
   <source>How many processes and threads it may have</source>
   <translation>Wie viele Prozesse und Threads er haben darf</translation>
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
   <source>&amp;Memory</source>
   <translation>&amp;Speicher</translation>
  </message>
  <message>
   <source>&amp;CPUs</source>
   <translation>&amp;CPUs</translation>
  </message>
  <message>
   <source>&amp;Processes</source>
   <translation>&amp;Prozesse</translation>
  </message>
  <message>
   <source>Start it a&amp;gain</source>
   <translation>Erneut s&amp;tarten</translation>
  </message>
  <message>
   <source>Run a small in&amp;it that tidies up ended processes (--init)</source>
   <translation>Kleines In&amp;it, das beendete Prozesse aufräumt (--init)</translation>
  </message>
  <message>
   <source>bridge (the default)</source>
   <translation>bridge (üblich)</translation>
  </message>
  <message>
   <source>The container may not change its own files (--&amp;read-only)</source>
   <translation>Der Container darf seine Dateien nicht ändern (--&amp;read-only)</translation>
  </message>
  <message>
   <source>for example NET_ADMIN</source>
   <translation>etwa NET_ADMIN</translation>
  </message>
  <message>
   <source>for example ALL</source>
   <translation>etwa ALL</translation>
  </message>
  <message>
   <source>Privileged: hardly any isolation (--pri&amp;vileged)</source>
   <translation>Privilegiert: kaum noch Abschottung (--pri&amp;vileged)</translation>
  </message>
  <message>
   <source>&amp;Network</source>
   <translation>&amp;Netz</translation>
  </message>
  <message>
   <source>&amp;User</source>
   <translation>&amp;Benutzer</translation>
  </message>
  <message>
   <source>&amp;Add capabilities</source>
   <translation>Rechte &amp;hinzufügen</translation>
  </message>
  <message>
   <source>&amp;Drop capabilities</source>
   <translation>Rechte &amp;wegnehmen</translation>
  </message>
  <message>
   <source>The same as a docker run line</source>
   <translation>Dasselbe als docker-run-Zeile</translation>
  </message>
  <message>
   <source>The same as a command</source>
   <translation>Dasselbe als Befehl</translation>
  </message>
  <message>
   <source>Copy the docker run line</source>
   <translation>docker-run-Zeile kopieren</translation>
  </message>
  <message>
   <source>Fill the form from a docker run line in the clipboard</source>
   <translation>Das Formular aus einer docker-run-Zeile der Zwischenablage ausfüllen</translation>
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
   <source>There is no image of this name on this machine: it is pulled from %1 first.</source>
   <translation>Ein Abbild dieses Namens gibt es hier nicht: Es wird zuerst aus %1 geholt.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::StatsPane</name>
  <message>
   <source>%1/s</source>
   <comment>bytes a second</comment>
   <translation>%1/s</translation>
  </message>
  <message>
   <source>%1 %</source>
   <translation>%1 %</translation>
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
   <source> · memory limit %1</source>
   <translation> · Speichergrenze %1</translation>
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
   <translation>&amp;Etiketten</translation>
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
  <name>quayside::ui::BuildDialog</name>
  <message>
   <source>Run every step, whatever is &amp;cached</source>
   <translation>Jeden S&amp;chritt ausführen, was immer im Cache ist</translation>
  </message>
  <message>
   <source>Look for &amp;newer base images</source>
   <translation>Nach &amp;neueren Basisabbildern sehen</translation>
  </message>
  <message>
   <source>Build an image</source>
   <translation>Ein Abbild bauen</translation>
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
   <source>NAME=value, one a line</source>
   <translation>NAME=Wert, eines je Zeile</translation>
  </message>
  <message>
   <source>&amp;Folder</source>
   <translation>&amp;Ordner</translation>
  </message>
  <message>
   <source>&amp;Dockerfile</source>
   <translation>&amp;Dockerfile</translation>
  </message>
  <message>
   <source>Na&amp;me</source>
   <translation>Na&amp;me</translation>
  </message>
  <message>
   <source>&amp;Target</source>
   <translation>&amp;Ziel</translation>
  </message>
  <message>
   <source>&amp;Arguments</source>
   <translation>&amp;Argumente</translation>
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
   <source>The folder to build from</source>
   <translation>Der Ordner, aus dem gebaut wird</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>Abbre&amp;chen</translation>
  </message>
  <message>
   <source>“%1” is no argument: write NAME=value.</source>
   <translation>„%1“ ist kein Argument: Schreiben Sie NAME=Wert.</translation>
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
  <message>
   <source>Mo&amp;re</source>
   <translation>Meh&amp;r</translation>
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
   <source>&amp;Labels</source>
   <translation>&amp;Etiketten</translation>
  </message>
  <message>
   <source>Net&amp;work</source>
   <translation>Ne&amp;tz</translation>
  </message>
  <message>
   <source>&amp;Platform</source>
   <translation>&amp;Plattform</translation>
  </message>
  <message>
   <source>from %1</source>
   <translation>aus %1</translation>
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
   <source>“%1” is no label: write name=value.</source>
   <translation>„%1“ ist kein Etikett: Schreiben Sie Name=Wert.</translation>
  </message>
 </context>
</TS>
