/// The few words of the recording's screen.
struct ScreenWords: Sendable {
    let recording, cold, warm, packets, dropped, background, quiet, paused, rate, hosts, undeclared, budget: String
    let name, note, confirm, more, help: String
    /// Each with its key in front.
    let keys: [String]
    let helpLines: [String]

    init(_ language: Language) {
        switch language {
        case .en:
            (recording, cold, warm) = ("recording", "cold", "warm")
            (packets, dropped, background) = ("packets", "lost", "background")
            (quiet, paused) = ("quiet", "paused")
            (rate, hosts, undeclared, budget) = ("rate", "hosts", "undeclared third party", "budget of the step")
            keys = [
                "↵ next step", "n name", "u undo", "p pause", "t note", "r restart", "q finish", "? help",
            ]
            (name, note, confirm, more) = ("step", "note", "↵ keep  Esc drop", "more")
            help = "any key: back"
            helpLines = [
                "↵ or space   the next step begins now", "n            a step begins now; then type its name",
                "e            the step ends, none begins", "u            the latest step or end was a mistake",
                "p            pause: what follows isn't the step's; again: it goes on",
                "t            a note, of now", "d            the screen shows what the step is for",
                "r            this round of the journey begins anew",
                "q            the recording ends; its result is shown",
            ]
        case .fr:
            (recording, cold, warm) = ("enregistrement", "à froid", "à chaud")
            (packets, dropped, background) = ("paquets", "perdus", "fond")
            (quiet, paused) = ("calme", "en pause")
            (rate, hosts, undeclared, budget) = ("débit", "hôtes", "tiers non déclaré", "budget de l’étape")
            keys = [
                "↵ étape suivante", "n nommer", "u annuler", "p pause", "t note", "r refaire", "q terminer", "? aide",
            ]
            (name, note, confirm, more) = ("étape", "note", "↵ garder  Échap abandonner", "autres")
            help = "une touche : retour"
            helpLines = [
                "↵ ou espace  l’étape suivante commence", "n            une étape commence ; tapez ensuite son nom",
                "e            l’étape finit, sans qu’une autre commence",
                "u            la dernière étape ou fin était une erreur",
                "p            pause : la suite n’est pas de l’étape ; encore : elle reprend",
                "t            une note, de maintenant", "d            l’écran montre ce pour quoi l’étape est faite",
                "r            ce tour du parcours recommence",
                "q            l’enregistrement finit ; son résultat s’affiche",
            ]
        }
    }
}
