import Foundation

/// JSON-Schema-Test-Suite, as far as one keyword of a schema can be looked at alone.
enum SchemaSuite {
  struct Group {
    var draft: String
    var file: String
    var description: String
    var schema: [String: Any]
    var tests: [(description: String, data: Any, isValid: Bool)]
  }

  static let drafts = ["draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"]

  /// The groups of a folder of each draft, whose schemas are objects.
  static func groups(in folder: String, _ isWanted: (String) -> Bool) throws -> [Group] {
    guard let shared = TestData.shared else { return [] }
    var groups: [Group] = []
    for draft in drafts {
      let place = shared.appendingPathComponent("json-schema/tests/\(draft)/\(folder)")
      for file in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() where isWanted(file) {
        let text = try Data(contentsOf: place.appendingPathComponent(file))
        for case let group as [String: Any] in try JSONSerialization.jsonObject(with: text) as? [Any] ?? [] {
          guard let schema = group["schema"] as? [String: Any], let tests = group["tests"] as? [[String: Any]]
          else { continue }
          groups.append(
            Group(
              draft: draft, file: file, description: group["description"] as? String ?? "", schema: schema,
              tests: tests.compactMap { test in
                guard let data = test["data"], let isValid = test["valid"] as? Bool else { return nil }
                return (test["description"] as? String ?? "", data, isValid)
              }))
        }
      }
    }
    return groups
  }
}
