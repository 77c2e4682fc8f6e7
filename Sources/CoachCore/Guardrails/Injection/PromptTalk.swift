/// Words by which a model speaks of its task instead of doing it.
enum PromptTalk {
  static let matcher = PhraseMatcher(english + hindi)

  /// The reason code.
  static let code = "prompt_talk"

  private static let english: [PhraseRule<String>] = [
    PhraseRule(code, "the|this|your|my prompt|prompts|instructions", negatable: false),
    PhraseRule(code, "as instructed|requested|asked|prompted", negatable: false),
    PhraseRule(code, "i|i'm ..2 cannot|can't|unable|sorry|apologise|apologize", negatable: false),
    PhraseRule(code, "facts|fact provided|given|listed|table|block|id|ids|offered", negatable: false),
    PhraseRule(code, "json|markdown|schema|placeholder|lorem", negatable: false),
    PhraseRule(code, "fact_id|body_md|as_of", negatable: false),
    PhraseRule(
      code, "here is|are|'s the|your|my ..2 json|draft|answer|response|insight|object|output",
      negatable: false),
    PhraseRule(code, "sure|certainly here|i", negatable: false),
    PhraseRule(code, "max words|characters", negatable: false),
    PhraseRule(code, "knowledge cutoff|cut-off", negatable: false),
    PhraseRule(code, "training data", negatable: false),
  ]

  private static let hindi: [PhraseRule<String>] = [
    PhraseRule(code, "प्रॉम्प्ट|प्राम्प्ट|जेसन|json", negatable: false),
    PhraseRule(code, "निर्देश|निर्देशों|निर्देशानुसार के? अनुसार|मुताबिक?", negatable: false),
    PhraseRule(code, "एआई|ai ..1 मॉडल|असिस्टेंट|सहायक", negatable: false),
    PhraseRule(code, "दिए|दिये गए|गये ..1 तथ्य*", negatable: false),
    PhraseRule(code, "मैं ..4 असमर्थ|नहीं कर|सकता|सकती", negatable: false),
  ]
}
