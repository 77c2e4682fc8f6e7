/// The most an account may hold; a part that is left out is not capped.
public struct BudgetCap: Codable, Hashable, Sendable {
  /// Tokens in and out.
  public var tokens: Int?
  /// Millionths of a US dollar.
  public var micros: Int?

  /// States a cap.
  public init(tokens: Int? = nil, micros: Int? = nil) {
    self.tokens = tokens
    self.micros = micros
  }

  /// The lower of the two in each part.
  public func lowered(to other: BudgetCap?) -> BudgetCap {
    func lower(_ a: Int?, _ b: Int?) -> Int? { a.map { a in b.map { min(a, $0) } ?? a } ?? b }
    return BudgetCap(tokens: lower(tokens, other?.tokens), micros: lower(micros, other?.micros))
  }

  /// A part of it, rounded down.
  ///
  /// - Parameter share: held between 0 and 1; what is no number counts as 0.
  func scaled(by share: Double) -> BudgetCap {
    let share = share > 0 ? min(share, 1) : 0
    func part(_ cap: Int) -> Int {
      cap > 0 ? min(cap, Int(exactly: (Double(cap) * share).rounded(.down)) ?? cap) : 0
    }
    return BudgetCap(tokens: tokens.map(part), micros: micros.map(part))
  }

  /// The cap as an amount: what is not capped may be as large as accounts can be.
  public var amount: BudgetAmount {
    BudgetAmount(tokens: tokens ?? BudgetAmount.limit, micros: micros ?? BudgetAmount.limit).bounded
  }

  /// Whether an amount has come to a share of the cap in either part.
  func isNear(_ taken: BudgetAmount, share: Double) -> Bool {
    func near(_ taken: Int, _ cap: Int?) -> Bool { cap.map { Double(taken) >= share * Double($0) } ?? false }
    return near(taken.tokens, tokens) || near(taken.micros, micros)
  }

  var isNegative: Bool { (tokens ?? 0) < 0 || (micros ?? 0) < 0 }
}
