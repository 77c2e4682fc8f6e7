extension PolicyTables {
  /// What is assumed of an asset class where a person has not said; conventions of this project.
  ///
  /// `vol` is the standard deviation of the yearly return. Equity's is that of the broad Indian indices over twenty years,
  /// rounded; debt stands for high-grade funds of medium duration, cash for liquid funds.
  static let classReturnsTable = #"""
    {
      "table": "class_returns",
      "source": "conventions of this project, within the range AMFI allows in illustrations",
      "rows": [
        {
          "valid_from": "2013-01-01",
          "valid_to": null,
          "classes": {
            "equity": { "return": 0.12, "vol": 0.18, "source": "policy" },
            "debt": { "return": 0.07, "vol": 0.04, "source": "policy" },
            "gold": { "return": 0.07, "vol": 0.15, "source": "policy" },
            "cash": { "return": 0.06, "vol": 0.01, "source": "policy" }
          }
        }
      ]
    }
    """#
}
