/// What leads say in English.
extension EnglishWords {
    func lead(_ id: String) -> LeadText? { Self.leads[id] }

    private static let leads: [String: LeadText] = [
        "weight": LeadText(
            "Heavy screens",
            "A screen exchanges more than a sober page does.",
            "Load what is shown first; leave out, shrink or compress the rest."),
        "requests": LeadText(
            "Many requests a screen",
            "Each request costs headers, waiting and work on the server.",
            "Group requests, and ask only for what the screen shows."),
        "domains": LeadText(
            "Many server names",
            "Each name costs a resolution and a connection of its own.",
            "Serve the app from few names."),
        "third-party": LeadText(
            "Third parties",
            "Hosts of others exchange data that the publisher doesn’t control.",
            "Remove what isn’t needed; keep at most one tool of audience measurement."),
        "no-compression": LeadText(
            "Text sent uncompressed",
            "Text shrinks several times when it is compressed.",
            "Turn compression on at the server for every kind of text."),
        "no-cache": LeadText(
            "Static files that can’t be cached",
            "Without a lifetime, files are asked for again at each visit.",
            "Give static files a long lifetime, and a new name when they change."),
        "repeat-download": LeadText(
            "The same resource fetched again",
            "A resource that the device has already is sent once more.",
            "Keep what was fetched for the next steps."),
        "redirects": LeadText(
            "Redirects",
            "A redirect costs a round trip before anything is sent.",
            "Link to the final address."),
        "errors": LeadText(
            "Requests that fail",
            "A failed request moves data for nothing.",
            "Remove or mend the requests that fail."),
        "http1": LeadText(
            "HTTP/1.x rather than HTTP/2 or HTTP/3",
            "HTTP/1.x repeats headers and needs a connection for each request at a time; in clear it also hides nothing.",
            "Serve everything over HTTP/2 or HTTP/3."),
        "fonts": LeadText(
            "Web fonts",
            "Downloaded fonts weigh on every first screen.",
            "Use the system’s fonts, or few ones cut down to the letters used."),
        "image-format": LeadText(
            "Images in heavy formats",
            "Newer formats show the same image with fewer bytes.",
            "Send images as WebP, AVIF or JPEG XL."),
        "autoplay-media": LeadText(
            "Media that nobody started",
            "A video player exchanges data in a step where nobody plays a video.",
            "Load player and video only when the user starts it."),
        "video-definition": LeadText(
            "Video finer than the screen needs",
            "A finer definition than the screen shows only costs bytes.",
            "Offer a low definition by default."),
        "cookies": LeadText(
            "Large cookies",
            "Cookies go along with every request.",
            "Keep cookies small, and off the names that serve static files."),
        "uncapped-upload": LeadText(
            "Uploads without a limit",
            "The step sends more than it receives.",
            "Shrink and compress on the device before sending, and limit the size."),
        "idle-traffic": LeadText(
            "Traffic while nobody acts",
            "The app exchanges data while it is at rest.",
            "Stop timers and trackers when nobody uses the app."),
        "polling": LeadText(
            "Polling",
            "Asking again and again costs even when nothing is new.",
            "Let the server tell what is new, or ask less often."),
        "autocomplete": LeadText(
            "A request at every key",
            "Each letter typed sends a request.",
            "Wait half a second and three letters before asking."),
        "many-connections": LeadText(
            "Many connections",
            "Each connection costs a handshake before any data.",
            "Use one connection for many requests (HTTP/2, HTTP/3, keep-alive)."),
        "slow-step": LeadText(
            "Slow steps",
            "The user waits, and the device stays on meanwhile.",
            "Show what is needed first; load the rest afterwards."),
        "hosting": LeadText(
            "Hosting",
            "Where and how servers run changes their footprint.",
            "Publish where they run and their PUE and WUE; prefer efficient hosts near the users."),
    ]
}
