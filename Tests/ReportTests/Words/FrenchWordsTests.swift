import Documents
import Testing

@testable import Report

@Suite("French words")
struct FrenchWordsTests {
    private static let codes: [Caveat.Code] = [
        .captureCut, .captureDamaged, .captureEmpty, .packetsDropped, .dropsUnknown, .packetsTruncated,
        .packetsWithoutTime, .timeBackwards, .packetsDisordered, .conditionsAssumed, .linkTypeUnknown, .superPackets,
        .flowLimit, .reorderLimit, .deviceGuessed, .lossUnseen, .datagramsIgnored, .greetingLimit, .machineSlept,
        .clockStepped, .recordingResumed,
        .stepMissing, .stepWithoutTraffic, .stepOutsideCapture, .noSteps, .markersMoved, .syncNotFound, .syncAmbiguous,
        .stepsApproximate, .energyAbsent, .displayTimeAbsent,
        .restTrafficHeavy, .stepTooShort, .markersTooClose, .hostsUnexpected, .cacheUnstated, .runsTooFew,
        .spreadTooWide, .runOutlying, .moreRunsNeeded,
    ]

    private func caveat(_ code: Caveat.Code, count: Int? = nil) -> String? {
        FrenchWords().caveat(Caveat(code, "in English", count: count), Language.fr.figures)
    }

    @Test("every caveat that this version knows has a French sentence, with and without a count", arguments: codes)
    func known(_ code: Caveat.Code) throws {
        for count in [nil, 0, 1, 2, 12_345] {
            let sentence = try #require(caveat(code, count: count))
            #expect(sentence.hasSuffix(".") && sentence.first?.isLowercase == false)
            #expect(!sentence.contains("  ") && !sentence.contains("'") && !sentence.contains(" :"))
        }
    }

    @Test("what to do is said in both languages, each in its own words", arguments: codes)
    func advice(_ code: Caveat.Code) {
        let (english, french) = (EnglishWords().advice(on: code), FrenchWords().advice(on: code))
        // English messages carry more advice themselves, so that French has it in more places.
        if english != nil { #expect(french != nil) }
        #expect(english == nil || english != french)
        for sentence in [english, french].compactMap(\.self) { #expect(sentence.hasSuffix(".")) }
        #expect(french?.contains("'") != true)
    }

    @Test("a caveat of a later version keeps its English message")
    func unknown() {
        #expect(caveat(Caveat.Code(rawValue: "solarFlare")) == nil)
    }

    @Test("French counts none and one in the singular")
    func plurals() {
        #expect(
            caveat(.packetsDropped, count: 1)
                == "1 paquet perdu pendant la capture\u{A0}: les totaux sont des minimums.")
        #expect(
            caveat(.packetsDropped, count: 2_210)
                == "2\u{202F}210 paquets perdus pendant la capture\u{A0}: les totaux sont des minimums.")
        #expect(
            caveat(.flowLimit) == "Trop de flux\u{A0}: des paquets comptés en autre trafic IP.")
        #expect(FrenchWords().hosts(0, Language.fr.figures) == "0 hôte")
        #expect(FrenchWords().hosts(2, Language.fr.figures) == "2 hôtes")
    }

    @Test("the first of a month is le 1er")
    func dates() {
        #expect(
            FrenchWords().moment(year: "2026", month: 8, day: 1, clock: "09:00:00") == "1er août 2026 à 09:00:00 UTC")
        #expect(
            FrenchWords().moment(year: "2026", month: 8, day: 31, clock: "09:00:00") == "31 août 2026 à 09:00:00 UTC")
    }

    @Test("each purpose and each kind of background has a name of its own in both languages")
    func vocabulary() {
        for words in [EnglishWords(), FrenchWords()] as [any Words] {
            #expect(Set(Purpose.allCases.map { words.name(of: $0) }).count == Purpose.allCases.count)
            let background = BackgroundCategory.allCases.map { words.name(of: $0) }
            #expect(Set(background).count == BackgroundCategory.allCases.count)
        }
    }
}
