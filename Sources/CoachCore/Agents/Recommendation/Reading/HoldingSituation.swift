/// What the facts tell of a holding.
struct HoldingSituation: Hashable {
  /// The run-local id, for example `h3`.
  let id: String
  /// `open`, `closed_to_new`, `merged` or `wound_up`; nil when no fact says.
  let status: String?
  /// `equity`, `debt`, `gold` or `cash`; nil when no fact says.
  let assetClass: String?
  /// `direct` or `regular`.
  let plan: String?
  /// Rupees; nil when no fact says.
  let value: Double?
  /// What the regular plan costs more than its direct twin over the goal's time, in rupees.
  let expenseDrag: Double?

  /// Whether it takes new money, as far as is known.
  var isOpen: Bool { status.map { $0 == "open" } ?? true }

  /// Whether more of it could be more risk: anything that is not known to be debt, gold or cash.
  var mayBeEquity: Bool { !["debt", "gold", "cash"].contains(assetClass ?? "") }

  init(_ id: String, _ facts: AdviceFacts) throws(CoachError) {
    self.id = id
    status = try facts.text("holding.\(id).status")
    assetClass = try facts.text("holding.\(id).asset_class")
    plan = try facts.text("holding.\(id).plan")
    value = try facts.number("holding.\(id).value")
    expenseDrag = try facts.number("holding.\(id).expense_drag")
  }
}
