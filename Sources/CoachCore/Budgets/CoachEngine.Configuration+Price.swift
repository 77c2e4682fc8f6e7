extension CoachEngine.Configuration {
  /// What a model costs today: its own price, else that of the model the policy names in its place.
  ///
  /// - Returns: nil for a model that nobody knows the price of, when no money is capped.
  /// - Throws: `CoachError` with code `unpriced_model` when money is capped: a cost is never taken as zero.
  func price(of model: any LanguageModel, under caps: RunCaps) throws(CoachError) -> ModelPriceTable.Price? {
    let day = clock.indianDay
    if let price = try? prices.price(model.name, on: day) { return price }
    do {
      if let name = budget.pricedAs { return try prices.price(name, on: day) }
    } catch {
      throw CoachError(.unpricedModel, error.message, cause: error)
    }
    guard caps.capsMoney || budget.spending.capsMoney else { return nil }
    throw CoachError(
      .unpricedModel,
      "money is capped and no price is known for \"\(model.name)\" on \(day); set the policy's pricedAs to one of "
        + prices.names.joined(separator: ", "))
  }
}
