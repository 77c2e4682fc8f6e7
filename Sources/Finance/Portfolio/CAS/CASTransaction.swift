/// One line of an account statement.
public struct CASTransaction: Hashable, Sendable {
  /// The day of the line.
  public let date: CivilDate
  /// What the line is.
  public let kind: TransactionKind
  /// The registrar's wording; may hold personal data.
  public let description: String
  /// Rupees, by casparser's sign: purchases and taxes positive, redemptions and reversals negative.
  public let amount: Money?
  /// Units, negative when they leave.
  public let units: Units?
  /// The net asset value the line was priced at.
  public let nav: NAV?
  /// The units held after the line.
  public let balance: Units?

  /// A line as a reader made it.
  public init(
    date: CivilDate, kind: TransactionKind, description: String = "", amount: Money?, units: Units?,
    nav: NAV? = nil, balance: Units? = nil
  ) {
    self.date = date
    self.kind = kind
    self.description = description
    self.amount = amount
    self.units = units
    self.nav = nav
    self.balance = balance
  }
}

extension CASTransaction {
  init(_ fields: JSONFields) throws(FinanceError) {
    self.init(
      date: try fields.date("date", statement: true),
      kind: try fields.choice("type"),
      description: try fields.optionalString("description") ?? "",
      amount: try fields.optionalMoney("amount"),
      units: try fields.optionalUnits("units"),
      nav: try fields.optionalNAV("nav"),
      balance: try fields.optionalUnits("balance"))
  }
}
