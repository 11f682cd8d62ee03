import Documents

extension FrenchWords {
    func heading(of section: ReportSection.ID) -> String {
        switch section {
        case .summary: "Synthèse"
        case .indicators: "Les trois indicateurs"
        case .steps: "Le parcours, étape par étape"
        case .spread: "Dispersion entre les passages"
        case .timeline: "Chronologie"
        case .hosts: "Par hôte"
        case .hotSpots: "Points chauds"
        case .leads: "Pistes"
        case .coldWarm: "À froid, à chaud"
        case .trend: "Budget et évolution"
        case .leftOut: "Trafic écarté"
        case .warnings: "Avertissements"
        case .method: "Méthode et limites"
        case .annex: "Annexes"
        case .groups: "Trafic"
        case .whatIf: "Et si"
        }
    }

    func name(of deviceClass: DeviceClass) -> String {
        switch deviceClass {
        case .smartphone: "smartphone"
        case .tablet: "tablette"
        case .laptop: "ordinateur portable"
        case .desktop: "ordinateur fixe"
        }
    }

    func name(of network: NetworkKind) -> String {
        switch network {
        case .fixed: "ligne fixe"
        case .wifi: "Wi-Fi"
        case .mobile: "mobile"
        }
    }

    func name(of grade: Quality.Grade) -> String {
        switch grade {
        case .good: "bonne\u{A0}: rien ne la met en doute"
        case .fair: "correcte\u{A0}: tient dans les limites des avertissements"
        case .untrusted: "non fiable\u{A0}: les avertissements disent pourquoi"
        }
    }

    func name(of trust: Source.Trust) -> String {
        switch trust {
        case .interface: "interface que le trafic traverse"
        case .device: "l’appareil lui-même"
        case .emulator: "l’émulateur"
        case .pcapdroidRoot: "PCAPdroid sur un appareil rooté"
        case .pcapdroidVPN:
            "PCAPdroid en VPN : en-têtes reconstruits sur l’appareil, seuls les volumes utiles sont ceux du réseau"
        case .unstated: "endroit non indiqué"
        }
    }

    func name(of kind: Source.Kind) -> String {
        switch kind {
        case .file: "fichier de capture"
        case .stream: "flux de capture"
        }
    }

    func name(of rule: Device.Rule) -> String {
        switch rule {
        case .given: "le testeur"
        case .directionFlags: "les indicateurs de sens de la capture"
        case .interfaceAddresses: "les adresses de l’interface de capture"
        case .synSender: "l’émetteur des premiers SYN"
        case .sharedEnd: "l’extrémité commune à la plupart des flux"
        case .none: "rien\u{A0}: il n’y avait aucun flux"
        }
    }

    func name(of party: Party) -> String {
        switch party {
        case .first: "éditeur"
        case .third: "tiers"
        case .background: "fond"
        case .unknown: "inconnue"
        }
    }

    func name(of purpose: Purpose) -> String {
        switch purpose {
        case .audienceMeasurement: "mesure d’audience"
        case .advertising: "publicité"
        case .tagManagement: "gestion de balises"
        case .consent: "consentement"
        case .experimentation: "tests de variantes"
        case .crashReporting: "rapports de plantage"
        case .performanceMonitoring: "suivi des performances"
        case .push: "notifications"
        case .customerSupport: "assistance"
        case .social: "réseau social"
        case .video: "vidéo"
        case .maps: "cartes"
        case .fonts: "polices de caractères"
        case .cdn: "diffusion de contenus"
        case .authentication: "authentification"
        case .payment: "paiement"
        case .captcha: "captcha"
        }
    }

    func name(of background: BackgroundCategory) -> String {
        switch background {
        case .systemUpdate: "mise à jour du système"
        case .appStore: "magasin d’applications"
        case .push: "notifications"
        case .connectivityCheck: "test de connexion"
        case .time: "mise à l’heure"
        case .browser: "le navigateur lui-même"
        case .telemetry: "diagnostic du système"
        }
    }

    func name(of measure: HotSpot.Measure) -> String {
        switch measure {
        case .data: "données"
        case .energy: "énergie"
        case .ghg: "gaz à effet de serre"
        case .water: "eau"
        case .land: "sols"
        }
    }
}
