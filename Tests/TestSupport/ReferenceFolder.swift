public import Testing

extension Trait where Self == ConditionTrait {
    /// The test compares with the reference material beside the clone, and says so where that is absent.
    public static var reference: Self {
        .enabled(if: Repository.shared != nil, "the folder `shared` beside the clone, with the reference, is absent")
    }

    /// The test needs a program that `make test` installs.
    public static func needs(_ program: String) -> Self {
        .enabled(if: isInstalled(program), "\(program) is not installed; make test installs it")
    }
}
