import Documents
import TrafficMeter

extension MeasurementBuilder {
    /// Everything that a reader must know before trusting the figures.
    func caveats(_ steps: [Step], _ drops: Drops, lighterHosts: Int) -> [Caveat] {
        sourceCaveats(drops) + packetCaveats() + flowCaveats(lighterHosts) + conditions.markerCaveats
            + stepCaveats(steps)
    }

    /// Good, unless a warning says otherwise.
    static func grade(_ warnings: [Caveat]) -> Quality.Grade {
        let codes = Set(warnings.map(\.code))
        let harmless: Set<Caveat.Code> = [
            .packetsTruncated, .packetsDisordered, .noSteps, .hostsTogether, .markersMoved, .hostsUnexpected,
            .moreRunsNeeded, .lossUnseen, .datagramsIgnored,
        ]
        if !codes.isDisjoint(with: Caveat.Code.distrusted) { return .untrusted }
        return codes.isSubset(of: harmless) ? .good : .fair
    }

    private func sourceCaveats(_ drops: Drops) -> [Caveat] {
        var found: [Caveat] = []
        for damage in damages {
            found.append(Caveat(damage.isCut ? .captureCut : .captureDamaged, damage.description))
        }
        let totals = meter.totals
        if totals.packets == 0 {
            found.append(
                Caveat(.captureEmpty, "the capture holds no packet; check interface, filter and that the app was used"))
        }
        let dropped = (drops.kernel ?? 0) + (drops.interface ?? 0) + (drops.full ?? 0)
        if dropped > 0 {
            found.append(
                Caveat(
                    .packetsDropped,
                    "\(counted(dropped, "packet was", "packets were")) dropped while capturing: all totals are \"at least\"",
                    count: dropped))
        } else if drops == Drops(), totals.packets > 0 {
            found.append(Caveat(.dropsUnknown, "the capture doesn't say whether packets were dropped"))
        }
        if totals.truncatedPackets > 0 {
            found.append(
                Caveat(
                    .packetsTruncated,
                    "\(counted(totals.truncatedPackets, "packet is", "packets are")) stored without the end; "
                        + "lengths are exact all the same",
                    count: totals.truncatedPackets))
        }
        return found
    }

    private func packetCaveats() -> [Caveat] {
        var found: [Caveat] = []
        let oddities = meter.oddities
        for (linkType, count) in oddities.unknownLinkTypes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            found.append(
                Caveat(
                    .linkTypeUnknown,
                    "\(counted(count, "packet")) of link type \(linkType) can't be dissected: counted as non-IP",
                    count: count))
        }
        if oddities.withoutTime > 0 {
            found.append(
                Caveat(
                    .packetsWithoutTime, "\(counted(oddities.withoutTime, "packet")) without a time: in no step",
                    count: oddities.withoutTime))
        }
        if oddities.backwards > 0 {
            found.append(
                Caveat(
                    .timeBackwards,
                    "the clock goes back before \(counted(oddities.backwards, "packet")): each counts at its own time",
                    count: oddities.backwards))
        }
        if oddities.disordered > 0 {
            found.append(
                Caveat(
                    .packetsDisordered,
                    "\(counted(oddities.disordered, "packet")) stored a moment after a later one: each counts at its own time",
                    count: oddities.disordered))
        }
        let duplicates = meter.duplicates
        if duplicates.packets > 0 {
            let seen =
                "\(counted(duplicates.packets, "packet was", "packets were")) captured at two points (interfaces or directions), "
                + "\(duplicates.wireBytes) wire bytes: "
            found.append(
                Caveat(
                    .packetsDuplicated,
                    seen
                        + (duplicates.removed
                            ? "counted once; keep them with --duplicates keep"
                            : "counted twice; leave them out with --duplicates remove"),
                    count: duplicates.packets))
        }
        if oddities.superPackets > 0 {
            found.append(
                Caveat(
                    .superPackets,
                    "\(counted(oddities.superPackets, "record")) of more than 1500 bytes, joined by the capturing "
                        + "machine: about \(oddities.hiddenHeaderBytes) bytes of headers aren't in the figures (estimate)",
                    count: oddities.superPackets))
        }
        if oddities.nestedTooDeep > 0 {
            found.append(
                Caveat(
                    .nestedTooDeep,
                    "\(counted(oddities.nestedTooDeep, "packet has", "packets have")) more headers one in another than "
                        + "are followed: counted under the last one that was",
                    count: oddities.nestedTooDeep))
        }
        return found
    }

    private func flowCaveats(_ lighterHosts: Int) -> [Caveat] {
        var found: [Caveat] = []
        let losses = meter.flows.losses
        let missingBytes = losses.missingBytes
        if missingBytes > 0 {
            found.append(
                Caveat(
                    .bytesMissing,
                    "\(counted(missingBytes, "byte")) of TCP payload were acknowledged by the receiver, but aren't in the "
                        + "capture (\(counted(losses.flows, "flow"))): all totals are \"at least\"",
                    count: missingBytes))
        }
        if meter.flows.isFull {
            found.append(
                Caveat(
                    .flowLimit,
                    "\(counted(meter.flows.turnedAway, "packet")) of flows beyond the limit of \(meter.flows.limit): counted "
                        + "as other IP; raise it with --max-flows",
                    count: meter.flows.turnedAway))
        }
        if meter.namesTurnedAway > 0 {
            found.append(
                Caveat(
                    .nameLimit,
                    "\(counted(meter.namesTurnedAway, "name or address", "names and addresses")) beyond the limit: their "
                        + "hosts are listed by address; raise it with --max-names",
                    count: meter.namesTurnedAway))
        }
        if meter.greetingsGivenUp > 0 {
            found.append(
                Caveat(
                    .greetingLimit,
                    "\(counted(meter.greetingsGivenUp, "greeting or answer", "greetings and answers")) given up half read, as "
                        + "too many others were read at a time: their flows may have no name from it",
                    count: meter.greetingsGivenUp))
        }
        if lighterHosts > 0 {
            found.append(
                Caveat(
                    .hostsTogether,
                    "\(counted(lighterHosts, "host")) beyond the heaviest \(SectionBuilder.usualLimit) are listed together as "
                        + "\"\(HostTraffic.otherHosts)\"",
                    count: lighterHosts))
        }
        if losses.disorderedFlows > 0 {
            found.append(
                Caveat(
                    .reorderLimit,
                    "\(counted(losses.disorderedFlows, "flow")) too disordered for exact unique payload bytes",
                    count: losses.disorderedFlows))
        }
        if ends.rule == .sharedEnd {
            found.append(
                Caveat(
                    .deviceGuessed,
                    "the device was taken for the address that most flows share; name it with --device-address"))
        }
        return found
    }

    private func stepCaveats(_ steps: [Step]) -> [Caveat] {
        var found: [Caveat] = []
        if conditions.journey == nil, steps.isEmpty {
            return [Caveat(.noSteps, "no journey and no markers were given: all traffic is outside steps")]
        }
        if conditions.journey == nil {
            found.append(
                Caveat(
                    .conditionsAssumed,
                    "no journey says which terminal and network were used: a smartphone on Wi-Fi is assumed"))
        }
        for step in conditions.timeline.missing {
            found.append(Caveat(.stepMissing, "the step '\(step.id)' of the journey was never marked", step: step.id))
        }
        for step in steps {
            let name = step.iteration == 1 ? "'\(step.id)'" : "'\(step.id)' (iteration \(step.iteration))"
            if step.traffic.both.packets == 0, step.type != .pause {
                found.append(
                    Caveat(
                        .stepWithoutTraffic, "the step \(name) saw no traffic; was the capture running?", step: step.id)
                )
            }
            if let first = meter.totals.first, let last = meter.totals.last, step.end <= first || step.start > last {
                found.append(
                    Caveat(
                        .stepOutsideCapture,
                        "the step \(name) lies wholly outside the capture (\(first) to \(last)); do the clocks agree? else --clock-offset",
                        step: step.id))
            }
        }
        return found
    }
}

/// A count with its word: "1 packet", "2 packets".
private func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
}
