/// How a goal is called when its own name stays out of the prose.
enum GoalWording {
  /// The words for a kind of goal, for example `your education goal`.
  static func noun(kind: String) -> String {
    switch kind {
    case "custom": "your goal"
    case "emergency": "your emergency fund"
    case "house", "car": "your \(kind) goal"
    case "retirement", "education", "travel", "wedding": "your \(kind) goal"
    default: "your goal"
    }
  }
}
