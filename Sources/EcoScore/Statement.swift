import Documents

extension LocalizedText {
    /// What a score is and is not, printed with every one.
    static let scoreStatement = LocalizedText([
        "en": """
        An estimate by ecoproxy's own published method. It is not the figure of the French digital health agency \
        (ANS) and can't replace it for a listing in Mon espace santé. Impacts are attributed to the journey, not \
        saved by avoiding it. The work of servers is seen only by the bytes they exchange with the device. \
        Ranges are coherent cases, not confidence intervals.
        """,
        "fr": """
        Estimation selon la méthode publiée par ecoproxy. Ce n’est pas l’écoscore de l’Agence du numérique en \
        santé (ANS) et elle ne peut pas le remplacer pour un référencement dans Mon espace santé. Les impacts \
        sont attribués au parcours ; ce ne sont pas des économies. Le travail des serveurs n’est vu qu’à \
        travers les octets échangés avec le terminal. Les fourchettes sont des cas cohérents, non des \
        intervalles de confiance.
        """,
    ])
}
