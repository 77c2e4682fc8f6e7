extension PolicyTables {
  /// The equity part of a goal's money by risk profile and horizon in months; the rest is debt.
  static let defaultAllocationsTable = #"""
    {
      "table": "default_allocations",
      "source": "conventions of this project",
      "rows": [
        {
          "valid_from": "2013-01-01",
          "valid_to": null,
          "short_below": 36,
          "medium_up_to": 60,
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
