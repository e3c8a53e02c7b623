import Core

/// What `--stats` tells of a file.
struct Statistics {
  private var roles: [ChatRecord.Kind: Int] = [:]
  private var firstTime: String?
  private var lastTime: String?

  /// Where logs keep the time of a record.
  static let times = [
    "/timestamp", "/ts", "/time", "/@timestamp", "/created_at", "/createdAt", "/created", "/captured_at", "/date",
    "/datetime", "/data/created_at",
  ].compactMap { try? PointerPattern($0) }

  mutating func add(_ kind: ChatRecord.Kind) {
    roles[kind, default: 0] += 1
  }

  /// Takes the time of a record, if it has one.
  mutating func addTime(of record: Bytes, _ finder: ValueFinder) {
    guard (try? finder.read(record)) != nil else { return }
    for place in finder.places {
      let value = record.slice(place)
      guard Self.isTime(value) else { continue }
      if firstTime == nil { firstTime = value.text }
      lastTime = value.text
      return
    }
  }

  mutating func add(_ other: Statistics) {
    roles.merge(other.roles, uniquingKeysWith: +)
    firstTime = firstTime ?? other.firstTime
    lastTime = other.lastTime ?? lastTime
  }

  /// Whether a value can be nothing but a time: digits and what stands between them, and the letters of a zone.
  private static func isTime(_ value: Bytes) -> Bool {
    guard value.count <= 42 else { return false }
    var digitCount = 0
    for byte in value {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digitCount += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: " "),
        UInt8(ascii: "T"), UInt8(ascii: "Z"), UInt8(ascii: "\""):
        continue
      default: return false
      }
    }
    return digitCount >= 6
  }

  /// One JSON object, ended by LF.
  func text(file: String, profile: Profile, tally: Tally, size: Int) -> String {
    let buffer = ByteBuffer()
    buffer.append("{\"file\":")
    JSONString.appendQuoted(file, to: buffer)
    buffer.append(",\"profile\":\"\(profile.rawValue)\",\"lines\":\(tally.lineCount),\"bytes\":\(size)" as String)
    buffer.append(",\"errors\":\(tally.errorCount),\"warnings\":\(tally.warningCount),\"roles\":{" as String)
    let counts = ChatRecord.Kind.allCases.compactMap { kind in
      roles[kind].map { "\"\(kind.rawValue)\":\($0)" }
    }
    buffer.append(counts.joined(separator: ","))
    buffer.append("},\"first\":\(firstTime ?? "null"),\"last\":\(lastTime ?? "null")}\n" as String)
    return buffer.bytes.text
  }
}
