import CSystem
import Glibc

/// What a descriptor is connected to, as far as a progress line needs it.
package enum Terminal {
  /// Whether somebody may be looking (`isatty`).
  package static func isTerminal(_ descriptor: Descriptor) -> Bool {
    isatty(descriptor.rawValue) == 1
  }

  /// Columns of the terminal behind `descriptor`, 80 where nothing is known.
  package static func width(of descriptor: Descriptor) -> Int {
    var size = winsize()
    guard ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
