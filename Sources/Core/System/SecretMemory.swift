import CSystem
import Glibc

/// The memory of secrets: in no core file and, as far as the process may lock memory (`RLIMIT_MEMLOCK`), on no swap device.
/// It is wiped as it is given back. Once a process has taken any, its equals can look into it no longer.
///
/// Most secrets are keys of 32 bytes, which share pages; anything larger has pages of its own.
///
///     +------+------+------+-- … --+------+
///     | slot | slot | slot |       | slot |      256 slots of 64 bytes: four pages
///     +------+------+------+-- … --+------+
final class SecretMemory: @unchecked Sendable {
  static let shared = SecretMemory()

  private static let slotSize = 64
  private static let slotsPerRegion = 256

  private let lock = Lock()
  private var freeSlots: [UnsafeMutableRawPointer] = []
  /// Where larger pieces lie for which the system had no pages.
  private var onHeap: [UnsafeMutableRawPointer] = []

  private init() {
    // Before there is anything to see.
    Process.forbidDumps()
  }

  /// Memory full of zeros, `size` bytes of it.
  func allocate(_ size: Int) -> UnsafeMutableRawBufferPointer {
    let base = lock.whileLocked { size <= Self.slotSize ? takeSlot() : takePages(size) }
    return UnsafeMutableRawBufferPointer(start: base, count: size)
  }

  /// Wipes what `allocate` gave, and takes it back.
  func deallocate(_ memory: UnsafeMutableRawBufferPointer) {
    Memory.wipe(memory)
    guard let base = memory.baseAddress else { return }
    lock.whileLocked {
      if memory.count <= Self.slotSize {
        freeSlots.append(base)
      } else if let index = onHeap.firstIndex(of: base) {
        onHeap.remove(at: index)
        base.deallocate()
      } else {
        munmap(base, memory.count)
      }
    }
  }

  private func takeSlot() -> UnsafeMutableRawPointer {
    if let slot = freeSlots.popLast() { return slot }
    let size = Self.slotsPerRegion * Self.slotSize
    // It is kept to the end of the process, wherever it came from.
    let region = sealwax_map_secret(size) ?? Self.heap(size)
    freeSlots = (1..<Self.slotsPerRegion).reversed().map { region + $0 * Self.slotSize }
    return region
  }

  private func takePages(_ size: Int) -> UnsafeMutableRawPointer {
    if let pages = sealwax_map_secret(size) { return pages }
    let memory = Self.heap(size)
    onHeap.append(memory)
    return memory
  }

  private static func heap(_ size: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: slotSize)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    return memory
  }
}
