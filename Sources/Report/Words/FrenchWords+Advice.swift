import Documents

extension FrenchWords {
    /// What to do about it, where the warning's own sentence doesn't say; `docs/qualite.md` has it for every code.
    func advice(on code: Caveat.Code) -> String? {
        switch code {
        case .captureEmpty: "Vérifiez l’interface et le filtre, et que l’application a servi."
        case .captureCut: "Laissez le programme de capture se terminer, ou recopiez le fichier."
        case .captureDamaged: "Recopiez le fichier en binaire (adb exec-out plutôt que adb shell)."
        case .packetsDropped:
            "Fermez ce qui charge la machine, filtrez, ou enregistrez sur un disque plus rapide\u{A0}; puis recommencez."
        case .bytesMissing:
            "Vérifiez que tout le trafic passe par l’interface et que la machine suit\u{A0}; puis recommencez."
        case .dropsUnknown: "Enregistrez avec ecoproxy record, ou en pcapng, qui disent les pertes."
        case .packetsWithoutTime: "Capturez dans un format qui a des heures."
        case .timeBackwards: "Arrêtez ce qui règle l’horloge pendant la mesure (NTP, veille), et recommencez."
        case .linkTypeUnknown: "Capturez sur une autre interface."
        case .superPackets: "Coupez les délestages avant la capture\u{A0}; ecoproxy doctor donne la commande."
        case .nestedTooDeep: "Comptez les paquets externes avec --view outer."
        case .packetsDuplicated: "Comptez-les une fois avec --duplicates remove, ou deux avec keep."
        case .nameLimit: "Relevez la limite avec --max-names."
        case .flowLimit: "Relevez la limite avec --max-flows."
        case .reorderLimit: "Rien à faire\u{A0}: les octets IP sont exacts."
        case .deviceGuessed: "Nommez l’appareil avec --device-address."
        case .stepMissing: "Refaites le parcours, ou ôtez-en cette étape."
        case .stepWithoutTraffic: "Vérifiez que la capture tournait et que les horloges s’accordent."
        case .stepOutsideCapture: "Mettez à l’heure les marqueurs et la capture."
        case .conditionsAssumed: "Donnez un parcours\u{A0}: ecoproxy replay --journey."
        case .energyNotCovered: "Relevez plus souvent, d’avant le parcours jusqu’après."
        default: nil
        }
    }
}
