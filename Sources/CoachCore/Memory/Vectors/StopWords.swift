/// Words that say nothing of what a text is about, as they read once normalised.
enum StopWords {
  static let all = english + hindi

  private static let english = [
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "can", "does", "for", "from", "has", "have",
    "how",
    "if", "in", "into", "is", "it", "its", "may", "not", "of", "on", "or", "so", "than", "that", "the",
    "their",
    "mean", "means", "much", "my", "them", "there", "they", "this", "to", "was", "what", "when", "which",
    "while",
    "why", "will", "with", "would", "you", "your",
  ]

  private static let hindi = [
    "अगर", "अपने", "आप", "आपका", "आपकी", "आपके", "इस", "इसे", "उस", "एक", "और", "कर", "करता", "करती", "करते",
    "कब", "का", "कि", "कितना", "कितनी", "कितने", "की", "के", "को", "कोई", "क्या", "जब", "जो", "तक", "तो", "था", "थी", "थे", "दे",
    "नही", "नहीं",
    "ने", "पर", "भी", "मतलब", "में", "यह", "या", "यदि", "वह", "वे", "से", "ही", "है", "हैं", "हो", "होता", "होती", "होते",
  ]
}
