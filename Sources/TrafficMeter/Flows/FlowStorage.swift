import Glibc

/// Where the flows of a table are: one behind the other, and the slots that find them.
///
/// Unsafe, since an array of a million flows would be copied as it grows, and would be asked at every packet whether anybody else
/// holds it. Copied freely, it stays good until its owner, a `FlowStorage`, appends a flow or goes.
@safe
struct FlowMemory {
    /// `count` flows are initialised. They are plain bytes without references, which need no destroying.
    fileprivate var flows: UnsafeMutablePointer<Flow>
    fileprivate(set) var count = 0
    /// Half of the flow's hash, and in the lower half its position + 1; 0 is free. Of `mask` + 1, a power of two, at most two thirds
    /// are in use.
    fileprivate var slots: UnsafeMutablePointer<UInt64>
    fileprivate var mask: Int
    fileprivate let hash: KeyedHash

    /// A flow by its position, which must be below `count`.
    @inline(__always)
    subscript(position: Int) -> Flow {
        unsafeAddress {
            precondition(position >= 0 && position < count, "a flow's position is below their number")
            return unsafe UnsafePointer(flows + position)
        }
        nonmutating unsafeMutableAddress {
            precondition(position >= 0 && position < count, "a flow's position is below their number")
            return unsafe flows + position
        }
    }

    /// The position of the flow with a key; -1 if there is none.
    @inline(__always)
    func position(of key: FlowKey) -> Int {
        let hashed = key.hash(hash)
        var slot = Int(truncatingIfNeeded: hashed) & mask
        while true {
            // The mask keeps it below the number of slots, and a slot's position is below that of flows.
            let entry = unsafe slots[slot]
            if entry == 0 { return -1 }
            if (entry ^ hashed) >> 32 == 0 {
                let position = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
                if unsafe flows[position].key == key { return position }
            }
            slot = (slot &+ 1) & mask
        }
    }
}

/// Owns a table's flows, in memory that grows without a copy being made.
///
/// `FlowTable` is the only one that has one, and copies it before a change when another table shares it.
final class FlowStorage: @unchecked Sendable {
    // @unchecked: what is shared is never changed.

    private(set) var memory: FlowMemory
    private var capacity = 1024

    init() {
        unsafe memory = FlowMemory(
            flows: Self.allocate(1024), slots: Self.allocate(2048, zeroed: true), mask: 2047, hash: KeyedHash())
    }

    /// A copy.
    init(_ other: FlowStorage) {
        let source = other.memory
        capacity = other.capacity
        memory = source
        unsafe memory.flows = Self.allocate(capacity)
        unsafe memory.flows.initialize(from: source.flows, count: source.count)
        unsafe memory.slots = Self.allocate(source.mask + 1)
        unsafe memory.slots.initialize(from: source.slots, count: source.mask + 1)
    }

    deinit {
        unsafe free(memory.flows)
        unsafe free(memory.slots)
    }

    /// Appends a flow that its key doesn't find yet; it will from now on, unless `isFound` is false.
    func append(_ flow: Flow, isFound: Bool = true) {
        if memory.count == capacity { growFlows() }
        unsafe (memory.flows + memory.count).initialize(to: flow)
        memory.count += 1
        guard isFound else { return }
        if memory.count * 3 > (memory.mask + 1) * 2 { growSlots() } else { place(memory.count - 1) }
    }

    private func place(_ position: Int) {
        let hashed = memory[position].key.hash(memory.hash)
        var slot = Int(truncatingIfNeeded: hashed) & memory.mask
        while unsafe memory.slots[slot] != 0 { slot = (slot + 1) & memory.mask }
        unsafe memory.slots[slot] = (hashed >> 32) << 32 | UInt64(position + 1)
    }

    private func growFlows() {
        capacity *= 2
        // realloc moves pages rather than bytes once they are many (mremap).
        guard let longer = unsafe realloc(memory.flows, capacity * MemoryLayout<Flow>.stride) else {
            Self.outOfMemory()
        }
        unsafe memory.flows = longer.bindMemory(to: Flow.self, capacity: capacity)
    }

    private func growSlots() {
        unsafe free(memory.slots)
        memory.mask = memory.mask * 2 + 1
        unsafe memory.slots = Self.allocate(memory.mask + 1, zeroed: true)
        for position in 0..<memory.count { place(position) }
    }

    private static func allocate<Element>(_ count: Int, zeroed: Bool = false) -> UnsafeMutablePointer<Element> {
        let stride = MemoryLayout<Element>.stride
        guard let bytes = unsafe zeroed ? calloc(count, stride) : malloc(count * stride) else { outOfMemory() }
        return unsafe bytes.bindMemory(to: Element.self, capacity: count)
    }

    /// Ends the program, as an array that can't grow would; what keeps it from happening is the limit of flows.
    private static func outOfMemory() -> Never {
        fatalError("no memory is left for more flows; lower --max-flows")
    }
}
