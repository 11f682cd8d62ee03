// generate-capture SHAPE FILE: writes a capture that is the same, byte for byte, on every machine.
import Foundation

guard CommandLine.arguments.count == 3, let shape = Shape.all[CommandLine.arguments[1]] else {
    FileHandle.standardError.write(
        Data("usage: generate-capture \(Shape.all.keys.sorted().joined(separator: "|")) FILE\n".utf8))
    exit(64)
}
let path = CommandLine.arguments[2]
guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
    FileHandle.standardError.write(Data("\(path): can't be written\n".utf8))
    exit(73)
}
var generator = Generator(shape: shape)
while let piece = generator.next() { try file.write(contentsOf: piece) }
