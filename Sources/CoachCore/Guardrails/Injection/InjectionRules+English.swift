/// Phrases meant for the machine that reads a text, by class of attack.
///
/// They tell an order to the machine from a person's own words: “ignore the noise” is advice, “ignore the instructions
/// above” is an attack. Denial does not take them back, since a denied order is still read.
enum InjectionRules {
  /// All of them, English before Hindi.
  static let matcher = PhraseMatcher(overrides + addresses + extraction + personas + steering + leaks + hindi)

  typealias Rule = PhraseRule<FieldThreat>

  static func rule(_ threat: FieldThreat, _ notation: String, unless: Set<String> = [], then: String? = nil)
    -> Rule
  {
    Rule(threat, notation, negatable: false, unless: unless, then: then)
  }

  private static let told =
    "instruction|instructions|direction|directions|directive|directives|guideline|guidelines|prompt|prompts|command"
    + "|commands|policy|policies|restrictions|limitations|guardrail|guardrails|safeguards|programming|training|context"
  private static let drop =
    "ignore|ignores|ignoring|disregard|disregards|disregarding|forget|forgetting|override|overriding|bypass|bypassing"
    + "|neglect|discard|overrule|unlearn|skip|erase"
  private static let machine = "ai|llm|llms|model|models|assistant|bot|chatbot|gpt|chatgpt|agent|machine"
  private static let say =
    "say|says|print|output|write|repeat|echo|reply|respond|answer|tell|state|display|recite"
  private static let ask =
    "print|output|repeat|show|reveal|display|tell|give|list|translate|encode|dump|leak|recite|write|summarize|summarise"
    + "|spell|copy|disclose|share|expose|see|encrypt|convert|read|decode|return|provide|put|complete|continue|know"

  private static let overrides: [Rule] = [
    rule(.instruction, "\(drop) ..6 \(told)"),
    rule(.instruction, "\(drop) ..4 rules", unless: ["market", "tax", "fund"]),
    rule(
      .instruction,
      "\(drop) ..1 all|any|every|everything ..2 info|information|data|text|content|input|above|prior"),
    rule(
      .instruction,
      "\(drop) ..1 everything|all|anything ..2 you|told|said|learned|learnt|above|before|previously"),
    rule(.instruction, "\(drop) ..1 the? above|preceding|foregoing"),
    rule(.instruction, "\(drop) ..2 them|it|this|that ..1 and ..1 instead", then: "to"),
    rule(.instruction, "stop everything|obeying|following"),
    rule(.instruction, "do|don't|never not? follow|obey|comply|listen ..4 \(told)|rules|user|developer"),
    rule(
      .instruction,
      "don't|never|not mention|reveal|disclose|tell ..3 user|users|human|customer|investor|anyone"),
    rule(
      .instruction, "follow|obey|execute|carry ..2 these|my|this|new|following ..1 \(told)|orders|steps",
      unless: ["i"]),
    rule(
      .instruction,
      "override ..3 scoring|score|rating|manual|decision|result|evaluation|verdict|safety|settings"),
    rule(.instruction, "focus only|exclusively|solely on"),
    rule(
      .instruction,
      "must|should|shall|always|never ..1 say|recommend|reply|respond|output|claim|promise|guarantee|endorse"),
    rule(
      .instruction,
      "recommend|promote|push|endorse|suggest ..6 to|for the|all|every user|users|customer|customers|client|clients"
    ),
    rule(
      .instruction,
      "tell|inform|convince|persuade|advise|warn the|this|every? user|users|customer|client|human|reader"),
    rule(.instruction, "if|when ..2 asked|questioned|prompted|queried ~4 \(say)|report|claim"),
    rule(.instruction, "if|when ..1 user|users|anyone ~8 \(say)|report"),
    rule(
      .instruction,
      "previous|earlier|above instructions|directions|rules are|were ..1 void|cancelled|wrong|obsolete"),
  ]

  private static let addresses: [Rule] = [
    rule(
      .instruction,
      "when|if|whenever|once ..2 \(machine)|system ..3 read|reads|sees|see|processes|parses|scans|reading"),
    rule(
      .instruction,
      "note|message|instruction|instructions|attention|memo|hint ..1 to|for ..2 \(machine)|automated|software"
    ),
    rule(.instruction, "for automated|ai ..1 systems|system|screening|analysis|readers|tools"),
    rule(.instruction, "visible|invisible|hidden ..1 to|from|for ..1 \(machine)|humans|automated"),
    rule(.instruction, "automated analysis|screening|review ..1 software|systems|system|tool|tools"),
    rule(.instruction, "chain of thought"),
    rule(.instruction, "dear|hello|hi|hey|attention ..1 \(machine)", unless: ["machine"]),
    rule(.instruction, "attention|attn ~1 \(machine)|system"),
  ]

  private static let extraction: [Rule] = [
    rule(.promptExtraction, "system prompt|prompts|message|messages|instructions|configuration|config"),
    rule(.promptExtraction, "initialization|initialisation string|prompt|text|message"),
    rule(
      .promptExtraction,
      "\(ask) ..6 your|initial|original|starting|hidden|secret|previous|prior|preceding|system|first|other|all|the|those|these"
        + " ..2 instructions|instruction|prompt|prompts|directives|directions|configuration|programming|rules|guidelines",
      unless: ["bank", "sip", "amc", "broker", "registrar"]),
    rule(
      .promptExtraction,
      "what are|were|is|was ..1 your|those|these|the ..2 instructions|prompt|rules|directives|guidelines"),
    rule(
      .promptExtraction,
      "instructions|text|prompt|rules|words|information you were|are|have ..2 given|told|provided|shown"),
    rule(
      .promptExtraction,
      "\(ask) ..4 text|everything|conversation|message|words|content|instructions ..1 above|before"),
    rule(
      .promptExtraction, "\(ask) ..3 above|preceding ..1 text|instructions|conversation|message|words|content"
    ),
    rule(.promptExtraction, "\(ask) ..6 entire|whole|full|this ..1 conversation|prompt|context|chat"),
    rule(.promptExtraction, "\(ask) ~6 word for word"),
    rule(
      .promptExtraction, "i was|am ..1 instructed|told|programmed|prompted to", unless: ["bank", "advisor"]),
    rule(.promptExtraction, "my|your instructions are|were|so"),
    rule(.promptExtraction, "not supposed|allowed|permitted to tell|say|reveal|share|disclose"),
    rule(.promptExtraction, "\(ask) ~6 your initial|system|starting|original|first? ..1 prompt|instructions"),
    rule(
      .promptExtraction,
      "encode|translate|rot13|encrypt ~8 your|system|initial ..1 prompt|instructions|instruction"),
    rule(.promptExtraction, "text you were given"),
  ]

  private static let personas: [Rule] = [
    rule(.persona, "you are|you're now"),
    rule(.persona, "you're now|going ..2 to|pretend|unrestricted|an|free"),
    rule(.persona, "you ..1 are ..3 ai|bot|assistant|chatbot|gptchat|chatgpt|llm"),
    rule(.persona, "you're ..3 ai|bot|assistant|chatbot|gptchat|chatgpt|llm"),
    rule(.persona, "from now on ..1 you|your|act|answer|respond|reply|always|only"),
    rule(.persona, "you will|must ..2 forget|ignore|pretend|obey|act|immerse|roleplay"),
    rule(
      .persona,
      "pretend|act|behave|simulate|answer|respond|talk|reply|roleplay ..4 dan|chatgpt|antigpt|gptchat|ai|llm|evil"
    ),
    rule(
      .persona, "pretend|simulate|enter|enable|activate|stay|switch ..4 mode",
      unless: ["dark", "night", "sip", "payment"]),
    rule(
      .persona,
      "act|acting as an|a|the|my? ai|expert|admin|administrator|system|root|assistant|terminal|linux|hacker"),
    rule(.persona, "developer|debug|debugging|god|dan|admin|maintenance|jailbreak|opposite|sudo|root mode"),
    rule(.persona, "stay|remain|break|be in? ..1 character"),
    rule(.persona, "do anything now"),
    rule(
      .persona, "no|without ..1 restrictions|prohibitions|filters|filter|censorship|guardrails",
      unless: ["entry", "age"]),
    rule(.persona, "content filter|policy|policies|moderation"),
    rule(
      .persona, "openai|openai's|anthropic|anthropic's ..2 policy|policies|rules|guidelines|police|trained"),
    rule(.persona, "large? language model|models"),
    rule(.persona, "as an? ai|llm|chatgpt|dan|antigpt|gptchat"),
    rule(
      .persona, "chatgpt|gptchat|antigpt|dan would|will|must|should|responses|response|answers|jailbreak*"),
    rule(.persona, "jailbroken|jailbreaked|unjailed"),
    rule(.persona, "answers|responses|output must|should be ..2 unrestricted|uncensored|unfiltered|pure"),
  ]

  private static let steering: [Rule] = [
    rule(
      .outputSteering,
      "start|begin|end|prefix|finish|open ..2 your|the|every|each answer|response|reply|output|message"),
    rule(
      .outputSteering,
      "add|append|integrate|include|insert|encode|encrypt|replace|provide|give|format|write|put|wrap|deliver|return|make"
        + "|mention ..12 your|every|the response|reply|output|answer"),
    rule(.outputSteering, "respond|reply|answer ..1 only|exclusively|just ..1 with|as|in|by"),
    rule(
      .outputSteering,
      "respond|reply|answer|speak ..2 with|as|in only|exclusively|emojis|emoji|base|french|spanish|json"),
    rule(
      .outputSteering,
      "repeat|say|print|output|echo|translate ..2 the|this|following ..1 sentence|phrase|words|line|string"),
    rule(.outputSteering, "\(say) ..2 following|above ..1 text|texts|sentence|words|phrase|only"),
    rule(.outputSteering, "continue|complete|finish the|this? following|sentence"),
    rule(
      .outputSteering,
      "formulate|generate|write|compose|create|translate|classify|summarize|rewrite|paraphrase ..6 following|above|below"
        + " text|texts|sentence|sentences|paragraph|article|document|documents|headline"),
    rule(.outputSteering, "just|only|simply|instead|please say|print|output|echo|repeat"),
    rule(.outputSteering, "instead ..2 \(say)|focus|spell|translate"),
    rule(.outputSteering, "spell check|checked ..2 previous|above|following"),
    rule(.outputSteering, "if you understood|understand"),
    rule(.outputSteering, "\(ask)|output ..6 base 64|32|16"),
    rule(
      .outputSteering,
      "encode|encrypt|decode|cipher ..8 rot13|caesar|cipher|hex|binary|morse|answer|response|reply"),
    rule(.outputSteering, "right after you say|said|print"),
    rule(.outputSteering, "could|can|will|would you repeat"),
    rule(.outputSteering, "report that this|the ..4 is|are"),
    rule(.outputSteering, "print visit|out all|click"),
  ]

  private static let leaks: [Rule] = [
    rule(
      .exfiltration,
      "reveal|print|output|leak|dump|exfiltrate|list|display|show|extract ..4 pan|aadhaar|password|passwords|credentials"
        + "|secrets|keys|otp|tokens|database"),
    rule(.exfiltration, "api key|keys|token|tokens|secret|secrets"),
    rule(.exfiltration, "here is|are|'s the|your|his|her ..1 pan|aadhaar|password|otp|key"),
    rule(
      .exfiltration,
      "other|another|all|every user|user's|users|users'|customer|customer's|customers|client's|clients|investor's ..3 data"
        + "|portfolio|portfolios|holdings|pan|details|information|account|accounts"),
    rule(
      .exfiltration,
      "send|email|mail|post|upload|forward|transmit|exfiltrate|submit ..6 portfolio|holdings|data|conversation|credentials"
        + "|secrets|keys|history|prompt ..4 to"),
  ]
}
