import AssayText

/// What a text of RDF says: resources with their properties, in the order of the text.
struct Graph {
  /// A resource or a value.
  indirect enum Term {
    case name(String)
    /// A resource without a name.
    case blank(Int)
    /// A value with the name of its type; a text of a language has none.
    case literal(String, type: String?)
    case list([Object])
  }

  /// What a property leads to, and where it stands.
  struct Object {
    let term: Term
    let span: Span
  }

  /// A resource with its properties.
  struct Resource {
    let subject: Term
    let span: Span
    var properties: [(name: String, object: Object)] = []

    /// What the properties of this name lead to.
    func objects(_ name: String) -> [Object] {
      properties.filter { $0.name == name }.map(\.object)
    }
  }

  private(set) var resources: [Resource] = []
  private var named: [String: Int] = [:]
  private var blank: [Int: Int] = [:]

  /// The properties of a resource without a name.
  func resource(blank number: Int) -> Resource? { blank[number].map { resources[$0] } }

  mutating func add(_ subject: Object, _ name: String, _ object: Object) {
    let index: Int?
    switch subject.term {
    case .name(let name): index = named[name]
    case .blank(let number): index = blank[number]
    case .literal, .list: return
    }
    if let index {
      resources[index].properties.append((name, object))
      return
    }
    switch subject.term {
    case .name(let name): named[name] = resources.count
    case .blank(let number): blank[number] = resources.count
    case .literal, .list: break
    }
    resources.append(
      Resource(subject: subject.term, span: subject.span, properties: [(name, object)]))
  }
}
