/// What a host serves an app for, as far as its operator's documentation says.
public enum Purpose: String, Codable, Sendable, CaseIterable {
    /// Counting visits and what visitors do, session replay included.
    case audienceMeasurement
    /// Ads, their auctions, and telling which ad brought a visitor or an installation.
    case advertising
    /// Loading other parties' scripts.
    case tagManagement
    /// Asking for consent and keeping the answer.
    case consent
    /// Trying variants of screens and switching functions on and off.
    case experimentation
    /// Reports of crashes and errors.
    case crashReporting
    /// How long things take for users.
    case performanceMonitoring
    /// Notifications.
    case push
    /// Chat and help.
    case customerSupport
    /// Social networks' buttons, embeds and sign-in.
    case social
    /// Video players and their streams.
    case video
    /// Maps and geocoding.
    case maps
    /// Fonts and icons.
    case fonts
    /// Files of others, kept near the user.
    case cdn
    /// Signing in by another service.
    case authentication
    /// Payments.
    case payment
    /// Telling people from programs.
    case captcha
}
