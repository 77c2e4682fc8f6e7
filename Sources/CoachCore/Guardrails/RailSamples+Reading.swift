import Finance

/// What R1 to R4, R8, R9 and R12 have to refuse.
extension RailSamples {
  func parse() throws(CoachError) -> [Spoiled] {
    [
      Spoiled(
        name: "prose around the object", code: "unexpected_character",
        subject: try RailSample().subject { "Here it is: " + $0 }),
      Spoiled(
        name: "a key twice", code: "duplicate_key",
        subject: try RailSample().subject { $0.replacing("{\"title\"", with: "{\"title\":\"x\",\"title\"") }),
    ]
  }

  func citation() throws(CoachError) -> [Spoiled] {
    [
      try spoil("unknown_fact", "a fact nobody offered") {
        $0.citations[2] = .init(marker: "[f3]", factID: "goal.g1.windfall")
      },
      try spoil("unknown_marker", "a marker without a citation") { $0.body += " Prices rise [f9]." },
    ]
  }

  func numbers() throws(CoachError) -> [Spoiled] {
    [
      try spoil("mismatch", "an invented number") {
        $0.body = $0.body.replacing("₹21.98 L", with: "₹22.98 L")
      },
      try spoil("uncited", "a number without a marker") { $0.body += " Inflation is 6%." },
      try spoil("sign_error", "a shortfall told as a surplus") {
        $0.body = $0.body.replacing("a shortfall", with: "a surplus")
      },
      try spoil("scale_error", "lakh told as crore", hindi: true) {
        $0.body = $0.body.replacing("₹21.98 लाख", with: "₹21.98 करोड़")
      },
      try figure("wrong_measure", "xirr", "The CAGR is 11% [f4]."),
      try figure("wrong_measure", "xirr", "सीएजीआर 11% [f4] है।", hindi: true),
      try figure("wrong_measure", "probability", "The goal is met to 72% [f4]."),
      try figure("arithmetic", "shortfall", "That is ₹21.98 L [f1] + ₹20.97 L [f4]."),
      try figure("arithmetic", "xirr", "₹21.98 लाख [f1] का 11% [f4] भी जुड़ता है।", hindi: true),
    ]
  }

  private func figure(
    _ code: String, _ fact: String, _ sentence: String, hindi: Bool = false
  ) throws(CoachError) -> Spoiled {
    try spoil(code, sentence, hindi: hindi) {
      $0.body += " " + sentence
      $0.citations.append(.init(marker: "[f4]", factID: "goal.g1.\(fact)"))
    }
  }

  func disclaimers() throws(CoachError) -> [Spoiled] {
    [
      try spoil("altered_disclaimer", "attached in other words") {
        $0.alteredDisclaimer = "Markets carry risks."
      },
      try spoil("altered_disclaimer", "retold in the body") {
        $0.body += " Mutual funds are subject to market risk, read documents carefully."
      },
    ]
  }

  func personalData() throws(CoachError) -> [Spoiled] {
    try adding([
      ("pan", "PAN ABCPE1234F."), ("aadhaar", "Aadhaar 9999 4105 7058."), ("phone", "Call +91 98765 43210."),
      ("email", "Write to asha@example.in."), ("folio", "Folio 12345678/90."),
    ]) + adding([("pan", "पैन ABCPE1234F।"), ("aadhaar", "आधार ९९९९ ४१०५ ७०५८।")], hindi: true)
  }

  func repeats() throws(CoachError) -> [Spoiled] {
    [
      try spoil("repeated_topic", "a topic before its time") { $0.restingUntil = .minimum },
      try spoil("repeated_sentence", "a sentence twice") { $0.body += " " + RailSample.english },
      try spoil("repeated_sentence", "एक वाक्य दो बार", hindi: true) { $0.body += " " + RailSample.hindi },
      try spoil("repeated_claim", "a claim twice") { $0.claims.append($0.claims[0]) },
    ]
  }
}
