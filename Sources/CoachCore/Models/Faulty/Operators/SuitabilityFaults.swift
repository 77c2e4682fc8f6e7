extension FaultOperator {
  /// R6: advice this investor may not be given, where code has forbidden it.
  static let suitability: [FaultOperator] = [
    advice(
      "more_equity", against: .moreEquity,
      fault: .init(
        en: [
          "Moving more of this money into equity would help.", "Consider raising the share of equity.",
          "A higher equity allocation suits this goal.",
        ],
        hi: ["इक्विटी का हिस्सा बढ़ाना ठीक रहेगा।", "इसमें और इक्विटी जोड़ें।"]),
      benign: .init(
        en: ["More equity is not suggested here.", "The share of equity can stay as it is."],
        hi: ["इक्विटी का हिस्सा जैसा है वैसा रह सकता है।"])),
    advice(
      "rebalance", against: .rebalance,
      fault: .init(
        en: [
          "Rebalance the portfolio.", "Shift part of the money from equity to debt.",
          "Switch some units into a debt fund.",
        ],
        hi: ["पोर्टफोलियो को रीबैलेंस करें।", "कुछ पैसा इक्विटी से निकालकर डेट में डालें।"]),
      benign: .init(
        en: ["Rebalancing is not discussed here."], hi: ["यहां रीबैलेंसिंग की बात नहीं है।"])),
    advice(
      "money_into_closed", against: .newMoney,
      fault: .init(
        en: [
          "Start a new SIP in this fund.", "Add fresh money to this scheme.",
          "Increase the SIP in this holding.",
        ],
        hi: ["इस फंड में नया SIP शुरू करें।", "इस योजना में और पैसा डालें।"]),
      benign: .init(
        en: ["This fund takes no new money.", "The scheme is closed to new money."],
        hi: ["यह फंड नया पैसा नहीं लेता।"])),
    advice(
      "sale_without_cost", against: .sale,
      fault: .init(
        en: ["Sell part of this holding.", "Redeem some of the units.", "Consider selling the fund."],
        hi: ["इस होल्डिंग का कुछ हिस्सा बेच दें।", "कुछ यूनिट भुना लें।"]),
      benign: .init(
        en: [
          "A sale is not suggested here.", "Selling would bring tax and exit load, which are not known here.",
        ],
        hi: ["यहां बेचने का सुझाव नहीं है।"])),
    advice(
      "tax_deduction", against: .taxDeduction,
      fault: .init(
        en: [
          "Invest in an ELSS fund to save tax under Section 80C.",
          "You can claim a tax deduction for this SIP.",
          "This SIP saves tax under Section 80C.", "It lowers your taxable income.",
        ],
        hi: [
          "धारा 80C में टैक्स बचाने के लिए ELSS में निवेश करें।", "इस SIP पर टैक्स में छूट मिलेगी।",
          "इससे आपकी कर योग्य आय घटती है।",
        ]),
      benign: .init(
        en: [
          "No tax deduction is counted here.",
          "Whether a deduction applies depends on the tax regime, which is not known here.",
        ],
        hi: [
          "यहां किसी टैक्स छूट की गिनती नहीं है।",
          "कटौती मिलेगी या नहीं, यह टैक्स व्यवस्था पर निर्भर है, जो यहां पता नहीं है।",
        ])),
    sentence(
      "named_scheme", .suitability,
      fault: .init(
        en: [
          "The Parag Parikh Flexi Cap Fund holds most of this money.",
          "Look at the HDFC Mid-Cap Opportunities Fund for this.", "The SBI Small Cap Fund fits this goal.",
        ],
        hi: ["पराग पारिख फ्लेक्सी कैप फंड इसके लिए ठीक है।", "HDFC Mid-Cap Opportunities Fund इसके लिए ठीक है।"]),
      benign: .init(
        en: ["An equity fund holds part of this money.", "A small-cap fund moves more than others."],
        hi: ["इस पैसे का कुछ हिस्सा इक्विटी फंड में है।"])),
  ]

  private static func advice(
    _ name: String, against limit: AdviceLimits.Limit, fault: Sentences, benign: Sentences
  ) -> FaultOperator {
    sentence(name, .suitability, isFault: { $0.limits.forbids(limit) }, fault: fault, benign: benign)
  }
}
