/**
 * Sentences of logs, in the words that programs of all kinds have in common and in the languages of the system's sentences:
 * which letters follow each other in ordinary text.
 */
export const ordinaryProse = `
session opened for user root by (uid=0), session closed for user backup, authentication failure for invalid user admin from unknown host
failed password for root from the remote host, connection closed by the peer before the request was complete, disconnected by user
block report received from data node, deleting the block file, served block to the replica, packet responder for block terminating
starting task in stage, finished task on executor, result sent to driver, block stored as bytes in memory, free space on the block manager
kernel command line, memory available, registered driver, initializing the device, interrupt enabled, link is up, mounted filesystem with ordered data mode
instruction cache parity error corrected, data storage interrupt, machine check status register, floating point exception, program loaded, generating core files
child process exited with status, worker found in scoreboard slot, environment in error state, client denied by server configuration, directory index forbidden by rule
loaded servicing stack, session initialized by client, performing operation, no startup processing required, package applicable state, update installed and restart is needed
reduce task attempt has been assigned a container, event handler for the job history, progress of attempt is, communication exception while reporting to the application master
zookeeper session has expired, closing the connection, leader election took, snapshot taken, accepted new socket connection, cannot open channel to the server at election address
successfully created the instance, image is being downloaded, attempting to claim resources on the node, total memory used, free disk is below the limit, lifecycle event started
the operation completed successfully, the service entered the running state, the system could not find the file specified, access is denied, the parameter is incorrect
unrecognized option, unrecognised command, unexpected end of the stream, unsupported version, unauthorized, authorization, registration, notification, verification, a limit on the number
application started, listening on port, waiting for the connection to be established, configuration has been loaded from file, using the default settings because there are none
received signal to terminate, shutting down all threads, waiting for the pending requests to finish, all resources have been released, exiting normally with code
unable to resolve the name of the host, no route to the destination, network is unreachable, the connection was reset, the remote server returned an error, timed out while reading
exception in thread main, caused by a null pointer, at the following location, no such method, class not found, out of range, stack trace follows, assertion failed in function
could not acquire the lock within the given time, another transaction has been holding it, deadlock detected, rolled back, retrying the operation after a delay of some seconds
unrecognized option or command, unexpected character, an unknown key is ignored, unspecified behaviour, recognized as a valid format, inaccessible path, unavailable for now
invalid argument was given to the function, unexpected end of input, expected a number but found a string, syntax error near the token, undefined variable in expression
user has logged in successfully, password was changed, permission was denied for the resource, token has been revoked, account is locked because of too many attempts
sending request to the endpoint, response was received in, no content was returned, redirecting to the login page, uploaded file is larger than allowed, content type is not supported
checking for updates, a newer version is available, downloading the package, verifying the checksum, installing to the program directory, cleanup of temporary files is done
started transaction, prepared statement has been executed, rows were affected, query took longer than expected, index was rebuilt, checkpoint is complete, table analyzed
scheduled job has started, next execution is at, previous run is still in progress so this one will be skipped, job has ended with the result, notification sent to operators
battery level changed, screen turned on, activity resumed, wake lock acquired by process, broadcast received, window focus changed, display power state, step count updated
adding peer to the cluster, heartbeat was missed, member is suspect, partition reassigned, replica is in sync, consumer group rebalanced, offset committed for topic
certificate will expire soon, handshake has been completed, cipher suites that are offered, verification of the chain, self signed certificate, protocol version
creating directory, writing output to the file, reading input from the stream, buffer was flushed, no space is left on the device, file is in use by another program
volume attached, snapshot created, image pulled, container exited, health check was unsuccessful, restarting the failed container, back-off, secret mounted, pod scheduled
sensor temperature above the threshold, fan speed, voltage out of bounds, power supply was lost, disk has been replaced, rebuild of the array is under way, predictive failure
message queued for delivery, delivered to mailbox, deferred because the remote side is busy, relay is denied, spam score, sender address rejected, bounce was generated
the value of the setting is ignored, this option is deprecated and will be removed in a future version, please use the other one instead, see the documentation for details
process information created with the identifier of the parent, new logon with special privileges, object handle requested, audit policy changed, group membership enumerated
total number of items, average of the last minute, percent of all, maximum since start, number of open handles, of which active, in use, waiting, idle, free, size in bytes
interface changed its state to down, neighbor is lost, route withdrawn, spanning tree topology change, address assigned by the server, lease renewed, duplicate address on network
proxy: open through proxy, close, bytes sent and received, lifetime of the connection, resolving the proxy server name, request was blocked by rule, cache miss for resource
wifi scan results are available, roaming to another access point, signal strength, sleep entered, wake reason, network changed, dns configuration, airport, bluetooth device
der Dienst wurde gestartet, die Verbindung zum Server konnte nicht hergestellt werden, der Benutzer ist nicht angemeldet, die Datei wurde nicht gefunden
das System kann die Anforderung nicht verarbeiten, Fehler beim Laden der Konfiguration, die Anwendung wird beendet, der Vorgang wurde erfolgreich abgeschlossen
es wurden keine neuen Daten empfangen, Auftrag mit der Nummer wurde an die Warteschlange angehängt, Zugriff verweigert, Sicherung auf dem Laufwerk begonnen
le service a été démarré, la connexion au serveur est fermée, impossible de charger le fichier de configuration, erreur lors de la lecture des données
une nouvelle session a été ouverte pour l'utilisateur, le délai est dépassé, opération terminée, aucun enregistrement n'a été trouvé dans la base de données
el servicio se ha iniciado, no se puede conectar con el servidor, error al leer el archivo de configuración, la sesión del usuario ha terminado
se ha recibido una solicitud del cliente, la operación se completó correctamente, no se encontró el registro en la base de datos, tiempo de espera agotado
o serviço foi iniciado, não foi possível conectar ao servidor, erro ao ler o arquivo de configuração, a sessão do usuário foi encerrada, operação concluída
il servizio è stato avviato, impossibile connettersi al server, errore durante la lettura del file di configurazione, la sessione dell'utente è stata chiusa
de service is gestart, kan geen verbinding maken met de server, fout bij het lezen van het bestand, de gebruiker is aangemeld, de bewerking is voltooid
usługa została uruchomiona, nie można połączyć się z serwerem, błąd podczas odczytu pliku konfiguracji, sesja użytkownika została zakończona, operacja zakończona
služba byla spuštěna, nelze se připojit k serveru, chyba při čtení souboru, relace uživatele byla ukončena, operace byla dokončena, soubor nebyl nalezen
hizmet başlatıldı, sunucuya bağlanılamadı, yapılandırma dosyası okunurken hata oluştu, kullanıcı oturumu kapatıldı, işlem tamamlandı, dosya bulunamadı
a szolgáltatás elindult, nem sikerült kapcsolódni a kiszolgálóhoz, hiba a fájl olvasása közben, a felhasználó kijelentkezett, a művelet befejeződött
tjänsten har startats, det gick inte att ansluta till servern, fel vid läsning av filen, användaren har loggat ut, åtgärden är slutförd, filen hittades inte
tjenesten er startet, der kunne ikke oprettes forbindelse til serveren, fejl under læsning af filen, brugeren er logget af, handlingen er fuldført
служба запущена, не удалось подключиться к серверу, ошибка при чтении файла, сеанс пользователя завершен, операция выполнена успешно, файл не найден
interrupted while sleeping, the wait was interrupted, interrupting the thread that is no longer needed, the entry is no longer valid and will be evicted, has been superseded
setting the hostname to, using the hostname from the lease, hostname changed, is compatible with this version, compatible hardware found, falling back to an incompatible mode
currently there are, the current value is, as expected, is already running, was already registered, is being stopped immediately, at the moment, in progress, as well as, instead of
could not be loaded because, cannot be parsed, should not happen, would have been, may have been, might be, there is nothing to do, there was a problem with, this is not supported
written to the database, read from the database, the database is up to date, inserted into the table, in the following order, on the local machine, for the first time, of the list
`;
