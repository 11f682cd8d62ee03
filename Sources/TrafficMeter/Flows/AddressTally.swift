/// Finds the address that occurs most among millions, in 8 bytes an occurrence.
enum AddressTally {
    /// The address that occurs most.
    ///
    /// - Parameter visit: gives each occurrence to the function that it is called with; called twice, with the same result.
    /// - Returns: at a tie a private address before a public one, then the lower one; `nil` if there is none.
    static func mostFrequent(_ visit: ((IPAddress) -> Void) -> Void) -> IPAddress? {
        let key = KeyedHash()
        var hashes: [UInt64] = []
        visit { hashes.append(key.hash($0)) }
        hashes.sort()
        var (most, run) = (0, 0)
        var top: Set<UInt64> = []
        for (index, hash) in hashes.enumerated() {
            run = index > 0 && hashes[index - 1] == hash ? run + 1 : 1
            if run > most {
                most = run
                top = [hash]
            } else if run == most {
                top.insert(hash)
            }
        }
        // As many as occur equally often share the first place.
        var best: IPAddress?
        visit { address in
            guard top.contains(key.hash(address)) else { return }
            if best.map({ isBefore(address, $0) }) ?? true { best = address }
        }
        return best
    }

    private static func isBefore(_ one: IPAddress, _ other: IPAddress) -> Bool {
        if one.isPrivate != other.isPrivate { return one.isPrivate }
        return (one.high, one.low) < (other.high, other.low)
    }
}

extension KeyedHash {
    fileprivate func hash(_ address: IPAddress) -> UInt64 {
        fold(address.low, address.high ^ (address.isIPv6 ? 1 << 63 : 0))
    }
}
