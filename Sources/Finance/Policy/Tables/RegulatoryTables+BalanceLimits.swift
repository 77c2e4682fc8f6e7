extension RegulatoryTables {
  /// How far a spread may drift, how old a profile may be, and how long new money or a wait may take.
  static let balanceLimitsTable = #"""
    {
      "table": "balance_limits",
      "source": "conventions of this project",
      "rows": [
        {
          "valid_from": "2013-01-01", "valid_to": null,
          "drift_absolute": 0.05, "drift_relative": 0.25,
          "profile_days": 365, "emergency_months": 3,
          "redirect_months": 24, "redirect_outlook_months": 12, "wait_months": 12
        }
      ]
    }
    """#
}
