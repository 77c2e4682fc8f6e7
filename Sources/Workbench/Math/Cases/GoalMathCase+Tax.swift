import Finance
import JSONKit

extension GoalMathCase {
  func tax() throws -> JSONValue? {
    switch kind {
    case "tax_lots_fifo": return try taxLots()
    case "exit_load": return try exitLoad()
    case "nav_cutoff": return try cutoff()
    case "sip_schedule":
      let dates = try InstalmentSchedule.monthly(
        day: try int("day"),
        from: try CivilDate(year: try int("start_year"), month: try int("start_month"), day: 1),
        count: try int("count"), calendar: BusinessCalendar(holidays: try dates("holidays")))
      return ["dates": .array(dates.map { .string($0.description) })]
    default: return nil
    }
  }

  private func taxLots() throws -> JSONValue {
    let matching = try LotMatching(lots: try lots(), sales: try sales(), exitLoad: try load())
    let rule = GainsTaxRule(
      longTermMonths: try int("long_term_months"), shortRate: try double("short_rate"),
      longRate: try double("long_rate"), exemption: try exactMoney(inputs["exemption"]))
    let tax = try GainsTax(matching.disposals, rule: rule)
    return [
      "matches": .array(matching.disposals.map { match($0, rule) }),
      "short_term_gain": .double(tax.shortTermGain.rupees),
      "long_term_gain": .double(tax.longTermGain.rupees),
      "taxable_long": .double(tax.taxableLong.rupees), "tax": .double(tax.tax.rupees),
      "remaining_units": .double(try Units.sum(matching.remaining.map(\.units)).value),
    ]
  }

  private func match(_ disposal: Disposal, _ rule: GainsTaxRule) -> JSONValue {
    let isLong = rule.isLongTerm(from: disposal.bought, to: disposal.sold)
    return [
      "lot_date": .string(disposal.bought.description), "sell_date": .string(disposal.sold.description),
      "units": .double(disposal.units.value), "days": .double(Double(disposal.daysHeld)),
      "term": .string(isLong ? "long" : "short"), "proceeds": .double(disposal.proceeds.rupees),
      "exit_load": .double(disposal.exitLoad.rupees), "cost": .double(disposal.cost.rupees),
      "gain": .double(disposal.gain.rupees),
    ]
  }

  private func lots() throws -> [TaxLot] {
    try (inputs["lots"]?.array ?? []).map { lot in
      let units = try units(lot["units"])
      let duty = lot["stamp_duty"].map { $0.isNull } ?? true ? Money.zero : try exactMoney(lot["stamp_duty"])
      return TaxLot(
        date: try day(lot["date"]), units: units, cost: try units.value(at: try nav(lot["nav"])) + duty)
    }
  }

  private func sales() throws -> [LotMatching.Sale] {
    try (inputs["sells"]?.array ?? []).map {
      LotMatching.Sale(date: try day($0["date"]), units: try units($0["units"]), nav: try nav($0["nav"]))
    }
  }

  private func load() throws -> ExitLoad? {
    guard let load = inputs["exit_load"], !load.isNull else { return nil }
    guard let days = load["days"]?.int, let percent = load["percent"]?.double else {
      throw Malformed(what: "\(name): exit_load")
    }
    return try ExitLoad(
      days: days, perMillion: Int64((percent * 10_000).rounded()),
      isInclusive: load["inclusive"]?.bool ?? false)
  }

  private func exitLoad() throws -> JSONValue {
    let load = try ExitLoad(
      days: try int("load_days"), perMillion: try perMillion("load_percent"),
      isInclusive: inputs["inclusive"]?.bool ?? false)
    let (from, to) = (try date("allotment_date"), try date("redeem_date"))
    let gross = try units(inputs["units"]).value(at: try nav(inputs["nav"]))
    return [
      "holding_days": .double(Double(from.days(until: to))),
      "load": .double(load.load(on: gross, from: from, to: to).rupees),
    ]
  }

  private func cutoff() throws -> JSONValue {
    guard let kind = ApplicableNAV.SchemeKind(rawValue: try string("scheme_kind")),
      let side = ApplicableNAV.Side(rawValue: try string("side")),
      let application = CivilTime(iso: try string("application_ist"))
    else { throw Malformed(what: name) }
    let order = ApplicableNAV.Order(
      kind: kind, side: side, application: application,
      fundsAvailable: inputs["funds_available_ist"]?.string.flatMap(CivilTime.init(iso:)),
      isOnline: inputs["online"]?.bool ?? false)
    let day = try ApplicableNAV.day(
      for: order, calendar: BusinessCalendar(holidays: try dates("holidays")), rules: try .embedded())
    return ["nav_date": .string(day.description)]
  }

  private func day(_ value: JSONValue?) throws -> CivilDate {
    guard let date = value?.string.flatMap(CivilDate.init(iso:)) else {
      throw Malformed(what: "\(name): date")
    }
    return date
  }
}
