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

  private typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

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

    // Plain memory: an array of such pointers is a type that the runtime would make anew at every start.
    let count = arguments.count + 1
    let vector = Words.allocate(capacity: count + 1)
    vector.initialize(repeating: nil, count: count + 1)
    vector[0] = strdup("tool")
    for (index, argument) in arguments.enumerated() { vector[index + 1] = strdup(argument) }
    // getopt moves operands behind the options, and none away.
    defer {
      for index in 0..<count { free(vector[index]) }
      vector.deallocate()
    }
    let table = UnsafeMutablePointer<option>.allocate(capacity: shapes.count + 1)
    table.initialize(repeating: option(), count: shapes.count + 1)
    for (index, shape) in shapes.enumerated() {
      table[index] = option(
        name: UnsafePointer(strdup(shape.long)), has_arg: shape.argument.rawValue, flag: nil,
        val: firstCode + Int32(index))
    }
    defer {
      for index in shapes.indices { free(UnsafeMutablePointer(mutating: table[index].name)) }
      table.deallocate()
    }

    // getopt keeps its place in global variables; threads of a test take turns.
    pthread_mutex_lock(turn.mutex)
    defer { pthread_mutex_unlock(turn.mutex) }
    sealwax_reset_getopt()
    var items: [Item] = []
    while true {
      let code = getopt_long(Int32(count), vector, shortOptions, table, nil)
      if code == -1 { break }
      if code == Int32(UInt8(ascii: "?")) || code == Int32(UInt8(ascii: ":")) {
        // getopt moves operands behind the options, so the word at fault is the one before its place now.
        let now = Int(sealwax_optind()) - 1
        let word = (0..<count).contains(now) ? vector[now].map { String(cString: $0) } ?? "" : ""
        throw fault(code: code, word: word, shapes: shapes, firstCode: firstCode)
      }
      let index =
        code >= firstCode
        ? Int(code - firstCode)
        : shapes.firstIndex { $0.short?.asciiValue.map(Int32.init) == code }
      guard let index else { continue }
      let value = sealwax_optarg().map { String(cString: $0) }
      items.append(.option(index: index, value: shapes[index].argument == .none ? nil : value))
    }
    for index in min(Int(sealwax_optind()), count)..<count {
      if let word = vector[index] { items.append(.operand(String(cString: word))) }
    }
    return items
  }

  private static func fault(code: Int32, word: String, shapes: [OptionShape], firstCode: Int32) -> Fault {
    let unknown = sealwax_optopt()
    if unknown > 0, unknown < firstCode, let scalar = Unicode.Scalar(UInt32(unknown)) {
      let name = "-\(Character(scalar))"
      return code == Int32(UInt8(ascii: ":")) ? .missingArgument(name) : .unknown(name)
    }
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
