/// Pages whose words and figures have to come out whole.
extension SamplePage {
  static let scripts = SamplePage(
    name: "raised and lowered figures",
    page: """
      <p>\(long) It cost 84<sup>2</sup> million and 3<sup>1</sup>/<sub>2</sub> years, or \
      5<sup><a href="#n1">1</a></sup> percent, 7<a href="/p#n"><sup>3</sup></a>, 8<sup>[4]</sup> and \
      9<sup>1,2</sup> of it: 2 × 10<sup>&minus;6</sup> km<sup>2</sup>, CO<sub>2</sub>, the \
      1<sup>st</sup>, 10<sup>2n</sup>, x<sub>12</sub>.<sup><a href="#n5">5</a></sup></p>
      <table><tr><td>a<sup>2</sup><td>10<sup>6</sup></table><pre>10<sup>6</sup></pre>
      """,
    text: """
      \(long) It cost 84² million and 3 1/2 years, or 5 [1] percent, 7 [3], 8 [4] and 9 [1,2] of it: \
      2 × 10⁻⁶ km², CO₂, the 1st, 10^2n, x₁₂. [5]

      | a² | 10⁶ |
      | --- | --- |

      ```
      10⁶
      ```

      """)

  static let whole = SamplePage(
    name: "an article that stays whole",
    page: """
      <nav>Home</nav><article><p>\(long)</p><p>math: x < y and a > b</p><dl><dt>Length<dd>84 m</dl>
      <p><a href=/1>See what the council said on Monday</a></p><p><a href=/2>It is closed.</a></p>
      <p><a href=/3>More</a></p><form><label>Your name</label><button>Send</button></form>
      One<br><br>Two words<br><br>Three<table><caption>Cars</caption><tr><td>1<td>2</table>
      <ul><li><a href=/4>Upper</a>: 84</ul><h2>2019</h2><h2>2020</h2></article>
      """,
    text: """
      \(long)

      math: x < y and a > b

      Length

      84 m

      See what the council said on Monday

      It is closed.

      One

      Two words

      Three

      Cars

      | 1 | 2 |
      | --- | --- |

      - Upper: 84

      ## 2019

      ## 2020

      """)

  static let spans = SamplePage(
    name: "cells over several rows and columns",
    page: """
      <p>\(long)</p><table><tr><th>Village<th>Year<th>Cars<tr><td rowspan=3>Upper<td>1990<td>120
      <tr><td>2000<td rowspan=2>90<tr><td>2010<tr><td colspan=2>Lower<td>7<tr><td><td>2020</table>
      """,
    text: """
      \(long)

      | Village | Year | Cars |
      | --- | --- | --- |
      | Upper | 1990 | 120 |
      | | 2000 | 90 |
      | | 2010 | |
      | Lower | | 7 |
      | | 2020 |

      """)

  static let nested = SamplePage(
    name: "a table in a table",
    page: """
      <p>\(long)</p><table><tr><td>Outer cell<table><tr><td>a<td>b<tr><td>c<td>d</table>
      <td>Right</table><p>\(second)</p>
      """,
    text: """
      \(long)

      Outer cell

      | a | b |
      | --- | --- |
      | c | d |

      Right

      \(second)

      """)

  static let listsApart = SamplePage(
    name: "two lists",
    page: "<p>\(long)</p><ul><li>a<ul><li>b</ul><li>c</ul><ol><li>d<li>e</ol>",
    text: "\(long)\n\n- a\n  - b\n- c\n\n1. d\n2. e\n")

  static let struck = SamplePage(
    name: "struck words",
    page: """
      <p>\(long) It took <del>84</del> <ins>92</ins> days, <s>a year</s> and <strike>two</strike> a \
      week.</p>
      """,
    text: "\(long) It took 92 days, and a week.\n")
}
