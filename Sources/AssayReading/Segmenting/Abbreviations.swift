/// Words whose full stop mostly ends no sentence: lists of data, English and Spanish.
enum Abbreviations {
  /// Never last in a sentence: a name, a number or an explanation follows.
  static let leading: Set<UInt64> = packed(
    """
    mr mrs ms mx dr drs prof rev hon fr gen col maj capt cpt lt cmdr cdr adm sgt cpl pvt gov sen \
    rep pres supt messrs mme mlle st mt e.g i.e cf viz vs approx ps p.s \
    sr sra srta sres dra lic ing arq mons gral cnel tte sto sta p.ej ej
    """)

  /// Last in a sentence only if the next word looks like the first of one: ``openers``.
  static let inner: Set<UInt64> = packed(
    """
    ed eds ext tel ft resp inc ltd co corp jr dept univ assn bros ave blvd rd bldg ca al nr viz \
    núm núms pág págs cía ltda vd uds ud apdo av avda tfno
    """)

  /// Last in a sentence unless a number or a small letter follows; mostly words in themselves.
  static let numbering: Set<UInt64> = packed(
    """
    no nos art arts fig figs p pp par para pars vol vols ch chap sec sect eq est min max avg op \
    cit ibid etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun \
    ene abr ago dic
    """)

  /// First words of sentences, lower case.
  static let openers: Set<UInt64> = packed(
    """
    the a an this that these those there then they their it its he his she her we our you your i \
    my in on at as if when while after before since for from to with by of but and or so yet not \
    no what who why how where which all some many most both each one two however although though \
    according also more please if do did does is are was were will would can could now today \
    el la los las un una unos unas lo se en no es su sus pero y por para con si cuando como desde \
    según también este esta estos estas hay ya más
    """)

  /// A word of up to eight bytes as one number, ASCII letters made small; 0 for any other.
  static func pack(_ word: some Sequence<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    var length = 0
    for byte in word {
      length += 1
      guard length <= 8 else { return 0 }
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      number = number << 8 | UInt64(isCapital ? byte | 0x20 : byte)
    }
    return number
  }

  private static func packed(_ words: String) -> Set<UInt64> {
    Set(words.utf8.split(separator: UInt8(ascii: " ")).map(pack))
  }
}
