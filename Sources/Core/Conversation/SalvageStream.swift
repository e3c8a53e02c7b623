/// Takes the lines of a file one after the other and parts them into what is kept and what is left out; of lines that
/// are one record together it makes one.
///
/// It holds lines back only while they may be parts of one record, and never more than a mebibyte of them.
package final class SalvageStream {
  /// A part of a line, or a record made of several.
  package struct Part {
    /// Valid while the part is told.
    package var bytes: Bytes
    package var fate: Salvage.Fate
    /// The line that it begins in.
    package var line: Line
    /// In that line; for a record of several lines, as far as it goes in the first.
    package var range: Range<Int>
    /// Whether an LF that ends its line goes with it: a record has one anyway, and so goes what stands beside one.
    package var takesNewline: Bool
    /// Whether the line in which it ends has an LF.
    package var isTerminated: Bool
  }

  /// A line that waits, in memory of its own.
  private final class HeldLine {
    let bytes = ByteBuffer(capacity: 64)
    let number: Int
    let offset: Int
    let isTerminated: Bool

    init(_ line: Line) {
      bytes.append(line.bytes)
      number = line.number
      offset = line.offset
      isTerminated = line.isTerminated
    }

    var line: Line {
      Line(bytes: bytes.bytes, number: number, offset: offset, isTerminated: isTerminated)
    }
  }

  /// A torn record at the end of a line, which the next lines may complete.
  private struct Open {
    var range: Range<Int>
    var error: RecordError
    var takesNewline: Bool
  }

  private var salvage = Salvage()
  private var spread = SpreadRecord()
  private var open: Open?
  /// The lines that have been added to what is open.
  private var held: [HeldLine] = []
  /// Lines still to be looked at, when those before turned out to be no record together.
  private var waiting: [HeldLine] = []
  private var takenCount = 0
  /// Damaged lines at the beginning of the file.
  private var early: [HeldLine] = []
  private var earlyCount = 0
  private var hasMetRecord = false
  private static let mostEarly = 100

  package init() {}

  /// Whether lines are held back: then every line must be taken, also a whole one.
  package var isHolding: Bool { open != nil || !early.isEmpty }

  /// Takes note of how whole records begin that need not be taken.
  package func note(_ kinds: RecordKinds) {
    salvage.kinds.add(kinds)
    hasMetRecord = true
  }

  /// Takes the next line.
  ///
  /// - Parameter tell: is called for each part of it and of lines that were held back, in their order.
  package func take(_ line: Line, _ tell: (Part) -> Void) {
    takenCount += line.bytes.count + 1
    guard hasMetRecord else { return takeEarly(line, tell) }
    takeNow(line, tell)
  }

  /// Damage before the first whole record waits for it, as far as there is room: it tells what records look like.
  private func takeEarly(_ line: Line, _ tell: (Part) -> Void) {
    hasMetRecord = salvage.isWhole(line.bytes, isTerminated: line.isTerminated)
    if hasMetRecord { salvage.kinds.note(line.bytes) }
    earlyCount += line.bytes.count
    if !hasMetRecord, early.count < Self.mostEarly, earlyCount < SpreadRecord.largest {
      early.append(HeldLine(line))
      return
    }
    hasMetRecord = true
    takeWaiting(tell)
    takeNow(line, tell)
  }

  private func takeWaiting(_ tell: (Part) -> Void) {
    let lines = early
    early = []
    for line in lines { takeNow(line.line, tell) }
  }

  private func takeNow(_ line: Line, _ tell: (Part) -> Void) {
    guard open != nil else {
      part(line, from: 0, tell)
      if open != nil { held = [HeldLine(line)] }
      return
    }
    waiting.append(HeldLine(line))
    work(tell)
  }

  /// Says that no line follows, or one that is not shown.
  package func end(_ tell: (Part) -> Void) {
    takeWaiting(tell)
    while open != nil {
      giveUp(tell)
      work(tell)
    }
  }

  private func work(_ tell: (Part) -> Void) {
    var next = 0
    while next < waiting.count {
      let line = waiting[next]
      guard open != nil else {
        part(line.line, from: 0, tell)
        if open != nil { held = [line] }
        next += 1
        continue
      }
      switch spread.add(line.line.bytes) {
      case .open:
        held.append(line)
        next += 1
      case .whole(let end):
        tellJoined(upTo: line, tell)
        part(line.line, from: end, tell)
        if open != nil { held = [line] }
        next += 1
      case .failed:
        waiting.removeFirst(next)
        next = 0
        giveUp(tell)
      }
    }
    waiting.removeAll()
  }

  /// Leaves out the torn record, and looks at the lines behind it anew.
  private func giveUp(_ tell: (Part) -> Void) {
    guard let open, let first = held.first?.line else { return }
    self.open = nil
    waiting.insert(contentsOf: held.dropFirst(), at: 0)
    tell(
      Part(
        bytes: first.bytes.slice(open.range), fate: .malformed(open.error), line: first, range: open.range,
        takesNewline: open.takesNewline, isTerminated: first.isTerminated))
    held = []
  }

  private func tellJoined(upTo last: HeldLine, _ tell: (Part) -> Void) {
    guard let open, let first = held.first else { return }
    self.open = nil
    tell(
      Part(
        bytes: spread.text, fate: .joined(lineCount: spread.lineCount), line: first.line, range: open.range,
        takesNewline: false, isTerminated: last.isTerminated))
    held = []
  }

  /// Parts what stands in a line from an offset on.
  private func part(_ line: Line, from start: Int, _ tell: (Part) -> Void) {
    let text = line.bytes.slice(start, line.bytes.count)
    // Behind a record there need be nothing.
    if start > 0, text.isEmpty { return }
    var hasKept = start > 0
    var kept: [Range<Int>] = []
    salvage.part(text, isTerminated: line.isTerminated) { partRange, partFate in
      let range = partRange.lowerBound + start..<partRange.upperBound + start
      let isLast = range.upperBound == line.bytes.count
      let bytes = line.bytes.slice(range)
      let fate = partFate.moved(by: start)
      if fate == .kept {
        hasKept = true
        // The first say how records begin.
        if kept.count < 32 { kept.append(range) }
      }
      let takesNewline = isLast && line.isTerminated && !(hasKept && (fate == .kept || fate.isGap))
      if case .malformed(let error) = fate, isLast, line.isTerminated, Self.mayGoOn(error, behind: line.bytes),
        isAffordable, spread.begin(with: bytes)
      {
        open = Open(range: range, error: error, takesNewline: takesNewline)
        return
      }
      tell(
        Part(
          bytes: bytes, fate: fate, line: line, range: range, takesNewline: takesNewline,
          isTerminated: line.isTerminated))
    }
    for range in kept { salvage.kinds.note(line.bytes.slice(range)) }
  }

  /// Whether what is missing may stand behind the line end, of which a CR is a part.
  private static func mayGoOn(_ error: RecordError, behind line: Bytes) -> Bool {
    error.isTruncation
      || error.fault == .controlCharacter && error.offset == line.count - 1 && line.last == UInt8(ascii: "\r")
  }

  /// However an input is made, the search for spread records takes no more than a small multiple of its size.
  private var isAffordable: Bool { spread.checkedCount <= 8 * (takenCount + SpreadRecord.largest) }
}

extension Salvage.Fate {
  /// Whether there was no data in it.
  package var isGap: Bool {
    switch self {
    case .nulBytes, .byteOrderMark, .space: true
    case .kept, .joined, .tornTail, .tornRecord, .malformed: false
    }
  }

  fileprivate func moved(by offset: Int) -> Salvage.Fate {
    guard case .malformed(let error) = self else { return self }
    return .malformed(RecordError(error.fault, at: error.offset + offset))
  }
}
