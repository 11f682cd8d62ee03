/// Words of the reports that are explained.
enum ExplainedTerm: String, CaseIterable {
    case wireBytes, ipBytes, payloadBytes, uniquePayloadBytes, flow, connections, step, outside, party, hotSpot, grade
    case quality, opening
}
