/// A proposal that was chosen, with what the rules said of it and of what was passed over for it.
struct AdviceDecision {
  let proposal: Proposal
  let passed: [SuitabilityRule]
  /// Rules that kept something else from being proposed about the same subject.
  let blocked: [SuitabilityRule]
}
