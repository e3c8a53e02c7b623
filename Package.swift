// swift-tools-version: 6.2
import PackageDescription

/// The shipped build adds `--static-swift-stdlib -Xswiftc -static-executable` (see the Makefile); nothing here forces
/// it, so that sanitizers, which need shared libraries, can use the same manifest.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

let tools = ["redact", "seal", "unseal", "tail", "validate"]

/// The fuzzers, one a law. They stand in this manifest because a nested package sees no `package` declaration, and
/// behind a variable because they need libFuzzer's own flags: `Tests/Fuzz/run` sets both.
let fuzzers =
  Context.environment["SEALWAX_FUZZ"] == "1"
  ? [
    "JSONScannerFuzz", "JSONStringFuzz", "PointerFuzz", "BlockFuzz", "OpeningFuzz", "OptionFuzz", "RuleFileFuzz",
    "RedactorFuzz",
    "RuleFuzz", "TextFuzz", "FernetFuzz", "JWEFuzz", "JWKFuzz",
    "SalvageFuzz", "TokenFuzz", "FieldFuzz", "SealedFuzz", "ConversationFuzz", "SchemaFuzz", "SchemaPatternFuzz",
    "FormatFuzz",
  ] : []

let fuzzTargets: [Target] =
  fuzzers.isEmpty
  ? []
  : [.target(name: "FuzzDriver", dependencies: ["Core"], path: "Tests/Fuzz/Driver", swiftSettings: strict)]
    + fuzzers.map {
      .executableTarget(
        name: $0, dependencies: ["Core", "FuzzDriver", "Reference"], path: "Tests/Fuzz/\($0)", swiftSettings: strict)
    }

let package = Package(
  name: "sealwax",
  products: tools.map { .executable(name: $0, targets: [$0]) },
  targets: [
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSystem"),
    .target(name: "Core", dependencies: ["CPCRE2", "CCrypto", "CSystem"], swiftSettings: strict),
  ]
    + tools.map { .executableTarget(name: $0, dependencies: ["Core"], swiftSettings: strict) }
    + [
      // Slow and plain versions of what Core does fast, for tests and fuzzers to hold it to.
      .target(name: "Reference", dependencies: ["Core"], path: "Tests/Reference", swiftSettings: strict),
      .testTarget(name: "CoreTests", dependencies: ["Core", "Reference"], swiftSettings: strict),
      .testTarget(
        name: "CommandTests", dependencies: ["Core"] + tools.map { .target(name: $0) }, path: "Tests/CommandTests",
        exclude: ["Cases", "Scripts"], swiftSettings: strict),
    ]
    + fuzzTargets
)
