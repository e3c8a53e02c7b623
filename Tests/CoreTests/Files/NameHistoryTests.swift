import Testing

@testable import Core

@Suite struct NameHistoryTests {
  private static let name = FolderWatch.Place(folder: 1, name: "log")

  private static func place(_ name: String, folder: Int32 = 1) -> FolderWatch.Place {
    FolderWatch.Place(folder: folder, name: name)
  }

  /// The places of those between, after all events.
  private func places(_ events: [FolderWatch.Event]) -> [String] {
    var history = NameHistory()
    for event in events { _ = history.apply(event, names: [Self.name]) }
    return history.places(besides: [Self.name]).map(\.name)
  }

  @Test func rotationsOneAfterTheOtherAreAllTold() {
    let rotation: [FolderWatch.Event] = [
      .created(Self.name), .movedFrom(Self.name, move: 1), .movedTo(Self.place("log.1"), move: 1),
      .created(Self.name), .movedFrom(Self.place("log.1"), move: 2), .movedTo(Self.place("log.2"), move: 2),
      .movedFrom(Self.name, move: 3), .movedTo(Self.place("log.1"), move: 3), .created(Self.name),
    ]
    #expect(places(rotation) == ["log.2", "log.1"])
  }

  @Test func whatIsDeletedOrOverwrittenIsForgotten() {
    let start: [FolderWatch.Event] = [
      .created(Self.name), .movedFrom(Self.name, move: 1), .movedTo(Self.place("log.1"), move: 1), .created(Self.name),
    ]
    #expect(places(start) == ["log.1"])
    #expect(places(start + [.deleted(Self.place("log.1"))]) == [])
    #expect(places(start + [.movedFrom(Self.name, move: 2), .movedTo(Self.place("log.1"), move: 2)]) == ["log.1"])
    #expect(places(start + [.movedFrom(Self.place("log.1"), move: 3)]) == [])
  }

  @Test func onlyWhatIsAboutTheNameMatters() {
    var history = NameHistory()
    let events: [FolderWatch.Event] = [
      .created(Self.place("other")), .touched(Self.place("log", folder: 2)), .touched(Self.name), .deleted(Self.name),
      .lost,
    ]
    let answers = events.map { history.apply($0, names: [Self.name]) }
    #expect(answers == [false, false, true, true, true])
  }
}
