import CSystem
import Glibc

/// One option that `getopt_long(3)` is to know.
package struct OptionShape: Sendable {
  package enum ArgumentRule: Int32, Sendable {
    case none = 0
    case required = 1
    case optional = 2
  }

  package var long: String
  package var short: Character?
  package var argument: ArgumentRule

  package init(long: String, short: Character? = nil, argument: ArgumentRule) {
    self.long = long
    self.short = short
    self.argument = argument
  }
}

/// `getopt_long(3)` over a list of arguments: it decides what is an option, an argument of one, or an operand.
package enum OptionScanner {
  package enum Item: Equatable, Sendable {
    /// `index` counts the shapes that were given.
    case option(index: Int, value: String?)
    case operand(String)
  }

  package enum Fault: Error, Equatable {
    /// The option as the user wrote it, `--nmae` or `-x`.
    case unknown(String)
    case ambiguous(String)
    case missingArgument(String)
    case unexpectedArgument(String)
  }

  /// - Parameter arguments: without the program's name.
  /// - Returns: options and operands, each in the order given, operands after the options.
  package static func scan(_ arguments: [String], shapes: [OptionShape]) throws(Fault) -> [Item] {
    // What getopt returns for shape i; above every character that a short option can be.
    let firstCode: Int32 = 0x1000
    var shortOptions = ":"
    for shape in shapes {
      guard let short = shape.short else { continue }
      shortOptions.append(short)
      // A value that may be left out follows the long name only, or `-fn 3` would be `--follow=n`.
      if shape.argument == .required { shortOptions.append(":") }
    }

    var vector: [UnsafeMutablePointer<CChar>?] = (["tool"] + arguments).map { strdup($0) }
    vector.append(nil)
    let words = vector
    var names = shapes.map { strdup($0.long) }
    defer {
      for word in words { free(word) }
      for name in names { free(name) }
      names = []
    }
    var table = zip(shapes, names).enumerated().map { index, pair in
      option(
        name: UnsafePointer(pair.1), has_arg: pair.0.argument.rawValue, flag: nil, val: firstCode + Int32(index))
    }
    table.append(option())

    // getopt keeps its place in global variables; threads of a test take turns.
    pthread_mutex_lock(turn.mutex)
    defer { pthread_mutex_unlock(turn.mutex) }
    sealwax_reset_getopt()
    let count = Int32(vector.count - 1)
    var items: [Item] = []
    while true {
      let place = Int(max(sealwax_optind(), 1))
      let code = getopt_long(count, &vector, shortOptions, table, nil)
      if code == -1 { break }
      if code == Int32(UInt8(ascii: "?")) || code == Int32(UInt8(ascii: ":")) {
        throw fault(code: code, place: place, vector: vector, shapes: shapes, firstCode: firstCode)
      }
      let index =
        code >= firstCode
        ? Int(code - firstCode)
        : shapes.firstIndex { $0.short?.asciiValue.map(Int32.init) == code }
      guard let index else { continue }
      let value = sealwax_optarg().map { String(cString: $0) }
      items.append(.option(index: index, value: shapes[index].argument == .none ? nil : value))
    }
    for word in vector[min(Int(sealwax_optind()), vector.count - 1)..<(vector.count - 1)] {
      if let word { items.append(.operand(String(cString: word))) }
    }
    return items
  }

  private static func fault(
    code: Int32, place: Int, vector: [UnsafeMutablePointer<CChar>?], shapes: [OptionShape], firstCode: Int32
  ) -> Fault {
    let unknown = sealwax_optopt()
    if unknown > 0, unknown < firstCode, let scalar = Unicode.Scalar(UInt32(unknown)) {
      let name = "-\(Character(scalar))"
      return code == Int32(UInt8(ascii: ":")) ? .missingArgument(name) : .unknown(name)
    }
    // getopt moves operands behind the options, so the word at fault is the one before its place now.
    let now = Int(sealwax_optind()) - 1
    let word = vector.indices.contains(now) ? vector[now].map { String(cString: $0) } ?? "" : ""
    let name = String(word.prefix { $0 != "=" })
    if unknown >= firstCode {
      let long = "--\(shapes[Int(unknown - firstCode)].long)"
      return code == Int32(UInt8(ascii: ":")) ? .missingArgument(long) : .unexpectedArgument(long)
    }
    let matches = shapes.filter { "--\($0.long)".hasPrefix(name) }
    return matches.count > 1 ? .ambiguous(name) : .unknown(name)
  }

  private struct Turn: @unchecked Sendable {
    let mutex: UnsafeMutablePointer<pthread_mutex_t>
    init() {
      mutex = .allocate(capacity: 1)
      pthread_mutex_init(mutex, nil)
    }
  }

  private static let turn = Turn()
}
