/// The fault a model's name asks for.
///
/// The names are `faulty:<operator>` and `twin:<operator>`, each with an optional place:
///
/// - `faulty:digit_swap`: in every answer, repairs included, at a place drawn from the seed; the template then writes.
/// - `faulty:digit_swap@2`: in the draft only, at the third place there is; the first repair is clean.
/// - `faulty:digit_swap@2!`: at that place in every answer.
struct FaultChoice: Hashable, Sendable {
  let operatorName: String
  /// Whether the clean twin is planted in place of the fault.
  let isTwin: Bool
  /// The place, from 0; nil for one drawn from the seed.
  let place: Int?
  /// Whether repairs carry it too.
  let isPersistent: Bool

  init(operatorName: String, isTwin: Bool = false, place: Int? = nil, isPersistent: Bool? = nil) {
    self.operatorName = operatorName
    self.isTwin = isTwin
    self.place = place
    self.isPersistent = isPersistent ?? (place == nil)
  }

  /// Reads a model's name; nil when it names no fault of this form.
  init?(modelName: String) {
    guard let colon = modelName.firstIndex(of: ":") else { return nil }
    let kind = modelName[..<colon]
    guard kind == "faulty" || kind == "twin" else { return nil }
    let parts = modelName[modelName.index(after: colon)...].split(
      separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty else { return nil }
    guard parts.count == 2 else {
      self.init(operatorName: String(name), isTwin: kind == "twin")
      return
    }
    let isPersistent = parts[1].hasSuffix("!")
    let digits = isPersistent ? parts[1].dropLast() : parts[1]
    guard (1...4).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      digits == "0" || digits.first != "0", let place = Int(digits)
    else { return nil }
    self.init(
      operatorName: String(name), isTwin: kind == "twin", place: place, isPersistent: isPersistent)
  }

  /// The name that asks for it.
  var modelName: String {
    let suffix = place.map { "@\($0)" + (isPersistent ? "!" : "") } ?? ""
    return "\(isTwin ? "twin" : "faulty"):\(operatorName)\(suffix)"
  }
}
