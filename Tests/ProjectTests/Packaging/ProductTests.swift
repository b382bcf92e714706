import Foundation
import Testing

/// What each product pulls in, as the manifest says; ``ConsumerTests`` builds it.
struct ProductTests {
  private struct Manifest: Decodable {
    struct Product: Decodable {
      var name: String
      var targets: [String]
    }
    struct Target: Decodable {
      var name: String
      var dependencies: [Dependency]
    }
    struct Dependency: Decodable {
      var byName: [String?]?
      var product: [String?]?
    }

    var products: [Product]
    var targets: [Target]

    /// The targets below one, itself among them, and the products of other packages.
    func closure(of name: String) -> (targets: Set<String>, products: Set<String>) {
      guard let target = targets.first(where: { $0.name == name }) else { return ([], []) }
      var all: (targets: Set<String>, products: Set<String>) = ([name], [])
      for dependency in target.dependencies {
        if let product = dependency.product?.first ?? nil { all.products.insert(product) }
        guard let inner = dependency.byName?.first ?? nil else { continue }
        let below = closure(of: inner)
        all.targets.formUnion(below.targets)
        all.products.formUnion(below.products)
      }
      return all
    }
  }

  @Test func eachProductPullsInOnlyWhatItNeeds() throws {
    let shell = try Shell()
    try shell("mkdir package && cp '\(Checkout.place("Package.swift").path)' package/")
    let json = try shell(
      "${SWIFT:-swift} package --package-path package --scratch-path build dump-package 2>/dev/null")
    let manifest = try JSONDecoder().decode(Manifest.self, from: Data(json.utf8))
    let wanted: [String: (packages: Set<String>, not: Set<String>)] = [
      "Plot": ([], ["Runs", "Train", "Report", "CKernels", "CZlib"]),
      "PlotTesting": ([], ["Runs", "Train", "Report", "CKernels", "CZlib"]),
      "Runs": (["SwiftProtobuf"], ["Plot", "Train", "Report", "CKernels", "CCairo"]),
      "Train": (["SwiftProtobuf"], ["Plot", "Report", "CCairo"]),
      "Report": (["SwiftProtobuf", "Mustache"], ["Train", "CKernels", "Examples", "Gallery"]),
      "lossline": (["SwiftProtobuf", "Mustache", "ArgumentParser"], []),
    ]
    #expect(Set(manifest.products.map(\.name)) == Set(wanted.keys))
    for product in manifest.products {
      let closure = manifest.closure(of: product.targets[0])
      #expect(closure.products == wanted[product.name]?.packages, "\(product.name)")
      #expect(closure.targets.isDisjoint(with: wanted[product.name]?.not ?? []), "\(product.name)")
    }
  }
}
