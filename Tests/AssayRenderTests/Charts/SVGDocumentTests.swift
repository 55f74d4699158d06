import Testing

/// The reader of pictures finds what it is there to find.
@Suite struct SVGDocumentTests {
  static let sound = [
    "<svg><title>a &lt; b &#39;c&#39; 中文</title></svg>\n",
    "<svg role=\"img\"><rect x=\"1\" y=\"-2.5\"/>\n<path d=\"M0 0L1 1Z\"/></svg>",
    "<svg><pattern id=\"p\"/><rect fill=\"url(#p)\"/></svg>",
  ]
  static let broken = [
    "<svg>", "<svg></g></svg>", "<svg><g></svg></g>", "<svg/><svg/>", "<svg/>text", "<svg",
    "<svg x=1/>", "<svg x=\"1/>", "<svg x=\"1\" x=\"1\"/>", "<svg x=\"1\"y=\"1\"/>",
    "<svg>a & b</svg>", "<svg>&nbsp;</svg>", "<svg>&amp</svg>", "<svg fill=\"&\"/>",
    "<svg><script/></svg>", "<svg><image/></svg>", "<svg onload=\"x()\"/>", "<svg href=\"#a\"/>",
    "<svg x=\"nan\"/>", "<svg width=\"inf\"/>", "<svg r=\"\"/>", "<svg d=\"M0 nan\"/>",
    "<svg fill=\"url(http://x)\"/>", "<svg fill=\"url(#x)\"/>", "<svg><style>@import</style></svg>",
    "<svg><g id=\"a\"/><g id=\"a\"/></svg>", "<svg>\u{1B}</svg>", "<svg>\u{FFFE}</svg>",
    "<svg><!-- --></svg>", "<>",
  ]

  @Test(arguments: sound)
  func passesWhatIsSound(text: String) { #expect(SVGDocument(text).faults == []) }

  @Test(arguments: broken)
  func findsWhatIsBroken(text: String) { #expect(SVGDocument(text).faults != []) }
}
