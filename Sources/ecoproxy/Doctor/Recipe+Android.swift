/// Android phones and emulators. Commands and their limits: PCAPdroid's `docs/app_api.md`, the Android emulator's command line,
/// adb's own help.
extension Recipe {
    private static let activity = "com.emanuelef.remote_capture/.activities.CaptureCtrl"

    static var android: Recipe {
        Recipe(
            .android, say("Android phone without root: PCAPdroid", "Téléphone Android sans root : PCAPdroid"),
            [
                Step(
                    say(
                        "Install PCAPdroid (1.8.6 or later for the TCP exporter) on the phone, allow USB debugging, plug it in.",
                        "Installez PCAPdroid (1.8.6 ou plus pour l’exportateur TCP) sur le téléphone, autorisez le débogage USB, branchez-le."
                    ), "adb devices -l"),
                Step(
                    say(
                        "Let the phone's loopback lead to this machine, and begin to record: the phone will connect to it.",
                        "Reliez la boucle locale du téléphone à cette machine, et commencez l’enregistrement : le téléphone s’y connectera."
                    ), "adb reverse tcp:1234 tcp:1234",
                    "ecoproxy record --pcapdroid tcp --app fr.exemple.sante --journey journey.yaml --output run"),
                Step(
                    say(
                        "From another terminal, begin the capture on the phone (or with its button); accept what it asks.",
                        "D’un autre terminal, lancez la capture sur le téléphone (ou par son bouton) ; acceptez ce qu’il demande."
                    ),
                    "adb shell am start -n \(activity) -e action start -e pcap_dump_mode tcp_exporter "
                        + "-e collector_host 127.0.0.1 -e collector_port 1234 -e app_filter fr.exemple.sante -e dump_extensions true"
                ),
                Step(
                    say("Walk through the app; at the end:", "Parcourez l’application ; à la fin :"),
                    "adb shell am start -n \(activity) -e action stop"),
                Step(
                    say(
                        "Or by HTTP, which the phone serves (-e pcap_dump_mode http_server):",
                        "Ou par HTTP, que le téléphone sert (-e pcap_dump_mode http_server) :"),
                    "adb forward tcp:8080 tcp:8080",
                    "ecoproxy record --pcapdroid http --journey journey.yaml --output run"),
                Step(
                    say(
                        "Or by UDP (-e pcap_dump_mode udp_exporter), to this machine's address, set once in the app; here and there the same, such as 192.0.2.2:",
                        "Ou par UDP (-e pcap_dump_mode udp_exporter), vers l’adresse de cette machine, réglée une fois dans l’application ; la même ici et là, par exemple 192.0.2.2 :"
                    ),
                    "ecoproxy record --pcapdroid udp --listen 192.0.2.2 --journey journey.yaml --output run"),
                Step(
                    say(
                        "Or into a file on the phone (-e pcap_dump_mode pcap_file -e pcap_name walk.pcap), measured afterwards:",
                        "Ou dans un fichier du téléphone (-e pcap_dump_mode pcap_file -e pcap_name walk.pcap), mesuré ensuite :"
                    ),
                    "adb pull /sdcard/Download/PCAPdroid/walk.pcap",
                    "ecoproxy replay walk.pcap --trust pcapdroidVPN --journey journey.yaml --markers markers.jsonl"),
            ],
            cautions: [
                say(
                    "PCAPdroid is a VPN on the phone: headers are rebuilt there, so that only payload volumes are the network's.",
                    "PCAPdroid est un VPN sur le téléphone : les en-têtes y sont refaits, seuls les volumes utiles sont ceux du réseau."
                ),
                say(
                    "Datagrams of the UDP exporter that get lost leave no trace; prefer TCP.",
                    "Les datagrammes perdus de l’exportateur UDP ne laissent aucune trace ; préférez TCP."),
                say(
                    "Its options snaplen and max_pkts_per_flow change what is counted: leave them unset.",
                    "Ses options snaplen et max_pkts_per_flow changent ce qui est compté : ne les réglez pas."),
                say(
                    "An app that detects VPNs, or a phone with another VPN, can't be measured this way.",
                    "Une application qui détecte les VPN, ou un téléphone qui en a un autre, ne se mesure pas ainsi."),
            ])
    }

    static var androidRoot: Recipe {
        Recipe(
            .androidRoot, say("Android phone with root: tcpdump", "Téléphone Android avec root : tcpdump"),
            [
                Step(
                    say(
                        "See that the phone is connected, and has root and tcpdump.",
                        "Vérifiez que le téléphone est branché, et qu’il a root et tcpdump."), "ecoproxy doctor"),
                Step(
                    say(
                        "Where adb runs as root (userdebug images), stream the capture into the recording.",
                        "Si adb est root (images userdebug), envoyez la capture dans l’enregistrement."),
                    "adb root",
                    "adb exec-out \"tcpdump -i wlan0 -U -s 0 -w - 2>/dev/null\" | ecoproxy record --from - --journey journey.yaml --output run"
                ),
                Step(
                    say("With su (Magisk):", "Avec su (Magisk) :"),
                    "adb exec-out \"su -c 'tcpdump -i wlan0 -U -s 0 -w - 2>/dev/null'\" | ecoproxy record --from - --journey journey.yaml --output run"
                ),
            ],
            cautions: [
                say(
                    "exec-out keeps bytes as they are, shell may not; standard error must not get into the stream.",
                    "exec-out garde les octets intacts, shell pas toujours ; l’erreur standard ne doit pas entrer dans le flux."
                ),
                say(
                    "-i any sees a packet twice behind a VPN; name the interface (wlan0, or rmnet_data0 for mobile data).",
                    "-i any voit deux fois un paquet derrière un VPN ; nommez l’interface (wlan0, ou rmnet_data0 en mobile)."
                ),
                say(
                    "Times are the phone's: doctor says how far its clock is off.",
                    "Les heures sont celles du téléphone : doctor dit l’écart de son horloge."),
            ])
    }

    static var emulator: Recipe {
        Recipe(
            .emulator, say("Android emulator", "Émulateur Android"),
            [
                Step(
                    say(
                        "Start the emulator with its own capture.", "Lancez l’émulateur avec sa propre capture."),
                    "emulator -avd NAME -tcpdump emulator.pcap"),
                Step(
                    say("Follow the file as it grows.", "Suivez le fichier pendant qu’il grandit."),
                    "ecoproxy record --follow emulator.pcap --journey journey.yaml --output run"),
            ],
            cautions: [
                say(
                    "The capture holds all of the guest's traffic: declare the system's hosts as background, or measure an idle minute first.",
                    "La capture contient tout le trafic de l’invité : déclarez les hôtes du système en background, ou mesurez d’abord une minute au repos."
                ),
                say(
                    "Some versions don't capture the guest's Wi-Fi: see that the file grows.",
                    "Certaines versions ne capturent pas le Wi-Fi de l’invité : vérifiez que le fichier grandit."),
            ])
    }
}
