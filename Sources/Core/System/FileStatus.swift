import CSystem
import Glibc

/// What `stat(2)` says of a file, as far as the tools ask.
package struct FileStatus: Equatable, Sendable {
  package enum Kind: Sendable {
    case regular, directory, pipe, other
  }

  package var kind: Kind
  /// Bytes.
  package var size: Int
  /// How many names it has.
  package var linkCount: Int
  /// When its contents changed last, in nanoseconds since 1970; a time that no clock has shown is moved to the nearest
  /// that can be counted.
  package var modified: Int
  /// Permission bits.
  package var mode: UInt32
  package var user: UInt32
  package var group: UInt32
  /// Device and inode: equal for two names of one file.
  package var identity: Identity

  package struct Identity: Hashable, Sendable {
    package var device: UInt64
    package var inode: UInt64

    package init(device: UInt64, inode: UInt64) {
      self.device = device
      self.inode = inode
    }
  }

  package init(of descriptor: Descriptor) throws(Errno) {
    var status = stat()
    guard sealwax_fstat(descriptor.rawValue, &status) == 0 else { throw .current }
    self.init(status)
  }

  /// - Throws: `noEntry` when there is no such file. A symbolic link is followed.
  package init(path: String) throws(Errno) {
    var status = stat()
    guard sealwax_stat(path, &status) == 0 else { throw .current }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFIFO: .pipe
      default: .other
      }
    size = Int(status.st_size)
    linkCount = Int(status.st_nlink)
    modified = min(max(status.st_mtim.tv_sec, 0), 9_000_000_000) * 1_000_000_000 + status.st_mtim.tv_nsec
    mode = UInt32(status.st_mode & 0o7777)
    user = status.st_uid
    group = status.st_gid
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }
}
