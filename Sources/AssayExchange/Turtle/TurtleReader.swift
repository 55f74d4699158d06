import AssayModel
import AssayText

/// Reads records out of Turtle: the resources that are named as records of a corpus are, with the
/// terms of ``TurtleTerms``.
enum TurtleReader {
  static func read(into batch: inout ImportBatch, _ monitor: WorkMonitor) throws(Cancelled) {
    let graph: Graph
    do {
      graph = try TurtleParser.graph(of: batch.input, monitor)
    } catch let stop as Cancelled {
      throw stop
    } catch let fault as Diagnostic {
      return batch.report(fault)
    } catch {
      return
    }
    var others = 0
    var count = 0
    var expansion = Expansion(graph, monitor)
    for resource in graph.resources where !batch.isHopeless {
      try monitor.check(at: count)
      count += 1
      guard case .name(let name) = resource.subject else { continue }
      guard let (kind, id) = RecordName.record(name) else {
        others += 1
        continue
      }
      do {
        batch.add(try draft(kind, id, resource, &expansion))
      } catch let stop as Cancelled {
        throw stop
      } catch let fault as Diagnostic {
        batch.report(fault)
      } catch {
        return
      }
    }
    if others > 0 {
      batch.notes.append("\(others) \(others == 1 ? "resource is" : "resources are") no record")
    }
    if batch.entries.isEmpty, batch.faults.isEmpty {
      batch.report(
        .badImport(
          "no record stands here", at: Span(0, 1),
          hint: "records are named as in `<\(RecordName.prefix)claim:aid-2012>`"))
    }
  }

  private static func draft(
    _ kind: RecordKind, _ id: String, _ resource: Graph.Resource, _ expansion: inout Expansion
  ) throws -> RecordDraft {
    guard let columns = RecordColumns(kind) else {
      throw Diagnostic.badImport("no record of this kind is written", at: resource.span)
    }
    var members: [JSONNode.Member] = []
    for column in columns.names.dropFirst() {
      let field = columns.spec.field(column)?.spec
      if case .chain? = field?.form {
        if let chain = try chain(resource) { members.append(.init(column, chain)) }
        continue
      }
      var objects = resource.objects(TurtleTerms.full(TurtleTerms.name(column, of: kind)))
      if kind == .claim, column == "source", objects.isEmpty {
        objects = resource.objects(TurtleTerms.full("prov:wasQuotedFrom"))
      }
      guard let first = objects.first else { continue }
      var referred = TurtleWriter.referred(field?.form) ?? TurtleTerms.header(column, of: kind)
      if kind == .judgement, column == "judged", case .name(let name) = first.term {
        referred = RecordName.record(name)?.kind
      }
      var nodes: [JSONNode] = []
      for object in objects { nodes.append(try node(object, referred, &expansion)) }
      let isList = column == RecordColumns.qualifiers || (field.map(isList) ?? false)
      guard isList || nodes.count == 1 else {
        throw Diagnostic.badImport(
          "`\(column)` stands here several times", at: objects[1].span)
      }
      members.append(
        .init(column, isList ? JSONNode(.list(nodes), at: first.span) : nodes[0]))
    }
    return try RecordTree.draft(
      kind, JSONNode(.text(id), at: resource.span), JSONNode(.object(members), at: resource.span))
  }

  /// Whether a field is a list in ``RecordTree``.
  private static func isList(_ field: FieldSpec) -> Bool {
    switch field.form {
    case .texts, .tags, .words, .references: true
    default: field.repeats
    }
  }

  private static func chain(_ resource: Graph.Resource) throws(Diagnostic) -> JSONNode? {
    let speakers = resource.objects(TurtleTerms.full("prov:wasAttributedTo"))
    guard let speaker = speakers.first else { return nil }
    guard speakers.count == 1 else {
      throw .badImport("a claim has one speaker", at: speakers[1].span)
    }
    var via: [JSONNode] = []
    for object in resource.objects(TurtleTerms.full("assay:via")) {
      guard case .list(let items) = object.term else {
        via.append(try reference(object, .entity))
        continue
      }
      for item in items { via.append(try reference(item, .entity)) }
    }
    return JSONNode.object(
      ("speaker", try reference(speaker, .entity)),
      ("via", via.isEmpty ? nil : JSONNode(.list(via), at: speaker.span))
    ).at(speaker.span)
  }

  private static func reference(
    _ object: Graph.Object, _ kind: RecordKind
  ) throws(Diagnostic) -> JSONNode {
    guard case .name(let name) = object.term, let id = RecordName.id(name, kind) else {
      throw .badImport("expected the name of \(kind.wordWithArticle)", at: object.span)
    }
    return JSONNode(.text(id), at: object.span)
  }

  /// The resources without a name that were read. Each stands in one place: where every one of a
  /// chain stood in two, what is read would double with each.
  private struct Expansion {
    let graph: Graph
    let monitor: WorkMonitor
    private var seen: Set<Int> = []

    init(_ graph: Graph, _ monitor: WorkMonitor) { (self.graph, self.monitor) = (graph, monitor) }

    mutating func resource(_ number: Int, at span: Span) throws -> Graph.Resource {
      guard let resource = graph.resource(blank: number) else {
        throw Diagnostic.badImport("this says nothing", at: span)
      }
      guard seen.insert(number).inserted else {
        throw Diagnostic.badImport(
          "a resource without a name stands in several places", at: span,
          hint: "write it out in each")
      }
      try monitor.check(at: seen.count)
      return resource
    }
  }

  private static func node(
    _ object: Graph.Object, _ kind: RecordKind?, _ expansion: inout Expansion, depth: Int = 0
  ) throws -> JSONNode {
    if let kind { return try reference(object, kind) }
    switch object.term {
    case .name(let name): return JSONNode(.text(name), at: object.span)
    case .literal(let text, let type):
      let value: JSONNode.Value
      switch type.map({ String($0.drop { $0 != "#" }.dropFirst()) }) {
      case "boolean"?: value = .boolean(text == "true" || text == "1")
      case "integer"?, "decimal"?, "double"?: value = .number(text)
      case _ where type?.hasSuffix("/EDTF") ?? false: value = .text(ownDate(text))
      default: value = .text(text)
      }
      return JSONNode(value, at: object.span)
    case .list(let items):
      guard depth < 8 else { throw Diagnostic.badImport("nested too deep", at: object.span) }
      var nodes: [JSONNode] = []
      for item in items { nodes.append(try node(item, nil, &expansion, depth: depth + 1)) }
      return JSONNode(.list(nodes), at: object.span)
    case .blank(let number):
      guard depth < 8 else { throw Diagnostic.badImport("nested too deep", at: object.span) }
      let resource = try expansion.resource(number, at: object.span)
      var names: Set<String> = []
      var members: [JSONNode.Member] = []
      for property in resource.properties where property.name.hasPrefix(RecordName.prefix) {
        let name = String(property.name.dropFirst(RecordName.prefix.count))
        guard names.insert(name).inserted else {
          throw Diagnostic.badImport(
            "`\(name)` stands here several times", at: property.object.span)
        }
        members.append(
          .init(
            name,
            try node(property.object, TurtleTerms.parts[name], &expansion, depth: depth + 1)))
      }
      return JSONNode(.object(members), at: object.span)
    }
  }

  /// `2012/2014` as `2012..2014`, `2015/..` as `2015..`.
  private static func ownDate(_ words: String) -> String {
    let sides = words.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return words }
    return sides.map { $0 == ".." ? "" : String($0) }.joined(separator: "..")
  }
}

extension JSONNode {
  /// The same value at another place.
  func at(_ span: Span) -> JSONNode { JSONNode(value, at: span) }
}
