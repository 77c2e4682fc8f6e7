/// The states tools report, in Hindi; English reads them off the value itself.
enum StateWords {
  /// By the value of the fact.
  static let hindi: [String: String] = Dictionary(
    uniqueKeysWithValues: [goals, returns, allocation, holdings].flatMap(\.self))

  private static let goals = [
    ("on_track", "सही राह पर"), ("close", "लक्ष्य के क़रीब"), ("behind", "पीछे"), ("at_risk", "बहुत पीछे"),
    ("matured", "तारीख़ आ चुकी"), ("not_needed", "ज़रूरत नहीं"), ("unreachable", "पहुँच से बाहर"),
    ("effective/due", "प्रभावी दर, महीने की शुरुआत में किस्त"),
  ]

  private static let returns = [
    ("ok", "ठीक"), ("incomplete_cas", "अधूरा खाता विवरण"), ("too_short", "अवधि बहुत छोटी"), ("no_flows", "कोई लेन-देन नहीं"),
    ("no_sign_change", "निवेश या मूल्य में से एक नहीं"), ("no_real_root", "कोई दर नहीं निकलती"),
    ("multiple_roots", "एक से अधिक दरें निकलती हैं"), ("out_of_range", "सीमा से बाहर"), ("missing", "उपलब्ध नहीं"),
    ("none", "कोई नहीं"), ("stale", "पुराना"), ("ahead", "आगे"), ("unknown", "अज्ञात"),
  ]

  private static let allocation = [
    ("equity", "इक्विटी"), ("debt", "डेट"), ("gold", "सोना"), ("cash", "नकद"), ("over", "तय हिस्से से ज़्यादा"),
    ("under", "तय हिस्से से कम"), ("in_band", "दायरे में"), ("drifted", "दायरे से बाहर"), ("unallocated", "कोई निवेश नहीं"),
    ("within", "सीमा के भीतर"), ("above", "सीमा से ऊपर"), ("low", "कम"), ("high", "ज़्यादा"), ("short", "कम"),
  ]

  private static let holdings = [
    ("open", "खुली"), ("closed_to_new", "नए निवेश के लिए बंद"), ("merged", "दूसरी स्कीम में विलीन"), ("wound_up", "समेटी जा चुकी"),
    ("direct", "डायरेक्ट"), ("regular", "रेगुलर"), ("active", "चालू"), ("paused", "रुकी हुई"), ("cancelled", "रद्द"),
    ("failed", "नाकाम"), ("unclassified", "अवर्गीकृत"),
  ]
}
