import AssayModel
import AssayQuery
import AssayText
import Testing

/// Laws of the lists that parser, binder, help and completion read.
@Suite struct SpecTests {
  /// The lists: what they hold by name and summary.
  static let lists: [(list: String, names: [String], summaries: [String])] = [
    ("stages", StageSpec.all.map(\.name), StageSpec.all.map(\.summary)),
    ("functions", FunctionSpec.all.map(\.usage), FunctionSpec.all.map(\.summary)),
    ("relations", RelationSpec.all.map(\.name), RelationSpec.all.map(\.summary)),
    ("records", RecordSpec.all.map(\.kind.word), RecordSpec.all.map(\.summary)),
    ("formats", OutputFormat.allCases.map(\.rawValue), OutputFormat.allCases.map(\.summary)),
    ("report forms", ReportForm.allCases.map(\.rawValue), ReportForm.allCases.map(\.summary)),
    ("codes", DiagnosticCode.allCases.map(\.rawValue), DiagnosticCode.allCases.map(\.summary)),
  ]

  @Test(arguments: lists.indices)
  func namesAreUniqueAndSummariesAreSentences(index: Int) {
    let (list, names, summaries) = Self.lists[index]
    #expect(Set(names).count == names.count, "\(list)")
    for summary in summaries {
      #expect(summary.hasSuffix("."), "\(list): \(summary)")
      #expect(summary.first?.isUppercase == true || summary.hasPrefix("`"), "\(list): \(summary)")
      #expect(!summary.dropLast().contains(". "), "\(list): \(summary)")
    }
  }

  /// Columns and fields have names of their own within a relation and a record.
  @Test func columnsAndFieldsAreUnique() {
    for relation in RelationSpec.all {
      let names = relation.columns.map(\.name)
      #expect(Set(names).count == names.count, "\(relation.name)")
    }
    for record in RecordSpec.all {
      let names = record.fields.map(\.name)
      #expect(Set(names).count == names.count, "\(record.kind)")
    }
  }

  /// The example of a stage, function or relation uses it.
  @Test func examplesShowWhatTheyAreExamplesOf() {
    for stage in StageSpec.all { #expect(stage.example.contains("| \(stage.name)")) }
    for function in FunctionSpec.all { #expect(function.example.contains("\(function.name)(")) }
    for relation in RelationSpec.all { #expect(relation.example.hasPrefix(relation.name)) }
  }
}
