import TrafficMeter

extension Flow {
    /// Name resolution: 53 (RFC 1035), 853 (RFC 7858), 5353 (RFC 6762), 5355 (RFC 4795).
    private static let resolverPorts: [UInt16] = [53, 853, 5353, 5355]

    /// Whether it resolves names, whatever its host is called.
    func isResolver(_ server: Endpoint, _ hello: FlowHello?) -> Bool {
        Self.resolverPorts.contains(server.port) || hello?.offersDNS == true
    }

    /// Whether it resolves names, or its host is known to.
    func isResolver(_ name: ArraySlice<UInt8>?, _ server: Endpoint, _ hello: FlowHello?, _ resolvers: KnownResolvers)
        -> Bool
    {
        isResolver(server, hello)
            || EncryptedDNS(kind, port: server.port, serverName: name, resolvers: resolvers) != nil
    }
}
