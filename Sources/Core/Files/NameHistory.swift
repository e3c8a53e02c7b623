/// The files that came to bear a name and have not been opened yet, each under the name that it bears now. Rotations that
/// happen one after the other are all told, so that none of the files between is missed.
///
///     created app.log, moved app.log to app.log.1, created app.log    ->    app.log.1, app.log
package struct NameHistory {
  private struct Bearer {
    /// Nil between the two halves of a renaming, and in a folder that nobody watches.
    var place: FolderWatch.Place?
    var move: UInt32 = 0
  }

  private var bearers: [Bearer] = []

  package init() {}

  /// Where the files are that bore the name and bear another one now, the oldest first.
  package func places(besides names: Set<FolderWatch.Place>) -> [FolderWatch.Place] {
    bearers.compactMap(\.place).filter { !names.contains($0) }
  }

  /// All of them have been opened.
  package mutating func removeAll() {
    bearers = []
  }

  /// Takes one event in.
  ///
  /// - Parameter names: the places that the name stands for: its own, and that of the file that it links to.
  /// - Returns: whether it was about the name or one of its bearers.
  package mutating func apply(_ event: FolderWatch.Event, names: Set<FolderWatch.Place>) -> Bool {
    switch event {
    case .created(let place):
      return arrive(at: place, move: nil, names)
    case .movedTo(let place, let move):
      return arrive(at: place, move: move, names)
    case .deleted(let place):
      let count = bearers.count
      bearers.removeAll { $0.place == place }
      return bearers.count < count || names.contains(place)
    case .movedFrom(let place, let move):
      var isBearer = false
      for index in bearers.indices where bearers[index].place == place {
        bearers[index] = Bearer(place: nil, move: move)
        isBearer = true
      }
      return isBearer || names.contains(place)
    case .touched(let place):
      return names.contains(place)
    case .lost:
      return true
    }
  }

  private mutating func arrive(
    at place: FolderWatch.Place, move: UInt32?, _ names: Set<FolderWatch.Place>
  ) -> Bool {
    let count = bearers.count
    // What stood there is gone.
    bearers.removeAll { $0.place == place }
    if let move, let index = bearers.firstIndex(where: { $0.place == nil && $0.move == move }) {
      bearers[index].place = place
      return true
    }
    guard names.contains(place) else { return bearers.count < count }
    bearers.append(Bearer(place: place))
    return true
  }
}
