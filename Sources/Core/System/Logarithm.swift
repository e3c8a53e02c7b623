import Glibc

/// The logarithm of `value` to base 2 (`log2(3)`).
@inline(__always)
package func binaryLogarithm(_ value: Double) -> Double {
  log2(value)
}
