extension MarketData {
  /// Gathers what is known from tables as they are read.
  public init(
    schemes: SchemeDirectory, history: PriceTable?, benchmarks: IndexTable?,
    disclosures: [String: SchemeDisclosure] = [:]
  ) {
    var histories: [String: NAVSeries] = [:]
    for code in history?.amfiCodes ?? [] { histories[code] = history?.series(amfiCode: code) }
    self.init(
      schemes: schemes, histories: histories, benchmarks: benchmarks?.series ?? [:], disclosures: disclosures)
  }
}
