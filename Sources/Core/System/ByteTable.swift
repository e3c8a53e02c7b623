/// A number for each byte, looked up without a bounds check.
package struct ByteTable: @unchecked Sendable {
  private let values: UnsafePointer<UInt8>

  /// Tables are made once and live as long as the program.
  package init(_ value: (UInt8) -> UInt8) {
    let values = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { values[Int(byte)] = value(byte) }
    self.values = UnsafePointer(values)
  }

  @inline(__always)
  package subscript(byte: UInt8) -> UInt8 { values[Int(byte)] }
}

/// A set of bytes.
package struct ByteSet: Sendable {
  private let table: ByteTable

  package init(_ contains: (UInt8) -> Bool) {
    table = ByteTable { contains($0) ? 1 : 0 }
  }

  @inline(__always)
  package subscript(byte: UInt8) -> Bool { table[byte] != 0 }
}
