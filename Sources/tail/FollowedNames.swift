import Core

/// Finds the files that names stand for: when they appear, are replaced, go, or come back.
final class FollowedNames {
  private let files: [FollowedFile]
  private let options: FollowOptions
  private let hold: () -> LineHold?
  private let console: Console
  private let watch: FolderWatch?
  private var folders: [Int32: String] = [:]
  /// Operands whose name may stand for another file by now.
  private var touched: Set<Int> = []

  /// Rotations may happen while one is looked at; so often it begins anew.
  private static let mostTries = 8

  init(_ files: [FollowedFile], _ options: FollowOptions, hold: @escaping () -> LineHold?, console: Console) {
    self.files = files
    self.options = options
    self.hold = hold
    self.console = console
    watch = options.way == .name || options.retries ? try? FolderWatch() : nil
    // Before the files are opened, so that no rotation behind that goes unnoticed.
    watchFolders()
  }

  /// Readable when a name has changed.
  var descriptor: Descriptor? { watch?.descriptor }

  /// Opens what has come to bear the names.
  ///
  /// - Parameter isAsking: whether to ask for every name, and not only for those of which the system has told.
  func look(isAsking: Bool) {
    if isAsking { watchFolders() }
    drain()
    for file in files where !file.isIgnored && followsName(of: file) {
      let isDue = isAsking && (watch != nil || file.current == nil || file.unchangedCount >= options.unchangedLimit)
      if touched.remove(file.index) != nil || (isDue && isAnother(file)) { resolve(file) }
      if isDue { file.unchangedCount = 0 }
      letGoIfDeleted(file)
    }
  }

  /// By descriptor, a name matters only until it has been opened.
  private func followsName(of file: FollowedFile) -> Bool {
    file.operand != "-" && (options.way == .name || (options.retries && file.current == nil))
  }

  private func isAnother(_ file: FollowedFile) -> Bool {
    guard let status = try? FileStatus(path: file.operand) else { return file.current != nil }
    return status.identity != file.current?.status.identity
  }

  // MARK: Watching

  /// Watches the folders that the names are in; a folder may have been replaced, or a link may lead elsewhere.
  private func watchFolders() {
    guard let watch else { return }
    for file in files where followsName(of: file) {
      var places: Set<FolderWatch.Place> = []
      var paths = [file.operand]
      if let resolved = FilePath.resolved(file.operand) { paths.append(resolved) }
      for path in paths {
        let folder = FilePath.folder(of: path)
        guard let number = try? watch.add(folder) else { continue }
        folders[number] = folder
        places.insert(FolderWatch.Place(folder: number, name: FilePath.baseName(of: path)))
      }
      file.places = places
    }
  }

  private func drain() {
    guard let watch else { return }
    for event in watch.drain() {
      for file in files where !file.isIgnored {
        if file.history.apply(event, names: file.places) { touched.insert(file.index) }
      }
    }
  }

  // MARK: Opening

  /// What was found under a name, and the files that bore it between the last look and this one.
  private struct Found {
    var now: Result<FollowedInput, SystemError>
    var between: [FollowedInput]
  }

  private func resolve(_ file: FollowedFile) {
    var found = open(file)
    for _ in 0..<Self.mostTries {
      // What was opened is what the events said only if there were no others meanwhile.
      drain()
      guard touched.remove(file.index) != nil else { break }
      found = open(file)
    }
    file.history.removeAll()
    adopt(found, for: file)
  }

  private func open(_ file: FollowedFile) -> Found {
    let between = file.history.places(besides: file.places).compactMap { place -> FollowedInput? in
      guard let folder = folders[place.folder] else { return nil }
      return try? open("\(folder)/\(place.name)").get()
    }
    return Found(now: open(file.operand), between: between)
  }

  private func open(_ path: String) -> Result<FollowedInput, SystemError> {
    do throws(SystemError) {
      return .success(try FollowedInput(try Input.open(path, [.read, .nonBlocking]), from: 0, hold: hold()))
    } catch {
      return .failure(error)
    }
  }

  private func adopt(_ found: Found, for file: FollowedFile) {
    let now = try? found.now.get()
    let isSame = now != nil && now?.status.identity == file.current?.status.identity
    if !isSame, let current = file.current {
      current.retired = Clock.monotonicNanoseconds
      file.older.append(current)
      file.current = nil
      file.failure = nil
      if now != nil { tell(file, "has been replaced; following the new file") }
    } else if !isSame, now != nil {
      tell(file, "has appeared; following the new file")
    }
    for input in found.between {
      let known = file.inputs.map(\.status.identity) + (now.map { [$0.status.identity] } ?? [])
      guard !known.contains(input.status.identity) else { continue }
      input.retired = Clock.monotonicNanoseconds
      file.older.append(input)
    }
    switch found.now {
    case .success(let input):
      file.failure = nil
      guard !isSame else { return }
      // A file that gets its name back goes on where it was.
      let known = file.older.firstIndex { $0.status.identity == input.status.identity }
      file.current = known.map { file.older.remove(at: $0) } ?? input
      file.current?.retired = nil
      file.current?.isDue = true
    case .failure(let error):
      guard file.failure != error.errno else { return }
      file.failure = error.errno
      if error.operation == .open { return tell(file, "has become inaccessible: \(error.errno)") }
      file.isIgnored = !options.retries
      tell(file, "has been replaced with what cannot be followed" + (file.isIgnored ? "; giving up on this name" : ""))
    }
  }

  /// Without `--retry` a file that has no name at all any more is done with once it has been read.
  private func letGoIfDeleted(_ file: FollowedFile) {
    guard !options.retries, file.current == nil, !file.older.isEmpty else { return }
    file.isIgnored = file.older.allSatisfy { ((try? FileStatus(of: $0.descriptor))?.linkCount ?? 0) == 0 }
  }

  private func tell(_ file: FollowedFile, _ message: String) {
    console.report(Diagnostic(.note, at: Location(file.operand), message))
  }
}
