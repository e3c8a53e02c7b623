/// A line on standard error that says how far a long run has come: bytes, percent, rate, time left.
package final class Progress {
  private let size: Int?
  private let width: Int
  private let start = Clock.monotonicNanoseconds
  private var bytes = 0
  /// Nothing is drawn in the first second, and then ten times a second at most.
  private var nextDrawing: UInt64
  private var isDrawn = false

  private static let second: UInt64 = 1_000_000_000

  package init(size: Int?, width: Int) {
    self.size = size
    self.width = width
    nextDrawing = start + Self.second
  }

  /// Adds to the bytes that are done and draws, if it is time to.
  package func advance(bytes count: Int) {
    bytes += count
    let now = Clock.monotonicNanoseconds
    guard now >= nextDrawing else { return }
    nextDrawing = now + Self.second / 10
    draw(Self.line(bytes: bytes, size: size, nanoseconds: now - start))
  }

  /// Takes the line off the terminal; the next `advance` may draw it again.
  package func erase() {
    guard isDrawn else { return }
    isDrawn = false
    put("\r\u{1B}[K")
  }

  /// The text of the line, for example `1.5 GB  42 %  310 MB/s  0:07 left`.
  package static func line(bytes: Int, size: Int?, nanoseconds: UInt64) -> String {
    let seconds = max(Double(nanoseconds) / Double(second), 0.001)
    let rate = Double(bytes) / seconds
    var line = amount(Double(bytes))
    if let size, size > 0 {
      line += "  \(min(100, Int(Double(bytes) / Double(size) * 100))) %"
    }
    line += "  \(amount(rate))/s"
    if let size, size > bytes, rate > 0 {
      let left = Int(min(Double(size - bytes) / rate, 359_999))
      line += "  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
    }
    return line
  }

  private static func amount(_ value: Double) -> String {
    var value = value
    var unit = 0
    let units = ["B", "kB", "MB", "GB", "TB"]
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    guard unit > 0, value < 10 else { return "\(Int(value)) \(units[unit])" }
    let tenths = Int(value * 10)
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  private func draw(_ line: String) {
    isDrawn = true
    put("\r\(line.prefix(width - 1))\u{1B}[K")
  }

  private func put(_ text: String) {
    var text = text
    text.withUTF8 { try? Descriptor.standardError.writeAll(UnsafeRawBufferPointer($0)) }
  }
}
