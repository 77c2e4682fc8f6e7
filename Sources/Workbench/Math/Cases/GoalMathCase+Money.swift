import Finance
import JSONKit

extension GoalMathCase {
  func money() throws -> JSONValue? {
    switch kind {
    case "inr_format":
      let decimals = try int("decimals")
      return .string(IndianFormat.full(try amount(decimals: decimals), decimals: decimals))
    case "inr_short": return .string(IndianFormat.short(try amount(decimals: 2)))
    case "inr_parse": return .double(try IndianFormat.parse(try string("text")).rupees)
    case "financial_year": return .string(try date("date").financialYear)
    case "units_allotment": return try unitsAllotment()
    case "redemption_value": return try redemptionValue()
    case "holding_rollup": return try holdingRollup()
    default: return nil
    }
  }

  private func amount(decimals: Int) throws -> Money {
    guard let money = Money(rounding: try string("amount"), decimals: decimals) else {
      throw Malformed(what: "\(name): amount")
    }
    return money
  }

  func exactMoney(_ value: JSONValue?) throws -> Money {
    guard let text = value?.number?.text, let money = Money(exactly: text) else {
      throw Malformed(what: "\(name): money")
    }
    return money
  }

  func nav(_ value: JSONValue?) throws -> NAV {
    guard let text = value?.number?.text, let nav = NAV(exactly: text) else {
      throw Malformed(what: "\(name): nav")
    }
    return nav
  }

  func units(_ value: JSONValue?) throws -> Units {
    guard let text = value?.number?.text, let units = Units(exactly: text) else {
      throw Malformed(what: "\(name): units")
    }
    return units
  }

  /// A rate in percent as parts per million.
  func perMillion(_ key: String) throws -> Int64 {
    Int64((try double(key) * 10_000).rounded())
  }

  private func unitsAllotment() throws -> JSONValue {
    let allotment = try UnitsAllotment(
      amount: try exactMoney(inputs["amount"]), nav: try nav(inputs["nav"]),
      transactionCharge: try exactMoney(inputs["transaction_charge"]),
      stampDutyPerMillion: try perMillion("stamp_duty_percent"), unitDecimals: try int("unit_decimals"))
    return [
      "stamp_duty": .double(allotment.stampDuty.rupees),
      "net_investment": .double(allotment.netInvestment.rupees), "units": .double(allotment.units.value),
      "cost_for_tax": .double(allotment.cost.rupees),
    ]
  }

  private func redemptionValue() throws -> JSONValue {
    let isEquity = inputs["equity_oriented"]?.bool ?? false
    let proceeds = try RedemptionProceeds(
      units: try units(inputs["units"]), nav: try nav(inputs["nav"]),
      exitLoadPerMillion: try perMillion("exit_load_percent"),
      sttPerMillion: isEquity ? try perMillion("stt_percent") : 0)
    return [
      "gross": .double(proceeds.gross.rupees), "stt": .double(proceeds.stt.rupees),
      "exit_load": .double(proceeds.exitLoad.rupees), "net": .double(proceeds.net.rupees),
    ]
  }

  private func holdingRollup() throws -> JSONValue {
    let lines = try (inputs["transactions"]?.array ?? []).map { line in
      guard let kind = line["type"]?.string.flatMap(TransactionKind.init(rawValue:)),
        let date = line["date"]?.string.flatMap(CivilDate.init(iso:))
      else { throw Malformed(what: "\(name): line") }
      return CASTransaction(
        date: date, kind: kind,
        amount: line["amount"]?.isNull ?? true ? nil : try exactMoney(line["amount"]),
        units: line["units"]?.isNull ?? true ? nil : try units(line["units"]),
        nav: line["nav"]?.isNull ?? true ? nil : try nav(line["nav"]))
    }
    let ledger = try LotLedger(lines)
    let (held, cost) = (try ledger.units(), try ledger.cost())
    let value = try held.value(at: try nav(inputs["nav"]))
    return [
      "units": .double(held.value), "cost": .double(cost.rupees),
      "average_cost": held == .zero ? .null : .double(cost.rupees / held.value),
      "value": .double(value.rupees), "unrealised": .double((value - cost).rupees),
      "realised": .double(ledger.realised.rupees), "idcw_paid": .double(ledger.incomePaid.rupees),
    ]
  }
}
