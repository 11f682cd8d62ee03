/// Other devices. Commands: Apple's rvictl(1) and tcpdump(1), NetworkManager's nmcli(1), Chromium's command line.
extension Recipe {
    static var iPhone: Recipe {
        Recipe(
            .iphone, say("iPhone or iPad, through a Mac", "iPhone ou iPad, par un Mac"),
            [
                Step(
                    say(
                        "On the Mac (Xcode installed), plug the phone in and make its remote interface.",
                        "Sur le Mac (avec Xcode), branchez le téléphone et créez son interface distante."),
                    "rvictl -s UDID"),
                Step(
                    say(
                        "Stream the capture to the machine with ecoproxy.",
                        "Envoyez la capture à la machine qui a ecoproxy."),
                    "ssh mac.local sudo tcpdump -i rvi0 -U -w - | ecoproxy record --from - --journey journey.yaml --output run"
                ),
                Step(say("At the end, on the Mac:", "À la fin, sur le Mac :"), "rvictl -x UDID"),
                Step(
                    say(
                        "Without a Mac, pymobiledevice3 (Linux, Windows) writes a file that can be followed:",
                        "Sans Mac, pymobiledevice3 (Linux, Windows) écrit un fichier que l’on peut suivre :"),
                    "pymobiledevice3 pcap iphone.pcap",
                    "ecoproxy record --follow iphone.pcap --journey journey.yaml --output run"),
            ],
            cautions: [
                say(
                    "Behind a VPN or Wi-Fi calling, packets can be seen on two interfaces: they count once with a journey.",
                    "Derrière un VPN ou les appels Wi-Fi, des paquets peuvent être vus sur deux interfaces : avec un parcours, ils comptent une fois."
                ),
                say(
                    "All apps are in the capture; where it names processes (PKTAP), --app keeps one.",
                    "Toutes les applications sont dans la capture ; si elle nomme les processus (PKTAP), --app en garde une."
                ),
            ])
    }

    static var hotspot: Recipe {
        Recipe(
            .hotspot, say("Any device: hotspot or bridge", "Tout appareil : point d’accès ou pont"),
            [
                Step(
                    say(
                        "Share this machine's connection over Wi-Fi, and connect the device to it.",
                        "Partagez la connexion de cette machine par Wi-Fi, et connectez-y l’appareil."),
                    "nmcli device wifi hotspot ifname wlan0 ssid mesure password 'a-long-password'"),
                Step(
                    say(
                        "Find the interface, and the device's address or MAC.",
                        "Trouvez l’interface, et l’adresse ou la MAC de l’appareil."),
                    "ecoproxy interfaces", "ip neighbour show dev wlan0"),
                Step(
                    say("Record this device alone.", "Enregistrez cet appareil seul."),
                    "sudo ecoproxy record -i wlan0 --device 192.168.42.17 --journey journey.yaml --output run"),
                Step(
                    say(
                        "A router that has tcpdump serves as well:", "Un routeur qui a tcpdump convient aussi :"),
                    "ssh router tcpdump -i br-lan -U -s 0 -w - host 192.168.42.17 | ecoproxy record --from - --journey journey.yaml --output run"
                ),
            ],
            cautions: [
                say(
                    "The truest figures of all: any system, no certificate, the network's own packets.",
                    "Les chiffres les plus fidèles : tout système, sans certificat, les paquets mêmes du réseau."),
                say(
                    "IPv6 privacy addresses change on the way: name the device by its MAC, whose addresses are all followed.",
                    "Les adresses IPv6 temporaires changent en route : nommez l’appareil par sa MAC, toutes ses adresses sont suivies."
                ),
                say(
                    "Turn off mobile data, or a part of the traffic goes another way.",
                    "Coupez les données mobiles, sinon une partie du trafic passe ailleurs."),
                say(
                    "Offloads join packets: doctor names those that are on, and how to turn them off.",
                    "Des délestages réunissent des paquets : doctor nomme ceux qui sont actifs, et comment les couper."),
            ])
    }

    static var browser: Recipe {
        Recipe(
            .browser, say("Browser on this machine", "Navigateur sur cette machine"),
            [
                Step(
                    say(
                        "Begin to record; an interface is proposed.",
                        "Commencez l’enregistrement ; une interface est proposée."),
                    "sudo ecoproxy record --this-machine --journey journey.yaml --output run"),
                Step(
                    say(
                        "Open a browser with an empty profile, so that nothing is cached.",
                        "Ouvrez un navigateur au profil vide, pour que rien ne soit en cache."),
                    "chromium --user-data-dir=\"$(mktemp -d)\" --no-first-run"),
            ],
            cautions: [
                say(
                    "Other programs of this machine are captured, too: close them, and declare the browser's own hosts as background.",
                    "Les autres programmes de la machine sont capturés aussi : fermez-les, et déclarez les hôtes du navigateur en background."
                ),
                say(
                    "Extensions, prefetching and an open second tab are traffic, too.",
                    "Extensions, préchargements et second onglet ouvert font aussi du trafic."),
            ])
    }
}
