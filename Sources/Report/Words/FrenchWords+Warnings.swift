/// What warnings mean and what to do about them, as `docs/qualite.md` lists them (a test compares the two).
extension FrenchWords {
    func warning(_ code: String) -> WarningText? { Self.warnings[code] }

    var warningCodes: [String] { Self.warnings.keys.sorted() }

    private static let warnings: [String: WarningText] = [
        "captureEmpty": WarningText(
            "la capture ne contient aucun paquet",
            "vérifier l’interface et le filtre, et que l’application a servi"),
        "captureCut": WarningText(
            "la capture s’arrête dans un paquet ; ce qui précède est compté",
            "laisser le programme de capture se terminer ; recopier le fichier"),
        "captureDamaged": WarningText(
            "la capture enfreint une règle de son format ; ce qui précède est compté",
            "recopier le fichier en binaire ; adb exec-out plutôt que shell"),
        "packetsDropped": WarningText(
            "le noyau, l’interface ou un disque plein ont perdu des paquets : les totaux sont des minimums",
            "fermer ce qui charge la machine, filtrer, enregistrer sur un disque plus rapide"),
        "bytesMissing": WarningText(
            "des octets acquittés par leur destinataire manquent : les totaux sont des minimums",
            "comme pour des paquets perdus ; vérifier que tout le trafic passe par l’interface"),
        "dropsUnknown": WarningText(
            "la capture ne dit pas si des paquets ont été perdus",
            "enregistrer avec ecoproxy record, ou en pcapng"),
        "lossUnseen": WarningText(
            "les paquets sont venus par datagrammes : ce qui s’est perdu en route ne se voit pas",
            "prendre l’export TCP de PCAPdroid si cela compte"),
        "machineSlept": WarningText(
            "l’ordinateur s’est mis en veille pendant l’enregistrement : le trafic d’alors manque",
            "le garder éveillé, et refaire l’étape"),
        "clockStepped": WarningText(
            "l’horloge de l’ordinateur a été réglée pendant l’enregistrement : étapes et paquets peuvent ne pas concorder autour de ce moment",
            "refaire l’étape"),
        "recordingResumed": WarningText(
            "l’enregistrement a été interrompu puis repris : le trafic entre les deux manque",
            "rien, si l’étape a été refaite"),
        "packetsTruncated": WarningText(
            "des paquets sont gardés sans leur fin ; les longueurs sont exactes, des noms peuvent manquer",
            "rien ; une longueur de capture plus grande s’il manque des noms"),
        "packetsWithoutTime": WarningText(
            "des paquets sans heure ne sont dans aucune étape",
            "capturer dans un autre format"),
        "packetsDisordered": WarningText(
            "des voisins sont rangés dans un autre ordre que capturés, à quelques millisecondes",
            "rien"),
        "timeBackwards": WarningText(
            "l’horloge de la capture recule",
            "arrêter ce qui règle l’horloge pendant la mesure (NTP, veille), et recommencer"),
        "linkTypeUnknown": WarningText(
            "des paquets d’un type de lien non analysé comptent hors IP",
            "capturer sur une autre interface"),
        "superPackets": WarningText(
            "des paquets plus longs que ceux du réseau : un seul en-tête compté pour plusieurs",
            "couper les délestages comme le dit ecoproxy doctor"),
        "nestedTooDeep": WarningText(
            "des paquets ont plus d’en-têtes imbriqués qu’il n’en est suivi",
            "compter les paquets externes : --view outer"),
        "packetsDuplicated": WarningText(
            "des paquets ont été capturés en deux points",
            "capturer sur une interface ; --duplicates remove les compte une fois"),
        "deviceGuessed": WarningText(
            "l’appareil a été reconnu par une règle empirique",
            "le nommer : --device-address"),
        "greetingLimit": WarningText(
            "des saluts, ou des réponses DNS sur TCP, ont été abandonnés en cours de lecture, plus de 2048 étant lus à la fois : leurs flux peuvent manquer de nom",
            "chercher ce qui ouvre tant de connexions à la fois"),
        "datagramsIgnored": WarningText(
            "des datagrammes sont venus d’un autre émetteur, ou n’étaient pas des enregistrements de PCAPdroid : non comptés",
            "arrêter ce qui émet vers ce port, ou en choisir un autre"),
        "nameLimit": WarningText(
            "plus de noms d’hôtes qu’il n’en est gardé : les suivants sont listés par adresse",
            "--max-names"),
        "flowLimit": WarningText(
            "plus de flux qu’il n’en est gardé : les suivants comptent en autre IP",
            "--max-flows"),
        "hostsTogether": WarningText(
            "des hôtes trop légers pour être listés un par un",
            "rien ; --flows les a tous"),
        "reorderLimit": WarningText(
            "des flux trop désordonnés pour des octets utiles uniques exacts",
            "rien ; les octets IP sont exacts"),
        "noSteps": WarningText(
            "ni parcours ni marqueurs : tout le trafic est hors des étapes",
            "donner les deux"),
        "conditionsAssumed": WarningText(
            "aucun parcours ne dit quels terminal et réseau ont servi",
            "donner un parcours"),
        "stepMissing": WarningText(
            "une étape du parcours n’a pas été marquée",
            "la refaire, ou l’ôter du parcours"),
        "stepWithoutTraffic": WarningText(
            "une étape n’a vu aucun paquet",
            "vérifier que la capture tournait, et que les horloges s’accordent"),
        "stepOutsideCapture": WarningText(
            "une étape sort du temps de la capture",
            "mettre à l’heure les marqueurs et la capture"),
        "stepsApproximate": WarningText(
            "les débuts d’étapes sont des sommes de durées, rien ne les a datés",
            "donner un fichier qui date chaque étape ([marqueurs](marqueurs.md))"),
        "markersMoved": WarningText(
            "les marqueurs, datés par une autre horloge que la capture, ont été décalés sur celle-ci",
            "rien"),
        "syncAmbiguous": WarningText(
            "les marqueurs ont été décalés sur le premier de plusieurs paquets possibles",
            "le dire : --clock-offset"),
        "syncNotFound": WarningText(
            "rien dans la capture ne répond aux marqueurs sync : les horloges sont supposées d’accord",
            "le dire : --clock-offset"),
        "stepTooShort": WarningText(
            "une étape dure moins d’une seconde : l’instant du marqueur décide de son contenu",
            "la joindre à sa voisine, ou attendre que l’application se taise"),
        "markersTooClose": WarningText(
            "les marqueurs d’une étape sont plus proches que ce que l’horloge de la capture distingue",
            "marquer chaque étape à son début ; capturer avec une horloge plus fine"),
        "restTrafficHeavy": WarningText(
            "au repos, l’appareil échangerait plus d’un dixième de ce que les étapes ont échangé (--baseline, ou une étape de type baseline)",
            "fermer les autres applications, arrêter synchronisations et mises à jour, recommencer"),
        "hostsUnexpected": WarningText(
            "des tiers que le parcours ne déclare pas et dont aucun opérateur n’est connu ; seulement s’il déclare first_party",
            "déclarer ceux qui sont à vous ou à l’appareil ; sinon fermer les autres applications"),
        "energyAbsent": WarningText(
            "l’énergie n’a pas été mesurée (dit par le score)",
            "--energy"),
        "displayTimeAbsent": WarningText(
            "le temps d’affichage n’a pas été mesuré (dit par le score)",
            "marqueurs displayed, --display"),
        "energyOfPart": WarningText(
            "l’énergie n’est que celle d’une partie de l’appareil",
            "mesurer l’appareil entier"),
        "energyNotCovered": WarningText(
            "les relevés d’énergie ne couvrent pas une étape, ou y sont trop rares",
            "relever plus souvent, d’avant le parcours jusqu’après"),
        "energyOfAnotherTime": WarningText(
            "les relevés d’énergie sont d’une autre heure que le parcours",
            "--energy-offset"),
        "cacheUnstated": WarningText(
            "le parcours prévoit des passages à froid et à chaud (runs), et rien ne dit lesquels sont ceux-ci",
            "le dire à l’enregistrement"),
        "runsTooFew": WarningText(
            "moins de passages que le parcours n’en prévoit",
            "recommencer ; ou noter ensemble les mesures des passages"),
        "spreadTooWide": WarningText(
            "les octets des passages d’une étape diffèrent de plus que max_spread",
            "chercher ce qui diffère : contenu, caches, réseau"),
        "runOutlying": WarningText(
            "les octets d’un passage sont aberrants",
            "chercher pourquoi, ou le refaire ; il n’est jamais écarté d’office"),
        "moreRunsNeeded": WarningText(
            "les passages sont trop peu pour la précision choisie",
            "autant de passages de plus, ou un --precision plus large"),
    ]
}
