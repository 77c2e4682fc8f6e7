import JSONKit

/// Books the schemes of one statement up to a day, mergers from one into the other included.
struct StatementBooks {
  let statement: CASStatement
  let day: CivilDate

  /// How many mergers in a row are followed, so that a statement that runs in circles is refused.
  private static let longestChain = 8

  /// The ledger of `scheme`, which stands in the folio called `folio`.
  ///
  /// - Throws: ``FinanceError`` with the pointer of the scheme whose lines cannot be booked.
  func ledger(of scheme: CASScheme, folio: String, depth: Int = 0) throws(FinanceError) -> LotLedger {
    guard depth <= Self.longestChain else {
      throw FinanceError(
        .inconsistent, "schemes are merged into each other in a circle", pointer: scheme.pointer)
    }
    let lines = scheme.transactions.filter { $0.date <= day }
    var incoming: [LotTransfer] = []
    for line in lines where line.kind == .switchInMerger {
      guard let units = line.units else { continue }
      if let transfer = try transfer(for: line, into: scheme, folio: folio, depth: depth) {
        incoming.append(transfer.converted(to: units, on: line.date))
      }
    }
    do throws(FinanceError) {
      return try LotLedger(lines, opening: opening(of: scheme, lines), incoming: incoming)
    } catch {
      throw error.located(at: scheme.pointer.appending("transactions"))
    }
  }

  private func opening(of scheme: CASScheme, _ lines: [CASTransaction]) -> Lot? {
    guard scheme.open > .zero else { return nil }
    let first = statement.from ?? lines.map(\.date).min() ?? day
    return Lot(date: first, units: scheme.open, cost: .zero, origin: nil)
  }

  /// What was merged into `scheme` by `line`: the only thing merged away that day in the folio, else the one
  /// of the same amount; nil when the statement does not show it or its cost.
  private func transfer(for line: CASTransaction, into scheme: CASScheme, folio: String, depth: Int)
    throws(FinanceError) -> LotTransfer?
  {
    var found: [(transfer: LotTransfer, isComplete: Bool)] = []
    for source in statement.folios.filter({ $0.number == folio }).flatMap(\.schemes)
    where source.pointer != scheme.pointer
      && source.transactions.contains(where: { $0.kind == .switchOutMerger && $0.date == line.date })
    {
      let ledger = try ledger(of: source, folio: folio, depth: depth + 1)
      found += ledger.outgoing.filter { $0.date == line.date }.map { ($0, ledger.isComplete) }
    }
    let amount = line.amount.map { $0 < .zero ? -$0 : $0 }
    let match =
      found.count == 1
      ? found.first : found.first { $0.transfer.amount.map { $0 < .zero ? -$0 : $0 } == amount }
    return match.flatMap { $0.isComplete ? $0.transfer : nil }
  }
}
