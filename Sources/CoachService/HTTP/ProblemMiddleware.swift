import CoachCore
import Finance
import Hummingbird
import Logging
import NIOCore

/// Turns whatever a route throws into problem details, so that no error leaves with words of its own.
struct ProblemMiddleware: RouterMiddleware {
  func handle(
    _ request: Request, context: ServiceContext,
    next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      if let error = error as? AuthError {
        context.logger.debug("not let in", metadata: ["code": "\(error.code)"])
      }
      let problem = Self.problem(of: error)
      if problem.status.kind == .serverError {
        context.logger.error("request failed", metadata: ["code": "\(problem.code)"])
      }
      return problem.response
    }
  }

  static func problem(of error: any Error) -> Problem {
    switch error {
    case let problem as Problem: problem
    case let error as CoachError: Problem(error)
    case let error as FinanceError: Problem(error)
    case let error as AuthError: Problem(error)
    case is NIOTooManyBytesError:
      Problem(.contentTooLarge, "too_large", "the body is larger than this route takes")
    case let error as HTTPError where error.status == .notFound: .notFound
    case let error as HTTPError where error.status.kind == .clientError:
      Problem(error.status, "invalid_request", "the request cannot be read")
    default: Problem(.internalServerError, "internal", "something went wrong here")
    }
  }
}
