import AssayText
import Glibc

/// Sentences with their figures as quantulum3 has them, where its data lies beside the project.
enum SharedQuantities {
  struct Sentence {
    let text: String
    let figures: [(value: Double, unit: String)]
  }

  private static let path: String = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared/data/quantity/quantities.json"
  }()

  static var exists: Bool { access(path, R_OK) == 0 }

  static func sentences() throws -> [Sentence] {
    let text = SourceText(name: "quantities.json", bytes: bytes())
    guard case .list(let items) = try JSONReader.value(of: text, code: .unreadableFile).value else {
      return []
    }
    return items.compactMap { item in
      guard case .text(let sentence) = member("req", of: item)?.value,
        case .list(let figures) = member("res", of: item)?.value
      else { return nil }
      return Sentence(
        text: sentence,
        figures: figures.compactMap { figure in
          guard case .number(let value) = member("value", of: figure)?.value,
            case .text(let unit) = member("unit", of: figure)?.value
          else { return nil }
          return (Double(value) ?? 0, unit)
        })
    }
  }

  private static func member(_ name: String, of node: JSONNode) -> JSONNode? {
    guard case .object(let members) = node.value else { return nil }
    return members.first { $0.name == name }?.value
  }

  private static func bytes() -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// The symbols that mean the units of the data.
  static let symbols: [String: String] = [
    "metre": "m", "kilometre": "km", "nanometre": "nm", "picometre": "pm", "attometre": "am",
    "mile": "mi", "inch": "inch", "square kilometre": "km2", "square mile": "mi2",
    "cubic kilometre": "km3", "cubic centimetre": "ml", "litre": "l", "centilitre": "cl",
    "gallon": "gal", "cup": "cup", "tablespoon": "tbsp", "kilogram": "kg", "milligram": "mg",
    "tonne": "t", "pound-mass": "lb", "day": "days", "week": "weeks", "month": "months",
    "year": "years", "hour": "h", "megayear": "Ma", "gigayear": "Ga", "inverse second": "s-1",
    "percentage": "%", "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY",
    "cent": "cent", "penny": "penny", "byte": "B", "megabyte": "MB", "exabyte": "EB", "bit": "bit",
    "kibibyte": "KiB", "electronvolt": "eV", "teraelectronvolt": "TeV", "watt hour": "Wh",
    "megawatt hour": "MWh", "gigahertz": "GHz", "milligray": "mGy", "kelvin": "K",
    "degree Celsius": "°C", "degree fahrenheit": "°F", "kilometre per hour": "km/h",
    "watt per minute": "W/min", "dollar per hour": "USD/h", "dollar per kilogram": "USD/kg",
    "ton per day": "t/day", "count per week": "times/week", "inverse femtobarn": "fbarn-1",
    "kilometre per square second": "km/s2", "joule per square metre per year": "J/m2/year",
    "dime": "dimes",
  ]
}
