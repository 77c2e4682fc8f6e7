/// Which column of NAVAll.txt holds what.
struct NAVAllLayout: Hashable {
  let count: Int
  let nav: Int
  let date: Int
  let plan: Int?
  let option: Int?

  /// `Scheme Code;ISIN …;ISIN …;Scheme Name;Net Asset Value;Date`.
  static let legacy = NAVAllLayout(count: 6, nav: 4, date: 5, plan: nil, option: nil)

  private init(count: Int, nav: Int, date: Int, plan: Int?, option: Int?) {
    self.count = count
    self.nav = nav
    self.date = date
    self.plan = plan
    self.option = option
  }

  /// The layout a header describes; nil for one that lacks a column, or has more than are kept.
  init?(header: NAVAllLine) {
    let fields = NAVAllFields(header)
    let names = (0..<min(fields.count, NAVAllFields.limit)).map { index in
      String(decoding: header.bytes[fields.range(index).indices], as: UTF8.self)
    }
    guard fields.count <= NAVAllFields.limit, names.count > 4, names[3] == "Scheme Name",
      let nav = names.firstIndex(of: "Net Asset Value"), let date = names.firstIndex(of: "Date")
    else { return nil }
    self.init(
      count: names.count, nav: nav, date: date, plan: names.firstIndex(of: "Plan"),
      option: names.firstIndex(of: "Option"))
  }
}
