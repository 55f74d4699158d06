import AssayModel
import AssayText
import Testing

@testable import AssayIntake

@Suite struct RowTests {
  @Test func linesOfJSON() throws {
    let file = """
      {"headline": "A", "body": "He said \\"no\\".", "date": "2023-06-05", "id": 7}

      {"title": "B", "text": "Words.", "source": "Gazette", "authors": ["Ana", "Bo"]}

      """
    let documents = try Reading.all(Array(file.utf8), "rows.jsonl")
    #expect(documents.map(\.words) == ["He said \"no\".", "Words."])
    #expect(documents.map(\.details.title) == ["A", "B"])
    #expect(documents[0].details.published?.description == "2023-06-05")
    #expect(documents[1].details.author == "Ana, Bo")
    #expect(documents[1].details.publisher == "Gazette")
    #expect(Reading.original(of: "Words", in: documents[1], Array(file.utf8)) == "Words")
  }

  @Test func cellsWithCommas() throws {
    let file = "title;Text;date\r\nA;\"One; \"\"two\"\"\r\nthree\";2023\r\n\r\nB;Words;\r\n"
    let documents = try Reading.all(Array(file.utf8), "rows.csv")
    #expect(documents.map(\.words) == ["One; \"two\"\nthree", "Words"])
    #expect(documents[0].details.published?.description == "2023")
    #expect(Reading.original(of: "ord", in: documents[1], Array(file.utf8)) == "ord")
  }

  @Test func withAMapping() throws {
    let mapping = try FieldMapping("text=Inhalt, title = id")
    let file = Array("id,Inhalt,text\n7,Worte,x\n".utf8)
    let documents = try Reading.all(file, "rows.csv", mapping: mapping)
    #expect(documents.map(\.words) == ["Worte"])
    #expect(documents[0].details.title == "7")
  }

  static let mappings: [String] = ["", "text", "text=", "words=body", "text=a, text=b", "text=a,"]

  @Test(arguments: mappings)
  func aBrokenMappingIsSaid(mapping: String) {
    #expect(throws: Diagnostic.self) { try FieldMapping(mapping) }
  }

  /// Files of rows with the line that is faulty.
  static let faults: [(text: String, name: String, line: Int)] = [
    ("{\"text\": \"a\"}\n{\"text\": \n", "a.jsonl", 2),
    ("{\"text\": \"a\"}\n\n[1]\n", "a.jsonl", 3),
    ("{\"title\": \"a\"}\n", "a.jsonl", 1), ("{\"text\": \" \"}\n", "a.jsonl", 1),
    ("a,b\n1,2\n", "a.csv", 1), ("text,b\nx,2\ny\n", "a.csv", 3),
    ("text,b\n\"x\ny\",2\n\"z,2\n", "a.csv", 4), ("text,b\n\"x\" y,2\n", "a.csv", 2),
    ("text,b\n,2\n", "a.csv", 2),
  ]

  @Test(arguments: faults)
  func aFaultHasItsLine(text: String, name: String, line: Int) throws {
    let fault = try #require(Reading.fault(Array(text.utf8), name))
    #expect(fault.code == .brokenRows)
    #expect(fault.message.hasPrefix("line \(line) of `\(name)`: "), "\(fault.message)")
  }
}
