import Testing

@testable import TrafficMeter

@Suite struct QUICVersionTests {
    static let layouts: [(UInt32, QUICVersion.Layout)] = [
        (1, .ietf), (0x6B33_43CF, .ietf), (0x709A_50C4, .ietf), (0xFF00_0015, .unknown), (0xFF00_0016, .ietf),
        (0xFF00_0022, .ietf), (0xFF00_0023, .unknown), (0xFACE_B002, .ietf), (0x1A2A_3A4A, .ietf), (0, .unknown),
        (2, .unknown), (0x5130_3233, .unknown), (0x5130_3235, .googlePublic), (0x5130_3433, .googlePublic),
        (0x5130_3434, .googleLong), (0x5130_3436, .googleLong), (0x5130_3530, .googleIETF),
        (0x5430_3531, .googleIETF), (0x5130_3A30, .unknown), (0x4744_4D50, .unknown),
    ]

    @Test("each number has its layout", arguments: layouts)
    func layout(_ number: UInt32, _ layout: QUICVersion.Layout) {
        #expect(QUICVersion(rawValue: number).layout == layout)
    }

    @Test("what Google made with its own handshake isn't TLS")
    func handshakes() {
        #expect(!QUICVersion.q050.usesTLS)
        #expect(QUICVersion.t051.usesTLS)
        #expect(QUICVersion.v1.usesTLS)
        #expect(QUICVersion(rawValue: 0x5130_3433).gquicNumber == 43)
    }
}
