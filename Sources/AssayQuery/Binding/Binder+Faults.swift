import AssayText

/// How binding goes on behind a fault, so that all faults of a statement are told together.
///
/// Whoever catches a fault notes it: what is thrown in the end is one of them, and ``faults`` holds
/// the others. What cannot be understood for a fault elsewhere throws that same fault again, and
/// ``all(with:)`` tells it once.
extension Binder {
  /// Does something with each item; one fault is thrown in the end, the others are noted.
  mutating func each<Item, Value>(
    _ items: some Sequence<Item>,
    _ work: (inout Binder, Item) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    var first: Diagnostic?
    for item in items {
      do throws(Diagnostic) {
        values.append(try work(&self, item))
      } catch {
        note(error, unless: &first)
      }
    }
    if let first { throw first }
    return values
  }

  /// Does two things that do not need each other.
  mutating func both<First, Second>(
    _ first: (inout Binder) throws(Diagnostic) -> First,
    _ second: (inout Binder) throws(Diagnostic) -> Second
  ) throws(Diagnostic) -> (First, Second) {
    let value: First
    do throws(Diagnostic) {
      value = try first(&self)
    } catch {
      throw fault(error) { (binder) throws(Diagnostic) in _ = try second(&binder) }
    }
    return (value, try second(&self))
  }

  /// The fault itself, after those of further work are noted.
  mutating func fault(
    _ fault: Diagnostic, and work: (inout Binder) throws(Diagnostic) -> Void
  ) -> Diagnostic {
    do throws(Diagnostic) {
      try work(&self)
    } catch {
      faults.append(error)
    }
    return fault
  }

  /// Keeps a fault: the first one to be thrown later, the others among ``faults``.
  mutating func note(_ fault: Diagnostic, unless first: inout Diagnostic?) {
    if first == nil { first = fault } else { faults.append(fault) }
  }

  /// Every fault of what was bound, if binding threw this one: in the order of their places, and
  /// one of a kind at a place.
  package func all(with thrown: Diagnostic) -> [Diagnostic] {
    ([thrown] + faults).inOrderOfPlace
  }
}

extension Sequence where Element == Diagnostic {
  /// One fault of a kind at a place, in the order of the places.
  package var inOrderOfPlace: [Diagnostic] {
    var seen: Set<FaultPlace> = []
    // Without a place nothing says that two are the same.
    let once = filter { $0.span == nil || seen.insert(FaultPlace($0)).inserted }
    let sorted = once.enumerated().sorted { left, right in
      let (first, second) = (left.element.span?.start ?? 0, right.element.span?.start ?? 0)
      return (first, left.offset) < (second, right.offset)
    }
    return sorted.map(\.element)
  }
}

/// What two faults have in common of which only one is told.
private struct FaultPlace: Hashable {
  let code: DiagnosticCode
  let span: Span?
  let excerpt: Excerpt?

  init(_ fault: Diagnostic) {
    (code, span, excerpt) = (fault.code, fault.span, fault.excerpt)
  }
}
