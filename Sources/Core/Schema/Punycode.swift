/// Labels beyond ASCII in ASCII's letters.
///
/// - SeeAlso: RFC 3492, sections 5 and 6; the names are those there.
enum Punycode {
  private static let (base, tmin, tmax, skew, damp, initialBias) = (36, 1, 26, 38, 700, 72)

  /// The label that a text stands for; nil if it stands for none.
  ///
  /// - Parameter text: what follows `xn--`.
  static func decode(_ text: Bytes) -> [Unicode.Scalar]? {
    var output: [Unicode.Scalar] = []
    var place = 0
    if let delimiter = text.lastOffset(of: UInt8(ascii: "-"), before: text.count) {
      for byte in text.slice(0, delimiter) {
        guard byte < 0x80 else { return nil }
        output.append(Unicode.Scalar(byte))
      }
      place = delimiter + 1
    }
    var (n, i, bias) = (0x80, 0, initialBias)
    while place < text.count {
      let oldI = i
      var w = 1
      var k = base
      while true {
        guard place < text.count, let digit = digit(text[place]) else { return nil }
        place += 1
        i += digit * w
        let t = threshold(k, bias)
        if digit < t { break }
        w *= base - t
        // No label is so long that it needs a greater number, and nothing here overflows.
        guard i < 1 << 32, w < 1 << 32 else { return nil }
        k += base
      }
      let count = output.count + 1
      bias = adapt(i - oldI, count, isFirst: oldI == 0)
      n += i / count
      i %= count
      guard n <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(n)) else { return nil }
      output.insert(scalar, at: i)
      i += 1
    }
    return output
  }

  /// What stands for a label, without `xn--`.
  static func encode(_ label: [Unicode.Scalar]) -> [UInt8] {
    var output = label.filter(\.isASCII).map { UInt8($0.value) }
    let basicCount = output.count
    if basicCount > 0 { output.append(UInt8(ascii: "-")) }
    var (n, delta, bias, handled) = (0x80, 0, initialBias, basicCount)
    while handled < label.count {
      let next = label.lazy.map { Int($0.value) }.filter { $0 >= n }.min() ?? 0x10FFFF
      delta += (next - n) * (handled + 1)
      n = next
      for scalar in label {
        if scalar.value < n { delta += 1 }
        guard scalar.value == n else { continue }
        appendNumber(delta, bias, to: &output)
        bias = adapt(delta, handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      n += 1
    }
    return output
  }

  private static func appendNumber(_ number: Int, _ bias: Int, to output: inout [UInt8]) {
    var q = number
    var k = base
    while true {
      let t = threshold(k, bias)
      guard q >= t else { break }
      output.append(digit(t + (q - t) % (base - t)))
      q = (q - t) / (base - t)
      k += base
    }
    output.append(digit(q))
  }

  private static func threshold(_ k: Int, _ bias: Int) -> Int {
    min(max(k - bias, tmin), tmax)
  }

  private static func adapt(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var k = 0
    while delta > (base - tmin) * tmax / 2 {
      delta /= base - tmin
      k += base
    }
    return k + (base - tmin + 1) * delta / (delta + skew)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30 + 26
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61
    default: nil
    }
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(clamping: value < 26 ? 0x61 + value : 0x30 + value - 26)
  }
}
