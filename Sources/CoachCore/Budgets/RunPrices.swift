/// What the models of a run cost; nil for one that nobody knows the price of, when no money is capped.
struct RunPrices: Sendable {
  /// The model that writes.
  var writer: ModelPriceTable.Price?
  /// The model that reads what passed, where one was asked for.
  var critic: ModelPriceTable.Price?

  /// The price of a call by its journal key.
  func price(ofCall key: String) -> ModelPriceTable.Price? {
    JournaledCall.isCritique(key) ? critic : writer
  }
}
