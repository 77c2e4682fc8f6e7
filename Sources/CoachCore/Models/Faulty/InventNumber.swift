import JSONKit

/// Replaces one digit of one rupee amount of a draft, in the body and in the claims that quote it.
///
/// Body and claims change together, so that nothing but the figure itself is wrong and only a rail that checks figures
/// can object.
struct InventNumber {
  let seed: UInt64

  func applied(to text: String) throws(CoachError) -> String {
    guard case .object(var draft)? = try? JSONValue(parsing: text), let body = draft["body_md"]?.string else {
      throw CoachError(.modelFailed, "faulty:invent_number needs a draft in JSON to plant its fault in")
    }
    let amounts = Self.amounts(in: body)
    guard !amounts.isEmpty else {
      throw CoachError(.modelFailed, "faulty:invent_number found no rupee amount to change")
    }
    let old = amounts[Int(seed % UInt64(amounts.count))]
    let new = Self.changed(old, by: seed)
    draft["body_md"] = .string(body.replacing(old, with: new))
    draft["claims"] = .array(
      (draft["claims"]?.array ?? []).map { claim in
        guard case .object(var members) = claim, let words = members["text"]?.string else { return claim }
        members["text"] = .string(words.replacing(old, with: new))
        return .object(members)
      })
    return JSONValue.object(draft).compact()
  }

  /// The amounts of a text: a rupee sign, digits, commas and a point.
  static func amounts(in text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let sign = rest.firstIndex(of: "₹") {
      let after = rest.index(after: sign)
      let digits = rest[after...].prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
      if digits.contains(where: \.isNumber) {
        found.append("₹" + digits.trimmingTail { $0 == "," || $0 == "." })
      }
      rest = rest[digits.endIndex...]
    }
    return found
  }

  /// The amount with its first digit moved on by 1 to 8, never to 0, so that it stays a plausible amount.
  static func changed(_ amount: String, by seed: UInt64) -> String {
    var characters = Array(amount)
    guard let position = characters.firstIndex(where: \.isNumber),
      let digit = characters[position].wholeNumberValue
    else { return amount }
    let step = Int(seed % 8) + 1
    characters[position] = Character(String((digit - 1 + step + 9) % 9 + 1))
    return String(characters)
  }
}

extension Substring {
  fileprivate func trimmingTail(_ condition: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, condition(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
