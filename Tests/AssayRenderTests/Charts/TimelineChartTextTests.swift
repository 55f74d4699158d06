import AssayModel
import Testing

@Suite struct TimelineChartTextTests {
  @Test func drawsYearsAndOpenEnds() throws {
    let columns = [Column("event", .text), Column("when", .date)]
    let rows: [[String?]] = [
      ["treaty", "2010"], ["battle", "2012-10-07"], ["siege", "2008..2009"], ["war", "2011.."],
      ["peace", "..2007"], ["rumour", "2009~"],
    ]
    #expect(
      try ChartSample.text(.timeline, columns, rows) == """
        event   when
        treaty  2010                         ████████
        battle  2012-10-07                                       ◆
        siege   2008..2009    ████████████████
        war     2011..                              ███████████████▶
        peace   ..2007      ◀██
        rumour  2009~                ░░░░░░░░░
                            ──┬──────────────┬──────────────┬───────
                             2008           2010           2012

        6 rows

        """)
  }

  @Test func drawsDays() throws {
    let columns = [Column("event", .text), Column("when", .date)]
    let rows: [[String?]] = [
      ["one", "2012-10-07"], ["two", "2012-10-09"], ["three", "2012-10-08..2012-10-10"],
    ]
    #expect(
      try ChartSample.text(.timeline, columns, rows) == """
        event  when
        one    2012-10-07                 ███
        two    2012-10-09                         ██
        three  2012-10-08..20…                ██████████
                                ┬────────────────────────┬──────────
                                2012-10-04           2012-10-11

        3 rows

        """)
  }
}
