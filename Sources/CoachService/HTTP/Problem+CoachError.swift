import CoachCore
import Finance
import Hummingbird

extension Problem {
  private static let notValued = "the portfolio cannot be valued on this date; ask as of another"

  /// What a caller is told of a portfolio that cannot be valued; which part of it stays in the log.
  init(_ error: FinanceError) {
    self.init(.unprocessableContent, "finance", Self.notValued)
  }

  /// What a caller is told of an error of the engine.
  ///
  /// Errors a caller can mend keep their message; all others are told by their code alone.
  init(_ error: CoachError) {
    let code = error.code.description
    switch error.code {
    case .invalidRequest, .unknownVariant, .unsupportedLanguage, .unpricedModel:
      self.init(.unprocessableContent, code, error.message)
    case .unknownModel:
      self.init(.unprocessableContent, code, "there is no model of that name here")
    case .finance:
      self.init(.unprocessableContent, code, Self.notValued)
    case .unknownUser:
      self.init(.notFound, code, "there is no portfolio for this user; import one first")
    case .notFound:
      self.init(.notFound, code, "there is no such thing of this user's")
    case .conflict:
      self.init(.conflict, code, error.message)
    case .storeFailed, .providerUnavailable:
      self = .unavailable(code, "the coach cannot do this now; try again", retryAfter: 1)
    default:
      self.init(.internalServerError, code, "the coach could not do this")
    }
  }
}
