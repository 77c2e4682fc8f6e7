extension PolicyTables {
  /// The seed of every simulation, so that the same portfolio has the same probability in every run; a convention of
  /// this project.
  static let simulationTable = #"""
    {
      "table": "simulation",
      "source": "a convention of this project",
      "rows": [
        { "valid_from": "2013-01-01", "valid_to": null, "seed": 20261122 }
      ]
    }
    """#
}
