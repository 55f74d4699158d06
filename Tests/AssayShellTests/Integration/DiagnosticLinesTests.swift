import AssayShell
import Foundation
import Testing

/// `--diagnostics json`: whatever goes wrong, each line of standard error is an object.
@Suite struct DiagnosticLinesTests {
  static let folder: ScratchFolder = {
    let folder = ScratchFolder(copying: "examples")
    folder.write("bad/corpus.assay", "corpus bad {}\nsource s { titel \"S\" }\nclaim c {}\n")
    folder.write("bad.assay", "claims | cout\nclaims | where mood = plan\n")
    folder.write("failing.assay", "claims | count | as csv\nexpect empty(claims), \"there are\"\n")
    return folder
  }()

  /// A command line, how it ends, and the codes that it tells.
  static let table: [(arguments: [String], code: Int32, told: [String])] = [
    (["examples/peru", "-c", "claims | count | as csv"], 0, []),
    (["examples/peru", "-c", "claims | cout\nclams"], 2, ["Q102", "Q101"]),
    (["examples/peru", "-c", "claims | where id = \"none\" | as csv"], 0, []),
    (["run", "bad.assay", "--corpus", "examples/peru"], 2, ["Q102", "Q103"]),
    (["run", "failing.assay", "--corpus", "examples/peru"], 1, ["X301"]),
    (["run", "none.assay"], 4, ["F201"]),
    (["run", "bad.assay"], 3, ["C101"]),
    (["check", "bad"], 3, ["C103", "C107", "L008"]),
    (["check", "none"], 3, ["C101"]),
    (["bad", "-c", "claims"], 3, ["C103", "C107", "L008"]),
    (["check", "--colour"], 2, []),
    (["run"], 2, []),
  ]

  @Test(arguments: table.indices)
  func areObjects(index: Int) throws {
    let (arguments, code, told) = Self.table[index]
    for form in [["--diagnostics", "json"], ["--diagnostics=json"]] {
      let outcome = try Program.run(arguments + form, in: Self.folder.path)
      #expect(outcome.code == code, "\(arguments)\n\(outcome.errorText)")
      let objects = try outcome.errorText.split(separator: "\n").map { line in
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require(value as? [String: Any], "\(line)")
      }
      #expect(objects.compactMap { $0["code"] as? String } == told, "\(outcome.errorText)")
      for object in objects {
        if object["code"] == nil {
          #expect(object.count == 1 && object["note"] is String)
        } else {
          #expect(object["severity"] as? String == "error" && object["message"] is String)
        }
      }
      if code != 0 { #expect(!objects.isEmpty) }
    }
  }

  /// Text stays the default, and results are the same either way.
  @Test func changesNothingElse() throws {
    let arguments = ["examples/peru", "-c", "claims | count by source\nclaims | count"]
    let text = try Program.run(arguments, in: Self.folder.path)
    let json = try Program.run(arguments + ["--diagnostics", "json"], in: Self.folder.path)
    #expect(text == json)
    let wrong = ["examples/peru", "-c", "clams"]
    let plain = try Program.run(wrong, in: Self.folder.path)
    let named = try Program.run(wrong + ["--diagnostics", "text"], in: Self.folder.path)
    #expect(plain == named && plain.errorText.hasPrefix("error["))
  }
}
