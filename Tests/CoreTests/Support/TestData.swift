import Foundation

/// Where the tests find things.
enum TestData {
  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The public suites and corpora beside the project, nil where they are not.
  static let shared: URL? = {
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared/testdata")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  static func shared(_ path: String) throws -> [UInt8] {
    guard let shared else { return [] }
    return [UInt8](try Data(contentsOf: shared.appendingPathComponent(path)))
  }
}
