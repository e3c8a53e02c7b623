import CSystem
import Glibc

/// Tells which names of folders come and go (`inotify(7)`), in the order in which they did.
package final class FolderWatch {
  /// Readable when a name has changed since `drain`.
  package let descriptor: Descriptor

  /// A name in a folder that is watched.
  package struct Place: Hashable, Sendable {
    /// The folder's number, as `add` gave it.
    package var folder: Int32
    package var name: String

    package init(folder: Int32, name: String) {
      self.folder = folder
      self.name = name
    }
  }

  package enum Event: Equatable, Sendable {
    /// A file stands there that did not, under no other name before.
    case created(Place)
    case deleted(Place)
    /// The two halves of a renaming bear one number; there is only one half if the other folder is not watched.
    case movedFrom(Place, move: UInt32)
    case movedTo(Place, move: UInt32)
    /// Rights or times changed.
    case touched(Place)
    /// More happened than the system could keep.
    case lost
  }

  /// - Throws: when the system or the user's limits refuse.
  package init() throws(Errno) {
    descriptor = try INotify.open()
  }

  deinit {
    try? descriptor.close()
  }

  private static let events =
    IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | Int32(bitPattern: UInt32(IN_ONLYDIR))

  /// Watches a folder.
  ///
  /// - Returns: its number; the same for a folder that is watched already, another for one that took its place.
  package func add(_ path: String) throws(Errno) -> Int32 {
    try INotify.add(path, to: descriptor, events: UInt32(bitPattern: Self.events))
  }

  /// Takes what has been told so far.
  package func drain() -> [Event] {
    var events: [Event] = []
    INotify.forEachEvent(of: descriptor) { event, name in
      let mask = Int32(bitPattern: event.mask)
      let place = Place(folder: event.wd, name: name)
      if mask & IN_Q_OVERFLOW != 0 {
        events.append(.lost)
      } else if name.isEmpty {
        // Of the folder itself. Who watches it asks for its path now and then.
        return
      } else if mask & IN_CREATE != 0 {
        events.append(.created(place))
      } else if mask & IN_DELETE != 0 {
        events.append(.deleted(place))
      } else if mask & IN_MOVED_FROM != 0 {
        events.append(.movedFrom(place, move: event.cookie))
      } else if mask & IN_MOVED_TO != 0 {
        events.append(.movedTo(place, move: event.cookie))
      } else if mask & IN_ATTRIB != 0 {
        events.append(.touched(place))
      }
    }
    return events
  }
}
