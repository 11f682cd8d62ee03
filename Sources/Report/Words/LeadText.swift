/// What is said of a lead.
struct LeadText: Hashable, Sendable {
    /// What it is called.
    let title: String
    /// What it is, in a sentence.
    let meaning: String
    /// What to do, in a sentence.
    let advice: String

    init(_ title: String, _ meaning: String, _ advice: String) {
        (self.title, self.meaning, self.advice) = (title, meaning, advice)
    }
}
