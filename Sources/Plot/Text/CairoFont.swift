internal import CCairo
internal import CFreeType
internal import CHarfBuzz

/// A font file opened a second time by FreeType, for cairo to embed in PDF.
///
/// Cairo may keep the face in its caches after the last chart is drawn, so the face owns what it needs and is closed by
/// cairo's own call when the last reference goes. Cairo guards FreeType with a lock of its own.
struct CairoFont: ~Copyable, @unchecked Sendable {
  let face: OpaquePointer

  /// - Returns: `nil` when FreeType cannot read the bytes.
  init?(blob: OpaquePointer, index: Int) {
    guard let file = OpenFile(blob: blob, index: index),
      let face = cairo_ft_font_face_create_for_ft_face(file.face, Int32(FT_LOAD_NO_HINTING))
    else { return nil }
    let owner = Unmanaged.passRetained(file).toOpaque()
    let status = cairo_font_face_set_user_data(face, ownerKey.pointer, owner) { owner in
      if let owner { Unmanaged<OpenFile>.fromOpaque(owner).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      Unmanaged<OpenFile>.fromOpaque(owner).release()
      cairo_font_face_destroy(face)
      return nil
    }
    self.face = face
  }

  deinit { cairo_font_face_destroy(face) }
}

/// FreeType's handles and the bytes that they read from.
private final class OpenFile {
  let face: FT_Face
  private let library: FT_Library
  private let blob: OpaquePointer

  init?(blob: OpaquePointer, index: Int) {
    var length: UInt32 = 0
    var library: FT_Library?
    var face: FT_Face?
    guard let bytes = hb_blob_get_data(blob, &length), FT_Init_FreeType(&library) == 0, let library else { return nil }
    let status = bytes.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      FT_New_Memory_Face(library, $0, FT_Long(length), FT_Long(index), &face)
    }
    guard status == 0, let face else {
      FT_Done_FreeType(library)
      return nil
    }
    self.face = face
    self.library = library
    self.blob = hb_blob_reference(blob)
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    hb_blob_destroy(blob)
  }
}

/// Cairo tells user data apart by the address of a key.
private struct Key: @unchecked Sendable {
  let pointer = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
}
private let ownerKey = Key()
