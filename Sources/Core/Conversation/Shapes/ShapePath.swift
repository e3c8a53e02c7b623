/// The names that lead to a value, a byte each, the innermost lowest: up to eight levels, which no shape exceeds.
struct ShapePath: Equatable, Hashable, BitwiseCopyable {
  private(set) var names: UInt64 = 0

  static let root = ShapePath()

  init(_ names: ShapeName...) {
    for name in names { self = appending(name) }
  }

  @inline(__always)
  func appending(_ name: ShapeName) -> ShapePath {
    var path = self
    path.names = names &<< 8 | UInt64(name.rawValue)
    return path
  }
}

/// Where a value of a chat record stands.
package struct ChatPlace: Equatable, BitwiseCopyable, Sendable {
  /// Of the value's first byte, a string's opening quote, in the record.
  package var offset: Int
  var path: ShapePath
  /// Of the elements that the path leads through, the outer first.
  var firstIndex: Int32 = 0
  var secondIndex: Int32 = 0

  /// The JSON Pointer. It holds names of the shape and indices alone, so no data; a name that the shape does not know
  /// is written `*`.
  package var pointer: String {
    var pointer = ""
    var indices = [firstIndex, secondIndex].makeIterator()
    for shift in stride(from: 56, through: 0, by: -8) {
      guard let name = ShapeName(rawValue: UInt8(truncatingIfNeeded: path.names >> UInt64(shift))) else { continue }
      switch name {
      case .element: pointer += "/\(indices.next() ?? 0)"
      case .other: pointer += "/*"
      default: pointer += "/\(Bytes(name.text).text)"
      }
    }
    return pointer
  }
}
