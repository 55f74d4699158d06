import AssayEngine
import AssayModel
import AssayRender
import AssayText

/// What a program gets on standard input: a line about the corpus, then a line for each sentence.
struct PassageLines {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// The lines, each with its end.
  func bytes(for documents: [SentDocument]) throws(Diagnostic) -> [UInt8] {
    var out = Array((try corpus().line + "\n").utf8)
    do throws(Cancelled) {
      for document in documents {
        for (index, sentence) in document.sentences.enumerated() {
          try workspace.monitor.check(at: index)
          var members: [JSONValue.Member] = [
            .init("schema", 1), .init("source", .text(document.source)),
            .init("paragraph", .number(sentence.paragraph)),
            .init("sentence", .number(sentence.sentence)),
            .init("start", .number(sentence.start)), .init("end", .number(sentence.end)),
          ]
          if let language = document.language { members.append(.init("language", .text(language))) }
          if let published = document.published {
            members.append(.init("published", .text(published)))
          }
          let words = document.bytes[sentence.start..<sentence.end]
          members.append(.init("text", .text(String(decoding: words, as: UTF8.self))))
          out += JSONValue.object(members).line.utf8
          out.append(UInt8(ascii: "\n"))
        }
      }
    } catch {
      throw Diagnostic(error)
    }
    return out
  }

  /// What the corpus declares, so that proposals can refer to it.
  private func corpus() throws(Diagnostic) -> JSONValue {
    let entities = try workspace.entitiesByName().map { entity in
      JSONValue.object([
        .init("id", .text(entity.id)), .init("kind", .text(entity.kind)),
        .init("name", .text(entity.name)), .init("also", .list(entity.also.map { .text($0) })),
      ])
    }
    let predicates = try workspace.predicatesByName().map { predicate in
      JSONValue.object([
        .init("id", .text(predicate.id)), .init("label", .text(predicate.label)),
        .init("object", .list(predicate.objects.map { .text($0) })),
        .init("value", .text(predicate.value)),
      ])
    }
    let questions = workspace.names(.question).map { question in
      let answers = workspace.answers(ofQuestion: question.id).map { answer in
        JSONValue.object([.init("id", .text(answer.id)), .init("text", .text(answer.text))])
      }
      return JSONValue.object([
        .init("id", .text(question.id)), .init("text", .text(question.name)),
        .init("answers", .list(answers)),
      ])
    }
    return .object([
      .init("schema", 1), .init("kind", "corpus"), .init("entities", .list(entities)),
      .init("predicates", .list(predicates)), .init("questions", .list(questions)),
    ])
  }
}
