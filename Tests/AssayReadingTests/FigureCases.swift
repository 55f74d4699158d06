/// Texts with their figures marked, and each figure as the language has it; where the language has
/// no such unit, number and unit.
enum FigureCases {
  static let english: [(marked: String, figures: [String])] = [
    ("Aid came to «$84 million».", ["84 million USD"]),
    (
      "Aid of «84 million dollars», «US$1.5bn», «€10M» and «3 million euros».",
      ["84 million USD", "1.5 billion USD", "10 million EUR", "3 million EUR"]
    ),
    ("He paid «USD 1,000.50» and «£2,000».", ["1000.5 USD", "2000 GBP"]),
    ("«More than 3,500 Peruvian soldiers» came.", ["> 3500 soldiers"]),
    ("It has «11 berths» for ships of «up to 9,000 tons».", ["11 berths", "<= 9000 t"]),
    ("«At least 50 people», «fewer than 20 men».", [">= 50 people", "< 20 men"]),
    ("«No more than 20 km», «over 300 kg».", ["<= 20 km", "> 300 kg"]),
    (
      "«About 300 ships», «some 40 aircraft», «nearly 70%».",
      ["~ 300 ships", "~ 40 aircraft", "~ 70%"]
    ),
    (
      "«Dozens of villages» and «hundreds of thousands of people».",
      [">= 24 villages", ">= 200000 people"]
    ),
    (
      "«Several hundred protesters» and «a few thousand voters».",
      [">= 200 protesters", ">= 2000 voters"]
    ),
    (
      "«100 to 300 troops», «100-300 km», «between 100 and 300 t».",
      ["100..300 troops", "100..300 km", "100..300 t"]
    ),
    ("«From 10 to 15 million people».", ["10000000..15000000 people"]),
    (
      "«$5–10 million» for «an estimated 8- to 16-meter» mirror.",
      ["5000000..10000000 USD", "8..16 m"]
    ),
    (
      "«Twenty-five soldiers», «two dozen eggs», «a hundred and two guns».",
      ["25 soldiers", "24 eggs", "102 guns"]
    ),
    ("«Three million, two hundred and forty people».", ["3.00024 million people"]),
    ("«Two hundred men» and «three hundred women».", ["200 men", "300 women"]),
    (
      "«Half a million votes», «two and a half miles», «one-half» of it.",
      ["500000 votes", "2.5 mi", "0.5"]
    ),
    (
      "«Two thirds» fell; «1/2» stood, «2 1/2 km», «2½ km».",
      ["0.666666666667", "0.5", "2.5 km", "2.5 km"]
    ),
    ("«4e14» and «2.48×10−5»; «3 × 10^6 m».", ["400000 billion", "0.0000248", "3 million m"]),
    (
      "«1 000 000 francs», «10’000 kg», «1.000.000 votes».",
      ["1 million francs", "10000 kg", "1 million votes"]
    ),
    (
      "«2,000 m2», «4 square kilometers», «5 km²», «6 km squared», «3 cubic metres».",
      ["2000 m2", "4 km2", "5 km2", "6 km2", "3 m3"]
    ),
    (
      "«200 km/h», «20 J/m^2 per year», «16 nm», «$84 million a year».",
      ["200 km/h", "20 J/m2/year", "16 nm", "84000000 USD/year"]
    ),
    ("«32 °C» or «90 degrees Fahrenheit»", ["32 °C", "90 °F"]),
    ("«5 ± 1 kg» and «100 km +/- 5%»", ["4..6 kg", "95..105 km"]),
    (
      "«300 or more soldiers», «300 soldiers or more», «300+ people», «500-odd ships».",
      [">= 300 soldiers", ">= 300 soldiers", ">= 300 people", "~ 500 ships"]
    ),
    ("«45» and «50 mg» were given.", ["45 mg", "50 mg"]),
    ("It fell to «-18 °C» and «−3%».", ["-18 °C", "-3%"]),
    ("A «27-kilometer» ring, a «two-year» pause.", ["27 km", "2 years"]),
    ("The door is «2 in» thick: «2 in.»", ["2 inch", "2 inch"]),
    ("There are «two» in my car, «84» in 2012.", ["2", "84"]),
    ("«Up to about 300 men», «≥ 5 kg», «~40 %».", ["<= 300 men", ">= 5 kg", "~ 40%"]),
    ("One of them said that «at least one civilian» died.", [">= 1 civilian"]),
    ("He met «3,500» of them.", ["3500"]),
  ]

  static let spanish: [(marked: String, figures: [String])] = [
    ("«Veinticinco soldados» y «dos mil personas».", ["25 soldados", "2000 personas"]),
    (
      "«84 millones de dólares», «mil millones de soles», «S/ 1.500,50».",
      ["84 million USD", "1 billion PEN", "1500.5 PEN"]
    ),
    ("«Más de 3 500 soldados» peruanos", ["> 3500 soldados"]),
    (
      "«Al menos 50 heridos», «unos 200 km», «hasta 1,5 millones de euros».",
      [">= 50 heridos", "~ 200 km", "<= 1.5 million EUR"]
    ),
    (
      "«Entre 100 y 300 nuevos muelles», «de 10 a 15 toneladas».",
      ["100..300 muelles", "10..15 t"]
    ),
    (
      "«Decenas de aviones», «cientos de miles de personas».",
      [">= 20 aviones", ">= 200000 personas"]
    ),
    (
      "«Treinta y cinco por ciento», «12,5 %», «3.500 t», «1,000 soldados».",
      ["35%", "12.5%", "3500 t", "1000 soldados"]
    ),
    (
      "«Ciento veinte mil hectáreas», «200 kilómetros cuadrados», «100 km por hora».",
      ["120000 ha", "200 km2", "100 km/h"]
    ),
    ("«Dos tercios» de la población; un soldado.", ["0.666666666667"]),
    ("«MEDIO MILLÓN DE PERSONAS»", ["500000 personas"]),
  ]

  /// What has digits or number words and is no figure.
  static let none = [
    "In 2012 and 2013.", "F-16 and UH-60", "COVID-19", "open 24/7", "version 1.2.3", "at 10:30",
    "call 555-1234", "+51 1 234 5678", "1-800-555-1234", "the 3rd and 21st", "section 5, page 12",
    "No. 7", "at 2 pm", "2.17pm", "the 1980s", "06F6", "LGA1156", "9/11", "§ 7", "#5", "i7",
    "the twenty-first", "the twenty-fifth", "on second thought", "one of them", "7/10/2012",
    "1.2 Purpose", "192.168.1.10", "The number 1/0", "We met in 2013-14.", "1914-1918",
  ]
}
