/// A JSON Pointer (RFC 6901) that may hold wild cards: `*` stands for one name or index, `**` for any number of them.
///
/// A name that is really `*` is written `~2`, which RFC 6901 leaves free.
package struct PointerPattern: Equatable, Sendable {
  package enum Step: Equatable, Sendable {
    /// The decoded name, or the index in decimal.
    case token([UInt8])
    case any
    case anyDepth
  }

  package struct SyntaxError: DescribedError, Equatable {
    package var message: String { "a pointer is empty or starts with '/', and '~' stands only in ~0, ~1 and ~2" }
  }

  package var steps: [Step]

  package init(_ text: String) throws(SyntaxError) {
    steps = []
    guard !text.isEmpty else { return }
    guard text.utf8.first == UInt8(ascii: "/") else { throw SyntaxError() }
    for token in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      steps.append(try Self.step(Array(token)))
    }
  }

  private static func step(_ token: [UInt8]) throws(SyntaxError) -> Step {
    if token == Array("*".utf8) { return .any }
    if token == Array("**".utf8) { return .anyDepth }
    var decoded: [UInt8] = []
    var rest = token[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "~") else {
        decoded.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "0"): decoded.append(UInt8(ascii: "~"))
      case UInt8(ascii: "1"): decoded.append(UInt8(ascii: "/"))
      case UInt8(ascii: "2"): decoded.append(UInt8(ascii: "*"))
      default: throw SyntaxError()
      }
    }
    return .token(decoded)
  }

  /// Whether the pattern names the place that `path` leads to, or something that contains it.
  ///
  /// - Parameter path: decoded names and decimal indices, from the root.
  /// - Complexity: O(`steps.count * path.count`).
  package func covers(_ path: [[UInt8]]) -> Bool {
    follow(path) { $0.contains(steps.count) }
  }

  /// Whether the pattern names the very place that `path` leads to.
  ///
  /// - Parameter path: decoded names and decimal indices, from the root.
  /// - Complexity: O(`steps.count * path.count`).
  package func names(_ path: [[UInt8]]) -> Bool {
    var left = path.count + 1
    return follow(path) { next in
      left -= 1
      return left == 0 && next.contains(steps.count)
    }
  }

  /// Follows a path from the root until `isEnough` says so.
  ///
  /// - Parameter isEnough: takes the steps that could come next; behind the last step the pattern is used up.
  private func follow(_ path: [[UInt8]], isEnough: (Set<Int>) -> Bool) -> Bool {
    var next = Set([0])
    widen(&next)
    if isEnough(next) { return true }
    for token in path {
      var following: Set<Int> = []
      for place in next where place < steps.count {
        switch steps[place] {
        case .token(let name): if name == token { following.insert(place + 1) }
        case .any: following.insert(place + 1)
        case .anyDepth: following.insert(place)
        }
      }
      widen(&following)
      if isEnough(following) { return true }
      next = following
    }
    return false
  }

  /// A `**` may stand for nothing.
  private func widen(_ places: inout Set<Int>) {
    for place in places.sorted() {
      var place = place
      while place < steps.count, steps[place] == .anyDepth {
        place += 1
        places.insert(place)
      }
    }
  }
}

/// A place in a JSON text, written as a JSON Pointer.
package enum JSONPointer {
  /// The pointer for a path of decoded names and decimal indices; ill-formed UTF-8 is mended.
  package static func text(_ path: [[UInt8]]) -> String {
    var bytes: [UInt8] = []
    for token in path {
      bytes.append(UInt8(ascii: "/"))
      for byte in token {
        switch byte {
        case UInt8(ascii: "~"): bytes += Array("~0".utf8)
        case UInt8(ascii: "/"): bytes += Array("~1".utf8)
        default: bytes.append(byte)
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
