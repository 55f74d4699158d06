import Glibc

extension Double {
  /// The nearest number with so many digits behind the point.
  package func rounded(toPlaces places: Int) -> Double {
    let factor = pow(10, Double(places))
    return (self * factor).rounded() / factor
  }

  /// The nearest number with so many digits from the first that is not 0.
  ///
  /// A number so small or so great that the factor would be no exact power of ten stays as it is.
  package func rounded(toDigits digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let places = Double(digits - 1) - log10(magnitude).rounded(.down)
    guard 0...22 ~= places else { return self }
    let factor = pow(10, places)
    return (self * factor).rounded() / factor
  }
}
