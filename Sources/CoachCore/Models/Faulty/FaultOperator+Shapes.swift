extension FaultOperator {
  /// Sentences in the two languages, made anew for each draft where they carry something drawn.
  struct Sentences: Sendable {
    typealias Make = @Sendable (FaultSite, inout FaultRandom) -> String?

    let english: [Make]
    let hindi: [Make]

    init(en: [String], hi: [String]) {
      english = en.map { text in { _, _ in text } }
      hindi = hi.map { text in { _, _ in text } }
    }

    init(en: Make..., hi: [Make]) {
      english = en
      hindi = hi
    }

    func pick(_ site: FaultSite, _ random: inout FaultRandom) -> String? {
      random.pick(site.language == "hi" ? hindi : english).flatMap { $0(site, &random) }
    }
  }

  /// Room kept for the longest sentence an operator adds.
  private static let longestSentence = 420

  /// An operator that adds a sentence; its places are the gaps between sentences.
  static func sentence(
    _ name: String, _ rail: GuardrailVerdict.Rail,
    isFault: @escaping @Sendable (ArtifactBrief) -> Bool = { _ in true },
    fault: Sentences, benign: Sentences
  ) -> FaultOperator {
    @Sendable func adding(_ sentences: Sentences) -> Edit {
      { site, place, random in
        guard site.gaps.indices.contains(place), let sentence = sentences.pick(site, &random) else {
          return nil
        }
        var edit = DraftEdit(site.draft)
        edit.insert(sentence, at: site.gaps[place])
        return edit.completion()
      }
    }
    return FaultOperator(
      name, rail, isFault: isFault,
      places: { $0.room > longestSentence ? $0.gaps.count : 0 },
      mutate: adding(fault), twin: adding(benign))
  }

  /// An operator that writes a figure of the body otherwise; its places are the figures it has other words for.
  ///
  /// - Parameters:
  ///   - wrong: the wrong ways to write a figure; none where the operator does not apply.
  ///   - right: a right way of the same shape; the usual rephrasing unless given.
  static func figure(
    _ name: String, _ rail: GuardrailVerdict.Rail = .numbers,
    isFault: @escaping @Sendable (ArtifactBrief) -> Bool = { _ in true },
    wrong: @escaping @Sendable (Figure, FaultSite) -> [String],
    right: @escaping @Sendable (Figure, FaultSite) -> String? = { $0.rephrased(in: $1.language) }
  ) -> FaultOperator {
    @Sendable func places(_ site: FaultSite) -> [(figure: Figure, reading: [String])] {
      site.figures { figure in
        let texts = wrong(figure, site).filter { $0 != figure.fact.display }
        return texts.isEmpty ? nil : texts
      }
    }
    @Sendable func writing(_ text: String, for figure: Figure, in site: FaultSite) -> String? {
      var edit = DraftEdit(site.draft)
      edit.replace(figure.range, with: text)
      return edit.completion()
    }
    return FaultOperator(
      name, rail, isFault: isFault, places: { places($0).count },
      mutate: { site, place, random in
        let places = places(site)
        guard places.indices.contains(place), let text = random.pick(places[place].reading) else {
          return nil
        }
        return writing(text, for: places[place].figure, in: site)
      },
      twin: { site, place, _ in
        let places = places(site)
        guard places.indices.contains(place) else { return nil }
        let figure = places[place].figure
        return writing(right(figure, site) ?? figure.fact.display, for: figure, in: site)
      })
  }

  /// An operator that edits the draft as a value; an edit that gives false found nothing to do.
  static func draft(
    _ name: String, _ rail: GuardrailVerdict.Rail, places: @escaping @Sendable (FaultSite) -> Int,
    fault: @escaping @Sendable (inout DraftEdit, FaultSite, Int, inout FaultRandom) -> Bool,
    benign: @escaping @Sendable (inout DraftEdit, FaultSite, Int, inout FaultRandom) -> Bool
  ) -> FaultOperator {
    @Sendable func editing(
      _ change: @escaping @Sendable (inout DraftEdit, FaultSite, Int, inout FaultRandom) -> Bool
    ) -> Edit {
      { site, place, random in
        var edit = DraftEdit(site.draft)
        return change(&edit, site, place, &random) ? edit.completion() : nil
      }
    }
    return FaultOperator(
      name, rail, places: { $0.gaps.isEmpty ? 0 : places($0) }, mutate: editing(fault), twin: editing(benign))
  }

  /// The draft laid out as JSON in another legal way, which no rail may mind.
  static let relaid: Edit = { site, place, _ in
    let layouts = CompletionLayout.allCases.dropFirst()
    return layouts[layouts.startIndex + place % layouts.count].text(of: site.draft)
  }
}

extension Figure {
  /// The figure in other words that are just as right; nil where there are none.
  func rephrased(in language: String) -> String? {
    guard let written = fact.figure else { return nil }
    let isHindi = language == "hi"
    return switch written.suffix {
    case " L": written.with(suffix: " lakh").text
    case " Cr": written.with(suffix: " crore").text
    case "%": written.with(suffix: isHindi ? " प्रतिशत" : " percent").text
    case "" where written.isMoney: isHindi ? nil : "Rs " + written.text.dropFirst()
    default: nil
    }
  }
}
