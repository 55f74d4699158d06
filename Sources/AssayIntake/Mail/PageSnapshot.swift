import AssayModel
import AssayText

/// A page that a browser has saved as mail, with its pictures attached (MHTML).
struct PageSnapshot {
  private let url: String?

  /// `nil` for mail that a person has sent.
  init?(_ headers: MailHeaders) {
    let address = headers.text("snapshot-content-location")
    let isSaved = headers.text("from")?.lowercased().drop { $0 == "<" }.hasPrefix("saved by ")
    guard address != nil || isSaved == true else { return nil }
    guard headers.kind("content-type") != "text/plain" else { return nil }
    let given = address ?? headers.text("content-location")
    url = given.flatMap { PageDetails.host(of: $0) == nil ? nil : $0 }
  }

  /// The document of the page: what it says of itself counts, then what the browser says of it. The
  /// date of the message is the day on which the page was saved.
  func document(_ page: IntakeDocument, _ headers: MailHeaders) -> IntakeDocument {
    var document = IntakeDocument(
      text: page.text, isMarkdown: true, form: .mail, origins: page.origins)
    document.notes = page.notes
    document.details = page.details
    document.details.url = url ?? page.details.url
    document.details.title = page.details.title ?? headers.text("subject")
    document.details.publisher =
      page.details.publisher ?? url.flatMap { PageDetails.host(of: $0) }
    document.details.retrieved = headers.text("date").flatMap(LooseDate.read)
    return document
  }
}
