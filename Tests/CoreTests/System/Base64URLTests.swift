import Foundation
import Testing

@testable import Core

@Suite struct Base64URLTests {
  private func encode(_ bytes: [UInt8]) -> String {
    let output = ByteBuffer()
    output.append(atMost: Base64URL.encodedSize(bytes.count)) { room in
      bytes.withUnsafeBufferPointer { Base64URL.standard.encode($0, into: room) }
    }
    return output.bytes.text
  }

  private func decode(_ text: String) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: Base64URL.decodedCapacity(text.utf8.count))
    let size = output.withUnsafeMutableBufferPointer { room in
      Sealed.withBytes(text) { Base64URL.standard.decode($0, into: room) }
    }
    return size.map { Array(output[..<$0]) }
  }

  @Test func everySizeAgreesWithFoundation() {
    for size in 0..<300 {
      let bytes = (0..<size).map { _ in UInt8.random(in: .min ... .max) }
      let plain = Data(bytes).base64EncodedString()
        .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      #expect(encode(bytes) == plain)
      #expect(decode(plain) == bytes)
    }
  }

  @Test(arguments: [
    "A", "AA", "AAA", "AAAAA", "A===", "====", "AA=A", "A=AA", "=AAA", "AB==", "AAB=", "AA==AAAA", "AAA=AAAA",
    "AAAA====",
    "AA+A", "AA/A", "AA A", " AAAA", "AAAA\n", "AA\nAA", "AAA%", "é==", "AAAA\u{0}AAA", "A\u{0}A=",
  ])
  func whatIsNotTheOneTextOfSomeBytesIsRefused(text: String) {
    #expect(decode(text) == nil)
  }

  @Test func exactlyOneTextStandsForEachByte() {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \n")
    var texts: [UInt8: Int] = [:]
    for first in alphabet {
      for second in alphabet {
        if let bytes = decode("\(first)\(second)=="), bytes.count == 1 { texts[bytes[0], default: 0] += 1 }
      }
    }
    #expect(texts.count == 256)
    #expect(texts.values.allSatisfy { $0 == 1 })
  }

  @Test func theWideStepsAgreeWithTheTables() {
    let tables = Base64URL(isVectorized: false)
    for size in 0..<300 {
      let bytes = (0..<size).map { _ in UInt8.random(in: .min ... .max) }
      var text = [UInt8](repeating: 0, count: Base64URL.encodedSize(size))
      _ = text.withUnsafeMutableBufferPointer { room in bytes.withUnsafeBufferPointer { tables.encode($0, into: room) }
      }
      #expect(encode(bytes).utf8.elementsEqual(text))
      // Every byte in one place, so that each place of a step meets each character and each foreign byte.
      guard !text.isEmpty else { continue }
      let place = size % text.count
      for byte in UInt8.min ... .max {
        text[place] = byte
        #expect(decode(text, Base64URL.standard) == decode(text, tables))
      }
    }
  }

  @Test func withoutPaddingEverySizeIsTheSameTextLessItsPadding() {
    for size in 0..<300 {
      let bytes = (0..<size).map { _ in UInt8.random(in: .min ... .max) }
      let output = ByteBuffer()
      output.appendBase64URL(bytes)
      #expect(output.bytes.text == encode(bytes).filter { $0 != "=" })
      #expect(decode(Array(output.bytes), .unpadded) == bytes)
      if size % 3 != 0 { #expect(decode(Array(encode(bytes).utf8), .unpadded) == nil) }
    }
  }

  @Test(arguments: [
    "A", "AAAAA", "AA==", "AAA=", "AAA==", "AAAA=", "AAAA====", "AB", "AAB", "A=", "A=A", "A A", "AAAA\n", "AA+", "A/A",
    "A\u{0}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  ])
  func withoutPaddingToo(text: String) {
    #expect(decode(Array(text.utf8), .unpadded) == nil)
  }

  private func decode(_ text: [UInt8], _ decoder: Base64URL) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: Base64URL.decodedCapacity(text.count))
    let size = output.withUnsafeMutableBufferPointer { room in
      text.withUnsafeBufferPointer { decoder.decode($0, into: room) }
    }
    return size.map { Array(output[..<$0]) }
  }
}
