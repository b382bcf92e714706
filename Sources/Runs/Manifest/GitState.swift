struct GitState {
  var commit: String?
  var isDirty: Bool?
  init(of folder: String) {}
}
