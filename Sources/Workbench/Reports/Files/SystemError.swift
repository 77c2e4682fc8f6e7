import Glibc

/// An `errno` value with its text and, where there is one, the usual remedy.
struct SystemError: Hashable, Sendable {
  /// The raw `errno`.
  let number: Int32

  /// The value `errno` holds now; read it before any other call can change it.
  static var current: SystemError { SystemError(number: errno) }

  /// The system's own words, for example `No space left on device`.
  var text: String { String(cString: strerror(number)) }

  /// What the person running the workbench can do.
  var remedy: String {
    switch number {
    case ENOENT: "create the folder first, or name another with --out"
    case ENOTDIR: "a part of the path is a regular file; name another folder with --out"
    case EISDIR: "a folder stands where the file should be; move it away"
    case EACCES, EPERM: "allow writing there, or name another folder with --out"
    case EROFS: "the file system is read-only; name another folder with --out"
    case ENOSPC, EDQUOT: "free some space, or name a folder on another disk with --out"
    case EFBIG: "raise the file size limit (ulimit -f), or run fewer cases"
    case EMFILE, ENFILE: "raise the limit of open files (ulimit -n)"
    case ENAMETOOLONG: "choose a shorter name with --out"
    default: "check the path and the disk, then run the command again"
    }
  }
}
