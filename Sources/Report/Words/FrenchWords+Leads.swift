/// What leads say in French.
extension FrenchWords {
    func lead(_ id: String) -> LeadText? { Self.leads[id] }

    private static let leads: [String: LeadText] = [
        "weight": LeadText(
            "Écrans lourds",
            "Un écran échange plus qu’une page sobre.",
            "Chargez d’abord ce qui est montré\u{202F}; supprimez, réduisez ou compressez le reste."),
        "requests": LeadText(
            "Beaucoup de requêtes par écran",
            "Chaque requête coûte des en-têtes, de l’attente et du travail au serveur.",
            "Regroupez les requêtes et ne demandez que ce que l’écran montre."),
        "domains": LeadText(
            "Beaucoup de noms de serveurs",
            "Chaque nom coûte une résolution et une connexion.",
            "Servez l’application depuis peu de noms."),
        "third-party": LeadText(
            "Tiers",
            "Des hôtes tiers échangent des données que l’éditeur ne maîtrise pas.",
            "Retirez ce qui n’est pas nécessaire\u{202F}; gardez au plus un outil de mesure d’audience."),
        "no-compression": LeadText(
            "Textes envoyés sans compression",
            "Un texte compressé est plusieurs fois plus petit.",
            "Activez la compression sur le serveur pour tous les textes."),
        "no-cache": LeadText(
            "Fichiers statiques sans mise en cache",
            "Sans durée de vie, les fichiers sont redemandés à chaque visite.",
            "Donnez aux fichiers statiques une longue durée de vie, et un nouveau nom quand ils changent."),
        "repeat-download": LeadText(
            "Même ressource téléchargée à nouveau",
            "Une ressource que l’appareil a déjà est envoyée une fois de plus.",
            "Gardez pour la suite ce qui a été téléchargé."),
        "redirects": LeadText(
            "Redirections",
            "Une redirection coûte un aller-retour avant tout envoi.",
            "Pointez vers l’adresse finale."),
        "errors": LeadText(
            "Requêtes en échec",
            "Une requête en échec déplace des données pour rien.",
            "Supprimez ou réparez les requêtes en échec."),
        "http1": LeadText(
            "HTTP/1.x plutôt que HTTP/2 ou HTTP/3",
            "HTTP/1.x répète les en-têtes et occupe une connexion par requête\u{202F}; en clair, il ne cache rien non plus.",
            "Servez tout en HTTP/2 ou HTTP/3."),
        "fonts": LeadText(
            "Polices de caractères téléchargées",
            "Les polices téléchargées pèsent sur chaque premier écran.",
            "Utilisez celles du système, ou peu de polices réduites aux lettres utilisées."),
        "image-format": LeadText(
            "Images dans des formats lourds",
            "Des formats récents montrent la même image avec moins d’octets.",
            "Envoyez les images en WebP, AVIF ou JPEG XL."),
        "autoplay-media": LeadText(
            "Médias que personne n’a lancés",
            "Un lecteur vidéo échange des données dans une étape sans lecture.",
            "Ne chargez lecteur et vidéo qu’au lancement par l’utilisateur."),
        "video-definition": LeadText(
            "Vidéo plus fine que l’écran ne le demande",
            "Une définition plus fine que l’écran ne coûte que des octets.",
            "Proposez par défaut une basse définition."),
        "cookies": LeadText(
            "Cookies volumineux",
            "Les cookies accompagnent chaque requête.",
            "Gardez-les petits, et hors des noms qui servent les fichiers statiques."),
        "uncapped-upload": LeadText(
            "Envois sans limite",
            "L’étape envoie plus qu’elle ne reçoit.",
            "Réduisez et compressez sur l’appareil avant l’envoi, et limitez la taille."),
        "idle-traffic": LeadText(
            "Trafic sans action de l’utilisateur",
            "L’application échange des données au repos.",
            "Arrêtez minuteries et traceurs quand personne n’utilise l’application."),
        "polling": LeadText(
            "Interrogations périodiques",
            "Demander sans cesse coûte même quand rien n’est nouveau.",
            "Laissez le serveur annoncer les nouveautés, ou demandez moins souvent."),
        "autocomplete": LeadText(
            "Une requête à chaque touche",
            "Chaque lettre saisie envoie une requête.",
            "Attendez une demi-seconde et trois lettres avant de demander."),
        "many-connections": LeadText(
            "Beaucoup de connexions",
            "Chaque connexion coûte des échanges avant toute donnée.",
            "Faites passer plusieurs requêtes par une connexion (HTTP/2, HTTP/3, keep-alive)."),
        "slow-step": LeadText(
            "Étapes lentes",
            "L’utilisateur attend, et l’appareil reste allumé pendant ce temps.",
            "Montrez d’abord le nécessaire\u{202F}; chargez le reste ensuite."),
        "hosting": LeadText(
            "Hébergement",
            "Le lieu et le mode d’exploitation des serveurs changent leur empreinte.",
            "Publiez le lieu, le PUE et le WUE\u{202F}; préférez un hébergement efficace et proche des utilisateurs."),
    ]
}
