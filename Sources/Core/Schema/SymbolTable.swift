/// The strings that a schema asks for by name: of members, and of constants. Each has a number from 1 on, so that a
/// record's strings are looked up once, while it is read, and afterwards only numbers are compared.
final class SymbolTable: @unchecked Sendable {
  // Filled while a schema is compiled, by one thread; only read afterwards.
  private var symbols: [[UInt8]: Int] = [:]
  private(set) var names: [[UInt8]] = []
  private var slots: UnsafeMutablePointer<Slot>
  private var slotCount: Int
  private var frozen = View()

  fileprivate struct Slot: BitwiseCopyable {
    var hash: UInt64 = 0
    /// 0 in an empty slot.
    var symbol: UInt32 = 0
    var size: UInt32 = 0
    var name: UnsafePointer<UInt8>?
  }

  init() {
    slotCount = 1
    slots = .allocate(capacity: 1)
    slots.initialize(to: Slot())
  }

  deinit {
    for index in 0..<slotCount { slots[index].name?.deallocate() }
    slots.deallocate()
  }

  var count: Int { names.count }

  /// The number of a string, decoded, which it gets now if it has none.
  func insert(_ name: [UInt8]) -> Int {
    if let known = symbols[name] { return known }
    names.append(name)
    symbols[name] = names.count
    return names.count
  }

  /// Makes the table that readers look into; nothing is inserted afterwards.
  func freeze() {
    var size = 2
    while size < names.count * 2 { size *= 2 }
    for index in 0..<slotCount { slots[index].name?.deallocate() }
    slots.deallocate()
    slotCount = size
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(), count: size)
    var longest = 0
    let factor = UInt64.random(in: .min ... .max) | 1
    for (index, name) in names.enumerated() {
      longest = max(longest, name.count)
      // A few bytes more, so that words can be read whole.
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: name.count + 8)
      copy.initialize(repeating: 0, count: name.count + 8)
      for (offset, byte) in name.enumerated() { copy[offset] = byte }
      let hash = View.hash(copy, name.count, room: name.count + 8, factor)
      var place = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[place].symbol != 0 { place = (place + 1) & (size - 1) }
      slots[place] = Slot(
        hash: hash, symbol: UInt32(truncatingIfNeeded: index + 1), size: UInt32(truncatingIfNeeded: name.count),
        name: UnsafePointer(copy))
    }
    frozen = View(slots: slots, mask: size - 1, longest: longest, factor: factor, decoded: nil)
  }

  /// What one thread looks into; valid as long as the table is there.
  var view: View {
    var view = frozen
    view.decoded = ByteBuffer(capacity: 64)
    return view
  }

  /// A frozen table, for one thread.
  struct View {
    fileprivate var slots: UnsafeMutablePointer<Slot>?
    fileprivate var mask = 0
    fileprivate var longest = -1
    fileprivate var factor: UInt64 = 1
    fileprivate var decoded: ByteBuffer?

    /// The number of a string that stands in a text, 0 if it has none.
    @inline(__always)
    func symbol(_ range: Range<Int>, in text: Bytes, hasEscapes: Bool) -> Int {
      let size = range.upperBound &- range.lowerBound
      guard !hasEscapes else { return decodedSymbol(range, in: text) }
      guard size <= longest, let base = text.baseAddress else { return 0 }
      return symbol(base + range.lowerBound, size, room: text.count &- range.lowerBound)
    }

    @inline(__always)
    private func symbol(_ name: UnsafePointer<UInt8>, _ size: Int, room: Int) -> Int {
      guard let slots else { return 0 }
      let hash = Self.hash(name, size, room: room, factor)
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place].symbol != 0 {
        if slots[place].hash == hash, Int(slots[place].size) == size,
          Bytes(start: name, count: size).equals(Bytes(start: slots[place].name, count: size))
        {
          return Int(slots[place].symbol)
        }
        place = (place &+ 1) & mask
      }
      return 0
    }

    @inline(never)
    private func decodedSymbol(_ range: Range<Int>, in text: Bytes) -> Int {
      // An escape is at most six times as long as what it stands for.
      guard range.count <= longest &* 6, let decoded else { return 0 }
      decoded.removeAll()
      JSONString.decode(text.slice(range), into: decoded, keepsLoneSurrogates: true)
      guard decoded.count <= longest, let base = decoded.bytes.baseAddress else { return 0 }
      return symbol(base, decoded.count, room: decoded.count)
    }

    /// Eight bytes a step, each folded in by the two halves of a full product.
    ///
    /// - Parameter room: how many bytes may be read; those behind the name do not count.
    @inline(__always)
    fileprivate static func hash(
      _ name: UnsafePointer<UInt8>, _ size: Int, room: Int, _ factor: UInt64
    ) -> UInt64 {
      var hash = UInt64(truncatingIfNeeded: size)
      guard size >= 8 else { return folded(hash ^ Word.load(name, size: size, room: room), factor) }
      var offset = 0
      while offset < size &- 8 {
        hash = folded(hash ^ Word.load(name + offset), factor)
        offset &+= 8
      }
      return folded(hash ^ Word.load(name + (size &- 8)), factor)
    }

    @inline(__always)
    private static func folded(_ first: UInt64, _ second: UInt64) -> UInt64 {
      let product = first.multipliedFullWidth(by: second)
      return product.high ^ product.low
    }
  }
}
