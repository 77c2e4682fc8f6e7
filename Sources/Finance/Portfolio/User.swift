/// The person a portfolio belongs to.
public struct User: Hashable, Sendable {
  /// Where the person pays tax.
  public enum TaxResidency: String, Sendable, CaseIterable {
    case resident, nri
  }

  /// The language of prose.
  public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case hindi = "hi"
  }

  /// The identifier, such as `u02`.
  public internal(set) var id: String
  /// The year of birth, if given.
  public let birthYear: Int?
  /// Where the person pays tax.
  public let taxResidency: TaxResidency
  /// The income-tax slab as a ratio from 0 to 0.39, if given.
  public let slabRate: Double?
  /// The risk the person has said to bear.
  public let riskProfile: RiskProfile
  /// The day the profile was taken, if it was.
  public let riskProfiledAt: CivilDate?
  /// The language of prose.
  public let language: Language
  /// The tone the person asked for, such as `plain`.
  public let tone: String?
  /// What the person spends a month, if given.
  public let monthlyExpenses: Money?
}

extension User {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly(
      "id", "birth_year", "tax_residency", "slab_rate", "risk_profile", "risk_profiled_at", "language",
      "tone", "monthly_expenses")
    id = try fields.identifier("id")
    birthYear = try fields.optionalInt("birth_year", in: 1900...2200)
    taxResidency = try fields.choice("tax_residency")
    slabRate = try fields.optionalDouble("slab_rate", in: 0...0.39)
    riskProfile = try fields.choice("risk_profile")
    riskProfiledAt = try fields.optionalDate("risk_profiled_at")
    language = try fields.choice("language")
    tone = try fields.optionalString("tone")
    monthlyExpenses =
      fields.optional("monthly_expenses") == nil ? nil : try fields.nonNegativeMoney("monthly_expenses")
  }
}
