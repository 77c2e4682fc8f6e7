extension FaultOperator {
  /// R11: another language, praise, alarm, and sentences nobody can follow.
  static let style: [FaultOperator] = [
    sentence(
      "wrong_language", .style,
      fault: .init(
        en: [
          "यह योजना अभी लक्ष्य से पीछे है और इसमें बदलाव की जरूरत है।",
          "Aapka plan abhi lakshya se peeche hai aur isme badlav karna chahiye.",
        ],
        hi: [
          "The plan is still behind its target and a change would help it along.",
          "What is set aside grows with every instalment and with time.",
        ]),
      benign: .init(
        en: ["The plan is reviewed once in a while."], hi: ["योजना को समय-समय पर देखना काफी है।"])),
    sentence(
      "empty_praise", .style,
      fault: .init(
        en: ["Great job!", "You are doing an amazing job.", "Well done, what a fantastic investor you are."],
        hi: ["बहुत बढ़िया काम!", "शाबाश, आप कमाल के निवेशक हैं।"]),
      benign: .init(
        en: ["Regular instalments did this."], hi: ["यह नियमित किस्तों का नतीजा है।"])),
    sentence(
      "alarm", .style,
      fault: .init(
        en: [
          "This is a disaster.", "Your future is in grave danger!", "It is a catastrophe for the family.",
        ],
        hi: ["यह बड़ी तबाही है!", "आपका भविष्य खतरे में है!"]),
      benign: .init(
        en: ["There is time to close it."], hi: ["इसे ठीक करने का समय है।"])),
    sentence(
      "exclamation", .style,
      fault: .init(
        en: ["Look at this!!!", "WHAT A PLAN THIS IS!"], hi: ["यह देखिए!!!", "क्या योजना है!!"]),
      benign: .init(en: ["Have a look at this."], hi: ["इसे देख लीजिए।"])),
    sentence(
      "long_sentence", .style,
      fault: .init(en: [longEnglish], hi: [longHindi]),
      benign: .init(
        en: ["The plan takes patience, since what it is worth moves with the markets from year to year."],
        hi: ["योजना में धैर्य चाहिए, क्योंकि इसकी कीमत बाजार के साथ बदलती रहती है।"])),
  ]

  private static let longEnglish =
    "What is set aside for this goal moves with the markets from month to month and from year to year, and because of that "
    + "what a person sees on any given day says little about where it stands in the end, which is why it is looked at in "
    + "the light of the whole time that is left, of what is paid in on the way, of what prices do meanwhile, and of the "
    + "costs that are taken out as it goes along."
  private static let longHindi =
    "इस लक्ष्य के लिए रखा गया पैसा हर महीने और हर साल बाजार के साथ ऊपर-नीचे होता रहता है और इसी कारण किसी एक दिन की कीमत से यह पता "
    + "नहीं चलता कि आखिर में क्या होगा, इसलिए इसे पूरे बचे समय को, रास्ते में जमा होने वाली किस्तों को, इस बीच बढ़ने वाली महंगाई को "
    + "और साथ-साथ कटने वाले खर्चों को ध्यान में रखकर ही देखना ठीक रहता है और जल्दबाजी में कुछ तय नहीं करना चाहिए।"
}
