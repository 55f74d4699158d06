// swift-tools-version: 6.2
import PackageDescription

/// The rooms of the house, each with the rooms it may import; `scripts/check` holds the sources
/// to this table. A room imports only what stands below it.
let rooms: [(name: String, imports: [String])] = [
  (
    "AssayShell",
    [
      "AssaySessions", "AssayRender", "AssayEngine", "AssayExchange", "AssayQuery",
      "AssayLanguage", "AssayModel", "AssayText", "CEditLine",
    ]
  ),
  ("AssaySessions", ["AssayModel", "AssayText"]),
  ("AssayRender", ["AssayModel", "AssayText", "CMarkdown"]),
  (
    "AssayEngine",
    [
      "AssayQuery", "AssayStore", "AssayCorpus", "AssayExchange", "AssayIntake", "AssayReading",
      "AssayAnalysis", "AssayLanguage", "AssayModel", "AssayText",
    ]
  ),
  ("AssayQuery", ["AssayLanguage", "AssayModel", "AssayText"]),
  ("AssayStore", ["AssayModel", "AssayText", "CSQLite", "CPCRE2"]),
  ("AssayCorpus", ["AssayReading", "AssayLanguage", "AssayModel", "AssayText", "CNettle"]),
  ("AssayExchange", ["AssayLanguage", "AssayModel", "AssayText"]),
  ("AssayIntake", ["AssayModel", "AssayText", "CHTML", "CZip"]),
  ("AssayReading", ["AssayModel", "AssayText"]),
  ("AssayAnalysis", ["AssayModel", "AssayText"]),
  ("AssayLanguage", ["AssayModel", "AssayText"]),
  ("AssayModel", ["AssayText"]),
  ("AssayText", []),
]

/// The rooms that have unit tests of their own.
let tested: Set<String> = [
  "AssayAnalysis", "AssayEngine", "AssayExchange", "AssayIntake", "AssayLanguage", "AssayModel",
  "AssayQuery", "AssayReading",
  "AssayRender", "AssaySessions", "AssayShell",
  "AssayText",
]

/// What a room embeds in its code, so that the program needs no files beside it.
let embedded: [String: String] = ["AssayShell": "Manual", "AssayReading": "Languages"]

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "Assay",
  products: [.executable(name: "assay", targets: ["assay"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CEditLine", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CPCRE2", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CHTML", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CMarkdown",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .executableTarget(
      name: "assay",
      dependencies: [
        "AssayShell", "AssaySessions", "AssayRender", "AssayEngine", "AssayExchange", "AssayCorpus",
        "AssayLanguage", "AssayModel", "AssayText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ]
    + rooms.map { room in
      .target(
        name: room.name, dependencies: room.imports.map { .init(stringLiteral: $0) },
        resources: embedded[room.name].map { [.embedInCode($0)] } ?? [],
        swiftSettings: strict)
    }
    + rooms.filter { tested.contains($0.name) }.map { room in
      .testTarget(
        name: room.name + "Tests",
        dependencies: [.init(stringLiteral: room.name)]
          + room.imports.filter { !$0.hasPrefix("C") }.map { .init(stringLiteral: $0) },
        exclude: room.name == "AssayEngine" ? ["sentences", "verdicts"] : [], swiftSettings: strict)
    }
)
