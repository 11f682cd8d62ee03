/// What a device does by itself on a host that no app asked for.
public enum BackgroundCategory: String, Codable, Sendable, CaseIterable {
    /// Updates of the system and of what it comes with.
    case systemUpdate
    /// Installing and updating apps.
    case appStore
    /// The connection that notifications of all apps come through.
    case push
    /// Asking whether the network leads to the Internet.
    case connectivityCheck
    /// Setting the clock.
    case time
    /// The browser's own: its updates, lists and settings.
    case browser
    /// Diagnostic data of the system or the browser.
    case telemetry
}
