import Foundation
import Testing

/// The rules of the tree that a compiler does not know: which folder may use which, who may touch C, print, or trap.
@Suite struct LayoutTests {
  /// What each folder of Core may use, itself excepted.
  private static let uses: [String: Set<String>] = {
    let line = ["JSON", "Lines", "Files", "System", "Diagnostics"]
    var uses: [String: Set<String>] = ["Command": ["System", "Diagnostics"]]
    for (place, folder) in line.enumerated() { uses[folder] = Set(line[(place + 1)...]) }
    for folder in ["Redaction", "Sealing", "Schema", "Tokens"] { uses[folder] = Set(line) }
    // A window of a conversation is cut by its tokens.
    uses["Conversation"] = Set(line + ["Tokens"])
    return uses
  }()

  private static let files = SourceFile.all(under: "Sources")
  private static let coreFiles = files.filter { $0.path.hasPrefix("Core/") }

  @Test func everyFolderOfCoreHasItsPlace() {
    #expect(Self.coreFiles.count > 20)
    #expect(Set(Self.coreFiles.map(\.folder)).subtracting(Self.uses.keys) == [])
  }

  @Test func aFolderUsesOnlyFoldersToItsRight() {
    // A name that two folders declare says nothing about who is meant.
    var owners: [String: Set<String>] = [:]
    for file in Self.coreFiles { for name in file.topLevelTypes { owners[name, default: []].insert(file.folder) } }
    let owner = owners.compactMapValues { $0.count == 1 ? $0.first : nil }
    #expect(owner["JSONScanner"] == "JSON")
    #expect(owner["Descriptor"] == "System")
    let declared = Dictionary(grouping: Self.coreFiles, by: \.folder).mapValues { Set($0.flatMap(\.declaredTypes)) }
    for file in Self.coreFiles {
      let allowed = (Self.uses[file.folder] ?? []).union([file.folder])
      for (name, line) in file.usedNames {
        guard let home = owner[name], !allowed.contains(home), declared[file.folder]?.contains(name) != true
        else { continue }
        Issue.record("\(file.path):\(line): \(file.folder)/ uses \(name) of \(home)/")
      }
    }
  }

  @Test func onlyTheFilesNamedForItTouchC() {
    for file in Self.files {
      for (module, line) in file.imports {
        let isAllowed =
          switch module {
          case "Glibc", "CSystem": file.folder == "System"
          case "CPCRE2": file.path == "Core/System/Pattern.swift" || file.path.hasSuffix("+PCRE2.swift")
          case "CCrypto": file.path.hasSuffix("+OpenSSL.swift") || file.folder == "System"
          case "Core": !file.path.hasPrefix("Core/")
          case "Synchronization": true
          default: false
          }
        #expect(isAllowed, "\(file.path):\(line): import \(module)")
      }
    }
  }

  @Test func onlyTheCommandRunnerPrintsAndEnds() {
    for (file, line, text) in Self.lines(matching: #"(?<![\w.])(print|debugPrint|dump|exit|_exit|abort)\("#) {
      let isAllowed = file.folder == "Command" || file.path == "Core/System/Process.swift"
      #expect(isAllowed, "\(file.path):\(line): \(text)")
    }
    for (file, line, text) in Self.lines(matching: #"\bProcess\.exit\("#) where file.folder != "Command" {
      Issue.record("\(file.path):\(line): \(text)")
    }
  }

  /// What is started inherits the environment and what is open.
  @Test func noProgramIsStarted() {
    for (file, line, text) in Self.lines(matching: #"\b(v?fork|posix_spawnp?|exec[lv]\w*|popen|system)\("#) {
      Issue.record("\(file.path):\(line): \(text)")
    }
  }

  @Test(arguments: [
    #"\btry!"#, #"\bas!"#, #"[\w)\]]!(?!=)"#,
    #"\b(fatalError|preconditionFailure|precondition|assert|assertionFailure)\("#,
  ])
  func nothingTraps(pattern: String) {
    for (file, line, text) in Self.lines(matching: pattern) { Issue.record("\(file.path):\(line): \(text)") }
  }

  /// Stored properties, initialisers, cases and bodies on the same line speak for themselves.
  @Test func everyTypeAndFunctionOfThePackageIsDocumented() {
    var count = 0
    for file in Self.coreFiles {
      for declaration in file.packageDeclarations {
        count += 1
        #expect(declaration.isDocumented, "\(file.path):\(declaration.line): \(declaration.text)")
      }
    }
    #expect(count > 50)
  }

  @Test func aToolIsAMainOfOneCallBesideItsType() {
    for tool in ["redact", "seal", "unseal", "tail", "validate"] {
      guard let main = Self.files.first(where: { $0.path == "\(tool)/main.swift" }) else {
        Issue.record("no \(tool)/main.swift")
        continue
      }
      let statements = main.code.split(separator: "\n").filter { $0.first?.isWhitespace == false && $0.first != "}" }
      #expect(statements.count == 2, "\(tool)/main.swift is more than an import and a call")
    }
  }

  private static func lines(matching pattern: String) -> [(file: SourceFile, line: Int, text: String)] {
    files.flatMap { file in
      file.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
        guard line.range(of: pattern, options: .regularExpression) != nil else { return nil }
        return (file, index + 1, line.trimmingCharacters(in: .whitespaces))
      }
    }
  }
}

/// A Swift file, seen as text.
private struct SourceFile {
  /// From `Sources`, such as `Core/JSON/JSONScanner.swift`.
  var path: String
  /// The file as it is.
  var text: String
  /// The file with comments and the contents of strings left out, line by line the same.
  var code: String

  /// The first folder within Core, or the tool's.
  var folder: String {
    let parts = path.split(separator: "/").map(String.init)
    return parts[0] == "Core" ? (parts.count > 2 ? parts[1] : "") : parts[0]
  }

  static func all(under folder: String) -> [SourceFile] {
    let root = TestData.root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) else { return nil }
      return SourceFile(path: path, text: text, code: SourceText.withoutCommentsAndStrings(text))
    }
  }

  private static let declaration =
    #"\b(?:struct|enum|class|protocol|typealias|actor)\s+([A-Z]\w*)"#

  /// Types declared at the left margin.
  var topLevelTypes: [String] {
    code.split(separator: "\n").filter { $0.first?.isWhitespace == false }
      .flatMap { Self.captures(Self.declaration, in: String($0)) }
  }

  /// Types declared anywhere in the file, generic parameters too.
  var declaredTypes: [String] {
    Self.captures(Self.declaration, in: code) + Self.captures(#"\bassociatedtype\s+(\w+)"#, in: code)
      + Self.captures(#"[<,]\s*([A-Z]\w*)\s*:"#, in: code)
  }

  /// Every capitalised name that is not a member of something, with its line.
  var usedNames: [(name: String, line: Int)] {
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      Self.captures(#"(?<![\w.])([A-Z]\w*)\b(?!\s*:[^:])"#, in: String(line)).map { ($0, index + 1) }
    }
  }

  var imports: [(module: String, line: Int)] {
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      Self.captures(#"^\s*(?:@\w+ )*import (?:\w+ )?(\w+)"#, in: String(line)).map { ($0, index + 1) }
    }
  }

  struct Declaration {
    var line: Int
    var text: String
    var isDocumented: Bool
  }

  /// Types at the left margin and functions that the whole package sees.
  var packageDeclarations: [Declaration] {
    let pattern =
      #"^(package (final )?(struct|enum|class|protocol|typealias)|\s*(@\w+(\(\w+\))? )*package ((static|mutating|consuming|borrowing) )*(func|subscript))\b"#
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let codeLines = code.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(codeLines, lines).enumerated().compactMap { index, pair in
      guard pair.0.range(of: pattern, options: .regularExpression) != nil, !pair.1.hasSuffix("}") else { return nil }
      var above = index - 1
      while above >= 0, lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") { above -= 1 }
      let isDocumented = above >= 0 && lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("///")
      return Declaration(
        line: index + 1, text: pair.1.trimmingCharacters(in: .whitespaces), isDocumented: isDocumented)
    }
  }

  private static func captures(_ pattern: String, in text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let whole = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: whole).compactMap { match in
      Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }
  }
}

private enum SourceText {
  /// Replaces comments and string literals by spaces; lines stay lines. What is interpolated into a string goes too.
  static func withoutCommentsAndStrings(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var place = 0
    func starts(_ part: String, at offset: Int) -> Bool {
      bytes[min(offset, bytes.count)...].starts(with: part.utf8)
    }
    func blank(to end: Int) {
      while place < min(end, bytes.count) {
        output.append(bytes[place] == 0x0A ? 0x0A : 0x20)
        place += 1
      }
    }
    func end(of part: String, from start: Int) -> Int {
      var offset = start
      while offset < bytes.count, !starts(part, at: offset) { offset += 1 }
      return min(bytes.count, offset + part.utf8.count)
    }
    while place < bytes.count {
      if starts("//", at: place) {
        blank(to: end(of: "\n", from: place) - 1)
        if place < bytes.count, bytes[place] != 0x0A { blank(to: place + 1) }
        continue
      }
      if starts("/*", at: place) {
        blank(to: end(of: "*/", from: place + 2))
        continue
      }
      var hashes = 0
      while starts("#", at: place + hashes) { hashes += 1 }
      let marks = String(repeating: "#", count: hashes)
      if starts("\"\"\"", at: place + hashes) {
        blank(to: end(of: "\"\"\"" + marks, from: place + hashes + 3))
      } else if starts("\"", at: place + hashes) {
        blank(to: endOfString(bytes, from: place + hashes + 1, hashes: hashes))
      } else {
        output.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The offset behind a one-line string whose body starts at `start`; its interpolations may hold strings.
  private static func endOfString(_ bytes: [UInt8], from start: Int, hashes: Int) -> Int {
    let quote = Array("\"".utf8) + Array(repeating: UInt8(ascii: "#"), count: hashes)
    let escape = Array("\\".utf8) + Array(repeating: UInt8(ascii: "#"), count: hashes)
    var offset = start
    while offset < bytes.count, bytes[offset] != 0x0A {
      if bytes[offset...].starts(with: escape) {
        offset += escape.count
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "(") else {
          offset += 1
          continue
        }
        var depth = 0
        repeat {
          if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
          if bytes[offset] == UInt8(ascii: ")") { depth -= 1 }
          if bytes[offset] == UInt8(ascii: "\"") {
            offset = endOfString(bytes, from: offset + 1, hashes: 0)
          } else {
            offset += 1
          }
        } while offset < bytes.count && depth > 0 && bytes[offset] != 0x0A
      } else if bytes[offset...].starts(with: quote) {
        return offset + quote.count
      } else {
        offset += 1
      }
    }
    return offset
  }
}
