extension RegulatoryTables {
  /// An unknown profile has no ceiling, because nothing may be recommended to it.
  static let suitabilityTable = #"""
    {
      "table": "suitability",
      "source": "conventions of this project",
      "rows": [
        {
          "valid_from": "2013-01-01", "valid_to": null,
          "short_below": 36, "medium_up_to": 60,
          "equity": {
            "conservative": { "short": 0.1, "medium": 0.3, "long": 0.4 },
            "moderate": { "short": 0.2, "medium": 0.5, "long": 0.65 },
            "aggressive": { "short": 0.3, "medium": 0.65, "long": 0.85 }
          }
        }
      ]
    }
    """#
}
