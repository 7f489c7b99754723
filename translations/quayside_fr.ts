<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
 <context>
  <name>quayside::client::EngineWords</name>
  <message>
   <source>%1</source>
   <comment>words of the engine</comment>
   <extracomment>Engines speak English. Other languages say whose words these are, as in “the engine says: …”; in English the words stand alone.</extracomment>
   <translation>Le moteur dit : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::client::Endpoint</name>
  <message>
   <source>The address is longer than %1 bytes, the most that a socket may have</source>
   <translation>L’adresse dépasse %1 octets, le maximum pour un socket</translation>
  </message>
  <message>
   <source>“%1” does not name a computer: write ssh://user@host/path/to/socket</source>
   <translation>« %1 » ne nomme pas d’ordinateur : écrivez ssh://utilisateur@hote/chemin/du/socket</translation>
  </message>
  <message>
   <source>An address is no place for a password: leave it out, ssh asks for it</source>
   <translation>Une adresse n’est pas l’endroit pour un mot de passe : enlevez-le, ssh le demandera</translation>
  </message>
  <message>
   <source>The socket&apos;s path has a colon, which ssh cannot forward</source>
   <translation>Le chemin du socket contient deux-points, que ssh ne peut pas transmettre</translation>
  </message>
  <message>
   <source>“%1” does not name a computer: write tcp://host:2376</source>
   <translation>« %1 » ne nomme pas d’ordinateur : écrivez tcp://hote:2376</translation>
  </message>
  <message>
   <source>The way to %1 would not be encrypted, and whoever listens in could rule that computer: name the folder of the certificates, or use ssh://</source>
   <translation>La connexion à %1 ne serait pas chiffrée, et quiconque écoute pourrait commander cet ordinateur : indiquez le dossier des certificats, ou utilisez ssh://</translation>
  </message>
  <message>
   <source>“%1” is not an address that the window can open; write unix:///path/to/socket, ssh://user@host or tcp://host:2376</source>
   <translation>« %1 » n’est pas une adresse que la fenêtre peut ouvrir ; écrivez unix:///chemin/du/socket, ssh://utilisateur@hote ou tcp://hote:2376</translation>
  </message>
  <message>
   <source>The program ssh is not there: install the ssh client (openssh-client)</source>
   <translation>Le programme ssh est absent : installez le client ssh (openssh-client)</translation>
  </message>
  <message>
   <source>The host key of %1 is not the one that is known: another computer may answer in its place. If it was set up anew: ssh-keygen -R %1</source>
   <translation>La clé d’hôte de %1 n’est pas celle qui est connue : un autre ordinateur répond peut-être à sa place. S’il a été réinstallé : ssh-keygen -R %1</translation>
  </message>
  <message>
   <source>The host key of %1 is not known yet: log in once in a terminal (ssh %2), compare the key and say yes</source>
   <translation>La clé d’hôte de %1 n’est pas encore connue : connectez-vous une fois dans un terminal (ssh %2), comparez la clé et acceptez-la</translation>
  </message>
  <message>
   <source>%1 does not let you in: your key must be known there (ssh-copy-id %1) and be in the ssh agent (ssh-add)</source>
   <translation>%1 ne vous laisse pas entrer : votre clé doit y être connue (ssh-copy-id %1) et se trouver dans l’agent ssh (ssh-add)</translation>
  </message>
  <message>
   <source>No computer is called %1</source>
   <translation>Aucun ordinateur ne s’appelle %1</translation>
  </message>
  <message>
   <source>The ssh server of %1 forwards no sockets (AllowStreamLocalForwarding)</source>
   <translation>Le serveur ssh de %1 ne transmet pas les sockets (AllowStreamLocalForwarding)</translation>
  </message>
  <message>
   <source>No engine answers on %1 at %2, or %3 may not use its socket</source>
   <translation>Aucun moteur ne répond sur %1 à %2, ou %3 n’a pas accès à son socket</translation>
  </message>
  <message>
   <source>the user there</source>
   <translation>l’utilisateur là-bas</translation>
  </message>
  <message>
   <source>The connection to %1 has ended</source>
   <translation>La connexion à %1 s’est terminée</translation>
  </message>
  <message>
   <source>No way to %1: %2</source>
   <translation>Pas d’accès à %1 : %2</translation>
  </message>
  <message>
   <source>The certificate file %1 cannot be read: %2</source>
   <translation>Impossible de lire le fichier de certificat %1 : %2</translation>
  </message>
  <message>
   <source>%1 holds no private key that can be used without a password</source>
   <translation>%1 ne contient pas de clé privée utilisable sans mot de passe</translation>
  </message>
  <message>
   <source>The certificate that %1 shows is made out to another name (%2): this may be another computer</source>
   <translation>Le certificat que présente %1 est établi pour un autre nom (%2) : c’est peut-être un autre ordinateur</translation>
  </message>
  <message>
   <source>The certificate of %1 has expired on %2</source>
   <translation>Le certificat de %1 a expiré le %2</translation>
  </message>
  <message>
   <source>The certificate of %1 is not valid yet: is this computer&apos;s clock right?</source>
   <translation>Le certificat de %1 n’est pas encore valable : l’horloge de cet ordinateur est-elle à l’heure ?</translation>
  </message>
  <message>
   <source>The certificate of %1 is not signed by the authority in %2</source>
   <translation>Le certificat de %1 n’est pas signé par l’autorité dans %2</translation>
  </message>
  <message>
   <source>The certificate of %1 is not believed: %2</source>
   <translation>Le certificat de %1 n’est pas accepté : %2</translation>
  </message>
  <message>
   <source>%1 holds no certificate</source>
   <translation>%1 ne contient pas de certificat</translation>
  </message>
  <message>
   <source>Qt has no TLS on this computer: install OpenSSL</source>
   <translation>Qt n’a pas de TLS sur cet ordinateur : installez OpenSSL</translation>
  </message>
  <message>
   <source>%1 does not accept the certificates in %2: %3</source>
   <translation>%1 refuse les certificats de %2 : %3</translation>
  </message>
  <message>
   <source>%1 hung up before the connection was secured: is TLS spoken there?</source>
   <translation>%1 a raccroché avant que la connexion soit sécurisée : y parle-t-on TLS ?</translation>
  </message>
  <message>
   <source>No engine answers at %1: %2</source>
   <translation>Aucun moteur ne répond sur %1 : %2</translation>
  </message>
  <message>
   <source>%1 hung up without an answer; perhaps it does not accept the certificates in %2</source>
   <translation>%1 a raccroché sans répondre ; peut-être n’accepte-t-il pas les certificats de %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::client::Exchange</name>
  <message>
   <source>the engine answered with status %1</source>
   <translation>le moteur a répondu avec le statut %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BaseImageOperation</name>
  <message>
   <source>Base image %1</source>
   <translation>Image de base %1</translation>
  </message>
  <message>
   <source>Asking the engine</source>
   <translation>Interrogation du moteur</translation>
  </message>
  <message>
   <source>%1 is ready</source>
   <translation>%1 est prête</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BoundedBuffer</name>
  <message>
   <source>it is larger than %1</source>
   <translation>il dépasse %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BuildFacts</name>
  <message>
   <source>the instruction is new or has changed</source>
   <translation>l’instruction est nouvelle ou a changé</translation>
  </message>
  <message>
   <source>line %1, which it is built upon, is not as it was</source>
   <translation>la ligne %1, sur laquelle elle repose, n’est plus la même</translation>
  </message>
  <message>
   <source>%1 has another value</source>
   <translation>%1 a une autre valeur</translation>
  </message>
  <message>
   <source>the stage that ends in line %1, from which it takes files, is not as it was</source>
   <translation>la phase qui finit à la ligne %1, dont elle prend des fichiers, n’est plus la même</translation>
  </message>
  <message>
   <source>%1 was written since</source>
   <translation>%1 a été modifié depuis</translation>
  </message>
  <message>
   <source>%1 is another image now</source>
   <translation>%1 est maintenant une autre image</translation>
  </message>
  <message>
   <source>it stands behind another instruction than before</source>
   <translation>elle suit une autre instruction qu’avant</translation>
  </message>
  <message>
   <source>The next build takes it from the cache.</source>
   <translation>La prochaine construction la prendra dans le cache.</translation>
  </message>
  <message>
   <source>The next build runs it again: %1.</source>
   <translation>La prochaine construction l’exécutera à nouveau : %1.</translation>
  </message>
  <message>
   <source>The next build runs it again unless its files turn out to be the same: %1.</source>
   <translation>La prochaine construction l’exécutera à nouveau, sauf si ses fichiers sont restés les mêmes : %1.</translation>
  </message>
  <message numerus="yes">
   <source>%1 and %n more</source>
   <translation>
    <numerusform>%1 et %n autre</numerusform>
    <numerusform>%1 et %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 of the base image stay in it though this removes or replaces them: %2. A smaller base image, or one that lacks them, saves these bytes.</source>
   <translation>%1 de l’image de base y restent, bien que ceci les supprime ou les remplace : %2. Une image de base plus petite, ou qui ne les contient pas, économise ces octets.</translation>
  </message>
  <message>
   <source>%1 that line %2 wrote stay in the image though this removes or replaces them: %3.</source>
   <translation>%1 écrits par la ligne %2 restent dans l’image, bien que ceci les supprime ou les remplace : %3.</translation>
  </message>
  <message>
   <source>RUN --mount=type=bind uses files without copying them, and COPY --chown and --chmod set owner and mode at once.</source>
   <translation>RUN --mount=type=bind utilise des fichiers sans les copier ; COPY --chown et --chmod fixent aussitôt le propriétaire et les droits.</translation>
  </message>
  <message>
   <source>Do both in one RUN, so that they are in no layer.</source>
   <translation>Faites les deux dans un seul RUN, pour qu’ils ne soient dans aucune couche.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BuildModel</name>
  <message>
   <source>running</source>
   <translation>en cours</translation>
  </message>
  <message>
   <source>done</source>
   <translation>terminée</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>échec</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>annulée</translation>
  </message>
  <message>
   <source>interrupted</source>
   <translation>interrompue</translation>
  </message>
  <message>
   <source>%1 s</source>
   <translation>%1 s</translation>
  </message>
  <message>
   <source>a folder of this computer</source>
   <translation>un dossier de cet ordinateur</translation>
  </message>
  <message>
   <source>files that were sent</source>
   <translation>des fichiers envoyés</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Démarrage</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Étapes</translation>
  </message>
  <message>
   <source>%1, %2 cached</source>
   <translation>%1, dont %2 du cache</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
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
   <translation>Construction de %1</translation>
  </message>
  <message>
   <source>The folder %1 cannot be read: %2</source>
   <translation>Impossible de lire le dossier %1 : %2</translation>
  </message>
  <message>
   <source>Asking the engine</source>
   <translation>Interrogation du moteur</translation>
  </message>
  <message>
   <source>Step %1 of %2: %3</source>
   <translation>Étape %1 sur %2 : %3</translation>
  </message>
  <message>
   <source>Image %1 is built</source>
   <translation>L’image %1 est construite</translation>
  </message>
  <message>
   <source>%1 is built</source>
   <translation>%1 : construction terminée</translation>
  </message>
  <message>
   <source>Without the login of %1: %2</source>
   <translation>Sans les identifiants de %1 : %2</translation>
  </message>
  <message>
   <source>The file %1 of the secret %2 cannot be read: %3</source>
   <translation>Impossible de lire le fichier %1 du secret %2 : %3</translation>
  </message>
  <message>
   <source>it is no file</source>
   <translation>ce n’est pas un fichier</translation>
  </message>
  <message>
   <source>it does not exist</source>
   <translation>il n’existe pas</translation>
  </message>
  <message>
   <source>The file %1 of the secret %2 is larger than %3, which is the most that a secret can be</source>
   <translation>Le fichier %1 du secret %2 dépasse %3, le maximum pour un secret</translation>
  </message>
  <message>
   <source>The secret %1 cannot be handed over: %2</source>
   <translation>Impossible de transmettre le secret %1 : %2</translation>
  </message>
  <message>
   <source>The ssh agent cannot be handed over: %1</source>
   <translation>Impossible de transmettre l’agent ssh : %1</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::BuildSteps</name>
  <message>
   <source>running</source>
   <translation>en cours</translation>
  </message>
  <message>
   <source>done</source>
   <translation>finie</translation>
  </message>
  <message>
   <source>from the cache</source>
   <translation>du cache</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>échec</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>annulée</translation>
  </message>
  <message>
   <source>%1 s</source>
   <translation>%1 s</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Étape</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>It ended with code %1.</source>
   <translation>Elle s’est terminée avec le code %1.</translation>
  </message>
  <message>
   <source>Run again: %1.</source>
   <translation>Exécutée à nouveau : %1.</translation>
  </message>
  <message>
   <source>Nothing that goes into it has changed: what it made before was taken.</source>
   <translation>Rien de ce qui y entre n’a changé : le résultat précédent a été repris.</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>en attente</translation>
  </message>
  <message>
   <source>%1
Line %2</source>
   <translation>%1
Ligne %2</translation>
  </message>
  <message>
   <source>%1
Lines %2 to %3</source>
   <translation>%1
Lignes %2 à %3</translation>
  </message>
  <message>
   <source>%1 bytes</source>
   <translation>%1 octets</translation>
  </message>
  <message>
   <source>Step %1, %2: %3</source>
   <translation>Étape %1, %2 : %3</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>Phase</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Capabilities</name>
  <message>
   <source>Give files to any user and group.</source>
   <translation>Donner des fichiers à n’importe quel utilisateur et groupe.</translation>
  </message>
  <message>
   <source>Read, write and run any file, whatever its permissions say.</source>
   <translation>Lire, écrire et exécuter n’importe quel fichier, quelles que soient ses permissions.</translation>
  </message>
  <message>
   <source>Read any file and folder, and open files by their handle: a way out of containers.</source>
   <translation>Lire n’importe quel fichier et dossier, et ouvrir des fichiers par leur handle : une issue hors des conteneurs.</translation>
  </message>
  <message>
   <source>Change the mode, times and attributes of files that belong to others.</source>
   <translation>Changer le mode, les dates et les attributs de fichiers qui appartiennent à d’autres.</translation>
  </message>
  <message>
   <source>Keep the set-user-id bit when a file is changed.</source>
   <translation>Garder le bit set-user-id quand un fichier est modifié.</translation>
  </message>
  <message>
   <source>Send signals to processes of other users.</source>
   <translation>Envoyer des signaux aux processus d’autres utilisateurs.</translation>
  </message>
  <message>
   <source>Become any group, and choose supplementary groups.</source>
   <translation>Devenir n’importe quel groupe, et choisir des groupes supplémentaires.</translation>
  </message>
  <message>
   <source>Become any user: what su and login need.</source>
   <translation>Devenir n’importe quel utilisateur : ce dont su et login ont besoin.</translation>
  </message>
  <message>
   <source>Give up capabilities for good, and hand own ones on.</source>
   <translation>Renoncer à des capacités pour de bon, et transmettre les siennes.</translation>
  </message>
  <message>
   <source>Make files unchangeable, or changeable again.</source>
   <translation>Rendre des fichiers immuables, ou de nouveau modifiables.</translation>
  </message>
  <message>
   <source>Listen at ports below 1024, such as 80.</source>
   <translation>Écouter sur des ports inférieurs à 1024, comme 80.</translation>
  </message>
  <message>
   <source>Nothing in today&apos;s kernels: it was kept for broadcasts.</source>
   <translation>Rien dans les noyaux d’aujourd’hui : elle était gardée pour la diffusion (broadcast).</translation>
  </message>
  <message>
   <source>Change addresses, routes and firewall rules of its network.</source>
   <translation>Changer les adresses, les routes et les règles de pare-feu de son réseau.</translation>
  </message>
  <message>
   <source>Send packets that it makes itself: what ping needs, and what spoofs addresses.</source>
   <translation>Envoyer des paquets de sa propre fabrication : ce dont ping a besoin, et ce qui sert à usurper des adresses.</translation>
  </message>
  <message>
   <source>Lock memory, so that it is never swapped out.</source>
   <translation>Verrouiller de la mémoire, pour qu’elle n’aille jamais dans le swap.</translation>
  </message>
  <message>
   <source>Use shared memory and queues that belong to others.</source>
   <translation>Utiliser la mémoire partagée et les files qui appartiennent à d’autres.</translation>
  </message>
  <message>
   <source>Load code into the kernel: whoever may do that owns the machine.</source>
   <translation>Charger du code dans le noyau : qui le peut possède la machine.</translation>
  </message>
  <message>
   <source>Reach the machine&apos;s ports and memory directly.</source>
   <translation>Atteindre directement les ports d’entrée-sortie et la mémoire de la machine.</translation>
  </message>
  <message>
   <source>Call chroot, and enter other mount namespaces.</source>
   <translation>Appeler chroot, et entrer dans d’autres espaces de noms de montage.</translation>
  </message>
  <message>
   <source>Look into and change any process that it sees, as debuggers do.</source>
   <translation>Examiner et modifier tout processus visible, comme le font les débogueurs.</translation>
  </message>
  <message>
   <source>Switch the kernel&apos;s accounting of processes on and off.</source>
   <translation>Activer et désactiver la comptabilité des processus du noyau.</translation>
  </message>
  <message>
   <source>Mount, make namespaces, and a hundred other things: nearly root.</source>
   <translation>Monter, créer des espaces de noms, et cent autres choses : presque root.</translation>
  </message>
  <message>
   <source>Restart the machine, or load another kernel.</source>
   <translation>Redémarrer la machine, ou charger un autre noyau.</translation>
  </message>
  <message>
   <source>Take precedence over other processes, and choose their processors.</source>
   <translation>Passer avant d’autres processus, et choisir leurs processeurs.</translation>
  </message>
  <message>
   <source>Go beyond limits and quotas.</source>
   <translation>Dépasser les limites et les quotas.</translation>
  </message>
  <message>
   <source>Set the machine&apos;s clock, which all containers share.</source>
   <translation>Régler l’horloge de la machine, que tous les conteneurs partagent.</translation>
  </message>
  <message>
   <source>Hang terminals up and set them up.</source>
   <translation>Raccrocher des terminaux et les configurer.</translation>
  </message>
  <message>
   <source>Make device files; which of them may be used is decided by the cgroup.</source>
   <translation>Créer des fichiers de périphérique ; le cgroup décide lesquels peuvent être utilisés.</translation>
  </message>
  <message>
   <source>Be told before somebody else opens a file.</source>
   <translation>Être averti avant que quelqu’un d’autre ouvre un fichier.</translation>
  </message>
  <message>
   <source>Write to the kernel&apos;s audit log.</source>
   <translation>Écrire dans le journal d’audit du noyau.</translation>
  </message>
  <message>
   <source>Decide what the kernel&apos;s audit log records.</source>
   <translation>Décider ce que consigne le journal d’audit du noyau.</translation>
  </message>
  <message>
   <source>Give files capabilities, which whoever runs them gets.</source>
   <translation>Donner à des fichiers des capacités, que reçoit quiconque les exécute.</translation>
  </message>
  <message>
   <source>Pass by the rules of Smack.</source>
   <translation>Passer outre les règles de Smack.</translation>
  </message>
  <message>
   <source>Change the rules of Smack and AppArmor.</source>
   <translation>Changer les règles de Smack et d’AppArmor.</translation>
  </message>
  <message>
   <source>Read the kernel&apos;s log, and addresses inside the kernel.</source>
   <translation>Lire le journal du noyau, et des adresses à l’intérieur du noyau.</translation>
  </message>
  <message>
   <source>Wake the machine from sleep.</source>
   <translation>Sortir la machine de veille.</translation>
  </message>
  <message>
   <source>Keep the machine from going to sleep.</source>
   <translation>Empêcher la machine de se mettre en veille.</translation>
  </message>
  <message>
   <source>Read the kernel&apos;s audit log as it is written.</source>
   <translation>Lire le journal d’audit du noyau à mesure qu’il s’écrit.</translation>
  </message>
  <message>
   <source>Measure and trace the whole machine.</source>
   <translation>Mesurer et tracer toute la machine.</translation>
  </message>
  <message>
   <source>Load programs that run inside the kernel.</source>
   <translation>Charger des programmes qui s’exécutent dans le noyau.</translation>
  </message>
  <message>
   <source>Save running processes and bring them back.</source>
   <translation>Enregistrer des processus actifs et les ramener.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::CardModel</name>
  <message>
   <source>line %1</source>
   <translation>ligne %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::CardText</name>
  <message>
   <source>disabled</source>
   <translation>désactivée</translation>
  </message>
  <message>
   <source>all files</source>
   <translation>tous les fichiers</translation>
  </message>
  <message>
   <source>a text written here</source>
   <translation>un texte écrit ici</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>rien</translation>
  </message>
  <message>
   <source>Start “%1” from %2</source>
   <translation>Commencer « %1 » à partir de %2</translation>
  </message>
  <message>
   <source>Start from %1</source>
   <translation>Commencer à partir de %1</translation>
  </message>
  <message>
   <source>Run %1</source>
   <translation>Exécuter %1</translation>
  </message>
  <message>
   <source>When started: %1</source>
   <translation>Au démarrage : %1</translation>
  </message>
  <message>
   <source>Always start with: %1</source>
   <translation>Toujours démarrer par : %1</translation>
  </message>
  <message>
   <source>Label %1</source>
   <translation>Étiquette %1</translation>
  </message>
  <message>
   <source>Written by %1</source>
   <translation>Écrit par %1</translation>
  </message>
  <message>
   <source>Listens on port %1</source>
   <translation>Écoute sur le port %1</translation>
  </message>
  <message>
   <source>Set %1</source>
   <translation>Définir %1</translation>
  </message>
  <message>
   <source>Add %1 to %2</source>
   <translation>Ajouter %1 dans %2</translation>
  </message>
  <message>
   <source>the working folder</source>
   <translation>le dossier de travail</translation>
  </message>
  <message>
   <source>Copy %1 from %2 to %3</source>
   <translation>Copier %1 de %2 vers %3</translation>
  </message>
  <message>
   <source>Copy %1 to %2</source>
   <translation>Copier %1 vers %2</translation>
  </message>
  <message>
   <source>Keep %1 in a volume</source>
   <translation>Conserver %1 dans un volume</translation>
  </message>
  <message>
   <source>Go on as user %1</source>
   <translation>Continuer en tant que %1</translation>
  </message>
  <message>
   <source>Work in %1</source>
   <translation>Travailler dans %1</translation>
  </message>
  <message>
   <source>%1 (else %2)</source>
   <translation>%1 (sinon %2)</translation>
  </message>
  <message>
   <source>Ask for %1</source>
   <translation>Demander %1</translation>
  </message>
  <message>
   <source>In images built on this: %1</source>
   <translation>Dans les images basées sur celle-ci : %1</translation>
  </message>
  <message>
   <source>Stop with %1</source>
   <translation>Arrêter avec %1</translation>
  </message>
  <message>
   <source>Do not check its health</source>
   <translation>Ne pas contrôler sa santé</translation>
  </message>
  <message>
   <source>Healthy while this works: %1</source>
   <translation>Sain tant que ceci réussit : %1</translation>
  </message>
  <message>
   <source>Commands go to %1</source>
   <translation>Les commandes vont à %1</translation>
  </message>
  <message>
   <source>Base image</source>
   <translation>Image de base</translation>
  </message>
  <message>
   <source>Begins a stage with all files of another image, such as debian or python.</source>
   <translation>Commence une phase avec tous les fichiers d’une autre image, comme debian ou python.</translation>
  </message>
  <message>
   <source>Working folder</source>
   <translation>Dossier de travail</translation>
  </message>
  <message>
   <source>The folder in which what follows is done; it is made where it is missing.</source>
   <translation>Le dossier où se fait tout ce qui suit ; il est créé s’il manque.</translation>
  </message>
  <message>
   <source>Copy files</source>
   <translation>Copier des fichiers</translation>
  </message>
  <message>
   <source>Puts files of your project, or of another stage, into the image.</source>
   <translation>Met dans l’image des fichiers de votre projet ou d’une autre phase.</translation>
  </message>
  <message>
   <source>Run a command</source>
   <translation>Exécuter une commande</translation>
  </message>
  <message>
   <source>Runs a command while the image is built and keeps what it changes.</source>
   <translation>Exécute une commande pendant la construction de l’image et garde ce qu’elle change.</translation>
  </message>
  <message>
   <source>Variable</source>
   <translation>Variable</translation>
  </message>
  <message>
   <source>Sets an environment variable, here and in every container.</source>
   <translation>Définit une variable d’environnement, ici et dans chaque conteneur.</translation>
  </message>
  <message>
   <source>Argument of the build</source>
   <translation>Argument de construction</translation>
  </message>
  <message>
   <source>A value that can be given when it is built, such as a version.</source>
   <translation>Une valeur que l’on peut donner à la construction, par exemple une version.</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Says on which port the program listens; it is opened when a container is run.</source>
   <translation>Indique le port sur lequel le programme écoute ; il est ouvert quand un conteneur est lancé.</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Utilisateur</translation>
  </message>
  <message>
   <source>Who runs the commands that follow, and the program: safer than root.</source>
   <translation>Qui exécute les commandes suivantes et le programme : plus sûr que root.</translation>
  </message>
  <message>
   <source>What to start</source>
   <translation>À démarrer</translation>
  </message>
  <message>
   <source>The program that a container of this image starts, unless it is told another one.</source>
   <translation>Le programme que démarre un conteneur de cette image, à moins qu’on en demande un autre.</translation>
  </message>
  <message>
   <source>What to start always</source>
   <translation>À toujours démarrer</translation>
  </message>
  <message>
   <source>The program that always starts; the other command becomes its arguments.</source>
   <translation>Le programme qui démarre toujours ; l’autre commande devient ses arguments.</translation>
  </message>
  <message>
   <source>Health check</source>
   <translation>Contrôle de santé</translation>
  </message>
  <message>
   <source>A command that says now and then whether the program still works.</source>
   <translation>Une commande qui dit de temps en temps si le programme fonctionne encore.</translation>
  </message>
  <message>
   <source>Folder to keep</source>
   <translation>Dossier à conserver</translation>
  </message>
  <message>
   <source>A folder whose files outlive the container, in a volume.</source>
   <translation>Un dossier dont les fichiers survivent au conteneur, dans un volume.</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>A note on the image: its title, its licence …</source>
   <translation>Une note sur l’image : son titre, sa licence…</translation>
  </message>
  <message>
   <source>Fetch or unpack</source>
   <translation>Télécharger ou extraire</translation>
  </message>
  <message>
   <source>As copying, and it fetches addresses and unpacks archives.</source>
   <translation>Comme une copie, mais télécharge les adresses et extrait les archives.</translation>
  </message>
  <message>
   <source>Shell</source>
   <translation>Shell</translation>
  </message>
  <message>
   <source>The shell that reads the commands that follow.</source>
   <translation>Le shell qui lit les commandes suivantes.</translation>
  </message>
  <message>
   <source>Stop signal</source>
   <translation>Signal d’arrêt</translation>
  </message>
  <message>
   <source>The signal that asks the program to end.</source>
   <translation>Le signal qui demande au programme de se terminer.</translation>
  </message>
  <message>
   <source>For later builds</source>
   <translation>Pour plus tard</translation>
  </message>
  <message>
   <source>An instruction that is done when another image is built on this one.</source>
   <translation>Une instruction exécutée quand une autre image est construite sur celle-ci.</translation>
  </message>
  <message>
   <source>Author</source>
   <translation>Auteur</translation>
  </message>
  <message>
   <source>Who wrote it; a label is used today.</source>
   <translation>Qui l’a écrit ; on utilise aujourd’hui une étiquette.</translation>
  </message>
  <message>
   <source>Cannot be read</source>
   <translation>Illisible</translation>
  </message>
  <message>
   <source>The file would read differently after that, because of what stands there: a comment that the builder obeys, or a line that goes on in the next one. Make the change in the text.</source>
   <translation>Le fichier se lirait ensuite autrement, à cause de ce qui s’y trouve : un commentaire auquel le constructeur obéit, ou une ligne qui continue sur la suivante. Faites la modification dans le texte.</translation>
  </message>
  <message>
   <source>This is no instruction: %1.</source>
   <translation>Ce n’est pas une instruction : %1.</translation>
  </message>
  <message>
   <source>It stands there already.</source>
   <translation>Elle y est déjà.</translation>
  </message>
  <message>
   <source>This cannot be read as an instruction, so that it could not be enabled again. Mend it in the text first.</source>
   <translation>Cela ne se lit pas comme une instruction, et ne pourrait donc pas être réactivé. Corrigez-le d’abord dans le texte.</translation>
  </message>
  <message>
   <source>FROM begins a stage: without it, what follows would belong to the stage above. Remove the stage, or disable its instructions.</source>
   <translation>FROM commence une phase : sans lui, ce qui suit appartiendrait à la phase au-dessus. Supprimez la phase, ou désactivez ses instructions.</translation>
  </message>
  <message>
   <source>“%1” cannot be written there in a Dockerfile: no quotes could hold it.</source>
   <translation>« %1 » ne peut pas s’écrire à cet endroit d’un Dockerfile : aucun guillemet ne pourrait l’entourer.</translation>
  </message>
  <message>
   <source>%1 has no field of that name.</source>
   <translation>%1 n’a pas de champ de ce nom.</translation>
  </message>
  <message>
   <source>A line break cannot be written there in a Dockerfile.</source>
   <translation>Un saut de ligne ne peut pas s’écrire à cet endroit d’un Dockerfile.</translation>
  </message>
  <message>
   <source>At least one file or folder has to be copied.</source>
   <translation>Il faut copier au moins un fichier ou un dossier.</translation>
  </message>
  <message>
   <source>There can be no white space in it.</source>
   <translation>Il ne peut pas contenir d’espace.</translation>
  </message>
  <message>
   <source>“%1” has to be of the form name=value.</source>
   <translation>« %1 » doit avoir la forme nom=valeur.</translation>
  </message>
  <message>
   <source>%1 needs one at least. Remove the card where it shall have none.</source>
   <translation>%1 en demande au moins un. Supprimez la carte s’il n’en faut aucun.</translation>
  </message>
  <message>
   <source>%1 needs a command.</source>
   <translation>%1 demande une commande.</translation>
  </message>
  <message>
   <source>The last line of a command cannot be a comment: what follows in the file would be taken for its next line.</source>
   <translation>La dernière ligne d’une commande ne peut pas être un commentaire : la suite du fichier serait prise pour sa ligne suivante.</translation>
  </message>
  <message>
   <source>This cannot be written there: the instructions below would read differently.</source>
   <translation>Cela ne peut pas s’écrire ici : les instructions plus bas se liraient autrement.</translation>
  </message>
  <message>
   <source>This cannot be written there: %1.</source>
   <translation>Cela ne peut pas s’écrire ici : %1.</translation>
  </message>
  <message>
   <source>This cannot be written there: it would be read as something else.</source>
   <translation>Cela ne peut pas s’écrire ici : ce serait lu comme autre chose.</translation>
  </message>
  <message>
   <source>Line %1 uses this stage by its name: change it there first.</source>
   <translation>La ligne %1 utilise cette phase par son nom : changez-le d’abord là-bas.</translation>
  </message>
  <message>
   <source>The stage “%1” cannot be made of itself</source>
   <translation>La phase « %1 » ne peut pas partir d’elle-même</translation>
  </message>
  <message>
   <source>The stage “%1” is made only below</source>
   <translation>La phase « %1 » n’est faite que plus bas</translation>
  </message>
  <message>
   <source>There is no stage number %1</source>
   <translation>Il n’y a pas de phase numéro %1</translation>
  </message>
  <message>
   <source>“%1” would belong to another stage: %2.</source>
   <translation>« %1 » appartiendrait à une autre phase : %2.</translation>
  </message>
  <message>
   <source>“%1” would stand above the first FROM, where only ARG may: the file could not be built.</source>
   <translation>« %1 » se trouverait avant le premier FROM, où seul ARG est permis : le fichier ne pourrait pas être construit.</translation>
  </message>
  <message>
   <source>“%1” would need the stage “%2”, which is made only below it.</source>
   <translation>« %1 » aurait besoin de la phase « %2 », qui n’est faite que plus bas.</translation>
  </message>
  <message>
   <source>“%1” would mean another stage by “%2”: %3.</source>
   <translation>« %1 » désignerait une autre phase par « %2 » : %3.</translation>
  </message>
  <message>
   <source>“%1” uses %2, which would not be set there yet.</source>
   <translation>« %1 » utilise %2, qui n’y serait pas encore défini.</translation>
  </message>
  <message>
   <source>“%1” would have no effect any more: a later one replaces it.</source>
   <translation>« %1 » n’aurait plus d’effet : une instruction suivante le remplace.</translation>
  </message>
  <message>
   <source>“%1” would come after the source files: everything below them runs again whenever a source file changes.</source>
   <translation>« %1 » viendrait après les fichiers sources : tout ce qui suit est exécuté à nouveau dès qu’un fichier source change.</translation>
  </message>
  <message>
   <source>“%1” would be run as the user of the base image, mostly root.</source>
   <translation>« %1 » serait exécuté par l’utilisateur de l’image de base, en général root.</translation>
  </message>
  <message>
   <source>“%1” would be run as the user %2.</source>
   <translation>« %1 » serait exécuté par l’utilisateur %2.</translation>
  </message>
  <message>
   <source>“%1” would be done in the working folder of the base image.</source>
   <translation>« %1 » se ferait dans le dossier de travail de l’image de base.</translation>
  </message>
  <message>
   <source>“%1” would be done in the folder %2.</source>
   <translation>« %1 » se ferait dans le dossier %2.</translation>
  </message>
  <message>
   <source>“%1” would be read by another shell.</source>
   <translation>« %1 » serait lu par un autre shell.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Checker</name>
  <message>
   <source>The engine has not answered yet.</source>
   <translation>Le moteur n’a pas encore répondu.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::CloneVolumeOperation</name>
  <message>
   <source>Clone %1 as %2</source>
   <translation>Cloner %1 en %2</translation>
  </message>
  <message>
   <source>%1 of %2 copied</source>
   <translation>%1 sur %2 copiés</translation>
  </message>
  <message>
   <source>The volume %1 is ready</source>
   <translation>Le volume %1 est prêt</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::CommitOperation</name>
  <message>
   <source>Make an image of %1</source>
   <translation>Créer une image de %1</translation>
  </message>
  <message>
   <source>The engine copies what the container has changed</source>
   <translation>Le moteur copie ce que le conteneur a changé</translation>
  </message>
  <message>
   <source>The image %1 is ready</source>
   <translation>L’image %1 est prête</translation>
  </message>
  <message>
   <source>%1 is ready</source>
   <translation>%1 est prête</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ConditionCheck</name>
  <message>
   <source>There is no container %1.</source>
   <translation>Il n’y a pas de conteneur %1.</translation>
  </message>
  <message>
   <source>%1 is %2, and must be %3.</source>
   <translation>L’état de %1 est %2, et doit être %3.</translation>
  </message>
  <message>
   <source>%1 has ended with code %2, not with %3.</source>
   <translation>%1 s’est terminé avec le code %2, et non %3.</translation>
  </message>
  <message>
   <source>%1 was killed for lack of memory.</source>
   <translation>%1 a été tué par manque de mémoire.</translation>
  </message>
  <message>
   <source>%1 was not killed for lack of memory.</source>
   <translation>%1 n’a pas été tué par manque de mémoire.</translation>
  </message>
  <message numerus="yes">
   <source>%1 was restarted %n time(s).</source>
   <translation>
    <numerusform>%1 a redémarré %n fois.</numerusform>
    <numerusform>%1 a redémarré %n fois.</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 has ended with code %2.</source>
   <translation>%1 s’est terminé avec le code %2.</translation>
  </message>
  <message>
   <source>%1 is %2.</source>
   <translation>L’état de %1 est %2.</translation>
  </message>
  <message>
   <source>There is no image %1.</source>
   <translation>Il n’y a pas d’image %1.</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>rien</translation>
  </message>
  <message>
   <source>%1 is %2.</source>
   <comment>path, value</comment>
   <translation>%1 vaut %2.</translation>
  </message>
  <message>
   <source>%1 is %2, and must be %3.</source>
   <comment>path, value, wanted</comment>
   <translation>%1 vaut %2 ; attendu : %3.</translation>
  </message>
  <message>
   <source>“%1” ends with code %2, not with %3.</source>
   <translation>« %1 » se termine avec le code %2, et non %3.</translation>
  </message>
  <message>
   <source>“%1” says “%2”.</source>
   <translation>« %1 » dit « %2 ».</translation>
  </message>
  <message>
   <source>“%1” ends with code %2.</source>
   <translation>« %1 » se termine avec le code %2.</translation>
  </message>
  <message numerus="yes">
   <source>%n process(es) in %1 are “%2”.</source>
   <translation>
    <numerusform>%n processus dans %1 s’appelle « %2 ».</numerusform>
    <numerusform>%n processus dans %1 s’appellent « %2 ».</numerusform>
   </translation>
  </message>
  <message>
   <source>The engine has told of it: %1 %2.</source>
   <comment>container die</comment>
   <translation>Le moteur l’a annoncé : %1 %2.</translation>
  </message>
  <message>
   <source>The engine has not told of it yet: %1 %2.</source>
   <comment>container die</comment>
   <translation>Le moteur ne l’a pas encore annoncé : %1 %2.</translation>
  </message>
  <message numerus="yes">
   <source>The image %1 has %n layer(s).</source>
   <translation>
    <numerusform>L’image %1 a %n couche.</numerusform>
    <numerusform>L’image %1 a %n couches.</numerusform>
   </translation>
  </message>
  <message>
   <source>There is a volume %1.</source>
   <translation>Il y a un volume %1.</translation>
  </message>
  <message>
   <source>There is no volume %1.</source>
   <translation>Il n’y a pas de volume %1.</translation>
  </message>
  <message>
   <source>There is a network %1.</source>
   <translation>Il y a un réseau %1.</translation>
  </message>
  <message>
   <source>There is no network %1.</source>
   <translation>Il n’y a pas de réseau %1.</translation>
  </message>
  <message>
   <source>There is no %1 in %2.</source>
   <translation>Il n’y a pas de %1 dans %2.</translation>
  </message>
  <message>
   <source>%1 says “%2”.</source>
   <translation>%1 dit « %2 ».</translation>
  </message>
  <message>
   <source>%1 is there.</source>
   <translation>%1 est là.</translation>
  </message>
  <message>
   <source>Port %1 answers “%2”.</source>
   <translation>Le port %1 répond « %2 ».</translation>
  </message>
  <message>
   <source>Port %1 does not answer: %2.</source>
   <translation>Le port %1 ne répond pas : %2.</translation>
  </message>
  <message>
   <source>A test in %1 says so.</source>
   <translation>Un test dans %1 dit oui.</translation>
  </message>
  <message>
   <source>A test in %1 says no.</source>
   <translation>Un test dans %1 dit non.</translation>
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
depuis %2</translation>
  </message>
  <message>
   <source>port %1 of the container, not published</source>
   <translation>port %1 du conteneur, non publié</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>Ports</source>
   <translation>Ports</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Commande</translation>
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
   <translation>Mémoire</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Disque</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Processus</translation>
  </message>
  <message>
   <source>Pressure</source>
   <translation>Pression</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ContainerRow</name>
  <message>
   <source>unhealthy</source>
   <translation>défaillant</translation>
  </message>
  <message>
   <source>running</source>
   <translation>actif</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>suspendu</translation>
  </message>
  <message>
   <source>restarting</source>
   <translation>redémarrage</translation>
  </message>
  <message>
   <source>created</source>
   <translation>créé</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>échec</translation>
  </message>
  <message>
   <source>exited</source>
   <translation>terminé</translation>
  </message>
  <message>
   <source>being removed</source>
   <translation>suppression en cours</translation>
  </message>
  <message>
   <source>dead</source>
   <translation>mort</translation>
  </message>
  <message>
   <source>healthy</source>
   <translation>sain</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>reason, time</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>%1 for %2</source>
   <comment>state, duration</comment>
   <translation>%1 depuis %2</translation>
  </message>
  <message>
   <source>running, %1</source>
   <comment>health</comment>
   <translation>actif, %1</translation>
  </message>
  <message>
   <source>still starting</source>
   <translation>démarre encore</translation>
  </message>
  <message>
   <source>running for %1, %2</source>
   <comment>duration, health</comment>
   <translation>actif depuis %1, %2</translation>
  </message>
  <message>
   <source>no project</source>
   <translation>sans projet</translation>
  </message>
  <message>
   <source>no image</source>
   <translation>sans image</translation>
  </message>
  <message>
   <source>no network</source>
   <translation>sans réseau</translation>
  </message>
  <message>
   <source>exit %1: stopped</source>
   <translation>code %1 : arrêté</translation>
  </message>
  <message>
   <source>exit %1: did not stop in time, killed</source>
   <translation>code %1 : ne s’est pas arrêté à temps, tué</translation>
  </message>
  <message>
   <source>exit %1: killed by hand</source>
   <translation>code %1 : tué à la main</translation>
  </message>
  <message>
   <source>%1 has handed it over to you, to run it and look into it. Only %1 can change or remove it.</source>
   <translation>%1 vous l’a confié pour le faire tourner et regarder dedans. Seul %1 peut le modifier ou le supprimer.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ContainerUse</name>
  <message>
   <source>%1 %</source>
   <translation>%1 %</translation>
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
   <translation>fichier</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>dossier</translation>
  </message>
  <message>
   <source>link</source>
   <translation>lien</translation>
  </message>
  <message>
   <source>device</source>
   <translation>périphérique</translation>
  </message>
  <message>
   <source>pipe</source>
   <translation>tube</translation>
  </message>
  <message>
   <source>socket</source>
   <translation>socket</translation>
  </message>
  <message>
   <source>added</source>
   <translation>ajouté</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>modifié</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>supprimé</translation>
  </message>
  <message>
   <source>changed inside</source>
   <translation>contenu modifié</translation>
  </message>
  <message>
   <source>There are more: type more of the name.</source>
   <translation>Il y en a d’autres : tapez davantage du nom.</translation>
  </message>
  <message>
   <source>There are more: search for the others.</source>
   <translation>Il y en a d’autres : cherchez-les.</translation>
  </message>
  <message>
   <source>It cannot be read: %1</source>
   <translation>Lecture impossible : %1</translation>
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
%2 %3, couche %4</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>In the first</source>
   <translation>Première</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Changement</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Fichiers</translation>
  </message>
  <message>
   <source>Rights</source>
   <translation>Droits</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Propr.</translation>
  </message>
  <message>
   <source>Modified</source>
   <translation>Modification</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Couche</translation>
  </message>
  <message>
   <source>In the second</source>
   <translation>Seconde</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ContextTree</name>
  <message>
   <source>cannot be read</source>
   <translation>illisible</translation>
  </message>
  <message>
   <source>a socket</source>
   <translation>un socket</translation>
  </message>
  <message>
   <source>%1 (line %2)</source>
   <comment>pattern</comment>
   <translation>%1 (ligne %2)</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2. A build that needs it will fail.</source>
   <translation>Impossible de lire %1 : %2. Une construction qui en a besoin échouera.</translation>
  </message>
  <message>
   <source>%1 is a socket: builds pass over it.</source>
   <translation>%1 est un socket : les constructions l’ignorent.</translation>
  </message>
  <message>
   <source>%1 is neither file nor folder nor link: images hold no devices.</source>
   <translation>%1 n’est ni un fichier, ni un dossier, ni un lien : les images ne contiennent pas de périphériques.</translation>
  </message>
  <message>
   <source>%1 is left out by %2 of %3.</source>
   <translation>%1 est exclu par %2 de %3.</translation>
  </message>
  <message>
   <source>What is in it is not counted.</source>
   <translation>Son contenu n’est pas compté.</translation>
  </message>
  <message numerus="yes">
   <source>A part of %1 is left out: %n file(s) go to the build.</source>
   <translation>
    <numerusform>Une partie de %1 est exclue : %n fichier va à la construction.</numerusform>
    <numerusform>Une partie de %1 est exclue : %n fichiers vont à la construction.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%1: %n file(s).</source>
   <translation>
    <numerusform>%1 : %n fichier.</numerusform>
    <numerusform>%1 : %n fichiers.</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 is included by %2 of %3.</source>
   <translation>%1 est inclus par %2 de %3.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Règle</translation>
  </message>
  <message numerus="yes">
   <source>%n file(s), %1, go to the build</source>
   <translation>
    <numerusform>%n fichier, %1, va à la construction</numerusform>
    <numerusform>%n fichiers, %1, vont à la construction</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>More than %n file(s), %1, go to the build</source>
   <translation>
    <numerusform>Plus de %n fichier, %1, vont à la construction</numerusform>
    <numerusform>Plus de %n fichiers, %1, vont à la construction</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n entry(s) left out</source>
   <translation>
    <numerusform>%n entrée exclue</numerusform>
    <numerusform>%n entrées exclues</numerusform>
   </translation>
  </message>
  <message>
   <source>The folder %1 cannot be read: %2.</source>
   <translation>Impossible de lire le dossier %1 : %2.</translation>
  </message>
  <message>
   <source>Line %1 of %2 is no pattern: %3. Builds fail until it is mended; here nothing is left out.</source>
   <translation>La ligne %1 de %2 n’est pas un motif : %3. Les constructions échouent tant qu’elle n’est pas corrigée ; ici rien n’est exclu.</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2. Builds fail until that is mended; here nothing is left out.</source>
   <translation>Impossible de lire %1 : %2. Les constructions échouent tant que ce n’est pas corrigé ; ici rien n’est exclu.</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2.</source>
   <translation>Impossible de lire %1 : %2.</translation>
  </message>
  <message>
   <source>%1 cannot be left out: %2.</source>
   <translation>Impossible d’exclure %1 : %2.</translation>
  </message>
  <message>
   <source>%1 cannot be included: %2.</source>
   <translation>Impossible d’inclure %1 : %2.</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2.</source>
   <translation>Impossible d’écrire %1 : %2.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::CredentialStore</name>
  <message>
   <source>in the keyring of the desktop</source>
   <translation>dans le trousseau du bureau</translation>
  </message>
  <message>
   <source>in a file that only you can read</source>
   <translation>dans un fichier que vous seul pouvez lire</translation>
  </message>
  <message>
   <source>in docker&apos;s configuration</source>
   <translation>dans la configuration de docker</translation>
  </message>
  <message>
   <source>with a credential helper of docker&apos;s</source>
   <translation>avec un assistant d’identification de docker</translation>
  </message>
  <message>
   <source>in podman&apos;s configuration</source>
   <translation>dans la configuration de podman</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Death</name>
  <message>
   <source>The engine says: %1</source>
   <translation>Le moteur dit : %1</translation>
  </message>
  <message>
   <source>Change what it could not be started with.</source>
   <translation>Modifiez ce qui l’a empêché de démarrer.</translation>
  </message>
  <message>
   <source>It needed more than the %1 of memory that it may have, and the kernel ended it.</source>
   <translation>Il lui fallait plus que les %1 de mémoire permis, et le noyau l’a terminé.</translation>
  </message>
  <message>
   <source>The machine had no memory left, and the kernel ended it.</source>
   <translation>L’ordinateur n’avait plus de mémoire, et le noyau l’a terminé.</translation>
  </message>
  <message>
   <source>Give it more memory, or look in its log for what needed so much.</source>
   <translation>Donnez-lui plus de mémoire, ou cherchez dans son journal ce qui en demandait tant.</translation>
  </message>
  <message>
   <source>Free memory on this machine, or give containers a limit each.</source>
   <translation>Libérez de la mémoire sur cet ordinateur, ou donnez une limite à chaque conteneur.</translation>
  </message>
  <message>
   <source>somebody</source>
   <translation>quelqu’un</translation>
  </message>
  <message>
   <source>you</source>
   <translation>vous</translation>
  </message>
  <message>
   <source>user %1</source>
   <comment>a number</comment>
   <translation>l’utilisateur %1</translation>
  </message>
  <message>
   <source>It was killed by %1 with %2.</source>
   <translation>Il a été tué par %1 avec %2.</translation>
  </message>
  <message>
   <source>It was stopped by %1, to be started again.</source>
   <translation>Il a été arrêté par %1, pour redémarrer.</translation>
  </message>
  <message>
   <source>It was stopped by %1.</source>
   <translation>Il a été arrêté par %1.</translation>
  </message>
  <message numerus="yes">
   <source>It did not end within %n second(s) of %1, and was killed: what it had not saved is lost.</source>
   <translation>
    <numerusform>Il ne s’est pas terminé %n seconde après %1, et a été tué : ce qu’il n’avait pas enregistré est perdu.</numerusform>
    <numerusform>Il ne s’est pas terminé %n secondes après %1, et a été tué : ce qu’il n’avait pas enregistré est perdu.</numerusform>
   </translation>
  </message>
  <message>
   <source>The first process of a container ignores a signal that it does not handle: let it handle %1, or run it under a small init, or give it more time.</source>
   <translation>Le premier processus d’un conteneur ignore un signal qu’il ne traite pas : faites-lui traiter %1, lancez-le sous un petit init, ou laissez-lui plus de temps.</translation>
  </message>
  <message>
   <source>A command was not found. It is started with: %1</source>
   <translation>Une commande est introuvable. Il est démarré par : %1</translation>
  </message>
  <message>
   <source>A command is there and cannot be executed: it is a folder, lacks its executable bit, or is made for another kind of machine. It is started with: %1</source>
   <translation>Une commande existe mais n’est pas exécutable : c’est un dossier, elle n’a pas le droit d’exécution, ou elle est faite pour un autre type d’ordinateur. Il est démarré par : %1</translation>
  </message>
  <message>
   <source>Look which programs the image has, and correct the command.</source>
   <translation>Regardez quels programmes contient l’image, et corrigez la commande.</translation>
  </message>
  <message>
   <source>It was killed (SIGKILL), and not through this engine&apos;s stop or kill: by a program inside, by the administrator of this machine, or by the kernel.</source>
   <translation>Il a été tué (SIGKILL), mais pas par un arrêt demandé à ce moteur : par un programme à l’intérieur, par l’administrateur de cet ordinateur, ou par le noyau.</translation>
  </message>
  <message>
   <source>Its program crashed (%1): a mistake in the program, or an image for another kind of machine.</source>
   <translation>Son programme a planté (%1) : une erreur dans le programme, ou une image pour un autre type d’ordinateur.</translation>
  </message>
  <message>
   <source>Its program gave up (SIGABRT): it found something in itself that must not be.</source>
   <translation>Son programme a abandonné (SIGABRT) : il a trouvé en lui-même quelque chose qui ne doit pas être.</translation>
  </message>
  <message>
   <source>It asked the kernel for something that its filter forbids (SIGSYS).</source>
   <translation>Il a demandé au noyau quelque chose que son filtre interdit (SIGSYS).</translation>
  </message>
  <message>
   <source>It was asked to end (%1), and not through this engine.</source>
   <translation>On lui a demandé de se terminer (%1), mais pas par ce moteur.</translation>
  </message>
  <message>
   <source>It was ended by the signal %1.</source>
   <translation>Il a été terminé par le signal %1.</translation>
  </message>
  <message>
   <source>Its program came to its end, without an error.</source>
   <translation>Son programme est arrivé à sa fin, sans erreur.</translation>
  </message>
  <message>
   <source>Its program ended itself with the error %1. What that means is the program&apos;s own: its last lines often tell.</source>
   <translation>Son programme s’est terminé de lui-même avec l’erreur %1. Ce que cela signifie dépend du programme : ses dernières lignes le disent souvent.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Diagnostics</name>
  <message>
   <source>What the window has said</source>
   <translation>Ce que la fenêtre a dit</translation>
  </message>
  <message>
   <source>Versions of the engine</source>
   <translation>Versions du moteur</translation>
  </message>
  <message>
   <source>What the engine says of itself and the machine</source>
   <translation>Ce que le moteur dit de lui-même et de l’ordinateur</translation>
  </message>
  <message>
   <source>What this engine can do</source>
   <translation>Ce que ce moteur sait faire</translation>
  </message>
  <message>
   <source>The containers, without values of labels and command lines</source>
   <translation>Les conteneurs, sans valeurs d’étiquettes ni lignes de commande</translation>
  </message>
  <message>
   <source>%1, without values of variables and labels</source>
   <translation>%1, sans valeurs de variables ni d’étiquettes</translation>
  </message>
  <message>
   <source>Versions of this program and of its libraries</source>
   <translation>Versions de ce programme et de ses bibliothèques</translation>
  </message>
  <message>
   <source>(left out)</source>
   <translation>(omis)</translation>
  </message>
  <message numerus="yes">
   <source>(%n byte(s))</source>
   <translation>
    <numerusform>(%n octet)</numerusform>
    <numerusform>(%n octets)</numerusform>
   </translation>
  </message>
  <message>
   <source>Settings of the window, without what was typed</source>
   <translation>Réglages de la fenêtre, sans ce qui a été tapé</translation>
  </message>
  <message>
   <source>What this computer&apos;s kernel offers</source>
   <translation>Ce que propose le noyau de cet ordinateur</translation>
  </message>
  <message>
   <source>The last lines of the engine&apos;s log, where they may be read</source>
   <translation>Les dernières lignes du journal du moteur, là où on peut les lire</translation>
  </message>
  <message>
   <source>The answer is no JSON: %1</source>
   <translation>La réponse n’est pas du JSON : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::DockerfileFacts</name>
  <message>
   <source>it is larger than a Dockerfile may be</source>
   <translation>il dépasse la taille permise pour un Dockerfile</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Draft</name>
  <message>
   <source>its folder %1 cannot be written</source>
   <translation>impossible d’écrire dans son dossier %1</translation>
  </message>
  <message>
   <source>What you type is not kept for the case of a crash: %1. Save it soon.</source>
   <translation>Ce que vous tapez ne sera pas conservé en cas de plantage : %1. Enregistrez bientôt.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EditedFile</name>
  <message>
   <source>%1 was changed on the disk meanwhile: keep yours or take theirs first</source>
   <translation>%1 a été modifié entre-temps sur le disque : gardez d’abord votre version, ou prenez l’autre</translation>
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
   <translation>Votre propre Docker</translation>
  </message>
  <message>
   <source>Docker</source>
   <translation>Docker</translation>
  </message>
  <message>
   <source>Podman of your own</source>
   <translation>Votre propre Podman</translation>
  </message>
  <message>
   <source>Podman</source>
   <translation>Podman</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Moteur</translation>
  </message>
  <message>
   <source>Engine on %1</source>
   <translation>Moteur sur %1</translation>
  </message>
  <message>
   <source>%1 on %2</source>
   <comment>name, computer</comment>
   <translation>%1 sur %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EngineSession</name>
  <message>
   <source>You are not allowed to talk to the engine at %1.</source>
   <translation>Vous n’avez pas le droit de parler au moteur sur %1.</translation>
  </message>
  <message>
   <source>Nothing answers at %1.</source>
   <translation>Rien ne répond sur %1.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EngineStarter</name>
  <message>
   <source>Nothing answers at %1. Start the engine that belongs to this address; this page goes away by itself once it answers.</source>
   <translation>Rien ne répond sur %1. Démarrez le moteur qui correspond à cette adresse ; cette page disparaîtra d’elle-même dès qu’il répondra.</translation>
  </message>
  <message>
   <source>The program quayside-engine was not found. Install it, or start your engine and come back.</source>
   <translation>Le programme quayside-engine est introuvable. Installez-le, ou démarrez votre moteur et revenez.</translation>
  </message>
  <message>
   <source>Starting it needs the administrator. In a terminal: sudo %1</source>
   <translation>Il faut être administrateur pour le démarrer. Dans un terminal : sudo %1</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2</source>
   <translation>Impossible d’écrire %1 : %2</translation>
  </message>
  <message>
   <source>%1 cannot be run: %2</source>
   <translation>Impossible d’exécuter %1 : %2</translation>
  </message>
  <message>
   <source>The engine was not started: permission was not given.</source>
   <translation>Le moteur n’a pas été démarré : l’autorisation n’a pas été donnée.</translation>
  </message>
  <message>
   <source>The engine ended at once, with code %1.</source>
   <translation>Le moteur s’est terminé aussitôt, avec le code %1.</translation>
  </message>
  <message>
   <source>The engine did not start: %1</source>
   <translation>Le moteur n’a pas démarré : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EnterStepOperation</name>
  <message>
   <source>Shell after step %1 of %2</source>
   <translation>Shell après l’étape %1 de %2</translation>
  </message>
  <message>
   <source>Asking the engine</source>
   <translation>Interrogation du moteur</translation>
  </message>
  <message>
   <source>A shell is open in what was there after step %1</source>
   <translation>Un shell est ouvert dans l’état d’après l’étape %1</translation>
  </message>
  <message>
   <source>No shell can be opened after step %1: %2</source>
   <translation>Impossible d’ouvrir un shell après l’étape %1 : %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::EventModel</name>
  <message>
   <source>%1 was made</source>
   <translation>Création de %1</translation>
  </message>
  <message>
   <source>%1 was started</source>
   <translation>%1 a démarré</translation>
  </message>
  <message>
   <source>%1 was stopped</source>
   <translation>%1 a été arrêté</translation>
  </message>
  <message>
   <source>%1 was sent signal %2</source>
   <translation>%1 a reçu le signal %2</translation>
  </message>
  <message>
   <source>%1 ended with code %2</source>
   <translation>%1 s’est terminé avec le code %2</translation>
  </message>
  <message>
   <source>%1 had not enough memory</source>
   <translation>%1 a manqué de mémoire</translation>
  </message>
  <message>
   <source>%1 was restarted</source>
   <translation>%1 a redémarré</translation>
  </message>
  <message>
   <source>%1 was paused</source>
   <translation>%1 a été suspendu</translation>
  </message>
  <message>
   <source>%1 goes on</source>
   <translation>%1 reprend</translation>
  </message>
  <message>
   <source>%1 was removed</source>
   <translation>Suppression de %1</translation>
  </message>
  <message>
   <source>%1 is the new name of %2</source>
   <translation>%1 est le nouveau nom de %2</translation>
  </message>
  <message>
   <source>The limits of %1 were changed</source>
   <translation>Les limites de %1 ont changé</translation>
  </message>
  <message>
   <source>An image was made of %1</source>
   <translation>Une image a été créée à partir de %1</translation>
  </message>
  <message>
   <source>The files of %1 were exported</source>
   <translation>Les fichiers de %1 ont été exportés</translation>
  </message>
  <message>
   <source>Somebody attached to %1</source>
   <translation>Quelqu’un s’est attaché à %1</translation>
  </message>
  <message>
   <source>The terminal of %1 has another size</source>
   <translation>Le terminal de %1 a changé de taille</translation>
  </message>
  <message>
   <source>In %1 is to be run: %2</source>
   <translation>À exécuter dans %1 : %2</translation>
  </message>
  <message>
   <source>In %1 was run: %2</source>
   <translation>Exécuté dans %1 : %2</translation>
  </message>
  <message>
   <source>What was run in %1 ended</source>
   <translation>Ce qui s’exécutait dans %1 s’est terminé</translation>
  </message>
  <message>
   <source>%1 is %2</source>
   <translation>Santé de %1 : %2</translation>
  </message>
  <message>
   <source>%1 was pulled</source>
   <translation>Récupération de %1</translation>
  </message>
  <message>
   <source>%1 was pushed</source>
   <translation>Envoi de %1</translation>
  </message>
  <message>
   <source>%1 was tagged</source>
   <translation>%1 a reçu un tag</translation>
  </message>
  <message>
   <source>%1 lost a name</source>
   <translation>%1 a perdu un nom</translation>
  </message>
  <message>
   <source>%1 was imported</source>
   <translation>Import de %1</translation>
  </message>
  <message>
   <source>%1 was loaded</source>
   <translation>Chargement de %1</translation>
  </message>
  <message>
   <source>A container joined %1</source>
   <translation>Un conteneur a rejoint %1</translation>
  </message>
  <message>
   <source>A container left %1</source>
   <translation>Un conteneur a quitté %1</translation>
  </message>
  <message>
   <source>%1 was mounted</source>
   <translation>%1 a été monté</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Événement</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Heure</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Action</source>
   <translation>Action</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>%1 is healthy</source>
   <translation>%1 est sain</translation>
  </message>
  <message>
   <source>%1 is unhealthy</source>
   <translation>%1 est défaillant</translation>
  </message>
  <message>
   <source>%1 is being checked for the first time</source>
   <translation>Premier contrôle de santé de %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Explanations</name>
  <message>
   <source>A capability that this version of Quayside does not know.</source>
   <translation>Une capacité que cette version de Quayside ne connaît pas.</translation>
  </message>
  <message>
   <source>Namespaces</source>
   <translation>Espaces de noms</translation>
  </message>
  <message>
   <source>A namespace gives its processes their own view of one kind of thing, such as process ids or mounts. A container is nothing but processes in such namespaces: the number is the kernel&apos;s name for each.</source>
   <translation>Un espace de noms donne à ses processus leur propre vue d’une sorte de choses, comme les numéros de processus ou les montages. Un conteneur n’est rien d’autre que des processus dans de tels espaces : le numéro est le nom que le noyau donne à chacun.</translation>
  </message>
  <message>
   <source>The host</source>
   <translation>L’hôte</translation>
  </message>
  <message>
   <source>The machine&apos;s own namespaces, in which the engine and your desktop run. What a container shares with them it sees and changes as everybody else does.</source>
   <translation>Les espaces de noms de la machine elle-même, dans lesquels tournent le moteur et votre bureau. Ce qu’un conteneur partage avec eux, il le voit et le change comme tout le monde.</translation>
  </message>
  <message>
   <source>User namespace</source>
   <translation>Espace de noms utilisateur</translation>
  </message>
  <message>
   <source>User ids in here stand for other ones outside: root inside is an ordinary user on the host. All other namespaces of the container belong to this one, and capabilities count only in what belongs to it.</source>
   <translation>Les ids d’utilisateur d’ici en représentent d’autres au-dehors : root à l’intérieur est un utilisateur ordinaire sur l’hôte. Tous les autres espaces de noms du conteneur appartiennent à celui-ci, et les capacités ne valent que pour ce qui lui appartient.</translation>
  </message>
  <message>
   <source>Mount namespace</source>
   <translation>Espace de noms de montage</translation>
  </message>
  <message>
   <source>The container has a table of mounts of its own, with its own root. What is mounted here is seen nowhere else, unless a mount is shared on purpose.</source>
   <translation>Le conteneur a sa propre table de montages, avec sa propre racine. Ce qui est monté ici ne se voit nulle part ailleurs, sauf si un montage est partagé exprès.</translation>
  </message>
  <message>
   <source>Process namespace</source>
   <translation>Espace de noms de processus</translation>
  </message>
  <message>
   <source>Processes are numbered anew from 1 and see only each other; outside each has a second number. When number 1 ends, the kernel ends all the others.</source>
   <translation>Les processus sont renumérotés à partir de 1 et ne se voient qu’entre eux ; au-dehors, chacun a un second numéro. Quand le numéro 1 se termine, le noyau met fin à tous les autres.</translation>
  </message>
  <message>
   <source>Network namespace</source>
   <translation>Espace de noms réseau</translation>
  </message>
  <message>
   <source>Interfaces, addresses, routes, firewall rules and ports of its own. Two containers can both listen at port 80, because each has its own port 80.</source>
   <translation>Ses propres interfaces, adresses, routes, règles de pare-feu et ports. Deux conteneurs peuvent écouter tous deux sur le port 80, car chacun a son propre port 80.</translation>
  </message>
  <message>
   <source>IPC namespace</source>
   <translation>Espace de noms IPC</translation>
  </message>
  <message>
   <source>Shared memory, semaphores and message queues of its own. Processes elsewhere cannot reach them, even with the same key.</source>
   <translation>Sa propre mémoire partagée, ses propres sémaphores et files de messages. Les processus d’ailleurs ne peuvent pas les atteindre, même avec la même clé.</translation>
  </message>
  <message>
   <source>UTS namespace</source>
   <translation>Espace de noms UTS</translation>
  </message>
  <message>
   <source>A host name of its own. The name comes from Unix Time-sharing System, the kernel&apos;s word for what uname says.</source>
   <translation>Un nom d’hôte à soi. UTS vient d’« Unix Time-sharing System », le mot du noyau pour ce que dit uname.</translation>
  </message>
  <message>
   <source>Cgroup namespace</source>
   <translation>Espace de noms de cgroup</translation>
  </message>
  <message>
   <source>The container sees its own control group as the root of all groups. So it does not learn where it stands on the host, nor what its neighbours are called.</source>
   <translation>Le conteneur voit son propre groupe de contrôle comme la racine de tous les groupes. Il n’apprend donc ni où il se trouve sur l’hôte, ni comment s’appellent ses voisins.</translation>
  </message>
  <message>
   <source>Time namespace</source>
   <translation>Espace de noms de temps</translation>
  </message>
  <message>
   <source>Shifts the clocks that count from the start of the machine. Containers seldom have one of their own: it serves processes that were saved and moved.</source>
   <translation>Décale les horloges qui comptent à partir du démarrage de la machine. Les conteneurs en ont rarement un à eux : il sert aux processus enregistrés puis déplacés.</translation>
  </message>
  <message>
   <source>A room within</source>
   <translation>Une pièce à l’intérieur</translation>
  </message>
  <message>
   <source>A process of the container has made itself another namespace of this kind, as a container in the container would be made. It is gone when the last process in it ends.</source>
   <translation>Un processus du conteneur s’est créé un autre espace de noms de cette sorte, comme on ferait un conteneur dans le conteneur. Il disparaît quand son dernier processus se termine.</translation>
  </message>
  <message>
   <source>Map of ids</source>
   <translation>Correspondance des ids</translation>
  </message>
  <message>
   <source>A range of user ids inside and the ids that the kernel uses for them outside. An id without a map belongs to nobody in here: files of such users show as nobody&apos;s.</source>
   <translation>Une plage d’ids d’utilisateur à l’intérieur, et les ids que le noyau utilise pour eux au-dehors. Un id sans correspondance n’est à personne ici : les fichiers de tels utilisateurs apparaissent comme ceux de nobody.</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Processus</translation>
  </message>
  <message>
   <source>The same processes as on the host, with the numbers of both sides. There is no other kernel below them: the host sees and can end each of them.</source>
   <translation>Les mêmes processus que sur l’hôte, avec les numéros des deux côtés. Il n’y a pas d’autre noyau en dessous : l’hôte voit chacun d’eux et peut y mettre fin.</translation>
  </message>
  <message>
   <source>Process 1</source>
   <translation>Processus 1</translation>
  </message>
  <message>
   <source>The first process, which the container was started for. Signals that it does not handle it never gets, it must fetch the exit codes of orphans, and its end is the container&apos;s end.</source>
   <translation>Le premier processus, pour lequel le conteneur a été démarré. Il ne reçoit jamais les signaux qu’il ne traite pas, il doit recueillir les codes de sortie des orphelins, et sa fin est celle du conteneur.</translation>
  </message>
  <message>
   <source>The stage</source>
   <translation>quayside-stage</translation>
  </message>
  <message>
   <source>A small program of the engine outside of the container, that made process 1 and waits for its end. It holds the log and the terminal, so that the engine itself may restart meanwhile.</source>
   <translation>Un petit programme du moteur, hors du conteneur, qui a créé le processus 1 et attend sa fin. Il tient le journal et le terminal, si bien que le moteur lui-même peut redémarrer entre-temps.</translation>
  </message>
  <message>
   <source>Came in from outside</source>
   <translation>Venu de l’extérieur</translation>
  </message>
  <message>
   <source>A process that was not started by another one in the container, but put into its namespaces: a shell in the tab Terminal, or a health check. Its parent has no number in here.</source>
   <translation>Un processus qui n’a pas été démarré par un autre du conteneur, mais placé dans ses espaces de noms : un shell de l’onglet Terminal, ou un contrôle de santé. Son parent n’a pas de numéro ici.</translation>
  </message>
  <message>
   <source>Control group</source>
   <translation>Groupe de contrôle</translation>
  </message>
  <message>
   <source>The kernel counts together what all processes of the container use, and holds it to limits. Namespaces say what one sees, control groups how much one gets.</source>
   <translation>Le noyau compte ensemble ce qu’utilisent tous les processus du conteneur, et le maintient dans des limites. Les espaces de noms disent ce que l’on voit, les groupes de contrôle combien l’on reçoit.</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Mémoire</translation>
  </message>
  <message>
   <source>Memory of all its processes with the files that the kernel keeps in memory for them. At the limit the kernel takes back what it can, then kills a process.</source>
   <translation>La mémoire de tous ses processus, avec les fichiers que le noyau garde en mémoire pour eux. À la limite, le noyau reprend ce qu’il peut, puis tue un processus.</translation>
  </message>
  <message>
   <source>Processor time</source>
   <translation>Temps processeur</translation>
  </message>
  <message>
   <source>The quota is the time that the container may run in each period, on all processors together. Who has used it up waits for the next period: that is counted as throttled.</source>
   <translation>Le quota est le temps pendant lequel le conteneur peut tourner à chaque période, tous processeurs confondus. Qui l’a épuisé attend la période suivante : cela compte comme freiné.</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Poids</translation>
  </message>
  <message>
   <source>How much processor time the container gets when others want it too. While nobody else does it gets all, which a quota does not allow.</source>
   <translation>Combien de temps processeur le conteneur reçoit quand d’autres en veulent aussi. Tant que personne d’autre n’en veut, il reçoit tout, ce qu’un quota ne permet pas.</translation>
  </message>
  <message>
   <source>Number of processes</source>
   <translation>Nombre de processus</translation>
  </message>
  <message>
   <source>How many processes and threads there are, and how many there may be. At the limit fork fails: that stops a fork bomb before it takes the whole machine.</source>
   <translation>Combien il y a de processus et de threads, et combien il peut y en avoir. À la limite, fork échoue : cela arrête une fork bomb avant qu’elle ne prenne toute la machine.</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Événements</translation>
  </message>
  <message>
   <source>How often a limit was met, and how often a process was killed because of it. They count since the container&apos;s start.</source>
   <translation>Combien de fois une limite a été atteinte, et combien de fois un processus a été tué à cause d’elle. Le compte part du démarrage du conteneur.</translation>
  </message>
  <message>
   <source>Pressure</source>
   <translation>Pression</translation>
  </message>
  <message>
   <source>The share of the last seconds in which some processes, or all, had to wait for it. It tells a lack long before something fails.</source>
   <translation>La part des dernières secondes pendant laquelle certains processus, ou tous, ont dû attendre cette ressource. Elle annonce un manque bien avant que quelque chose n’échoue.</translation>
  </message>
  <message>
   <source>A file of the control group</source>
   <translation>Un fichier du groupe de contrôle</translation>
  </message>
  <message>
   <source>Control groups are folders, and limits are files in them that are written. What stands here is what the kernel holds the container to, whoever wrote it.</source>
   <translation>Les groupes de contrôle sont des dossiers, et les limites des fichiers que l’on y écrit. Ce qui se trouve ici est ce que le noyau impose au conteneur, quel que soit celui qui l’a écrit.</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Couches</translation>
  </message>
  <message>
   <source>The container&apos;s files are layers of its image on top of each other, and one of its own above them. Each path is looked up from the top: the first layer that has it counts.</source>
   <translation>Les fichiers du conteneur sont les couches de son image l’une sur l’autre, et une couche à lui au-dessus. Chaque chemin est cherché depuis le haut : la première couche qui l’a est celle qui compte.</translation>
  </message>
  <message>
   <source>The container&apos;s own layer</source>
   <translation>La couche du conteneur</translation>
  </message>
  <message>
   <source>All that the container writes, changes or removes is here, and goes with it. A file of a layer below is copied up before its first change.</source>
   <translation>Tout ce que le conteneur écrit, modifie ou supprime est ici, et disparaît avec lui. Un fichier d’une couche inférieure est copié vers le haut avant sa première modification.</translation>
  </message>
  <message>
   <source>A layer of the image</source>
   <translation>Une couche de l’image</translation>
  </message>
  <message>
   <source>Made by one instruction and never changed since. All containers of all images that have it share it on the disk.</source>
   <translation>Créée par une instruction, et jamais modifiée depuis. Tous les conteneurs de toutes les images qui l’ont la partagent sur le disque.</translation>
  </message>
  <message>
   <source>Whiteout</source>
   <translation>Whiteout</translation>
  </message>
  <message>
   <source>A mark that hides what the layers below have. Removing a file in a later layer frees nothing: the file is still in the layer below.</source>
   <translation>Une marque qui cache ce que contiennent les couches inférieures. Supprimer un fichier dans une couche ultérieure ne libère rien : le fichier est encore dans la couche en dessous.</translation>
  </message>
  <message>
   <source>Mounts</source>
   <translation>Montages</translation>
  </message>
  <message>
   <source>All file systems that the container sees, in the kernel&apos;s own list. Whatever is not mounted here is not there for it.</source>
   <translation>Tous les systèmes de fichiers que voit le conteneur, dans la liste du noyau lui-même. Ce qui n’est pas monté ici n’existe pas pour lui.</translation>
  </message>
  <message>
   <source>The root</source>
   <translation>La racine</translation>
  </message>
  <message>
   <source>An overlay: the layers on top of each other, shown as one tree. It is mounted with its ids shifted, so that the layers on the disk need not be copied for each container.</source>
   <translation>Un overlay : les couches l’une sur l’autre, présentées comme un seul arbre. Il est monté avec ses ids décalés, si bien que les couches du disque n’ont pas à être copiées pour chaque conteneur.</translation>
  </message>
  <message>
   <source>/proc</source>
   <translation>/proc</translation>
  </message>
  <message>
   <source>The kernel&apos;s list of processes, as the process namespace has it. Parts that tell or change too much of the machine are hidden or read-only.</source>
   <translation>La liste des processus du noyau, telle que l’a l’espace de noms de processus. Les parties qui révèlent trop de la machine, ou y changeraient trop, sont cachées ou en lecture seule.</translation>
  </message>
  <message>
   <source>/sys</source>
   <translation>/sys</translation>
  </message>
  <message>
   <source>The kernel&apos;s tree of devices, read-only. Of networks it shows those of the network namespace.</source>
   <translation>L’arbre des périphériques du noyau, en lecture seule. Des réseaux, il montre ceux de l’espace de noms réseau.</translation>
  </message>
  <message>
   <source>Control groups inside</source>
   <translation>Groupes de contrôle à l’intérieur</translation>
  </message>
  <message>
   <source>The container can read its own limits here, and not change them. Programs that size themselves by their memory look here.</source>
   <translation>Le conteneur peut lire ici ses propres limites, mais non les changer. Les programmes qui règlent leur taille sur leur mémoire regardent ici.</translation>
  </message>
  <message>
   <source>/dev</source>
   <translation>/dev</translation>
  </message>
  <message>
   <source>A small folder of harmless devices, made for this container. The machine&apos;s disks are not in it, and the control group would refuse them.</source>
   <translation>Un petit dossier de périphériques inoffensifs, créé pour ce conteneur. Les disques de la machine n’y sont pas, et le groupe de contrôle les refuserait.</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Volume</translation>
  </message>
  <message>
   <source>A folder that the engine keeps apart from all layers. It stays when the container goes, and other containers can have it too.</source>
   <translation>Un dossier que le moteur garde à part de toutes les couches. Il reste quand le conteneur disparaît, et d’autres conteneurs peuvent l’avoir aussi.</translation>
  </message>
  <message>
   <source>Folder of the host</source>
   <translation>Dossier de l’hôte</translation>
  </message>
  <message>
   <source>The very folder of the host, seen at another place. What the container changes here is changed there.</source>
   <translation>Le dossier même de l’hôte, vu à un autre endroit. Ce que le conteneur change ici est changé là-bas.</translation>
  </message>
  <message>
   <source>Folder in memory</source>
   <translation>Dossier en mémoire</translation>
  </message>
  <message>
   <source>Files that are kept in memory and count as such. They are gone with the container&apos;s end.</source>
   <translation>Des fichiers gardés en mémoire, et qui comptent comme de la mémoire. Ils disparaissent à la fin du conteneur.</translation>
  </message>
  <message>
   <source>A file of the engine</source>
   <translation>Un fichier du moteur</translation>
  </message>
  <message>
   <source>The engine writes the container&apos;s name, the names of others and the name server into it. It is mounted over the image&apos;s own file.</source>
   <translation>Le moteur y écrit le nom du conteneur, les noms des autres et le serveur de noms. Il est monté par-dessus le fichier de l’image.</translation>
  </message>
  <message>
   <source>Hidden</source>
   <translation>Caché</translation>
  </message>
  <message>
   <source>Something empty is mounted over it. The container would learn from it about the machine, or about others.</source>
   <translation>Quelque chose de vide est monté par-dessus. Sans cela, le conteneur y apprendrait des choses sur la machine, ou sur d’autres.</translation>
  </message>
  <message>
   <source>Read-only</source>
   <translation>Lecture seule</translation>
  </message>
  <message>
   <source>The same place again, mounted so that nothing can be written. What is set in it is the whole machine&apos;s.</source>
   <translation>Le même endroit encore une fois, monté de sorte que rien ne puisse être écrit. Ce qui s’y règle vaut pour toute la machine.</translation>
  </message>
  <message>
   <source>Capabilities</source>
   <translation>Capacités</translation>
  </message>
  <message>
   <source>The power of root in 41 parts that can be given one at a time. Root in the container has those that are listed, and only over what belongs to its user namespace.</source>
   <translation>Le pouvoir de root en 41 parts que l’on peut donner une à une. Dans le conteneur, root a celles de la liste, et seulement sur ce qui appartient à son espace de noms utilisateur.</translation>
  </message>
  <message>
   <source>Not given</source>
   <translation>Non accordées</translation>
  </message>
  <message>
   <source>What root on the host could do and root in here can not. No program in the container can get them back, not even one that belongs to root.</source>
   <translation>Ce que root pourrait faire sur l’hôte, et que root ne peut pas faire ici. Aucun programme du conteneur ne peut les reprendre, pas même un programme qui appartient à root.</translation>
  </message>
  <message>
   <source>Sets</source>
   <translation>Ensembles</translation>
  </message>
  <message>
   <source>Effective is what counts now, permitted what can be switched on, bounding what can ever be gained. Inheritable and ambient are for handing them on to other programs.</source>
   <translation>Effectives : ce qui compte maintenant ; permises : ce qui peut être activé ; limitatives : tout ce qui pourra jamais être obtenu. Héritables et ambiantes servent à les transmettre à d’autres programmes.</translation>
  </message>
  <message>
   <source>System call filter</source>
   <translation>Filtre d’appels système</translation>
  </message>
  <message>
   <source>A small program that the kernel runs at each system call of the container, and that may refuse it. It keeps calls that containers do not need away from the kernel&apos;s weak spots.</source>
   <translation>Un petit programme que le noyau exécute à chaque appel système du conteneur, et qui peut refuser l’appel. Il tient à l’écart des points faibles du noyau les appels dont les conteneurs n’ont pas besoin.</translation>
  </message>
  <message>
   <source>By their arguments</source>
   <translation>Selon leurs arguments</translation>
  </message>
  <message>
   <source>These are allowed in some forms and refused in others. A process may be cloned, for example, but not into a new namespace.</source>
   <translation>Ces appels sont permis sous certaines formes et refusés sous d’autres. Un processus peut par exemple être cloné, mais non dans un nouvel espace de noms.</translation>
  </message>
  <message>
   <source>No new privileges</source>
   <translation>Pas de nouveaux privilèges</translation>
  </message>
  <message>
   <source>When it is set, no program can gain rights by being started, whatever its file says. sudo and ping with the set-user-id bit do nothing then.</source>
   <translation>Quand cela est activé, aucun programme ne peut gagner de droits en étant lancé, quoi que dise son fichier. sudo et ping munis du bit set-user-id sont alors sans effet.</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Étiquette</translation>
  </message>
  <message>
   <source>The name of the rules of AppArmor or SELinux that hold for these processes. They are checked besides everything else.</source>
   <translation>Le nom des règles d’AppArmor ou de SELinux qui valent pour ces processus. Elles sont vérifiées en plus de tout le reste.</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
  <message>
   <source>The container&apos;s own interfaces, addresses and routes. All that comes in or goes out passes the host&apos;s kernel, which forwards and translates it.</source>
   <translation>Les interfaces, adresses et routes du conteneur lui-même. Tout ce qui entre ou sort passe par le noyau de l’hôte, qui le transmet et le traduit.</translation>
  </message>
  <message>
   <source>Interface</source>
   <translation>Interface</translation>
  </message>
  <message>
   <source>One end of a pair: what goes in here comes out of the other end, on the host. That end is plugged into a bridge, as a cable into a switch.</source>
   <translation>Un bout d’une paire : ce qui entre ici sort à l’autre bout, sur l’hôte. Ce bout-là est branché sur un pont, comme un câble sur un commutateur.</translation>
  </message>
  <message>
   <source>Route</source>
   <translation>Route</translation>
  </message>
  <message>
   <source>Where packets to these addresses go. The default route leads to the bridge&apos;s own address: the host forwards from there.</source>
   <translation>Où vont les paquets destinés à ces adresses. La route par défaut mène à l’adresse du pont : l’hôte transmet à partir de là.</translation>
  </message>
  <message>
   <source>Waits for connections</source>
   <translation>Attend des connexions</translation>
  </message>
  <message>
   <source>A process that listens at a port of the container. From outside it is reached only where the port is published, or from containers of the same network.</source>
   <translation>Un processus qui écoute sur un port du conteneur. De l’extérieur, on ne l’atteint que si le port est publié, ou depuis des conteneurs du même réseau.</translation>
  </message>
  <message>
   <source>Name server</source>
   <translation>Serveur de noms</translation>
  </message>
  <message>
   <source>Who is asked for the address of a name. On networks of your own the engine answers at 127.0.0.11 and knows the other containers by name.</source>
   <translation>À qui l’on demande l’adresse d’un nom. Sur vos propres réseaux, le moteur répond sur 127.0.0.11 et connaît les autres conteneurs par leur nom.</translation>
  </message>
  <message>
   <source>The way of a packet</source>
   <translation>Le chemin d’un paquet</translation>
  </message>
  <message>
   <source>From a browser to the process that answers, hop by hop. Each step is read from the kernel now.</source>
   <translation>D’un navigateur au processus qui répond, saut par saut. Chaque étape est lue à l’instant dans le noyau.</translation>
  </message>
  <message>
   <source>Published port</source>
   <translation>Port publié</translation>
  </message>
  <message>
   <source>The address and port of the host that a browser connects to. No program listens there: the kernel changes the packet&apos;s destination before it looks for one.</source>
   <translation>L’adresse et le port de l’hôte auxquels se connecte un navigateur. Aucun programme n’y écoute : le noyau change la destination du paquet avant d’en chercher un.</translation>
  </message>
  <message>
   <source>Address translation</source>
   <translation>Traduction d’adresses</translation>
  </message>
  <message>
   <source>A rule of nftables replaces the destination by the container&apos;s address and port. Answers are changed back on their way out.</source>
   <translation>Une règle de nftables remplace la destination par l’adresse et le port du conteneur. Les réponses sont retraduites à leur sortie.</translation>
  </message>
  <message>
   <source>Bridge</source>
   <translation>Pont</translation>
  </message>
  <message>
   <source>A switch in software on the host, with the gateway&apos;s address. All containers of one network are plugged into the same bridge.</source>
   <translation>Un commutateur logiciel sur l’hôte, avec l’adresse de la passerelle. Tous les conteneurs d’un réseau sont branchés sur le même pont.</translation>
  </message>
  <message>
   <source>The pair</source>
   <translation>La paire</translation>
  </message>
  <message>
   <source>Two interfaces that are one cable: one end on the bridge, the other in the container. It is the only thing that leads through the wall of the network namespace.</source>
   <translation>Deux interfaces qui forment un seul câble : un bout sur le pont, l’autre dans le conteneur. C’est la seule chose qui traverse le mur de l’espace de noms réseau.</translation>
  </message>
  <message>
   <source>The process that answers</source>
   <translation>Le processus qui répond</translation>
  </message>
  <message>
   <source>It listens at the container&apos;s port and knows nothing of the way here. Where nobody listens, the connection is refused although the port is published.</source>
   <translation>Il écoute sur le port du conteneur et ne sait rien du chemin jusqu’ici. Là où personne n’écoute, la connexion est refusée bien que le port soit publié.</translation>
  </message>
  <message>
   <source>A mount of the host</source>
   <translation>Un montage de l’hôte</translation>
  </message>
  <message>
   <source>Still in sight, because the root has not been changed yet. With the change of the root all of them go.</source>
   <translation>Encore visible, car la racine n’a pas encore été changée. Tous ces montages disparaissent avec le changement de racine.</translation>
  </message>
  <message>
   <source>The host&apos;s rooms</source>
   <translation>Les pièces de l’hôte</translation>
  </message>
  <message>
   <source>The computer has one namespace of each kind from its start, and whoever asks for no other is in it. With the same number in both columns the container is in the host&apos;s room as well.</source>
   <translation>L’ordinateur a dès son démarrage un espace de noms de chaque sorte, et qui n’en demande pas d’autre s’y trouve. Avec le même numéro dans les deux colonnes, le conteneur est lui aussi dans la pièce de l’hôte.</translation>
  </message>
  <message>
   <source>The host&apos;s users</source>
   <translation>Les utilisateurs de l’hôte</translation>
  </message>
  <message>
   <source>Here each number is the user that it says, and number 0 may do everything. What is root inside shows here as one of the numbers that were given to the container.</source>
   <translation>Ici, chaque numéro est l’utilisateur qu’il désigne, et le numéro 0 peut tout faire. Ce qui est root à l’intérieur apparaît ici comme l’un des numéros donnés au conteneur.</translation>
  </message>
  <message>
   <source>The host&apos;s mounts</source>
   <translation>Les montages de l’hôte</translation>
  </message>
  <message>
   <source>The table in which your disks, folders and /proc are. A new mount namespace begins as a copy of it; then the container&apos;s root takes the place of this one.</source>
   <translation>La table où se trouvent vos disques, vos dossiers et /proc. Un nouvel espace de noms de montage commence par une copie de celle-ci ; puis la racine du conteneur prend la place de celle de l’hôte.</translation>
  </message>
  <message>
   <source>The host&apos;s numbers</source>
   <translation>Les numéros de l’hôte</translation>
  </message>
  <message>
   <source>Here all processes have a number, also those of the containers. So the host can name and end each of them, and they cannot even name one of the host.</source>
   <translation>Ici, tous les processus ont un numéro, ceux des conteneurs aussi. L’hôte peut donc nommer et terminer chacun d’eux, et eux ne peuvent même pas nommer un processus de l’hôte.</translation>
  </message>
  <message>
   <source>The host&apos;s network</source>
   <translation>Le réseau de l’hôte</translation>
  </message>
  <message>
   <source>The network cards, the addresses by which others reach this computer, and its ports. A published port is one of these, and a rule leads from it to the container&apos;s.</source>
   <translation>Les cartes réseau, les adresses par lesquelles on joint cet ordinateur, et ses ports. Un port publié est l’un d’eux, et une règle mène de là à celui du conteneur.</translation>
  </message>
  <message>
   <source>The host&apos;s messages</source>
   <translation>Les messages de l’hôte</translation>
  </message>
  <message>
   <source>Shared memory and message queues of the programs that you use. A container that were in this room could read and break them.</source>
   <translation>La mémoire partagée et les files de messages des programmes que vous utilisez. Un conteneur qui serait dans cette pièce pourrait les lire et les casser.</translation>
  </message>
  <message>
   <source>The host&apos;s name</source>
   <translation>Le nom de l’hôte</translation>
  </message>
  <message>
   <source>The name by which this computer is known in its network. What the container calls itself changes nothing here.</source>
   <translation>Le nom sous lequel cet ordinateur est connu dans son réseau. Le nom que se donne le conteneur n’y change rien.</translation>
  </message>
  <message>
   <source>The host&apos;s groups</source>
   <translation>Les groupes de l’hôte</translation>
  </message>
  <message>
   <source>From here the whole tree of control groups is seen, with a group for each container in it. What is the root inside is a branch here.</source>
   <translation>D’ici, on voit tout l’arbre des groupes de contrôle, avec un groupe pour chaque conteneur. Ce qui est la racine à l’intérieur est ici une branche.</translation>
  </message>
  <message>
   <source>The host&apos;s clocks</source>
   <translation>Les horloges de l’hôte</translation>
  </message>
  <message>
   <source>They count since the computer was started. Containers nearly always share them.</source>
   <translation>Elles comptent depuis le démarrage de l’ordinateur. Les conteneurs les partagent presque toujours.</translation>
  </message>
  <message>
   <source>The host&apos;s processes</source>
   <translation>Les processus de l’hôte</translation>
  </message>
  <message>
   <source>For the kernel all of them are alike: a container&apos;s are only those that are in other rooms. You see your own ones; root sees all.</source>
   <translation>Pour le noyau, tous se ressemblent : ceux d’un conteneur sont seulement ceux qui sont dans d’autres pièces. Vous voyez les vôtres ; root voit tout.</translation>
  </message>
  <message>
   <source>Process 1 of the host</source>
   <translation>Le processus 1 de l’hôte</translation>
  </message>
  <message>
   <source>The first program that the kernel has started, from which all others come. If it ends, the computer stops.</source>
   <translation>Le premier programme que le noyau a démarré, dont viennent tous les autres. S’il se termine, l’ordinateur s’arrête.</translation>
  </message>
  <message>
   <source>The engine</source>
   <translation>Le moteur</translation>
  </message>
  <message>
   <source>It has prepared the container and started its stage, and is not needed while the container runs. So it can be ended or replaced, and the container does not notice.</source>
   <translation>Il a préparé le conteneur et démarré sa scène, et n’est pas nécessaire tant que celui-ci tourne. On peut donc l’arrêter ou le remplacer sans que le conteneur s’en aperçoive.</translation>
  </message>
  <message>
   <source>Other users&apos; processes</source>
   <translation>Les processus des autres utilisateurs</translation>
  </message>
  <message>
   <source>They are counted, and not told: no user learns here what another one runs. Of very many only the first are listed.</source>
   <translation>Ils sont comptés, pas nommés : aucun utilisateur n’apprend ici ce qu’un autre fait tourner. S’il y en a beaucoup, seuls les premiers sont listés.</translation>
  </message>
  <message>
   <source>The root of all groups</source>
   <translation>La racine de tous les groupes</translation>
  </message>
  <message>
   <source>It has no limit but the computer&apos;s own: the memory that is built in, the processors that there are. What is used here includes all containers.</source>
   <translation>Elle n’a pas d’autre limite que celle de l’ordinateur : la mémoire installée, les processeurs présents. Ce qui est consommé ici comprend tous les conteneurs.</translation>
  </message>
  <message>
   <source>The host&apos;s files</source>
   <translation>Les fichiers de l’hôte</translation>
  </message>
  <message>
   <source>They are not in layers: what is changed on a disk is changed for good. A container&apos;s layers are folders among them.</source>
   <translation>Ils ne sont pas en couches : ce qui est modifié sur un disque l’est pour de bon. Les couches d’un conteneur sont des dossiers parmi eux.</translation>
  </message>
  <message>
   <source>Mounts of the host</source>
   <translation>Montages de l’hôte</translation>
  </message>
  <message>
   <source>What the host has mounted at the same place, or nowhere in the container. After the change of the root no path leads from the container to it.</source>
   <translation>Ce que l’hôte a monté au même endroit, ou nulle part dans le conteneur. Après le changement de racine, aucun chemin n’y mène depuis le conteneur.</translation>
  </message>
  <message>
   <source>Rights of process 1</source>
   <translation>Droits du processus 1</translation>
  </message>
  <message>
   <source>The first process of the host has every right over this computer. A container&apos;s are a few of them, and with a user namespace of its own they count only for what belongs to that.</source>
   <translation>Le premier processus de l’hôte a tous les droits sur cet ordinateur. Un conteneur en a quelques-uns, et avec un espace de noms d’utilisateur à lui, ils ne valent que pour ce qui appartient à celui-ci.</translation>
  </message>
  <message>
   <source>System calls on the host</source>
   <translation>Appels système sur l’hôte</translation>
  </message>
  <message>
   <source>Programs of the host may ask the kernel for anything; it decides by their rights alone. The container&apos;s filter refuses before the kernel has even looked.</source>
   <translation>Les programmes de l’hôte peuvent tout demander au noyau ; il décide selon leurs seuls droits. Le filtre du conteneur refuse avant même que le noyau ait regardé.</translation>
  </message>
  <message>
   <source>Nothing is hidden from the first process, and it may start programs that give it more rights. Each of the walls of a container is one that it does not have.</source>
   <translation>Rien n’est caché au premier processus, et il peut lancer des programmes qui lui donnent plus de droits. Chacun des murs d’un conteneur en est un qu’il n’a pas.</translation>
  </message>
  <message>
   <source>Network cards, bridges and the outer ends of the cables that lead into containers. An interface of the same name inside is another one.</source>
   <translation>Les cartes réseau, les ponts et les bouts extérieurs des câbles qui mènent dans les conteneurs. Une interface du même nom à l’intérieur en est une autre.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::FileEntry</name>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>Link that leads nowhere</source>
   <translation>Lien qui ne mène nulle part</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>Lien</translation>
  </message>
  <message>
   <source>Device, pipe or socket</source>
   <translation>Périphérique, tube ou socket</translation>
  </message>
  <message>
   <source>mounted</source>
   <translation>monté</translation>
  </message>
  <message>
   <source>new</source>
   <translation>nouveau</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>modifié</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>supprimé</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::FileListing</name>
  <message>
   <source>The folder holds more: these are the first %1. Type a part of a name to find others.</source>
   <translation>Le dossier en contient davantage : voici les %1 premiers. Tapez une partie d’un nom pour en trouver d’autres.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::FileModel</name>
  <message>
   <source>User %1, group %2</source>
   <translation>Utilisateur %1, groupe %2</translation>
  </message>
  <message>
   <source>A volume or a folder of the computer is mounted here</source>
   <translation>Un volume ou un dossier de l’ordinateur est monté ici</translation>
  </message>
  <message>
   <source>Since the container was made of its image</source>
   <translation>Depuis la création du conteneur à partir de son image</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Propr.</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>Droits</translation>
  </message>
  <message>
   <source>Modified</source>
   <translation>Modifié</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>État</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::FolderListing</name>
  <message>
   <source>The container does not run: only what it has changed is shown.</source>
   <translation>Le conteneur ne tourne pas : seul ce qu’il a changé est affiché.</translation>
  </message>
  <message>
   <source>This image has no shell (/bin/sh): only what the container has changed is shown.</source>
   <translation>Cette image n’a pas de shell (/bin/sh) : seul ce que le conteneur a changé est affiché.</translation>
  </message>
  <message>
   <source>The folder holds more than can be shown here.</source>
   <translation>Le dossier contient plus d’éléments qu’on ne peut en afficher ici.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Formatting</name>
  <message>
   <source>The file cannot be formatted: line %1: %2.</source>
   <translation>Impossible de mettre en forme le fichier, ligne %1 : %2.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::HistoryModel</name>
  <message>
   <source>Instruction</source>
   <translation>Instruction</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>It changed no files</source>
   <translation>Elle n’a changé aucun fichier</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ImageModel</name>
  <message numerus="yes">
   <source>%n image(s)</source>
   <translation>
    <numerusform>%n image</numerusform>
    <numerusform>%n images</numerusform>
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
    <numerusform>%n nom</numerusform>
    <numerusform>%n noms</numerusform>
   </translation>
  </message>
  <message>
   <source>(no name)</source>
   <translation>(sans nom)</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>non utilisée</translation>
  </message>
  <message numerus="yes">
   <source>%n container(s)</source>
   <translation>
    <numerusform>%n conteneur</numerusform>
    <numerusform>%n conteneurs</numerusform>
   </translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>Utilisée par</translation>
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
   <translation>%1, %2 étoiles. %3</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ImportOperation</name>
  <message>
   <source>Import %1</source>
   <translation>Importer %1</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>Impossible de lire %1 : %2</translation>
  </message>
  <message>
   <source>%1 of %2 sent</source>
   <translation>%1 sur %2 envoyés</translation>
  </message>
  <message>
   <source>The engine unpacks it</source>
   <translation>Le moteur l’extrait</translation>
  </message>
  <message>
   <source>Imported as %1</source>
   <translation>Importée sous le nom %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::ImportVolumeOperation</name>
  <message>
   <source>Import %1</source>
   <translation>Importer %1</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>Impossible de lire %1 : %2</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>c’est un dossier</translation>
  </message>
  <message>
   <source>%1 of %2 sent</source>
   <translation>%1 sur %2 envoyés</translation>
  </message>
  <message>
   <source>The engine writes it to the disk</source>
   <translation>Le moteur l’écrit sur le disque</translation>
  </message>
  <message>
   <source>%1 is in the volume %2</source>
   <translation>%1 est dans le volume %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LaunchChanges</name>
  <message>
   <source>Namespaces</source>
   <translation>Espaces de noms</translation>
  </message>
  <message>
   <source>Process</source>
   <translation>Processus</translation>
  </message>
  <message>
   <source>number</source>
   <translation>numéro</translation>
  </message>
  <message>
   <source>%1 here, %2 on the host</source>
   <translation>%1 ici, %2 sur l’hôte</translation>
  </message>
  <message>
   <source>user</source>
   <translation>utilisateur</translation>
  </message>
  <message>
   <source>user %1 of the host, nobody here</source>
   <translation>utilisateur %1 de l’hôte, personne ici</translation>
  </message>
  <message>
   <source>user %1 here, %2 on the host</source>
   <translation>utilisateur %1 ici, %2 sur l’hôte</translation>
  </message>
  <message>
   <source>program</source>
   <translation>programme</translation>
  </message>
  <message>
   <source>group</source>
   <translation>groupe</translation>
  </message>
  <message>
   <source>memory limit</source>
   <translation>limite de mémoire</translation>
  </message>
  <message>
   <source>processor time</source>
   <translation>temps processeur</translation>
  </message>
  <message>
   <source>%1 ms in each %2 ms</source>
   <translation>%1 ms sur chaque %2 ms</translation>
  </message>
  <message>
   <source>processes at most</source>
   <translation>processus au plus</translation>
  </message>
  <message>
   <source>Control group</source>
   <translation>Groupe de contrôle</translation>
  </message>
  <message>
   <source>Mounts</source>
   <translation>Montages</translation>
  </message>
  <message>
   <source>%1 more, %2 less</source>
   <comment>mounts</comment>
   <translation>%1 en plus, %2 en moins</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>Capabilities</source>
   <translation>Capacités</translation>
  </message>
  <message>
   <source>effective</source>
   <translation>effectives</translation>
  </message>
  <message>
   <source>permitted</source>
   <translation>permises</translation>
  </message>
  <message>
   <source>bounding</source>
   <translation>limitatives</translation>
  </message>
  <message>
   <source>inheritable</source>
   <translation>héritables</translation>
  </message>
  <message>
   <source>ambient</source>
   <translation>ambiantes</translation>
  </message>
  <message>
   <source>System calls</source>
   <translation>Appels système</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LaunchSteps</name>
  <message>
   <source>%1 µs</source>
   <translation>%1 µs</translation>
  </message>
  <message>
   <source>%1 ms</source>
   <translation>%1 ms</translation>
  </message>
  <message>
   <source>%1 s</source>
   <translation>%1 s</translation>
  </message>
  <message>
   <source>done</source>
   <translation>finie</translation>
  </message>
  <message>
   <source>next</source>
   <translation>suivante</translation>
  </message>
  <message>
   <source>under way</source>
   <translation>en cours</translation>
  </message>
  <message>
   <source>to come</source>
   <translation>à venir</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>échec</translation>
  </message>
  <message>
   <source>not done</source>
   <translation>non faite</translation>
  </message>
  <message>
   <source>engine</source>
   <translation>moteur</translation>
  </message>
  <message>
   <source>stage</source>
   <translation>stage</translation>
  </message>
  <message>
   <source>process</source>
   <comment>who does it</comment>
   <translation>processus</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>step, its state</comment>
   <translation>%1 : %2</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>step and state, time</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Étape</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Qui</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Durée</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LayerModel</name>
  <message>
   <source>layer %1</source>
   <translation>couche %1</translation>
  </message>
  <message>
   <source>%1, compressed %2</source>
   <translation>%1, compressés %2</translation>
  </message>
  <message>
   <source>Files that a container sees</source>
   <translation>Fichiers vus par un conteneur</translation>
  </message>
  <message>
   <source>%1 added, %2 changed, %3 removed</source>
   <translation>ajoutés : %1, modifiés : %2, supprimés : %3</translation>
  </message>
  <message>
   <source>The whole image, as a container sees it</source>
   <translation>L’image entière, vue par un conteneur</translation>
  </message>
  <message>
   <source>%1, made by:
%2</source>
   <comment>layer 3; instruction</comment>
   <translation>%1, faite par :
%2</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Couche</translation>
  </message>
  <message>
   <source>Whole image</source>
   <translation>Image entière</translation>
  </message>
  <message>
   <source>%1  %2</source>
   <comment>number, instruction</comment>
   <translation>%1  %2</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Fichiers</translation>
  </message>
  <message>
   <source>Wasted</source>
   <translation>Gaspillé</translation>
  </message>
  <message>
   <source>Bytes of lower layers that this layer repeats or removes</source>
   <translation>Octets des couches inférieures que cette couche répète ou supprime</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>Empreinte</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LayerProgress</name>
  <message>
   <source>Layer</source>
   <translation>Couche</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Progression</translation>
  </message>
  <message>
   <source>is tried again</source>
   <translation>nouvel essai</translation>
  </message>
  <message>
   <source>waits</source>
   <translation>en attente</translation>
  </message>
  <message>
   <source>is compressed</source>
   <translation>compression</translation>
  </message>
  <message>
   <source>is sent</source>
   <translation>envoi</translation>
  </message>
  <message>
   <source>comes</source>
   <translation>réception</translation>
  </message>
  <message>
   <source>is unpacked</source>
   <translation>extraction</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>envoyée</translation>
  </message>
  <message>
   <source>done</source>
   <translation>finie</translation>
  </message>
  <message>
   <source>was here already</source>
   <translation>déjà présente ici</translation>
  </message>
  <message>
   <source>is there already</source>
   <translation>déjà présente là-bas</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>%1, %2/s, %3 left</source>
   <comment>1.0 of 9.0 MiB, 2.0 MiB/s, 4 s left</comment>
   <translation>%1, %2/s, reste %3</translation>
  </message>
  <message>
   <source>layer %1 %2 %3</source>
   <comment>its digits, its state, its progress</comment>
   <translation>couche %1 %2 %3</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonModel</name>
  <message>
   <source>Lesson</source>
   <translation>Leçon</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>done</source>
   <translation>finie</translation>
  </message>
  <message>
   <source>%1 of %2 steps</source>
   <translation>%1/%2 étapes</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>%1 min</source>
   <translation>%1 min</translation>
  </message>
  <message>
   <source>What it shows</source>
   <translation>Ce qu’elle montre</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonOffers</name>
  <message>
   <source>A temporary file cannot be written: %1</source>
   <translation>Impossible d’écrire un fichier temporaire : %1</translation>
  </message>
  <message>
   <source>%1 was not saved to a file yet.</source>
   <translation>%1 : pas encore d’enregistrement dans un fichier.</translation>
  </message>
  <message>
   <source>The image %1 is not here. Pull it on the page Images, then try again.</source>
   <translation>L’image %1 n’est pas ici. Récupérez-la à la page Images, puis réessayez.</translation>
  </message>
  <message>
   <source>The Dockerfile cannot be written: %1</source>
   <translation>Impossible d’écrire le Dockerfile : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonReader</name>
  <message>
   <source>The file is larger than 256 KiB. A lesson is a text: keep it short.</source>
   <translation>Le fichier dépasse 256 Kio. Une leçon est un texte : faites-la courte.</translation>
  </message>
  <message>
   <source>The file is not UTF-8. Save it as UTF-8.</source>
   <translation>Le fichier n’est pas en UTF-8. Enregistrez-le en UTF-8.</translation>
  </message>
  <message>
   <source>The file is no text: there is a NUL in it.</source>
   <translation>Le fichier n’est pas un texte : il contient un NUL.</translation>
  </message>
  <message>
   <source>The first line must be “---”; keys follow, then “---” again, then the text.</source>
   <translation>La première ligne doit être « --- » ; des clés suivent, puis encore « --- », puis le texte.</translation>
  </message>
  <message>
   <source>The second line “---” is missing: it ends the keys.</source>
   <translation>Le second « --- » manque : il termine les clés.</translation>
  </message>
  <message>
   <source>The id may have small letters, digits and “-” between them.</source>
   <translation>L’id peut contenir des minuscules, des chiffres et des « - » entre eux.</translation>
  </message>
  <message>
   <source>The id “%1” is not the name of the file. Call the file %1.md.</source>
   <translation>L’id « %1 » n’est pas le nom du fichier. Nommez le fichier %1.md.</translation>
  </message>
  <message>
   <source>“terminal” names no container of “containers”.</source>
   <translation>« terminal » ne nomme aucun conteneur de « containers ».</translation>
  </message>
  <message>
   <source>“shelf” is lessons or ancestors.</source>
   <translation>« shelf » est lessons ou ancestors.</translation>
  </message>
  <message>
   <source>“minutes” is from 1 to 600.</source>
   <translation>« minutes » va de 1 à 600.</translation>
  </message>
  <message>
   <source>The name of a container may have small letters, digits and “-” between them.</source>
   <translation>Le nom d’un conteneur peut contenir des minuscules, des chiffres et des « - » entre eux.</translation>
  </message>
  <message>
   <source>Two containers have the name “%1”.</source>
   <translation>Deux conteneurs portent le nom « %1 ».</translation>
  </message>
  <message>
   <source>Leave --name out: the lesson names its containers itself.</source>
   <translation>Enlevez --name : la leçon nomme elle-même ses conteneurs.</translation>
  </message>
  <message>
   <source>This ``` is never closed.</source>
   <translation>Ce ``` n’est jamais fermé.</translation>
  </message>
  <message>
   <source>The text has no steps: begin each with a line “## Title”.</source>
   <translation>Le texte n’a pas d’étapes : commencez chacune par une ligne « ## Titre ».</translation>
  </message>
  <message>
   <source>The text has %1 headings “## …”, and “steps” has %2 entries: they must be as many.</source>
   <translation>Le texte a %1 titres « ## … », et « steps » a %2 entrées : il en faut autant.</translation>
  </message>
  <message>
   <source>The file cannot be read: %1.</source>
   <translation>Impossible de lire le fichier : %1.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonRules</name>
  <message>
   <source>%1 is not possible in lessons</source>
   <translation>%1 n’est pas possible dans les leçons</translation>
  </message>
  <message>
   <source>--privileged is not for lessons: use --security-opt lab</source>
   <translation>--privileged n’est pas pour les leçons : utilisez --security-opt lab</translation>
  </message>
  <message>
   <source>Devices of the host are not for lessons</source>
   <translation>Les périphériques de l’hôte ne sont pas pour les leçons</translation>
  </message>
  <message>
   <source>Folders of the host are not for lessons: use a volume whose name begins with learn-</source>
   <translation>Les dossiers de l’hôte ne sont pas pour les leçons : utilisez un volume dont le nom commence par learn-</translation>
  </message>
  <message>
   <source>Namespaces of the host are not for lessons</source>
   <translation>Les espaces de noms de l’hôte ne sont pas pour les leçons</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonSession</name>
  <message>
   <source>Not all could be removed: %1</source>
   <translation>Tout n’a pas pu être supprimé : %1</translation>
  </message>
  <message>
   <source>Lessons need the engine, and it does not answer. You can read on; start it to try things.</source>
   <translation>Les leçons ont besoin du moteur, et il ne répond pas. Vous pouvez continuer à lire ; démarrez-le pour essayer.</translation>
  </message>
  <message>
   <source>This engine is older than the lesson: it lacks %1.</source>
   <translation>Ce moteur est plus ancien que la leçon : il lui manque %1.</translation>
  </message>
  <message>
   <source>This lesson needs Quayside&apos;s own engine: this one lacks %1. Choose the engine in the tool bar.</source>
   <translation>Cette leçon a besoin du moteur de Quayside : il manque %1 à celui-ci. Choisissez le moteur dans la barre d’outils.</translation>
  </message>
  <message>
   <source>This cannot be done on this machine: read on.</source>
   <translation>C’est impossible sur cette machine : lisez la suite.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LessonStepReader</name>
  <message>
   <source>A step that is checked needs a “hint: …” for those who are stuck.</source>
   <translation>Une étape contrôlée demande un « hint: … » pour qui est bloqué.</translation>
  </message>
  <message>
   <source>There is “solve” without “check”: say what is to be checked.</source>
   <translation>Il y a « solve » sans « check » : dites ce qui est à contrôler.</translation>
  </message>
  <message>
   <source>Begin a new line with “- ” for each thing that is checked.</source>
   <translation>Commencez une nouvelle ligne par « - » pour chaque chose à contrôler.</translation>
  </message>
  <message>
   <source>Write the parts of “%1” in braces: {container: …}.</source>
   <translation>Écrivez les parties de « %1 » entre accolades : {container: …}.</translation>
  </message>
  <message>
   <source>This checks nothing. Possible are: %1.</source>
   <translation>Ceci ne contrôle rien. Possibilités : %1.</translation>
  </message>
  <message>
   <source>“%1” is no state. Possible are: %2.</source>
   <translation>« %1 » n’est pas un état. Possibilités : %2.</translation>
  </message>
  <message>
   <source>“run” is missing: the words of a command, as [test, -e, /tmp/done].</source>
   <translation>« run » manque : les mots d’une commande, comme [test, -e, /tmp/done].</translation>
  </message>
  <message>
   <source>The path of a file begins with “/”.</source>
   <translation>Le chemin d’un fichier commence par « / ».</translation>
  </message>
  <message>
   <source>“port” must be a number from 1 to 65535.</source>
   <translation>« port » doit être un nombre de 1 à 65535.</translation>
  </message>
  <message>
   <source>“path” is what the engine is asked for, as /quayside/checkpoint.</source>
   <translation>« path » est ce qui est demandé au moteur, comme /quayside/checkpoint.</translation>
  </message>
  <message>
   <source>Say what the value must be: %1.</source>
   <translation>Dites ce que la valeur doit être : %1.</translation>
  </message>
  <message>
   <source>Two offers have the id “%1”. Give each its own.</source>
   <translation>Deux offres portent l’id « %1 ». Donnez à chacune le sien.</translation>
  </message>
  <message>
   <source>An offer has either “run: …” or “act: …”.</source>
   <translation>Une offre a soit « run: … », soit « act: … ».</translation>
  </message>
  <message>
   <source>Give the container a name, as --name learn-%1-two.</source>
   <translation>Donnez un nom au conteneur, comme --name learn-%1-two.</translation>
  </message>
  <message>
   <source>“%1” is no act. Possible are: %2.</source>
   <translation>« %1 » n’est pas une action. Possibilités : %2.</translation>
  </message>
  <message>
   <source>“%1” is no size. Write it as 16m or 1g.</source>
   <translation>« %1 » n’est pas une taille. Écrivez par exemple 16m ou 1g.</translation>
  </message>
  <message>
   <source>Say what is updated: memory, cpus or pids.</source>
   <translation>Dites ce qui est modifié : memory, cpus ou pids.</translation>
  </message>
  <message>
   <source>The name of an image of a lesson begins with learn-%1.</source>
   <translation>Le nom d’une image d’une leçon commence par learn-%1.</translation>
  </message>
  <message>
   <source>There is no container “%1” in this lesson.</source>
   <translation>Il n’y a pas de conteneur « %1 » dans cette leçon.</translation>
  </message>
  <message>
   <source>What a lesson makes has a name that begins with %1.</source>
   <translation>Ce qu’une leçon crée porte un nom qui commence par %1.</translation>
  </message>
  <message>
   <source>There is no offer “%1” in this step.</source>
   <translation>Il n’y a pas d’offre « %1 » dans cette étape.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LimitsOperation</name>
  <message>
   <source>Change the limits of %1</source>
   <translation>Modifier les limites de %1</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LoadOperation</name>
  <message>
   <source>Load %1</source>
   <translation>Charger %1</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>Impossible de lire %1 : %2</translation>
  </message>
  <message>
   <source>%1 of %2 sent</source>
   <translation>%1 sur %2 envoyés</translation>
  </message>
  <message>
   <source>The engine unpacks it</source>
   <translation>Le moteur l’extrait</translation>
  </message>
  <message>
   <source>Loaded</source>
   <translation>Chargement terminé</translation>
  </message>
  <message>
   <source>Loaded %1</source>
   <translation>%1 : image chargée</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LogExport</name>
  <message>
   <source>Save a log to %1</source>
   <translation>Enregistrer un journal dans %1</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2</source>
   <translation>Impossible d’écrire %1 : %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::LogMerger</name>
  <message>
   <source>The log of %1 cannot be read: %2</source>
   <translation>Impossible de lire le journal de %1 : %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::NetworkMap</name>
  <message>
   <source>local:%1</source>
   <comment>a port that only this computer reaches</comment>
   <translation>local:%1</translation>
  </message>
  <message numerus="yes">
   <source>%n container(s) use this computer&apos;s own interfaces and ports.</source>
   <translation>
    <numerusform>%n conteneur utilise les interfaces et les ports de cet ordinateur.</numerusform>
    <numerusform>%n conteneurs utilisent les interfaces et les ports de cet ordinateur.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n container(s) have no network at all.</source>
   <translation>
    <numerusform>%n conteneur n’a aucun réseau.</numerusform>
    <numerusform>%n conteneurs n’ont aucun réseau.</numerusform>
   </translation>
  </message>
  <message>
   <source>The network %1: nobody is in it.</source>
   <translation>Le réseau %1 : personne n’y est.</translation>
  </message>
  <message numerus="yes">
   <source>The network %1: %n container(s) reach each other in it.</source>
   <translation>
    <numerusform>Le réseau %1 : %n conteneur s’y trouve.</numerusform>
    <numerusform>Le réseau %1 : %n conteneurs s’y joignent.</numerusform>
   </translation>
  </message>
  <message>
   <source>It is closed: nothing leads out of it, and nothing into it.</source>
   <translation>Il est fermé : rien n’en sort, et rien n’y entre.</translation>
  </message>
  <message>
   <source>By way of this computer they reach others.</source>
   <translation>Par cet ordinateur, ils en joignent d’autres.</translation>
  </message>
  <message>
   <source>Its containers are neighbours of this computer on the same wire (%1).</source>
   <translation>Ses conteneurs sont voisins de cet ordinateur sur le même câble (%1).</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <comment>network, address in it</comment>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>%1, %2, is in: %3</source>
   <comment>container, its state, networks</comment>
   <translation>%1, %2, est dans : %3</translation>
  </message>
  <message>
   <source>Port %1 of this computer leads to port %2 of %3, for programs of this computer only.</source>
   <translation>Le port %1 de cet ordinateur mène au port %2 de %3, pour les seuls programmes de cet ordinateur.</translation>
  </message>
  <message>
   <source>Port %1 of this computer leads to port %2 of %3.</source>
   <translation>Le port %1 de cet ordinateur mène au port %2 de %3.</translation>
  </message>
  <message numerus="yes">
   <source>+%n more</source>
   <translation>
    <numerusform>+%n autre</numerusform>
    <numerusform>+%n autres</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more container(s) of %1. Return shows all of them.</source>
   <translation>
    <numerusform>%n autre conteneur de %1. Entrée les affiche tous.</numerusform>
    <numerusform>%n autres conteneurs de %1. Entrée les affiche tous.</numerusform>
   </translation>
  </message>
  <message>
   <source>closed</source>
   <translation>fermé</translation>
  </message>
  <message numerus="yes">
   <source>%n not running</source>
   <translation>
    <numerusform>%n arrêté</numerusform>
    <numerusform>%n arrêtés</numerusform>
   </translation>
  </message>
  <message>
   <source>nobody in it</source>
   <translation>personne</translation>
  </message>
  <message>
   <source>This computer, %1. %2</source>
   <comment>its name, its interfaces</comment>
   <translation>Cet ordinateur, %1. %2</translation>
  </message>
  <message>
   <source>%1, the way out:</source>
   <translation>%1, le chemin vers l’extérieur :</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::NetworkModel</name>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Pilote</translation>
  </message>
  <message>
   <source>%1, internal</source>
   <translation>%1, interne</translation>
  </message>
  <message>
   <source>Addresses</source>
   <translation>Adresses</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>Utilisé par</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
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
   <translation>%1 a planté</translation>
  </message>
  <message numerus="yes">
   <source>%n times within a minute, the last time: %1</source>
   <translation>
    <numerusform>%n fois en une minute, la dernière : %1</numerusform>
    <numerusform>%n fois en une minute, la dernière : %1</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 is unhealthy</source>
   <translation>%1 est défaillant</translation>
  </message>
  <message>
   <source>It runs, but its health check fails.</source>
   <translation>Il tourne, mais son contrôle de santé échoue.</translation>
  </message>
  <message>
   <source>The disk is getting full</source>
   <translation>Le disque se remplit</translation>
  </message>
  <message>
   <source>%1 are free where the engine keeps images and volumes. Tidying up may free some.</source>
   <translation>%1 sont libres là où le moteur garde images et volumes. Un nettoyage peut en libérer.</translation>
  </message>
  <message>
   <source>Built: %1</source>
   <translation>Construit : %1</translation>
  </message>
  <message>
   <source>Not built: %1</source>
   <translation>Échec de la construction : %1</translation>
  </message>
  <message>
   <source>a container has cra&amp;shed</source>
   <translation>un conteneur a &amp;planté</translation>
  </message>
  <message>
   <source>a container is &amp;unhealthy</source>
   <translation>un conteneur est dé&amp;faillant</translation>
  </message>
  <message>
   <source>a build has &amp;finished</source>
   <translation>une construction est &amp;terminée</translation>
  </message>
  <message>
   <source>a build has fai&amp;led</source>
   <translation>une construction a éc&amp;houé</translation>
  </message>
  <message>
   <source>the &amp;disk is getting full</source>
   <translation>le &amp;disque se remplit</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Operation</name>
  <message>
   <source>Cancelled</source>
   <translation>Annulé</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::PackageModel</name>
  <message>
   <source>%1: %2</source>
   <comment>package, what it is</comment>
   <translation>%1 : %2</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>Paquet</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Architecture</source>
   <translation>Architecture</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Couche</translation>
  </message>
  <message>
   <source>Installed by layer %1</source>
   <translation>Installé par la couche %1</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>Database</source>
   <translation>Base de données</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>Résumé</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::PullOperation</name>
  <message>
   <source>Pull all tags of %1</source>
   <translation>Récupérer tous les tags de %1</translation>
  </message>
  <message>
   <source>Pull %1</source>
   <translation>Récupérer %1</translation>
  </message>
  <message>
   <source>%1 was here already, and is the newest</source>
   <translation>%1 était déjà ici, dans sa dernière version</translation>
  </message>
  <message>
   <source>%1 is here</source>
   <translation>%1 est ici</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::PushOperation</name>
  <message>
   <source>Push %1</source>
   <translation>Envoyer %1</translation>
  </message>
  <message>
   <source>%1 is in %2</source>
   <comment>image, registry</comment>
   <translation>%1 est dans %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RecreateOperation</name>
  <message>
   <source>Make %1 anew</source>
   <translation>Refaire %1</translation>
  </message>
  <message>
   <source>Exchanging their names</source>
   <translation>Échange des noms</translation>
  </message>
  <message>
   <source>Stopping the old one</source>
   <translation>Arrêt de l’ancien</translation>
  </message>
  <message>
   <source>Starting the new one</source>
   <translation>Démarrage du nouveau</translation>
  </message>
  <message>
   <source>Pausing the new one</source>
   <translation>Suspension du nouveau</translation>
  </message>
  <message>
   <source>Bringing the old one back</source>
   <translation>Rétablissement de l’ancien</translation>
  </message>
  <message>
   <source>%1 is back as it was, because the new one could not take its place: %2</source>
   <translation>%1 est rétabli tel qu’il était, car le nouveau n’a pas pu prendre sa place : %2</translation>
  </message>
  <message>
   <source>The new container could not take the place of %1 (%2), and the old one is not back: %3</source>
   <translation>Le nouveau conteneur n’a pas pu prendre la place de %1 (%2), et l’ancien n’est pas rétabli : %3</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>Removing the old one</source>
   <translation>Suppression de l’ancien</translation>
  </message>
  <message>
   <source>The old container is still here: %1</source>
   <translation>L’ancien conteneur est toujours là : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RecreatePlan</name>
  <message>
   <source>the name %1</source>
   <translation>le nom %1</translation>
  </message>
  <message>
   <source>the image %1</source>
   <translation>l’image %1</translation>
  </message>
  <message>
   <source>the network %1</source>
   <translation>le réseau %1</translation>
  </message>
  <message>
   <source>files that it changed outside of volumes and mounted folders</source>
   <translation>les fichiers qu’il a changés hors des volumes et des dossiers montés</translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) or folder(s) that it changed outside of volumes and mounted folders</source>
   <translation>
    <numerusform>%n fichier ou dossier qu’il a changé hors des volumes et des dossiers montés</numerusform>
    <numerusform>%n fichiers ou dossiers qu’il a changés hors des volumes et des dossiers montés</numerusform>
   </translation>
  </message>
  <message>
   <source>its log and its id</source>
   <translation>son journal et son id</translation>
  </message>
  <message>
   <source>the way back: it was made to be removed as soon as it ends (--rm)</source>
   <translation>le retour en arrière : il a été créé pour être supprimé dès qu’il se termine (--rm)</translation>
  </message>
  <message>
   <source>the folder %1</source>
   <translation>le dossier %1</translation>
  </message>
  <message>
   <source>the volume %1</source>
   <translation>le volume %1</translation>
  </message>
  <message>
   <source>the volume without a name in %1</source>
   <translation>le volume sans nom dans %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RegistryModel</name>
  <message>
   <source>not asked yet</source>
   <translation>pas encore interrogé</translation>
  </message>
  <message>
   <source>is asked…</source>
   <translation>interrogation…</translation>
  </message>
  <message>
   <source>not reachable</source>
   <translation>injoignable</translation>
  </message>
  <message>
   <source>reachable, not encrypted</source>
   <translation>joignable, non chiffré</translation>
  </message>
  <message>
   <source>reachable, encrypted</source>
   <translation>joignable, chiffré</translation>
  </message>
  <message>
   <source>reachable, encrypted, not verified</source>
   <translation>joignable, chiffré, non vérifié</translation>
  </message>
  <message>
   <source>not logged in</source>
   <translation>non connecté</translation>
  </message>
  <message>
   <source>logged in</source>
   <translation>connecté</translation>
  </message>
  <message>
   <source>Registry</source>
   <translation>Registre</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Connexion</translation>
  </message>
  <message>
   <source>The login is kept %1.</source>
   <translation>Les identifiants sont conservés %1.</translation>
  </message>
  <message>
   <source>Images here</source>
   <translation>Images ici</translation>
  </message>
  <message>
   <source>none</source>
   <translation>aucune</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RunOperation</name>
  <message>
   <source>Run %1</source>
   <translation>Lancer %1</translation>
  </message>
  <message>
   <source>Create a container of %1</source>
   <translation>Créer un conteneur à partir de %1</translation>
  </message>
  <message>
   <source>Creating the container</source>
   <translation>Création du conteneur</translation>
  </message>
  <message>
   <source>Pulling %1</source>
   <translation>Récupération de %1</translation>
  </message>
  <message>
   <source>%1 is not here, and pulling it failed: %2</source>
   <translation>%1 n’est pas ici, et sa récupération a échoué : %2</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
  </message>
  <message>
   <source>Starting the container</source>
   <translation>Démarrage du conteneur</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Démarrage</translation>
  </message>
  <message>
   <source>Pulling %1: %2</source>
   <translation>Récupération de %1 : %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::RunOptions</name>
  <message>
   <source>Privileged: the container can do anything that the administrator of this machine can.</source>
   <translation>Privilégié : le conteneur peut tout ce que peut l’administrateur de cet ordinateur.</translation>
  </message>
  <message>
   <source>Host network: the container reaches everything that listens on this machine, and can listen anywhere.</source>
   <translation>Réseau de l’hôte : le conteneur atteint tout ce qui écoute sur cet ordinateur, et peut écouter partout.</translation>
  </message>
  <message>
   <source>Host processes: the container sees the processes of this machine and may signal them.</source>
   <translation>Processus de l’hôte : le conteneur voit les processus de cet ordinateur et peut leur envoyer des signaux.</translation>
  </message>
  <message>
   <source>Host IPC: the container shares the memory segments of this machine&apos;s programs.</source>
   <translation>IPC de l’hôte : le conteneur partage les segments de mémoire des programmes de cet ordinateur.</translation>
  </message>
  <message>
   <source>Host users: root in the container is root of this machine.</source>
   <translation>Utilisateurs de l’hôte : root dans le conteneur est root sur cet ordinateur.</translation>
  </message>
  <message>
   <source>Device %1: the container talks to this hardware directly.</source>
   <translation>Périphérique %1 : le conteneur parle directement à ce matériel.</translation>
  </message>
  <message>
   <source>All capabilities: most of what keeps root in the container harmless is gone.</source>
   <translation>Toutes les capacités : l’essentiel de ce qui rend root inoffensif dans le conteneur disparaît.</translation>
  </message>
  <message>
   <source>Capability %1: root in the container may do more than usual.</source>
   <translation>Capacité %1 : root peut en faire plus que d’habitude dans le conteneur.</translation>
  </message>
  <message>
   <source>%1: a filter between the container and the kernel is off.</source>
   <translation>%1 : un filtre entre le conteneur et le noyau est désactivé.</translation>
  </message>
  <message>
   <source>The whole file system of this machine is open to the container.</source>
   <translation>Tout le système de fichiers de cet ordinateur est ouvert au conteneur.</translation>
  </message>
  <message>
   <source>%1 is a socket: through it the container may command the program behind.</source>
   <translation>%1 est un socket : à travers lui, le conteneur peut commander le programme qui est derrière.</translation>
  </message>
  <message>
   <source>The container can change everything in %1.</source>
   <translation>Le conteneur peut tout modifier dans %1.</translation>
  </message>
  <message>
   <source>Published ports can be reached from other machines too; put 127.0.0.1 in front to keep them here.</source>
   <translation>Les ports publiés sont aussi joignables depuis d’autres ordinateurs ; mettez 127.0.0.1 devant pour les garder ici.</translation>
  </message>
  <message>
   <source>Out of memory: the kernel ends other programs of this machine before this container.</source>
   <translation>Manque de mémoire : le noyau termine d’autres programmes de cet ordinateur avant ce conteneur.</translation>
  </message>
  <message>
   <source>choose an image first</source>
   <translation>choisissez d’abord une image</translation>
  </message>
  <message>
   <source>Lab: programs in it may mount and make namespaces, in the container only; they reach more of the kernel than those of other containers.</source>
   <translation>Labo : ses programmes peuvent monter et créer des espaces de noms, seulement dans le conteneur ; ils atteignent une plus grande part du noyau que ceux des autres conteneurs.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::SavingOperation</name>
  <message>
   <source>%1 cannot be written: %2</source>
   <translation>Impossible d’écrire %1 : %2</translation>
  </message>
  <message>
   <source>%1 written</source>
   <translation>%1 écrits</translation>
  </message>
  <message>
   <source>Saved to %1</source>
   <translation>Enregistré dans %1</translation>
  </message>
  <message>
   <source>Export %1</source>
   <translation>Exporter %1</translation>
  </message>
  <message>
   <source>the archive ended before the file did</source>
   <translation>l’archive finit avant le fichier</translation>
  </message>
  <message>
   <source>Download %1</source>
   <translation>Télécharger %1</translation>
  </message>
  <message>
   <source>Save %1</source>
   <translation>Enregistrer %1</translation>
  </message>
  <message numerus="yes">
   <source>Save %n image(s)</source>
   <translation>
    <numerusform>Enregistrer %n image</numerusform>
    <numerusform>Enregistrer %n images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::models::SetupSection</name>
  <message>
   <source>Mounts</source>
   <translation>Montages</translation>
  </message>
  <message>
   <source>Networks</source>
   <translation>Réseaux</translation>
  </message>
  <message>
   <source>Ports</source>
   <translation>Ports</translation>
  </message>
  <message>
   <source>Environment</source>
   <translation>Environnement</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Limites</translation>
  </message>
  <message>
   <source>Security</source>
   <translation>Sécurité</translation>
  </message>
  <message>
   <source>volume</source>
   <translation>volume</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>dossier</translation>
  </message>
  <message>
   <source>read only</source>
   <translation>lecture seule</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <comment>source, kind</comment>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>memory</source>
   <translation>mémoire</translation>
  </message>
  <message>
   <source>memory (%1)</source>
   <translation>mémoire (%1)</translation>
  </message>
  <message>
   <source>gateway %1</source>
   <translation>passerelle %1</translation>
  </message>
  <message>
   <source>also called %1</source>
   <translation>appelé aussi %1</translation>
  </message>
  <message>
   <source>connected</source>
   <translation>connecté</translation>
  </message>
  <message>
   <source>Host name</source>
   <translation>Nom d’hôte</translation>
  </message>
  <message>
   <source>DNS servers</source>
   <translation>Serveurs DNS</translation>
  </message>
  <message>
   <source>Hosts it knows</source>
   <translation>Hôtes qu’il connaît</translation>
  </message>
  <message>
   <source>not published</source>
   <translation>non publié</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Mémoire</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>sans limite</translation>
  </message>
  <message>
   <source>CPUs</source>
   <translation>Processeurs</translation>
  </message>
  <message>
   <source>Memory kept for it</source>
   <translation>Mémoire gardée</translation>
  </message>
  <message>
   <source>Which CPUs</source>
   <translation>Quels processeurs</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Processus</translation>
  </message>
  <message>
   <source>Shared memory</source>
   <translation>Mémoire partagée</translation>
  </message>
  <message>
   <source>Restart</source>
   <translation>Redémarrage</translation>
  </message>
  <message>
   <source>never</source>
   <translation>jamais</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Utilisateur</translation>
  </message>
  <message>
   <source>Privileged</source>
   <translation>Privilégié</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>oui</translation>
  </message>
  <message>
   <source>Its own files</source>
   <translation>Ses propres fichiers</translation>
  </message>
  <message>
   <source>Capabilities added</source>
   <translation>Capacités ajoutées</translation>
  </message>
  <message>
   <source>Capabilities dropped</source>
   <translation>Capacités retirées</translation>
  </message>
  <message>
   <source>Security options</source>
   <translation>Options de sécurité</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Périphérique</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Propriétaire</translation>
  </message>
  <message>
   <source>Handed over to</source>
   <translation>Confié à</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Shelf</name>
  <message>
   <source>The folder is not there. Choose another one.</source>
   <translation>Le dossier n’est pas là. Choisissez-en un autre.</translation>
  </message>
  <message>
   <source>There are no lessons here: files whose names end in .md.</source>
   <translation>Il n’y a pas de leçons ici : des fichiers dont le nom finit par .md.</translation>
  </message>
  <message>
   <source>More than %1 files: only the first ones are read.</source>
   <translation>Plus de %1 fichiers : seuls les premiers sont lus.</translation>
  </message>
  <message>
   <source>There is a lesson “%1” already. Give this one another id.</source>
   <translation>Il y a déjà une leçon « %1 ». Donnez un autre id à celle-ci.</translation>
  </message>
  <message>
   <source>The id “%1” and that of the lesson “%2” begin alike. Give this one another id.</source>
   <translation>L’id « %1 » et celui de la leçon « %2 » commencent de la même façon. Donnez un autre id à celle-ci.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::StepTexts</name>
  <message>
   <source>The last call of this step is the one that failed: look at its result.</source>
   <translation>Le dernier appel de cette étape est celui qui a échoué : voyez son résultat.</translation>
  </message>
  <message>
   <source>Make the control group</source>
   <translation>Créer le groupe de contrôle</translation>
  </message>
  <message>
   <source>A control group is a folder, and limits are written to files in it. It is there before the first process, so that not even the launch itself escapes the limits.</source>
   <translation>Un groupe de contrôle est un dossier, et les limites s’écrivent dans ses fichiers. Il est là avant le premier processus, pour que le lancement lui-même n’échappe pas aux limites.</translation>
  </message>
  <message>
   <source>Look at the limits: the kernel may refuse one of them.</source>
   <translation>Regardez les limites : le noyau en refuse peut-être une.</translation>
  </message>
  <message>
   <source>Make the process</source>
   <translation>Créer le processus</translation>
  </message>
  <message>
   <source>One call makes a copy of the stage that lives in namespaces of its own and in the control group from its first instruction. There is no container yet, only this process, which is changed step by step until it is one.</source>
   <translation>Un seul appel fait une copie de quayside-stage, qui vit dans ses propres espaces de noms et dans le groupe de contrôle dès sa première instruction. Il n’y a pas encore de conteneur, seulement ce processus, que l’on change pas à pas jusqu’à ce qu’il en soit un.</translation>
  </message>
  <message>
   <source>The machine may lack memory, or allow no more namespaces.</source>
   <translation>La machine manque peut-être de mémoire, ou ne permet pas davantage d’espaces de noms.</translation>
  </message>
  <message>
   <source>Map the ids</source>
   <translation>Faire correspondre les ids</translation>
  </message>
  <message>
   <source>The stage writes which user ids of the host stand behind those inside. Only now is the process somebody in its user namespace; a process could never write its own map so freely.</source>
   <translation>quayside-stage écrit quels ids d’utilisateur de l’hôte se trouvent derrière ceux de l’intérieur. C’est seulement maintenant que le processus est quelqu’un dans son espace de noms utilisateur ; un processus ne pourrait jamais écrire aussi librement sa propre correspondance.</translation>
  </message>
  <message>
   <source>The range of ids of this user may be taken: look at the engine&apos;s log.</source>
   <translation>La plage d’ids de cet utilisateur est peut-être prise : voyez le journal du moteur.</translation>
  </message>
  <message>
   <source>Set the limits of the process</source>
   <translation>Fixer les limites du processus</translation>
  </message>
  <message>
   <source>Limits that belong to a process, not to a group: open files, size of a core dump, and how readily the kernel kills it when memory runs out. They are handed down to all that it starts.</source>
   <translation>Des limites qui appartiennent à un processus, et non à un groupe : fichiers ouverts, taille d’un core dump, et facilité avec laquelle le noyau le tue quand la mémoire manque. Elles se transmettent à tout ce qu’il démarre.</translation>
  </message>
  <message>
   <source>Lower the limits (ulimit) of the container.</source>
   <translation>Baissez les limites (ulimit) du conteneur.</translation>
  </message>
  <message>
   <source>Set up the network</source>
   <translation>Préparer le réseau</translation>
  </message>
  <message>
   <source>The engine makes a pair of interfaces, plugs one end into the bridge and puts the other one into the container&apos;s network namespace. Addresses, routes and published ports follow.</source>
   <translation>Le moteur crée une paire d’interfaces, branche un bout sur le pont et met l’autre dans l’espace de noms réseau du conteneur. Suivent les adresses, les routes et les ports publiés.</translation>
  </message>
  <message>
   <source>A published port may be taken by another program: choose another one, or ask the port doctor.</source>
   <translation>Un port publié est peut-être pris par un autre programme : choisissez-en un autre, ou demandez au diagnostic de port.</translation>
  </message>
  <message>
   <source>Become root inside</source>
   <translation>Devenir root à l’intérieur</translation>
  </message>
  <message>
   <source>The process takes user 0 of its user namespace. It has all capabilities in there and none outside: root inside is an ordinary user on the host.</source>
   <translation>Le processus devient l’utilisateur 0 de son espace de noms utilisateur. Il y a toutes les capacités, et aucune au-dehors : root à l’intérieur est un utilisateur ordinaire sur l’hôte.</translation>
  </message>
  <message>
   <source>Enter the control groups</source>
   <translation>Entrer dans les groupes de contrôle</translation>
  </message>
  <message>
   <source>From here on the kernel counts what the process uses with the container&apos;s group, and holds it to the group&apos;s limits. All that it starts stays in the group.</source>
   <translation>À partir d’ici, le noyau compte ce qu’utilise le processus avec le groupe du conteneur, et le maintient dans les limites du groupe. Tout ce qu’il démarre reste dans le groupe.</translation>
  </message>
  <message>
   <source>The group may be gone: start the container again.</source>
   <translation>Le groupe a peut-être disparu : redémarrez le conteneur.</translation>
  </message>
  <message>
   <source>Make its group the root of groups</source>
   <translation>Faire de son groupe la racine</translation>
  </message>
  <message>
   <source>A cgroup namespace begins where its maker stands: the container sees its own group as the topmost one. It does not learn where on the host that is.</source>
   <translation>Un espace de noms de cgroup commence là où se trouve son créateur : le conteneur voit son propre groupe comme le plus haut. Il n’apprend pas où celui-ci se trouve sur l’hôte.</translation>
  </message>
  <message>
   <source>Set the host name</source>
   <translation>Fixer le nom d’hôte</translation>
  </message>
  <message>
   <source>The UTS namespace is the process&apos;s own, so it may name the machine as it likes. Outside nothing changes.</source>
   <translation>L’espace de noms UTS appartient au processus, qui peut donc nommer la machine comme il veut. Au-dehors, rien ne change.</translation>
  </message>
  <message>
   <source>A host name has at most 64 characters: choose a shorter one.</source>
   <translation>Un nom d’hôte a au plus 64 caractères : choisissez-en un plus court.</translation>
  </message>
  <message>
   <source>Keep its mounts to itself</source>
   <translation>Garder ses montages pour lui</translation>
  </message>
  <message>
   <source>The mount namespace began as a copy of the host&apos;s table. All of it is made private, so that no mount of the container is ever seen outside.</source>
   <translation>L’espace de noms de montage a commencé comme une copie de la table de l’hôte. Celle-ci est rendue entièrement privée, pour qu’aucun montage du conteneur ne se voie jamais au-dehors.</translation>
  </message>
  <message>
   <source>Mount the root file system</source>
   <translation>Monter la racine</translation>
  </message>
  <message>
   <source>The layers are mounted on top of each other as one tree, with the container&apos;s own layer on top. It is not yet the root of the process: it still sees the host&apos;s files as well.</source>
   <translation>Les couches sont montées l’une sur l’autre comme un seul arbre, avec la couche du conteneur au-dessus. Ce n’est pas encore la racine du processus : il voit encore aussi les fichiers de l’hôte.</translation>
  </message>
  <message>
   <source>A layer may be damaged or the disk full: see System, Disk.</source>
   <translation>Une couche est peut-être abîmée, ou le disque plein : voyez Système, Disque.</translation>
  </message>
  <message>
   <source>Mount all the rest</source>
   <translation>Monter tout le reste</translation>
  </message>
  <message>
   <source>/proc, /sys, /dev, volumes and folders of the host are mounted inside the new root. A new /proc or /sys is only allowed while the host&apos;s are in sight, so this comes before the root is changed.</source>
   <translation>/proc, /sys, /dev, les volumes et les dossiers de l’hôte sont montés dans la nouvelle racine. Un nouveau /proc ou /sys n’est permis que tant que celui de l’hôte est en vue : c’est pourquoi cela vient avant le changement de racine.</translation>
  </message>
  <message>
   <source>A folder or volume may be missing, or not yours to read: look at the files of the container&apos;s options.</source>
   <translation>Un dossier ou un volume manque peut-être, ou vous ne pouvez pas le lire : voyez les fichiers dans les options du conteneur.</translation>
  </message>
  <message>
   <source>Write kernel parameters</source>
   <translation>Écrire les paramètres du noyau</translation>
  </message>
  <message>
   <source>Parameters that belong to the container&apos;s own namespaces are written to /proc/sys. It is made read-only soon after.</source>
   <translation>Les paramètres qui appartiennent aux espaces de noms du conteneur sont écrits dans /proc/sys. Il passe en lecture seule peu après.</translation>
  </message>
  <message>
   <source>The kernel does not know one of them, or it is not the container&apos;s to set: take it out of the options.</source>
   <translation>Le noyau n’en connaît pas un, ou le conteneur n’a pas à le régler : enlevez-le des options.</translation>
  </message>
  <message>
   <source>Open the terminal</source>
   <translation>Ouvrir le terminal</translation>
  </message>
  <message>
   <source>A pair of devices is opened in the container&apos;s own /dev/pts: one end for the command, one for the stage. Only containers with a terminal (-t) have one.</source>
   <translation>Une paire de périphériques est ouverte dans le /dev/pts du conteneur : un bout pour la commande, un pour quayside-stage. Seuls les conteneurs avec un terminal (-t) en ont une.</translation>
  </message>
  <message>
   <source>Hide paths</source>
   <translation>Cacher des chemins</translation>
  </message>
  <message>
   <source>Something empty is mounted over files that tell too much of the machine, and others are mounted again read-only. They are not the container&apos;s own, whatever its namespaces.</source>
   <translation>Quelque chose de vide est monté par-dessus les fichiers qui en disent trop sur la machine, et d’autres sont remontés en lecture seule. Ils n’appartiennent pas au conteneur, quels que soient ses espaces de noms.</translation>
  </message>
  <message>
   <source>Make the working folder</source>
   <translation>Créer le dossier de travail</translation>
  </message>
  <message>
   <source>The folder in which the command is to start is made where the image lacks it. The path is followed inside the new root, where no link leads out.</source>
   <translation>Le dossier dans lequel la commande doit démarrer est créé si l’image ne l’a pas. Le chemin est suivi dans la nouvelle racine, dont aucun lien ne sort.</translation>
  </message>
  <message>
   <source>A file may be in the way: choose another working folder.</source>
   <translation>Un fichier est peut-être en travers : choisissez un autre dossier de travail.</translation>
  </message>
  <message>
   <source>Change the root</source>
   <translation>Changer la racine</translation>
  </message>
  <message>
   <source>pivot_root makes the new tree the root of the mount namespace, and the old one is taken off. From now on the files of the host are not hidden: they are not there.</source>
   <translation>pivot_root fait du nouvel arbre la racine de l’espace de noms de montage, et l’ancien est démonté. Désormais, les fichiers de l’hôte ne sont pas cachés : ils ne sont pas là.</translation>
  </message>
  <message>
   <source>Enter the working folder</source>
   <translation>Entrer dans le dossier de travail</translation>
  </message>
  <message>
   <source>The process goes to the folder in which the command is to start. It comes after the change of the root, so that it cannot be a folder of the host.</source>
   <translation>Le processus va dans le dossier dans lequel la commande doit démarrer. Cela vient après le changement de racine, pour que ce ne puisse pas être un dossier de l’hôte.</translation>
  </message>
  <message>
   <source>Choose another working folder.</source>
   <translation>Choisissez un autre dossier de travail.</translation>
  </message>
  <message>
   <source>Connect input and output</source>
   <translation>Relier l’entrée et la sortie</translation>
  </message>
  <message>
   <source>Standard input, output and error become pipes to the stage, or the terminal. What the command writes is the container&apos;s log.</source>
   <translation>L’entrée, la sortie et l’erreur standard deviennent des tubes vers quayside-stage, ou le terminal. Ce que la commande écrit est le journal du conteneur.</translation>
  </message>
  <message>
   <source>Filter system calls</source>
   <translation>Filtrer les appels système</translation>
  </message>
  <message>
   <source>The kernel gets a small program that it runs at every system call from now on. It cannot be taken off again, not even by root.</source>
   <translation>Le noyau reçoit un petit programme qu’il exécute désormais à chaque appel système. Il ne peut plus être retiré, pas même par root.</translation>
  </message>
  <message>
   <source>The profile may be wrong: try the engine&apos;s own one.</source>
   <translation>Le profil est peut-être faux : essayez celui du moteur.</translation>
  </message>
  <message>
   <source>Give up capabilities</source>
   <translation>Renoncer à des capacités</translation>
  </message>
  <message>
   <source>Root&apos;s power in this namespace is cut down to what the container was given, and the user of the command is taken. What is dropped from the bounding set never comes back.</source>
   <translation>Le pouvoir de root dans cet espace de noms est réduit à ce qui a été donné au conteneur, et le processus prend l’utilisateur de la commande. Ce qui est retiré de l’ensemble limitatif ne revient jamais.</translation>
  </message>
  <message>
   <source>The user or group may be unknown in the image: look at the container&apos;s options.</source>
   <translation>L’utilisateur ou le groupe est peut-être inconnu dans l’image : voyez les options du conteneur.</translation>
  </message>
  <message>
   <source>Become the command</source>
   <translation>Devenir la commande</translation>
  </message>
  <message>
   <source>execve replaces the program in the process by the container&apos;s command. Namespaces, limits, root and filter stay: that is the container.</source>
   <translation>execve remplace le programme du processus par la commande du conteneur. Les espaces de noms, les limites, la racine et le filtre restent : c’est cela, le conteneur.</translation>
  </message>
  <message>
   <source>The command may not be in the image, or not be executable: look for it in the tab Files, or change the command.</source>
   <translation>La commande n’est peut-être pas dans l’image, ou pas exécutable : cherchez-la dans l’onglet Fichiers, ou changez la commande.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::SyscallGroups</name>
  <message>
   <source>Kernel modules and other kernels</source>
   <translation>Modules du noyau et autres noyaux</translation>
  </message>
  <message>
   <source>Code in the kernel would be above every container: none can be loaded.</source>
   <translation>Du code dans le noyau serait au-dessus de tous les conteneurs : on ne peut pas en charger.</translation>
  </message>
  <message>
   <source>Mounts and roots</source>
   <translation>Montages et racines</translation>
  </message>
  <message>
   <source>What is hidden or read-only stays so: nothing can be mounted, moved or taken off.</source>
   <translation>Ce qui est caché ou en lecture seule le reste : rien ne peut être monté, déplacé ou démonté.</translation>
  </message>
  <message>
   <source>New namespaces</source>
   <translation>Nouveaux espaces de noms</translation>
  </message>
  <message>
   <source>A namespace of one&apos;s own would give all capabilities in it, and with them much more of the kernel to attack.</source>
   <translation>Un espace de noms à soi donnerait toutes les capacités en son sein, et avec elles bien plus de noyau à attaquer.</translation>
  </message>
  <message>
   <source>The machine&apos;s clock, name and power</source>
   <translation>Horloge, nom et alimentation de la machine</translation>
  </message>
  <message>
   <source>They are the whole machine&apos;s: a container neither sets the time nor restarts it.</source>
   <translation>Ils sont à toute la machine : un conteneur ne règle pas l’heure et ne la redémarre pas.</translation>
  </message>
  <message>
   <source>Tracing and measuring</source>
   <translation>Trace et mesure</translation>
  </message>
  <message>
   <source>Looking into other processes and into the kernel tells secrets and helps to attack.</source>
   <translation>Regarder dans d’autres processus et dans le noyau révèle des secrets et aide à attaquer.</translation>
  </message>
  <message>
   <source>The kernel&apos;s key ring</source>
   <translation>Trousseau du noyau</translation>
  </message>
  <message>
   <source>Keys know no namespaces: those of other containers could be found.</source>
   <translation>Les clés ne connaissent pas d’espaces de noms : on pourrait trouver celles d’autres conteneurs.</translation>
  </message>
  <message>
   <source>Memory in unusual ways</source>
   <translation>Mémoire par des voies inhabituelles</translation>
  </message>
  <message>
   <source>They have helped many attacks on the kernel, and few programs need them.</source>
   <translation>Ces appels ont servi à bien des attaques contre le noyau, et peu de programmes en ont besoin.</translation>
  </message>
  <message>
   <source>Hardware</source>
   <translation>Matériel</translation>
  </message>
  <message>
   <source>Ports and buses of the machine belong to its drivers.</source>
   <translation>Les ports d’entrée-sortie et les bus de la machine appartiennent à ses pilotes.</translation>
  </message>
  <message>
   <source>Files by number</source>
   <translation>Fichiers par numéro</translation>
  </message>
  <message>
   <source>A handle opens a file past every folder above it, also outside of the container.</source>
   <translation>Un handle ouvre un fichier sans passer par les dossiers au-dessus, même hors du conteneur.</translation>
  </message>
  <message>
   <source>Calls that nobody uses any more</source>
   <translation>Appels que personne n’utilise plus</translation>
  </message>
  <message>
   <source>Old code of the kernel is little tested: what is not needed is not reachable.</source>
   <translation>Le vieux code du noyau est peu testé : ce qui ne sert pas n’est pas accessible.</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>Autres</translation>
  </message>
  <message>
   <source>The profile names what is allowed: whatever it does not know is refused, also what later kernels bring.</source>
   <translation>Le profil nomme ce qui est permis : ce qu’il ne connaît pas est refusé, même ce qu’apporteront de futurs noyaux.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TarFileReader</name>
  <message>
   <source>the archive is damaged</source>
   <translation>l’archive est endommagée</translation>
  </message>
  <message>
   <source>it is not a regular file</source>
   <translation>ce n’est pas un fichier ordinaire</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TarFileWriter</name>
  <message>
   <source>the file became shorter while it was read</source>
   <translation>le fichier a raccourci pendant la lecture</translation>
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
   <translation>Une application web avec Flask. Les paquets sont installés avant la copie du code, et gardés dans un cache.</translation>
  </message>
  <message>
   <source>Node.js</source>
   <translation>Node.js</translation>
  </message>
  <message>
   <source>A server in JavaScript, with its packages from npm.</source>
   <translation>Un serveur en JavaScript, avec ses paquets de npm.</translation>
  </message>
  <message>
   <source>Go</source>
   <translation>Go</translation>
  </message>
  <message>
   <source>Compiled in one stage; the image has the program and nothing else.</source>
   <translation>Compilé dans une phase ; l’image ne contient que le programme, rien d’autre.</translation>
  </message>
  <message>
   <source>Rust</source>
   <translation>Rust</translation>
  </message>
  <message>
   <source>Compiled with cargo in one stage, with a cache between builds; run in a small one.</source>
   <translation>Compilé par cargo dans une phase, avec un cache entre les constructions ; exécuté dans une petite.</translation>
  </message>
  <message>
   <source>C++</source>
   <translation>C++</translation>
  </message>
  <message>
   <source>Compiled and linked statically in one stage; the image has the program only.</source>
   <translation>Compilé et lié statiquement dans une phase ; l’image ne contient que le programme.</translation>
  </message>
  <message>
   <source>Java</source>
   <translation>Java</translation>
  </message>
  <message>
   <source>Compiled with the development kit, run with the smaller runtime.</source>
   <translation>Compilé avec le kit de développement, exécuté avec le moteur d’exécution, plus petit.</translation>
  </message>
  <message>
   <source>Static web site</source>
   <translation>Site web statique</translation>
  </message>
  <message>
   <source>Plain files, and a small server for them.</source>
   <translation>De simples fichiers, et un petit serveur pour eux.</translation>
  </message>
  <message>
   <source>Several stages</source>
   <translation>Plusieurs phases</translation>
  </message>
  <message>
   <source>Stages that are made beside each other, a test, and one that takes what it needs from the others.</source>
   <translation>Des phases faites en parallèle, un test, et une phase qui prend aux autres ce qu’il lui faut.</translation>
  </message>
  <message>
   <source>As little as possible</source>
   <translation>Le moins possible</translation>
  </message>
  <message>
   <source>One program, accounts, no shell and no package manager: what is not there cannot be attacked.</source>
   <translation>Un programme, des comptes, ni shell ni gestionnaire de paquets : ce qui n’est pas là ne peut pas être attaqué.</translation>
  </message>
  <message>
   <source>%1 is there already, and is not overwritten: choose another folder</source>
   <translation>%1 existe déjà et ne sera pas écrasé : choisissez un autre dossier</translation>
  </message>
  <message>
   <source>The folder %1 cannot be made: choose another one</source>
   <translation>Impossible de créer le dossier %1 : choisissez-en un autre</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Text</name>
  <message>
   <source>%1 B</source>
   <translation>%1 o</translation>
  </message>
  <message>
   <source>%1 KiB</source>
   <translation>%1 Kio</translation>
  </message>
  <message>
   <source>%1 MiB</source>
   <translation>%1 Mio</translation>
  </message>
  <message>
   <source>%1 GiB</source>
   <translation>%1 Gio</translation>
  </message>
  <message>
   <source>%1 TiB</source>
   <translation>%1 Tio</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>à l’instant</translation>
  </message>
  <message numerus="yes">
   <source>%n s ago</source>
   <translation>
    <numerusform>il y a %n s</numerusform>
    <numerusform>il y a %n s</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min ago</source>
   <translation>
    <numerusform>il y a %n min</numerusform>
    <numerusform>il y a %n min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n h ago</source>
   <translation>
    <numerusform>il y a %n h</numerusform>
    <numerusform>il y a %n h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>il y a %n jour</numerusform>
    <numerusform>il y a %n jours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n s</source>
   <translation>
    <numerusform>%n s</numerusform>
    <numerusform>%n s</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min</source>
   <translation>
    <numerusform>%n min</numerusform>
    <numerusform>%n min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n h</source>
   <translation>
    <numerusform>%n h</numerusform>
    <numerusform>%n h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n jour</numerusform>
    <numerusform>%n jours</numerusform>
   </translation>
  </message>
  <message>
   <source>not used</source>
   <translation>non utilisé</translation>
  </message>
  <message numerus="yes">
   <source>%1 and %n more</source>
   <translation>
    <numerusform>%1 et %n autre</numerusform>
    <numerusform>%1 et %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>exit %1: out of memory</source>
   <translation>code %1 : mémoire épuisée</translation>
  </message>
  <message>
   <source>exit 0</source>
   <translation>code 0</translation>
  </message>
  <message>
   <source>exit 125: the engine could not start it</source>
   <translation>code 125 : le moteur n’a pas pu le démarrer</translation>
  </message>
  <message>
   <source>exit 126: the command cannot be executed</source>
   <translation>code 126 : la commande n’est pas exécutable</translation>
  </message>
  <message>
   <source>exit 127: no such command</source>
   <translation>code 127 : commande introuvable</translation>
  </message>
  <message>
   <source>exit 134: aborted (SIGABRT)</source>
   <translation>code 134 : abandon (SIGABRT)</translation>
  </message>
  <message>
   <source>exit 137: killed (SIGKILL)</source>
   <translation>code 137 : tué (SIGKILL)</translation>
  </message>
  <message>
   <source>exit 139: crashed (SIGSEGV)</source>
   <translation>code 139 : plantage (SIGSEGV)</translation>
  </message>
  <message>
   <source>exit 143: asked to end (SIGTERM)</source>
   <translation>code 143 : prié de se terminer (SIGTERM)</translation>
  </message>
  <message>
   <source>exit %1</source>
   <translation>code %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TextFile</name>
  <message>
   <source>writing %1</source>
   <translation>à l’écriture de %1</translation>
  </message>
  <message>
   <source>writing %1 to the disk</source>
   <translation>à l’écriture de %1 sur le disque</translation>
  </message>
  <message>
   <source>opening %1</source>
   <translation>à l’ouverture de %1</translation>
  </message>
  <message>
   <source>keeping the owner of %1</source>
   <translation>en conservant le propriétaire de %1</translation>
  </message>
  <message>
   <source>keeping the mode of %1</source>
   <translation>en conservant les droits de %1</translation>
  </message>
  <message>
   <source>The file is not UTF-8: it is shown as well as that goes, and cannot be changed here. Convert it with iconv first.</source>
   <translation>Le fichier n’est pas en UTF-8 : il est affiché du mieux possible, et ne peut pas être modifié ici. Convertissez-le d’abord avec iconv.</translation>
  </message>
  <message>
   <source>The file has characters that no text editor keeps (NUL or a paragraph separator): it cannot be changed here.</source>
   <translation>Le fichier contient des caractères qu’aucun éditeur de texte ne conserve (NUL ou un séparateur de paragraphe) : il ne peut pas être modifié ici.</translation>
  </message>
  <message>
   <source>Lines end in different ways in this file. A save ends all of them with CR LF.</source>
   <translation>Les fins de ligne de ce fichier sont mélangées. L’enregistrement les mettra toutes en CR LF.</translation>
  </message>
  <message>
   <source>Lines end in different ways in this file. A save ends all of them with LF.</source>
   <translation>Les fins de ligne de ce fichier sont mélangées. L’enregistrement les mettra toutes en LF.</translation>
  </message>
  <message>
   <source>%1 cannot be opened</source>
   <translation>Impossible d’ouvrir %1</translation>
  </message>
  <message>
   <source>%1 is no file that can be edited: choose a text file</source>
   <translation>%1 n’est pas un fichier modifiable : choisissez un fichier texte</translation>
  </message>
  <message>
   <source>%1 is larger than 4 MiB, the most that a Dockerfile may have: open it in a text editor</source>
   <translation>%1 dépasse 4 Mio, le maximum pour un Dockerfile : ouvrez-le dans un éditeur de texte</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>Impossible de lire %1 : %2</translation>
  </message>
  <message>
   <source>You may read this file, not change it. Save it under another name to keep changes.</source>
   <translation>Vous pouvez lire ce fichier, mais pas le modifier. Enregistrez-le sous un autre nom pour garder vos modifications.</translation>
  </message>
  <message>
   <source>%1 is no file that can be written</source>
   <translation>%1 n’est pas un fichier dans lequel on peut écrire</translation>
  </message>
  <message>
   <source>%1 cannot be written</source>
   <translation>Impossible d’écrire %1</translation>
  </message>
  <message>
   <source>putting the new %1 in place of the old</source>
   <translation>en remplaçant l’ancien %1 par le nouveau</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TidyOperation</name>
  <message>
   <source>Tidy up</source>
   <translation>Nettoyer</translation>
  </message>
  <message>
   <source>Emptying the cache of builds</source>
   <translation>Vidage du cache de construction</translation>
  </message>
  <message>
   <source>Removing %1</source>
   <translation>Suppression de %1</translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) removed</source>
   <translation>
    <numerusform>%n élément supprimé</numerusform>
    <numerusform>%n éléments supprimés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them could not be removed: %1</source>
   <translation>
    <numerusform>%n d’entre eux n’a pas pu être supprimé : %1</numerusform>
    <numerusform>%n d’entre eux n’ont pas pu être supprimés : %1</numerusform>
   </translation>
  </message>
  <message>
   <source>The cache of builds is empty</source>
   <translation>Le cache de construction est vide</translation>
  </message>
  <message>
   <source>%1 is removed</source>
   <translation>%1 : supprimé</translation>
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
   <translation>Un appel système qui donne à un processus un autre dossier comme racine. Ce qu’il appelle / est ce dossier, et aucun chemin n’en sort.</translation>
  </message>
  <message>
   <source>What a program sees as “the files” is only a table entry of its process. Change the entry, and the same program lives in another system.</source>
   <translation>Ce qu’un programme voit comme « les fichiers » n’est qu’une entrée de table de son processus. Changez l’entrée, et le même programme vit dans un autre système.</translation>
  </message>
  <message>
   <source>Each container begins with a root of its own. Instead of chroot, the engine mounts the image&apos;s layers in a mount namespace of its own, makes them the root with pivot_root, and takes the old root away.</source>
   <translation>Chaque conteneur commence par une racine à lui. Au lieu de chroot, le moteur monte les couches de l’image dans un espace de noms de montage à part, en fait la racine avec pivot_root, et retire l’ancienne racine.</translation>
  </message>
  <message>
   <source>A name that cannot be spelled is no lock. Who is root inside walks out of a chroot with a second chroot; and processes, network and users were never apart.</source>
   <translation>Un nom que l’on ne peut pas écrire n’est pas un verrou. Qui est root à l’intérieur sort d’un chroot par un second chroot ; et les processus, le réseau et les utilisateurs n’ont jamais été séparés.</translation>
  </message>
  <message>
   <source>Capabilities</source>
   <translation>Capacités</translation>
  </message>
  <message>
   <source>Linux 2.2</source>
   <translation>Linux 2.2</translation>
  </message>
  <message>
   <source>What root may do is divided into parts that can be taken away one by one.</source>
   <translation>Ce que root peut faire est divisé en parts, que l’on peut retirer une à une.</translation>
  </message>
  <message>
   <source>FreeBSD jails</source>
   <translation>Jails de FreeBSD</translation>
  </message>
  <message>
   <source>FreeBSD 4.0, Poul-Henning Kamp</source>
   <translation>FreeBSD 4.0, Poul-Henning Kamp</translation>
  </message>
  <message>
   <source>A chroot with walls: a process in a jail, and all of its children, have their own files, their own address, see only each other, and cannot leave, not even as root.</source>
   <translation>Un chroot avec des murs : un processus dans une jail, et tous ses enfants, ont leurs propres fichiers, leur propre adresse, ne voient qu’eux-mêmes et ne peuvent pas sortir, même en étant root.</translation>
  </message>
  <message>
   <source>Confine root itself. The administrator of a jail is almighty in it and nobody outside; later, a jail could make smaller jails of its own share.</source>
   <translation>Enfermer root lui-même. L’administrateur d’une jail y est tout-puissant, et n’est personne au-dehors ; plus tard, une jail a pu en créer de plus petites à partir de sa propre part.</translation>
  </message>
  <message>
   <source>Root in a container is a user without rights outside. A lab may open containers of its own, and they all count against its limits.</source>
   <translation>Dans un conteneur, root est un utilisateur sans droits au-dehors. Un labo peut ouvrir ses propres conteneurs, et tous comptent dans ses limites.</translation>
  </message>
  <message>
   <source>One word for the whole room, instead of ten switches that somebody forgets. And: what the kernel does not count, one room can use up for all.</source>
   <translation>Un seul mot pour toute la pièce, au lieu de dix interrupteurs dont quelqu’un oublie un. Et : ce que le noyau ne compte pas, une pièce peut l’épuiser pour toutes.</translation>
  </message>
  <message>
   <source>Linux-VServer</source>
   <translation>Linux-VServer</translation>
  </message>
  <message>
   <source>a patch for Linux, Jacques Gélinas</source>
   <translation>un correctif pour Linux, Jacques Gélinas</translation>
  </message>
  <message>
   <source>Many virtual servers on one Linux kernel, for rent: each with its own root password, its own services and limits. It was never part of Linux itself; one had to patch the kernel.</source>
   <translation>De nombreux serveurs virtuels sur un seul noyau Linux, à louer : chacun avec son mot de passe root, ses services et ses limites. Il n’a jamais fait partie de Linux ; il fallait corriger le noyau.</translation>
  </message>
  <message>
   <source>A hundred servers of the same distribution need its files only once. Equal files were shared; a server that changes one gets a copy of its own.</source>
   <translation>Cent serveurs de la même distribution n’ont besoin de ses fichiers qu’une fois. Les fichiers égaux étaient partagés ; un serveur qui en modifie un en reçoit sa propre copie.</translation>
  </message>
  <message>
   <source>Layers. All containers of an image share its files on the disk and in memory; what one of them changes goes into a layer of its own.</source>
   <translation>Les couches. Tous les conteneurs d’une image partagent ses fichiers, sur le disque et en mémoire ; ce que l’un d’eux modifie va dans sa propre couche.</translation>
  </message>
  <message>
   <source>Sharing makes containers cheap enough to have one for each program. A patch that must be carried from kernel to kernel is no foundation.</source>
   <translation>Le partage rend les conteneurs assez bon marché pour en avoir un par programme. Un correctif qu’il faut porter d’un noyau à l’autre n’est pas une fondation.</translation>
  </message>
  <message>
   <source>Mount namespaces</source>
   <translation>Espaces de noms de montage</translation>
  </message>
  <message>
   <source>Linux 2.4.19</source>
   <translation>Linux 2.4.19</translation>
  </message>
  <message>
   <source>The first namespace of Linux: processes have their own list of what is mounted where. It is called CLONE_NEWNS, as if there would never be another.</source>
   <translation>Le premier espace de noms de Linux : des processus ont leur propre liste de ce qui est monté, et où. Il s’appelle CLONE_NEWNS, comme s’il ne devait jamais y en avoir d’autre.</translation>
  </message>
  <message>
   <source>Solaris Zones</source>
   <translation>Zones de Solaris</translation>
  </message>
  <message>
   <source>Solaris 10, Sun Microsystems</source>
   <translation>Solaris 10, Sun Microsystems</translation>
  </message>
  <message>
   <source>Rooms of an operating system, with tools to install, boot, halt and move them, and pools of processors and memory. Solaris itself is the global zone, which sees all others.</source>
   <translation>Des pièces d’un système d’exploitation, avec des outils pour les installer, les démarrer, les arrêter et les déplacer, et des réserves de processeurs et de mémoire. Solaris lui-même est la zone globale, qui voit toutes les autres.</translation>
  </message>
  <message>
   <source>A zone is handed to somebody: its administrator is root in it, installs and restarts whatever is needed, and has no account outside.</source>
   <translation>Une zone est confiée à quelqu’un : son administrateur y est root, installe et redémarre ce qu’il faut, et n’a pas de compte au-dehors.</translation>
  </message>
  <message>
   <source>Each container belongs to the user who made it, and others do not even see it. It can be handed over to somebody who may run it, but not change its limits or remove it.</source>
   <translation>Chaque conteneur appartient à l’utilisateur qui l’a créé, et les autres ne le voient même pas. Il peut être confié à quelqu’un, qui peut l’utiliser, mais non changer ses limites ni le supprimer.</translation>
  </message>
  <message>
   <source>Isolation has two sides: what the programs inside can do, and what the people around may do. Both need rules.</source>
   <translation>L’isolation a deux faces : ce que peuvent faire les programmes à l’intérieur, et ce que peuvent faire les gens autour. Les deux demandent des règles.</translation>
  </message>
  <message>
   <source>OpenVZ</source>
   <translation>OpenVZ</translation>
  </message>
  <message>
   <source>a patch for Linux, SWsoft</source>
   <translation>un correctif pour Linux, SWsoft</translation>
  </message>
  <message>
   <source>The free core of Virtuozzo: virtual servers with counters for everything that the kernel has only so much of, and servers that move to another machine while they run.</source>
   <translation>Le cœur libre de Virtuozzo : des serveurs virtuels avec des compteurs pour tout ce que le noyau n’a qu’en quantité limitée, et des serveurs qui passent à une autre machine sans s’arrêter.</translation>
  </message>
  <message>
   <source>Count all resources of a group of processes, and freeze the group: what stands still can be written down, carried away and continued.</source>
   <translation>Compter toutes les ressources d’un groupe de processus, et figer le groupe : ce qui ne bouge pas peut être noté, emporté et repris.</translation>
  </message>
  <message>
   <source>Control groups with limits and counters, and Pause, which freezes a container as a whole. Writing down a running process is the work of CRIU, which the same people brought to Linux.</source>
   <translation>Les groupes de contrôle avec leurs limites et leurs compteurs, et Suspendre, qui fige un conteneur tout entier. Noter un processus actif est l’affaire de CRIU, que les mêmes personnes ont apporté à Linux.</translation>
  </message>
  <message>
   <source>A container that is only files and limits moves easily: stop, copy, start. Its memory and its open connections are the hard part, so people learned to build programs that can be started anew.</source>
   <translation>Un conteneur qui n’est que fichiers et limites se déplace facilement : arrêter, copier, démarrer. Sa mémoire et ses connexions ouvertes sont la part difficile ; on a donc appris à construire des programmes que l’on peut redémarrer à neuf.</translation>
  </message>
  <message>
   <source>UTS and IPC namespaces</source>
   <translation>Espaces de noms UTS et IPC</translation>
  </message>
  <message>
   <source>Linux 2.6.19</source>
   <translation>Linux 2.6.19</translation>
  </message>
  <message>
   <source>A host name of one&apos;s own; shared memory and message queues of one&apos;s own.</source>
   <translation>Un nom d’hôte à soi ; une mémoire partagée et des files de messages à soi.</translation>
  </message>
  <message>
   <source>PID namespaces</source>
   <translation>Espaces de noms PID</translation>
  </message>
  <message>
   <source>Linux 2.6.24</source>
   <translation>Linux 2.6.24</translation>
  </message>
  <message>
   <source>Process numbers of one&apos;s own, beginning at 1. Outside, the same process has another number.</source>
   <translation>Des numéros de processus à soi, à partir de 1. Au-dehors, le même processus a un autre numéro.</translation>
  </message>
  <message>
   <source>Control groups</source>
   <translation>Groupes de contrôle</translation>
  </message>
  <message>
   <source>Groups of processes that are limited and counted together: processors, memory, and more over the years. Begun at Google as “process containers”.</source>
   <translation>Des groupes de processus limités et comptés ensemble : processeurs, mémoire, et davantage au fil des ans. Commencés chez Google sous le nom de « process containers ».</translation>
  </message>
  <message>
   <source>LXC</source>
   <translation>LXC</translation>
  </message>
  <message>
   <source>for Linux as it is, IBM and others</source>
   <translation>pour Linux tel quel, IBM et d’autres</translation>
  </message>
  <message>
   <source>The first containers on a kernel that nobody had to patch: tools that put namespaces and control groups together, and boot a whole system in them, with an init of its own.</source>
   <translation>Les premiers conteneurs sur un noyau que personne n’avait à corriger : des outils qui assemblent espaces de noms et groupes de contrôle, et y démarrent un système entier, avec son propre init.</translation>
  </message>
  <message>
   <source>The kernel offers walls one by one. A container is what a program builds of them, and which ones it takes is a matter of configuration.</source>
   <translation>Le noyau offre les murs un à un. Un conteneur est ce qu’un programme en construit, et lesquels il prend est affaire de configuration.</translation>
  </message>
  <message>
   <source>The same walls, built by the engine&apos;s stage in one launch that you can go through step by step. A container whose process 1 is an init runs as a system.</source>
   <translation>Les mêmes murs, construits par le programme quayside-stage du moteur en un lancement que vous pouvez suivre pas à pas. Un conteneur dont le processus 1 est un init tourne comme un système.</translation>
  </message>
  <message>
   <source>Process 1 has duties: it starts services again and buries orphans. And: everybody who built a container by hand forgot one wall.</source>
   <translation>Le processus 1 a des devoirs : il redémarre des services et enterre les orphelins. Et : tous ceux qui ont construit un conteneur à la main ont oublié un mur.</translation>
  </message>
  <message>
   <source>Network namespaces</source>
   <translation>Espaces de noms réseau</translation>
  </message>
  <message>
   <source>Linux 2.6.29</source>
   <translation>Linux 2.6.29</translation>
  </message>
  <message>
   <source>Interfaces, addresses, routes and ports of one&apos;s own. Begun in Linux 2.6.24, usable from here.</source>
   <translation>Des interfaces, des adresses, des routes et des ports à soi. Commencés dans Linux 2.6.24, utilisables à partir d’ici.</translation>
  </message>
  <message>
   <source>Seccomp filters</source>
   <translation>Filtres seccomp</translation>
  </message>
  <message>
   <source>Linux 3.5</source>
   <translation>Linux 3.5</translation>
  </message>
  <message>
   <source>A process gives up system calls that it will never need, by a small program that the kernel runs at each call.</source>
   <translation>Un processus renonce aux appels système dont il n’aura jamais besoin, par un petit programme que le noyau exécute à chaque appel.</translation>
  </message>
  <message>
   <source>User namespaces</source>
   <translation>Espaces de noms utilisateur</translation>
  </message>
  <message>
   <source>Linux 3.8</source>
   <translation>Linux 3.8</translation>
  </message>
  <message>
   <source>Root inside, nobody outside. With it, all other namespaces can be made without being root.</source>
   <translation>Root à l’intérieur, personne au-dehors. Avec lui, tous les autres espaces de noms se créent sans être root.</translation>
  </message>
  <message>
   <source>Docker</source>
   <translation>Docker</translation>
  </message>
  <message>
   <source>dotCloud, Solomon Hykes and others</source>
   <translation>dotCloud, Solomon Hykes et d’autres</translation>
  </message>
  <message>
   <source>A command, a file that says how an image is built, and a place to push it to. Below it were the walls that Linux had already.</source>
   <translation>Une commande, un fichier qui dit comment une image est construite, et un endroit où l’envoyer. En dessous se trouvaient les murs que Linux avait déjà.</translation>
  </message>
  <message>
   <source>The container is a package. Build it once, with all that the program needs; give it a name; run the same bytes on every computer.</source>
   <translation>Le conteneur est un paquet. Construisez-le une fois, avec tout ce dont le programme a besoin ; donnez-lui un nom ; lancez les mêmes octets sur tous les ordinateurs.</translation>
  </message>
  <message>
   <source>Images, layers, Dockerfiles, registries, and the language that this window and the engine speak: the Docker Engine API.</source>
   <translation>Les images, les couches, les Dockerfiles, les registres, et la langue que parlent cette fenêtre et le moteur : l’API de Docker Engine.</translation>
  </message>
  <message>
   <source>Developers did not want smaller machines, they wanted a way to hand over a program that works. The format outlived its first tool, and became a standard.</source>
   <translation>Les développeurs ne voulaient pas de machines plus petites, ils voulaient un moyen de transmettre un programme qui marche. Le format a survécu à son premier outil, et il est devenu une norme.</translation>
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
   <translation>Les couches comme système de fichiers du noyau : une au-dessus, où l’on écrit, et beaucoup en dessous, qui sont partagées.</translation>
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
   <translation>Un service autour de LXC que l’on commande uniquement par HTTP : chaque acte est une requête, les plus longs se suivent comme des opérations, et des événements disent ce qui s’est passé. Les utilisateurs sont décalés par défaut.</translation>
  </message>
  <message>
   <source>The command is a client like any other. What it can do, a program can do too, from here or from another computer.</source>
   <translation>La commande est un client comme un autre. Ce qu’elle peut faire, un programme le peut aussi, d’ici ou d’un autre ordinateur.</translation>
  </message>
  <message>
   <source>The window does nothing but ask the engine over its socket. Look at the wire, and you see each click as a request; curl can say the same.</source>
   <translation>La fenêtre ne fait que demander au moteur, par son socket. Regardez le fil, et vous voyez chaque clic comme une requête ; curl peut dire la même chose.</translation>
  </message>
  <message>
   <source>An interface that everybody can see and use keeps a system honest. And whoever may talk to the socket must be told apart, or is as good as root.</source>
   <translation>Une interface que tout le monde peut voir et utiliser garde un système honnête. Et ceux qui ont accès au socket doivent être distingués, sans quoi chacun vaut root.</translation>
  </message>
  <message>
   <source>Open Container Initiative</source>
   <translation>Open Container Initiative</translation>
  </message>
  <message>
   <source>a standard, not the kernel&apos;s</source>
   <translation>une norme, qui n’est pas du noyau</translation>
  </message>
  <message>
   <source>What an image is, how it is run, and later how registries speak: written down by those who built it, so that none of them owns it.</source>
   <translation>Ce qu’est une image, comment elle est lancée, et plus tard comment parlent les registres : mis par écrit par ceux qui l’ont construit, pour qu’aucun d’eux n’en soit propriétaire.</translation>
  </message>
  <message>
   <source>Control groups, version 2</source>
   <translation>Groupes de contrôle, version 2</translation>
  </message>
  <message>
   <source>Linux 4.5</source>
   <translation>Linux 4.5</translation>
  </message>
  <message>
   <source>One tree for all resources, which can be handed to somebody without rights. A namespace of its own for the tree came with Linux 4.6.</source>
   <translation>Un seul arbre pour toutes les ressources, qui peut être confié à quelqu’un sans droits. Un espace de noms propre à l’arbre est venu avec Linux 4.6.</translation>
  </message>
  <message>
   <source>Time namespaces</source>
   <translation>Espaces de noms de temps</translation>
  </message>
  <message>
   <source>Linux 5.6</source>
   <translation>Linux 5.6</translation>
  </message>
  <message>
   <source>Clocks that count from another start, for what was moved from another machine. The date is still the same for all.</source>
   <translation>Des horloges qui comptent à partir d’un autre départ, pour ce qui vient d’une autre machine. La date reste la même pour tous.</translation>
  </message>
  <message>
   <source>Mounts with shifted ids</source>
   <translation>Montages aux ids décalés</translation>
  </message>
  <message>
   <source>Linux 5.12</source>
   <translation>Linux 5.12</translation>
  </message>
  <message>
   <source>The same files belong to other users in each container, and nothing on the disk is changed. Layers of OverlayFS can be mounted so from Linux 5.19.</source>
   <translation>Les mêmes fichiers appartiennent à d’autres utilisateurs dans chaque conteneur, et rien ne change sur le disque. Les couches d’OverlayFS peuvent être montées ainsi à partir de Linux 5.19.</translation>
  </message>
  <message>
   <source>%1 · %2</source>
   <comment>a year, and who made it</comment>
   <translation>%1 · %2</translation>
  </message>
  <message>
   <source>Learn more about it</source>
   <translation>En apprendre plus</translation>
  </message>
  <message>
   <source>What it was</source>
   <translation>Ce que c’était</translation>
  </message>
  <message>
   <source>Its idea</source>
   <translation>Son idée</translation>
  </message>
  <message>
   <source>What lives on in this engine</source>
   <translation>Ce qui en vit encore dans ce moteur</translation>
  </message>
  <message>
   <source>What was learned</source>
   <translation>Ce que l’on a appris</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::TransferOperation</name>
  <message>
   <source>Asking %1</source>
   <translation>Interrogation de %1</translation>
  </message>
  <message numerus="yes">
   <source>%1 of %n layer(s)</source>
   <translation>
    <numerusform>%1 sur %n couche</numerusform>
    <numerusform>%1 sur %n couches</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>%1/s</source>
   <translation>%1/s</translation>
  </message>
  <message>
   <source>%1 left</source>
   <translation>reste %1</translation>
  </message>
  <message>
   <source>Without a login: %1</source>
   <translation>Sans connexion : %1</translation>
  </message>
  <message>
   <source>%1. It was asked without a login: %2</source>
   <translation>%1. La demande a été faite sans connexion : %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::UploadOperation</name>
  <message>
   <source>Upload %1</source>
   <translation>Envoyer %1</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>Impossible de lire %1 : %2</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>c’est un dossier</translation>
  </message>
  <message>
   <source>%1 of %2 sent</source>
   <translation>%1 sur %2 envoyés</translation>
  </message>
  <message>
   <source>%1 is in %2</source>
   <translation>%1 est dans %2</translation>
  </message>
  <message>
   <source>%1 has more than %2 files: pack them, and upload the archive.</source>
   <translation>%1 contient plus de %2 fichiers : regroupez-les, et envoyez l’archive.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::VolumeModel</name>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>%1 (no name)</source>
   <translation>%1 (sans nom)</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Pilote</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>Utilisé par</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>Emplacement</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::WantedText</name>
  <message>
   <source>not %1</source>
   <translation>autre chose que %1</translation>
  </message>
  <message>
   <source>something like %1</source>
   <translation>ce qui ressemble à %1</translation>
  </message>
  <message>
   <source>at least %1</source>
   <translation>au moins %1</translation>
  </message>
  <message>
   <source>at most %1</source>
   <translation>au plus %1</translation>
  </message>
  <message>
   <source>the same as in %1</source>
   <translation>la même valeur que dans %1</translation>
  </message>
  <message>
   <source>another one than in %1</source>
   <translation>une autre valeur que dans %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::WasteModel</name>
  <message>
   <source>Path</source>
   <translation>Chemin</translation>
  </message>
  <message>
   <source>Wasted</source>
   <translation>Gaspillé</translation>
  </message>
  <message>
   <source>Of all its copies but the one that is seen</source>
   <translation>De toutes ses copies sauf celle que l’on voit</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>Fois</translation>
  </message>
  <message>
   <source>How many layers write or remove it</source>
   <translation>Combien de couches l’écrivent ou le suppriment</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Couches</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::Wire</name>
  <message>
   <source>Nobody looked any more before it was over.</source>
   <translation>Plus personne ne regardait avant la fin.</translation>
  </message>
  <message>
   <source>It was not wanted any more before it was over.</source>
   <translation>La requête a été abandonnée avant la fin.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::WireModel</name>
  <message>
   <source>Request</source>
   <translation>Requête</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Duration</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>%1 sent, %2 received</source>
   <translation>%1 envoyés, %2 reçus</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Heure</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::WireText</name>
  <message>
   <source>(%1 in all; no more of it is kept)</source>
   <translation>(%1 en tout ; le reste n’est pas gardé)</translation>
  </message>
  <message>
   <source>(%1 that are no text)</source>
   <translation>(%1 qui ne sont pas du texte)</translation>
  </message>
  <message>
   <source>(a terminal from here on: what is typed and written is not kept)</source>
   <translation>(un terminal à partir d’ici : ce qui est tapé et écrit n’est pas gardé)</translation>
  </message>
  <message>
   <source>(it goes on)</source>
   <translation>(en cours)</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>échec</translation>
  </message>
  <message>
   <source>goes on</source>
   <translation>en cours</translation>
  </message>
  <message>
   <source>%1 s</source>
   <comment>seconds</comment>
   <translation>%1 s</translation>
  </message>
  <message>
   <source>%1 ms</source>
   <comment>milliseconds</comment>
   <translation>%1 ms</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::XrayBeside</name>
  <message>
   <source>not seen from inside</source>
   <translation>invisible de l’intérieur</translation>
  </message>
  <message>
   <source>process %1 of user %2</source>
   <translation>processus %1 de l’utilisateur %2</translation>
  </message>
  <message>
   <source>all others of the host</source>
   <translation>tous les autres de l’hôte</translation>
  </message>
  <message>
   <source>and more</source>
   <translation>et plus</translation>
  </message>
  <message numerus="yes">
   <source>%n that are not listed</source>
   <translation>
    <numerusform>%n qui n’est pas listé</numerusform>
    <numerusform>%n qui ne sont pas listés</numerusform>
   </translation>
  </message>
  <message>
   <source>read-only</source>
   <translation>lecture seule</translation>
  </message>
  <message>
   <source>none</source>
   <translation>aucun</translation>
  </message>
  <message>
   <source>all %1</source>
   <translation>les %1</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>those of the computer</source>
   <translation>ceux de l’ordinateur</translation>
  </message>
  <message>
   <source>each number is itself</source>
   <translation>chaque numéro est lui-même</translation>
  </message>
  <message numerus="yes">
   <source>%n in all</source>
   <comment>processes</comment>
   <translation>
    <numerusform>%n en tout</numerusform>
    <numerusform>%n en tout</numerusform>
   </translation>
  </message>
  <message>
   <source>the root of all groups</source>
   <translation>la racine de tous les groupes</translation>
  </message>
  <message>
   <source>none: its files lie on its disks</source>
   <translation>aucune : ses fichiers sont sur ses disques</translation>
  </message>
  <message>
   <source>not told</source>
   <translation>non communiqué</translation>
  </message>
  <message>
   <source>only on the host</source>
   <translation>seulement sur l’hôte</translation>
  </message>
  <message>
   <source>given</source>
   <translation>accordé</translation>
  </message>
  <message>
   <source>not given</source>
   <translation>non accordé</translation>
  </message>
  <message>
   <source>filtered</source>
   <translation>filtré</translation>
  </message>
  <message>
   <source>not filtered</source>
   <translation>non filtré</translation>
  </message>
  <message>
   <source>set</source>
   <translation>activé</translation>
  </message>
  <message>
   <source>not set</source>
   <translation>non activé</translation>
  </message>
  <message>
   <source>allowed</source>
   <translation>permis</translation>
  </message>
  <message>
   <source>the other end: %1</source>
   <translation>l’autre bout : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::XrayNodes</name>
  <message>
   <source>no process of the container</source>
   <translation>aucun processus du conteneur</translation>
  </message>
  <message>
   <source>%1, process %2 here, %3 on the host</source>
   <translation>%1, processus %2 ici, %3 sur l’hôte</translation>
  </message>
  <message>
   <source>way to %1 (%2)</source>
   <translation>chemin vers %1 (%2)</translation>
  </message>
  <message>
   <source>published port</source>
   <translation>port publié</translation>
  </message>
  <message>
   <source>address translation</source>
   <translation>traduction d’adresses</translation>
  </message>
  <message>
   <source>no rule: it is missing</source>
   <translation>pas de règle : elle manque</translation>
  </message>
  <message>
   <source>bridge</source>
   <translation>pont</translation>
  </message>
  <message>
   <source>pair</source>
   <translation>paire</translation>
  </message>
  <message>
   <source>%1 outside is %2 inside</source>
   <translation>%1 à l’extérieur est %2 à l’intérieur</translation>
  </message>
  <message>
   <source>process</source>
   <translation>processus</translation>
  </message>
  <message>
   <source>nobody listens</source>
   <translation>personne n’écoute</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
  <message numerus="yes">
   <source>%n interface(s)</source>
   <translation>
    <numerusform>%n interface</numerusform>
    <numerusform>%n interfaces</numerusform>
   </translation>
  </message>
  <message>
   <source>other end %1, on %2</source>
   <translation>autre bout %1, sur %2</translation>
  </message>
  <message>
   <source>off</source>
   <translation>désactivée</translation>
  </message>
  <message>
   <source>%1, MTU %2</source>
   <translation>%1, MTU %2</translation>
  </message>
  <message>
   <source>to %1</source>
   <translation>vers %1</translation>
  </message>
  <message>
   <source>directly, by %1</source>
   <translation>directement, par %1</translation>
  </message>
  <message>
   <source>through %1, by %2</source>
   <translation>par %1, via %2</translation>
  </message>
  <message>
   <source>listens at %1 (%2)</source>
   <translation>écoute sur %1 (%2)</translation>
  </message>
  <message>
   <source>name servers</source>
   <translation>serveurs de noms</translation>
  </message>
  <message>
   <source>users</source>
   <translation>utilisateurs</translation>
  </message>
  <message>
   <source>mounts</source>
   <translation>montages</translation>
  </message>
  <message>
   <source>processes</source>
   <translation>processus</translation>
  </message>
  <message>
   <source>network</source>
   <translation>réseau</translation>
  </message>
  <message>
   <source>shared memory (ipc)</source>
   <translation>mémoire partagée (ipc)</translation>
  </message>
  <message>
   <source>host name (uts)</source>
   <translation>nom d’hôte (uts)</translation>
  </message>
  <message>
   <source>control groups</source>
   <translation>groupes de contrôle</translation>
  </message>
  <message>
   <source>clocks (time)</source>
   <translation>horloges (time)</translation>
  </message>
  <message>
   <source>not told</source>
   <translation>non indiqué</translation>
  </message>
  <message>
   <source>the host&apos;s</source>
   <translation>celui de l’hôte</translation>
  </message>
  <message>
   <source>its own</source>
   <translation>le sien</translation>
  </message>
  <message>
   <source>shared with %1</source>
   <translation>partagé avec %1</translation>
  </message>
  <message>
   <source>running</source>
   <translation>actif</translation>
  </message>
  <message>
   <source>sleeping</source>
   <translation>endormi</translation>
  </message>
  <message>
   <source>waiting for a device</source>
   <translation>attend un périphérique</translation>
  </message>
  <message>
   <source>ended, not fetched</source>
   <translation>terminé, non récupéré</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>arrêté</translation>
  </message>
  <message>
   <source>the container&apos;s own</source>
   <translation>celui du conteneur</translation>
  </message>
  <message>
   <source>%1 comes from no layer: something is mounted on %2.</source>
   <translation>%1 ne vient d’aucune couche : quelque chose est monté sur %2.</translation>
  </message>
  <message>
   <source>%1 is in none of the layers.</source>
   <translation>%1 n’est dans aucune des couches.</translation>
  </message>
  <message>
   <source>%1 has been removed: it is still in a layer below, and hidden.</source>
   <translation>%1 a été supprimé : il est encore dans une couche inférieure, et caché.</translation>
  </message>
  <message numerus="yes">
   <source>%1 is a folder, merged from %n layer(s).</source>
   <translation>
    <numerusform>%1 est un dossier, réuni de %n couche.</numerusform>
    <numerusform>%1 est un dossier, réuni de %n couches.</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 comes from layer %2: %3</source>
   <translation>%1 vient de la couche %2 : %3</translation>
  </message>
  <message>
   <source>Namespaces</source>
   <translation>Espaces de noms</translation>
  </message>
  <message>
   <source>user ids</source>
   <translation>ids d’utilisateur</translation>
  </message>
  <message>
   <source>group ids</source>
   <translation>ids de groupe</translation>
  </message>
  <message>
   <source>%1 to %2 here are %3 to %4 on the host</source>
   <translation>%1 à %2 ici sont %3 à %4 sur l’hôte</translation>
  </message>
  <message>
   <source>made by</source>
   <translation>créé par</translation>
  </message>
  <message>
   <source>user %1 of the host</source>
   <translation>l’utilisateur %1 de l’hôte</translation>
  </message>
  <message>
   <source>shifted by %1 s</source>
   <translation>décalé de %1 s</translation>
  </message>
  <message numerus="yes">
   <source>%n of its own</source>
   <translation>
    <numerusform>%n en propre</numerusform>
    <numerusform>%n en propre</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 here, %2 on the host</source>
   <translation>%1 ici, %2 sur l’hôte</translation>
  </message>
  <message>
   <source>%1 on the host, none here</source>
   <translation>%1 sur l’hôte, aucun ici</translation>
  </message>
  <message>
   <source>user %1 here, %2 on the host</source>
   <translation>utilisateur %1 ici, %2 sur l’hôte</translation>
  </message>
  <message numerus="yes">
   <source>%n thread(s)</source>
   <translation>
    <numerusform>%n thread</numerusform>
    <numerusform>%n threads</numerusform>
   </translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Processus</translation>
  </message>
  <message>
   <source>and more</source>
   <translation>et d’autres</translation>
  </message>
  <message numerus="yes">
   <source>%n process(es) that are not listed</source>
   <translation>
    <numerusform>%n processus qui n’est pas listé</numerusform>
    <numerusform>%n processus qui ne sont pas listés</numerusform>
   </translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Couches</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1 : %2</translation>
  </message>
  <message>
   <source>chosen file</source>
   <translation>fichier choisi</translation>
  </message>
  <message>
   <source>the layers</source>
   <translation>les couches</translation>
  </message>
  <message>
   <source>volume %1</source>
   <translation>volume %1</translation>
  </message>
  <message>
   <source>folder %1 of the host</source>
   <translation>dossier %1 de l’hôte</translation>
  </message>
  <message>
   <source>image %1</source>
   <translation>image %1</translation>
  </message>
  <message>
   <source>in memory</source>
   <translation>en mémoire</translation>
  </message>
  <message>
   <source>written by the engine</source>
   <translation>écrit par le moteur</translation>
  </message>
  <message>
   <source>hidden</source>
   <translation>caché</translation>
  </message>
  <message>
   <source>cannot be written</source>
   <translation>en lecture seule</translation>
  </message>
  <message>
   <source>a device</source>
   <translation>un périphérique</translation>
  </message>
  <message>
   <source>mounted inside</source>
   <translation>monté à l’intérieur</translation>
  </message>
  <message>
   <source>Mounts</source>
   <translation>Montages</translation>
  </message>
  <message>
   <source>read-only</source>
   <translation>lecture seule</translation>
  </message>
  <message>
   <source>ids shifted</source>
   <translation>ids décalés</translation>
  </message>
  <message>
   <source>%1 from %2, options %3</source>
   <translation>%1 de %2, options %3</translation>
  </message>
  <message>
   <source>Capabilities</source>
   <translation>Capacités</translation>
  </message>
  <message>
   <source>%1 given, %2 not</source>
   <translation>%1 accordées, %2 non</translation>
  </message>
  <message>
   <source>given</source>
   <translation>accordée</translation>
  </message>
  <message>
   <source>not given</source>
   <translation>non accordée</translation>
  </message>
  <message>
   <source>effective</source>
   <translation>effectives</translation>
  </message>
  <message>
   <source>none</source>
   <translation>aucune</translation>
  </message>
  <message>
   <source>permitted</source>
   <translation>permises</translation>
  </message>
  <message>
   <source>inheritable</source>
   <translation>héritables</translation>
  </message>
  <message>
   <source>ambient</source>
   <translation>ambiantes</translation>
  </message>
  <message>
   <source>System calls</source>
   <translation>Appels système</translation>
  </message>
  <message>
   <source>not filtered</source>
   <translation>non filtrés</translation>
  </message>
  <message numerus="yes">
   <source>%n refused</source>
   <translation>
    <numerusform>%n refusé</numerusform>
    <numerusform>%n refusés</numerusform>
   </translation>
  </message>
  <message>
   <source>prevents</source>
   <translation>empêche</translation>
  </message>
  <message>
   <source>only some forms</source>
   <translation>seulement certaines formes</translation>
  </message>
  <message>
   <source>no new privileges</source>
   <translation>pas de nouveaux privilèges</translation>
  </message>
  <message>
   <source>set</source>
   <translation>activé</translation>
  </message>
  <message>
   <source>not set</source>
   <translation>désactivé</translation>
  </message>
  <message>
   <source>label</source>
   <translation>étiquette</translation>
  </message>
  <message>
   <source>hidden paths</source>
   <translation>chemins cachés</translation>
  </message>
  <message>
   <source>read-only paths</source>
   <translation>chemins en lecture seule</translation>
  </message>
  <message>
   <source>%1, no limit</source>
   <translation>%1, sans limite</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>no quota</source>
   <translation>pas de quota</translation>
  </message>
  <message>
   <source>%1 ms in each %2 ms: %3 processors</source>
   <translation>%1 ms sur chaque %2 ms : %3 processeurs</translation>
  </message>
  <message>
   <source>pressure, all wait for %1</source>
   <translation>pression, tous attendent : %1</translation>
  </message>
  <message>
   <source>pressure, some wait for %1</source>
   <translation>pression, certains attendent : %1</translation>
  </message>
  <message>
   <source>%1 % of the last 10 s, %2 % of the last minute</source>
   <translation>%1 % des 10 dernières s, %2 % de la dernière minute</translation>
  </message>
  <message>
   <source>files</source>
   <translation>fichiers</translation>
  </message>
  <message>
   <source>path</source>
   <translation>chemin</translation>
  </message>
  <message>
   <source>path of %1</source>
   <translation>chemin de %1</translation>
  </message>
  <message>
   <source>processor time</source>
   <translation>temps processeur</translation>
  </message>
  <message>
   <source>throttled</source>
   <translation>freiné</translation>
  </message>
  <message>
   <source>%1 of %2 periods, %3 s in all</source>
   <translation>%1 périodes sur %2, %3 s en tout</translation>
  </message>
  <message>
   <source>used so far</source>
   <translation>utilisé jusqu’ici</translation>
  </message>
  <message>
   <source>%1 s</source>
   <translation>%1 s</translation>
  </message>
  <message>
   <source>weight</source>
   <translation>poids</translation>
  </message>
  <message>
   <source>Control group</source>
   <translation>Groupe de contrôle</translation>
  </message>
  <message>
   <source>version %1</source>
   <translation>version %1</translation>
  </message>
  <message>
   <source>memory</source>
   <translation>mémoire</translation>
  </message>
  <message>
   <source>processes and threads</source>
   <translation>processus et threads</translation>
  </message>
  <message>
   <source>a room within</source>
   <translation>une pièce à l’intérieur</translation>
  </message>
  <message numerus="yes">
   <source>%n process(es)</source>
   <translation>
    <numerusform>%n processus</numerusform>
    <numerusform>%n processus</numerusform>
   </translation>
  </message>
  <message>
   <source>host name</source>
   <translation>nom d’hôte</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::XrayTree</name>
  <message>
   <source>What</source>
   <translation>Quoi</translation>
  </message>
  <message>
   <source>How it is now</source>
   <translation>En ce moment</translation>
  </message>
  <message>
   <source>on the host the same: %1</source>
   <translation>le même sur l’hôte : %1</translation>
  </message>
  <message>
   <source>on the host another: %1</source>
   <translation>un autre sur l’hôte : %1</translation>
  </message>
  <message>
   <source>on the host: %1</source>
   <translation>sur l’hôte : %1</translation>
  </message>
  <message>
   <source>On the host</source>
   <translation>Sur l’hôte</translation>
  </message>
  <message>
   <source>In the container</source>
   <translation>Dans le conteneur</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::YamlReader</name>
  <message>
   <source>Lists are nested too deep. A lesson needs no more than a few levels.</source>
   <translation>Les listes sont trop imbriquées. Une leçon n’a besoin que de quelques niveaux.</translation>
  </message>
  <message>
   <source>Between the two lines --- must stand keys with values, as “title: …”.</source>
   <translation>Entre les deux lignes --- il faut des clés avec des valeurs, comme « title: … ».</translation>
  </message>
  <message>
   <source>This is no YAML: %1. Texts with “: ” or “#” in them need quotes.</source>
   <translation>Ce n’est pas du YAML : %1. Un texte qui contient « : » ou « # » doit être entre guillemets.</translation>
  </message>
  <message>
   <source>Here must stand keys with values. Possible are: %1.</source>
   <translation>Il faut ici des clés avec des valeurs. Possibilités : %1.</translation>
  </message>
  <message>
   <source>“%1” is not known here. Possible are: %2.</source>
   <translation>« %1 » n’est pas connu ici. Possibilités : %2.</translation>
  </message>
  <message>
   <source>“%1” stands here twice. Remove one of them.</source>
   <translation>« %1 » se trouve ici deux fois. Enlevez-en un.</translation>
  </message>
  <message>
   <source>“%1” must be a text.</source>
   <translation>« %1 » doit être un texte.</translation>
  </message>
  <message>
   <source>“%1” is too long: at most %2 characters.</source>
   <translation>« %1 » est trop long : au plus %2 caractères.</translation>
  </message>
  <message>
   <source>“%1” is missing. Write a line “%1: …”.</source>
   <translation>« %1 » manque. Écrivez une ligne « %1: … ».</translation>
  </message>
  <message>
   <source>“%1” must be a number, not “%2”.</source>
   <translation>« %1 » doit être un nombre, et non « %2 ».</translation>
  </message>
  <message>
   <source>“%1” must be a whole number.</source>
   <translation>« %1 » doit être un nombre entier.</translation>
  </message>
  <message>
   <source>“%1” must be true or false, not “%2”.</source>
   <translation>« %1 » doit être true ou false, et non « %2 ».</translation>
  </message>
  <message>
   <source>“%1” is no regular expression: %2.</source>
   <translation>« %1 » n’est pas une expression régulière : %2.</translation>
  </message>
  <message>
   <source>“%1” must be a list: lines that begin with “- ”, or [a, b].</source>
   <translation>« %1 » doit être une liste : des lignes qui commencent par « - », ou [a, b].</translation>
  </message>
  <message>
   <source>“%1” has too many entries: at most %2.</source>
   <translation>« %1 » a trop d’entrées : au plus %2.</translation>
  </message>
 </context>
 <context>
  <name>quayside::models::language::DockerfileLanguage</name>
  <message>
   <source>not known before the build</source>
   <translation>inconnu avant la construction</translation>
  </message>
  <message>
   <source>every rule</source>
   <translation>toutes les règles</translation>
  </message>
  <message>
   <source>stage %1, from %2</source>
   <translation>phase %1, de %2</translation>
  </message>
  <message>
   <source>nothing: an empty image</source>
   <translation>rien : une image vide</translation>
  </message>
  <message>
   <source>on this computer</source>
   <translation>sur cet ordinateur</translation>
  </message>
  <message>
   <source>in the registry</source>
   <translation>dans le registre</translation>
  </message>
  <message>
   <source>For example: %1</source>
   <translation>Par exemple : %1</translation>
  </message>
  <message>
   <source>Stage %1 of this file, from %2.</source>
   <translation>Phase %1 de ce fichier, à partir de %2.</translation>
  </message>
  <message numerus="yes">
   <source>Line %1, with %n instruction(s).</source>
   <translation>
    <numerusform>Ligne %1, avec %n instruction.</numerusform>
    <numerusform>Ligne %1, avec %n instructions.</numerusform>
   </translation>
  </message>
  <message>
   <source>Its layers are in no result: only files that are copied from it are.</source>
   <translation>Ses couches ne sont dans aucun résultat : seuls les fichiers qu’on en copie y sont.</translation>
  </message>
  <message>
   <source>Stage %1</source>
   <translation>Phase %1</translation>
  </message>
  <message>
   <source>Its value is not known before the build.</source>
   <translation>Sa valeur est inconnue avant la construction.</translation>
  </message>
  <message>
   <source>It is empty here.</source>
   <translation>Elle est vide ici.</translation>
  </message>
  <message>
   <source>The builder sets it.</source>
   <translation>Le constructeur la définit.</translation>
  </message>
  <message>
   <source>The base image sets it.</source>
   <translation>L’image de base la définit.</translation>
  </message>
  <message>
   <source>Given by --build-arg.</source>
   <translation>Donnée par --build-arg.</translation>
  </message>
  <message>
   <source>Set by ENV in line %1; containers have it too.</source>
   <translation>Définie par ENV à la ligne %1 ; les conteneurs l’ont aussi.</translation>
  </message>
  <message>
   <source>Declared by ARG in line %1; containers do not have it.</source>
   <translation>Déclarée par ARG à la ligne %1 ; les conteneurs ne l’ont pas.</translation>
  </message>
  <message>
   <source>Nothing: the stage begins with no file at all.</source>
   <translation>Rien : la phase commence sans aucun fichier.</translation>
  </message>
  <message>
   <source>Asking the engine about it.</source>
   <translation>Le moteur est interrogé à son sujet.</translation>
  </message>
  <message>
   <source>It is not on this computer: the build fetches it.</source>
   <translation>Elle n’est pas sur cet ordinateur : la construction la récupère.</translation>
  </message>
  <message>
   <source>Made: %1.</source>
   <translation>Création : %1.</translation>
  </message>
  <message>
   <source>The rule: %1.</source>
   <translation>La règle : %1.</translation>
  </message>
  <message>
   <source>Copies files from the context into the image, unpacks local archives, and fetches URLs and git repositories. Where none of that is needed, COPY says more clearly what happens.</source>
   <translation>Copie des fichiers du contexte dans l’image, extrait les archives locales, et récupère URL et dépôts git. Quand rien de cela n’est nécessaire, COPY dit plus clairement ce qui se passe.</translation>
  </message>
  <message>
   <source>Declares a variable that the builder can set with --build-arg. It counts from here to the end of the stage, and is gone when the image runs. Above the first FROM it counts for FROM lines only.</source>
   <translation>Déclare une variable que le constructeur peut définir avec --build-arg. Elle vaut d’ici à la fin de la phase, et disparaît quand l’image s’exécute. Avant le premier FROM, elle ne vaut que pour les lignes FROM.</translation>
  </message>
  <message>
   <source>What a container of this image runs when nothing else is asked for; with an ENTRYPOINT, its default arguments. The last one counts.</source>
   <translation>Ce qu’un conteneur de cette image exécute quand rien d’autre n’est demandé ; avec un ENTRYPOINT, ses arguments par défaut. C’est le dernier qui compte.</translation>
  </message>
  <message>
   <source>Copies files from the context, another stage or another image into this one. With several sources the destination ends in /.</source>
   <translation>Copie dans cette image des fichiers du contexte, d’une autre phase ou d’une autre image. Avec plusieurs sources, la destination finit par /.</translation>
  </message>
  <message>
   <source>The program that containers of this image always run; CMD and what stands behind the image&apos;s name are its arguments.</source>
   <translation>Le programme que les conteneurs de cette image exécutent toujours ; CMD et ce qui suit le nom de l’image sont ses arguments.</translation>
  </message>
  <message>
   <source>Sets variables for the instructions below and for containers of the image. Never put a secret here: everybody who has the image can read it.</source>
   <translation>Définit des variables pour les instructions plus bas et les conteneurs de l’image. N’y mettez jamais de secret : quiconque a l’image peut le lire.</translation>
  </message>
  <message>
   <source>Says on which ports the program listens. That publishes none of them: run does, with -p.</source>
   <translation>Indique les ports sur lesquels le programme écoute. Cela n’en publie aucun : c’est run qui le fait, avec -p.</translation>
  </message>
  <message>
   <source>Begins a stage on top of an image, of a stage above, or of nothing (scratch). The last stage is what is built, with those that it needs.</source>
   <translation>Commence une phase à partir d’une image, d’une phase précédente, ou de rien (scratch). La dernière phase est construite, avec celles dont elle a besoin.</translation>
  </message>
  <message>
   <source>A command that says whether the container is well: exit code 0 yes, 1 no. NONE switches off what the base image has.</source>
   <translation>Une commande qui dit si le conteneur va bien : code de sortie 0 oui, 1 non. NONE désactive celle de l’image de base.</translation>
  </message>
  <message>
   <source>Notes about the image: who made it, from what, under which licence.</source>
   <translation>Notes sur l’image : qui l’a faite, à partir de quoi, sous quelle licence.</translation>
  </message>
  <message>
   <source>Who keeps the image. Deprecated: use LABEL org.opencontainers.image.authors instead.</source>
   <translation>Qui maintient l’image. Obsolète : utilisez LABEL org.opencontainers.image.authors.</translation>
  </message>
  <message>
   <source>Keeps an instruction for later: it runs when another image is built FROM this one.</source>
   <translation>Garde une instruction pour plus tard : elle s’exécute quand une autre image est construite FROM celle-ci.</translation>
  </message>
  <message>
   <source>Runs a command in the image and keeps what it changes as a layer. Clean up in the same RUN: what a later one removes still takes space.</source>
   <translation>Exécute une commande dans l’image et garde ce qu’elle change dans une couche. Faites le ménage dans le même RUN : ce qu’un suivant supprime occupe toujours de la place.</translation>
  </message>
  <message>
   <source>The shell that reads RUN, CMD and ENTRYPOINT where they are no arrays, from here on.</source>
   <translation>Le shell qui lit désormais RUN, CMD et ENTRYPOINT quand ce ne sont pas des tableaux.</translation>
  </message>
  <message>
   <source>The signal that asks the container&apos;s program to end. SIGTERM where nothing is said.</source>
   <translation>Le signal qui demande au programme du conteneur de se terminer. SIGTERM si rien n’est dit.</translation>
  </message>
  <message>
   <source>Who runs the commands below and the container&apos;s program. Without it that is root.</source>
   <translation>Qui exécute les commandes plus bas et le programme du conteneur. Sans cela, root.</translation>
  </message>
  <message>
   <source>Folders that get a volume when a container starts, so that what is written there outlives it. What later instructions write there may be lost.</source>
   <translation>Des dossiers qui reçoivent un volume au démarrage d’un conteneur, pour que ce qui y est écrit lui survive. Ce que des instructions suivantes y écrivent peut être perdu.</translation>
  </message>
  <message>
   <source>The folder in which the instructions below and the container&apos;s program work. It is made where it is missing.</source>
   <translation>Le dossier où travaillent les instructions plus bas et le programme du conteneur. Il est créé s’il manque.</translation>
  </message>
  <message>
   <source>What is fetched must have this digest (of a git repository: this commit), or the build fails.</source>
   <translation>Ce qui est récupéré doit avoir cette empreinte (pour un dépôt git : ce commit), sinon la construction échoue.</translation>
  </message>
  <message>
   <source>Permissions of what is copied: 755 or u=rwX,go=rX.</source>
   <translation>Droits de ce qui est copié : 755 ou u=rwX,go=rX.</translation>
  </message>
  <message>
   <source>Whom the copied files belong to. Without it: root.</source>
   <translation>À qui appartiennent les fichiers copiés. Sans cela : root.</translation>
  </message>
  <message>
   <source>Leaves out files that fit the pattern. May be given several times.</source>
   <translation>Exclut les fichiers qui correspondent au motif. Peut être donné plusieurs fois.</translation>
  </message>
  <message>
   <source>Keeps the folder .git of a repository that is fetched.</source>
   <translation>Garde le dossier .git d’un dépôt récupéré.</translation>
  </message>
  <message>
   <source>Copies into a layer that does not depend on those below: it stays in the cache when they change. Links in the destination are not followed.</source>
   <translation>Copie dans une couche qui ne dépend pas de celles en dessous : elle reste dans le cache quand elles changent. Les liens dans la destination ne sont pas suivis.</translation>
  </message>
  <message>
   <source>Whether archives are unpacked. Without it local ones are, and those of a URL are not.</source>
   <translation>Si les archives doivent être extraites. Sans cela, les archives locales le sont, celles d’une URL non.</translation>
  </message>
  <message>
   <source>Takes the files from a stage above (its name or number) or from an image, in place of the context.</source>
   <translation>Prend les fichiers d’une phase précédente (son nom ou son numéro) ou d’une image, au lieu du contexte.</translation>
  </message>
  <message>
   <source>Keeps the folders of each source below the destination; /./ in a source marks where they begin.</source>
   <translation>Garde les dossiers de chaque source sous la destination ; /./ dans une source marque où ils commencent.</translation>
  </message>
  <message>
   <source>The platform of the image. Without it: the one that is built for. $BUILDPLATFORM is the one that builds.</source>
   <translation>La plateforme de l’image. Sans cela : celle pour laquelle on construit. $BUILDPLATFORM est celle qui construit.</translation>
  </message>
  <message>
   <source>The time between two checks. 30s where nothing is said.</source>
   <translation>Le temps entre deux contrôles. 30s si rien n’est dit.</translation>
  </message>
  <message>
   <source>How many checks in a row must fail before the container is unhealthy. 3 where nothing is said.</source>
   <translation>Combien de contrôles de suite doivent échouer avant que le conteneur soit défaillant. 3 si rien n’est dit.</translation>
  </message>
  <message>
   <source>The time between checks while the container starts. 5s where nothing is said.</source>
   <translation>Le temps entre les contrôles pendant que le conteneur démarre. 5s si rien n’est dit.</translation>
  </message>
  <message>
   <source>How long the container may need to start: checks that fail meanwhile do not count. 0s where nothing is said.</source>
   <translation>Le temps que le conteneur peut prendre pour démarrer : les contrôles qui échouent entre-temps ne comptent pas. 0s si rien n’est dit.</translation>
  </message>
  <message>
   <source>A check that takes longer has failed. 30s where nothing is said.</source>
   <translation>Un contrôle plus long a échoué. 30s si rien n’est dit.</translation>
  </message>
  <message>
   <source>Gives the command a device by its CDI name.</source>
   <translation>Donne à la commande un périphérique par son nom CDI.</translation>
  </message>
  <message>
   <source>Mounts something for this command only; nothing of it is in the layer: files of the context or a stage (bind), a folder that is kept between builds (cache), memory (tmpfs), a secret, or an ssh agent.</source>
   <translation>Monte quelque chose pour cette seule commande ; rien n’en reste dans la couche : des fichiers du contexte ou d’une phase (bind), un dossier gardé entre les constructions (cache), de la mémoire (tmpfs), un secret (secret) ou un agent ssh (ssh).</translation>
  </message>
  <message>
   <source>The command&apos;s network: default, none (only the loopback), or host.</source>
   <translation>Le réseau de la commande : default, none (seulement la boucle locale) ou host.</translation>
  </message>
  <message>
   <source>sandbox is the usual; insecure gives the command the rights of a privileged container, where the engine allows it.</source>
   <translation>sandbox est l’habituel ; insecure donne à la commande les droits d’un conteneur privilégié, là où le moteur le permet.</translation>
  </message>
  <message>
   <source>What is mounted. bind where nothing is said.</source>
   <translation>Ce qui est monté. bind si rien n’est dit.</translation>
  </message>
  <message>
   <source>Where it appears. Of a secret without it: /run/secrets/ID. dst and destination are the same.</source>
   <translation>Où il apparaît. Pour un secret, sans cela : /run/secrets/ID. dst et destination ont le même sens.</translation>
  </message>
  <message>
   <source>A stage or an image whose files are mounted (bind), or that fills a new cache. Without it: the context, or nothing.</source>
   <translation>Une phase ou une image dont les fichiers sont montés (bind), ou qui remplit un nouveau cache. Sans cela : le contexte, ou rien.</translation>
  </message>
  <message>
   <source>The file or folder in it. Without it: all of it. src is the same.</source>
   <translation>Le fichier ou le dossier dedans. Sans cela : tout. src a le même sens.</translation>
  </message>
  <message>
   <source>The command cannot write there. ro is the same.</source>
   <translation>La commande ne peut pas y écrire. ro a le même sens.</translation>
  </message>
  <message>
   <source>The command can write there; what it writes is thrown away. rw is the same.</source>
   <translation>La commande peut y écrire ; ce qu’elle écrit est jeté. rw a le même sens.</translation>
  </message>
  <message>
   <source>Which cache, secret or agent. Of a cache without it: its target; of an agent: default.</source>
   <translation>Quel cache, secret ou agent. Pour un cache, sans cela : sa cible ; pour un agent : default.</translation>
  </message>
  <message>
   <source>What happens when two builds use it at once: both write (shared), each has its own (private), or the second waits (locked).</source>
   <translation>Ce qui se passe quand deux constructions l’utilisent à la fois : les deux écrivent (shared), chacune a le sien (private), ou la seconde attend (locked).</translation>
  </message>
  <message>
   <source>Its permissions, in octal: 0755 of a new cache, 0400 of a secret, 0600 of an agent.</source>
   <translation>Ses droits, en octal : 0755 pour un nouveau cache, 0400 pour un secret, 0600 pour un agent.</translation>
  </message>
  <message>
   <source>Whom it belongs to. 0 where nothing is said.</source>
   <translation>À qui il appartient. 0 si rien n’est dit.</translation>
  </message>
  <message>
   <source>Which group it belongs to. 0 where nothing is said.</source>
   <translation>À quel groupe il appartient. 0 si rien n’est dit.</translation>
  </message>
  <message>
   <source>The build fails where it is not given. Without it: the command runs and does not find it.</source>
   <translation>La construction échoue s’il n’est pas donné. Sans cela : la commande s’exécute et ne le trouve pas.</translation>
  </message>
  <message>
   <source>The secret as a variable; without target no file is made then.</source>
   <translation>Le secret comme variable ; sans target, aucun fichier n’est alors créé.</translation>
  </message>
  <message>
   <source>How much it may hold: 64m, 1g. Without it: what there is.</source>
   <translation>Combien il peut contenir : 64m, 1g. Sans cela : tout ce qu’il y a.</translation>
  </message>
  <message>
   <source>What the checks of this file leave out, and whether what they find fails the build. Only in the first lines.</source>
   <translation>Ce que les contrôles de ce fichier laissent de côté, et si ce qu’ils trouvent fait échouer la construction. Seulement dans les premières lignes.</translation>
  </message>
  <message>
   <source>The character that continues a line, in place of the backslash: for paths of Windows. Only in the first lines.</source>
   <translation>Le caractère qui prolonge une ligne, au lieu de la barre oblique inverse : pour les chemins de Windows. Seulement dans les premières lignes.</translation>
  </message>
  <message>
   <source>Which frontend other builders fetch to read this file. Ours reads all of version 1 itself. Only in the first lines.</source>
   <translation>Quel frontend les autres constructeurs récupèrent pour lire ce fichier. Le nôtre lit lui-même toute la version 1. Seulement dans les premières lignes.</translation>
  </message>
  <message>
   <source>%1 is set by the builder: under another name it would stay empty.</source>
   <translation>%1 est défini par le constructeur : sous un autre nom, il resterait vide.</translation>
  </message>
  <message>
   <source>“%1” is no name of a variable: letters, digits and underscores are, with no digit first.</source>
   <translation>« %1 » n’est pas un nom de variable : il faut des lettres, des chiffres et des tirets bas, sans chiffre au début.</translation>
  </message>
  <message>
   <source>%1 is a variable that the builder sets: choose another name.</source>
   <translation>%1 est une variable que le constructeur définit : choisissez un autre nom.</translation>
  </message>
  <message>
   <source>There is a variable %1 in this file: choose another name.</source>
   <translation>Il y a une variable %1 dans ce fichier : choisissez un autre nom.</translation>
  </message>
  <message>
   <source>$%1 is used in this file for a variable from elsewhere: choose another name.</source>
   <translation>$%1 est utilisé dans ce fichier pour une variable venue d’ailleurs : choisissez un autre nom.</translation>
  </message>
  <message>
   <source>“%1” is no name of a stage: a letter comes first, then letters, digits, dots, hyphens and underscores.</source>
   <translation>« %1 » n’est pas un nom de phase : d’abord une lettre, puis des lettres, chiffres, points, traits d’union et tirets bas.</translation>
  </message>
  <message>
   <source>“%1” has a meaning of its own in a Dockerfile: choose another name.</source>
   <translation>« %1 » a un sens particulier dans un Dockerfile : choisissez un autre nom.</translation>
  </message>
  <message>
   <source>There is a stage called “%1” in this file: choose another name.</source>
   <translation>Il y a une phase « %1 » dans ce fichier : choisissez un autre nom.</translation>
  </message>
  <message>
   <source>“%1” is an image that this file uses: a stage of that name would take its place. Choose another name.</source>
   <translation>« %1 » est une image que ce fichier utilise : une phase de ce nom prendrait sa place. Choisissez un autre nom.</translation>
  </message>
  <message>
   <source>There is no name here of a stage or a variable that this file defines.</source>
   <translation>Il n’y a pas ici de nom de phase ou de variable défini dans ce fichier.</translation>
  </message>
  <message>
   <source>This stage has no name: write AS and a name behind its FROM first.</source>
   <translation>Cette phase n’a pas de nom : écrivez d’abord AS et un nom après son FROM.</translation>
  </message>
  <message>
   <source>In line %1 the name is written with quotes or over several lines: change it there by hand first.</source>
   <translation>À la ligne %1, le nom est écrit entre guillemets ou sur plusieurs lignes : changez-le d’abord à la main.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Assistant</name>
  <message>
   <source>Read more</source>
   <translation>En savoir plus</translation>
  </message>
  <message>
   <source>What can stand here</source>
   <translation>Ce qui peut se trouver ici</translation>
  </message>
  <message>
   <source>There is nothing to propose here.</source>
   <translation>Il n’y a rien à proposer ici.</translation>
  </message>
  <message>
   <source>Fix: %1</source>
   <translation>Corriger : %1</translation>
  </message>
  <message>
   <source>There is no problem in this line.</source>
   <translation>Il n’y a pas de problème sur cette ligne.</translation>
  </message>
  <message>
   <source>This problem has no fix that could be made for you.</source>
   <translation>Ce problème ne peut pas être corrigé automatiquement.</translation>
  </message>
  <message>
   <source>Explain</source>
   <translation>Expliquer</translation>
  </message>
  <message>
   <source>Go to definition</source>
   <translation>Aller à la définition</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>Renommer…</translation>
  </message>
  <message>
   <source>There is nothing to explain here.</source>
   <translation>Il n’y a rien à expliquer ici.</translation>
  </message>
  <message>
   <source>No stage or variable of this file stands here.</source>
   <translation>Aucune phase ni variable de ce fichier ne se trouve ici.</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Renommer</translation>
  </message>
  <message>
   <source>New name, everywhere in this file:</source>
   <translation>Nouveau nom, partout dans ce fichier :</translation>
  </message>
  <message>
   <source>The text has changed meanwhile</source>
   <translation>Le texte a changé entre-temps</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BaseImageDialog</name>
  <message>
   <source>Nothing but the base</source>
   <translation>Seulement la base</translation>
  </message>
  <message>
   <source>Python</source>
   <translation>Python</translation>
  </message>
  <message>
   <source>Python with Flask</source>
   <translation>Python avec Flask</translation>
  </message>
  <message>
   <source>Nginx</source>
   <translation>Nginx</translation>
  </message>
  <message>
   <source>New base image</source>
   <translation>Nouvelle image de base</translation>
  </message>
  <message>
   <source>Makes an image from packages of the distribution, on this machine, with mmdebstrap. No registry is needed.</source>
   <translation>Crée sur cet ordinateur, avec mmdebstrap, une image à partir des paquets de la distribution. Aucun registre n’est nécessaire.</translation>
  </message>
  <message>
   <source>The release of Debian</source>
   <translation>La version de Debian</translation>
  </message>
  <message>
   <source>names of packages, with blanks between</source>
   <translation>noms de paquets, séparés par des espaces</translation>
  </message>
  <message>
   <source>&amp;Suite</source>
   <translation>&amp;Version</translation>
  </message>
  <message>
   <source>&amp;For</source>
   <translation>P&amp;our</translation>
  </message>
  <message>
   <source>&amp;Packages</source>
   <translation>&amp;Paquets</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Nom</translation>
  </message>
  <message>
   <source>What mmdebstrap does appears here.</source>
   <translation>Ce que fait mmdebstrap apparaît ici.</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>&amp;Fermer</translation>
  </message>
  <message>
   <source>Close this window; the work goes on behind the counter in the tool bar</source>
   <translation>Fermer cette fenêtre ; le travail continue derrière le compteur de la barre d’outils</translation>
  </message>
  <message>
   <source>&amp;Make</source>
   <translation>&amp;Créer</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Annuler</translation>
  </message>
  <message>
   <source>%1 is ready.</source>
   <translation>%1 est prête.</translation>
  </message>
  <message>
   <source>Run it…</source>
   <translation>Lancer…</translation>
  </message>
  <message>
   <source>Cancelled; nothing was kept.</source>
   <translation>Annulé ; rien n’a été gardé.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildActions</name>
  <message>
   <source>&amp;Build…</source>
   <translation>&amp;Construire…</translation>
  </message>
  <message>
   <source>Make an image from a Dockerfile and its folder</source>
   <translation>Créer une image à partir d’un Dockerfile et de son dossier</translation>
  </message>
  <message>
   <source>Ctrl+B</source>
   <translation>Ctrl+B</translation>
  </message>
  <message>
   <source>Build a&amp;gain…</source>
   <translation>Construire à &amp;nouveau…</translation>
  </message>
  <message>
   <source>Open the form as it was for this build</source>
   <translation>Ouvrir le formulaire tel qu’il était pour cette construction</translation>
  </message>
  <message>
   <source>Ctrl+Shift+R</source>
   <translation>Ctrl+Shift+R</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Annuler</translation>
  </message>
  <message>
   <source>End this build; the steps that are done stay in the cache</source>
   <translation>Arrêter cette construction ; les étapes terminées restent dans le cache</translation>
  </message>
  <message>
   <source>Ctrl+.</source>
   <translation>Ctrl+.</translation>
  </message>
  <message>
   <source>&amp;Run…</source>
   <translation>&amp;Lancer…</translation>
  </message>
  <message>
   <source>Run a container of the image that was built</source>
   <translation>Lancer un conteneur de l’image construite</translation>
  </message>
  <message>
   <source>Ctrl+Return</source>
   <translation>Ctrl+Return</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>&amp;Supprimer</translation>
  </message>
  <message>
   <source>Remove the record of this build; its image stays</source>
   <translation>Supprimer la trace de cette construction ; son image reste</translation>
  </message>
  <message>
   <source>Copy &amp;id</source>
   <translation>Copier l’&amp;id</translation>
  </message>
  <message>
   <source>Copy its id</source>
   <translation>Copier son id</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>The record of %1 is being removed.</source>
   <translation>La trace de %1 est en cours de suppression.</translation>
  </message>
  <message numerus="yes">
   <source>%n record(s) are being removed.</source>
   <translation>
    <numerusform>%n trace est en cours de suppression.</numerusform>
    <numerusform>%n traces sont en cours de suppression.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildDetails</name>
  <message>
   <source>&amp;Steps</source>
   <translation>É&amp;tapes</translation>
  </message>
  <message>
   <source>The Dockerfile as it was built</source>
   <translation>Le Dockerfile tel qu’il a été construit</translation>
  </message>
  <message>
   <source>Doc&amp;kerfile</source>
   <translation>Doc&amp;kerfile</translation>
  </message>
  <message numerus="yes">
   <source>%1 of %n step(s) from the cache</source>
   <translation>
    <numerusform>%1 sur %n étape du cache</numerusform>
    <numerusform>%1 sur %n étapes du cache</numerusform>
   </translation>
  </message>
  <message>
   <source>The engine does not tell about this build: %1.</source>
   <translation>Le moteur ne dit rien de cette construction : %1.</translation>
  </message>
  <message>
   <source>Build</source>
   <translation>Construction</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>Noms</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Démarrage</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Étapes</translation>
  </message>
  <message>
   <source>From the cache</source>
   <translation>Du cache</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>What was asked for</source>
   <translation>Ce qui était demandé</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Dockerfile</source>
   <translation>Dockerfile</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>Cible</translation>
  </message>
  <message>
   <source>Platform</source>
   <translation>Plateforme</translation>
  </message>
  <message>
   <source>Arguments</source>
   <translation>Arguments</translation>
  </message>
  <message>
   <source>Their values are not kept: they may be secrets.</source>
   <translation>Leurs valeurs ne sont pas conservées : ce sont peut-être des secrets.</translation>
  </message>
  <message>
   <source>Every step was to be run, whatever was cached.</source>
   <translation>Toutes les étapes devaient être exécutées, quel que soit le cache.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildDialog</name>
  <message>
   <source>Build an image</source>
   <translation>Construire une image</translation>
  </message>
  <message>
   <source>Progress of the build</source>
   <translation>Progression de la construction</translation>
  </message>
  <message>
   <source>Clo&amp;se</source>
   <translation>Fer&amp;mer</translation>
  </message>
  <message>
   <source>Close this window; the work goes on behind the counter in the tool bar</source>
   <translation>Fermer cette fenêtre ; le travail continue derrière le compteur de la barre d’outils</translation>
  </message>
  <message>
   <source>&amp;Build</source>
   <translation>&amp;Construire</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Annuler</translation>
  </message>
  <message>
   <source>Run it…</source>
   <translation>Lancer…</translation>
  </message>
  <message>
   <source>Cancelled. The steps that were done are in the cache.</source>
   <translation>Annulé. Les étapes terminées sont dans le cache.</translation>
  </message>
  <message>
   <source>&amp;Build again</source>
   <translation>Construire à no&amp;uveau</translation>
  </message>
  <message>
   <source>From %1</source>
   <translation>De %1</translation>
  </message>
  <message>
   <source>%1 from %2</source>
   <comment>image, folder</comment>
   <translation>%1 de %2</translation>
  </message>
  <message>
   <source>It is not built: step %1 failed.</source>
   <translation>L’image n’est pas construite : l’étape %1 a échoué.</translation>
  </message>
  <message>
   <source>C&amp;hange…</source>
   <translation>Modi&amp;fier…</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildForm</name>
  <message>
   <source>R&amp;un every step, whatever is cached</source>
   <translation>Exécuter t&amp;outes les étapes, même celles du cache</translation>
  </message>
  <message>
   <source>Loo&amp;k for newer base images</source>
   <translation>Chercher des images de &amp;base plus récentes</translation>
  </message>
  <message>
   <source>Let steps use your ssh agent</source>
   <translation>Laisser les étapes utiliser votre agent ssh</translation>
  </message>
  <message>
   <source>Its path in the folder</source>
   <translation>Son chemin dans le dossier</translation>
  </message>
  <message>
   <source>friendlyhello:latest; may be empty</source>
   <translation>friendlyhello:latest ; peut rester vide</translation>
  </message>
  <message>
   <source>the last stage</source>
   <translation>la dernière phase</translation>
  </message>
  <message>
   <source>The stage of the Dockerfile to build, by its name or number</source>
   <translation>La phase du Dockerfile à construire, par son nom ou son numéro</translation>
  </message>
  <message>
   <source>&amp;Dockerfile</source>
   <translation>&amp;Dockerfile</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>Cible</translation>
  </message>
  <message>
   <source>Ar&amp;guments</source>
   <translation>Argume&amp;nts</translation>
  </message>
  <message>
   <source>The folder with the Dockerfile and what it copies</source>
   <translation>Le dossier avec le Dockerfile et ce qu’il copie</translation>
  </message>
  <message>
   <source>C&amp;hoose…</source>
   <translation>C&amp;hoisir…</translation>
  </message>
  <message>
   <source>&amp;Folder</source>
   <translation>Doss&amp;ier</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Plus</translation>
  </message>
  <message>
   <source>name=value, one a line</source>
   <translation>nom=valeur, un par ligne</translation>
  </message>
  <message>
   <source>the default one</source>
   <translation>celui par défaut</translation>
  </message>
  <message>
   <source>What the commands of the steps can reach</source>
   <translation>Ce que les commandes des étapes peuvent atteindre</translation>
  </message>
  <message>
   <source>this computer&apos;s; else linux/arm64 …</source>
   <translation>celle de cet ordinateur ; sinon linux/arm64…</translation>
  </message>
  <message>
   <source>id=file, one a line</source>
   <translation>id=fichier, un par ligne</translation>
  </message>
  <message>
   <source>What RUN --mount=type=secret,id=… shows: files of this computer. They are in no layer and no record</source>
   <translation>Ce que montre RUN --mount=type=secret,id=… : des fichiers de cet ordinateur. Ils ne sont dans aucune couche ni aucune trace</translation>
  </message>
  <message>
   <source>What RUN --mount=type=ssh shows: steps can sign with your keys, and cannot read them</source>
   <translation>Ce que montre RUN --mount=type=ssh : les étapes peuvent signer avec vos clés, mais pas les lire</translation>
  </message>
  <message>
   <source>&amp;Labels</source>
   <translation>Éti&amp;quettes</translation>
  </message>
  <message>
   <source>Secrets</source>
   <translation>Secrets</translation>
  </message>
  <message>
   <source>Net&amp;work</source>
   <translation>Ré&amp;seau</translation>
  </message>
  <message>
   <source>Platform</source>
   <translation>Plateforme</translation>
  </message>
  <message>
   <source>The folder to build from</source>
   <translation>Le dossier à partir duquel construire</translation>
  </message>
  <message>
   <source>from %1</source>
   <translation>de %1</translation>
  </message>
  <message>
   <source>NAME=value, one a line</source>
   <translation>NOM=valeur, un par ligne</translation>
  </message>
  <message>
   <source>NAME=value, one a line; it takes %1</source>
   <translation>NOM=valeur, un par ligne ; accepte %1</translation>
  </message>
  <message>
   <source>There is no such folder.</source>
   <translation>Ce dossier n’existe pas.</translation>
  </message>
  <message>
   <source>There is no file %1 in this folder.</source>
   <translation>Il n’y a pas de fichier %1 dans ce dossier.</translation>
  </message>
  <message>
   <source>It cannot be built as it is: %1.</source>
   <translation>Impossible de construire ainsi : %1.</translation>
  </message>
  <message numerus="yes">
   <source>%n stage(s)</source>
   <translation>
    <numerusform>%n phase</numerusform>
    <numerusform>%n phases</numerusform>
   </translation>
  </message>
  <message>
   <source>From %1</source>
   <translation>De %1</translation>
  </message>
  <message>
   <source>“%1” is no argument: write NAME=value.</source>
   <translation>« %1 » n’est pas un argument : écrivez NOM=valeur.</translation>
  </message>
  <message>
   <source>“%1” is no label: write name=value.</source>
   <translation>« %1 » n’est pas une étiquette : écrivez nom=valeur.</translation>
  </message>
  <message>
   <source>“%1” is no secret: write its id, = and the path of a file.</source>
   <translation>« %1 » n’est pas un secret : écrivez son id, = et le chemin d’un fichier.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildGutter</name>
  <message>
   <source>not built</source>
   <translation>non construit</translation>
  </message>
  <message>
   <source>Join lines %1 and %2 in one RUN</source>
   <translation>Réunir les lignes %1 et %2 en un seul RUN</translation>
  </message>
  <message>
   <source>What it changed is not known: %1</source>
   <translation>On ne sait pas ce qu’elle a changé : %1</translation>
  </message>
  <message>
   <source>It changed no file.</source>
   <translation>Elle n’a changé aucun fichier.</translation>
  </message>
  <message>
   <source>Files: %1 added, %2 changed, %3 removed</source>
   <translation>Fichiers ajoutés : %1, modifiés : %2, supprimés : %3</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>cached</source>
   <translation>du cache</translation>
  </message>
  <message numerus="yes">
   <source>%1 of %n instruction(s) came from the cache.</source>
   <translation>
    <numerusform>Du cache : %1 sur %n instruction.</numerusform>
    <numerusform>Du cache : %1 sur %n instructions.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The next build runs %n instruction(s) again.</source>
   <translation>
    <numerusform>La prochaine construction exécutera à nouveau %n instruction.</numerusform>
    <numerusform>La prochaine construction exécutera à nouveau %n instructions.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildHistory</name>
  <message>
   <source>Started</source>
   <translation>Démarrage</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Étapes</translation>
  </message>
  <message>
   <source>Builds of this Dockerfile</source>
   <translation>Constructions de ce Dockerfile</translation>
  </message>
  <message>
   <source>Instruction</source>
   <translation>Instruction</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Avant</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Après</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Pourquoi</translation>
  </message>
  <message>
   <source>Comparison of two builds</source>
   <translation>Comparaison de deux constructions</translation>
  </message>
  <message>
   <source>%1, %2 cached</source>
   <translation>%1, dont %2 du cache</translation>
  </message>
  <message>
   <source>No builds of this Dockerfile yet: press Build.</source>
   <translation>Pas encore de construction de ce Dockerfile : cliquez sur Construire.</translation>
  </message>
  <message>
   <source>Choose two builds (with Ctrl) to compare them, or one to see what it did.</source>
   <translation>Choisissez deux constructions (avec Ctrl) pour les comparer, ou une seule pour voir ce qu’elle a fait.</translation>
  </message>
  <message>
   <source>The engine does not tell about these builds: %1.</source>
   <translation>Le moteur ne dit rien de ces constructions : %1.</translation>
  </message>
  <message>
   <source>Before: %1, %2. After: %3, %4. </source>
   <translation>Avant : %1, %2. Après : %3, %4. </translation>
  </message>
  <message>
   <source>The same instructions.</source>
   <translation>Les mêmes instructions.</translation>
  </message>
  <message numerus="yes">
   <source>%n instruction(s) are only in one of them.</source>
   <translation>
    <numerusform>%n instruction n’est que dans l’une des deux.</numerusform>
    <numerusform>%n instructions ne sont que dans l’une des deux.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildPanel</name>
  <message>
   <source>&amp;Build</source>
   <translation>&amp;Construire</translation>
  </message>
  <message>
   <source>Save the Dockerfile and build it</source>
   <translation>Enregistrer le Dockerfile et le construire</translation>
  </message>
  <message>
   <source>Ctrl+Shift+B</source>
   <translation>Ctrl+Shift+B</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Annuler</translation>
  </message>
  <message>
   <source>End this build; the steps that are done stay in the cache</source>
   <translation>Arrêter cette construction ; les étapes terminées restent dans le cache</translation>
  </message>
  <message>
   <source>Ctrl+.</source>
   <translation>Ctrl+.</translation>
  </message>
  <message>
   <source>&amp;Try out</source>
   <translation>E&amp;xplorer</translation>
  </message>
  <message>
   <source>Open the chosen step: its line, a shell in what it left, its files</source>
   <translation>Ouvrir l’étape choisie : sa ligne, un shell dans ce qu’elle a laissé, ses fichiers</translation>
  </message>
  <message>
   <source>Ctrl+Shift+T</source>
   <translation>Ctrl+Shift+T</translation>
  </message>
  <message>
   <source>&amp;Run…</source>
   <translation>&amp;Lancer…</translation>
  </message>
  <message>
   <source>Run a container of the image that was built</source>
   <translation>Lancer un conteneur de l’image construite</translation>
  </message>
  <message>
   <source>&amp;Layers</source>
   <translation>C&amp;ouches</translation>
  </message>
  <message>
   <source>Look into the image that was built</source>
   <translation>Examiner l’image construite</translation>
  </message>
  <message>
   <source>&amp;Push…</source>
   <translation>En&amp;voyer…</translation>
  </message>
  <message>
   <source>Push the image that was built to a registry</source>
   <translation>Envoyer l’image construite vers un registre</translation>
  </message>
  <message>
   <source>Actions on the build</source>
   <translation>Actions sur la construction</translation>
  </message>
  <message>
   <source>St&amp;eps</source>
   <translation>Éta&amp;pes</translation>
  </message>
  <message>
   <source>Hi&amp;story</source>
   <translation>&amp;Historique</translation>
  </message>
  <message>
   <source>O&amp;ptions</source>
   <translation>Op&amp;tions</translation>
  </message>
  <message>
   <source>It is not built: step %1 failed.</source>
   <translation>L’image n’est pas construite : l’étape %1 a échoué.</translation>
  </message>
  <message>
   <source>Cancelled. The steps that were done are in the cache.</source>
   <translation>Annulé. Les étapes terminées sont dans le cache.</translation>
  </message>
  <message>
   <source>Go to line %1</source>
   <translation>Aller à la ligne %1</translation>
  </message>
  <message>
   <source>Line %1: %2</source>
   <translation>Ligne %1 : %2</translation>
  </message>
  <message>
   <source>Join RUN instructions</source>
   <translation>Réunir les instructions RUN</translation>
  </message>
  <message>
   <source>These lines are not in the text any more as they were built.</source>
   <translation>Ces lignes ne sont plus dans le texte telles qu’elles ont été construites.</translation>
  </message>
  <message>
   <source>Not saved yet: Build asks where.</source>
   <translation>Pas encore enregistré : Construire demandera où.</translation>
  </message>
  <message>
   <source>Not built yet.</source>
   <translation>Pas encore construit.</translation>
  </message>
  <message>
   <source>This engine cannot build folders.</source>
   <translation>Ce moteur ne peut pas construire de dossiers.</translation>
  </message>
  <message numerus="yes">
   <source>the next build runs %n instruction(s) again</source>
   <translation>
    <numerusform>à refaire : %n instruction</numerusform>
    <numerusform>à refaire : %n instructions</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildTimeline</name>
  <message>
   <source>Stage %1</source>
   <translation>Phase %1</translation>
  </message>
  <message>
   <source>Time line of the build</source>
   <translation>Chronologie de la construction</translation>
  </message>
  <message>
   <source>The steps of a build stand here, as they go beside each other.</source>
   <translation>Les étapes d’une construction s’affichent ici, telles qu’elles se déroulent côte à côte.</translation>
  </message>
  <message>
   <source>0 s</source>
   <translation>0 s</translation>
  </message>
  <message>
   <source>Step %1, %2: %3</source>
   <translation>Étape %1, %2 : %3</translation>
  </message>
  <message>
   <source>Time: %1</source>
   <translation>Durée : %1</translation>
  </message>
  <message>
   <source>Size: %1</source>
   <translation>Taille : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildView</name>
  <message>
   <source>Steps</source>
   <translation>Étapes</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>Phase</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::BuildsPage</name>
  <message>
   <source>Builds</source>
   <translation>Constructions</translation>
  </message>
  <message>
   <source>No builds yet</source>
   <translation>Pas encore de construction</translation>
  </message>
  <message>
   <source>No builds here</source>
   <translation>Aucune construction ici</translation>
  </message>
  <message>
   <source>A Dockerfile says, step by step, how an image is made. Every build is kept here with its steps: what each took, why it ran again, and what it wrote.</source>
   <translation>Un Dockerfile dit, étape par étape, comment faire une image. Chaque construction est gardée ici avec ses étapes : la durée de chacune, pourquoi elle a été exécutée à nouveau et ce qu’elle a écrit.</translation>
  </message>
  <message>
   <source>This engine keeps no records of its builds.</source>
   <translation>Ce moteur ne garde pas trace de ses constructions.</translation>
  </message>
  <message>
   <source>Build an image…</source>
   <translation>Construire une image…</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CardDelegate</name>
  <message>
   <source>Disabled: %1</source>
   <translation>Désactivée : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CardForm</name>
  <message>
   <source>Image</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>debian:13, python:3-slim, the name of a stage …</source>
   <translation>debian:13, python:3-slim, le nom d’une phase…</translation>
  </message>
  <message>
   <source>Platform</source>
   <translation>Plateforme</translation>
  </message>
  <message>
   <source>Mounts, one per line</source>
   <translation>Montages, un par ligne</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
  <message>
   <source>Security</source>
   <translation>Sécurité</translation>
  </message>
  <message>
   <source>Files, one per line</source>
   <translation>Fichiers, un par ligne</translation>
  </message>
  <message>
   <source>app.py, src/, *.txt; a dot for all files</source>
   <translation>app.py, src/, *.txt ; un point pour tous les fichiers</translation>
  </message>
  <message>
   <source>Destination</source>
   <translation>Destination</translation>
  </message>
  <message>
   <source>/app/; a dot for the working folder</source>
   <translation>/app/ ; un point pour le dossier de travail</translation>
  </message>
  <message>
   <source>From a stage or image</source>
   <translation>D’une phase ou d’une image</translation>
  </message>
  <message>
   <source>empty: from your project</source>
   <translation>vide : de votre projet</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Propriétaire</translation>
  </message>
  <message>
   <source>Permissions</source>
   <translation>Droits</translation>
  </message>
  <message>
   <source>As a layer of its own (link)</source>
   <translation>Dans sa propre couche (link)</translation>
  </message>
  <message>
   <source>Keep parent folders (parents)</source>
   <translation>Garder les dossiers parents (parents)</translation>
  </message>
  <message>
   <source>Keep the .git folder of a repository</source>
   <translation>Garder le dossier .git d’un dépôt</translation>
  </message>
  <message>
   <source>Except, one per line</source>
   <translation>Sauf, un par ligne</translation>
  </message>
  <message>
   <source>Checksum</source>
   <translation>Somme de contrôle</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Utilisateur</translation>
  </message>
  <message>
   <source>Ports, one per line</source>
   <translation>Ports, un par ligne</translation>
  </message>
  <message>
   <source>Folders, one per line</source>
   <translation>Dossiers, un par ligne</translation>
  </message>
  <message>
   <source>Signal</source>
   <translation>Signal</translation>
  </message>
  <message>
   <source>Instruction</source>
   <translation>Instruction</translation>
  </message>
  <message>
   <source>No check, even if the base image has one</source>
   <translation>Aucun contrôle, même si l’image de base en a un</translation>
  </message>
  <message>
   <source>Interval</source>
   <translation>Intervalle</translation>
  </message>
  <message>
   <source>Timeout</source>
   <translation>Délai maximal</translation>
  </message>
  <message>
   <source>Grace period at the start</source>
   <translation>Délai de grâce au démarrage</translation>
  </message>
  <message>
   <source>Interval in the grace period</source>
   <translation>Intervalle pendant ce délai</translation>
  </message>
  <message>
   <source>Failures until unhealthy</source>
   <translation>Échecs avant défaillance</translation>
  </message>
  <message>
   <source>Script</source>
   <translation>Script</translation>
  </message>
  <message>
   <source>A shell of the image runs it: variables, &amp;&amp; and | work</source>
   <translation>Un shell de l’image l’exécute : variables, &amp;&amp; et | fonctionnent</translation>
  </message>
  <message>
   <source>Started directly, without a shell: the program itself is told to stop</source>
   <translation>Démarré directement, sans shell : c’est le programme lui-même qui reçoit la demande d’arrêt</translation>
  </message>
  <message>
   <source>A shell of the image runs all its lines</source>
   <translation>Un shell de l’image exécute toutes ses lignes</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>Close these fields (Escape)</source>
   <translation>Fermer ces champs (Échap)</translation>
  </message>
  <message>
   <source>default</source>
   <translation>par défaut</translation>
  </message>
  <message>
   <source>Name of the stage</source>
   <translation>Nom de la phase</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Name=value, one per line; the value is optional</source>
   <translation>Nom=valeur, un par ligne ; la valeur est facultative</translation>
  </message>
  <message>
   <source>Name=value, one per line</source>
   <translation>Nom=valeur, un par ligne</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Commande</translation>
  </message>
  <message>
   <source>optional</source>
   <translation>facultatif</translation>
  </message>
  <message>
   <source>Shell command</source>
   <translation>Commande shell</translation>
  </message>
  <message>
   <source>Program and arguments</source>
   <translation>Programme et arguments</translation>
  </message>
  <message>
   <source>How the command is written</source>
   <translation>Comment la commande est écrite</translation>
  </message>
  <message>
   <source>Choose files</source>
   <translation>Choisir des fichiers</translation>
  </message>
  <message>
   <source>Add a file or folder of your project</source>
   <translation>Ajouter un fichier ou un dossier de votre projet</translation>
  </message>
  <message>
   <source>A quotation mark is not closed.</source>
   <translation>Un guillemet n’est pas fermé.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CardsView</name>
  <message numerus="yes">
   <source>… and %n more</source>
   <translation>
    <numerusform>… et %n autre</numerusform>
    <numerusform>… et %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>Add %1</source>
   <translation>Ajouter %1</translation>
  </message>
  <message>
   <source>Duplicate the instruction</source>
   <translation>Dupliquer l’instruction</translation>
  </message>
  <message>
   <source>Enable the instruction</source>
   <translation>Activer l’instruction</translation>
  </message>
  <message>
   <source>Disable the instruction</source>
   <translation>Désactiver l’instruction</translation>
  </message>
  <message>
   <source>Remove the instruction</source>
   <translation>Supprimer l’instruction</translation>
  </message>
  <message>
   <source>Move the stage</source>
   <translation>Déplacer la phase</translation>
  </message>
  <message>
   <source>Move the instruction</source>
   <translation>Déplacer l’instruction</translation>
  </message>
  <message>
   <source>It is disabled. Press Space to enable it, then change it.</source>
   <translation>Elle est désactivée. Appuyez sur Espace pour l’activer, puis modifiez-la.</translation>
  </message>
  <message>
   <source>This cannot be read as an instruction: change it in the text.</source>
   <translation>Cela ne se lit pas comme une instruction : modifiez-le dans le texte.</translation>
  </message>
  <message>
   <source>Fields of %1</source>
   <translation>Champs de %1</translation>
  </message>
  <message>
   <source>Change the instruction</source>
   <translation>Modifier l’instruction</translation>
  </message>
  <message>
   <source>&amp;Enable</source>
   <translation>&amp;Activer</translation>
  </message>
  <message>
   <source>&amp;Disable</source>
   <translation>&amp;Désactiver</translation>
  </message>
  <message>
   <source>&amp;Remove the stage</source>
   <translation>&amp;Supprimer la phase</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>&amp;Supprimer</translation>
  </message>
  <message>
   <source>&amp;Add</source>
   <translation>A&amp;jouter</translation>
  </message>
  <message>
   <source>Instructions</source>
   <translation>Instructions</translation>
  </message>
  <message>
   <source>&amp;Change…</source>
   <translation>&amp;Modifier…</translation>
  </message>
  <message>
   <source>Open its fields</source>
   <translation>Ouvrir ses champs</translation>
  </message>
  <message>
   <source>Move &amp;up</source>
   <translation>Mon&amp;ter</translation>
  </message>
  <message>
   <source>Move it up</source>
   <translation>Déplacer vers le haut</translation>
  </message>
  <message>
   <source>Move d&amp;own</source>
   <translation>D&amp;escendre</translation>
  </message>
  <message>
   <source>Move it down</source>
   <translation>Déplacer vers le bas</translation>
  </message>
  <message>
   <source>Dupl&amp;icate</source>
   <translation>Du&amp;pliquer</translation>
  </message>
  <message>
   <source>Once more, below</source>
   <translation>Encore une fois, en dessous</translation>
  </message>
  <message>
   <source>Leave it out of the build, as a comment that can be enabled again</source>
   <translation>La laisser hors de la construction, en commentaire réactivable</translation>
  </message>
  <message>
   <source>Remove it from the file</source>
   <translation>La supprimer du fichier</translation>
  </message>
  <message>
   <source>Dismiss the &amp;note</source>
   <translation>Enlever la &amp;note</translation>
  </message>
  <message>
   <source>Take the note off this card</source>
   <translation>Enlever la note de cette carte</translation>
  </message>
  <message>
   <source>&amp;More</source>
   <translation>Pl&amp;us</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Ajouter</translation>
  </message>
  <message>
   <source>Add an instruction below the current one</source>
   <translation>Ajouter une instruction sous l’actuelle</translation>
  </message>
  <message>
   <source>Nothing is in this file yet</source>
   <translation>Il n’y a encore rien dans ce fichier</translation>
  </message>
  <message>
   <source>An image begins with another one: a small system such as debian, or one with a language such as python. Your files and commands come on top of it.</source>
   <translation>Une image commence par une autre : un petit système comme debian, ou une image avec un langage comme python. Vos fichiers et vos commandes viennent par-dessus.</translation>
  </message>
  <message>
   <source>Start with a base image</source>
   <translation>Commencer par une image de base</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ChangesPane</name>
  <message>
   <source>Look again</source>
   <translation>Actualiser</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>Since the image</source>
   <translation>Depuis l’image</translation>
  </message>
  <message>
   <source>What has changed since the image</source>
   <translation>Ce qui a changé depuis l’image</translation>
  </message>
  <message>
   <source>The engine does not tell: %1.</source>
   <translation>Le moteur ne répond pas : %1.</translation>
  </message>
  <message>
   <source>new</source>
   <translation>nouveau</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>supprimé</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>modifié</translation>
  </message>
  <message>
   <source>Nothing has changed since the image.</source>
   <translation>Rien n’a changé depuis l’image.</translation>
  </message>
  <message>
   <source>%1 new, %2 changed, %3 removed; the first %4 are shown</source>
   <translation>nouveaux : %1, modifiés : %2, supprimés : %3 ; les %4 premiers sont affichés</translation>
  </message>
  <message>
   <source>%1 new, %2 changed, %3 removed</source>
   <translation>nouveaux : %1, modifiés : %2, supprimés : %3</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CloneVolumeDialog</name>
  <message>
   <source>Clone %1</source>
   <translation>Cloner %1</translation>
  </message>
  <message>
   <source>&amp;Clone</source>
   <translation>&amp;Cloner</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Nom</translation>
  </message>
  <message>
   <source>%1-copy</source>
   <comment>name of the copy of a volume</comment>
   <translation>%1-copie</translation>
  </message>
  <message>
   <source>A new volume with the same files, owners, modes and labels.</source>
   <translation>Un nouveau volume avec les mêmes fichiers, propriétaires, droits et étiquettes.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CodeEditor</name>
  <message>
   <source>Text of the file</source>
   <translation>Texte du fichier</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>column, text</comment>
   <translation>%1 : %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CommitDialog</name>
  <message>
   <source>An image of %1</source>
   <translation>Une image de %1</translation>
  </message>
  <message>
   <source>&amp;Make it</source>
   <translation>&amp;Créer</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Nom</translation>
  </message>
  <message>
   <source>none, or for example team/web:2</source>
   <translation>aucun, ou par exemple equipe/web:2</translation>
  </message>
  <message>
   <source>&amp;Comment</source>
   <translation>C&amp;ommentaire</translation>
  </message>
  <message>
   <source>&amp;Author</source>
   <translation>&amp;Auteur</translation>
  </message>
  <message>
   <source>C&amp;hanges</source>
   <translation>C&amp;hangements</translation>
  </message>
  <message>
   <source>instructions, such as CMD [&quot;httpd&quot;]</source>
   <translation>des instructions, comme CMD [&quot;httpd&quot;]</translation>
  </message>
  <message>
   <source>&amp;Freeze the container while its files are copied</source>
   <translation>&amp;Suspendre le conteneur pendant la copie de ses fichiers</translation>
  </message>
  <message>
   <source>The image holds what the container has changed, without its volumes and mounted folders.</source>
   <translation>L’image contient ce que le conteneur a changé, sans ses volumes ni ses dossiers montés.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CompareDialog</name>
  <message>
   <source>Compare images</source>
   <translation>Comparer des images</translation>
  </message>
  <message>
   <source>&amp;From</source>
   <translation>&amp;De</translation>
  </message>
  <message>
   <source>&amp;To</source>
   <translation>&amp;Vers</translation>
  </message>
  <message>
   <source>Exchange the two</source>
   <translation>Échanger les deux</translation>
  </message>
  <message>
   <source>What differs</source>
   <translation>Ce qui diffère</translation>
  </message>
  <message>
   <source>They cannot be compared: %1</source>
   <translation>Impossible de les comparer : %1</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>added: only in the second. removed: only in the first. changed: in both, and different.</source>
   <translation>ajouté : seulement dans la seconde. supprimé : seulement dans la première. modifié : dans les deux, mais différent.</translation>
  </message>
  <message>
   <source>The same image</source>
   <translation>La même image</translation>
  </message>
  <message>
   <source>Choose two that are different.</source>
   <translation>Choisissez-en deux différentes.</translation>
  </message>
  <message>
   <source>No difference</source>
   <translation>Aucune différence</translation>
  </message>
  <message>
   <source>Both images hold the same files.</source>
   <translation>Les deux images contiennent les mêmes fichiers.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::CompareText</name>
  <message>
   <source>What differs in %1</source>
   <translation>Ce qui diffère dans %1</translation>
  </message>
  <message>
   <source>“-”: only on the disk; “+”: only here.</source>
   <translation>« - » : seulement sur le disque ; « + » : seulement ici.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ConnectDialog</name>
  <message>
   <source>Connect a container to %1</source>
   <translation>Connecter un conteneur à %1</translation>
  </message>
  <message>
   <source>&amp;Connect</source>
   <translation>&amp;Connecter</translation>
  </message>
  <message>
   <source>C&amp;ontainer</source>
   <translation>C&amp;onteneur</translation>
  </message>
  <message>
   <source>&amp;Also known as</source>
   <translation>Aussi conn&amp;u comme</translation>
  </message>
  <message>
   <source>more names in this network, with blanks between</source>
   <translation>autres noms, séparés par des espaces</translation>
  </message>
  <message>
   <source>A&amp;ddress</source>
   <translation>A&amp;dresse</translation>
  </message>
  <message>
   <source>chosen by the engine</source>
   <translation>choisie par le moteur</translation>
  </message>
  <message>
   <source>All containers are in this network already.</source>
   <translation>Tous les conteneurs sont déjà dans ce réseau.</translation>
  </message>
  <message>
   <source>%1 cannot be connected: %2</source>
   <translation>Impossible de connecter %1 : %2</translation>
  </message>
  <message>
   <source>Container</source>
   <translation>Conteneur</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContainerActions</name>
  <message>
   <source>&amp;Start</source>
   <translation>&amp;Démarrer</translation>
  </message>
  <message>
   <source>Start, or go on after a pause</source>
   <translation>Démarrer, ou reprendre après une suspension</translation>
  </message>
  <message>
   <source>Ctrl+Return</source>
   <translation>Ctrl+Return</translation>
  </message>
  <message>
   <source>S&amp;top</source>
   <translation>&amp;Arrêter</translation>
  </message>
  <message>
   <source>Ctrl+.</source>
   <translation>Ctrl+.</translation>
  </message>
  <message>
   <source>R&amp;estart</source>
   <translation>&amp;Redémarrer</translation>
  </message>
  <message>
   <source>Stop and start again</source>
   <translation>Arrêter et démarrer à nouveau</translation>
  </message>
  <message>
   <source>Ctrl+Shift+R</source>
   <translation>Ctrl+Shift+R</translation>
  </message>
  <message>
   <source>&amp;Pause</source>
   <translation>Sus&amp;pendre</translation>
  </message>
  <message>
   <source>Freeze all of its processes</source>
   <translation>Geler tous ses processus</translation>
  </message>
  <message>
   <source>Ctrl+Shift+P</source>
   <translation>Ctrl+Shift+P</translation>
  </message>
  <message>
   <source>&amp;Kill</source>
   <translation>&amp;Tuer</translation>
  </message>
  <message>
   <source>End it at once, without a chance to finish</source>
   <translation>Le terminer aussitôt, sans lui laisser le temps de finir</translation>
  </message>
  <message>
   <source>Ctrl+Shift+K</source>
   <translation>Ctrl+Shift+K</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>&amp;Supprimer</translation>
  </message>
  <message>
   <source>Remove the container and what it has written</source>
   <translation>Supprimer le conteneur et ce qu’il a écrit</translation>
  </message>
  <message>
   <source>Re&amp;name…</source>
   <translation>Reno&amp;mmer…</translation>
  </message>
  <message>
   <source>Give it another name</source>
   <translation>Lui donner un autre nom</translation>
  </message>
  <message>
   <source>Show &amp;log</source>
   <translation>Afficher le &amp;journal</translation>
  </message>
  <message>
   <source>Show what it writes</source>
   <translation>Afficher ce qu’il écrit</translation>
  </message>
  <message>
   <source>Ctrl+L</source>
   <translation>Ctrl+L</translation>
  </message>
  <message>
   <source>Open a shell in it</source>
   <translation>Y ouvrir un shell</translation>
  </message>
  <message>
   <source>Ctrl+T</source>
   <translation>Ctrl+T</translation>
  </message>
  <message>
   <source>Open in &amp;browser</source>
   <translation>Ouvrir dans le &amp;navigateur</translation>
  </message>
  <message>
   <source>Open its published port in the browser</source>
   <translation>Ouvrir son port publié dans le navigateur</translation>
  </message>
  <message>
   <source>Ctrl+B</source>
   <translation>Ctrl+B</translation>
  </message>
  <message>
   <source>Copy its id</source>
   <translation>Copier son id</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>Copy as docker r&amp;un</source>
   <translation>Copier comme docker r&amp;un</translation>
  </message>
  <message>
   <source>Copy the command that makes a container like it</source>
   <translation>Copier la commande qui crée un conteneur semblable</translation>
  </message>
  <message>
   <source>Re&amp;sume</source>
   <translation>R&amp;eprendre</translation>
  </message>
  <message>
   <source>starting…</source>
   <translation>démarrage…</translation>
  </message>
  <message>
   <source>stopping…</source>
   <translation>arrêt…</translation>
  </message>
  <message>
   <source>restarting…</source>
   <translation>redémarrage…</translation>
  </message>
  <message>
   <source>pausing…</source>
   <translation>suspension…</translation>
  </message>
  <message>
   <source>killing…</source>
   <translation>arrêt forcé…</translation>
  </message>
  <message>
   <source>%1 cannot be started: %2</source>
   <translation>Impossible de démarrer %1 : %2</translation>
  </message>
  <message>
   <source>%1 cannot be stopped: %2</source>
   <translation>Impossible d’arrêter %1 : %2</translation>
  </message>
  <message>
   <source>%1 cannot be restarted: %2</source>
   <translation>Impossible de redémarrer %1 : %2</translation>
  </message>
  <message>
   <source>%1 cannot be paused: %2</source>
   <translation>Impossible de suspendre %1 : %2</translation>
  </message>
  <message>
   <source>%1 cannot be killed: %2</source>
   <translation>Impossible de tuer %1 : %2</translation>
  </message>
  <message>
   <source>%1: %2 (volume %3)</source>
   <comment>container, folder in it, volume</comment>
   <translation>%1 : %2 (volume %3)</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <comment>name, state</comment>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>Remove %1?</source>
   <translation>Supprimer %1 ?</translation>
  </message>
  <message numerus="yes">
   <source>Remove %n container(s)?</source>
   <translation>
    <numerusform>Supprimer %n conteneur ?</numerusform>
    <numerusform>Supprimer %n conteneurs ?</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 keeps files in volumes that have no name.</source>
   <translation>%1 garde des fichiers dans des volumes sans nom.</translation>
  </message>
  <message>
   <source>Some of these keep files in volumes that have no name.</source>
   <translation>Certains gardent des fichiers dans des volumes sans nom.</translation>
  </message>
  <message>
   <source>%1 is running. Removing it ends its program.</source>
   <translation>%1 tourne. Sa suppression termine son programme.</translation>
  </message>
  <message>
   <source>Some of these are running. Removing them ends their programs.</source>
   <translation>Certains tournent. Leur suppression termine leurs programmes.</translation>
  </message>
  <message>
   <source>What it wrote inside the container is lost for good: files outside of volumes and mounted folders, and its log.</source>
   <translation>Ce qu’il a écrit à l’intérieur du conteneur est définitivement perdu : les fichiers hors des volumes et des dossiers montés, et son journal.</translation>
  </message>
  <message>
   <source>What they wrote inside is lost for good: files outside of volumes and mounted folders, and their logs.</source>
   <translation>Ce qu’ils ont écrit à l’intérieur est définitivement perdu : les fichiers hors des volumes et des dossiers montés, et leurs journaux.</translation>
  </message>
  <message>
   <source>Volumes without a name stay unless you tick the box:</source>
   <translation>Les volumes sans nom restent, à moins de cocher la case :</translation>
  </message>
  <message>
   <source>Remove these &amp;volumes and the files in them, too</source>
   <translation>Supprimer aussi ces &amp;volumes et leurs fichiers</translation>
  </message>
  <message>
   <source>End and remove</source>
   <translation>Terminer et supprimer</translation>
  </message>
  <message>
   <source>Remove it for good</source>
   <translation>Supprimer définitivement</translation>
  </message>
  <message>
   <source>%1 is being removed.</source>
   <translation>%1 : suppression en cours.</translation>
  </message>
  <message numerus="yes">
   <source>%n container(s) are being removed.</source>
   <translation>
    <numerusform>%n conteneur est en cours de suppression.</numerusform>
    <numerusform>%n conteneurs sont en cours de suppression.</numerusform>
   </translation>
  </message>
  <message>
   <source>Rename %1</source>
   <translation>Renommer %1</translation>
  </message>
  <message>
   <source>The docker run line is in the clipboard.</source>
   <translation>La ligne docker run est dans le presse-papiers.</translation>
  </message>
  <message>
   <source>&amp;Open terminal</source>
   <translation>&amp;Ouvrir un terminal</translation>
  </message>
  <message>
   <source>&amp;Copy id</source>
   <translation>Cop&amp;ier l’id</translation>
  </message>
  <message>
   <source>&amp;New name</source>
   <translation>&amp;Nouveau nom</translation>
  </message>
  <message>
   <source>&amp;Rename</source>
   <translation>&amp;Renommer</translation>
  </message>
  <message>
   <source>Ask the program to end; after ten seconds it is killed. One that was made to be removed when it ends asks first</source>
   <translation>Demander au programme de se terminer ; après dix secondes il est tué. S’il doit être supprimé à sa fin, confirmation d’abord</translation>
  </message>
  <message>
   <source>Stop and remove %1?</source>
   <translation>Arrêter et supprimer %1 ?</translation>
  </message>
  <message numerus="yes">
   <source>Stop and remove %n container(s)?</source>
   <translation>
    <numerusform>Arrêter et supprimer %n conteneur ?</numerusform>
    <numerusform>Arrêter et supprimer %n conteneurs ?</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 was made to be removed as soon as it ends.</source>
   <translation>%1 a été créé pour être supprimé dès qu’il se termine.</translation>
  </message>
  <message>
   <source>These were made to be removed as soon as they end.</source>
   <translation>Ceux-ci ont été créés pour être supprimés dès qu’ils se terminent.</translation>
  </message>
  <message>
   <source>Copy &amp;as Compose</source>
   <translation>&amp;Copier en Compose</translation>
  </message>
  <message>
   <source>Copy a compose.yaml that makes containers like these</source>
   <translation>Copier un compose.yaml qui crée des conteneurs semblables</translation>
  </message>
  <message numerus="yes">
   <source>A compose.yaml of %n container(s) is in the clipboard.</source>
   <translation>
    <numerusform>Un compose.yaml de %n conteneur est dans le presse-papiers.</numerusform>
    <numerusform>Un compose.yaml de %n conteneurs est dans le presse-papiers.</numerusform>
   </translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>container, why</comment>
   <translation>%1 : %2</translation>
  </message>
  <message>
   <source>%1 of %2 are started.</source>
   <translation>Démarrés : %1 sur %2.</translation>
  </message>
  <message>
   <source>%1 of %2 cannot be started: %3</source>
   <translation>Impossible de démarrer %1 sur %2 : %3</translation>
  </message>
  <message>
   <source>%1 of %2 are stopped.</source>
   <translation>Arrêtés : %1 sur %2.</translation>
  </message>
  <message>
   <source>%1 of %2 cannot be stopped: %3</source>
   <translation>Impossible d’arrêter %1 sur %2 : %3</translation>
  </message>
  <message>
   <source>%1 of %2 are restarted.</source>
   <translation>Redémarrés : %1 sur %2.</translation>
  </message>
  <message>
   <source>%1 of %2 cannot be restarted: %3</source>
   <translation>Impossible de redémarrer %1 sur %2 : %3</translation>
  </message>
  <message>
   <source>%1 of %2 are paused.</source>
   <translation>En pause : %1 sur %2.</translation>
  </message>
  <message>
   <source>%1 of %2 cannot be paused: %3</source>
   <translation>Impossible de mettre en pause %1 sur %2 : %3</translation>
  </message>
  <message>
   <source>%1 of %2 are killed.</source>
   <translation>Tués : %1 sur %2.</translation>
  </message>
  <message>
   <source>%1 of %2 cannot be killed: %3</source>
   <translation>Impossible de tuer %1 sur %2 : %3</translation>
  </message>
  <message>
   <source>Run step by step…</source>
   <translation>Lancer pas à pas…</translation>
  </message>
  <message>
   <source>Start it, held before each step of its launch</source>
   <translation>Le démarrer, en s’arrêtant avant chaque étape de son lancement</translation>
  </message>
  <message>
   <source>Ctrl+Shift+Return</source>
   <translation>Ctrl+Shift+Return</translation>
  </message>
  <message numerus="yes">
   <source>Stop %n container(s)?</source>
   <translation>
    <numerusform>Arrêter %n conteneur ?</numerusform>
    <numerusform>Arrêter %n conteneurs ?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Restart %n container(s)?</source>
   <translation>
    <numerusform>Redémarrer %n conteneur ?</numerusform>
    <numerusform>Redémarrer %n conteneurs ?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Kill %n container(s)?</source>
   <translation>
    <numerusform>Tuer %n conteneur ?</numerusform>
    <numerusform>Tuer %n conteneurs ?</numerusform>
   </translation>
  </message>
  <message>
   <source>What runs there is asked to end, and killed where it does not.</source>
   <translation>Ce qui y tourne est prié de se terminer, et tué sinon.</translation>
  </message>
  <message>
   <source>What runs there ends, and begins anew.</source>
   <translation>Ce qui y tourne se termine et recommence.</translation>
  </message>
  <message>
   <source>What runs there ends at once, whatever it is doing.</source>
   <translation>Ce qui y tourne se termine aussitôt, quoi qu’il fasse.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContainerDetails</name>
  <message>
   <source>What can be done with this container</source>
   <translation>Actions sur ce conteneur</translation>
  </message>
  <message>
   <source>Lo&amp;gs</source>
   <translation>&amp;Journal</translation>
  </message>
  <message>
   <source>&amp;Terminal</source>
   <translation>&amp;Terminal</translation>
  </message>
  <message>
   <source>&amp;Stats</source>
   <translation>Statisti&amp;ques</translation>
  </message>
  <message>
   <source>Container</source>
   <translation>Conteneur</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Commande</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Problem</source>
   <translation>Problème</translation>
  </message>
  <message>
   <source>Warning</source>
   <translation>Avertissement</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Fin</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Démarrage</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
  </message>
  <message>
   <source>Process id</source>
   <translation>PID</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Utilisateur</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Restarted</source>
   <translation>Redémarré</translation>
  </message>
  <message numerus="yes">
   <source>%n time(s)</source>
   <translation>
    <numerusform>%n fois</numerusform>
    <numerusform>%n fois</numerusform>
   </translation>
  </message>
  <message>
   <source>Identity</source>
   <translation>Identité</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
  <message>
   <source>Port %1</source>
   <translation>Port %1</translation>
  </message>
  <message>
   <source>not published</source>
   <translation>non publié</translation>
  </message>
  <message>
   <source>connected</source>
   <translation>connecté</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Fichiers</translation>
  </message>
  <message>
   <source> (read only)</source>
   <translation> (lecture seule)</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Limites</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Mémoire</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>sans limite</translation>
  </message>
  <message>
   <source>CPUs</source>
   <translation>Processeurs</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Processus</translation>
  </message>
  <message>
   <source>Restart</source>
   <translation>Redémarrage</translation>
  </message>
  <message>
   <source>never</source>
   <translation>jamais</translation>
  </message>
  <message>
   <source>Overvie&amp;w</source>
   <translation>Vue d’ensem&amp;ble</translation>
  </message>
  <message>
   <source>Fil&amp;es</source>
   <translation>Fic&amp;hiers</translation>
  </message>
  <message>
   <source>P&amp;rocesses</source>
   <translation>&amp;Processus</translation>
  </message>
  <message>
   <source>Ins&amp;pect</source>
   <translation>I&amp;nspecter</translation>
  </message>
  <message>
   <source>Ch&amp;anges</source>
   <translation>Change&amp;ments</translation>
  </message>
  <message>
   <source>Hea&amp;lth</source>
   <translation>&amp;Santé</translation>
  </message>
  <message>
   <source>Set-&amp;up</source>
   <translation>C&amp;onfiguration</translation>
  </message>
  <message>
   <source>&amp;X-ray</source>
   <translation>Rayons &amp;X</translation>
  </message>
  <message>
   <source>Launch</source>
   <translation>Lancement</translation>
  </message>
  <message>
   <source>Handed over by</source>
   <translation>Confié par</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContainerTools</name>
  <message>
   <source>Change what it may use, while it runs</source>
   <translation>Modifier ce qu’il peut utiliser, pendant qu’il tourne</translation>
  </message>
  <message>
   <source>Make an ima&amp;ge of it…</source>
   <translation>Créer une ima&amp;ge…</translation>
  </message>
  <message>
   <source>Make an image of its files as they are now</source>
   <translation>Créer une image de ses fichiers tels qu’ils sont</translation>
  </message>
  <message>
   <source>E&amp;xport its files…</source>
   <translation>E&amp;xporter ses fichiers…</translation>
  </message>
  <message>
   <source>Write its files to an archive</source>
   <translation>Écrire ses fichiers dans une archive</translation>
  </message>
  <message>
   <source>Tid&amp;y up…</source>
   <translation>Netto&amp;yer…</translation>
  </message>
  <message>
   <source>Remove containers that do not run</source>
   <translation>Supprimer les conteneurs qui ne tournent pas</translation>
  </message>
  <message>
   <source>Export the files of %1</source>
   <translation>Exporter les fichiers de %1</translation>
  </message>
  <message>
   <source>Archives (*.tar)</source>
   <translation>Archives (*.tar)</translation>
  </message>
  <message>
   <source>What they wrote inside is lost for good: files outside of volumes and mounted folders, and their logs. Their volumes stay.</source>
   <translation>Ce qu’ils ont écrit à l’intérieur est définitivement perdu : les fichiers hors des volumes et des dossiers montés, et leurs journaux. Leurs volumes restent.</translation>
  </message>
  <message>
   <source>L&amp;imits…</source>
   <translation>&amp;Limites…</translation>
  </message>
  <message>
   <source>E&amp;dit…</source>
   <translation>Modi&amp;fier…</translation>
  </message>
  <message>
   <source>Change its options: ports, variables, folders and all others</source>
   <translation>Modifier ses options : ports, variables, dossiers et toutes les autres</translation>
  </message>
  <message>
   <source>Ctrl+E</source>
   <translation>Ctrl+E</translation>
  </message>
  <message>
   <source>Look for what keeps a published port from answering</source>
   <translation>Chercher ce qui empêche un port publié de répondre</translation>
  </message>
  <message>
   <source>Logs toget&amp;her</source>
   <translation>Journaux ensem&amp;ble</translation>
  </message>
  <message>
   <source>The logs of the selected containers in one window, in order of time; of one that Compose made, all of its project</source>
   <translation>Les journaux des conteneurs sélectionnés dans une fenêtre, par ordre chronologique ; pour un conteneur créé par Compose, ceux de tout son projet</translation>
  </message>
  <message>
   <source>Ctrl+Shift+G</source>
   <translation>Ctrl+Shift+G</translation>
  </message>
  <message>
   <source>Logs of remo&amp;ved ones</source>
   <translation>Journaux conser&amp;vés</translation>
  </message>
  <message>
   <source>What was read of the logs of containers that are removed since</source>
   <translation>Ce qui a été lu des journaux de conteneurs supprimés depuis</translation>
  </message>
  <message>
   <source>The limits of %1 are changed; it went on running.</source>
   <translation>Les limites de %1 sont modifiées ; il a continué de tourner.</translation>
  </message>
  <message>
   <source>Port docto&amp;r…</source>
   <translation>Diagnosti&amp;quer un port…</translation>
  </message>
  <message>
   <source>Hand over…</source>
   <translation>Confier…</translation>
  </message>
  <message>
   <source>Let other users of this computer run it and look into it</source>
   <translation>Laisser d’autres utilisateurs de cet ordinateur l’utiliser et y regarder</translation>
  </message>
  <message>
   <source>%1 is yours alone again.</source>
   <translation>%1 n’est de nouveau qu’à vous.</translation>
  </message>
  <message>
   <source>%1 is handed over to %2.</source>
   <translation>%1 : confié à %2.</translation>
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
   <translation>Conteneurs</translation>
  </message>
  <message>
   <source>%1 running of %2</source>
   <translation>%1 sur %2 en marche</translation>
  </message>
  <message numerus="yes">
   <source>%1 · %2 of %n running</source>
   <comment>title of a group</comment>
   <translation>
    <numerusform>%1 · %2 sur %n en marche</numerusform>
    <numerusform>%1 · %2 sur %n en marche</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;No groups</source>
   <translation>&amp;Sans groupes</translation>
  </message>
  <message>
   <source>By Compose &amp;project</source>
   <translation>Par &amp;projet Compose</translation>
  </message>
  <message>
   <source>By &amp;image</source>
   <translation>Par &amp;image</translation>
  </message>
  <message>
   <source>By n&amp;etwork</source>
   <translation>Par &amp;réseau</translation>
  </message>
  <message>
   <source>By &amp;status</source>
   <translation>Par é&amp;tat</translation>
  </message>
  <message>
   <source>Show in groups</source>
   <translation>Afficher par groupes</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContextMenu</name>
  <message>
   <source>Show all</source>
   <translation>Tout afficher</translation>
  </message>
  <message>
   <source>Stages of this file and images that are here (Down)</source>
   <translation>Phases de ce fichier et images présentes ici (Bas)</translation>
  </message>
  <message>
   <source>Looking …</source>
   <translation>Recherche…</translation>
  </message>
  <message>
   <source>No files are here</source>
   <translation>Il n’y a pas de fichiers ici</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Tous les fichiers</translation>
  </message>
  <message>
   <source>The whole folder</source>
   <translation>Tout le dossier</translation>
  </message>
  <message>
   <source>… and more: write their names</source>
   <translation>… et d’autres : écrivez leurs noms</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ContextView</name>
  <message>
   <source>Leave &amp;out</source>
   <translation>E&amp;xclure</translation>
  </message>
  <message>
   <source>Leave this out of builds: adds a line to .dockerignore</source>
   <translation>L’exclure des constructions : ajoute une ligne à .dockerignore</translation>
  </message>
  <message>
   <source>&amp;Include</source>
   <translation>&amp;Inclure</translation>
  </message>
  <message>
   <source>Let builds have this again: changes .dockerignore</source>
   <translation>L’inclure à nouveau dans les constructions : modifie .dockerignore</translation>
  </message>
  <message>
   <source>Open the &amp;rule</source>
   <translation>Ouvrir la &amp;règle</translation>
  </message>
  <message>
   <source>Open .dockerignore at the line that decides about this</source>
   <translation>Ouvrir .dockerignore à la ligne qui en décide</translation>
  </message>
  <message>
   <source>&amp;Largest files</source>
   <translation>Plus &amp;gros fichiers</translation>
  </message>
  <message>
   <source>List the largest files that builds receive</source>
   <translation>Lister les plus gros fichiers que reçoivent les constructions</translation>
  </message>
  <message>
   <source>Look a&amp;gain</source>
   <translation>&amp;Actualiser</translation>
  </message>
  <message>
   <source>Read the folder again</source>
   <translation>Relire le dossier</translation>
  </message>
  <message>
   <source>Actions on files of the build</source>
   <translation>Actions sur les fichiers de la construction</translation>
  </message>
  <message>
   <source>Files of the build</source>
   <translation>Fichiers de la construction</translation>
  </message>
  <message>
   <source>Largest files</source>
   <translation>Plus gros fichiers</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Largest files of the build</source>
   <translation>Plus gros fichiers de la construction</translation>
  </message>
  <message>
   <source>No folder yet</source>
   <translation>Pas encore de dossier</translation>
  </message>
  <message>
   <source>Save the Dockerfile: its folder is what a build receives, and is listed here.</source>
   <translation>Enregistrez le Dockerfile : son dossier est ce que reçoit une construction, et s’affiche ici.</translation>
  </message>
  <message>
   <source>Looking at the folder</source>
   <translation>Lecture du dossier</translation>
  </message>
  <message>
   <source>The folder is empty</source>
   <translation>Le dossier est vide</translation>
  </message>
  <message>
   <source>COPY takes files from here: a build receives what is in %1.</source>
   <translation>COPY prend ses fichiers ici : une construction reçoit le contenu de %1.</translation>
  </message>
  <message>
   <source>This folder is too large to be watched: press F5 to look again.</source>
   <translation>Ce dossier est trop grand pour être surveillé : appuyez sur F5 pour l’actualiser.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DeathBox</name>
  <message>
   <source>Its last lines</source>
   <translation>Ses dernières lignes</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>reason, time</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>It is started again in a moment.</source>
   <translation>Il redémarre dans un instant.</translation>
  </message>
  <message numerus="yes">
   <source>It was started again %n time(s) by its restart policy.</source>
   <translation>
    <numerusform>Il a été redémarré %n fois par sa règle de redémarrage.</numerusform>
    <numerusform>Il a été redémarré %n fois par sa règle de redémarrage.</numerusform>
   </translation>
  </message>
  <message>
   <source>More memory…</source>
   <translation>Plus de mémoire…</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>Modifier…</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Fichiers</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DetailsPane</name>
  <message>
   <source>Overvie&amp;w</source>
   <translation>Vue d’ensem&amp;ble</translation>
  </message>
  <message>
   <source>Ins&amp;pect</source>
   <translation>I&amp;nspecter</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiagnosticsDialog</name>
  <message>
   <source>&amp;Save…</source>
   <translation>&amp;Enregistrer…</translation>
  </message>
  <message>
   <source>Diagnostics bundle</source>
   <translation>Archive de diagnostic</translation>
  </message>
  <message>
   <source>For a report about a fault: exactly these files, in one archive on this computer. Values of variables and labels, command lines and logins are masked. Nothing is sent anywhere.</source>
   <translation>Pour signaler un problème : exactement ces fichiers, dans une archive sur cet ordinateur. Les valeurs des variables et des étiquettes, les lignes de commande et les identifiants sont masqués. Rien n’est envoyé nulle part.</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>What it holds</source>
   <translation>Contenu</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Files of the bundle</source>
   <translation>Fichiers de l’archive</translation>
  </message>
  <message>
   <source>Content of the chosen file</source>
   <translation>Contenu du fichier choisi</translation>
  </message>
  <message>
   <source>Asking the engine…</source>
   <translation>Interrogation du moteur…</translation>
  </message>
  <message>
   <source>Save the bundle</source>
   <translation>Enregistrer l’archive</translation>
  </message>
  <message>
   <source>Archives (*.tar.gz)</source>
   <translation>Archives (*.tar.gz)</translation>
  </message>
  <message>
   <source>Saved as %1.</source>
   <translation>Enregistré sous le nom %1.</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2.</source>
   <translation>Impossible d’écrire %1 : %2.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DisconnectDialog</name>
  <message>
   <source>Disconnect a container from %1</source>
   <translation>Déconnecter un conteneur de %1</translation>
  </message>
  <message>
   <source>&amp;Disconnect</source>
   <translation>&amp;Déconnecter</translation>
  </message>
  <message>
   <source>C&amp;ontainer</source>
   <translation>C&amp;onteneur</translation>
  </message>
  <message>
   <source>Its connections in this network end. It can be connected again at any time.</source>
   <translation>Ses connexions dans ce réseau se terminent. On peut le reconnecter à tout moment.</translation>
  </message>
  <message>
   <source>%1 cannot be disconnected: %2</source>
   <translation>Impossible de déconnecter %1 : %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiskBar</name>
  <message>
   <source>%1: %2</source>
   <translation>%1 : %2</translation>
  </message>
  <message>
   <source>What lies on the disk</source>
   <translation>Ce qui est sur le disque</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiskMap</name>
  <message>
   <source>%1: %2, %3</source>
   <comment>kind, name, size</comment>
   <translation>%1 : %2, %3</translation>
  </message>
  <message>
   <source>shared by several</source>
   <translation>partagé par plusieurs</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>Layers of images</source>
   <translation>Couches d’images</translation>
  </message>
  <message>
   <source>Container</source>
   <translation>Conteneur</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Volume</translation>
  </message>
  <message>
   <source>Build cache</source>
   <translation>Cache de construction</translation>
  </message>
  <message>
   <source>Map of the disk</source>
   <translation>Plan du disque</translation>
  </message>
  <message>
   <source>The list beside it says the same.</source>
   <translation>La liste à côté dit la même chose.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiskObjects</name>
  <message>
   <source>Sho&amp;w it</source>
   <translation>L’affic&amp;her</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Quoi</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Frees</source>
   <translation>Libère</translation>
  </message>
  <message>
   <source>What lies on the disk, the largest first</source>
   <translation>Ce qui est sur le disque, du plus gros au plus petit</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1 : %2</translation>
  </message>
  <message>
   <source>%1 are layers that several images have, or an image and the cache of builds: they go with the last of them.</source>
   <translation>%1 sont des couches communes à plusieurs images, ou à une image et au cache de construction : elles partent avec la dernière.</translation>
  </message>
  <message numerus="yes">
   <source>%1 of %2 are its own. %n container(s) were made of it: it stays as long as they do.</source>
   <translation>
    <numerusform>%1 de %2 lui sont propres. %n conteneur en a été créé : elle reste tant qu’il existe.</numerusform>
    <numerusform>%1 de %2 lui sont propres. %n conteneurs en ont été créés : elle reste tant qu’ils existent.</numerusform>
   </translation>
  </message>
  <message>
   <source>%2 is not in use: removing it frees exactly %1.</source>
   <translation>%2 n’est pas utilisée : la supprimer libère exactement %1.</translation>
  </message>
  <message>
   <source>%2 has written %1, and runs.</source>
   <translation>%2 a écrit %1, et tourne.</translation>
  </message>
  <message>
   <source>%2 does not run: removing it frees exactly %1.</source>
   <translation>%2 ne tourne pas : le supprimer libère exactement %1.</translation>
  </message>
  <message numerus="yes">
   <source>%2 holds %1, and %n container(s) use it.</source>
   <translation>
    <numerusform>%2 contient %1, et %n conteneur l’utilise.</numerusform>
    <numerusform>%2 contient %1, et %n conteneurs l’utilisent.</numerusform>
   </translation>
  </message>
  <message>
   <source>No container uses %2: removing it frees exactly %1.</source>
   <translation>Aucun conteneur n’utilise %2 : le supprimer libère exactement %1.</translation>
  </message>
  <message>
   <source>A step of a build that can be used again: %1. %2</source>
   <translation>Une étape de construction réutilisable : %1. %2</translation>
  </message>
  <message>
   <source>Each area is one thing, in proportion to its size. Full areas would come free, hatched ones are in use.</source>
   <translation>Chaque surface est une chose, à proportion de sa taille. Les pleines seraient libérées, les hachurées sont utilisées.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::DiskView</name>
  <message>
   <source>Measure a&amp;gain</source>
   <translation>Mesurer à no&amp;uveau</translation>
  </message>
  <message>
   <source>Tidy up…</source>
   <translation>Nettoyer…</translation>
  </message>
  <message>
   <source>Measuring: the engine looks at every file that containers and volumes hold…</source>
   <translation>Mesure : le moteur examine tous les fichiers que contiennent conteneurs et volumes…</translation>
  </message>
  <message>
   <source>The engine cannot say what lies on the disk: %1</source>
   <translation>Le moteur ne peut pas dire ce qui est sur le disque : %1</translation>
  </message>
  <message numerus="yes">
   <source>%n image(s)</source>
   <translation>
    <numerusform>%n image</numerusform>
    <numerusform>%n images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n container(s)</source>
   <translation>
    <numerusform>%n conteneur</numerusform>
    <numerusform>%n conteneurs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n volume(s)</source>
   <translation>
    <numerusform>%n volume</numerusform>
    <numerusform>%n volumes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Cache of builds, %n step(s)</source>
   <translation>
    <numerusform>Cache de construction, %n étape</numerusform>
    <numerusform>Cache de construction, %n étapes</numerusform>
   </translation>
  </message>
  <message>
   <source>not in use: %1</source>
   <translation>non utilisé : %1</translation>
  </message>
  <message>
   <source>Tidy up: %1</source>
   <translation>Nettoyer : %1</translation>
  </message>
  <message>
   <source>%1 on the disk</source>
   <translation>%1 sur le disque</translation>
  </message>
  <message>
   <source>On the disk</source>
   <translation>Sur le disque</translation>
  </message>
  <message>
   <source>Layers that several images have, or that an image and the cache of builds have, count once, as a part of images. What tidying up frees is said exactly before anything goes.</source>
   <translation>Les couches communes à plusieurs images, ou à une image et au cache de construction, comptent une fois, avec les images. Ce que libère le nettoyage est indiqué exactement avant toute suppression.</translation>
  </message>
  <message>
   <source>&amp;Tidy up all…</source>
   <translation>Tout &amp;nettoyer…</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Drawings</name>
  <message numerus="yes">
   <source>%n process(es)</source>
   <translation>
    <numerusform>%n processus</numerusform>
    <numerusform>%n processus</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mount(s)</source>
   <translation>
    <numerusform>%n montage</numerusform>
    <numerusform>%n montages</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n interface(s)</source>
   <translation>
    <numerusform>%n interface</numerusform>
    <numerusform>%n interfaces</numerusform>
   </translation>
  </message>
  <message>
   <source>this computer</source>
   <translation>cet ordinateur</translation>
  </message>
  <message>
   <source>Linux %1</source>
   <translation>Linux %1</translation>
  </message>
  <message>
   <source>may be written</source>
   <translation>modifiable</translation>
  </message>
  <message>
   <source>hides the file</source>
   <translation>cache le fichier</translation>
  </message>
  <message>
   <source>the file is from here</source>
   <translation>le fichier vient d’ici</translation>
  </message>
  <message>
   <source>has it too, and is not seen</source>
   <translation>l’a aussi, mais n’est pas vu</translation>
  </message>
  <message>
   <source>published port</source>
   <translation>port publié</translation>
  </message>
  <message>
   <source>translation</source>
   <translation>traduction</translation>
  </message>
  <message>
   <source>rule is missing</source>
   <translation>la règle manque</translation>
  </message>
  <message>
   <source>bridge</source>
   <translation>pont</translation>
  </message>
  <message>
   <source>pair</source>
   <translation>paire</translation>
  </message>
  <message>
   <source>process</source>
   <translation>processus</translation>
  </message>
  <message>
   <source>nobody listens</source>
   <translation>personne n’écoute</translation>
  </message>
  <message>
   <source>made inside</source>
   <translation>créé dedans</translation>
  </message>
  <message>
   <source>the container</source>
   <translation>le conteneur</translation>
  </message>
  <message>
   <source>the host</source>
   <translation>l’hôte</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EditDialog</name>
  <message>
   <source>Edit %1</source>
   <translation>Modifier %1</translation>
  </message>
  <message>
   <source>What is kept and what is lost</source>
   <translation>Ce qui est gardé et ce qui est perdu</translation>
  </message>
  <message>
   <source>Take volumes without a name alon&amp;g</source>
   <translation>Emporter les volumes sans nom (&amp;W)</translation>
  </message>
  <message>
   <source>Make it anew</source>
   <translation>Le refaire</translation>
  </message>
  <message>
   <source>Change what you like: here stands what that means.</source>
   <translation>Modifiez ce que vous voulez : ce que cela entraîne s’affiche ici.</translation>
  </message>
  <message>
   <source>What changes</source>
   <translation>Ce qui change</translation>
  </message>
  <message>
   <source>It goes on running</source>
   <translation>Il continue de tourner</translation>
  </message>
  <message>
   <source>Limits and the restart policy are changed at once, without making it anew.</source>
   <translation>Les limites et la règle de redémarrage changent aussitôt, sans le refaire.</translation>
  </message>
  <message>
   <source>What is kept</source>
   <translation>Ce qui est gardé</translation>
  </message>
  <message>
   <source>What is lost</source>
   <translation>Ce qui est perdu</translation>
  </message>
  <message>
   <source>Not yet possible</source>
   <translation>Pas encore possible</translation>
  </message>
  <message>
   <source>Change it now</source>
   <translation>Modifier maintenant</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EngineDialog</name>
  <message>
   <source>&amp;Address:</source>
   <translation>&amp;Adresse :</translation>
  </message>
  <message>
   <source>Ce&amp;rtificates:</source>
   <translation>Ce&amp;rtificats :</translation>
  </message>
  <message>
   <source>Folder with ca.pem, cert.pem and key.pem</source>
   <translation>Dossier avec ca.pem, cert.pem et key.pem</translation>
  </message>
  <message>
   <source>&amp;Key file:</source>
   <translation>&amp;Fichier de clé :</translation>
  </message>
  <message>
   <source>Private key for ssh; left empty, ssh chooses</source>
   <translation>Clé privée pour ssh ; vide, ssh choisit</translation>
  </message>
  <message>
   <source>&amp;Name:</source>
   <translation>&amp;Nom :</translation>
  </message>
  <message>
   <source>as you like</source>
   <translation>à votre choix</translation>
  </message>
  <message>
   <source>unix:///path/to/socket for an engine on this computer, ssh://user@host or tcp://host:2376 for one on another.</source>
   <translation>unix:///chemin/du/socket pour un moteur de cet ordinateur, ssh://utilisateur@hote ou tcp://hote:2376 pour celui d’un autre.</translation>
  </message>
  <message>
   <source>Warning: this way is not encrypted and asks nobody who he is. Every program on this computer, of any user, may rule that engine through it.</source>
   <translation>Attention : cette connexion n’est pas chiffrée et ne demande à personne qui il est. Tout programme de cet ordinateur, de n’importe quel utilisateur, peut commander ce moteur par là.</translation>
  </message>
  <message>
   <source>Through ssh to %1, to the socket %2 there. Nothing but ssh must be open on that computer, and its host key must be known.</source>
   <translation>Par ssh vers %1, jusqu’au socket %2. Rien d’autre que ssh n’a besoin d’être ouvert sur cet ordinateur, et sa clé d’hôte doit être connue.</translation>
  </message>
  <message>
   <source>Encrypted, and both sides show a certificate. Only the authority in that folder is believed.</source>
   <translation>Chiffré, et chaque côté présente un certificat. Seule l’autorité de ce dossier est acceptée.</translation>
  </message>
  <message>
   <source>A socket on this computer.</source>
   <translation>Un socket sur cet ordinateur.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EngineFacts</name>
  <message>
   <source>About the engine</source>
   <translation>À propos du moteur</translation>
  </message>
  <message>
   <source>The engine does not say what it is: %1</source>
   <translation>Le moteur ne dit pas ce qu’il est : %1</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Moteur</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Fichiers</translation>
  </message>
  <message>
   <source>Storage</source>
   <translation>Stockage</translation>
  </message>
  <message>
   <source>Containers</source>
   <translation>Conteneurs</translation>
  </message>
  <message>
   <source>%1, %2 running, %3 paused</source>
   <translation>%1 (en marche : %2, suspendus : %3)</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>Isolation</source>
   <translation>Isolation</translation>
  </message>
  <message>
   <source>Control groups</source>
   <translation>Groupes de contrôle</translation>
  </message>
  <message>
   <source>version %1, %2</source>
   <translation>version %1, %2</translation>
  </message>
  <message>
   <source>Security</source>
   <translation>Sécurité</translation>
  </message>
  <message>
   <source>Firewall</source>
   <translation>Pare-feu</translation>
  </message>
  <message>
   <source>This machine</source>
   <translation>Cet ordinateur</translation>
  </message>
  <message>
   <source>Computer</source>
   <translation>Ordinateur</translation>
  </message>
  <message>
   <source>System</source>
   <translation>Système</translation>
  </message>
  <message>
   <source>Kernel</source>
   <translation>Noyau</translation>
  </message>
  <message>
   <source>Architecture</source>
   <translation>Architecture</translation>
  </message>
  <message>
   <source>Processors</source>
   <translation>Processeurs</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Mémoire</translation>
  </message>
  <message>
   <source>Registries</source>
   <translation>Registres</translation>
  </message>
  <message>
   <source>Mirrors</source>
   <translation>Miroirs</translation>
  </message>
  <message>
   <source>Insecure</source>
   <translation>Non sécurisés</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Serveur mandataire</translation>
  </message>
  <message>
   <source>What the engine warns of</source>
   <translation>Avertissements du moteur</translation>
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
   <translation>&amp;Autre adresse…</translation>
  </message>
  <message>
   <source>&amp;Copy the address for the docker command</source>
   <translation>&amp;Copier l’adresse pour la commande docker</translation>
  </message>
  <message>
   <source>Connect &amp;again</source>
   <translation>Se &amp;reconnecter</translation>
  </message>
  <message>
   <source>%1 at %2</source>
   <comment>engine, path</comment>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>Open another engine</source>
   <translation>Ouvrir un autre moteur</translation>
  </message>
  <message>
   <source>&amp;Manage engines…</source>
   <translation>&amp;Gérer les moteurs…</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EnginePage</name>
  <message>
   <source>Start the engine</source>
   <translation>Démarrer le moteur</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>You may not use this engine</source>
   <translation>Vous n’avez pas accès à ce moteur</translation>
  </message>
  <message>
   <source>It runs, but its socket is not open to you. Ask the administrator for access, or choose another engine in the tool bar.</source>
   <translation>Il tourne, mais son socket ne vous est pas ouvert. Demandez l’accès à l’administrateur, ou choisissez un autre moteur dans la barre d’outils.</translation>
  </message>
  <message>
   <source>The engine is not running</source>
   <translation>Le moteur ne tourne pas</translation>
  </message>
  <message>
   <source>The engine makes and runs the containers. Start it here; you may be asked for a password. This page goes away by itself once it answers.</source>
   <translation>Le moteur crée et fait tourner les conteneurs. Démarrez-le ici ; un mot de passe vous sera peut-être demandé. Cette page disparaîtra d’elle-même dès qu’il répondra.</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Démarrage…</translation>
  </message>
  <message>
   <source>No way to %1</source>
   <translation>Pas d’accès à %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EnginesDialog</name>
  <message>
   <source>Engines</source>
   <translation>Moteurs</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Moteur</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Engines that can be opened</source>
   <translation>Moteurs que l’on peut ouvrir</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>&amp;Ouvrir</translation>
  </message>
  <message>
   <source>&amp;Test</source>
   <translation>&amp;Tester</translation>
  </message>
  <message>
   <source>&amp;Add…</source>
   <translation>A&amp;jouter…</translation>
  </message>
  <message>
   <source>&amp;Edit…</source>
   <translation>&amp;Modifier…</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>&amp;Supprimer</translation>
  </message>
  <message>
   <source>%1 (open)</source>
   <translation>%1 (ouvert)</translation>
  </message>
  <message>
   <source>Engines that were found here, or that Docker and Podman know of, are not kept by this list</source>
   <translation>Les moteurs trouvés ici, ou connus de Docker et de Podman, ne sont pas gardés par cette liste</translation>
  </message>
  <message>
   <source>Add an engine</source>
   <translation>Ajouter un moteur</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Ajouter</translation>
  </message>
  <message>
   <source>Edit an engine</source>
   <translation>Modifier un moteur</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Enregistrer</translation>
  </message>
  <message>
   <source>Asking %1…</source>
   <translation>Interrogation de %1…</translation>
  </message>
  <message>
   <source>%1 answers: %2 %3 on %4, Linux %5.</source>
   <translation>%1 répond : %2 %3 sur %4, Linux %5.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EnvironmentEditor</name>
  <message>
   <source>Add a variable</source>
   <translation>Ajouter une variable</translation>
  </message>
  <message>
   <source>The container gets the variables of its image. Add or replace some here.</source>
   <translation>Le conteneur reçoit les variables de son image. Ajoutez-en ou remplacez-en ici.</translation>
  </message>
  <message>
   <source>NAME</source>
   <translation>NOM</translation>
  </message>
  <message>
   <source>Name of the variable</source>
   <translation>Nom de la variable</translation>
  </message>
  <message>
   <source>value</source>
   <translation>valeur</translation>
  </message>
  <message>
   <source>Value of the variable</source>
   <translation>Valeur de la variable</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>D’un fichier…</translation>
  </message>
  <message>
   <source>Add the variables of a file with a line NAME=value for each</source>
   <translation>Ajouter les variables d’un fichier qui a une ligne NOM=valeur pour chacune</translation>
  </message>
  <message>
   <source>File with variables</source>
   <translation>Fichier de variables</translation>
  </message>
  <message>
   <source>%1 cannot be read: %2</source>
   <translation>Impossible de lire %1 : %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EventStrip</name>
  <message>
   <source>Containers</source>
   <translation>Conteneurs</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>Networks</source>
   <translation>Réseaux</translation>
  </message>
  <message>
   <source>Volumes</source>
   <translation>Volumes</translation>
  </message>
  <message>
   <source>Builds</source>
   <translation>Constructions</translation>
  </message>
  <message>
   <source>The left and right arrow keys go from one event to the next.</source>
   <translation>Les flèches gauche et droite vont d’un événement à l’autre.</translation>
  </message>
  <message>
   <source>Time line of the events</source>
   <translation>Chronologie des événements</translation>
  </message>
  <message>
   <source>Time line of the events: %1, %2</source>
   <translation>Chronologie des événements : %1, %2</translation>
  </message>
  <message>
   <source>now</source>
   <translation>maintenant</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::EventsPage</name>
  <message>
   <source>Events</source>
   <translation>Événements</translation>
  </message>
  <message>
   <source>Nothing has happened yet</source>
   <translation>Il ne s’est encore rien passé</translation>
  </message>
  <message>
   <source>What is started, ends, is pulled, built or removed is listed here, whoever did it: this window, a command, or the engine by itself.</source>
   <translation>Ce qui est démarré, se termine, est récupéré, construit ou supprimé s’affiche ici, qui que ce soit qui l’ait fait : cette fenêtre, une commande, ou le moteur de lui-même.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ExportVolumeDialog</name>
  <message>
   <source>A name has two letters, digits, “.”, “_” or “-” at least, and begins with a letter or digit.</source>
   <translation>Un nom compte au moins deux lettres, chiffres, « . », « _ » ou « - », et commence par une lettre ou un chiffre.</translation>
  </message>
  <message>
   <source>A volume %1 is there already: choose another name.</source>
   <translation>Il existe déjà un volume %1 : choisissez un autre nom.</translation>
  </message>
  <message>
   <source>%1 may write to it meanwhile: a file that changes while it is read comes out torn. Stop or pause the container first where that matters.</source>
   <translation>%1 peut y écrire entre-temps : un fichier qui change pendant la lecture est incohérent. Si c’est important, arrêtez ou suspendez d’abord le conteneur.</translation>
  </message>
  <message>
   <source>Export %1</source>
   <translation>Exporter %1</translation>
  </message>
  <message>
   <source>&amp;Export</source>
   <translation>&amp;Exporter</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Fichier</translation>
  </message>
  <message>
   <source>Choose where</source>
   <translation>Choisir où</translation>
  </message>
  <message>
   <source>Compression</source>
   <translation>Compression</translation>
  </message>
  <message>
   <source>gzip: read everywhere</source>
   <translation>gzip : lu partout</translation>
  </message>
  <message>
   <source>zstd: smaller and faster</source>
   <translation>zstd : plus petit et plus rapide</translation>
  </message>
  <message>
   <source>none</source>
   <translation>aucune</translation>
  </message>
  <message>
   <source>&amp;Compression</source>
   <translation>&amp;Compression</translation>
  </message>
  <message>
   <source>All files with their owners, modes and links. Importing it gives the same volume again.</source>
   <translation>Tous les fichiers avec leurs propriétaires, droits et liens. L’importer redonne le même volume.</translation>
  </message>
  <message>
   <source>Archives (*.tar *.tar.gz *.tar.zst)</source>
   <translation>Archives (*.tar *.tar.gz *.tar.zst)</translation>
  </message>
  <message>
   <source>Write the whole path of a file in a folder that is there.</source>
   <translation>Écrivez le chemin complet d’un fichier dans un dossier existant.</translation>
  </message>
  <message>
   <source>%1 is there already. Press Export once more to replace it.</source>
   <translation>%1 existe déjà. Appuyez encore une fois sur Exporter pour le remplacer.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FactSheet</name>
  <message>
   <source>Open in the browser</source>
   <translation>Ouvrir dans le navigateur</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>Informations</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FileActions</name>
  <message>
   <source>&amp;Read or edit</source>
   <translation>&amp;Lire ou modifier</translation>
  </message>
  <message>
   <source>Read or edit the file (Return)</source>
   <translation>Lire ou modifier le fichier (Entrée)</translation>
  </message>
  <message>
   <source>&amp;Download…</source>
   <translation>&amp;Télécharger…</translation>
  </message>
  <message>
   <source>Download what is selected; or drag it out</source>
   <translation>Télécharger la sélection ; ou faites-la glisser dehors</translation>
  </message>
  <message>
   <source>&amp;Upload…</source>
   <translation>&amp;Envoyer…</translation>
  </message>
  <message>
   <source>Upload files to this folder; or drop files here</source>
   <translation>Envoyer des fichiers dans ce dossier ; ou déposez-les ici</translation>
  </message>
  <message>
   <source>New &amp;folder…</source>
   <translation>Nouveau &amp;dossier…</translation>
  </message>
  <message>
   <source>Make a folder here</source>
   <translation>Créer un dossier ici</translation>
  </message>
  <message>
   <source>Re&amp;name…</source>
   <translation>Reno&amp;mmer…</translation>
  </message>
  <message>
   <source>Give it another name (F2)</source>
   <translation>Lui donner un autre nom (F2)</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>&amp;Supprimer</translation>
  </message>
  <message>
   <source>Remove what is selected (Del)</source>
   <translation>Supprimer la sélection (Suppr)</translation>
  </message>
  <message>
   <source>&amp;Properties…</source>
   <translation>&amp;Propriétés…</translation>
  </message>
  <message>
   <source>Owner and mode</source>
   <translation>Propriétaire et droits</translation>
  </message>
  <message>
   <source>&amp;Copy path</source>
   <translation>&amp;Copier le chemin</translation>
  </message>
  <message>
   <source>Copy the path in the container</source>
   <translation>Copier le chemin dans le conteneur</translation>
  </message>
  <message>
   <source>Download %1</source>
   <translation>Télécharger %1</translation>
  </message>
  <message numerus="yes">
   <source>Download %n file(s) to</source>
   <translation>
    <numerusform>Télécharger %n fichier vers</numerusform>
    <numerusform>Télécharger %n fichiers vers</numerusform>
   </translation>
  </message>
  <message>
   <source>Upload to %1</source>
   <translation>Envoyer vers %1</translation>
  </message>
  <message>
   <source>%1 is there already.</source>
   <translation>%1 existe déjà.</translation>
  </message>
  <message>
   <source>%1 are there already.</source>
   <translation>%1 existent déjà.</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Remplacer</translation>
  </message>
  <message>
   <source>A name has no slash in it.</source>
   <translation>Un nom ne contient pas de barre oblique.</translation>
  </message>
  <message>
   <source>New folder in %1</source>
   <translation>Nouveau dossier dans %1</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Nom</translation>
  </message>
  <message>
   <source>&amp;Make</source>
   <translation>&amp;Créer</translation>
  </message>
  <message>
   <source>Rename %1</source>
   <translation>Renommer %1</translation>
  </message>
  <message>
   <source>&amp;Name, or a new path</source>
   <translation>&amp;Nom, ou nouveau chemin</translation>
  </message>
  <message>
   <source>Re&amp;name</source>
   <translation>&amp;Renommer</translation>
  </message>
  <message>
   <source>%1 is removed.</source>
   <translation>%1 : supprimé.</translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) are removed.</source>
   <translation>
    <numerusform>%n fichier supprimé.</numerusform>
    <numerusform>%n fichiers supprimés.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FileEditor</name>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Enregistrer</translation>
  </message>
  <message>
   <source>Save it in its place (%1)</source>
   <translation>L’enregistrer à sa place (%1)</translation>
  </message>
  <message>
   <source>The file has %1; files of up to %2 are shown here. Download it to read or change it.</source>
   <translation>Le fichier fait %1 ; les fichiers jusqu’à %2 sont affichés ici. Téléchargez-le pour le lire ou le modifier.</translation>
  </message>
  <message>
   <source>The engine reads the file…</source>
   <translation>Le moteur lit le fichier…</translation>
  </message>
  <message>
   <source>Files of up to %1 are shown here. Download it to read or change it.</source>
   <translation>Les fichiers jusqu’à %1 sont affichés ici. Téléchargez-le pour le lire ou le modifier.</translation>
  </message>
  <message>
   <source>The file cannot be read: %1</source>
   <translation>Impossible de lire le fichier : %1</translation>
  </message>
  <message>
   <source>This is not text. Download it to open it with a program for its kind.</source>
   <translation>Ce n’est pas du texte. Téléchargez-le pour l’ouvrir avec un programme adapté.</translation>
  </message>
  <message>
   <source>It cannot be changed: it is mounted read only.</source>
   <translation>Il ne peut pas être modifié : il est monté en lecture seule.</translation>
  </message>
  <message>
   <source>Something else has changed the file since it was read.</source>
   <translation>Le fichier a été modifié ailleurs depuis qu’il a été lu.</translation>
  </message>
  <message>
   <source>Save all the same</source>
   <translation>Enregistrer quand même</translation>
  </message>
  <message>
   <source>Read it again</source>
   <translation>Le relire</translation>
  </message>
  <message>
   <source>It is not saved: %1</source>
   <translation>Il n’est pas enregistré : %1</translation>
  </message>
  <message>
   <source>Close %1?</source>
   <translation>Fermer %1 ?</translation>
  </message>
  <message>
   <source>What you have changed in %1 is not saved.</source>
   <translation>Ce que vous avez modifié dans %1 n’est pas enregistré.</translation>
  </message>
  <message>
   <source>&amp;Discard changes</source>
   <translation>&amp;Abandonner les modifications</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilePane</name>
  <message>
   <source>Recovered: what you have typed here is not saved yet.</source>
   <translation>Récupéré : ce que vous avez tapé ici n’est pas encore enregistré.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Enregistrer</translation>
  </message>
  <message>
   <source>Discard it</source>
   <translation>L’abandonner</translation>
  </message>
  <message>
   <source>Text of %1</source>
   <translation>Texte de %1</translation>
  </message>
  <message>
   <source>%1 is no longer on the disk. What you see is kept here; save it to have it there again.</source>
   <translation>%1 n’est plus sur le disque. Ce que vous voyez est gardé ici ; enregistrez pour l’y remettre.</translation>
  </message>
  <message>
   <source>%1 was changed by another program, and you have changed it here.</source>
   <translation>%1 a été modifié par un autre programme, et vous l’avez modifié ici.</translation>
  </message>
  <message>
   <source>Keep mine</source>
   <translation>Garder ma version</translation>
  </message>
  <message>
   <source>Take theirs</source>
   <translation>Prendre l’autre</translation>
  </message>
  <message>
   <source>Compare…</source>
   <translation>Comparer…</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Mettre en forme</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilePreview</name>
  <message>
   <source>Beginning of the file</source>
   <translation>Début du fichier</translation>
  </message>
  <message>
   <source>Picture of %1 × %2 pixels</source>
   <translation>Image de %1 × %2 pixels</translation>
  </message>
  <message>
   <source>This is not text, and no picture that can be shown.</source>
   <translation>Ce n’est ni du texte, ni une image affichable.</translation>
  </message>
  <message>
   <source>… only the first %1 are shown</source>
   <translation>… seul le début (%1) est affiché</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilePropertiesDialog</name>
  <message>
   <source>Properties of %1</source>
   <translation>Propriétés de %1</translation>
  </message>
  <message>
   <source>&amp;Change</source>
   <translation>M&amp;odifier</translation>
  </message>
  <message>
   <source>&amp;User</source>
   <translation>Ut&amp;ilisateur</translation>
  </message>
  <message>
   <source>&amp;Group</source>
   <translation>&amp;Groupe</translation>
  </message>
  <message>
   <source>Also for &amp;everything in the folder</source>
   <translation>Aussi pour &amp;tout le contenu du dossier</translation>
  </message>
  <message>
   <source>Files in it stay as executable as they are.</source>
   <translation>Ses fichiers restent exécutables ou non, comme ils le sont.</translation>
  </message>
  <message>
   <source>Path</source>
   <translation>Chemin</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Leads to</source>
   <translation>Mène à</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Modified</source>
   <translation>Modification</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Propriétaire</translation>
  </message>
  <message>
   <source>Group</source>
   <comment>of a file</comment>
   <translation>Groupe</translation>
  </message>
  <message>
   <source>Others</source>
   <translation>Autres</translation>
  </message>
  <message>
   <source>read</source>
   <translation>lire</translation>
  </message>
  <message>
   <source>write</source>
   <translation>écrire</translation>
  </message>
  <message>
   <source>execute</source>
   <translation>exécuter</translation>
  </message>
  <message>
   <source>%1 may %2</source>
   <comment>group, read</comment>
   <translation>%1 : peut %2</translation>
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
   <translation>Droits</translation>
  </message>
  <message>
   <source>&amp;Octal</source>
   <translation>O&amp;ctal</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FileViewer</name>
  <message>
   <source>Find in this file…</source>
   <translation>Chercher dans ce fichier…</translation>
  </message>
  <message>
   <source>Find in this file</source>
   <translation>Chercher dans ce fichier</translation>
  </message>
  <message>
   <source>Previous match</source>
   <translation>Occurrence précédente</translation>
  </message>
  <message>
   <source>Next match</source>
   <translation>Occurrence suivante</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>introuvable</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>The engine reads the file…</source>
   <translation>Le moteur lit le fichier…</translation>
  </message>
  <message>
   <source>&amp;Save…</source>
   <translation>&amp;Enregistrer…</translation>
  </message>
  <message>
   <source>The file cannot be read: %1</source>
   <translation>Impossible de lire le fichier : %1</translation>
  </message>
  <message>
   <source>This is not text. Save it to open it with a program for its kind.</source>
   <translation>Ce n’est pas du texte. Enregistrez-le pour l’ouvrir avec un programme adapté.</translation>
  </message>
  <message>
   <source>Only the first %1 are shown.</source>
   <translation>Seul le début (%1) est affiché.</translation>
  </message>
  <message>
   <source>The file is empty.</source>
   <translation>Le fichier est vide.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilesPane</name>
  <message>
   <source>To the folder above (Backspace)</source>
   <translation>Vers le dossier parent (Retour arrière)</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Fichiers</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Lecture…</translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) and folders</source>
   <translation>
    <numerusform>%n fichier ou dossier</numerusform>
    <numerusform>%n fichiers et dossiers</numerusform>
   </translation>
  </message>
  <message>
   <source>List the folder again (F5)</source>
   <translation>Relire le dossier (F5)</translation>
  </message>
  <message>
   <source>Part of a name…</source>
   <translation>Partie d’un nom…</translation>
  </message>
  <message>
   <source>Only names with this in them</source>
   <translation>Seulement les noms qui contiennent ceci</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Only what was changed since the image</source>
   <translation>Seulement ce qui a changé depuis l’image</translation>
  </message>
  <message>
   <source>Show what is in the selected file</source>
   <translation>Afficher le contenu du fichier sélectionné</translation>
  </message>
  <message>
   <source>The folder is empty. Drop files here to put them in.</source>
   <translation>Le dossier est vide. Déposez des fichiers ici pour les y mettre.</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>%1, read only</source>
   <translation>%1, lecture seule</translation>
  </message>
  <message>
   <source>Only Quayside&apos;s own engine shows what is in a file without a download.</source>
   <translation>Seul le moteur de Quayside montre le contenu d’un fichier sans le télécharger.</translation>
  </message>
  <message>
   <source>Folders cannot be dragged out. Download them instead.</source>
   <translation>On ne peut pas faire glisser des dossiers dehors. Téléchargez-les.</translation>
  </message>
  <message>
   <source>That is more than %1. Download it instead.</source>
   <translation>Cela dépasse %1. Téléchargez-le.</translation>
  </message>
  <message>
   <source>Ready: drag it once more.</source>
   <translation>Prêt : faites-le glisser encore une fois.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FilterEdit</name>
  <message>
   <source>Filter</source>
   <translation>Filtre</translation>
  </message>
  <message>
   <source>Filter the list</source>
   <translation>Filtrer la liste</translation>
  </message>
  <message>
   <source>Words, or %1 (Ctrl+F)</source>
   <translation>Mots, ou %1 (Ctrl+F)</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FindBar</name>
  <message>
   <source>Find in this file</source>
   <translation>Chercher dans ce fichier</translation>
  </message>
  <message>
   <source>Match case</source>
   <translation>Respecter la casse</translation>
  </message>
  <message>
   <source>Tell capital letters from small ones</source>
   <translation>Distinguer les majuscules des minuscules</translation>
  </message>
  <message>
   <source>Whole words</source>
   <translation>Mots entiers</translation>
  </message>
  <message>
   <source>Find it only where it is a word of its own</source>
   <translation>Ne trouver que les mots entiers</translation>
  </message>
  <message>
   <source>Regular expression</source>
   <translation>Expression régulière</translation>
  </message>
  <message>
   <source>Read the text as a regular expression</source>
   <translation>Lire le texte comme une expression régulière</translation>
  </message>
  <message>
   <source>In the selection</source>
   <translation>Dans la sélection</translation>
  </message>
  <message>
   <source>Search only the lines that were selected</source>
   <translation>Ne chercher que dans les lignes qui étaient sélectionnées</translation>
  </message>
  <message>
   <source>Previous match</source>
   <translation>Occurrence précédente</translation>
  </message>
  <message>
   <source>Previous match (Shift+F3)</source>
   <translation>Occurrence précédente (Maj+F3)</translation>
  </message>
  <message>
   <source>Next match</source>
   <translation>Occurrence suivante</translation>
  </message>
  <message>
   <source>Next match (F3)</source>
   <translation>Occurrence suivante (F3)</translation>
  </message>
  <message>
   <source>Close search</source>
   <translation>Fermer la recherche</translation>
  </message>
  <message>
   <source>Close search (Esc)</source>
   <translation>Fermer la recherche (Échap)</translation>
  </message>
  <message>
   <source>Replace by</source>
   <translation>Remplacer par</translation>
  </message>
  <message>
   <source>With regular expressions, \1 to \9 stand for what the groups have matched.</source>
   <translation>Avec les expressions régulières, \1 à \9 représentent ce que les groupes ont trouvé.</translation>
  </message>
  <message>
   <source>&amp;Replace</source>
   <translation>Re&amp;mplacer</translation>
  </message>
  <message>
   <source>Replace &amp;all</source>
   <translation>Remp&amp;lacer tout</translation>
  </message>
  <message>
   <source>not a pattern</source>
   <translation>motif incorrect</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>introuvable</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message numerus="yes">
   <source>%n match(es)</source>
   <translation>
    <numerusform>%n occurrence</numerusform>
    <numerusform>%n occurrences</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n replaced</source>
   <translation>
    <numerusform>%n remplacée</numerusform>
    <numerusform>%n remplacées</numerusform>
   </translation>
  </message>
  <message>
   <source>This is no regular expression: %1 (character %2).</source>
   <translation>Ce n’est pas une expression régulière : %1 (caractère %2).</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FormDialog</name>
  <message>
   <source>“%1” has no name before the equals sign.</source>
   <translation>« %1 » n’a pas de nom avant le signe égal.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::FoundDelegate</name>
  <message>
   <source>official</source>
   <translation>officielle</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::GraphCanvas</name>
  <message>
   <source>%1 could not be written. Is its folder there, and may you write in it?</source>
   <translation>Impossible d’écrire %1. Son dossier existe-t-il, et pouvez-vous y écrire ?</translation>
  </message>
  <message>
   <source>Stages</source>
   <translation>Phases</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::GraphView</name>
  <message>
   <source>Base image (line %1)</source>
   <translation>Image de base (ligne %1)</translation>
  </message>
  <message>
   <source>Copies files (line %1)</source>
   <translation>Copie des fichiers (ligne %1)</translation>
  </message>
  <message>
   <source>Mounted for a command (line %1)</source>
   <translation>Montée pour une commande (ligne %1)</translation>
  </message>
  <message>
   <source>Stage %1</source>
   <translation>Phase %1</translation>
  </message>
  <message>
   <source>is not there</source>
   <translation>n’est pas là</translation>
  </message>
  <message>
   <source>an empty image</source>
   <translation>une image vide</translation>
  </message>
  <message>
   <source>image</source>
   <translation>image</translation>
  </message>
  <message numerus="yes">
   <source>%n instruction(s)</source>
   <translation>
    <numerusform>%n instruction</numerusform>
    <numerusform>%n instructions</numerusform>
   </translation>
  </message>
  <message>
   <source>%1, not used</source>
   <translation>%1, non utilisée</translation>
  </message>
  <message>
   <source>%1 from %2, %3</source>
   <translation>%1 de %2, %3</translation>
  </message>
  <message>
   <source>%1, the result</source>
   <translation>%1, le résultat</translation>
  </message>
  <message>
   <source>Stages</source>
   <translation>Phases</translation>
  </message>
  <message>
   <source>No stage yet</source>
   <translation>Pas encore de phase</translation>
  </message>
  <message>
   <source>Each FROM of the file begins a stage. They are drawn here, with the images that they are built on and the files that they take from each other.</source>
   <translation>Chaque FROM du fichier commence une phase. Elles sont dessinées ici, avec les images sur lesquelles elles sont construites et les fichiers qu’elles se prennent.</translation>
  </message>
  <message>
   <source>&amp;Fit</source>
   <translation>A&amp;juster</translation>
  </message>
  <message>
   <source>Show the whole graph</source>
   <translation>Afficher tout le graphe</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>A&amp;grandir</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>Plus grand</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>&amp;Réduire</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>Plus petit</translation>
  </message>
  <message>
   <source>&amp;Save as picture…</source>
   <translation>&amp;Enregistrer comme image…</translation>
  </message>
  <message>
   <source>Save the graph as PNG or SVG</source>
   <translation>Enregistrer le graphe en PNG ou SVG</translation>
  </message>
  <message>
   <source>Save the graph</source>
   <translation>Enregistrer le graphe</translation>
  </message>
  <message>
   <source>PNG (*.png);;SVG (*.svg)</source>
   <translation>PNG (*.png);;SVG (*.svg)</translation>
  </message>
  <message>
   <source>Saved as %1.</source>
   <translation>Enregistré sous le nom %1.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Gutter</name>
  <message>
   <source>Line numbers and what is known of the lines</source>
   <translation>Numéros de ligne et ce que l’on sait des lignes</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::HandOverDialog</name>
  <message>
   <source>Hand over %1</source>
   <translation>Confier %1</translation>
  </message>
  <message>
   <source>&amp;Hand over</source>
   <translation>&amp;Confier</translation>
  </message>
  <message>
   <source>&amp;Users</source>
   <translation>&amp;Utilisateurs</translation>
  </message>
  <message>
   <source>names, with commas between; nobody: it is yours alone</source>
   <translation>noms séparés par des virgules ; aucun : à vous seul</translation>
  </message>
  <message>
   <source>They see the container in their own list and may start, stop and pause it, open a terminal in it, and read and change its files, with the rights that it has here. They cannot remove it, change its limits, make an image of it or hand it on.</source>
   <translation>Ils voient le conteneur dans leur propre liste et peuvent le démarrer, l’arrêter et le suspendre, y ouvrir un terminal, lire et modifier ses fichiers, avec les droits qu’il a ici. Ils ne peuvent pas le supprimer, changer ses limites, en faire une image ni le confier à leur tour.</translation>
  </message>
  <message>
   <source>It is not handed over: %1</source>
   <translation>Ce conteneur n’est pas confié : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::HealthPane</name>
  <message>
   <source>Probe</source>
   <translation>Contrôle</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Résultat</translation>
  </message>
  <message>
   <source>Probes, the newest first</source>
   <translation>Contrôles, du plus récent au plus ancien</translation>
  </message>
  <message>
   <source>What the chosen probe said</source>
   <translation>Ce qu’a dit le contrôle choisi</translation>
  </message>
  <message>
   <source>It said nothing.</source>
   <translation>Il n’a rien dit.</translation>
  </message>
  <message>
   <source>It has no health check.</source>
   <translation>Il n’a pas de contrôle de santé.</translation>
  </message>
  <message>
   <source>Edit… gives it one: a command that fails where the program is not well.</source>
   <translation>« Modifier… » lui en donne un : une commande qui échoue quand le programme ne va pas bien.</translation>
  </message>
  <message>
   <source>%1
every %2, given up after %3, unhealthy after %4 failures in a row</source>
   <translation>%1
toutes les %2, abandon après %3, défaillant après %4 échecs de suite</translation>
  </message>
  <message>
   <source>Healthy</source>
   <translation>Sain</translation>
  </message>
  <message>
   <source>Unhealthy</source>
   <translation>Défaillant</translation>
  </message>
  <message>
   <source>Still starting</source>
   <translation>Démarre encore</translation>
  </message>
  <message>
   <source>Not checked: it does not run</source>
   <translation>Pas contrôlé : il ne tourne pas</translation>
  </message>
  <message numerus="yes">
   <source>%1, %n failure(s) in a row</source>
   <translation>
    <numerusform>%1, %n échec de suite</numerusform>
    <numerusform>%1, %n échecs de suite</numerusform>
   </translation>
  </message>
  <message>
   <source>%1 ms</source>
   <translation>%1 ms</translation>
  </message>
  <message>
   <source>well</source>
   <translation>bien</translation>
  </message>
  <message>
   <source>took too long</source>
   <translation>trop long</translation>
  </message>
  <message>
   <source>failed: exit %1</source>
   <translation>échec : code %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::HistoryPane</name>
  <message>
   <source>History of the image, newest first</source>
   <translation>Historique de l’image, du plus récent au plus ancien</translation>
  </message>
  <message>
   <source>The whole instruction</source>
   <translation>L’instruction entière</translation>
  </message>
  <message>
   <source>Choose a step to read the whole of it.</source>
   <translation>Choisissez une étape pour la lire en entier.</translation>
  </message>
  <message>
   <source>The engine does not tell what made this image: %1.</source>
   <translation>Le moteur ne dit pas comment cette image a été faite : %1.</translation>
  </message>
  <message>
   <source>No history</source>
   <translation>Pas d’historique</translation>
  </message>
  <message>
   <source>Whoever made this image kept no record of its steps.</source>
   <translation>Qui a fait cette image n’a pas gardé trace de ses étapes.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::HopRow</name>
  <message>
   <source>Container</source>
   <translation>Conteneur</translation>
  </message>
  <message>
   <source>Port here</source>
   <translation>Port ici</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Règle</translation>
  </message>
  <message>
   <source>Firewall</source>
   <translation>Pare-feu</translation>
  </message>
  <message>
   <source>Bridge</source>
   <translation>Pont</translation>
  </message>
  <message>
   <source>Interface</source>
   <translation>Interface</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>Programme</translation>
  </message>
  <message>
   <source>Try: container</source>
   <translation>Essai : conteneur</translation>
  </message>
  <message>
   <source>Try: port</source>
   <translation>Essai : port</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>bon</translation>
  </message>
  <message>
   <source>broken</source>
   <translation>rompu</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>inconnu</translation>
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
   <translation>%1 : %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImageActions</name>
  <message>
   <source>&amp;Build…</source>
   <translation>&amp;Construire…</translation>
  </message>
  <message>
   <source>Make an image from a Dockerfile and its folder</source>
   <translation>Créer une image à partir d’un Dockerfile et de son dossier</translation>
  </message>
  <message>
   <source>Ctrl+B</source>
   <translation>Ctrl+B</translation>
  </message>
  <message>
   <source>&amp;Run…</source>
   <translation>&amp;Lancer…</translation>
  </message>
  <message>
   <source>Run a container of this image</source>
   <translation>Lancer un conteneur de cette image</translation>
  </message>
  <message>
   <source>Ctrl+Return</source>
   <translation>Ctrl+Return</translation>
  </message>
  <message>
   <source>&amp;Load…</source>
   <translation>C&amp;harger…</translation>
  </message>
  <message>
   <source>Load images from an archive (docker save, OCI)</source>
   <translation>Charger des images d’une archive (docker save, OCI)</translation>
  </message>
  <message>
   <source>Ctrl+O</source>
   <translation>Ctrl+O</translation>
  </message>
  <message>
   <source>&amp;Import…</source>
   <translation>I&amp;mporter…</translation>
  </message>
  <message>
   <source>Make an image of the tar of a root file system</source>
   <translation>Créer une image du tar d’un système de fichiers racine</translation>
  </message>
  <message>
   <source>Ctrl+I</source>
   <translation>Ctrl+I</translation>
  </message>
  <message>
   <source>New b&amp;ase image…</source>
   <translation>Nouvelle image de &amp;base…</translation>
  </message>
  <message>
   <source>Make an image from packages of the distribution</source>
   <translation>Créer une image à partir de paquets de la distribution</translation>
  </message>
  <message>
   <source>Ctrl+Shift+N</source>
   <translation>Ctrl+Shift+N</translation>
  </message>
  <message>
   <source>&amp;Save…</source>
   <translation>&amp;Enregistrer…</translation>
  </message>
  <message>
   <source>Save to an archive that other engines can load</source>
   <translation>Enregistrer dans une archive que d’autres moteurs peuvent charger</translation>
  </message>
  <message>
   <source>Ctrl+S</source>
   <translation>Ctrl+S</translation>
  </message>
  <message>
   <source>&amp;Tag…</source>
   <translation>Ajouter un &amp;tag…</translation>
  </message>
  <message>
   <source>Give it one more name</source>
   <translation>Lui donner un nom de plus</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>&amp;Supprimer</translation>
  </message>
  <message>
   <source>Remove this name, and the image with its last name</source>
   <translation>Supprimer ce nom, et l’image avec son dernier nom</translation>
  </message>
  <message>
   <source>Copy its id</source>
   <translation>Copier son id</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>Ti&amp;dy up…</source>
   <translation>Netto&amp;yer…</translation>
  </message>
  <message>
   <source>Remove images that no container was made of</source>
   <translation>Supprimer les images dont aucun conteneur n’a été créé</translation>
  </message>
  <message>
   <source>Load images from an archive</source>
   <translation>Charger des images d’une archive</translation>
  </message>
  <message>
   <source>Image archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz)</source>
   <translation>Archives d’images (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz)</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>%1 failed: %2</source>
   <translation>« %1 » a échoué : %2</translation>
  </message>
  <message>
   <source>Import it…</source>
   <translation>L’importer…</translation>
  </message>
  <message>
   <source>Save %1</source>
   <translation>Enregistrer %1</translation>
  </message>
  <message>
   <source>Save images</source>
   <translation>Enregistrer des images</translation>
  </message>
  <message>
   <source>Image archives (*.tar)</source>
   <translation>Archives d’images (*.tar)</translation>
  </message>
  <message>
   <source>Tag %1</source>
   <translation>Ajouter un tag à %1</translation>
  </message>
  <message>
   <source>no container was made of it</source>
   <translation>aucun conteneur créé à partir d’elle</translation>
  </message>
  <message>
   <source>no name, no container</source>
   <translation>ni nom, ni conteneur</translation>
  </message>
  <message>
   <source>Remove unused images</source>
   <translation>Supprimer les images non utilisées</translation>
  </message>
  <message>
   <source>No container was made of these images. Those that you tick must be loaded or made again before they can be run.</source>
   <translation>Aucun conteneur n’a été créé à partir de ces images. Celles que vous cochez devront être chargées ou refaites avant de pouvoir être lancées.</translation>
  </message>
  <message>
   <source>No container was made of these images. Those that you tick must be loaded or made again before they can be run. Images that share layers free less than their sizes say.</source>
   <translation>Aucun conteneur n’a été créé à partir de ces images. Celles que vous cochez devront être chargées ou refaites avant de pouvoir être lancées. Les images qui partagent des couches libèrent moins que leur taille ne l’indique.</translation>
  </message>
  <message numerus="yes">
   <source>%1: used by %n container(s)</source>
   <translation>
    <numerusform>%1 : utilisée par %n conteneur</numerusform>
    <numerusform>%1 : utilisée par %n conteneurs</numerusform>
   </translation>
  </message>
  <message>
   <source>Remove images in use?</source>
   <translation>Supprimer des images utilisées ?</translation>
  </message>
  <message>
   <source>Containers were made of this:</source>
   <translation>Des conteneurs en ont été créés :</translation>
  </message>
  <message>
   <source>

Stopped containers keep working, but no new ones can be made of it. Images of running containers stay.</source>
   <translation>

Les conteneurs arrêtés continuent de fonctionner, mais on ne peut plus en créer de nouveaux. Les images des conteneurs actifs restent.</translation>
  </message>
  <message>
   <source>Remove the names</source>
   <translation>Supprimer les noms</translation>
  </message>
  <message>
   <source>%1 is being removed.</source>
   <translation>%1 : suppression en cours.</translation>
  </message>
  <message numerus="yes">
   <source>%n image(s) are being removed.</source>
   <translation>
    <numerusform>%n image est en cours de suppression.</numerusform>
    <numerusform>%n images sont en cours de suppression.</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;Copy id</source>
   <translation>Cop&amp;ier l’id</translation>
  </message>
  <message>
   <source>One more &amp;name</source>
   <translation>Un &amp;nom de plus</translation>
  </message>
  <message>
   <source>&amp;Give it</source>
   <translation>&amp;Ajouter</translation>
  </message>
  <message>
   <source>The engine does not say what tidying up would free: %1</source>
   <translation>Le moteur ne dit pas ce que libérerait le nettoyage : %1</translation>
  </message>
  <message>
   <source>&amp;Pull…</source>
   <translation>&amp;Récupérer…</translation>
  </message>
  <message>
   <source>Fetch an image from a registry</source>
   <translation>Récupérer une image d’un registre</translation>
  </message>
  <message>
   <source>Ctrl+P</source>
   <translation>Ctrl+P</translation>
  </message>
  <message>
   <source>P&amp;ush…</source>
   <translation>En&amp;voyer…</translation>
  </message>
  <message>
   <source>Send it to a registry</source>
   <translation>L’envoyer vers un registre</translation>
  </message>
  <message>
   <source>Ctrl+U</source>
   <translation>Ctrl+U</translation>
  </message>
  <message>
   <source>E&amp;xplore layers</source>
   <translation>E&amp;xplorer les couches</translation>
  </message>
  <message>
   <source>Look at the layers and files of this image</source>
   <translation>Examiner les couches et les fichiers de cette image</translation>
  </message>
  <message>
   <source>Ctrl+L</source>
   <translation>Ctrl+L</translation>
  </message>
  <message>
   <source>Compare &amp;with…</source>
   <translation>Com&amp;parer avec…</translation>
  </message>
  <message>
   <source>Show what differs between two images</source>
   <translation>Afficher ce qui diffère entre deux images</translation>
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
   <translation>&amp;Historique</translation>
  </message>
  <message>
   <source>&amp;Layers</source>
   <translation>C&amp;ouches</translation>
  </message>
  <message>
   <source>Pac&amp;kages</source>
   <translation>&amp;Paquets</translation>
  </message>
  <message>
   <source>(no name)</source>
   <translation>(sans nom)</translation>
  </message>
  <message>
   <source>The engine does not tell about this image: %1.</source>
   <translation>Le moteur ne dit rien de cette image : %1.</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>Noms</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
  </message>
  <message>
   <source>Platform</source>
   <translation>Plateforme</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>Utilisée par</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>container, its state</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>no container</source>
   <translation>aucun conteneur</translation>
  </message>
  <message numerus="yes">
   <source>%n container(s)</source>
   <translation>
    <numerusform>%n conteneur</numerusform>
    <numerusform>%n conteneurs</numerusform>
   </translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>frees nothing as long as containers use it</source>
   <translation>ne libère rien tant que des conteneurs l’utilisent</translation>
  </message>
  <message>
   <source>frees nothing: others have it, too</source>
   <translation>ne libère rien : d’autres l’ont aussi</translation>
  </message>
  <message>
   <source>frees exactly %1</source>
   <translation>libère exactement %1</translation>
  </message>
  <message>
   <source>On the disk</source>
   <translation>Sur le disque</translation>
  </message>
  <message>
   <source>The engine does not tell what it takes: %1</source>
   <translation>Le moteur ne dit pas ce qu’elle occupe : %1</translation>
  </message>
  <message>
   <source>Removing it</source>
   <translation>La supprimer</translation>
  </message>
  <message>
   <source>Its own</source>
   <translation>En propre</translation>
  </message>
  <message>
   <source>Shared</source>
   <translation>Partagé</translation>
  </message>
  <message>
   <source>%1 with other images</source>
   <translation>%1 avec d’autres images</translation>
  </message>
  <message>
   <source>nothing with other images</source>
   <translation>rien avec d’autres images</translation>
  </message>
  <message>
   <source>Compressed</source>
   <translation>Compressé</translation>
  </message>
  <message>
   <source>%1 kept, to be pushed as it came</source>
   <translation>%1 gardés, pour l’envoyer telle qu’elle est venue</translation>
  </message>
  <message>
   <source>Shared with</source>
   <translation>Partagé avec</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>image, bytes</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>A container of it</source>
   <translation>Un de ses conteneurs</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>Exécute</translation>
  </message>
  <message>
   <source>As user</source>
   <translation>En tant que</translation>
  </message>
  <message>
   <source>root</source>
   <translation>root</translation>
  </message>
  <message>
   <source>In folder</source>
   <translation>Dans le dossier</translation>
  </message>
  <message>
   <source>Offers ports</source>
   <translation>Propose les ports</translation>
  </message>
  <message>
   <source>Has volumes</source>
   <translation>A des volumes</translation>
  </message>
  <message>
   <source>Environment</source>
   <translation>Environnement</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImageFilesPane</name>
  <message>
   <source>Read the chosen file</source>
   <translation>Lire le fichier choisi</translation>
  </message>
  <message>
   <source>Save the chosen file</source>
   <translation>Enregistrer le fichier choisi</translation>
  </message>
  <message>
   <source>Files of the image</source>
   <translation>Fichiers de l’image</translation>
  </message>
  <message>
   <source>A folder cannot be read: %1</source>
   <translation>Impossible de lire un dossier : %1</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Search for names…</source>
   <translation>Chercher des noms…</translation>
  </message>
  <message>
   <source>Search for names of files</source>
   <translation>Chercher des noms de fichiers</translation>
  </message>
  <message>
   <source>Only changes</source>
   <translation>Changements seuls</translation>
  </message>
  <message>
   <source>Only what the chosen layer changed; else the whole image</source>
   <translation>Seulement ce que la couche choisie a changé ; sinon l’image entière</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Recherche…</translation>
  </message>
  <message>
   <source>The search failed: %1</source>
   <translation>La recherche a échoué : %1</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Rien trouvé</translation>
  </message>
  <message>
   <source>No path here contains “%1”.</source>
   <translation>Aucun chemin ici ne contient « %1 ».</translation>
  </message>
  <message numerus="yes">
   <source>The first %n found</source>
   <translation>
    <numerusform>Le premier trouvé (%n)</numerusform>
    <numerusform>Les %n premiers trouvés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n found</source>
   <translation>
    <numerusform>%n trouvé</numerusform>
    <numerusform>%n trouvés</numerusform>
   </translation>
  </message>
  <message>
   <source>No files</source>
   <translation>Aucun fichier</translation>
  </message>
  <message>
   <source>This layer changed no files.</source>
   <translation>Cette couche n’a changé aucun fichier.</translation>
  </message>
  <message>
   <source>There are no files in this image.</source>
   <translation>Il n’y a aucun fichier dans cette image.</translation>
  </message>
  <message>
   <source>Save %1</source>
   <translation>Enregistrer %1</translation>
  </message>
  <message>
   <source>%1 failed: %2</source>
   <translation>« %1 » a échoué : %2</translation>
  </message>
  <message>
   <source>&amp;Read</source>
   <translation>&amp;Lire</translation>
  </message>
  <message>
   <source>&amp;Save…</source>
   <translation>&amp;Enregistrer…</translation>
  </message>
  <message>
   <source>&amp;Copy path</source>
   <translation>&amp;Copier le chemin</translation>
  </message>
  <message>
   <source>Show in the &amp;tree</source>
   <translation>Afficher dans l’&amp;arborescence</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImagePane</name>
  <message>
   <source>This cannot be shown</source>
   <translation>Impossible de l’afficher</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImagePrunePreview</name>
  <message>
   <source>no name, no container</source>
   <translation>ni nom, ni conteneur</translation>
  </message>
  <message>
   <source>no container was made of it</source>
   <translation>aucun conteneur créé à partir d’elle</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImagesPage</name>
  <message>
   <source>Images</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>Drop archives here to load the images in them</source>
   <translation>Déposez des archives ici pour en charger les images</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImportDialog</name>
  <message>
   <source>Import an image</source>
   <translation>Importer une image</translation>
  </message>
  <message>
   <source>The tar of a root file system becomes an image of one layer.</source>
   <translation>Le tar d’un système de fichiers racine devient une image d’une seule couche.</translation>
  </message>
  <message>
   <source>rootfs.tar, also compressed</source>
   <translation>rootfs.tar, éventuellement compressé</translation>
  </message>
  <message>
   <source>Choose a file</source>
   <translation>Choisir un fichier</translation>
  </message>
  <message>
   <source>my/base:1</source>
   <translation>mon/base:1</translation>
  </message>
  <message>
   <source>what a container of it runs, for example /bin/sh</source>
   <translation>ce qu’exécute un de ses conteneurs, par exemple /bin/sh</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Fichier</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Nom</translation>
  </message>
  <message>
   <source>&amp;Command</source>
   <translation>&amp;Commande</translation>
  </message>
  <message>
   <source>&amp;Import</source>
   <translation>&amp;Importer</translation>
  </message>
  <message>
   <source>Root file system</source>
   <translation>Système de fichiers racine</translation>
  </message>
  <message>
   <source>Archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz);;All files (*)</source>
   <translation>Archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz);;Tous les fichiers (*)</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ImportVolumeDialog</name>
  <message>
   <source>Import into a volume</source>
   <translation>Importer dans un volume</translation>
  </message>
  <message>
   <source>&amp;Import</source>
   <translation>&amp;Importer</translation>
  </message>
  <message>
   <source>&amp;Archive</source>
   <translation>&amp;Archive</translation>
  </message>
  <message>
   <source>a tar, also compressed</source>
   <translation>un tar, éventuellement compressé</translation>
  </message>
  <message>
   <source>Choose a file</source>
   <translation>Choisir un fichier</translation>
  </message>
  <message>
   <source>Into</source>
   <translation>Dans</translation>
  </message>
  <message>
   <source>a new volume</source>
   <translation>un nouveau volume</translation>
  </message>
  <message>
   <source>I&amp;nto</source>
   <translation>&amp;Dans</translation>
  </message>
  <message>
   <source>Na&amp;me</source>
   <translation>No&amp;m</translation>
  </message>
  <message>
   <source>of the new volume</source>
   <translation>du nouveau volume</translation>
  </message>
  <message>
   <source>What is in it</source>
   <translation>Ce qu’il contient</translation>
  </message>
  <message>
   <source>stays, but for what has the same names</source>
   <translation>reste, sauf les mêmes noms</translation>
  </message>
  <message>
   <source>is removed first</source>
   <translation>est d’abord supprimé</translation>
  </message>
  <message>
   <source>&amp;What is in it</source>
   <translation>Ce qu’il c&amp;ontient</translation>
  </message>
  <message>
   <source>The volume changes only when all of the archive has come; cancelling leaves it as it is.</source>
   <translation>Le volume ne change qu’une fois toute l’archive arrivée ; annuler le laisse tel quel.</translation>
  </message>
  <message>
   <source>%1 has it open: it finds other files there from one moment to the next. Stop the container first where that matters.</source>
   <translation>%1 l’a ouvert : il y trouvera d’un instant à l’autre d’autres fichiers. Si c’est important, arrêtez d’abord le conteneur.</translation>
  </message>
  <message>
   <source>Archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz);;All files (*)</source>
   <translation>Archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz);;Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>There is no such file: %1</source>
   <translation>Ce fichier n’existe pas : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::JsonView</name>
  <message>
   <source>Inspect</source>
   <translation>Inspecter</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Valeur</translation>
  </message>
  <message>
   <source>Find in it</source>
   <translation>Y chercher</translation>
  </message>
  <message>
   <source>As a tree</source>
   <translation>En arborescence</translation>
  </message>
  <message>
   <source>Copy all of it as JSON</source>
   <translation>Tout copier en JSON</translation>
  </message>
  <message>
   <source>&amp;Copy value</source>
   <translation>Copier la &amp;valeur</translation>
  </message>
  <message>
   <source>Copy &amp;path</source>
   <translation>Copier le &amp;chemin</translation>
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
   <translation>Touches</translation>
  </message>
  <message>
   <source>Search an act or a key</source>
   <translation>Chercher une action ou une touche</translation>
  </message>
  <message>
   <source>Act</source>
   <translation>Action</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Touche</translation>
  </message>
  <message>
   <source>Acts and their keys</source>
   <translation>Actions et leurs touches</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LaunchPane</name>
  <message>
   <source>Play</source>
   <translation>Lire</translation>
  </message>
  <message>
   <source>Asking the engine…</source>
   <translation>Interrogation du moteur…</translation>
  </message>
  <message>
   <source>It was never started</source>
   <translation>Il n’a jamais été démarré</translation>
  </message>
  <message>
   <source>A launch is some twenty steps that turn a process into a container. Run it step by step, and look at each; every start is recorded as well.</source>
   <translation>Un lancement est une vingtaine d’étapes qui font d’un processus un conteneur. Lancez-le pas à pas, et regardez chacune ; chaque démarrage est aussi enregistré.</translation>
  </message>
  <message>
   <source>Run step by step</source>
   <translation>Lancer pas à pas</translation>
  </message>
  <message>
   <source>Held before step %1 of %2: %3</source>
   <translation>Retenu avant l’étape %1 sur %2 : %3</translation>
  </message>
  <message>
   <source>Step %1 of %2 is under way</source>
   <translation>Étape %1 sur %2 en cours</translation>
  </message>
  <message>
   <source>Failed in step %1 of %2: %3</source>
   <translation>Échec à l’étape %1 sur %2 : %3</translation>
  </message>
  <message>
   <source>Aborted: it is as if it had never been started</source>
   <translation>Annulé : c’est comme s’il n’avait jamais été démarré</translation>
  </message>
  <message>
   <source>Done in %1, without the time that it was held</source>
   <translation>Terminé en %1, sans le temps où il était retenu</translation>
  </message>
  <message>
   <source>Done in %1</source>
   <translation>Terminé en %1</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>The launch that goes on</source>
   <translation>Le lancement en cours</translation>
  </message>
  <message>
   <source>%1, failed</source>
   <comment>when</comment>
   <translation>%1, échec</translation>
  </message>
  <message>
   <source>%1, step by step</source>
   <comment>when</comment>
   <translation>%1, pas à pas</translation>
  </message>
  <message>
   <source>%1, in %2</source>
   <comment>when, how long</comment>
   <translation>%1, en %2</translation>
  </message>
  <message>
   <source>Start it, and hold it before its first step</source>
   <translation>Le démarrer, et le retenir avant sa première étape</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Suivante</translation>
  </message>
  <message>
   <source>Do the next step</source>
   <translation>Faire l’étape suivante</translation>
  </message>
  <message>
   <source>To here</source>
   <translation>Jusqu’ici</translation>
  </message>
  <message>
   <source>Do all steps before the selected one</source>
   <translation>Faire toutes les étapes avant celle qui est sélectionnée</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Finir</translation>
  </message>
  <message>
   <source>Do all that is left, and let it run</source>
   <translation>Faire tout ce qui reste, et le laisser tourner</translation>
  </message>
  <message>
   <source>Abort</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>As if it had never been started</source>
   <translation>Comme s’il n’avait jamais été démarré</translation>
  </message>
  <message>
   <source>Steps of the launch</source>
   <translation>Étapes du lancement</translation>
  </message>
  <message>
   <source>One of the last starts</source>
   <translation>Un des derniers démarrages</translation>
  </message>
  <message>
   <source>The last starts are recorded: choose one to see its steps and true times</source>
   <translation>Les derniers démarrages sont enregistrés : choisissez-en un pour voir ses étapes et ses vraies durées</translation>
  </message>
  <message>
   <source>Speed of a recording that is played</source>
   <translation>Vitesse de lecture d’un enregistrement</translation>
  </message>
  <message>
   <source>How much slower than it was</source>
   <translation>Combien de fois plus lentement qu’en vrai</translation>
  </message>
  <message>
   <source>Go through the steps, each as long as it took, slowed down</source>
   <translation>Parcourir les étapes, chacune aussi longue qu’elle le fut, au ralenti</translation>
  </message>
  <message>
   <source>process</source>
   <translation>processus</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LaunchShell</name>
  <message>
   <source>Open it anew</source>
   <translation>Rouvrir</translation>
  </message>
  <message>
   <source>A new shell, which sees the world as it is now</source>
   <translation>Un nouveau shell, qui voit le monde tel qu’il est maintenant</translation>
  </message>
  <message>
   <source>The world as it is before “%1”.</source>
   <translation>Le monde tel qu’il est avant « %1 ».</translation>
  </message>
  <message>
   <source>Opened before “%1”: it keeps to the world of that moment.</source>
   <translation>Ouvert avant « %1 » : il reste dans le monde de ce moment.</translation>
  </message>
  <message>
   <source>A shell there</source>
   <translation>Shell sur place</translation>
  </message>
  <message>
   <source>It sees the world as the process does at this moment: its files, its ids, its host name.</source>
   <translation>Il voit le monde comme le processus en ce moment : ses fichiers, ses ids, son nom d’hôte.</translation>
  </message>
  <message>
   <source>Open a shell there</source>
   <translation>Y ouvrir un shell</translation>
  </message>
  <message>
   <source>Nothing is held</source>
   <translation>Rien n’est retenu</translation>
  </message>
  <message>
   <source>While a launch is held, a shell can look at the world that it has made so far. Run the container step by step.</source>
   <translation>Tant qu’un lancement est retenu, un shell peut regarder le monde qu’il a fait jusque-là. Lancez le conteneur pas à pas.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LaunchStepView</name>
  <message>
   <source>Copy what is shown here</source>
   <translation>Copier ce qui est affiché ici</translation>
  </message>
  <message>
   <source>What the kernel was asked</source>
   <translation>Ce qui a été demandé au noyau</translation>
  </message>
  <message>
   <source>The same from a shell</source>
   <translation>La même chose depuis un shell</translation>
  </message>
  <message>
   <source>Asked of the kernel</source>
   <translation>Demandé au noyau</translation>
  </message>
  <message>
   <source>From a shell</source>
   <translation>Depuis un shell</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>Changements</translation>
  </message>
  <message>
   <source>A shell there</source>
   <translation>Shell sur place</translation>
  </message>
  <message>
   <source>Explanation</source>
   <translation>Explication</translation>
  </message>
  <message>
   <source>What the step has changed</source>
   <translation>Ce que l’étape a changé</translation>
  </message>
  <message>
   <source>Explanation of what is pointed at</source>
   <translation>Explication de ce qui est pointé</translation>
  </message>
  <message>
   <source>Lesson</source>
   <translation>Leçon</translation>
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
   <translation>Changer ses options…</translation>
  </message>
  <message>
   <source>No call of this step is recorded.</source>
   <translation>Aucun appel de cette étape n’est enregistré.</translation>
  </message>
  <message>
   <source>It is not done yet: what the kernel is asked stands here afterwards.</source>
   <translation>Elle n’est pas encore faite : ce qui est demandé au noyau s’affichera ici.</translation>
  </message>
  <message>
   <source>There is no command that would do the same.</source>
   <translation>Aucune commande ne ferait la même chose.</translation>
  </message>
  <message>
   <source>Nothing that an X-ray shows.</source>
   <translation>Rien que les rayons X montrent.</translation>
  </message>
  <message>
   <source>From “%1” to “%2”: nobody looked between.</source>
   <translation>De « %1 » à « %2 » : personne n’a regardé entre les deux.</translation>
  </message>
  <message>
   <source>It is not done yet.</source>
   <translation>Elle n’est pas encore faite.</translation>
  </message>
  <message>
   <source>There was no process to look into, or nobody looked after this step.</source>
   <translation>Il n’y avait pas de processus à examiner, ou personne n’a regardé après cette étape.</translation>
  </message>
  <message>
   <source>What a step changes is seen while the launch is held: run the container step by step.</source>
   <translation>Ce qu’une étape change se voit tant que le lancement est retenu : lancez le conteneur pas à pas.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LayersPane</name>
  <message>
   <source>Layers, the lowest first</source>
   <translation>Couches, la plus basse en premier</translation>
  </message>
  <message>
   <source>Paths that waste room</source>
   <translation>Chemins qui gaspillent de la place</translation>
  </message>
  <message>
   <source>What wastes</source>
   <translation>Gaspillage</translation>
  </message>
  <message>
   <source>Which paths waste room, and which layers repeat or remove them</source>
   <translation>Quels chemins gaspillent de la place, et quelles couches les répètent ou les suppriment</translation>
  </message>
  <message>
   <source>The engine reads the layers…</source>
   <translation>Le moteur lit les couches…</translation>
  </message>
  <message>
   <source>The engine does not tell what is in this image: %1.</source>
   <translation>Le moteur ne dit pas ce que contient cette image : %1.</translation>
  </message>
  <message>
   <source>No layers</source>
   <translation>Aucune couche</translation>
  </message>
  <message>
   <source>This image has no files at all, as FROM scratch has none.</source>
   <translation>Cette image n’a aucun fichier, comme FROM scratch.</translation>
  </message>
  <message>
   <source>Efficiency %1 %, %2 wasted</source>
   <translation>Efficacité %1 %, %2 gaspillés</translation>
  </message>
  <message>
   <source>Nothing is wasted: no layer repeats or removes what lower ones hold.</source>
   <translation>Rien n’est gaspillé : aucune couche ne répète ni ne supprime ce que contiennent les couches inférieures.</translation>
  </message>
  <message>
   <source>The whole image</source>
   <translation>L’image entière</translation>
  </message>
  <message>
   <source>Changes of %1</source>
   <comment>layer 3</comment>
   <translation>Changements : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LearnPage</name>
  <message>
   <source>&amp;Presentation</source>
   <translation>&amp;Présentation</translation>
  </message>
  <message>
   <source>Lessons</source>
   <translation>Leçons</translation>
  </message>
  <message>
   <source>Where it comes from</source>
   <translation>D’où cela vient</translation>
  </message>
  <message>
   <source>Nothing but the lesson, in large type, on the whole screen</source>
   <translation>Rien que la leçon, en gros caractères, sur tout l’écran</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LessonCode</name>
  <message>
   <source>Type it</source>
   <translation>Saisir</translation>
  </message>
  <message>
   <source>Put this line into the terminal. Press Return there to run it</source>
   <translation>Mettre cette ligne dans le terminal. Appuyez-y sur Entrée pour l’exécuter</translation>
  </message>
  <message>
   <source>Type it: %1</source>
   <translation>Saisir : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LessonStepView</name>
  <message>
   <source>Hint</source>
   <translation>Indice</translation>
  </message>
  <message>
   <source>I have read this</source>
   <translation>J’ai lu ceci</translation>
  </message>
  <message>
   <source>%1. %2</source>
   <comment>number and title of a step</comment>
   <translation>%1. %2</translation>
  </message>
  <message>
   <source>The same as a command: %1</source>
   <translation>La même chose en commande : %1</translation>
  </message>
  <message>
   <source>Show what helps with this step</source>
   <translation>Afficher ce qui aide pour cette étape</translation>
  </message>
  <message>
   <source>Go on to the next step</source>
   <translation>Passer à l’étape suivante</translation>
  </message>
  <message>
   <source>done</source>
   <translation>finie</translation>
  </message>
  <message>
   <source>to do now</source>
   <translation>à faire maintenant</translation>
  </message>
  <message>
   <source>later</source>
   <translation>plus tard</translation>
  </message>
  <message>
   <source>Done.</source>
   <translation>Fini.</translation>
  </message>
  <message>
   <source>The engine is being asked.</source>
   <translation>Le moteur est interrogé.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LessonView</name>
  <message>
   <source>This is the last lesson</source>
   <translation>C’est la dernière leçon</translation>
  </message>
  <message>
   <source>Go on with “%1”</source>
   <translation>Continuer avec « %1 »</translation>
  </message>
  <message>
   <source>Lay out what the lesson needs, and begin</source>
   <translation>Préparer ce dont la leçon a besoin, et commencer</translation>
  </message>
  <message>
   <source>Laying out…</source>
   <translation>Préparation…</translation>
  </message>
  <message>
   <source>Removing what it made…</source>
   <translation>Suppression de ce qu’elle a créé…</translation>
  </message>
  <message numerus="yes">
   <source>%1 min · %n step(s)</source>
   <translation>
    <numerusform>%1 min · %n étape</numerusform>
    <numerusform>%1 min · %n étapes</numerusform>
   </translation>
  </message>
  <message>
   <source>All steps are done</source>
   <translation>Toutes les étapes sont finies</translation>
  </message>
  <message>
   <source>Step %1 of %2</source>
   <translation>Étape %1 sur %2</translation>
  </message>
  <message>
   <source>Ready when you are</source>
   <translation>Prêt quand vous l’êtes</translation>
  </message>
  <message>
   <source>Not possible here</source>
   <translation>Pas possible ici</translation>
  </message>
  <message numerus="yes">
   <source>The lesson lays out %n container(s) of its own, and removes exactly them when you reset it.</source>
   <translation>
    <numerusform>La leçon prépare %n conteneur, et ne supprime que lui quand vous recommencez.</numerusform>
    <numerusform>La leçon prépare %n conteneurs, et ne supprime qu’eux quand vous recommencez.</numerusform>
   </translation>
  </message>
  <message>
   <source>Start the lesson</source>
   <translation>Commencer la leçon</translation>
  </message>
  <message>
   <source>container %1</source>
   <translation>conteneur %1</translation>
  </message>
  <message>
   <source>network %1</source>
   <translation>réseau %1</translation>
  </message>
  <message>
   <source>volume %1</source>
   <translation>volume %1</translation>
  </message>
  <message>
   <source>image %1</source>
   <translation>image %1</translation>
  </message>
  <message>
   <source>record of the build of %1</source>
   <translation>trace de la construction de %1</translation>
  </message>
  <message>
   <source>Reset the lesson?</source>
   <translation>Recommencer la leçon ?</translation>
  </message>
  <message>
   <source>Things of this lesson are left from before. They are removed first:</source>
   <translation>Il reste des choses de cette leçon. Elles seront d’abord supprimées :</translation>
  </message>
  <message>
   <source>What this lesson has made is removed, and nothing else:</source>
   <translation>Ce que cette leçon a créé sera supprimé, et rien d’autre :</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>&amp;All lessons</source>
   <translation>&amp;Toutes les leçons</translation>
  </message>
  <message>
   <source>Go back to the list</source>
   <translation>Revenir à la liste</translation>
  </message>
  <message>
   <source>Alt+Left</source>
   <translation>Alt+Left</translation>
  </message>
  <message>
   <source>&amp;Start the lesson</source>
   <translation>&amp;Commencer la leçon</translation>
  </message>
  <message>
   <source>&amp;Reset…</source>
   <translation>&amp;Recommencer…</translation>
  </message>
  <message>
   <source>Remove what the lesson has made, and begin anew</source>
   <translation>Supprimer ce que la leçon a créé, et repartir du début</translation>
  </message>
  <message>
   <source>&amp;Next lesson</source>
   <translation>&amp;Leçon suivante</translation>
  </message>
  <message>
   <source>Alt+Right</source>
   <translation>Alt+Right</translation>
  </message>
  <message>
   <source>Text of the lesson</source>
   <translation>Texte de la leçon</translation>
  </message>
  <message>
   <source>Terminal</source>
   <translation>Terminal</translation>
  </message>
  <message>
   <source>On the wire</source>
   <translation>Sur le fil</translation>
  </message>
  <message>
   <source>X-ray</source>
   <translation>Rayons X</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LimitHandle</name>
  <message>
   <source>Drag it, or move it with Up and Down and press Return; Delete takes the limit away</source>
   <translation>Faites-la glisser, ou déplacez-la avec Haut et Bas et appuyez sur Entrée ; Suppr enlève la limite</translation>
  </message>
  <message>
   <source>limit %1</source>
   <translation>limite %1</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>sans limite</translation>
  </message>
  <message>
   <source>none</source>
   <translation>aucune</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LimitLines</name>
  <message>
   <source>It may use %1 of memory now.</source>
   <translation>Il peut maintenant utiliser %1 de mémoire.</translation>
  </message>
  <message>
   <source>Its memory has no limit now.</source>
   <translation>Sa mémoire n’a plus de limite.</translation>
  </message>
  <message>
   <source>It may use %1 now.</source>
   <comment>“1.5 CPUs”</comment>
   <translation>Il peut maintenant utiliser %1.</translation>
  </message>
  <message>
   <source>It may use all CPUs now.</source>
   <translation>Il peut maintenant utiliser tous les processeurs.</translation>
  </message>
  <message>
   <source>It may have %1 now.</source>
   <comment>“100 processes”</comment>
   <translation>Il peut maintenant avoir %1.</translation>
  </message>
  <message>
   <source>The number of its processes has no limit now.</source>
   <translation>Le nombre de ses processus n’a plus de limite.</translation>
  </message>
  <message>
   <source>It uses %1 now. With a limit of %2 the kernel takes away what it can do without, and may then end its processes.</source>
   <translation>Il utilise %1 en ce moment. Avec une limite de %2, le noyau lui enlève ce dont il peut se passer, et peut ensuite terminer ses processus.</translation>
  </message>
  <message>
   <source>Leave it as it was</source>
   <translation>Laisser comme avant</translation>
  </message>
  <message>
   <source>Set the limit</source>
   <translation>Fixer la limite</translation>
  </message>
  <message>
   <source>The limit stays as it was: %1</source>
   <translation>La limite reste comme avant : %1</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LimitsDialog</name>
  <message>
   <source>Limits of %1</source>
   <translation>Limites de %1</translation>
  </message>
  <message>
   <source>&amp;Change</source>
   <translation>M&amp;odifier</translation>
  </message>
  <message>
   <source>&amp;Memory</source>
   <translation>&amp;Mémoire</translation>
  </message>
  <message>
   <source>no limit, or for example 512m</source>
   <translation>sans limite, ou par exemple 512m</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>sans limite</translation>
  </message>
  <message>
   <source>C&amp;PUs</source>
   <translation>&amp;Processeurs</translation>
  </message>
  <message>
   <source>P&amp;rocesses</source>
   <translation>P&amp;rocessus</translation>
  </message>
  <message>
   <source>never</source>
   <translation>jamais</translation>
  </message>
  <message>
   <source>after a failure</source>
   <translation>après un échec</translation>
  </message>
  <message>
   <source>unless stopped by hand</source>
   <translation>sauf arrêt manuel</translation>
  </message>
  <message>
   <source>always</source>
   <translation>toujours</translation>
  </message>
  <message>
   <source>Re&amp;start</source>
   <translation>Red&amp;émarrage</translation>
  </message>
  <message>
   <source>without end</source>
   <translation>sans fin</translation>
  </message>
  <message>
   <source>At mos&amp;t</source>
   <translation>Au plu&amp;s</translation>
  </message>
  <message>
   <source>Changes hold at once, and after a restart.</source>
   <translation>Les changements s’appliquent aussitôt, et après un redémarrage.</translation>
  </message>
  <message>
   <source>“%1” is not a size; write for example 512m or 2g.</source>
   <translation>« %1 » n’est pas une taille ; écrivez par exemple 512m ou 2g.</translation>
  </message>
  <message>
   <source>The limits cannot be changed: %1</source>
   <translation>Impossible de modifier les limites : %1</translation>
  </message>
  <message>
   <source>This engine can change a limit, but not take it away: give a larger one.</source>
   <translation>Ce moteur peut changer une limite, mais pas l’enlever : donnez-en une plus grande.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LimitsRow</name>
  <message>
   <source> MiB</source>
   <translation> Mio</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Mémoire</translation>
  </message>
  <message>
   <source>Processors</source>
   <translation>Processeurs</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Processus</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>sans limite</translation>
  </message>
  <message>
   <source>%1, the limit</source>
   <translation>%1, la limite</translation>
  </message>
  <message>
   <source>Changes hold at once</source>
   <translation>S’applique aussitôt</translation>
  </message>
  <message>
   <source>%1, in use</source>
   <translation>%1, utilisés</translation>
  </message>
  <message>
   <source>%1 of one</source>
   <translation>%1 d’un</translation>
  </message>
  <message>
   <source>The limit is not changed: %1.</source>
   <translation>La limite n’a pas changé : %1.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ListPage</name>
  <message>
   <source>Nothing matches</source>
   <translation>Aucune correspondance</translation>
  </message>
  <message>
   <source>No row fits the filter.</source>
   <translation>Aucune ligne ne correspond au filtre.</translation>
  </message>
  <message>
   <source>Clear the filter</source>
   <translation>Effacer le filtre</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogFilterBar</name>
  <message>
   <source>Only lines with…</source>
   <translation>Seulement les lignes avec…</translation>
  </message>
  <message>
   <source>Only lines with this text</source>
   <translation>Seulement les lignes contenant ce texte</translation>
  </message>
  <message>
   <source>Match case</source>
   <translation>Respecter la casse</translation>
  </message>
  <message>
   <source>Tell capital letters from small ones</source>
   <translation>Distinguer les majuscules des minuscules</translation>
  </message>
  <message>
   <source>Regular expression</source>
   <translation>Expression régulière</translation>
  </message>
  <message>
   <source>Read the text as a regular expression</source>
   <translation>Lire le texte comme une expression régulière</translation>
  </message>
  <message>
   <source>So many lines before and after each are shown as well</source>
   <translation>Autant de lignes avant et après chacune sont aussi affichées</translation>
  </message>
  <message>
   <source>Lines around each match</source>
   <translation>Lignes autour de chaque occurrence</translation>
  </message>
  <message>
   <source>Streams</source>
   <translation>Flux</translation>
  </message>
  <message>
   <source>Which streams are shown</source>
   <translation>Quels flux sont affichés</translation>
  </message>
  <message>
   <source>Standard &amp;output</source>
   <translation>Sortie &amp;standard</translation>
  </message>
  <message>
   <source>Standard &amp;error</source>
   <translation>Sortie d’&amp;erreur</translation>
  </message>
  <message>
   <source>&amp;What happened to the container</source>
   <translation>&amp;Ce qui est arrivé au conteneur</translation>
  </message>
  <message>
   <source>Show all lines</source>
   <translation>Afficher toutes les lignes</translation>
  </message>
  <message>
   <source>Show all lines (Esc)</source>
   <translation>Afficher toutes les lignes (Échap)</translation>
  </message>
  <message>
   <source>Levels</source>
   <translation>Niveaux</translation>
  </message>
  <message>
   <source>Which levels are shown</source>
   <translation>Quels niveaux sont affichés</translation>
  </message>
  <message>
   <source>&amp;No level</source>
   <translation>Sa&amp;ns niveau</translation>
  </message>
  <message>
   <source>&amp;Trace</source>
   <translation>&amp;Trace</translation>
  </message>
  <message>
   <source>&amp;Debug</source>
   <translation>&amp;Débogage</translation>
  </message>
  <message>
   <source>&amp;Information</source>
   <translation>&amp;Information</translation>
  </message>
  <message>
   <source>&amp;Warning</source>
   <translation>&amp;Avertissement</translation>
  </message>
  <message>
   <source>&amp;Error</source>
   <translation>&amp;Erreur</translation>
  </message>
  <message>
   <source>&amp;Fatal</source>
   <translation>&amp;Fatale</translation>
  </message>
  <message>
   <source>Only warnings and wor&amp;se</source>
   <translation>Seulement les avertissements et &amp;pire</translation>
  </message>
  <message>
   <source>All times</source>
   <translation>Toutes les heures</translation>
  </message>
  <message>
   <source>Last 5 minutes</source>
   <translation>5 dernières minutes</translation>
  </message>
  <message>
   <source>Last hour</source>
   <translation>Dernière heure</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Dernier jour</translation>
  </message>
  <message>
   <source>From – to</source>
   <translation>De – à</translation>
  </message>
  <message>
   <source>From which time lines are shown</source>
   <translation>De quand à quand les lignes sont affichées</translation>
  </message>
  <message>
   <source>From which time lines are shown; “last” counts from when it is chosen</source>
   <translation>À partir de quand les lignes sont affichées ; « dernière » compte à partir du choix</translation>
  </message>
  <message>
   <source>From</source>
   <translation>De</translation>
  </message>
  <message>
   <source>To</source>
   <translation>À</translation>
  </message>
  <message>
   <source>not a pattern</source>
   <translation>motif incorrect</translation>
  </message>
  <message>
   <source>%1 of %2 lines shown</source>
   <translation>%1 lignes sur %2 affichées</translation>
  </message>
  <message>
   <source>%1…</source>
   <translation>%1…</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogPane</name>
  <message>
   <source>Follow</source>
   <translation>Suivre</translation>
  </message>
  <message>
   <source>Show new lines as they come</source>
   <translation>Afficher les nouvelles lignes à mesure qu’elles arrivent</translation>
  </message>
  <message>
   <source>Wrap lines</source>
   <translation>Retour à la ligne</translation>
  </message>
  <message>
   <source>Break long lines at the edge</source>
   <translation>Couper les longues lignes au bord</translation>
  </message>
  <message>
   <source>Show times</source>
   <translation>Afficher l’heure</translation>
  </message>
  <message>
   <source>Show when each line was written</source>
   <translation>Afficher quand chaque ligne a été écrite</translation>
  </message>
  <message>
   <source>Find…</source>
   <translation>Chercher…</translation>
  </message>
  <message>
   <source>Find in this log</source>
   <translation>Chercher dans ce journal</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copier</translation>
  </message>
  <message>
   <source>Copy what is selected, or all of it</source>
   <translation>Copier la sélection, ou tout</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Enregistrer…</translation>
  </message>
  <message>
   <source>Save this log to a file</source>
   <translation>Enregistrer ce journal dans un fichier</translation>
  </message>
  <message>
   <source>Go to the newest line and follow (End)</source>
   <translation>Aller à la ligne la plus récente et suivre (Fin)</translation>
  </message>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n ligne</numerusform>
    <numerusform>%n lignes</numerusform>
   </translation>
  </message>
  <message>
   <source>Newest</source>
   <translation>Dernières</translation>
  </message>
  <message>
   <source>The log cannot be read</source>
   <translation>Impossible de lire le journal</translation>
  </message>
  <message>
   <source>Nothing was written</source>
   <translation>Rien n’a été écrit</translation>
  </message>
  <message>
   <source>The container has ended without a word.</source>
   <translation>Le conteneur s’est terminé sans un mot.</translation>
  </message>
  <message>
   <source>Nothing written yet</source>
   <translation>Rien n’a encore été écrit</translation>
  </message>
  <message>
   <source>Lines appear here as soon as the program writes them.</source>
   <translation>Les lignes apparaissent ici dès que le programme les écrit.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Save the log of %1</source>
   <translation>Enregistrer le journal de %1</translation>
  </message>
  <message>
   <source>Read JSON</source>
   <translation>Lire le JSON</translation>
  </message>
  <message>
   <source>Show lines of JSON as time, level and message; a click at the left unfolds their fields</source>
   <translation>Afficher les lignes de JSON comme heure, niveau et message ; un clic à gauche déplie leurs champs</translation>
  </message>
  <message>
   <source>Filter…</source>
   <translation>Filtrer…</translation>
  </message>
  <message>
   <source>Show only some lines: by text, stream, level or time</source>
   <translation>N’afficher que certaines lignes : par texte, flux, niveau ou heure</translation>
  </message>
  <message>
   <source>Ctrl+Alt+F</source>
   <translation>Ctrl+Alt+F</translation>
  </message>
  <message>
   <source>Previous start or end</source>
   <translation>Début ou fin précédents</translation>
  </message>
  <message>
   <source>To where a run began or ended, upwards</source>
   <translation>Là où une exécution a commencé ou fini, vers le haut</translation>
  </message>
  <message>
   <source>Alt+Up</source>
   <translation>Alt+Up</translation>
  </message>
  <message>
   <source>Next start or end</source>
   <translation>Début ou fin suivants</translation>
  </message>
  <message>
   <source>To where a run began or ended, downwards</source>
   <translation>Là où une exécution a commencé ou fini, vers le bas</translation>
  </message>
  <message>
   <source>Alt+Down</source>
   <translation>Alt+Down</translation>
  </message>
  <message>
   <source>Cancel saving</source>
   <translation>Annuler l’enregistrement</translation>
  </message>
  <message>
   <source>%1 is removed. These are the lines that were read before; they go with this window.</source>
   <translation>%1 est supprimé. Voici les lignes lues auparavant ; elles disparaissent avec cette fenêtre.</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>supprimé</translation>
  </message>
  <message numerus="yes">
   <source>not following · %n new</source>
   <translation>
    <numerusform>sans suivi · %n nouvelle</numerusform>
    <numerusform>sans suivi · %n nouvelles</numerusform>
   </translation>
  </message>
  <message>
   <source>not following</source>
   <translation>sans suivi</translation>
  </message>
  <message>
   <source>following</source>
   <translation>suivi</translation>
  </message>
  <message>
   <source>all of them have stopped</source>
   <translation>tous sont arrêtés</translation>
  </message>
  <message>
   <source>the container has stopped</source>
   <translation>le conteneur est arrêté</translation>
  </message>
  <message>
   <source>%1 of %2 lines shown</source>
   <translation>%1 lignes sur %2 affichées</translation>
  </message>
  <message>
   <source>older lines are being read: %1</source>
   <translation>lecture de lignes plus anciennes : %1</translation>
  </message>
  <message>
   <source>the last %1 lines of each</source>
   <translation>les %1 dernières lignes de chacun</translation>
  </message>
  <message>
   <source>saving: %1 %</source>
   <translation>enregistrement : %1 %</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Lecture…</translation>
  </message>
  <message>
   <source>No line is shown</source>
   <translation>Aucune ligne n’est affichée</translation>
  </message>
  <message numerus="yes">
   <source>The filter hides all %n line(s).</source>
   <translation>
    <numerusform>Le filtre cache %n ligne.</numerusform>
    <numerusform>Le filtre cache les %n lignes.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogSaveDialog</name>
  <message>
   <source>&amp;Only the lines that are shown</source>
   <translation>Seulement les lignes &amp;affichées</translation>
  </message>
  <message>
   <source>With the &amp;time of each line</source>
   <translation>Avec l’&amp;heure de chaque ligne</translation>
  </message>
  <message>
   <source>With &amp;colours, as the program wrote them</source>
   <translation>En &amp;couleurs, telles que le programme les a écrites</translation>
  </message>
  <message>
   <source>Save the log of %1</source>
   <translation>Enregistrer le journal de %1</translation>
  </message>
  <message>
   <source>What the filter hides is left out</source>
   <translation>Ce que le filtre cache est omis</translation>
  </message>
  <message>
   <source>All lines are shown</source>
   <translation>Toutes les lignes sont affichées</translation>
  </message>
  <message>
   <source>In UTC, to the nanosecond, as the engine has it</source>
   <translation>En UTC, à la nanoseconde, comme dans le moteur</translation>
  </message>
  <message>
   <source>Escape sequences; a terminal shows them, most editors do not</source>
   <translation>Séquences d’échappement ; un terminal les affiche, la plupart des éditeurs non</translation>
  </message>
  <message>
   <source>C&amp;hoose a file…</source>
   <translation>Choisir un &amp;fichier…</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogSearchBar</name>
  <message>
   <source>Find in log</source>
   <translation>Chercher dans le journal</translation>
  </message>
  <message>
   <source>Match case</source>
   <translation>Respecter la casse</translation>
  </message>
  <message>
   <source>Tell capital letters from small ones</source>
   <translation>Distinguer les majuscules des minuscules</translation>
  </message>
  <message>
   <source>Regular expression</source>
   <translation>Expression régulière</translation>
  </message>
  <message>
   <source>Read the text as a regular expression</source>
   <translation>Lire le texte comme une expression régulière</translation>
  </message>
  <message>
   <source>Previous match</source>
   <translation>Occurrence précédente</translation>
  </message>
  <message>
   <source>Next match</source>
   <translation>Occurrence suivante</translation>
  </message>
  <message>
   <source>Close search</source>
   <translation>Fermer la recherche</translation>
  </message>
  <message>
   <source>not a pattern</source>
   <translation>motif incorrect</translation>
  </message>
  <message>
   <source>searching…</source>
   <translation>recherche…</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>introuvable</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>%1 lines</source>
   <translation>%1 lignes</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogView</name>
  <message>
   <source>Log</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Copier</translation>
  </message>
  <message>
   <source>Select &amp;all</source>
   <translation>&amp;Tout sélectionner</translation>
  </message>
  <message>
   <source>Only from this line &amp;on</source>
   <translation>Seulement à &amp;partir de cette ligne</translation>
  </message>
  <message>
   <source>Only &amp;up to this line</source>
   <translation>Seulement &amp;jusqu’à cette ligne</translation>
  </message>
  <message>
   <source>&amp;Fold its fields</source>
   <translation>&amp;Replier ses champs</translation>
  </message>
  <message>
   <source>Un&amp;fold its fields</source>
   <translation>&amp;Déplier ses champs</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LoginDialog</name>
  <message>
   <source>Log in to %1</source>
   <translation>Se connecter à %1</translation>
  </message>
  <message>
   <source>&amp;Log in</source>
   <translation>Se &amp;connecter</translation>
  </message>
  <message>
   <source>&amp;User name</source>
   <translation>&amp;Utilisateur</translation>
  </message>
  <message>
   <source>&amp;Password</source>
   <translation>&amp;Mot de passe</translation>
  </message>
  <message>
   <source>In place of the password Docker Hub takes an access token, which can be withdrawn alone.</source>
   <translation>À la place du mot de passe, Docker Hub accepte un jeton d’accès, qui peut être révoqué séparément.</translation>
  </message>
  <message>
   <source>Kept in the keyring of your desktop; where there is none, in a file that only you can read.</source>
   <translation>Conservés dans le trousseau de votre bureau ; s’il n’y en a pas, dans un fichier que vous seul pouvez lire.</translation>
  </message>
  <message>
   <source>%1 does not accept the login: %2</source>
   <translation>%1 refuse la connexion : %2</translation>
  </message>
  <message>
   <source>Logged in to %1 as %2. The login is kept %3.</source>
   <translation>Connecté à %1 en tant que %2. Les identifiants sont conservés %3.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::LogsWindow</name>
  <message>
   <source>Logs of %1</source>
   <translation>Journaux de %1</translation>
  </message>
  <message>
   <source>Log of %1</source>
   <translation>Journal de %1</translation>
  </message>
  <message>
   <source>Show or hide the lines of %1</source>
   <translation>Afficher ou masquer les lignes de %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::MainWindow</name>
  <message>
   <source>No images yet</source>
   <translation>Pas encore d’images</translation>
  </message>
  <message>
   <source>An image is what a container is made of: a file system and a command to run.</source>
   <translation>Une image est ce dont un conteneur est fait : un système de fichiers et une commande à exécuter.</translation>
  </message>
  <message>
   <source>New base image…</source>
   <translation>Nouvelle image de base…</translation>
  </message>
  <message>
   <source>Load an archive…</source>
   <translation>Charger une archive…</translation>
  </message>
  <message>
   <source>Network · %1</source>
   <translation>Réseau · %1</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Volume</translation>
  </message>
  <message>
   <source>Build · %1</source>
   <translation>Construction · %1</translation>
  </message>
  <message>
   <source>Registry</source>
   <translation>Registre</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Page</translation>
  </message>
  <message>
   <source>Start %1</source>
   <translation>Démarrer %1</translation>
  </message>
  <message>
   <source>Stop %1</source>
   <translation>Arrêter %1</translation>
  </message>
  <message>
   <source>Restart %1</source>
   <translation>Redémarrer %1</translation>
  </message>
  <message>
   <source>Log of %1</source>
   <translation>Journal de %1</translation>
  </message>
  <message>
   <source>Shell in %1</source>
   <translation>Shell dans %1</translation>
  </message>
  <message>
   <source>Open %1 in the browser</source>
   <translation>Ouvrir %1 dans le navigateur</translation>
  </message>
  <message>
   <source>Remove %1</source>
   <translation>Supprimer %1</translation>
  </message>
  <message>
   <source>Container · %1</source>
   <translation>Conteneur · %1</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>Run %1…</source>
   <translation>Lancer %1…</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Bienvenue</translation>
  </message>
  <message>
   <source>A container is a program with a file system, a network and limits of its own. It is made of an image, and there is none here yet.</source>
   <translation>Un conteneur est un programme avec son propre système de fichiers, son réseau et ses limites. Il est fait d’une image, et il n’y en a pas encore ici.</translation>
  </message>
  <message>
   <source>No containers yet</source>
   <translation>Pas encore de conteneurs</translation>
  </message>
  <message>
   <source>A container is a program with a file system, a network and limits of its own. It is made of an image.</source>
   <translation>Un conteneur est un programme avec son propre système de fichiers, son réseau et ses limites. Il est fait d’une image.</translation>
  </message>
  <message>
   <source>Run a first container</source>
   <translation>Lancer un premier conteneur</translation>
  </message>
  <message>
   <source>Run an image…</source>
   <translation>Lancer une image…</translation>
  </message>
  <message>
   <source>Make a base image…</source>
   <translation>Créer une image de base…</translation>
  </message>
  <message>
   <source>Load an image archive…</source>
   <translation>Charger une archive d’images…</translation>
  </message>
  <message numerus="yes">
   <source>%n operation(s) under way</source>
   <translation>
    <numerusform>%n opération en cours</numerusform>
    <numerusform>%n opérations en cours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n operation(s) failed</source>
   <translation>
    <numerusform>%n opération en échec</numerusform>
    <numerusform>%n opérations en échec</numerusform>
   </translation>
  </message>
  <message>
   <source>What is going on, and what has ended</source>
   <translation>Ce qui est en cours, et ce qui est terminé</translation>
  </message>
  <message>
   <source>Work under way is cancelled: see the counter in the tool bar.</source>
   <translation>Le travail en cours est annulé : voyez le compteur de la barre d’outils.</translation>
  </message>
  <message numerus="yes">
   <source>%n open shell(s) end.</source>
   <translation>
    <numerusform>%n shell ouvert se termine.</numerusform>
    <numerusform>%n shells ouverts se terminent.</numerusform>
   </translation>
  </message>
  <message>
   <source>Open another engine?</source>
   <translation>Ouvrir un autre moteur ?</translation>
  </message>
  <message>
   <source>Turn to another engine? Containers of this one run on.</source>
   <translation>Passer à un autre moteur ? Les conteneurs de celui-ci continuent de tourner.</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Close Quayside?</source>
   <translation>Fermer Quayside ?</translation>
  </message>
  <message>
   <source>Close the window? Containers run on.</source>
   <translation>Fermer la fenêtre ? Les conteneurs continuent de tourner.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Quayside</source>
   <translation>Quayside</translation>
  </message>
  <message>
   <source>&amp;Run…</source>
   <translation>&amp;Lancer…</translation>
  </message>
  <message>
   <source>Run a container</source>
   <translation>Lancer un conteneur</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Quitter</translation>
  </message>
  <message>
   <source>Close the window; containers run on</source>
   <translation>Fermer la fenêtre ; les conteneurs continuent de tourner</translation>
  </message>
  <message>
   <source>&amp;Filter the list</source>
   <translation>&amp;Filtrer la liste</translation>
  </message>
  <message>
   <source>Go to the filter</source>
   <translation>Aller au filtre</translation>
  </message>
  <message>
   <source>Ctrl+Shift+F</source>
   <translation>Ctrl+Shift+F</translation>
  </message>
  <message>
   <source>&amp;Search or command…</source>
   <translation>&amp;Recherche ou commande…</translation>
  </message>
  <message>
   <source>Find anything here, or say what you want to do</source>
   <translation>Trouver ce que vous voulez ici, ou dire ce que vous voulez faire</translation>
  </message>
  <message>
   <source>Ctrl+K</source>
   <translation>Ctrl+K</translation>
  </message>
  <message>
   <source>Show names beside the symbols on the left</source>
   <translation>Afficher les noms à côté des icônes de gauche</translation>
  </message>
  <message>
   <source>&amp;Details</source>
   <translation>&amp;Détails</translation>
  </message>
  <message>
   <source>Show details of what is selected</source>
   <translation>Afficher les détails de la sélection</translation>
  </message>
  <message>
   <source>&amp;Containers</source>
   <translation>&amp;Conteneurs</translation>
  </message>
  <message>
   <source>&amp;Images</source>
   <translation>&amp;Images</translation>
  </message>
  <message>
   <source>Doc&amp;kerfiles</source>
   <translation>Doc&amp;kerfiles</translation>
  </message>
  <message>
   <source>&amp;Networks</source>
   <translation>Ré&amp;seaux</translation>
  </message>
  <message>
   <source>&amp;Volumes</source>
   <translation>&amp;Volumes</translation>
  </message>
  <message>
   <source>Show this page</source>
   <translation>Afficher cette page</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Fichier</translation>
  </message>
  <message>
   <source>&amp;Container</source>
   <translation>&amp;Conteneur</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>&amp;Image</translation>
  </message>
  <message>
   <source>&amp;Dockerfile</source>
   <translation>&amp;Dockerfile</translation>
  </message>
  <message>
   <source>&amp;Network</source>
   <translation>&amp;Réseau</translation>
  </message>
  <message>
   <source>V&amp;olume</source>
   <translation>&amp;Volume</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Affichage</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>Aid&amp;e</translation>
  </message>
  <message>
   <source>C&amp;olours</source>
   <translation>C&amp;ouleurs</translation>
  </message>
  <message>
   <source>As the &amp;desktop</source>
   <translation>Comme le &amp;bureau</translation>
  </message>
  <message>
   <source>&amp;Light</source>
   <translation>C&amp;lair</translation>
  </message>
  <message>
   <source>D&amp;ark</source>
   <translation>&amp;Sombre</translation>
  </message>
  <message>
   <source>&amp;Keys</source>
   <translation>&amp;Touches</translation>
  </message>
  <message>
   <source>What can be done with the keyboard</source>
   <translation>Ce que l’on peut faire au clavier</translation>
  </message>
  <message>
   <source>&amp;About Quayside</source>
   <translation>À &amp;propos de Quayside</translation>
  </message>
  <message>
   <source>About &amp;Qt</source>
   <translation>À propos de &amp;Qt</translation>
  </message>
  <message>
   <source>Main tool bar</source>
   <translation>Barre d’outils principale</translation>
  </message>
  <message>
   <source>This computer</source>
   <translation>Cet ordinateur</translation>
  </message>
  <message>
   <source>Search or type a command…  %1</source>
   <translation>Chercher ou taper une commande…  %1</translation>
  </message>
  <message>
   <source>Search or type a command</source>
   <translation>Chercher ou taper une commande</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1 : %2</translation>
  </message>
  <message>
   <source>Failed: %1</source>
   <translation>Échec : %1</translation>
  </message>
  <message>
   <source>engine running</source>
   <translation>moteur en marche</translation>
  </message>
  <message>
   <source>connecting…</source>
   <translation>connexion…</translation>
  </message>
  <message>
   <source>no access to the engine</source>
   <translation>pas d’accès au moteur</translation>
  </message>
  <message>
   <source>engine not running</source>
   <translation>moteur arrêté</translation>
  </message>
  <message numerus="yes">
   <source>· %1 of %n container(s) running</source>
   <translation>
    <numerusform>· %1 sur %n conteneur en marche</numerusform>
    <numerusform>· %1 sur %n conteneurs en marche</numerusform>
   </translation>
  </message>
  <message>
   <source>About Quayside</source>
   <translation>À propos de Quayside</translation>
  </message>
  <message>
   <source>&lt;h3&gt;Quayside %1&lt;/h3&gt;&lt;p&gt;Containers on your desktop, with an engine of its own.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
   <translation>&lt;h3&gt;Quayside %1&lt;/h3&gt;&lt;p&gt;Des conteneurs sur votre bureau, avec leur propre moteur.&lt;/p&gt;&lt;p&gt;Logiciel libre sous la licence publique générale GNU (GPL), version 3 ou ultérieure.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Move between the areas</source>
   <translation>Passer d’une zone à l’autre</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Espace</translation>
  </message>
  <message>
   <source>Start or stop the selected container</source>
   <translation>Démarrer ou arrêter le conteneur sélectionné</translation>
  </message>
  <message>
   <source>Dockerfiles that you have not saved are kept: they are as you left them.</source>
   <translation>Les Dockerfiles non enregistrés sont conservés : ils sont tels que vous les avez laissés.</translation>
  </message>
  <message>
   <source>Show them</source>
   <translation>Les afficher</translation>
  </message>
  <message>
   <source>&amp;Events</source>
   <translation>Événemen&amp;ts</translation>
  </message>
  <message>
   <source>&amp;Disk</source>
   <translation>Dis&amp;que</translation>
  </message>
  <message>
   <source>&amp;About the engine</source>
   <translation>À propos du &amp;moteur</translation>
  </message>
  <message>
   <source>Na&amp;mes in the navigation</source>
   <translation>&amp;Noms dans la navigation</translation>
  </message>
  <message>
   <source>Pull an image…</source>
   <translation>Récupérer une image…</translation>
  </message>
  <message>
   <source>&amp;Registries</source>
   <translation>Re&amp;gistres</translation>
  </message>
  <message>
   <source>S&amp;ystem</source>
   <translation>S&amp;ystème</translation>
  </message>
  <message>
   <source>Registr&amp;y</source>
   <translation>Re&amp;gistre</translation>
  </message>
  <message>
   <source>Syste&amp;m</source>
   <translation>S&amp;ystème</translation>
  </message>
  <message>
   <source>&amp;Builds</source>
   <translation>Constr&amp;uctions</translation>
  </message>
  <message>
   <source>&amp;Build</source>
   <translation>Constr&amp;uction</translation>
  </message>
  <message>
   <source>Open or write a Dockerfile…</source>
   <translation>Ouvrir ou écrire un Dockerfile…</translation>
  </message>
  <message>
   <source>What is a container?</source>
   <translation>Qu’est-ce qu’un conteneur ?</translation>
  </message>
  <message>
   <source>&amp;Settings…</source>
   <translation>&amp;Préférences…</translation>
  </message>
  <message>
   <source>Colours, language, messages, the tray</source>
   <translation>Couleurs, langue, messages, zone de notification</translation>
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
   <translation>Tout &amp;nettoyer…</translation>
  </message>
  <message>
   <source>Diagnostics &amp;bundle…</source>
   <translation>Archive de &amp;diagnostic…</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>Partout</translation>
  </message>
  <message>
   <source>F6</source>
   <translation>F6</translation>
  </message>
  <message>
   <source>&amp;Learn</source>
   <translation>&amp;Apprendre</translation>
  </message>
  <message>
   <source>Learn</source>
   <translation>Apprendre</translation>
  </message>
  <message>
   <source>Lesson</source>
   <translation>Leçon</translation>
  </message>
  <message>
   <source>Run %1 step by step</source>
   <translation>Lancer %1 pas à pas</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::MistakesDialog</name>
  <message>
   <source>Check of a folder with lessons</source>
   <translation>Vérification d’un dossier de leçons</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Ligne</translation>
  </message>
  <message>
   <source>What is wrong, and what to do</source>
   <translation>Ce qui ne va pas, et que faire</translation>
  </message>
  <message>
   <source>Mistakes</source>
   <translation>Erreurs</translation>
  </message>
  <message>
   <source>C&amp;opy all</source>
   <translation>Tout c&amp;opier</translation>
  </message>
  <message numerus="yes">
   <source>No mistakes in the %n lesson(s) of %1.</source>
   <translation>
    <numerusform>Aucune erreur : %n leçon dans %1.</numerusform>
    <numerusform>Aucune erreur : %n leçons dans %1.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mistake(s) in the lessons of %1. A lesson with mistakes is not in the list. Save the mended file: it is read again at once.</source>
   <translation>
    <numerusform>%n erreur dans les leçons de %1. Une leçon avec des erreurs n’est pas dans la liste. Enregistrez le fichier corrigé : il est relu aussitôt.</numerusform>
    <numerusform>%n erreurs dans les leçons de %1. Une leçon avec des erreurs n’est pas dans la liste. Enregistrez le fichier corrigé : il est relu aussitôt.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::MountsEditor</name>
  <message>
   <source>Add files</source>
   <translation>Ajouter des fichiers</translation>
  </message>
  <message>
   <source>The container sees none of your files. Add a folder of this machine, or a volume, which keeps its content when the container goes.</source>
   <translation>Le conteneur ne voit aucun de vos fichiers. Ajoutez un dossier de cet ordinateur, ou un volume, qui garde son contenu quand le conteneur disparaît.</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Volume</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Mémoire</translation>
  </message>
  <message>
   <source>What is mounted</source>
   <translation>Ce qui est monté</translation>
  </message>
  <message>
   <source>/srv/project</source>
   <translation>/srv/projet</translation>
  </message>
  <message>
   <source>Folder of this machine</source>
   <translation>Dossier de cet ordinateur</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Choisir un dossier</translation>
  </message>
  <message>
   <source>/srv</source>
   <translation>/srv</translation>
  </message>
  <message>
   <source>Folder in the container</source>
   <translation>Dossier dans le conteneur</translation>
  </message>
  <message>
   <source>read only</source>
   <translation>lecture seule</translation>
  </message>
  <message>
   <source>name; empty: a new one</source>
   <translation>nom ; vide : un nouveau</translation>
  </message>
  <message>
   <source>gone when it stops</source>
   <translation>disparaît à l’arrêt</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworkActions</name>
  <message>
   <source>&amp;New network…</source>
   <translation>&amp;Nouveau réseau…</translation>
  </message>
  <message>
   <source>Make a network of your own: containers in it find each other by name</source>
   <translation>Créer votre propre réseau : les conteneurs s’y trouvent par leur nom</translation>
  </message>
  <message>
   <source>Ctrl+Shift+N</source>
   <translation>Ctrl+Shift+N</translation>
  </message>
  <message>
   <source>Connect a &amp;container…</source>
   <translation>&amp;Connecter un conteneur…</translation>
  </message>
  <message>
   <source>Let a container into this network</source>
   <translation>Faire entrer un conteneur dans ce réseau</translation>
  </message>
  <message>
   <source>Ctrl+Shift+J</source>
   <translation>Ctrl+Shift+J</translation>
  </message>
  <message>
   <source>&amp;Disconnect a container…</source>
   <translation>&amp;Déconnecter un conteneur…</translation>
  </message>
  <message>
   <source>Take a container out of this network</source>
   <translation>Faire sortir un conteneur de ce réseau</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>&amp;Supprimer</translation>
  </message>
  <message>
   <source>Remove the network</source>
   <translation>Supprimer le réseau</translation>
  </message>
  <message>
   <source>&amp;Tidy up…</source>
   <translation>Ne&amp;ttoyer…</translation>
  </message>
  <message>
   <source>Remove networks that no container uses</source>
   <translation>Supprimer les réseaux qu’aucun conteneur n’utilise</translation>
  </message>
  <message>
   <source>Copy its id</source>
   <translation>Copier son id</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>no container uses it</source>
   <translation>aucun conteneur ne l’utilise</translation>
  </message>
  <message>
   <source>Remove unused networks</source>
   <translation>Supprimer les réseaux non utilisés</translation>
  </message>
  <message>
   <source>No container is made to use these networks. They can be made again, but their addresses may then differ.</source>
   <translation>Aucun conteneur n’est fait pour utiliser ces réseaux. On peut les recréer, mais leurs adresses peuvent alors changer.</translation>
  </message>
  <message>
   <source>%1: used by %2</source>
   <translation>%1 : utilisé par %2</translation>
  </message>
  <message>
   <source>Remove networks in use?</source>
   <translation>Supprimer des réseaux utilisés ?</translation>
  </message>
  <message>
   <source>Containers are made to use this:</source>
   <translation>Des conteneurs sont faits pour l’utiliser :</translation>
  </message>
  <message>
   <source>Stopped containers will not start again without it. While a container runs in it, the engine does not remove it.</source>
   <translation>Sans lui, les conteneurs arrêtés ne démarreront plus. Tant qu’un conteneur y tourne, le moteur ne le supprime pas.</translation>
  </message>
  <message>
   <source>Remove it</source>
   <translation>Le supprimer</translation>
  </message>
  <message>
   <source>%1 is being removed.</source>
   <translation>%1 : suppression en cours.</translation>
  </message>
  <message numerus="yes">
   <source>%n network(s) are being removed.</source>
   <translation>
    <numerusform>%n réseau est en cours de suppression.</numerusform>
    <numerusform>%n réseaux sont en cours de suppression.</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy &amp;id</source>
   <translation>Copier l’&amp;id</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworkDetails</name>
  <message>
   <source>The engine does not tell about this network: %1.</source>
   <translation>Le moteur ne dit rien de ce réseau : %1.</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Pilote</translation>
  </message>
  <message>
   <source>Subnet</source>
   <translation>Sous-réseau</translation>
  </message>
  <message>
   <source>Gateway</source>
   <translation>Passerelle</translation>
  </message>
  <message>
   <source>Addresses from</source>
   <translation>Plage d’adresses</translation>
  </message>
  <message>
   <source>Way out</source>
   <translation>Sortie</translation>
  </message>
  <message>
   <source>none: the network is closed</source>
   <translation>aucune : le réseau est fermé</translation>
  </message>
  <message>
   <source>IPv6</source>
   <translation>IPv6</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>oui</translation>
  </message>
  <message>
   <source>no</source>
   <translation>non</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Id</translation>
  </message>
  <message>
   <source>Containers in it</source>
   <translation>Ses conteneurs</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>None.</source>
   <translation>Aucun.</translation>
  </message>
  <message>
   <source>None. Choose this network when you run a container, or connect one.</source>
   <translation>Aucun. Choisissez ce réseau au lancement d’un conteneur, ou connectez-en un.</translation>
  </message>
  <message>
   <source>Options</source>
   <translation>Options</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Étiquettes</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworkDialog</name>
  <message>
   <source>New network</source>
   <translation>Nouveau réseau</translation>
  </message>
  <message>
   <source>&amp;Make it</source>
   <translation>&amp;Créer</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Nom</translation>
  </message>
  <message>
   <source>for example shop</source>
   <translation>par exemple boutique</translation>
  </message>
  <message>
   <source>bridge: a network inside this computer</source>
   <translation>bridge : un réseau à l’intérieur de cet ordinateur</translation>
  </message>
  <message>
   <source>macvlan: containers appear in the network of this computer</source>
   <translation>macvlan : les conteneurs apparaissent dans le réseau de cet ordinateur</translation>
  </message>
  <message>
   <source>&amp;Kind</source>
   <translation>&amp;Type</translation>
  </message>
  <message>
   <source>&amp;Interface</source>
   <translation>&amp;Interface</translation>
  </message>
  <message>
   <source>of this computer, for example eth0</source>
   <translation>de cet ordinateur, par exemple eth0</translation>
  </message>
  <message>
   <source>&amp;Subnet</source>
   <translation>&amp;Sous-réseau</translation>
  </message>
  <message>
   <source>chosen by the engine, or for example 10.9.0.0/24</source>
   <translation>choisi par le moteur, ou par exemple 10.9.0.0/24</translation>
  </message>
  <message>
   <source>&amp;Gateway</source>
   <translation>&amp;Passerelle</translation>
  </message>
  <message>
   <source>chosen by the engine</source>
   <translation>choisie par le moteur</translation>
  </message>
  <message>
   <source>Addresses &amp;from</source>
   <translation>Pla&amp;ge d’adresses</translation>
  </message>
  <message>
   <source>the whole subnet</source>
   <translation>tout le sous-réseau</translation>
  </message>
  <message>
   <source>M&amp;TU</source>
   <translation>MT&amp;U</translation>
  </message>
  <message>
   <source>as the engine&apos;s</source>
   <translation>comme celle du moteur</translation>
  </message>
  <message>
   <source>&amp;Closed: no way out of it</source>
   <translation>&amp;Fermé : sans sortie</translation>
  </message>
  <message>
   <source>Addresses of IPv&amp;6, too</source>
   <translation>Aussi des adresses IPv&amp;6</translation>
  </message>
  <message>
   <source>&amp;Labels</source>
   <translation>Éti&amp;quettes</translation>
  </message>
  <message>
   <source>name=value, one a line</source>
   <translation>nom=valeur, un par ligne</translation>
  </message>
  <message>
   <source>A gateway and a range of addresses need a subnet that they are in.</source>
   <translation>Une passerelle et une plage d’adresses demandent un sous-réseau qui les contienne.</translation>
  </message>
  <message>
   <source>The network cannot be made: %1</source>
   <translation>Impossible de créer le réseau : %1</translation>
  </message>
  <message>
   <source>&amp;Options</source>
   <translation>&amp;Options</translation>
  </message>
  <message>
   <source>of the driver: name=value, one a line</source>
   <translation>du pilote : nom=valeur, un par ligne</translation>
  </message>
  <message>
   <source>Its containers do not &amp;reach each other</source>
   <translation>Ses conteneurs ne se &amp;joignent pas</translation>
  </message>
  <message>
   <source>Su&amp;bnet of IPv6</source>
   <translation>Sous-réseau d’IPv6 (&amp;B)</translation>
  </message>
  <message>
   <source>chosen by the engine, or for example fd00:9::/64</source>
   <translation>choisi par le moteur, ou par exemple fd00:9::/64</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworkMapView</name>
  <message>
   <source>Map of the networks</source>
   <translation>Plan des réseaux</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <comment>what it does, its keys</comment>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>&amp;Fit</source>
   <translation>A&amp;juster</translation>
  </message>
  <message>
   <source>Show the whole map</source>
   <translation>Afficher tout le plan</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>A&amp;grandir</translation>
  </message>
  <message>
   <source>Larger</source>
   <translation>Plus grand</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>&amp;Réduire</translation>
  </message>
  <message>
   <source>Smaller</source>
   <translation>Plus petit</translation>
  </message>
  <message>
   <source>Port &amp;doctor…</source>
   <translation>&amp;Diagnostiquer un port…</translation>
  </message>
  <message>
   <source>Show &amp;all of them</source>
   <translation>Les &amp;afficher tous</translation>
  </message>
  <message>
   <source>Show the &amp;container</source>
   <translation>Afficher le &amp;conteneur</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::NetworksPage</name>
  <message>
   <source>Networks</source>
   <translation>Réseaux</translation>
  </message>
  <message>
   <source>No networks</source>
   <translation>Aucun réseau</translation>
  </message>
  <message>
   <source>Containers in a network of their own find each other by name.</source>
   <translation>Les conteneurs d’un même réseau se trouvent par leur nom.</translation>
  </message>
  <message>
   <source>New network…</source>
   <translation>Nouveau réseau…</translation>
  </message>
  <message>
   <source>Ma&amp;p</source>
   <translation>&amp;Plan</translation>
  </message>
  <message>
   <source>Ctrl+M</source>
   <translation>Ctrl+M</translation>
  </message>
  <message>
   <source>Draw networks, containers and ports, and what leads from one to the other (%1)</source>
   <translation>Dessiner réseaux, conteneurs et ports, et ce qui mène de l’un à l’autre (%1)</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Notice</name>
  <message>
   <source>Close this message</source>
   <translation>Fermer ce message</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::OperationsPanel</name>
  <message>
   <source>Nothing is going on.</source>
   <translation>Rien n’est en cours.</translation>
  </message>
  <message>
   <source>Clear the list</source>
   <translation>Vider la liste</translation>
  </message>
  <message>
   <source>What is going on</source>
   <translation>Ce qui est en cours</translation>
  </message>
  <message>
   <source>Cancel: %1</source>
   <translation>Annuler : %1</translation>
  </message>
  <message>
   <source>Failed: %1</source>
   <translation>Échec : %1</translation>
  </message>
  <message>
   <source>Show the layers: %1</source>
   <translation>Afficher les couches : %1</translation>
  </message>
  <message>
   <source>Go on: %1</source>
   <translation>Continuer : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::OutlineView</name>
  <message>
   <source>Outline of the Dockerfile</source>
   <translation>Plan du Dockerfile</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PackagesPane</name>
  <message>
   <source>Filter the packages</source>
   <translation>Filtrer les paquets</translation>
  </message>
  <message>
   <source>Filter the packages…</source>
   <translation>Filtrer les paquets…</translation>
  </message>
  <message>
   <source>Words, or %1</source>
   <translation>Mots, ou %1</translation>
  </message>
  <message>
   <source>Packages of the image</source>
   <translation>Paquets de l’image</translation>
  </message>
  <message>
   <source>The engine reads the package databases…</source>
   <translation>Le moteur lit les bases de données des paquets…</translation>
  </message>
  <message>
   <source>The engine does not tell which packages are in this image: %1.</source>
   <translation>Le moteur ne dit pas quels paquets contient cette image : %1.</translation>
  </message>
  <message>
   <source>No packages</source>
   <translation>Aucun paquet</translation>
  </message>
  <message>
   <source>There is no package database of dpkg, apk or rpm in this image: what is in it came another way.</source>
   <translation>Il n’y a pas de base de données de paquets de dpkg, apk ou rpm dans cette image : son contenu est venu autrement.</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>%1, %2 as installed (%3)</source>
   <comment>packages, size, databases</comment>
   <translation>%1, %2 une fois installés (%3)</translation>
  </message>
  <message numerus="yes">
   <source>%n package(s)</source>
   <translation>
    <numerusform>%n paquet</numerusform>
    <numerusform>%n paquets</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PalettePopup</name>
  <message>
   <source>Search or type a command</source>
   <translation>Chercher ou taper une commande</translation>
  </message>
  <message>
   <source>Search or type a command…</source>
   <translation>Chercher ou taper une commande…</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Ce qui a été trouvé</translation>
  </message>
  <message>
   <source>Nothing here has “%1” in its name.
Try a container, an image, a page, or what you want to do.</source>
   <translation>Rien ici n’a « %1 » dans son nom.
Essayez un conteneur, une image, une page, ou ce que vous voulez faire.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Plot</name>
  <message>
   <source>%1: %2</source>
   <comment>time: values</comment>
   <translation>%1 : %2</translation>
  </message>
  <message>
   <source>%1 ago</source>
   <translation>il y a %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PortDoctor</name>
  <message>
   <source>&amp;Start the container</source>
   <translation>&amp;Démarrer le conteneur</translation>
  </message>
  <message>
   <source>&amp;Let it go on</source>
   <translation>Le laisser &amp;reprendre</translation>
  </message>
  <message>
   <source>&amp;Make bridge and rules anew</source>
   <translation>Re&amp;faire pont et règles</translation>
  </message>
  <message>
   <source>Show its &amp;log</source>
   <translation>Afficher son &amp;journal</translation>
  </message>
  <message>
   <source>&amp;Publish another port…</source>
   <translation>&amp;Publier un autre port…</translation>
  </message>
  <message>
   <source>Port doctor: %1</source>
   <translation>Diagnostic de port : %1</translation>
  </message>
  <message>
   <source>The way to the port</source>
   <translation>Le chemin vers le port</translation>
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
   <translation>&amp;Vérifier à nouveau</translation>
  </message>
  <message>
   <source>Looking at the way to the port, and trying it…</source>
   <translation>Examen du chemin vers le port, et essai…</translation>
  </message>
  <message>
   <source>The port cannot be checked.</source>
   <translation>Impossible de vérifier le port.</translation>
  </message>
  <message>
   <source>The way to the port is broken at: %1</source>
   <translation>Le chemin vers le port est rompu ici : %1</translation>
  </message>
  <message>
   <source>All is well: the port answers.</source>
   <translation>Tout va bien : le port répond.</translation>
  </message>
  <message>
   <source>Nothing is broken, as far as it can be told.</source>
   <translation>Rien n’est rompu, autant qu’on puisse le dire.</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>a step, its state</comment>
   <translation>%1 : %2</translation>
  </message>
  <message>
   <source>What to do: %1</source>
   <translation>À faire : %1</translation>
  </message>
  <message>
   <source>Looked at: %1</source>
   <translation>Examiné : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PortsEditor</name>
  <message>
   <source>Add a port</source>
   <translation>Ajouter un port</translation>
  </message>
  <message>
   <source>No port is published: nothing outside reaches a server in this container. Add a port to open it in your browser.</source>
   <translation>Aucun port n’est publié : rien de l’extérieur n’atteint un serveur de ce conteneur. Ajoutez un port pour l’ouvrir dans votre navigateur.</translation>
  </message>
  <message>
   <source>any address</source>
   <translation>toute adresse</translation>
  </message>
  <message>
   <source>Address of this machine</source>
   <translation>Adresse de cet ordinateur</translation>
  </message>
  <message>
   <source>Address of this machine: 127.0.0.1 keeps the port to this machine</source>
   <translation>Adresse de cet ordinateur : 127.0.0.1 réserve le port à cet ordinateur</translation>
  </message>
  <message>
   <source>a free one</source>
   <translation>un port libre</translation>
  </message>
  <message>
   <source>Port of this machine; empty: a free one</source>
   <translation>Port de cet ordinateur ; vide : un port libre</translation>
  </message>
  <message>
   <source>80</source>
   <translation>80</translation>
  </message>
  <message>
   <source>Port in the container</source>
   <translation>Port dans le conteneur</translation>
  </message>
  <message>
   <source>Protocol</source>
   <translation>Protocole</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ProcessesPane</name>
  <message>
   <source>Processes</source>
   <translation>Processus</translation>
  </message>
  <message>
   <source>The container does not run.</source>
   <translation>Le conteneur ne tourne pas.</translation>
  </message>
  <message>
   <source>The engine does not tell: %1.</source>
   <translation>Le moteur ne répond pas : %1.</translation>
  </message>
  <message numerus="yes">
   <source>%n process(es), numbered as on this computer</source>
   <translation>
    <numerusform>%n processus, numéroté comme sur cet ordinateur</numerusform>
    <numerusform>%n processus, numérotés comme sur cet ordinateur</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PruneDialog</name>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Pourquoi</translation>
  </message>
  <message>
   <source>Frees</source>
   <translation>Libère</translation>
  </message>
  <message numerus="yes">
   <source>Remove %n</source>
   <translation>
    <numerusform>Supprimer %n</numerusform>
    <numerusform>Supprimer %n</numerusform>
   </translation>
  </message>
  <message>
   <source>There is nothing to remove.</source>
   <translation>Il n’y a rien à supprimer.</translation>
  </message>
  <message>
   <source>Nothing is ticked.</source>
   <translation>Rien n’est coché.</translation>
  </message>
  <message>
   <source>Frees exactly %1.</source>
   <translation>Libère exactement %1.</translation>
  </message>
  <message>
   <source>Frees exactly %1, some of it only together.</source>
   <translation>Libère exactement %1, dont une partie seulement ensemble.</translation>
  </message>
  <message>
   <source>Frees %1.</source>
   <translation>Libère %1.</translation>
  </message>
  <message>
   <source>Frees at least %1.</source>
   <translation>Libère au moins %1.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Supprimer</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PullDialog</name>
  <message>
   <source>&amp;Keep all platforms</source>
   <translation>&amp;Garder toutes les plateformes</translation>
  </message>
  <message>
   <source>Also what other computers than this one need, so that a push passes it on. It takes room: all of it is fetched and kept, packed</source>
   <translation>Aussi ce dont d’autres ordinateurs ont besoin, pour qu’un envoi le transmette. Cela prend de la place : tout est récupéré et gardé compressé</translation>
  </message>
  <message>
   <source>Pull an image</source>
   <translation>Récupérer une image</translation>
  </message>
  <message>
   <source>a name such as python:3-slim, or a word to search for</source>
   <translation>un nom comme python:3-slim, ou un mot à chercher</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>Images to choose from</source>
   <translation>Images au choix</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>&amp;Image</translation>
  </message>
  <message>
   <source>&amp;More</source>
   <translation>Pl&amp;us</translation>
  </message>
  <message>
   <source>of this computer</source>
   <translation>de cet ordinateur</translation>
  </message>
  <message>
   <source>Of images for several platforms, this one is pulled</source>
   <translation>Pour les images de plusieurs plateformes, c’est celle-ci qui est récupérée</translation>
  </message>
  <message>
   <source>&amp;All tags of the repository</source>
   <translation>&amp;Tous les tags du dépôt</translation>
  </message>
  <message>
   <source>Plat&amp;form</source>
   <translation>Plate&amp;forme</translation>
  </message>
  <message>
   <source>Clo&amp;se</source>
   <translation>Fer&amp;mer</translation>
  </message>
  <message>
   <source>Close this window; the work goes on behind the counter in the tool bar</source>
   <translation>Fermer cette fenêtre ; le travail continue derrière le compteur de la barre d’outils</translation>
  </message>
  <message>
   <source>&amp;Pull</source>
   <translation>&amp;Récupérer</translation>
  </message>
  <message>
   <source>Type a word to search Docker Hub, or registry/word for another registry.</source>
   <translation>Tapez un mot pour chercher sur Docker Hub, ou registre/mot pour un autre registre.</translation>
  </message>
  <message>
   <source>Pulled lately</source>
   <translation>Récupérées récemment</translation>
  </message>
  <message>
   <source>Searching %1…</source>
   <translation>Recherche dans %1…</translation>
  </message>
  <message>
   <source>The search failed: %1</source>
   <translation>La recherche a échoué : %1</translation>
  </message>
  <message>
   <source>%1 has nothing of this name.</source>
   <translation>%1 n’a rien de ce nom.</translation>
  </message>
  <message>
   <source>Found on %1: choose one to see its tags</source>
   <translation>Trouvées sur %1 : choisissez-en une pour voir ses tags</translation>
  </message>
  <message>
   <source>Asking for the tags of %1…</source>
   <translation>Recherche des tags de %1…</translation>
  </message>
  <message>
   <source>The tags of %1 are not known: %2</source>
   <translation>Les tags de %1 sont inconnus : %2</translation>
  </message>
  <message>
   <source>Tags of %1</source>
   <translation>Tags de %1</translation>
  </message>
  <message>
   <source>%1 has no tag that begins so.</source>
   <translation>%1 n’a pas de tag qui commence ainsi.</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>A&amp;nnuler</translation>
  </message>
  <message>
   <source>Go &amp;on</source>
   <translation>C&amp;ontinuer</translation>
  </message>
  <message>
   <source>Pull again; what is here already is not fetched twice</source>
   <translation>Récupérer à nouveau ; ce qui est déjà ici n’est pas récupéré deux fois</translation>
  </message>
  <message>
   <source>Run it…</source>
   <translation>Lancer…</translation>
  </message>
  <message>
   <source>Log in…</source>
   <translation>Se connecter…</translation>
  </message>
  <message>
   <source>Cancelled. Go on continues: what has arrived stays here for a day.</source>
   <translation>Annulé. Continuer reprend : ce qui est arrivé reste ici un jour.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::PushDialog</name>
  <message>
   <source>Push %1</source>
   <translation>Envoyer %1</translation>
  </message>
  <message>
   <source>The beginning of the name says to which registry it goes</source>
   <translation>Le début du nom dit vers quel registre elle va</translation>
  </message>
  <message>
   <source>localhost:5000/team/web:1</source>
   <translation>localhost:5000/team/web:1</translation>
  </message>
  <message>
   <source>&amp;Log in…</source>
   <translation>Se &amp;connecter…</translation>
  </message>
  <message>
   <source>&amp;Registry</source>
   <translation>&amp;Registre</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Nom</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Connexion</translation>
  </message>
  <message>
   <source>Digest</source>
   <translation>Empreinte</translation>
  </message>
  <message>
   <source>C&amp;opy</source>
   <translation>Co&amp;pier</translation>
  </message>
  <message>
   <source>Copy the name with its digest, which always leads to this image</source>
   <translation>Copier le nom avec son empreinte, qui mène toujours à cette image</translation>
  </message>
  <message>
   <source>Clo&amp;se</source>
   <translation>Fer&amp;mer</translation>
  </message>
  <message>
   <source>Close this window; the work goes on behind the counter in the tool bar</source>
   <translation>Fermer cette fenêtre ; le travail continue derrière le compteur de la barre d’outils</translation>
  </message>
  <message>
   <source>&amp;Push</source>
   <translation>&amp;Envoyer</translation>
  </message>
  <message>
   <source>Write a name such as registry.example.org/team/web:1, in small letters.</source>
   <translation>Écrivez un nom comme registry.example.org/team/web:1, en minuscules.</translation>
  </message>
  <message>
   <source>Docker Hub keeps images below the names of users: write for example alice/%1.</source>
   <translation>Docker Hub range les images sous les noms d’utilisateur : écrivez par exemple alice/%1.</translation>
  </message>
  <message>
   <source>It has not got this name yet: it is tagged with it first.</source>
   <translation>Elle n’a pas encore ce nom : il lui est d’abord donné.</translation>
  </message>
  <message>
   <source>not logged in to %1</source>
   <translation>non connecté à %1</translation>
  </message>
  <message>
   <source>logged in to %1, %2</source>
   <comment>registry, where the login is kept</comment>
   <translation>connecté à %1, %2</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <comment>user, where the login is kept</comment>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Annuler</translation>
  </message>
  <message>
   <source>Go &amp;on</source>
   <translation>C&amp;ontinuer</translation>
  </message>
  <message>
   <source>Push again; layers that are there already are not sent twice</source>
   <translation>Envoyer à nouveau ; les couches déjà présentes ne sont pas envoyées deux fois</translation>
  </message>
  <message>
   <source>It cannot be tagged: %1</source>
   <translation>Impossible de lui donner ce nom : %1</translation>
  </message>
  <message>
   <source>Log in…</source>
   <translation>Se connecter…</translation>
  </message>
  <message>
   <source>Cancelled. Go on continues: layers that have arrived are not sent again.</source>
   <translation>Annulé. Continuer reprend : les couches arrivées ne sont pas renvoyées.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistriesPage</name>
  <message>
   <source>Registries</source>
   <translation>Registres</translation>
  </message>
  <message>
   <source>No registries</source>
   <translation>Aucun registre</translation>
  </message>
  <message>
   <source>Images come from registries, and go to them.</source>
   <translation>Les images viennent des registres, et y vont.</translation>
  </message>
  <message>
   <source>Add a registry…</source>
   <translation>Ajouter un registre…</translation>
  </message>
  <message>
   <source>This engine neither tests registries nor lists what they hold. Logging in, pulling and pushing work.</source>
   <translation>Ce moteur ne teste pas les registres et n’en liste pas le contenu. Se connecter, récupérer et envoyer fonctionnent.</translation>
  </message>
  <message>
   <source>Logins are missing: %1</source>
   <translation>Il manque des connexions : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistryActions</name>
  <message>
   <source>&amp;Add…</source>
   <translation>A&amp;jouter…</translation>
  </message>
  <message>
   <source>Add a registry to the list</source>
   <translation>Ajouter un registre à la liste</translation>
  </message>
  <message>
   <source>Ctrl+Shift+N</source>
   <translation>Ctrl+Shift+N</translation>
  </message>
  <message>
   <source>Log &amp;in…</source>
   <translation>&amp;Se connecter…</translation>
  </message>
  <message>
   <source>Log in to the registry</source>
   <translation>Se connecter au registre</translation>
  </message>
  <message>
   <source>Ctrl+L</source>
   <translation>Ctrl+L</translation>
  </message>
  <message>
   <source>Log &amp;out</source>
   <translation>Se &amp;déconnecter</translation>
  </message>
  <message>
   <source>Forget the login</source>
   <translation>Oublier les identifiants</translation>
  </message>
  <message>
   <source>Ctrl+Shift+L</source>
   <translation>Ctrl+Shift+L</translation>
  </message>
  <message>
   <source>&amp;Test</source>
   <translation>&amp;Tester</translation>
  </message>
  <message>
   <source>Ask whether it can be reached, and whether the login is taken</source>
   <translation>Demander s’il est joignable, et si les identifiants sont acceptés</translation>
  </message>
  <message>
   <source>Mi&amp;rrors and insecure registries…</source>
   <translation>&amp;Miroirs et registres non sécurisés…</translation>
  </message>
  <message>
   <source>Settings of the engine: mirrors of Docker Hub, and registries without a certificate</source>
   <translation>Réglages du moteur : miroirs de Docker Hub, et registres sans certificat</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>S&amp;upprimer</translation>
  </message>
  <message>
   <source>Take it off the list; nothing in the registry changes</source>
   <translation>Le retirer de la liste ; rien ne change dans le registre</translation>
  </message>
  <message>
   <source>Add a registry</source>
   <translation>Ajouter un registre</translation>
  </message>
  <message>
   <source>&amp;Host, with its port</source>
   <translation>&amp;Hôte, avec son port</translation>
  </message>
  <message>
   <source>&amp;Add</source>
   <translation>A&amp;jouter</translation>
  </message>
  <message>
   <source>Cannot log out of %1: %2</source>
   <translation>Impossible de se déconnecter de %1 : %2</translation>
  </message>
  <message>
   <source>Logged out of %1. From now on the login %2 is used.</source>
   <translation>Déconnecté de %1. Désormais, ce sont les identifiants %2 qui servent.</translation>
  </message>
  <message>
   <source>Logged out of %1.</source>
   <translation>Déconnecté de %1.</translation>
  </message>
  <message>
   <source>%1 stays in the list as long as there is a login for it, or an image of it here.</source>
   <translation>%1 reste dans la liste tant qu’il a des identifiants, ou une image ici.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistryBrowser</name>
  <message>
   <source>Find a repository</source>
   <translation>Trouver un dépôt</translation>
  </message>
  <message>
   <source>Repositories</source>
   <translation>Dépôts</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>&amp;Pull…</source>
   <translation>&amp;Récupérer…</translation>
  </message>
  <message>
   <source>Copy na&amp;me</source>
   <translation>Copier le &amp;nom</translation>
  </message>
  <message>
   <source>&amp;Delete…</source>
   <translation>&amp;Supprimer…</translation>
  </message>
  <message>
   <source>Delete this image from the registry</source>
   <translation>Supprimer cette image du registre</translation>
  </message>
  <message>
   <source>search Docker Hub…</source>
   <translation>chercher sur Docker Hub…</translation>
  </message>
  <message>
   <source>filter…</source>
   <translation>filtrer…</translation>
  </message>
  <message>
   <source>the first %1</source>
   <translation>les %1 premiers</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>Not with this engine</source>
   <translation>Pas avec ce moteur</translation>
  </message>
  <message>
   <source>Only Quayside&apos;s own engine lists what registries hold.</source>
   <translation>Seul le moteur de Quayside liste le contenu des registres.</translation>
  </message>
  <message>
   <source>It cannot be listed</source>
   <translation>Impossible de le lister</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Recherche…</translation>
  </message>
  <message>
   <source>Asking the registry…</source>
   <translation>Interrogation du registre…</translation>
  </message>
  <message>
   <source>Search Docker Hub</source>
   <translation>Chercher sur Docker Hub</translation>
  </message>
  <message>
   <source>Docker Hub does not list its repositories: type a word to search for.</source>
   <translation>Docker Hub ne liste pas ses dépôts : tapez un mot à chercher.</translation>
  </message>
  <message>
   <source>Nothing matches</source>
   <translation>Aucune correspondance</translation>
  </message>
  <message>
   <source>No repositories</source>
   <translation>Aucun dépôt</translation>
  </message>
  <message>
   <source>The registry is empty. Push an image to it from the page of images.</source>
   <translation>Le registre est vide. Envoyez-y une image depuis la page des images.</translation>
  </message>
  <message>
   <source>Tags of %1</source>
   <translation>Tags de %1</translation>
  </message>
  <message>
   <source>They cannot be listed</source>
   <translation>Impossible de les lister</translation>
  </message>
  <message>
   <source>No tags</source>
   <translation>Aucun tag</translation>
  </message>
  <message>
   <source>All images of this repository were deleted.</source>
   <translation>Toutes les images de ce dépôt ont été supprimées.</translation>
  </message>
  <message>
   <source>Choose a repository</source>
   <translation>Choisissez un dépôt</translation>
  </message>
  <message>
   <source>Looking what else leads to this image…</source>
   <translation>Recherche de ce qui mène aussi à cette image…</translation>
  </message>
  <message>
   <source>%1 cannot be deleted: %2</source>
   <translation>Impossible de supprimer %1 : %2</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>Not all tags were looked at: others that lead to this image go with it.</source>
   <translation>Tous les tags n’ont pas été examinés : d’autres qui mènent à cette image disparaissent avec elle.</translation>
  </message>
  <message>
   <source>Nobody can pull it from there any more. Copies on this computer stay.</source>
   <translation>Plus personne ne pourra la récupérer de là. Les copies sur cet ordinateur restent.</translation>
  </message>
  <message>
   <source>Delete from the registry?</source>
   <translation>Supprimer du registre ?</translation>
  </message>
  <message>
   <source>This goes from %1 for everybody:</source>
   <translation>Ceci disparaît de %1 pour tout le monde :</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>It was not deleted: %1</source>
   <translation>Rien n’a été supprimé : %1</translation>
  </message>
  <message>
   <source>%1 of %2 is deleted.</source>
   <comment>tags, repository</comment>
   <translation>%1 de %2 : supprimé.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistryDetails</name>
  <message>
   <source>&amp;Browse</source>
   <translation>&amp;Parcourir</translation>
  </message>
  <message>
   <source>Registry</source>
   <translation>Registre</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Connexion</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Utilisateur</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Emplacement</translation>
  </message>
  <message>
   <source>The registry asks nobody for a login.</source>
   <translation>Le registre ne demande d’identifiants à personne.</translation>
  </message>
  <message>
   <source>The registry took the login when it was tested last.</source>
   <translation>Le registre a accepté les identifiants lors du dernier test.</translation>
  </message>
  <message>
   <source>Not needed: the registry asks nobody for a login.</source>
   <translation>Inutiles : le registre ne demande d’identifiants à personne.</translation>
  </message>
  <message>
   <source>Nobody is logged in: what is not public cannot be pulled.</source>
   <translation>Personne n’est connecté : ce qui n’est pas public ne peut pas être récupéré.</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Images</translation>
  </message>
  <message>
   <source>No image here has a name of this registry.</source>
   <translation>Aucune image ici n’a de nom de ce registre.</translation>
  </message>
  <message>
   <source>Names here</source>
   <translation>Noms ici</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>Certificat</translation>
  </message>
  <message>
   <source>none: whoever is on the way can read and change all</source>
   <translation>aucun : quiconque est sur le chemin peut tout lire et modifier</translation>
  </message>
  <message>
   <source>checked</source>
   <translation>vérifié</translation>
  </message>
  <message>
   <source>not checked</source>
   <translation>non vérifié</translation>
  </message>
  <message>
   <source>Asks for</source>
   <translation>Demande</translation>
  </message>
  <message>
   <source>no login</source>
   <translation>pas de connexion</translation>
  </message>
  <message>
   <source>a user name and password (basic)</source>
   <translation>un nom d’utilisateur et un mot de passe (basic)</translation>
  </message>
  <message>
   <source>a token (bearer)</source>
   <translation>un jeton (bearer)</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RegistrySettingsDialog</name>
  <message>
   <source>Mirrors and insecure registries</source>
   <translation>Miroirs et registres non sécurisés</translation>
  </message>
  <message>
   <source>&amp;Apply</source>
   <translation>A&amp;ppliquer</translation>
  </message>
  <message>
   <source>&amp;Mirrors</source>
   <translation>&amp;Miroirs</translation>
  </message>
  <message>
   <source>https://mirror.example.org, one a line</source>
   <translation>https://mirror.example.org, un par ligne</translation>
  </message>
  <message>
   <source>Asked before Docker Hub, in this order, for images of Docker Hub. They are sent no logins.</source>
   <translation>Interrogés avant Docker Hub, dans cet ordre, pour les images de Docker Hub. Ils ne reçoivent pas d’identifiants.</translation>
  </message>
  <message>
   <source>On the engine&apos;s command line, and asked first: %1</source>
   <translation>Sur la ligne de commande du moteur, et interrogés d’abord : %1</translation>
  </message>
  <message>
   <source>&amp;Insecure</source>
   <translation>&amp;Non sécurisés</translation>
  </message>
  <message>
   <source>registry.example.org:5000 or 10.0.0.0/8, one a line</source>
   <translation>registry.example.org:5000 ou 10.0.0.0/8, un par ligne</translation>
  </message>
  <message>
   <source>Used also where the certificate cannot be checked, or without encryption: whoever is on the way can read logins and change images. A certificate authority of your own is better: put it into /etc/quayside/certs.d/HOST:PORT/ca.crt. This computer&apos;s own registries (localhost) need no entry.</source>
   <translation>Utilisés aussi quand le certificat ne peut pas être vérifié, ou sans chiffrement : quiconque est sur le chemin peut lire les identifiants et modifier les images. Mieux vaut votre propre autorité de certification : mettez-la dans /etc/quayside/certs.d/HÔTE:PORT/ca.crt. Les registres de cet ordinateur (localhost) n’ont pas besoin d’y figurer.</translation>
  </message>
  <message>
   <source>On the engine&apos;s command line: %1</source>
   <translation>Sur la ligne de commande du moteur : %1</translation>
  </message>
  <message>
   <source>You can look, but not change: these settings are the engine&apos;s, and so everybody&apos;s. Only the administrator (root) may change them.</source>
   <translation>Vous pouvez regarder, mais pas modifier : ces réglages sont ceux du moteur, donc de tout le monde. Seul l’administrateur (root) peut les modifier.</translation>
  </message>
  <message>
   <source>“%1” is not the address of a mirror: write for example https://mirror.example.org.</source>
   <translation>« %1 » n’est pas l’adresse d’un miroir : écrivez par exemple https://mirror.example.org.</translation>
  </message>
  <message>
   <source>“%1” is neither a registry nor a network: write a host, and its port where it has one, without https://, or an address range such as 10.0.0.0/8.</source>
   <translation>« %1 » n’est ni un registre ni un réseau : écrivez un hôte, et son port s’il en a un, sans https://, ou une plage d’adresses comme 10.0.0.0/8.</translation>
  </message>
  <message>
   <source>The engine does not take this: %1</source>
   <translation>Le moteur refuse ceci : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RowActions</name>
  <message>
   <source>%1 failed: %2</source>
   <translation>« %1 » a échoué : %2</translation>
  </message>
  <message>
   <source>%1 cannot be removed: %2</source>
   <translation>Impossible de supprimer %1 : %2</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RowsEditor</name>
  <message>
   <source>Take this row away</source>
   <translation>Enlever cette ligne</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RunDialog</name>
  <message>
   <source>The line cannot be read: %1.</source>
   <translation>Impossible de lire la ligne : %1.</translation>
  </message>
  <message>
   <source>The form is filled from the line.</source>
   <translation>Le formulaire est rempli à partir de la ligne.</translation>
  </message>
  <message>
   <source>The form is filled from the line, but for what is not offered here: %1</source>
   <translation>Le formulaire est rempli à partir de la ligne, sauf ce qui n’est pas proposé ici : %1</translation>
  </message>
  <message>
   <source>Create the container and start it</source>
   <translation>Créer le conteneur et le démarrer</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Démarrage…</translation>
  </message>
  <message>
   <source>&amp;Run</source>
   <translation>&amp;Lancer</translation>
  </message>
  <message>
   <source>Run a container</source>
   <translation>Lancer un conteneur</translation>
  </message>
  <message>
   <source>Crea&amp;te</source>
   <translation>&amp;Créer</translation>
  </message>
  <message>
   <source>Create the container, and start it later</source>
   <translation>Créer le conteneur, et le démarrer plus tard</translation>
  </message>
  <message>
   <source>Create the container, and hold its launch before each step</source>
   <translation>Créer le conteneur, et retenir son lancement avant chaque étape</translation>
  </message>
  <message>
   <source>Run step by step</source>
   <translation>Lancer pas à pas</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RunForm</name>
  <message>
   <source>“%1” is not a size: write 512m or 2g</source>
   <translation>« %1 » n’est pas une taille : écrivez 512m ou 2g</translation>
  </message>
  <message>
   <source>“%1” is not a time: write 30s or 1m30s</source>
   <translation>« %1 » n’est pas une durée : écrivez 30s ou 1m30s</translation>
  </message>
  <message>
   <source>There is no image of this name on this machine: it is pulled from %1 first.</source>
   <translation>Il n’y a pas d’image de ce nom sur cet ordinateur : elle est d’abord récupérée de %1.</translation>
  </message>
  <message>
   <source>the image names none</source>
   <translation>l’image n’en nomme pas</translation>
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
   <translation>&amp;Fichiers</translation>
  </message>
  <message>
   <source>&amp;Environment</source>
   <translation>Variabl&amp;es</translation>
  </message>
  <message>
   <source>&amp;Basics</source>
   <translation>&amp;Général</translation>
  </message>
  <message>
   <source>Net&amp;work</source>
   <translation>Résea&amp;u</translation>
  </message>
  <message>
   <source>&amp;Limits</source>
   <translation>Li&amp;mites</translation>
  </message>
  <message>
   <source>&amp;Health</source>
   <translation>San&amp;té</translation>
  </message>
  <message>
   <source>&amp;Security</source>
   <translation>&amp;Sécurité</translation>
  </message>
  <message>
   <source>Ad&amp;vanced</source>
   <translation>A&amp;vancé</translation>
  </message>
  <message>
   <source>Several with a blank between them</source>
   <translation>Plusieurs, séparés par des espaces</translation>
  </message>
  <message>
   <source>Several with a blank between them; one with a blank in it stands in quotes</source>
   <translation>Plusieurs, séparés par des espaces ; entre guillemets si l’un contient un espace</translation>
  </message>
  <message>
   <source>an image of this machine, or paste a docker run line</source>
   <translation>une image d’ici, ou une ligne docker run</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Image</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>&amp;Image</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Nom</translation>
  </message>
  <message>
   <source>the engine finds one</source>
   <translation>le moteur en trouve un</translation>
  </message>
  <message>
   <source>C&amp;ommand</source>
   <translation>C&amp;ommande</translation>
  </message>
  <message>
   <source>the image&apos;s own</source>
   <translation>comme dans l’image</translation>
  </message>
  <message>
   <source>Fol&amp;der (-w)</source>
   <translation>&amp;Dossier (-w)</translation>
  </message>
  <message>
   <source>Give it a ter&amp;minal (-t)</source>
   <translation>Lui donner un te&amp;rminal (-t)</translation>
  </message>
  <message>
   <source>For programs that people talk to, such as a shell</source>
   <translation>Pour les programmes avec lesquels on dialogue, comme un shell</translation>
  </message>
  <message>
   <source>&amp;Keep its input open (-i)</source>
   <translation>G&amp;arder son entrée ouverte (-i)</translation>
  </message>
  <message>
   <source>Remove it when it h&amp;as ended (--rm)</source>
   <translation>Le supprimer quand il s’ac&amp;hève (--rm)</translation>
  </message>
  <message>
   <source>bridge (the default)</source>
   <translation>bridge (par défaut)</translation>
  </message>
  <message>
   <source>&amp;Network</source>
   <translation>&amp;Réseau</translation>
  </message>
  <message>
   <source>&amp;Other names</source>
   <translation>&amp;Autres noms</translation>
  </message>
  <message>
   <source>found by them on a network of its own</source>
   <translation>par lesquels il se trouve dans un réseau à part</translation>
  </message>
  <message>
   <source>&amp;Address</source>
   <translation>A&amp;dresse</translation>
  </message>
  <message>
   <source>any free one, for example 172.20.0.5</source>
   <translation>une adresse libre, par exemple 172.20.0.5</translation>
  </message>
  <message>
   <source>Host na&amp;me</source>
   <translation>Nom d’&amp;hôte</translation>
  </message>
  <message>
   <source>its short id</source>
   <translation>son id court</translation>
  </message>
  <message>
   <source>&amp;DNS servers</source>
   <translation>Serveurs D&amp;NS</translation>
  </message>
  <message>
   <source>those of the engine</source>
   <translation>ceux du moteur</translation>
  </message>
  <message>
   <source>Sear&amp;ch domains</source>
   <translation>D&amp;omaines de recherche</translation>
  </message>
  <message>
   <source>for example example.org</source>
   <translation>par exemple example.org</translation>
  </message>
  <message>
   <source>DNS opt&amp;ions</source>
   <translation>Opt&amp;ions DNS</translation>
  </message>
  <message>
   <source>for example ndots:2</source>
   <translation>par exemple ndots:2</translation>
  </message>
  <message>
   <source>Hosts it &amp;knows</source>
   <translation>Hôtes &amp;qu’il connaît</translation>
  </message>
  <message>
   <source>for example db:192.168.0.7</source>
   <translation>par exemple db:192.168.0.7</translation>
  </message>
  <message>
   <source>&amp;Memory</source>
   <translation>Mémoi&amp;re</translation>
  </message>
  <message>
   <source>no limit; for example 512m or 2g</source>
   <translation>sans limite ; par exemple 512m ou 2g</translation>
  </message>
  <message>
   <source>The container is killed when it needs more</source>
   <translation>Le conteneur est tué s’il lui en faut plus</translation>
  </message>
  <message>
   <source>Memory a&amp;nd swap</source>
   <translation>Mémoire et s&amp;wap</translation>
  </message>
  <message>
   <source>twice the memory; -1: no limit</source>
   <translation>le double ; -1 : sans limite</translation>
  </message>
  <message>
   <source>Memory &amp;kept for it</source>
   <translation>Mémoire g&amp;ardée</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>sans limite</translation>
  </message>
  <message>
   <source>How many processors&apos; worth of time it may use</source>
   <translation>Le temps de combien de processeurs il peut utiliser</translation>
  </message>
  <message>
   <source>&amp;CPUs</source>
   <translation>Nom&amp;bre de processeurs</translation>
  </message>
  <message>
   <source>Wh&amp;ich CPUs</source>
   <translation>&amp;Quels processeurs</translation>
  </message>
  <message>
   <source>any; for example 0-3,5</source>
   <translation>tous ; par exemple 0-3,5</translation>
  </message>
  <message>
   <source>How many processes and threads it may have; 0: the engine&apos;s limit</source>
   <translation>Combien de processus et de threads il peut avoir ; 0 : la limite du moteur</translation>
  </message>
  <message>
   <source>Pr&amp;ocesses</source>
   <translation>&amp;Nombre de processus</translation>
  </message>
  <message>
   <source>Sh&amp;ared memory</source>
   <translation>Mémoire partagée (/dev/s&amp;hm)</translation>
  </message>
  <message>
   <source>64m</source>
   <translation>64m</translation>
  </message>
  <message>
   <source>&amp;Ulimits</source>
   <translation>Ul&amp;imits</translation>
  </message>
  <message>
   <source>for example nofile=1024:2048</source>
   <translation>par exemple nofile=1024:2048</translation>
  </message>
  <message>
   <source>When the machine runs out of memory, programs with a higher number end first</source>
   <translation>Quand l’ordinateur manque de mémoire, les programmes au nombre plus élevé se terminent d’abord</translation>
  </message>
  <message>
   <source>Or&amp;der of ending</source>
   <translation>&amp;Ordre d’arrêt</translation>
  </message>
  <message>
   <source>No check, not even the &amp;image&apos;s (--no-healthcheck)</source>
   <translation>Jama&amp;is contrôler (--no-healthcheck)</translation>
  </message>
  <message>
   <source>&amp;Check with</source>
   <translation>Contrôler pa&amp;r</translation>
  </message>
  <message>
   <source>Ever&amp;y</source>
   <translation>T&amp;outes les</translation>
  </message>
  <message>
   <source>30s</source>
   <translation>30s</translation>
  </message>
  <message>
   <source>Give &amp;up after</source>
   <translation>Ab&amp;andonner après</translation>
  </message>
  <message>
   <source>&amp;Not in the first</source>
   <translation>Pas au dé&amp;but</translation>
  </message>
  <message>
   <source>0s: failures count at once</source>
   <translation>0s : les échecs comptent aussitôt</translation>
  </message>
  <message>
   <source>3, or as the image says</source>
   <translation>3, ou selon l’image</translation>
  </message>
  <message>
   <source>How many checks in a row must fail until it counts as unhealthy</source>
   <translation>Combien de contrôles de suite doivent échouer avant qu’il compte comme défaillant</translation>
  </message>
  <message>
   <source>&amp;Attempts</source>
   <translation>&amp;Nombre d’essais</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Jamais</translation>
  </message>
  <message>
   <source>When it fails</source>
   <translation>S’il échoue</translation>
  </message>
  <message>
   <source>Always, unless I stop it</source>
   <translation>Toujours, sauf si je l’arrête</translation>
  </message>
  <message>
   <source>Always</source>
   <translation>Toujours</translation>
  </message>
  <message>
   <source>as often as it fails</source>
   <translation>aussi souvent qu’il échoue</translation>
  </message>
  <message>
   <source>Start it a&amp;gain</source>
   <translation>Le re&amp;démarrer</translation>
  </message>
  <message>
   <source>At m&amp;ost</source>
   <translation>Au ma&amp;ximum</translation>
  </message>
  <message>
   <source>&amp;User</source>
   <translation>Ut&amp;ilisateur</translation>
  </message>
  <message>
   <source>&amp;Groups</source>
   <translation>G&amp;roupes</translation>
  </message>
  <message>
   <source>more groups of this user</source>
   <translation>autres groupes de cet utilisateur</translation>
  </message>
  <message>
   <source>&amp;Add capabilities</source>
   <translation>&amp;Ajouter des capacités</translation>
  </message>
  <message>
   <source>for example NET_ADMIN</source>
   <translation>par exemple NET_ADMIN</translation>
  </message>
  <message>
   <source>&amp;Drop capabilities</source>
   <translation>Retirer &amp;des capacités</translation>
  </message>
  <message>
   <source>for example ALL</source>
   <translation>par exemple ALL</translation>
  </message>
  <message>
   <source>Security &amp;options</source>
   <translation>&amp;Options de sécurité</translation>
  </message>
  <message>
   <source>for example no-new-privileges</source>
   <translation>par exemple no-new-privileges</translation>
  </message>
  <message>
   <source>Dev&amp;ices</source>
   <translation>Périp&amp;hériques</translation>
  </message>
  <message>
   <source>for example /dev/dri</source>
   <translation>par exemple /dev/dri</translation>
  </message>
  <message>
   <source>&amp;Kernel settings</source>
   <translation>Réglages du &amp;noyau</translation>
  </message>
  <message>
   <source>for example net.core.somaxconn=1024</source>
   <translation>par exemple net.core.somaxconn=1024</translation>
  </message>
  <message>
   <source>The container ma&amp;y not change its own files (--read-only)</source>
   <translation>Ses fichiers en lecture seule (--read-onl&amp;y)</translation>
  </message>
  <message>
   <source>Privileged: hardly a&amp;ny isolation (--privileged)</source>
   <translation>Privilégié, &amp;quasi sans isolation (--privileged)</translation>
  </message>
  <message>
   <source>E&amp;ntry point</source>
   <translation>Point d’e&amp;ntrée</translation>
  </message>
  <message>
   <source>the image&apos;s own; &quot;&quot; for none</source>
   <translation>celui de l’image ; &quot;&quot; pour aucun</translation>
  </message>
  <message>
   <source>L&amp;abels</source>
   <translation>Ét&amp;iquettes</translation>
  </message>
  <message>
   <source>for example team=web</source>
   <translation>par exemple team=web</translation>
  </message>
  <message>
   <source>E&amp;xposed ports</source>
   <translation>Ports e&amp;xposés</translation>
  </message>
  <message>
   <source>those of the image</source>
   <translation>ceux de l’image</translation>
  </message>
  <message>
   <source>Stop si&amp;gnal</source>
   <translation>Signal d’&amp;arrêt</translation>
  </message>
  <message>
   <source>the image&apos;s own, or SIGTERM</source>
   <translation>celui de l’image, ou SIGTERM</translation>
  </message>
  <message>
   <source>the engine&apos;s, 10 s</source>
   <translation>celui du moteur, 10 s</translation>
  </message>
  <message>
   <source>Seconds from the stop signal until it is killed; -1: without end</source>
   <translation>Secondes entre le signal d’arrêt et le moment où il est tué ; -1 : sans fin</translation>
  </message>
  <message>
   <source>Ti&amp;me to stop</source>
   <translation>&amp;Délai d’arrêt</translation>
  </message>
  <message>
   <source>Log &amp;driver</source>
   <translation>Pil&amp;ote du journal</translation>
  </message>
  <message>
   <source>the engine&apos;s</source>
   <translation>celui du moteur</translation>
  </message>
  <message>
   <source>Log &amp;options</source>
   <translation>Options du &amp;journal</translation>
  </message>
  <message>
   <source>for example max-size=10m</source>
   <translation>par exemple max-size=10m</translation>
  </message>
  <message>
   <source>P&amp;ublish all exposed ports (-P)</source>
   <translation>Pu&amp;blier tous les ports exposés (-P)</translation>
  </message>
  <message>
   <source>Run a small in&amp;it that tidies up ended processes (--init)</source>
   <translation>Petit init pou&amp;r les processus terminés (--init)</translation>
  </message>
  <message>
   <source>none</source>
   <translation>aucune</translation>
  </message>
  <message>
   <source>It is pushed back to this when the machine runs short of memory</source>
   <translation>Il y est ramené quand la mémoire de l’ordinateur devient rare</translation>
  </message>
  <message>
   <source>the image&apos;s check</source>
   <translation>le contrôle de l’image</translation>
  </message>
  <message>
   <source>For example wget -qO- localhost || exit 1</source>
   <translation>Par exemple wget -qO- localhost || exit 1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::RunPreview</name>
  <message>
   <source>The same as a docker run line</source>
   <translation>L’équivalent en ligne docker run</translation>
  </message>
  <message>
   <source>Fill the form from a docker run line in the clipboard</source>
   <translation>Remplir le formulaire à partir d’une ligne docker run du presse-papiers</translation>
  </message>
  <message>
   <source>Copy the docker run line</source>
   <translation>Copier la ligne docker run</translation>
  </message>
  <message>
   <source>The same as a command</source>
   <translation>L’équivalent en commande</translation>
  </message>
  <message>
   <source>Port %1 answers at http://%2:%3</source>
   <translation>Le port %1 répond sur http://%2:%3</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::SettingsDialog</name>
  <message>
   <source>Settings</source>
   <translation>Préférences</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Apparence</translation>
  </message>
  <message>
   <source>Behaviour</source>
   <translation>Comportement</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Moteur</translation>
  </message>
  <message>
   <source>&amp;Reset all</source>
   <translation>&amp;Tout réinitialiser</translation>
  </message>
  <message>
   <source>As the desktop</source>
   <translation>Comme le bureau</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Clair</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Sombre</translation>
  </message>
  <message>
   <source> pt</source>
   <comment>size of a font</comment>
   <translation> pt</translation>
  </message>
  <message>
   <source>C&amp;olours:</source>
   <translation>C&amp;ouleurs :</translation>
  </message>
  <message>
   <source>&amp;Language:</source>
   <translation>&amp;Langue :</translation>
  </message>
  <message>
   <source>A language counts from the next start.</source>
   <translation>La langue s’applique au prochain démarrage.</translation>
  </message>
  <message>
   <source>&amp;Font of logs and shells:</source>
   <translation>&amp;Police des journaux et des shells :</translation>
  </message>
  <message>
   <source>Shells that are open keep theirs.</source>
   <translation>Les shells ouverts gardent la leur.</translation>
  </message>
  <message>
   <source>Closing the &amp;window leaves Quayside in the tray</source>
   <translation>Fermer la &amp;fenêtre laisse Quayside dans la zone de notification</translation>
  </message>
  <message>
   <source>Start in the &amp;tray, without the window</source>
   <translation>Démarrer dans la zone de &amp;notification, sans la fenêtre</translation>
  </message>
  <message>
   <source>This desktop shows no icons of programs.</source>
   <translation>Ce bureau n’affiche pas d’icônes de programmes.</translation>
  </message>
  <message>
   <source>A message says so when</source>
   <translation>Afficher un message quand</translation>
  </message>
  <message>
   <source> GiB</source>
   <translation> Gio</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Jamais</translation>
  </message>
  <message>
   <source>Warn when &amp;less is free than:</source>
   <translation>Avertir s’il reste &amp;moins de :</translation>
  </message>
  <message>
   <source>&amp;Mirrors and insecure registries…</source>
   <translation>M&amp;iroirs et registres non sécurisés…</translation>
  </message>
  <message>
   <source>Mana&amp;ge engines…</source>
   <translation>&amp;Gérer les moteurs…</translation>
  </message>
  <message>
   <source>Containers</source>
   <translation>Conteneurs</translation>
  </message>
  <message>
   <source>Roomy</source>
   <translation>Aérées</translation>
  </message>
  <message>
   <source>Compact</source>
   <translation>Serrées</translation>
  </message>
  <message>
   <source>Ro&amp;ws of lists:</source>
   <translation>Ligne&amp;s des listes :</translation>
  </message>
  <message>
   <source>Ask before containers are sto&amp;pped, restarted or killed</source>
   <translation>&amp;Demander avant d’arrêter, de redémarrer ou de tuer des conteneurs</translation>
  </message>
  <message>
   <source>What is removed for good is asked about in any case.</source>
   <translation>Ce qui est supprimé pour de bon fait toujours l’objet d’une question.</translation>
  </message>
  <message>
   <source> s</source>
   <comment>seconds</comment>
   <translation> s</translation>
  </message>
  <message>
   <source>Time to &amp;undo a removal:</source>
   <translation>Délai pour &amp;annuler une suppression :</translation>
  </message>
  <message>
   <source>The form of a new container begins with</source>
   <translation>Le formulaire d’un nouveau conteneur commence avec</translation>
  </message>
  <message>
   <source>Remove it when it h&amp;as ended (--rm)</source>
   <translation>Le supprimer quand il s’ac&amp;hève (--rm)</translation>
  </message>
  <message>
   <source>Run a small in&amp;it that tidies up ended processes (--init)</source>
   <translation>Petit init pou&amp;r les processus terminés (--init)</translation>
  </message>
  <message>
   <source> MiB</source>
   <translation> Mio</translation>
  </message>
  <message>
   <source>As the engine</source>
   <translation>Comme le moteur</translation>
  </message>
  <message>
   <source>A &amp;log file has at most:</source>
   <translation>Un fichier de &amp;journal a au plus :</translation>
  </message>
  <message>
   <source>Log files that are &amp;kept:</source>
   <translation>Fi&amp;chiers de journal gardés :</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::SetupPane</name>
  <message>
   <source>Search names and values</source>
   <translation>Chercher des noms et des valeurs</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Valeur</translation>
  </message>
  <message>
   <source>What the container is made of</source>
   <translation>Ce dont le conteneur est fait</translation>
  </message>
  <message>
   <source>&amp;Copy value</source>
   <translation>Copier la &amp;valeur</translation>
  </message>
  <message>
   <source>Looks like a secret. Click to show it</source>
   <translation>Semble être un secret. Cliquez pour l’afficher</translation>
  </message>
  <message>
   <source>hidden</source>
   <translation>masqué</translation>
  </message>
  <message>
   <source>Copy &amp;name=value</source>
   <translation>Copier &amp;nom=valeur</translation>
  </message>
  <message>
   <source>&amp;Show it</source>
   <translation>L’a&amp;fficher</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>&amp;Ouvrir</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ShelfPage</name>
  <message>
   <source>Lessons</source>
   <translation>Leçons</translation>
  </message>
  <message>
   <source>No lessons</source>
   <translation>Pas de leçons</translation>
  </message>
  <message>
   <source>Load those of a folder: each is a text file.</source>
   <translation>Chargez celles d’un dossier : chacune est un fichier texte.</translation>
  </message>
  <message>
   <source>Lessons of a folder…</source>
   <translation>Leçons d’un dossier…</translation>
  </message>
  <message>
   <source>&amp;Open the lesson</source>
   <translation>&amp;Ouvrir la leçon</translation>
  </message>
  <message>
   <source>Read it, and try it where you like</source>
   <translation>La lire, et l’essayer où vous voulez</translation>
  </message>
  <message>
   <source>Lessons of a &amp;folder…</source>
   <translation>Leçons d’un &amp;dossier…</translation>
  </message>
  <message>
   <source>Show lessons that somebody has written, besides these</source>
   <translation>Afficher les leçons écrites par quelqu’un, en plus de celles-ci</translation>
  </message>
  <message>
   <source>&amp;Without the folder</source>
   <translation>&amp;Sans le dossier</translation>
  </message>
  <message>
   <source>Show only the lessons that came with the program</source>
   <translation>Afficher seulement les leçons venues avec le programme</translation>
  </message>
  <message>
   <source>&amp;Check the folder…</source>
   <translation>&amp;Vérifier le dossier…</translation>
  </message>
  <message>
   <source>Say what is wrong with its files, line by line</source>
   <translation>Dire ce qui ne va pas dans ses fichiers, ligne par ligne</translation>
  </message>
  <message>
   <source>&amp;Export progress…</source>
   <translation>&amp;Exporter les progrès…</translation>
  </message>
  <message>
   <source>Save which steps are done, as a table or JSON</source>
   <translation>Enregistrer quelles étapes sont finies, en tableau ou en JSON</translation>
  </message>
  <message numerus="yes">
   <source>%1 of %n done</source>
   <translation>
    <numerusform>%1 sur %n finie</numerusform>
    <numerusform>%1 sur %n finies</numerusform>
   </translation>
  </message>
  <message>
   <source>A folder with lessons</source>
   <translation>Un dossier de leçons</translation>
  </message>
  <message numerus="yes">
   <source>%n lesson(s) are loaded from %1.</source>
   <translation>
    <numerusform>%n leçon chargée depuis %1.</numerusform>
    <numerusform>%n leçons chargées depuis %1.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mistake(s) in the lessons of %1.</source>
   <translation>
    <numerusform>%n erreur dans les leçons de %1.</numerusform>
    <numerusform>%n erreurs dans les leçons de %1.</numerusform>
   </translation>
  </message>
  <message>
   <source>Show them</source>
   <translation>Les afficher</translation>
  </message>
  <message>
   <source>Export progress</source>
   <translation>Exporter les progrès</translation>
  </message>
  <message>
   <source>lessons.csv</source>
   <translation>lecons.csv</translation>
  </message>
  <message>
   <source>Tables (*.csv);;JSON (*.json)</source>
   <translation>Tableaux (*.csv);;JSON (*.json)</translation>
  </message>
  <message>
   <source>The progress is saved as %1.</source>
   <translation>Les progrès sont enregistrés dans %1.</translation>
  </message>
  <message>
   <source>%1 cannot be written: %2</source>
   <translation>Impossible d’écrire %1 : %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::ShellDialog</name>
  <message>
   <source>Open a shell</source>
   <translation>Ouvrir un shell</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>&amp;Ouvrir</translation>
  </message>
  <message>
   <source>&amp;Shell</source>
   <translation>&amp;Shell</translation>
  </message>
  <message>
   <source>&amp;User</source>
   <translation>Ut&amp;ilisateur</translation>
  </message>
  <message>
   <source>&amp;Folder</source>
   <translation>&amp;Dossier</translation>
  </message>
  <message>
   <source>Shells and users are those that the container has. Others can be typed.</source>
   <translation>Les shells et les utilisateurs sont ceux du conteneur. Vous pouvez en taper d’autres.</translation>
  </message>
  <message>
   <source>No shell was found in this container.</source>
   <translation>Aucun shell n’a été trouvé dans ce conteneur.</translation>
  </message>
  <message>
   <source>The folder is a path that begins with a slash.</source>
   <translation>Le dossier est un chemin qui commence par une barre oblique.</translation>
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
   <translation>Mémoire</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Disque</translation>
  </message>
  <message>
   <source>in</source>
   <translation>entrée</translation>
  </message>
  <message>
   <source>out</source>
   <translation>sortie</translation>
  </message>
  <message>
   <source>read</source>
   <translation>lecture</translation>
  </message>
  <message>
   <source>written</source>
   <translation>écriture</translation>
  </message>
  <message>
   <source>The engine does not tell: %1.</source>
   <translation>Le moteur ne répond pas : %1.</translation>
  </message>
  <message>
   <source>The container does not run.</source>
   <translation>Le conteneur ne tourne pas.</translation>
  </message>
  <message>
   <source>Measuring…</source>
   <translation>Mesure…</translation>
  </message>
  <message numerus="yes">
   <source>%n process(es)</source>
   <translation>
    <numerusform>%n processus</numerusform>
    <numerusform>%n processus</numerusform>
   </translation>
  </message>
  <message>
   <source>programs</source>
   <comment>memory</comment>
   <translation>programmes</translation>
  </message>
  <message>
   <source>shared</source>
   <comment>memory</comment>
   <translation>partagée</translation>
  </message>
  <message>
   <source>kernel</source>
   <comment>memory</comment>
   <translation>noyau</translation>
  </message>
  <message>
   <source>cache</source>
   <comment>memory</comment>
   <translation>cache</translation>
  </message>
  <message>
   <source>swap</source>
   <comment>memory</comment>
   <translation>swap</translation>
  </message>
  <message>
   <source>memory</source>
   <comment>pressure</comment>
   <translation>mémoire</translation>
  </message>
  <message>
   <source>disk</source>
   <comment>pressure</comment>
   <translation>disque</translation>
  </message>
  <message>
   <source>Processes</source>
   <translation>Processus</translation>
  </message>
  <message>
   <source>Pressure</source>
   <translation>Pression</translation>
  </message>
  <message>
   <source>%1 in use</source>
   <translation>%1 utilisés</translation>
  </message>
  <message>
   <source>Pressure is the part of the time in which something in the container had to wait for a CPU, for memory to become free, or for the disk.</source>
   <translation>La pression est la part du temps pendant laquelle quelque chose dans le conteneur a dû attendre un processeur, de la mémoire libre ou le disque.</translation>
  </message>
  <message>
   <source>Memory limit</source>
   <translation>Limite de mémoire</translation>
  </message>
  <message>
   <source>CPU limit</source>
   <translation>Limite de processeurs</translation>
  </message>
  <message>
   <source>Limit of processes</source>
   <translation>Limite de processus</translation>
  </message>
  <message>
   <source>Last 5 minutes</source>
   <translation>5 dernières minutes</translation>
  </message>
  <message>
   <source>Last hour</source>
   <translation>Dernière heure</translation>
  </message>
  <message>
   <source>Time that the plots show</source>
   <translation>Durée affichée par les courbes</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Figer</translation>
  </message>
  <message>
   <source>Keep the plots as they are; what comes meanwhile is not lost</source>
   <translation>Garder les courbes telles quelles ; ce qui arrive entre-temps n’est pas perdu</translation>
  </message>
  <message>
   <source>Pause the plots</source>
   <translation>Figer les courbes</translation>
  </message>
  <message>
   <source>in use</source>
   <translation>utilisé</translation>
  </message>
  <message>
   <source>The container does not run. The plots show what was seen of it.</source>
   <translation>Le conteneur ne tourne pas. Les courbes montrent ce qu’on en a vu.</translation>
  </message>
  <message>
   <source>This computer does not tell the pressure: that takes cgroups of version 2, and a kernel that counts it.</source>
   <translation>Cet ordinateur n’indique pas la pression : il faut pour cela les cgroups version 2, et un noyau qui la mesure.</translation>
  </message>
  <message>
   <source>1 CPU</source>
   <translation>1 CPU</translation>
  </message>
  <message>
   <source>%1 CPUs</source>
   <translation>%1 CPU</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::StepOutput</name>
  <message>
   <source>Open a she&amp;ll here</source>
   <translation>Ouvrir un &amp;shell ici</translation>
  </message>
  <message>
   <source>Output of the step</source>
   <translation>Sortie de l’étape</translation>
  </message>
  <message>
   <source>A shell in the files as they were after this step; of one that failed, as it left them</source>
   <translation>Un shell dans les fichiers tels qu’ils étaient après cette étape ; si elle a échoué, tels qu’elle les a laissés</translation>
  </message>
  <message>
   <source>Step %1: %2</source>
   <translation>Étape %1 : %2</translation>
  </message>
  <message>
   <source>Of its output the middle was not kept: it is too long.</source>
   <translation>Le milieu de sa sortie n’a pas été gardé : elle est trop longue.</translation>
  </message>
  <message>
   <source>What the chosen step writes appears here.</source>
   <translation>Ce qu’écrit l’étape choisie apparaît ici.</translation>
  </message>
  <message>
   <source>It was not run this time.</source>
   <translation>Elle n’a pas été exécutée cette fois.</translation>
  </message>
  <message>
   <source>It wrote nothing.</source>
   <translation>Elle n’a rien écrit.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::StudioActions</name>
  <message>
   <source>&amp;New Dockerfile</source>
   <translation>&amp;Nouveau Dockerfile</translation>
  </message>
  <message>
   <source>Start with an empty Dockerfile</source>
   <translation>Commencer avec un Dockerfile vide</translation>
  </message>
  <message>
   <source>New from a &amp;template…</source>
   <translation>Nouveau à partir d’un &amp;modèle…</translation>
  </message>
  <message>
   <source>Start with a Dockerfile that is made for a language</source>
   <translation>Commencer avec un Dockerfile fait pour un langage</translation>
  </message>
  <message>
   <source>Ctrl+Shift+N</source>
   <translation>Ctrl+Shift+N</translation>
  </message>
  <message>
   <source>&amp;Open…</source>
   <translation>&amp;Ouvrir…</translation>
  </message>
  <message>
   <source>Open a file</source>
   <translation>Ouvrir un fichier</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Enregistrer</translation>
  </message>
  <message>
   <source>Save this file</source>
   <translation>Enregistrer ce fichier</translation>
  </message>
  <message>
   <source>Save &amp;as…</source>
   <translation>Enregistrer &amp;sous…</translation>
  </message>
  <message>
   <source>Save this file under another name</source>
   <translation>Enregistrer ce fichier sous un autre nom</translation>
  </message>
  <message>
   <source>Ctrl+Shift+S</source>
   <translation>Ctrl+Shift+S</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>&amp;Fermer</translation>
  </message>
  <message>
   <source>Close this file</source>
   <translation>Fermer ce fichier</translation>
  </message>
  <message>
   <source>Ctrl+W</source>
   <translation>Ctrl+W</translation>
  </message>
  <message>
   <source>Ne&amp;xt file</source>
   <translation>Fichier suivan&amp;t</translation>
  </message>
  <message>
   <source>Go to the next open file</source>
   <translation>Aller au fichier ouvert suivant</translation>
  </message>
  <message>
   <source>Ctrl+Tab</source>
   <translation>Ctrl+Tab</translation>
  </message>
  <message>
   <source>&amp;Previous file</source>
   <translation>Fichier &amp;précédent</translation>
  </message>
  <message>
   <source>Go to the previous open file</source>
   <translation>Aller au fichier ouvert précédent</translation>
  </message>
  <message>
   <source>Ctrl+Shift+Tab</source>
   <translation>Ctrl+Shift+Tab</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Annuler</translation>
  </message>
  <message>
   <source>Take back the last change</source>
   <translation>Annuler la dernière modification</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Rétablir</translation>
  </message>
  <message>
   <source>Do again what was taken back</source>
   <translation>Refaire ce qui a été annulé</translation>
  </message>
  <message>
   <source>&amp;Comment</source>
   <translation>&amp;Commenter</translation>
  </message>
  <message>
   <source>Make these lines comments, or no longer</source>
   <translation>Mettre ces lignes en commentaire, ou les en sortir</translation>
  </message>
  <message>
   <source>Ctrl+/</source>
   <translation>Ctrl+/</translation>
  </message>
  <message>
   <source>Move u&amp;p</source>
   <translation>M&amp;onter</translation>
  </message>
  <message>
   <source>Move these lines up</source>
   <translation>Déplacer ces lignes vers le haut</translation>
  </message>
  <message>
   <source>Alt+Up</source>
   <translation>Alt+Up</translation>
  </message>
  <message>
   <source>Move &amp;down</source>
   <translation>&amp;Descendre</translation>
  </message>
  <message>
   <source>Move these lines down</source>
   <translation>Déplacer ces lignes vers le bas</translation>
  </message>
  <message>
   <source>Alt+Down</source>
   <translation>Alt+Down</translation>
  </message>
  <message>
   <source>Dup&amp;licate</source>
   <translation>D&amp;upliquer</translation>
  </message>
  <message>
   <source>Copy this line, or the selection, below itself</source>
   <translation>Copier cette ligne, ou la sélection, juste en dessous</translation>
  </message>
  <message>
   <source>Ctrl+D</source>
   <translation>Ctrl+D</translation>
  </message>
  <message>
   <source>&amp;Format</source>
   <translation>&amp;Mettre en forme</translation>
  </message>
  <message>
   <source>Write the whole file in one style</source>
   <translation>Écrire tout le fichier dans un même style</translation>
  </message>
  <message>
   <source>Shift+Alt+F</source>
   <translation>Shift+Alt+F</translation>
  </message>
  <message>
   <source>&amp;Find…</source>
   <translation>&amp;Chercher…</translation>
  </message>
  <message>
   <source>Find in this file</source>
   <translation>Chercher dans ce fichier</translation>
  </message>
  <message>
   <source>&amp;Replace…</source>
   <translation>&amp;Remplacer…</translation>
  </message>
  <message>
   <source>Find and replace in this file</source>
   <translation>Chercher et remplacer dans ce fichier</translation>
  </message>
  <message>
   <source>Ctrl+R</source>
   <translation>Ctrl+R</translation>
  </message>
  <message>
   <source>Find &amp;next</source>
   <translation>Occurrence &amp;suivante</translation>
  </message>
  <message>
   <source>Go to the next match</source>
   <translation>Aller à l’occurrence suivante</translation>
  </message>
  <message>
   <source>Find &amp;previous</source>
   <translation>Occurrence &amp;précédente</translation>
  </message>
  <message>
   <source>Go to the previous match</source>
   <translation>Aller à l’occurrence précédente</translation>
  </message>
  <message>
   <source>&amp;Go to line…</source>
   <translation>&amp;Aller à la ligne…</translation>
  </message>
  <message>
   <source>Go to a line by its number</source>
   <translation>Aller à une ligne par son numéro</translation>
  </message>
  <message>
   <source>Ctrl+G</source>
   <translation>Ctrl+G</translation>
  </message>
  <message>
   <source>&amp;Complete</source>
   <translation>&amp;Compléter</translation>
  </message>
  <message>
   <source>Show what can stand here</source>
   <translation>Montrer ce qui peut se trouver ici</translation>
  </message>
  <message>
   <source>Ctrl+Space</source>
   <translation>Ctrl+Space</translation>
  </message>
  <message>
   <source>&amp;Explain</source>
   <translation>&amp;Expliquer</translation>
  </message>
  <message>
   <source>Say what stands here</source>
   <translation>Dire ce qui se trouve ici</translation>
  </message>
  <message>
   <source>&amp;Fix…</source>
   <translation>C&amp;orriger…</translation>
  </message>
  <message>
   <source>Show what would mend the problem here</source>
   <translation>Montrer ce qui corrigerait le problème ici</translation>
  </message>
  <message>
   <source>Alt+Return</source>
   <translation>Alt+Return</translation>
  </message>
  <message>
   <source>Go to &amp;definition</source>
   <translation>Aller à la &amp;définition</translation>
  </message>
  <message>
   <source>Go to where this stage or variable is defined</source>
   <translation>Aller là où cette phase ou cette variable est définie</translation>
  </message>
  <message>
   <source>&amp;Rename…</source>
   <translation>&amp;Renommer…</translation>
  </message>
  <message>
   <source>Give this stage or variable another name everywhere</source>
   <translation>Donner partout un autre nom à cette phase ou cette variable</translation>
  </message>
  <message>
   <source>&amp;Fold</source>
   <translation>&amp;Replier</translation>
  </message>
  <message>
   <source>Hide the lines that belong to this one</source>
   <translation>Cacher les lignes qui appartiennent à celle-ci</translation>
  </message>
  <message>
   <source>Ctrl+Shift+[</source>
   <translation>Ctrl+Shift+[</translation>
  </message>
  <message>
   <source>&amp;Unfold</source>
   <translation>&amp;Déplier</translation>
  </message>
  <message>
   <source>Show the lines that belong to this one</source>
   <translation>Afficher les lignes qui appartiennent à celle-ci</translation>
  </message>
  <message>
   <source>Ctrl+Shift+]</source>
   <translation>Ctrl+Shift+]</translation>
  </message>
  <message>
   <source>Fold &amp;all</source>
   <translation>&amp;Tout replier</translation>
  </message>
  <message>
   <source>Hide all that can be folded</source>
   <translation>Cacher tout ce qui peut être replié</translation>
  </message>
  <message>
   <source>U&amp;nfold all</source>
   <translation>Tout dép&amp;lier</translation>
  </message>
  <message>
   <source>Show all lines</source>
   <translation>Afficher toutes les lignes</translation>
  </message>
  <message>
   <source>&amp;Larger text</source>
   <translation>A&amp;grandir le texte</translation>
  </message>
  <message>
   <source>Make the text larger</source>
   <translation>Afficher le texte plus grand</translation>
  </message>
  <message>
   <source>&amp;Smaller text</source>
   <translation>Réd&amp;uire le texte</translation>
  </message>
  <message>
   <source>Make the text smaller</source>
   <translation>Afficher le texte plus petit</translation>
  </message>
  <message>
   <source>N&amp;ormal size</source>
   <translation>Taille &amp;normale</translation>
  </message>
  <message>
   <source>Show the text in its normal size</source>
   <translation>Afficher le texte à sa taille normale</translation>
  </message>
  <message>
   <source>Ctrl+0</source>
   <translation>Ctrl+0</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>É&amp;dition</translation>
  </message>
  <message>
   <source>&amp;Find</source>
   <translation>&amp;Recherche</translation>
  </message>
  <message>
   <source>&amp;Language</source>
   <translation>&amp;Langage</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Affichage</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::StudioPage</name>
  <message>
   <source>Open files</source>
   <translation>Fichiers ouverts</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Cards and graph</source>
   <translation>Cartes et graphe</translation>
  </message>
  <message>
   <source>Show the same file as cards or as a graph</source>
   <translation>Afficher le même fichier en cartes ou en graphe</translation>
  </message>
  <message>
   <source>Build</source>
   <translation>Construire</translation>
  </message>
  <message>
   <source>Show the building of this file</source>
   <translation>Afficher la construction de ce fichier</translation>
  </message>
  <message>
   <source>No file is open</source>
   <translation>Aucun fichier n’est ouvert</translation>
  </message>
  <message>
   <source>A Dockerfile says how an image is made: what it is based on, what is copied into it, and what runs. Start with one that is made for your language, or drop a file or folder here.</source>
   <translation>Un Dockerfile dit comment une image est faite : sur quoi elle repose, ce qui y est copié, et ce qui s’exécute. Commencez avec un modèle fait pour votre langage, ou déposez un fichier ou un dossier ici.</translation>
  </message>
  <message>
   <source>New from a template…</source>
   <translation>Nouveau à partir d’un modèle…</translation>
  </message>
  <message>
   <source>New Dockerfile</source>
   <translation>Nouveau Dockerfile</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Ouvrir…</translation>
  </message>
  <message>
   <source>new</source>
   <translation>nouveau</translation>
  </message>
  <message>
   <source>Not on the disk yet</source>
   <translation>Pas encore sur le disque</translation>
  </message>
  <message>
   <source>%1, not saved</source>
   <translation>%1, non enregistré</translation>
  </message>
  <message>
   <source>Close %1?</source>
   <translation>Fermer %1 ?</translation>
  </message>
  <message>
   <source>%1 has changes that are not saved.</source>
   <translation>%1 a des modifications non enregistrées.</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Enregistrer</translation>
  </message>
  <message>
   <source>&amp;Discard</source>
   <translation>&amp;Abandonner</translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) that were not saved are back, as you left them.</source>
   <translation>
    <numerusform>%n fichier non enregistré est revenu, tel que vous l’avez laissé.</numerusform>
    <numerusform>%n fichiers non enregistrés sont revenus, tels que vous les avez laissés.</numerusform>
   </translation>
  </message>
  <message>
   <source>Open a file</source>
   <translation>Ouvrir un fichier</translation>
  </message>
  <message>
   <source>Dockerfiles (*ockerfile* *ontainerfile*)</source>
   <translation>Dockerfiles (*ockerfile* *ontainerfile*)</translation>
  </message>
  <message>
   <source>Compose and .dockerignore (*.yaml *.yml .dockerignore *.dockerignore)</source>
   <translation>Compose et .dockerignore (*.yaml *.yml .dockerignore *.dockerignore)</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>Save %1</source>
   <translation>Enregistrer %1</translation>
  </message>
  <message>
   <source>Go to line</source>
   <translation>Aller à la ligne</translation>
  </message>
  <message>
   <source>Line, from 1 to %1:</source>
   <translation>Ligne, de 1 à %1 :</translation>
  </message>
  <message>
   <source>Context</source>
   <translation>Contexte</translation>
  </message>
  <message>
   <source>Cards</source>
   <translation>Cartes</translation>
  </message>
  <message>
   <source>Graph</source>
   <translation>Graphe</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::SystemPage</name>
  <message>
   <source>Events</source>
   <translation>Événements</translation>
  </message>
  <message>
   <source>Disk</source>
   <translation>Disque</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Moteur</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::Table</name>
  <message>
   <source>Columns</source>
   <translation>Colonnes</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TablePage</name>
  <message>
   <source>%1 of %2</source>
   <translation>%1 sur %2</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <comment>action: name of the row</comment>
   <translation>%1 : %2</translation>
  </message>
  <message>
   <source>Sho&amp;w in groups</source>
   <translation>Affic&amp;her par groupes</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TemplateDialog</name>
  <message>
   <source>New from a template</source>
   <translation>Nouveau à partir d’un modèle</translation>
  </message>
  <message>
   <source>Create</source>
   <translation>Créer</translation>
  </message>
  <message>
   <source>Template</source>
   <translation>Modèle</translation>
  </message>
  <message>
   <source>&amp;Template:</source>
   <translation>&amp;Modèle :</translation>
  </message>
  <message>
   <source>&amp;Folder:</source>
   <translation>&amp;Dossier :</translation>
  </message>
  <message>
   <source>where its files are written</source>
   <translation>où ses fichiers sont écrits</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Choisir un dossier</translation>
  </message>
  <message>
   <source>The folder for the new files</source>
   <translation>Le dossier pour les nouveaux fichiers</translation>
  </message>
  <message>
   <source>Text of %1</source>
   <translation>Texte de %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TerminalPane</name>
  <message>
   <source>A shell in this container</source>
   <translation>Un shell dans ce conteneur</translation>
  </message>
  <message>
   <source>Type commands inside the running container. The session stays open while you look at something else.</source>
   <translation>Tapez des commandes à l’intérieur du conteneur actif. La session reste ouverte pendant que vous regardez autre chose.</translation>
  </message>
  <message>
   <source>Open a shell</source>
   <translation>Ouvrir un shell</translation>
  </message>
  <message>
   <source>The container is not running</source>
   <translation>Le conteneur ne tourne pas</translation>
  </message>
  <message>
   <source>Start it to open a shell in it.</source>
   <translation>Démarrez-le pour y ouvrir un shell.</translation>
  </message>
  <message>
   <source>One more shell in this container</source>
   <translation>Un shell de plus dans ce conteneur</translation>
  </message>
  <message>
   <source>Shell %1</source>
   <translation>Shell %1</translation>
  </message>
  <message>
   <source>End this shell</source>
   <translation>Terminer ce shell</translation>
  </message>
  <message>
   <source>One more &amp;shell</source>
   <translation>Un &amp;shell de plus</translation>
  </message>
  <message>
   <source>Shell &amp;with…</source>
   <translation>Shell &amp;avec…</translation>
  </message>
  <message>
   <source>&amp;Attach to the main process</source>
   <translation>S’attacher au &amp;processus principal</translation>
  </message>
  <message>
   <source>Choose the shell, the user and the folder</source>
   <translation>Choisir le shell, l’utilisateur et le dossier</translation>
  </message>
  <message>
   <source>See and type what the container&apos;s own command does</source>
   <translation>Voir ce que fait la commande du conteneur, et y taper</translation>
  </message>
  <message>
   <source>Shell with…</source>
   <translation>Shell avec…</translation>
  </message>
  <message>
   <source>Attach to the main process</source>
   <translation>S’attacher au processus principal</translation>
  </message>
  <message>
   <source>Main process</source>
   <translation>Processus principal</translation>
  </message>
  <message>
   <source>%1 as %2</source>
   <comment>shell, user</comment>
   <translation>%1 en tant que %2</translation>
  </message>
  <message>
   <source>Detach</source>
   <translation>Se détacher</translation>
  </message>
  <message>
   <source>&amp;Debug shell beside it</source>
   <translation>Shell de &amp;débogage à côté</translation>
  </message>
  <message>
   <source>For images without a shell: one that sees the container&apos;s processes and files</source>
   <translation>Pour les images sans shell : un shell qui voit les processus et les fichiers du conteneur</translation>
  </message>
  <message>
   <source>Debug shell</source>
   <translation>Shell de débogage</translation>
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
   <translation>La connexion est perdue : %1</translation>
  </message>
  <message>
   <source>This image has no shell (/bin/sh).</source>
   <translation>Cette image n’a pas de shell (/bin/sh).</translation>
  </message>
  <message>
   <source>The shell has ended.</source>
   <translation>Le shell s’est terminé.</translation>
  </message>
  <message>
   <source>The shell has ended with code %1.</source>
   <translation>Le shell s’est terminé avec le code %1.</translation>
  </message>
  <message>
   <source>This is the container&apos;s main process: Ctrl+C is sent to it and may end the container. Ctrl+P Ctrl+Q, or closing this tab, only detaches.</source>
   <translation>C’est le processus principal du conteneur : Ctrl+C lui est envoyé et peut terminer le conteneur. Ctrl+P Ctrl+Q, ou fermer cet onglet, ne fait que s’en détacher.</translation>
  </message>
  <message>
   <source>This is the container&apos;s main process, without a terminal: each line that you type is its input, Ctrl+D ends the input. Closing this tab only detaches.</source>
   <translation>C’est le processus principal du conteneur, sans terminal : chaque ligne que vous tapez est son entrée, Ctrl+D termine l’entrée. Fermer cet onglet ne fait que s’en détacher.</translation>
  </message>
  <message>
   <source>This is what the container&apos;s main process writes. It reads no input. Closing this tab only detaches.</source>
   <translation>Voici ce qu’écrit le processus principal du conteneur. Il ne lit aucune entrée. Fermer cet onglet ne fait que s’en détacher.</translation>
  </message>
  <message>
   <source>Detached: the container goes on.</source>
   <translation>Détaché : le conteneur continue.</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Copier</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>C&amp;oller</translation>
  </message>
  <message>
   <source>Ctrl+Shift+V</source>
   <translation>Ctrl+Shift+V</translation>
  </message>
  <message>
   <source>&amp;Find…</source>
   <translation>C&amp;hercher…</translation>
  </message>
  <message>
   <source>Ctrl+Shift+F</source>
   <translation>Ctrl+Shift+F</translation>
  </message>
  <message>
   <source>C&amp;lear</source>
   <translation>&amp;Effacer</translation>
  </message>
  <message>
   <source>Ctrl+Shift+K</source>
   <translation>Ctrl+Shift+K</translation>
  </message>
  <message>
   <source>L&amp;arger letters</source>
   <translation>A&amp;grandir le texte</translation>
  </message>
  <message>
   <source>Ctrl++</source>
   <translation>Ctrl++</translation>
  </message>
  <message>
   <source>&amp;Smaller letters</source>
   <translation>&amp;Réduire le texte</translation>
  </message>
  <message>
   <source>Ctrl+-</source>
   <translation>Ctrl+-</translation>
  </message>
  <message>
   <source>&amp;Usual letters</source>
   <translation>Taille &amp;normale</translation>
  </message>
  <message>
   <source>Ctrl+0</source>
   <translation>Ctrl+0</translation>
  </message>
  <message>
   <source>The main process has ended.</source>
   <translation>Le processus principal s’est terminé.</translation>
  </message>
  <message>
   <source>%1 cannot be run in this container.</source>
   <translation>Impossible d’exécuter %1 dans ce conteneur.</translation>
  </message>
  <message>
   <source>Start again</source>
   <translation>Relancer</translation>
  </message>
  <message>
   <source>Nobody knows which number the user %1 of this container has.</source>
   <translation>Personne ne sait quel numéro a l’utilisateur %1 de ce conteneur.</translation>
  </message>
  <message>
   <source>The debug shell needs the image %1. Pull it first.</source>
   <translation>Le shell de débogage a besoin de l’image %1. Récupérez-la d’abord.</translation>
  </message>
  <message>
   <source>This shell runs beside the container, with its processes and its network; the container&apos;s files are in /proc/1/root. It ends with the container.</source>
   <translation>Ce shell fonctionne à côté du conteneur, avec ses processus et son réseau ; les fichiers du conteneur sont dans /proc/1/root. Il se termine avec le conteneur.</translation>
  </message>
  <message>
   <source>This image has no shell (/bin/sh). A debug shell runs beside the container and sees its processes, its network and its files.</source>
   <translation>Cette image n’a pas de shell (/bin/sh). Un shell de débogage fonctionne à côté du conteneur et voit ses processus, son réseau et ses fichiers.</translation>
  </message>
  <message>
   <source>Open a debug shell</source>
   <translation>Ouvrir un shell de débogage</translation>
  </message>
  <message>
   <source>The debug shell has ended.</source>
   <translation>Le shell de débogage est terminé.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TidyUp</name>
  <message>
   <source>container, has ended %1</source>
   <translation>conteneur, terminé %1</translation>
  </message>
  <message>
   <source>container, does not run</source>
   <translation>conteneur, ne tourne pas</translation>
  </message>
  <message>
   <source>network, no container</source>
   <translation>réseau, aucun conteneur</translation>
  </message>
  <message>
   <source>image without a name</source>
   <translation>image sans nom</translation>
  </message>
  <message>
   <source>image, no container</source>
   <translation>image, aucun conteneur</translation>
  </message>
  <message numerus="yes">
   <source>Cache of builds, %n step(s)</source>
   <translation>
    <numerusform>Cache de construction, %n étape</numerusform>
    <numerusform>Cache de construction, %n étapes</numerusform>
   </translation>
  </message>
  <message>
   <source>the next builds run all steps</source>
   <translation>les prochaines constructions exécuteront toutes les étapes</translation>
  </message>
  <message>
   <source>volume, its files are lost for good</source>
   <translation>volume, ses fichiers sont définitivement perdus</translation>
  </message>
  <message>
   <source>Tidy up all</source>
   <translation>Tout nettoyer</translation>
  </message>
  <message>
   <source>Nobody uses these. Exactly what is ticked goes; volumes and images with a name stay unless you tick them.</source>
   <translation>Personne ne les utilise. Exactement ce qui est coché disparaît ; les volumes et les images nommés restent, sauf si vous les cochez.</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TimelinePage</name>
  <message>
   <source>Enter the room</source>
   <translation>Visiter la pièce</translation>
  </message>
  <message>
   <source>What it was, and what is left of it</source>
   <translation>Ce que c’était, et ce qu’il en reste</translation>
  </message>
  <message>
   <source>Open the lesson that shows this idea with containers of your own (Return in the time line)</source>
   <translation>Ouvrir la leçon qui montre cette idée avec vos propres conteneurs (Entrée dans la frise)</translation>
  </message>
  <message>
   <source>Enter the room: %1</source>
   <translation>Visiter la pièce : %1</translation>
  </message>
  <message>
   <source>Enter the roo&amp;m</source>
   <translation>Visiter la pi&amp;èce</translation>
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
   <translation>Frise chronologique : d’où viennent les conteneurs</translation>
  </message>
  <message>
   <source>Up and Down walk through time, Left and Right to the other side, Return enters a room</source>
   <translation>Haut et Bas parcourent le temps, Gauche et Droite passent de l’autre côté, Entrée visite une pièce</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TransferDialog</name>
  <message>
   <source>&amp;Cancel the work</source>
   <translation>&amp;Annuler le travail</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TransferView</name>
  <message>
   <source>Progress of the whole</source>
   <translation>Progression de l’ensemble</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Couches</translation>
  </message>
  <message>
   <source>The layers are listed here, each with its progress, once it begins.</source>
   <translation>Les couches s’affichent ici, chacune avec sa progression, dès que cela commence.</translation>
  </message>
  <message>
   <source>All layers are there</source>
   <translation>Toutes les couches sont là</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TrayIcon</name>
  <message>
   <source>Quayside: no engine</source>
   <translation>Quayside : pas de moteur</translation>
  </message>
  <message>
   <source>Quayside: nothing runs</source>
   <translation>Quayside : rien ne tourne</translation>
  </message>
  <message numerus="yes">
   <source>Quayside: %n container(s) running</source>
   <translation>
    <numerusform>Quayside : %n conteneur en marche</numerusform>
    <numerusform>Quayside : %n conteneurs en marche</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Quayside: %n container(s) running, one is unhealthy</source>
   <translation>
    <numerusform>Quayside : %n conteneur en marche, dont un défaillant</numerusform>
    <numerusform>Quayside : %n conteneurs en marche, dont un défaillant</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;Open Quayside</source>
   <translation>&amp;Ouvrir Quayside</translation>
  </message>
  <message>
   <source>&amp;Run…</source>
   <translation>&amp;Lancer…</translation>
  </message>
  <message numerus="yes">
   <source>%n more…</source>
   <translation>
    <numerusform>%n autre…</numerusform>
    <numerusform>%n autres…</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>&amp;Quitter</translation>
  </message>
  <message>
   <source>S&amp;how</source>
   <translation>A&amp;fficher</translation>
  </message>
  <message>
   <source>&amp;Stop</source>
   <translation>&amp;Arrêter</translation>
  </message>
  <message>
   <source>&amp;Start</source>
   <translation>&amp;Démarrer</translation>
  </message>
  <message>
   <source>Open %1</source>
   <translation>Ouvrir %1</translation>
  </message>
  <message>
   <source>That did not work</source>
   <translation>Cela n’a pas fonctionné</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::TriedStep</name>
  <message>
   <source>&amp;Go to the line</source>
   <translation>Aller à la lig&amp;ne</translation>
  </message>
  <message>
   <source>Open a she&amp;ll here</source>
   <translation>Ouvrir un &amp;shell ici</translation>
  </message>
  <message>
   <source>&amp;Write as RUN</source>
   <translation>Écrire c&amp;omme RUN</translation>
  </message>
  <message>
   <source>Show the instruction in the text</source>
   <translation>Afficher l’instruction dans le texte</translation>
  </message>
  <message>
   <source>Open a shell in the files as this step left them, and list what it changed</source>
   <translation>Ouvrir un shell dans les fichiers tels que cette étape les a laissés, et lister ce qu’elle a changé</translation>
  </message>
  <message>
   <source>A command that worked in the shell</source>
   <translation>Commande réussie du shell</translation>
  </message>
  <message>
   <source>Command to write into the Dockerfile</source>
   <translation>Commande à écrire dans le Dockerfile</translation>
  </message>
  <message>
   <source>Where to write it</source>
   <translation>Où l’écrire</translation>
  </message>
  <message>
   <source>in place of this line</source>
   <translation>à sa place</translation>
  </message>
  <message>
   <source>above this line</source>
   <translation>au-dessus</translation>
  </message>
  <message>
   <source>below this line</source>
   <translation>en dessous</translation>
  </message>
  <message>
   <source>Write the command into the Dockerfile as an instruction; it can be undone</source>
   <translation>Écrire la commande comme instruction dans le Dockerfile ; cela peut s’annuler</translation>
  </message>
  <message>
   <source>Files that the step changed</source>
   <translation>Fichiers changés par l’étape</translation>
  </message>
  <message>
   <source>What the step changed is listed here once its shell is open.</source>
   <translation>Ce que l’étape a changé s’affiche ici une fois son shell ouvert.</translation>
  </message>
  <message>
   <source>No shell yet</source>
   <translation>Pas encore de shell</translation>
  </message>
  <message>
   <source>A shell in the files as the step left them shows what is wrong.</source>
   <translation>Un shell dans les fichiers tels que l’étape les a laissés montre ce qui ne va pas.</translation>
  </message>
  <message>
   <source>Line %1: %2</source>
   <translation>Ligne %1 : %2</translation>
  </message>
  <message>
   <source>Step %1: %2</source>
   <translation>Étape %1 : %2</translation>
  </message>
  <message>
   <source>The line is not in the text any more as it was built.</source>
   <translation>La ligne n’est plus dans le texte telle qu’elle a été construite.</translation>
  </message>
  <message>
   <source>This engine keeps nothing of the steps of a build.</source>
   <translation>Ce moteur ne garde rien des étapes d’une construction.</translation>
  </message>
  <message>
   <source>The engine has kept no files of this step.</source>
   <translation>Le moteur n’a pas gardé de fichiers de cette étape.</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Ouverture</translation>
  </message>
  <message>
   <source>No shell</source>
   <translation>Pas de shell</translation>
  </message>
  <message>
   <source>What it changed cannot be listed: %1.</source>
   <translation>Impossible de lister ce qu’elle a changé : %1.</translation>
  </message>
  <message>
   <source>It changed no file before it failed.</source>
   <translation>Elle n’a changé aucun fichier avant d’échouer.</translation>
  </message>
  <message>
   <source>It changed no file.</source>
   <translation>Elle n’a changé aucun fichier.</translation>
  </message>
  <message>
   <source>%1 added, %2 changed, %3 removed</source>
   <translation>ajoutés : %1, modifiés : %2, supprimés : %3</translation>
  </message>
  <message>
   <source>The line is not in the text any more: write the instruction by hand.</source>
   <translation>La ligne n’est plus dans le texte : écrivez l’instruction à la main.</translation>
  </message>
  <message>
   <source>Write the command as an instruction</source>
   <translation>Écrire la commande comme instruction</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::UndoBar</name>
  <message>
   <source>&amp;Undo</source>
   <translation>Annu&amp;ler</translation>
  </message>
  <message>
   <source>Keep it (Ctrl+Z)</source>
   <translation>Garder (Ctrl+Z)</translation>
  </message>
  <message>
   <source>Remove it now</source>
   <translation>Supprimer maintenant</translation>
  </message>
  <message>
   <source>Time left to undo</source>
   <translation>Temps restant pour annuler</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::UseColumns</name>
  <message>
   <source>&amp;Use of the machine</source>
   <translation>Utilisa&amp;tion de la machine</translation>
  </message>
  <message>
   <source>Show what each container uses of CPU, memory, network and disk</source>
   <translation>Afficher ce que chaque conteneur utilise de processeur, mémoire, réseau et disque</translation>
  </message>
  <message>
   <source> · CPU %1 · memory %2</source>
   <comment>after the counts in the status bar</comment>
   <translation> · CPU %1 · mémoire %2</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::VolumeActions</name>
  <message>
   <source>&amp;New volume…</source>
   <translation>&amp;Nouveau volume…</translation>
  </message>
  <message>
   <source>Make a place for files that outlives containers</source>
   <translation>Créer un emplacement pour des fichiers qui survit aux conteneurs</translation>
  </message>
  <message>
   <source>Ctrl+Shift+N</source>
   <translation>Ctrl+Shift+N</translation>
  </message>
  <message>
   <source>Re&amp;move</source>
   <translation>&amp;Supprimer</translation>
  </message>
  <message>
   <source>Remove the volume and the files in it</source>
   <translation>Supprimer le volume et les fichiers qu’il contient</translation>
  </message>
  <message>
   <source>&amp;Tidy up…</source>
   <translation>Ne&amp;ttoyer…</translation>
  </message>
  <message>
   <source>Remove volumes that no container uses</source>
   <translation>Supprimer les volumes qu’aucun conteneur n’utilise</translation>
  </message>
  <message>
   <source>Copy its name</source>
   <translation>Copier son nom</translation>
  </message>
  <message>
   <source>Ctrl+Shift+C</source>
   <translation>Ctrl+Shift+C</translation>
  </message>
  <message>
   <source>no name, no container</source>
   <translation>ni nom, ni conteneur</translation>
  </message>
  <message>
   <source>no container uses it</source>
   <translation>aucun conteneur ne l’utilise</translation>
  </message>
  <message>
   <source>Remove unused volumes</source>
   <translation>Supprimer les volumes non utilisés</translation>
  </message>
  <message>
   <source>No container uses these volumes. The files in those that you tick are lost for good.</source>
   <translation>Aucun conteneur n’utilise ces volumes. Les fichiers de ceux que vous cochez sont définitivement perdus.</translation>
  </message>
  <message>
   <source>%1 is used by %2. Remove the container first.</source>
   <translation>%1 est utilisé par %2. Supprimez d’abord le conteneur.</translation>
  </message>
  <message>
   <source>%1 (%2)</source>
   <comment>volume, size</comment>
   <translation>%1 (%2)</translation>
  </message>
  <message>
   <source>Remove %1?</source>
   <translation>Supprimer %1 ?</translation>
  </message>
  <message numerus="yes">
   <source>Remove %n volume(s)?</source>
   <translation>
    <numerusform>Supprimer %n volume ?</numerusform>
    <numerusform>Supprimer %n volumes ?</numerusform>
   </translation>
  </message>
  <message>
   <source>The files in it are lost for good:</source>
   <translation>Les fichiers qu’il contient sont définitivement perdus :</translation>
  </message>
  <message>
   <source>Remove with its files</source>
   <translation>Supprimer avec ses fichiers</translation>
  </message>
  <message>
   <source>&amp;Copy name</source>
   <translation>&amp;Copier le nom</translation>
  </message>
  <message>
   <source>The files in them are lost for good:</source>
   <translation>Les fichiers qu’ils contiennent sont définitivement perdus :</translation>
  </message>
  <message>
   <source>&amp;Export…</source>
   <translation>&amp;Exporter…</translation>
  </message>
  <message>
   <source>Save all files of the volume as an archive</source>
   <translation>Enregistrer tous les fichiers du volume dans une archive</translation>
  </message>
  <message>
   <source>Ctrl+S</source>
   <translation>Ctrl+S</translation>
  </message>
  <message>
   <source>&amp;Import…</source>
   <translation>&amp;Importer…</translation>
  </message>
  <message>
   <source>Put the files of an archive into a volume</source>
   <translation>Mettre les fichiers d’une archive dans un volume</translation>
  </message>
  <message>
   <source>C&amp;lone…</source>
   <translation>C&amp;loner…</translation>
  </message>
  <message>
   <source>Make a new volume with the same files</source>
   <translation>Créer un nouveau volume avec les mêmes fichiers</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::VolumeDetails</name>
  <message>
   <source>Volume</source>
   <translation>Volume</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Pilote</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Création</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>Emplacement</translation>
  </message>
  <message>
   <source>Nobody gave it a name: it was made along with a container.</source>
   <translation>Personne ne lui a donné de nom : il a été créé avec un conteneur.</translation>
  </message>
  <message>
   <source>Used by</source>
   <translation>Utilisé par</translation>
  </message>
  <message>
   <source>at %1, %2</source>
   <comment>folder in the container, its state</comment>
   <translation>dans %1, %2</translation>
  </message>
  <message>
   <source>No container uses it.</source>
   <translation>Aucun conteneur ne l’utilise.</translation>
  </message>
  <message>
   <source>Options</source>
   <translation>Options</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <source>Fil&amp;es</source>
   <translation>Fic&amp;hiers</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::VolumeDialog</name>
  <message>
   <source>New volume</source>
   <translation>Nouveau volume</translation>
  </message>
  <message>
   <source>&amp;Make it</source>
   <translation>&amp;Créer</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Nom</translation>
  </message>
  <message>
   <source>made up by the engine</source>
   <translation>choisi par le moteur</translation>
  </message>
  <message>
   <source>on disk, kept by the engine</source>
   <translation>sur le disque, gardé par le moteur</translation>
  </message>
  <message>
   <source>a folder of this computer</source>
   <translation>un dossier de cet ordinateur</translation>
  </message>
  <message>
   <source>in memory: gone when it is no longer used</source>
   <translation>en mémoire : disparaît quand il n’est plus utilisé</translation>
  </message>
  <message>
   <source>&amp;Files are</source>
   <translation>&amp;Fichiers</translation>
  </message>
  <message>
   <source>F&amp;older</source>
   <translation>D&amp;ossier</translation>
  </message>
  <message>
   <source>At most</source>
   <translation>Au plus</translation>
  </message>
  <message>
   <source>no limit, or for example 64m</source>
   <translation>sans limite, ou par exemple 64m</translation>
  </message>
  <message>
   <source>&amp;Labels</source>
   <translation>Éti&amp;quettes</translation>
  </message>
  <message>
   <source>name=value, one a line</source>
   <translation>nom=valeur, un par ligne</translation>
  </message>
  <message>
   <source>Write the folder&apos;s whole path; it begins with /.</source>
   <translation>Écrivez le chemin complet du dossier ; il commence par /.</translation>
  </message>
  <message>
   <source>“%1” is not a size; write for example 64m or 2g.</source>
   <translation>« %1 » n’est pas une taille ; écrivez par exemple 64m ou 2g.</translation>
  </message>
  <message>
   <source>The volume cannot be made: %1</source>
   <translation>Impossible de créer le volume : %1</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::VolumesPage</name>
  <message>
   <source>Volumes</source>
   <translation>Volumes</translation>
  </message>
  <message>
   <source>No volumes</source>
   <translation>Aucun volume</translation>
  </message>
  <message>
   <source>A volume keeps files when its container goes. Make one here, or add one under Files when you run a container.</source>
   <translation>Un volume garde des fichiers quand son conteneur disparaît. Créez-en un ici, ou ajoutez-en un sous Fichiers quand vous lancez un conteneur.</translation>
  </message>
  <message>
   <source>New volume…</source>
   <translation>Nouveau volume…</translation>
  </message>
  <message>
   <source>Drop an archive here to put its files into a volume</source>
   <translation>Déposez une archive ici pour mettre ses fichiers dans un volume</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::WireDock</name>
  <message>
   <source>On the wire</source>
   <translation>Sur le fil</translation>
  </message>
  <message>
   <source>On the &amp;wire</source>
   <translation>Sur &amp;le fil</translation>
  </message>
  <message>
   <source>Show each request to the engine, and its answer (%1)</source>
   <translation>Afficher chaque requête au moteur, et sa réponse (%1)</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::WirePanel</name>
  <message>
   <source>On the wire</source>
   <translation>Sur le fil</translation>
  </message>
  <message>
   <source>Nothing has gone over the wire</source>
   <translation>Rien n’est passé sur le fil</translation>
  </message>
  <message>
   <source>Click anything in the window: what it asks of the engine, and what the engine answers, stands here.</source>
   <translation>Cliquez où vous voulez dans la fenêtre : ce qu’elle demande au moteur, et ce que le moteur répond, s’affiche ici.</translation>
  </message>
  <message>
   <source>What was sent, and what came back</source>
   <translation>Ce qui a été envoyé, et ce qui est revenu</translation>
  </message>
  <message>
   <source>Choose a request to see what was sent and what came back. Passwords and other secrets are not kept.</source>
   <translation>Choisissez une requête pour voir ce qui a été envoyé et ce qui est revenu. Les mots de passe et autres secrets ne sont pas gardés.</translation>
  </message>
  <message>
   <source>Copy as curl</source>
   <translation>Copier en curl</translation>
  </message>
  <message>
   <source>Copy a command line that asks the engine the same (%1)</source>
   <translation>Copier une ligne de commande qui demande la même chose au moteur (%1)</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Vider</translation>
  </message>
  <message>
   <source>Forget what has gone over the wire so far</source>
   <translation>Oublier ce qui est passé sur le fil jusqu’ici</translation>
  </message>
 </context>
 <context>
  <name>quayside::ui::XrayPane</name>
  <message>
   <source>Looking inside…</source>
   <translation>Examen de l’intérieur…</translation>
  </message>
  <message>
   <source>Layers, the topmost first</source>
   <translation>Couches, la plus haute en premier</translation>
  </message>
  <message>
   <source>where does /etc/passwd come from?</source>
   <translation>d’où vient /etc/passwd ?</translation>
  </message>
  <message>
   <source>A file of the container, whose layer is looked for</source>
   <translation>Un fichier du conteneur, dont on cherche la couche</translation>
  </message>
  <message>
   <source>Namespaces, as rooms</source>
   <translation>Espaces de noms, comme des pièces</translation>
  </message>
  <message>
   <source>Ways of packets to the published ports</source>
   <translation>Chemins des paquets vers les ports publiés</translation>
  </message>
  <message>
   <source>Rooms</source>
   <translation>Pièces</translation>
  </message>
  <message>
   <source>Limits</source>
   <translation>Limites</translation>
  </message>
  <message>
   <source>Way of a packet</source>
   <translation>Chemin d’un paquet</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Couches</translation>
  </message>
  <message>
   <source>Show or fold this</source>
   <translation>Déplier ou replier ceci</translation>
  </message>
  <message>
   <source>X-ray in words</source>
   <translation>Rayons X en mots</translation>
  </message>
  <message>
   <source>Explanation</source>
   <translation>Explication</translation>
  </message>
  <message>
   <source>Lesson</source>
   <translation>Leçon</translation>
  </message>
  <message>
   <source>The container does not run</source>
   <translation>Le conteneur ne tourne pas</translation>
  </message>
  <message>
   <source>There are no processes to look into. Start it, and see what the kernel makes of it.</source>
   <translation>Il n’y a pas de processus à examiner. Démarrez-le, et voyez ce que le noyau en fait.</translation>
  </message>
  <message>
   <source>Nothing to see</source>
   <translation>Rien à voir</translation>
  </message>
  <message>
   <source>&amp;Host beside the X-ray</source>
   <translation>&amp;Hôte à côté des rayons X</translation>
  </message>
  <message>
   <source>Host beside it</source>
   <translation>Hôte à côté</translation>
  </message>
  <message>
   <source>Ctrl+H</source>
   <translation>Ctrl+H</translation>
  </message>
  <message>
   <source>Show what the computer itself has in place of each thing</source>
   <translation>Montrer ce que l’ordinateur lui-même a à la place de chaque chose</translation>
  </message>
  <message>
   <source>The host is not shown: %1</source>
   <translation>L’hôte n’est pas montré : %1</translation>
  </message>
  <message>
   <source>Why the host is not shown</source>
   <translation>Pourquoi l’hôte n’est pas montré</translation>
  </message>
 </context>
</TS>
