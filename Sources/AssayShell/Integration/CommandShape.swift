/// A command of the command line, as its page describes it: `assay`, `assay run`.
package struct CommandShape: Sendable {
  /// `assay` for the program itself, otherwise the word of the subcommand.
  package let name: String
  package let summary: String
  /// What else there is to say; may be empty.
  package let details: String
  /// Whether it is what runs without a subcommand.
  package let isDefault: Bool
  package let arguments: [Argument]

  package init(
    name: String, summary: String, details: String, isDefault: Bool, arguments: [Argument]
  ) {
    (self.name, self.summary, self.details) = (name, summary, details)
    (self.isDefault, self.arguments) = (isDefault, arguments)
  }

  /// An argument or an option.
  package struct Argument: Sendable {
    /// As they are written, with the dashes; none for what stands by itself.
    package let names: [String]
    /// The name of its value; `nil` for a flag.
    package let value: String?
    package let isOptional: Bool
    package let isRepeating: Bool
    package let defaultValue: String?
    package let summary: String

    package init(
      names: [String], value: String?, isOptional: Bool, isRepeating: Bool, defaultValue: String?,
      summary: String
    ) {
      (self.names, self.value, self.isOptional) = (names, value, isOptional)
      (self.isRepeating, self.defaultValue, self.summary) = (isRepeating, defaultValue, summary)
    }
  }
}
