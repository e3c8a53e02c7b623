import Core

/// Up to where files have been written in earlier runs (`--offset-file`): a JSON Lines file, a record for each file, and
/// for those that bore its name before and may still grow, the oldest first.
///
///     {"file":"app.log","device":2049,"inode":1234,"offset":4096,"sha256":"…"}
struct Places: Equatable {
  struct Place: Equatable {
    var identity: FileStatus.Identity
    /// Bytes.
    var offset: Int
    /// Of the bytes before the offset, at most 4 KiB.
    var digest: String
  }

  private struct Malformed: DescribedError {
    var path: String
    var location: Location? { Location(path) }
    var message: String { "not a file of places" }
    var hint: String? { "\(Tail.offsetFile.name) takes a file of its own, which need not exist" }
  }

  private let path: String
  /// When it was written, in nanoseconds since 1970.
  let modified: Int
  private var order: [String] = []
  private var places: [String: [Place]] = [:]

  /// Far more than a name and three numbers take.
  private static let largestRecord = 64 << 10

  /// Reads the file; one that does not exist holds no place.
  init(_ path: String) throws {
    self.path = path
    guard let status = try? FileStatus(path: path) else {
      modified = 0
      return
    }
    modified = status.modified
    let input = try Input.open(path)
    let reader = BlockReader(input.descriptor, name: path, maximumLineSize: Self.largestRecord)
    let members = ObjectMembers<PlaceMember>()
    while let part = try reader.next() {
      guard case .lines(let lines) = part.contents else { throw Malformed(path: path) }
      for line in LineSequence(lines) where !line.bytes.isBlank {
        try read(line.bytes, members)
      }
    }
  }

  private mutating func read(_ line: Bytes, _ members: ObjectMembers<PlaceMember>) throws {
    guard (try? members.read(line)) != nil, let file = members.string(.file)?.text,
      let digest = members.string(.sha256)?.text, let offset = members.scalar(.offset).flatMap({ Int($0.text) }),
      let device = members.scalar(.device).flatMap({ UInt64($0.text) }),
      let inode = members.scalar(.inode).flatMap({ UInt64($0.text) }), offset >= 0
    else { throw Malformed(path: path) }
    add(Place(identity: FileStatus.Identity(device: device, inode: inode), offset: offset, digest: digest), of: file)
  }

  private mutating func add(_ place: Place, of file: String) {
    if places[file] == nil { order.append(file) }
    places[file, default: []].append(place)
  }

  /// Those of a file, the oldest first; the last is that of the file that bore the name.
  subscript(file: String) -> [Place] {
    get { places[file] ?? [] }
    set {
      if places[file] == nil { order.append(file) }
      places[file] = newValue
    }
  }

  /// Takes down up to where a file has been written, and those that bore its name and were written to lately.
  mutating func note(_ file: FollowedFile) {
    let now = Clock.unixNanoseconds
    let older = file.older.filter { input in
      guard let status = try? FileStatus(of: input.descriptor) else { return false }
      return status.linkCount > 0 && now - status.modified < Self.patience
    }
    let noted = (older + (file.current.map { [$0] } ?? [])).compactMap { input -> Place? in
      guard let growing = input.file, let offset = input.offset else { return nil }
      return Place(identity: growing.identity, offset: offset, digest: growing.markDigest(at: offset))
    }
    // A file that is not there now may come back.
    if !noted.isEmpty { self[file.operand] = noted }
  }

  /// Who writes to a file that was renamed opens the new one within an hour, in nanoseconds.
  private static let patience = 3_600_000_000_000

  /// Puts the file in its place, all of it or nothing.
  func write() throws {
    let text = ByteBuffer()
    for file in order {
      for place in places[file] ?? [] {
        text.append("{\"file\":")
        JSONString.appendQuoted(file, to: text)
        text.append(
          ",\"device\":\(place.identity.device),\"inode\":\(place.identity.inode),\"offset\":\(place.offset),")
        text.append("\"sha256\":\"\(place.digest)\"}\n")
      }
    }
    let replacement = try ReplacementFile.open(path)
    try replacement.write(text.bytes)
    try replacement.commit()
  }
}

private enum PlaceMember: Int, MemberName {
  case file, device, inode, offset, sha256

  var text: StaticString {
    switch self {
    case .file: "file"
    case .device: "device"
    case .inode: "inode"
    case .offset: "offset"
    case .sha256: "sha256"
    }
  }
}
