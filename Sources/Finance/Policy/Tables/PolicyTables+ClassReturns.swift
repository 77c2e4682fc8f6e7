extension PolicyTables {
  /// What is assumed of an asset class where a person has not said; conventions of this project.
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
            "debt": { "return": 0.07, "vol": null, "source": "policy" },
            "gold": { "return": 0.07, "vol": null, "source": "policy" },
            "cash": { "return": 0.06, "vol": null, "source": "policy" }
          }
        }
      ]
    }
    """#
}
