/// A pattern as instructions of a nondeterministic automaton (Thompson's construction).
///
/// All states are walked side by side, so matching takes time in proportion to pattern × text whatever the
/// pattern: a hostile text cannot make it backtrack.
struct PatternProgram: Sendable {
  private enum Instruction {
    /// Consumes a scalar of the set and goes on with the next instruction.
    case consume(ScalarSet)
    case assert(PatternAssertion)
    /// Goes on at both places.
    case split(Int, Int)
    case jump(Int)
    case match
  }

  /// More instructions than this come of repetition counts nobody means, such as `(a{1000}){1000}`.
  private static let largestCount = 20_000

  private var instructions: [Instruction] = []

  init(_ node: PatternNode) throws(PatternError) {
    try emit(node)
    try append(.match)
  }

  private mutating func append(_ instruction: Instruction) throws(PatternError) {
    guard instructions.count < Self.largestCount else {
      throw PatternError(message: "its repetition counts are too large")
    }
    instructions.append(instruction)
  }

  private mutating func emit(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .scalars(let set): try append(.consume(set))
    case .assertion(let assertion): try append(.assert(assertion))
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .alternatives(let nodes): try emitAlternatives(nodes[...])
    case .repetition(let node, let minimum, let maximum):
      for _ in 0..<minimum { try emit(node) }
      if let maximum {
        for _ in minimum..<max(minimum, maximum) { try emitOptional(node, loops: false) }
      } else {
        try emitOptional(node, loops: true)
      }
    }
  }

  private mutating func emitAlternatives(_ nodes: ArraySlice<PatternNode>) throws(PatternError) {
    var jumps: [Int] = []
    for (offset, node) in nodes.enumerated() {
      guard offset < nodes.count - 1 else {
        try emit(node)
        break
      }
      let split = instructions.count
      try append(.split(split + 1, split + 1))
      try emit(node)
      jumps.append(instructions.count)
      try append(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func emitOptional(_ node: PatternNode, loops: Bool) throws(PatternError) {
    let split = instructions.count
    try append(.split(split + 1, split + 1))
    try emit(node)
    if loops { try append(.jump(split)) }
    instructions[split] = .split(split + 1, instructions.count)
  }

  /// Whether some run of the scalars matches.
  func matches(_ scalars: [Unicode.Scalar]) -> Bool {
    var states = PatternStates(count: instructions.count)
    // Two sets that change places, since a copy for every scalar would take longer than the match.
    var consumed = states
    for position in 0...scalars.count {
      // A match may begin anywhere.
      states.insert(0)
      if reachesMatch(from: &states, at: position, in: scalars) { return true }
      guard position < scalars.count else { return false }
      swap(&states, &consumed)
      states.removeAll()
      for state in consumed.members {
        if case .consume(let set) = instructions[state], set.contains(scalars[position]) {
          states.insert(state + 1)
        }
      }
    }
    return false
  }

  /// Adds every state that can be reached without consuming; true when the match is among them.
  private func reachesMatch(
    from states: inout PatternStates, at position: Int, in scalars: [Unicode.Scalar]
  ) -> Bool {
    var next = 0
    while next < states.members.count {
      let state = states.members[next]
      next += 1
      switch instructions[state] {
      case .match: return true
      case .consume: continue
      case .jump(let target): states.insert(target)
      case .split(let first, let second):
        states.insert(first)
        states.insert(second)
      case .assert(let assertion):
        if assertion.holds(at: position, in: scalars) { states.insert(state + 1) }
      }
    }
    return false
  }
}

/// A set of automaton states in order of arrival.
private struct PatternStates {
  private(set) var members: [Int] = []
  private var contains: [Bool]

  init(count: Int) { contains = Array(repeating: false, count: count) }

  mutating func insert(_ state: Int) {
    guard !contains[state] else { return }
    contains[state] = true
    members.append(state)
  }

  mutating func removeAll() {
    for state in members { contains[state] = false }
    members.removeAll(keepingCapacity: true)
  }
}
