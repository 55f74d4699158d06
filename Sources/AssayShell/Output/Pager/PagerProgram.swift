import Glibc

/// When a pager is used, and which; what `set pager` takes.
package enum PagerSetting: Hashable, Sendable {
  /// If a text does not fit on the screen.
  case auto
  /// For every text.
  case always
  case never
  /// As `auto`, with this program in place of `$PAGER`.
  case command(String)

  /// Reads what `set pager` was given; `nil` if it is empty.
  init?(_ word: String) {
    switch word {
    case "auto": self = .auto
    case "always": self = .always
    case "never": self = .never
    default:
      guard word.contains(where: { $0 != " " }) else { return nil }
      self = .command(word)
    }
  }

  /// The setting as `set` shows it.
  var word: String {
    switch self {
    case .auto: "auto"
    case .always: "always"
    case .never: "never"
    case .command(let command): command
    }
  }
}

/// A program that shows a text screen by screen.
struct PagerProgram: Hashable {
  /// As `/bin/sh -c` takes it.
  let command: String

  /// What `less` is told where `LESS` is unset: leave when all fits, pass colours, chop long lines,
  /// leave the screen as it is.
  static let lessOptions = "FRSX"

  /// The program that the setting or else `PAGER` names, or else `less` if there is one.
  ///
  /// `PAGER` set to nothing or to `cat` means that there is none.
  init?(_ setting: PagerSetting, variable: (String) -> String? = Self.variable) {
    switch setting {
    case .never: return nil
    case .command(let command): self.command = command
    case .auto, .always:
      if let named = variable("PAGER") {
        let name = named.split(separator: " ")
        guard !name.isEmpty, name != ["cat"] else { return nil }
        command = named
      } else {
        command = "less"
        guard isFound(in: variable("PATH")) else { return nil }
      }
    }
  }

  /// Whether the program can be found, as far as that can be seen without starting it.
  func isFound(in path: String?) -> Bool {
    let special = "\"'\\$`;&|<>()*?[]#~={}!\n\t"
    guard !command.contains(where: { special.contains($0) }), let name else { return true }
    if name.contains("/") { return access(String(name), X_OK) == 0 }
    let folders = (path ?? "/usr/bin:/bin").split(separator: ":", omittingEmptySubsequences: false)
    let isBuiltIn = ["exec", "command", "eval"].contains(name)
    return isBuiltIn || folders.contains { access("\($0.isEmpty ? "." : $0)/\(name)", X_OK) == 0 }
  }

  /// Whether it passes colours on: only `less` is known to, and only if it is told to.
  func passesColors(variable: (String) -> String? = Self.variable) -> Bool {
    guard let name, name.split(separator: "/").last == "less" else { return false }
    let options = (variable("LESS") ?? Self.lessOptions) + " " + command.dropFirst(name.count)
    return options.split(separator: " ").contains { word in
      word.hasPrefix("--")
        ? "--raw-control-chars".hasPrefix(word.lowercased()) : word.lowercased().contains("r")
    }
  }

  private var name: Substring? { command.split(separator: " ").first }

  /// A variable of the environment.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
