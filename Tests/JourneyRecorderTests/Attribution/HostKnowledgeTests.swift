import Documents
import TestSupport
import Testing

@testable import JourneyRecorder

@Suite struct HostKnowledgeTests {
    private let knowledge: HostKnowledge

    init() throws {
        knowledge = try HostKnowledge.bundled()
    }

    private func told(_ name: String) -> HostAttribution {
        Attribution(knowledge: knowledge).attribution(of: name)
    }

    // Expected is what the sources that the tables name say, not what the tables have.
    @Test(
        "hosts that vendors document have their purpose",
        arguments: [
            ("region1.google-analytics.com", Purpose.audienceMeasurement), ("www.googletagmanager.com", .tagManagement),
            ("firebase-settings.crashlytics.com", .crashReporting), ("mtalk.google.com", .push),
            ("logs1412.xiti.com", .audienceMeasurement), ("abc.pa-cd.com", .audienceMeasurement),
            ("client.matomo.cloud", .audienceMeasurement), ("sslwidget.criteo.com", .advertising),
            ("connect.facebook.net", .social), ("app.adjust.com", .advertising),
            ("o1.ingest.de.sentry.io", .crashReporting), ("notify.bugsnag.com", .crashReporting),
            ("bam.eu01.nr-data.net", .performanceMonitoring), ("browser-intake-datadoghq.eu", .performanceMonitoring),
            ("sdk.privacy-center.org", .consent), ("static.axept.io", .consent), ("cdn.cookielaw.org", .consent),
            ("fonts.gstatic.com", .fonts), ("fonts.googleapis.com", .fonts), ("use.typekit.net", .fonts),
            ("api.mapbox.com", .maps), ("a.tile.openstreetmap.org", .maps), ("data.geopf.fr", .maps),
            ("d111111abcdef8.cloudfront.net", .cdn), ("cdn.jsdelivr.net", .cdn), ("unpkg.com", .cdn),
            ("static.zdassets.com", .customerSupport), ("js.stripe.com", .payment), ("www.paypal.com", .payment),
            ("www.youtube-nocookie.com", .video), ("player.vimeo.com", .video), ("geo.dailymotion.com", .video),
            ("auth.esw.esante.gouv.fr", .authentication), ("1-courier.push.apple.com", .push),
        ])
    func purposes(_ name: String, _ purpose: Purpose) {
        #expect(told(name).service?.purpose == purpose)
    }

    @Test(
        "hosts that many products share have none",
        arguments: [
            "www.google.com", "www.gstatic.com", "storage.googleapis.com", "bucket.s3.amazonaws.com", "app.web.app",
            "sante.example",
        ])
    func shared(_ name: String) {
        #expect(told(name).service == nil)
    }

    @Test(
        "what devices do by themselves is told by kind",
        arguments: [
            ("connectivitycheck.gstatic.com", BackgroundCategory.connectivityCheck), ("mtalk.google.com", .push),
            ("time.android.com", .time), ("2.android.pool.ntp.org", .time), ("captive.apple.com", .connectivityCheck),
            ("mesu.apple.com", .systemUpdate), ("gdmf.apple.com", .systemUpdate), ("swscan.apple.com", .systemUpdate),
            ("courier.push.apple.com", .push), ("time-ios.apple.com", .time), ("is1-ssl.mzstatic.com", .appStore),
            ("www.msftconnecttest.com", .connectivityCheck), ("fe3cr.delivery.mp.microsoft.com", .systemUpdate),
            ("slscr.update.microsoft.com", .systemUpdate), ("time.windows.com", .time),
            ("detectportal.firefox.com", .connectivityCheck), ("update.googleapis.com", .browser),
            ("safebrowsing.googleapis.com", .browser), ("fr.archive.ubuntu.com", .systemUpdate),
            ("deb.debian.org", .systemUpdate), ("r4---sn-25ge7nzr.gvt1.com", .appStore),
        ])
    func background(_ name: String, _ category: BackgroundCategory) {
        #expect(told(name).party == .background)
        #expect(told(name).background == category)
    }

    @Test(
        "hosts that apps use as well are not called background",
        arguments: [
            "www.google.com", "play.googleapis.com", "clients4.google.com", "accounts.google.com", "appleid.apple.com",
            "gateway.icloud.com", "ocsp.digicert.com", "ctldl.windowsupdate.com", "www.microsoft.com",
            "firebaseinstallations.googleapis.com", "app-measurement.com", "www.apple.com", "graph.facebook.com",
        ])
    func ambiguous(_ name: String) {
        #expect(told(name).party == .unknown)
        #expect(told(name).background == nil)
    }

    @Test("each purpose and each kind of background occurs, and there are as many hosts as matter")
    func coverage() {
        #expect(Set(knowledge.operators.entries.map(\.value.purpose)) == Set(Purpose.allCases))
        #expect(Set(knowledge.background.entries.map(\.category)) == Set(BackgroundCategory.allCases))
        #expect(knowledge.operators.hostCount > 200)
        #expect(knowledge.background.hostCount > 90)
    }

    @Test("all names of the reference captures are looked up, and it is said how many are known", .reference)
    func corpus() throws {
        var names: Set<String> = []
        for capture in ReferenceCapture.all {
            let rows = try capture.flows()
            let column = try #require(rows.first?.firstIndex(of: "hosts"))
            for row in rows.dropFirst() where row.count > column {
                for name in row[column].split(separator: ";") { names.insert(String(name)) }
            }
        }
        let told = names.sorted().map(told)
        let (services, background) = (told.count { $0.service != nil }, told.count { $0.party == .background })
        print("reference captures: \(names.count) names, \(told.count { $0.domain != nil }) with a registrable domain,")
        print("  \(services) with operator and purpose, \(background) background")
        #expect(names.count > 100)
        #expect(told.allSatisfy { $0.party == .background || $0.party == .unknown })
        #expect(services > 0 && background > 0)
    }
}
