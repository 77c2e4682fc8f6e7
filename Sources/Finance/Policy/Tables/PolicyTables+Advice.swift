extension PolicyTables {
  /// How far proposals may go; conventions of this project.
  static let adviceTable = #"""
    {
      "table": "advice",
      "source": "conventions of this project",
      "rows": [
        {
          "valid_from": "2013-01-01",
          "valid_to": null,
          "lifetime_days": 30,
          "most_proposals": 3,
          "highest_step_up": 0.15,
          "longest_extension": 60,
          "least_target": 0.5
        }
      ]
    }
    """#
}
