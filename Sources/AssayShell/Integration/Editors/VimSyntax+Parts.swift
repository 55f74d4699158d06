extension VimSyntax {
  /// Texts, ids, numbers, signs.
  static let tokens: [String] = [
    match("assayWord", word),
    match("assaySign", "!\\=|\\<\\=|\\>\\=|\\=\\=|[=<>~+*/%]|-|\\.\\."),
    match("assayNumber", number, "nextgroup=@assayMeasure skipwhite"),
    match("assayCount", number, "contained nextgroup=assayCountScale skipwhite"),
    match("assayDate", "[0-9]{4}-[0-9]{2}%(-[0-9]{2})?[~?]?|[0-9]{2,3}X+[~?]?|[0-9]{4}[~?]"),
    match(
      "assayScale", any(of: SyntaxWords.scales), "contained nextgroup=assayUnit skipwhite"),
    match("assayCountScale", any(of: SyntaxWords.scales), "contained"),
    "highlight default link assayCount assayNumber",
    "highlight default link assayCountScale assayScale",
    match(
      "assayUnit",
      "%(" + any(of: SyntaxWords.reserved + SyntaxWords.scales) + ")@!" + word + "|\\%",
      "contained"),
    "syntax cluster assayMeasure contains=assayScale,assayUnit",
    match("assayReference", "\\@" + id),
    match("assayVariable", "\\$" + id),
    "syntax cluster assayValue contains=assayWord,assaySign,assayNumber,assayDate,assayReference,"
      + "assayVariable,assayText",
  ]

  /// What may stand in an expression.
  static let expressions: [String] =
    [
      match("assayConnector", any(of: SyntaxWords.connectors + [SyntaxWords.it])),
      match("assayConstant", any(of: SyntaxWords.constants)),
      match(
        "assayConstant",
        "%(%(!\\=|[=<>])[ \\t]*)@120<=" + any(of: SyntaxWords.values) + "%([ \\t]*[.(])@!"),
      match("assayOperator", any(of: SyntaxWords.operators)),
      match("assayFunction", any(of: SyntaxWords.functions) + "%([ \\t]*\\()@="),
      match(
        "assayRelation",
        "%(%(" + SyntaxWords.queryFunctions.joined(separator: "|") + ")[ \\t]*\\([ \\t]*)@120<="
          + any(of: SyntaxWords.relations)),
      match(
        "assayRelation",
        "%(\\([ \\t]*)@120<=" + any(of: SyntaxWords.relations) + "%([ \\t]*%([|#]|$))@="),
      region(
        "assayParentheses", opened: "assayBracket", "\\(", to: "\\)",
        "contains=@assayInner"),
      region(
        "assayList", opened: "assayBracket", "%(<in[ \\t]*)@120<=\\(", to: "\\)",
        "contains=@assayInner,assayListed"),
      match("assayListed", any(of: SyntaxWords.values), "contained"),
      match("assayPipe", "\\|", "nextgroup=@assayStages skipwhite skipnl skipempty"),
      match("assayStage", any(of: SyntaxWords.stages), "contained"),
    ]
    + SyntaxWords.stagesWithWords.flatMap { stage in
      let group = "assayStage_" + stage.name
      return [
        match(group + "_word", any(of: stage.words), "contained"),
        region(
          group, opened: "assayStage", any(of: [stage.name]), to: "%([|;)#]|$)@=",
          "contained contains=@assayInner,\(group)_word" + (stage.takesUnits ? "" : ",assayCount")),
        "highlight default link \(group)_word assayConstant",
      ]
    } + [
      "syntax cluster assayStages contains=assayStage,"
        + SyntaxWords.stagesWithWords.map { "assayStage_" + $0.name }.joined(separator: ","),
      "syntax cluster assayInner contains=@assayValue,assayConnector,assayConstant,assayOperator,"
        + "assayFunction,assayRelation,assayParentheses,assayList,assayPipe,assayComment",
      "highlight default link assayListed assayConstant",
    ]
}

extension VimSyntax {
  /// What statements begin with, comments, and texts; these last, as nothing begins within them.
  static let statements: [String] = {
    let relation = any(of: SyntaxWords.relations)
    let afterRelation = "%([ \\t]*%([|;#]|$))@="
    var lines = [
      match("assayRelation", start + relation + afterRelation),
      match("assayRelation", "%(\\)[ \\t]*\\=[ \\t]*)@120<=" + relation + afterRelation),
      match(
        "assayRelation", "%(" + start + "let[ \\t]+" + word + "[ \\t]*\\=[ \\t]*)@120<=" + relation),
      match("assayRelation", "%(" + start + "explain[ \\t]+)@120<=" + relation),
      match("assayStatement", start + any(of: SyntaxWords.statements)),
      match("assayName", "%(" + start + "%(let|def|param)[ \\t]+)@120<=" + word),
      match(
        "assayKind", "%(" + start + "param[ \\t]+\\$?" + word + "[ \\t]*:[ \\t]*)@120<=" + word),
    ]
    for name in SyntaxWords.commands {
      let group = "assayCommand_" + name
      let words: [(group: String, words: [String])]
      switch name {
      case "describe":
        words = [("assayRelation", SyntaxWords.relations), ("assayStage", SyntaxWords.stages)]
      case "set": words = [("assayConstant", SyntaxWords.settings)]
      case "why": words = [("assayOperator", ["not"])]
      default: words = []
      }
      for (index, each) in words.enumerated() {
        lines.append(match("\(group)_\(index)", any(of: each.words), "contained"))
        lines.append("highlight default link \(group)_\(index) \(each.group)")
      }
      let own = words.indices.map { ",\(group)_\($0)" }.joined()
      lines.append(
        region(
          group, opened: "assayCommand", start + any(of: [name]), to: "(;@=|$)",
          "oneline contains=@assayValue,assayComment\(own)"))
    }
    return lines + [
      "syntax match assayComment /#.*/",
      "syntax match assayBadEscape /\\\\./ contained",
      "syntax match assayEscape /\\v\\\\%([\"\\\\nt]|u\\{[0-9A-Fa-f]+\\})/ contained",
      #"syntax region assayText start=/"/ skip=/\\./ end=/"/ oneline contains=assayEscape,assayBadEscape"#,
      #"syntax region assayText start=/"""/ skip=/\\./ end=/"""/ contains=assayEscape,assayBadEscape"#,
    ]
  }()

  /// A declaration: its header, and its fields, each up to the end of its line.
  static func record(_ record: SyntaxWords.Record) -> [String] {
    let group = "assayRecord_" + record.kind
    var lines: [String] = []
    func words(_ name: String, _ connectors: [String], _ values: [String]) -> String {
      var groups = ""
      for (kind, words) in [("Connector", connectors), ("Constant", values)] where !words.isEmpty {
        let own = "\(name)_\(kind)"
        lines.append(match(own, any(of: words), "contained"))
        lines.append("highlight default link \(own) assay\(kind)")
        groups += "," + own
      }
      return groups
    }
    var fields: [String] = []
    let others = "\(group)_other"
    lines.append(
      region(
        others, opened: record.hasQualifiers ? "assayField" : "assayWord", word,
        to: "([;}]@=|$)", "contained contains=@assayValue,assayComment"))
    for (index, field) in record.fields.enumerated() {
      let name = "\(group)_\(index)"
      let own = words(name, field.connectors, field.values)
      lines.append(
        region(
          name, opened: "assayField", any(of: field.names), to: "([;}]@=|$)",
          "contained contains=@assayValue,assayComment\(own)"))
      fields.append(name)
    }
    let header = words(group, record.connectors, record.values)
    let declared = "\(group)_name"
    lines.append(match(declared, "%(" + start + record.kind + "[ \\t]+)@120<=" + id, "contained"))
    lines.append("highlight default link \(declared) assayName")
    lines.append(
      region(
        "\(group)_body", opened: "assayBracket", "\\{", to: "\\}",
        "contained contains=assayComment,\(others)," + fields.joined(separator: ",")))
    lines.append(
      region(
        group, opened: "assayKind", start + any(of: [record.kind]) + "%([ \\t]*\\@)@!",
        to: "(;@=|$)",
        "contains=@assayValue,assayComment,\(declared),\(group)_body\(header)"))
    return lines
  }
}
