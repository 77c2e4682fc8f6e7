/// The times of day, in seconds since midnight, up to which an order belongs to its own day.
public struct CutoffTimes: Hashable, Sendable {
  /// Purchases of schemes other than liquid and overnight.
  public let purchase: Int
  /// Purchases of liquid and overnight schemes.
  public let liquidPurchase: Int
  /// Redemptions.
  public let redemption: Int
  /// Redemptions of overnight schemes that come online.
  public let overnightOnlineRedemption: Int
}

extension CutoffTimes {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly(
      "valid_from", "valid_to", "purchase", "liquid_purchase", "redemption", "overnight_online_redemption")
    purchase = try Self.time("purchase", of: fields)
    liquidPurchase = try Self.time("liquid_purchase", of: fields)
    redemption = try Self.time("redemption", of: fields)
    overnightOnlineRedemption = try Self.time("overnight_online_redemption", of: fields)
  }

  private static func time(_ key: String, of fields: JSONFields) throws(FinanceError) -> Int {
    guard let time = CivilTime(iso: "2000-01-01T" + (try fields.string(key))) else {
      throw fields.error(.malformed, "must be a time of day such as 15:00", key)
    }
    return time.secondOfDay
  }
}
