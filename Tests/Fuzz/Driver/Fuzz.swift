import Core
import Glibc

/// libFuzzer's own main. SwiftPM renames the one of a target, so each target has `@main` and comes here.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// A fuzzer: a law that must hold for any bytes.
public enum Fuzz {
  nonisolated(unsafe) private static var law: (Bytes) -> Void = { _ in }

  /// Runs the law over the bytes that libFuzzer makes up, until it is broken or the time given on the command line ends.
  public static func run(_ law: @escaping (UnsafeBufferPointer<UInt8>) -> Void) -> Never {
    self.law = law
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    let status = runDriver(&count, &arguments) { data, size in
      Fuzz.law(UnsafeBufferPointer(start: data, count: size))
      return 0
    }
    exit(status)
  }

  /// Breaks the law: libFuzzer keeps the bytes as a crash.
  public static func expect(_ isTrue: Bool, _ law: String) {
    if !isTrue { fatalError(law) }
  }
}
