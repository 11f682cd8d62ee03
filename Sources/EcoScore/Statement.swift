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
    /// What a scenario's outcome is and is not.
    static let whatIfStatement = LocalizedText([
        "en": """
        Hypothetical: nobody measured this. The same method is applied to the measured traffic with the scenario's \
        changes, and everything else is taken to stay as it was. What is attributed to traffic that goes away is not \
        what would be saved. To know, change the application and measure again.
        """,
        "fr": """
        Hypothétique : personne ne l’a mesuré. La même méthode est appliquée au trafic mesuré avec les changements du \
        scénario, tout le reste étant supposé inchangé. Ce qui est attribué à un trafic qui disparaît n’est pas ce qui \
        serait économisé. Pour savoir, modifiez l’application et mesurez à nouveau.
        """,
    ])
}
