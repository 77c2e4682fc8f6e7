extension PolicyTables {
  /// The lowest funded ratio of each band.
  static let goalBandsTable = #"""
    {
      "table": "goal_bands",
      "source": "conventions of this project",
      "rows": [
        {
          "valid_from": "2013-01-01",
          "valid_to": null,
          "bands": [
            { "band": "on_track", "at_least": 1 },
            { "band": "close", "at_least": 0.9 },
            { "band": "behind", "at_least": 0.7 },
            { "band": "at_risk", "at_least": 0 }
          ]
        }
      ]
    }
    """#
}
